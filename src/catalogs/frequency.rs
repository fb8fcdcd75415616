//! The frequencies of the EU's table as repeating durations (ISO 8601), which both versions of DCAT-US take.

/// Codes with their durations.
const DURATIONS: &[(&str, &str)] = &[
    ("1min", "R/PT1M"),
    ("5min", "R/PT5M"),
    ("10min", "R/PT10M"),
    ("15min", "R/PT15M"),
    ("30min", "R/PT30M"),
    ("hourly", "R/PT1H"),
    ("bihourly", "R/PT2H"),
    ("trihourly", "R/PT3H"),
    ("12hrs", "R/PT12H"),
    ("daily_2", "R/PT12H"),
    ("daily", "R/P1D"),
    ("weekly_3", "R/P0.33W"),
    ("weekly_2", "R/P3.5D"),
    ("weekly", "R/P1W"),
    ("biweekly", "R/P2W"),
    ("monthly_3", "R/P0.33M"),
    ("monthly_2", "R/P0.5M"),
    ("monthly", "R/P1M"),
    ("bimonthly", "R/P2M"),
    ("quarterly", "R/P3M"),
    ("annual_3", "R/P4M"),
    ("annual_2", "R/P6M"),
    ("annual", "R/P1Y"),
    ("biennial", "R/P2Y"),
    ("triennial", "R/P3Y"),
    ("quadrennial", "R/P4Y"),
    ("quinquennial", "R/P5Y"),
    ("decennial", "R/P10Y"),
    ("bidecennial", "R/P20Y"),
    ("tridecennial", "R/P30Y"),
];

/// Returns the duration of a code, where it has one.
pub(super) fn duration(code: &str) -> Option<&'static str> {
    DURATIONS
        .iter()
        .find(|(known, _)| *known == code)
        .map(|(_, form)| *form)
}
