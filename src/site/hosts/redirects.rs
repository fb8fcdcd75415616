//! `_redirects`, which Netlify, Cloudflare Pages, GitLab Pages and others read from the root of the site.

use super::{Host, HostFacts};
use crate::record::encode_path;
use crate::stage::OutputFile;

/// Netlify, Cloudflare Pages, GitLab Pages and hosts that follow their form.
pub(crate) struct Redirects;

impl Host for Redirects {
    /// A line each: from, to, status. Paths begin at the host's root.
    fn files(&self, facts: &HostFacts) -> Vec<OutputFile> {
        let root = facts.root();
        let mut text = String::new();
        for redirect in &facts.redirects {
            let [from, to] = [&redirect.from, &redirect.to].map(|path| encode_path(path));
            text.push_str(&format!("{root}{from} {root}{to} 301\n"));
        }
        vec![OutputFile {
            path: "_redirects".to_owned(),
            text,
        }]
    }
}
