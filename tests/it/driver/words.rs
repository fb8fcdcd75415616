//! Questions asked of texts: whether a fact is there whole, and not as a part of something longer.

use std::ops::Range;

/// Returns a text with each run of white space as one blank.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a text says a fact whole: `12` is not in `2012`, nor in `12.5`. White space and colons, which lines and lists
/// put between words, do not count.
pub(crate) fn says(text: &str, fact: &str) -> bool {
    !Bare::of(text).whole(&bare(fact)).is_empty()
}

/// Returns those of `facts` that a text does not say whole, or says only as a part of another of them: where both `April
/// 2022` and `February to April 2022` are asked for, the second does not answer for the first.
pub(crate) fn lacks<'a>(text: &str, facts: &[&'a str]) -> Vec<&'a str> {
    let text = Bare::of(text);
    let mut facts: Vec<(String, &str)> = facts.iter().map(|fact| (bare(fact), *fact)).collect();
    facts.sort_by_key(|(bare, _)| (std::cmp::Reverse(bare.len()), bare.clone()));
    facts.dedup_by(|one, other| one.0 == other.0);
    let mut taken: Vec<Range<usize>> = Vec::new();
    facts.retain(|(bare, _)| {
        let places = text.whole(bare);
        let is_own = |place: &Range<usize>| {
            !taken
                .iter()
                .any(|t| t.start <= place.start && place.end <= t.end)
        };
        let is_absent = !places.iter().any(is_own);
        taken.extend(places);
        is_absent
    });
    facts.into_iter().map(|(_, fact)| fact).collect()
}

/// Returns a fact without white space and colons.
pub(crate) fn bare(fact: &str) -> String {
    fact.chars().filter(|c| counts(*c)).collect()
}

/// A text without white space and colons.
struct Bare<'a> {
    text: &'a str,
    letters: String,
    /// For each byte of `letters`, where it is in `text`.
    at: Vec<usize>,
}

impl<'a> Bare<'a> {
    fn of(text: &'a str) -> Bare<'a> {
        let (mut letters, mut at) = (String::new(), Vec::new());
        for (from, c) in text.char_indices().filter(|(_, c)| counts(*c)) {
            letters.push(c);
            at.extend(from..from + c.len_utf8());
        }
        Bare { text, letters, at }
    }

    /// Returns where a bare fact is said whole, in bytes of `letters`.
    fn whole(&self, fact: &str) -> Vec<Range<usize>> {
        let (Some(first), Some(last)) = (fact.chars().next(), fact.chars().next_back()) else {
            panic!("nothing is asked for");
        };
        let is_whole = |place: &Range<usize>| {
            let before = &self.text[..self.at[place.start]];
            let after = &self.text[self.at[place.end - 1] + 1..];
            !(continues(first, before.chars().rev()) || continues(last, after.chars()))
        };
        let places = self.letters.match_indices(fact);
        places
            .map(|(from, _)| from..from + fact.len())
            .filter(is_whole)
            .collect()
    }
}

fn counts(c: char) -> bool {
    !c.is_whitespace() && c != ':'
}

/// Whether the word or number that ends with `edge` goes on in the characters beside it.
fn continues(edge: char, mut beside: impl Iterator<Item = char>) -> bool {
    match beside.next() {
        Some('.' | ',') => edge.is_numeric() && beside.next().is_some_and(char::is_numeric),
        Some(next) => edge.is_alphanumeric() && next.is_alphanumeric(),
        None => false,
    }
}

#[test]
fn a_fact_is_no_part_of_something_longer() {
    for (text, fact) in [
        ("In 12 cases", "12"),
        ("Year: 12.", "Year 12"),
        ("(12, 13)", "12"),
        ("No. 12", "No"),
        ("año 2012, 12", "12"),
        ("Acceso a la\n información", "Acceso a la información"),
        ("1.1 ¿Hasta dónde?", "1.1"),
    ] {
        assert!(says(text, fact), "{fact} in {text}");
    }
    for (text, fact) in [
        ("2012", "12"),
        ("12.5", "12"),
        ("0,12", "12"),
        ("Notas", "No"),
        ("2.1.1", "1.1"),
        ("1.1.2", "1.1"),
    ] {
        assert!(!says(text, fact), "{fact} in {text}");
    }
}

#[test]
fn a_fact_is_no_part_of_another_fact() {
    let facts = ["April 2022", "February to April 2022"];
    assert_eq!(lacks("February to April 2022.", &facts), ["April 2022"]);
    assert!(lacks("February to April 2022; April 2022", &facts).is_empty());
    assert_eq!(lacks("", &facts), [facts[1], facts[0]]);
    assert!(lacks("b, a", &["a", "b", "a"]).is_empty());
}
