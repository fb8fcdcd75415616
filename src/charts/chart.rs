//! What a chart or a table of a text shows: values only. The helper `chart` draws it and says it in words.

use crate::text::phrase::{Link, Phrase};
use serde::{Deserialize, Serialize};

/// A chart. Templates write it with the helper `chart`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// How it is drawn: the name of a shape, as under `type` in `docs/charts.md`; `table` for rows as they are.
    pub kind: String,
    /// What it shows, by its author; null to make a title of the columns' names.
    pub title: Option<Phrase>,
    /// What is measured or counted.
    pub measure: Phrase,
    /// Along what it is.
    pub by: Option<Phrase>,
    /// What tells the series apart.
    pub split: Option<Phrase>,
    /// Unit of the values.
    pub unit: Option<String>,
    /// Whether the labels are dates.
    pub time: bool,
    /// Whether values of several labels may be added up.
    pub additive: bool,
    /// Along the axis: ISO dates or categories, as written; for a histogram the lower and last the upper bounds.
    pub labels: Vec<String>,
    /// One line, or one set of bars, each.
    pub series: Vec<ChartSeries>,
    /// Where the labels' places are, of a map of tiles.
    #[serde(default)]
    pub tiles: Vec<ChartTile>,
    /// The language of labels and names, only where it differs from the page's.
    pub lang: Option<String>,
    /// Labels or series that stand out.
    pub highlight: Vec<String>,
    /// Places without a value.
    pub missing: u64,
    /// The first label whose values are projections, and not counts; of a line of time.
    #[serde(default)]
    pub note_from: Option<String>,
    /// Categories beyond those shown, and the smallest and largest value, or the sum, of them.
    pub others: Option<ChartOthers>,
    /// Values left out because they hold the sum of the others.
    pub left_out: Vec<String>,
    /// Which rows are shown.
    pub only: Vec<ChartCondition>,
    /// How several rows became one value: `sum`, `mean`, `min`, `max`, `count`.
    pub aggregate: Option<String>,
    /// What a reader must know besides.
    pub note: Option<Phrase>,
    /// What it says to those who do not see it, by its author.
    pub alt: Option<Phrase>,
    /// The page of its data.
    pub source: Option<Link>,
    /// Its data as CSV.
    pub csv: Option<String>,
    /// Its own files; null for a chart in a text.
    #[serde(default)]
    pub files: Option<ChartFiles>,
}

/// A chart's own files, and what they say of where they are from.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartFiles {
    /// The drawing.
    pub svg: String,
    /// The picture; not written where the font lacks a letter.
    pub png: String,
    /// The full address of the drawing, where the portal says where it is.
    pub address: Option<String>,
    /// The dataset.
    pub source: String,
    /// Who publishes it.
    pub publisher: Option<String>,
    /// When it was changed last, as an ISO date.
    pub date: Option<String>,
    /// Its licence.
    pub licence: Option<String>,
    /// The full address of its page.
    pub page: Option<String>,
}

impl Chart {
    /// Returns whether one of its series has this name.
    pub(crate) fn has_series(&self, name: &str) -> bool {
        (self.series.iter()).any(|series| series.name.as_deref() == Some(name))
    }
}

/// A place of a map of tiles.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartTile {
    /// Its row, the northernmost being 0.
    pub row: u64,
    /// Its column, the westernmost being 0.
    pub column: u64,
    /// What is on the tile.
    pub short: String,
    /// The place of its label; null where there is no value for it.
    pub label: Option<u64>,
}

/// One line, or one set of bars.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartSeries {
    /// What it is called; null where there is only one.
    pub name: Option<String>,
    /// Its values, one for each label, as numbers in plain digits; null where there is none.
    pub values: Vec<Option<String>>,
    /// Whether its values are numbers.
    pub numeric: bool,
}

/// Categories that are not shown one by one.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartOthers {
    /// How many they are.
    pub count: u64,
    /// Their sum, where values may be added up.
    pub sum: Option<String>,
    /// The smallest of their values.
    pub min: Option<String>,
    /// The largest of their values.
    pub max: Option<String>,
    /// Where they would stand; empty for after all others.
    #[serde(default)]
    pub gaps: Vec<ChartGap>,
}

/// Categories between two that are shown.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartGap {
    /// The index of the label before which they would stand.
    pub before: u64,
    /// How many they are.
    pub count: u64,
}

/// Only rows that hold one of these values in this column.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChartCondition {
    /// The column.
    pub column: Phrase,
    /// The values.
    pub values: Vec<String>,
}
