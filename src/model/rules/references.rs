//! What a page refers to is in the portal.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::commitment::{Commitment, PlanMembership};
use crate::model::declared_fact::{DeclaredType, NamedThing};
use crate::model::declared_page::{DeclaredPage, DeclaredValue};
use crate::model::exclusions::{ExcludedKind, Exclusion};
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::source::fields::Spanned;
use crate::text::near::nearest;
use crate::text::words::Words;
use std::collections::BTreeMap;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let known = KnownIds::of(portal);
    for commitment in &portal.commitments {
        known.check_commitment(commitment, sink);
    }
    for r in &portal.reports {
        (known.commitments).check(&r.head, &r.commitment, "commitment", sink);
        (known.plans).check(&r.head, &r.action_plan, "action-plan", sink);
    }
    for d in &portal.datasets {
        known.series.check(&d.head, &d.series, "series", sink);
    }
    let served = (portal.settings.services.iter()).flat_map(|service| &service.datasets);
    for id in served.filter(|id| !known.datasets.has(&id.text)) {
        sink.push((known.datasets).absent(&id.text, id.place.clone(), "dataset"));
    }
    for i in &portal.initiatives {
        (known.commitments).check(&i.head, &i.commitments, "commitment", sink);
        (known.datasets).check(&i.head, &i.datasets, "dataset", sink);
    }
    for page in &portal.declared {
        check_declared(page, portal, &known, sink);
    }
}

/// Tells what a page of a declared kind names that is not in the portal.
fn check_declared(page: &DeclaredPage, portal: &Portal, known: &KnownIds<'_>, sink: &mut Sink) {
    let facts = portal.settings.kinds[page.kind].facts.iter();
    for (fact, values) in facts.zip(&page.answers) {
        let DeclaredType::Reference(thing) = &fact.form else {
            continue;
        };
        let ids: Vec<Spanned<String>> = (values.iter())
            .filter_map(|value| match value {
                DeclaredValue::Named(id) => Some(id.clone()),
                _ => None,
            })
            .collect();
        match thing {
            NamedThing::Commitment => known
                .commitments
                .check(&page.head, &ids, "commitment", sink),
            NamedThing::Dataset => known.datasets.check(&page.head, &ids, "dataset", sink),
            NamedThing::Initiative => known
                .initiatives
                .check(&page.head, &ids, "initiative", sink),
            NamedThing::Declared(kind) => {
                if let Some(pages) = known.declared.get(kind.as_str()) {
                    pages.check(&page.head, &ids, kind, sink);
                }
            }
        }
    }
}

/// Identifiers of each kind of thing.
struct KnownIds<'a> {
    commitments: NamedIds<'a>,
    plans: NamedIds<'a>,
    reports: NamedIds<'a>,
    datasets: NamedIds<'a>,
    series: NamedIds<'a>,
    initiatives: NamedIds<'a>,
    /// Pages of declared kinds, by the names of those.
    declared: BTreeMap<&'a str, NamedIds<'a>>,
}

impl<'a> KnownIds<'a> {
    fn of(portal: &'a Portal) -> Self {
        let (left_out, series) = (&portal.left_out, &portal.settings.series);
        KnownIds {
            commitments: NamedIds::of(
                (portal.commitments.iter().map(|c| named(&c.head)))
                    .chain(named_exclusions(left_out, ExcludedKind::Commitment)),
            ),
            plans: NamedIds::of(
                (portal.action_plans.iter().map(|p| named(&p.head)))
                    .chain(named_exclusions(left_out, ExcludedKind::ActionPlan)),
            ),
            reports: NamedIds::of(
                (portal.reports.iter().map(|r| named(&r.head)))
                    .chain(named_exclusions(left_out, ExcludedKind::Report)),
            ),
            datasets: NamedIds::of(
                (portal.datasets.iter().map(|d| named(&d.head)))
                    .chain(named_exclusions(left_out, ExcludedKind::Dataset)),
            ),
            series: NamedIds::of(series.iter().map(|s| (&*s.id, &s.title))),
            initiatives: NamedIds::of((portal.initiatives.iter().map(|i| named(&i.head))).chain(
                [true, false].into_iter().flat_map(|practice| {
                    named_exclusions(left_out, ExcludedKind::Initiative { practice })
                }),
            )),
            declared: declared(portal),
        }
    }

    fn check_commitment(&self, c: &Commitment, sink: &mut Sink) {
        if let PlanMembership::Plans(plans) = &c.action_plans {
            self.plans.check(&c.head, plans, "action-plan", sink);
        }
        let inception = c.inception_report.as_ref();
        let plan = inception.and_then(|r| r.action_plan.as_ref());
        self.plans.check(&c.head, plan, "action-plan", sink);
        self.datasets.check(&c.head, &c.datasets, "dataset", sink);
        (self.commitments).check(&c.head, &c.related, "commitment", sink);
        for id in c.reports.iter().filter(|id| !self.reports.has(&id.value)) {
            let place = c.head.file.place(id.span.clone());
            let finding = Diagnostic::new(&codes::REPORT_ABSENT).at(place);
            let near = self.reports.near(&id.value);
            sink.push(finding.arg("id", &id.value).arg("near", near));
        }
    }
}

/// Returns the identifiers of pages of declared kinds, by the names of those.
fn declared(portal: &Portal) -> BTreeMap<&str, NamedIds<'_>> {
    let kinds = portal.settings.kinds.iter().enumerate();
    let of_kind = kinds.map(|(at, kind)| {
        let pages = portal.declared.iter().filter(move |page| page.kind == at);
        let left_out = ExcludedKind::Declared(kind.folder.clone());
        let left_out = named_exclusions(&portal.left_out, left_out);
        let ids = NamedIds::of(pages.map(|page| named(&page.head)).chain(left_out));
        (kind.name.as_str(), ids)
    });
    of_kind.collect()
}

/// Returns the identifier of a page, and what it is called.
fn named(head: &Head) -> (&str, &Words) {
    (&head.id, &head.title)
}

/// Returns identifiers of what was left out for its own faults, and so is not absent.
fn named_exclusions(
    left_out: &[Exclusion],
    what: ExcludedKind,
) -> impl Iterator<Item = (&str, &Words)> {
    (left_out.iter())
        .filter(move |one| one.what == what)
        .map(|one| (&*one.id, &one.title))
}

/// Identifiers in an order that lets one be found by halving, and what each is called.
struct NamedIds<'a>(Vec<(&'a str, &'a Words)>);

impl<'a> NamedIds<'a> {
    fn of(named: impl Iterator<Item = (&'a str, &'a Words)>) -> Self {
        let mut names: Vec<_> = named.collect();
        names.sort_by_key(|(id, _)| id.to_ascii_lowercase());
        NamedIds(names)
    }

    fn has(&self, id: &str) -> bool {
        self.0
            .binary_search_by_key(&id.to_ascii_lowercase(), |(known, _)| {
                known.to_ascii_lowercase()
            })
            .is_ok()
    }

    /// The identifier that is meant: one that is nearly the same, or that of what is called so or nearly so.
    fn near(&self, id: &str) -> &'a str {
        if let Some(near) = nearest(id, self.0.iter().map(|(known, _)| *known)) {
            return near;
        }
        let near = nearest(id, self.titles().map(|(_, title)| title));
        near.and_then(|near| self.titles().find(|(_, title)| *title == near))
            .map_or("none", |(id, _)| id)
    }

    /// Returns every title in every language, with the identifier that it is of.
    fn titles(&self) -> impl Iterator<Item = (&'a str, &'a str)> {
        (self.0.iter()).flat_map(|(id, words)| words.all().map(move |(_, title)| (*id, title)))
    }

    /// Tells references of a page that are not among these.
    fn check<'r>(
        &self,
        head: &Head,
        references: impl IntoIterator<Item = &'r Spanned<String>>,
        what: &str,
        sink: &mut Sink,
    ) {
        for id in references.into_iter().filter(|id| !self.has(&id.value)) {
            let place = head.file.place(id.span.clone());
            sink.push(self.absent(&id.value, place, what));
        }
    }

    /// Returns the finding that an identifier is not among these.
    fn absent(&self, id: &str, place: Place, what: &str) -> Diagnostic {
        let finding = Diagnostic::new(&codes::REFERENCE_ABSENT).at(place);
        finding
            .arg("what", what)
            .arg("id", id)
            .arg("near", self.near(id))
    }
}
