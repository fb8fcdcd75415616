//! Which kinds of personal data are taken out.

use crate::cli::RedactArgs;
use std::collections::BTreeSet;
use tragaluz::Fatal;
use tragaluz::text::near::nearest;
use tragaluz_tables::privacy::{Certainty, PersonalKind, kinds};

/// What replaces every kind.
const ALL: &str = "all";

/// Returns the names of the kinds that are taken out: those of a fixed form, unless others are asked for.
pub(super) fn chosen(args: &RedactArgs) -> Result<BTreeSet<&'static str>, Fatal> {
    let is_checked = |kind: &PersonalKind| kind.certainty == Certainty::Checked;
    let mut chosen: BTreeSet<&'static str> = if args.only.is_empty() {
        kinds().filter(is_checked).map(|kind| kind.id).collect()
    } else {
        named(&args.only)?
    };
    chosen.extend(named(&args.also)?);
    for kept in named(&args.keep)? {
        chosen.remove(kept);
    }
    Ok(chosen)
}

/// Returns the kinds of these names.
fn named(names: &[String]) -> Result<BTreeSet<&'static str>, Fatal> {
    let mut found = BTreeSet::new();
    for name in names.iter().map(|name| name.trim()) {
        if name == ALL {
            found.extend(kinds().map(|kind| kind.id));
            continue;
        }
        let kind = kinds().find(|kind| kind.id.eq_ignore_ascii_case(name));
        found.insert(kind.ok_or_else(|| unknown(name))?.id);
    }
    Ok(found)
}

fn unknown(name: &str) -> Fatal {
    let known: BTreeSet<&str> = kinds().map(|kind| kind.id).collect();
    let near = nearest(name, known.iter().copied()).unwrap_or("none");
    let known: Vec<&str> = known.into_iter().collect();
    let args = vec![
        ("kind-asked", name.into()),
        ("near", near.into()),
        ("known", known.join(", ").into()),
    ];
    Fatal::wrong_command("redact-kind", args)
}
