//! A title that says a number is held against the values drawn.

use super::value::{number, size};
use crate::charts::Chart;
use crate::diag::{Diagnostic, Sink, codes};
use crate::model::chart::ChartSpec;

/// Warns of each number in a title that is neither drawn, nor a difference of two values drawn, as rounded as written.
pub(crate) fn check(spec: &ChartSpec, chart: &Chart, sink: &mut Sink) {
    let mut said: Vec<&str> = Vec::new();
    for (_, title) in spec.title.all() {
        said.extend(
            numbers(title)
                .filter(|n| !said.contains(n))
                .collect::<Vec<_>>(),
        );
    }
    for written in said {
        let readings = readings(written);
        if readings.is_empty() || readings.iter().any(|r| holds(r, chart, spec)) {
            continue;
        }
        let finding = Diagnostic::new(&codes::CHART_TITLE_NUMBER)
            .at(spec.title_at.clone().unwrap_or(spec.place.clone()));
        sink.push(finding.arg("number", written));
    }
}

fn numbers(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !(c.is_ascii_digit() || matches!(c, '.' | ',')))
        .map(|word| word.trim_matches(['.', ',']))
        .filter(|word| word.bytes().any(|b| b.is_ascii_digit()))
}

/// What a written number may mean: the mark may be a decimal one or part thousands.
fn readings(written: &str) -> Vec<String> {
    let bare: String = written.chars().filter(char::is_ascii_digit).collect();
    let point = written.replace(',', "");
    let comma = written.replace('.', "").replace(',', ".");
    [bare, point, comma]
        .into_iter()
        .filter(|text| number(text).is_some())
        .collect()
}

fn holds(written: &str, chart: &Chart, spec: &ChartSpec) -> bool {
    let decimals = written
        .split_once('.')
        .map_or(0, |(_, fraction)| fraction.len());
    let said = size(written);
    let half = 0.5 / 10f64.powi(i32::try_from(decimals).unwrap_or(9)) + 1e-9;
    let texts = chart
        .labels
        .iter()
        .chain(chart.series.iter().filter_map(|s| s.name.as_ref()));
    let filters = spec.filter.iter().flat_map(|(_, values)| values);
    let in_text = texts
        .chain(filters)
        .any(|t| numbers(t).any(|n| n == written));
    let count = chart.labels.len() as f64 + chart.others.as_ref().map_or(0.0, |o| o.count as f64);
    let beyond = chart
        .others
        .iter()
        .flat_map(|o| [&o.min, &o.max, &o.sum])
        .flatten();
    let values: Vec<f64> = chart
        .series
        .iter()
        .flat_map(|s| s.values.iter().flatten())
        .chain(beyond)
        .map(|v| size(v))
        .collect();
    // In millions, thousands, or as they are.
    let near = |v: f64| {
        [1.0, 1e3, 1e6, 1e9]
            .iter()
            .any(|unit| (v.abs() / unit - said).abs() <= half)
    };
    let ends = |s: &crate::charts::ChartSeries| {
        let mut present = s.values.iter().flatten().map(|v| size(v));
        let first = present.next();
        first.zip(present.next_back().or(first)).map(|(a, b)| b - a)
    };
    in_text
        || (count - said).abs() < 0.5
        || values.iter().any(|v| near(*v))
        || chart.series.iter().filter_map(ends).any(near)
}
