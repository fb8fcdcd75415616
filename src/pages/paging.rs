//! How a list is parted into pages. What a page may weigh is known beforehand, so what an entry will weigh is estimated:
//! a list that is too long would break its page's budget, and no publisher could do anything about it.

use crate::model::Portal;
use crate::model::commitment::Commitment;
use crate::model::head::Head;
use crate::model::vocabulary::Taxonomy;
use crate::text::words::Words;

/// Most entries on a page, however short they are.
pub(crate) const MOST: usize = 50;

/// Most bytes of words that stand beside a title.
pub(crate) const LONGEST_BESIDE: usize = 48;

/// Fewest entries on a page, however long they are.
const FEWEST: usize = 8;

/// Compressed bytes that entries may take on a page of a list without ways to cut it.
pub(crate) const LIST: usize = 4_600;

/// The same on the page of an action plan, which has text of its own.
pub(crate) const PLAN: usize = 5_200;

/// Compressed bytes of a page of a list without its entries: styles, menu, strip, foot. Measured at most 4,750 bytes.
const AROUND: usize = 4_800;

/// Fewest bytes that entries get, whatever stands around them.
const LEAST: usize = 1_200;

/// Compressed bytes of a value by which a list is cut, besides its name.
const VALUE: usize = 18;

/// Most values of a fact that are counted on.
const VALUES: usize = 8;

/// What a page's budget leaves for entries, of so many bytes: nine tenths of it are used without a warning.
pub(crate) fn room(portal: &Portal, budget: u64, beside: usize) -> usize {
    let settings = &portal.settings;
    let crest = settings.crest_image.as_ref().map_or(0, String::len) * 4 / 5;
    let named = compressed(&settings.title) + compressed(&settings.description);
    let used = usize::try_from(budget * 9 / 10).unwrap_or(usize::MAX);
    let room = used.saturating_sub(AROUND + crest + named + beside);
    room.max(LEAST)
}

/// Returns about what the ways to cut a list of commitments weigh, where it is long enough for any.
pub(crate) fn facets_of_commitments(portal: &Portal) -> usize {
    if portal.commitments.len() < VALUES {
        return 0;
    }
    let terms = Taxonomy::ALL.into_iter().map(|taxonomy| {
        let names = portal.terms.of(taxonomy).map(|term| &term.name);
        values(names)
    });
    let plans = values(portal.action_plans.iter().map(|plan| &plan.head.title));
    // Years, degrees of completion, and what reports answered.
    let others = 150 + if portal.reports.is_empty() { 0 } else { 150 };
    terms.sum::<usize>() + plans + others
}

/// Returns what some values with these names weigh, about: as many as are shown, each as long as they are on average.
pub(crate) fn values<'w>(names: impl Iterator<Item = &'w Words>) -> usize {
    let (mut count, mut bytes) = (0, 0);
    for name in names {
        (count, bytes) = (count + 1, bytes + compressed(name));
    }
    if count < 2 {
        return 0;
    }
    count.min(VALUES) * (VALUE + bytes / count)
}

/// The entries of a list that one of its pages shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ListRange {
    /// The first one, from 0.
    pub(crate) start: usize,
    /// The one after the last.
    pub(crate) end: usize,
    /// How many pages the list has.
    pub(crate) parts: usize,
    /// Whether entries are without their summaries: in a list of several pages one looks for a title.
    pub(crate) brief: bool,
}

impl Default for ListRange {
    fn default() -> Self {
        ListRange {
            start: 0,
            end: 0,
            parts: 1,
            brief: false,
        }
    }
}

/// What an entry weighs, about: measured on pages of real titles, of which a byte of text takes 0.45 bytes.
#[derive(Debug, Clone, Copy)]
pub(crate) struct EntryWeight {
    bare: usize,
    summary: usize,
}

/// Returns how many compressed bytes words take in the language that has most of them, about.
fn compressed(words: &Words) -> usize {
    let weights = words.all().map(|(_, text)| compressed_text(text));
    weights.max().unwrap_or(0)
}

/// Returns how many compressed bytes a text takes, about. A Chinese character is two, for there are thousands of them.
fn compressed_text(text: &str) -> usize {
    let wide = if text.is_ascii() {
        0
    } else {
        text.chars().filter(|c| *c >= '\u{2E80}').count()
    };
    wide * 2 + (text.len() - (wide * 3).min(text.len())) * 9 / 20
}

impl EntryWeight {
    /// An entry whose facts take so many bytes besides its title and summary.
    pub(crate) fn new(title: &Words, summary: &Words, facts: usize) -> EntryWeight {
        EntryWeight {
            bare: facts + compressed(title),
            summary: compressed(summary),
        }
    }

    /// An entry with so many bytes of text, and facts that take so many bytes besides.
    pub(crate) fn of_text(bytes: usize, facts: usize) -> EntryWeight {
        EntryWeight {
            bare: facts + bytes * 9 / 20,
            summary: 0,
        }
    }

    /// An entry with a period, a place and the like.
    pub(crate) fn of(head: &Head) -> EntryWeight {
        EntryWeight::new(&head.title, &head.summary, 40)
    }

    /// The same entry with more words beside its title, which are cut where they are long.
    pub(crate) fn with(self, words: &Words) -> EntryWeight {
        EntryWeight {
            bare: self.bare + compressed(words).min(LONGEST_BESIDE * 9 / 20),
            ..self
        }
    }

    pub(crate) fn commitment(commitment: &Commitment) -> EntryWeight {
        // Its status, its end and its place: measured on pages of 25 to 50 entries, 10 to 19 bytes.
        EntryWeight::new(&commitment.head.title, &commitment.head.summary, 20)
    }

    /// A dataset, with its formats, its publisher and a line the size of a word.
    pub(crate) fn dataset(title: &Words, summary: &Words) -> EntryWeight {
        EntryWeight::new(title, summary, 130)
    }
}

/// Parts a list into pages with so much room. An empty one has a page too.
pub(crate) fn spans(lines: impl Iterator<Item = EntryWeight>, room: usize) -> Vec<ListRange> {
    spans_after(0, lines, room)
}

/// The same where so many bytes of text are on the first page besides.
pub(crate) fn spans_after(
    text: usize,
    lines: impl Iterator<Item = EntryWeight>,
    room: usize,
) -> Vec<ListRange> {
    spans_of(text, lines, room, MOST)
}

/// The same with at most so many entries on a page.
pub(crate) fn spans_of(
    text: usize,
    lines: impl Iterator<Item = EntryWeight>,
    room: usize,
    most: usize,
) -> Vec<ListRange> {
    let lines: Vec<EntryWeight> = lines.collect();
    let text = text * 9 / 20;
    let whole: usize = text
        + lines
            .iter()
            .map(|line| line.bare + line.summary)
            .sum::<usize>();
    if lines.len() <= FEWEST || lines.len() <= most && whole <= room {
        return vec![ListRange {
            end: lines.len(),
            ..ListRange::default()
        }];
    }
    let mut ends = Vec::new();
    let (mut start, mut taken) = (0, text);
    for (at, line) in lines.iter().enumerate() {
        if at - start == most || at - start >= FEWEST && taken + line.bare > room {
            ends.push(at);
            (start, taken) = (at, 0);
        }
        taken += line.bare;
    }
    ends.push(lines.len());
    let starts = std::iter::once(0).chain(ends.iter().copied());
    starts
        .zip(&ends)
        .map(|(start, end)| ListRange {
            start,
            end: *end,
            parts: ends.len(),
            brief: true,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(title: usize, summary: usize, many: usize) -> Vec<(usize, usize, bool)> {
        let line = EntryWeight {
            bare: title,
            summary,
        };
        spans(std::iter::repeat_n(line, many), 1_000)
            .into_iter()
            .map(|s| (s.start, s.end, s.brief))
            .collect()
    }

    #[test]
    fn a_list_keeps_its_summaries_where_it_fits_on_one_page() {
        assert_eq!(parted(10, 90, 0), [(0, 0, false)]);
        assert_eq!(parted(10, 90, 10), [(0, 10, false)]);
        assert_eq!(parted(10, 90, 11), [(0, 11, true)]);
        assert_eq!(parted(0, 0, 51), [(0, 50, true), (50, 51, true)]);
        assert_eq!(
            parted(100, 0, 25),
            [(0, 10, true), (10, 20, true), (20, 25, true)]
        );
        // What is too long by itself is shown all the same.
        assert_eq!(parted(5_000, 0, 9), [(0, 8, true), (8, 9, true)]);
    }
}
