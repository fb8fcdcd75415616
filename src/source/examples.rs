//! Examples of facts in the notation of the file that they are missing from, or are in wrongly.

use crate::source::file::SourceFile;

/// What is within a group of names, and whether the fact is a list of such groups.
struct GroupExample {
    fact: &'static str,
    is_list: bool,
    entries: &'static [(&'static str, &'static str)],
}

const fn group(
    fact: &'static str,
    entries: &'static [(&'static str, &'static str)],
) -> GroupExample {
    GroupExample {
        fact,
        is_list: false,
        entries,
    }
}

const fn list(
    fact: &'static str,
    entries: &'static [(&'static str, &'static str)],
) -> GroupExample {
    GroupExample {
        fact,
        is_list: true,
        entries,
    }
}

const GROUPS: &[GroupExample] = &[
    list(
        "acknowledged",
        &[("code", "sentence-too-long"), ("reason", "…")],
    ),
    list(
        "answers",
        &[
            ("question", "2.1.1"),
            ("answer", "yes"),
            ("degree", "marginal"),
        ],
    ),
    group("attachments", &[("active", "content/…")]),
    group("chart", &[("type", "bars"), ("x", "…"), ("y", "…")]),
    group("constraints", &[("required", "true")]),
    group("contact", &[("name", "…"), ("email", "datos@example.org")]),
    group("dialect", &[("delimiter", ";")]),
    group("editions", &[("make", "zip")]),
    list("evaluators", &[("name", "…")]),
    list(
        "evidence",
        &[("title", "…"), ("url", "https://example.org/…")],
    ),
    group("extra", &[("telephone", "…")]),
    group("feedback", &[("email", "datos@example.org")]),
    list(
        "fields",
        &[("name", "year"), ("type", "year"), ("description", "…")],
    ),
    list("foreignKeys", &[("fields", "…"), ("reference", "…")]),
    group("inception", &[("verifiable", "yes"), ("relevance", "yes")]),
    group(
        "inception_report",
        &[("title", "…"), ("url", "https://example.org/…")],
    ),
    list("institutions", &[("name", "…"), ("role", "lead")]),
    group("licence", &[("name", "CC-BY-4.0")]),
    list("licenses", &[("name", "CC-BY-4.0")]),
    group("limits", &[("row_mib", "32")]),
    list(
        "milestones",
        &[("number", "1"), ("text", "…"), ("status", "in-progress")],
    ),
    group("portal", &[("title", "…"), ("languages", "es")]),
    group("publisher", &[("name", "…")]),
    group("reference", &[("resource", "…"), ("fields", "…")]),
    list("resources", &[("path", "….csv"), ("title", "…")]),
    group("search", &[("script", "true")]),
    group(
        "security",
        &[("contact", "datos@example.org"), ("expires", "2027-01-31")],
    ),
    list(
        "sources",
        &[("title", "…"), ("url", "https://example.org/…")],
    ),
    group("spatial", &[("name", "…"), ("code", "MEX")]),
    group("temporal", &[("start", "2019"), ("end", "2023-12-31")]),
    group("theme", &[("name", "claro")]),
    list(
        "values",
        &[("value", "public-accountability"), ("reason", "…")],
    ),
];

/// What every group that is not in the list may have.
const OTHER: GroupExample = group("", &[("name", "…")]);

/// A notation of facts.
#[derive(Clone, Copy)]
enum ExampleNotation {
    Yaml,
    Toml,
    Json,
}

impl ExampleNotation {
    fn of(file: &SourceFile) -> ExampleNotation {
        if file.path.ends_with(".toml") || file.text.starts_with("+++") {
            ExampleNotation::Toml
        } else if file.path.ends_with(".json") {
            ExampleNotation::Json
        } else {
            ExampleNotation::Yaml
        }
    }

    fn entry(self, name: &str, value: &str) -> String {
        match self {
            ExampleNotation::Yaml => format!("{name}: {value}"),
            ExampleNotation::Toml => format!("{name} = {value}"),
            ExampleNotation::Json => format!("\"{name}\": {value}"),
        }
    }

    fn text(self, value: &str) -> String {
        match self {
            ExampleNotation::Yaml if !value.contains([';', ':', '#']) => value.to_owned(),
            _ => format!("\"{value}\""),
        }
    }
}

/// How one text is written under a name: `title: …`.
pub(crate) fn of_text(file: &SourceFile, name: &str) -> String {
    let notation = ExampleNotation::of(file);
    if name == "portal" && file.path.ends_with(".toml") {
        return "[portal]".to_owned();
    }
    notation.entry(name, &notation.text("…"))
}

/// How a group of names, or a list of such groups, is written under a name: `publisher: {name: …}`.
pub(crate) fn of_group(file: &SourceFile, name: &str) -> String {
    let notation = ExampleNotation::of(file);
    let known = GROUPS
        .iter()
        .find(|example| example.fact == name)
        .unwrap_or(&OTHER);
    let entries: Vec<String> = known
        .entries
        .iter()
        .map(|(name, value)| notation.entry(name, &notation.text(value)))
        .collect();
    let group = match notation {
        ExampleNotation::Toml => format!("{{ {} }}", entries.join(", ")),
        _ => format!("{{{}}}", entries.join(", ")),
    };
    notation.entry(
        name,
        &if known.is_list {
            format!("[{group}]")
        } else {
            group
        },
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::limits::Limits;
    use crate::source::node::FactValue;
    use crate::source::{toml, yaml};

    fn file(path: &str) -> SourceFile {
        SourceFile::new(path, String::new())
    }

    #[test]
    fn every_example_can_be_read_in_its_notation() {
        for name in GROUPS.iter().map(|example| example.fact).chain(["other"]) {
            for (path, parse) in [
                ("a.md", yaml::parse as fn(&str, &Limits) -> _),
                ("a.toml", toml::parse),
            ] {
                let written = of_group(&file(path), name);
                let node = parse(&written, &Limits::default())
                    .unwrap_or_else(|fault| panic!("{written}: {fault:?}"));
                let FactValue::Map(entries) = node.value else {
                    panic!("{written}")
                };
                assert_eq!(entries[0].0.name, name);
                assert!(
                    matches!(entries[0].1.value, FactValue::Map(_) | FactValue::List(_)),
                    "{written}"
                );
            }
            let written = format!("{{{}}}", of_group(&file("a.json"), name));
            serde_json::from_str::<serde_json::Value>(&written)
                .unwrap_or_else(|e| panic!("{written}: {e}"));
        }
        assert_eq!(
            of_group(&file("a.md"), "contact"),
            "contact: {name: …, email: datos@example.org}"
        );
        assert_eq!(of_text(&file("tragaluz.toml"), "title"), "title = \"…\"");
    }
}
