//! How often a dataset changes, as a code of the EU's table (`frequency`, 39 codes).

use crate::diag::Sink;
use crate::source::fields::{Fields, unknown_word};
use crate::text::fold::fold;

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

/// Words that people write for them, in the languages of most of those who do and as the shipped themes show them, and ISO
/// 8601's repeating durations (DCAT-US 1.1). Folded as [`fold`] does.
const WORDS: &[(&str, &str)] = &[
    ("irregular", "irreg"),
    ("irregularly", "irreg"),
    ("irregularmente", "irreg"),
    ("sin regularidad", "irreg"),
    ("eventual", "irreg"),
    ("variable", "irreg"),
    ("yearly", "annual"),
    ("annually", "annual"),
    ("anual", "annual"),
    ("anualmente", "annual"),
    ("cada ano", "annual"),
    ("cada 12 meses", "annual"),
    ("every year", "annual"),
    ("semiannual", "annual_2"),
    ("semiannually", "annual_2"),
    ("biannual", "annual_2"),
    ("biannually", "annual_2"),
    ("bianual", "annual_2"),
    ("half yearly", "annual_2"),
    ("semestral", "annual_2"),
    ("semestralmente", "annual_2"),
    ("cada semestre", "annual_2"),
    ("cada seis meses", "annual_2"),
    ("cada 6 meses", "annual_2"),
    ("every six months", "annual_2"),
    ("dos veces al ano", "annual_2"),
    ("twice a year", "annual_2"),
    ("cuatrimestral", "annual_3"),
    ("cada cuatro meses", "annual_3"),
    ("cada 4 meses", "annual_3"),
    ("tres veces al ano", "annual_3"),
    ("three times a year", "annual_3"),
    ("continuous", "cont"),
    ("continuously", "cont"),
    ("continual", "cont"),
    ("continuo", "cont"),
    ("continua", "cont"),
    ("continuamente", "cont"),
    ("permanente", "cont"),
    ("real time", "cont"),
    ("tiempo real", "cont"),
    ("en tiempo real", "cont"),
    ("as needed", "as_needed"),
    ("asneeded", "as_needed"),
    ("on demand", "as_needed"),
    ("a demanda", "as_needed"),
    ("cuando se necesita", "as_needed"),
    ("cuando se requiere", "as_needed"),
    ("cuando se requiera", "as_needed"),
    ("segun se requiera", "as_needed"),
    ("not planned", "not_planned"),
    ("notplanned", "not_planned"),
    ("no prevista", "not_planned"),
    ("no previsto", "not_planned"),
    ("no planeada", "not_planned"),
    ("no planeado", "not_planned"),
    ("sin fecha prevista", "not_planned"),
    ("diario", "daily"),
    ("diaria", "daily"),
    ("diariamente", "daily"),
    ("cada dia", "daily"),
    ("every day", "daily"),
    ("dos veces al dia", "daily_2"),
    ("twice a day", "daily_2"),
    ("semanal", "weekly"),
    ("semanalmente", "weekly"),
    ("cada semana", "weekly"),
    ("every week", "weekly"),
    ("dos veces por semana", "weekly_2"),
    ("twice a week", "weekly_2"),
    ("semiweekly", "weekly_2"),
    ("tres veces por semana", "weekly_3"),
    ("three times a week", "weekly_3"),
    ("quincenal", "biweekly"),
    ("quincenalmente", "biweekly"),
    ("cada quincena", "biweekly"),
    ("cada quince dias", "biweekly"),
    ("cada 15 dias", "biweekly"),
    ("cada dos semanas", "biweekly"),
    ("fortnightly", "biweekly"),
    ("every two weeks", "biweekly"),
    ("mensual", "monthly"),
    ("mensualmente", "monthly"),
    ("cada mes", "monthly"),
    ("every month", "monthly"),
    ("semimonthly", "monthly_2"),
    ("dos veces al mes", "monthly_2"),
    ("twice a month", "monthly_2"),
    ("tres veces al mes", "monthly_3"),
    ("three times a month", "monthly_3"),
    ("bimestral", "bimonthly"),
    ("bimensual", "monthly_2"),
    ("cada bimestre", "bimonthly"),
    ("cada dos meses", "bimonthly"),
    ("cada 2 meses", "bimonthly"),
    ("every two months", "bimonthly"),
    ("trimestral", "quarterly"),
    ("trimestralmente", "quarterly"),
    ("cada trimestre", "quarterly"),
    ("cada tres meses", "quarterly"),
    ("cada 3 meses", "quarterly"),
    ("every quarter", "quarterly"),
    ("every three months", "quarterly"),
    ("bienal", "biennial"),
    ("cada dos anos", "biennial"),
    ("cada 2 anos", "biennial"),
    ("every two years", "biennial"),
    ("trienal", "triennial"),
    ("cada tres anos", "triennial"),
    ("cada 3 anos", "triennial"),
    ("every three years", "triennial"),
    ("cuatrienal", "quadrennial"),
    ("cada cuatro anos", "quadrennial"),
    ("cada 4 anos", "quadrennial"),
    ("every four years", "quadrennial"),
    ("quinquenal", "quinquennial"),
    ("cada cinco anos", "quinquennial"),
    ("cada 5 anos", "quinquennial"),
    ("every five years", "quinquennial"),
    ("decenal", "decennial"),
    ("cada diez anos", "decennial"),
    ("cada 10 anos", "decennial"),
    ("every ten years", "decennial"),
    ("cada veinte anos", "bidecennial"),
    ("every twenty years", "bidecennial"),
    ("cada treinta anos", "tridecennial"),
    ("every thirty years", "tridecennial"),
    ("cada hora", "hourly"),
    ("every hour", "hourly"),
    ("cada dos horas", "bihourly"),
    ("every two hours", "bihourly"),
    ("cada tres horas", "trihourly"),
    ("every three hours", "trihourly"),
    ("cada doce horas", "12hrs"),
    ("every twelve hours", "12hrs"),
    ("cada minuto", "1min"),
    ("every minute", "1min"),
    ("cada cinco minutos", "5min"),
    ("every five minutes", "5min"),
    ("cada diez minutos", "10min"),
    ("every ten minutes", "10min"),
    ("cada quince minutos", "15min"),
    ("every fifteen minutes", "15min"),
    ("cada treinta minutos", "30min"),
    ("every thirty minutes", "30min"),
    ("nunca", "never"),
    ("nunca mas", "never"),
    ("never again", "never"),
    ("no se actualiza", "never"),
    ("unica vez", "never"),
    ("por unica vez", "never"),
    ("otra", "other"),
    ("otro", "other"),
    ("provisional", "op_datpro"),
    ("desconocido", "unknown"),
    ("desconocida", "unknown"),
    ("r/pt1s", "cont"),
    ("r/pt1m", "1min"),
    ("r/pt5m", "5min"),
    ("r/pt10m", "10min"),
    ("r/pt15m", "15min"),
    ("r/pt30m", "30min"),
    ("r/pt1h", "hourly"),
    ("r/pt2h", "bihourly"),
    ("r/pt3h", "trihourly"),
    ("r/pt12h", "12hrs"),
    ("r/p1d", "daily"),
    ("r/p1w", "weekly"),
    ("r/p7d", "weekly"),
    ("r/p3.5d", "weekly_2"),
    ("r/p0.5w", "weekly_2"),
    ("r/p0.33w", "weekly_3"),
    ("r/p2w", "biweekly"),
    ("r/p14d", "biweekly"),
    ("r/p0.5m", "monthly_2"),
    ("r/p0.33m", "monthly_3"),
    ("r/p1m", "monthly"),
    ("r/p2m", "bimonthly"),
    ("r/p3m", "quarterly"),
    ("r/p4m", "annual_3"),
    ("r/p6m", "annual_2"),
    ("r/p0.5y", "annual_2"),
    ("r/p1y", "annual"),
    ("r/p12m", "annual"),
    ("r/p2y", "biennial"),
    ("r/p3y", "triennial"),
    ("r/p4y", "quadrennial"),
    ("r/p5y", "quinquennial"),
    ("r/p10y", "decennial"),
    ("r/p20y", "bidecennial"),
    ("r/p30y", "tridecennial"),
];

/// Words that a finding offers: those that most datasets need.
const OFFERED: &[&str] = &[
    "hourly",
    "daily",
    "weekly",
    "biweekly",
    "monthly",
    "bimonthly",
    "quarterly",
    "annual_2",
    "annual",
    "biennial",
    "irreg",
    "as_needed",
    "never",
    "unknown",
];

/// Where the EU's table has its codes, and Dublin Core's its own.
const TABLES: &[&str] = &[
    "publications.europa.eu/resource/authority/frequency/",
    "purl.org/cld/freq/",
];

/// Parses `frequency`: a code of the table, or a word, a duration or an address that means one. Anything else is a finding.
pub(super) fn read(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<String> {
    let text = fields.text("frequency", sink)?;
    let meant = code(&text.value);
    if meant.is_none() && !text.value.is_empty() {
        sink.push(unknown_word(fields.file(), &text, "frequency", OFFERED));
    }
    meant
}

/// Returns the code that a word represents; none where harvesters would not know it.
pub(crate) fn code(word: &str) -> Option<String> {
    let folded = fold(word.trim());
    let named = TABLES
        .iter()
        .find_map(|table| folded.split_once(table))
        .map(|(_, code)| code.trim_end_matches('/'));
    let asked = named.unwrap_or(&folded);
    // People and programs part words by any of these signs.
    let (joined, spaced) = (
        asked.replace([' ', '-'], "_"),
        asked.replace(['-', '_'], " "),
    );
    let code = CODES.iter().find(|code| **code == joined).copied();
    let word = WORDS.iter().find(|(word, _)| *word == spaced);
    code.or(word.map(|(_, code)| *code)).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_become_codes_and_strangers_nothing() {
        for (word, meant) in [
            ("Irregular", "irreg"),
            ("ANNUAL_2", "annual_2"),
            ("annual-2", "annual_2"),
            ("Annual", "annual"),
            (" anual ", "annual"),
            ("yearly", "annual"),
            ("R/P1Y", "annual"),
            ("CADA AÑO", "annual"),
            (
                "http://publications.europa.eu/resource/authority/frequency/ANNUAL",
                "annual",
            ),
            (
                "https://publications.europa.eu/resource/authority/frequency/MONTHLY/",
                "monthly",
            ),
            ("http://purl.org/cld/freq/biweekly", "biweekly"),
            ("Mensual", "monthly"),
            ("cuatrimestral", "annual_3"),
            ("Según se requiera", "as_needed"),
            ("as-needed", "as_needed"),
            ("en tiempo real", "cont"),
            ("R/PT1H", "hourly"),
            ("half yearly", "annual_2"),
        ] {
            assert_eq!(code(word).as_deref(), Some(meant), "{word}");
        }
        for stranger in [
            "now and then",
            "",
            "n/d",
            "R/P",
            "http://publications.europa.eu/resource/authority/frequency/X",
        ] {
            assert_eq!(code(stranger), None, "{stranger}");
        }
        assert!(
            WORDS
                .iter()
                .all(|(word, code)| CODES.contains(code) && fold(word) == *word)
        );
        assert!(OFFERED.iter().all(|word| CODES.contains(word)));
    }

    /// What a page shows can be written.
    #[test]
    fn the_words_of_the_theme_are_read() {
        for words in [
            include_str!("../../themes/claro/i18n/en.ftl"),
            include_str!("../../themes/claro/i18n/es.ftl"),
        ] {
            let mut told = 0;
            for line in words
                .lines()
                .filter_map(|line| line.strip_prefix("frequency-"))
            {
                let (shown, words) = line.split_once(" = ").unwrap();
                let same = |code: &str| {
                    if code == "update_cont" {
                        "cont".to_owned()
                    } else {
                        code.to_owned()
                    }
                };
                assert_eq!(code(words), code(shown).map(|code| same(&code)), "{line}");
                told += 1;
            }
            assert!(
                CODES
                    .iter()
                    .all(|code| words.contains(&format!("\nfrequency-{code} = "))),
                "a code without words"
            );
            assert!(told > 35);
        }
    }
}
