//! Ground: what can be wrong with a portal, as values.
//!
//! A fault in content or data is a [`Diagnostic`], collected in a [`Sink`], so that one run reports
//! everything it can find. `Err` is kept for what stops the machine ([`Fatal`]).
//!
//! The words of a diagnostic live in `messages/LANGUAGE/ROOM.ftl` under its code: the message, `.help`
//! (how to mend it) and `.why` (why it matters). A test holds the table of codes against both languages.

mod address_conflict;
pub mod codes;
mod masked;
pub mod show;
mod speech;
mod stored;
mod tables;

pub(crate) use address_conflict::AddressHolder;
pub(crate) use codes::Code;
pub(crate) use speech::{BETWEEN_PLACES, WITHIN};
pub use speech::{COMMENT, PASTE, Speech};
pub(crate) use stored::StoredFinding;
pub use tragaluz_tables::place::{Excerpt, Place};
pub use tragaluz_tables::refusal::refusal;

use crate::text::messages::Arg;
use tragaluz_tables::finding::is_personal;
use tragaluz_tables::privacy::DeclaredContacts;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Severity {
    /// Nothing is written while one of these is.
    Error,
    /// Published as the source says it, and said to be odd.
    Warning,
    /// Worth knowing; never makes a run fail.
    Note,
}

impl Severity {
    /// The word machines read in JSON and SARIF.
    pub fn id(self) -> &'static str {
        match self {
            Severity::Error => "error",
            Severity::Warning => "warning",
            Severity::Note => "note",
        }
    }
}

/// One finding: what, where, and the particulars its message names.
#[derive(Debug, Clone, PartialEq)]
pub struct Diagnostic {
    /// What kind of finding it is, with its severity.
    pub code: &'static Code,
    /// How much it weighs; the code's own weight unless a stage says otherwise.
    pub severity: Severity,
    /// Where it is, when it is anywhere.
    pub place: Option<Place>,
    /// Values for the message's variables.
    pub args: Vec<(&'static str, Arg)>,
}

impl Diagnostic {
    /// A finding of this kind, with no place and no particulars yet.
    pub fn new(code: &'static Code) -> Self {
        Diagnostic {
            code,
            severity: code.severity,
            place: None,
            args: Vec::new(),
        }
    }

    /// Says where it is.
    #[must_use]
    pub(crate) fn at(mut self, place: Place) -> Self {
        let mut place = place.visible();
        // Of personal data, no line is shown; of a waiver, its own is.
        place.excerpt = (place.excerpt).filter(|_| !self.code.id.starts_with("personal-data"));
        self.place = Some(place);
        self
    }

    /// Whether it is in a file below a folder of the portal, which is named with `/`.
    pub(crate) fn is_below(&self, folder: &str) -> bool {
        let file = self.place.as_ref().map(|place| place.file.as_str());
        let inside = file.and_then(|file| file.strip_prefix(folder));
        inside.is_some_and(|inside| inside.starts_with('/'))
    }

    /// Gives one particular of the message.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        let value = value.into();
        // What is to be pasted is a text of our own making.
        let value = if name == PASTE {
            value
        } else {
            value.visible()
        };
        self.args.push((name, value));
        self
    }
}

/// Where findings are collected.
#[derive(Debug, Default)]
pub struct Sink {
    found: Vec<Diagnostic>,
    /// Contacts of offices, which may be shown.
    declared: DeclaredContacts,
}

impl Sink {
    /// Returns a collection without findings.
    pub fn new() -> Self {
        Sink::default()
    }

    /// Adds a finding behind those that are there.
    pub fn push(&mut self, found: impl Into<Diagnostic>) {
        self.found.push(found.into());
    }

    /// Adds what another stage, or another thread, collected.
    pub(crate) fn extend(&mut self, found: impl IntoIterator<Item: Into<Diagnostic>>) {
        self.found.extend(found.into_iter().map(Into::into));
    }

    /// Adds what a run collected, and learns of the contacts that it knows.
    pub(crate) fn absorb(&mut self, other: Sink) {
        self.declared = other.declared;
        self.found.extend(other.found);
    }

    /// Learns which contacts are an office's, so that they are shown as they are.
    pub(crate) fn know(&mut self, declared: DeclaredContacts) {
        self.declared = declared;
    }

    /// Changes findings one by one.
    pub(crate) fn each(&mut self, change: impl FnMut(&mut Diagnostic)) {
        self.found.iter_mut().for_each(change);
    }

    /// Makes warnings of the errors about personal data: whoever asks about a file of their own publishes nothing.
    pub fn warn_of_personal(&mut self) {
        self.found
            .iter_mut()
            .filter(|finding| is_personal(finding.code.id))
            .for_each(|finding| finding.severity = finding.severity.max(Severity::Warning));
    }

    /// Keeps only the findings that are answered with true.
    pub(crate) fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.found.retain(keep);
    }

    /// Whether anything found forbids publishing.
    pub fn has_errors(&self) -> bool {
        self.count(Severity::Error) > 0
    }

    /// Whether personal data forbid publishing.
    pub(crate) fn has_personal_errors(&self) -> bool {
        self.found
            .iter()
            .any(|d| d.severity == Severity::Error && is_personal(d.code.id))
    }

    /// How many findings weigh this much.
    pub(crate) fn count(&self, severity: Severity) -> usize {
        self.found.iter().filter(|d| d.severity == severity).count()
    }

    /// Everything found, in a stable order: by file, line, column and code. No personal data are in it.
    pub fn into_sorted(mut self) -> Vec<Diagnostic> {
        masked::mask(&mut self.found, &self.declared);
        self.found.sort_by(|a, b| order(a).cmp(&order(b)));
        self.found.dedup();
        self.found
    }

    /// What was found, in the order of finding.
    pub(crate) fn into_found(self) -> Vec<Diagnostic> {
        self.found
    }

    /// What was found so far, in the order of finding.
    pub fn iter(&self) -> impl Iterator<Item = &Diagnostic> {
        self.found.iter()
    }
}

/// Returns the key that findings are sorted by. A tuple, for its parts are compared in this order.
fn order(d: &Diagnostic) -> (&str, usize, usize, &'static str) {
    match &d.place {
        Some(place) => (&place.file, place.line, place.column, d.code.id),
        None => ("", 0, 0, d.code.id),
    }
}

/// What stops the machine: a disk that cannot be read or written, a folder that is not a portal. It is told as a finding
/// is, with a code, a file and how to mend it.
#[derive(Debug, thiserror::Error)]
pub enum Fatal {
    /// The operating system refused something.
    #[error("{action} {path}: {source}")]
    Io {
        /// What was being done: `reading`, `writing` …
        action: &'static str,
        /// The path it was done to.
        path: String,
        /// What the system said.
        source: std::io::Error,
    },
    /// A condition that makes going on pointless.
    #[error("{}", Speech::for_locale("en").message(.0))]
    Finding(Box<Diagnostic>),
}

impl Fatal {
    /// The command cannot be carried out as it is given; `kind` names the sentence of `wrong-command`.
    pub fn wrong_command(kind: &'static str, mut args: Vec<(&'static str, Arg)>) -> Fatal {
        args.push(("verb", "".into()));
        Fatal::of(&codes::WRONG_COMMAND, kind, args)
    }

    /// The output folder cannot be used; `kind` names the sentence of `output-refused`.
    pub(crate) fn output(kind: &'static str, args: Vec<(&'static str, Arg)>) -> Fatal {
        Fatal::of(&codes::OUTPUT_REFUSED, kind, args)
    }

    /// The same, because the system refused something.
    pub(crate) fn output_io(
        kind: &'static str,
        mut args: Vec<(&'static str, Arg)>,
        error: &std::io::Error,
    ) -> Fatal {
        args.extend([
            ("cause", refusal(error).into()),
            ("detail", error.to_string().into()),
        ]);
        Fatal::output(kind, args)
    }

    /// Which sentence of its code tells it; empty where the code has but one.
    #[cfg(test)]
    pub(crate) fn kind(&self) -> String {
        match self
            .diagnostic()
            .args
            .into_iter()
            .find(|(name, _)| *name == "kind")
        {
            Some((_, Arg::Text(kind))) => kind,
            _ => String::new(),
        }
    }

    /// A file changed, or went, between two readings.
    pub(crate) fn changed(path: &str) -> Fatal {
        Fatal::Finding(Box::new(
            Diagnostic::new(&codes::FILE_CHANGED).at(Place::file(path)),
        ))
    }

    /// The program itself is at fault.
    pub fn fault(detail: impl std::fmt::Display) -> Fatal {
        Fatal::Finding(Box::new(
            Diagnostic::new(&codes::PROGRAM_FAULT).arg("detail", detail.to_string()),
        ))
    }

    fn of(code: &'static Code, kind: &'static str, args: Vec<(&'static str, Arg)>) -> Fatal {
        let finding = Diagnostic::new(code).arg("kind", kind);
        Fatal::Finding(Box::new(
            args.into_iter()
                .fold(finding, |finding, (name, value)| finding.arg(name, value)),
        ))
    }

    /// Wraps a system error with what was being done, and to which path.
    pub fn io(
        action: &'static str,
        path: &std::path::Path,
    ) -> impl FnOnce(std::io::Error) -> Fatal + use<> {
        let path = path.display().to_string();
        move |source| Fatal::Io {
            action,
            path,
            source,
        }
    }

    /// The finding that tells it, without personal data.
    pub fn diagnostic(&self) -> Diagnostic {
        let mut finding = [self.finding()];
        masked::mask(&mut finding, &DeclaredContacts::default());
        let [finding] = finding;
        finding
    }

    fn finding(&self) -> Diagnostic {
        match self {
            Fatal::Finding(finding) => (**finding).clone(),
            Fatal::Io {
                action,
                path,
                source,
            } => Diagnostic::new(&codes::SYSTEM_REFUSED)
                .at(Place::file(path))
                .arg("action", *action)
                .arg("cause", refusal(source))
                .arg("detail", source.to_string()),
        }
    }
}
