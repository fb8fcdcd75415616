//! Messages in a language (Fluent), with plural rules from CLDR.

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use std::collections::BTreeSet;

pub use tragaluz_tables::arg::Arg;

/// All messages of one language.
pub struct Messages {
    bundle: FluentBundle<FluentResource>,
    ids: BTreeSet<String>,
}

impl Messages {
    /// Parses message files; a later file's message replaces an earlier one of the same name, which is how a
    /// portal changes single words of a theme. `lang` is a BCP 47 tag.
    ///
    /// # Errors
    /// A sentence that names the first line that is not Fluent.
    pub(crate) fn new(lang: &str, files: &[&str]) -> Result<Self, String> {
        let id = lang
            .parse()
            .or_else(|_| "en".parse())
            .map_err(|e| format!("{lang}: {e}"))?;
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        // Marks around every value would be read aloud by some screen readers and break searches in the page.
        bundle.set_use_isolating(false);
        let mut ids = BTreeSet::new();
        for file in files {
            let resource = FluentResource::try_new((*file).to_owned()).map_err(|(_, errors)| {
                let first = &errors[0];
                let line = file[..first.pos.start.min(file.len())]
                    .matches('\n')
                    .count()
                    + 1;
                format!("line {line}: {first}")
            })?;
            ids.extend(resource.entries().filter_map(message_id));
            bundle.add_resource_overriding(resource);
        }
        Ok(Messages { bundle, ids })
    }

    /// The names of all messages.
    pub fn ids(&self) -> Vec<String> {
        self.ids.iter().cloned().collect()
    }

    /// Whether there is such a message, or such an attribute of it.
    #[cfg(test)]
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

    #[test]
    fn a_broken_file_names_its_line() {
        let error = Messages::new("en", &["a = b\n= c\n"]).err().unwrap();
        assert!(error.contains("line 2"), "{error}");
    }
}
