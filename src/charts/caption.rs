//! What is told of a chart as a whole: its title, what is below it, its notes, and what those hear who do not see it.

use super::chart::Chart;
use super::shapes::{self, ChartShape};
use super::wording::Wording;
use super::words::ChartWords;

/// A chart's words with the shape that it is drawn in.
pub(crate) struct ChartCaption<'a> {
    /// The chart in the page's language.
    pub(crate) words: ChartWords<'a>,
    pub(crate) shape: &'static dyn ChartShape,
}

/// Words with their language, where that is not the page's.
pub(crate) struct ToldWords<'a> {
    pub(crate) words: String,
    pub(crate) lang: Option<&'a str>,
}

impl<'a> ToldWords<'a> {
    fn new(words: String, lang: Option<&'a str>) -> ToldWords<'a> {
        ToldWords { words, lang }
    }
}

impl<'a> ChartCaption<'a> {
    /// Finds the shape that the chart names.
    pub(crate) fn new(wording: &'a dyn Wording, chart: &'a Chart) -> ChartCaption<'a> {
        ChartCaption {
            words: ChartWords { wording, chart },
            shape: shapes::named(&chart.kind),
        }
    }
}

impl ChartCaption<'_> {
    /// Returns the title: the author's, or one made of the columns' names.
    pub(crate) fn title(&self) -> String {
        (self.words).title(|parts| self.shape.title(&self.words, parts))
    }

    /// Returns what is below the title: what is measured, in which unit, which rows, which time.
    pub(crate) fn under(&self) -> Vec<ToldWords<'_>> {
        let chart = self.words.chart;
        let mut parts = Vec::new();
        parts.extend(self.measured());
        parts.extend((chart.aggregate.as_ref()).map(|aggregate| {
            ToldWords::new(self.words.say(&format!("chart-{aggregate}"), &[]), None)
        }));
        parts.extend(chart.only.iter().map(|condition| {
            let column = self.words.phrase(&condition.column);
            ToldWords {
                words: format!("{column}: {}", condition.values.join(", ")),
                lang: condition.column.lang.as_deref().or(chart.lang.as_deref()),
            }
        }));
        if chart.time
            && self.shape.tells_time()
            && let [first, .., last] = &*chart.labels
        {
            let ends = format!(
                "{}\u{2013}{}",
                self.words.label(first),
                self.words.label(last)
            );
            parts.push(ToldWords::new(ends, None));
        }
        parts
    }

    /// Returns what is measured, where an author's title may not say it, and its unit; `None` where there is neither.
    fn measured(&self) -> Option<ToldWords<'_>> {
        let chart = self.words.chart;
        let measure = if chart.title.is_some() && self.shape.tells_measure() {
            self.words.phrase(&chart.measure)
        } else {
            String::new()
        };
        let words = match self.words.unit() {
            Some(unit) if measure.is_empty() => unit.to_owned(),
            Some(unit) => format!("{measure} ({unit})"),
            None => measure,
        };
        let told = ToldWords::new(words, chart.measure.lang.as_deref());
        Some(told).filter(|told| !told.words.is_empty())
    }

    /// Returns the notes below the chart.
    pub(crate) fn notes(&self) -> Vec<ToldWords<'_>> {
        let chart = self.words.chart;
        let note = (chart.note.as_ref())
            .map(|note| ToldWords::new(self.words.phrase(note), note.lang.as_deref()));
        // An author who wrote a note said in it why something stands out.
        let highlighted = self.words.highlighted().filter(|_| note.is_none());
        let left_out = (!chart.left_out.is_empty()).then(|| chart.left_out.join(", "));
        let own = [
            highlighted.map(|values| self.words.say("chart-standing-out", &[("values", values)])),
            match note {
                Some(_) => self.words.applies(),
                None => self.words.projected(),
            },
            left_out.map(|values| self.words.say("chart-left-out", &[("values", values)])),
            self.words.missing().filter(|_| self.shape.tells_missing()),
        ];
        let own = own.into_iter().flatten();
        note.into_iter()
            .chain(own.map(|words| ToldWords::new(words, None)))
            .collect()
    }

    /// Returns what the chart says to those who do not see it: the author's words, or what can be told from the values.
    pub(crate) fn alt(&self) -> String {
        if let Some(alt) = &self.words.chart.alt {
            return self.words.phrase(alt);
        }
        let name = self
            .words
            .say(&format!("chart-type-{}", self.words.chart.kind), &[]);
        let mut told = self.shape.alt(&self.words, name);
        let further = [self.words.projected(), self.words.missing()];
        for sentence in further.into_iter().flatten() {
            told.push(' ');
            told.push_str(&sentence);
        }
        told
    }
}
