//! What was left out is still named by others, and nothing can be asked of it.

use super::exclusions::{self, ExcludedKind};
use super::portal::Portal;
use super::term::Term;
use crate::source::Source;

impl Portal {
    /// Takes in what was left out of the source, and the terms among it, which others name.
    pub(super) fn take_exclusions(&mut self, source: &Source) {
        self.left_out = exclusions::read(source, &self.settings);
        self.name_left_out();
    }

    /// Whether rows name rows of a dataset that was left out cannot be known.
    pub(super) fn ask_no_left_out(&mut self) {
        let mut datasets = std::mem::take(&mut self.datasets);
        for resource in datasets
            .iter_mut()
            .flat_map(|dataset| &mut dataset.resources)
        {
            (resource.schema.foreign_keys).retain(|key| {
                let dataset = key.dataset.as_deref();
                !dataset.is_some_and(|id| self.is_left_out(id))
            });
        }
        self.datasets = datasets;
    }

    /// Terms whose pages were left out are still named by others.
    fn name_left_out(&mut self) {
        for one in &self.left_out {
            if let ExcludedKind::Term(taxonomy) = one.what {
                let (id, name) = (one.id.to_ascii_lowercase(), one.title.clone());
                self.terms.add(Term {
                    taxonomy,
                    id,
                    name,
                    head: None,
                    country: None,
                    code: None,
                    url: None,
                });
            }
        }
    }
}
