//! Which chart a table gets where its author says nothing: the rules of `docs/charts.md`, first match wins.

use super::condition::RowCondition;
use super::naming::{is_described, is_named_in_words};
use super::totals::totals;
use crate::model::chart::Shape;
use crate::text::slug::slug;
use tragaluz_tables::{Column, FieldType, Table};

/// What the rules draw of a table.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Choice {
    /// The shape; none where the values have to be known first.
    pub(crate) shape: Option<Shape>,
    /// The column along which values are.
    pub(crate) x: Option<usize>,
    /// The column of values; rows are counted where there is none.
    pub(crate) y: Option<usize>,
    /// The column that tells series apart.
    pub(crate) series: Option<usize>,
    /// Which rows are taken: those of the whole, of columns that are not drawn.
    pub(crate) filter: Vec<RowCondition>,
    /// Whether the whole is drawn beside its parts, as one series more.
    pub(crate) with_totals: bool,
}

/// What a column is to a chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ColumnRole {
    Time,
    Number,
    Category,
    /// A status, or yes and no.
    Truth,
    /// An identifier, a free text, a location, or the same in every row.
    Nothing,
}

/// Most categories that are told apart by colour and label.
pub(crate) const MOST_LINES: usize = 4;
/// Most categories that get a small chart each.
pub(crate) const MOST_MULTIPLES: usize = 12;
/// Most series of a chart, whatever its author says: a column of more values is none of series, and no rows are gathered.
pub(crate) const MOST_SERIES: u64 = 40;
/// Fewest points of a line.
pub(crate) const FEWEST_OF_LINE: usize = 6;
/// Most lines and columns of a table of two categories.
pub(crate) const MOST_CROSSED: [u64; 2] = [30, 8];
/// Longest text of a category, in characters.
const LONGEST_CATEGORY: usize = 60;

const IDENTIFIERS: &[&str] = &[
    "id", "ids", "code", "codigo", "clave", "cve", "folio", "key", "uuid", "rfc", "curp", "url",
    "source", "fuente", "isin", "numero", "number", "no", "cp", "zip", "telefono", "phone", "fid",
    "objectid", "index", "rank", "ranking", "posicion",
];
const YEARS: &[&str] = &["ano", "anio", "year", "yr", "ejercicio"];
const LATITUDES: &[&str] = &["lat", "latitude", "latitud"];
const LONGITUDES: &[&str] = &["lon", "lng", "long", "longitude", "longitud"];
const COORDINATES: &[&str] = &[
    "lat",
    "latitude",
    "latitud",
    "lon",
    "lng",
    "long",
    "longitude",
    "longitud",
    "x",
    "y",
    "geom",
    "geometry",
];
const TRUTHS: &[&str] = &[
    "si",
    "no",
    "yes",
    "true",
    "false",
    "verdadero",
    "falso",
    "not-started",
    "in-progress",
    "stuck",
    "finished",
    "incomplete",
    "not-reported",
    "sin-iniciar",
    "no-iniciado",
    "en-proceso",
    "en-progreso",
    "concluido",
    "terminado",
    "incompleto",
    "no-reportado",
    "detenido",
    "atorado",
];
/// Returns whether a column holds years that nothing declares to be years: whole numbers below such a name.
pub(crate) fn is_year(column: &Column) -> bool {
    let ends = [&column.profile.min, &column.profile.max];
    column.kind == FieldType::Integer
        && is_named(column, YEARS)
        && ends.iter().all(|end| {
            let year = end.as_deref().and_then(|end| end.parse::<u16>().ok());
            year.is_some_and(|year| (1500..2200).contains(&year))
        })
}

/// Returns whether one of the words of a column's name is among these.
fn is_named(column: &Column, words: &[&str]) -> bool {
    let slug = slug(&column.name);
    slug.split('-').any(|word| words.contains(&word))
}

/// Returns whether a column's values are on a line of time.
pub(crate) fn is_time(column: &Column) -> bool {
    use FieldType::{Date, DateTime, Year, YearMonth};
    matches!(column.kind, Year | YearMonth | Date | DateTime) || is_year(column)
}

/// Returns the columns that hold latitude and longitude, by their names.
pub(crate) fn coordinates(table: &Table) -> [Option<usize>; 2] {
    [LATITUDES, LONGITUDES].map(|names| {
        table
            .columns
            .iter()
            .position(|c| c.kind.is_numeric() && is_named(c, names))
    })
}

fn role(column: &Column, table: &Table) -> ColumnRole {
    use FieldType::{Boolean, Integer, Number, String};
    let distinct = column.profile.distinct.map_or(0, |(n, _)| n);
    if distinct <= 1 && table.rows > 1 {
        return ColumnRole::Nothing;
    }
    let only_key = table.primary_key.len() == 1 && table.primary_key[0] == column.name;
    match column.kind {
        _ if !column.labels.is_empty() => ColumnRole::Category,
        _ if is_time(column) => ColumnRole::Time,
        _ if is_named(column, COORDINATES) || is_named(column, IDENTIFIERS) => ColumnRole::Nothing,
        Boolean => ColumnRole::Truth,
        Integer if only_key || column.constraints.unique => ColumnRole::Nothing,
        Integer | Number => ColumnRole::Number,
        String if column.profile.longest > LONGEST_CATEGORY => ColumnRole::Nothing,
        String if is_truth(column, distinct) => ColumnRole::Truth,
        String => ColumnRole::Category,
        _ => ColumnRole::Nothing,
    }
}

fn is_truth(column: &Column, distinct: u64) -> bool {
    let values = &column.profile.frequent;
    distinct <= 7
        && values.len() as u64 == distinct
        && values
            .iter()
            .all(|(value, _)| TRUTHS.contains(&slug(value).as_str()))
}

/// The columns of a table by their roles.
struct Roles<'t> {
    table: &'t Table,
    times: Vec<usize>,
    numbers: Vec<usize>,
    categories: Vec<usize>,
    truths: Vec<usize>,
}

impl Roles<'_> {
    fn of(table: &Table) -> Roles<'_> {
        let mut roles = Roles {
            table,
            times: Vec::new(),
            numbers: Vec::new(),
            categories: Vec::new(),
            truths: Vec::new(),
        };
        for (at, column) in table.columns.iter().enumerate() {
            match role(column, table) {
                ColumnRole::Time => roles.times.push(at),
                ColumnRole::Number => roles.numbers.push(at),
                ColumnRole::Category => roles.categories.push(at),
                ColumnRole::Truth => roles.truths.push(at),
                ColumnRole::Nothing => {}
            }
        }
        roles
    }

    /// Returns the column of numbers that is drawn: one whose unit is declared before others, then one that is described, then
    /// the first.
    fn number(&self) -> Option<usize> {
        let columns = &self.table.columns;
        let rank = |at: &usize| (columns[*at].unit.is_none(), !is_described(&columns[*at]));
        self.numbers.iter().copied().min_by_key(rank)
    }

    /// Returns how many values a column has; of one that nobody counted, more than any chart holds.
    fn distinct(&self, column: usize) -> u64 {
        let counted = self.table.columns[column].profile.distinct;
        counted.map_or(u64::MAX, |(n, _)| n)
    }

    fn timeline(&self) -> Option<Choice> {
        let [start, end, ..] = *self.times else {
            return None;
        };
        let status = *self.truths.first()?;
        let [first, last] = [start, end].map(|at| self.table.columns[at].kind);
        (first == last).then(|| Choice {
            shape: Some(Shape::Timeline),
            x: Some(start),
            y: Some(end),
            series: self.categories.first().copied().or(Some(status)),
            ..Choice::default()
        })
    }

    fn strip(&self) -> Option<Choice> {
        let status = *self.truths.first()?;
        self.numbers.is_empty().then(|| Choice {
            shape: Some(Shape::Strip),
            x: Some(status),
            ..Choice::default()
        })
    }

    /// Returns what is drawn over time, best first: few lines, the whole among them; else the whole alone; else a part each.
    fn over_time(&self) -> Vec<Choice> {
        let (Some(x), Some(y)) = (self.times.first(), self.number()) else {
            return Vec::new();
        };
        let choice = Choice {
            x: Some(*x),
            y: Some(y),
            ..Choice::default()
        };
        let categories = self.categories();
        if categories.is_empty() {
            return vec![choice];
        }
        let parted = Parted::of(self.table, &categories);
        let of_parts = |at: usize| Choice {
            series: Some(at),
            filter: parted.wholes_without(at),
            ..choice.clone()
        };
        let fits = |at: usize| self.distinct(at) <= MOST_SERIES;
        match (&*categories, &*parted.apart) {
            ([only], []) if self.distinct(*only) <= MOST_LINES as u64 => vec![Choice {
                with_totals: true,
                ..of_parts(*only)
            }],
            (all, []) => {
                let whole = Choice {
                    filter: parted.wholes.clone(),
                    ..choice.clone()
                };
                let parts = all.iter().copied().filter(|at| all.len() == 1 && fits(*at));
                std::iter::once(whole).chain(parts.map(of_parts)).collect()
            }
            (_, [of]) if fits(*of) => vec![of_parts(*of)],
            _ => Vec::new(),
        }
    }

    fn without_time(&self) -> Option<Choice> {
        match (self.number(), &*self.categories()) {
            (Some(number), []) => self.of_numbers(number),
            (Some(y), categories) => self.by_category(y, categories),
            (None, [one, other, ..]) => {
                let fits = self.distinct(*one) <= MOST_CROSSED[0]
                    && self.distinct(*other) <= MOST_CROSSED[1];
                fits.then(|| Choice {
                    shape: Some(Shape::Cross),
                    x: Some(*one),
                    series: Some(*other),
                    ..Choice::default()
                })
            }
            _ => None,
        }
    }

    /// Returns bars of the only category, or of the one that has no whole, or most values, among several.
    fn by_category(&self, y: usize, categories: &[usize]) -> Option<Choice> {
        let bars = |x: usize, filter: Vec<RowCondition>| Choice {
            shape: Some(Shape::Bars),
            x: Some(x),
            y: Some(y),
            filter,
            ..Choice::default()
        };
        if let [only] = categories {
            return Some(bars(*only, Vec::new()));
        }
        let parted = Parted::of(self.table, categories);
        let x = match *parted.apart {
            [] => *(categories.iter()).max_by_key(|at| self.distinct(**at))?,
            [of] => of,
            _ => return None,
        };
        Some(bars(x, parted.wholes_without(x)))
    }

    /// Returns what is drawn of numbers alone: pairs of the only two, or how often values of the only one occur. Of more
    /// numbers nobody knows which two belong together.
    fn of_numbers(&self, number: usize) -> Option<Choice> {
        match *self.numbers {
            [_] => Some(Choice {
                shape: Some(Shape::Histogram),
                y: Some(number),
                ..Choice::default()
            }),
            [x, y] => Some(Choice {
                shape: Some(Shape::Points),
                x: Some(x),
                y: Some(y),
                ..Choice::default()
            }),
            _ => None,
        }
    }

    /// Returns the columns of categories, then those of statuses, each in the table's order.
    fn categories(&self) -> Vec<usize> {
        self.categories
            .iter()
            .chain(&self.truths)
            .copied()
            .collect()
    }

    /// Returns every choice, best first.
    fn choices(&self) -> Vec<Choice> {
        if let Some(first) = self.timeline().or_else(|| self.strip()) {
            return vec![first];
        }
        if self.times.is_empty() {
            self.without_time().into_iter().collect()
        } else {
            self.over_time()
        }
    }
}

/// Columns of categories, by whether they hold a whole beside parts.
struct Parted {
    /// What takes the rows of the whole, of each column that has one.
    wholes: Vec<RowCondition>,
    /// Columns without a whole.
    apart: Vec<usize>,
}

impl Parted {
    fn of(table: &Table, categories: &[usize]) -> Parted {
        let found = totals(table, categories);
        let apart = (categories.iter().zip(&found)).filter(|(_, whole)| whole.is_none());
        Parted {
            apart: apart.map(|(at, _)| *at).collect(),
            wholes: found.into_iter().flatten().collect(),
        }
    }

    /// Returns what takes the rows of the whole of every column but this one.
    fn wholes_without(&self, column: usize) -> Vec<RowCondition> {
        let others = self.wholes.iter().filter(|whole| whole.column != column);
        others.cloned().collect()
    }
}

/// Returns what the rules say of a table, best first: the first that can be gathered is drawn. None where no chart is better
/// than a wrong one, or than one whose title would be a machine's name.
pub(crate) fn choices(table: &Table) -> Vec<Choice> {
    let mut choices = Roles::of(table).choices();
    choices.retain(|choice| is_told(choice, table));
    choices
}

/// Returns the first choice of the rules, whatever its columns are called: the author of a chart gives it words.
pub(crate) fn choose(table: &Table) -> Option<Choice> {
    Roles::of(table).choices().into_iter().next()
}

/// Returns whether the columns that a title names are called in words; a time needs none.
fn is_told(choice: &Choice, table: &Table) -> bool {
    let is_timeline = choice.shape == Some(Shape::Timeline);
    let y = choice.y.filter(|_| !is_timeline);
    let named = [choice.x, y, choice.series];
    (named.into_iter().flatten())
        .map(|at| &table.columns[at])
        .all(|column| is_time(column) || is_named_in_words(column))
}

/// Returns the shape of values over time.
pub(crate) fn over_time(labels: usize, series: usize) -> Shape {
    match series {
        0..=1 if labels < FEWEST_OF_LINE => Shape::Columns,
        0..=MOST_LINES => Shape::Line,
        n if n <= MOST_MULTIPLES => Shape::Multiples,
        _ => Shape::Sparks,
    }
}
