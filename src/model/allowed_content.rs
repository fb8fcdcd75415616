//! Files that may run something are held back from what a portal publishes, but for those that its settings allow.

use super::active_content::{published, without_programs};
use super::portal::Portal;
use crate::diag::Sink;
use crate::source::Source;

impl Portal {
    /// Takes in the files under `content/` that are passed on.
    pub(super) fn take_attachments(&mut self, source: &Source, sink: &mut Sink) {
        (self.attachments, self.attachment_bytes) = published(
            &source.attachments,
            &source.attachment_bytes,
            &self.settings.active,
            sink,
        );
    }

    /// Takes programs out of datasets. A path that the settings allow and no file has is a finding.
    pub(super) fn hold_back_programs(&mut self, source: &Source, sink: &mut Sink) {
        let of_data = (self.datasets.iter().flat_map(|d| &d.resources)).map(|r| &r.path);
        let files: Vec<&str> = (source.attachments.iter().chain(of_data))
            .map(String::as_str)
            .collect();
        sink.extend(self.settings.active.absent(&files));
        for dataset in &mut self.datasets {
            without_programs(dataset, &self.settings.active, sink);
        }
    }
}
