//! What a page refers to is in the portal.

use crate::cache::Cache;
use crate::diag::{Diagnostic, Place, Sink, codes};
use crate::model::commitment::PlanMembership;
use crate::model::exclusions::ExcludedKind;
use crate::model::head::Head;
use crate::model::portal::Portal;
use crate::source::fields::Spanned;
use crate::text::near::nearest;
use crate::text::words::Words;

pub(crate) fn check(portal: &Portal, _: &Cache, sink: &mut Sink) {
    let known = KnownIds::of(portal);
    for c in &portal.commitments {
        if let PlanMembership::Plans(plans) = &c.action_plans {
            all(&c.head, plans, "action-plan", &known.plans, sink);
        }
        let plan = c
            .inception_report
            .as_ref()
            .and_then(|r| r.action_plan.as_ref());
        all(&c.head, plan, "action-plan", &known.plans, sink);
        all(&c.head, &c.datasets, "dataset", &known.datasets, sink);
        all(&c.head, &c.related, "commitment", &known.commitments, sink);
        for id in c.reports.iter().filter(|id| !known.reports.has(&id.value)) {
            let place = c.head.file.place(id.span.clone());
            let near = known.reports.near(&id.value);
            sink.push(
                Diagnostic::new(&codes::REPORT_ABSENT)
                    .at(place)
                    .arg("id", &id.value)
                    .arg("near", near),
            );
        }
    }
    for r in &portal.reports {
        all(
            &r.head,
            &r.commitment,
            "commitment",
            &known.commitments,
            sink,
        );
        all(&r.head, &r.action_plan, "action-plan", &known.plans, sink);
    }
    for d in &portal.datasets {
        all(&d.head, &d.series, "series", &known.series, sink);
    }
    for service in &portal.settings.services {
        for id in service
            .datasets
            .iter()
            .filter(|id| !known.datasets.has(&id.text))
        {
            sink.push(absent(
                &id.text,
                id.place.clone(),
                "dataset",
                &known.datasets,
            ));
        }
    }
    for i in &portal.initiatives {
        all(
            &i.head,
            &i.commitments,
            "commitment",
            &known.commitments,
            sink,
        );
        all(&i.head, &i.datasets, "dataset", &known.datasets, sink);
    }
}

struct KnownIds<'a> {
    commitments: NamedIds<'a>,
    plans: NamedIds<'a>,
    reports: NamedIds<'a>,
    datasets: NamedIds<'a>,
    series: NamedIds<'a>,
}

impl<'a> KnownIds<'a> {
    fn of(portal: &'a Portal) -> Self {
        let names = |heads: Vec<&'a Head>, what| {
            let named = heads.iter().map(|head| (&*head.id, &head.title));
            // What was left out for its own faults is not absent.
            let left_out = portal
                .left_out
                .iter()
                .filter(|one| one.what == what)
                .map(|one| (&*one.id, &one.title));
            NamedIds::of(named.chain(left_out))
        };
        KnownIds {
            commitments: names(
                portal.commitments.iter().map(|c| &c.head).collect(),
                ExcludedKind::Commitment,
            ),
            plans: names(
                portal.action_plans.iter().map(|p| &p.head).collect(),
                ExcludedKind::ActionPlan,
            ),
            reports: names(
                portal.reports.iter().map(|r| &r.head).collect(),
                ExcludedKind::Report,
            ),
            datasets: names(
                portal.datasets.iter().map(|d| &d.head).collect(),
                ExcludedKind::Dataset,
            ),
            series: NamedIds::of(portal.settings.series.iter().map(|s| (&*s.id, &s.title))),
        }
    }
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
        let titles = || {
            self.0
                .iter()
                .flat_map(|(id, words)| words.all().map(move |(_, title)| (*id, title)))
        };
        let near = nearest(id, titles().map(|(_, title)| title));
        near.and_then(|near| titles().find(|(_, title)| *title == near))
            .map_or("none", |(id, _)| id)
    }
}

fn all<'a>(
    head: &Head,
    references: impl IntoIterator<Item = &'a Spanned<String>>,
    what: &'static str,
    known: &NamedIds<'_>,
    sink: &mut Sink,
) {
    for id in references.into_iter().filter(|id| !known.has(&id.value)) {
        sink.push(absent(
            &id.value,
            head.file.place(id.span.clone()),
            what,
            known,
        ));
    }
}

fn absent(id: &str, place: Place, what: &'static str, known: &NamedIds<'_>) -> Diagnostic {
    let finding = Diagnostic::new(&codes::REFERENCE_ABSENT).at(place);
    finding
        .arg("what", what)
        .arg("id", id)
        .arg("near", known.near(id))
}
