//! The shapes that charts have.
//!
//! A shape is one file here and one line in the list of `model/chart.rs`, which has the file's name. It says what it needs of
//! its values, gathers and draws them, and puts them into words. What most shapes do alike is the trait's own.

mod bars;
mod columns;
mod cross;
mod dots;
mod flow;
mod histogram;
mod line;
mod map;
mod multiples;
mod points;
mod sparks;
mod strip;
pub(crate) mod table;
mod tiles;
mod timeline;

use super::canvas::ChartCanvas;
use super::chart::{Chart, ChartSeries};
use super::choose::MOST_SERIES;
use super::gather::{self, ChartQuery, ChartRefusal, ChartValues};
use super::table::{self as values_table, TableHeads};
use super::words::{ChartWords, TitleParts};
use crate::model::chart::{Aggregate, ChartSpec, Shape, shapes};

/// Fewest values of a chart, unless its shape says otherwise.
pub(crate) const FEWEST: usize = 3;

/// How much a shape holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Capacity {
    /// Fewest values; below them a sentence says more than a drawing.
    pub(crate) fewest_values: usize,
    /// Most labels along the axis.
    pub(crate) most_labels: usize,
    pub(crate) most_series: usize,
}

impl Default for Capacity {
    fn default() -> Self {
        Capacity {
            fewest_values: FEWEST,
            most_labels: usize::MAX,
            most_series: MOST_SERIES as usize,
        }
    }
}

/// What is known when a chart's values are there.
pub(crate) struct Finish<'a> {
    /// Whether the order of the labels means something.
    pub(crate) ordered: bool,
    /// What its author declared; `None` where the rules chose.
    pub(crate) spec: Option<&'a ChartSpec>,
}

/// What a shape tells of itself; what it leaves out is as most shapes have it.
pub(crate) trait ChartShape: Sync {
    /// Draws a chart; what has [no drawing](ChartShape::has_drawing) draws nothing.
    fn draw(&self, words: &ChartWords<'_>, canvas: &mut ChartCanvas);

    /// Returns how much it holds.
    fn capacity(&self) -> Capacity {
        Capacity::default()
    }

    /// Returns whether its values are numbers.
    fn needs_numbers(&self) -> bool {
        true
    }

    /// Returns whether it can show values below nought.
    fn takes_negatives(&self) -> bool {
        true
    }

    /// Returns whether it is not drawn where more than one value in five is missing between the first and the last.
    fn gaps_mislead(&self) -> bool {
        false
    }

    /// Returns whether a place without rows is a count of nought, not a value that is missing.
    fn absent_is_nought(&self) -> bool {
        false
    }

    /// Returns whether it shows what its values come to: then none of them may be hidden.
    fn shows_whole(&self) -> bool {
        self.absent_is_nought()
    }

    /// Returns whether its first series over time can be drawn the size of a word.
    fn makes_spark(&self) -> bool {
        false
    }

    /// Fills in columns that the author left open; returns whether the rules have nothing to add.
    fn complete(&self, query: &mut ChartQuery<'_>) -> bool {
        query.x.is_some()
    }

    /// Gathers the values from the table's rows, in one reading.
    fn gather(&self, query: &mut ChartQuery<'_>) -> Result<ChartValues, ChartRefusal> {
        gather::gather(query, self.capacity().most_series)
    }

    /// Brings the gathered values into their last order and number.
    fn finish(&self, _chart: &mut Chart, _known: &Finish<'_>) -> Result<(), ChartRefusal> {
        Ok(())
    }

    /// Returns whether there is a drawing above the table of values.
    fn has_drawing(&self) -> bool {
        true
    }

    /// Returns whether the table of values is open, because readers need it beside the drawing.
    fn opens_table(&self) -> bool {
        false
    }

    /// Returns whether what is measured is told below an author's title.
    fn tells_measure(&self) -> bool {
        true
    }

    /// Returns whether the first and the last date are told below the title.
    fn tells_time(&self) -> bool {
        true
    }

    /// Returns whether [`Chart::missing`] counts values that are missing, and is told.
    fn tells_missing(&self) -> bool {
        true
    }

    /// Returns the title of a chart that its author gave none.
    fn title(&self, words: &ChartWords<'_>, parts: TitleParts) -> String {
        words.title_by(parts)
    }

    /// Returns what a chart says to those who do not see it; `name` is that of the shape.
    fn alt(&self, words: &ChartWords<'_>, name: String) -> String {
        words.series_told(&name)
    }

    /// Returns how many lines the table of values has.
    fn rows(&self, chart: &Chart) -> usize {
        chart.labels.len()
    }

    /// Returns the first cell of line `at` of the table of values.
    fn row_head(&self, words: &ChartWords<'_>, at: usize) -> String {
        words.row_label(at)
    }

    /// Returns the head of the table's first column.
    fn first_head(&self, words: &ChartWords<'_>) -> String {
        let chart = words.chart;
        words.phrase(chart.by.as_ref().unwrap_or(&chart.measure))
    }

    /// Returns the head of a series' column.
    fn series_head(&self, words: &ChartWords<'_>, series: &ChartSeries) -> String {
        words.name(series)
    }

    /// Returns the heads of all columns of the table of values.
    fn heads(&self, words: &ChartWords<'_>) -> TableHeads {
        let series = words.chart.series.iter();
        TableHeads {
            first: self.first_head(words),
            series: series.map(|one| self.series_head(words, one)).collect(),
        }
    }

    /// Returns the table of values as HTML; `id` is the beginning of its anchors.
    fn table(&self, words: &ChartWords<'_>, id: &str) -> String {
        let row_head = |at| self.row_head(words, at);
        values_table::table(
            words,
            id,
            &self.heads(words),
            self.rows(words.chart),
            row_head,
        )
    }
}

/// What a template names that is no shape: values without a drawing.
struct NoShape;

impl ChartShape for NoShape {
    fn draw(&self, _: &ChartWords<'_>, _: &mut ChartCanvas) {}

    fn has_drawing(&self) -> bool {
        false
    }
}

macro_rules! shape_of {
    ($($(#[$doc:meta])* $shape:ident = $file:ident,)*) => {
        /// Returns what draws a shape.
        pub(crate) fn of(shape: Shape) -> &'static dyn ChartShape {
            match shape {
                $(Shape::$shape => &$file::SHAPE,)*
            }
        }
    };
}

shapes!(shape_of);

/// Returns what draws the shape of this name.
pub(crate) fn named(name: &str) -> &'static dyn ChartShape {
    let known = Shape::ALL.iter().find(|(id, _)| *id == name);
    known.map_or(&NoShape, |(_, shape)| of(*shape))
}

/// Adds rows up where the author does not say how several become one: values, or how many there are.
pub(super) fn add_up(query: &mut ChartQuery<'_>) {
    query.aggregate = query.aggregate.or(Some(if query.y.is_some() {
        Aggregate::Sum
    } else {
        Aggregate::Count
    }));
}
