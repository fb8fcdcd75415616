//! What a chart says: titles, numbers, dates, and what those hear who do not see it.

use super::largest;
use crate::charts::Wording;
use crate::charts::{Chart, ChartSeries, Phrase};
use crate::model::vocabulary::Status;
use crate::text::messages::Arg;
use crate::text::untranslated;

/// A chart and the language that it is shown in.
pub(crate) struct Words<'a> {
    /// The page's language.
    pub(crate) say: &'a dyn Wording,
    /// The chart.
    pub(crate) chart: &'a Chart,
}

/// A number for drawing.
pub(crate) fn size(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|v| v.is_finite())
}

/// The numbers of a series that can be drawn: place, value, text.
pub(crate) fn present(series: &ChartSeries) -> Vec<(usize, f64, &str)> {
    let numbers = series.values.iter().enumerate();
    numbers
        .filter_map(|(i, v)| v.as_deref().and_then(|v| Some((i, size(v)?, v))))
        .collect()
}

impl Words<'_> {
    /// A message of the theme.
    pub(crate) fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg)> = args
            .iter()
            .map(|(name, text)| (*name, Arg::Text(text.clone())))
            .collect();
        self.say.say(id, &args)
    }

    /// A number as it is in the data, with the language's marks.
    pub(crate) fn number(&self, text: &str) -> String {
        self.say.number(text).replace('-', "\u{2212}")
    }

    /// The words of a phrase.
    pub(crate) fn phrase(&self, phrase: &Phrase) -> String {
        match (&phrase.text, &phrase.message) {
            (Some(text), _) => text.clone(),
            (None, Some(message)) => self.say(message, &[]),
            (None, None) => String::new(),
        }
    }

    /// The unit, where it is not what the measure already says.
    pub(crate) fn unit(&self) -> Option<&str> {
        self.chart
            .unit
            .as_deref()
            .filter(|unit| !unit.trim().is_empty())
    }

    /// A number at an axis: short, in thousands, millions or thousands of millions where the scale is.
    pub(crate) fn tick(&self, value: f64, step: f64, most: f64) -> String {
        const UNITS: [(f64, &str); 4] = [
            (1e15, ""),
            (1e9, "chart-billions"),
            (1e6, "chart-millions"),
            (1e4, "chart-thousands"),
        ];
        let (unit, message) = UNITS
            .into_iter()
            .find(|(unit, _)| most >= *unit)
            .unwrap_or((1.0, ""));
        if unit >= 1e15 {
            let power = most.log10().floor() as i32;
            let raised: String = power.to_string().chars().map(superscript).collect();
            let factor = format!("{:.1}", value / 10f64.powi(power));
            let factor = factor.strip_suffix(".0").unwrap_or(&factor);
            return if value == 0.0 {
                "0".into()
            } else {
                format!("{}×10{raised}", self.number(factor))
            };
        }
        let unit = if message == "chart-thousands" {
            1e3
        } else {
            unit
        };
        if value == 0.0 {
            return if self.unit() == Some("%") {
                self.share(0.0, 1.0)
            } else {
                "0".to_owned()
            };
        }
        let decimals = (-(step / unit).log10().floor() + 1e-9).clamp(0.0, 6.0) as usize;
        let text = self.number(&format!("{:.decimals$}", value / unit));
        let text = if message.is_empty() {
            text
        } else {
            self.say(message, &[("n", text)])
        };
        if self.unit() == Some("%") {
            self.say("percent", &[("shown", text.clone()), ("n", text)])
        } else {
            text
        }
    }

    /// A label: a date or a status in words, or as it is in the data.
    pub(crate) fn label(&self, label: &str) -> String {
        match label {
            _ if self.chart.time => self.say.date(label),
            _ if Status::CODES.iter().any(|(code, _)| *code == label) => {
                self.say(&format!("status-{label}"), &[])
            }
            _ => label.to_owned(),
        }
    }

    /// The name of a series.
    pub(crate) fn name(&self, series: &ChartSeries) -> String {
        series
            .name
            .clone()
            .unwrap_or_else(|| self.phrase(&self.chart.measure))
    }

    /// A class of a histogram.
    pub(crate) fn class(&self, i: usize) -> String {
        let at = |i: usize| {
            self.chart
                .labels
                .get(i)
                .map(|l| self.number(l))
                .unwrap_or_default()
        };
        self.say("chart-class", &[("from", at(i)), ("to", at(i + 1))])
    }

    /// The title: the author's, or one made of the columns' names.
    pub(crate) fn title(&self) -> String {
        match &self.chart.title {
            Some(title) => self.phrase(title),
            None => upper(&self.made_title()),
        }
    }

    fn made_title(&self) -> String {
        let measure = self.phrase(&self.chart.measure);
        let [by, split] =
            [&self.chart.by, &self.chart.split].map(|p| p.as_ref().map(|p| lower(&self.phrase(p))));
        match (by, split) {
            (Some(from), Some(to)) if self.chart.kind == "flow" => self.say(
                "chart-from-to",
                &[("measure", measure), ("from", from), ("to", to)],
            ),
            (Some(from), Some(name)) if self.chart.kind == "timeline" => self.say(
                "chart-from-to",
                &[("measure", name), ("from", from), ("to", lower(&measure))],
            ),
            (_, Some(name)) if self.chart.kind == "map" => {
                self.say("chart-places", &[("name", name)])
            }
            (Some(by), Some(split))
                if self.chart.kind != "timeline" && self.chart.kind != "table" =>
            {
                self.say(
                    "chart-by-both",
                    &[("measure", measure), ("by", by), ("split", split)],
                )
            }
            (Some(by), None) if self.chart.kind != "table" => {
                self.say("chart-by", &[("measure", measure), ("by", by)])
            }
            _ => measure,
        }
    }

    /// Below the title: what is measured, in which unit, which rows, which time; each with its language, where that is not
    /// the page's.
    pub(crate) fn under(&self) -> Vec<(String, Option<&str>)> {
        let chart = self.chart;
        let mut parts = Vec::new();
        if chart.kind != "table" {
            let measure = self.phrase(&chart.measure);
            let measure = if chart.title.is_some() && chart.kind != "map" {
                measure
            } else {
                String::new()
            };
            let measure = match self.unit() {
                Some(unit) if measure.is_empty() => unit.to_owned(),
                Some(unit) => format!("{measure} ({unit})"),
                None => measure,
            };
            let measure =
                Some((measure, chart.measure.lang.as_deref())).filter(|(said, _)| !said.is_empty());
            let how = chart
                .aggregate
                .as_ref()
                .map(|a| (self.say(&format!("chart-{a}"), &[]), None));
            parts.extend([measure, how].into_iter().flatten());
        }
        let only = chart.only.iter().map(|c| {
            let said = format!("{}: {}", self.phrase(&c.column), c.values.join(", "));
            (said, c.column.lang.as_deref().or(chart.lang.as_deref()))
        });
        parts.extend(only);
        if let (true, [first, .., last]) = (chart.time && chart.kind != "timeline", &*chart.labels)
        {
            parts.push((
                format!("{}\u{2013}{}", self.label(first), self.label(last)),
                None,
            ));
        }
        parts
    }

    /// What is below the chart; each note with its language, where that is not the page's.
    pub(crate) fn notes(&self) -> Vec<(String, Option<&str>)> {
        let chart = self.chart;
        let mut notes = Vec::new();
        notes.extend(
            chart
                .note
                .as_ref()
                .map(|note| (self.phrase(note), note.lang.as_deref())),
        );
        let stands_out = |name: &&String| {
            chart.labels.contains(name)
                || chart
                    .series
                    .iter()
                    .any(|series| series.name.as_ref() == Some(*name))
        };
        let out: Vec<String> = chart
            .highlight
            .iter()
            .filter(stands_out)
            .map(|name| self.label(name))
            .collect();
        if !out.is_empty() {
            notes.push((
                self.say("chart-standing-out", &[("values", out.join(", "))]),
                None,
            ));
        }
        if !chart.left_out.is_empty() {
            notes.push((
                self.say("chart-left-out", &[("values", chart.left_out.join(", "))]),
                None,
            ));
        }
        if chart.missing > 0 && chart.kind != "table" {
            notes.push((
                self.say
                    .say("chart-missing", &[("n", Arg::Count(chart.missing))]),
                None,
            ));
        }
        notes
    }

    /// What the chart says to those who do not see it: the author's words, or what can be told from the values.
    pub(crate) fn alt(&self) -> String {
        if let Some(alt) = &self.chart.alt {
            return self.phrase(alt);
        }
        let kind = self.say(&format!("chart-type-{}", self.chart.kind), &[]);
        let mut said = vec![match &*self.chart.kind {
            "histogram" => self.of_classes(kind),
            "strip" => self.of_parts(kind),
            "flow" => self.of_flows(kind),
            "timeline" | "cross" | "points" | "table" | "map" => self.of_rows(kind),
            _ => format!("{kind}."),
        }];
        if !matches!(
            &*self.chart.kind,
            "histogram" | "strip" | "timeline" | "cross" | "points" | "table" | "flow" | "map"
        ) {
            const MOST_SAID: usize = 6;
            said.extend(
                self.chart
                    .series
                    .iter()
                    .take(MOST_SAID)
                    .filter_map(|s| self.of_series(s)),
            );
        }
        if self.chart.missing > 0 {
            said.push(
                self.say
                    .say("chart-missing", &[("n", Arg::Count(self.chart.missing))]),
            );
        }
        said.join(" ")
    }

    fn of_series(&self, series: &ChartSeries) -> Option<String> {
        let values = present(series);
        let (first, last) = (values.first()?, values.last()?);
        let least = values.iter().min_by(|a, b| a.1.total_cmp(&b.1))?;
        let most = values
            .iter()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)))?;
        let at = |i: usize| {
            self.chart
                .labels
                .get(i)
                .map(|l| self.label(l))
                .unwrap_or_default()
        };
        let ends = [
            ("min", self.number(least.2)),
            ("at-min", at(least.0)),
            ("max", self.number(most.2)),
            ("at-max", at(most.0)),
        ];
        let range = if self.chart.labels.len() > 2 {
            self.say("chart-range", &ends)
        } else {
            String::new()
        };
        let name = self.name(series);
        let change = if self.chart.time {
            let change = difference(first.2, last.2)
                .map(|d| self.number(&d))
                .unwrap_or_default();
            let change = if change.starts_with('\u{2212}') {
                change
            } else {
                format!("+{change}")
            };
            let mut args = vec![
                ("name", name),
                ("first", self.number(first.2)),
                ("from", at(first.0)),
            ];
            args.extend([
                ("last", self.number(last.2)),
                ("to", at(last.0)),
                ("change", change),
            ]);
            self.say("chart-change", &args)
        } else if self.chart.labels.len() > 2 {
            format!("{name}:")
        } else {
            let all = values
                .iter()
                .map(|v| format!("{} {}", at(v.0), self.number(v.2)));
            format!("{name}: {}.", all.collect::<Vec<_>>().join(", "))
        };
        Some(format!("{change} {range}").trim().to_owned())
    }

    fn of_classes(&self, kind: String) -> String {
        let counts = self.chart.series.first().map(present).unwrap_or_default();
        let most = counts
            .iter()
            .max_by(|a, b| a.1.total_cmp(&b.1).then(b.0.cmp(&a.0)));
        let (class, count) = most.map_or((String::new(), String::new()), |m| {
            (self.class(m.0), self.number(m.2))
        });
        let end = |l: Option<&String>| l.map(|l| self.number(l)).unwrap_or_default();
        let (from, to) = (
            end(self.chart.labels.first()),
            end(self.chart.labels.last()),
        );
        self.say(
            "chart-classes",
            &[
                ("type", kind),
                ("from", from),
                ("to", to),
                ("class", class),
                ("count", count),
            ],
        )
    }

    fn of_parts(&self, kind: String) -> String {
        let values = self.chart.series.first().map(present).unwrap_or_default();
        let others = self
            .chart
            .others
            .as_ref()
            .and_then(|o| o.sum.as_deref())
            .and_then(size)
            .unwrap_or(0.0);
        let whole: f64 = values.iter().map(|v| v.1).sum::<f64>() + others;
        let part = |v: &(usize, f64, &str)| {
            let label = self
                .chart
                .labels
                .get(v.0)
                .map(String::as_str)
                .unwrap_or_default();
            format!("{label} {} ({})", self.number(v.2), self.share(v.1, whole))
        };
        format!(
            "{kind}: {}.",
            values.iter().map(part).collect::<Vec<_>>().join(", ")
        )
    }

    /// A share in per cent, one decimal.
    pub(crate) fn share(&self, part: f64, whole: f64) -> String {
        let share = if whole > 0.0 {
            part / whole * 100.0
        } else {
            0.0
        };
        let text = format!("{share:.1}");
        let text = self.number(text.strip_suffix(".0").unwrap_or(&text));
        self.say("percent", &[("shown", text.clone()), ("n", text)])
    }

    fn of_flows(&self, kind: String) -> String {
        let count = self
            .chart
            .series
            .iter()
            .map(|s| present(s).len())
            .sum::<usize>()
            .to_string();
        let Some((from, to, value)) = largest(self) else {
            return kind;
        };
        let ends = [
            ("from", from.to_owned()),
            ("to", to),
            ("value", self.number(value)),
        ];
        let mut args = vec![("type", kind), ("n", self.number(&count))];
        args.extend(ends);
        self.say("chart-flows", &args)
    }

    fn of_rows(&self, kind: String) -> String {
        self.say(
            "chart-rows-said",
            &[
                ("type", kind),
                ("n", self.number(&self.chart.labels.len().to_string())),
            ],
        )
    }
}

/// A name inside a sentence: its first letter is small, unless the word is an acronym.
fn lower(words: &str) -> String {
    untranslated::within(words, small)
}

fn small(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.next()) {
        (Some(first), Some(second)) if first.is_uppercase() && second.is_lowercase() => {
            first.to_lowercase().collect::<String>() + &words[first.len_utf8()..]
        }
        _ => words.to_owned(),
    }
}

/// With a capital, as a title begins.
fn upper(words: &str) -> String {
    untranslated::within(words, |words| {
        let mut letters = words.chars();
        letters
            .next()
            .map(|first| first.to_uppercase().collect::<String>() + letters.as_str())
            .unwrap_or_default()
    })
}

fn superscript(c: char) -> char {
    const RAISED: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    c.to_digit(10)
        .and_then(|d| RAISED.get(d as usize))
        .copied()
        .unwrap_or('⁻')
}

/// `b` minus `a`, exactly, in plain digits.
fn difference(a: &str, b: &str) -> Option<String> {
    let decimals = |t: &str| t.split_once('.').map_or(0, |(_, f)| f.len());
    let scale = decimals(a).max(decimals(b));
    let whole = |t: &str| {
        let digits = t.replace('.', "") + &"0".repeat(scale - decimals(t));
        digits.parse::<i128>().ok()
    };
    let d = whole(b)?.checked_sub(whole(a)?)?;
    let digits = format!("{:0>1$}", d.unsigned_abs(), scale + 1);
    let (front, fraction) = digits.split_at(digits.len() - scale);
    let sign = if d < 0 { "-" } else { "" };
    Some(if fraction.is_empty() {
        format!("{sign}{front}")
    } else {
        format!("{sign}{front}.{fraction}")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn differences_keep_their_digits() {
        assert_eq!(difference("0.35", "0.3").as_deref(), Some("-0.05"));
        assert_eq!(
            difference("28114127", "141000000").as_deref(),
            Some("112885873")
        );
        assert_eq!(
            [lower("Entidad"), lower("PIB por año")],
            ["entidad", "PIB por año"]
        );
    }
}
