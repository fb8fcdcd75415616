//! Small things that many kinds of page are made of.

use crate::charts::Chart;
use crate::pages::status_count::StatusCount;
use crate::text::lang::Lang;
use crate::text::phrase::differing;
pub use crate::text::phrase::{Link, Phrase};
use serde::Serialize;
use std::collections::BTreeMap;

/// A text in Markdown. Templates write it with the helper `markdown`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Prose {
    /// The Markdown.
    pub markdown: String,
    /// Its language, only where it differs from the page's.
    pub lang: Option<String>,
    /// The file it was written in, from the portal's root: its links are relative to it.
    pub source: String,
    /// The page that shows it, from the site's root: links are made relative to it.
    pub page: String,
    /// What is in the place of each `chart` and `table` block, in order; null where nothing can be drawn.
    pub charts: Vec<Option<Chart>>,
    /// Anchors of the page's own headings that are called otherwise on it, because a part of the theme has their name.
    pub anchors: BTreeMap<String, String>,
}

impl Prose {
    /// A text written in `source`, shown on the page at `page`.
    pub fn new(
        markdown: impl Into<String>,
        source: impl Into<String>,
        page: impl Into<String>,
    ) -> Self {
        Prose {
            markdown: markdown.into(),
            source: source.into(),
            page: page.into(),
            ..Prose::default()
        }
    }

    /// Says which language it is in, on a page in `page`'s.
    #[must_use]
    pub fn in_lang(mut self, lang: &Lang, page: &Lang) -> Self {
        self.lang = differing(lang, page);
        self
    }
}

/// A part of a page's text under its own heading.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Section {
    /// Its anchor, and the prefix of every anchor inside it.
    pub id: String,
    /// Its heading; null for what is before the first heading.
    pub heading: Option<Phrase>,
    /// Its text; null where the source has a heading and no text.
    pub text: Option<Prose>,
}

/// A source of facts.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct FactSource {
    /// What it is called.
    pub title: Phrase,
    /// Its address.
    pub href: Option<String>,
    /// Its date.
    pub date: Option<String>,
}

/// Something that shows that a thing was done.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Evidence {
    /// What it is called.
    pub title: Phrase,
    /// Where it is.
    pub href: Option<String>,
    /// Its format, such as `pdf`.
    pub format: Option<String>,
    /// Its size in bytes.
    pub bytes: Option<u64>,
    /// Its date.
    pub date: Option<String>,
}

/// How many of some things have each status: drawn as one strip, and told in words below it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Strip {
    /// How many things there are.
    pub total: u64,
    /// One part for each status that occurs, in the order of statuses.
    pub parts: Vec<StripPart>,
}

/// One status in a strip.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct StripPart {
    /// The status code.
    pub status: String,
    /// How many things have it.
    pub count: u64,
    /// How many stand before it in the strip.
    pub start: u64,
    /// A page that lists them.
    pub href: Option<String>,
    /// What reports say of them, in the place of a status that nobody reported: a degree of completion, `unsaid` where they
    /// give none, `elsewhere` where the portal has no report itself.
    pub evaluation: Option<String>,
    /// Whether the page lists these things.
    pub current: bool,
}

impl Strip {
    /// A strip of these statuses, counts and lists, in the order given; statuses that do not occur are left out.
    pub fn new(counts: impl IntoIterator<Item = StatusCount>) -> Self {
        let mut strip = Strip::default();
        for StatusCount {
            status,
            count,
            href,
        } in counts.into_iter().filter(|of| of.count > 0)
        {
            strip.parts.push(StripPart {
                status,
                count,
                start: strip.total,
                href,
                ..StripPart::default()
            });
            strip.total += count;
        }
        strip
    }

    /// Adds things whose evaluation is shown in the place of a status: the status, what reports say, and how many. They come
    /// before the others of that status.
    #[must_use]
    pub(crate) fn evaluated(
        mut self,
        status: &str,
        counts: impl IntoIterator<Item = (&'static str, u64)>,
    ) -> Self {
        let first = self.parts.iter().position(|part| part.status == status);
        let at = first.unwrap_or(self.parts.len());
        let evaluated = counts.into_iter().filter(|(_, count)| *count > 0);
        let evaluated = evaluated.map(|(evaluation, count)| StripPart {
            status: status.to_owned(),
            count,
            evaluation: Some(evaluation.to_owned()),
            ..StripPart::default()
        });
        self.parts.splice(at..at, evaluated);
        self.total = 0;
        for part in &mut self.parts {
            part.start = self.total;
            self.total += part.count;
        }
        self
    }
}

/// How to cite something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Citation {
    /// In words: creator (year). Title (version). Publisher. Type. Address.
    pub text: String,
    /// The same for programs: BibTeX, RIS, CSL-JSON.
    pub files: Vec<Link>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_strip_knows_where_each_part_begins() {
        let strip = Strip::new(
            [("a", 2), ("b", 0), ("c", 3)].map(|(status, count)| StatusCount {
                status: status.to_owned(),
                count,
                href: None,
            }),
        );
        assert_eq!(strip.total, 5);
        let evaluated = strip
            .clone()
            .evaluated("c", [("limited", 4), ("complete", 0)]);
        let parts = evaluated.parts.iter();
        let parts: Vec<_> = parts
            .map(|p| (p.evaluation.as_deref(), p.count, p.start))
            .collect();
        assert_eq!(parts, [(None, 2, 0), (Some("limited"), 4, 2), (None, 3, 6)]);
        assert_eq!(evaluated.total, 9);
        assert_eq!(
            strip.parts.iter().map(|p| p.start).collect::<Vec<_>>(),
            [0, 2]
        );
    }
}
