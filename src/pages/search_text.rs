//! What a search finds each thing by, besides its title and summary.

use super::kinds::{FactsShown, SearchRank, SearchText};
use super::overdue::{self, Lateness};
use super::search_values::{labels, placed};
use super::search_words::{category_values, forms_of_id, initials, period_of, years};
use super::{PagePlan, SiteFacts, address, linking};
use crate::model::action_plan::ActionPlan;
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::dataset::Dataset;
use crate::model::head::Head;
use crate::model::initiative::Initiative;
use crate::model::report::Report;
use crate::model::term::{Term, TermRef};
use crate::model::vocabulary::{Completion, Status, Taxonomy};
use crate::text::words::Words;
use tragaluz_tables::Table;

/// By the text of a page.
pub(super) fn of_text(site: &SiteFacts<'_>, page: &PagePlan, head: &Head) -> SearchText {
    let body = head
        .body(&page.lang, site.portal.settings.main())
        .map(|(_, body)| body);
    let sections = body.iter().flat_map(|body| &body.sections);
    let texts = sections
        .flat_map(|s| s.heading.as_deref().into_iter().chain([&*s.markdown]))
        .map(str::to_owned)
        .collect();
    SearchText {
        aliases: vec![head.id.clone()],
        texts,
        ..SearchText::default()
    }
}

fn name_of(site: &SiteFacts<'_>, page: &PagePlan, taxonomy: Taxonomy, id: &str) -> Option<String> {
    site.portal
        .terms
        .get(taxonomy, id)
        .map(|term| term.name.text(&page.lang).to_owned())
}

/// What a portal's terms add to what a page is found by.
struct Names<'s> {
    site: &'s SiteFacts<'s>,
    page: &'s PagePlan,
}

impl Names<'_> {
    fn of<'t>(
        &self,
        taxonomy: Taxonomy,
        terms: impl IntoIterator<Item = &'t TermRef>,
    ) -> Vec<String> {
        let terms = terms.into_iter();
        terms
            .filter_map(|term| name_of(self.site, self.page, taxonomy, &term.id))
            .collect()
    }

    /// Names of institutions, with the initials and the identifiers by which people know them.
    fn of_institutions<'t>(&self, terms: impl IntoIterator<Item = &'t TermRef>) -> Vec<String> {
        let mut all = Vec::new();
        for term in terms {
            let names = self.of(Taxonomy::Institution, [term]);
            all.extend(names.iter().filter_map(|name| initials(name)));
            all.extend(names);
            all.push(term.id.clone());
        }
        all
    }

    /// Names of what a commitment is about.
    fn of_subjects(&self, c: &Commitment) -> Vec<String> {
        let mut all = self.of(Taxonomy::PolicyArea, &c.policy_areas);
        all.extend(self.of(Taxonomy::Sector, &c.sector));
        all.extend(self.of(Taxonomy::Value, c.values.iter().map(|v| &v.value)));
        all
    }

    /// The title of a plan; of one that has no page the words of its identifier.
    fn of_plan(&self, id: &str) -> String {
        let link = linking::link(self.site, self.page, &address::action_plan(id));
        let title = link.and_then(|link| link.text.text);
        title.unwrap_or_else(|| id.to_owned())
    }
}

/// By its identifier however it is typed, whoever leads it, where and when it is, what it is about, how it stands, its plans
/// and its milestones.
pub(super) fn of_commitment(site: &SiteFacts<'_>, page: &PagePlan, c: &Commitment) -> SearchText {
    let mut found = of_text(site, page, &c.head);
    let names = Names { site, page };
    found.aliases = forms_of_id(&c.head.id);
    let involved = c.institutions.iter().map(|i| &i.institution);
    found.names.extend(names.of_institutions(involved));
    let place = names.of(Taxonomy::Locality, &c.locality);
    found.aliases.extend(place.iter().cloned());
    found.names.extend(names.of_subjects(c));
    if let PlanMembership::Plans(plans) = &c.action_plans {
        let plans = plans.iter().map(|plan| names.of_plan(&plan.value));
        found.names.extend(plans);
    }
    let period = period_of(c.start.as_ref(), c.end.as_ref());
    found.names.extend(years(period));
    let reported = c.all_updates().map(|update| &update.text);
    let milestones = c.milestones.iter().map(|m| &m.text).chain(reported);
    let milestones = milestones.filter(|words| !words.is_empty());
    let milestones = milestones.map(|words| words.text(&page.lang).to_owned());
    found.texts.extend(milestones);
    let standing = standing(site, c);
    found.messages = standing.messages;
    found.rank = SearchRank::First;
    found.shown = FactsShown {
        place: place.into_iter().next(),
        status: standing.shown,
        years: period,
    };
    found
}

/// How a commitment stands, in words.
struct Standing {
    /// Messages by which it is found.
    messages: Vec<&'static str>,
    /// Messages that its result shows.
    shown: Vec<&'static str>,
}

fn standing(site: &SiteFacts<'_>, c: &Commitment) -> Standing {
    let Lateness {
        overdue_since,
        report_missing_since,
    } = overdue::of_commitment(site, c);
    let [own, others] = words_of_status(c.status());
    let mut messages = vec![own, others];
    let completion = (site.portal.evaluation(c))
        .and_then(|evaluation| evaluation.completion())
        .map(|reported| word_of_completion(reported.value));
    messages.extend(completion.into_iter().flat_map(words_of_evaluation));
    let mut shown = vec![own];
    if let Some(word) = completion {
        shown = vec!["completion", word];
    }
    if overdue_since.is_some() {
        messages.push("search-words-overdue");
        shown.push("overdue");
    }
    if report_missing_since.is_some() {
        messages.push("search-words-overdue");
        shown = vec!["ended"];
    }
    Standing { messages, shown }
}

/// The messages of a status: its own, and the other words for it.
fn words_of_status(status: Status) -> [&'static str; 2] {
    match status {
        Status::Finished => ["status-finished", "search-words-finished"],
        Status::InProgress => ["status-in-progress", "search-words-in-progress"],
        Status::Stuck => ["status-stuck", "search-words-stuck"],
        Status::NotStarted => ["status-not-started", "search-words-not-started"],
        Status::Incomplete => ["status-incomplete", "search-words-incomplete"],
        Status::NotReported => ["status-not-reported", "search-words-not-reported"],
    }
}

/// The messages by which what was evaluated is found.
fn words_of_evaluation(completion: &'static str) -> [&'static str; 3] {
    ["completion", completion, "search-words-evaluated"]
}

fn word_of_completion(completion: Completion) -> &'static str {
    match completion {
        Completion::NoEvidence => "completion-no-evidence",
        Completion::NotStarted => "completion-not-started",
        Completion::Limited => "completion-limited",
        Completion::Substantial => "completion-substantial",
        Completion::Complete => "completion-complete",
    }
}

/// By its identifier, its place and its years.
pub(super) fn of_plan(site: &SiteFacts<'_>, page: &PagePlan, plan: &ActionPlan) -> SearchText {
    let mut found = of_text(site, page, &plan.head);
    let place = Names { site, page }.of(Taxonomy::Locality, &plan.locality);
    let period = period_of(plan.start.as_ref(), plan.end.as_ref());
    found.names.extend(place.iter().cloned());
    found.names.extend(years(period));
    found.shown = FactsShown {
        place: place.into_iter().next(),
        status: Vec::new(),
        years: period,
    };
    found
}

/// By its commitment, its locality, and what it says of the commitment as a whole.
pub(super) fn of_report(site: &SiteFacts<'_>, page: &PagePlan, r: &Report) -> SearchText {
    let mut found = of_text(site, page, &r.head);
    let commitment = r.commitment.iter();
    found
        .names
        .extend(commitment.flat_map(|id| forms_of_id(&id.value)));
    let place = Names { site, page }.of(Taxonomy::Locality, &r.locality);
    found.names.extend(place.iter().cloned());
    let completion = r.completion.as_ref().map(|c| word_of_completion(c.value));
    found.messages = completion.map_or_else(Vec::new, |word| words_of_evaluation(word).into());
    let said = completion.map_or_else(Vec::new, |word| vec!["completion", word]);
    found.shown = FactsShown {
        place: place.into_iter().next(),
        status: said,
        years: r.date.map(|date| [date.year, date.year]),
    };
    found
}

/// By whoever runs it and by what it is about.
pub(super) fn of_initiative(site: &SiteFacts<'_>, page: &PagePlan, i: &Initiative) -> SearchText {
    let mut found = of_text(site, page, &i.head);
    let names = Names { site, page };
    found.names.extend(names.of_institutions(&i.institution));
    found
        .names
        .extend(names.of(Taxonomy::PolicyArea, &i.topics));
    found.shown.years = period_of(i.start.as_ref(), i.end.as_ref());
    found
}

/// By its identifier, and the initials of its name where it is an institution's.
pub(super) fn of_term(site: &SiteFacts<'_>, page: &PagePlan, term: &Term) -> SearchText {
    let head = term.head.as_ref();
    let mut found = head.map_or_else(SearchText::default, |head| of_text(site, page, head));
    found.rank = SearchRank::Last;
    if term.taxonomy == Taxonomy::Institution {
        found.aliases.extend(initials(term.name.text(&page.lang)));
    }
    found
}

/// By its publisher, keywords, sources and years, and by its tables.
pub(super) fn of_dataset(site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset) -> SearchText {
    let mut found = of_text(site, page, &d.head);
    let said = |words: &Words| words.text(&page.lang).to_owned();
    if let Some(publisher) = &d.publisher {
        let name = said(&publisher.name);
        found.names.extend(initials(&name));
        found.names.push(name);
    }
    found.names.extend(d.keywords.iter().map(said));
    found.names.extend(d.spatial.iter().map(|s| said(&s.name)));
    add_tables(&mut found, site, page, d);
    let stated = d.stated.iter().map(|(_, words)| words);
    let stated = std::iter::once(&d.row_is).chain(stated);
    found.texts.extend(stated.map(said));
    let sources = d.origins.iter().map(|origin| said(&origin.title));
    found.texts.extend(sources);
    let (start, end) = d.temporal.unwrap_or_default();
    let period = start
        .or(end)
        .zip(end.or(start))
        .map(|(start, end)| [start.year, end.year]);
    found.names.extend(years(period));
    found.shown = FactsShown {
        place: d.spatial.iter().map(|s| said(&s.name)).next(),
        status: Vec::new(),
        years: period,
    };
    found
}

/// Adds names, titles and meanings of a dataset's files and columns, and the values of columns of categories and of years.
/// Registers repeat what pages say, and are found by none of their values.
fn add_tables(found: &mut SearchText, site: &SiteFacts<'_>, page: &PagePlan, d: &Dataset) {
    let said = |words: &Words| words.text(&page.lang).to_owned();
    for resource in &d.resources {
        let names = [resource.name.clone(), said(&resource.title)];
        found.names.extend(names);
        found.texts.push(said(&resource.description));
    }
    let tables = || site.tables.of(&d.head.id);
    for column in tables().flat_map(|table| &table.columns) {
        found
            .names
            .extend([column.name.clone(), said(&column.title)]);
        found.texts.push(said(&column.description));
    }
    if tables().any(Table::is_register) {
        found.messages.push("search-words-register");
        found.rank = SearchRank::Last;
    } else {
        found.values = tables().flat_map(category_values).collect();
        found.values.extend(labels(site, page, d));
        found.places = placed(site, page, d);
        let written = (found.places.iter()).map(|v| v.written.as_ref().unwrap_or(&v.shown));
        found.values.extend(written.cloned());
        found.rank = SearchRank::First;
    }
}
