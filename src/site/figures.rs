//! The charts of datasets as files: a drawing (SVG) and a picture (PNG) in each language of their page, to be shared.

use crate::charts::{Chart, picture};
use crate::diag::Fatal;
use crate::pages::address::dataset;
use crate::pages::charts::{file_of, of_table};
use crate::pages::{PagePlan, SiteFacts};
use crate::render::{LinksAsWritten, Theme};
use crate::stage::Staging;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A chart in the language of a page, and the path of its files without their ending.
struct Figure<'a> {
    page: &'a PagePlan,
    path: String,
    chart: Chart,
}

/// Draws and writes every chart of a dataset's table, once in each language in which the dataset has a page.
///
/// # Errors
///
/// When the disk refuses.
pub(crate) fn write_all(
    view: &SiteFacts<'_>,
    theme: &Theme,
    staging: &Staging,
) -> Result<(), Fatal> {
    let figures = figures(view);
    (figures.par_iter()).try_for_each(|figure| figure.write(theme, staging))
}

fn figures<'a>(view: &SiteFacts<'a>) -> Vec<Figure<'a>> {
    let mut pages: BTreeMap<&str, Vec<&'a PagePlan>> = BTreeMap::new();
    for page in &view.plan.pages {
        pages.entry(&page.draft.address).or_default().push(page);
    }
    let mut figures = Vec::new();
    for drawn in view.charts.drawn() {
        let address = dataset(drawn.dataset);
        for page in pages.get(&*address).into_iter().flatten().copied() {
            let chart = of_table(view, page, drawn.dataset, drawn.resource);
            figures.extend(chart.map(|chart| Figure {
                page,
                path: file_of(view, &page.lang, drawn.dataset, drawn.resource),
                chart,
            }));
        }
    }
    figures
}

impl Figure<'_> {
    fn write(&self, theme: &Theme, staging: &Staging) -> Result<(), Fatal> {
        let lang = &self.page.lang;
        let Some(words) = theme.scope(lang, Arc::new(LinksAsWritten)) else {
            return Ok(());
        };
        let Some(made) = picture(&words, &self.chart, lang).map_err(Fatal::fault)? else {
            return Ok(());
        };
        staging.write(&format!("{}.svg", self.path), made.svg.as_bytes())?;
        if let Some(png) = made.png {
            staging.write(&format!("{}.png", self.path), &png)?;
        }
        Ok(())
    }
}
