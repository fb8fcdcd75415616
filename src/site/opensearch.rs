//! OpenSearch description documents (OpenSearch 1.1, draft 6), by which browsers offer a portal's search in their address
//! line: one for each language.

use crate::pages::kinds::SEARCH;
use crate::pages::{Plan, address};
use crate::record::absolute;
use crate::render::Theme;
use crate::stage::OutputFile;
use crate::text::escape::xml;

/// The file, in each language's folder.
pub(crate) const FILE: &str = "opensearch.xml";

pub(crate) const MEDIA_TYPE: &str = "application/opensearchdescription+xml";

/// Most characters of a short name, a long name and a description, by the specification.
const LENGTHS: [usize; 3] = [16, 48, 1024];

/// The documents; none where there is no search page. Their addresses must be full ones.
pub(crate) fn all(plan: &Plan, theme: &Theme, base: &str) -> Vec<OutputFile> {
    if !plan.has_search() {
        return Vec::new();
    }
    let portal = &plan.catalog.portal;
    let documents = portal.languages.iter().map(|lang| {
        let title = portal.title.text(lang);
        let description = theme
            .voice(lang)
            .map(|v| v.say("search-describes", &[("title", title.into())]));
        let [short, long, about] = [
            (title, 0),
            (title, 1),
            (description.as_deref().unwrap_or(title), 2),
        ]
        .map(|(text, which)| xml(&shortened(text, LENGTHS[which])));
        let text = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
             <OpenSearchDescription xmlns=\"http://a9.com/-/spec/opensearch/1.1/\">\n\
             <ShortName>{short}</ShortName>\n<LongName>{long}</LongName>\n<Description>{about}</Description>\n\
             <Url type=\"text/html\" template=\"{}?q={{searchTerms}}\"/>\n\
             <Url type=\"{MEDIA_TYPE}\" rel=\"self\" template=\"{}\"/>\n\
             <Language>{}</Language>\n<InputEncoding>UTF-8</InputEncoding>\n<OutputEncoding>UTF-8</OutputEncoding>\n\
             </OpenSearchDescription>\n",
            xml(&absolute(base, &address::in_lang(lang, &portal.main, SEARCH))),
            xml(&absolute(base, &address::in_lang(lang, &portal.main, FILE))),
            xml(lang.tag()),
        );
        OutputFile {
            path: address::in_lang(lang, &portal.main, FILE),
            text,
        }
    });
    documents.collect()
}

/// A text of at most so many characters, ended between words where it is cut.
fn shortened(text: &str, most: usize) -> String {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = text.char_indices().nth(most) else {
        return text;
    };
    let cut = text[..end]
        .rfind(' ')
        .filter(|at| *at > end / 2)
        .unwrap_or(end);
    text[..cut].to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_as_long_as_they_may_be() {
        assert_eq!(
            shortened("Gobierno abierto del Estado", 16),
            "Gobierno abierto"
        );
        assert_eq!(shortened("Gobiernos abiertos", 16), "Gobiernos");
        assert_eq!(shortened(&"ñ".repeat(40), 16), "ñ".repeat(16));
    }
}
