//! What a page weighs at most, found without compressing all of it: most of a page is the style sheet that thousands share, and
//! most pages are far below their budgets.

use memchr::memmem;
use std::cell::RefCell;
use std::collections::BTreeMap;

/// Style sheets whose weight is kept. Pages use few different ones; those of a theme that writes another on each page are
/// let go of together.
const MOST_SHEETS: usize = 512;

/// Weighs a text by compressing it.
type Compress = fn(&[u8]) -> u64;

thread_local! {
    static SHEETS: RefCell<BTreeMap<Box<str>, u64>> = const { RefCell::new(BTreeMap::new()) };
}

/// Returns the first bound of a page's weight that will do, beginning with those that are found in the quickest way; `None` where
/// only the whole page compressed tells more.
pub(super) fn bound(text: &str, compress: Compress, will_do: impl Fn(&u64) -> bool) -> Option<u64> {
    let length = |text: &str| text.len() as u64;
    let whole = Some(length(text)).filter(&will_do);
    whole.or_else(|| {
        let (before, css, after) = around_styles(text);
        let sheet = if css.is_empty() {
            0
        } else {
            of_sheet(css, compress)
        };
        let as_it_is = sheet + length(before) + length(after);
        Some(as_it_is)
            .filter(&will_do)
            .or_else(|| Some(sheet + coded(&[before, after])).filter(&will_do))
    })
}

/// Divides a page at its first style sheet, which is empty where it has none.
fn around_styles(text: &str) -> (&str, &str, &str) {
    let start = memmem::find(text.as_bytes(), b"<style>").map(|at| at + "<style>".len());
    let parts = start.and_then(|start| {
        let length = memmem::find(&text.as_bytes()[start..], b"</style")?;
        let (before, rest) = text.split_at(start);
        let (css, after) = rest.split_at(length);
        Some((before, css, after))
    });
    parts.unwrap_or((text, "", ""))
}

/// Returns what a style sheet weighs compressed.
fn of_sheet(css: &str, compress: Compress) -> u64 {
    SHEETS.with_borrow_mut(|sheets| {
        if let Some(weight) = sheets.get(css) {
            return *weight;
        }
        if sheets.len() == MOST_SHEETS {
            sheets.clear();
        }
        let weight = compress(css.as_bytes());
        sheets.insert(css.into(), weight);
        weight
    })
}

/// Returns what texts take if each byte has a code as long as it is rare (Shannon, 1948), which is what compressing does where
/// nothing comes again; and what codes and their table take beyond.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "bytes of a page, rounded up"
)]
fn coded(texts: &[&str]) -> u64 {
    let mut counts = [0_u32; 256];
    for byte in texts.iter().flat_map(|text| text.bytes()) {
        counts[usize::from(byte)] += 1;
    }
    let whole: u32 = counts.iter().sum();
    let bits = counts.iter().filter(|count| **count > 0).map(|count| {
        let count = f64::from(*count);
        count * (f64::from(whole) / count).log2()
    });
    let bytes = (bits.sum::<f64>() / 8.0).ceil() as u64;
    bytes + u64::from(whole) / 32 + TABLE
}

/// Bytes of the codes' own table and of what is around it.
const TABLE: u64 = 160;

#[cfg(test)]
mod tests {
    use super::*;

    /// A weight by which is seen which bound was taken.
    fn none(_: &[u8]) -> u64 {
        1_000
    }

    #[test]
    fn the_quickest_bound_that_will_do_is_taken() {
        let css = "a{b:c}".repeat(1_000);
        let page = format!("<style>{css}</style>{}", "ab".repeat(4_000));
        let bound = |most: u64| bound(&page, none, |bytes| *bytes <= most);
        assert_eq!(bound(20_000), Some(page.len() as u64));
        assert_eq!(bound(10_000), Some(1_000 + 8_000 + 15));
        // Two letters take a bit each.
        let coded = bound(3_000).unwrap();
        assert!((2_000..2_600).contains(&coded), "{coded}");
        assert_eq!(bound(1_500), None);
    }

    #[test]
    fn a_page_without_styles_is_a_text() {
        assert_eq!(around_styles("<p>a"), ("<p>a", "", ""));
        assert_eq!(around_styles("<style>a"), ("<style>a", "", ""));
        assert_eq!(
            around_styles("x<style>a</style>b"),
            ("x<style>", "a", "</style>b")
        );
    }
}
