//! Which chart a table gets where its author says nothing: the rules of `docs/charts.md`, first match wins.

use crate::data::{Column, FieldType, Table};
use crate::model::chart::Shape;
use crate::text::slug::slug;

/// What to draw of a table.
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
enum Role {
    Time,
    Number,
    Category,
    /// A status, or yes and no.
    Truth,
    /// An identifier, a free text, a place on the map, or the same in every row.
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

/// Whether a value is the sum of the others beside it.
pub(crate) fn is_total(value: &str) -> bool {
    let slug = slug(value);
    TOTALS.contains(&slug.as_str())
}

/// Whether a column holds years that nothing declares to be years: whole numbers below such a name.
pub(crate) fn is_year(column: &Column) -> bool {
    let slug = slug(&column.name);
    let named = slug.split('-').any(|word| YEARS.contains(&word));
    let within = |end: &Option<String>| {
        end.as_deref()
            .and_then(|end| end.parse::<u16>().ok())
            .is_some_and(|year| (1500..2200).contains(&year))
    };
    let (min, max) = (&column.profile.min, &column.profile.max);
    column.kind == FieldType::Integer && named && within(min) && within(max)
}

/// Whether a column's values are on a line of time.
pub(crate) fn is_time(column: &Column) -> bool {
    use FieldType::{Date, DateTime, Year, YearMonth};
    matches!(column.kind, Year | YearMonth | Date | DateTime) || is_year(column)
}

/// The columns that hold latitude and longitude, by their names.
pub(crate) fn coordinates(table: &Table) -> [Option<usize>; 2] {
    [LATITUDES, LONGITUDES].map(|names| {
        let named = |c: &Column| slug(&c.name).split('-').any(|word| names.contains(&word));
        table
            .columns
            .iter()
            .position(|c| c.kind.is_numeric() && named(c))
    })
}

fn role(column: &Column, table: &Table) -> Role {
    use FieldType::{Boolean, Integer, Number, String};
    let distinct = column.profile.distinct.map_or(0, |(n, _)| n);
    if distinct <= 1 && table.rows > 1 {
        return Role::Nothing;
    }
    let slug = slug(&column.name);
    let named = |names: &[&str]| slug.split('-').any(|word| names.contains(&word));
    let only_key = table.primary_key.len() == 1 && table.primary_key[0] == column.name;
    match column.kind {
        _ if is_time(column) => Role::Time,
        _ if named(COORDINATES) || named(IDENTIFIERS) => Role::Nothing,
        Boolean => Role::Truth,
        Integer if only_key || column.constraints.unique => Role::Nothing,
        Integer | Number => Role::Number,
        String if column.profile.longest > LONGEST_CATEGORY => Role::Nothing,
        String if is_truth(column, distinct) => Role::Truth,
        String => Role::Category,
        _ => Role::Nothing,
    }
}

fn is_truth(column: &Column, distinct: u64) -> bool {
    let values = &column.profile.frequent;
    distinct <= 7
        && values.len() as u64 == distinct
        && values
            .iter()
            .all(|(value, _)| TRUTHS.contains(&self::slug(value).as_str()))
}

/// What the rules say of a table; none where no chart is better than a wrong one.
pub(crate) fn choose(table: &Table) -> Option<Choice> {
    let roles: Vec<Role> = table.columns.iter().map(|c| role(c, table)).collect();
    let of = |wanted: Role| {
        (0..roles.len())
            .filter(move |i| roles[*i] == wanted)
            .collect::<Vec<usize>>()
    };
    let roles_of = [
        of.clone()(Role::Time),
        of.clone()(Role::Number),
        of.clone()(Role::Category),
        of(Role::Truth),
    ];
    let [times, numbers, categories, truths] = roles_of;
    let kind = |i: &usize| table.columns[*i].kind;
    let distinct = |i: usize| {
        table.columns[i]
            .profile
            .distinct
            .map_or(u64::MAX, |(n, _)| n)
    };
    let chosen = |shape| Choice {
        shape: Some(shape),
        ..Choice::default()
    };
    // The first column of numbers, but one whose unit is declared comes before.
    let number = numbers
        .iter()
        .find(|i| table.columns[**i].unit.is_some())
        .or(numbers.first())
        .copied();
    if let ([start, end, ..], [status, ..]) = (&*times, &*truths)
        && kind(start) == kind(end)
    {
        let of = categories.first().copied();
        return Some(Choice {
            x: Some(*start),
            y: Some(*end),
            series: of.or(Some(*status)),
            ..chosen(Shape::Timeline)
        });
    }
    if let ([status, ..], None) = (&*truths, number) {
        return Some(Choice {
            x: Some(*status),
            ..chosen(Shape::Strip)
        });
    }
    let categories: Vec<usize> = categories.into_iter().chain(truths).collect();
    match (&*times, number, &*categories) {
        ([time, ..], Some(y), []) => Some(Choice {
            x: Some(*time),
            y: Some(y),
            ..Choice::default()
        }),
        ([time, ..], Some(y), [of]) if distinct(*of) <= MOST_SERIES => Some(Choice {
            x: Some(*time),
            y: Some(y),
            series: Some(*of),
            ..Choice::default()
        }),
        ([], Some(y), [of]) => Some(Choice {
            x: Some(*of),
            y: Some(y),
            ..chosen(Shape::Bars)
        }),
        ([], Some(x), []) if numbers.len() >= 2 => {
            let y = *numbers.iter().find(|i| **i != x)?;
            let (x, y) = (x.min(y), x.max(y));
            Some(Choice {
                x: Some(x),
                y: Some(y),
                ..chosen(Shape::Points)
            })
        }
        ([], None, [one, other, ..])
            if distinct(*one) <= MOST_CROSSED[0] && distinct(*other) <= MOST_CROSSED[1] =>
        {
            Some(Choice {
                x: Some(*one),
                series: Some(*other),
                ..chosen(Shape::Cross)
            })
        }
        ([], Some(y), []) => Some(Choice {
            y: Some(y),
            ..chosen(Shape::Histogram)
        }),
        _ => None,
    }
}

/// The shape of values over time.
pub(crate) fn over_time(labels: usize, series: usize) -> Shape {
    match series {
        0..=1 if labels < FEWEST_OF_LINE => Shape::Columns,
        0..=MOST_LINES => Shape::Line,
        n if n <= MOST_MULTIPLES => Shape::Multiples,
        _ => Shape::Sparks,
    }
}
