//! A line of the table for each category, with a tiny line chart.

use super::{ChartCanvas, ChartShape, ChartWords};
use crate::charts::class;
use crate::charts::words::size;
use crate::charts::{mini, table};
use crate::text::escape;

/// Tiny line charts in a table.
pub(super) struct SparkTable;

pub(super) static SHAPE: SparkTable = SparkTable;

impl ChartShape for SparkTable {
    fn draw(&self, _: &ChartWords<'_>, _: &mut ChartCanvas) {}

    fn gaps_mislead(&self) -> bool {
        true
    }

    fn has_drawing(&self) -> bool {
        false
    }

    fn opens_table(&self) -> bool {
        true
    }

    /// A line for each series: its name, a tiny chart, its first and last value.
    fn table(&self, words: &ChartWords<'_>, id: &str) -> String {
        let lang = words.wording.lang_attributes(words.chart.lang.as_deref());
        let mut out = table::open(&words.say("chart-data", &[]), id);
        out.push_str(&head(words));
        for series in &words.chart.series {
            let values: Vec<Option<f64>> = (series.values.iter())
                .map(|v| v.as_deref().and_then(size))
                .collect();
            out.push_str(&format!(
                "<tr><th scope=\"row\"{lang}>{}</th><td>{}</td>",
                escape::html(&words.name(series)),
                mini::line(&values)
            ));
            for value in [series.values.first(), series.values.last()] {
                let text = table::cell(words, value.and_then(|v| v.as_deref()), true);
                out.push_str(&format!("<td class=\"{}\">{text}</td>", class::NUMBER));
            }
            out.push_str("</tr>");
        }
        out + table::CLOSE
    }
}

/// Returns the line of heads; the column of drawings has none, nor has one whose name is empty.
fn head(words: &ChartWords<'_>) -> String {
    let labels = &words.chart.labels;
    let split = (words.chart.split.as_ref())
        .map(|split| escape::html(&words.phrase(split)))
        .filter(|name| !name.is_empty())
        .map_or_else(
            || "<td></td>".to_owned(),
            |name| format!("<th scope=\"col\">{name}</th>"),
        );
    let [first, last] = [labels.first(), labels.last()].map(|label| {
        let told = label.map(|l| escape::html(&words.label(l)));
        told.unwrap_or_default()
    });
    let number = class::NUMBER;
    format!(
        "<thead><tr>{split}<td></td><th scope=\"col\" class=\"{number}\">{first}</th>\
         <th scope=\"col\" class=\"{number}\">{last}</th></tr></thead><tbody>"
    )
}
