//! What is declared so that a table tells nothing of single persons, and what was done for it.

use crate::place::Place;

/// What is in place of a count that is not shown.
pub const HIDDEN: &str = "[c]";

/// The least number of persons that may be told of, where nothing else is declared.
pub const FEWEST: u64 = 5;

/// What is declared of a table, or of all tables of a dataset, so that nobody is recognised in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Disclosure {
    /// Columns that together may tell who somebody is: sex, age, municipality.
    pub quasi_identifiers: Vec<String>,
    /// How many rows must share each combination of their values.
    pub at_least: Option<u64>,
    /// Columns that hold numbers of persons.
    pub counts: Vec<String>,
    /// Counts below this are not shown.
    pub below: Option<u64>,
    /// Whether a count of nought is not shown either.
    pub hides_zeros: bool,
    /// Columns that say of whom a row counts; those of `totals` are among them without being named.
    pub dimensions: Vec<String>,
    /// For columns that say of whom a row counts, the values that mean all of them together.
    pub totals: Vec<ColumnList>,
    /// For columns of counts, those whose sum they are.
    pub total_columns: Vec<ColumnList>,
    /// For columns of counts, those that were computed of them, such as percentages: where any count is hidden, none of these
    /// is shown.
    pub hide_with: Vec<ColumnList>,
    /// Whether it holds for several tables, so that one may lack a column that another has.
    pub is_shared: bool,
    /// Whether a part of it could not be read: then nothing is known to be protected.
    pub is_broken: bool,
    /// Where it is declared.
    pub place: Place,
}

/// A column, and the values or columns that are declared of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnList {
    /// Name of the column.
    pub column: String,
    /// What is listed.
    pub list: Vec<String>,
}

impl Disclosure {
    /// Returns a declaration that declares nothing yet.
    pub fn new(place: Place) -> Disclosure {
        Disclosure {
            quasi_identifiers: Vec::new(),
            at_least: None,
            counts: Vec::new(),
            below: None,
            hides_zeros: false,
            dimensions: Vec::new(),
            totals: Vec::new(),
            total_columns: Vec::new(),
            hide_with: Vec::new(),
            is_shared: false,
            is_broken: false,
            place,
        }
    }

    /// Returns the number below which counts are not shown.
    pub fn limit(&self) -> u64 {
        self.below.unwrap_or(FEWEST)
    }

    /// Returns how many rows must share each combination.
    pub fn sharers(&self) -> u64 {
        self.at_least.unwrap_or(FEWEST)
    }

    /// Returns every name of a column that it declares, each once for each place.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        let plain = [&self.quasi_identifiers, &self.counts, &self.dimensions];
        let keyed = [&self.totals, &self.total_columns, &self.hide_with];
        let of_columns = [&self.total_columns, &self.hide_with];
        let listed = of_columns.into_iter().flatten().flat_map(|one| &one.list);
        let keys = keyed.into_iter().flatten().map(|one| &one.column);
        let named = plain.into_iter().flatten().chain(keys).chain(listed);
        named.map(|name| name.trim())
    }
}

/// What was done to a table so that nobody is recognised in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Protection {
    /// Counts that are not shown.
    pub hidden: u64,
    /// The number below which none is.
    pub below: u64,
    /// Columns with counts that are not shown.
    pub columns: Vec<String>,
    /// Combinations of values that may tell who somebody is; none where no columns are declared to.
    pub combinations: Option<SharedCombinations>,
}

/// How rare combinations of values are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SharedCombinations {
    /// Names of the columns.
    pub columns: Vec<String>,
    /// How many rows share the rarest combination.
    pub fewest: u64,
}
