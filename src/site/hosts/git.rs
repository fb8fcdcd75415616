//! `.gitattributes`: Git passes every byte on as it is. A push from Windows would else change the line ends of texts, and
//! with them the checksums.

use super::{Host, HostFacts};
use crate::stage::OutputFile;

/// Hosts that are pushed to.
pub(crate) struct Git;

impl Host for Git {
    fn files(&self, _facts: &HostFacts) -> Vec<OutputFile> {
        vec![OutputFile {
            path: ".gitattributes".to_owned(),
            text: "* -text\n".to_owned(),
        }]
    }
}
