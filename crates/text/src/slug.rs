//! Names for addresses: lower-case ASCII.

/// Longest slug, in bytes.
const LONGEST: usize = 64;

/// Turns a title into a slug: letters without accents, digits, and single hyphens between words.
///
/// ```
/// use tragaluz_text::slug::slug;
/// assert_eq!(slug("Cómo Vamos Nuevo León"), "como-vamos-nuevo-leon");
/// assert_eq!(slug("Ñandú & Cía."), "nandu-cia");
/// ```
pub fn slug(title: &str) -> String {
    let mut out = String::new();
    for c in deunicode::deunicode(title).chars() {
        if c.is_ascii_alphanumeric() {
            out.push(c.to_ascii_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') && c != '\'' {
            out.push('-');
        }
    }
    if out.len() > LONGEST {
        let cut = out[..=LONGEST]
            .rfind('-')
            .filter(|at| *at > LONGEST / 2)
            .unwrap_or(LONGEST);
        out.truncate(cut);
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

/// A name with the signs spoken that tell it from another at the end of a word: `C`, `C++` and `C#` are three names.
///
/// ```
/// use tragaluz_text::slug::spoken;
/// assert_eq!(["C", "C++", "C#", "I+D"].map(spoken), ["C", "C plus plus", "C sharp", "I+D"]);
/// ```
pub fn spoken(name: &str) -> String {
    let mut out = String::with_capacity(name.len());
    let mut rest = name.chars().peekable();
    while let Some(c) = rest.next() {
        let word = match c {
            '+' => "plus",
            '#' => "sharp",
            _ => "",
        };
        let after_word = out.chars().next_back().is_some_and(char::is_alphanumeric);
        let before_word = rest
            .clone()
            .find(|next| *next != c)
            .is_some_and(char::is_alphanumeric);
        if word.is_empty() || !after_word || before_word {
            out.push(c);
        } else {
            out.push(' ');
            out.push_str(word);
        }
    }
    out
}

/// Why an identifier cannot be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdFault {
    /// It is empty.
    Empty,
    /// Longer than 64.
    Long,
    /// Holds something other than letters, digits, `-` and `_`.
    Letters,
    /// `index`, `page-N`, or a name that Windows keeps for devices.
    Reserved,
}

/// Checks an identifier: letters, digits, `-`, `_`, at most 64, and not a name that files may not have.
pub fn check_id(id: &str) -> Result<(), IdFault> {
    const WINDOWS: &[&str] = &["con", "prn", "aux", "nul"];
    let lower = id.to_ascii_lowercase();
    let port = lower
        .strip_prefix("com")
        .or_else(|| lower.strip_prefix("lpt"));
    let page = lower.strip_prefix("page-");
    if id.is_empty() {
        Err(IdFault::Empty)
    } else if id.len() > LONGEST {
        Err(IdFault::Long)
    } else if !id
        .bytes()
        .all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_')
    {
        Err(IdFault::Letters)
    } else if lower == "index"
        || WINDOWS.contains(&&*lower)
        || port.is_some_and(|n| n.len() == 1 && matches!(n.as_bytes()[0], b'1'..=b'9'))
        || page.is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()))
    {
        Err(IdFault::Reserved)
    } else {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers() {
        assert_eq!(check_id("MXMEX0009"), Ok(()));
        assert_eq!(check_id("LPT1"), Err(IdFault::Reserved));
        assert_eq!(check_id("page-12"), Err(IdFault::Reserved));
        assert_eq!(check_id("page-twelve"), Ok(()));
        assert_eq!(check_id("año"), Err(IdFault::Letters));
        assert_eq!(check_id(&"a".repeat(65)), Err(IdFault::Long));
    }

    proptest::proptest! {
        #[test]
        fn every_slug_is_an_address(title in ".{0,200}") {
            let slug = slug(&title);
            proptest::prop_assert!(slug.len() <= LONGEST);
            proptest::prop_assert!(slug.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-'));
            proptest::prop_assert!(!slug.starts_with('-') && !slug.ends_with('-') && !slug.contains("--"));
        }
    }
}
