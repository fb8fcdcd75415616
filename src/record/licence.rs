//! Addresses of licences that are named only by their short name.

use crate::model::dataset::License;
use crate::text::phrase::Phrase;

/// Short names (Open Definition, SPDX) with the full name and the licence's own address.
const KNOWN: &[(&str, &str, &str)] = &[
    (
        "CC0-1.0",
        "Creative Commons Zero 1.0",
        "https://creativecommons.org/publicdomain/zero/1.0/",
    ),
    (
        "CC-BY-4.0",
        "Creative Commons Attribution 4.0",
        "https://creativecommons.org/licenses/by/4.0/",
    ),
    (
        "CC-BY-SA-4.0",
        "Creative Commons Attribution-ShareAlike 4.0",
        "https://creativecommons.org/licenses/by-sa/4.0/",
    ),
    (
        "ODC-BY-1.0",
        "Open Data Commons Attribution 1.0",
        "https://opendatacommons.org/licenses/by/1-0/",
    ),
    (
        "ODC-PDDL-1.0",
        "Open Data Commons Public Domain 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
    (
        "PDDL-1.0",
        "Open Data Commons Public Domain 1.0",
        "https://opendatacommons.org/licenses/pddl/1-0/",
    ),
    (
        "ODbL-1.0",
        "Open Database License 1.0",
        "https://opendatacommons.org/licenses/odbl/1-0/",
    ),
];

/// Returns what a licence is called: its own title; of a known one that gives no other, the theme's words for it.
pub(crate) fn name_of(license: &License) -> Phrase {
    let known = license.name.as_deref().and_then(known);
    match (known, &license.title) {
        (Some((short, title, _)), own) if own.as_deref().is_none_or(|own| own == *title) => {
            Phrase::message(format!(
                "licence-{}",
                short.to_ascii_lowercase().replace('.', "-")
            ))
        }
        (_, own) => {
            let name = own.as_ref().or(license.name.as_ref());
            Phrase::new(name.cloned().unwrap_or_default())
        }
    }
}

fn known(name: &str) -> Option<&'static (&'static str, &'static str, &'static str)> {
    KNOWN
        .iter()
        .find(|(short, _, _)| short.eq_ignore_ascii_case(name))
}

/// The licence with the title and address that its short name represents, where it gives none itself.
pub(super) fn completed(license: &License) -> License {
    let mut done = license.clone();
    let known = license.name.as_deref().and_then(known);
    if let Some((_, title, path)) = known {
        done.title.get_or_insert_with(|| (*title).to_owned());
        done.path.get_or_insert_with(|| (*path).to_owned());
    }
    done
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn known_names_get_their_address_and_nothing_is_overwritten() {
        let named = License {
            name: Some("cc-by-4.0".into()),
            title: None,
            path: None,
        };
        assert_eq!(
            completed(&named).path.unwrap(),
            "https://creativecommons.org/licenses/by/4.0/"
        );
        assert_eq!(
            name_of(&named).message.as_deref(),
            Some("licence-cc-by-4-0")
        );
        assert_eq!(name_of(&completed(&named)), name_of(&named));
        let titled = License {
            title: Some("Nuestra licencia".into()),
            ..named.clone()
        };
        assert_eq!(name_of(&titled), Phrase::new("Nuestra licencia"));
        let own = License {
            path: Some("https://a.example/l".into()),
            ..named
        };
        assert_eq!(completed(&own).path, own.path);
    }
}
