//! Site map and `robots.txt`.

use super::{Listed, Made};

/// The site map of these pages, split with an index past 50,000 addresses.
pub fn sitemap(_base_url: &str, _pages: &[Listed]) -> Vec<Made> {
    todo!()
}

/// `robots.txt`: everything may be read; names the site map where there is one.
pub fn robots(_base_url: Option<&str>) -> Made {
    todo!()
}
