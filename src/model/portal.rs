//! Everything that a portal's files say, as facts of every kind.

use super::action_plan::ActionPlan;
use super::address;
use super::commitment::Commitment;
use super::contradiction::Contradiction;
use super::dataset::Dataset;
use super::declared_fact::DeclaredType;
use super::declared_page::{DeclaredPage, DeclaredValue};
use super::exclusions::{ExcludedKind, Exclusion};
use super::head::Head;
use super::index::{PortalIndex, Positions, enter};
use super::initiative::Initiative;
use super::page::TextPage;
use super::publish_day::PublishDay;
use super::report::Report;
use super::settings::Settings;
use super::status_update::StatusUpdate;
use super::term::Terms;
use super::vocabulary::Taxonomy;
use super::waiver::PublishedWaiver;
use crate::diag::{Diagnostic, Sink, codes};
use crate::text::date::PartialDate;
use std::collections::BTreeMap;

/// Everything that the portal's files say.
#[derive(Debug)]
pub struct Portal {
    /// The settings.
    pub settings: Settings,
    /// The home page's title and text, where it has a file.
    pub(crate) home: Option<TextPage>,
    /// Ordinary pages.
    pub pages: Vec<TextPage>,
    /// Commitments.
    pub commitments: Vec<Commitment>,
    /// End-of-commitment reports.
    pub reports: Vec<Report>,
    /// Action plans.
    pub action_plans: Vec<ActionPlan>,
    /// Initiatives and good practices.
    pub initiatives: Vec<Initiative>,
    /// Pages of the kinds that the settings declare.
    pub declared: Vec<DeclaredPage>,
    /// Localities, institutions, policy areas, sectors, values.
    pub terms: Terms,
    /// Datasets.
    pub datasets: Vec<Dataset>,
    /// Files under `content/` that are not pages: where each is and its address.
    pub(crate) attachments: Vec<String>,
    /// The sizes of those, in the same order.
    pub(crate) attachment_bytes: Vec<u64>,
    /// Files of pages whose identifier another page has, and the files of those.
    pub(crate) repeated: BTreeMap<String, String>,
    /// What was left out because something is wrong in it.
    pub(crate) left_out: Vec<Exclusion>,
    /// The personal data that it publishes by decision of an office, once that is known.
    pub(crate) waived: Vec<PublishedWaiver>,
    /// What does not fit together in its pages, in the order of their files.
    pub(crate) contradictions: Vec<Contradiction>,
    /// The day that it was told to stand on.
    pub(super) as_of: Option<PartialDate>,
    /// The day up to which pages are published that wait for one.
    pub(super) until: PublishDay,
    /// Who names whom.
    pub(super) index: PortalIndex,
}

impl Portal {
    /// Returns a portal of which only settings are known.
    pub(super) fn new(settings: Settings) -> Portal {
        Portal {
            terms: Terms::known(&settings.languages),
            home: None,
            pages: Vec::new(),
            commitments: Vec::new(),
            reports: Vec::new(),
            action_plans: Vec::new(),
            initiatives: Vec::new(),
            declared: Vec::new(),
            datasets: Vec::new(),
            attachments: Vec::new(),
            attachment_bytes: Vec::new(),
            repeated: BTreeMap::new(),
            left_out: Vec::new(),
            waived: Vec::new(),
            contradictions: Vec::new(),
            as_of: None,
            until: PublishDay::default(),
            index: PortalIndex::default(),
            settings,
        }
    }

    /// The newest date that the content gives as its own: what "now" means where nothing else says so.
    pub(crate) fn newest(&self) -> Option<PartialDate> {
        let updated = self.heads().filter_map(|head| head.updated);
        let reported = self.commitments.iter().flat_map(Commitment::all_updates);
        let updated = updated.chain(reported.filter_map(StatusUpdate::day));
        let datasets = self
            .datasets
            .iter()
            .flat_map(|d| [d.modified, d.issued])
            .flatten();
        updated.chain(datasets).max_by_key(|date| date.last_day())
    }

    /// Pages that have files under `content/`, each with its place among the pages of its kind.
    pub(crate) fn written(&self) -> impl Iterator<Item = (usize, &Head)> {
        let terms = Taxonomy::ALL
            .into_iter()
            .flat_map(|t| self.terms.of(t))
            .filter_map(|t| t.head.as_ref());
        (self.home.iter().map(|p| &p.head).enumerate())
            .chain(self.pages.iter().map(|p| &p.head).enumerate())
            .chain(self.commitments.iter().map(|c| &c.head).enumerate())
            .chain(self.reports.iter().map(|r| &r.head).enumerate())
            .chain(self.action_plans.iter().map(|p| &p.head).enumerate())
            .chain(self.initiatives.iter().map(|i| &i.head).enumerate())
            .chain(self.declared.iter().map(|page| &page.head).enumerate())
            .chain(terms.enumerate())
    }

    /// What every page has, page by page.
    pub(crate) fn heads(&self) -> impl Iterator<Item = &Head> {
        self.written()
            .map(|(_, head)| head)
            .chain(self.datasets.iter().map(|d| &d.head))
    }

    /// Whether a dataset of this identifier was left out.
    pub(crate) fn is_left_out(&self, dataset: &str) -> bool {
        self.left_out
            .iter()
            .any(|one| one.what == ExcludedKind::Dataset && one.id.eq_ignore_ascii_case(dataset))
    }

    /// Puts the things of each kind in the order that their `order:` asks for.
    pub(super) fn put_in_order(&mut self) {
        self.pages.sort_by_key(|page| page.head.rank());
        self.commitments
            .sort_by_key(|commitment| commitment.head.rank());
        self.reports.sort_by_key(|report| report.head.rank());
        self.action_plans.sort_by_key(|plan| plan.head.rank());
        self.initiatives
            .sort_by_key(|initiative| initiative.head.rank());
        self.declared
            .sort_by_key(|page| (page.kind, page.head.rank()));
        self.datasets.sort_by_key(|dataset| dataset.head.rank());
    }

    /// Lets every commitment stand as it did on a day; updates after that are told, and do not count.
    pub(super) fn stand_on(&mut self, day: Option<PartialDate>, sink: &mut Sink) {
        self.as_of = day;
        for commitment in &mut self.commitments {
            for update in commitment.stand_on(day) {
                sink.push(ahead(commitment, &update, day));
            }
        }
    }

    /// Looks through all lists anew for who names whom.
    pub(super) fn enter_index(&mut self) {
        self.index = PortalIndex::of(
            &self.commitments,
            &self.reports,
            &self.pages,
            &self.datasets,
        );
        self.enter_declared();
    }

    /// Enters what pages of declared kinds name. Everything else is in the index by then.
    fn enter_declared(&mut self) {
        let mut declared = Positions::new();
        for (at, page) in self.declared.iter().enumerate() {
            let folder = &self.settings.kinds[page.kind].folder;
            enter(&mut declared, &address::declared(folder, &page.head.id), at);
        }
        self.index.declared = declared;
        let mut naming = Positions::new();
        for (at, page) in self.declared.iter().enumerate() {
            for address in self.named_by(page) {
                enter(&mut naming, &address, at);
            }
        }
        self.index.declared_naming = naming;
    }

    /// Returns the addresses of what a page of a declared kind names.
    fn named_by(&self, page: &DeclaredPage) -> Vec<String> {
        let facts = self.settings.kinds[page.kind].facts.iter();
        let given = facts.zip(&page.answers);
        given
            .flat_map(|(fact, values)| values.iter().map(move |value| (&fact.form, value)))
            .filter_map(|named| match named {
                (DeclaredType::Term(taxonomy), DeclaredValue::Term(term)) => {
                    Some(address::term(*taxonomy, &term.id))
                }
                (DeclaredType::Reference(thing), DeclaredValue::Named(id)) => {
                    self.address_of(thing, &id.value)
                }
                _ => None,
            })
            .collect()
    }

    /// Returns the portal with datasets that were made of what its pages say.
    pub(crate) fn with(mut self, registers: Vec<Dataset>) -> Portal {
        self.datasets.extend(registers);
        self.index.enter_datasets(&self.datasets);
        self.enter_declared();
        self
    }
}

/// Returns the finding that an update is of a later day than the portal.
fn ahead(of: &Commitment, update: &StatusUpdate, day: Option<PartialDate>) -> Diagnostic {
    let [date, day] = [update.day(), day].map(|date| date.map(|date| date.to_string()));
    let span = update.date.as_ref().map_or(&update.span, |date| &date.span);
    Diagnostic::new(&codes::UPDATE_AHEAD)
        .at(of.head.file.place(span.clone()))
        .arg("date", date.unwrap_or_default())
        .arg("day", day.unwrap_or_default())
}
