//! Style rules and values of a drawing: none that loads something.

/// Functions of CSS that load what they name, and properties by which browsers of old ran it.
const LOADING: &[&str] = &[
    "behavior",
    "-moz-binding",
    "src(",
    "image(",
    "image-set(",
    "cross-fade(",
    "element(",
    "paint(",
    "expression(",
];

/// Whether a value or rules load nothing: no address but of a place in the same file, no escape that could hide one.
pub(crate) fn is_harmless(css: &str) -> bool {
    let lower = css.to_ascii_lowercase();
    !lower.contains(['\\', '<', '@']) && !loads(&lower) && foreign(&lower).is_none()
        || is_media_only(&lower)
}

/// Whether the only `@` rules are `@media`, and nothing else is wrong.
fn is_media_only(lower: &str) -> bool {
    lower.contains('@')
        && lower
            .match_indices('@')
            .all(|(at, _)| lower[at..].starts_with("@media"))
        && !lower.contains(['\\', '<'])
        && !loads(lower)
        && foreign(lower).is_none()
}

fn loads(lower: &str) -> bool {
    LOADING.iter().any(|function| lower.contains(function)) || lower.contains("script:")
}

/// Where an `url(…)` begins that leads to something else than a place in the same file.
fn foreign(lower: &str) -> Option<usize> {
    lower
        .match_indices("url(")
        .map(|(at, _)| at)
        .find(|at| is_foreign(&lower[*at..]))
}

/// Whether an `url(…)` begins here that leads to something else than a place in the same file.
fn is_foreign(lower: &str) -> bool {
    let address = lower
        .strip_prefix("url(")
        .map(|rest| rest.trim_start().trim_start_matches(['"', '\'']));
    address.is_some_and(|address| !address.starts_with('#'))
}

/// Declarations of an attribute `style` without those that are not harmless.
pub(crate) fn declarations(style: &str) -> String {
    if is_harmless(style) {
        return style.to_owned();
    }
    if style.contains(['\\', '/']) && style.contains("/*") || style.contains('\\') {
        return String::new();
    }
    let kept = style
        .split(';')
        .filter(|one| !one.trim().is_empty() && is_harmless(one));
    kept.fold(String::new(), |all, one| all + one + ";")
}

/// The rules of a `style` element without what is not harmless: `@` rules but `@media` go whole, addresses become `none`;
/// where escapes or loading functions could hide more, everything goes.
pub(crate) fn rules(css: &str) -> String {
    if is_harmless(css) {
        return css.to_owned();
    }
    let css = without_comments(css);
    let lower = css.to_ascii_lowercase();
    if css.contains(['\\', '<']) || loads(&lower) {
        return String::new();
    }
    let mut out = String::new();
    let mut at = 0;
    while let Some(next) = lower[at..].find(['@', 'u']).map(|i| at + i) {
        out.push_str(&css[at..next]);
        let rest = &lower[next..];
        if rest.starts_with('@') && !rest.starts_with("@media") {
            at = next + at_rule(rest);
        } else if is_foreign(rest) {
            out.push_str("none");
            at = next + rest.find(')').map_or(rest.len(), |end| end + 1);
        } else {
            out.push_str(&css[next..=next]);
            at = next + 1;
        }
    }
    out.push_str(&css[at..]);
    if is_harmless(&out) {
        out
    } else {
        String::new()
    }
}

/// The length of an `@` rule: to its `;`, or to the end of its block.
fn at_rule(rest: &str) -> usize {
    let mut depth = 0_usize;
    for (at, c) in rest.char_indices() {
        match c {
            ';' if depth == 0 => return at + 1,
            '{' => depth += 1,
            '}' if depth <= 1 => return at + 1,
            '}' => depth -= 1,
            _ => {}
        }
    }
    rest.len()
}

fn without_comments(css: &str) -> String {
    let mut out = String::new();
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        out.push_str(&rest[..start]);
        rest = rest[start..]
            .find("*/")
            .map_or("", |end| &rest[start + end + 2..]);
    }
    out + rest
}
