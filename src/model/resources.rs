//! Reading a dataset's resources: the files that a declaration names, or those that nothing declares.

use super::chart;
use super::dataset::{Dialect, Resource, Schema};
use super::facts::Facts;
use super::table_schema::{self, unmatched};
use crate::diag::{Diagnostic, Place, Severity, Sink, codes};
use crate::source::Folder;
use crate::source::fields::Fields;
use crate::stage::is_plain;
use crate::text::lang::Lang;
use crate::text::slug::{check_id, slug};
use crate::text::words::Words;

/// The resources that a declaration names, with the words that translations give.
pub fn read(folder: &Folder, facts: &mut Facts<'_>, sink: &mut Sink) -> Vec<Resource> {
    let lang = facts.lang.clone();
    let (main, others) = facts.maps("resources", sink);
    let mut resources: Vec<Resource> =
        main.into_iter().filter_map(|fields| resource(folder, fields, &lang, sink)).collect();
    for (lang, list) in others {
        for mut fields in list {
            let name = fields.required("name", sink);
            let [title, description] = ["title", "description"].map(|key| fields.text(key, sink).map(|t| t.value));
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
                None => sink.push(unmatched(&fields, &name, "resource")),
            }
            fields.finish_among(
                &["name", "title", "description", "schema", "chart"],
                &["path", "format", "dialect", "former"],
                sink,
            );
        }
    }
    resources
}

/// A declared resource. One that consists of several files (Data Package's list of paths) is one table; none where a
/// file of it is missing, which would be a hole in the table.
fn resource(folder: &Folder, mut fields: Fields<'_>, lang: &Lang, sink: &mut Sink) -> Option<Resource> {
    let paths = fields.texts("path", sink);
    if paths.is_empty() {
        sink.push(fields.missing("path"));
    }
    let name = fields.text("name", sink);
    let [title, description] = ["title", "description"]
        .map(|key| fields.text(key, sink).map(|t| Words::new(lang.clone(), t.value)).unwrap_or_default());
    let schema = fields.map("schema", sink).map(|f| table_schema::read(f, lang, sink)).unwrap_or_default();
    let dialect = fields.map("dialect", sink).map(|f| table_schema::dialect(f, sink)).unwrap_or_default();
    let chart = fields.node("chart").and_then(|node| chart::declared(fields.file(), node, lang, sink));
    let [encoding, format] = ["encoding", "format"].map(|key| fields.text(key, sink).map(|t| t.value));
    if let Some(name) = name.as_ref().filter(|n| check_id(&slug(&n.value)).is_err()) {
        sink.push(Diagnostic::new(&codes::WRONG_ID).at(fields.place(&name.span)).arg("text", &name.value));
    }
    let from = fields.file().path.clone();
    let former = if from.ends_with(".md") { fields.texts("former", sink) } else { Vec::new() };
    let places: Vec<Place> = paths.iter().map(|path| fields.place(&path.span)).collect();
    if from.ends_with(".md") {
        fields.finish(sink);
    }
    let place = places.first()?.clone();
    let mut files = Vec::new();
    for (path, place) in paths.iter().zip(&places) {
        files.push(inside(folder, &from, &path.value, place, sink));
    }
    let mut files = files.into_iter().collect::<Option<Vec<String>>>()?.into_iter();
    let path = files.next()?;
    let stem = path.rsplit('/').next().unwrap_or_default().split('.').next().unwrap_or_default();
    let name = slug(name.as_ref().map_or(stem, |n| &n.value));
    let more = files.collect();
    Some(Resource { name, path, more, title, description, schema, dialect, encoding, format, chart, former, place })
}

/// The resource's file from the portal's root, if it is one of the folder's own. Paths are relative to the file `from`
/// that declares them; some descriptors found elsewhere count from the folder above.
fn inside(folder: &Folder, from: &str, path: &str, place: &Place, sink: &mut Sink) -> Option<String> {
    let path = path.strip_prefix("./").unwrap_or(path);
    if !is_plain(path) {
        sink.push(Diagnostic::new(&codes::LINK_LEADS_OUT).at(place.clone()).arg("use", "path").arg("path", path));
        return None;
    }
    let own = from.rsplit_once('/').map_or(folder.path.as_str(), |(own, _)| own);
    let found = [own, &folder.path].into_iter().map(|base| format!("{base}/{path}")).find(|p| folder.files.contains(p));
    if found.is_some() {
        return found;
    }
    // A table in a ZIP is named by its path there; whether it is in it is known when it is opened.
    let packed = path.to_ascii_lowercase().find(".zip/").map(|at| at + ".zip".len());
    if let Some(zip) = packed.map(|end| format!("{own}/{}", &path[..end])).filter(|zip| folder.files.contains(zip)) {
        return Some(format!("{zip}{}", &path[zip.len() - own.len() - 1..]));
    }
    let names = folder.files.iter().map(|f| f[folder.path.len() + 1..].as_ref());
    let near = crate::text::near::nearest(path, names).unwrap_or("none");
    let mut finding = Diagnostic::new(&codes::REFERENCE_ABSENT)
        .at(place.clone())
        .arg("what", "file")
        .arg("id", path)
        .arg("near", near);
    finding.severity = Severity::Error;
    sink.push(finding);
    None
}

/// A file that nothing declares.
pub fn undeclared(path: &str, lang: &Lang) -> Resource {
    let file = path.rsplit('/').next().unwrap_or_default();
    let stem = file.split('.').next().unwrap_or_default();
    Resource {
        name: slug(stem),
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
        place: Place::file(path),
    }
}

/// Names of files that every dataset has beside those of its resources.
const OWN_NAMES: &[&str] = &["datapackage", "profile", "croissant", "feed"];

/// A resource's name becomes a file's name: it must be usable, and there may not be two.
pub fn unique_names(resources: &mut [Resource], sink: &mut Sink) {
    let mut taken = std::collections::BTreeSet::new();
    for resource in resources {
        if check_id(&resource.name).is_err() || OWN_NAMES.contains(&resource.name.as_str()) {
            resource.name = format!("data-{}", resource.name).trim_end_matches('-').to_owned();
        }
        let wanted = resource.name.clone();
        let mut n = 2;
        while !taken.insert(resource.name.clone()) {
            resource.name = format!("{wanted}-{n}");
            n += 1;
        }
        if resource.name != wanted && !resource.schema.fields.is_empty() {
            let place = resource.place.clone();
            sink.push(Diagnostic::new(&codes::REPEATED_ID).at(place).arg("id", wanted).arg("other", &resource.path));
        }
    }
}
