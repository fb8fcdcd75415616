//! Terms of the glossary in texts: each leads to what it means where a page has it first.
//!
//! A text does not know which others are on its page, so in each text the first use of a term is a link, and [`keep_first`]
//! takes the later ones out of the finished page.

use crate::pages::glossary::of_theme;
use aho_corasick::{AhoCorasick, AhoCorasickBuilder, MatchKind};
use memchr::memmem;
use std::collections::BTreeSet;

/// How a link to the glossary begins in a finished page.
pub(crate) const LINK: &str = "<a class=\"term\" href=\"";

/// A term of the portal's own, as texts have it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnTerm {
    /// Its anchor on the glossary's page.
    pub anchor: String,
    /// Its forms in texts.
    pub forms: Vec<String>,
}

/// Terms that texts in one language link to.
#[derive(Debug)]
pub(crate) struct GlossaryTerms {
    finder: Option<AhoCorasick>,
    /// The anchor of each form, in the finder's order.
    anchors: Vec<String>,
}

/// A term in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TermUse {
    /// From which byte to which it is.
    pub(crate) at: std::ops::Range<usize>,
    /// Which form, for [`GlossaryTerms::anchor`].
    pub(crate) form: usize,
}

impl GlossaryTerms {
    /// Takes the forms that the theme gives in a language (`term-NAME-forms`, divided by `|`), and the portal's own terms.
    pub(crate) fn of(words: impl Fn(&str) -> Option<String>, own: Vec<OwnTerm>) -> GlossaryTerms {
        let of_theme = of_theme().filter_map(|name| {
            let forms = words(&format!("term-{name}-forms"))?;
            Some(OwnTerm {
                anchor: name.to_owned(),
                forms: forms
                    .split('|')
                    .map(|form| form.trim().to_owned())
                    .collect(),
            })
        });
        let (mut anchors, mut forms) = (Vec::new(), Vec::new());
        for term in own.into_iter().chain(of_theme) {
            for form in term.forms.into_iter().filter(|form| !form.is_empty()) {
                anchors.push(term.anchor.clone());
                forms.push(form);
            }
        }
        let finder = AhoCorasickBuilder::new()
            .ascii_case_insensitive(true)
            .match_kind(MatchKind::LeftmostLongest)
            .build(&forms)
            .ok()
            .filter(|_| !forms.is_empty());
        GlossaryTerms { finder, anchors }
    }

    /// Returns where a text uses terms, as whole words, in order.
    pub(crate) fn uses<'a>(&'a self, text: &'a str) -> impl Iterator<Item = TermUse> + 'a {
        let found = self
            .finder
            .iter()
            .flat_map(move |finder| finder.find_iter(text));
        found
            .filter(|found| is_whole(text, found.range()))
            .map(|found| TermUse {
                at: found.range(),
                form: found.pattern().as_usize(),
            })
    }

    /// Returns the anchor of the term that has this form.
    pub(crate) fn anchor(&self, form: usize) -> &str {
        &self.anchors[form]
    }
}

/// Whether no letter or digit touches these bytes; scripts that write without blanks have no such edges.
fn is_whole(text: &str, at: std::ops::Range<usize>) -> bool {
    let joins = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && c < '\u{2E80}');
    !joins(text[..at.start].chars().next_back()) && !joins(text[at.end..].chars().next())
}

/// Returns a page that links each term where it has it first.
pub(crate) fn keep_first(html: String) -> String {
    if memmem::find(html.as_bytes(), LINK.as_bytes()).is_none() {
        return html;
    }
    let mut out = String::with_capacity(html.len());
    let (mut seen, mut rest) = (BTreeSet::new(), html.as_str());
    while let Some(at) = rest.find(LINK) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        let Some(end) = rest.find("</a>") else { break };
        let link = &rest[..end];
        let (tag, words) = link.split_at(link.find('>').map_or(end, |close| close + 1));
        let is_first = seen.insert(tag.to_owned());
        out.push_str(if is_first { link } else { words });
        rest = &rest[end..];
        if !is_first {
            rest = &rest["</a>".len()..];
        }
    }
    out.push_str(rest);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::messages::Messages;

    #[test]
    fn terms_are_found_as_whole_words_in_any_case() {
        let forms = "term-irm-forms = órgano revisor|órganos revisores\n";
        let messages = Messages::new("es", &[forms]).unwrap();
        let own = OwnTerm {
            anchor: "own-x".into(),
            forms: vec!["Sujeto obligado".into(), "sujetos obligados".into()],
        };
        let terms = GlossaryTerms::of(|id| messages.format(id, None, &[]), vec![own]);
        let text = "Los Sujetos Obligados y el órgano revisor; no el presujeto obligado.";
        let uses: Vec<_> = terms
            .uses(text)
            .map(|u| (&text[u.at], terms.anchor(u.form)))
            .collect();
        assert_eq!(
            uses,
            [("Sujetos Obligados", "own-x"), ("órgano revisor", "irm")]
        );
    }

    #[test]
    fn a_page_links_a_term_once() {
        let link = |words: &str| format!("{LINK}../glossary.html#irm\">{words}</a>");
        let page = format!(
            "<p>{} and {}, {}</p>",
            link("A"),
            link("B"),
            "<a href=\"x\">C</a>"
        );
        let once = format!("<p>{} and B, <a href=\"x\">C</a></p>", link("A"));
        assert_eq!(keep_first(page), once);
    }
}
