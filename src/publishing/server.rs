//! Servers that are reached by a name: who, where, which folder.

/// A server and a folder on it: `sftp://user@host:port/folder`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ServerPlace {
    pub(super) user: Option<String>,
    pub(super) host: String,
    pub(super) port: Option<u16>,
    /// The folder, from the root, or from the user's own folder where it does not begin with `/`. Without `/` at its end.
    pub(super) folder: String,
}

impl ServerPlace {
    /// Reads what is behind the scheme; none where there is no host, or one that a program would take for an option.
    pub(super) fn read(rest: &str) -> Option<ServerPlace> {
        let (server, folder) = rest.split_once('/').unwrap_or((rest, "~"));
        let (user, host) = match server.rsplit_once('@') {
            Some((user, host)) => (Some(user.to_owned()), host),
            None => (None, server),
        };
        let (host, port) = match host.rsplit_once(':') {
            Some((host, port)) => (host, Some(port.parse().ok()?)),
            None => (host, None),
        };
        let is_name = |text: &str| {
            let mut letters = text.chars();
            letters.all(|c| c.is_ascii_alphanumeric() || "._-+".contains(c))
        };
        let is_fine = !host.is_empty()
            && !host.starts_with('-')
            && is_name(host)
            && user
                .as_deref()
                .is_none_or(|user| is_name(user) && !user.starts_with('-'));
        let folder = match folder.strip_prefix('~') {
            Some(own) => own.trim_start_matches('/').to_owned(),
            None => format!("/{folder}"),
        };
        is_fine.then(|| ServerPlace {
            user,
            host: host.to_owned(),
            port,
            folder: folder.trim_end_matches('/').to_owned(),
        })
    }

    /// The server as `user@host`.
    pub(super) fn server(&self) -> String {
        match &self.user {
            Some(user) => format!("{user}@{}", self.host),
            None => self.host.clone(),
        }
    }

    /// Returns the folders above a file there, and the server's own one, from the root on.
    pub(super) fn folders_above(&self, file: &str) -> Vec<String> {
        let full = self.path(file);
        let above = full.match_indices('/').map(|(at, _)| full[..at].to_owned());
        above.filter(|folder| !folder.is_empty()).collect()
    }

    /// The path of a file there.
    pub(super) fn path(&self, file: &str) -> String {
        if self.folder.is_empty() && file.is_empty() {
            ".".to_owned()
        } else if self.folder.is_empty() {
            file.to_owned()
        } else if file.is_empty() {
            self.folder.clone()
        } else {
            format!("{}/{file}", self.folder)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_is_a_host_and_a_folder() {
        let place = ServerPlace::read("office@host.example:2222/var/www/").unwrap();
        assert_eq!(place.server(), "office@host.example");
        assert_eq!(place.port, Some(2222));
        assert_eq!(place.path("a/b"), "/var/www/a/b");
        assert_eq!(ServerPlace::read("host/~/www").unwrap().path("a"), "www/a");
        assert_eq!(ServerPlace::read("host/~").unwrap().path("a"), "a");
        assert_eq!(ServerPlace::read("host").unwrap().path(""), ".");
        for wrong in [
            "",
            "-oProxyCommand=x/y",
            "a@-b/c",
            "a b/c",
            "h:x/y",
            "-a@h/x",
        ] {
            assert_eq!(ServerPlace::read(wrong), None, "{wrong}");
        }
    }
}
