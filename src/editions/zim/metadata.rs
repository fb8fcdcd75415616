//! What libraries are told of an archive (<https://wiki.openzim.org/wiki/Metadata>), each on one line.

use super::super::{Portable, one_line};
use crate::model::settings::Settings;
use crate::text::slug::slug;
use std::collections::BTreeMap;

/// Characters of a title, as the specification bounds them.
const TITLE: usize = 30;

/// The most characters of a description.
const DESCRIPTION: usize = 80;

/// Returns names and values; `counts` says how many files of each media type there are.
pub(super) fn facts(
    site: &Portable<'_>,
    counts: &BTreeMap<String, u64>,
) -> Vec<(&'static str, String)> {
    let settings = &site.view.portal.settings;
    let main = settings.main();
    let title = site.title(main);
    let publisher = settings
        .publisher
        .as_ref()
        .map_or(title.clone(), |p| one_line(p.name.text(main)));
    let codes = language_codes(settings);
    let date = site.view.as_of.map_or_else(
        || "1970-01-01".to_owned(),
        |date| date.last_day().to_string(),
    );
    let mut facts = vec![
        ("Counter", counter(counts)),
        ("Creator", publisher.clone()),
        ("Date", date),
        ("Description", shortened(&description(site), DESCRIPTION)),
        ("Language", codes.join(",")),
        ("Name", name(&title, &codes)),
        ("Publisher", publisher),
        (
            "Scraper",
            concat!("tragaluz ", env!("CARGO_PKG_VERSION")).to_owned(),
        ),
        ("Title", shortened(&title, TITLE)),
    ];
    facts.extend(licence(settings).map(|licence| ("License", licence)));
    facts
}

/// Returns the portal's description, or words of the theme where it has none.
fn description(site: &Portable<'_>) -> String {
    let settings = &site.view.portal.settings;
    let main = settings.main();
    let own = one_line(settings.description.text(main));
    if own.is_empty() {
        site.say(main, "zim-description", &[])
    } else {
        own
    }
}

/// Returns the codes of the portal's languages (ISO 639-3); `und` for one that has none.
fn language_codes(settings: &Settings) -> Vec<String> {
    let languages = settings.languages.iter();
    let mut codes: Vec<String> = languages
        .map(|lang| lang.iso639_3().unwrap_or_else(|| "und".to_owned()))
        .map(|code| code.to_ascii_lowercase())
        .collect();
    codes.dedup();
    codes
}

/// Returns the archive's name among those of a library: title, language, flavour.
fn name(title: &str, codes: &[String]) -> String {
    let title = Some(slug(title))
        .filter(|name| !name.is_empty())
        .unwrap_or_else(|| "portal".to_owned());
    let language = match codes {
        [only] => only.as_str(),
        _ => "mul",
    };
    format!("{title}_{language}_all")
}

/// Returns how many files of each media type there are.
fn counter(counts: &BTreeMap<String, u64>) -> String {
    let counts: Vec<String> = counts
        .iter()
        .map(|(media_type, n)| format!("{media_type}={n}"))
        .collect();
    counts.join(";")
}

fn licence(settings: &Settings) -> Option<String> {
    let licence = settings.licence.as_ref()?;
    let name = licence.name.as_deref().or(licence.title.as_deref());
    Some(one_line(name.unwrap_or_default()))
}

/// Returns at most so many characters of a text, whole words where that leaves most of it.
fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let cut: String = text.chars().take(most - 1).collect();
    let between = if text[cut.len()..].starts_with(' ') {
        Some(cut.len())
    } else {
        cut.rfind(' ')
    };
    let words = between
        .filter(|at| *at > cut.len() / 2)
        .map_or(cut.as_str(), |at| &cut[..at]);
    format!("{}…", words.trim_end_matches([' ', ',', '.', ';', ':']))
}

#[cfg(test)]
mod tests {
    use super::shortened;

    #[test]
    fn titles_are_cut_between_words() {
        assert_eq!(shortened("Portal", 30), "Portal");
        assert_eq!(
            shortened("Portal de Gobierno Abierto de la Ciudad", 30),
            "Portal de Gobierno Abierto de…"
        );
        assert_eq!(
            shortened(&"ñ".repeat(40), 30),
            format!("{}…", "ñ".repeat(29))
        );
    }
}
