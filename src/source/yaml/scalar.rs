//! Texts as YAML, plain wherever that cannot be misread.

/// Words that YAML, or an earlier version of it, takes for something else than text.
const OTHERWISE_READ: &[&str] = &[
    "yes", "no", "true", "false", "null", "on", "off", "y", "n", "nan", "inf",
];

/// Returns a text as YAML has it, in a list or a map in braces too: as it is where it is nothing but letters, digits and a few signs
/// that mean nothing there, else in quotation marks.
pub(crate) fn scalar(text: &str) -> String {
    let is_plain = text.starts_with(char::is_alphabetic)
        && !text.ends_with(' ')
        && (text.chars()).all(|c| c.is_alphanumeric() || " -_./()%".contains(c));
    let is_word = OTHERWISE_READ.contains(&text.to_lowercase().as_str());
    if is_plain && !is_word {
        text.to_owned()
    } else {
        // JSON's texts are YAML's in quotation marks.
        serde_json::Value::from(text).to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::scalar;
    use crate::source::limits::Limits;
    use crate::source::node::FactValue;
    use crate::source::yaml;

    #[test]
    fn any_text_is_read_back_as_it_is() {
        for text in [
            "año",
            "Monto (MXN)",
            "a: b",
            "#",
            "no",
            "Off",
            "2024",
            "-",
            "  x",
            "\"q\"",
            "a\\b",
            "x #y",
            "",
            "~",
            "{x}",
            "a, b",
            "39.3 %",
            "dos\nlíneas",
        ] {
            for written in [
                format!("name: {}\n", scalar(text)),
                format!("{{name: {}, other: x}}\n", scalar(text)),
            ] {
                let node = yaml::parse(&written, &Limits::default()).unwrap();
                let FactValue::Map(entries) = node.value else {
                    panic!("{written}")
                };
                let expected = FactValue::Text(text.to_owned());
                assert_eq!(entries[0].1.value, expected, "{written}");
            }
        }
        assert_eq!(scalar("Monto (MXN)"), "Monto (MXN)");
        assert_eq!(scalar("2024"), "\"2024\"");
    }
}
