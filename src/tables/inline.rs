//! Data that are in a descriptor itself, as the files that they would be.

use crate::diag::Fatal;
use crate::model::dataset::Dataset;
use crate::stage::ScratchFolder;

/// Writes them aside, where [`Home::with_inline`](tragaluz_tables::Home::with_inline) finds them.
///
/// # Errors
/// When the disk refuses.
pub(crate) fn write(datasets: &[Dataset], aside: &ScratchFolder) -> Result<(), Fatal> {
    for resource in datasets.iter().flat_map(|dataset| &dataset.resources) {
        if let Some(text) = &resource.inline {
            aside.write(&resource.path, text.as_bytes())?;
        }
    }
    Ok(())
}
