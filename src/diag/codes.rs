//! The table of codes. A code is stable: scripts may rely on it.

use super::Severity::{self, Error, Note, Warning};

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name, which is also the name of its message.
    pub id: &'static str,
    /// How much it weighs unless a stage says otherwise.
    pub severity: Severity,
}

macro_rules! codes {
    ($($room:literal: $($name:ident = $id:literal $severity:ident,)*)*) => {
        $($(
            #[doc = concat!("`", $id, "`, of the room `", $room, "`; its words are in `messages/`.")]
            pub static $name: Code = Code { id: $id, severity: $severity };
        )*)*
        /// Every code there is, room by room.
        pub static ALL: &[&Code] = &[$($(&$name,)*)*];
    };
}

codes! {
    "source":
    NOT_UTF8 = "not-utf8" Error,
    FRONT_MATTER_OPEN = "front-matter-open" Error,
    FRONT_MATTER_SYNTAX = "front-matter-syntax" Error,
    FRONT_MATTER_MISSING = "front-matter-missing" Error,
    FRONT_MATTER_TOO_LARGE = "front-matter-too-large" Error,
    TEXT_TAKEN_FOR_COMMENT = "text-taken-for-comment" Warning,
    UNKNOWN_FACT = "unknown-fact" Error,
    REPEATED_FACT = "repeated-fact" Error,
    MISSING_FACT = "missing-fact" Error,
    WRONG_FORM = "wrong-form" Error,
    WRONG_DATE = "wrong-date" Error,
    WRONG_WORD = "wrong-word" Error,
    WRONG_ID = "wrong-id" Error,
    UNKNOWN_LANGUAGE = "unknown-language" Error,
    FACT_IN_TRANSLATION = "fact-in-translation" Error,
    TRANSLATION_ALONE = "translation-alone" Error,
    LINK_LEADS_OUT = "link-leads-out" Error,
    NAME_UNPUBLISHABLE = "name-unpublishable" Error,

    "model":
    REPEATED_ID = "repeated-id" Error,
    ACKNOWLEDGED_WRONGLY = "acknowledged-wrongly" Error,
    MILESTONE_OUTSIDE_COMMITMENT = "milestone-outside-commitment" Warning,
    ENDS_BEFORE_START = "ends-before-start" Warning,
    REPEATED_INSTITUTION = "repeated-institution" Warning,
    REPORT_OF_OTHER_MEMBER = "report-of-other-member" Warning,
    INCEPTION_OF_OTHER_MEMBER = "inception-of-other-member" Warning,
    PLAN_OF_OTHER_LOCALITY = "plan-of-other-locality" Warning,
    REPORT_ABSENT = "report-absent" Warning,
    LIMITED_AS_PLANNED = "limited-as-planned" Warning,
    REFERENCE_ABSENT = "reference-absent" Warning,
    REPEATED_MILESTONE = "repeated-milestone" Error,
    UNDECLARED_LANGUAGE = "undeclared-language" Warning,
    SUMMARY_TOO_LONG = "summary-too-long" Warning,
    UNTRANSLATED_FACT = "untranslated-fact" Warning,
    SUMMARY_ABSENT = "summary-absent" Note,
    SENTENCE_TOO_LONG = "sentence-too-long" Note,
    ACRONYM_UNEXPLAINED = "acronym-unexplained" Note,

    "data":
    DATA_UNREADABLE = "data-unreadable" Error,
    DATASET_EMPTY = "dataset-empty" Warning,
    DATA_NOT_UTF8 = "data-not-utf8" Note,
    DATA_ENCODING_GUESSED = "data-encoding-guessed" Warning,
    DATA_ENCODING_CONTRADICTED = "data-encoding-contradicted" Warning,
    DATA_CHARACTERS_LOST = "data-characters-lost" Warning,
    DATA_ENCODING_MIXED = "data-encoding-mixed" Warning,
    DATA_ENCODED_TWICE = "data-encoded-twice" Warning,
    DATA_NUL_CHARACTERS = "data-nul-characters" Warning,
    DATA_FORMAT_CONTRADICTED = "data-format-contradicted" Warning,
    DATA_DELIMITER_CONTRADICTED = "data-delimiter-contradicted" Warning,
    DATA_NO_HEADER = "data-no-header" Warning,
    DATA_COLUMNS_BLANK = "data-columns-blank" Note,
    DATA_PARTS_DIFFER = "data-parts-differ" Warning,
    DATA_SEVERAL_TABLES = "data-several-tables" Warning,
    DATA_SHEETS_HIDDEN = "data-sheets-hidden" Warning,
    DATA_COLUMNS_HIDDEN = "data-columns-hidden" Warning,
    DATA_ROWS_HIDDEN = "data-rows-hidden" Warning,
    DATA_TEXTS_MERGED = "data-texts-merged" Note,
    DATA_NUMBERS_MERGED = "data-numbers-merged" Warning,
    DATA_SHOWN_BY_FORMAT = "data-shown-by-format" Note,
    DATA_LINKS_ADDED = "data-links-added" Note,
    DATA_LINKS_LEFT = "data-links-left" Note,
    DATA_NO_TABLES = "data-no-tables" Note,
    DATA_JSON_BESIDE = "data-json-beside" Note,
    DATA_JSON_SPREAD = "data-json-spread" Note,
    DATA_COORDINATES_PROJECTED = "data-coordinates-projected" Warning,
    DATA_COLUMN_RENAMED = "data-column-renamed" Note,
    DATA_COLUMN_ABSENT = "data-column-absent" Error,
    DATA_TYPE_UNKNOWN = "data-type-unknown" Error,
    DATA_CONSTRAINT_UNREADABLE = "data-constraint-unreadable" Error,
    DATA_ROWS_ABOVE = "data-rows-above" Note,
    DATA_ROWS_BELOW = "data-rows-below" Note,
    DATA_BLANK_ROWS = "data-blank-rows" Note,
    DATA_COMMENTS = "data-comments" Note,
    DATA_HEADER_REPEATED = "data-header-repeated" Note,
    DATA_ROWS_SHORT = "data-rows-short" Warning,
    DATA_ROWS_LONG = "data-rows-long" Warning,
    DATA_SECOND_TABLE = "data-second-table" Warning,
    DATA_FORMULA_WITHOUT_VALUE = "data-formula-without-value" Warning,
    DATA_STRAY_QUOTE = "data-stray-quote" Warning,
    DATA_DATE_ORDER_UNKNOWN = "data-date-order-unknown" Note,
    DATA_DECIMAL_MARK_UNKNOWN = "data-decimal-mark-unknown" Note,
    DATA_MISSING_MARK = "data-missing-mark" Note,
    DATA_NEARLY_TYPED = "data-nearly-typed" Warning,
    DATA_NUMBERS_AS_TEXT = "data-numbers-as-text" Note,
    DATA_UNSEEN_SIGNS = "data-unseen-signs" Note,
    DATA_EXCEL_TEXT = "data-excel-text" Note,
    DATA_NOT_OF_TYPE = "data-not-of-type" Error,
    DATA_VALUE_MISSING = "data-value-missing" Error,
    DATA_RULE_BROKEN = "data-rule-broken" Error,
    DATA_KEY_REPEATED = "data-key-repeated" Error,
    DATA_REFERENCE_ABSENT = "data-reference-absent" Error,
    DATA_FOREIGN_KEY = "data-foreign-key" Error,
    FORMAT_UNKNOWN = "format-unknown" Error,
    FORMAT_NOT_COMPILED = "format-not-compiled" Error,
    FORMAT_REFUSED = "format-refused" Note,

    "site":
    NO_BASE_URL = "no-base-url" Warning,
    ADDRESS_TAKEN = "address-taken" Error,
    ADDRESS_LOST = "address-lost" Error,
    TERM_REDIRECTED = "term-redirected" Note,
    SECURITY_EXPIRED = "security-expired" Warning,
    TEMPLATE_FAILED = "template-failed" Error,
    THEME_ABSENT = "theme-absent" Error,
    THEME_MALFORMED = "theme-malformed" Error,
    THEME_TOO_NEW = "theme-too-new" Error,
    CARD_WITHOUT_LETTERS = "card-without-letters" Warning,
    LANGUAGE_WITHOUT_WORDS = "language-without-words" Warning,
    LINK_BROKEN = "link-broken" Error,
    LINK_TO_FOLDER = "link-to-folder" Error,
    LINK_ABSOLUTE = "link-absolute" Error,
    LINK_FRAGMENT_BROKEN = "link-fragment-broken" Warning,
    OTHER_HOST = "other-host" Error,
    REPEATED_ANCHOR = "repeated-anchor" Warning,
    BUDGET_TOO_LARGE = "budget-too-large" Error,
    PAGE_TOO_HEAVY = "page-too-heavy" Error,
    PAGE_NEARLY_TOO_HEAVY = "page-nearly-too-heavy" Warning,
    CHART_UNREADABLE = "chart-unreadable" Error,
    CHART_DATA_ABSENT = "chart-data-absent" Error,
    CHART_COLUMN_ABSENT = "chart-column-absent" Error,
    CHART_NOT_DRAWN = "chart-not-drawn" Warning,
    CHART_TITLE_NUMBER = "chart-title-number" Warning,
    FACETS_LEFT_OUT = "facets-left-out" Note,
    METADATA_MISSING = "metadata-missing" Warning,
    CATALOG_TOO_LARGE = "catalog-too-large" Warning,
    LICENCE_UNKNOWN = "licence-unknown" Note,
    MESSAGE_ABSENT = "message-absent" Warning,
    RAW_HTML_DROPPED = "raw-html-dropped" Warning,
    IMAGE_WITHOUT_WORDS = "image-without-words" Error,
    IMAGE_UNREADABLE = "image-unreadable" Error,
    IMAGE_ANIMATED = "image-animated" Warning,
    IMAGE_AS_LINK = "image-as-link" Note,
}

/// The code of this name.
pub fn by_id(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id == id)
}

const _: Severity = Note;
