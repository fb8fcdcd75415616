//! A chart's values and names in the words of a language.

use super::chart::{Chart, ChartSeries};
use super::wording::Wording;
use crate::model::vocabulary::Status;
use crate::text::messages::Arg;
use crate::text::phrase::Phrase;
use crate::text::untranslated;

/// Most series that are told one by one to those who do not see the chart.
const MOST_TOLD: usize = 6;

/// A chart and the language that it is shown in.
pub(crate) struct ChartWords<'a> {
    pub(crate) wording: &'a dyn Wording,
    pub(crate) chart: &'a Chart,
}

/// What a title is made of: the columns' names.
pub(crate) struct TitleParts {
    /// What is measured or counted.
    pub(crate) measure: String,
    /// Along what it is, as inside a sentence.
    pub(crate) by: Option<String>,
    /// What tells the series apart, as inside a sentence.
    pub(crate) split: Option<String>,
}

/// A value that can be drawn.
#[derive(Debug, Clone, Copy)]
pub(crate) struct DrawnValue<'a> {
    /// The index of its label.
    pub(crate) at: usize,
    pub(crate) size: f64,
    /// The value in plain digits.
    pub(crate) digits: &'a str,
}

/// Parses a number for drawing; `None` for what is none or has no end.
pub(crate) fn size(text: &str) -> Option<f64> {
    text.parse::<f64>().ok().filter(|v| v.is_finite())
}

/// Returns the values of a series that can be drawn.
pub(crate) fn present(series: &ChartSeries) -> Vec<DrawnValue<'_>> {
    let values = series.values.iter().enumerate();
    values
        .filter_map(|(at, value)| {
            let digits = value.as_deref()?;
            Some(DrawnValue {
                at,
                size: size(digits)?,
                digits,
            })
        })
        .collect()
}

/// Returns the values of all series that can be drawn.
pub(crate) fn sizes(chart: &Chart) -> impl Iterator<Item = f64> {
    (chart.series.iter()).flat_map(|series| present(series).into_iter().map(|v| v.size))
}

impl ChartWords<'_> {
    /// Returns a message of the theme.
    pub(crate) fn say(&self, id: &str, args: &[(&str, String)]) -> String {
        let args: Vec<(&str, Arg)> = args
            .iter()
            .map(|(name, text)| (*name, Arg::Text(text.clone())))
            .collect();
        self.wording.say(id, &args)
    }

    /// Returns a number as it is in the data, with the language's separators.
    pub(crate) fn number(&self, text: &str) -> String {
        self.wording.number(text).replace('-', "\u{2212}")
    }

    /// Returns a number as it is read aloud: in millions or thousands of millions with three digits, and of long fractions those
    /// digits that matter. The table of values has every digit.
    pub(crate) fn reading(&self, digits: &str) -> String {
        let Some(value) = size(digits) else {
            return self.number(digits);
        };
        let named = NAMED_READINGS
            .iter()
            .find(|named| value.abs() >= named.from);
        let Some(named) = named.filter(|_| value.abs() < LARGEST_NAMED) else {
            return self.number(&short_fraction(digits, value));
        };
        let value = value / named.unit;
        let decimals = (2.0 - value.abs().log10().floor()).clamp(0.0, 2.0) as usize;
        let short = trimmed(&format!("{value:.decimals$}"));
        let form = if short == "1" { "one" } else { "other" };
        let args = [("form", form.to_owned()), ("n", self.number(&short))];
        self.say(named.message, &args)
    }

    /// Returns whether the label at an index is of a time whose values are projections.
    pub(crate) fn is_projected(&self, at: usize) -> bool {
        let from = self.chart.note_from.as_deref();
        let label = self.chart.labels.get(at);
        (from.zip(label)).is_some_and(|(from, label)| self.chart.time && &**label >= from)
    }

    /// Returns the index of the first label whose values are projections; `None` where none is.
    pub(crate) fn first_projected(&self) -> Option<usize> {
        (0..self.chart.labels.len()).find(|at| self.is_projected(*at))
    }

    /// Returns the sentence that says from when on values are projections.
    pub(crate) fn projected(&self) -> Option<String> {
        let at = self.first_projected()?;
        Some(self.say("chart-projected-from", &[("from", self.label_at(at))]))
    }

    /// Returns the sentence that says from when on an author's note applies; `None` where it does not say.
    pub(crate) fn applies(&self) -> Option<String> {
        let at = self.first_projected()?;
        Some(self.say("chart-note-from", &[("from", self.label_at(at))]))
    }

    /// Returns the label at an index as a row of the table of values has it.
    pub(crate) fn row_label(&self, at: usize) -> String {
        let label = self.label_at(at);
        if self.is_projected(at) {
            self.say("chart-projected-row", &[("label", label)])
        } else {
            label
        }
    }

    /// Returns the words of a phrase.
    pub(crate) fn phrase(&self, phrase: &Phrase) -> String {
        match (&phrase.text, &phrase.message) {
            (Some(text), _) => text.clone(),
            (None, Some(message)) => self.say(message, &[]),
            (None, None) => String::new(),
        }
    }

    /// Returns the unit; `None` where it has none.
    pub(crate) fn unit(&self) -> Option<&str> {
        self.chart
            .unit
            .as_deref()
            .filter(|unit| !unit.trim().is_empty())
    }

    /// Returns a number at an axis of this step whose furthest number is `most`: short, in thousands, millions or thousands
    /// of millions where the scale is.
    pub(crate) fn tick(&self, value: f64, step: f64, most: f64) -> String {
        if most >= LARGEST_NAMED {
            return self.power(value, most.log10().floor() as i32);
        }
        if value == 0.0 {
            return if self.is_percent() {
                self.share(0.0, 1.0)
            } else {
                "0".to_owned()
            };
        }
        let named = NAMED_UNITS.iter().find(|named| most >= named.from);
        let unit = named.map_or(1.0, |named| named.unit);
        let decimals = (-(step / unit).log10().floor() + 1e-9).clamp(0.0, 6.0) as usize;
        let text = self.number(&format!("{:.decimals$}", value / unit));
        let text = match named {
            Some(named) => self.say(named.message, &[("n", text)]),
            None => text,
        };
        if self.is_percent() {
            self.percent(text)
        } else {
            text
        }
    }

    /// Returns a number as a factor and a power of ten.
    fn power(&self, value: f64, power: i32) -> String {
        if value == 0.0 {
            return "0".into();
        }
        let raised: String = power.to_string().chars().map(superscript).collect();
        let factor = format!("{:.1}", value / 10f64.powi(power));
        let factor = factor.strip_suffix(".0").unwrap_or(&factor);
        format!("{}×10{raised}", self.number(factor))
    }

    fn is_percent(&self) -> bool {
        self.unit() == Some("%")
    }

    fn percent(&self, text: String) -> String {
        self.say("percent", &[("shown", text.clone()), ("n", text)])
    }

    /// Returns a date in words.
    pub(crate) fn date(&self, iso: &str) -> String {
        self.wording.date(iso)
    }

    /// Returns a label: a date or a status in words, or as it is in the data.
    pub(crate) fn label(&self, label: &str) -> String {
        match label {
            _ if self.chart.time => self.wording.date(label),
            _ if Status::CODES.iter().any(|(code, _)| *code == label) => {
                self.say(&format!("status-{label}"), &[])
            }
            _ => label.to_owned(),
        }
    }

    /// Returns the name of a series.
    pub(crate) fn name(&self, series: &ChartSeries) -> String {
        series
            .name
            .clone()
            .unwrap_or_else(|| self.phrase(&self.chart.measure))
    }

    /// Returns the author's title, or one that `make` makes of the columns' names.
    pub(crate) fn title(&self, make: impl FnOnce(TitleParts) -> String) -> String {
        match &self.chart.title {
            Some(title) => self.phrase(title),
            None => upper(&make(self.title_parts())),
        }
    }

    fn title_parts(&self) -> TitleParts {
        let [by, split] = [&self.chart.by, &self.chart.split]
            .map(|phrase| phrase.as_ref().map(|p| lower(&self.phrase(p))));
        TitleParts {
            measure: self.phrase(&self.chart.measure),
            by,
            split,
        }
    }

    /// Returns what is measured, by what and by what else.
    pub(crate) fn title_by(&self, parts: TitleParts) -> String {
        let TitleParts { measure, by, split } = parts;
        match (by, split) {
            (Some(by), Some(split)) => {
                let args = [("measure", measure), ("by", by), ("split", split)];
                self.say("chart-by-both", &args)
            }
            (Some(by), None) => self.say("chart-by", &[("measure", measure), ("by", by)]),
            (None, _) => measure,
        }
    }

    /// Returns the labels and series that are to stand out, and are there; `None` where there are none.
    pub(crate) fn highlighted(&self) -> Option<String> {
        let chart = self.chart;
        let names: Vec<String> = (chart.highlight.iter())
            .filter(|name| chart.labels.contains(name) || chart.has_series(name))
            .map(|name| self.label(name))
            .collect();
        (!names.is_empty()).then(|| names.join(", "))
    }

    /// Returns how many values are missing; `None` where none is.
    pub(crate) fn missing(&self) -> Option<String> {
        let count = self.chart.missing;
        (count > 0).then(|| {
            self.wording
                .say("chart-missing", &[("n", Arg::Count(count))])
        })
    }

    /// Returns the name of the shape, and how the first series change or range.
    pub(crate) fn series_told(&self, name: &str) -> String {
        let series = self.chart.series.iter().take(MOST_TOLD);
        let mut told = format!("{name}.");
        for sentence in series.filter_map(|s| self.one_series_told(s)) {
            told.push(' ');
            told.push_str(&sentence);
        }
        told
    }

    fn one_series_told(&self, series: &ChartSeries) -> Option<String> {
        let values = present(series);
        let range = self.range_told(&values)?;
        let name = self.name(series);
        let change = if self.chart.time {
            self.change_told(&values, name)?
        } else if self.chart.labels.len() > 2 {
            format!("{name}:")
        } else {
            let all = (values.iter())
                .map(|v| format!("{} {}", self.label_at(v.at), self.reading(v.digits)));
            format!("{name}: {}.", all.collect::<Vec<_>>().join(", "))
        };
        Some(format!("{change} {range}").trim().to_owned())
    }

    /// Returns the smallest and the largest value and where they are; empty where all values are told, `None` where there
    /// are none.
    fn range_told(&self, values: &[DrawnValue<'_>]) -> Option<String> {
        let least = (values.iter()).min_by(|a, b| a.size.total_cmp(&b.size))?;
        let most = largest_first(values)?;
        if self.chart.labels.len() <= 2 {
            return Some(String::new());
        }
        let ends = [
            ("min", self.reading(least.digits)),
            ("at-min", self.label_at(least.at)),
            ("max", self.reading(most.digits)),
            ("at-max", self.label_at(most.at)),
        ];
        Some(self.say("chart-range", &ends))
    }

    fn change_told(&self, values: &[DrawnValue<'_>], name: String) -> Option<String> {
        let (first, last) = (values.first()?, values.last()?);
        let change = (difference(first.digits, last.digits))
            .map(|d| self.reading(&d))
            .unwrap_or_default();
        let sign = if change.starts_with('\u{2212}') {
            ""
        } else {
            "+"
        };
        let args = [
            ("name", name),
            ("first", self.reading(first.digits)),
            ("from", self.label_at(first.at)),
            ("last", self.reading(last.digits)),
            ("to", self.label_at(last.at)),
            ("change", format!("{sign}{change}")),
        ];
        Some(self.say("chart-change", &args))
    }

    /// Returns the label at an index; empty where there is none.
    fn label_at(&self, at: usize) -> String {
        let label = self.chart.labels.get(at);
        label.map(|l| self.label(l)).unwrap_or_default()
    }

    /// Returns the name of the shape, and how many rows there are.
    pub(crate) fn rows_told(&self, name: String) -> String {
        let count = self.number(&self.chart.labels.len().to_string());
        self.say("chart-rows-said", &[("type", name), ("n", count)])
    }

    /// Returns a share in per cent, with one decimal.
    pub(crate) fn share(&self, part: f64, whole: f64) -> String {
        let share = if whole > 0.0 {
            part / whole * 100.0
        } else {
            0.0
        };
        let text = format!("{share:.1}");
        let text = self.number(text.strip_suffix(".0").unwrap_or(&text));
        self.percent(text)
    }
}

/// Returns the largest of some values, the first one of equal ones.
pub(crate) fn largest_first<'v, 'a>(values: &'v [DrawnValue<'a>]) -> Option<&'v DrawnValue<'a>> {
    (values.iter()).max_by(|a, b| a.size.total_cmp(&b.size).then(b.at.cmp(&a.at)))
}

/// From here on numbers at an axis are factors of a power of ten.
const LARGEST_NAMED: f64 = 1e15;

/// A unit of numbers at an axis.
struct NamedUnit {
    /// The furthest number from which on it is used.
    from: f64,
    unit: f64,
    message: &'static str,
}

const NAMED_UNITS: [NamedUnit; 4] = [
    NamedUnit {
        from: 1e12,
        unit: 1e12,
        message: "chart-trillions",
    },
    NamedUnit {
        from: 1e9,
        unit: 1e9,
        message: "chart-billions",
    },
    NamedUnit {
        from: 1e6,
        unit: 1e6,
        message: "chart-millions",
    },
    NamedUnit {
        from: 1e4,
        unit: 1e3,
        message: "chart-thousands",
    },
];

/// Units of numbers that are read aloud.
const NAMED_READINGS: [NamedUnit; 3] = [
    NamedUnit {
        from: 0.999_5e12,
        unit: 1e12,
        message: "reading-trillions",
    },
    NamedUnit {
        from: 0.999_5e9,
        unit: 1e9,
        message: "reading-billions",
    },
    NamedUnit {
        from: 0.999_5e6,
        unit: 1e6,
        message: "reading-millions",
    },
];

/// Returns plain digits with two decimals, none from ten thousand on, or of a small number three digits that are not nought;
/// shorter ones as they are.
fn short_fraction(digits: &str, value: f64) -> String {
    let least = match value.abs() {
        0.0 => 2,
        size if size >= 1e4 => 0,
        size if size >= 1.0 => 2,
        size => (2.0 - size.log10().floor()).clamp(2.0, 12.0) as usize,
    };
    if decimals(digits) <= least {
        return digits.to_owned();
    }
    trimmed(&format!("{value:.least$}"))
}

/// Returns plain digits without noughts at the end of a fraction.
fn trimmed(digits: &str) -> String {
    if digits.contains('.') {
        digits
            .trim_end_matches('0')
            .trim_end_matches('.')
            .to_owned()
    } else {
        digits.to_owned()
    }
}

/// Returns a name inside a sentence: its first letter is small, unless the word is an acronym.
pub(crate) fn lower(words: &str) -> String {
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

/// Returns words with a capital, as a title begins.
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

/// Counts the digits behind the point.
fn decimals(digits: &str) -> usize {
    digits.split_once('.').map_or(0, |(_, behind)| behind.len())
}

/// Returns plain digits as a whole number of units of 10 to the power of -`scale`; `None` where it is too large.
fn mantissa(digits: &str, scale: usize) -> Option<i128> {
    let whole = digits.replace('.', "") + &"0".repeat(scale - decimals(digits));
    whole.parse().ok()
}

/// Returns `b` minus `a`, exactly, in plain digits.
fn difference(a: &str, b: &str) -> Option<String> {
    let scale = decimals(a).max(decimals(b));
    let d = mantissa(b, scale)?.checked_sub(mantissa(a, scale)?)?;
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
    fn fractions_are_as_long_as_they_matter() {
        for (digits, short) in [
            ("57382.76", "57383"),
            ("64.5512", "64.55"),
            ("0.026147", "0.0261"),
            ("0.10", "0.10"),
            ("0.0000", "0"),
            ("12", "12"),
        ] {
            assert_eq!(short_fraction(digits, size(digits).unwrap()), short);
        }
    }

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
