//! What notes below a table look like.

/// What notes begin with.
const BEGINNINGS: &[&str] = &[
    "source",
    "note",
    "notes",
    "nb:",
    "n.b.",
    "fuente",
    "nota",
    "notas",
    "elaboración",
    "quelle",
    "anmerkung",
    "fonte",
    "copyright",
    "//",
    "*",
    "(1)",
    "1)",
    "1/",
    "©",
    "last update",
    "updated",
    "actualizado",
    "actualización",
    "última actualización",
    "fecha de actualización",
    "fecha de corte",
    "fecha de elaboración",
    "elaboró",
    "elaborado",
    "responsable",
    "prepared by",
    "data source",
    "data:",
    "datos:",
    "total may",
    "totals may",
    "figures",
    "cifras",
    "los datos",
    "las cifras",
    "la suma",
    "incluye",
    "includes",
    "excluye",
    "excludes",
    "†",
    "‡",
    "¹",
    "²",
    "n.d.",
    "n/a",
    "n.a.",
    "nd:",
    "nd =",
    "zeichenerklärung",
    "hinweis",
    "stand:",
    "legende",
    "légende",
    "champ :",
    "lecture :",
    "avertissement",
    "remark",
    "leyenda",
    "simbología",
    "aclaración",
    "observaciones:",
];

/// Whether a text is a note rather than a value.
pub(crate) fn is_note(text: &str) -> bool {
    let text = text.trim();
    let lower = text.to_lowercase();
    !text.is_empty()
        && (BEGINNINGS.iter().any(|b| lower.starts_with(b))
            || text.chars().count() > 60
            || is_footnote(&lower)
            || text.chars().all(|c| c == '*' || c == '-'))
}

/// Whether a text has the mark of a note: `* that is`, `1/ without`, `Source: an office`.
pub(crate) fn is_marked(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let sign = lower.starts_with(['*', '†', '‡', '©', '¹', '²']) || lower.starts_with("//");
    // `I was there.` is a sentence that begins with a word of one letter.
    let is_footnote = !lower.chars().nth(1).is_some_and(char::is_whitespace) && is_footnote(&lower);
    sign || is_footnote || is_attribution(text)
}

/// Whether a text begins with a word of notes and a colon: `Fuente: INEGI`.
pub(crate) fn is_attribution(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    let Some((word, rest)) = lower.split_once(':') else {
        return false;
    };
    !rest.trim().is_empty()
        && BEGINNINGS
            .iter()
            .any(|begins| begins.trim_end_matches([':', ' ']) == word.trim_end())
}

/// `p/ Preliminar`, `1/ Sin ajuste`, `a) …`, `(2) …`, `[b] …`, `a Preliminar.`: a mark of one or two letters, and its
/// meaning.
fn is_footnote(lower: &str) -> bool {
    let inner = lower.trim_start_matches(['(', '[']);
    let mark = inner.chars().take_while(|c| c.is_alphanumeric()).count();
    let after = inner.trim_start_matches(char::is_alphanumeric);
    let marked = after.starts_with(['/', ')', ']'])
        || mark == 1 && after.starts_with(' ') && lower.ends_with('.');
    (1..=2).contains(&mark) && marked && after.chars().skip(1).any(char::is_alphabetic)
}

/// Whether a text begins as notes do.
pub(crate) fn begins_as_note(text: &str) -> bool {
    let lower = text.trim().to_lowercase();
    BEGINNINGS.iter().any(|begins| lower.starts_with(begins))
}
