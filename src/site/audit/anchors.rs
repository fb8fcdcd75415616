//! The place on a page that a link most probably means.

use crate::text::near::nearest;
use crate::text::slug::slug;

/// Most places that are named where none is near.
const MOST_NAMED: usize = 8;

/// Returns the id that a link means: the one that the words give, alone or below its section's; else the most like it.
pub(super) fn meant<'i>(
    wanted: &str,
    ids: impl Iterator<Item = &'i str> + Clone,
) -> Option<&'i str> {
    let wanted = slug(wanted);
    if wanted.is_empty() {
        return None;
    }
    let below = format!("-{wanted}");
    let same = ids
        .clone()
        .find(|id| *id == wanted)
        .or_else(|| ids.clone().find(|id| id.ends_with(&below)));
    same.or_else(|| nearest(&wanted, ids))
}

/// Returns the first ids of a page, to choose from; `none` where it has none.
pub(super) fn named<'i>(ids: impl Iterator<Item = &'i str>) -> String {
    let named: Vec<String> = ids
        .filter(|id| !id.is_empty())
        .take(MOST_NAMED)
        .map(|id| format!("#{id}"))
        .collect();
    if named.is_empty() {
        "none".to_owned()
    } else {
        named.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_slips_find_their_heading() {
        let ids = ["main", "resumen", "yu-suan", "datos-anos", "resumen-2"];
        for (wanted, id) in [
            ("预算", Some("yu-suan")),
            ("años", Some("datos-anos")),
            ("Resumen", Some("resumen")),
            ("resumne", Some("resumen")),
            ("otra cosa", None),
            ("!!!", None),
        ] {
            assert_eq!(meant(wanted, ids.into_iter()), id, "{wanted}");
        }
        assert_eq!(named(ids.into_iter().take(2)), "#main, #resumen");
        assert_eq!(named(std::iter::empty()), "none");
    }
}
