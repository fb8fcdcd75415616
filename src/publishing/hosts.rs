//! What hosts take, as their own pages say it. It is looked at before anything is sent, for some of them take half of a site and say nothing.

use super::address::TargetAddress;
use super::built_site::BuiltSite;
use crate::diag::{Diagnostic, Fatal, Place, codes};
use crate::stage::SUMS;

/// A host and its limits.
#[derive(Debug)]
pub(super) struct HostLimits {
    /// Its name, as `--host` has it.
    name: &'static str,
    /// What of an address tells it; empty where no address does.
    sign: &'static str,
    /// Most files of a site.
    files: Option<u64>,
    /// Most bytes of a file.
    file: Option<u64>,
    /// Most bytes of a site.
    site: Option<u64>,
    /// The page that says so.
    source: &'static str,
}

const GB: u64 = 1_000_000_000;
const MIB: u64 = 1 << 20;

/// Every host whose limits are known. A new one is an entry here and a row in `docs/publishing.md`.
static ALL: &[HostLimits] = &[
    HostLimits {
        name: "github-pages",
        sign: "github.com",
        files: None,
        // A push with a larger one is refused.
        file: Some(100 * MIB),
        site: Some(GB),
        source: "https://docs.github.com/en/pages/getting-started-with-github-pages/github-pages-limits",
    },
    HostLimits {
        name: "gitlab-pages",
        sign: "gitlab.com",
        files: Some(200_000),
        file: None,
        site: Some(GB),
        source: "https://docs.gitlab.com/administration/instance_limits/",
    },
    HostLimits {
        name: "codeberg-pages",
        sign: "codeberg.org",
        files: None,
        file: None,
        // What the repositories of an owner may take together; more is granted to whoever asks.
        site: Some(750 * MIB),
        source: "https://blog.codeberg.org/new-storage-limits-on-codeberg-what-you-need-to-know.html",
    },
    HostLimits {
        name: "cloudflare-pages",
        sign: "pages.dev",
        files: Some(20_000),
        file: Some(25 * MIB),
        site: None,
        source: "https://developers.cloudflare.com/pages/platform/limits/",
    },
];

/// What stands for a host whose limits are others, as in a plan that is paid for.
const NONE: &str = "none";

/// A limit that a site is beyond.
struct ExceededLimit<'a> {
    kind: &'static str,
    found: u64,
    most: u64,
    path: &'a str,
}

impl HostLimits {
    /// Returns the host of this name; else the one that the target's address tells. `none` is no host.
    ///
    /// # Errors
    /// When no host is called so.
    pub(super) fn of(
        name: Option<&str>,
        address: &str,
    ) -> Result<Option<&'static HostLimits>, Fatal> {
        let Some(name) = name else {
            return Ok(ALL.iter().find(|host| address.contains(host.sign)));
        };
        if name == NONE {
            return Ok(None);
        }
        let found = ALL.iter().find(|host| host.name == name);
        found.map(Some).ok_or_else(|| {
            let names = ALL.iter().map(|host| host.name).chain([NONE]);
            let names: Vec<&str> = names.collect();
            let args = vec![("given", name.into()), ("names", names.join(", ").into())];
            Fatal::wrong_command("publish-host", args)
        })
    }

    /// Refuses a site that the host does not take.
    ///
    /// # Errors
    /// When it is beyond a limit.
    pub(super) fn refuse(&self, site: &BuiltSite, address: &TargetAddress) -> Result<(), Fatal> {
        let Some(exceeded) = self.exceeded(site) else {
            return Ok(());
        };
        let finding = Diagnostic::new(&codes::PUBLISH_LIMIT)
            .at(Place::file(exceeded.path))
            .arg("kind", exceeded.kind)
            .arg("host", self.name)
            .arg("target", address.shown())
            .arg("found", exceeded.found.to_string())
            .arg("most", exceeded.most.to_string())
            .arg("source", self.source);
        Err(Fatal::Finding(Box::new(finding)))
    }

    /// Returns the first limit that a site is beyond.
    fn exceeded<'s>(&self, site: &'s BuiltSite) -> Option<ExceededLimit<'s>> {
        let files = site.files();
        let largest = files.iter().max_by_key(|(_, file)| file.bytes);
        let (largest, bytes) = largest.map_or((SUMS, 0), |(path, file)| (&**path, file.bytes));
        let all = files.values().map(|file| file.bytes).sum();
        let number = files.len() as u64;
        let beyond = |kind, found: u64, most: Option<u64>, path| {
            let most = most.filter(|most| found > *most)?;
            Some(ExceededLimit {
                kind,
                found,
                most,
                path,
            })
        };
        beyond("file", bytes, self.file, largest)
            .or_else(|| beyond("files", number, self.files, SUMS))
            .or_else(|| beyond("site", all, self.site, SUMS))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_host_is_known_by_its_name_or_by_the_address() {
        let name = |given, address| {
            let host = HostLimits::of(given, address).unwrap();
            host.map(|host| host.name)
        };
        let git = "git@github.com:town/data.git";
        assert_eq!(name(None, git), Some("github-pages"));
        assert_eq!(
            name(Some("cloudflare-pages"), git),
            Some("cloudflare-pages")
        );
        assert_eq!(name(None, "/srv/www"), None);
        assert_eq!(name(Some("none"), git), None);
        let codeberg = "ssh://git@codeberg.org/town/data.git";
        assert_eq!(name(None, codeberg), Some("codeberg-pages"));
        let limits = HostLimits::of(None, codeberg).unwrap().unwrap();
        assert_eq!((limits.site, limits.file), (Some(786_432_000), None));
        assert!(HostLimits::of(Some("nowhere"), git).is_err());
    }
}
