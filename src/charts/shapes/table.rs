//! Rows as they are.

use super::{ChartCanvas, ChartShape, ChartWords, TitleParts};
use crate::charts::chart::ChartSeries;
use crate::charts::gather::{ChartQuery, ChartRefusal, ChartValues, each_row, label};
use crate::charts::table;

/// A table of a text.
pub(super) struct RowTable;

pub(super) static SHAPE: RowTable = RowTable;

/// Rows of a table in a text, where nothing is said.
pub(crate) const ROWS: usize = 20;
/// Columns of a table in a text, where nothing is said.
pub(crate) const COLUMNS: usize = 6;

impl ChartShape for RowTable {
    fn draw(&self, _: &ChartWords<'_>, _: &mut ChartCanvas) {}

    fn has_drawing(&self) -> bool {
        false
    }

    fn opens_table(&self) -> bool {
        true
    }

    fn tells_measure(&self) -> bool {
        false
    }

    /// What is missing are rows beyond the last one shown.
    fn tells_missing(&self) -> bool {
        false
    }

    fn title(&self, _: &ChartWords<'_>, parts: TitleParts) -> String {
        parts.measure
    }

    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        words.rows_told(name)
    }

    fn table(&self, words: &ChartWords<'_>, id: &str) -> String {
        let rows = words.chart.labels.len();
        let mut out = table::open(&words.title(|parts| self.title(words, parts)), id);
        out.push_str(&table::head(words, &self.heads(words), false));
        for at in 0..rows {
            table::row(words, at, &self.row_head(words, at), &mut out);
        }
        out.push_str(table::CLOSE);
        if words.chart.missing > 0 {
            out.push_str(&table::beyond(words, rows as u64 + words.chart.missing));
        }
        out
    }
}

/// Gathers at most `limit` rows: the first column as labels, the others as series; `missing` counts the rows beyond.
pub(crate) fn rows(
    query: &ChartQuery<'_>,
    columns: &[usize],
    limit: usize,
) -> Result<ChartValues, ChartRefusal> {
    let [first, others @ ..] = columns else {
        return Err(ChartRefusal::NoColumns);
    };
    let all = &query.table.columns;
    let series = others.iter().map(|at| ChartSeries {
        name: Some(all[*at].name.clone()),
        values: Vec::new(),
        numeric: all[*at].kind.is_numeric(),
    });
    let mut values = ChartValues {
        series: series.collect(),
        ..ChartValues::default()
    };
    let mut scratch = String::new();
    each_row(query, |row| {
        if values.labels.len() >= limit {
            values.missing += 1;
            return Ok(());
        }
        let mut cell = |at: usize| label(&all[at], row.cell(at), &mut scratch).map(str::to_owned);
        values.labels.push(cell(*first).unwrap_or_default());
        for (series, at) in values.series.iter_mut().zip(others) {
            series.values.push(cell(*at));
        }
        Ok(())
    })?;
    Ok(values)
}
