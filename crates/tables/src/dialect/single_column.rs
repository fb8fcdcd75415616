//! Texts of one column whose cells hold marks that divide cells elsewhere: `García López, Ana`, addresses, answers.
//!
//! A first line without any delimiter is the name of one column, unless it is a title: then a blank line comes after it,
//! or a row of names over numbers, or rows that are all divided alike and not as a sentence is.

use super::shape::{CellShape, shape};
use crate::rows::{Row, RowKind};
use std::collections::BTreeMap;

/// Whether these rows, divided by this delimiter, are one column that it should not divide.
pub(crate) fn is_single(rows: &[Row], delimiter: u8) -> bool {
    let held: Vec<&Row> = rows
        .iter()
        .filter(|row| row.kind == RowKind::Cells && row.holds_something())
        .collect();
    let Some((first, body)) = held.split_first() else {
        return false;
    };
    let body = BodyRows::of(body);
    if body.divided.is_empty() || delimiter == b'\t' {
        return false;
    }
    if first.len() > 1 {
        // A sentence may be the name of a column of sentences.
        return matches!(delimiter, b',' | b';' | b':')
            && body.is_spaced(first)
            && body.share < 0.7;
    }
    if is_title(rows) {
        return false;
    }
    if body.holds_addresses() || body.holds_numbers() {
        return true;
    }
    if body.is_named_over_numbers() {
        return false;
    }
    if body.is_spaced(first) {
        return true;
    }
    // A title and a footer around a table leave its rows less than all.
    if body.is_mixed() {
        return false;
    }
    body.share < 0.8 || !(body.width > 2 || matches!(delimiter, b';' | b'|'))
}

/// Whether the first rows, each of one cell, are set apart from those that are divided by a blank row.
fn is_title(rows: &[Row]) -> bool {
    let top = rows
        .iter()
        .take_while(|row| row.len() < 2 || row.kind != RowKind::Cells);
    top.skip_while(|row| row.is_blank()).any(Row::is_blank)
}

/// The rows after the first.
pub(super) struct BodyRows<'a> {
    rows: &'a [&'a Row],
    /// Those of several cells.
    pub(super) divided: Vec<&'a Row>,
    /// How many cells most of these have.
    pub(super) width: usize,
    /// The share of all rows that have so many.
    pub(super) share: f64,
}

impl<'a> BodyRows<'a> {
    pub(super) fn of(rows: &'a [&'a Row]) -> BodyRows<'a> {
        let divided: Vec<&Row> = rows.iter().copied().filter(|row| row.len() > 1).collect();
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        divided
            .iter()
            .for_each(|row| *widths.entry(row.len()).or_default() += 1);
        let (width, count) = widths
            .into_iter()
            .max_by_key(|(_, n)| *n)
            .unwrap_or_default();
        #[allow(clippy::cast_precision_loss, reason = "counts of a sample's rows")]
        let share = count as f64 / rows.len().max(1) as f64;
        BodyRows {
            rows,
            divided,
            width,
            share,
        }
    }

    /// Whether nearly every delimiter is followed by a blank, as in a sentence.
    pub(super) fn is_spaced(&self, first: &Row) -> bool {
        let rows = self.divided.iter().copied().chain([first]);
        let (mut spaced, mut count) = (0, 0);
        for cell in rows.flat_map(|row| row.cells().skip(1)) {
            spaced += usize::from(cell.starts_with([' ', '\u{a0}']));
            count += 1;
        }
        spaced > 0 && spaced * 10 >= count * 9
    }

    /// Whether most lines are addresses of the web or of mail.
    fn holds_addresses(&self) -> bool {
        let of_web = self.rows.iter().filter(|row| {
            row.cell(0)
                .is_some_and(|cell| cell.contains("://") || cell.starts_with("www."))
        });
        let of_mail = (self.rows.iter()).filter(|row| row.cells().all(|cell| cell.contains('@')));
        of_web.count().max(of_mail.count()) * 5 >= self.rows.len() * 3
    }

    /// Whether most lines are one number as a whole: `12,34`, `1,234,567`; or a pair of them without any word.
    pub(super) fn holds_numbers(&self) -> bool {
        let number =
            |row: &&Row| shape(row.everything()) == CellShape::Number || row.cells().all(is_number);
        self.rows.iter().copied().filter(number).count() * 5 >= self.rows.len() * 4
    }

    /// Whether the first divided row names columns of which some hold numbers.
    fn is_named_over_numbers(&self) -> bool {
        let Some((names, below)) = self.divided.split_first() else {
            return false;
        };
        names
            .cells()
            .all(|cell| !cell.trim().is_empty() && !is_number(cell))
            && (0..names.len()).any(|column| holds_numbers(below, column))
    }

    /// Whether columns of numbers are beside columns of words.
    pub(super) fn is_mixed(&self) -> bool {
        let numeric = (0..self.width)
            .filter(|column| holds_numbers(&self.divided, *column))
            .count();
        numeric > 0 && numeric < self.width
    }
}

pub(super) fn is_number(cell: &str) -> bool {
    matches!(shape(cell), CellShape::Number | CellShape::Date)
}

/// Whether most cells of a column are numbers, at least two.
pub(super) fn holds_numbers(rows: &[&Row], column: usize) -> bool {
    let cells = rows
        .iter()
        .filter_map(|row| row.cell(column))
        .filter(|cell| !cell.trim().is_empty());
    let numbers = cells.clone().filter(|cell| is_number(cell)).count();
    numbers > 0 && numbers * 5 >= cells.count() * 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn single(delimiter: char, lines: &[&str]) -> bool {
        let rows: Vec<Row> = (1..)
            .zip(lines)
            .map(|(n, line)| {
                let mut row = Row::of(n, line.split(delimiter));
                if line.is_empty() {
                    row = Row::of(n, []);
                }
                row
            })
            .collect();
        is_single(&rows, u8::try_from(delimiter).unwrap())
    }

    #[test]
    fn a_first_line_without_a_mark_names_one_column() {
        assert!(single(
            ',',
            &["Titular", "García López, Ana", "Pérez Díaz, Omar"]
        ));
        assert!(single(',', &["Titular", "García,Ana", "Pérez,Omar"]));
        assert!(single(
            ';',
            &["correo", "a@x.mx;b@x.mx", "c@x.mx", "d@x.mx;e@x.mx;f@x.mx"]
        ));
        assert!(single(',', &["url", "http://a.mx/1,2", "http://b.mx/3,4"]));
        assert!(single(',', &["importe", "12,34", "1,234,567"]));
        assert!(single(',', &["lugar", "19.43,-99.13", "17.06,-96.72"]));
        assert!(single(':', &["etiqueta", "tema: agua", "lugar: centro"]));
        assert!(single(
            ',',
            &[
                "Dice, en suma",
                "Bien",
                "No hay agua, ni luz, ni nada",
                "Sí, gracias"
            ]
        ));
    }

    #[test]
    fn a_title_stands_above_a_table() {
        assert!(!single(
            ',',
            &["Casos", "municipio,casos", "Tuxpan,3", "Xalapa,4"]
        ));
        assert!(!single(
            ',',
            &[
                "Padrón",
                "",
                "nombre,municipio",
                "Ana,Tuxpan",
                "Luis,Xalapa"
            ]
        ));
        assert!(!single(
            ',',
            &[
                "Padrón",
                "nombre,municipio,estatus",
                "Ana,Tuxpan,activo",
                "Eva,León,baja"
            ]
        ));
        assert!(!single(
            ';',
            &["Padrón", "nombre;municipio", "Ana;Tuxpan", "Eva;León"]
        ));
        assert!(!single(
            ',',
            &["Población 2020", "Tuxpan,123", "Xalapa,456"]
        ));
        assert!(!single('\t', &["Padrón", "Ana\tTuxpan", "Eva\tLeón"]));
        assert!(!single(',', &["name, city", "Ana, Lima", "Eva, Roma"]));
    }
}
