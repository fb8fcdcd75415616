//! What template engines, and readers of a theme's files, say in English, as names under which the messages say it in plain
//! words.

/// Parts of what engines and readers say, and the name of its cause; the first that fits.
const CAUSES: &[(&str, &str)] = &[
    ("template_steps", "steps"),
    ("page_mib", "page"),
    ("there is no engine", "engine"),
    ("it is missing", "absent"),
    ("unknown field", "field"),
    ("missing field", "field"),
    ("utf-8", "encoding"),
    ("unexpected", "syntax"),
    ("extending", "block"),
    ("block", "block"),
    ("super", "block"),
    ("filter", "filter"),
    ("function", "function"),
    ("callable", "function"),
    ("method", "function"),
    ("test ", "test"),
    ("is unknown", "function"),
    ("not defined", "value"),
    ("undefined", "value"),
    ("circular", "deep"),
    ("recursion", "deep"),
    ("too deep", "deep"),
    ("too complex", "deep"),
    ("template", "template"),
    ("include", "template"),
    ("component", "function"),
    ("argument", "argument"),
    ("parameter", "argument"),
    ("cannot compare", "type"),
    ("iteration", "type"),
    ("iterable", "type"),
    ("not a primitive", "type"),
    ("unpack", "type"),
    ("serialize", "type"),
    ("requires a", "type"),
    ("math operations", "type"),
    ("not supported", "type"),
    ("operation", "type"),
    ("invalid type", "type"),
    ("must be an integer", "type"),
    ("found", "syntax"),
    ("expected", "syntax"),
    ("syntax", "syntax"),
    ("closing tag", "syntax"),
    ("escape", "syntax"),
];

/// Returns the name of what is wrong.
pub(crate) fn name(cause: &str) -> &'static str {
    let lower = cause.to_lowercase();
    if line(cause) > 0 {
        return "words";
    }
    CAUSES
        .iter()
        .find(|(part, _)| lower.contains(part))
        .map_or("other", |(_, name)| name)
}

/// Returns the names that are quoted in a cause, which every language keeps.
pub(crate) fn quoted(cause: &str) -> String {
    let mut names: Vec<&str> = cause.split('`').skip(1).step_by(2).collect();
    if names.is_empty() {
        names = cause.split('\'').skip(1).step_by(2).collect();
    }
    if names.is_empty() {
        "none".to_owned()
    } else {
        names.join(", ")
    }
}

/// Returns the line that a reader of messages names at the beginning; 0 where it names none.
pub(crate) fn line(cause: &str) -> usize {
    let number = cause
        .strip_prefix("line ")
        .and_then(|rest| rest.split(':').next());
    number.and_then(|number| number.parse().ok()).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diag::{Diagnostic, Speech, codes};
    use crate::text::messages::Messages;

    #[test]
    fn what_engines_say_has_a_name_that_both_languages_know() {
        let wrong = |text: &str| {
            let mut engine = minijinja::Environment::new();
            engine.set_undefined_behavior(minijinja::UndefinedBehavior::Strict);
            let read = engine.add_template_owned("a.html".to_owned(), text.to_owned());
            let made = read.and_then(|()| engine.get_template("a.html")?.render(()));
            let error = made.expect_err(text);
            error
                .detail()
                .map_or_else(|| error.kind().to_string(), ToOwned::to_owned)
        };
        let words = Messages::new("en", &["= x"]).err().unwrap();
        for (cause, expected) in [
            (wrong("{{ 1 | nothing }}"), "filter"),
            (wrong("{{ nothing() }}"), "function"),
            (wrong("{% if %}"), "syntax"),
            (wrong("{{ nothing.at_all }}"), "value"),
            (wrong("{% include 'none.html' %}"), "template"),
            (wrong("{% for x in 5 %}{% endfor %}"), "type"),
            ("Field `titel` is not defined.".to_owned(), "value"),
            ("Filter `nothing` is not registered".to_owned(), "filter"),
            (
                "Found `%}` but was expecting `elif`, `else` or `endif`.".to_owned(),
                "syntax",
            ),
            (words, "words"),
        ] {
            assert_eq!(name(&cause), expected, "{cause}");
            for lang in ["en", "es"] {
                let finding = Diagnostic::new(&codes::THEME_MALFORMED);
                let finding = finding
                    .arg("fault", name(&cause))
                    .arg("named", quoted(&cause))
                    .arg("line", line(&cause));
                let message = Speech::for_locale(lang).message(&finding);
                assert!(
                    !message.contains(&cause) && !message.contains("{$"),
                    "{message}"
                );
            }
        }
        assert_eq!(quoted("Filter `nothing` is not registered"), "nothing");
    }
}
