//! Identifiers that states give to persons, by the table `data/national_identifiers.csv`.

use crate::privacy::candidate::Candidate;
use crate::privacy::national_rules::{NationalRule, RuleNeeds, rule_kinds, rule_of, rules_of};
use crate::privacy::{Detector, PersonalKind, ScannedText, Sighting};

/// Finds identifiers of the table.
pub(super) struct National;

impl Detector for National {
    fn kinds(&self) -> &'static [PersonalKind] {
        rule_kinds()
    }

    fn may_be_in(&self, text: &ScannedText<'_>) -> bool {
        text.traits.digits >= Candidate::LEAST_DIGITS
    }

    fn find(&self, text: &ScannedText<'_>, found: &mut Vec<Sighting>) {
        let by_name = text.hint.announces.and_then(rule_of);
        let has_words = by_name.is_some() || text.traits.letters > 1;
        for one in text
            .candidates
            .iter()
            .filter(|one| one.is_bounded && !one.is_in_url)
        {
            let mut holding = rules_of(one, has_words).peekable();
            if holding.peek().is_none() {
                continue;
            }
            let (announced, others): (Vec<&NationalRule>, Vec<&NationalRule>) =
                holding.partition(|rule| is_announced(text, one, (rule, by_name)));
            if announced.is_empty() {
                found.extend(others.iter().filter_map(|rule| judged(text, one, rule)));
            }
            // What has a check digit that is right is no number of another country that has none.
            let is_checked = announced.iter().any(|rule| rule.has_check());
            let likely = announced
                .iter()
                .filter(|rule| rule.has_check() == is_checked);
            found.extend(likely.map(|rule| Sighting::enough(rule.kind, one.span.clone())));
        }
    }
}

/// Whether the name of the column, or words before it, announce that a candidate is what a rule says.
fn is_announced(
    text: &ScannedText<'_>,
    one: &Candidate,
    (rule, by_name): (&NationalRule, Option<&NationalRule>),
) -> bool {
    by_name.is_some_and(|other| rule.shares_words(other))
        || text.traits.letters > 1 && text.says(rule.kind, &rule.words, one.span.start)
}

/// Returns what is seen of a candidate that has the form of a rule, and that no word announces.
fn judged(text: &ScannedText<'_>, one: &Candidate, rule: &NationalRule) -> Option<Sighting> {
    let span = one.span.clone();
    let is_written =
        rule.needs == RuleNeeds::ItsForm && rule.is_written_in(one) && !one.has_neighbour;
    if rule.needs == RuleNeeds::Nothing || is_written {
        return Some(Sighting::enough(rule.kind, span));
    }
    let least = rule.of_column.filter(|_| text.is_all(&span))?;
    Some(Sighting::among(rule.kind, span, least, 95))
}

#[cfg(test)]
mod tests {
    use super::super::seen;
    use super::*;

    fn counted(column: &str, text: &str) -> Vec<&'static str> {
        let all = seen(&National, column, text);
        all.iter().filter(|one| one.2).map(|one| one.0).collect()
    }

    // Values that offices and standards publish as examples, or made up with a right check digit.
    #[test]
    fn forms_with_their_signs_count() {
        for (text, kind) in [
            ("20-12345678-6", "ar-cuit"),
            ("529.982.247-25", "br-cpf"),
            ("12.345.678-5", "cl-rut"),
            ("12.345.670-K", "cl-rut"),
            ("001-0000000-8x", ""),
            ("123-45-6789", "us-ssn"),
            ("900-70-0000", "us-itin"),
            ("X-1234567-L", "es-nie"),
            ("RSSMRA85T10A562S", "it-cf"),
            ("AB 12 34 56 C", "gb-nino"),
            ("131052-308T", "fi-hetu"),
            ("811218-9876", "se-pnr"),
            ("GHA-123456789-0", "gh-card"),
        ] {
            let expected: Vec<&str> = Some(kind)
                .filter(|kind| !kind.is_empty())
                .into_iter()
                .collect();
            assert_eq!(counted("", text), expected, "{text}");
        }
    }

    #[test]
    fn words_and_names_of_columns_announce_them() {
        assert_eq!(counted("", "con DNI 12345678Z"), ["es-dni"]);
        assert!(counted("DNI", "12345678Z").contains(&"es-dni"));
        assert!(counted("dni", "12.345.678").contains(&"ar-dni"));
        assert_eq!(counted("", "CPF: 52998224725"), ["br-cpf"]);
        assert!(counted("cédula", "1-0234-0567").contains(&"cr-cedula"));
        assert_eq!(counted("", "SSN 123456789"), ["us-ssn"]);
        assert!(!seen(&National, "dato", "52998224725")[0].2);
    }

    #[test]
    fn near_misses_are_none() {
        for text in [
            "20-12345678-7",
            "529.982.247-24",
            "12.345.678-6",
            "000-45-6789",
            "666-45-6789",
            "123-00-6789",
            "X-1234567-M",
            "RSSMRA85T10A562T",
            "131052-308U",
            "811318-9876",
            "12345678Z",
            "52998224725",
            "1.234.567",
            "12.345.678",
        ] {
            assert_eq!(counted("", text), Vec::<&str>::new(), "{text}");
        }
    }
}
