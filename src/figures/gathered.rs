//! What is gathered of the rows that a figure asks for, and what comes of it.

use super::fault::{FigureFault, FigureSource};
use super::place::FigurePlace;
use super::query::Measure;
use crate::text::number::NumberSeparators;
use rust_decimal::Decimal;
use tragaluz_tables::{Column, Value};

/// Values of which a median is found: they are held in memory.
const MOST_OF_MEDIAN: usize = 200_000;

/// Decimals that a mean or a ratio has more than the values, where it is filled in, and has at least.
const FURTHER_DIGITS: u32 = 2;
const LEAST_DIGITS: u32 = 4;

/// A figure of the data.
#[derive(Debug, Clone)]
pub(super) struct FigureValue {
    pub(super) place: FigurePlace,
    pub(super) source: FigureSource,
    /// The value in plain digits, or the cell's text where it is no number.
    pub(super) text: String,
    pub(super) number: Option<Decimal>,
    /// Whether it is in hundredths.
    pub(super) is_percent: bool,
}

impl FigureValue {
    /// Returns the value as a language writes it.
    pub(super) fn shown(&self, separators: &NumberSeparators) -> String {
        match self.number {
            Some(_) => separators.format(&self.text),
            None => self.text.clone(),
        }
    }
}

/// A cell that a figure asks for.
#[derive(Debug, Clone)]
struct FoundCell {
    row: u64,
    text: String,
    number: Option<Decimal>,
    /// Whether its column is of numbers.
    is_of_numbers: bool,
}

impl FoundCell {
    /// Says that it is no number; `source` is without its row.
    fn unfit(&self, mut source: FigureSource) -> FigureFault {
        source.row = self.row + 1;
        FigureFault::NoNumber {
            text: self.text.clone(),
            source,
        }
    }

    /// Returns it as a figure; `place` and `source` are without a row.
    fn value(
        self,
        (mut place, mut source): (FigurePlace, FigureSource),
        is_percent: bool,
    ) -> Result<FigureValue, FigureFault> {
        if self.text.is_empty() || self.is_of_numbers && self.number.is_none() {
            return Err(self.unfit(source));
        }
        place.row = Some(self.row);
        source.row = self.row + 1;
        Ok(FigureValue {
            place,
            source,
            text: self.number.map_or(self.text, |number| number.to_string()),
            number: self.number,
            is_percent: is_percent && self.number.is_some(),
        })
    }
}

/// What was gathered so far.
#[derive(Debug, Default)]
pub(super) struct GatheredFigure {
    /// Rows that were found.
    rows: u64,
    /// The row of each of the two values, or the only one.
    cells: [Option<FoundCell>; 2],
    /// More rows than one for a value.
    repeated: u64,
    /// The first cell that a measure cannot take.
    unfit: Option<FoundCell>,
    /// None after an overflow.
    sum: Option<Decimal>,
    values: u64,
    least: Option<Decimal>,
    most: Option<Decimal>,
    all: Vec<Decimal>,
}

/// Returns the number of a cell.
pub(super) fn number_of(column: &Column, cell: &str, scratch: &mut String) -> Option<Decimal> {
    match column.value(Some(cell), scratch) {
        Value::Integer(text) | Value::Number(text) => Decimal::from_str_exact(text).ok(),
        // More digits than a double keeps.
        Value::Text(text) if column.kind.is_numeric() => Decimal::from_str_exact(text).ok(),
        _ => None,
    }
}

impl GatheredFigure {
    /// Begins with nothing.
    pub(super) fn new() -> GatheredFigure {
        GatheredFigure {
            sum: Some(Decimal::ZERO),
            ..GatheredFigure::default()
        }
    }

    /// Takes in the cell of a row that a figure asks for: as the second of two where `second` says so.
    pub(super) fn take(
        &mut self,
        measure: Option<Measure>,
        second: bool,
        row: u64,
        column: Option<(&Column, &str)>,
        scratch: &mut String,
    ) {
        self.rows += 1;
        let Some((column, cell)) = column else {
            self.values += 1;
            return;
        };
        let is_missing = column.is_missing(cell);
        let number = number_of(column, cell, scratch);
        let found = || FoundCell {
            row,
            text: if is_missing {
                String::new()
            } else {
                cell.to_owned()
            },
            number,
            is_of_numbers: column.kind.is_numeric(),
        };
        if measure.is_none_or(Measure::is_of_two) {
            let place = &mut self.cells[usize::from(second)];
            self.repeated += u64::from(place.is_some());
            place.get_or_insert_with(found);
            return;
        }
        match number {
            _ if is_missing => {}
            Some(number) => self.add(measure, number),
            None if measure == Some(Measure::Count) => self.values += 1,
            None => {
                self.unfit.get_or_insert_with(found);
            }
        }
    }

    fn add(&mut self, measure: Option<Measure>, number: Decimal) {
        self.values += 1;
        self.sum = self.sum.and_then(|sum| sum.checked_add(number));
        self.least = Some(self.least.map_or(number, |least| least.min(number)));
        self.most = Some(self.most.map_or(number, |most| most.max(number)));
        if measure == Some(Measure::Median) && self.all.len() <= MOST_OF_MEDIAN {
            self.all.push(number);
        }
    }

    /// Returns the figure; `place` and `source` are without a row.
    pub(super) fn value(
        mut self,
        measure: Option<Measure>,
        (mut place, mut source): (FigurePlace, FigureSource),
        is_percent: bool,
    ) -> Result<FigureValue, FigureFault> {
        source.rows = self.rows;
        if self.repeated > 0 {
            return Err(FigureFault::Several {
                kind: "row",
                count: self.rows,
            });
        }
        if let Some(cell) = &self.unfit {
            return Err(cell.unfit(source));
        }
        let Some(measure) = measure else {
            let cell = self.cells[0].take().ok_or(absent_row())?;
            return cell.value((place, source), is_percent);
        };
        if measure.is_of_two() {
            let [Some(first), Some(second)] = &self.cells else {
                return Err(absent_row());
            };
            if let Some(cell) = [first, second].iter().find(|cell| cell.number.is_none()) {
                return Err(cell.unfit(source));
            }
            place.row = Some(second.row);
        }
        let scale = self.scale();
        let number = self.computed(measure).ok_or(FigureFault::NoNumber {
            text: String::new(),
            source: source.clone(),
        })?;
        let shown = match measure {
            Measure::Mean | Measure::Ratio => number
                .round_dp((scale + FURTHER_DIGITS).max(LEAST_DIGITS))
                .normalize(),
            _ => number,
        };
        Ok(FigureValue {
            place,
            source,
            text: shown.to_string(),
            number: Some(number),
            is_percent: is_percent && !matches!(measure, Measure::Ratio | Measure::Count),
        })
    }

    /// Decimals of the values.
    fn scale(&self) -> u32 {
        let cells = self.cells.iter().flatten().filter_map(|cell| cell.number);
        let all = cells.chain(self.sum).map(|number| number.scale());
        all.max().unwrap_or(0)
    }

    /// Computes a measure; none where there is nothing to compute with, or no room for the outcome.
    fn computed(&mut self, measure: Measure) -> Option<Decimal> {
        let number = |at: usize| self.cells[at].as_ref()?.number;
        match measure {
            Measure::Count => Some(Decimal::from(self.values)),
            Measure::Sum => self.sum.filter(|_| self.values > 0),
            Measure::Min => self.least,
            Measure::Max => self.most,
            Measure::Change => number(1)?.checked_sub(number(0)?),
            Measure::Ratio => number(1)?.checked_div(number(0)?),
            Measure::Mean => {
                let sum = self.sum.filter(|_| self.values > 0)?;
                sum.checked_div(Decimal::from(self.values))
            }
            Measure::Median => self.median(),
        }
    }

    fn median(&mut self) -> Option<Decimal> {
        let count = self.all.len();
        if count == 0 || count > MOST_OF_MEDIAN {
            return None;
        }
        self.all.sort_unstable();
        let upper = self.all[count / 2];
        if count % 2 == 1 {
            return Some(upper);
        }
        let sum = self.all[count / 2 - 1].checked_add(upper)?;
        Some(sum.checked_div(Decimal::TWO)?.normalize())
    }
}

fn absent_row() -> FigureFault {
    FigureFault::Absent {
        what: "row",
        name: String::new(),
        near: None,
    }
}
