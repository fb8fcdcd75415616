//! The Content Security Policy (CSP Level 3) of the site's pages: what a page may load and run, whoever wrote into it.
//!
//! It is in every page as a `meta`, so that it holds on hosts that send no headers of ours and for a page opened from
//! a disk, and again in the files for hosts. A `meta` cannot say who may frame the page (`frame-ancestors`, §3.3), so that
//! only hosts are told that.

use crate::model::settings::Settings;
use crate::pages::service_worker;
use crate::record::is_web_address;
use crate::render::Theme;
use crate::stage::sha256;
use crate::text::web::AddressParts;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;

/// What a site's pages need.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Needs {
    /// Where forms may be sent besides this host, as full addresses.
    pub(crate) form_endpoints: Vec<String>,
    /// The script that is in the search page, where there is one.
    pub(crate) search_script: Option<String>,
    /// Whether pages take a service worker.
    pub(crate) has_worker: bool,
    /// Whether the theme has style sheets, fonts or scripts in files of their own.
    pub(crate) theme: ThemeFiles,
}

/// Kinds of files that a theme publishes under `theme/` and that pages then load.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct ThemeFiles {
    pub(crate) styles: bool,
    pub(crate) fonts: bool,
    pub(crate) scripts: bool,
}

impl ThemeFiles {
    /// Returns the kinds of these files, by the endings of their names.
    pub(crate) fn of<'a>(paths: impl Iterator<Item = &'a str>) -> ThemeFiles {
        let mut files = ThemeFiles::default();
        for path in paths {
            match path
                .rsplit('.')
                .next()
                .unwrap_or_default()
                .to_ascii_lowercase()
                .as_str()
            {
                "css" => files.styles = true,
                "woff2" | "woff" | "ttf" | "otf" => files.fonts = true,
                "js" | "mjs" => files.scripts = true,
                _ => {}
            }
        }
        files
    }
}

impl Needs {
    /// What the pages of a portal need in a theme; `searchable` says whether there is a search page.
    pub(crate) fn of(settings: &Settings, theme: &Theme, searchable: bool) -> Needs {
        Needs {
            form_endpoints: Vec::new(),
            search_script: searchable.then(|| super::inline_script::squeezed(&theme.search_script)),
            has_worker: service_worker::is_wanted(settings),
            theme: ThemeFiles::of(theme.statics.iter().map(|file| file.path.as_str())),
        }
    }

    /// The policy that is in a page; `searches` says whether it is the search page. `file:` is what a page opened
    /// from a disk calls its own place, and means nothing on a host.
    pub(crate) fn of_page(&self, searches: bool) -> String {
        let script = self.search_script.as_deref().filter(|_| searches);
        self.policy(script, "'self' file:").join("; ")
    }

    /// The policy that hosts send with every file.
    pub(crate) fn of_host(&self) -> String {
        let mut policy = self.policy(self.search_script.as_deref(), "'self'");
        policy.push("frame-ancestors 'self'".to_owned());
        policy.join("; ")
    }

    /// Sums of the scripts that are in pages (SHA-256, hexadecimal).
    pub(crate) fn sums(&self) -> BTreeSet<String> {
        self.inline(self.search_script.as_deref())
            .map(|script| sha256(script.trim().as_bytes()))
            .collect()
    }

    fn inline<'s>(&self, search: Option<&'s str>) -> impl Iterator<Item = &'s str> + use<'s> {
        search
            .into_iter()
            .chain(self.has_worker.then_some(service_worker::REGISTER))
    }

    fn policy(&self, search: Option<&str>, own: &str) -> Vec<String> {
        let mut policy = vec![
            "default-src 'none'".to_owned(),
            format!(
                "style-src 'unsafe-inline'{}",
                own_source(self.theme.styles, own)
            ),
            format!("img-src {own} data:"),
            // The service worker asks this host for the pages that it keeps, and what judges a page for its `robots.txt`.
            "connect-src 'self'".to_owned(),
        ];
        // The search loads its index by script tags.
        let mut scripts = own_source(search.is_some() || self.theme.scripts, own);
        for script in self.inline(search) {
            scripts.push_str(&format!(
                " 'sha256-{}'",
                base64(&Sha256::digest(script.as_bytes()))
            ));
        }
        if !scripts.is_empty() {
            policy.push(format!("script-src{scripts}"));
        }
        if self.has_worker {
            policy.push("worker-src 'self'".to_owned());
        }
        if self.theme.fonts {
            policy.push(format!("font-src {own}"));
        }
        policy.push("base-uri 'none'".to_owned());
        let endpoints = self.form_endpoints.iter().filter_map(|url| origin(url));
        policy.push(endpoints.fold(format!("form-action {own}"), |all, origin| {
            format!("{all} {origin}")
        }));
        policy
    }
}

/// Returns the site's own place behind a blank where it is `wanted` as a source; else nothing.
fn own_source(wanted: bool, own: &str) -> String {
    if wanted {
        format!(" {own}")
    } else {
        String::new()
    }
}

/// Returns scheme and host of a web address, if it can be in a policy.
fn origin(url: &str) -> Option<String> {
    let AddressParts { scheme, host, .. } =
        AddressParts::of(url).filter(|_| is_web_address(url))?;
    let is_plain = host
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b':'));
    is_plain.then(|| format!("{scheme}://{host}"))
}

/// Encodes bytes as Base64 with padding (RFC 4648, §4).
fn base64(bytes: &[u8]) -> String {
    const SIGNS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits = three
            .iter()
            .fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte))
            << (8 * (3 - three.len()));
        for sign in 0..4 {
            let at = (bits >> (18 - 6 * sign) & 63) as usize;
            out.push(if sign <= three.len() {
                char::from(SIGNS[at])
            } else {
                '='
            });
        }
    }
    out
}

/// A page without its policy: for a place that adds scripts of its own, such as a preview or a reader of archives.
pub fn without(html: &str) -> String {
    const START: &str = "<meta http-equiv=\"Content-Security-Policy\"";
    let Some(start) = html.find(START) else {
        return html.to_owned();
    };
    let end = html[start..]
        .find('>')
        .map_or(html.len(), |at| start + at + 1);
    format!("{}{}", html[..start].trim_end_matches('\n'), &html[end..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn needs() -> Needs {
        Needs {
            form_endpoints: vec![
                "https://forms.example/f/1?x".into(),
                "javascript:x".into(),
                "https://a;b/".into(),
            ],
            ..Needs::default()
        }
    }

    #[test]
    fn a_page_loads_its_own_images_and_runs_nothing() {
        assert_eq!(
            needs().of_page(true),
            "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' file: data:; connect-src 'self'; \
             base-uri 'none'; form-action 'self' file: https://forms.example"
        );
        assert!(
            needs()
                .of_host()
                .ends_with("form-action 'self' https://forms.example; frame-ancestors 'self'")
        );
        assert!(!needs().of_host().contains("file:"));
    }

    #[test]
    fn the_search_runs_on_its_own_page_and_the_worker_on_all() {
        let needs = Needs {
            search_script: Some("x".into()),
            has_worker: true,
            ..needs()
        };
        // The hash of "x" by `printf x | openssl dgst -sha256 -binary | base64`.
        let x = "'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE='";
        let page = needs.of_page(false);
        assert!(
            !page.contains(x)
                && page.contains("; script-src 'sha256-")
                && page.contains("; worker-src 'self'")
        );
        assert!(
            needs
                .of_page(true)
                .contains(&format!("script-src 'self' file: {x} 'sha256-"))
        );
        assert!(
            needs
                .of_host()
                .contains(&format!("script-src 'self' {x} 'sha256-"))
        );
        assert!(needs.of_host().contains("connect-src 'self'"));
    }

    #[test]
    fn a_theme_that_has_files_may_load_them() {
        let theme = ThemeFiles::of(["a.css", "b/c.WOFF2", "d.png"].into_iter());
        let page = Needs {
            theme,
            ..Needs::default()
        }
        .of_page(false);
        assert!(
            page.contains("style-src 'unsafe-inline' 'self' file:")
                && page.contains("font-src 'self' file:")
        );
        assert!(!page.contains("script-src"));
    }

    #[test]
    fn a_policy_can_be_taken_out_of_a_page() {
        let page = "<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"x\">\n<title>";
        assert_eq!(without(page), "<head>\n<meta charset=\"utf-8\">\n<title>");
        assert_eq!(without("<p>"), "<p>");
    }
}
