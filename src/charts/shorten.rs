//! Categories by their size, and those beyond the largest in one line.

use super::chart::{Chart, ChartOthers};
use super::shapes::Finish;
use super::value;

/// Most bars; what is beyond them is told in one line.
pub(crate) const MOST_BARS: usize = 15;

/// Sorts the labels by the size of their first value, unless their order means something, and keeps the first `most`,
/// or as many as the author declared.
pub(crate) fn shorten(chart: &mut Chart, known: &Finish<'_>, most: usize) {
    let mut order: Vec<usize> = (0..chart.labels.len()).collect();
    if !known.ordered {
        order.sort_by(|a, b| size(chart, *b).total_cmp(&size(chart, *a)));
    }
    let most = known.spec.and_then(|spec| spec.limit).unwrap_or(most);
    // One more bar takes no more room than the line that would represent it.
    if order.len() > most + 1 {
        let rest = order.split_off(most);
        chart.others = Some(others(chart, &rest));
    }
    chart.labels = order.iter().map(|i| chart.labels[*i].clone()).collect();
    for series in &mut chart.series {
        series.values = order.iter().map(|i| series.values[*i].clone()).collect();
    }
}

fn size(chart: &Chart, at: usize) -> f64 {
    let value = chart.series.first().and_then(|s| s.values[at].as_deref());
    value.map_or(f64::MIN, value::size)
}

/// Returns what is told of the categories at these indexes.
fn others(chart: &Chart, rest: &[usize]) -> ChartOthers {
    let mut values: Vec<&str> = (rest.iter())
        .filter_map(|i| chart.series[0].values[*i].as_deref())
        .collect();
    values.sort_by(|a, b| value::size(a).total_cmp(&value::size(b)));
    let [min, max] = [values.first(), values.last()].map(|v| v.map(|v| (*v).to_owned()));
    ChartOthers {
        count: rest.len() as u64,
        sum: (chart.additive)
            .then(|| value::sum(values.into_iter()))
            .flatten(),
        min,
        max,
    }
}
