//! Reading a dataset's declared resources.

use super::chart::{self, ChartDeclaration, SpannedText};
use super::dataset::{Dialect, External, PagesBy, Resource, Schema};
use super::disclosure;
use super::external_files::{elsewhere, is_remote, name_external, remote};
use super::facts::PageFacts;
use super::table_schema::{self, unmatched};
use crate::diag::{Diagnostic, Place, Severity, Sink, codes};
use crate::source::fields::{Fields, Spanned};
use crate::source::limits::Limits;
use crate::source::node::FactValue;
use crate::source::{DatasetFolder, litter};
use crate::stage::is_plain;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use tragaluz_tables::disclosure::Disclosure;

/// What a declaration names.
#[derive(Default)]
pub(crate) struct DeclaredResources {
    /// Files of the portal.
    pub(crate) resources: Vec<Resource>,
    /// Files on other servers.
    pub(crate) external: Vec<External>,
}

/// Parses the resources that a declaration names, with the words that translations give.
pub(crate) fn read(
    folder: &DatasetFolder,
    facts: &mut PageFacts<'_>,
    sink: &mut Sink,
) -> DeclaredResources {
    let lang = facts.lang.clone();
    let (main, others) = facts.maps_or("resources", "path", sink);
    let mut declared = DeclaredResources::default();
    for mut fields in main {
        if let Some(twin) = fields.probed_twin() {
            drop(elsewhere(twin, Vec::new(), &lang, sink));
        }
        match remote(&mut fields, sink) {
            Some(urls) => (declared.external).extend(elsewhere(fields, urls, &lang, sink)),
            None => (declared.resources).extend(resource(folder, fields, &lang, sink)),
        }
    }
    for (lang, list) in others {
        for fields in list {
            declared.translate(fields, &lang, sink);
        }
    }
    name_external(&declared.resources, &mut declared.external);
    declared
}

impl DeclaredResources {
    /// Takes in what a translation says of a resource. One that the main language does not name is a finding.
    fn translate(&mut self, mut fields: Fields<'_>, lang: &Lang, sink: &mut Sink) {
        let name = fields.required("name", sink);
        let [title, description] =
            ["title", "description"].map(|key| fields.text(key, sink).map(|t| t.value));
        let schema = fields.map("schema", sink);
        let chart = fields.map("chart", sink);
        let Some(name) = name else { return };
        if let Some(found) = self.resources.iter_mut().find(|r| r.name == name.value) {
            found.title.extend(lang.clone(), title);
            found.description.extend(lang.clone(), description);
            if let Some(chart) = chart {
                chart::translate(found.chart.as_mut(), chart, lang, sink);
            }
            if let Some(schema) = schema {
                table_schema::translate(&mut found.schema, schema, lang, sink);
            }
        } else if let Some(found) = self.external.iter_mut().find(|e| e.name == name.value) {
            found.title.extend(lang.clone(), title);
            found.description.extend(lang.clone(), description);
        } else {
            sink.push(unmatched(&fields, &name, "resource"));
        }
        fields.finish_among(
            &["name", "title", "description", "schema", "chart"],
            &[
                "path",
                "format",
                "dialect",
                "former",
                "pages_by",
                "csv_by_value",
                "disclosure",
            ],
            sink,
        );
    }
}

/// A `schema` or `dialect`, in its place or in a file of its own. One that is on another server is not fetched.
fn part<'a>(
    folder: &'a DatasetFolder,
    fields: &mut Fields<'a>,
    name: &'static str,
    sink: &mut Sink,
) -> Option<Fields<'a>> {
    let Some(node) = fields.node(name) else {
        return fields.absent_map(name);
    };
    let FactValue::Text(path) = &node.value else {
        return fields.map(name, sink);
    };
    let place = fields.place(&node.span);
    if is_remote(path) {
        sink.push(
            Diagnostic::new(&codes::SCHEMA_ELSEWHERE)
                .at(place)
                .arg("name", name)
                .arg("url", path),
        );
        return None;
    }
    match folder.referenced(&fields.file().path, path) {
        Some(document) => Fields::of(&document.file, document.facts.as_ref()?, name, sink),
        None => {
            sink.push(absent(folder, path, place));
            None
        }
    }
}

/// The finding that a file is not in the dataset's folder.
fn absent(folder: &DatasetFolder, path: &str, place: Place) -> Diagnostic {
    let names = folder
        .files
        .iter()
        .map(|f| f[folder.path.len() + 1..].as_ref());
    let near = crate::text::near::nearest(path, names).unwrap_or("none");
    let mut finding = Diagnostic::new(&codes::REFERENCE_ABSENT).at(place);
    finding.severity = Severity::Error;
    finding
        .arg("what", "file")
        .arg("id", path)
        .arg("near", near)
}

/// Data that are in the descriptor itself (Data Package's `data`), as the file that they would be.
struct InlineData {
    file: String,
    text: String,
    place: Place,
}

impl InlineData {
    fn read(fields: &mut Fields<'_>, name: &str) -> Option<InlineData> {
        let node = fields.node("data")?;
        let is_blank = match &node.value {
            FactValue::Text(text) => text.trim().is_empty(),
            FactValue::List(items) => items.is_empty(),
            FactValue::Map(entries) => entries.is_empty(),
            FactValue::Null => true,
        };
        if is_blank {
            return None;
        }
        let place = fields.place(&(node.span.start..node.span.start));
        let declared = fields
            .text("format", &mut Sink::new())
            .map(|format| format.value.to_ascii_lowercase());
        let stem = if slug(name).is_empty() {
            "data".to_owned()
        } else {
            slug(name)
        };
        let (ending, text) = match &node.value {
            FactValue::Text(text) => (declared.unwrap_or_else(|| "csv".to_owned()), text.clone()),
            // JSON as its author wrote it, to the last digit.
            _ if fields.file().path.to_ascii_lowercase().ends_with(".json") => (
                "json".to_owned(),
                fields.file().text[node.span.clone()].to_owned(),
            ),
            _ => ("json".to_owned(), node.written_as_json(&fields.file().text)),
        };
        Some(InlineData {
            file: format!("{stem}.{ending}"),
            text,
            place,
        })
    }
}

/// A resource's files as they are declared: paths, or the data themselves.
struct DeclaredFiles {
    paths: Vec<SpannedText>,
    inline: Option<InlineData>,
}

/// A resource's files from the portal's root.
struct FoundFiles {
    path: String,
    /// Further files of the same table.
    more: Vec<String>,
    /// Data that are no file yet.
    inline: Option<String>,
    place: Place,
}

impl DeclaredFiles {
    /// Parses `path`, or `data`; a finding where there is neither.
    fn read(fields: &mut Fields<'_>, name: &str, sink: &mut Sink) -> DeclaredFiles {
        let paths = fields.texts("path", sink);
        let inline = match paths.as_slice() {
            [] => InlineData::read(fields, name),
            _ => None,
        };
        if paths.is_empty() && inline.is_none() {
            let is_blank = fields.node("data").is_some();
            sink.push(fields.missing(if is_blank { "data" } else { "path" }));
        }
        let paths = (paths.into_iter())
            .map(|path| SpannedText {
                place: fields.place(&path.span),
                text: path.value,
            })
            .collect();
        DeclaredFiles { paths, inline }
    }

    /// Finds them; `from` declares them. None where one is missing, which would be a hole in the table.
    fn find(self, folder: &DatasetFolder, from: &str, sink: &mut Sink) -> Option<FoundFiles> {
        if let Some(inline) = self.inline {
            return Some(FoundFiles {
                path: format!("{}/{}", folder.path, inline.file),
                more: Vec::new(),
                inline: Some(inline.text),
                place: inline.place,
            });
        }
        // All of them, so that one run reports every one that is missing.
        let found: Vec<Option<String>> = (self.paths.iter())
            .map(|path| inside(folder, from, &path.text, &path.place, sink))
            .collect();
        let mut files = found.into_iter().collect::<Option<Vec<_>>>()?.into_iter();
        Some(FoundFiles {
            path: files.next()?,
            more: files.collect(),
            inline: None,
            place: self.paths.into_iter().next()?.place,
        })
    }
}

/// How a resource is written, drawn, and kept from telling of single persons.
struct DeclaredForm {
    schema: Schema,
    dialect: Dialect,
    chart: Option<ChartDeclaration>,
    encoding: Option<String>,
    format: Option<String>,
    disclosure: Option<Disclosure>,
    pages_by: Option<PagesBy>,
    former: Vec<Spanned<String>>,
}

impl DeclaredForm {
    fn read<'a>(
        folder: &'a DatasetFolder,
        fields: &mut Fields<'a>,
        lang: &Lang,
        sink: &mut Sink,
    ) -> DeclaredForm {
        let schema = part(folder, fields, "schema", sink);
        let schema = schema.map(|fields| table_schema::read(fields, lang, sink));
        let dialect = part(folder, fields, "dialect", sink);
        let dialect = dialect.map(|fields| table_schema::dialect(fields, sink));
        let chart = chart::read(fields, lang, sink);
        let [encoding, format] =
            ["encoding", "format"].map(|key| fields.text(key, sink).map(|t| t.value));
        DeclaredForm {
            schema: schema.unwrap_or_default(),
            dialect: dialect.unwrap_or_default(),
            chart,
            encoding,
            format,
            disclosure: disclosure::read(fields, sink),
            pages_by: pages_by(fields, sink),
            former: if fields.is_ours() {
                fields.texts("former", sink)
            } else {
                Vec::new()
            },
        }
    }
}

/// Parses a declared resource. One that consists of several files (Data Package's list of paths) is one table.
fn resource<'a>(
    folder: &'a DatasetFolder,
    mut fields: Fields<'a>,
    lang: &Lang,
    sink: &mut Sink,
) -> Option<Resource> {
    let name = fields.text("name", sink);
    let files = DeclaredFiles::read(&mut fields, name.as_ref().map_or("", |n| &n.value), sink);
    let [title, description] = ["title", "description"].map(|key| fields.words(key, lang, sink));
    let form = DeclaredForm::read(folder, &mut fields, lang, sink);
    check_name(&fields, name.as_ref(), sink);
    let from = fields.file().path.clone();
    fields.finish(sink);
    let files = files.find(folder, &from, sink)?;
    let file = files.path.rsplit('/').next().unwrap_or_default();
    let is_described = !form.schema.fields.is_empty() || form.format.is_some();
    Some(Resource {
        name: slug(name.as_ref().map_or(litter::stem(file), |n| &n.value)),
        is_named: name.is_some(),
        as_received: !is_described && litter::is_text_beside(file),
        path: files.path,
        more: files.more,
        title,
        description,
        schema: form.schema,
        dialect: form.dialect,
        encoding: form.encoding,
        format: form.format.filter(|_| files.inline.is_none()),
        chart: form.chart,
        pages_by: form.pages_by,
        former: form.former,
        inline: files.inline,
        disclosure: form.disclosure,
        limits: Limits::default(),
        place: files.place,
    })
}

/// What is made of the rows of each value of a column, which only this program knows of.
fn pages_by(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<PagesBy> {
    if !fields.is_ours() {
        return None;
    }
    let column = fields.text("pages_by", sink);
    let csv = (fields.flag("csv_by_value", sink)).filter(|csv| csv.value);
    if let (None, Some(csv)) = (&column, &csv) {
        let finding = Diagnostic::new(&codes::CSV_WITHOUT_PAGES);
        sink.push(finding.at(fields.place(&csv.span)));
    }
    let column = column?;
    Some(PagesBy {
        column: SpannedText {
            place: fields.place(&column.span),
            text: column.value,
        },
        has_csv: csv.is_some(),
    })
}

/// Tells a name of which nothing is left in an address.
fn check_name(fields: &Fields<'_>, name: Option<&Spanned<String>>, sink: &mut Sink) {
    if let Some(name) = name.filter(|n| check_id(&slug(&n.value)).is_err()) {
        sink.push(
            Diagnostic::new(&codes::WRONG_ID)
                .at(fields.place(&name.span))
                .arg("text", &name.value),
        );
    }
}

/// The resource's file from the portal's root, if it is one of the folder's own. Paths are relative to the file `from`
/// that declares them; some descriptors found elsewhere count from the folder above.
fn inside(
    folder: &DatasetFolder,
    from: &str,
    path: &str,
    place: &Place,
    sink: &mut Sink,
) -> Option<String> {
    let path = path.strip_prefix("./").unwrap_or(path);
    if !is_plain(path) {
        sink.push(
            Diagnostic::new(&codes::LINK_LEADS_OUT)
                .at(place.clone())
                .arg("use", "path")
                .arg("path", path),
        );
        return None;
    }
    let own = from
        .rsplit_once('/')
        .map_or(folder.path.as_str(), |(own, _)| own);
    let found = [own, &folder.path]
        .into_iter()
        .map(|base| format!("{base}/{path}"))
        .find(|p| folder.files.contains(p));
    // A copy without personal data replaces its original.
    let found = found.or_else(|| copy_of(folder, &format!("{own}/{path}")));
    if found.is_some() {
        return found;
    }
    // A table in a ZIP is named by its path there; whether it is in it is known when it is opened.
    let packed = path
        .to_ascii_lowercase()
        .find(".zip/")
        .map(|at| at + ".zip".len());
    if let Some(zip) = packed
        .map(|end| format!("{own}/{}", &path[..end]))
        .filter(|zip| folder.files.contains(zip))
    {
        return Some(format!("{zip}{}", &path[zip.len() - own.len() - 1..]));
    }
    sink.push(absent(folder, path, place.clone()));
    None
}

/// Returns the copy without personal data that replaces a file of the folder.
fn copy_of(folder: &DatasetFolder, original: &str) -> Option<String> {
    let (own, name) = original.rsplit_once('/')?;
    let is_copy = |path: &&String| {
        path.rsplit_once('/')
            .is_some_and(|(folder, copy)| folder == own && litter::is_redacted_copy(copy, name))
    };
    folder.files.iter().find(is_copy).cloned()
}
