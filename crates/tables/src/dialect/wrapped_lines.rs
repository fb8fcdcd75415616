//! Lines that a program has put into quotation marks as a whole.

use super::TextDialect;
use super::detect::detect;
use super::single_column::{BodyRows, holds_numbers, is_number};
use crate::rows::{Row, Rows, TextRows};
use std::io::Cursor;

/// The marks of rows that are in one cell each, in quotation marks as a whole, because a program has put them there; none
/// where RFC 4180's reading is the better one: cells of one column, with marks in them.
pub(crate) fn unwrapped(lines: &[&str]) -> Option<TextDialect> {
    let told = detect(&lines.join("\n"));
    told.delimiter?;
    let mut reader = TextRows::new(Cursor::new(lines.join("\n")), &told);
    let (mut rows, mut row) = (Vec::new(), Row::new());
    while reader.read(&mut row).ok()? {
        rows.push(std::mem::take(&mut row));
    }
    let held: Vec<&Row> = rows.iter().filter(|row| !row.is_blank()).collect();
    let (header, rest) = held.split_first()?;
    let body = BodyRows::of(rest);
    if header.len() < 2 || body.width != header.len() || body.share < 0.9 {
        return None;
    }
    let quoted = held.iter().any(|row| row.quoted().next().is_some());
    let names = header
        .cells()
        .all(|cell| !is_number(cell) && !cell.trim().is_empty());
    let numbers = (0..body.width).any(|column| holds_numbers(&body.divided, column));
    let table =
        names && !body.is_spaced(header) && !body.holds_numbers() && (body.width > 2 || numbers);
    (quoted || table).then_some(told)
}
