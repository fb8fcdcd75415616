//! A title that says a number is held against the values drawn.

use super::chart::{Chart, ChartSeries};
use super::claims::{ClaimedNumber, claimed, numbers, readings};
use super::value::size;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::chart::ChartSpec;

/// Warns of each number in a title that is neither drawn, nor a difference of two values drawn, as rounded as written.
pub(crate) fn check(spec: &ChartSpec, chart: &Chart, sink: &mut Sink) {
    for written in claimed(&spec.title) {
        let readings = readings(written);
        if readings.is_empty() || readings.iter().any(|r| holds(r, chart, spec)) {
            continue;
        }
        let finding = Diagnostic::new(&codes::CHART_TITLE_NUMBER)
            .at(spec.title_at.clone().unwrap_or(spec.place.clone()));
        sink.push(finding.arg("number", written));
    }
}

/// Returns whether a number as written is drawn, or is a difference of two values drawn.
fn holds(written: &str, chart: &Chart, spec: &ChartSpec) -> bool {
    let count = chart.labels.len() as f64 + chart.others.as_ref().map_or(0.0, |o| o.count as f64);
    let claim = ClaimedNumber::new(written);
    is_in_text(written, chart, spec)
        || (count - claim.value).abs() < 0.5
        || values(chart).any(|v| claim.fits(v))
        || chart
            .series
            .iter()
            .filter_map(change)
            .any(|v| claim.fits(v))
}

/// Returns whether a number is in a label, a series' name or a condition.
fn is_in_text(written: &str, chart: &Chart, spec: &ChartSpec) -> bool {
    let names = chart.series.iter().filter_map(|s| s.name.as_ref());
    let conditions = spec.filter.iter().flat_map(|(_, values)| values);
    (chart.labels.iter().chain(names).chain(conditions)).any(|t| numbers(t).any(|n| n == written))
}

/// Returns every value drawn or told.
fn values(chart: &Chart) -> impl Iterator<Item = f64> {
    let beyond = (chart.others.iter()).flat_map(|o| [&o.min, &o.max, &o.sum]);
    let drawn = chart.series.iter().flat_map(|s| s.values.iter());
    drawn.chain(beyond).flatten().map(|v| size(v))
}

/// Returns the difference of the last and the first value of a series.
fn change(series: &ChartSeries) -> Option<f64> {
    let mut present = series.values.iter().flatten().map(|v| size(v));
    let first = present.next();
    first.zip(present.next_back().or(first)).map(|(a, b)| b - a)
}
