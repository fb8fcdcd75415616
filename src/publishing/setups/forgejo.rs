//! Forgejo, such as Codeberg, which publishes a branch.

use super::{HostSetup, with_release};

/// A workflow that builds with the day's date, after each push and once a day.
pub(super) struct Forgejo;

impl HostSetup for Forgejo {
    fn name(&self) -> &'static str {
        "forgejo"
    }

    fn path(&self) -> &'static str {
        ".forgejo/workflows/publish.yml"
    }

    fn text(&self) -> String {
        with_release(include_str!("forgejo.yml"))
    }
}
