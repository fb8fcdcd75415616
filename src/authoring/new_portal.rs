//! A new portal: small and complete, made of the files in `new_portal/LANGUAGE/` and of what its office answers.

use crate::diag::{Fatal, Speech};
use crate::source::SETTINGS;
use crate::text::{country, lang::Lang};
use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;

static PORTALS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/src/authoring/new_portal");

/// What is asked before a portal is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum NewQuestion {
    /// How the portal is called.
    Title,
    /// Who publishes it.
    Publisher,
    /// The licence of its data.
    Licence,
    /// The area that it is about.
    Place,
    /// The publisher's colour.
    Colour,
}

impl NewQuestion {
    /// Every question, in the order in which they are asked.
    pub const ALL: &[NewQuestion] = &[
        NewQuestion::Title,
        NewQuestion::Publisher,
        NewQuestion::Licence,
        NewQuestion::Place,
        NewQuestion::Colour,
    ];

    /// Returns its name in messages.
    pub fn id(self) -> &'static str {
        match self {
            NewQuestion::Title => "title",
            NewQuestion::Publisher => "publisher",
            NewQuestion::Licence => "licence",
            NewQuestion::Place => "place",
            NewQuestion::Colour => "colour",
        }
    }
}

/// A licence that a new portal may have: the open ones that the EU's table knows and that fit data. Others are written into the
/// settings.
struct OfferedLicence {
    name: &'static str,
    english: &'static str,
    spanish: &'static str,
    path: &'static str,
    spanish_path: &'static str,
}

const LICENCES: &[OfferedLicence] = &[
    OfferedLicence {
        name: "CC-BY-4.0",
        english: "Creative Commons Attribution 4.0 International",
        spanish: "Creative Commons Atribución 4.0 Internacional",
        path: "https://creativecommons.org/licenses/by/4.0/",
        spanish_path: "https://creativecommons.org/licenses/by/4.0/deed.es",
    },
    OfferedLicence {
        name: "CC-BY-SA-4.0",
        english: "Creative Commons Attribution-ShareAlike 4.0 International",
        spanish: "Creative Commons Atribución-CompartirIgual 4.0 Internacional",
        path: "https://creativecommons.org/licenses/by-sa/4.0/",
        spanish_path: "https://creativecommons.org/licenses/by-sa/4.0/deed.es",
    },
    OfferedLicence {
        name: "CC0-1.0",
        english: "Creative Commons CC0 1.0 Universal",
        spanish: "Creative Commons CC0 1.0 Universal",
        path: "https://creativecommons.org/publicdomain/zero/1.0/",
        spanish_path: "https://creativecommons.org/publicdomain/zero/1.0/deed.es",
    },
];

/// The area of a portal, as it was answered: `México`, `Toledo`, or `Toledo, España`.
#[derive(Debug, PartialEq, Eq)]
struct AnsweredPlace<'a> {
    name: &'a str,
    /// The country that it is.
    is: Option<&'static str>,
    /// The country that it lies in.
    lies_in: Option<&'static str>,
}

impl<'a> AnsweredPlace<'a> {
    fn of(answer: &'a str, lang: &Lang) -> AnsweredPlace<'a> {
        if let Some((name, country)) = answer.rsplit_once(',')
            && let Some(code) = country_of(country, lang)
            && !name.trim().is_empty()
        {
            return AnsweredPlace {
                name: name.trim(),
                is: None,
                lies_in: Some(code),
            };
        }
        let code = country_of(answer, lang);
        AnsweredPlace {
            name: answer,
            is: code,
            lies_in: code,
        }
    }
}

/// Returns the code of a country that is named by it, or in words of the language.
fn country_of(text: &str, lang: &Lang) -> Option<&'static str> {
    let text = text.trim();
    let all = country::all(lang);
    let same = |name: &str| name.to_lowercase() == text.to_lowercase();
    let found = (all.iter()).find(|(code, name)| *code == text || same(name.text));
    found.map(|(code, _)| *code)
}

/// A portal that is to be made.
#[derive(Debug, Clone)]
pub struct NewPortal {
    lang: &'static str,
    answers: BTreeMap<NewQuestion, String>,
}

impl NewPortal {
    /// Returns one in Spanish, or else in English, with what holds where nothing is answered.
    pub fn in_language(lang: &str) -> NewPortal {
        let lang = if lang.starts_with("es") { "es" } else { "en" };
        let speech = Speech::for_locale(lang);
        let answers = NewQuestion::ALL.iter().map(|question| {
            let args = [("question", question.id().into())];
            (*question, speech.say("new-default", &args))
        });
        NewPortal {
            lang,
            answers: answers.collect(),
        }
    }

    /// Returns what holds for a question so far.
    pub fn answer_to(&self, question: NewQuestion) -> &str {
        self.answers.get(&question).map_or("", String::as_str)
    }

    /// Returns it with an answer; whether that can be so, a trial tells ([`crate::try_new`]).
    ///
    /// # Errors
    /// When nothing is answered, or a licence that is not offered.
    pub fn answered(&self, question: NewQuestion, answer: &str) -> Result<NewPortal, Fatal> {
        let answer = answer.trim();
        if answer.is_empty() {
            let args = vec![("question", question.id().into())];
            return Err(Fatal::wrong_command("new-nothing", args));
        }
        let mut answer = answer.to_owned();
        if question == NewQuestion::Licence {
            answer = offered(&answer)?.name.to_owned();
        }
        let mut portal = self.clone();
        portal.answers.insert(question, answer);
        Ok(portal)
    }

    /// Returns the portal's files by their paths, and what is in each.
    ///
    /// # Errors
    /// Never, unless the program lacks a file of its own.
    pub fn files(&self) -> Result<BTreeMap<String, Vec<u8>>, Fatal> {
        let values = self.values()?;
        let mut files = BTreeMap::new();
        let portal = (PORTALS.get_dir(self.lang))
            .ok_or_else(|| Fatal::fault(format_args!("no portal in {}", self.lang)))?;
        self.take(portal, &values, &mut files);
        Ok(files)
    }

    fn take(
        &self,
        from: &Dir<'_>,
        values: &BTreeMap<&'static str, String>,
        files: &mut BTreeMap<String, Vec<u8>>,
    ) {
        for file in from.files() {
            let path = file.path().to_string_lossy().replace('\\', "/");
            let path = path.trim_start_matches(self.lang).trim_start_matches('/');
            let text = String::from_utf8_lossy(file.contents());
            files.insert(path.to_owned(), filled(&text, values).into_bytes());
        }
        for folder in from.dirs() {
            self.take(folder, values, files);
        }
    }

    /// Returns what stands in the place of each `{{token}}`. Texts are quoted as JSON does it, which YAML and TOML read too.
    fn values(&self) -> Result<BTreeMap<&'static str, String>, Fatal> {
        let lang = Lang::parse(self.lang).ok_or_else(|| Fatal::fault("language"))?;
        let place = AnsweredPlace::of(self.answer_to(NewQuestion::Place), &lang);
        let licence = offered(self.answer_to(NewQuestion::Licence))?;
        let (title, path) = if self.lang == "es" {
            (licence.spanish, licence.spanish_path)
        } else {
            (licence.english, licence.path)
        };
        let code = place.is.map(|code| format!("code = \"{code}\""));
        let in_area = place.is.map(|code| format!(", code: {code}"));
        let country = place.lies_in.map(|code| format!("country: {code}"));
        Ok(BTreeMap::from([
            ("title", quoted(self.answer_to(NewQuestion::Title))),
            ("publisher", quoted(self.answer_to(NewQuestion::Publisher))),
            ("licence", quoted(licence.name)),
            ("licence_title", quoted(title)),
            ("licence_path", quoted(path)),
            ("place", quoted(place.name)),
            ("area_code", code.unwrap_or_default()),
            ("in_area", in_area.unwrap_or_default()),
            ("country", country.unwrap_or_default()),
            ("colour", quoted(self.answer_to(NewQuestion::Colour))),
        ]))
    }

    /// Returns the files that tell whether the answers can be so.
    pub(crate) fn trial_files(&self) -> Result<BTreeMap<String, Vec<u8>>, Fatal> {
        let mut files = self.files()?;
        files.retain(|path, _| path == SETTINGS || path.starts_with("content/"));
        Ok(files)
    }
}

fn offered(name: &str) -> Result<&'static OfferedLicence, Fatal> {
    let same = |licence: &&OfferedLicence| licence.name.eq_ignore_ascii_case(name);
    LICENCES.iter().find(same).ok_or_else(|| {
        let known: Vec<&str> = LICENCES.iter().map(|licence| licence.name).collect();
        let args = vec![("given", name.into()), ("known", known.join(", ").into())];
        Fatal::wrong_command("new-licence", args)
    })
}

/// Returns a text with its tokens replaced, once; a line that is empty because of that goes.
fn filled(text: &str, values: &BTreeMap<&'static str, String>) -> String {
    let mut all = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("{{")
        && let Some((token, after)) = after.split_once("}}")
    {
        let value = values.get(token).map_or("", String::as_str);
        all.push_str(before);
        all.push_str(value);
        rest = after;
        if value.is_empty() && (all.is_empty() || all.ends_with('\n')) {
            rest = rest.strip_prefix('\n').unwrap_or(rest);
        }
    }
    all + rest
}

fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::licence_code;

    #[test]
    fn every_licence_that_is_offered_is_in_the_table_of_the_eu() {
        for licence in LICENCES {
            for path in [licence.path, licence.spanish_path] {
                assert!(licence_code(path).is_some(), "{path}");
            }
        }
    }

    #[test]
    fn a_place_is_a_country_or_lies_in_one() {
        let spanish = Lang::parse("es").unwrap();
        let place = |text| {
            let place = AnsweredPlace::of(text, &spanish);
            (place.name, place.is, place.lies_in)
        };
        assert_eq!(place("México"), ("México", Some("MEX"), Some("MEX")));
        assert_eq!(place("Toledo"), ("Toledo", None, None));
        assert_eq!(place("Toledo, España"), ("Toledo", None, Some("ESP")));
        assert_eq!(place("Toledo, ESP"), ("Toledo", None, Some("ESP")));
        assert_eq!(place("Valle, Alto"), ("Valle, Alto", None, None));
    }
}
