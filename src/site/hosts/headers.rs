//! `_headers`, which Netlify, Cloudflare Pages and others read from the root of the site.

use super::{FEED_FOLDERS, FEED_TYPE, Host, HostFacts, OPENSEARCH, OPENSEARCH_TYPE, media_types};
use super::{hinted_pages, link_header, shared_headers};
use crate::stage::OutputFile;

/// Netlify, Cloudflare Pages and hosts that follow their form.
pub(crate) struct Headers;

impl Host for Headers {
    /// A path, then its headers indented; `*` represents any part of a path. Paths begin at the host's root.
    fn files(&self, facts: &HostFacts) -> Vec<OutputFile> {
        let root = facts.root();
        let mut text = format!("{root}*\n");
        for (name, value) in shared_headers(facts) {
            text.push_str(&format!("  {name}: {value}\n"));
        }
        // No two rules name the type of one file: Cloudflare would join both values into one that means nothing.
        for (ending, media_type) in media_types().filter(|(ending, _)| *ending != "xml") {
            text.push_str(&format!("{root}*.{ending}\n  Content-Type: {media_type}\n"));
        }
        // A rule may hold one `*` only, so that each language has its own.
        let in_folders = facts.folders.iter().flat_map(|f| {
            FEED_FOLDERS
                .iter()
                .map(move |name| format!("{f}{name}/*.xml"))
        });
        for path in ["feed.xml".to_owned(), "*/feed.xml".to_owned()]
            .into_iter()
            .chain(in_folders)
        {
            text.push_str(&format!("{root}{path}\n  Content-Type: {FEED_TYPE}\n"));
        }
        for folder in &facts.folders {
            text.push_str(&format!(
                "{root}{folder}{OPENSEARCH}\n  Content-Type: {OPENSEARCH_TYPE}\n"
            ));
        }
        if root == "/" {
            text.push_str("/.well-known/void\n  Content-Type: text/turtle\n");
        }
        if let Some(links) = link_header(facts) {
            for page in hinted_pages(facts) {
                text.push_str(&format!("{root}{page}\n  Link: {links}\n"));
            }
        }
        vec![OutputFile {
            path: "_headers".to_owned(),
            text,
        }]
    }
}
