//! Where links to figures lead: to their row, where the table's rows have pages, else to the dataset's page.

use super::page_target::PageTarget;
use crate::figures::{FigurePlace, Figures};
use crate::pages::row_pages::{ValuePlace, place_of_row};
use crate::pages::{Plan, address};
use crate::text::lang::Lang;
use std::collections::{BTreeMap, BTreeSet};
use tragaluz_tables::{Table, Tables};

/// Every figure that texts link to, and the page that each leads to.
#[derive(Debug, Clone, Default)]
pub(crate) struct FigureLinks {
    figures: Figures,
    targets: BTreeMap<String, PageTarget>,
}

impl FigureLinks {
    /// Returns the page that a link to a figure leads to; none where there is no such figure.
    pub(super) fn target(&self, target: &str) -> Option<&PageTarget> {
        self.targets.get(target)
    }

    /// Returns the words for a link that has none of its own.
    pub(crate) fn words(&self, target: &str, lang: &Lang) -> Option<&str> {
        self.figures.words(target, lang)
    }

    /// Returns a line of plain text with figures in the place of the links to them; none where it links to none.
    pub(crate) fn filled(&self, text: &str, lang: &Lang) -> Option<String> {
        self.figures.filled(text, lang)
    }

    /// Returns the rows of a table, from 0, that texts lead to.
    pub(crate) fn rows(&self, table: &Table) -> BTreeSet<u64> {
        self.figures.rows(&table.dataset, &table.resource).collect()
    }
}

impl Plan {
    /// Returns the plan with these figures, to which its texts lead.
    pub(crate) fn leading_to(mut self, figures: Figures, tables: &Tables) -> Plan {
        let targets = figures
            .places()
            .map(|(target, place)| (target.to_owned(), self.page_of_figure(place, tables)));
        let targets = targets.collect();
        self.figures = FigureLinks { figures, targets };
        self
    }

    fn page_of_figure(&self, place: &FigurePlace, tables: &Tables) -> PageTarget {
        let mut of_dataset = tables.of(&place.dataset);
        let table = of_dataset.find(|table| table.resource == place.resource);
        let of_row = table
            .zip(place.row)
            .and_then(|(table, row)| place_of_row(table, row, place.column))
            .filter(|there| self.has(&there.address));
        let there = of_row.unwrap_or_else(|| ValuePlace {
            address: address::dataset(&place.dataset),
            anchor: None,
        });
        PageTarget {
            address: there.address,
            lang: None,
            rest: there.anchor.map(|a| format!("#{a}")).unwrap_or_default(),
        }
    }
}
