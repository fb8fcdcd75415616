//! Reading facts by name, so that whatever is misspelt, missing or of another form becomes a finding.

use super::asked::{FactForm, FactProbe, KnownFact};
use super::examples;
use super::node::{FactKey, FactNode, FactValue};
use crate::diag::{Code, Diagnostic, Place, Severity, Sink, codes};
use crate::source::file::SourceFile;
use crate::source::other_programs::{is_of_others, is_ours};
use crate::source::{code_labels, spanish_names};
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use crate::text::near::nearest;
use crate::text::words::Words;
use std::ops::Range;

/// A value and where it is in its file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Spanned<T> {
    /// The value.
    pub value: T,
    /// Its bytes in the file.
    pub span: Range<usize>,
}

impl<T> Spanned<T> {
    /// Returns what was made of the value, at its place; none where nothing was.
    pub(super) fn parsed<U>(self, value: Option<U>) -> Option<Spanned<U>> {
        value.map(|value| Spanned {
            value,
            span: self.span,
        })
    }
}

/// A map of facts being read. Every name asked for is known afterwards; [`Fields::finish`] reports the others.
#[derive(Debug)]
pub(crate) struct Fields<'a> {
    file: &'a SourceFile,
    entries: &'a [(FactKey, FactNode)],
    /// A value that is in the place of the map, and the one name of it that it gives.
    plain: Option<(&'a str, &'a FactNode)>,
    /// Where the map is.
    pub(crate) span: Range<usize>,
    known: Vec<&'a str>,
    /// What is asked for and how, where somebody wants to know.
    probe: Option<FactProbe>,
}

impl<'a> Fields<'a> {
    /// The facts of a map; anything else is a finding.
    pub(crate) fn of(
        file: &'a SourceFile,
        node: &'a FactNode,
        name: &str,
        sink: &mut Sink,
    ) -> Option<Fields<'a>> {
        if let FactValue::Map(entries) = &node.value {
            return Some(Fields {
                file,
                entries,
                plain: None,
                span: node.span.clone(),
                known: Vec::new(),
                probe: None,
            });
        }
        sink.push(form(file, node, name, "map"));
        None
    }

    /// The same where a value may stand in the place of the map, as `Treasury` does for `{name: Treasury}`: `plain` is the
    /// name that it gives. A list is such a value only where that name may have one.
    pub(crate) fn or_plain(
        file: &'a SourceFile,
        node: &'a FactNode,
        plain: &'a str,
    ) -> Option<Fields<'a>> {
        let is_plain = !matches!(node.value, FactValue::Map(_) | FactValue::Null);
        let known = Vec::new();
        is_plain.then(|| Fields {
            file,
            entries: &[],
            plain: Some((plain, node)),
            span: node.span.clone(),
            known,
            probe: None,
        })
    }

    /// Returns the same, which write down what they are asked for.
    pub(crate) fn probing(self) -> Fields<'a> {
        Fields {
            probe: Some(FactProbe::default()),
            ..self
        }
    }

    /// Returns what they were asked for since [`Fields::probing`].
    pub(crate) fn take_asked(&mut self) -> Vec<KnownFact> {
        self.probe
            .take()
            .map(FactProbe::into_asked)
            .unwrap_or_default()
    }

    /// Writes down how a fact is asked for, where somebody wants to know.
    pub(crate) fn note(&mut self, name: &'a str, form: impl FnOnce() -> FactForm) {
        if let Some(probe) = &self.probe {
            probe.note(name, form());
        }
    }

    /// Returns an empty map in the place of one that is not there, where somebody wants to know what it would be asked for.
    fn probed(&self, name: &'a str) -> Option<Fields<'a>> {
        let within = self.probe.as_ref()?.within(name)?;
        Some(Fields {
            file: self.file,
            entries: &[],
            plain: None,
            span: self.span.clone(),
            known: Vec::new(),
            probe: Some(within),
        })
    }

    /// Returns an empty map that writes into the same list, where somebody wants to know what is asked for: for a reader of
    /// which the first look at a value would decide against it.
    pub(crate) fn probed_twin(&self) -> Option<Fields<'a>> {
        self.probe.as_ref()?;
        Some(Fields {
            file: self.file,
            entries: &[],
            plain: None,
            span: self.span.clone(),
            known: Vec::new(),
            probe: self.probe.clone(),
        })
    }

    /// Returns an empty map in the place of one that is not there, or of a text in its place, where somebody wants to know
    /// what it would be asked for.
    pub(crate) fn absent_map(&mut self, name: &'static str) -> Option<Fields<'a>> {
        self.note(name, || FactForm::map(true));
        self.probed(name)
    }

    /// The file that they are in.
    pub(crate) fn file(&self) -> &'a SourceFile {
        self.file
    }

    /// Where something of this file is.
    pub(crate) fn place(&self, span: &Range<usize>) -> Place {
        self.file.place(span.clone())
    }

    /// Whether the file is written for this program, which knows every name that may be in it. A descriptor found
    /// elsewhere may hold more: both versions of Data Package allow further properties anywhere.
    pub(crate) fn is_ours(&self) -> bool {
        is_ours(&self.file.path)
    }

    /// Names asked for so far.
    pub(crate) fn known(&self) -> &[&'a str] {
        &self.known
    }

    /// Every name and value, for maps whose names are free (languages, addresses).
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&'a FactKey, &'a FactNode)> + use<'a> {
        self.entries.iter().map(|(key, node)| (key, node))
    }

    /// The value under a name, unless it is absent or empty.
    pub(crate) fn node(&mut self, name: &'a str) -> Option<&'a FactNode> {
        if !self.known.contains(&name) {
            self.known.push(name);
        }
        self.note(name, || FactForm::Any);
        let named = self
            .entries
            .iter()
            .find(|(key, _)| key.name == name)
            .map(|(_, node)| node);
        let node = named.or_else(|| {
            self.plain
                .filter(|(plain, _)| *plain == name)
                .map(|(_, node)| node)
        })?;
        (node.value != FactValue::Null).then_some(node)
    }

    /// Returns the texts of a list, without where they are.
    pub(crate) fn values(&mut self, name: &'a str, sink: &mut Sink) -> Vec<String> {
        (self.texts(name, sink).into_iter())
            .map(|text| text.value)
            .collect()
    }

    /// Returns a text as words of a language; none where it is absent.
    pub(crate) fn words(&mut self, name: &'a str, lang: &Lang, sink: &mut Sink) -> Words {
        let text = self.text(name, sink);
        text.map(|text| Words::new(lang.clone(), text.value))
            .unwrap_or_default()
    }

    pub(crate) fn text(&mut self, name: &'a str, sink: &mut Sink) -> Option<Spanned<String>> {
        self.note(name, || FactForm::Text);
        let node = self.node(name)?;
        scalar(self.file, node, name, sink)
    }

    /// One text that must be there.
    pub(crate) fn required(&mut self, name: &'a str, sink: &mut Sink) -> Option<Spanned<String>> {
        let present = self.node(name).is_some();
        if !present {
            sink.push(self.missing(name));
        }
        self.text(name, sink)
    }

    /// The finding that a name is missing here.
    pub(crate) fn missing(&self, name: &'a str) -> Diagnostic {
        let end = self.file.text[self.span.clone()]
            .find('\n')
            .map_or(self.span.end, |i| self.span.start + i);
        let finding =
            Diagnostic::new(&codes::MISSING_FACT).at(self.file.place(self.span.start..end));
        finding
            .arg("name", name)
            .arg("line", examples::of_text(self.file, name))
    }

    /// Parses a word of a closed list, or the name that the site shows for it.
    pub(crate) fn word<T: Copy>(
        &mut self,
        name: &'a str,
        known: &[(&str, T)],
        sink: &mut Sink,
    ) -> Option<Spanned<T>> {
        self.note(name, || {
            FactForm::Word(known.iter().map(|(word, _)| (*word).to_owned()).collect())
        });
        let text = self.text(name, sink)?;
        one_of(self.file, &text, name, known, sink)
    }

    /// A list; a single value is a list of one.
    pub(crate) fn list(&mut self, name: &'a str) -> Vec<&'a FactNode> {
        self.note(name, || FactForm::Texts);
        match self.node(name) {
            None => Vec::new(),
            Some(FactNode {
                value: FactValue::List(items),
                ..
            }) => items.iter().collect(),
            Some(node) => vec![node],
        }
    }

    /// Parses a list of texts; a single text is a list of one.
    pub(crate) fn texts(&mut self, name: &'a str, sink: &mut Sink) -> Vec<Spanned<String>> {
        self.list(name)
            .into_iter()
            .filter_map(|node| scalar(self.file, node, name, sink))
            .collect()
    }

    /// Parses a map under a name.
    pub(crate) fn map(&mut self, name: &'a str, sink: &mut Sink) -> Option<Fields<'a>> {
        self.note(name, || FactForm::map(false));
        let Some(node) = self.node(name) else {
            return self.probed(name);
        };
        Fields::of(self.file, node, name, sink)
    }

    /// Parses a map under a name, or the value of its most important name, `plain`, in its place.
    pub(crate) fn map_or(
        &mut self,
        name: &'a str,
        plain: &'a str,
        sink: &mut Sink,
    ) -> Option<Fields<'a>> {
        self.note(name, || FactForm::map(true));
        let Some(node) = self.node(name) else {
            return self.probed(name);
        };
        Fields::or_plain(self.file, node, plain).or_else(|| Fields::of(self.file, node, name, sink))
    }

    /// Parses a list of maps; a single map is a list of one.
    pub(crate) fn maps(&mut self, name: &'a str, sink: &mut Sink) -> Vec<Fields<'a>> {
        self.note(name, || FactForm::maps(false));
        let probed = self.probed(name);
        let file = self.file;
        let given = self.list(name).into_iter();
        given
            .filter_map(|node| Fields::of(file, node, name, sink))
            .chain(probed)
            .collect()
    }

    /// Parses a list of maps, or of texts, each of which is the value of the maps' most important name, `plain`.
    pub(crate) fn maps_or(
        &mut self,
        name: &'a str,
        plain: &'a str,
        sink: &mut Sink,
    ) -> Vec<Fields<'a>> {
        self.note(name, || FactForm::maps(true));
        let (file, probed) = (self.file, self.probed(name));
        (self.list(name).into_iter())
            .filter_map(|node| {
                let text = Some(node).filter(|node| matches!(node.value, FactValue::Text(_)));
                text.and_then(|node| Fields::or_plain(file, node, plain))
                    .or_else(|| Fields::of(file, node, name, sink))
            })
            .chain(probed)
            .collect()
    }

    /// Reports every name that nothing asked for.
    pub(crate) fn finish(self, sink: &mut Sink) {
        let known = self.known.clone();
        self.finish_among(&known, &[], sink);
    }

    /// As [`Fields::finish_among`] for a whole page, which may bring facts of its own or of another generator: a name that
    /// is nearly a known one is a slip; any other is a warning, and returned with its value.
    pub(crate) fn finish_page(
        self,
        known: &[&'a str],
        main_only: &[&'a str],
        sink: &mut Sink,
    ) -> Vec<(&'a FactKey, &'a FactNode)> {
        let mut found = Sink::new();
        let (file, entries) = (self.file, self.entries);
        self.finish_among(known, main_only, &mut found);
        let mut strange = Vec::new();
        for mut finding in found.into_found() {
            let is_slip = finding
                .args
                .iter()
                .any(|(name, value)| *name == "near" && *value != Arg::from("none"));
            let is_of_others = entries.iter().any(|(key, node)| {
                finding.place.as_ref() == Some(&file.place(key.span.clone()))
                    && is_of_others(&key.name, node)
            });
            if finding.code == &codes::UNKNOWN_FACT && (!is_slip || is_of_others) {
                finding.severity = Severity::Warning;
                finding.args.retain(|(name, _)| *name != "near");
                finding.args.push(("near", Arg::from("none")));
            }
            sink.push(finding);
        }
        if is_ours(&file.path) {
            let is_strange =
                |key: &FactKey| !known.iter().chain(main_only).any(|name| *name == key.name);
            strange.extend(
                entries
                    .iter()
                    .filter(|(key, _)| is_strange(key))
                    .map(|(key, node)| (key, node)),
            );
        }
        strange
    }

    /// As [`Fields::finish`] for a translation: a name that only the main page may have is told from a slip.
    pub(crate) fn finish_among(self, known: &[&'a str], main_only: &[&'a str], sink: &mut Sink) {
        if !self.is_ours() {
            return;
        }
        for (key, _) in self
            .entries
            .iter()
            .filter(|(key, _)| !known.contains(&key.name.as_str()))
        {
            let place = self.place(&key.span);
            if main_only.contains(&key.name.as_str()) {
                sink.push(
                    Diagnostic::new(&codes::FACT_IN_TRANSLATION)
                        .at(place)
                        .arg("name", &key.name),
                );
            } else {
                // `source_1` is one of a numbered family, and not `sources` with a slip.
                let near = nearest(&key.name, known.iter().copied())
                    .filter(|near| digits(near) == digits(&key.name));
                let meant = near.or_else(|| spanish_names::meant(&key.name, known));
                let finding = Diagnostic::new(&codes::UNKNOWN_FACT)
                    .at(place)
                    .arg("name", &key.name);
                sink.push(
                    finding
                        .arg("near", meant.unwrap_or("none"))
                        .arg("count", 0_u64),
                );
            }
        }
    }
}

fn digits(name: &str) -> impl PartialEq + use<> {
    name.chars()
        .filter(char::is_ascii_digit)
        .collect::<String>()
}

/// A node as text; anything else is a finding.
pub(crate) fn scalar(
    file: &SourceFile,
    node: &FactNode,
    name: &str,
    sink: &mut Sink,
) -> Option<Spanned<String>> {
    match &node.value {
        FactValue::Text(text) => Some(Spanned {
            value: text.trim().to_owned(),
            span: node.span.clone(),
        }),
        FactValue::Null => None,
        _ => {
            sink.push(form(file, node, name, "one-text"));
            None
        }
    }
}

/// A text as one of the words of a closed list, or as the name that the site shows for one; anything else is a finding.
/// `fact` is the name that the words are given under.
pub(crate) fn one_of<T: Copy>(
    file: &SourceFile,
    text: &Spanned<String>,
    fact: &str,
    known: &[(&str, T)],
    sink: &mut Sink,
) -> Option<Spanned<T>> {
    let words: Vec<&str> = known.iter().map(|(word, _)| *word).collect();
    let exact = words.iter().copied().find(|word| *word == text.value);
    let found = exact.or_else(|| code_labels::code_of(fact, &text.value, words.iter().copied()));
    if found.is_none() {
        sink.push(unknown_word(file, text, fact, &words));
    }
    let (_, value) = known.iter().find(|(word, _)| Some(*word) == found)?;
    Some(Spanned {
        value: *value,
        span: text.span.clone(),
    })
}

/// Whether a text is a yes, in English or Spanish.
pub(crate) fn is_yes(text: &str) -> bool {
    ["yes", "true", "sí", "si"].contains(&&*text.to_lowercase())
}

/// The finding that a word is not one of a closed list, which is given under the name `fact`.
pub(crate) fn unknown_word(
    file: &SourceFile,
    text: &Spanned<String>,
    fact: &str,
    known: &[&str],
) -> Diagnostic {
    finding(&codes::WRONG_WORD, file, &text.span)
        .arg("text", &text.value)
        .arg(
            "near",
            code_labels::near(fact, &text.value, known).unwrap_or("none"),
        )
        .arg("known", known.join(", "))
        .arg(
            "shown",
            if code_labels::has_names(fact, known) {
                "yes"
            } else {
                "no"
            },
        )
}

fn form(file: &SourceFile, node: &FactNode, name: &str, expected: &str) -> Diagnostic {
    let first_line = file.text[node.span.clone()]
        .lines()
        .next()
        .map_or(0, str::len);
    let span = node.span.start..node.span.start + first_line;
    let finding = finding(&codes::WRONG_FORM, file, &span)
        .arg("name", name)
        .arg("expected", expected);
    let example = if expected == "map" {
        examples::of_group(file, name)
    } else {
        examples::of_text(file, name)
    };
    finding.arg("example", example)
}

fn finding(code: &'static Code, file: &SourceFile, span: &Range<usize>) -> Diagnostic {
    Diagnostic::new(code).at(file.place(span.clone()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::other_programs::whole_number;
    use crate::source::yaml;

    fn read(text: &str, with: impl Fn(&mut Fields<'_>, &mut Sink)) -> Vec<(&'static str, usize)> {
        let file = SourceFile::new("a.md", text);
        let node = yaml::parse(text, &crate::source::limits::Limits::default()).unwrap();
        let mut sink = Sink::new();
        let mut fields = Fields::of(&file, &node, "facts", &mut sink).unwrap();
        with(&mut fields, &mut sink);
        fields.finish(&mut sink);
        sink.into_sorted()
            .into_iter()
            .map(|d| (d.code.id, d.place.unwrap().line))
            .collect()
    }

    #[test]
    fn everything_wrong_is_found_in_one_run() {
        let found = read(
            "start: 02/2022\nlead: perhaps\ntitel: x\nnumber: one\n",
            |f, sink| {
                f.required("title", sink);
                f.date("start", sink);
                f.flag("lead", sink);
                f.integer("number", sink);
            },
        );
        let expected = [
            ("missing-fact", 1),
            ("wrong-date", 1),
            ("wrong-word", 2),
            ("unknown-fact", 3),
            ("wrong-form", 4),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn what_a_page_brings_of_its_own_is_told_from_slips() {
        let file = SourceFile::new("a.md", "titel: x\nlayout: post\nsource_1: y\nsource: z\n");
        let node = yaml::parse(&file.text, &crate::source::limits::Limits::default()).unwrap();
        let mut sink = Sink::new();
        let fields = Fields::of(&file, &node, "facts", &mut sink).unwrap();
        let strange = fields.finish_page(&["title", "sources"], &[], &mut sink);
        let names: Vec<&str> = strange.iter().map(|(key, _)| key.name.as_str()).collect();
        assert_eq!(names, ["titel", "layout", "source_1", "source"]);
        let weights: Vec<&str> = sink.into_sorted().iter().map(|d| d.severity.id()).collect();
        assert_eq!(weights, ["error", "warning", "warning", "warning"]);
    }

    #[test]
    fn a_descriptor_found_elsewhere_may_hold_more() {
        let file = SourceFile::new("datapackage.JSON", "{\"titel\": 1, \"bytes\": 10.0}");
        let node = yaml::parse(&file.text, &crate::source::limits::Limits::default()).unwrap();
        let mut sink = Sink::new();
        let mut fields = Fields::of(&file, &node, "facts", &mut sink).unwrap();
        assert_eq!(
            fields.integer("bytes", &mut sink).map(|n| n.value),
            Some(10)
        );
        fields.finish(&mut sink);
        assert_eq!(sink.into_sorted(), []);
        assert_eq!(
            ["10", "-3.00", "1.5", "1.", ".0", "1e3"].map(whole_number),
            [Some(10), Some(-3), None, None, None, None]
        );
    }

    #[test]
    fn one_value_is_a_list_of_one() {
        let found = read("a: x\nb: [y, z]\n", |f, sink| {
            assert_eq!(f.texts("a", sink).len(), 1);
            assert_eq!(f.texts("b", sink).len(), 2);
        });
        assert!(found.is_empty());
    }
}
