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

/// Words that people write for them, in the languages of most of those who do, and ISO 8601's repeating durations
/// (DCAT-US 1.1), which DCAT-US's own table of frequencies has beside the words.
const WORDS: &[(&str, &str)] = &[
    ("irregular", "irreg"),
    ("yearly", "annual"),
    ("annually", "annual"),
    ("anual", "annual"),
    ("cada año", "annual"),
    ("anualmente", "annual"),
    ("semiannual", "annual_2"),
    ("biannual", "annual_2"),
    ("semestral", "annual_2"),
    ("continuous", "cont"),
    ("continuo", "cont"),
    ("continua", "cont"),
    ("as-needed", "as_needed"),
    ("as needed", "as_needed"),
    ("not-planned", "not_planned"),
    ("diario", "daily"),
    ("diaria", "daily"),
    ("every day", "daily"),
    ("semanal", "weekly"),
    ("every week", "weekly"),
    ("quincenal", "biweekly"),
    ("fortnightly", "biweekly"),
    ("mensual", "monthly"),
    ("every month", "monthly"),
    ("bimestral", "bimonthly"),
    ("trimestral", "quarterly"),
    ("every quarter", "quarterly"),
    ("every year", "annual"),
    ("bienal", "biennial"),
    ("trienal", "triennial"),
    ("quinquenal", "quinquennial"),
    ("decenal", "decennial"),
    ("cada hora", "hourly"),
    ("nunca", "never"),
    ("desconocido", "unknown"),
    ("desconocida", "unknown"),
    ("r/pt1h", "hourly"),
    ("r/p1d", "daily"),
    ("r/p1w", "weekly"),
    ("r/p7d", "weekly"),
    ("r/p2w", "biweekly"),
    ("r/p0.5m", "monthly_2"),
    ("r/p1m", "monthly"),
    ("r/p2m", "bimonthly"),
    ("r/p3m", "quarterly"),
    ("r/p4m", "annual_3"),
    ("r/p6m", "annual_2"),
    ("r/p0.5y", "annual_2"),
    ("r/p1y", "annual"),
    ("r/p2y", "biennial"),
    ("r/p3y", "triennial"),
    ("r/p4y", "quadrennial"),
    ("r/p5y", "quinquennial"),
    ("r/p10y", "decennial"),
    ("r/pt1s", "cont"),
];

/// Where the EU's table has its codes.
const TABLE: &str = "publications.europa.eu/resource/authority/frequency/";

/// The code that a word stands for; none where harvesters would not know it.
pub fn code(word: &str) -> Option<String> {
    let lower = word.trim().to_lowercase();
    let lower = lower.split_once(TABLE).map_or(lower.as_str(), |(_, code)| code);
    let meant = WORDS.iter().find(|(word, _)| *word == lower).map_or(lower, |(_, code)| code);
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
        for annual in [
            "Annual",
            "anual",
            "yearly",
            "R/P1Y",
            "cada año",
            "http://publications.europa.eu/resource/authority/frequency/ANNUAL",
        ] {
            assert_eq!(code(annual).as_deref(), Some("annual"), "{annual}");
        }
        assert!(WORDS.iter().all(|(_, code)| CODES.contains(code)));
    }
}
