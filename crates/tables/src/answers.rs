//! Files that hold no data but an answer about them: a server's error that was saved, a pointer of Git LFS.

use crate::unreadable::Unreadable;

/// Refuses a text that is no table but says why there is none.
///
/// # Errors
/// When it is one.
pub(crate) fn refuse(sample: &str) -> Result<(), Unreadable> {
    let text = sample.trim_start_matches('\u{feff}').trim();
    if text.starts_with("version https://git-lfs.github.com/spec/") || is_annexed(text) {
        return Err(Unreadable::Pointer);
    }
    if text.starts_with("<?xml") || text.starts_with("<Error>") {
        return Err(match xml_error(text) {
            Some(detail) => Unreadable::SavedError { detail },
            None => Unreadable::Xml,
        });
    }
    let mut lines = text.lines();
    let alone = lines.next().filter(|_| lines.next().is_none());
    match alone.filter(|line| is_status(line)) {
        Some(line) => Err(Unreadable::SavedError {
            detail: line.chars().take(80).collect(),
        }),
        None => Ok(()),
    }
}

/// Whether a text is where git-annex keeps a file.
fn is_annexed(text: &str) -> bool {
    !text.contains('\n') && text.contains("/annex/objects/")
}

/// What an error of a file store says (S3, Azure, Google): `<Error><Code>…</Code><Message>…</Message>`.
fn xml_error(text: &str) -> Option<String> {
    let root = text
        .split('<')
        .find(|tag| tag.starts_with(|c: char| c.is_alphabetic()))?;
    if !root.to_ascii_lowercase().starts_with("error") {
        return None;
    }
    let said = [
        inside(text, "Code").or_else(|| inside(text, "code")),
        inside(text, "Message").or_else(|| inside(text, "message")),
    ];
    Some(
        said.into_iter()
            .flatten()
            .collect::<Vec<_>>()
            .join(": ")
            .chars()
            .take(120)
            .collect(),
    )
}

/// Whether a line is a server's error: `404: Not Found`, `403 Forbidden`, `Access Denied`.
fn is_status(line: &str) -> bool {
    const WORDS: &[&str] = &[
        "not found",
        "forbidden",
        "unauthorized",
        "access denied",
        "bad request",
        "internal server error",
        "bad gateway",
        "service unavailable",
        "gateway timeout",
        "too many requests",
        "gone",
        "moved permanently",
    ];
    let lower = line.trim().trim_end_matches('.').to_lowercase();
    let numbered = lower
        .as_bytes()
        .first()
        .is_some_and(|b| matches!(b, b'3' | b'4' | b'5'))
        && lower.bytes().take(3).filter(u8::is_ascii_digit).count() == 3;
    let words = if numbered {
        lower
            .get(3..)
            .unwrap_or("")
            .trim_start_matches([':', ' ', '-'])
    } else {
        &lower
    };
    WORDS.contains(&words) && (numbered || words == "access denied")
}

/// Returns what is in the first element of this name, up to any other tag.
fn inside(text: &str, tag: &str) -> Option<String> {
    let (_, after) = text.split_once(&format!("<{tag}>"))?;
    let words = after.split('<').next()?.split_whitespace();
    Some(words.collect::<Vec<_>>().join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_and_pointers_are_no_tables() {
        let refused = |text: &str| refuse(text).unwrap_err().to_string();
        let lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n";
        assert!(refused(lfs).contains("pointer"));
        assert!(refused("/annex/objects/SHA256E-s12--ab.csv\n").contains("pointer"));
        let s3 = "<?xml version=\"1.0\"?>\n<Error><Code>AccessDenied</Code><Message>Access Denied</Message></Error>";
        assert!(refused(s3).contains("AccessDenied: Access Denied"));
        assert!(
            refused("\u{feff}<?xml version=\"1.0\"?><Error><Code>BlobNotFound</Code></Error>")
                .contains("BlobNot")
        );
        assert!(refused("<?xml version=\"1.0\"?><towns><town/></towns>").contains("XML"));
        assert!(refused("404: Not Found").contains("404"));
        for table in [
            "status\n404: Not Found\n",
            "Not Found\n",
            "<b>,x\n1,2\n",
            "404,Not Found\n",
            "code\n404\n",
        ] {
            assert!(refuse(table).is_ok(), "{table}");
        }
    }
}
