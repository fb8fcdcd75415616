//! Reading a dataset's resources: the files that a declaration names, or those that nothing declares.

use super::chart;
use super::dataset::{Dialect, External, Resource, Schema};
use super::facts::PageFacts;
use super::table_schema::{self, unmatched};
use crate::diag::{Diagnostic, Place, Severity, Sink, codes};
use crate::source::fields::{Fields, Spanned};
use crate::source::limits::Limits;
use crate::source::node::FactValue;
use crate::source::{DatasetFolder, litter, unused_files};
use crate::stage::is_plain;
use crate::text::free::FreeNames;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::web::is_web_address;
use crate::text::words::Words;
use std::collections::{BTreeMap, BTreeSet};

/// The resources that a declaration names, with the words that translations give: files of the portal, and files that
/// are on other servers.
pub(crate) fn read(
    folder: &DatasetFolder,
    facts: &mut PageFacts<'_>,
    sink: &mut Sink,
) -> (Vec<Resource>, Vec<External>) {
    let lang = facts.lang.clone();
    let (main, others) = facts.maps_or("resources", "path", sink);
    let (mut resources, mut external) = (Vec::new(), Vec::new());
    for mut fields in main {
        match remote(&mut fields, sink) {
            Some(urls) => external.extend(elsewhere(fields, urls, &lang, sink)),
            None => resources.extend(resource(folder, fields, &lang, sink)),
        }
    }
    for (lang, list) in others {
        for mut fields in list {
            let name = fields.required("name", sink);
            let [title, description] =
                ["title", "description"].map(|key| fields.text(key, sink).map(|t| t.value));
            let schema = fields.map("schema", sink);
            let chart = fields.map("chart", sink);
            let Some(name) = name else { continue };
            match resources.iter_mut().find(|r| r.name == name.value) {
                Some(found) => {
                    found.title.extend(lang.clone(), title);
                    found.description.extend(lang.clone(), description);
                    if let Some(chart) = chart {
                        chart::translate(found.chart.as_mut(), chart, &lang, sink);
                    }
                    if let Some(schema) = schema {
                        table_schema::translate(&mut found.schema, schema, &lang, sink);
                    }
                }
                None => match external
                    .iter_mut()
                    .find(|e: &&mut External| e.name == name.value)
                {
                    Some(found) => {
                        found.title.extend(lang.clone(), title);
                        found.description.extend(lang.clone(), description);
                    }
                    None => sink.push(unmatched(&fields, &name, "resource")),
                },
            }
            fields.finish_among(
                &["name", "title", "description", "schema", "chart"],
                &["path", "format", "dialect", "former"],
                sink,
            );
        }
    }
    name_external(&resources, &mut external);
    (resources, external)
}

/// Gives each file elsewhere a name that no other resource has.
fn name_external(resources: &[Resource], external: &mut [External]) {
    let mut names = FreeNames::default();
    for resource in resources {
        names.give(&resource.name, "-");
    }
    for file in external {
        let name = if file.name.is_empty() {
            slug(&file.url)
        } else {
            file.name.clone()
        };
        file.name = names.give(&name, "-");
    }
}

/// The addresses of a resource that is on another server; none where it is a file of the portal. Old descriptors say
/// `url` in place of `path`.
fn remote(fields: &mut Fields<'_>, sink: &mut Sink) -> Option<Vec<Spanned<String>>> {
    let is_foreign = !fields.is_ours();
    let has_path = fields.node("path").is_some();
    let key = if is_foreign && !has_path {
        "url"
    } else {
        "path"
    };
    fields.node(key)?;
    let addresses = fields.texts(key, &mut Sink::new());
    let remote = |path: &Spanned<String>| is_remote(&path.value);
    if addresses.is_empty() || !addresses.iter().all(remote) {
        return None;
    }
    let usable = |address: &Spanned<String>| is_web_address(&address.value);
    for address in addresses.iter().filter(|address| !usable(address)) {
        let finding = Diagnostic::new(&codes::WRONG_FORM).at(fields.place(&address.span));
        sink.push(finding.arg("name", key).arg("expected", "web-address"));
    }
    Some(addresses.into_iter().filter(usable).collect())
}

/// Whether a path is an address of the web, well written or not.
fn is_remote(path: &str) -> bool {
    let lower = path.to_ascii_lowercase();
    ["http://", "https://", "ftp://"]
        .iter()
        .any(|scheme| lower.starts_with(scheme))
}

/// A resource that is on another server: one for each of its addresses.
fn elsewhere(
    mut fields: Fields<'_>,
    urls: Vec<Spanned<String>>,
    lang: &Lang,
    sink: &mut Sink,
) -> Vec<External> {
    let name = fields.text("name", sink);
    let [title, description] = ["title", "description"].map(|key| {
        fields
            .text(key, sink)
            .map(|t| Words::new(lang.clone(), t.value))
            .unwrap_or_default()
    });
    let [format, media_type, hash] =
        ["format", "mediatype", "hash"].map(|key| fields.text(key, sink).map(|t| t.value));
    let bytes = fields
        .integer("bytes", sink)
        .and_then(|n| u64::try_from(n.value).ok());
    for key in ["encoding", "schema", "dialect", "profile"] {
        fields.node(key);
    }
    fields.finish(sink);
    let sha256 = hash
        .as_deref()
        .and_then(|hash| hash.strip_prefix("sha256:"))
        .filter(|sum| sum.len() == 64 && sum.bytes().all(|b| b.is_ascii_hexdigit()));
    let one = |url: Spanned<String>| {
        let file = url
            .value
            .split(['?', '#'])
            .next()
            .unwrap_or_default()
            .rsplit('/')
            .next()
            .unwrap_or_default();
        let ending = file
            .rsplit_once('.')
            .map(|(_, ending)| ending.to_ascii_lowercase());
        let ending = ending.filter(|_| litter::stem(file) != file);
        External {
            name: slug(name.as_ref().map_or(litter::stem(file), |name| &name.value)),
            title: title.clone(),
            description: description.clone(),
            format: format
                .as_ref()
                .map(|format| format.trim_start_matches('.').to_ascii_lowercase())
                .or(ending),
            media_type: media_type.clone(),
            bytes,
            sha256: sha256.map(str::to_ascii_lowercase),
            url: url.value,
        }
    };
    urls.into_iter().map(one).collect()
}

/// Texts to read beside the data (a README, a licence) that no declared resource names: those of the dataset's folder, and those
/// beside its descriptor and its files. They are offered as received.
pub(crate) fn texts_beside(
    folder: &DatasetFolder,
    resources: &[Resource],
    lang: &Lang,
) -> Vec<Resource> {
    let folder_of = |path: &str| {
        path.rsplit_once('/')
            .map_or(String::new(), |(folder, _)| folder.to_owned())
    };
    let descriptors = folder
        .documents
        .iter()
        .chain(&folder.package)
        .map(|document| folder_of(&document.file.path));
    let beside: BTreeSet<String> = descriptors
        .chain(resources.iter().map(|r| folder_of(&r.path)))
        .collect();
    let is_text = |path: &&String| {
        let own = folder_of(path);
        litter::is_text_beside(&path[path.len().min(own.len() + 1)..])
            && (own == folder.path || beside.contains(&own))
    };
    let is_new = |path: &&String| !is_used(path, resources);
    folder
        .files
        .iter()
        .filter(is_text)
        .filter(is_new)
        .map(|path| undeclared(path, lang))
        .collect()
}

/// Whether a resource is read from a file.
fn is_used(file: &str, resources: &[Resource]) -> bool {
    let reads = |path: &str| {
        path == file
            || path
                .strip_prefix(file)
                .is_some_and(|rest| rest.starts_with('/'))
    };
    resources
        .iter()
        .any(|r| reads(&r.path) || r.more.iter().any(|path| reads(path)))
}

/// Files that no declared resource names. They stay out, and that is said.
pub(crate) fn left_out(folder: &DatasetFolder, resources: &[Resource]) -> Option<Diagnostic> {
    let unused: Vec<&String> = folder
        .files
        .iter()
        .filter(|file| !is_used(file, resources))
        .collect();
    let names: Vec<&str> = unused
        .iter()
        .map(|file| &file[folder.path.len() + 1..])
        .collect();
    let finding = unused_files::unread(unused.first()?, "undeclared");
    Some(
        finding
            .arg("count", names.len())
            .arg("names", unused_files::named(&names)),
    )
}

/// A `schema` or `dialect`, in its place or in a file of its own. One that is on another server is not fetched.
fn part<'a>(
    folder: &'a DatasetFolder,
    fields: &mut Fields<'a>,
    name: &'static str,
    sink: &mut Sink,
) -> Option<Fields<'a>> {
    let node = fields.node(name)?;
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

/// A declared resource. One that consists of several files (Data Package's list of paths) is one table; none where a
/// file of it is missing, which would be a hole in the table.
fn resource<'a>(
    folder: &'a DatasetFolder,
    mut fields: Fields<'a>,
    lang: &Lang,
    sink: &mut Sink,
) -> Option<Resource> {
    let paths = fields.texts("path", sink);
    let name = fields.text("name", sink);
    let inline = if paths.is_empty() {
        InlineData::read(&mut fields, name.as_ref().map_or("", |n| &n.value))
    } else {
        None
    };
    if paths.is_empty() && inline.is_none() {
        let is_blank = fields.node("data").is_some();
        sink.push(fields.missing(if is_blank { "data" } else { "path" }));
    }
    let [title, description] = ["title", "description"].map(|key| {
        fields
            .text(key, sink)
            .map(|t| Words::new(lang.clone(), t.value))
            .unwrap_or_default()
    });
    let schema = part(folder, &mut fields, "schema", sink)
        .map(|f| table_schema::read(f, lang, sink))
        .unwrap_or_default();
    let dialect = part(folder, &mut fields, "dialect", sink)
        .map(|f| table_schema::dialect(f, sink))
        .unwrap_or_default();
    let chart = fields
        .node("chart")
        .and_then(|node| chart::declared(fields.file(), node, lang, sink));
    let [encoding, format] =
        ["encoding", "format"].map(|key| fields.text(key, sink).map(|t| t.value));
    if let Some(name) = name.as_ref().filter(|n| check_id(&slug(&n.value)).is_err()) {
        sink.push(
            Diagnostic::new(&codes::WRONG_ID)
                .at(fields.place(&name.span))
                .arg("text", &name.value),
        );
    }
    let from = fields.file().path.clone();
    let former = if fields.is_ours() {
        fields.texts("former", sink)
    } else {
        Vec::new()
    };
    let places: Vec<Place> = paths.iter().map(|path| fields.place(&path.span)).collect();
    fields.finish(sink);
    let mut files = Vec::new();
    for (path, place) in paths.iter().zip(&places) {
        files.push(inside(folder, &from, &path.value, place, sink));
    }
    let mut files = files
        .into_iter()
        .collect::<Option<Vec<String>>>()?
        .into_iter();
    let (path, place) = match &inline {
        Some(inline) => (
            format!("{}/{}", folder.path, inline.file),
            inline.place.clone(),
        ),
        None => (files.next()?, places.first()?.clone()),
    };
    let file = path.rsplit('/').next().unwrap_or_default();
    let is_described = !schema.fields.is_empty() || format.is_some();
    Some(Resource {
        name: slug(name.as_ref().map_or(litter::stem(file), |n| &n.value)),
        is_named: name.is_some(),
        as_received: !is_described && litter::is_text_beside(file),
        path,
        more: files.collect(),
        title,
        description,
        schema,
        dialect,
        encoding,
        format: format.filter(|_| inline.is_none()),
        chart,
        former,
        inline: inline.map(|inline| inline.text),
        limits: Limits::default(),
        place,
    })
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

/// A file that nothing declares.
pub(crate) fn undeclared(path: &str, lang: &Lang) -> Resource {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = litter::stem(file);
    Resource {
        name: slug(stem),
        is_named: false,
        as_received: litter::is_text_beside(file),
        inline: None,
        path: path.to_owned(),
        more: Vec::new(),
        title: Words::new(lang.clone(), stem.replace(['-', '_'], " ")),
        description: Words::default(),
        schema: Schema::default(),
        dialect: Dialect::default(),
        encoding: None,
        format: None,
        chart: None,
        former: Vec::new(),
        limits: Limits::default(),
        place: Place::file(path),
    }
}

/// Names of files that every dataset has beside those of its resources.
const OWN_NAMES: &[&str] = &["datapackage", "profile", "croissant", "feed"];

/// A resource's name becomes a file's name: it must be usable, and there may not be two. Where names that files gave meet,
/// each gets the folder that its file is in, and then its ending, so that none depends on the order of the others and
/// an address never leads to other data because a file came or went.
pub(crate) fn unique_names(resources: &mut [Resource], sink: &mut Sink) {
    for resource in resources.iter_mut() {
        make_usable(&mut resource.name);
    }
    // A text beside the data gives way to a table.
    let name_of_text = |resource: &Resource| format!("text-{}", name_with_ending(resource));
    rename_meeting(
        resources,
        |resource| resource.as_received && !resource.is_named,
        name_of_text,
    );
    // Where one ending is a part of another (`x.shp`, `x.shp.xml`), the second look tells them apart.
    for name in [name_with_folder, name_with_ending, name_with_ending] {
        rename_meeting(resources, |resource| !resource.is_named, name);
    }
    let mut first: BTreeMap<String, usize> = BTreeMap::new();
    for at in 0..resources.len() {
        let Some(before) = first.insert(resources[at].name.clone(), at) else {
            continue;
        };
        let (id, other) = (resources[at].name.clone(), resources[before].path.clone());
        let finding = Diagnostic::new(&codes::REPEATED_ID).at(resources[at].place.clone());
        sink.push(finding.arg("id", &id).arg("other", other));
        // No page is made after an error; but others find each table under a name of its own.
        resources[at].name = format!("{id}-{at}");
    }
}

/// Gives another name to resources whose name is another one's too.
fn rename_meeting(
    resources: &mut [Resource],
    is_free: impl Fn(&Resource) -> bool,
    name: impl Fn(&Resource) -> String,
) {
    for at in meeting(resources) {
        if is_free(&resources[at]) {
            resources[at].name = name(&resources[at]);
            make_usable(&mut resources[at].name);
        }
    }
}

fn make_usable(name: &mut String) {
    if check_id(name).is_err() || OWN_NAMES.contains(&name.as_str()) {
        *name = format!("data-{name}").trim_end_matches('-').to_owned();
    }
}

/// The places of resources whose name another one has too.
fn meeting(resources: &[Resource]) -> Vec<usize> {
    let mut places: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (at, resource) in resources.iter().enumerate() {
        places.entry(&resource.name).or_default().push(at);
    }
    places
        .into_values()
        .filter(|places| places.len() > 1)
        .flatten()
        .collect()
}

/// The path below the dataset's folder, `data/NAME/`.
fn own_path(resource: &Resource) -> &str {
    resource
        .path
        .splitn(3, '/')
        .nth(2)
        .unwrap_or(&resource.path)
}

fn name_with_folder(resource: &Resource) -> String {
    slug(litter::stem(own_path(resource)))
}

fn name_with_ending(resource: &Resource) -> String {
    slug(own_path(resource))
}
