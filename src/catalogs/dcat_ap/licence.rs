//! Licences as harvesters find them: by the EU's table, by ADMS's types, and by the names that CKAN keeps.

use super::graph::{Graph, eu, iri};
use crate::record::licence_code;
use oxrdf::{Literal, NamedNode};

/// A family of licences, by a part of their addresses.
struct Family {
    /// The host and the beginning of the path.
    address: &'static str,
    /// What the codes of the EU's table begin with.
    code: &'static str,
    /// ADMS's type (`http://purl.org/adms/licencetype/`); none where it has none.
    kind: Option<&'static str>,
    /// The title of the licence of that family in CKAN's own list, which knows no versions: its harvester compares titles
    /// where it does not know an address (`ckanext-dcat`, `_license`).
    title: &'static str,
}

/// The families, the longer of two beginnings first.
const FAMILIES: &[Family] = &[
    Family {
        address: "creativecommons.org/licenses/by-nc",
        code: "CC_BYNC",
        kind: None,
        title: "Creative Commons Non-Commercial (Any)",
    },
    Family {
        address: "creativecommons.org/licenses/by-sa/",
        code: "CC_BYSA",
        kind: Some("Attribution"),
        title: "Creative Commons Attribution Share-Alike",
    },
    Family {
        address: "creativecommons.org/licenses/by/",
        code: "CC_BY",
        kind: Some("Attribution"),
        title: "Creative Commons Attribution",
    },
    Family {
        address: "creativecommons.org/publicdomain/zero/",
        code: "CC0",
        kind: Some("PublicDomain"),
        title: "Creative Commons CCZero",
    },
    Family {
        address: "opendatacommons.org/licenses/by/",
        code: "ODC_BY",
        kind: Some("Attribution"),
        title: "Open Data Commons Attribution License",
    },
    Family {
        address: "opendatacommons.org/licenses/odbl/",
        code: "ODC_BL",
        kind: Some("Attribution"),
        title: "Open Data Commons Open Database License (ODbL)",
    },
    Family {
        address: "opendatacommons.org/licenses/pddl/",
        code: "ODC_PDDL",
        kind: Some("PublicDomain"),
        title: "Open Data Commons Public Domain Dedication and License (PDDL)",
    },
    Family {
        address: "nationalarchives.gov.uk/doc/open-government-licence/",
        code: "OGL_3_0",
        kind: Some("Attribution"),
        title: "UK Open Government Licence (OGL)",
    },
];

impl Family {
    /// Returns the family of the licence at this address. No other terms of Creative Commons are one: what may not be changed
    /// (`by-nd`) is not what may.
    fn of(address: &str) -> Option<&'static Family> {
        let code = licence_code(address).unwrap_or_default();
        FAMILIES.iter().find(|family| family.has(code, address))
    }

    /// Returns whether a licence of this code, which may be empty, and address is of the family.
    fn has(&self, code: &str, address: &str) -> bool {
        match code.strip_prefix(self.code) {
            Some(rest) => rest.is_empty() || rest.starts_with('_') || self.code == "CC_BYNC",
            None => code.is_empty() && address.contains(self.address),
        }
    }
}

/// Returns a licence by the address that the EU's table gives it, which DCAT-AP asks for and MQA grants points for; else by
/// its own.
pub(super) fn licence(address: &str) -> Option<NamedNode> {
    licence_code(address)
        .and_then(|code| eu("licence", code))
        .or_else(|| iri(address))
}

/// Describes a licence; `title` is the publisher's own, for a licence of no known family.
pub(super) fn describe_license(graph: &mut Graph, address: Option<&str>, title: Option<&str>) {
    let Some((own, node)) = address.and_then(|text| Some((iri(text)?, licence(text)?))) else {
        return;
    };
    let family = Family::of(own.as_str());
    let label = family.and_then(|family| family.kind);
    let kind = label.and_then(|kind| iri(&format!("http://purl.org/adms/licencetype/{kind}")));
    let mut subject = graph.about(&node);
    subject.add_class("dct:LicenseDocument");
    match family {
        Some(family) => subject.add(
            "dct:title",
            Literal::new_language_tagged_literal_unchecked(family.title, "en"),
        ),
        None => subject.add_text("dct:title", title),
    };
    // The publisher's own word stays in the graph.
    subject
        .add_some("skos:exactMatch", Some(own).filter(|own| *own != node))
        .add_some("dct:type", kind.clone());
    if let Some(kind) = kind {
        graph
            .about(&kind)
            .add_class("skos:Concept")
            .add_some("skos:inScheme", iri("http://purl.org/adms/licencetype/1.0"))
            .add_text("skos:prefLabel", label);
    }
}

#[cfg(test)]
mod tests {
    use super::Family;

    #[test]
    fn licences_have_the_names_of_ckans_list() {
        for (address, title) in [
            (
                "https://creativecommons.org/licenses/by/4.0/",
                Some("Creative Commons Attribution"),
            ),
            (
                "https://creativecommons.org/licenses/by/2.5/mx/",
                Some("Creative Commons Attribution"),
            ),
            (
                "https://spdx.org/licenses/CC-BY-SA-4.0",
                Some("Creative Commons Attribution Share-Alike"),
            ),
            (
                "https://creativecommons.org/licenses/by-nc-sa/4.0/",
                Some("Creative Commons Non-Commercial (Any)"),
            ),
            (
                "https://creativecommons.org/publicdomain/zero/1.0/deed.es",
                Some("Creative Commons CCZero"),
            ),
            (
                "https://opendatacommons.org/licenses/by/1-0/",
                Some("Open Data Commons Attribution License"),
            ),
            (
                "https://opendatacommons.org/licenses/odbl/1-0/",
                Some("Open Data Commons Open Database License (ODbL)"),
            ),
            (
                "http://publications.europa.eu/resource/authority/licence/CC_BY_4_0",
                Some("Creative Commons Attribution"),
            ),
            ("https://creativecommons.org/licenses/by-nd/4.0/", None),
            ("https://datos.gob.mx/libreusomx", None),
        ] {
            assert_eq!(
                Family::of(address).map(|family| family.title),
                title,
                "{address}"
            );
        }
    }
}
