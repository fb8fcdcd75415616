//! A dataset's page, or pages where it has a great many tables.

pub mod context;
mod protection;
pub(super) mod tables;
mod versions;

use crate::model::Portal;
use crate::model::dataset::{Agent, Dataset, License};
use crate::model::stated_facts::{LIMITS, PROVENANCE};
use crate::model::vocabulary::DATA_THEMES;
use crate::pages::context::{
    Body, BodyFacts, Citation, ContactChannel, DateRange, Language, Licence, Link, Phrase,
    Publisher,
};
use crate::pages::dataset::context::QualityChecks;
use crate::pages::dataset::context::{Contact, FurtherFact, QualityCheck};
use crate::pages::dataset_lists::{has_several, of_resources, table_address};
use crate::pages::kinds::{PageKindFacts, SchemaOrgSubject, SearchText};
use crate::pages::paging::ListRange;
use crate::pages::{
    Draft, PagePlan, SiteFacts, Title, address, entries, frame, headlines, linking, prose,
    search_text, series,
};
use crate::record::{Fact, Record, doi, is_web_address, licence_name};
use crate::tables::alike_tables::alike_tables;
use crate::text::lang::Lang;
use crate::text::words::Words;
use tragaluz_tables::{Table, Tables};

pub(crate) struct DatasetPages;

impl PageKindFacts for DatasetPages {
    fn name(&self) -> &'static str {
        context::DatasetContext::KIND
    }

    fn theme_ids(&self) -> &'static [&'static str] {
        &[
            "c",
            "changes",
            "cite",
            "commitments",
            "d",
            "downloads",
            "facts",
            "limits",
            "p",
            "provenance",
            "quality",
            "services",
            "t",
            "tables",
            "tables-list",
        ]
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        portal
            .datasets
            .iter()
            .enumerate()
            .flat_map(|(i, d)| drafts(i, d))
            .collect()
    }

    fn called(&self, draft: &Draft) -> Option<Title> {
        (draft.part == 1).then_some(Title::Message("dataset"))
    }

    fn findable(&self, page: &PagePlan, site: &SiteFacts<'_>) -> SearchText {
        search_text::of_dataset(site, page, &site.portal.datasets[page.draft.item])
    }

    fn body(&self, page: &PagePlan, site: &SiteFacts<'_>) -> Body {
        let dataset = &site.portal.datasets[page.draft.item];
        let record = site
            .plan
            .catalog
            .dataset(&dataset.head.id)
            .expect("every dataset has a record");
        Body::of(facts_of(site, page, dataset, record))
    }

    fn data_edition(&self, page: &PagePlan) -> Option<String> {
        (page.draft.part == 1).then(|| page.draft.address.replace("/index.html", ".json"))
    }

    fn feed(&self, page: &PagePlan) -> Option<String> {
        (page.draft.part == 1).then(|| page.draft.address.replace("index.html", "feed.xml"))
    }

    fn describes<'v>(&self, page: &PagePlan, site: &SiteFacts<'v>) -> Option<SchemaOrgSubject<'v>> {
        if page.draft.part > 1 {
            return None;
        }
        site.plan
            .catalog
            .dataset(&site.portal.datasets[page.draft.item].head.id)
            .map(SchemaOrgSubject::Dataset)
    }
}

/// The pages of a dataset: one, unless it has a great many tables.
fn drafts(item: usize, d: &Dataset) -> Vec<Draft> {
    let address = address::dataset(&d.head.id);
    let updated = d.modified.or(d.head.updated).or(d.issued);
    let draft = |(part, span): (usize, ListRange)| {
        let draft = if part == 1 {
            let own = Draft::of(&d.head, address.clone(), item);
            own.under(Title::Message("datasets"), address::list("datasets", 1))
        } else {
            let title = Title::Words(d.head.title.clone());
            let own = Draft::generated(address::list_of(&address, part), title.clone()).item(item);
            own.under(title, address.clone())
        };
        Draft {
            part,
            updated,
            span,
            ..draft
        }
    };
    (1..).zip(of_resources(d)).map(draft).collect()
}

/// Commitments that a dataset's page lists; a page that lists hundreds is too heavy.
const MOST_COMMITMENTS: usize = 20;

fn facts_of(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    record: &Record,
) -> context::DatasetContext {
    let id = &d.head.id;
    let tables: Vec<&Table> = site.tables.of(id).collect();
    let list = table_list(site, page, d, record);
    if list.continued {
        return list;
    }
    let list = with_stated(page, d, of_record(page, record, list));
    let list = with_data(site, page, d, record, list);
    context::DatasetContext {
        summary: prose::summary(page, &d.head),
        row_is: Phrase::of(&d.row_is, &page.lang),
        rows: (!tables.is_empty()).then(|| tables.iter().map(|t| t.rows).sum()),
        columns: columns_of(&tables),
        language: d.language.as_ref().map(language_of),
        series: series::in_series(site, page, record),
        services: series::services(site, page, record),
        sections: prose::sections(site, page, &d.head, |_| true),
        cite: Some(citation_of(site, page, record)),
        changes: versions::of_dataset(site, page, id),
        ledger: versions::ledger(site, page, id),
        changes_more: versions::left_out(site, id),
        sources: linking::sources(site, page, &d.head, &d.origins),
        feedback: frame::feedback_on(site, &d.head),
        ..with_commitments(site, page, d, list)
    }
}

/// Adds the table that the page shows, and the files that hold the whole dataset: beside those of its only table, where it has
/// one and nothing else.
fn with_data(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    record: &Record,
    context: context::DatasetContext,
) -> context::DatasetContext {
    let id = &d.head.id;
    let whole = site
        .files
        .of(id)
        .filter(|f| f.resource.is_none())
        .map(|f| linking::download(page, f, record));
    if has_several(site.tables, id) {
        let mut shown = site.tables.of(id);
        let shown = shown.find_map(|t| tables::at_a_glance(site, page, d, t));
        let named = shown.as_ref().map(|table| &table.name);
        return context::DatasetContext {
            several: true,
            headlines: named
                .map(|name| headlines::of_table(site, page, id, name))
                .unwrap_or_default(),
            table: shown,
            alike: alike(site, page, d, record),
            downloads: whole.collect(),
            ..context
        };
    }
    let is_table = |name: &str| site.tables.of(id).any(|t| t.resource == name);
    let only = d.resources.iter().find(|r| is_table(&r.name));
    let mut only = only.map(|r| tables::in_full(site, page, d, r, record));
    let mut context = context;
    match &mut only {
        Some(only) if context.resource_count == 1 => {
            only.downloads.extend(whole);
            context.resources.clear();
        }
        _ => context.downloads = whole.collect(),
    }
    context::DatasetContext {
        headlines: headlines::of_dataset(site, page, id),
        table: only,
        ..context
    }
}

/// Returns the sets of a dataset's tables that have the same columns.
fn alike(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    record: &Record,
) -> Vec<context::AlikeTables> {
    let count = site.tables.of(&d.head.id).count();
    let sets = alike_tables(site.tables, &d.head.id).into_iter();
    sets.map(|set| context::AlikeTables {
        all: set.tables.len() == count,
        count: set.tables.len() as u64,
        file: joined_file(site, page, set.tables[0], record),
        tables: if set.tables.len() == count {
            Vec::new()
        } else {
            let tables = set.tables.iter();
            tables.map(|t| link_to_table(site, page, d, t)).collect()
        },
    })
    .collect()
}

/// Returns the file with the rows of a table and of all that have its columns.
pub(super) fn joined_file(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    table: &Table,
    record: &Record,
) -> Option<context::JoinedFile> {
    let mut joined = record.joined.iter();
    let joined = joined.find(|joined| joined.names.contains(&table.resource))?;
    let mut files = site.files.of(&table.dataset);
    let file = files.find(|file| file.path == joined.path)?;
    Some(context::JoinedFile {
        download: linking::download(page, file, record),
        column: joined.source().to_owned(),
    })
}

/// Returns the link to the page of a table.
pub(super) fn link_to_table(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    table: &Table,
) -> Link {
    let resource = d.resources.iter().find(|r| r.name == table.resource);
    let title = resource.and_then(|r| Phrase::of(&r.title, &page.lang));
    Link::to(
        title.unwrap_or_else(|| Phrase::new(&table.resource)),
        linking::href(site, page, &table_address(table)),
    )
}

/// Adds the facts in words that have a section.
fn with_stated(
    page: &PagePlan,
    d: &Dataset,
    context: context::DatasetContext,
) -> context::DatasetContext {
    context::DatasetContext {
        provenance: prose::of_head(page, d.stated.words(&PROVENANCE), &d.head),
        limits: prose::of_head(page, d.stated.words(&LIMITS), &d.head),
        ..context
    }
}

/// Adds the commitments that rest on a dataset.
fn with_commitments(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    context: context::DatasetContext,
) -> context::DatasetContext {
    let using = site.portal.commitments_on(d);
    context::DatasetContext {
        commitments_more: using.len().saturating_sub(MOST_COMMITMENTS) as u64,
        commitments: using
            .take(MOST_COMMITMENTS)
            .map(|c| entries::of_commitment(site, page, c))
            .collect(),
        ..context
    }
}

/// Returns how many columns the only table of a dataset has.
fn columns_of(tables: &[&Table]) -> Option<u64> {
    match tables {
        [only] => Some(only.columns.len() as u64),
        _ => None,
    }
}

/// Adds what catalogs state of a dataset.
fn of_record(
    page: &PagePlan,
    record: &Record,
    context: context::DatasetContext,
) -> context::DatasetContext {
    let keywords = record.keywords.iter();
    context::DatasetContext {
        modified: record.modified.map(|date| date.to_string()),
        licence: record.licenses.first().map(licence_of),
        publisher: record.publisher.as_ref().map(|p| publisher_of(page, p)),
        contact: contact_of(page, record),
        // A frequency that is declared as unknown is among what the source does not give.
        frequency: (record.frequency.clone()).filter(|code| !code.eq_ignore_ascii_case("unknown")),
        issued: record.issued.map(|date| date.to_string()),
        version: record.version.clone(),
        spatial: (record.spatial.as_ref()).and_then(|s| Phrase::of(&s.name, &page.lang)),
        temporal: record.temporal.map(|(start, end)| DateRange {
            start: start.map(|d| d.to_string()),
            end: end.map(|d| d.to_string()),
        }),
        keywords: keywords
            .filter_map(|words| Phrase::of(words, &page.lang))
            .collect(),
        themes: record.themes.iter().map(theme_name).collect(),
        disaggregations: record.disaggregations.iter().map(Phrase::new).collect(),
        quality: Some(quality(record)),
        further: further(record, &page.lang),
        ..context
    }
}

fn language_of(lang: &Lang) -> Language {
    Language {
        lang: lang.tag().into(),
        endonym: None,
    }
}

/// Returns the name of a code of the EU's data themes; any other code as it is.
fn theme_name(code: &String) -> Phrase {
    let known = DATA_THEMES.iter().find(|(known, ..)| known == code);
    known.map_or_else(
        || Phrase::new(code),
        |(_, message, _)| Phrase::message(*message),
    )
}

pub(super) fn licence_of(licence: &License) -> Licence {
    Licence {
        title: licence_name(licence),
        href: licence.path.clone().filter(|path| is_web_address(path)),
    }
}

fn publisher_of(page: &PagePlan, publisher: &Agent) -> Publisher {
    Publisher {
        name: Phrase::of(&publisher.name, &page.lang).unwrap_or_default(),
        href: publisher.url.clone().filter(|url| is_web_address(url)),
    }
}

/// The tables that one of a dataset's pages shows, and nothing else.
fn table_list(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    d: &Dataset,
    record: &Record,
) -> context::DatasetContext {
    let ListRange { start, end, .. } = page.draft.span;
    context::DatasetContext {
        id: d.head.id.clone(),
        resources: (start..end)
            .map(|at| tables::listed(site, page, d, at, record))
            .collect(),
        resource_count: (d.resources.len() + d.external.len()) as u64,
        only_tables: site.tables.of(&d.head.id).count() == d.resources.len() + d.external.len(),
        pager: entries::pager(site, page, |n| {
            address::list_of(&address::dataset(&d.head.id), n)
        }),
        continued: page.draft.part > 1,
        ..context::DatasetContext::default()
    }
}

fn contact_of(page: &PagePlan, record: &Record) -> Option<Contact> {
    let contact = record.contact.as_ref()?;
    let channel = |kind: &str, text: &String, href: String| ContactChannel {
        kind: kind.into(),
        text: Phrase::new(text),
        href: Some(href),
    };
    let email = contact
        .email
        .as_ref()
        .map(|e| channel("email", e, format!("mailto:{e}")));
    let url = contact
        .url
        .as_ref()
        .filter(|u| is_web_address(u))
        .map(|u| channel("page", u, u.clone()));
    let channels = email.into_iter().chain(url).collect();
    Some(Contact {
        name: Phrase::of(&contact.name, &page.lang).unwrap_or_default(),
        channels,
    })
}

/// Returns how to cite the dataset, also for programs.
fn citation_of(site: &SiteFacts<'_>, page: &PagePlan, record: &Record) -> Citation {
    let file = |(name, ending): &(&str, &str)| {
        Link::to(
            Phrase::new(*name),
            linking::href_of_file(page, &address::citation(&record.id, ending)),
        )
    };
    Citation {
        text: citation_text(site, page, record, record.title.text(&page.lang)),
        files: address::CITATIONS.iter().map(file).collect(),
    }
}

/// Returns what is cited as `title` of a dataset, in DataCite's order: creator (year). Title (version). Publisher. Address of the
/// page.
pub(super) fn citation_text(
    site: &SiteFacts<'_>,
    page: &PagePlan,
    record: &Record,
    title: &str,
) -> String {
    let publisher = record
        .publisher
        .as_ref()
        .map(|p| p.name.text(&page.lang).to_owned());
    let year = record
        .modified
        .or(record.issued)
        .map(|d| format!(" ({})", d.year))
        .unwrap_or_default();
    let version = record
        .version
        .as_ref()
        .map(|v| format!(" ({v})"))
        .unwrap_or_default();
    let portal = site.portal.settings.title.text(&page.lang);
    let url = site
        .plan
        .catalog
        .url(&page.path)
        .map(|url| format!(" {url}"))
        .unwrap_or_default();
    let known_as = record.identifier.as_deref().map(|id| match doi(id) {
        Some(doi) => format!(" doi:{doi}."),
        None => format!(" {id}."),
    });
    let known_as = known_as.unwrap_or_default();
    let creator = publisher.unwrap_or_else(|| portal.to_owned());
    format!("{creator}{year}. {title}{version}. {portal}.{known_as}{url}")
}

/// Lists what few datasets have: further licences, the identifier elsewhere, the standards, the codes of the area, and what is
/// stated in words and has no section of its own.
fn further(record: &Record, lang: &Lang) -> Vec<FurtherFact> {
    let area = record.spatial.as_ref();
    let sides = area
        .and_then(|area| area.bounds)
        .map(|b| b.sides().map(|side| side.to_string()).join(", "));
    let licences = record.licenses.iter().skip(1);
    let code = area.and_then(|area| area.code.as_ref());
    let geonames = area.and_then(|area| area.geonames.as_ref());
    let facts: [(&str, Vec<Link>); 6] = [
        ("further-licences", licences.map(link_to_licence).collect()),
        (
            "identifier",
            record.identifier.iter().map(unlinked).collect(),
        ),
        (
            "conforms-to",
            record.conforms_to.iter().map(link_to_address).collect(),
        ),
        ("area-code", code.into_iter().map(unlinked).collect()),
        (
            "area-geonames",
            geonames.into_iter().map(link_to_address).collect(),
        ),
        ("area-bounds", sides.iter().map(unlinked).collect()),
    ];
    let stated = record.stated.iter().filter(|(fact, _)| !fact.has_section);
    let stated = stated.map(|(fact, words)| (fact.key, unlinked_words(words, lang)));
    let given = facts.into_iter().chain(stated);
    given
        .filter(|(_, values)| !values.is_empty())
        .map(|(id, values)| FurtherFact {
            id: id.to_owned(),
            values,
        })
        .collect()
}

fn unlinked(text: &String) -> Link {
    Link::unlinked(Phrase::new(text))
}

fn unlinked_words(words: &Words, lang: &Lang) -> Vec<Link> {
    let phrase = Phrase::of(words, lang);
    phrase.into_iter().map(Link::unlinked).collect()
}

/// Returns an address as a link, where it is one of the web.
fn link_to_address(url: &String) -> Link {
    Link {
        text: Phrase::new(url),
        href: Some(url.clone()).filter(|url| is_web_address(url)),
    }
}

fn link_to_licence(licence: &License) -> Link {
    let names = [&licence.title, &licence.name, &licence.path];
    let name = names.into_iter().flatten().next();
    Link {
        text: Phrase::new(name.cloned().unwrap_or_default()),
        href: licence.path.clone().filter(|path| is_web_address(path)),
    }
}

/// Which of the facts that catalogs want are given.
fn quality(record: &Record) -> QualityChecks {
    let check = |fact: Fact| QualityCheck {
        text: Phrase::message(format!("fact-{}", fact.id())),
        passed: !record.missing.contains(&fact),
    };
    let checks: Vec<QualityCheck> = Fact::ALL.into_iter().map(check).collect();
    QualityChecks {
        passed: checks.iter().filter(|c| c.passed).count() as u64,
        total: checks.len() as u64,
        checks,
    }
}
