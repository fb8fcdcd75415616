//! Organisations and contacts of the graph.

use super::graph::{Graph, iri};
use crate::model::dataset::{Agent, ContactPoint};
use crate::model::vocabulary::PUBLISHER_TYPES;
use crate::record::{is_email, is_web_address};
use oxrdf::NamedNode;

/// Describes an organisation, its site and its kind (ADMS's publisher types).
pub(super) fn describe_agent(graph: &mut Graph, node: &NamedNode, agent: &Agent) {
    graph.add_class(node, "foaf:Agent");
    graph.add_words(node, "foaf:name", &agent.name);
    let site = agent
        .url
        .as_deref()
        .filter(|url| is_web_address(url))
        .and_then(iri);
    graph.add_some(node, "foaf:homepage", site.clone());
    let plain = agent
        .kind
        .as_deref()
        .filter(|kind| PUBLISHER_TYPES.contains(kind));
    let kind = plain.and_then(|kind| iri(&format!("http://purl.org/adms/publishertype/{kind}")));
    graph.add_some(node, "dct:type", kind.clone());
    if let Some(site) = site {
        graph.add_class(&site, "foaf:Document");
        graph.add_words(&site, "dct:title", &agent.name);
    }
    if let (Some(node), Some(label)) = (kind, plain) {
        graph.add_class(&node, "skos:Concept");
        graph.add_some(
            &node,
            "skos:inScheme",
            iri("http://purl.org/adms/publishertype/1.0"),
        );
        graph.add_text(&node, "skos:prefLabel", Some(label));
    }
}

/// Describes whom to ask.
pub(super) fn describe_contact(graph: &mut Graph, node: &NamedNode, contact: &ContactPoint) {
    graph.add_class(node, "vcard:Kind");
    graph.add_class(node, "vcard:Organization");
    graph.add_words(node, "vcard:fn", &contact.name);
    let email = contact.email.as_deref().filter(|email| is_email(email));
    graph.add_some(
        node,
        "vcard:hasEmail",
        email.and_then(|email| iri(&format!("mailto:{email}"))),
    );
    graph.add_some(
        node,
        "vcard:hasURL",
        contact
            .url
            .as_deref()
            .filter(|url| is_web_address(url))
            .and_then(iri),
    );
}
