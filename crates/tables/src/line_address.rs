//! The address of a line in a table that may be in several files, as one number.
//!
//! Whatever is counted, sorted or written to disk about a row keeps one number for its place. The lower bits are the
//! line, from 1; the upper bits say in which of the table's files, from 0. For a table in one file the number is the
//! line itself.

const BITS: u32 = 44;

/// Most files that one table may be in.
pub(crate) const MOST_FILES: usize = 1 << (u64::BITS - BITS);

/// The address of a line in the file of this number.
pub(crate) fn address(file: usize, line: u64) -> u64 {
    (file as u64) << BITS | line
}

/// The number of the file, from 0.
pub(crate) fn file_of(address: u64) -> usize {
    usize::try_from(address >> BITS).unwrap_or(usize::MAX)
}

/// The line in its file, from 1.
pub(crate) fn line_of(address: u64) -> u64 {
    address & ((1 << BITS) - 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_order_by_file_and_line() {
        assert_eq!(address(0, 7), 7);
        assert!(address(0, 900) < address(1, 2) && address(1, 2) < address(1, 3));
        assert_eq!((file_of(address(5, 9)), line_of(address(5, 9))), (5, 9));
    }
}
