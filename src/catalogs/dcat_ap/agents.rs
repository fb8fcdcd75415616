//! Organisations and contacts of the graph.

use super::graph::{Graph, iri};
use super::nodes::site;
use crate::model::dataset::{Agent, ContactPoint};
use crate::model::vocabulary::PUBLISHER_TYPES;
use crate::record::is_email;
use oxrdf::NamedNode;

/// Describes an organisation, its site and its kind (ADMS's publisher types).
pub(super) fn describe_agent(graph: &mut Graph, node: &NamedNode, agent: &Agent) {
    let site = site(agent.url.as_deref());
    let label = agent.kind.as_deref();
    let label = label.filter(|kind| PUBLISHER_TYPES.contains(kind));
    let kind = label.and_then(|kind| iri(&format!("http://purl.org/adms/publishertype/{kind}")));
    graph
        .about(node)
        .add_class("foaf:Agent")
        .add_words("foaf:name", &agent.name)
        .add_some("foaf:homepage", site.clone())
        .add_some("dct:type", kind.clone());
    if let Some(site) = site {
        graph
            .about(&site)
            .add_class("foaf:Document")
            .add_words("dct:title", &agent.name);
    }
    if let Some(kind) = kind {
        graph
            .about(&kind)
            .add_class("skos:Concept")
            .add_some(
                "skos:inScheme",
                iri("http://purl.org/adms/publishertype/1.0"),
            )
            .add_text("skos:prefLabel", label);
    }
}

/// Describes whom to ask.
pub(super) fn describe_contact(graph: &mut Graph, node: &NamedNode, contact: &ContactPoint) {
    let email = contact.email.as_deref().filter(|email| is_email(email));
    graph
        .about(node)
        .add_class("vcard:Kind")
        .add_class("vcard:Organization")
        .add_words("vcard:fn", &contact.name)
        .add_some(
            "vcard:hasEmail",
            email.and_then(|email| iri(&format!("mailto:{email}"))),
        )
        .add_some("vcard:hasURL", site(contact.url.as_deref()));
}
