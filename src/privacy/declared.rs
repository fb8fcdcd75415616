//! The contacts of offices that a portal declares, and that are no finding wherever they are.

use crate::model::Portal;
use crate::model::dataset::ContactPoint;
use crate::model::vocabulary::Taxonomy;
use crate::source::Source;
use crate::source::node::{FactNode, FactValue};
use std::collections::BTreeSet;
use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, scan};

/// Returns the contacts that the settings, datasets and services declare, and those among the facts of the institutions'
/// pages.
pub(super) fn contacts(source: &Source, portal: &Portal) -> DeclaredContacts {
    let settings = &portal.settings;
    let mut all = DeclaredTexts::default();
    let services = settings.services.iter().flat_map(|one| &one.contact);
    let datasets = portal.datasets.iter().flat_map(|one| &one.contact);
    for contact in settings.contact.iter().chain(services).chain(datasets) {
        all.add_contact(contact);
    }
    let channels = settings.feedback.iter().map(|(_, address)| address);
    let security = settings.security.iter().flat_map(|one| &one.contacts);
    for text in channels.chain(security).chain(&settings.privacy.declared) {
        all.add(text);
    }
    let institutions: BTreeSet<&str> = (portal.terms.of(Taxonomy::Institution))
        .flat_map(|term| &term.head)
        .flat_map(|head| head.files.values().chain([&head.file]))
        .map(|file| file.path.as_str())
        .collect();
    let pages = source.pages.iter();
    for page in pages.filter(|page| institutions.contains(page.file.path.as_str())) {
        let facts = page.unpack().facts;
        facts.iter().for_each(|facts| all.add_facts(facts));
    }
    DeclaredContacts::new(all.texts.iter().map(String::as_str))
}

/// Texts in which contacts are declared, whole and by what is found in them.
#[derive(Debug, Default)]
struct DeclaredTexts {
    texts: Vec<String>,
}

impl DeclaredTexts {
    fn add_contact(&mut self, contact: &ContactPoint) {
        let name = contact.name.all().map(|(_, name)| name);
        contact
            .email
            .iter()
            .chain(&contact.url)
            .map(String::as_str)
            .chain(name)
            .for_each(|text| self.add(text));
    }

    /// Adds a text that is a contact, or holds some: an address with its street and its telephone.
    fn add(&mut self, text: &str) {
        let found = scan(text, FieldHint::default(), &DeclaredContacts::default());
        let parts = found.into_iter().map(|one| text[one.span].to_owned());
        self.texts.extend(parts);
        // The number in the address of a chat: `https://wa.me/525512345678`.
        if let Some((_, number)) = text.rsplit_once('/') {
            self.texts.push(number.to_owned());
        }
        self.texts.push(text.to_owned());
    }

    fn add_facts(&mut self, node: &FactNode) {
        match &node.value {
            FactValue::Null => {}
            FactValue::Text(text) => self.add(text),
            FactValue::List(items) => items.iter().for_each(|item| self.add_facts(item)),
            FactValue::Map(entries) => {
                entries.iter().for_each(|(_, value)| self.add_facts(value));
            }
        }
    }
}
