//! Texts as YAML, plain wherever that cannot be misread.

/// Words that YAML takes for something else than text.
const OTHERWISE_READ: &[&str] = &[
    "yes", "no", "true", "false", "null", "on", "off", "y", "n", "nan", "inf",
];

/// Returns a text as YAML writes it in a list or a map in braces: in quotation marks where it has other signs than
/// letters, digits and a few that mean nothing there.
pub(super) fn scalar(text: &str) -> String {
    let is_word = |c: char| c.is_alphanumeric() || " -_./()%".contains(c);
    let is_plain = text.chars().next().is_some_and(char::is_alphabetic)
        && text.chars().all(is_word)
        && !text.ends_with(' ')
        && !OTHERWISE_READ.contains(&text.to_lowercase().as_str());
    if is_plain {
        text.to_owned()
    } else {
        // JSON's texts are YAML's in quotation marks.
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;

    #[test]
    fn texts_are_read_again_as_they_were() {
        for (text, written) in [
            ("Monto total", "Monto total"),
            ("año_2024", "año_2024"),
            ("2024", "\"2024\""),
            ("No", "\"No\""),
            ("a: b", "\"a: b\""),
            ("{x}", "\"{x}\""),
            ("dijo \"sí\"", "\"dijo \\\"sí\\\"\""),
            ("", "\"\""),
            ("a, b", "\"a, b\""),
            ("x # y", "\"x # y\""),
        ] {
            assert_eq!(scalar(text), written, "{text}");
        }
    }
}
