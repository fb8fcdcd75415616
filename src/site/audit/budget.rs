//! What a page of each kind may weigh.

/// The most that any page's first view may weigh compressed.
pub(crate) const FIRST_VIEW: u64 = 14_336;

const KB: u64 = 1024;

/// The whole transfer, compressed. A kind that is not named has the first view's cap: `page` among
/// them, for what an author writes has no length of its own.
const BUDGETS: &[(&str, u64)] = &[
    ("home", 10 * KB),
    // Lists: commitments, datasets, terms of a taxonomy, statuses.
    ("listing", 10 * KB),
    ("terms", 10 * KB),
    ("statuses", 10 * KB),
    ("a-z", 10 * KB),
    ("commitment", FIRST_VIEW),
    ("report", FIRST_VIEW),
    ("dataset", FIRST_VIEW),
    ("dictionary", 12 * KB),
    // One institution, policy area, sector, value, locality, status.
    ("term", 8 * KB),
    ("survey", 10 * KB),
    // 6 KB of page; QR codes and checksums, which no program can compress, take the rest.
    ("offline", 12 * KB),
    // 6 KB of page, and 4 KB for the only script of a portal, which is in it.
    ("search", 10 * KB),
    ("not-found", 6 * KB),
    ("left-out", 6 * KB),
    // A plain-text edition: past it there is a warning.
    ("text", 6 * KB),
];

/// The bytes that a page of this kind may weigh compressed.
pub(crate) fn of_kind(kind: &str) -> u64 {
    BUDGETS
        .iter()
        .find(|(name, _)| *name == kind)
        .map_or(FIRST_VIEW, |(_, bytes)| *bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_kind_may_weigh_more_than_the_first_view() {
        assert!(BUDGETS.iter().all(|(_, bytes)| *bytes <= FIRST_VIEW));
        assert_eq!([of_kind("home"), of_kind("whatever")], [10_240, FIRST_VIEW]);
    }
}
