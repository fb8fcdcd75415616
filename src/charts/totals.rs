//! Rows that stand for the whole: `Total`, `Nacional`, `World`, `Both sexes`, beside the rows of its parts.

use super::condition::RowCondition;
use crate::text::slug::slug;
use tragaluz_tables::{Column, FieldType, Table};

/// Names of a whole, as [`slug`] writes them.
const TOTALS: &[&str] = &[
    "total",
    "totales",
    "totals",
    "total-general",
    "total-geral",
    "gran-total",
    "grand-total",
    "suma",
    "sum",
    "subtotal",
    "conjunto",
    "ensemble",
    "nacional",
    "national",
    "total-nacional",
    "national-total",
    "total-national",
    "total-country",
    "country-total",
    "whole-country",
    "pais",
    "total-pais",
    "todo-el-pais",
    "estados-unidos-mexicanos",
    "republica-mexicana",
    "total-estatal",
    "state-total",
    "overall",
    "all",
    "todos",
    "todas",
    "ambos",
    "both",
    "ambos-sexos",
    "both-sexes",
    "all-sexes",
    "mujeres-y-hombres",
    "hombres-y-mujeres",
    "women-and-men",
    "men-and-women",
    "all-ages",
    "todas-las-edades",
    "world",
    "world-total",
    "mundo",
    "total-mundial",
    "monde",
];

/// Names of a whole in writings that a slug does not keep.
const TOTALS_AS_WRITTEN: &[&str] = &["الإجمالي", "المجموع", "合计", "总计", "全国", "世界"];

/// Rows that are looked through for a whole: tables that have one say it early.
const MOST_ROWS: u64 = 20_000;
/// Longest text that may name a whole, in bytes.
pub(crate) const LONGEST_TOTAL: usize = 200;

/// Returns whether a value of a column stands for the whole of what stands beside it (`Total`, `Nacional`, `World`).
///
/// A figure of such a row says what the table comes to; rows of its parts beside it must not be added to it.
pub(crate) fn is_total(value: &str) -> bool {
    value.len() <= LONGEST_TOTAL
        && (TOTALS_AS_WRITTEN.contains(&value.trim()) || TOTALS.contains(&slug(value).as_str()))
}

/// Returns, for each of these columns of texts, a condition that takes only the rows of the whole; `None` for a column
/// without such a row.
///
/// Of several names of a whole in a column, the one that comes first in the file is taken. At most [`MOST_ROWS`] rows are read.
pub(crate) fn totals(table: &Table, columns: &[usize]) -> Vec<Option<RowCondition>> {
    let mut found: Vec<Option<RowCondition>> = vec![None; columns.len()];
    let wanted: Vec<bool> = (columns.iter())
        .map(|at| may_hold_total(&table.columns[*at]))
        .collect();
    let Ok(mut rows) = table.records() else {
        return found;
    };
    for _ in 0..table.rows.min(MOST_ROWS) {
        let Ok(Some(row)) = rows.next_row() else {
            break;
        };
        for (i, at) in columns.iter().enumerate() {
            let cell = row.cell(*at).unwrap_or_default();
            if found[i].is_none() && wanted[i] && is_total(cell) {
                found[i] = Some(RowCondition {
                    column: *at,
                    texts: vec![cell.to_owned()],
                });
            }
        }
        if (found.iter().zip(&wanted)).all(|(found, wanted)| found.is_some() || !wanted) {
            break;
        }
    }
    found
}

/// Returns whether a column may hold a whole beside parts: texts of more than two values.
pub(crate) fn may_hold_total(column: &Column) -> bool {
    let distinct = column.profile.distinct;
    column.kind == FieldType::String && distinct.is_some_and(|(n, _)| n > 2)
}

#[cfg(test)]
mod tests {
    use super::is_total;

    #[test]
    fn a_whole_is_known_by_its_name() {
        for name in [
            "Total",
            "NACIONAL",
            "World",
            "Ambos sexos",
            "All ages",
            "全国",
        ] {
            assert!(is_total(name), "{name}");
        }
        for name in ["Total Petroleum", "Sonora", "Totalán", ""] {
            assert!(!is_total(name), "{name}");
        }
    }
}
