//! The leaves of a value, by what `Debug` writes of it.

/// A leaf: a field that holds no further ones.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Leaf {
    /// The names of the fields down to it, the type's first: `Commitment.milestones.text`.
    pub path: String,
    /// Its value: a text, an ISO date, or a name as `Debug` writes it.
    pub value: String,
    /// Whether nothing is there: `None`, or an empty list.
    pub is_empty: bool,
    /// Whether it is a date.
    pub is_date: bool,
}

/// Types that only wrap what they hold: they add no name to the path.
const WRAPPERS: &[(&str, &str)] = &[
    ("Spanned", "value"),
    ("Words", "said"),
    ("SpannedText", "text"),
];

/// Lists the leaves of `debug`, which is of type `name`.
pub(super) fn leaves(name: &str, debug: &str) -> Vec<Leaf> {
    let mut reader = Reader {
        rest: debug,
        found: Vec::new(),
    };
    reader.value(name);
    assert!(reader.rest.trim().is_empty(), "not read: {}", reader.rest);
    reader.found
}

struct Reader<'a> {
    rest: &'a str,
    found: Vec<Leaf>,
}

impl Reader<'_> {
    fn skip(&mut self, sign: char) -> bool {
        let rest = self.rest.trim_start();
        let found = rest.strip_prefix(sign);
        self.rest = found.unwrap_or(rest);
        found.is_some()
    }

    fn leaf(&mut self, path: &str, value: &str, is_empty: bool, is_date: bool) {
        self.found.push(Leaf {
            path: path.to_owned(),
            value: value.to_owned(),
            is_empty,
            is_date,
        });
    }

    fn value(&mut self, path: &str) {
        self.rest = self.rest.trim_start();
        match self.rest.chars().next() {
            Some('"') => {
                let text = self.quoted('"');
                self.leaf(path, &text, text.is_empty(), false);
            }
            Some('\'') => {
                let sign = self.quoted('\'');
                self.leaf(path, &sign, false, false);
            }
            Some('[') => self.several(path, '[', ']'),
            Some('(') => self.several(path, '(', ')'),
            Some('{') => self.map(path),
            _ => self.named(path),
        }
    }

    /// A text or a character, without its escapes.
    fn quoted(&mut self, quote: char) -> String {
        let mut text = String::new();
        let mut chars = self.rest.char_indices().skip(1);
        while let Some((at, c)) = chars.next() {
            match c {
                '\\' => match chars.next().map(|(_, c)| c) {
                    Some('n') => text.push('\n'),
                    Some('u') => text.push('\u{fffd}'),
                    Some(c) => text.push(c),
                    None => break,
                },
                c if c == quote => {
                    self.rest = &self.rest[at + c.len_utf8()..];
                    return text;
                }
                c => text.push(c),
            }
        }
        panic!("a text does not end: {}", self.rest);
    }

    fn several(&mut self, path: &str, open: char, close: char) {
        self.skip(open);
        if self.skip(close) {
            return self.leaf(path, "", true, false);
        }
        while !self.skip(close) {
            // A language before the words in it is said by the words.
            if open == '(' && self.rest.starts_with("Lang(") {
                self.rest = self.rest.split_once(')').map_or("", |(_, rest)| rest);
            } else {
                self.value(path);
            }
            self.skip(',');
        }
    }

    fn map(&mut self, path: &str) {
        self.skip('{');
        if self.skip('}') {
            return self.leaf(path, "", true, false);
        }
        while !self.skip('}') {
            self.value(&format!("{path}.key"));
            self.skip(':');
            self.value(path);
            self.skip(',');
        }
    }

    fn named(&mut self, path: &str) {
        let end = self
            .rest
            .find([' ', ',', '(', ')', '{', '}', '[', ']'])
            .unwrap_or(self.rest.len());
        let (name, rest) = self.rest.split_at(end);
        assert!(end > 0, "not read: {}", self.rest);
        self.rest = rest;
        match rest.chars().next() {
            Some('(') => self.several(path, '(', ')'),
            Some(' ') if rest.trim_start().starts_with('{') => self.structure(path, name),
            _ => self.leaf(path, name, name == "None", false),
        }
    }

    fn structure(&mut self, path: &str, name: &str) {
        self.skip('{');
        let from = self.found.len();
        while !self.skip('}') {
            let (field, rest) = self.rest.trim_start().split_once(':').expect("a field");
            self.rest = rest;
            let wrapper = WRAPPERS.contains(&(name, field));
            let below = if wrapper {
                path.to_owned()
            } else {
                format!("{path}.{field}")
            };
            self.value(&below);
            self.skip(',');
        }
        if name == "PartialDate" {
            let parts: Vec<String> = self
                .found
                .drain(from..)
                .filter(|p| !p.is_empty)
                .map(|p| p.value)
                .collect();
            let iso: Vec<String> = parts.iter().map(|part| format!("{part:0>2}")).collect();
            self.leaf(path, &iso.join("-"), false, true);
        }
    }
}
