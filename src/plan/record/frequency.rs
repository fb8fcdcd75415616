//! How often a dataset changes, as a code of the EU's table (`frequency`, 39 codes).

/// The table's codes, in lower case.
const CODES: &[&str] = &[
    "1min",
    "5min",
    "10min",
    "12hrs",
    "15min",
    "30min",
    "annual",
    "annual_2",
    "annual_3",
    "as_needed",
    "bidecennial",
    "biennial",
    "bihourly",
    "bimonthly",
    "biweekly",
    "cont",
    "daily",
    "daily_2",
    "decennial",
    "hourly",
    "irreg",
    "monthly",
    "monthly_2",
    "monthly_3",
    "never",
    "not_planned",
    "op_datpro",
    "other",
    "quadrennial",
    "quarterly",
    "quinquennial",
    "tridecennial",
    "triennial",
    "trihourly",
    "unknown",
    "update_cont",
    "weekly",
    "weekly_2",
    "weekly_3",
];

/// Words that people write for them.
const WORDS: &[(&str, &str)] = &[
    ("irregular", "irreg"),
    ("yearly", "annual"),
    ("annually", "annual"),
    ("semiannual", "annual_2"),
    ("biannual", "annual_2"),
    ("continuous", "cont"),
    ("as-needed", "as_needed"),
    ("not-planned", "not_planned"),
];

/// The code that a word stands for; none where harvesters would not know it.
pub(super) fn code(word: &str) -> Option<String> {
    let lower = word.trim().to_ascii_lowercase();
    let meant = WORDS.iter().find(|(word, _)| *word == lower).map_or(lower.as_str(), |(_, code)| code);
    CODES.contains(&meant).then(|| meant.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_codes_and_strangers_nothing() {
        assert_eq!(code("Irregular").as_deref(), Some("irreg"));
        assert_eq!(code("ANNUAL_2").as_deref(), Some("annual_2"));
        assert_eq!(code("now and then"), None);
    }
}
