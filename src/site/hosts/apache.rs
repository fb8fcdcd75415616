//! `.htaccess`, which Apache reads in every folder. What a module would do is inside `IfModule`, so that a host
//! without it still serves the site.

use super::shared_headers;
use super::{
    FEED_FOLDERS, FEED_TYPE, Host, HostFacts, JSON_FEED_TYPE, OPENSEARCH, OPENSEARCH_TYPE,
    media_types,
};
use crate::stage::OutputFile;

/// Apache and LiteSpeed.
pub(crate) struct Apache;

impl Host for Apache {
    fn files(&self, facts: &HostFacts) -> Vec<OutputFile> {
        let root = facts.root();
        let mut text = format!(
            "DirectoryIndex index.html\nErrorDocument 404 {root}404.html\nAddDefaultCharset UTF-8\n"
        );
        text.push_str("<IfModule mod_mime.c>\n");
        let mut endings = Vec::new();
        for (ending, media_type) in media_types() {
            let (bare, charset) = media_type
                .split_once(';')
                .map_or((media_type, false), |(bare, _)| (bare, true));
            text.push_str(&format!("AddType {bare} .{ending}\n"));
            if charset {
                endings.push(format!(".{ending}"));
            }
        }
        text.push_str(&format!(
            "AddCharset UTF-8 {}\n</IfModule>\n",
            endings.join(" ")
        ));
        text.push_str(&format!(
            "<Files \"feed.xml\">\nForceType \"{FEED_TYPE}\"\n</Files>\n"
        ));
        text.push_str(&format!(
            "<Files \"feed.json\">\nForceType \"{JSON_FEED_TYPE}\"\n</Files>\n"
        ));
        text.push_str(&format!(
            "<Files \"{OPENSEARCH}\">\nForceType \"{OPENSEARCH_TYPE}\"\n</Files>\n"
        ));
        let folders = FEED_FOLDERS.join("|");
        text.push_str(&format!(
            "<If \"%{{REQUEST_URI}} =~ m#/({folders})/[^/]+\\.xml$#\">\nForceType \"{FEED_TYPE}\"\n</If>\n"
        ));
        text.push_str("<Files \"void\">\nForceType \"text/turtle\"\n</Files>\n");
        // A received file may be in any character set.
        text.push_str("<If \"%{REQUEST_URI} =~ m#/original/#\">\nAddDefaultCharset Off\n");
        text.push_str("<IfModule mod_mime.c>\nRemoveCharset .html .txt\n</IfModule>\n</If>\n");
        text.push_str("<IfModule mod_headers.c>\n");
        for (name, value) in shared_headers(facts) {
            text.push_str(&format!("Header set {name} \"{value}\"\n"));
        }
        text.push_str(
            "</IfModule>\n<IfModule mod_deflate.c>\nAddOutputFilterByType DEFLATE text/html text/plain text/csv",
        );
        text.push_str(
            " text/javascript application/json application/ld+json application/geo+json application/xml image/svg+xml\n</IfModule>\n",
        );
        text.push_str("<IfModule mod_alias.c>\n");
        for redirect in &facts.redirects {
            let [from, to] =
                [&redirect.from, &redirect.to].map(|path| quoted(&format!("{root}{path}")));
            text.push_str(&format!("Redirect 301 {from} {to}\n"));
        }
        text.push_str("</IfModule>\n");
        vec![OutputFile {
            path: ".htaccess".to_owned(),
            text,
        }]
    }
}

/// A path in quotation marks; Apache wants it decoded, and `\` before marks. Control characters have no form.
fn quoted(path: &str) -> String {
    let plain: String = path.chars().filter(|c| !c.is_control()).collect();
    format!("\"{}\"", plain.replace('\\', "\\\\").replace('"', "\\\""))
}
