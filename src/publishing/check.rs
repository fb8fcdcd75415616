//! Reads back what is at a target, after it was published.

use super::built_site::{BuiltSite, sum_of};
use super::target::SiteTarget;
use crate::diag::{Diagnostic, Fatal, Place, Sink, codes};

/// Reads every file of a site at its target, and returns the paths of those that are not what they ought to be; each is a finding.
///
/// # Errors
/// When the target cannot be read.
pub(super) fn read_back(
    target: &mut dyn SiteTarget,
    site: &BuiltSite,
    sink: &mut Sink,
) -> Result<Vec<String>, Fatal> {
    let paths: Vec<&str> = site.files().keys().map(String::as_str).collect();
    let mut wrong = Vec::new();
    target.fetch(&paths, &mut |path, file| {
        let expected = site.sum_of(path).unwrap_or_default();
        let found = match file {
            None => "none".to_owned(),
            Some(file) => sum_of(file).map_err(Fatal::io("reading", path.as_ref()))?,
        };
        if found != expected {
            wrong.push(path.to_owned());
            let finding = Diagnostic::new(&codes::PUBLISHED_DIFFERS).at(Place::file(path));
            sink.push(finding.arg("expected", expected).arg("found", found));
        }
        Ok(())
    })?;
    Ok(wrong)
}
