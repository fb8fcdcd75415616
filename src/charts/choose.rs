//! Which chart a table gets where its author says nothing: the rules of `docs/charts.md`, first match wins.

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
    "objectid", "index",
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
const TOTALS: &[&str] = &[
    "total",
    "totales",
    "total-general",
    "gran-total",
    "suma",
    "sum",
    "subtotal",
    "nacional",
    "national",
    "overall",
    "todos",
    "todas",
    "all",
    "ambos",
    "ambos-sexos",
    "both-sexes",
    "both",
    "estados-unidos-mexicanos",
    "republica-mexicana",
    "total-nacional",
    "national-total",
    "grand-total",
    "conjunto",
];

/// Returns whether a value is the sum of the others beside it.
pub(crate) fn is_total(value: &str) -> bool {
    let slug = slug(value);
    TOTALS.contains(&slug.as_str())
}

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

    /// Returns the first column of numbers, but one whose unit is declared comes before.
    fn number(&self) -> Option<usize> {
        let mut numbers = self.numbers.iter();
        let measured = numbers.find(|i| self.table.columns[**i].unit.is_some());
        measured.or(self.numbers.first()).copied()
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

    fn over_time(&self) -> Option<Choice> {
        let series = match *self.categories() {
            [] => None,
            [of] if self.distinct(of) <= MOST_SERIES => Some(of),
            _ => return None,
        };
        Some(Choice {
            shape: None,
            x: Some(*self.times.first()?),
            y: Some(self.number()?),
            series,
        })
    }

    fn without_time(&self) -> Option<Choice> {
        match (self.number(), &*self.categories()) {
            (Some(y), [of]) => Some(Choice {
                shape: Some(Shape::Bars),
                x: Some(*of),
                y: Some(y),
                series: None,
            }),
            (Some(number), []) => Some(self.of_numbers(number)),
            (None, [one, other, ..]) => {
                let fits = self.distinct(*one) <= MOST_CROSSED[0]
                    && self.distinct(*other) <= MOST_CROSSED[1];
                fits.then_some(Choice {
                    shape: Some(Shape::Cross),
                    x: Some(*one),
                    y: None,
                    series: Some(*other),
                })
            }
            _ => None,
        }
    }

    /// Returns what is drawn of numbers alone: pairs of the first two, or how often values of the only one occur.
    fn of_numbers(&self, number: usize) -> Choice {
        let Some(other) = self.numbers.iter().copied().find(|i| *i != number) else {
            return Choice {
                shape: Some(Shape::Histogram),
                y: Some(number),
                ..Choice::default()
            };
        };
        Choice {
            shape: Some(Shape::Points),
            x: Some(number.min(other)),
            y: Some(number.max(other)),
            series: None,
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
}

/// Returns what the rules say of a table, first match wins; `None` where no chart is better than a wrong one.
pub(crate) fn choose(table: &Table) -> Option<Choice> {
    let roles = Roles::of(table);
    let first = roles.timeline().or_else(|| roles.strip());
    first.or_else(|| {
        if roles.times.is_empty() {
            roles.without_time()
        } else {
            roles.over_time()
        }
    })
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
