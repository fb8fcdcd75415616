//! BibTeX, as DataCite writes it: `@misc`, which every style knows.

use super::{Cited, Form};

/// BibTeX, which LaTeX reads.
pub(crate) struct BibTex;

impl Form for BibTex {
    fn ending(&self) -> &'static str {
        "bib"
    }

    fn write(&self, cited: &Cited) -> String {
        let mut fields = vec![("author", kept(&cited.creator))];
        if let Some(date) = cited.date {
            fields.push(("year", braced(&date.year.to_string())));
            fields.extend(
                date.month
                    .map(|month| ("month", braced(&month.to_string()))),
            );
        }
        fields.push(("title", kept(&cited.title)));
        fields.extend(
            cited
                .version
                .as_ref()
                .map(|version| ("version", braced(&escaped(version)))),
        );
        fields.push(("publisher", kept(&cited.publisher)));
        fields.push(("type", braced("Dataset")));
        fields.extend(
            cited
                .doi
                .as_ref()
                .map(|doi| ("doi", braced(&without_braces(doi)))),
        );
        fields.extend(
            cited
                .number
                .as_ref()
                .map(|number| ("number", braced(&escaped(number)))),
        );
        // Addresses are percent-encoded: nothing in them is special here.
        fields.extend(cited.url.as_ref().map(|url| ("url", braced(url))));
        fields.push(("language", braced(&cited.lang)));
        let fields: Vec<String> = fields
            .iter()
            .map(|(name, value)| format!("  {name} = {value}"))
            .collect();
        format!("@misc{{{},\n{}\n}}\n", cited.id, fields.join(",\n"))
    }
}

fn braced(value: &str) -> String {
    format!("{{{value}}}")
}

/// Writes a value that no style changes: inside braces capitals stay, and an office is not taken for a person with a
/// family name. The quotes around them are BibTeX's other delimiter: a second pair of braces would look like the marks
/// that template languages leave behind.
fn kept(text: &str) -> String {
    format!("\"{{{}}}\"", escaped(text))
}

/// Returns a DOI as it is, which packages print word for word, but for what would end its field.
fn without_braces(doi: &str) -> String {
    doi.replace('\\', "%5C")
        .replace('{', "%7B")
        .replace('}', "%7D")
}

/// Returns a text in which nothing has a meaning to TeX.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            // BibTeX counts braces after a backslash too: a single one would not end.
            '{' => out.push_str("\\textbraceleft{}"),
            '}' => out.push_str("\\textbraceright{}"),
            '&' | '%' | '$' | '#' | '_' => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}
