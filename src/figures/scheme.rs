//! How links to figures begin.

/// What a link to a figure begins with.
pub(super) const SCHEME: &str = "figure:";

/// Whether a link leads to a figure.
pub(crate) fn is_figure(target: &str) -> bool {
    target.starts_with(SCHEME)
}
