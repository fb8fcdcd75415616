//! A small page at each former address, which sends readers on: it works on every host and from a disk.

use super::{Host, HostFacts, Redirect};
use crate::site::relative;
use crate::stage::OutputFile;
use crate::text::escape::html;

/// Any host.
pub(crate) struct RedirectPages;

impl Host for RedirectPages {
    fn files(&self, facts: &HostFacts) -> Vec<OutputFile> {
        let pages = facts
            .redirects
            .iter()
            .filter(|r| r.from.ends_with(".html") && can_be_a_file(&r.from));
        pages
            .map(|redirect| OutputFile {
                path: redirect.from.clone(),
                text: page(redirect),
            })
            .collect()
    }
}

/// Whether a disk takes a path: file systems know no names of more than 255 bytes, and those with control characters are
/// safe nowhere. Hosts with a list of redirects send readers on from there too.
fn can_be_a_file(path: &str) -> bool {
    path.split('/').all(|name| name.len() <= 255) && !path.contains(char::is_control)
}

fn page(redirect: &Redirect) -> String {
    let to = html(&relative(&redirect.from, &redirect.to));
    let [title, moved, lang] = [&redirect.title, &redirect.moved, redirect.lang.tag()].map(html);
    let dir = redirect.lang.dir();
    format!(
        "<!doctype html>\n<html lang=\"{lang}\" dir=\"{dir}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; base-uri 'none'\">\n\
         <meta name=\"viewport\" content=\"width=device-width\">\n<title>{title}</title>\n\
         <meta name=\"robots\" content=\"noindex\">\n<meta http-equiv=\"refresh\" content=\"0; url={to}\">\n\
         <link rel=\"canonical\" href=\"{to}\">\n</head>\n<body>\n<main>\n<h1>{moved}</h1>\n\
         <p><a href=\"{to}\">{title}</a></p>\n</main>\n</body>\n</html>\n"
    )
}
