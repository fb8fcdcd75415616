//! Every row of a table as plain pages: `datasets/NAME/rows/TABLE-1.html` and on; where it has many columns, in parts of a
//! few with the key in each.
//!
//! A kind fills a page from what is known in memory, and rows are not: they stay on the disk. So a page is planned
//! here with everything but its rows, and whoever makes the pages streams the table once and hands each page its own.

pub mod context;
mod row_pager;

use crate::downloads::Role;
use crate::model::Portal;
use crate::model::dataset::Dataset;
use crate::pages::context::{
    Body, BodyFacts, Download, Phrase, PreviewColumn, RowIndex, TablePreview, ValueLink,
};
use crate::pages::dataset::tables::{links_to_values, preview_column};
use crate::pages::dataset_lists::is_quantity;
use crate::pages::kinds::PageKindFacts;
use crate::pages::row_pages::{
    self, INDEX_EVERYWHERE, RowCut, address, anchor, columns, csv_address, is_long, pages,
    per_page, ranges, rows_of, value_of,
};
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address as addresses, column_names, linking, value_order,
};
use crate::tables::row_cuts::column_parts;
use crate::text::words::Words;
use context::{ColumnPart, RowsContext};
use tragaluz_tables::outline::SplitRows;
use tragaluz_tables::{Column, Table, Tables};

/// Width of a page on a wide screen, in tenths of a letter's height; see [`width`].
const SCREEN: usize = 640;

pub(crate) struct RowsPages;

impl PageKindFacts for RowsPages {
    fn name(&self) -> &'static str {
        RowsContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["index", "r", "rows"]
    }

    fn is_mapped(&self) -> bool {
        false
    }

    fn has_text_edition(&self) -> bool {
        false
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        let mut drafts = Vec::new();
        for (item, table) in tables.tables.iter().enumerate() {
            let Some(dataset) = portal.dataset(&table.dataset) else {
                continue;
            };
            let resource = dataset.resources.iter().find(|r| r.name == table.resource);
            let title = resource
                .map(|r| &r.title)
                .filter(|t| !t.is_empty())
                .unwrap_or(&dataset.head.title);
            let parent = Title::Words(dataset.head.title.clone());
            drafts.extend(cuts(table).into_iter().flat_map(|(cut, part)| {
                let draft = Draft {
                    part,
                    rows: cut,
                    ..Draft::generated(
                        address(table, cut, part as u64),
                        Title::Words(titled(dataset, title, table, cut)),
                    )
                };
                [draft
                    .item(item)
                    .under(parent.clone(), addresses::dataset(&table.dataset))]
            }));
        }
        drafts
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let table = &site.tables.tables[page.draft.item];
        let shown = columns(table, page.draft.rows);
        Body::of(RowsContext {
            dataset: linking::link(site, page, &addresses::dataset(&table.dataset))
                .unwrap_or_default(),
            resource: linking::title(page, &page.draft.title),
            preview: head(page, site, table, &shown),
            anchors: anchors(page, site, table),
            fits: shown
                .iter()
                .map(|at| width(&table.columns[*at]))
                .sum::<usize>()
                <= SCREEN,
            reordered: !shown.is_sorted(),
            pager: row_pager::of(page, site, table),
            index: index(page, site, table),
            parts: parts(page, site, table),
            value_csv: value_csv(page, site, table),
            downloads: downloads(page, site, table),
        })
    }

    fn rows_of(&self, page: &PagePlan) -> Option<usize> {
        Some(page.draft.item)
    }
}

/// Returns every page of a table's rows: those of all rows, and those of each value that has pages of its own; each page
/// with every part of the columns.
fn cuts(table: &Table) -> Vec<(RowCut, usize)> {
    let values = table.outline.split.as_ref().map_or(0, |s| s.values.len());
    let parts = column_parts(table, &table.outline.key).len();
    let all = std::iter::once(None).chain((0..values).map(Some));
    let mut cuts = Vec::new();
    for value in all {
        let pages = ranges(table, RowCut { value, columns: 0 }).len();
        let of_page = |part| (0..parts).map(move |columns| (RowCut { value, columns }, part));
        cuts.extend((1..=pages).flat_map(of_page));
    }
    cuts
}

/// The table's title, with the value whose rows are shown, as each language calls it.
fn titled(dataset: &Dataset, title: &Words, table: &Table, cut: RowCut) -> Words {
    let Some(value) = value_of(table, cut).map(|value| &value.value) else {
        return title.clone();
    };
    let split = table.outline.split.as_ref();
    let labels = split.and_then(|split| dataset.labels.of(&table.columns[split.column]));
    let mut all = Words::default();
    for (lang, text) in title.all() {
        let label = labels.as_ref().and_then(|l| l.label(value, lang)?.text);
        let value = label.unwrap_or_else(|| row_pages::shown(value));
        all.add(lang.clone(), format!("{text}: {value}"));
    }
    all
}

/// Everything of the rows but themselves.
fn head(page: &PagePlan, site: &SiteFacts<'_>, table: &Table, shown: &[usize]) -> TablePreview {
    let dataset = site.portal.dataset(&table.dataset);
    let lang = dataset.and_then(|dataset| dataset.language.as_ref());
    TablePreview {
        columns: column_names::tell_apart(
            (shown.iter())
                .map(|at| column(page, dataset, &table.columns[*at]))
                .collect(),
        ),
        rows: Vec::new(),
        first: (page.draft.part as u64 - 1) * per_page(table) + 1,
        total: rows_of(table, page.draft.rows),
        hidden_columns: 0,
        lang: lang
            .filter(|lang| **lang != page.lang)
            .map(|lang| lang.tag().to_owned()),
    }
}

fn column(page: &PagePlan, dataset: Option<&Dataset>, column: &Column) -> PreviewColumn {
    dataset.map_or_else(
        || PreviewColumn {
            name: column.name.clone(),
            title: column_names::in_words(&column.name).map(Phrase::new),
            ..PreviewColumn::default()
        },
        |dataset| preview_column(page, dataset, column),
    )
}

/// The least width of a column as the theme sets it, in tenths of a letter's height.
fn width(column: &Column) -> usize {
    let name = column_names::in_words(&column.name).unwrap_or_else(|| column.name.clone());
    let words = name.split_whitespace();
    let word = words.map(|word| word.chars().count()).max().unwrap_or(0);
    let letter = if column.name.is_ascii() { 7 } else { 10 };
    let values = match (is_long(column), is_quantity(column)) {
        (true, _) => 180,
        (false, true) => column.profile.longest * 7 + 15,
        (false, false) => 60,
    };
    values.max(word * letter + 15)
}

/// The anchors of a page's rows, where an index or the text of some page leads to one of them.
fn anchors(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Vec<Option<String>> {
    if page.draft.rows.value.is_some() {
        return Vec::new();
    }
    let first = (page.draft.part as u64 - 1) * per_page(table);
    let rows = first..(first + per_page(table)).min(table.rows);
    let mut led_to = site.plan.figures.rows(table);
    led_to.retain(|row| rows.contains(row));
    let groups = table.outline.groups.as_ref();
    let groups = groups.filter(|_| has_anchors(page, table));
    let starts = groups.map_or(&[][..], |groups| groups.starts.as_slice());
    if groups.is_none() && led_to.is_empty() {
        return Vec::new();
    }
    let begins = |row: u64| starts.binary_search_by_key(&row, |start| start.row);
    rows.map(|row| (begins(row).is_ok() || led_to.contains(&row)).then(|| anchor(row)))
        .collect()
}

/// Whether an index leads to the rows where values begin, and not to pages of each value.
fn has_anchors(page: &PagePlan, table: &Table) -> bool {
    page.draft.rows.value.is_none() && row_pages::has_anchors(table)
}

fn index(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Option<RowIndex> {
    if let Some(split) = &table.outline.split {
        return Some(index_of_values(page, site, table, split));
    }
    let groups = table.outline.groups.as_ref()?;
    let cut = page.draft.rows;
    let href = |part: u64| linking::href(site, page, &address(table, cut, part));
    let dataset = site.portal.dataset(&table.dataset);
    let head = column(page, dataset, &table.columns[groups.column]);
    let is_here = page.draft.part == 1 || groups.starts.len() <= INDEX_EVERYWHERE;
    let values = groups.starts.iter().filter(|_| is_here).map(|start| {
        let part = start.row / per_page(table) + 1;
        ValueLink {
            value: head.shown(row_pages::shown(&start.value)),
            href: format!("{}#{}", href(part), anchor(start.row)),
        }
    });
    let mut values: Vec<ValueLink> = values.collect();
    // An order of the publisher's own (months, sizes) says more than the alphabet; that of bytes says nothing.
    if (groups.starts.iter()).is_sorted_by(|a, b| a.value <= b.value) {
        value_order::sort(&mut values, &page.lang);
    }
    Some(RowIndex {
        values,
        column: head,
        href: (!is_here).then(|| format!("{}#index", href(1))),
    })
}

/// The index that leads to the pages of each value.
fn index_of_values(
    page: &PagePlan,
    site: &SiteFacts<'_>,
    table: &Table,
    split: &SplitRows,
) -> RowIndex {
    let columns = page.draft.rows.columns;
    let is_first = page.draft.rows.value.is_none() && page.draft.part == 1;
    let is_here = is_first || split.values.len() <= INDEX_EVERYWHERE || pages(table) == 0;
    let dataset = site.portal.dataset(&table.dataset);
    let head = column(page, dataset, &table.columns[split.column]);
    let first = RowCut {
        columns,
        ..RowCut::default()
    };
    RowIndex {
        values: if is_here {
            links_to_values(site, page, table, &head, columns)
        } else {
            Vec::new()
        },
        column: head,
        href: (!is_here).then(|| {
            let href = linking::href(site, page, &address(table, first, 1));
            format!("{href}#index")
        }),
    }
}

/// Returns the same rows with the other columns; nothing where all columns are on the page.
fn parts(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Vec<ColumnPart> {
    let all = column_parts(table, &table.outline.key);
    if all.len() < 2 {
        return Vec::new();
    }
    let name =
        |at: Option<&usize>| at.map_or_else(String::new, |at| table.columns[*at].name.clone());
    let part = |(columns, shown): (usize, &Vec<usize>)| {
        let cut = RowCut {
            columns,
            ..page.draft.rows
        };
        ColumnPart {
            number: columns as u64 + 1,
            href: linking::href(site, page, &address(table, cut, page.draft.part as u64)),
            current: columns == page.draft.rows.columns,
            from: name(shown.get(table.outline.key.len())),
            to: name(shown.last()),
        }
    };
    all.iter().enumerate().map(part).collect()
}

/// The file that holds the rows of this page's value, and all columns.
fn value_csv(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Option<Download> {
    let path = csv_address(table, page.draft.rows)?;
    let record = site.plan.catalog.dataset(&table.dataset)?;
    let file = site.files.of_value(&path)?;
    Some(linking::download(page, file, record))
}

/// The files that hold all rows and columns: for programs, and for a spreadsheet.
fn downloads(page: &PagePlan, site: &SiteFacts<'_>, table: &Table) -> Vec<Download> {
    let Some(record) = site.plan.catalog.dataset(&table.dataset) else {
        return Vec::new();
    };
    let files = site.files.of(&table.dataset).filter(|file| {
        file.resource.as_deref() == Some(&*table.resource)
            && (file.format == "csv" && file.role == Role::Table || file.role == Role::Excel)
    });
    files
        .map(|file| linking::download(page, file, record))
        .collect()
}
