//! The command line in the user's language.
//!
//! The English words are the comments of [`super::Cli`]. `messages/en/cli.ftl` is made of them by a test, which holds both
//! against each other, and the other languages have a message for each: so there is no list that can drift.

use super::Cli;
use clap::builder::StyledStr;
use clap::error::{ContextKind, ContextValue, ErrorKind};
use clap::{Arg, ArgAction, Command, CommandFactory};
use std::collections::BTreeMap;
use std::ffi::OsString;
use tragaluz::diag::{Diagnostic, Speech, codes, show};

/// Languages that the program can be told to speak.
const LANGUAGES: &[&str] = &["es", "en"];

/// The language that is asked for on the command line, before that is read as a whole: what is wrong with it is said in
/// that language too.
pub(crate) fn asked_language(args: &[OsString]) -> Option<String> {
    asked("--lang", args)
        .filter(|lang| LANGUAGES.contains(lang))
        .map(str::to_owned)
}

/// Where what keeps the program from running is told, and how: as the findings of the verb would be. It is read before the
/// command line as a whole, for a mistake in that is told so too.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Outlet {
    /// The name of the format, `text` unless another is asked for.
    pub format: &'static str,
    /// Whether findings go to the standard output rather than to the error stream.
    pub is_standard: bool,
}

impl Outlet {
    /// Returns the outlet that the command line asks for.
    pub(crate) fn of(args: &[OsString]) -> Outlet {
        let verb = args
            .iter()
            .skip(1)
            .filter_map(|arg| arg.to_str())
            .find(|arg| matches!(*arg, "build" | "check" | "verify"));
        let format = asked("--format", args).and_then(show::by_id);
        match (verb, format) {
            (Some(verb), Some(format)) if format.id() != "text" => Outlet {
                format: format.id(),
                is_standard: verb != "build",
            },
            _ => Outlet {
                format: "text",
                is_standard: false,
            },
        }
    }
}

/// Returns the value of an option, the last one where it is given several times.
fn asked<'a>(option: &str, args: &'a [OsString]) -> Option<&'a str> {
    let mut args = args.iter().filter_map(|arg| arg.to_str());
    let mut asked = None;
    while let Some(arg) = args.next() {
        match arg.split_once('=') {
            Some((name, value)) if name == option => asked = Some(value),
            None if arg == option => asked = args.next(),
            _ => {}
        }
    }
    asked
}

/// The command line with its help in the language of `speech`.
pub(crate) fn command(speech: &Speech) -> Command {
    let keys = Keys::of(&Cli::command());
    let mut command = in_words(Cli::command(), "tragaluz", &keys, speech);
    let verbs: Vec<String> = command
        .get_subcommands()
        .map(|verb| verb.get_name().to_owned())
        .collect();
    for verb in verbs {
        command = command.mut_subcommand(&verb, |own| in_words(own, &verb, &keys, speech));
    }
    command.subcommand_help_heading(
        speech
            .say("help-commands", &[])
            .trim_end_matches(':')
            .to_owned(),
    )
}

/// Names of messages. An option that several commands have has one message where its words are the same everywhere.
struct Keys {
    words: BTreeMap<String, Vec<String>>,
}

impl Keys {
    fn of(command: &Command) -> Keys {
        let mut words: BTreeMap<String, Vec<String>> = BTreeMap::new();
        for of in std::iter::once(command).chain(command.get_subcommands()) {
            for arg in of.get_arguments() {
                words
                    .entry(arg.get_id().to_string())
                    .or_default()
                    .push(english(arg.get_help()));
            }
        }
        Keys { words }
    }

    fn of_arg(&self, verb: &str, arg: &Arg) -> String {
        let id = arg.get_id().as_str();
        let words = self.words.get(id).map(Vec::as_slice).unwrap_or_default();
        let key = if words.iter().all(|own| *own == words[0]) {
            format!("arg-{id}")
        } else {
            format!("arg-{verb}-{id}")
        };
        key.replace('_', "-")
    }
}

fn english(words: Option<&StyledStr>) -> String {
    words.map(ToString::to_string).unwrap_or_default()
}

fn in_words(mut command: Command, verb: &str, keys: &Keys, speech: &Speech) -> Command {
    let say = |id: &str| speech.say(id, &[]);
    let usage = usage(&command, verb, speech);
    let ids: Vec<String> = command
        .get_arguments()
        .map(|arg| arg.get_id().to_string())
        .collect();
    for id in ids {
        command = command.mut_arg(&id, |arg| {
            let help = help_of(&arg, &keys.of_arg(verb, &arg), speech);
            let heading = if arg.is_positional() {
                "help-arguments"
            } else {
                "help-options"
            };
            let name = value_name(&arg, speech);
            let arg = arg.help(help).help_heading(say(heading));
            if !arg.get_action().takes_values() {
                return arg;
            }
            let arg = arg.hide_default_value(true).hide_possible_values(true);
            if name.is_empty() {
                arg
            } else {
                arg.value_name(name)
            }
        });
    }
    let own = |id: &'static str, short: char, action: ArgAction| {
        let help = say(&format!("help-{id}"));
        Arg::new(id)
            .long(id)
            .short(short)
            .action(action)
            .help(help)
            .help_heading(say("help-options"))
    };
    command = command
        .disable_help_flag(true)
        .arg(own("help", 'h', ArgAction::Help));
    if verb == "tragaluz" {
        command = command
            .disable_version_flag(true)
            .arg(own("version", 'V', ArgAction::Version));
    }
    let template = format!(
        "{{about-with-newline}}\n{} {{usage}}\n\n{{all-args}}",
        say("help-usage")
    );
    command
        .about(say(&format!("verb-{verb}")))
        .override_usage(usage)
        .help_template(template)
}

/// What an option or value is for, with its default and the values that it takes.
fn help_of(arg: &Arg, key: &str, speech: &Speech) -> String {
    let mut help = speech.say(key, &[]);
    let takes_value = arg.get_action().takes_values();
    let defaults: Vec<String> = arg
        .get_default_values()
        .iter()
        .map(|v| v.to_string_lossy().into_owned())
        .collect();
    if takes_value && !defaults.is_empty() {
        help = format!(
            "{help} {}",
            speech.say("help-default", &[("value", defaults.join(", ").into())])
        );
    }
    let values: Vec<String> = arg
        .get_possible_values()
        .iter()
        .map(|v| v.get_name().to_owned())
        .collect();
    if takes_value && !values.is_empty() {
        help = format!(
            "{help} {}",
            speech.say("help-values", &[("values", values.join(", ").into())])
        );
    }
    help
}

/// What represents a value: `DIR`, `FILE` …
fn value_name(arg: &Arg, speech: &Speech) -> String {
    let name = arg
        .get_value_names()
        .and_then(|names| names.first())
        .map(ToString::to_string)
        .unwrap_or_default();
    let key = format!("value-{}", name.to_lowercase().replace(['=', '_'], "-"));
    if name.is_empty() || !arg.get_action().takes_values() {
        String::new()
    } else {
        speech.say(&key, &[])
    }
}

/// How a command is written: `tragaluz convert [OPTIONS] <FILE> <OUT>...`
fn usage(command: &Command, verb: &str, speech: &Speech) -> String {
    let say = |id: &str| speech.say(id, &[]);
    let mut usage = if verb == "tragaluz" {
        verb.to_owned()
    } else {
        format!("tragaluz {verb}")
    };
    usage = format!("{usage} {}", say("help-any-options"));
    if verb == "tragaluz" {
        return format!("{usage} <{}>", say("help-command"));
    }
    for arg in command.get_positionals() {
        let name = value_name(arg, speech);
        let many = if matches!(arg.get_action(), ArgAction::Append) {
            "..."
        } else {
            ""
        };
        let one = if arg.is_required_set() {
            format!("<{name}>")
        } else {
            format!("[{name}]")
        };
        usage = format!("{usage} {one}{many}");
    }
    usage
}

/// Returns the finding that the command line cannot be understood.
pub(crate) fn fault(error: &clap::Error, args: &[OsString]) -> Diagnostic {
    let value = context(error, ContextKind::InvalidValue);
    let kind = kind_of(error, &value);
    let suggested = [
        ContextKind::SuggestedArg,
        ContextKind::SuggestedSubcommand,
        ContextKind::SuggestedValue,
    ];
    let near = suggested
        .into_iter()
        .map(|kind| context(error, kind))
        .find(|near| !near.is_empty());
    let invalid =
        context(error, ContextKind::InvalidArg) + &context(error, ContextKind::InvalidSubcommand);
    let known = Some(context(error, ContextKind::ValidValue)).filter(|known| !known.is_empty());
    let or_none = |text: Option<String>| text.unwrap_or_else(|| "none".to_owned());
    Diagnostic::new(&codes::WRONG_COMMAND)
        .arg("kind", kind)
        .arg("arg", invalid)
        .arg("other", context(error, ContextKind::PriorArg))
        .arg("value", value)
        .arg("known", or_none(known))
        .arg("near", or_none(near))
        .arg("verb", verb_of(args).unwrap_or_default())
}

/// Returns what an error says of one thing; empty where it says nothing.
fn context(error: &clap::Error, kind: ContextKind) -> String {
    match error.get(kind) {
        Some(ContextValue::String(text)) => text.clone(),
        Some(ContextValue::Strings(texts)) => texts.join(", "),
        _ => String::new(),
    }
}

/// Names the sentence of `wrong-command` that tells an error about this value.
fn kind_of(error: &clap::Error, value: &str) -> &'static str {
    match error.kind() {
        ErrorKind::UnknownArgument => "unknown-argument",
        ErrorKind::InvalidSubcommand => "unknown-verb",
        ErrorKind::InvalidValue if value.is_empty() => "no-value",
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => "wrong-value",
        ErrorKind::MissingRequiredArgument => "missing",
        ErrorKind::ArgumentConflict => "conflict",
        ErrorKind::TooManyValues
        | ErrorKind::TooFewValues
        | ErrorKind::WrongNumberOfValues
        | ErrorKind::NoEquals => "values",
        ErrorKind::InvalidUtf8 => "utf8",
        _ => "other",
    }
}

/// Returns the verb of a command line, behind a blank.
fn verb_of(args: &[OsString]) -> Option<String> {
    let verbs = Cli::command();
    args.iter()
        .skip(1)
        .filter_map(|arg| arg.to_str())
        .find(|arg| verbs.find_subcommand(arg).is_some())
        .map(|verb| format!(" {verb}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    /// Every message of the command line, and its English words.
    fn words() -> BTreeMap<String, String> {
        let command = Cli::command();
        let keys = Keys::of(&command);
        let mut words = BTreeMap::new();
        for of in std::iter::once(&command).chain(command.get_subcommands()) {
            let verb = of.get_name();
            words.insert(format!("verb-{verb}"), english(of.get_about()));
            for arg in of.get_arguments() {
                words.insert(keys.of_arg(verb, arg), english(arg.get_help()));
                for name in arg
                    .get_value_names()
                    .into_iter()
                    .flatten()
                    .filter(|_| arg.get_action().takes_values())
                {
                    let key = format!("value-{}", name.to_lowercase().replace(['=', '_'], "-"));
                    words.insert(key, name.to_string());
                }
            }
        }
        words
    }

    #[cfg(feature = "serve")]
    #[test]
    #[allow(
        clippy::disallowed_methods,
        reason = "a test writes the file that it checks, when told to"
    )]
    fn the_english_words_are_the_comments_of_the_command_line() {
        let lines: Vec<String> = words()
            .iter()
            .map(|(id, words)| format!("{id} = {words}\n"))
            .collect();
        let made = format!(
            "### The command line, made of the comments in src/cli.rs by a test.\n\n{}",
            lines.concat()
        );
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/src/diag/messages/en/cli.ftl");
        if std::env::var_os("SNAPSHOTS").is_some_and(|how| how == "overwrite") {
            std::fs::write(path, &made).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(path).unwrap(),
            made,
            "SNAPSHOTS=overwrite writes it anew"
        );
    }

    #[test]
    fn every_language_says_all_of_it() {
        for lang in LANGUAGES {
            let speech = Speech::for_locale(lang);
            let said: BTreeSet<String> = speech.ids().into_iter().collect();
            let absent: Vec<String> = words()
                .into_keys()
                .filter(|id| !said.contains(id))
                .collect();
            assert_eq!(absent, [] as [&str; 0], "{lang}");
        }
    }

    #[test]
    fn help_is_in_the_language_that_is_asked_for() {
        let help = |lang: &str, verb: &str| {
            let mut command = command(&Speech::for_locale(lang));
            command.build();
            command
                .find_subcommand_mut(verb)
                .unwrap()
                .render_help()
                .to_string()
        };
        for verb in Cli::command()
            .get_subcommands()
            .map(|verb| verb.get_name().to_owned())
        {
            let spanish = help("es", &verb);
            for english in [
                "Usage",
                "Options",
                "OPTIONS",
                "Arguments",
                "default",
                "possible",
                "Print",
                " the ",
                "FILE",
                "DIR>",
            ] {
                assert!(!spanish.contains(english), "{verb}: {english}:\n{spanish}");
            }
            assert!(
                spanish.contains(&format!("Uso: tragaluz {verb} [OPCIONES]")),
                "{spanish}"
            );
            assert!(
                !spanish.contains("value-") && !spanish.contains("arg-"),
                "{verb} lacks words:\n{spanish}"
            );
            assert!(help("en", &verb).contains(&format!("Usage: tragaluz {verb} [OPTIONS]")));
        }
    }

    #[test]
    fn what_is_wrong_is_said_with_its_mend() {
        let told = |lang: &str, args: &[&str]| {
            let speech = Speech::for_locale(lang);
            let args: Vec<OsString> = std::iter::once("tragaluz")
                .chain(args.iter().copied())
                .map(OsString::from)
                .collect();
            let error = command(&speech).try_get_matches_from(&args).unwrap_err();
            let finding = fault(&error, &args);
            (speech.message(&finding), speech.help(&finding).unwrap())
        };
        for (args, message, help) in [
            (
                &["biuld"][..],
                "No existe la orden «biuld».",
                "¿Quiso decir «build»?",
            ),
            (
                &["build", "--outt", "x"],
                "«--outt» no es una opción",
                "«--out»",
            ),
            (
                &["check", "--format", "txt"],
                "«txt» no se puede dar para --format <FORMATO>.",
                "text, json, github, sarif",
            ),
            (
                &["check", "--format"],
                "Falta un valor después de --format <FORMATO>.",
                "Escriba uno de estos: text",
            ),
            (
                &["convert", "a.csv"],
                "Falta algo: <SALIDA>...",
                "«tragaluz convert --help»",
            ),
            (
                &["check", "--schema", "x.json"],
                "Falta algo: ",
                "«tragaluz check --help»",
            ),
            (
                &["serve", "--port", "many"],
                "«many» no se puede dar para --port <PUERTO>.",
                "«tragaluz serve --help»",
            ),
            (
                &["new", "x", "--lang", "fr"],
                "«fr» no se puede dar para --lang <IDIOMA>.",
                "es, en",
            ),
        ] {
            let (said, mend) = told("es", args);
            assert!(said.contains(message), "{args:?}: {said}");
            assert!(mend.contains(help), "{args:?}: {mend}");
            let (english, _) = told("en", args);
            assert_ne!(english, said);
        }
    }

    #[test]
    fn the_format_of_what_stops_the_program_is_known_before_the_rest() {
        let outlet = |args: &[&str]| {
            let args: Vec<OsString> = args.iter().map(OsString::from).collect();
            let outlet = Outlet::of(&args);
            (outlet.format, outlet.is_standard)
        };
        let check = ["tragaluz", "check", "--nonsense", "--format", "json"];
        assert_eq!(outlet(&check), ("json", true));
        let build = ["tragaluz", "build", "--format=sarif"];
        assert_eq!(outlet(&build), ("sarif", false));
        for args in [
            &["tragaluz", "check", "--format", "txt"][..],
            &["tragaluz", "check", "--format", "text"],
            &["tragaluz", "check", "--format"],
            // Its JSON is no list of findings.
            &["tragaluz", "profile", "a.csv", "--format", "json"],
        ] {
            assert_eq!(outlet(args), ("text", false), "{args:?}");
        }
    }

    #[test]
    fn the_language_is_known_before_the_rest() {
        let asked =
            |args: &[&str]| asked_language(&args.iter().map(OsString::from).collect::<Vec<_>>());
        assert_eq!(
            asked(&["tragaluz", "--lang", "es", "build"]).as_deref(),
            Some("es")
        );
        assert_eq!(
            asked(&["tragaluz", "build", "--lang=en", "--nonsense"]).as_deref(),
            Some("en")
        );
        assert_eq!(asked(&["tragaluz", "build", "--lang", "fr"]), None);
        assert_eq!(asked(&["tragaluz", "build"]), None);
    }
}
