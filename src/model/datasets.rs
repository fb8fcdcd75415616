//! Reading a dataset's declaration: `dataset.md` and its translations, a `datapackage.json`, or nothing.

use super::acknowledgement;
use super::agents::{agent, contact, license};
use super::area;
use super::body::PageBody;
use super::chart;
use super::dataset::{Agent, ContactPoint, Dataset, License, Spatial};
use super::disclosure;
use super::facts::{PageFacts, PageFiles, id_from_name, no_language};
use super::frequency;
use super::head::Head;
use super::page_versions::unlisted_language;
use super::resource_names::unique_names;
use super::resources;
use super::stated_facts::{STATED_FACTS, StatedFacts};
use super::undeclared_files;
use super::value_labels::ValueLabels;
use super::vocabulary::DATA_THEMES;
use super::waiver;
use crate::diag::{Diagnostic, Place, Severity, Sink, codes};
use crate::source::DatasetFolder;
use crate::source::fields::{Fields, Spanned, one_of};
use crate::source::file::SourceFile;
use crate::source::front_matter::Document;
use crate::source::node::FactValue;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::web::is_web_address;
use crate::text::words::Words;
use std::sync::Arc;

/// Reads a folder under `data/`.
pub(crate) fn read(folder: &DatasetFolder, languages: &[Lang], sink: &mut Sink) -> Option<Dataset> {
    let id = identifier(folder, sink)?;
    let main = main_of(folder, &languages[0], sink).or(folder.package.as_ref());
    let mut dataset = match main {
        Some(main) => declared(folder, &id, main, languages, sink)?,
        None => {
            for document in &folder.documents {
                let finding =
                    Diagnostic::new(&codes::TRANSLATION_ALONE).at(Place::file(&document.file.path));
                sink.push(finding.arg("main", format!("{}/dataset.md", folder.path)));
            }
            bare(folder, &id, &languages[0])
        }
    };
    if dataset.resources.is_empty() && dataset.external.is_empty() {
        let lang = &languages[0];
        dataset.resources = folder
            .files
            .iter()
            .map(|path| undeclared_files::undeclared(path, lang))
            .collect();
    } else {
        dataset.resources.extend(undeclared_files::texts_beside(
            folder,
            &dataset.resources,
            &languages[0],
        ));
        sink.extend(undeclared_files::left_out(folder, &dataset.resources));
    }
    unique_names(&mut dataset.resources, sink);
    Some(dataset)
}

/// The dataset's name in addresses: its folder's, or what is left of that in an address.
fn identifier(folder: &DatasetFolder, sink: &mut Sink) -> Option<String> {
    if check_id(&folder.name).is_ok() {
        return Some(folder.name.clone());
    }
    let address = slug(&folder.name);
    if check_id(&address).is_ok() {
        sink.push(id_from_name(
            Place::file(&folder.path),
            &folder.name,
            &address,
        ));
        return Some(address);
    }
    let finding = Diagnostic::new(&codes::WRONG_ID).at(Place::file(&folder.path));
    sink.push(finding.arg("use", "folder").arg("text", &folder.name));
    None
}

/// The file in the main language: `dataset.md`, or `dataset.es.md`, and not both.
fn main_of<'f>(folder: &'f DatasetFolder, lang: &Lang, sink: &mut Sink) -> Option<&'f Document> {
    let mut all = folder
        .documents
        .iter()
        .filter(|d| tag_of(d).is_none_or(|tag| tag == lang.tag()));
    let main = all.next()?;
    for other in all {
        let finding = Diagnostic::new(&codes::REPEATED_ID).at(Place::file(&other.file.path));
        sink.push(
            finding
                .arg("id", &folder.name)
                .arg("other", &main.file.path),
        );
    }
    Some(main)
}

/// The language in a document's name: `en` of `dataset.en.md`.
fn tag_of(document: &Document) -> Option<&str> {
    let name = document.file.path.rsplit('/').next().unwrap_or_default();
    name.strip_prefix("dataset.")
        .and_then(|rest| rest.rsplit_once('.'))
        .map(|(tag, _)| tag)
}

fn declared(
    folder: &DatasetFolder,
    id: &str,
    main: &Document,
    languages: &[Lang],
    sink: &mut Sink,
) -> Option<Dataset> {
    let lang = &languages[0];
    let mut others = Vec::new();
    for document in &folder.documents {
        let Some(tag) = tag_of(document).filter(|tag| *tag != lang.tag()) else {
            continue;
        };
        match languages.iter().find(|l| l.tag() == tag) {
            Some(found) => others.push((found.clone(), document)),
            None => {
                let place = Place::file(&document.file.path);
                sink.push(unlisted_language(tag, languages).at(place));
            }
        }
    }
    let files = PageFiles {
        main,
        others,
        stem: id.to_owned(),
        folder: folder.path.clone(),
    };
    let mut found = Sink::new();
    let dataset = read_facts(folder, &files, lang, &mut found);
    let is_foreign = !main.file.path.ends_with(".md");
    sink.extend(found.into_found().into_iter().map(|finding| {
        if is_foreign {
            lightened(finding)
        } else {
            finding
        }
    }));
    dataset
}

fn read_facts(
    folder: &DatasetFolder,
    files: &PageFiles<'_>,
    lang: &Lang,
    sink: &mut Sink,
) -> Option<Dataset> {
    let facts = PageFacts::open(files, lang, sink)?;
    read_opened(folder, files, facts, sink)
}

/// Reads the facts of a declaration that was opened; none where it is not to be published or has no usable name.
pub(super) fn read_opened(
    folder: &DatasetFolder,
    files: &PageFiles<'_>,
    mut facts: PageFacts<'_>,
    sink: &mut Sink,
) -> Option<Dataset> {
    let main = files.main;
    let is_foreign = !facts.main.is_ours();
    let head = if is_foreign {
        found_elsewhere(folder, files, &mut facts, sink)
    } else {
        facts.head(files, sink)?
    };
    let place = main
        .file
        .place(0..main.file.text.lines().next().map_or(0, str::len));
    let mut dataset = facts_of(folder, &mut facts, head, place, sink);
    if !is_foreign {
        dataset.head = facts.finish(Some(dataset.head), sink)?;
    }
    Some(dataset)
}

/// What is wrong in a descriptor that nobody here wrote is told, and what is right in it is published all the same; but a
/// path that leads out of the dataset's folder is never followed, and stays what it is.
fn lightened(mut finding: Diagnostic) -> Diagnostic {
    if finding.severity == Severity::Error && finding.code != &codes::LINK_LEADS_OUT {
        finding.severity = Severity::Warning;
    }
    finding
}

/// A descriptor found elsewhere needs no title, and its description is the text.
fn found_elsewhere(
    folder: &DatasetFolder,
    files: &PageFiles<'_>,
    facts: &mut PageFacts<'_>,
    sink: &mut Sink,
) -> Head {
    let mut head = bare(folder, &files.stem, &facts.lang).head;
    head.file = files.main.file.clone();
    let title = facts.words("title", sink);
    if !title.is_empty() {
        head.title = title;
    }
    head.updated = facts
        .main
        .date("modified", &mut Sink::new())
        .map(|d| d.value);
    head.acknowledged = acknowledgement::read(&mut facts.main, sink);
    head.waivers = waiver::read(&mut facts.main, sink);
    if let Some(description) = facts.main.text("description", sink) {
        let body = PageBody::of_text(description.value, description.span);
        head.body.insert(facts.lang.clone(), body);
    }
    head
}

/// Who answers for a dataset, and what may be done with it.
struct DatasetParties {
    publisher: Option<Agent>,
    contact: Option<ContactPoint>,
    licenses: Vec<License>,
}

impl DatasetParties {
    fn read(facts: &mut PageFacts<'_>, sink: &mut Sink) -> DatasetParties {
        let languages = [facts.lang.clone()];
        let publisher = nested(
            facts,
            "publisher",
            sink,
            |f, sink| agent(f, &languages, sink),
            |a| &mut a.name,
        );
        let contact = nested(
            facts,
            "contact",
            sink,
            |f, sink| contact(f, &languages, sink),
            |c: &mut ContactPoint| &mut c.name,
        );
        let licenses = licenses(facts, sink);
        DatasetParties {
            contact: contact.or_else(|| contributor(facts, CONTACTS)?.into_contact()),
            publisher: publisher
                .or_else(|| contributor(facts, PUBLISHERS).map(Contributor::into_agent)),
            licenses,
        }
    }
}

/// When a dataset was published and changed, and the time that it is about.
struct DatasetDates {
    issued: Option<PartialDate>,
    modified: Option<PartialDate>,
    temporal: Option<(Option<PartialDate>, Option<PartialDate>)>,
}

impl DatasetDates {
    fn read(facts: &mut PageFacts<'_>, sink: &mut Sink) -> DatasetDates {
        let [issued, modified, created] = ["issued", "modified", "created"]
            .map(|key| facts.main.date(key, sink).map(|d| d.value));
        let temporal = facts.main.map("temporal", sink).map(|mut fields| {
            let period = ["start", "end"].map(|key| fields.date(key, sink).map(|d| d.value));
            fields.finish(sink);
            period.into()
        });
        DatasetDates {
            issued: issued.or(created),
            modified,
            temporal,
        }
    }
}

/// Returns the language of the data. One that is not registered is a finding.
fn language_of(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<Lang> {
    let tag = facts.main.text("language", sink)?;
    let lang = Lang::parse(&tag.value).filter(Lang::is_registered);
    if lang.is_none() {
        sink.push(no_language(&facts.main, &tag));
    }
    lang
}

/// Returns the area that the data are about.
fn spatial_of(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<Spatial> {
    let languages = [facts.lang.clone()];
    nested(
        facts,
        "spatial",
        sink,
        |f, sink| Some(area::read(f, &languages, sink)),
        |s: &mut Spatial| &mut s.name,
    )
}

/// Returns what the dataset states in words.
fn stated_of(facts: &mut PageFacts<'_>, sink: &mut Sink) -> StatedFacts {
    let stated = STATED_FACTS.iter();
    stated
        .map(|fact| (fact, facts.words(fact.key, sink)))
        .collect()
}

fn facts_of(
    folder: &DatasetFolder,
    facts: &mut PageFacts<'_>,
    head: Head,
    place: Place,
    sink: &mut Sink,
) -> Dataset {
    let parties = DatasetParties::read(facts, sink);
    let spatial = spatial_of(facts, sink);
    let declared = resources::read(folder, facts, sink);
    let dates = DatasetDates::read(facts, sink);
    Dataset {
        publisher: parties.publisher,
        contact: parties.contact,
        licenses: parties.licenses,
        language: language_of(facts, sink),
        origins: facts.sources("sources", sink),
        keywords: keywords(facts, sink),
        themes: themes(facts, sink),
        frequency: frequency::read(&mut facts.main, sink),
        issued: dates.issued,
        modified: dates.modified,
        temporal: dates.temporal,
        version: facts.main.text("version", sink).map(|v| v.value),
        spatial,
        conforms_to: facts.main.web_addresses("conforms_to", sink),
        series: series_of(facts, sink),
        disaggregations: disaggregations(facts, sink),
        stated: stated_of(facts, sink),
        row_is: facts.words("row_is", sink),
        labels: ValueLabels::read(facts, sink),
        chart: chart_of(facts, sink),
        disclosure: disclosure::read(&mut facts.main, sink),
        identifier: global_identifier(facts, sink),
        resources: declared.resources,
        external: declared.external,
        head,
        place,
    }
}

/// The identifier by which others know it: Data Package's `id`, such as a DOI or a UUID. In `dataset.md` that name is the
/// page's own, and this one is called `identifier`.
fn global_identifier(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<String> {
    let name = if facts.main.is_ours() {
        "identifier"
    } else {
        "id"
    };
    facts
        .main
        .text(name, sink)
        .map(|id| id.value)
        .filter(|id| !id.is_empty())
}

/// Licences; the first draft of Data Package had one, by its name alone.
fn licenses(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Vec<License> {
    let mut licenses: Vec<License> = facts
        .main
        .maps_or("licenses", "name", sink)
        .into_iter()
        .map(|f| license(f, sink))
        .collect();
    if licenses.is_empty() && !facts.main.is_ours() {
        match facts.main.node("license").map(|node| &node.value) {
            Some(FactValue::Text(name)) if is_web_address(name) => {
                licenses.push(License {
                    name: None,
                    title: None,
                    path: Some(name.clone()),
                });
            }
            Some(FactValue::Text(name)) => licenses.push(License {
                name: Some(name.clone()),
                title: None,
                path: None,
            }),
            Some(_) => licenses.extend(facts.main.map("license", sink).map(|f| license(f, sink))),
            None => {}
        }
    }
    licenses
}

/// Roles of Data Package's contributors who publish.
const PUBLISHERS: &[&str] = &["publisher"];

/// Roles of those who are asked.
const CONTACTS: &[&str] = &["contact", "contactPoint", "contact-point", "maintainer"];

/// One of Data Package's contributors.
struct Contributor {
    name: Words,
    path: Option<String>,
    email: Option<String>,
}

impl Contributor {
    fn into_agent(self) -> Agent {
        Agent {
            name: self.name,
            url: self.path,
            kind: None,
        }
    }

    /// An office to ask; none without an address of any kind.
    fn into_contact(self) -> Option<ContactPoint> {
        let can_be_asked = self.email.is_some() || self.path.is_some();
        can_be_asked.then_some(ContactPoint {
            name: self.name,
            email: self.email,
            url: self.path,
        })
    }
}

/// The first contributor of one of these roles, in a descriptor found elsewhere: version 2 has `roles`, version 1 `role`.
fn contributor(facts: &mut PageFacts<'_>, wanted: &[&str]) -> Option<Contributor> {
    if facts.main.is_ours() {
        return None;
    }
    // What else may be there is none of ours to judge.
    let ignored = &mut Sink::new();
    let lang = facts.lang.clone();
    facts
        .main
        .maps("contributors", ignored)
        .into_iter()
        .find_map(|mut one| {
            let roles = [one.texts("roles", ignored), one.texts("role", ignored)].concat();
            roles
                .iter()
                .any(|role| wanted.contains(&role.value.as_str()))
                .then_some(())?;
            let name = one
                .text("title", ignored)
                .or_else(|| one.text("name", ignored))?;
            let [path, email] =
                ["path", "email"].map(|key| one.text(key, ignored).map(|t| t.value));
            Some(Contributor {
                name: Words::new(lang.clone(), name.value),
                path,
                email,
            })
        })
}

/// Codes of the EU's data themes, by themselves or by their address in its table.
fn themes(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Vec<String> {
    let known: Vec<(&str, &str)> = DATA_THEMES
        .iter()
        .map(|(code, ..)| (*code, *code))
        .collect();
    let texts = facts.main.texts("theme", sink);
    let coded = texts.into_iter().map(|text| {
        let code = text.value.rsplit_once("/data-theme/");
        Spanned {
            value: code.map_or(&*text.value, |(_, code)| code).to_uppercase(),
            span: text.span,
        }
    });
    let mut codes: Vec<String> = Vec::new();
    for code in coded.filter_map(|text| one_of(facts.main.file(), &text, "theme", &known, sink)) {
        if !codes.iter().any(|known| known == code.value) {
            codes.push(code.value.to_owned());
        }
    }
    codes
}

/// The series that it belongs to. A descriptor found elsewhere may mean anything by that word.
fn series_of(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<Spanned<String>> {
    let own = facts.main.file().path.ends_with(".md");
    if own {
        facts.main.text("series", sink)
    } else {
        None
    }
}

/// The chart of the whole dataset.
fn chart_of(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Option<chart::ChartDeclaration> {
    let mut declared = chart::read(&mut facts.main, &facts.lang, sink);
    for (lang, other) in &mut facts.others {
        if let Some(fields) = other.map("chart", sink) {
            chart::translate(declared.as_mut(), fields, lang, sink);
        }
    }
    declared
}

/// A map with a name in words, which translations may give too.
fn nested<T>(
    facts: &mut PageFacts<'_>,
    key: &'static str,
    sink: &mut Sink,
    read: impl FnOnce(Fields<'_>, &mut Sink) -> Option<T>,
    name: impl Fn(&mut T) -> &mut Words,
) -> Option<T> {
    let (main, others) = facts.map_or(key, "name", sink);
    let mut value = read(main?, sink)?;
    for (lang, mut other) in others {
        if let Some(text) = other.text("name", sink) {
            name(&mut value).add(lang, text.value);
        }
        other.finish_among(
            &["name"],
            &["url", "path", "type", "email", "code", "geonames", "bbox"],
            sink,
        );
    }
    Some(value)
}

/// Keywords are a list in each language; they are not matched one to one, for languages differ in them.
fn keywords(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Vec<Words> {
    let lang = facts.lang.clone();
    let mut all: Vec<Words> = facts
        .main
        .texts("keywords", sink)
        .into_iter()
        .map(|k| Words::new(lang.clone(), k.value))
        .collect();
    for (lang, other) in &mut facts.others {
        let given = other.texts("keywords", sink);
        let same_length = given.len() == all.len();
        for (i, keyword) in given.into_iter().enumerate() {
            if same_length {
                all[i].add(lang.clone(), keyword.value);
            } else {
                all.push(Words::new(lang.clone(), keyword.value));
            }
        }
    }
    all
}

fn disaggregations(facts: &mut PageFacts<'_>, sink: &mut Sink) -> Vec<String> {
    let file = facts.main.file();
    let mut names: Vec<String> = Vec::new();
    for node in facts.main.list("disaggregations") {
        let name = match &node.value {
            FactValue::Text(name) => Some(name.clone()),
            _ => Fields::of(file, node, "disaggregations", sink).and_then(|mut fields| {
                let field = fields.text("field", sink);
                let by = fields.text("by", sink);
                fields.finish(sink);
                by.or(field).map(|t| t.value)
            }),
        };
        names.extend(name.filter(|n| !names.contains(n)));
    }
    names
}

/// A dataset of which nothing is declared.
fn bare(folder: &DatasetFolder, id: &str, lang: &Lang) -> Dataset {
    let words = folder.name.replace(['-', '_'], " ");
    let mut letters = words.chars();
    let title = letters
        .next()
        .map(|c| c.to_uppercase().chain(letters).collect::<String>())
        .unwrap_or_default();
    let file = Arc::new(SourceFile::new(folder.path.clone(), String::new()));
    let head = Head::bare(id, Words::new(lang.clone(), title), file);
    Dataset::new(head, Place::file(&folder.path))
}
