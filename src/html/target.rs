//! Where an address on a page leads.

use crate::text::web::{AddressParts, decode_percent};

/// Where an address leads.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Target {
    /// A file of the site (its path), and a place in it.
    Inside {
        path: String,
        place: Option<String>,
    },
    /// A folder of the site (its path, ending in `/` or empty), and whether the address was a full one.
    Folder {
        path: String,
        full: bool,
    },
    /// An address that begins at the host's root.
    Absolute,
    Above,
    OtherHost,
    /// Nothing that is fetched: `mailto:`, `tel:`, `data:` …
    Elsewhere,
}

/// Resolves an address found on `page`. `base` is the portal's own full address, ending in `/`; `rooted` says whether
/// the page may begin addresses at the host's root (`404.html`, which a host shows at any depth).
pub(crate) fn resolve(page: &str, address: &str, base: Option<&str>, rooted: bool) -> Target {
    let (rest, place) = match address.split_once('#') {
        Some((rest, place)) => (
            rest,
            Some(decode_percent(
                place.split(":~:").next().unwrap_or_default(),
            )),
        ),
        None => (address, None),
    };
    let place = place.filter(|p| !p.is_empty() && !p.eq_ignore_ascii_case("top"));
    let rest = rest.split('?').next().unwrap_or_default();
    if let Some(inside) = base.and_then(|base| below(rest, base)) {
        return inside_of("", inside, place, true);
    }
    if let Some(scheme) = scheme(rest) {
        let web = matches!(
            scheme.to_ascii_lowercase().as_str(),
            "http" | "https" | "ftp" | "ws" | "wss"
        );
        return if web {
            Target::OtherHost
        } else {
            Target::Elsewhere
        };
    }
    if rest.starts_with("//") || rest.starts_with('\\') {
        return Target::OtherHost;
    }
    if let Some(from_root) = rest.strip_prefix('/') {
        let root = base
            .and_then(root_of)
            .unwrap_or("/")
            .trim_start_matches('/');
        return match from_root.strip_prefix(root) {
            Some(inside) if rooted => inside_of("", inside, place, false),
            _ => Target::Absolute,
        };
    }
    if rest.is_empty() {
        return Target::Inside {
            path: page.to_owned(),
            place,
        };
    }
    inside_of(
        page.rsplit_once('/').map_or("", |(folder, _)| folder),
        rest,
        place,
        false,
    )
}

/// Returns what follows the base in a full address; the base without its slash is the site's root too.
fn below<'a>(address: &'a str, base: &str) -> Option<&'a str> {
    address
        .strip_prefix(base)
        .or_else(|| (address == base.trim_end_matches('/')).then_some(""))
}

/// Returns the path of a full address: `/p/` of `https://a.example/p/`.
fn root_of(base: &str) -> Option<&str> {
    let parts = AddressParts::of(base)?;
    Some(parts.rest).filter(|path| path.starts_with('/'))
}

fn scheme(address: &str) -> Option<&str> {
    let (scheme, _) = address.split_once(':')?;
    let first = scheme
        .bytes()
        .next()
        .is_some_and(|b| b.is_ascii_alphabetic());
    let all = scheme
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    (first && all).then_some(scheme)
}

fn inside_of(folder: &str, relative: &str, place: Option<String>, full: bool) -> Target {
    let mut parts: Vec<String> = folder
        .split('/')
        .filter(|p| !p.is_empty())
        .map(str::to_owned)
        .collect();
    let mut ends_in_folder = true;
    for part in relative.split('/') {
        ends_in_folder = matches!(part, "" | "." | "..");
        match part {
            "" | "." => {}
            ".." => {
                if parts.pop().is_none() {
                    return Target::Above;
                }
            }
            name => parts.push(decode_percent(name)),
        }
    }
    let path = parts.join("/");
    if !ends_in_folder {
        return Target::Inside { path, place };
    }
    Target::Folder {
        path: if path.is_empty() { path } else { path + "/" },
        full,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inside(path: &str, place: Option<&str>) -> Target {
        Target::Inside {
            path: path.to_owned(),
            place: place.map(str::to_owned),
        }
    }

    #[test]
    fn addresses_lead_where_a_browser_goes() {
        let at = |address| resolve("en/a/b.html", address, Some("https://x.example/p/"), false);
        assert_eq!(at("c.html"), inside("en/a/c.html", None));
        assert_eq!(
            at("../../d/a%C3%B1o.csv?v=1#row=2"),
            inside("d/año.csv", Some("row=2"))
        );
        assert_eq!(at("#h"), inside("en/a/b.html", Some("h")));
        assert_eq!(at(""), inside("en/a/b.html", None));
        assert_eq!(at("#top"), inside("en/a/b.html", None));
        assert_eq!(at("https://x.example/p/q.html"), inside("q.html", None));
        assert_eq!(
            at("https://x.example/p"),
            Target::Folder {
                path: String::new(),
                full: true
            }
        );
        assert_eq!(at("https://x.example/other"), Target::OtherHost);
        assert_eq!(at("//cdn.example/x"), Target::OtherHost);
        assert_eq!(at("MAILTO:a@b.example"), Target::Elsewhere);
        assert_eq!(
            at("../"),
            Target::Folder {
                path: "en/".into(),
                full: false
            }
        );
        assert_eq!(at("../../.."), Target::Above);
        assert_eq!(at("/p/q.html"), Target::Absolute);
    }

    #[test]
    fn the_page_for_lost_readers_may_begin_at_the_root() {
        let at = |base, address| resolve("404.html", address, base, true);
        assert_eq!(
            at(Some("https://x.example/p/"), "/p/q.html"),
            inside("q.html", None)
        );
        assert_eq!(
            at(Some("https://x.example/p/"), "/q.html"),
            Target::Absolute
        );
        assert_eq!(at(None, "/q.html"), inside("q.html", None));
    }
}
