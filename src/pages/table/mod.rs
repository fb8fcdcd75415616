//! The page of each table of a dataset that has several: its own chart, first rows, files and dictionary.

pub mod context;

use crate::model::Portal;
use crate::model::dataset::Dataset;
use crate::pages::context::{Body, BodyFacts, Citation, Phrase};
use crate::pages::dataset::{self, link_to_table};
use crate::pages::dataset_lists::{has_several, table_address};
use crate::pages::kinds::PageKindFacts;
use crate::pages::{Draft, PagePlan, SiteFacts, Title, address, headlines};
use crate::record::Record;
use crate::tables::alike_tables::alike_tables;
use crate::text::words::Words;
use tragaluz_tables::{Table, Tables};

/// Tables that have a page of their own.
pub(crate) struct TablePages;

/// Most other tables with the same columns that a page names.
const MOST_ALIKE: usize = 12;

impl PageKindFacts for TablePages {
    fn name(&self) -> &'static str {
        context::TableContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &["c", "cite", "d", "downloads", "p", "t"]
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        let with_place = tables.tables.iter().enumerate();
        with_place
            .filter(|(_, table)| has_several(tables, &table.dataset))
            .filter_map(|(at, table)| Some(draft(at, table, portal.dataset(&table.dataset)?)))
            .collect()
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let table = &site.tables.tables[page.draft.item];
        let dataset = site.portal.dataset(&table.dataset);
        let facts = dataset.map(|d| facts_of(site, page, d, table));
        Body::of(facts.unwrap_or_default())
    }
}

fn draft(at: usize, table: &Table, d: &Dataset) -> Draft {
    let resource = d.resources.iter().find(|r| r.name == table.resource);
    let title = resource.map(|r| &r.title).filter(|t| !t.is_empty());
    let title = title.cloned().unwrap_or_else(|| own_name(d, table));
    let own = Draft::generated(table_address(table), Title::Words(title)).item(at);
    let parent = Title::Words(d.head.title.clone());
    own.under(parent, address::dataset(&table.dataset))
}

/// The name of a table that has no title, in each language of its dataset's title.
fn own_name(d: &Dataset, table: &Table) -> Words {
    let mut words = Words::default();
    for (lang, _) in d.head.title.all() {
        words.add(lang.clone(), table.resource.clone());
    }
    words
}

fn facts_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    table: &Table,
) -> context::TableContext {
    let id = &d.head.id;
    let record = site
        .plan
        .catalog
        .dataset(id)
        .expect("every dataset has a record");
    let resource = d.resources.iter().find(|r| r.name == table.resource);
    let of_table = context::TableContext {
        row_is: Phrase::of(&d.row_is, &page.lang),
        headlines: headlines::of_table(site, page, id, &table.resource),
        modified: record.modified.map(|date| date.to_string()),
        licence: record.licenses.first().map(dataset::licence_of),
        table: resource
            .map(|r| dataset::tables::in_full(site, page, d, r, record))
            .unwrap_or_default(),
        joined: dataset::joined_file(site, page, table, record),
        cite: Some(citation(site, page, d, record)),
        ..context::TableContext::default()
    };
    with_neighbours(site, page, d, table, of_table)
}

/// Returns how to cite the table: by its own title and address, as a part of its dataset.
fn citation(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset, record: &Record) -> Citation {
    let title = match &page.draft.title {
        Title::Words(title) => title.text(&page.lang),
        _ => "",
    };
    let title = format!("{title}. {}", d.head.title.text(&page.lang));
    Citation {
        text: dataset::citation_text(site, page, record, &title),
        files: Vec::new(),
    }
}

/// Adds the tables beside it, and those with the same columns.
fn with_neighbours(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    table: &Table,
    context: context::TableContext,
) -> context::TableContext {
    let all: Vec<&Table> = site.tables.of(&d.head.id).collect();
    let at = all.iter().position(|t| t.resource == table.resource);
    let at = at.unwrap_or_default();
    let link = |t: &&Table| link_to_table(site, page, d, t);
    let alike = alike_to(site.tables, table);
    context::TableContext {
        alike_more: alike.len().saturating_sub(MOST_ALIKE) as u64,
        alike: alike.iter().take(MOST_ALIKE).map(link).collect(),
        previous: at.checked_sub(1).and_then(|at| all.get(at)).map(link),
        next: all.get(at + 1).map(link),
        ..context
    }
}

/// Returns the other tables of its dataset that have the columns of a table.
fn alike_to<'t>(tables: &'t Tables, table: &Table) -> Vec<&'t Table> {
    let is_it = |other: &&Table| other.resource == table.resource;
    let sets = alike_tables(tables, &table.dataset).into_iter();
    let mut sets = sets.map(|set| set.tables);
    let mut set = sets.find(|set| set.iter().any(is_it)).unwrap_or_default();
    set.retain(|other| !is_it(other));
    set
}
