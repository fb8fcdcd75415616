//! `.well-known/` (RFC 8615), which programs look for at the root of a host and nowhere else: `void`, which leads to the
//! catalogue's dumps, and `security.txt`, which says where to report a weakness.

use crate::diag::{Diagnostic, codes};
use crate::model::settings::Security;
use crate::record::{CatalogRecord, absolute};
use crate::stage::OutputFile;
use crate::text::date::PartialDate;
use crate::text::web::AddressParts;

/// The files; none where the portal is not at a host's root.
pub(crate) fn all(
    record: &CatalogRecord,
    hints: &[(String, &'static str)],
    security: Option<&Security>,
) -> Vec<OutputFile> {
    let Some(base) = record
        .portal
        .base_url
        .as_deref()
        .filter(|base| is_root(base))
    else {
        return Vec::new();
    };
    let security = security.map(|security| OutputFile {
        path: ".well-known/security.txt".to_owned(),
        text: security_txt(record, base, security),
    });
    // Without datasets there is no catalogue to lead to.
    let void = (!record.datasets.is_empty()).then(|| OutputFile {
        path: ".well-known/void".to_owned(),
        text: void(record, base, hints),
    });
    security.into_iter().chain(void).collect()
}

/// Finds that what is published of reporting weaknesses no longer holds: programs pass over such a file (RFC 9116, §2.5.5).
pub(crate) fn expired(
    record: &CatalogRecord,
    security: Option<&Security>,
    as_of: Option<PartialDate>,
) -> Option<Diagnostic> {
    record
        .portal
        .base_url
        .as_deref()
        .filter(|base| is_root(base))?;
    let security = security?;
    let today = as_of.filter(|today| today.last_day() > security.expires.last_day())?;
    let finding = Diagnostic::new(&codes::SECURITY_EXPIRED).at(security.place.clone());
    Some(
        finding
            .arg("date", security.expires.to_string())
            .arg("today", today.to_string()),
    )
}

fn is_root(base: &str) -> bool {
    AddressParts::of(base).is_some_and(|parts| parts.rest == "/")
}

/// RFC 9116. A day ends when the next one begins.
fn security_txt(record: &CatalogRecord, base: &str, security: &Security) -> String {
    let contacts: String = security
        .contacts
        .iter()
        .map(|contact| format!("Contact: {contact}\n"))
        .collect();
    let languages: Vec<&str> = record
        .portal
        .languages
        .iter()
        .map(|lang| lang.tag())
        .collect();
    format!(
        "{contacts}Expires: {}T23:59:59Z\nPreferred-Languages: {}\nCanonical: {base}.well-known/security.txt\n",
        security.expires.last_day(),
        languages.join(", "),
    )
}

/// Writes a text of a language as Turtle has it, without control characters.
fn literal(text: &str, lang: &str) -> String {
    let plain: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let escaped = plain.replace('\\', "\\\\").replace('"', "\\\"");
    format!("\"{escaped}\"@{lang}")
}

/// Writes VoID (<https://www.w3.org/TR/void/>, §7.2) as Turtle.
fn void(record: &CatalogRecord, base: &str, hints: &[(String, &'static str)]) -> String {
    let portal = &record.portal;
    let titles: Vec<String> = portal
        .title
        .sorted()
        .into_iter()
        .map(|(lang, text)| literal(text, lang.tag()))
        .collect();
    let dumps = hints.iter().filter(|(_, media_type)| {
        matches!(
            *media_type,
            "text/turtle" | "application/rdf+xml" | "application/ld+json"
        )
    });
    let dumps: Vec<String> = dumps
        .map(|(path, _)| format!("<{}>", absolute(base, path)))
        .collect();
    let mut out = String::from(
        "@prefix dct: <http://purl.org/dc/terms/> .\n@prefix foaf: <http://xmlns.com/foaf/0.1/> .\n\
         @prefix void: <http://rdfs.org/ns/void#> .\n\n",
    );
    out.push_str(&format!(
        "<{base}.well-known/void> a void:DatasetDescription ;\n    foaf:topic <{base}index.html#catalog> .\n\n"
    ));
    out.push_str(&format!(
        "<{base}index.html#catalog> a void:Dataset ;\n    foaf:homepage <{base}index.html>"
    ));
    if !titles.is_empty() {
        out.push_str(&format!(" ;\n    dct:title {}", titles.join(", ")));
    }
    if !dumps.is_empty() {
        out.push_str(&format!(" ;\n    void:dataDump {}", dumps.join(", ")));
    }
    out.push_str(" .\n");
    out
}
