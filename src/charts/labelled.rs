//! What the values of a chart are called in the language of a page, where their dataset declares it.

use super::GatheredChart;
use super::chart::Chart;
use crate::model::Portal;
use crate::model::value_labels::ColumnLabels;
use crate::text::lang::Lang;
use crate::text::phrase::Phrase;
use crate::text::unit;
use tragaluz_tables::Table;

impl GatheredChart {
    /// Writes labels in the place of values, and the unit as the language has it; tells the language of what is along the chart:
    /// that of the labels, where all are declared, else that of the data.
    pub(super) fn label(
        &self,
        chart: &mut Chart,
        portal: &Portal,
        table: Option<&Table>,
        page: &Lang,
    ) {
        let Some(dataset) = portal.dataset(&self.dataset) else {
            return;
        };
        let of_column = |at: Option<usize>| {
            let column = &table?.columns[at?];
            dataset.labels.of(column)
        };
        if let Some(known) = chart.unit.as_deref().and_then(|own| unit::name(own, page)) {
            chart.unit = Some(known.to_owned());
        }
        let [along, _, split] = self.columns.map(of_column);
        let (along, split) = (along.as_deref(), split.as_deref());
        for series in &mut chart.series {
            replace(series.name.as_mut(), split, page);
        }
        for text in &mut chart.highlight {
            replace(Some(text), along.or(split), page);
        }
        for text in &mut chart.left_out {
            replace(Some(text), along, page);
        }
        let texts = chart.labels.iter_mut();
        let said: Vec<Phrase> = texts
            .filter_map(|text| replace(Some(text), along, page))
            .collect();
        let is_labelled = match along {
            Some(_) => said.len() == chart.labels.len(),
            None => split.is_some(),
        };
        let of_data = dataset.language.as_ref().filter(|lang| *lang != page);
        chart.lang = if is_labelled {
            said.first().and_then(|label| label.lang.clone())
        } else {
            of_data.map(|lang| lang.tag().to_owned())
        };
    }
}

/// Writes a value's label in its place, and returns the label; `None` of a value without one.
fn replace(
    value: Option<&mut String>,
    labels: Option<&ColumnLabels>,
    page: &Lang,
) -> Option<Phrase> {
    let value = value?;
    let label = labels?.label(value, page)?;
    *value = label.text.clone()?;
    Some(label)
}
