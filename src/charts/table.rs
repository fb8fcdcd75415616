//! The values of a chart as a table.

use super::chart::ChartSeries;
use super::class;
use super::words::ChartWords;
use crate::text::escape;

/// Most rows; of longer lines every second, fifth, tenth … and the last.
const MOST_ROWS: usize = 26;

/// Ends what [`open`] and [`head`] began.
pub(crate) const CLOSE: &str = "</tbody></table></div>";

/// What a shape says in the cells that head the columns and rows of its table.
pub(crate) struct TableHeads {
    /// The head of the first column.
    pub(crate) first: String,
    /// The heads of the series' columns.
    pub(crate) series: Vec<String>,
}

/// Returns the table of values below a chart: `rows` rows, each with the head that `row_head` gives it.
pub(crate) fn table(
    words: &ChartWords<'_>,
    id: &str,
    heads: &TableHeads,
    rows: usize,
    row_head: impl Fn(usize) -> String,
) -> String {
    let step = step(rows, words.chart.time);
    let mut out = open(&words.say("chart-data", &[]), id);
    out.push_str(&head(words, heads, true));
    for at in (0..rows).filter(|at| at % step == 0 || at + 1 == rows) {
        row(words, at, &row_head(at), &mut out);
    }
    others(words, &mut out);
    out.push_str(CLOSE);
    if step > 1 {
        out.push_str(&beyond(words, rows as u64));
    }
    out
}

/// Returns the beginning of a table up to its caption.
pub(crate) fn open(caption: &str, id: &str) -> String {
    format!(
        "<div class=\"{}\" role=\"group\" tabindex=\"0\" aria-labelledby=\"{id}-c\"><table><caption id=\"{id}-c\">{}\
         </caption>",
        class::SCROLLING,
        escape::html(caption)
    )
}

/// Writes one line of the table, `head` in its first cell.
pub(crate) fn row(words: &ChartWords<'_>, at: usize, head: &str, out: &mut String) {
    let lang = words.wording.lang_attributes(words.chart.lang.as_deref());
    out.push_str(&format!(
        "<tr><th scope=\"row\"{lang}>{}</th>",
        escape::html(head)
    ));
    for series in &words.chart.series {
        out.push_str(&format!(
            "<td{}>{}</td>",
            number_class(series),
            cell(words, series.values[at].as_deref(), series.numeric)
        ));
    }
    out.push_str("</tr>");
}

fn number_class(series: &ChartSeries) -> String {
    if series.numeric {
        format!(" class=\"{}\"", class::NUMBER)
    } else {
        String::new()
    }
}

/// Writes the sum of the categories that are not shown one by one, where there is one.
fn others(words: &ChartWords<'_>, out: &mut String) {
    let Some(others) = &words.chart.others else {
        return;
    };
    let Some(sum) = others.sum.as_deref() else {
        return;
    };
    let count = words.number(&others.count.to_string());
    out.push_str(&format!(
        "<tr><th scope=\"row\">{}</th><td class=\"{}\">{}</td></tr>",
        escape::html(&words.say("chart-others-name", &[("n", count)])),
        class::NUMBER,
        escape::html(&words.number(sum))
    ));
}

/// Returns the sentence that not all of `rows` rows are shown, and where the data are.
pub(crate) fn beyond(words: &ChartWords<'_>, rows: u64) -> String {
    let told = words.say("chart-all-rows", &[("n", words.number(&rows.to_string()))]);
    let csv = (words.chart.csv.as_deref())
        .map(|href| format!(" <a href=\"{}\">CSV</a>", escape::html(href)));
    format!(
        "<p class=\"{}\">{}{}</p>",
        class::NOTE,
        escape::html(&told),
        csv.unwrap_or_default()
    )
}

/// Returns every which row is shown.
fn step(rows: usize, time: bool) -> usize {
    if rows <= MOST_ROWS || !time {
        return 1;
    }
    [2, 5, 10, 20, 50, 100, 200, 500, 1000]
        .into_iter()
        .find(|s| rows / s < MOST_ROWS)
        .unwrap_or(rows)
}

/// Returns the line of heads; `labelled` says that names of series are values of the data, in the data's language.
pub(crate) fn head(words: &ChartWords<'_>, heads: &TableHeads, labelled: bool) -> String {
    let chart = words.chart;
    let lang = words.wording.lang_attributes(chart.lang.as_deref());
    let first = escape::html(&heads.first);
    let mut out = format!("<thead><tr><th scope=\"col\">{first}</th>");
    for (series, name) in chart.series.iter().zip(&heads.series) {
        let lang = if series.name.is_some() && labelled {
            &*lang
        } else {
            ""
        };
        out.push_str(&format!(
            "<th scope=\"col\"{}{lang}>{}</th>",
            number_class(series),
            escape::html(name)
        ));
    }
    out + "</tr></thead><tbody>"
}

/// Returns what is in a cell, as HTML.
pub(crate) fn cell(words: &ChartWords<'_>, value: Option<&str>, numeric: bool) -> String {
    match value {
        None => format!(
            "<span class=\"{}\">{}</span>",
            class::NO_VALUE,
            escape::html(&words.say("empty-cell", &[]))
        ),
        Some(value) if numeric => escape::html(&words.number(value)),
        Some(value) => escape::html(&words.wording.date(value)),
    }
}
