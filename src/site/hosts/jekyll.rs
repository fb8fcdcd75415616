//! `.nojekyll`: GitHub Pages passes the files on as they are, those that begin with `_` too.

use super::{Host, HostFacts};
use crate::stage::OutputFile;

/// GitHub Pages.
pub(crate) struct NoJekyll;

impl Host for NoJekyll {
    fn files(&self, _facts: &HostFacts) -> Vec<OutputFile> {
        vec![OutputFile {
            path: ".nojekyll".to_owned(),
            text: String::new(),
        }]
    }
}
