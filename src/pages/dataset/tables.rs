//! The tables and other files of a dataset, as pages show them: in full, or as lines of a list.

use super::context::{ExternalFile, ResourceContext};
use super::protection;
use crate::downloads::DownloadFile;
use crate::model::dataset::{Dataset, External, Resource};
use crate::pages::context::{Download, Phrase, PreviewColumn, RowIndex, TablePreview, ValueLink};
use crate::pages::dataset_lists::{
    dictionary_address, has_several, is_apart, is_quantity, table_address,
};
use crate::pages::row_pages::{INDEX_EVERYWHERE, RowCut};
use crate::pages::{
    PagePlan, SiteFacts, charts, column_names, dictionary, linking, prose, row_pages, snippets,
    value_order,
};
use crate::record::Record;
use tragaluz_tables::outline::ValueRows;
use tragaluz_tables::{Column, Table};

/// Most columns shown in a preview.
const PREVIEW_COLUMNS: usize = 12;

/// The resource at a place of a dataset's list, as a line of it: those of the portal come first, then those on other servers.
pub(super) fn listed(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    at: usize,
    record: &Record,
) -> ResourceContext {
    let Some(resource) = d.resources.get(at) else {
        return external(page, d, &record.external[at - d.resources.len()]);
    };
    let named = named(page, d, resource);
    let Some(table) = table_of(site, d, resource) else {
        return ResourceContext {
            downloads: downloads(site, page, d, resource, record).collect(),
            ..named
        };
    };
    let has_page = has_several(site.tables, &d.head.id);
    ResourceContext {
        rows: Some(table.rows),
        columns: Some(table.columns.len() as u64),
        // Its own page has all of its files with their checksums, and its description.
        downloads: downloads(site, page, d, resource, record)
            .filter(|file| file.main)
            .map(|file| Download { sum: None, ..file })
            .collect(),
        href: has_page.then(|| linking::href(site, page, &table_address(table))),
        description: None,
        ..named
    }
}

/// A resource with everything that is known of it.
pub(in crate::pages) fn in_full(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    r: &Resource,
    record: &Record,
) -> ResourceContext {
    let context = ResourceContext {
        downloads: downloads(site, page, d, r, record).collect(),
        ..named(page, d, r)
    };
    let Some(table) = table_of(site, d, r) else {
        return context;
    };
    let apart = is_apart(table);
    let dictionary_of = dictionary_address(site.tables, table);
    ResourceContext {
        dictionary: if apart {
            Vec::new()
        } else {
            dictionary::facts_of(site, page, table, 0..table.columns.len())
        },
        dictionary_href: apart.then(|| linking::href(site, page, &dictionary_of)),
        received_encoding: table.received.encoding.clone(),
        snippets: snippets::of_table(site, page, table),
        notes: notes(table),
        ..with_data(site, page, d, table, context)
    }
}

/// What a reader sees of a table at a glance: its chart and first rows, without files and dictionary.
pub(super) fn at_a_glance(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    table: &Table,
) -> Option<ResourceContext> {
    let resource = d.resources.iter().find(|r| r.name == table.resource)?;
    let named = ResourceContext {
        href: Some(linking::href(site, page, &table_address(table))),
        description: None,
        ..named(page, d, resource)
    };
    Some(with_data(site, page, d, table, named))
}

/// Adds what a table holds.
fn with_data(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    table: &Table,
    context: ResourceContext,
) -> ResourceContext {
    let protection = table.protection.as_ref();
    ResourceContext {
        rows: Some(table.rows),
        columns: Some(table.columns.len() as u64),
        rows_href: (row_pages::pages(table) > 0)
            .then(|| linking::href(site, page, &row_pages::address_of(table, 1))),
        by_value: by_value(site, page, d, table),
        protected: protection.and_then(protection::protected_table),
        chart: charts::of_table(site, page, &table.dataset, &table.resource),
        preview: Some(preview(page, d, table)),
        ..context
    }
}

/// The ways to the rows of each value, where they have pages of their own. Many values are on the first page of the rows.
fn by_value(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset, table: &Table) -> Option<RowIndex> {
    let split = table.outline.split.as_ref()?;
    let head = preview_column(page, d, &table.columns[split.column]);
    let is_here = split.values.len() <= INDEX_EVERYWHERE || row_pages::pages(table) == 0;
    let first = || linking::href(site, page, &row_pages::address_of(table, 1));
    Some(RowIndex {
        values: if is_here {
            links_to_values(site, page, table, &head, 0)
        } else {
            Vec::new()
        },
        column: head,
        href: (!is_here).then(|| format!("{}#index", first())),
    })
}

/// Returns the links to the pages of each value, with a part of the columns; `head` says what the values are called.
pub(in crate::pages) fn links_to_values(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    table: &Table,
    head: &PreviewColumn,
    columns: usize,
) -> Vec<ValueLink> {
    let values = table.outline.split.iter().flat_map(|split| &split.values);
    let link = |(at, value): (usize, &ValueRows)| {
        let value_cut = RowCut {
            value: Some(at),
            columns,
        };
        ValueLink {
            value: head.shown(row_pages::shown(&value.value)),
            href: linking::href(site, page, &row_pages::address(table, value_cut, 1)),
        }
    };
    let mut links: Vec<ValueLink> = values.enumerate().map(link).collect();
    value_order::sort(&mut links, &page.lang);
    links
}

fn named(page: &PagePlan, d: &Dataset, r: &Resource) -> ResourceContext {
    ResourceContext {
        name: r.name.clone(),
        title: Phrase::of(&r.title, &page.lang).unwrap_or_else(|| Phrase::new(&r.name)),
        description: prose::of_head(page, &r.description, &d.head),
        ..ResourceContext::default()
    }
}

fn table_of<'s>(site: &SiteFacts<'s>, d: &Dataset, r: &Resource) -> Option<&'s Table> {
    site.tables.of(&d.head.id).find(|t| t.resource == r.name)
}

/// Returns the files of a resource.
fn downloads(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    r: &Resource,
    record: &Record,
) -> impl Iterator<Item = Download> {
    let is_its = |f: &&DownloadFile| f.resource.as_deref() == Some(&*r.name);
    let files = site.files.of(&d.head.id).filter(is_its);
    files.map(|f| linking::download(page, f, record))
}

/// A file on another server.
pub(super) fn external(page: &PagePlan, d: &Dataset, file: &External) -> ResourceContext {
    let (_, rest) = file.url.split_once("://").unwrap_or_default();
    let path = rest.split(['?', '#']).next().unwrap_or_default();
    let (host, path) = path.split_once('/').unwrap_or((path, ""));
    let name = path
        .rsplit('/')
        .next()
        .filter(|name| !name.is_empty())
        .unwrap_or(host);
    ResourceContext {
        name: file.name.clone(),
        title: Phrase::of(&file.title, &page.lang).unwrap_or_else(|| Phrase::new(name)),
        description: prose::of_head(page, &file.description, &d.head),
        external: Some(ExternalFile {
            href: file.url.clone(),
            file: name.to_owned(),
            host: host.to_owned(),
            format: file.format.clone(),
            bytes: file.bytes,
            sha256: file.sha256.clone(),
        }),
        ..ResourceContext::default()
    }
}

/// Returns the first rows of a table.
pub(in crate::pages) fn preview(page: &PagePlan, d: &Dataset, table: &Table) -> TablePreview {
    let shown = table.columns.len().min(PREVIEW_COLUMNS);
    let columns: Vec<PreviewColumn> = (table.columns[..shown].iter())
        .map(|column| preview_column(page, d, column))
        .collect();
    let columns = column_names::tell_apart(columns);
    let rows = table.preview.iter().take(row_pages::PREVIEW_ROWS);
    TablePreview {
        rows: rows
            .map(|row| {
                row.iter()
                    .zip(&columns)
                    .map(|(c, column)| Some(column.shown(row_pages::shown(c.as_deref()?))))
                    .collect()
            })
            .collect(),
        columns,
        first: 1,
        total: table.rows,
        hidden_columns: (table.columns.len() - shown) as u64,
        lang: d
            .language
            .as_ref()
            .filter(|l| **l != page.lang)
            .map(|l| l.tag().to_owned()),
    }
}

/// Returns the head of a column, with what its values are called.
pub(in crate::pages) fn preview_column(
    page: &PagePlan,
    d: &Dataset,
    column: &Column,
) -> PreviewColumn {
    let labels = d.labels.of(column);
    let words: Vec<(String, Phrase)> = labels
        .as_deref()
        .map(|labels| labels.all(&page.lang))
        .unwrap_or_default();
    let lang = match words.first() {
        Some((_, label)) if d.language.is_some() || label.lang.is_some() => Some(
            label
                .lang
                .clone()
                .unwrap_or_else(|| page.lang.tag().to_owned()),
        ),
        _ => None,
    };
    PreviewColumn {
        name: column.name.clone(),
        title: Phrase::of(&column.title, &page.lang)
            .or_else(|| column_names::in_words(&column.name).map(Phrase::new)),
        said_in: None,
        numeric: is_quantity(column) && words.is_empty(),
        long: row_pages::is_long(column),
        labels: (words.into_iter())
            .filter_map(|(value, label)| Some((value, label.text?)))
            .collect(),
        lang,
    }
}

/// Notes that a page shows.
const MOST_NOTES: usize = 12;

/// What the received file says above and below the table, its first and last rows where there are many.
fn notes(table: &Table) -> Vec<String> {
    let mut notes: Vec<String> = table.notes.iter().map(|note| note.text.clone()).collect();
    if notes.len() > MOST_NOTES {
        notes.splice(
            MOST_NOTES / 2..notes.len() - MOST_NOTES / 2,
            ["…".to_owned()],
        );
    }
    notes
}
