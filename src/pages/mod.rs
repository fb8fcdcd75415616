//! Floor 6: everything that the site will hold, with every address given once.
//!
//! [`draw`] asks each [kind](kinds) for its pages and gives each its place in every language; [`SiteFacts`] is what a
//! kind then looks at to fill a page's context.

pub mod a_to_z;
pub mod action_plan;
pub(crate) mod alike_columns;
pub(crate) mod charts;
pub(crate) mod column_names;
pub mod commitment;
pub(crate) mod commitment_facet;
pub mod context;
pub mod contradictions;
pub mod dataset;
pub(crate) mod dataset_facet;
pub(crate) mod dataset_lists;
mod dates;
pub mod declared;
pub mod developers;
pub mod dictionary;
pub(crate) mod editions;
pub(crate) mod entries;
pub(crate) mod evaluations;
pub(crate) mod facets;
pub(crate) mod frame;
pub mod glossary;
pub(crate) mod headlines;
pub(crate) mod holders;
pub mod home;
pub mod initiative;
mod jumps;
pub mod kinds;
pub mod left_out;
pub(crate) mod linking;
pub mod links;
pub mod lists;
pub(crate) mod milestones;
pub(crate) mod named_by;
pub mod not_found;
mod odd_lines;
pub mod offline;
pub mod ordinary;
pub(crate) mod overdue;
mod page_ids;
pub(crate) mod page_kind;
pub(crate) mod paging;
pub(crate) mod prose;
pub mod quality;
pub(crate) mod redirects;
pub(crate) mod renamed_terms;
pub mod report;
pub(crate) mod revise;
pub(crate) mod row_pages;
pub mod rows;
pub mod search;
pub(crate) mod search_text;
mod search_values;
mod search_words;
pub mod series;
pub(crate) mod service_worker;
mod site_facts;
pub(crate) mod snippets;
mod stand_in;
mod status_count;
pub(crate) mod status_tally;
pub mod statuses;
pub mod table;
pub mod terms;
pub(crate) mod unused_languages;
mod value_order;
pub mod waivers;

use crate::diag::{AddressHolder, Diagnostic, Place, Sink, codes};
use crate::downloads::Files;
use crate::history::Histories;
use crate::model::Portal;
use crate::model::head::{Head, OwnFacts};
use crate::record::{CatalogRecord, PortalFacts};
use crate::source::address_list::AddressList;
use crate::stage::is_plain;
use crate::text::date::PartialDate;
use crate::text::lang::Lang;
use crate::text::messages::Arg;
use crate::text::phrase::{SayMessage, sentence_about};
use crate::text::words::Words;
use page_kind::PageKind;
use paging::ListRange;
use row_pages::RowCut;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use tragaluz_tables::Tables;

pub use crate::model::address;
pub(crate) use frame::FrameInputs;
pub(crate) use redirects::MovedFile;
pub(crate) use site_facts::SiteFacts;

/// A page that a kind wants, before languages.
#[derive(Debug, Clone)]
pub(crate) struct Draft {
    /// Its address, without a language.
    pub(crate) address: String,
    /// Which thing of its kind it shows, as the kind counts them.
    pub(crate) item: usize,
    /// Which page of a list, from 1.
    pub(crate) part: usize,
    pub(crate) title: Title,
    pub(crate) summary: Words,
    /// When its facts last changed.
    pub(crate) updated: Option<PartialDate>,
    /// The page above it, by title and address.
    pub(crate) parent: Option<(Title, String)>,
    /// The file that it is made from, in each language that has one.
    pub(crate) source: Option<String>,
    /// Languages its text is written in; empty for pages without a text of their own.
    pub(crate) written: Vec<Lang>,
    pub(crate) former: Vec<String>,
    /// Whether a dated change of it is news.
    pub(crate) news: bool,
    /// Which entries of its list it shows, where it shows a list.
    pub(crate) span: ListRange,
    /// Which rows and columns it shows, where it shows a table's.
    pub(crate) rows: RowCut,
    /// Facts of its file that the program does not know.
    pub(crate) own: OwnFacts,
    /// What such a page is called, where the portal declares its kind itself.
    pub(crate) noun: Words,
}

/// A page's heading: the portal's words, or a message of the theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Title {
    /// The portal's own words.
    Words(Words),
    /// The name of the theme's message.
    Message(&'static str),
    /// The name of a message that is a sentence about `$name` and `$second`, and these.
    Sentence(String, Vec<Title>),
}

/// Variables of a sentence that is a heading, in order.
const NAMES: [&str; 2] = ["name", "second"];

impl Title {
    /// The heading as plain text; `say` knows the theme's messages in that language.
    pub(crate) fn text(&self, lang: &Lang, say: SayMessage<'_>) -> String {
        match self {
            Title::Words(words) => words.text(lang).to_owned(),
            Title::Message(id) => say(id, &[]),
            Title::Sentence(id, names) => {
                let said: Vec<String> = names.iter().map(|name| name.text(lang, say)).collect();
                let id = sentence_about(id, said.first().map_or("", String::as_str), say);
                let args: Vec<(&str, Arg)> = (NAMES.into_iter().zip(said))
                    .map(|(variable, said)| (variable, said.into()))
                    .collect();
                say(&id, &args)
            }
        }
    }
}

impl Draft {
    pub(crate) fn generated(address: String, title: Title) -> Draft {
        Draft {
            address,
            item: 0,
            part: 1,
            title,
            summary: Words::default(),
            updated: None,
            parent: None,
            source: None,
            written: Vec::new(),
            former: Vec::new(),
            news: false,
            span: ListRange::default(),
            rows: RowCut::default(),
            own: OwnFacts::default(),
            noun: Words::default(),
        }
    }

    /// Returns the pages of a list that the program makes, one for each span; the later ones are below the first.
    /// `at(n)` is the address of page `n`.
    pub(crate) fn pages_of_list(
        title: &Title,
        spans: impl IntoIterator<Item = ListRange>,
        at: impl Fn(usize) -> String,
    ) -> Vec<Draft> {
        (1..)
            .zip(spans)
            .map(|(part, span)| {
                let draft = Draft {
                    part,
                    span,
                    ..Draft::generated(at(part), title.clone())
                };
                if part > 1 {
                    draft.under(title.clone(), at(1))
                } else {
                    draft
                }
            })
            .collect()
    }

    /// A page that has a file.
    pub(crate) fn of(head: &Head, address: String, item: usize) -> Draft {
        Draft {
            item,
            summary: head.summary.clone(),
            updated: head.updated,
            source: Some(head.file.path.clone()),
            written: head.body.keys().cloned().collect(),
            former: head.former.clone(),
            news: true,
            own: head.own.clone(),
            ..Draft::generated(address, Title::Words(head.title.clone()))
        }
    }

    /// What holds its address: the file it is made from, or the program.
    fn holder(&self) -> AddressHolder {
        self.source
            .clone()
            .map_or(AddressHolder::Program, AddressHolder::File)
    }

    /// Says which thing of its kind it shows.
    #[must_use]
    pub(crate) fn item(mut self, item: usize) -> Draft {
        self.item = item;
        self
    }

    /// Says which page is above it.
    #[must_use]
    pub(crate) fn under(mut self, title: Title, address: impl Into<String>) -> Draft {
        self.parent = Some((title, address.into()));
        self
    }
}

/// A page in one language.
#[derive(Clone)]
pub(crate) struct PagePlan {
    pub(crate) kind: PageKind,
    /// What the kind said of it.
    pub(crate) draft: Arc<Draft>,
    pub(crate) lang: Lang,
    /// Its path from the site's root.
    pub(crate) path: String,
}

/// A former address of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct FormerAddress {
    /// The path that the page had.
    pub(crate) from: String,
    /// The place of the page in [`Plan::pages`].
    pub(crate) page: usize,
}

/// Every page and file of the site with its address, and what former addresses lead to.
pub(crate) struct Plan {
    /// Every page in every language.
    pub(crate) pages: Vec<PagePlan>,
    /// The versions of datasets.
    pub(crate) histories: Histories,
    /// Addresses of pages by the files that they are made from.
    by_source: BTreeMap<String, String>,
    /// Files that give pages in other languages than the main one, by their paths.
    translations: BTreeMap<String, links::Translation>,
    /// What is published of each file of `data/`, by its path in the portal.
    received: BTreeMap<String, String>,
    taken: holders::TakenAddresses,
    /// Every page's address, without language.
    addresses: BTreeMap<String, Arc<Draft>>,
    /// Files that are once for all languages, and their sizes where they are known.
    files: BTreeMap<String, Option<u64>>,
    /// Names that are not in ASCII, by their composed form (NFC).
    composed: BTreeMap<String, String>,
    /// Former addresses, and the pages that took their place.
    pub(crate) former: Vec<FormerAddress>,
    /// The lists into which that of commitments is cut.
    pub(crate) commitments: facets::FilteredLists,
    /// The lists into which that of datasets is cut.
    pub(crate) datasets: facets::FilteredLists,
    /// The milestones of all commitments.
    pub(crate) milestones: milestones::shared::MilestoneLists,
    /// Commitments in other orders.
    pub(crate) sorted: [lists::SortedList; 2],
    pub(crate) index: a_to_z::index::Index,
    /// Whether there is a search page with a script.
    pub(crate) searchable: bool,
    pub(crate) moved: Vec<MovedFile>,
    /// Published pages of terms that are gone, and the corrected ones that took their place, by their paths.
    pub(crate) succeeded: Vec<(String, String)>,
    /// Pages of datasets that were left out.
    left_out: Vec<String>,
    /// Files that were left out.
    left_out_files: BTreeSet<String>,
    pub(crate) catalog: CatalogRecord,
    /// Where links to figures lead.
    pub(crate) figures: links::figures::FigureLinks,
}

impl Plan {
    /// The page at an address.
    pub(crate) fn page(&self, address: &str) -> Option<&Draft> {
        self.addresses.get(address).map(Arc::as_ref)
    }

    /// Whether there is a page at this address.
    pub(crate) fn has(&self, address: &str) -> bool {
        self.addresses.contains_key(address)
    }

    /// Whether there is a search page that a script searches.
    pub(crate) fn has_search(&self) -> bool {
        self.pages.iter().any(|page| page.kind == PageKind::Search)
    }

    /// The address of the page made from this file of the portal.
    pub(crate) fn made_from(&self, source: &str) -> Option<&str> {
        self.by_source.get(source).map(String::as_str)
    }
}

/// Gives every page its address; what was published before leads on. `as_of` is the day on which milestones are overdue or not.
pub(crate) fn draw(
    portal: &Portal,
    as_of: Option<PartialDate>,
    tables: &Tables,
    files: &Files,
    catalog: CatalogRecord,
    published: &AddressList,
    sink: &mut Sink,
) -> Plan {
    if portal.settings.base_url.is_none() {
        sink.push(Diagnostic::new(&codes::NO_BASE_URL).at(portal.settings.place.clone()));
    }
    let lists = CutLists::draw(portal, as_of, &catalog, sink);
    let mut plan = Plan {
        translations: links::translations(portal),
        received: links::received(files, tables),
        files: once_for_all(portal, files),
        commitments: lists.commitments,
        datasets: lists.datasets,
        milestones: lists.milestones,
        sorted: lists.sorted,
        searchable: portal.settings.search,
        ..Plan::empty(catalog)
    };
    for kind in PageKind::ALL {
        for draft in kind.pages(portal, tables) {
            plan.place(*kind, draft, portal, sink);
        }
    }
    plan.stand_in(portal, published, sink);
    plan.index = a_to_z::index::draw(&plan.pages);
    for kind in PageKind::ALL {
        for draft in kind.pages_about(&plan) {
            plan.place(*kind, draft, portal, sink);
        }
    }
    plan.place_attachments(portal, sink);
    plan.place_repeated(portal);
    plan.compose_names();
    plan.move_on(portal, sink);
    let withheld = redirects::withheld(tables, published);
    plan.move_files(portal, files, withheld, sink);
    plan.succeed(published, sink);
    links::check::check(portal, &plan, sink);
    plan
}

/// Long lists, cut by what their things share.
struct CutLists {
    commitments: facets::FilteredLists,
    datasets: facets::FilteredLists,
    milestones: milestones::shared::MilestoneLists,
    sorted: [lists::SortedList; 2],
}

impl CutLists {
    /// Cuts them side by side; what is found is told in one order.
    fn draw(
        portal: &Portal,
        as_of: Option<PartialDate>,
        catalog: &CatalogRecord,
        sink: &mut Sink,
    ) -> CutLists {
        let room = paging::room(portal, kinds::LIST_BUDGET, 0);
        let [mut of_commitments, mut of_datasets, mut of_milestones] =
            [(); 3].map(|()| Sink::new());
        let mut milestones = milestones::shared::MilestoneLists::default();
        let own = rayon::in_place_scope(|scope| {
            scope.spawn(|_| {
                milestones = milestones::shared::draw(portal, as_of, &mut of_milestones);
            });
            CutLists {
                commitments: commitment_facet::shared::draw(portal, &mut of_commitments),
                datasets: dataset_facet::shared::draw(catalog, room, &mut of_datasets),
                milestones: milestones::shared::MilestoneLists::default(),
                sorted: lists::draw_sorted(portal),
            }
        });
        for found in [of_commitments, of_datasets, of_milestones] {
            sink.extend(found.into_found());
        }
        CutLists { milestones, ..own }
    }
}

impl Plan {
    /// Returns a plan without a page.
    fn empty(catalog: CatalogRecord) -> Plan {
        Plan {
            pages: Vec::new(),
            histories: Histories::default(),
            by_source: BTreeMap::new(),
            translations: BTreeMap::new(),
            received: BTreeMap::new(),
            taken: holders::TakenAddresses::default(),
            addresses: BTreeMap::new(),
            files: BTreeMap::new(),
            composed: BTreeMap::new(),
            former: Vec::new(),
            commitments: facets::FilteredLists::default(),
            datasets: facets::FilteredLists::default(),
            milestones: milestones::shared::MilestoneLists::default(),
            sorted: Default::default(),
            index: a_to_z::index::Index::new(),
            searchable: false,
            moved: Vec::new(),
            succeeded: Vec::new(),
            left_out: Vec::new(),
            left_out_files: BTreeSet::new(),
            catalog,
            figures: links::figures::FigureLinks::default(),
        }
    }

    /// Leads links to a file that repeats another's page to that page.
    fn place_repeated(&mut self, portal: &Portal) {
        for (file, first) in &portal.repeated {
            if let Some(address) = self.by_source.get(first).cloned() {
                self.by_source.insert(file.clone(), address);
            }
        }
    }
}

impl Plan {
    /// Enters former addresses, in every language; one that is in use, or leads out of the site, is a finding.
    fn move_on(&mut self, portal: &Portal, sink: &mut Sink) {
        let mut former: Vec<FormerAddress> = Vec::new();
        let mut taken: BTreeMap<String, AddressHolder> = BTreeMap::new();
        for (at, page) in self
            .pages
            .iter()
            .enumerate()
            .filter(|(_, p)| !p.draft.former.is_empty())
        {
            let source = page.draft.source.clone().unwrap_or_default();
            for from in &page.draft.former {
                let from = from.trim_start_matches('/');
                let path = address::in_lang(&page.lang, portal.settings.main(), from);
                if !is_plain(from) || !from.ends_with(".html") {
                    sink.push(
                        Diagnostic::new(&codes::LINK_LEADS_OUT)
                            .at(Place::file(&source))
                            .arg("path", from),
                    );
                } else if let Some(holder) = self
                    .page(from)
                    .map(Draft::holder)
                    .or_else(|| taken.get(&path).cloned())
                {
                    sink.push(Diagnostic::address_taken(
                        from,
                        &holder,
                        &AddressHolder::File(source.clone()),
                    ));
                } else {
                    taken.insert(path.clone(), AddressHolder::File(source.clone()));
                    former.push(FormerAddress {
                        from: path,
                        page: at,
                    });
                }
            }
        }
        self.former = former;
    }
}

impl Plan {
    /// Enters former addresses of files, and of the pages that go with them.
    fn move_files(
        &mut self,
        portal: &Portal,
        files: &Files,
        withheld: Vec<(String, String)>,
        sink: &mut Sink,
    ) {
        let moved = redirects::moved(portal, self, files, withheld, sink);
        let mut taken: BTreeSet<String> = self.former.iter().map(|f| f.from.clone()).collect();
        let mut at_address: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (at, page) in self
            .pages
            .iter()
            .enumerate()
            .filter(|_| !moved.pages.is_empty())
        {
            at_address.entry(&page.draft.address).or_default().push(at);
        }
        for (from, to) in moved.pages {
            for at in at_address.get(to.as_str()).into_iter().flatten() {
                let from = address::in_lang(&self.pages[*at].lang, portal.settings.main(), &from);
                if taken.insert(from.clone()) {
                    self.former.push(FormerAddress { from, page: *at });
                }
            }
        }
        self.moved = moved.files;
    }
}

/// Attachments and downloads, by their paths in the site.
fn once_for_all(portal: &Portal, files: &Files) -> BTreeMap<String, Option<u64>> {
    let attachments = portal.attachments.iter().zip(&portal.attachment_bytes);
    let attachments = attachments.filter_map(|(path, bytes)| {
        Some((path.strip_prefix("content/")?.to_owned(), Some(*bytes)))
    });
    attachments
        .chain(
            files
                .all()
                .iter()
                .map(|file| (file.path.clone(), Some(file.bytes))),
        )
        .collect()
}

/// What the record takes from the settings.
pub(crate) fn facts(portal: &Portal) -> PortalFacts {
    let s = &portal.settings;
    PortalFacts {
        title: s.title.clone(),
        description: s.description.clone(),
        main: s.main().clone(),
        languages: s.languages.clone(),
        base_url: s.base_url.clone(),
        publisher: s.publisher.clone(),
        contact: s.contact.clone(),
        licenses: s.licence.clone().into_iter().collect(),
        series: s.series.clone(),
        services: s.services.clone(),
        commitments: resting(portal),
    }
}

/// The commitments that rest on each dataset.
fn resting(portal: &Portal) -> BTreeMap<String, Vec<String>> {
    let mut all: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for commitment in &portal.commitments {
        for dataset in &commitment.datasets {
            let ids = all.entry(dataset.value.to_ascii_lowercase()).or_default();
            if ids.last() != Some(&commitment.head.id) {
                ids.push(commitment.head.id.clone());
            }
        }
    }
    all
}
