//! GitLab, which publishes what the job named `pages` keeps.

use super::{HostSetup, with_release};

/// A workflow that builds with the day's date, after each push and once a day.
pub(super) struct Gitlab;

impl HostSetup for Gitlab {
    fn name(&self) -> &'static str {
        "gitlab"
    }

    fn path(&self) -> &'static str {
        ".gitlab-ci.yml"
    }

    fn text(&self) -> String {
        with_release(include_str!("gitlab.yml"))
    }
}
