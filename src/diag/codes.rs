//! The table of codes. A code is stable: scripts may rely on it.

use super::Severity::{self, Error, Note, Warning};

/// A kind of finding.
#[derive(Debug, PartialEq, Eq)]
pub struct Code {
    /// Its name, which is also the name of its message.
    pub id: &'static str,
    /// How much it weighs unless a stage says otherwise.
    pub severity: Severity,
    /// What an error of this kind does to a build that is told to keep going.
    pub going_on: KeepGoing,
}

/// What an error does to a build that is told to keep going.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeepGoing {
    /// It stops it all the same: it may be about personal data, paths or addresses, or about the portal as a whole. What says
    /// nothing else of itself is such a kind.
    Stops,
    /// The page or dataset that it is found in is left out.
    LeavesOut,
    /// The same, but what was found may only follow from another fault, and is looked for again once that is left out.
    LeavesOutLast,
}

macro_rules! codes {
    (@going_on) => { KeepGoing::Stops };
    (@going_on leaves_out) => { KeepGoing::LeavesOut };
    (@going_on leaves_out_last) => { KeepGoing::LeavesOutLast };
    ($($room:literal: $($name:ident = $id:literal $severity:ident $($going_on:ident)?,)*)*) => {
        $($(
            #[doc = concat!("`", $id, "`, of the room `", $room, "`; its words are in `messages/`.")]
            pub static $name: Code =
                Code { id: $id, severity: $severity, going_on: codes!(@going_on $($going_on)?) };
        )*)*
        /// Every code there is, room by room.
        pub static ALL: &[&Code] = &[$($(&$name,)*)*];
    };
}

codes! {
    "source":
    FILE_UNREADABLE = "file-unreadable" Error leaves_out,
    FILE_TOO_LARGE = "file-too-large" Error leaves_out,
    NOT_UTF8 = "not-utf8" Error leaves_out,
    FRONT_MATTER_OPEN = "front-matter-open" Error leaves_out,
    FRONT_MATTER_SYNTAX = "front-matter-syntax" Error leaves_out,
    FRONT_MATTER_MISSING = "front-matter-missing" Error leaves_out,
    FRONT_MATTER_TOO_LARGE = "front-matter-too-large" Error leaves_out,
    CONTROL_CHARACTERS = "control-characters" Warning,
    DIRECTION_CHARACTERS = "direction-characters" Warning,
    TEXT_TAKEN_FOR_COMMENT = "text-taken-for-comment" Warning,
    UNKNOWN_FACT = "unknown-fact" Error leaves_out,
    REPEATED_FACT = "repeated-fact" Error leaves_out,
    MISSING_FACT = "missing-fact" Error leaves_out,
    WRONG_FORM = "wrong-form" Error leaves_out,
    WRONG_DATE = "wrong-date" Error leaves_out,
    WRONG_WORD = "wrong-word" Error leaves_out,
    WRONG_ID = "wrong-id" Error,
    UNKNOWN_LANGUAGE = "unknown-language" Error leaves_out,
    FACT_IN_TRANSLATION = "fact-in-translation" Error leaves_out,
    TRANSLATION_ALONE = "translation-alone" Error leaves_out,
    LINK_LEADS_OUT = "link-leads-out" Error,
    NAME_UNPUBLISHABLE = "name-unpublishable" Error,
    FILE_UNREAD = "file-unread" Warning,
    FILES_LEFT_OUT = "files-left-out" Note,
    FILE_WITHHELD = "file-withheld" Note,
    ID_FROM_NAME = "id-from-name" Note,
    TITLE_TAKEN = "title-taken" Note,
    PAGE_HELD_BACK = "page-held-back" Note,
    SCHEMA_ELSEWHERE = "schema-elsewhere" Warning,
    NOT_A_FILE = "not-a-file" Error,

    "model":
    REPEATED_ID = "repeated-id" Error,
    ACCENT_UNSEEN = "accent-unseen" Warning,
    ATTACHMENT_ACTIVE = "attachment-active" Warning,
    ATTACHMENT_ABSENT = "attachment-absent" Warning,
    ACKNOWLEDGED_WRONGLY = "acknowledged-wrongly" Error leaves_out,
    ACKNOWLEDGED_IN_VAIN = "acknowledged-in-vain" Note,
    MILESTONE_OUTSIDE_COMMITMENT = "milestone-outside-commitment" Warning,
    ENDS_BEFORE_START = "ends-before-start" Warning,
    REPEATED_INSTITUTION = "repeated-institution" Warning,
    REPORT_OF_OTHER_MEMBER = "report-of-other-member" Warning,
    INCEPTION_OF_OTHER_MEMBER = "inception-of-other-member" Warning,
    PLAN_OF_OTHER_LOCALITY = "plan-of-other-locality" Warning,
    REPORT_ABSENT = "report-absent" Warning,
    TERM_MISSPELT = "term-misspelt" Warning,
    COMMITMENT_OUTSIDE_PLAN = "commitment-outside-plan" Warning,
    COMPLETE_WITHOUT_EVIDENCE = "complete-without-evidence" Warning,
    EVALUATION_AGAINST_MILESTONES = "evaluation-against-milestones" Warning,
    FINISHED_WITHOUT_EVIDENCE = "finished-without-evidence" Warning,
    INSTITUTIONS_ALIKE = "institutions-alike" Warning,
    MILESTONES_OUT_OF_ORDER = "milestones-out-of-order" Warning,
    ORPHAN = "orphan" Note,
    REPORT_OF_OTHER_PLAN = "report-of-other-plan" Warning,
    TRANSLATION_OLDER = "translation-older" Warning,
    VALUE_WITHOUT_REASON = "value-without-reason" Note,
    ANSWER_AGAINST_DEGREE = "answer-against-degree" Warning,
    LIMITED_AS_PLANNED = "limited-as-planned" Warning,
    REFERENCE_ABSENT = "reference-absent" Warning,
    UPDATE_AHEAD = "update-ahead" Warning,
    REPORT_COLUMNS = "report-columns" Warning,
    REPEATED_MILESTONE = "repeated-milestone" Error leaves_out,
    CSV_WITHOUT_PAGES = "csv-without-pages" Warning,
    UNDECLARED_LANGUAGE = "undeclared-language" Warning,
    SAMPLE_VALUE = "sample-value" Warning,
    SUMMARY_TOO_LONG = "summary-too-long" Warning,
    UNTRANSLATED_FACT = "untranslated-fact" Warning,
    SUMMARY_ABSENT = "summary-absent" Note,
    SENTENCE_TOO_LONG = "sentence-too-long" Note,
    ACRONYM_UNEXPLAINED = "acronym-unexplained" Note,

    "privacy":
    PERSONAL_DATA = "personal-data" Error,
    PERSONAL_DATA_LIKELY = "personal-data-likely" Warning,
    PERSONAL_DATA_IN_VERSIONS = "personal-data-in-versions" Error,
    PERSONAL_UNSEEN = "personal-unseen" Note,
    PERSONAL_GATE_OFF = "personal-gate-off" Warning,
    PERSONAL_WAIVER_LAPSED = "personal-waiver-lapsed" Error,
    PERSONAL_WAIVER_LAPSING = "personal-waiver-lapsing" Note,
    PERSONAL_WAIVER_IN_VAIN = "personal-waiver-in-vain" Note,
    PERSONAL_WAIVER_BY_PERSON = "personal-waiver-by-person" Error,

    "data":
    PERSONAL_RARE_COMBINATIONS = "personal-rare-combinations" Error,
    PERSONAL_NOT_PROTECTED = "personal-not-protected" Error,
    PERSONAL_COUNTS_HIDDEN = "personal-counts-hidden" Note,
    PERSONAL_TOTALS_DIFFER = "personal-totals-differ" Warning,
    PERSONAL_COMPUTED_COLUMNS = "personal-computed-columns" Warning,
    DATA_UNREADABLE = "data-unreadable" Error leaves_out,
    DATASET_EMPTY = "dataset-empty" Warning,
    DATA_NOT_UTF8 = "data-not-utf8" Note,
    DATA_ENCODING_GUESSED = "data-encoding-guessed" Warning,
    DATA_ENCODING_CONTRADICTED = "data-encoding-contradicted" Warning,
    DATA_CHARACTERS_LOST = "data-characters-lost" Warning,
    DATA_ENCODING_MIXED = "data-encoding-mixed" Warning,
    DATA_ENCODED_TWICE = "data-encoded-twice" Warning,
    DATA_ENCODED_AS_CONTROLS = "data-encoded-as-controls" Warning,
    DATA_NUL_CHARACTERS = "data-nul-characters" Warning,
    DATA_FORMAT_CONTRADICTED = "data-format-contradicted" Warning,
    DATA_DELIMITER_CONTRADICTED = "data-delimiter-contradicted" Warning,
    DATA_DIVIDED_BY_BLANKS = "data-divided-by-blanks" Note,
    DATA_ONE_COLUMN = "data-one-column" Note,
    DATA_QUOTES_KEPT = "data-quotes-kept" Warning,
    DATA_NO_HEADER = "data-no-header" Warning,
    DATA_HEADER_SHIFTED = "data-header-shifted" Note,
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
    DATA_ERROR_CELLS = "data-error-cells" Warning,
    DATA_FORMULAS_ZERO = "data-formulas-zero" Warning,
    DATA_LINKS_LEFT = "data-links-left" Note,
    DATA_TABLE_OPEN = "data-table-open" Warning,
    DATA_NO_TABLES = "data-no-tables" Note,
    DATA_JSON_BESIDE = "data-json-beside" Note,
    DATA_JSON_SPREAD = "data-json-spread" Note,
    DATA_COORDINATES_PROJECTED = "data-coordinates-projected" Warning,
    DATA_COLUMN_RENAMED = "data-column-renamed" Note,
    DATA_COLUMN_ABSENT = "data-column-absent" Error leaves_out,
    PAGES_BY_MANY = "pages-by-many" Warning,
    DATA_TYPE_UNKNOWN = "data-type-unknown" Error leaves_out,
    DATA_CONSTRAINT_UNREADABLE = "data-constraint-unreadable" Error leaves_out,
    DATA_ROWS_ABOVE = "data-rows-above" Note,
    DATA_ROWS_BELOW = "data-rows-below" Note,
    DATA_BLANK_ROWS = "data-blank-rows" Note,
    DATA_COMMENTS = "data-comments" Note,
    DATA_HEADER_REPEATED = "data-header-repeated" Note,
    DATA_ROWS_LEFT_OUT = "data-rows-left-out" Warning,
    DATA_ROWS_JOINED = "data-rows-joined" Warning,
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
    DATA_NOT_OF_TYPE = "data-not-of-type" Error leaves_out,
    DATA_VALUE_MISSING = "data-value-missing" Error leaves_out,
    DATA_RULE_BROKEN = "data-rule-broken" Error leaves_out,
    DATA_KEY_REPEATED = "data-key-repeated" Error leaves_out,
    DATA_REFERENCE_ABSENT = "data-reference-absent" Error leaves_out_last,
    DATA_FOREIGN_KEY = "data-foreign-key" Error leaves_out_last,
    FORMAT_UNKNOWN = "format-unknown" Error,
    FORMAT_NOT_COMPILED = "format-not-compiled" Error,
    FORMAT_REFUSED = "format-refused" Note,

    "site":
    LEDGER_BROKEN = "ledger-broken" Error,
    VERSION_DAMAGED = "version-damaged" Error,
    DATASET_UNRELEASED = "dataset-unreleased" Note,
    DATASET_CHANGED_UNDATED = "dataset-changed-undated" Warning,
    NO_BASE_URL = "no-base-url" Warning,
    ADDRESS_TAKEN = "address-taken" Error,
    OUTPUT_KEPT = "output-kept" Note,
    OUTPUT_ALTERED = "output-altered" Warning,
    OUTPUT_UNREADABLE = "output-unreadable" Warning,
    OUTPUT_LEFT = "output-left" Note,
    FILE_TOO_LARGE_FOR_HOSTS = "file-too-large-for-hosts" Warning,
    SITE_TOO_LARGE_FOR_HOSTS = "site-too-large-for-hosts" Warning,
    ADDRESS_LOST = "address-lost" Error,
    ADDRESS_MOVED = "address-moved" Error,
    IDENTIFIER_SHARED = "identifier-shared" Warning,
    TERM_REDIRECTED = "term-redirected" Note,
    SECURITY_EXPIRED = "security-expired" Warning,
    TEMPLATE_FAILED = "template-failed" Error,
    THEME_ABSENT = "theme-absent" Error,
    THEME_MALFORMED = "theme-malformed" Error,
    THEME_TOO_NEW = "theme-too-new" Error,
    CARD_WITHOUT_LETTERS = "card-without-letters" Warning,
    LANGUAGE_WITHOUT_WORDS = "language-without-words" Warning,
    LINK_BROKEN = "link-broken" Error leaves_out_last,
    LINK_WITH_BLANKS = "link-with-blanks" Warning,
    LINK_TO_OWN_COMPUTER = "link-to-own-computer" Error leaves_out,
    LINK_SCHEME_UNKNOWN = "link-scheme-unknown" Warning,
    LINK_TO_FOLDER = "link-to-folder" Error leaves_out_last,
    LINK_ABSOLUTE = "link-absolute" Error leaves_out,
    LINK_FRAGMENT_BROKEN = "link-fragment-broken" Warning,
    OTHER_HOST = "other-host" Error leaves_out,
    FORBIDDEN_MARKUP = "forbidden-markup" Error,
    REPEATED_ANCHOR = "repeated-anchor" Warning,
    BUDGET_TOO_LARGE = "budget-too-large" Error,
    PAGE_TOO_HEAVY = "page-too-heavy" Error leaves_out,
    PAGE_NEARLY_TOO_HEAVY = "page-nearly-too-heavy" Warning,
    TEXT_EDITION_HEAVY = "text-edition-heavy" Warning,
    CHART_UNREADABLE = "chart-unreadable" Error leaves_out,
    CHART_DATA_ABSENT = "chart-data-absent" Error leaves_out_last,
    CHART_COLUMN_ABSENT = "chart-column-absent" Error leaves_out,
    CHART_NOT_DRAWN = "chart-not-drawn" Warning,
    CHART_TITLE_NUMBER = "chart-title-number" Warning,
    CHART_NOTE_FROM = "chart-note-from" Warning,
    FIGURE_UNREADABLE = "figure-unreadable" Error leaves_out,
    FIGURE_ABSENT = "figure-absent" Error leaves_out_last,
    FIGURE_SEVERAL = "figure-several" Error leaves_out,
    FIGURE_WITHOUT_NUMBER = "figure-without-number" Error leaves_out,
    FIGURE_WORDS = "figure-words" Error leaves_out,
    FIGURE_DIFFERS = "figure-differs" Error leaves_out,
    FIGURE_SUGGESTED = "figure-suggested" Note,
    FACETS_LEFT_OUT = "facets-left-out" Note,
    METADATA_MISSING = "metadata-missing" Warning,
    DATASET_UNDESCRIBED = "dataset-undescribed" Warning,
    COLUMNS_UNDESCRIBED = "columns-undescribed" Note,
    DATA_LABEL_UNMATCHED = "data-label-unmatched" Warning,
    LANGUAGE_UNUSED = "language-unused" Warning,
    CATALOG_TOO_LARGE = "catalog-too-large" Warning,
    LICENCE_UNKNOWN = "licence-unknown" Note,
    MESSAGE_ABSENT = "message-absent" Warning,
    RAW_HTML_DROPPED = "raw-html-dropped" Warning,
    IMAGE_WITHOUT_WORDS = "image-without-words" Error leaves_out,
    IMAGE_UNREADABLE = "image-unreadable" Error leaves_out,
    IMAGE_ANIMATED = "image-animated" Warning,
    IMAGE_AS_LINK = "image-as-link" Note,
    CREST_UNUSABLE = "crest-unusable" Warning,
    DRAWING_CLEANED = "drawing-cleaned" Warning,
    DRAWING_UNREADABLE = "drawing-unreadable" Error,
    DRAWING_TOO_LARGE = "drawing-too-large" Error,

    "verify":
    COPY_SUMS_WRONG = "copy-sums-wrong" Error,
    COPY_FILE_CHANGED = "copy-file-changed" Error,
    COPY_FILE_ABSENT = "copy-file-absent" Error,
    COPY_FILE_ODD = "copy-file-odd" Error,
    COPY_FILE_UNLISTED = "copy-file-unlisted" Note,
    COPY_UNSIGNED = "copy-unsigned" Note,
    COPY_SIGNATURE_WRONG = "copy-signature-wrong" Error,
    COPY_SIGNATURE_UNPROVEN = "copy-signature-unproven" Note,
    COPY_LEDGER_BROKEN = "copy-ledger-broken" Error,
    COPY_VERSION_WRONG = "copy-version-wrong" Error,
    COPY_NEWEST_DIFFERS = "copy-newest-differs" Warning,

    "publishing":
    PUBLISH_REFUSED = "publish-refused" Error,
    PUBLISH_LIMIT = "publish-limit" Error,
    PUBLISHED_DIFFERS = "published-differs" Error,

    "program":
    WRONG_COMMAND = "wrong-command" Error,
    NO_PORTAL = "no-portal" Error,
    OUTPUT_REFUSED = "output-refused" Error,
    SYSTEM_REFUSED = "system-refused" Error,
    FILE_CHANGED = "file-changed" Error,
    PROGRAM_FAULT = "program-fault" Error,
}

/// The code of this name.
pub fn by_id(id: &str) -> Option<&'static Code> {
    ALL.iter().copied().find(|code| code.id == id)
}

const _: Severity = Note;
