//! Kinds of page that a portal declares itself: every group `[kinds.NAME]` of the settings.

use super::address::OWN_FOLDERS;
use super::bilingual::column_in;
use super::declared_fact::{self, DeclaredFact, refused};
use super::facts::words_of;
use super::folder_kind::KINDS;
use super::page::facts_of_every_page;
use super::series::is_name;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::source::fields::{Fields, Spanned};
use crate::text::lang::Lang;
use crate::text::slug::check_id;
use crate::text::words::Words;
use std::collections::BTreeSet;
use std::sync::Arc;

/// A kind of page of a portal's own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct DeclaredKind {
    /// The name of its group: what `kind:` and the command line call it.
    pub(crate) name: String,
    /// The folder of `content/` whose pages are of this kind, and that of their addresses.
    pub(crate) folder: String,
    /// What readers see such a page called.
    pub(crate) singular: Words,
    /// The title of their list.
    pub(crate) plural: Words,
    /// The first words of their list.
    pub(crate) description: Words,
    pub(crate) facts: Vec<DeclaredFact>,
    /// The template that makes its pages, with its ending; the theme's own for declared kinds where none is named.
    pub(crate) template: Option<KindTemplate>,
    /// Whether what its pages say is a dataset, too.
    pub(crate) is_register: bool,
    /// Whether its list is in the main menu.
    pub(crate) is_in_menu: bool,
}

impl DeclaredKind {
    /// Returns the template of its pages as a page would name it; where the settings name it is known by the kind.
    pub(crate) fn own_template(&self) -> Option<Spanned<Arc<str>>> {
        let template = self.template.as_ref()?;
        Some(Spanned {
            value: template.name.clone(),
            span: 0..0,
        })
    }

    /// Returns what one of its facts is for, in the words of the settings; none where it has no such fact.
    pub(super) fn purpose_of(&self, fact: &str, lang: &Lang) -> Option<String> {
        let fact = self.facts.iter().find(|own| own.name == fact)?;
        let said = [&fact.description, &fact.title].map(|words| words.text(lang));
        let said = said.into_iter().find(|said| !said.is_empty())?;
        Some(said.to_owned())
    }
}

/// A template that a kind names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct KindTemplate {
    pub(crate) name: Arc<str>,
    /// Where it is named.
    pub(crate) place: Place,
}

/// What else `tragaluz add` adds, and what the schema of the settings is called: no kind can have these names.
const OTHERS: &[&str] = &["dataset", "milestone", "tragaluz"];

/// Parses every group of `[kinds]`, in the order written. One with a fault that leaves it without a name, a folder or a title
/// is told, and is none.
pub(super) fn read(all: &Fields<'_>, languages: &[Lang], sink: &mut Sink) -> Vec<DeclaredKind> {
    let names: Vec<&str> = all.entries().map(|(key, _)| key.name.as_str()).collect();
    let mut kinds: Vec<DeclaredKind> = Vec::new();
    for (key, node) in all.entries() {
        let Some(fields) = Fields::of(all.file(), node, &key.name, sink) else {
            continue;
        };
        let place = fields.place(&key.span);
        let is_named = is_name(&key.name, place.clone(), sink);
        let is_taken = KINDS.iter().any(|known| known.is_called(&key.name))
            || OTHERS.contains(&key.name.as_str());
        if is_taken {
            sink.push(refused("name", &key.name, place));
        }
        let kind = KindReader {
            fields,
            languages,
            kinds: &names,
        }
        .read(&key.name, &kinds, sink);
        kinds.extend(kind.filter(|_| is_named && !is_taken));
    }
    kinds
}

/// Returns the columns that a register of any kind has.
fn columns_of_every_page(languages: &[Lang]) -> BTreeSet<String> {
    let words = ["title", "summary"].into_iter();
    words
        .flat_map(|name| languages.iter().map(move |lang| column_in(name, lang)))
        .collect()
}

/// A group of the settings that declares a kind.
struct KindReader<'f> {
    fields: Fields<'f>,
    languages: &'f [Lang],
    /// The names of all declared kinds, which facts may name.
    kinds: &'f [&'f str],
}

impl KindReader<'_> {
    fn read(
        mut self,
        name: &str,
        before: &[DeclaredKind],
        sink: &mut Sink,
    ) -> Option<DeclaredKind> {
        let [singular, plural, description] = ["singular", "plural", "description"]
            .map(|name| words_of(&mut self.fields, name, self.languages, sink));
        for (name, words) in [("singular", &singular), ("plural", &plural)] {
            if words.is_empty() {
                sink.push(self.fields.missing(name));
            }
        }
        let folder = self.folder(before, sink);
        let template = self.template(sink);
        let is_register = self.flag("register", sink);
        let is_in_menu = self.flag("menu", sink);
        let facts = self.facts(sink);
        self.fields.finish(sink);
        (!singular.is_empty() && !plural.is_empty()).then_some(())?;
        Some(DeclaredKind {
            name: name.to_owned(),
            folder: folder?,
            singular,
            plural,
            description,
            facts,
            template,
            is_register,
            is_in_menu,
        })
    }

    fn flag(&mut self, name: &'static str, sink: &mut Sink) -> bool {
        (self.fields.flag(name, sink)).is_some_and(|flag| flag.value)
    }

    /// Returns the folder; none where it cannot be one of an address, or holds pages of others.
    fn folder(&mut self, before: &[DeclaredKind], sink: &mut Sink) -> Option<String> {
        let given = self.fields.required("folder", sink)?;
        let place = self.fields.place(&given.span);
        let folder = given.value.trim_matches('/').to_owned();
        let is_plain = check_id(&folder).is_ok() && folder == folder.to_ascii_lowercase();
        if !is_plain {
            let wrong = Diagnostic::new(&codes::WRONG_ID).at(place);
            sink.push(wrong.arg("use", "fact").arg("text", given.value));
            return None;
        }
        let is_of_language =
            (self.languages.iter()).any(|lang| lang.tag().eq_ignore_ascii_case(&folder));
        let is_taken = is_of_language
            || OWN_FOLDERS.contains(&&*folder)
            || KINDS.iter().any(|known| known.is_called(&folder))
            || before.iter().any(|kind| kind.folder == folder);
        if is_taken {
            sink.push(refused("folder", &folder, place));
            return None;
        }
        Some(folder)
    }

    fn template(&mut self, sink: &mut Sink) -> Option<KindTemplate> {
        let Spanned { value, span } = self.fields.text("template", sink)?;
        let name = value.strip_suffix(".html").unwrap_or(&value);
        Some(KindTemplate {
            name: format!("{name}.html").into(),
            place: self.fields.place(&span),
        })
    }

    fn facts(&mut self, sink: &mut Sink) -> Vec<DeclaredFact> {
        let Some(group) = self.fields.map("facts", sink) else {
            return Vec::new();
        };
        let common = facts_of_every_page(&self.languages[0]);
        let mut columns = columns_of_every_page(self.languages);
        let mut facts = Vec::new();
        for (key, node) in group.entries() {
            let plain = Fields::or_plain(group.file(), node, "type");
            let fields = plain.or_else(|| Fields::of(group.file(), node, &key.name, sink));
            let read =
                |fields| declared_fact::read(fields, &key.name, self.languages, self.kinds, sink);
            let Some(fact) = fields.and_then(read) else {
                continue;
            };
            let own = fact.columns(self.languages);
            let is_taken = common.iter().any(|fact| fact.name == key.name)
                || own.iter().any(|column| columns.contains(column));
            if is_taken {
                sink.push(refused("fact", &key.name, group.place(&key.span)));
                continue;
            }
            columns.extend(own);
            facts.push(fact);
        }
        facts
    }
}
