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

    /// Returns the rows still held, divided into data and what is below it.
    pub(crate) fn finish(mut self) -> TableEnd {
        let rare = RareRows::of(&self.alike, self.let_through);
        self.held.rotate_left(self.oldest);
        let mut data = self.held;
        let search = FooterSearch {
            data: &data,
            gaps: &self.gaps,
            width: self.width,
            is_whole_table: self.let_through == 0,
            rare,
            has_sentences: are_sentences(&data),
        };
        let below = data.split_off(search.first_below());
        TableEnd {
            has_answers: has_answers(&data),
            data,
            below,
        }
    }
}

/// Kinds of rows that at most one in fifty of those let through is, so that one at the end may be below the table.
struct RareRows {
    short: bool,
    single: bool,
    total: bool,
}

impl RareRows {
    fn of(alike: &AlikeRows, let_through: u64) -> Self {
        RareRows {
            short: alike.short * 50 <= let_through,
            single: alike.single * 50 <= let_through,
            total: alike.total * 50 <= let_through,
        }
    }
}

/// The search, from the last row upward, for where a table ends.
struct FooterSearch<'a> {
    /// The last rows of the file, in its order.
    data: &'a [NumberedRow],
    /// Numbers of the rows that a blank row is right before.
    gaps: &'a [u64],
    /// Columns of the header.
    width: usize,
    /// Whether `data` is all there is.
    is_whole_table: bool,
    rare: RareRows,
    /// Whether most rows begin with a sentence: then a sentence more is an answer, unless it stands apart.
    has_sentences: bool,
}

impl FooterSearch<'_> {
    /// Returns the index of the first row below the table: the number of rows where none is.
    fn first_below(&self) -> usize {
        let mut first = signatures(self.data, self.gaps);
        while first > 1 && self.is_below(first - 1) {
            first -= 1;
        }
        if first == 1 && self.data.first().is_some_and(|(_, row)| is_client(row)) {
            first = 0;
        }
        first
    }

    /// Whether this row is below the table; all rows after it are.
    fn is_below(&self, at: usize) -> bool {
        let row = &self.data[at].1;
        if is_client(row) {
            true
        } else if self.width == 1 {
            self.has_gap(at) && is_attribution(lead(row))
        } else if says_total(row) {
            self.rare.total && self.is_grand_total(at)
        } else if self.is_spaced_note(at) || self.is_label(at) {
            true
        } else if row.len() < self.width {
            self.rare.short && self.is_note_of_few_cells(at)
        } else {
            self.rare.single && row.has_one_filled() && self.is_note_alone(at)
        }
    }

    fn above(&self, at: usize) -> impl Iterator<Item = &Row> {
        self.data[..at].iter().map(|(_, row)| row)
    }

    fn has_gap(&self, at: usize) -> bool {
        self.gaps.contains(&self.data[at].0)
    }

    /// Whether a total is of the whole table. Where the first cell is blank in rows of data too, a total may be one of
    /// them. Columns that are blank throughout are only there for the eye.
    fn is_grand_total(&self, at: usize) -> bool {
        let row = &self.data[at].1;
        let begins = (0..self.width)
            .find(|column| self.above(at).any(|above| is_filled(above, *column)))
            .unwrap_or(0);
        let is_named =
            is_filled(row, begins) || self.above(at).all(|above| is_filled(above, begins));
        is_named
            && !self.above(at).any(says_total)
            && !(self.is_whole_table && sums_nothing(row, &self.data[..at]))
    }

    /// Whether a row is a note whose commas were taken for delimiters, in a table that has no such texts.
    fn is_spaced_note(&self, at: usize) -> bool {
        is_sentence(&self.data[at].1)
            && !self
                .above(at)
                .any(|above| is_spaced(above) && !is_sentence(above))
    }

    /// Whether a row is a fact about the table, most of whose rows begin otherwise.
    fn is_label(&self, at: usize) -> bool {
        let unlabelled = self.above(at).filter(|above| !lead(above).ends_with(':'));
        is_labelled(&self.data[at].1, self.width) && unlabelled.count() * 2 > at
    }

    /// Whether a row that lacks cells is a note.
    fn is_note_of_few_cells(&self, at: usize) -> bool {
        let row = &self.data[at].1;
        if self.may_be_answer(at) && row.filled() == 1 {
            return self.is_note(at);
        }
        let is_apart = self.has_gap(at) || at + 1 < self.data.len();
        is_short_note(row, self.width, is_apart)
    }

    /// Whether a row with one text is a note: what stands alone below a gap is no row of a table of several columns.
    fn is_note_alone(&self, at: usize) -> bool {
        self.is_note(at) || self.has_gap(at) && self.width > 2 && is_filled(&self.data[at].1, 0)
    }

    /// Whether a sentence here is one more answer: among sentences, not apart and not below a total.
    fn may_be_answer(&self, at: usize) -> bool {
        self.has_sentences && !self.has_gap(at) && !says_total(&self.data[at - 1].1)
    }

    /// Whether the row's text is a note, which among answers only the mark of a note tells.
    fn is_note(&self, at: usize) -> bool {
        let text = lead(&self.data[at].1);
        if self.may_be_answer(at) {
            is_marked(text)
        } else {
            is_note(text)
        }
    }
}

/// Whether a cell holds more than blanks.
fn is_filled(row: &Row, column: usize) -> bool {
    row.cell(column).is_some_and(|cell| !cell.trim().is_empty())
}

/// The last rows of a table.
pub(crate) struct TableEnd {
    /// Rows of the table that had been held back.
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
    let answers = rows.iter().filter(|(_, row)| {
        row.cell(0)
            .is_some_and(|cell| !holds_number(cell) && is_answer(cell))
    });
    answers.count() * 4 >= rows.len().max(1)
}

fn is_answer(cell: &str) -> bool {
    cell.split_whitespace().count() > 2 && cell.split_whitespace().skip(1).any(is_long_and_small)
}

fn is_long_and_small(word: &str) -> bool {
    word.chars().count() > 3 && word.starts_with(char::is_lowercase)
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
    let labelled = lead(row).ends_with(':');
    filled_cells(row).nth(1).is_some()
        && filled_cells(row).skip(1).any(holds_number)
        && !(says_total(row) || is_client(row) || labelled || is_note(lead(row)))
}

/// Returns what is in the cells that hold more than blanks.
fn filled_cells(row: &Row) -> impl Iterator<Item = &str> {
    row.cells().map(str::trim).filter(|cell| !cell.is_empty())
}

/// Rows of signatures, at most.
const MOST_SIGNED: usize = 6;

/// Where the last rows begin to be signatures: a blank row after a total, and then no digit any more. Their number
/// where there are none.
fn signatures(data: &[NumberedRow], gaps: &[u64]) -> usize {
    let least = data.len().saturating_sub(MOST_SIGNED).max(1);
    let signed = (least..data.len())
        .find(|at| gaps.contains(&data[*at].0) && says_total(&data[*at - 1].1))
        .filter(|at| data[*at..].iter().all(|(_, row)| has_no_digit(row)));
    signed.unwrap_or(data.len())
}

fn has_no_digit(row: &Row) -> bool {
    !row.cells()
        .any(|cell| cell.bytes().any(|b| b.is_ascii_digit()))
}

/// Returns the first cell that holds something, without the blanks around it.
fn lead(row: &Row) -> &str {
    filled_cells(row).next().unwrap_or("")
}

fn says_total(row: &Row) -> bool {
    total_word(lead(row))
}

/// Whether a row is no total after all: it has a word beside the one that says so, and none of its numbers is the sum of
/// those above (`Total`, the firm, `France`, 900).
fn sums_nothing(row: &Row, above: &[NumberedRow]) -> bool {
    let words = row
        .cells()
        .filter(|c| c.chars().any(char::is_alphabetic))
        .count();
    let mut totals = (0..row.len())
        .filter_map(|column| Some((column, number_in(row, column)?)))
        .peekable();
    words > 1
        && totals.peek().is_some()
        && !totals.any(|(column, total)| {
            let numbers = above.iter().filter_map(|(_, row)| number_in(row, column));
            let sum: f64 = numbers.sum();
            (total - sum).abs() <= sum.abs() / 100.0
        })
}

fn number_in(row: &Row, column: usize) -> Option<f64> {
    row.cell(column)?.trim().parse().ok()
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
