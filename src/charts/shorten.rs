//! Categories by their size: the largest, those that stand out or are claimed, and the smallest, with how many stand between.

use super::chart::{Chart, ChartGap, ChartOthers};
use super::claims::{ClaimedNumber, claimed, readings};
use super::shapes::Finish;
use super::value;
use crate::model::chart::ChartSpec;

/// Most bars, besides those that stand out or are claimed.
pub(crate) const MOST_BARS: usize = 15;
/// Of so many bars one is of the smallest values.
const BARS_FOR_ONE_OF_THE_SMALLEST: usize = 5;
/// Most categories that one number of a title may mean.
const MOST_CLAIMED: usize = 2;

/// Sorts the labels by the size of their first value, unless their order means something, and keeps `most` of them, or as many
/// as the author declared: of the largest and the smallest; and besides those that stand out, and those that the title names by
/// their name or their number.
pub(crate) fn shorten(chart: &mut Chart, known: &Finish<'_>, most: usize) {
    let mut order: Vec<usize> = (0..chart.labels.len()).collect();
    if !known.ordered {
        order.sort_by(|a, b| size(chart, *b).total_cmp(&size(chart, *a)));
    }
    let most = known.spec.and_then(|spec| spec.limit).unwrap_or(most);
    // One more bar takes no more room than the line that would represent it.
    if order.len() > most + 1 {
        let kept = kept(chart, known, &order, most);
        chart.others = others(chart, &order, &kept);
        order = (order.into_iter().zip(kept))
            .filter_map(|(at, kept)| kept.then_some(at))
            .collect();
    }
    chart.labels = order.iter().map(|i| chart.labels[*i].clone()).collect();
    for series in &mut chart.series {
        series.values = order.iter().map(|i| series.values[*i].clone()).collect();
    }
}

/// Returns, for each label in order, whether it is kept.
fn kept(chart: &Chart, known: &Finish<'_>, order: &[usize], most: usize) -> Vec<bool> {
    let present = (order.iter()).filter(|at| has_value(chart, **at)).count();
    let least = if known.ordered {
        0
    } else {
        most / BARS_FOR_ONE_OF_THE_SMALLEST
    };
    let largest = most - least;
    let smallest = present.saturating_sub(least)..present;
    let claimed = known
        .spec
        .map(|spec| claimed_labels(chart, spec))
        .unwrap_or_default();
    let mut kept: Vec<bool> = (order.iter().enumerate())
        .map(|(place, at)| {
            let label = &chart.labels[*at];
            let stands_out = chart.highlight.contains(label) || claimed.contains(at);
            place < largest || smallest.contains(&place) || stands_out
        })
        .collect();
    // A category alone between two others takes no more room than the line that would represent it.
    for place in 1..kept.len().saturating_sub(1) {
        kept[place] |= kept[place - 1] && kept[place + 1];
    }
    kept
}

/// Returns the indexes of the labels that the title names, or whose value it states.
fn claimed_labels(chart: &Chart, spec: &ChartSpec) -> Vec<usize> {
    let titles = || spec.title.all().map(|(_, title)| title);
    let is_named =
        |label: &String| label.chars().count() > 2 && titles().any(|t| t.contains(&**label));
    let mut found: Vec<usize> = (0..chart.labels.len())
        .filter(|at| is_named(&chart.labels[*at]))
        .collect();
    for written in claimed(&spec.title) {
        let claims: Vec<ClaimedNumber> = readings(written)
            .iter()
            .map(|r| ClaimedNumber::new(r))
            .collect();
        let fit: Vec<usize> = (0..chart.labels.len())
            .filter(|at| {
                has_value(chart, *at) && claims.iter().any(|claim| claim.fits(size(chart, *at)))
            })
            .collect();
        if fit.len() <= MOST_CLAIMED {
            found.extend(fit);
        }
    }
    found
}

fn has_value(chart: &Chart, at: usize) -> bool {
    (chart.series.first()).is_some_and(|series| series.values[at].is_some())
}

fn size(chart: &Chart, at: usize) -> f64 {
    let value = chart.series.first().and_then(|s| s.values[at].as_deref());
    value.map_or(f64::MIN, value::size)
}

/// Returns what is told of the categories that are not kept; `None` where all are.
fn others(chart: &Chart, order: &[usize], kept: &[bool]) -> Option<ChartOthers> {
    let rest: Vec<usize> = (order.iter().zip(kept))
        .filter_map(|(at, kept)| (!kept).then_some(*at))
        .collect();
    let mut values: Vec<&str> = (rest.iter())
        .filter_map(|i| chart.series.first()?.values[*i].as_deref())
        .collect();
    values.sort_by(|a, b| value::size(a).total_cmp(&value::size(b)));
    let [min, max] = [values.first(), values.last()].map(|v| v.map(|v| (*v).to_owned()));
    (!rest.is_empty()).then(|| ChartOthers {
        count: rest.len() as u64,
        sum: (chart.additive)
            .then(|| value::sum(values.into_iter()))
            .flatten(),
        min,
        max,
        gaps: gaps(kept),
    })
}

/// Returns where categories are left out.
fn gaps(kept: &[bool]) -> Vec<ChartGap> {
    let mut gaps = Vec::new();
    let (mut shown, mut count) = (0, 0);
    for kept in kept.iter().copied().chain([true]) {
        if kept {
            let gap = ChartGap {
                before: shown,
                count,
            };
            gaps.extend((count > 0).then_some(gap));
            (shown, count) = (shown + 1, 0);
        } else {
            count += 1;
        }
    }
    gaps
}
