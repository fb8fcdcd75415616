//! Addresses of targets. No secret is in them: one that is given with a password is refused, unread.

use crate::diag::Fatal;

/// The address of a target.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct TargetAddress {
    text: String,
    shown: String,
}

impl TargetAddress {
    /// Reads an address.
    ///
    /// # Errors
    /// When there is a password in it.
    pub(super) fn read(text: &str) -> Result<TargetAddress, Fatal> {
        let is_web = ["http://", "https://"].iter().any(|web| text.contains(web));
        if user_of(text).is_some_and(|user| user.contains(':')) {
            return Err(Fatal::wrong_command("publish-password", Vec::new()));
        }
        // What is before the @ of a web address is as good as a password.
        let shown = if is_web {
            without_users(text)
        } else {
            text.to_owned()
        };
        Ok(TargetAddress {
            text: text.to_owned(),
            shown,
        })
    }

    /// The address as it was given.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The address as it may be seen.
    pub(super) fn shown(&self) -> &str {
        &self.shown
    }

    /// What is behind a beginning such as `git:`; none where it begins otherwise.
    pub(super) fn after(&self, beginning: &str) -> Option<&str> {
        self.text.strip_prefix(beginning)
    }
}

/// Returns what is before the `@` of an address with a scheme.
fn user_of(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("://")?;
    let host = rest.split(['/', '?', '#']).next().unwrap_or(rest);
    host.rsplit_once('@').map(|(user, _)| user)
}

/// Returns a text in which nothing is before the `@` of addresses: other programs name them in full.
pub(super) fn without_users(text: &str) -> String {
    let mut clean = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("://") {
        clean.push_str(before);
        clean.push_str("://");
        let end = after
            .find(|c: char| c == '/' || c == '\'' || c == '"' || c.is_whitespace())
            .unwrap_or(after.len());
        let host = &after[..end];
        clean.push_str(host.rsplit_once('@').map_or(host, |(_, host)| host));
        rest = &after[end..];
    }
    clean.push_str(rest);
    clean
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_with_a_password_is_taken_and_no_user_of_the_web_is_shown() {
        for given in [
            "ftp://office:secret@host/x",
            "git:https://x:secret@host/a.git",
        ] {
            assert!(TargetAddress::read(given).is_err(), "{given}");
        }
        let shown = |text: &str| TargetAddress::read(text).unwrap().shown().to_owned();
        assert_eq!(
            shown("git:https://token@host/a.git#pages"),
            "git:https://host/a.git#pages"
        );
        assert_eq!(shown("sftp://office@host/x"), "sftp://office@host/x");
        assert_eq!(
            without_users("fatal: 'https://t0k:s@h/x' and ssh://a@b c@d"),
            "fatal: 'https://h/x' and ssh://b c@d"
        );
    }
}
