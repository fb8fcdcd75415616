//! The values of a chart as a table.

use super::{Words, mini, size};
use crate::text::escape;

/// Most rows; of longer lines every second, fifth, tenth … and the last.
const MOST_ROWS: usize = 26;

/// The table below a chart.
pub(crate) fn table(words: &Words<'_>, id: &str) -> String {
    let chart = words.chart;
    let classes = chart.kind == "histogram";
    let sparks = chart.kind == "sparks";
    let rows = if classes {
        chart.labels.len().saturating_sub(1)
    } else {
        chart.labels.len()
    };
    let caption = if matches!(&*chart.kind, "table") {
        words.title()
    } else {
        words.say("chart-data", &[])
    };
    let mut out = format!(
        "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{id}-c\"><table><caption id=\"{id}-c\">{}\
         </caption>",
        escape::html(&caption)
    );
    if sparks {
        out.push_str(&lines(words));
    } else {
        out.push_str(&head(words));
        let step = step(rows, chart.time);
        let lang = words.say.lang_attributes(chart.lang.as_deref());
        for at in (0..rows).filter(|at| at % step == 0 || at + 1 == rows) {
            let label = if classes {
                words.class(at)
            } else {
                words.label(&chart.labels[at])
            };
            out.push_str(&format!(
                "<tr><th scope=\"row\"{lang}>{}</th>",
                escape::html(&label)
            ));
            for series in &chart.series {
                let class = if series.numeric { " class=\"n\"" } else { "" };
                out.push_str(&format!(
                    "<td{class}>{}</td>",
                    cell(words, series.values[at].as_deref(), series.numeric)
                ));
            }
            out.push_str("</tr>");
        }
        if let Some(sum) = chart.others.as_ref().and_then(|o| o.sum.as_deref()) {
            let count = words.number(&chart.others.as_ref().map_or(0, |o| o.count).to_string());
            let name = words.say("chart-others-name", &[("n", count)]);
            out.push_str(&format!(
                "<tr><th scope=\"row\">{}</th>",
                escape::html(&name)
            ));
            out.push_str(&format!(
                "<td class=\"n\">{}</td></tr>",
                escape::html(&words.number(sum))
            ));
        }
        out.push_str("</tbody></table></div>");
        out.push_str(&beyond(words, rows, step));
        return out;
    }
    out.push_str("</tbody></table></div>");
    out
}

/// What the table leaves out, and where it is.
fn beyond(words: &Words<'_>, rows: usize, step: usize) -> String {
    let chart = words.chart;
    let more = chart.kind == "table" && chart.missing > 0;
    if step == 1 && !more {
        return String::new();
    }
    let all = if more {
        rows as u64 + chart.missing
    } else {
        rows as u64
    };
    let said = escape::html(&words.say("chart-all-rows", &[("n", words.number(&all.to_string()))]));
    let csv = chart
        .csv
        .as_deref()
        .map(|href| format!(" <a href=\"{}\">CSV</a>", escape::html(href)));
    format!("<p class=\"small\">{said}{}</p>", csv.unwrap_or_default())
}

fn step(rows: usize, time: bool) -> usize {
    if rows <= MOST_ROWS || !time {
        return 1;
    }
    [2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|s| rows / s < MOST_ROWS)
        .unwrap_or(rows)
}

fn head(words: &Words<'_>) -> String {
    let chart = words.chart;
    let by = if chart.kind == "map" {
        &chart.split
    } else {
        &chart.by
    };
    let first = by
        .as_ref()
        .or(Some(&chart.measure))
        .map(|p| words.phrase(p))
        .unwrap_or_default();
    let first = if chart.kind == "histogram" {
        words.phrase(&chart.measure)
    } else {
        first
    };
    let lang = words.say.lang_attributes(chart.lang.as_deref());
    let mut out = format!("<thead><tr><th scope=\"col\">{}</th>", escape::html(&first));
    for series in &chart.series {
        let class = if series.numeric { " class=\"n\"" } else { "" };
        let name = if chart.kind == "histogram" {
            words.say("chart-rows", &[])
        } else {
            words.name(series)
        };
        let lang = if series.name.is_some() && chart.kind != "table" {
            lang.as_str()
        } else {
            ""
        };
        out.push_str(&format!(
            "<th scope=\"col\"{class}{lang}>{}</th>",
            escape::html(&name)
        ));
    }
    out + "</tr></thead><tbody>"
}

fn cell(words: &Words<'_>, value: Option<&str>, numeric: bool) -> String {
    match value {
        None => format!(
            "<span class=\"none\">{}</span>",
            escape::html(&words.say("empty-cell", &[]))
        ),
        Some(value) if numeric => escape::html(&words.number(value)),
        Some(value) => escape::html(&words.say.date(value)),
    }
}

/// A line of the table for each series: its name, a tiny chart, its first and last value.
fn lines(words: &Words<'_>) -> String {
    let chart = words.chart;
    let say =
        |label: Option<&String>| escape::html(&label.map(|l| words.label(l)).unwrap_or_default());
    let lang = words.say.lang_attributes(chart.lang.as_deref());
    let mut out = format!(
        "<thead><tr><th scope=\"col\">{}</th><th scope=\"col\"></th><th scope=\"col\" class=\"n\">{}</th>\
         <th scope=\"col\" class=\"n\">{}</th></tr></thead><tbody>",
        escape::html(&chart.split.as_ref().map(|s| words.phrase(s)).unwrap_or_default()),
        say(chart.labels.first()),
        say(chart.labels.last())
    )
    .replace("<th scope=\"col\"></th>", "<td></td>");
    for series in &chart.series {
        let values: Vec<Option<f64>> = series
            .values
            .iter()
            .map(|v| v.as_deref().and_then(size))
            .collect();
        out.push_str(&format!(
            "<tr><th scope=\"row\"{lang}>{}</th>",
            escape::html(&words.name(series))
        ));
        out.push_str(&format!("<td>{}</td>", mini::line(&values)));
        for value in [series.values.first(), series.values.last()] {
            let text = cell(words, value.and_then(|v| v.as_deref()), true);
            out.push_str(&format!("<td class=\"n\">{text}</td>"));
        }
        out.push_str("</tr>");
    }
    out
}
