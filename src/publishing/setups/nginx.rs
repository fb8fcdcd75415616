//! nginx, which reads nothing of a site: lines for whoever runs the server, to be included where the site is.

use super::HostSetup;
use crate::site::hosts::{FEED_TYPE, common_headers, served_types};

/// Lines for a block `server` or `location`.
pub(super) struct Nginx;

impl HostSetup for Nginx {
    fn name(&self) -> &'static str {
        "nginx"
    }

    fn path(&self) -> &'static str {
        "nginx.conf"
    }

    fn text(&self) -> String {
        let mut text = "# For nginx: include this file in the block “server” of the site.\n\
             index index.html;\nerror_page 404 /404.html;\n"
            .to_owned();
        let mut in_utf_8 = Vec::new();
        text.push_str("types {\n");
        for (ending, media_type) in served_types() {
            let (bare, charset) = media_type.split_once(';').unwrap_or((media_type, ""));
            text.push_str(&format!("    {bare} {ending};\n"));
            // Those of pages nginx knows by itself.
            if !charset.is_empty() && bare != "text/html" && !in_utf_8.contains(&bare) {
                in_utf_8.push(bare);
            }
        }
        text.push_str(&format!(
            "}}\ncharset utf-8;\ncharset_types {};\n",
            in_utf_8.join(" ")
        ));
        for (name, value) in common_headers() {
            text.push_str(&format!("add_header {name} \"{value}\" always;\n"));
        }
        text.push_str(&format!(
            "location ~ (^|/)feed\\.xml$ {{\n    types {{ }}\n    default_type {FEED_TYPE};\n}}\n"
        ));
        // A received file may be in any character set.
        text.push_str("location ~ /original/ {\n    charset off;\n}\n");
        text.push_str("gzip on;\ngzip_types text/plain text/css text/csv text/javascript application/json application/xml image/svg+xml;\n");
        text
    }
}
