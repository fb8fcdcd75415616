//! What is found in a file of data, as values: a code, a place, and the particulars that a message names. The words are
//! those of whoever shows it.

use crate::arg::Arg;
use crate::place::Place;

/// One finding: what, where, and the particulars that its message names.
///
/// ```
/// use tragaluz_tables::{Finding, Place, finding::codes};
/// let finding = Finding::new(codes::DATA_ROWS_SHORT).at(Place::file("towns.csv")).arg("count", 3_usize);
/// assert_eq!(finding.code, "data-rows-short");
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Finding {
    /// The kind of finding: one of [`codes`].
    pub code: &'static str,
    /// Where it is, when it is anywhere.
    pub place: Option<Place>,
    /// Values for the message's variables.
    pub args: Vec<(&'static str, Arg)>,
}

impl Finding {
    /// Makes a finding of this kind, with no place and no particulars yet.
    pub fn new(code: &'static str) -> Self {
        Finding {
            code,
            place: None,
            args: Vec::new(),
        }
    }

    /// Returns the finding with the place that it is about. Of personal data, no line is shown.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        let mut place = place.visible();
        place.excerpt = place.excerpt.filter(|_| !is_personal(self.code));
        self.place = Some(place);
        self
    }

    /// Gives one particular of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into().visible()));
        self
    }
}

/// Whether a finding of this code is about personal data, of which nothing may be shown.
pub fn is_personal(code: &str) -> bool {
    code.starts_with("personal-data")
}

/// Returns findings in a stable order, by file, line, column and code, each once.
pub fn sorted(mut findings: Vec<Finding>) -> Vec<Finding> {
    findings.sort_by(|a, b| order(a).cmp(&order(b)));
    findings.dedup();
    findings
}

/// Returns the key that findings are sorted by. A tuple, for its parts are compared in this order.
fn order(finding: &Finding) -> (&str, usize, usize, &'static str) {
    match &finding.place {
        Some(place) => (&place.file, place.line, place.column, finding.code),
        None => ("", 0, 0, finding.code),
    }
}

macro_rules! codes {
    ($($name:ident = $id:literal,)*) => {
        /// The kinds of findings. A code is stable: scripts may rely on it.
        pub mod codes {
            $(#[doc = concat!("`", $id, "`")] pub const $name: &str = $id;)*
            /// Every code of a finding that there is.
            pub const ALL: &[&str] = &[$($name,)*];
        }
    };
}

codes! {
    PERSONAL_RARE_COMBINATIONS = "personal-rare-combinations",
    PERSONAL_NOT_PROTECTED = "personal-not-protected",
    PERSONAL_COUNTS_HIDDEN = "personal-counts-hidden",
    PERSONAL_TOTALS_DIFFER = "personal-totals-differ",
    PERSONAL_COMPUTED_COLUMNS = "personal-computed-columns",
    DATA_UNREADABLE = "data-unreadable",
    DATA_NOT_UTF8 = "data-not-utf8",
    DATA_ENCODING_GUESSED = "data-encoding-guessed",
    DATA_ENCODING_CONTRADICTED = "data-encoding-contradicted",
    DATA_CHARACTERS_LOST = "data-characters-lost",
    DATA_ENCODING_MIXED = "data-encoding-mixed",
    DATA_ENCODED_TWICE = "data-encoded-twice",
    DATA_ENCODED_AS_CONTROLS = "data-encoded-as-controls",
    DATA_NUL_CHARACTERS = "data-nul-characters",
    DATA_FORMAT_CONTRADICTED = "data-format-contradicted",
    DATA_DELIMITER_CONTRADICTED = "data-delimiter-contradicted",
    DATA_DIVIDED_BY_BLANKS = "data-divided-by-blanks",
    DATA_ONE_COLUMN = "data-one-column",
    DATA_QUOTES_KEPT = "data-quotes-kept",
    DATA_NO_HEADER = "data-no-header",
    DATA_HEADER_SHIFTED = "data-header-shifted",
    DATA_COLUMNS_BLANK = "data-columns-blank",
    DATA_PARTS_DIFFER = "data-parts-differ",
    DATA_SEVERAL_TABLES = "data-several-tables",
    DATA_SHEETS_HIDDEN = "data-sheets-hidden",
    DATA_COLUMNS_HIDDEN = "data-columns-hidden",
    DATA_ROWS_HIDDEN = "data-rows-hidden",
    DATA_TEXTS_MERGED = "data-texts-merged",
    DATA_NUMBERS_MERGED = "data-numbers-merged",
    DATA_SHOWN_BY_FORMAT = "data-shown-by-format",
    DATA_LINKS_ADDED = "data-links-added",
    DATA_ERROR_CELLS = "data-error-cells",
    DATA_FORMULAS_ZERO = "data-formulas-zero",
    DATA_LINKS_LEFT = "data-links-left",
    DATA_TABLE_OPEN = "data-table-open",
    DATA_NO_TABLES = "data-no-tables",
    DATA_JSON_BESIDE = "data-json-beside",
    DATA_JSON_SPREAD = "data-json-spread",
    DATA_COORDINATES_PROJECTED = "data-coordinates-projected",
    DATA_COLUMN_RENAMED = "data-column-renamed",
    DATA_COLUMN_ABSENT = "data-column-absent",
    DATA_TYPE_UNKNOWN = "data-type-unknown",
    DATA_CONSTRAINT_UNREADABLE = "data-constraint-unreadable",
    DATA_ROWS_ABOVE = "data-rows-above",
    DATA_ROWS_BELOW = "data-rows-below",
    DATA_BLANK_ROWS = "data-blank-rows",
    DATA_COMMENTS = "data-comments",
    DATA_HEADER_REPEATED = "data-header-repeated",
    DATA_ROWS_LEFT_OUT = "data-rows-left-out",
    DATA_ROWS_JOINED = "data-rows-joined",
    DATA_ROWS_SHORT = "data-rows-short",
    DATA_ROWS_LONG = "data-rows-long",
    DATA_SECOND_TABLE = "data-second-table",
    DATA_FORMULA_WITHOUT_VALUE = "data-formula-without-value",
    DATA_STRAY_QUOTE = "data-stray-quote",
    DATA_DATE_ORDER_UNKNOWN = "data-date-order-unknown",
    DATA_DECIMAL_MARK_UNKNOWN = "data-decimal-mark-unknown",
    DATA_MISSING_MARK = "data-missing-mark",
    DATA_NEARLY_TYPED = "data-nearly-typed",
    DATA_NUMBERS_AS_TEXT = "data-numbers-as-text",
    DATA_UNSEEN_SIGNS = "data-unseen-signs",
    DATA_EXCEL_TEXT = "data-excel-text",
    DATA_NOT_OF_TYPE = "data-not-of-type",
    DATA_VALUE_MISSING = "data-value-missing",
    DATA_RULE_BROKEN = "data-rule-broken",
    DATA_KEY_REPEATED = "data-key-repeated",
    DATA_REFERENCE_ABSENT = "data-reference-absent",
    DATA_FOREIGN_KEY = "data-foreign-key",
    DATASET_CHANGED_UNDATED = "dataset-changed-undated",
    DATASET_UNDESCRIBED = "dataset-undescribed",
    PERSONAL_DATA = "personal-data",
    PERSONAL_DATA_LIKELY = "personal-data-likely",
}
