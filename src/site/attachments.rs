//! Files that are published as they are: the content's, but for its images and drawings, and the theme's.

use super::images::Images;
use crate::diag::{Fatal, Sink};
use crate::downloads::svg;
use crate::model::Portal;
use crate::pages::Plan;
use crate::render::Theme;
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::Staging;
use std::path::Path;

/// What attachments are published from.
pub(crate) struct Attachments<'a> {
    pub(crate) root: &'a Path,
    pub(crate) portal: &'a Portal,
    pub(crate) plan: &'a Plan,
    /// The theme, whose files are under `theme/`.
    pub(crate) theme: &'a Theme,
    /// Images, which have been made already.
    pub(crate) images: &'a Images,
}

impl Attachments<'_> {
    /// Writes them. To be called after everything else has been written, so that what wants the address of a file of the
    /// program's is known by name.
    ///
    /// # Errors
    /// When the disk refuses.
    pub(crate) fn write(&self, staging: &Staging, sink: &mut Sink) -> Result<(), Fatal> {
        for path in &self.portal.attachments {
            let to = path.strip_prefix("content/").unwrap_or(path);
            if self.images.of(to).is_some() {
                continue;
            }
            match staging.holder_of(to) {
                Some(first) => self.plan.attachment_taken(path, to, &first, sink),
                None => self.publish(path, to, staging, sink)?,
            }
        }
        for file in &self.theme.statics {
            staging.write(&format!("theme/{}", file.path), &file.bytes)?;
        }
        Ok(())
    }

    fn publish(
        &self,
        path: &str,
        to: &str,
        staging: &Staging,
        sink: &mut Sink,
    ) -> Result<(), Fatal> {
        let full = self.root.join(path);
        if svg::is_drawing(to) {
            return svg::publish(
                &full,
                path,
                to,
                (staging, &self.portal.settings.limits),
                sink,
            )
            .map(drop);
        }
        let mut from = LocalDisk.open(&full).map_err(Fatal::io("reading", &full))?;
        let mut out = staging.create(to)?;
        std::io::copy(&mut from, &mut out).map_err(Fatal::io("copying", &full))?;
        out.finish().map(drop)
    }
}
