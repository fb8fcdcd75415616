//! The declared columns brought together with those of a table.

use crate::dialect::total_word;
use crate::disclosure::{ColumnList, Disclosure};
use crate::field_type::FieldType;
use crate::finding::{Finding, codes};
use crate::table::Column;
use tragaluz_text::near::nearest;
use tragaluz_text::slug::slug;

/// The declared columns, by their indices in the table.
#[derive(Debug, Default)]
pub(crate) struct DeclaredColumns {
    /// Those that together may tell who somebody is.
    pub(crate) quasi_identifiers: Vec<usize>,
    /// Those of counts.
    pub(crate) counts: Vec<usize>,
    /// Those that say of whom a row counts.
    pub(super) dimensions: Vec<CountDimension>,
    /// Counts that are sums of other counts of their row, by their indices in `counts`.
    pub(super) sums: Vec<ColumnSum>,
    /// For each of `counts`, the columns that are hidden with it.
    pub(super) companions: Vec<Vec<usize>>,
}

/// A column that says of whom a row counts.
#[derive(Debug)]
pub(super) struct CountDimension {
    pub(super) column: usize,
    /// Values that mean all of them together, as declared.
    pub(super) totals: Vec<String>,
    /// Whether its totals, or that it has none, are declared.
    pub(super) is_settled: bool,
}

/// A count that is the sum of others.
#[derive(Debug)]
pub(super) struct ColumnSum {
    pub(super) total: usize,
    pub(super) parts: Vec<usize>,
}

/// Begins the finding that a table cannot be protected, for this reason.
pub(crate) fn unmet(reason: &'static str) -> Finding {
    Finding::new(codes::PERSONAL_NOT_PROTECTED).arg("reason", reason)
}

impl DeclaredColumns {
    /// Finds the declared columns in a table.
    ///
    /// # Errors
    /// With the finding that says so, where a part of the declaration cannot be met.
    pub(crate) fn of(declared: &Disclosure, columns: &[Column]) -> Result<Self, Finding> {
        if declared.is_broken {
            return Err(unmet("declaration"));
        }
        let names = ColumnIndex {
            columns,
            is_shared: declared.is_shared,
        };
        let mut found = DeclaredColumns {
            quasi_identifiers: names.all(&declared.quasi_identifiers)?,
            counts: names.all(&declared.counts)?,
            ..DeclaredColumns::default()
        };
        if declared.is_shared && found.quasi_identifiers.len() < declared.quasi_identifiers.len() {
            // What another table holds of persons is no matter of this one.
            found.quasi_identifiers.clear();
        }
        for sum in &declared.total_columns {
            found.add_sum(sum, names)?;
        }
        if found.counts.is_empty() {
            return Ok(found);
        }
        found.companions = vec![Vec::new(); found.counts.len()];
        for one in &declared.hide_with {
            found.add_companions(one, names)?;
        }
        found.add_dimensions(declared, names)?;
        found.look_for_totals(declared, columns)?;
        Ok(found)
    }

    /// Returns the index among the counts of a column, which is one of them from now on.
    fn count_of(&mut self, column: usize) -> usize {
        let known = self.counts.iter().position(|count| *count == column);
        known.unwrap_or_else(|| {
            self.counts.push(column);
            self.counts.len() - 1
        })
    }

    fn add_sum(&mut self, sum: &ColumnList, names: ColumnIndex<'_>) -> Result<(), Finding> {
        let Some(total) = names.find(&sum.column)? else {
            return Ok(());
        };
        let parts = names.all(&sum.list)?;
        if parts.len() < sum.list.len() || parts.contains(&total) {
            return Err(unmet("column-sum").arg("column", &sum.column));
        }
        let parts = parts.into_iter().map(|part| self.count_of(part)).collect();
        let total = self.count_of(total);
        self.sums.push(ColumnSum { total, parts });
        Ok(())
    }

    fn add_companions(&mut self, one: &ColumnList, names: ColumnIndex<'_>) -> Result<(), Finding> {
        let Some(column) = names.find(&one.column)? else {
            return Ok(());
        };
        let count = self.counts.iter().position(|count| *count == column);
        let count = count.ok_or_else(|| unmet("no-count").arg("column", &one.column))?;
        self.companions[count].extend(names.all(&one.list)?);
        Ok(())
    }

    fn add_dimensions(
        &mut self,
        declared: &Disclosure,
        names: ColumnIndex<'_>,
    ) -> Result<(), Finding> {
        for one in &declared.totals {
            let Some(column) = names.find(&one.column)? else {
                continue;
            };
            self.dimensions.push(CountDimension {
                column,
                totals: one
                    .list
                    .iter()
                    .map(|label| label.trim().to_owned())
                    .collect(),
                is_settled: one.list.is_empty(),
            });
        }
        for column in names.all(&declared.dimensions)? {
            if self.dimensions.iter().all(|known| known.column != column) {
                self.dimensions.push(CountDimension {
                    column,
                    totals: Vec::new(),
                    is_settled: false,
                });
            }
        }
        Ok(())
    }

    /// Refuses a table with a column of totals that nobody declared.
    fn look_for_totals(&self, declared: &Disclosure, columns: &[Column]) -> Result<(), Finding> {
        for (at, column) in columns.iter().enumerate() {
            let is_sum = declared
                .total_columns
                .iter()
                .any(|sum| sum.column.trim() == column.name);
            let is_lone = self.counts == [at];
            let is_number = matches!(column.kind, FieldType::Integer | FieldType::Number);
            if is_number && !is_sum && !is_lone && says_total(&column.name) {
                return Err(unmet("total-column").arg("column", &column.name));
            }
        }
        Ok(())
    }

    /// Returns the names of columns that seem to be computed of counts, and are not declared to be.
    pub(crate) fn computed(&self, columns: &[Column]) -> Vec<String> {
        let undeclared = columns.iter().enumerate().filter(|(at, column)| {
            matches!(column.kind, FieldType::Integer | FieldType::Number)
                && !self.counts.contains(at)
                && !self.companions.iter().flatten().any(|known| known == at)
                && says_computed(&column.name)
        });
        undeclared.map(|(_, column)| column.name.clone()).collect()
    }

    /// Returns the columns of texts of which nothing is declared.
    pub(super) fn undeclared(&self, columns: &[Column]) -> Vec<usize> {
        let is_declared = |at: &usize| {
            self.counts.contains(at)
                || self.companions.iter().flatten().any(|column| column == at)
                || self.dimensions.iter().any(|known| known.column == *at)
        };
        (0..columns.len())
            .filter(|at| columns[*at].kind == FieldType::String && !is_declared(at))
            .collect()
    }
}

/// The names of a table's columns.
#[derive(Clone, Copy)]
struct ColumnIndex<'c> {
    columns: &'c [Column],
    is_shared: bool,
}

impl ColumnIndex<'_> {
    /// Returns the column of this name, in the file or as it is published; none where it may be another table's.
    fn find(self, name: &str) -> Result<Option<usize>, Finding> {
        let name = name.trim();
        let is_it = |column: &Column| {
            column.name == name || column.received_name.as_deref().map(str::trim) == Some(name)
        };
        let found = self.columns.iter().position(is_it);
        if found.is_some() || self.is_shared {
            return Ok(found);
        }
        let names = self.columns.iter().map(|column| column.name.as_str());
        let near = nearest(name, names).unwrap_or("none");
        Err(unmet("column").arg("column", name).arg("near", near))
    }

    fn all(self, names: &[String]) -> Result<Vec<usize>, Finding> {
        let mut found = Vec::new();
        for name in names {
            let column = self.find(name)?.filter(|column| !found.contains(column));
            found.extend(column);
        }
        Ok(found)
    }
}

/// Values that mean all of them together, as slugs, besides those of [`total_word`].
const WHOLES: &[&str] = &[
    "all",
    "all-ages",
    "ambas",
    "ambos",
    "ambos-os-sexos",
    "ambos-sexos",
    "both",
    "both-sexes",
    "ensemble",
    "grand-total",
    "gran-total",
    "les-deux-sexes",
    "nacional",
    "national",
    "subtotal",
    "suma",
    "sum",
    "todas",
    "todas-las-edades",
    "todos",
    "total",
    "total-general",
    "total-nacional",
    "totales",
];

/// Whether a value means all of them together.
pub(super) fn is_whole(value: &str) -> bool {
    total_word(value) || value.len() <= 40 && WHOLES.contains(&slug(value).as_str())
}

/// Words of names of columns that are computed of counts.
const COMPUTED: &[&str] = &[
    "average",
    "indice",
    "media",
    "mean",
    "pct",
    "percent",
    "percentage",
    "porcentaje",
    "porcentual",
    "porciento",
    "prevalencia",
    "prevalence",
    "promedio",
    "proporcion",
    "proportion",
    "rate",
    "ratio",
    "razon",
    "share",
    "tasa",
    "taxa",
];

/// Whether the name of a column says that it is computed of others.
fn says_computed(name: &str) -> bool {
    name.contains('%') || slug(name).split('-').any(|word| COMPUTED.contains(&word))
}

/// Whether the name of a column says that it holds totals.
fn says_total(name: &str) -> bool {
    let slug = slug(name);
    slug.split('-')
        .any(|word| matches!(word, "total" | "totales" | "totals" | "suma" | "sum"))
}
