//! Messages in a language (Fluent), with plural rules from CLDR.

use super::lang::Lang;
use super::plural_selectors;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::parser::parse_runtime;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Arc, OnceLock, PoisonError, RwLock};

pub use tragaluz_tables::arg::Arg;

/// A file of messages that is well formed.
#[derive(Clone)]
pub(crate) struct MessageFile {
    /// The names of its messages.
    ids: BTreeSet<String>,
    resource: Arc<FluentResource>,
}

impl MessageFile {
    /// Reads a file.
    ///
    /// # Errors
    /// A sentence that names the first line that is not Fluent.
    pub(crate) fn read(file: &str) -> Result<MessageFile, String> {
        let parsed = parse_runtime(file).map_err(|(_, errors)| {
            let first = &errors[0];
            let line = file[..first.pos.start.min(file.len())]
                .matches('\n')
                .count()
                + 1;
            format!("line {line}: {first}")
        })?;
        let ids = parsed.body.iter().filter_map(message_id).collect();
        let text = if file.contains("->") {
            plural_selectors::rewritten(parsed)
        } else {
            file.to_owned()
        };
        let resource = FluentResource::try_new(text)
            .or_else(|_| FluentResource::try_new(file.to_owned()))
            .map_err(|_| "no Fluent".to_owned())?;
        Ok(MessageFile {
            ids,
            resource: Arc::new(resource),
        })
    }

    /// Returns the names of its messages.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &str> {
        self.ids.iter().map(String::as_str)
    }
}

/// All messages of one language.
pub struct Messages {
    bundle: FluentBundle<Arc<FluentResource>>,
    /// The names of all messages, and what each says that is asked for without values: a portal says the same few on every page.
    plain: BTreeMap<String, OnceLock<Option<String>>>,
    /// What was said with values.
    said: SaidMessages,
}

impl Messages {
    /// Parses message files; a later file's message replaces an earlier one of the same name, which is how a
    /// portal changes single words of a theme. `lang` is a BCP 47 tag.
    ///
    /// # Errors
    /// A sentence that names the first line that is not Fluent.
    pub(crate) fn new(lang: &str, files: &[&str]) -> Result<Self, String> {
        let files: Result<Vec<MessageFile>, String> =
            files.iter().map(|file| MessageFile::read(file)).collect();
        Messages::of(lang, &files?)
    }

    /// The same of files that were read before.
    ///
    /// # Errors
    /// A sentence where there is no such language.
    pub(crate) fn of(lang: &str, files: &[MessageFile]) -> Result<Self, String> {
        let id = lang
            .parse()
            .or_else(|_| "en".parse())
            .map_err(|e| format!("{lang}: {e}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around every value would be read aloud by some screen readers and break searches in the page.
        bundle.set_use_isolating(false);
        if let Some(lang) = Lang::parse(lang) {
            let added = bundle.add_function(
                plural_selectors::FUNCTION,
                plural_selectors::function(&lang),
            );
            debug_assert!(added.is_ok(), "a new bundle has no functions");
        }
        let mut plain = BTreeMap::new();
        for file in files {
            plain.extend(file.ids().map(|id| (id.to_owned(), OnceLock::new())));
            bundle.add_resource_overriding(file.resource.clone());
        }
        Ok(Messages {
            bundle,
            plain,
            said: SaidMessages::default(),
        })
    }

    /// The names of all messages.
    pub fn ids(&self) -> Vec<String> {
        self.plain.keys().cloned().collect()
    }

    /// Whether there is such a message, or such an attribute of it.
    pub(crate) fn has(&self, id: &str, attribute: Option<&str>) -> bool {
        self.bundle
            .get_message(id)
            .is_some_and(|m| match attribute {
                Some(name) => m.get_attribute(name).is_some(),
                None => m.value().is_some(),
            })
    }

    /// A message, or an attribute of it, with its variables filled in; none where there is none.
    pub(crate) fn format(
        &self,
        id: &str,
        attribute: Option<&str>,
        args: &[(&str, Arg)],
    ) -> Option<String> {
        if attribute.is_some() {
            return self.made(id, attribute, args);
        }
        let plain = self.plain.get(id)?;
        if args.is_empty() {
            return plain.get_or_init(|| self.made(id, None, &[])).clone();
        }
        let Some(question) = SaidMessages::question(id, args) else {
            return self.made(id, None, args);
        };
        if let Some(said) = self.said.get(&question) {
            return Some(said);
        }
        let said = self.made(id, None, args)?;
        self.said.keep(question, &said);
        Some(said)
    }

    /// Makes a message of its pattern.
    fn made(&self, id: &str, attribute: Option<&str>, args: &[(&str, Arg)]) -> Option<String> {
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let mut values = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Text(text) => values.set(*name, text.clone()),
                // Fluent keeps numbers as f64; counts past 2^53 do not occur.
                #[allow(clippy::cast_precision_loss)]
                Arg::Count(n) => values.set(*name, FluentValue::from(*n as f64)),
            }
        }
        let mut errors = Vec::new();
        Some(
            self.bundle
                .format_pattern(pattern, Some(&values), &mut errors)
                .into_owned(),
        )
    }
}

/// What messages said with values, by the question: counts, dates and codes are the same on many pages.
#[derive(Default)]
struct SaidMessages(RwLock<BTreeMap<String, String>>);

impl SaidMessages {
    /// Questions that are kept at most: a few hundred kilobytes.
    const MOST: usize = 4096;

    /// Bytes of values beyond which a question is not asked twice, as with titles.
    const LONGEST: usize = 32;

    /// Returns the question as a text; `None` where it is not worth keeping.
    fn question(id: &str, args: &[(&str, Arg)]) -> Option<String> {
        let mut question = String::with_capacity(id.len() + 32 * args.len());
        question.push_str(id);
        for (name, arg) in args {
            question.push('\0');
            question.push_str(name);
            match arg {
                Arg::Text(text) if text.len() > Self::LONGEST => return None,
                Arg::Text(text) => {
                    question.push('=');
                    question.push_str(text);
                }
                Arg::Count(n) => {
                    question.push('#');
                    question.push_str(&n.to_string());
                }
            }
        }
        Some(question)
    }

    fn get(&self, question: &str) -> Option<String> {
        // A panic elsewhere leaves at most an answer that is missing.
        let said = self.0.read().unwrap_or_else(PoisonError::into_inner);
        said.get(question).cloned()
    }

    fn keep(&self, question: String, said: &str) {
        let mut all = self.0.write().unwrap_or_else(PoisonError::into_inner);
        if all.len() < Self::MOST {
            all.insert(question, said.to_owned());
        }
    }
}

fn message_id(entry: &fluent_syntax::ast::Entry<&str>) -> Option<String> {
    match entry {
        fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plurals_and_overrides() {
        let base = "rows = { $n ->\n    [one] { $n } row\n   *[other] { $n } rows\n}\nname = a";
        let messages = Messages::new("en", &[base, "name = b"]).unwrap();
        assert_eq!(
            messages
                .format("rows", None, &[("n", Arg::Count(1))])
                .unwrap(),
            "1 row"
        );
        assert_eq!(
            messages
                .format("rows", None, &[("n", Arg::Count(3))])
                .unwrap(),
            "3 rows"
        );
        assert_eq!(messages.format("name", None, &[]).unwrap(), "b");
        assert!(messages.format("none", None, &[]).is_none());
    }

    /// A message chooses by the rules of its own language; a number that is named is before them, and words choose as before.
    #[test]
    fn each_language_has_its_plurals() {
        let arabic = "n = { $n ->\n [0] none\n [zero] zero\n [one] one\n [two] two\n [few] few\n [many] many\n\
                      *[other] other\n}\nk = { $k ->\n [a] A\n*[other] { $n ->\n [many] many\n*[other] other\n}\n}";
        let said = |lang: &str, id: &str, args: &[(&str, Arg)]| {
            let messages = Messages::new(lang, &[arabic]).unwrap();
            messages.format(id, None, args).unwrap()
        };
        let of = |lang: &str, n: u64| said(lang, "n", &[("n", n.into())]);
        assert_eq!(
            [0, 1, 2, 3, 11, 100].map(|n| of("ar", n)),
            ["none", "one", "two", "few", "many", "other"]
        );
        assert_eq!([1, 2].map(|n| of("zh", n)), ["other", "other"]);
        assert_eq!(
            [1, 2, 2_000_000].map(|n| of("pt", n)),
            ["one", "other", "many"]
        );
        assert_eq!([1, 1_000_000].map(|n| of("fr", n)), ["one", "many"]);
        assert_eq!(said("ar", "k", &[("k", "a".into())]), "A");
        let nested = said("es", "k", &[("k", "b".into()), ("n", 1_000_000_u64.into())]);
        assert_eq!(nested, "many");
    }

    #[test]
    fn a_broken_file_names_its_line() {
        let error = Messages::new("en", &["a = b\n= c\n"]).err().unwrap();
        assert!(error.contains("line 2"), "{error}");
    }
}
