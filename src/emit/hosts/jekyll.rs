//! `.nojekyll`: GitHub Pages passes the files on as they are, those that begin with `_` too.

use super::{Host, HostFacts};
use crate::emit::Made;

/// GitHub Pages.
pub(crate) struct NoJekyll;

impl Host for NoJekyll {
    fn files(&self, _facts: &HostFacts) -> Vec<Made> {
        vec![Made {
            path: ".nojekyll".to_owned(),
            text: String::new(),
        }]
    }
}
