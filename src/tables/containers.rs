//! Files that hold several tables: a ZIP, a workbook. Each table becomes a resource of its own.

use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::dataset::{Dataset, Dialect, Resource, Schema};
use crate::model::{self, unique_names};
use crate::source::front_matter::Document;
use crate::source::limits::{Limit, Limits};
use crate::source::{self, DatasetFolder};
use crate::text::lang::Lang;
use crate::text::words::Words;
use std::collections::BTreeSet;
use std::io::Read;
use std::path::Path;
use tragaluz_tables::containers::{leads_out, listed, name_of_sheet, too_many};
use tragaluz_tables::unreadable::Unreadable;
use tragaluz_tables::zip_file::{self, ZipMember};
use tragaluz_tables::{is_table, received_file};

/// Puts, in place of each resource that holds several tables, one for each of them. Facts of a data package in a ZIP
/// that the dataset does not give itself become the dataset's.
pub(crate) fn unfold(datasets: &mut [Dataset], root: &Path, sink: &mut Sink) {
    for dataset in datasets {
        let mut resources = Vec::new();
        for resource in std::mem::take(&mut dataset.resources) {
            let mut declared = resource.disclosure.clone();
            let found = tables(resource, &dataset.head.id, &language(dataset), root, sink);
            let is_shared = found.len() > 1;
            for (mut resource, facts) in found {
                let inside = facts.as_ref().and_then(|facts| facts.disclosure.clone());
                declared = declared.or(inside);
                resource.disclosure = resource.disclosure.or_else(|| declared.clone());
                if let Some(declared) = &mut resource.disclosure {
                    declared.is_shared = is_shared;
                }
                if let Some(facts) = facts {
                    fill(dataset, *facts);
                }
                resources.push(resource);
            }
        }
        unique_names(&mut resources, sink);
        dataset.resources = resources;
    }
}

/// A resource, and the facts that came with it.
type FoundResource = (Resource, Option<Box<Dataset>>);

/// The tables of one resource: nearly always itself.
pub(crate) fn tables(
    resource: Resource,
    dataset: &str,
    lang: &Lang,
    root: &Path,
    sink: &mut Sink,
) -> Vec<FoundResource> {
    if resource.as_received || resource.inline.is_some() {
        return vec![(resource, None)];
    }
    let (path, place) = (resource.path.clone(), resource.path.clone());
    let is_whole = received_file::split(root, &path).1.is_none();
    let members = if is_whole && zip_file::is_zip(&path) {
        packed(resource, dataset, lang, root, sink)
    } else {
        Ok(vec![(resource, None)])
    };
    let members = members.unwrap_or_else(|why| {
        sink.push(why.finding(&place));
        Vec::new()
    });
    let mut found = Vec::new();
    let most = members.first().map_or(usize::MAX, |(resource, _)| {
        resource.limits.count(Limit::Tables)
    });
    if members.len() > most {
        return refused(most, &place, sink);
    }
    for (resource, facts) in members {
        let mut sheets = sheets(resource, lang, root, sink).into_iter();
        found.extend(sheets.next().map(|first| (first, facts)));
        found.extend(sheets.map(|sheet| (sheet, None)));
    }
    if found.len() > most {
        return refused(most, &place, sink);
    }
    found
}

/// Some of a file's tables would look like all of them: none is read.
fn refused(most: usize, path: &str, sink: &mut Sink) -> Vec<FoundResource> {
    sink.push(too_many(most, path));
    Vec::new()
}

/// The language in which what is found is named.
fn language(dataset: &Dataset) -> Lang {
    let own = dataset
        .head
        .title
        .all()
        .next()
        .map(|(lang, _)| lang.clone());
    dataset
        .language
        .clone()
        .or(own)
        .unwrap_or_else(|| Lang::parse("en").expect("a tag"))
}

/// Returns the tables in a ZIP; a ZIP of anything else in a dataset is one resource, offered as received.
fn packed(
    resource: Resource,
    dataset: &str,
    lang: &Lang,
    root: &Path,
    sink: &mut Sink,
) -> Result<Vec<FoundResource>, Unreadable> {
    let all = zip_file::members(
        &received_file::open(root, &resource.path)?,
        &resource.limits,
    )?;
    let folder = folder(&resource, dataset, all, root, sink)?;
    // What is said of a descriptor that nobody in this portal wrote is said only where it keeps its tables from being read.
    let mut said = Sink::new();
    let inner = model::package(&folder, std::slice::from_ref(lang), &mut said);
    let mut inner = inner.ok_or_else(|| no_table(&folder))?;
    let mut inside = std::mem::take(&mut inner.resources);
    inside.retain(|r| is_table(root, &r.table_file()));
    if inside.is_empty() && !dataset.is_empty() {
        return plain_file(resource, &folder, sink);
    } else if inside.is_empty() {
        return Err(no_table(&folder));
    }
    let read: BTreeSet<&String> = inside
        .iter()
        .flat_map(|r| std::iter::once(&r.path).chain(&r.more))
        .collect();
    let others = folder.files.iter().filter(|file| !read.contains(file));
    report_no_tables(others.map(String::as_str), &resource.path, sink);
    let is_described = folder.package.is_some();
    inherit_declared(&mut inside, resource, is_described);
    let mut facts = is_described.then(|| Box::new(inner)).into_iter();
    Ok(inside
        .into_iter()
        .map(|resource| (resource, facts.next()))
        .collect())
}

/// Returns a ZIP without tables as received, like any file that is no table: a shapefile, pictures.
fn plain_file(
    resource: Resource,
    folder: &DatasetFolder,
    sink: &mut Sink,
) -> Result<Vec<FoundResource>, Unreadable> {
    if !resource.schema.fields.is_empty() || folder.files.is_empty() {
        return Err(no_table(folder));
    }
    let names = folder.files.iter().map(String::as_str);
    report_no_tables(names, &resource.path, sink);
    let received = Resource {
        as_received: true,
        ..resource
    };
    Ok(vec![(received, None)])
}

/// Says which files of a ZIP are no tables, if any.
fn report_no_tables<'a>(files: impl Iterator<Item = &'a str>, zip: &str, sink: &mut Sink) {
    let names: Vec<&str> = files.map(|file| &file[zip.len() + 1..]).collect();
    if names.is_empty() {
        return;
    }
    let finding = Diagnostic::new(&codes::DATA_NO_TABLES).at(Place::file(zip));
    sink.push(
        finding
            .arg("count", names.len())
            .arg("names", listed(&names)),
    );
}

/// Gives the tables in a ZIP what is declared of it; `is_described` where a descriptor of its own says what they are.
fn inherit_declared(inside: &mut [Resource], zip: Resource, is_described: bool) {
    for table in &mut *inside {
        table.place = zip.place.clone();
        table.limits = zip.limits;
        inherit(&mut table.dialect, &zip.dialect);
        table.encoding = table.encoding.take().or_else(|| zip.encoding.clone());
    }
    let is_declared = zip.place != Place::file(&zip.path);
    if is_described || !is_declared && inside.len() != 1 {
        return;
    }
    // What is declared of the ZIP is said of its first table, and nearly always it has but one.
    if let Some(first) = inside.first_mut() {
        let (path, format) = (std::mem::take(&mut first.path), None);
        *first = Resource {
            path,
            format,
            ..zip
        };
    }
}

/// A ZIP as the folder that it is.
fn folder(
    resource: &Resource,
    dataset: &str,
    all: Vec<ZipMember>,
    root: &Path,
    sink: &mut Sink,
) -> Result<DatasetFolder, Unreadable> {
    let (path, limits) = (resource.path.as_str(), &resource.limits);
    // Outside a portal there is no dataset.
    let mut folder = DatasetFolder::of(
        if dataset.is_empty() {
            "packed"
        } else {
            dataset
        },
        path,
    );
    for member in all.into_iter().filter(|m| !m.is_litter()) {
        if !member.is_plain() {
            sink.push(leads_out(member.name).finding(path));
            continue;
        }
        let inner = format!("{path}/{}", member.name);
        if folder.package.is_none() && source::is_package(&member.name) {
            folder.package = Some(descriptor(path, &member.name, (root, limits), sink)?);
        } else {
            folder.files.push(inner);
        }
    }
    for inner in folder.take_referenced() {
        folder.referenced.push(descriptor(
            path,
            &inner[path.len() + 1..],
            (root, limits),
            sink,
        )?);
    }
    Ok(folder)
}

/// A file of facts in a ZIP.
fn descriptor(
    zip: &str,
    name: &str,
    (root, limits): (&Path, &Limits),
    sink: &mut Sink,
) -> Result<Document, Unreadable> {
    let (mut bytes, most) = (Vec::new(), limits.mebibytes(Limit::FileMib));
    zip_file::open(received_file::open(root, zip)?, name, limits)?
        .take(most.saturating_add(1))
        .read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most {
        return Err(Unreadable::Limit {
            limit: Limit::FileMib,
            most: limits.most(Limit::FileMib),
            line: 0,
        });
    }
    Ok(source::descriptor_of(
        &format!("{zip}/{name}"),
        bytes,
        limits,
        sink,
    ))
}

fn no_table(folder: &DatasetFolder) -> Unreadable {
    let names: Vec<&str> = folder
        .files
        .iter()
        .map(|f| &f[folder.path.len() + 1..])
        .collect();
    Unreadable::Packed {
        cause: "no-table",
        detail: listed(&names),
    }
}

/// What is declared of the ZIP's dialect, where its table declares nothing itself.
fn inherit(own: &mut Dialect, outer: &Dialect) {
    if *own == Dialect::default() {
        *own = outer.clone();
    }
}

/// The sheets of a workbook that hold something, each as a resource; what is no workbook stays as it is.
fn sheets(resource: Resource, lang: &Lang, root: &Path, sink: &mut Sink) -> Vec<Resource> {
    let mut found = Vec::new();
    let names = tragaluz_tables::containers::sheets(&resource.table_file(), root, &mut found);
    sink.extend(found);
    let Some((first, others)) = names.split_first() else {
        return vec![resource];
    };
    let mut all = vec![Resource {
        dialect: dialect_of_sheet(&resource, first),
        ..resource.clone()
    }];
    all.extend(others.iter().map(|name| Resource {
        name: name_of_sheet(&resource.name, name),
        title: Words::new(lang.clone(), name.clone()),
        description: Words::default(),
        schema: Schema::default(),
        dialect: dialect_of_sheet(&resource, name),
        chart: None,
        pages_by: None,
        former: Vec::new(),
        ..resource.clone()
    }));
    all
}

fn dialect_of_sheet(resource: &Resource, sheet: &str) -> Dialect {
    Dialect {
        sheet: Some(sheet.to_owned()),
        ..resource.dialect.clone()
    }
}

/// Facts of a package in a ZIP, where the dataset is silent.
fn fill(dataset: &mut Dataset, facts: Dataset) {
    let silent = dataset.head.file.text.is_empty();
    if silent {
        dataset.head.title = facts.head.title;
        dataset.head.body = facts.head.body;
        dataset.head.updated = dataset.head.updated.or(facts.head.updated);
    }
    dataset.external.extend(facts.external);
    dataset.identifier = dataset.identifier.take().or(facts.identifier);
    dataset.publisher = dataset.publisher.take().or(facts.publisher);
    dataset.contact = dataset.contact.take().or(facts.contact);
    dataset.frequency = dataset.frequency.take().or(facts.frequency);
    dataset.version = dataset.version.take().or(facts.version);
    dataset.spatial = dataset.spatial.take().or(facts.spatial);
    dataset.language = dataset.language.take().or(facts.language);
    dataset.issued = dataset.issued.or(facts.issued);
    dataset.modified = dataset.modified.or(facts.modified);
    dataset.temporal = dataset.temporal.take().or(facts.temporal);
    if dataset.keywords.is_empty() {
        dataset.keywords = facts.keywords;
    }
    if dataset.licenses.is_empty() {
        dataset.licenses = facts.licenses;
    }
    if dataset.origins.is_empty() {
        dataset.origins = facts.origins;
    }
}
