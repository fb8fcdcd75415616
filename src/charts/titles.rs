//! A title that says a number is held against the values drawn.

use super::chart::{Chart, ChartSeries};
use super::value::{number, size};
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::chart::ChartSpec;

/// Warns of each number in a title that is neither drawn, nor a difference of two values drawn, as rounded as written.
pub(crate) fn check(spec: &ChartSpec, chart: &Chart, sink: &mut Sink) {
    let mut claimed: Vec<&str> = Vec::new();
    for (_, title) in spec.title.all() {
        claimed.extend(
            numbers(title)
                .filter(|n| !claimed.contains(n))
                .collect::<Vec<_>>(),
        );
    }
    for written in claimed {
        let readings = readings(written);
        if readings.is_empty() || readings.iter().any(|r| holds(r, chart, spec)) {
            continue;
        }
        let finding = Diagnostic::new(&codes::CHART_TITLE_NUMBER)
            .at(spec.title_at.clone().unwrap_or(spec.place.clone()));
        sink.push(finding.arg("number", written));
    }
}

/// Returns the numbers in a text, as they are written.
fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| word.bytes().any(|b| b.is_ascii_digit()))
}

/// Returns what a written number may mean: its separator may be of decimals or of thousands.
fn readings(written: &str) -> Vec<String> {
    let bare: String = written.chars().filter(char::is_ascii_digit).collect();
    let point = written.replace(',', "");
    let comma = written.replace('.', "").replace(',', ".");
    [bare, point, comma]
        .into_iter()
        .filter(|text| number(text).is_some())
        .collect()
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

/// A number that a title claims, and how far from it a value may be: half of its last digit.
struct ClaimedNumber {
    value: f64,
    half: f64,
}

impl ClaimedNumber {
    fn new(written: &str) -> ClaimedNumber {
        let fraction = written.split_once('.').map_or(0, |(_, f)| f.len());
        ClaimedNumber {
            value: size(written),
            half: 0.5 / 10f64.powi(i32::try_from(fraction).unwrap_or(9)) + 1e-9,
        }
    }

    /// Returns whether it is this value in millions, thousands, or as it is.
    fn fits(&self, value: f64) -> bool {
        let units = [1.0, 1e3, 1e6, 1e9];
        (units.iter()).any(|unit| (value.abs() / unit - self.value).abs() <= self.half)
    }
}
