//! The charts that a page shows: their words in its language, and links from where it is.

use super::context::{Chart, Spark};
use super::{PagePlan, View, address};
use crate::charts::Drawn;
use crate::downloads::Role;

impl View<'_> {
    /// The chart of a table.
    pub(crate) fn chart_of(&self, page: &PagePlan, dataset: &str, resource: &str) -> Option<Chart> {
        let drawn = self.charts.of_table(dataset, resource)?;
        Some(self.chart(page, drawn, false))
    }

    /// The first series over time that is drawn of a dataset, the size of a word.
    pub(crate) fn spark_of(&self, page: &PagePlan, dataset: &str) -> Option<Spark> {
        let charts = self
            .tables
            .of(dataset)
            .filter_map(|table| self.chart_of(page, dataset, &table.resource));
        let chart = charts
            .into_iter()
            .find(|chart| chart.time && matches!(&*chart.kind, "line" | "columns" | "multiples"))?;
        let series = chart.series.first()?;
        let mut known = chart
            .labels
            .iter()
            .zip(&series.values)
            .filter_map(|(label, v)| Some((label, v.as_ref()?)));
        let first = known.next()?;
        let last = known.next_back()?;
        Some(Spark {
            measure: chart.measure.clone(),
            name: series.name.clone(),
            line: series.values.clone(),
            from: first.0.clone(),
            first: first.1.clone(),
            to: last.0.clone(),
            last: last.1.clone(),
        })
    }

    /// The charts of a section's fences; null where one cannot be drawn.
    pub(crate) fn charts_in(
        &self,
        page: &PagePlan,
        file: &str,
        section: &str,
        count: usize,
    ) -> Vec<Option<Chart>> {
        let drawn = (0..count).map(|at| self.charts.of_fence(file, section, at));
        drawn
            .map(|drawn| Some(self.chart(page, drawn?, true)))
            .collect()
    }

    /// A chart with its words in the page's language.
    fn chart(&self, page: &PagePlan, drawn: &Drawn, linked: bool) -> Chart {
        let csv = self.files.of(&drawn.dataset).find(|f| {
            f.resource.as_deref() == Some(&*drawn.resource)
                && f.role == Role::Table
                && f.format == "csv"
        });
        Chart {
            source: if linked {
                self.link(page, &address::dataset(&drawn.dataset))
            } else {
                None
            },
            csv: csv.map(|f| self.href_of_file(page, &f.path)),
            ..drawn.worded(self.portal, self.tables, &page.lang)
        }
    }
}
