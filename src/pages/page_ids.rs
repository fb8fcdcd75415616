//! The identifiers that themes give to parts of a page, which no author's heading on it may have as well (HTML, §3.2.6).

use crate::model::body::TEXT;

/// Those of every page.
const EVERYWHERE: &[&str] = &[
    "brief",
    "comment",
    "help",
    "main",
    "own-facts",
    "sources",
    "ways",
    TEXT,
];

/// Those of some kinds of page. Letters are before the names of tables and milestones: `t-scores`, `m-1`.
const OF_KINDS: &[(&str, &[&str])] = &[
    ("action-plan", &["commitments", "facts", "reports"]),
    (
        "commitment",
        &[
            "changes",
            "datasets",
            "facts",
            "inception",
            "m",
            "milestones",
            "related",
            "reports",
            "values",
        ],
    ),
    (
        "dataset",
        &[
            "c",
            "changes",
            "cite",
            "commitments",
            "d",
            "downloads",
            "facts",
            "limits",
            "p",
            "provenance",
            "quality",
            "services",
            "t",
        ],
    ),
    (
        "home",
        &["changes", "datasets", "milestones", "overdue", "unreported"],
    ),
    ("initiative", &["commitments", "datasets", "facts"]),
    ("page", &["downloads"]),
    ("report", &["evaluates", "facts"]),
    (
        "term",
        &[
            "action-plans",
            "commitments",
            "datasets",
            "initiatives",
            "practices",
            "reports",
        ],
    ),
];

/// Whether the theme has an identifier on pages of this kind, or one that begins with it and `-`.
pub(crate) fn is_of_theme(kind: &str, id: &str) -> bool {
    let of_kind = OF_KINDS
        .iter()
        .find(|(own, _)| *own == kind)
        .map_or(&[][..], |(_, ids)| ids);
    let begins = |own: &str| {
        own.len() == 1
            && id
                .strip_prefix(own)
                .is_some_and(|rest| rest.starts_with('-'))
    };
    EVERYWHERE.contains(&id) || of_kind.contains(&id) || of_kind.iter().any(|own| begins(own))
}
