//! GitHub, whose own action publishes what was built.

use super::{HostSetup, with_release};

/// A workflow that builds with the day's date, after each push and once a day.
pub(super) struct Github;

impl HostSetup for Github {
    fn name(&self) -> &'static str {
        "github"
    }

    fn path(&self) -> &'static str {
        ".github/workflows/publish.yml"
    }

    fn text(&self) -> String {
        with_release(include_str!("github.yml"))
    }
}
