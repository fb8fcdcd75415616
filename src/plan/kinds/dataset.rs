//! A dataset's page.

use super::{Described, Findable, Kind};
use crate::data::{Column, FieldType, Table, Tables};
use crate::downloads::{DownloadFile, Role};
use crate::model::Portal;
use crate::model::dataset::{Dataset, Resource};
use crate::plan::charts::choose::is_year;
use crate::plan::context::{self, Body, Check, Citation, Contact, Cover, Download, Frequent, Language, Licence};
use crate::plan::context::{Link, Phrase, Preview, PreviewColumn, Publisher, Quality};
use crate::plan::record::{Fact, Record, is_web_address};
use crate::plan::{Draft, PagePlan, Title, View, address, row_pages};

/// Datasets.
pub struct Datasets;

/// Dictionaries that have a page of their own.
pub struct Dictionaries;

/// Most columns whose meaning a dataset's page tells; the dictionaries of wider datasets have pages of their own.
const DICTIONARY_COLUMNS: usize = 25;

/// Most tables that a dataset's page shows in full: beyond it each has a page of its own, with all its downloads.
const WHOLE_TABLES: usize = 3;

/// Beyond so many columns a dictionary leaves out the most frequent values, to stay within its page's budget.
const WIDE: usize = 40;

/// Most columns shown in a preview.
const PREVIEW_COLUMNS: usize = 12;

/// Most rows shown in a preview on the dataset's page.
const PREVIEW_ROWS: usize = 20;

/// Digits of a checksum that a list shows.
const SUM_DIGITS: usize = 12;

/// Most of the most frequent values shown of a column.
const FREQUENT: usize = 3;

impl Kind for Datasets {
    fn id(&self) -> &'static str {
        "dataset"
    }

    fn pages(&self, portal: &Portal, _tables: &Tables) -> Vec<Draft> {
        let draft = |(i, d): (usize, &Dataset)| Draft {
            updated: d.modified.or(d.head.updated).or(d.issued),
            ..Draft::of(&d.head, address::dataset(&d.head.id), i)
                .under(Title::Message("datasets"), address::list("datasets", 1))
        };
        portal.datasets.iter().enumerate().map(draft).collect()
    }

    fn called(&self, _draft: &Draft) -> Option<&'static str> {
        Some("dataset")
    }

    fn findable(&self, page: &PagePlan, view: &View<'_>) -> Findable {
        view.found_dataset(page, &view.portal.datasets[page.draft.item])
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        let dataset = &view.portal.datasets[page.draft.item];
        let record = view.plan.catalog.dataset(&dataset.head.id).expect("every dataset has a record");
        Body::Dataset(Box::new(view.dataset_page(page, dataset, record)))
    }

    fn data_edition(&self, page: &PagePlan) -> Option<String> {
        Some(page.draft.address.replace("/index.html", ".json"))
    }

    fn feed(&self, page: &PagePlan) -> Option<String> {
        Some(page.draft.address.replace("index.html", "feed.xml"))
    }

    fn describes<'v>(&self, page: &PagePlan, view: &View<'v>) -> Option<Described<'v>> {
        view.plan.catalog.dataset(&view.portal.datasets[page.draft.item].head.id).map(Described::Dataset)
    }
}

impl Kind for Dictionaries {
    fn id(&self) -> &'static str {
        "dictionary"
    }

    fn pages(&self, portal: &Portal, tables: &Tables) -> Vec<Draft> {
        let apart = |t: &&Table| is_apart(tables, &t.dataset);
        let with_place = tables.tables.iter().enumerate().filter(|(_, t)| apart(t));
        with_place
            .filter_map(|(at, table)| {
                let dataset = portal.dataset(&table.dataset)?;
                let resource = dataset.resources.iter().find(|r| r.name == table.resource)?;
                let title = if resource.title.is_empty() { &dataset.head.title } else { &resource.title };
                let draft = Draft::generated(dictionary_address(table), Title::Words(title.clone())).item(at);
                let parent = Title::Words(dataset.head.title.clone());
                Some(draft.under(parent, address::dataset(&table.dataset)))
            })
            .collect()
    }

    fn body(&self, page: &PagePlan, view: &View<'_>) -> Body {
        let table = &view.tables.tables[page.draft.item];
        let record = view.plan.catalog.dataset(&table.dataset).expect("every dataset has a record");
        let files = view.files.of(&table.dataset).filter(|f| f.resource.as_deref() == Some(&*table.resource));
        Body::Dictionary(Box::new(context::Dictionary {
            dataset: view.link(page, &address::dataset(&table.dataset)).unwrap_or_default(),
            resource: view.title(page, &page.draft.title),
            rows: Some(table.rows),
            columns: view.dictionary(page, table),
            downloads: files.map(|f| view.download(page, f, record)).collect(),
        }))
    }
}

/// Commitments that a dataset's page lists; a page that lists hundreds is too heavy.
const MOST_COMMITMENTS: usize = 20;

impl View<'_> {
    fn dataset_page(&self, page: &PagePlan, d: &Dataset, record: &Record) -> context::Dataset {
        let id = &d.head.id;
        let tables: Vec<&Table> = self.tables.of(id).collect();
        let whole = self.files.of(id).filter(|f| f.resource.is_none());
        let prose = |words| self.prose(page, words, &d.head.file.path);
        let using = self.portal.commitments_on(d);
        let phrase = |words| Phrase::of(words, &page.lang);
        context::Dataset {
            id: id.clone(),
            summary: self.summary(page, &d.head),
            row_is: phrase(&d.row_is),
            rows: (!tables.is_empty()).then(|| tables.iter().map(|t| t.rows).sum()),
            columns: if let [only] = tables.as_slice() { Some(only.columns.len() as u64) } else { None },
            modified: record.modified.map(|date| date.to_string()),
            next_update: None,
            licence: record.licenses.first().map(|l| Licence {
                title: Phrase::new(l.title.as_ref().or(l.name.as_ref()).cloned().unwrap_or_default()),
                href: l.path.clone().filter(|path| is_web_address(path)),
            }),
            publisher: record.publisher.as_ref().map(|p| Publisher {
                name: phrase(&p.name).unwrap_or_default(),
                href: p.url.clone().filter(|url| is_web_address(url)),
            }),
            contact: self.contact(page, record),
            frequency: record.frequency.clone(),
            issued: record.issued.map(|date| date.to_string()),
            version: record.version.clone(),
            spatial: record.spatial.as_ref().and_then(|s| phrase(&s.name)),
            temporal: record
                .temporal
                .map(|(start, end)| Cover { start: start.map(|d| d.to_string()), end: end.map(|d| d.to_string()) }),
            language: d.language.as_ref().map(|l| Language { lang: l.tag().into(), endonym: None }),
            keywords: record.keywords.iter().filter_map(phrase).collect(),
            themes: record.themes.clone(),
            series: self.in_series(page, record),
            services: self.services(page, record),
            disaggregations: record.disaggregations.iter().map(Phrase::new).collect(),
            provenance: prose(&d.provenance),
            limits: prose(&d.limits),
            sections: self.sections(page, &d.head, |_| true),
            resources: d.resources.iter().map(|r| self.resource(page, d, r, record)).collect(),
            downloads: whole.map(|f| self.download(page, f, record)).collect(),
            quality: Some(quality(record)),
            cite: Some(self.citation(page, record)),
            changes: Vec::new(),
            commitments_more: using.len().saturating_sub(MOST_COMMITMENTS) as u64,
            commitments: using.take(MOST_COMMITMENTS).map(|c| self.commitment_entry(page, c)).collect(),
            sources: self.sources(page, &d.origins),
            feedback: self.feedback(id),
        }
    }

    fn contact(&self, page: &PagePlan, record: &Record) -> Option<Contact> {
        let contact = record.contact.as_ref()?;
        let channel = |kind: &str, text: &String, href: String| context::Channel {
            kind: kind.into(),
            text: Phrase::new(text),
            href: Some(href),
        };
        let email = contact.email.as_ref().map(|e| channel("email", e, format!("mailto:{e}")));
        let url = contact.url.as_ref().filter(|u| is_web_address(u)).map(|u| channel("page", u, u.clone()));
        let channels = email.into_iter().chain(url).collect();
        Some(Contact { name: Phrase::of(&contact.name, &page.lang).unwrap_or_default(), channels })
    }

    fn download(&self, page: &PagePlan, file: &DownloadFile, record: &Record) -> Download {
        let role = match file.role {
            Role::Table => "table",
            Role::Excel => "excel",
            Role::Sample => "sample",
            Role::Received => "received",
            Role::Archive => "archive",
            Role::Description => "description",
        };
        Download {
            href: self.href_of_file(page, &file.path),
            file: file.path.rsplit('/').next().unwrap_or_default().to_owned(),
            format: file.format.clone(),
            role: role.to_owned(),
            bytes: file.bytes,
            rows: file.rows,
            updated: record.modified.map(|d| d.to_string()),
            sum: Some(file.sha256.chars().take(SUM_DIGITS).collect()),
        }
    }

    fn resource(&self, page: &PagePlan, d: &Dataset, r: &Resource, record: &Record) -> context::Resource {
        let table = self.tables.of(&d.head.id).find(|t| t.resource == r.name);
        let apart = is_apart(self.tables, &d.head.id);
        let many = has_many(self.tables, &d.head.id);
        let essential = |f: &&DownloadFile| !many || f.format == "csv" && f.role == Role::Table;
        let files = self.files.of(&d.head.id).filter(|f| f.resource.as_deref() == Some(&*r.name)).filter(essential);
        let received = table.map(|t| &t.received);
        context::Resource {
            name: r.name.clone(),
            title: Phrase::of(&r.title, &page.lang).unwrap_or_else(|| Phrase::new(&r.name)),
            description: self.prose(page, &r.description, &d.head.file.path),
            rows: table.map(|t| t.rows),
            columns: table.map(|t| t.columns.len() as u64),
            // A list of many tables is kept short: checksums stand on each table's own page, and in SHA256SUMS.
            downloads: files
                .map(|f| self.download(page, f, record))
                .map(|d| Download { sum: d.sum.filter(|_| !many), ..d })
                .collect(),
            chart: table.filter(|_| !many).and_then(|t| self.chart_of(page, &t.dataset, &t.resource)),
            preview: table.filter(|_| !many).map(|t| self.preview(page, d, t)),
            rows_href: table.filter(|t| row_pages::pages(t) > 0).map(|t| self.href(page, &row_pages::address_of(t, 1))),
            dictionary: table.filter(|_| !apart).map(|t| self.dictionary(page, t)).unwrap_or_default(),
            dictionary_href: table.filter(|_| apart).map(|t| self.href(page, &dictionary_address(t))),
            received_encoding: received.and_then(|r| r.encoding.clone()),
        }
    }

    pub(super) fn preview(&self, page: &PagePlan, d: &Dataset, table: &Table) -> Preview {
        let shown = table.columns.len().min(PREVIEW_COLUMNS);
        let column = |c: &Column| PreviewColumn {
            name: c.name.clone(),
            title: Phrase::of(&c.title, &page.lang),
            numeric: is_quantity(c),
        };
        let rows = table.preview.iter().take(PREVIEW_ROWS);
        Preview {
            columns: table.columns[..shown].iter().map(column).collect(),
            rows: rows
                .map(|row| row.iter().take(shown).map(|c| c.as_deref().map(row_pages::shown)).collect())
                .collect(),
            first: 1,
            total: table.rows,
            hidden_columns: (table.columns.len() - shown) as u64,
            lang: d.language.as_ref().filter(|l| **l != page.lang).map(|l| l.tag().to_owned()),
        }
    }

    fn dictionary(&self, page: &PagePlan, table: &Table) -> Vec<context::Column> {
        let column = |(at, c): (usize, &Column)| {
            let profile = &c.profile;
            let ordered = has_order(c.kind);
            // A value that occurs once says nothing about the column.
            let shown = if table.columns.len() > WIDE { 0 } else { FREQUENT };
            let spread = if shown > 0 { self.spread(&table.dataset, &table.resource, at) } else { Vec::new() };
            // How numbers are spread is drawn; which of many occurs twice is no news.
            let shown = if spread.is_empty() { shown } else { 0 };
            let frequent = profile.frequent.iter().filter(|(_, n)| *n > 1).take(shown);
            context::Column {
                name: c.name.clone(),
                anchor: column_anchor(&table.resource, &c.name),
                received_name: c.received_name.clone().filter(|name| *name != c.name),
                kind: c.kind.id().to_owned(),
                declared: c.declared,
                title: Phrase::of(&c.title, &page.lang),
                description: Phrase::of(&c.description, &page.lang),
                unit: c.unit.clone(),
                key: table.primary_key.contains(&c.name),
                required: c.constraints.required,
                allowed: c.constraints.allowed.clone().unwrap_or_default(),
                // The empty cell is what everybody expects; only other texts need saying.
                missing_values: c.missing_values.iter().filter(|text| !text.is_empty()).cloned().collect(),
                missing: profile.missing,
                missing_percent: percent(profile.missing, table.rows),
                distinct: profile.distinct.map(|(n, _)| n),
                distinct_exact: profile.distinct.is_some_and(|(_, exact)| exact),
                numeric: is_quantity(c),
                min: profile.min.clone().filter(|_| ordered),
                max: profile.max.clone().filter(|_| ordered),
                spread,
                frequent: frequent
                    .map(|(value, count)| Frequent {
                        value: value.clone(),
                        count: *count,
                        percent: percent(*count, table.rows),
                    })
                    .collect(),
                refers_to: self.refers_to(page, table, c),
            }
        };
        table.columns.iter().enumerate().map(column).collect()
    }

    /// The table whose rows a column names.
    fn refers_to(&self, page: &PagePlan, table: &Table, column: &Column) -> Option<Link> {
        let key = table.foreign_keys.iter().find(|k| k.fields.contains(&column.name))?;
        let dataset = key.dataset.as_deref().unwrap_or(&table.dataset);
        let other = if key.resource.is_empty() { &table.resource } else { &key.resource };
        let place = key.fields.iter().position(|field| *field == column.name)?;
        let anchor = column_anchor(other, key.reference.get(place)?);
        let target = self.tables.of(dataset).find(|t| t.resource == *other)?;
        let apart = is_apart(self.tables, dataset);
        let address = if apart { dictionary_address(target) } else { address::dataset(dataset) };
        let href = format!("{}#{anchor}", self.href(page, &address));
        self.plan.has(&address::dataset(dataset)).then(|| Link::to(Phrase::new(other), href))
    }

    /// DataCite's order: creator (year). Title (version). Publisher. Address.
    fn citation(&self, page: &PagePlan, record: &Record) -> Citation {
        let publisher = record.publisher.as_ref().map(|p| p.name.text(&page.lang).to_owned());
        let year = record.modified.or(record.issued).map(|d| format!(" ({})", d.year)).unwrap_or_default();
        let version = record.version.as_ref().map(|v| format!(" ({v})")).unwrap_or_default();
        let portal = self.portal.settings.title.text(&page.lang);
        let url = self.plan.catalog.url(&page.path).map(|url| format!(" {url}")).unwrap_or_default();
        let creator = publisher.unwrap_or_else(|| portal.to_owned());
        let title = record.title.text(&page.lang);
        let file = |(name, ending): &(&str, &str)| {
            Link::to(Phrase::new(*name), self.href_of_file(page, &address::citation(&record.id, ending)))
        };
        let files = address::CITATIONS.iter().map(file).collect();
        Citation { text: format!("{creator}{year}. {title}{version}. {portal}.{url}"), files }
    }
}

/// Whether a column's values are written as numbers of a language, with marks between thousands; years are not.
fn is_quantity(column: &Column) -> bool {
    column.kind.is_numeric() && !is_year(column)
}

/// The page of a table's dictionary.
fn dictionary_address(table: &Table) -> String {
    format!("datasets/{}/{}.html", table.dataset.to_ascii_lowercase(), table.resource)
}

/// Whether a dataset has too many tables for one page to show them in full.
fn has_many(tables: &Tables, dataset: &str) -> bool {
    tables.of(dataset).count() > WHOLE_TABLES
}

/// Whether a dataset's dictionaries stand on pages of their own.
fn is_apart(tables: &Tables, dataset: &str) -> bool {
    let columns: usize = tables.of(dataset).map(|t| t.columns.len()).sum();
    columns > DICTIONARY_COLUMNS || has_many(tables, dataset)
}

/// Where a column stands in the dictionary of its dataset's page.
fn column_anchor(resource: &str, column: &str) -> String {
    format!("{resource}-{}", crate::text::slug::slug(column))
}

/// Which of the facts that catalogs want are given.
fn quality(record: &Record) -> Quality {
    let check = |fact: Fact| Check {
        text: Phrase::message(format!("fact-{}", fact.id())),
        passed: !record.missing.contains(&fact),
    };
    let checks: Vec<Check> = Fact::ALL.into_iter().map(check).collect();
    Quality { passed: checks.iter().filter(|c| c.passed).count() as u64, total: checks.len() as u64, checks }
}

/// Whether a column's smallest and largest value tell a reader anything; the first and last name of a list do not.
fn has_order(kind: FieldType) -> bool {
    use FieldType::{Date, DateTime, Integer, Number, Time, Year, YearMonth};
    matches!(kind, Integer | Number | Date | DateTime | Time | Year | YearMonth)
}

/// A share as a percentage with at most one decimal, rounded half up; none of nothing.
fn percent(part: u64, whole: u64) -> Option<String> {
    if whole == 0 || part == 0 {
        return None;
    }
    let tenths = (u128::from(part) * 2000 + u128::from(whole)) / (u128::from(whole) * 2);
    Some(match (tenths / 10, tenths % 10) {
        (whole, 0) => whole.to_string(),
        (whole, tenth) => format!("{whole}.{tenth}"),
    })
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn percentages_are_rounded_once() {
        assert_eq!(percent(1, 8).as_deref(), Some("12.5"));
        assert_eq!(percent(1, 3).as_deref(), Some("33.3"));
        assert_eq!(percent(3, 3).as_deref(), Some("100"));
        assert_eq!(percent(0, 3), None);
    }
}
