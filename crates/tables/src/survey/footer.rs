//! Totals and notes below a table.
//!
//! The last rows are held back until the file's end is known, and the lowest of them are looked at: a row whose only
//! cell is a note, or whose first cell says that it is a total, is no row of data. It is taken out of the table and
//! named in a message.

use super::footnote::{begins_as_note, is_attribution, is_marked, is_note};
use crate::dialect::{holds_number, is_client_footer, total_word};
use crate::rows::Row;

/// Rows held back.
const HELD: usize = 48;

/// A row and its number in the file.
type NumberedRow = (u64, Row);

/// The rows of data most recently read.
pub(crate) struct FooterBuffer {
    /// Columns of the header.
    width: usize,
    /// Once they are as many as are held, a ring, the oldest at `oldest`.
    held: Vec<NumberedRow>,
    oldest: usize,
    /// Rows let through, and how many of them were as rows below the table are: rows like these throughout the
    /// table are rows of the table.
    let_through: u64,
    alike: AlikeRows,
    /// Numbers of the held rows that a blank row is right before.
    gaps: Vec<u64>,
}

#[derive(Default)]
struct AlikeRows {
    short: u64,
    single: u64,
    total: u64,
}

impl FooterBuffer {
    /// For a table of so many columns.
    pub(crate) fn new(width: usize) -> Self {
        FooterBuffer {
            width,
            held: Vec::new(),
            oldest: 0,
            let_through: 0,
            alike: AlikeRows::default(),
            gaps: Vec::new(),
        }
    }

    /// Takes in a row of data. Whether one comes out for it, the one that has waited longest, which then is in its place.
    pub(crate) fn push(&mut self, mut number: u64, row: &mut Row, after_blank: bool) -> bool {
        if after_blank {
            self.gaps.push(number);
        }
        if self.held.len() < HELD {
            self.held.push((number, std::mem::take(row)));
            return false;
        }
        let oldest = &mut self.held[self.oldest];
        self.oldest = (self.oldest + 1) % HELD;
        std::mem::swap(&mut oldest.0, &mut number);
        std::mem::swap(&mut oldest.1, row);
        if !self.gaps.is_empty() {
            self.gaps.retain(|gap| *gap > number);
        }
        self.let_through += 1;
        self.alike.short += u64::from(row.len() < self.width && row.filled() <= 2);
        self.alike.single += u64::from(row.len() >= self.width && row.has_one_filled());
        self.alike.total += u64::from(says_total(row));
        true
    }

    /// The rows still held, divided into data and what is below it.
    pub(crate) fn finish(mut self) -> TableEnd {
        let rare = |n: u64| n * 50 <= self.let_through;
        let (short, single, total) = (
            rare(self.alike.short),
            rare(self.alike.single),
            rare(self.alike.total),
        );
        self.held.rotate_left(self.oldest);
        let mut data = self.held;
        let mut first_below = signatures(&data, &self.gaps);
        let sentences = are_sentences(&data);
        for at in (1..first_below).rev() {
            let (number, row) = &data[at];
            let gap = self.gaps.contains(number);
            let apart = gap || at + 1 < data.len() && first_below == at + 1;
            let alone = || !data[..at].iter().any(|(_, above)| says_total(above));
            // Among sentences a sentence is an answer, unless it stands apart or has the mark of a note.
            let below_total = says_total(&data[at - 1].1);
            let is_note = |text: &str| {
                if sentences && !gap && !below_total {
                    is_marked(text)
                } else {
                    is_note(text)
                }
            };
            let below = if is_client(row) {
                true
            } else if self.width == 1 {
                gap && is_attribution(lead(row))
            } else if says_total(row) {
                // Where the first cell is blank in rows of data too, a total may be one of them. Columns that are blank
                // throughout are only there for the eye.
                let filled = |row: &Row, column| {
                    row.cell(column).is_some_and(|c: &str| !c.trim().is_empty())
                };
                let begins = (0..self.width)
                    .find(|column| data[..at].iter().any(|(_, above)| filled(above, *column)));
                let first = |row: &Row| filled(row, begins.unwrap_or(0));
                let named = first(row) || data[..at].iter().all(|(_, above)| first(above));
                total
                    && named
                    && alone()
                    && !(self.let_through == 0 && sums_nothing(row, &data[..at]))
            } else if is_sentence(row)
                && !data[..at]
                    .iter()
                    .any(|(_, above)| is_spaced(above) && !is_sentence(above))
                || is_labelled(row, self.width)
                    && data[..at]
                        .iter()
                        .filter(|(_, above)| !lead(above).ends_with(':'))
                        .count()
                        * 2
                        > at
            {
                true
            } else if row.len() < self.width {
                let alone = sentences && !gap && !below_total && row.filled() == 1;
                short
                    && if alone {
                        is_note(lead(row))
                    } else {
                        is_short_note(row, self.width, apart)
                    }
            } else {
                // What stands alone below a gap is no row of a table of several columns.
                let stands_first = || row.cell(0).is_some_and(|cell| !cell.trim().is_empty());
                let note = || is_note(lead(row)) || gap && self.width > 2 && stands_first();
                single && row.has_one_filled() && note()
            };
            if !below {
                break;
            }
            first_below = at;
        }
        if first_below == 1 && data.first().is_some_and(|(_, row)| is_client(row)) {
            first_below = 0;
        }
        let below = data.split_off(first_below);
        TableEnd {
            has_answers: has_answers(&data),
            data,
            below,
        }
    }
}

/// The last rows of a table.
pub(crate) struct TableEnd {
    /// Its rows.
    pub(crate) data: Vec<NumberedRow>,
    /// What is below it.
    pub(crate) below: Vec<NumberedRow>,
    /// Whether sentences are in its first column, so that a text alone may be one more of them.
    has_answers: bool,
}

impl TableEnd {
    /// Whether a row that was set aside looks like one of the table all the same.
    pub(crate) fn looks_like_data(&self, row: &Row) -> bool {
        let text = lead(row);
        let is_note = is_marked(text) || begins_as_note(text);
        let may_be_answer = self.has_answers
            && row.filled() == 1
            && text.contains(' ')
            && !is_note
            && !says_total(row);
        looks_like_data(row) || may_be_answer && !is_client(row)
    }
}

/// Whether a quarter of the rows or more begin with a sentence: several words, of which not only the first is long and small.
fn has_answers(rows: &[NumberedRow]) -> bool {
    let is_small = |word: &str| word.chars().count() > 3 && word.starts_with(char::is_lowercase);
    let is_answer = |cell: &str| {
        cell.split_whitespace().count() > 2 && cell.split_whitespace().skip(1).any(is_small)
    };
    let answers = rows.iter().filter(|(_, row)| {
        row.cell(0)
            .is_some_and(|cell| !holds_number(cell) && is_answer(cell))
    });
    answers.count() * 4 >= rows.len().max(1)
}

/// Whether a row is the line in which a database client counts the rows above.
fn is_client(row: &Row) -> bool {
    let starts =
        lead(row).starts_with(|c: char| c == '(' || c.is_ascii_digit() || c.is_ascii_alphabetic());
    starts && row.filled() < 3 && is_client_footer(&row.cells().collect::<Vec<_>>().join(","))
}

/// Whether the first column of most of these rows holds sentences, of three words or more.
fn are_sentences(rows: &[NumberedRow]) -> bool {
    let sentences = rows.iter().filter(|(_, row)| {
        row.cell(0)
            .is_some_and(|cell| cell.split_whitespace().count() > 2 && !holds_number(cell))
    });
    sentences.count() * 2 > rows.len()
}

/// Whether a row that was set aside looks like one of the table all the same: it has numbers, and is neither total nor
/// note.
fn looks_like_data(row: &Row) -> bool {
    let held = || row.cells().map(str::trim).filter(|cell| !cell.is_empty());
    let labelled = lead(row).ends_with(':');
    held().count() > 1
        && held().skip(1).any(holds_number)
        && !(says_total(row) || is_client(row) || labelled || is_note(lead(row)))
}

/// Rows of signatures, at most.
const MOST_SIGNED: usize = 6;

/// Where the last rows begin to be signatures: a blank row after a total, and then no digit any more. Their number
/// where there are none.
fn signatures(data: &[NumberedRow], gaps: &[u64]) -> usize {
    let unnumbered = |row: &Row| {
        !row.cells()
            .any(|cell| cell.bytes().any(|b| b.is_ascii_digit()))
    };
    let least = data.len().saturating_sub(MOST_SIGNED).max(1);
    let begins = |at: &usize| gaps.contains(&data[*at].0) && says_total(&data[*at - 1].1);
    let signed = (least..data.len())
        .find(begins)
        .filter(|at| data[*at..].iter().all(|(_, row)| unnumbered(row)));
    signed.unwrap_or(data.len())
}

/// The first cell that holds something.
fn lead(row: &Row) -> &str {
    row.cells()
        .map(str::trim)
        .find(|cell| !cell.is_empty())
        .unwrap_or("")
}

fn says_total(row: &Row) -> bool {
    total_word(lead(row))
}

/// Whether a row is no total after all: it has a word beside the one that says so, and none of its numbers is the sum of
/// those above (`Total`, the firm, `France`, 900).
fn sums_nothing(row: &Row, above: &[NumberedRow]) -> bool {
    let number = |row: &Row, column| {
        row.cell(column)
            .and_then(|c: &str| c.trim().parse::<f64>().ok())
    };
    let words = row
        .cells()
        .filter(|c| c.chars().any(char::is_alphabetic))
        .count();
    let columns: Vec<usize> = (0..row.len())
        .filter(|column| number(row, *column).is_some())
        .collect();
    let sums = |column: &usize| {
        let sum: f64 = above
            .iter()
            .filter_map(|(_, row)| number(row, *column))
            .sum();
        number(row, *column).is_some_and(|total| (total - sum).abs() <= sum.abs() / 100.0)
    };
    words > 1 && !columns.is_empty() && !columns.iter().any(sums)
}

/// Whether a row of a table of more columns is a fact about the table: `Date of extraction:`, and that date.
fn is_labelled(row: &Row, width: usize) -> bool {
    width > 2 && row.filled() <= 2 && lead(row).ends_with(':')
}

/// Whether a row that lacks cells is a note below the table: one or two cells where there are many columns.
fn is_short_note(row: &Row, width: usize, apart: bool) -> bool {
    let first = row.cell(0).unwrap_or("").trim();
    let few = row.len() == 1 && width > 2 || row.len() == 2 && width > 4;
    !first.is_empty()
        && row.filled() <= 2
        && (few || apart && width > 2 || is_note(first) && row.filled() == 1)
}

/// Whether a row is a note whose commas were taken for marks between cells: after each of them is a blank.
fn is_sentence(row: &Row) -> bool {
    row.len() > 1 && row.cell(0).is_some_and(is_note) && is_spaced(row)
}

/// Whether every cell but the first begins with a blank, and one with a word.
fn is_spaced(row: &Row) -> bool {
    let mut words = false;
    let spaced = row.cells().skip(1).all(|cell| {
        words |= cell.chars().nth(1).is_some_and(char::is_alphabetic);
        cell.is_empty() || cell.starts_with(' ')
    });
    spaced && words
}

#[cfg(test)]
mod tests {
    use super::*;

    fn below(rows: &[&str], width: usize) -> Vec<u64> {
        let mut tail = FooterBuffer::new(width);
        let mut blank = false;
        for (number, cells) in (0..).zip(rows) {
            if cells.is_empty() {
                blank = true;
                continue;
            }
            let mut row = Row::of(number, cells.split(','));
            tail.push(number, &mut row, blank);
            blank = false;
        }
        tail.finish().below.iter().map(|(n, _)| *n).collect()
    }

    #[test]
    fn totals_and_notes_are_below() {
        assert_eq!(below(&["a,1,2", "b,3,4", "Total,4,6"], 3), [2]);
        assert_eq!(
            below(
                &["a,1,2", "b,3,4", "Total,4,6", "", "Source: an office,,"],
                3
            ),
            [2, 4]
        );
        assert_eq!(below(&["a,1", "b,3", "// the end"], 2), [2]);
        assert_eq!(
            below(
                &["a,b,1", ",TOTAL:,1", "", "Made by,,Seen by", "Ana,,Eva"],
                3
            ),
            [1, 3, 4]
        );
        assert_eq!(below(&["a,1", "b,3", "* that is, so far"], 2), [2]);
        assert_eq!(below(&["a, x", "b, y", "* c, z"], 2), [] as [u64; 0]);
        assert_eq!(
            below(
                &[",a,1,2", ",b,3,4", ",Total,4,6", ",Source: an office,,"],
                4
            ),
            [2, 3]
        );
        assert_eq!(
            below(
                &["a,1,2", "b,3,4", "1/ Some, and others.", "Source: a, b; c"],
                3
            ),
            [2, 3]
        );
        assert_eq!(
            below(
                &[
                    "a,1,2",
                    "b,3,4",
                    "",
                    "Source:,an office,",
                    "Seen:,2021-05-12,"
                ],
                3
            ),
            [3, 4]
        );
        assert_eq!(below(&["a,1,2", "b,3,4", "a All of it.,,"], 3), [2]);
        assert_eq!(below(&["a:,1,", "b:,3,4", "c:,5,"], 3), [] as [u64; 0]);
        assert_eq!(
            below(&["BP,UK,10", "Shell,NL,20", "Total,France,9"], 3),
            [] as [u64; 0]
        );
        assert_eq!(below(&["BP,UK,10", "Shell,NL,20", "Total,all,30"], 3), [2]);
        // What holds numbers may be another table.
        assert_eq!(
            below(&["a,b,1", "Total,,1", "", "Year,,x", "2020,,y"], 3),
            [] as [u64; 0]
        );
    }

    #[test]
    fn among_sentences_a_sentence_is_an_answer() {
        let answers = [
            "It was all right,yes,a",
            "I do not know,no,b",
            "There was no light,no,a",
            "No,yes,b",
            "It is too far,no,a",
        ];
        let with = |last: &[&'static str]| -> Vec<&'static str> { [&answers[..], last].concat() };
        let long = "I have left the network some time ago and would rather not answer the rest";
        assert_eq!(below(&with(&[long]), 3), [] as [u64; 0]);
        assert_eq!(
            below(&with(&["Note that I am new here"]), 3),
            [] as [u64; 0]
        );
        assert_eq!(below(&with(&["Source: an office"]), 3), [5]);
        assert_eq!(below(&with(&["", "Note that some did not answer"]), 3), [6]);
        assert_eq!(below(&["a,1,2", "b,3,4", long], 3), [2]);
    }

    #[test]
    fn an_answer_alone_that_is_left_out_looks_like_data() {
        let looks = |rows: &[&str], row: &str| {
            let mut tail = FooterBuffer::new(3);
            for (number, cells) in rows.iter().chain([&row]).enumerate() {
                tail.push(
                    number as u64,
                    &mut Row::of(number as u64 + 1, cells.split(',')),
                    false,
                );
            }
            let ended = tail.finish();
            ended
                .below
                .last()
                .map(|(_, row)| ended.looks_like_data(row))
        };
        let long = "I have left the network some time ago and would rather not answer the rest";
        let answers = ["Bad,1,a", "It was rather good,2,b", "No,3,c"];
        assert_eq!(looks(&answers, long), Some(true));
        assert_eq!(looks(&answers, "Source: an office"), Some(false));
        assert_eq!(
            looks(&["San Juan Bautista,1,a", "Lima,2,b", "San Luis,3,c"], long),
            Some(false)
        );
    }

    #[test]
    fn what_database_clients_count_is_below() {
        assert_eq!(below(&["a,1", "b,2", "(2 rows affected)"], 2), [2]);
        assert_eq!(below(&["a", "b", "", "(2 rows)"], 1), [3]);
        assert_eq!(below(&["a", "b", "", "Source: an office"], 1), [3]);
        assert_eq!(below(&["(0 rows affected)"], 2), [0]);
        assert_eq!(
            below(&["a,1", "b,2", "2 rows in set, 1 warning (0.00 sec)"], 2),
            [2]
        );
        assert_eq!(below(&["a", "Source: b", "Note"], 1), [] as [u64; 0]);
    }

    #[test]
    fn rows_that_look_like_data_are_told_from_notes() {
        let looks = |cells: &str| looks_like_data(&Row::of(1, cells.split(',')));
        assert!(looks("Yucatan,5,") && looks("x,,2020-01-01"));
        assert!(
            !looks("Total,5")
                && !looks("Source: a,5")
                && !looks("Date:,2020-01-01")
                && !looks("Ana,,Eva")
        );
    }

    #[test]
    fn sparse_and_short_rows_are_data() {
        assert_eq!(below(&["a,1,2", "b,,", "c,,"], 3), [] as [u64; 0]);
        assert_eq!(below(&["a,1,2", "b,3"], 3), [] as [u64; 0]);
        assert_eq!(below(&["a", "b", "Total"], 1), [] as [u64; 0]);
        assert_eq!(
            below(&["x,1,2", "Total,1,2", "y,1,2", "Total,1,2"], 3),
            [] as [u64; 0]
        );
        let totals: Vec<&str> = ["x,1,2", "Total,1,2"]
            .into_iter()
            .cycle()
            .take(60)
            .collect();
        assert_eq!(below(&totals, 3), [] as [u64; 0]);
    }
}
