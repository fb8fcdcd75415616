//! Addresses that are in a text as words: `https://…`, `www.…`, `name@office.example`.
//!
//! They are found as GitHub Flavored Markdown finds them (section 6.9, "Autolinks (extension)"), and also after quotation
//! marks, brackets and other signs; brackets and quotation marks that close behind one are no part of it. Every character
//! is looked at a fixed number of times.

use std::ops::Range;

/// An address in a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pasted {
    /// Where it is in the text, in bytes.
    pub at: Range<usize>,
    /// Where it leads: the address with its scheme.
    pub href: String,
}

/// Whether a text could hold an address; a quick look.
pub fn may_hold(text: &str) -> bool {
    text.contains("://") || text.contains('@') || text.contains("www.") || text.contains("WWW.")
}

/// Finds every address in a text, in order.
///
/// ```
/// use tragaluz_text::pasted::pasted;
/// let text = "See (www.gob.example/a_(b)), or write to acceso@gob.example.";
/// let found: Vec<(&str, String)> = pasted(text).into_iter().map(|p| (&text[p.at], p.href)).collect();
/// assert_eq!(found[0], ("www.gob.example/a_(b)", "http://www.gob.example/a_(b)".to_owned()));
/// assert_eq!(found[1], ("acceso@gob.example", "mailto:acceso@gob.example".to_owned()));
/// ```
pub fn pasted(text: &str) -> Vec<Pasted> {
    let bytes = text.as_bytes();
    let mut all: Vec<Pasted> = Vec::new();
    let (mut read, mut at) = (0, 0);
    while at < bytes.len() {
        let found = match bytes[at] {
            b':' => with_scheme(text, read, at),
            b'w' | b'W' => of_web_host(text, read, at),
            b'@' => mail(text, read, at),
            _ => None,
        };
        match found {
            Some(one) => {
                read = one.at.end;
                at = one.at.end.max(at + 1);
                all.push(one);
            }
            None => at += 1,
        }
    }
    all
}

/// The address around the colon of `://`. `read` is where the text begins that belongs to no address yet.
fn with_scheme(text: &str, read: usize, colon: usize) -> Option<Pasted> {
    let rest = text[colon..].strip_prefix("://")?;
    // `file:///` has no host.
    rest.trim_start_matches('/')
        .chars()
        .next()
        .filter(|c| c.is_alphanumeric())?;
    let run = text[read..colon]
        .bytes()
        .rev()
        .take_while(|b| is_of_scheme(*b))
        .count();
    let before = &text[colon - run..colon];
    let after_stop = before.rsplit(['.', '-', '+']).next().unwrap_or_default();
    let web =
        |scheme: &str| scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let scheme = if web(after_stop) {
        after_stop
    } else {
        before.trim_start_matches(|c: char| !c.is_ascii_alphabetic())
    };
    let start = colon - scheme.len();
    // Writing without blanks between words may come right before it.
    let joined = text[read..start]
        .chars()
        .next_back()
        .is_some_and(|c| c.is_ascii_alphanumeric());
    if scheme.is_empty() || joined {
        return None;
    }
    let at = start..end_of(text, colon + "://".len());
    Some(Pasted {
        href: text[at.clone()].to_owned(),
        at,
    })
}

fn is_of_scheme(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-' | b'.')
}

/// The address that begins with `www.` here.
fn of_web_host(text: &str, read: usize, start: usize) -> Option<Pasted> {
    let host = text
        .get(start..start + 4)
        .filter(|www| www.eq_ignore_ascii_case("www."))
        .map(|_| &text[start + 4..])?;
    let before = text[read..start].chars().next_back();
    if before
        .is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '@' | '-' | '_' | '.' | '\\'))
    {
        return None;
    }
    // A name, a stop and another name: `www.` alone is a word.
    let label = host
        .find(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|length| *length > 0)?;
    let next = host[label..].strip_prefix('.')?.chars().next()?;
    if !next.is_alphanumeric() {
        return None;
    }
    let at = start..end_of(text, start + 4);
    Some(Pasted {
        href: format!("http://{}", &text[at.clone()]),
        at,
    })
}

/// Returns the e-mail address around this `@`.
fn mail(text: &str, read: usize, sign: usize) -> Option<Pasted> {
    let local = local_part(&text[read..sign]);
    let mut start = sign - local.len();
    start -= mailto_before(&text[read..start]).len();
    let before = text[read..start].chars().next_back();
    if local.is_empty() || before.is_some_and(|c| c.is_alphanumeric() || matches!(c, '/' | '@')) {
        return None;
    }
    let host = mail_host(&text[sign + 1..])?;
    Some(Pasted {
        href: format!("mailto:{local}@{host}"),
        at: start..sign + 1 + host.len(),
    })
}

/// Returns the part of an e-mail address before its `@` that a text ends with; empty where there is none.
fn local_part(text: &str) -> &str {
    let length = (text.bytes().rev())
        .take_while(|b| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+'))
        .count();
    text[text.len() - length..].trim_start_matches(['.', '-', '_', '+'])
}

/// Returns the `mailto:` that a text ends with; empty where it ends otherwise.
fn mailto_before(text: &str) -> &str {
    text.len()
        .checked_sub("mailto:".len())
        .and_then(|from| text.get(from..))
        .filter(|scheme| scheme.eq_ignore_ascii_case("mailto:"))
        .unwrap_or_default()
}

/// Returns the host of an e-mail address that a text begins with: names with stops between them, the last without digits.
fn mail_host(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_alphanumeric() && !matches!(c, '-' | '.'))
        .unwrap_or(text.len());
    let host = text[..end].trim_end_matches(['.', '-']);
    let (_, last) = host.rsplit_once('.')?;
    let is_named = host.starts_with(char::is_alphanumeric)
        && last.chars().count() > 1
        && !last.contains(char::is_numeric);
    let goes_on = matches!(text[end..].chars().next(), Some('@' | '_'));
    (is_named && !host.contains("..") && !goes_on).then_some(host)
}

/// Returns how many of a closing bracket have no opening one in an address.
fn unopened(address: &str, [open, close]: [char; 2]) -> usize {
    let closing = address.matches(close).count();
    closing.saturating_sub(address.matches(open).count())
}

/// Where an address ends of which the rest begins at `from`.
fn end_of(text: &str, from: usize) -> usize {
    let rest = &text[from..];
    let rest = &rest[..rest.find(ends).unwrap_or(rest.len())];
    let [mut round, mut square, mut curly] =
        [['(', ')'], ['[', ']'], ['{', '}']].map(|pair| unopened(rest, pair));
    let mut end = rest.len();
    while let Some(last) = rest[..end].chars().next_back() {
        let left = match last {
            ')' => &mut round,
            ']' => &mut square,
            '}' => &mut curly,
            '?' | '!' | '.' | ',' | ':' | ';' | '*' | '_' | '~' | '\'' | '…' | '¿' | '¡' => {
                &mut 1
            }
            _ => break,
        };
        if *left == 0 {
            break;
        }
        *left -= 1;
        end -= last.len_utf8();
    }
    from + end
}

/// Whether a character ends every address: blanks, quotation marks, and the signs of East Asian sentences.
fn ends(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(
            c,
            '<' | '>' | '"' | '`' | '|' | '\\' | '^' | '«' | '»' | '‹' | '›'
        )
        || matches!(c, '\u{2018}'..='\u{201f}' | '\u{3000}'..='\u{303f}' | '！' | '（' | '）' | '，' | '：' | '；' | '？')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        pasted(text)
            .into_iter()
            .map(|one| {
                let words = &text[one.at.clone()];
                if words == one.href {
                    words.to_owned()
                } else {
                    format!("{words} -> {}", one.href)
                }
            })
            .collect()
    }

    #[test]
    fn addresses_end_where_the_sentence_goes_on() {
        for (text, address) in [
            ("https://a.example/b.", "https://a.example/b"),
            ("(https://a.example/b)", "https://a.example/b"),
            ("(véase https://a.example/b_(c))", "https://a.example/b_(c)"),
            ("[https://a.example]", "https://a.example"),
            (
                "«https://a.example/b?c=1&d=2#e», y",
                "https://a.example/b?c=1&d=2#e",
            ),
            ("“https://a.example”", "https://a.example"),
            ("'https://a.example'", "https://a.example"),
            ("Sitio:https://a.example;", "Sitio:https://a.example;"),
            ("aquí.http://a.example", "http://a.example"),
            ("HTTPS://A.example/Año…", "HTTPS://A.example/Año"),
            ("见https://a.example/x。然后", "https://a.example/x"),
            ("http://localhost:8000/x,y", "http://localhost:8000/x,y"),
            ("ftp://a.example/x", "ftp://a.example/x"),
            ("file:///C:/a.csv", "file:///C:/a.csv"),
            ("https://a.example/**", "https://a.example/"),
            ("https://user@a.example/~b/", "https://user@a.example/~b/"),
        ] {
            let address = address.trim_start_matches("Sitio:").trim_end_matches(';');
            let right: Vec<&str> = Some(address)
                .filter(|a| !a.is_empty())
                .into_iter()
                .collect();
            assert_eq!(found(text), right, "{text}");
        }
    }

    #[test]
    fn hosts_and_mail_need_no_scheme() {
        assert_eq!(
            found("www.inai.org.mx."),
            ["www.inai.org.mx -> http://www.inai.org.mx"]
        );
        assert_eq!(
            found("Www.a.example/x?y"),
            ["Www.a.example/x?y -> http://Www.a.example/x?y"]
        );
        assert_eq!(
            found("a.b-c+d@e.f-g.mx, (x@y.mx)"),
            [
                "a.b-c+d@e.f-g.mx -> mailto:a.b-c+d@e.f-g.mx",
                "x@y.mx -> mailto:x@y.mx"
            ]
        );
        assert_eq!(found("mailto:x@y.mx"), ["mailto:x@y.mx"]);
        assert_eq!(found("Correo:x@y.mx."), ["x@y.mx -> mailto:x@y.mx"]);
    }

    #[test]
    fn words_are_no_addresses() {
        for text in [
            "",
            "://",
            "a://",
            "http://",
            "https:// x",
            "www.",
            "www.a",
            "www. a.b",
            "xwww.a.b",
            "@gob",
            "a@b",
            "a@b.",
            "a@.b",
            "a@b@c",
            "a@b..c",
            "a@b.c_d",
            "foto@2.5",
            "@@@",
            "a/b@c.mx",
            "10:30",
            "C:\\docs",
            "a.b.c",
            "1://x",
        ] {
            assert_eq!(found(text), Vec::<String>::new(), "{text}");
        }
    }

    #[test]
    fn many_signs_take_no_longer_each() {
        for sign in [
            "http://",
            "www.",
            "www.a.",
            "@",
            "a@",
            "://a",
            "https://a)",
            "mailto:",
            "a.",
            "h+-.",
            "x://!",
            "(((",
            ")))",
        ] {
            let text = sign.repeat(200_000 / sign.len());
            let begun = text.clone() + "https://a.example/" + &text;
            assert!(pasted(&begun).len() < begun.len(), "{sign}");
        }
    }
}
