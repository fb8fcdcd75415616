//! The first words of the portal: at most three lines, as whole sentences.

use crate::pages::context::{Prose, Section};
use crate::pages::{PagePlan, SiteFacts, prose};

/// Letters that three lines of a telephone hold.
const LETTERS: usize = 130;

/// Returns the first words: what the home page says in brief, else what the portal is, else the beginning of the page's own
/// text, which then is not said again among `sections`.
pub(super) fn welcome(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    sections: &mut Vec<Section>,
) -> Option<Prose> {
    let settings = &site.portal.settings;
    let head = site.portal.home.as_ref().map(|home| &home.head);
    let brief = head.and_then(|head| prose::summary(page, head));
    let told =
        brief.or_else(|| prose::of_words(page, &settings.description, crate::source::SETTINGS));
    if let Some(told) = told {
        let first = first_sentences(&told.markdown).len();
        return Some(without(&told, first).0);
    }
    let at = sections.iter().position(|s| s.heading.is_none())?;
    let text = sections[at].text.as_ref()?;
    let first = first_sentences(text.markdown.trim_start()).len();
    let (welcome, rest) = without(text, first);
    match rest {
        Some(rest) => sections[at].text = Some(rest),
        None => drop(sections.remove(at)),
    }
    Some(welcome)
}

/// Cuts a text after so many bytes, blanks before it not counted; what is drawn in it stays in the second part.
fn without(text: &Prose, first: usize) -> (Prose, Option<Prose>) {
    let (head, rest) = text.markdown.trim_start().split_at(first);
    let welcome = Prose {
        markdown: head.to_owned(),
        charts: Vec::new(),
        ..text.clone()
    };
    let rest = rest.trim();
    let rest = (!rest.is_empty()).then(|| Prose {
        markdown: rest.to_owned(),
        ..text.clone()
    });
    (welcome, rest)
}

/// Returns as many whole sentences of the first paragraph as three lines hold, at least one. A text with marks of
/// Markdown is a paragraph whole, for a cut might part a mark from its pair.
fn first_sentences(text: &str) -> &str {
    let paragraph = text.split("\n\n").next().unwrap_or_default().trim_end();
    if paragraph.contains(['*', '_', '`', '[', '<']) {
        return paragraph;
    }
    let ends = paragraph.match_indices(['.', '!', '?', '。', '؟', '…']);
    let ends = ends.map(|(at, sign)| at + sign.len());
    let mut end = None;
    for at in ends.filter(|at| is_end(paragraph, *at)) {
        if end.is_some() && paragraph[..at].chars().count() > LETTERS {
            break;
        }
        end = Some(at);
    }
    end.map_or(paragraph, |end| &paragraph[..end])
}

/// Whether a sentence ends here: what follows begins with a blank, and not in small letters or with a figure.
fn is_end(text: &str, at: usize) -> bool {
    let rest = &text[at..];
    let next = rest.trim_start().chars().next();
    let is_apart = rest.starts_with(char::is_whitespace) || text[..at].ends_with('。');
    rest.is_empty() || is_apart && next.is_none_or(|c| !c.is_lowercase() && !c.is_numeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_lines_are_whole_sentences() {
        let long = "Here you read what was promised, by whom and by when, in plain words. \
                    Each promise has its data beside it. Everything can be downloaded.";
        let two = "Here you read what was promised, by whom and by when, in plain words. \
                   Each promise has its data beside it.";
        for (text, first) in [
            ("One. Two.", "One. Two."),
            (long, two),
            (
                "It costs 3.5 million. Yes.\n\nMore.",
                "It costs 3.5 million. Yes.",
            ),
            (
                "See [the data. All of it](a.md). More.",
                "See [the data. All of it](a.md). More.",
            ),
            ("第一句。第二句。", "第一句。第二句。"),
            ("No end at all", "No end at all"),
            ("", ""),
        ] {
            assert_eq!(first_sentences(text), first);
        }
    }

    #[test]
    fn one_long_sentence_is_not_cut() {
        let long = format!("{} end. Next.", "words ".repeat(40));
        assert!(first_sentences(&long).ends_with(" end."));
    }
}
