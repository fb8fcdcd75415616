//! The neutral record: what is inherited, what is missing, what occurs twice.

use crate::portal::{bare, both, date, facts, full, lang, record};
use tragaluz::diag::{Severity, Speech};
use tragaluz::model::dataset::{Agent, Contact, License};
use tragaluz::plan::record::Fact;

#[test]
fn a_full_dataset_lacks_nothing() {
    let (record, found) = record(facts(Some("https://a.example/p")), &[full("Metric", "")], "");
    assert_eq!(found, []);
    let dataset = &record.datasets[0];
    assert!(dataset.is_harvestable());
    assert_eq!(dataset.pages[0].1, "datasets/metric/index.html");
    assert_eq!(dataset.pages[1], (lang("en"), "en/datasets/metric/index.html".to_owned()));
    assert_eq!(dataset.description.text(&lang("es")), "Qué tan abiertos son los gobiernos.\n\nTexto largo.");
    assert_eq!(dataset.description.text(&lang("en")), "How open governments are.");
    assert_eq!(dataset.license_address(), Some("https://creativecommons.org/licenses/by/4.0/"));
    let received = dataset.distributions.iter().find(|d| d.path.ends_with("1.csv")).unwrap();
    assert_eq!(received.url.as_deref(), Some("https://a.example/p/datasets/metric/original/a%C3%B1o%201.csv"));
    assert_eq!(received.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(dataset.csv_of("scores").unwrap().columns, Some(16));
    assert_eq!((record.modified, record.issued), (date("2021-07"), date("2019")));
}

#[test]
fn what_the_dataset_does_not_name_is_the_portals() {
    let mut portal = facts(None);
    portal.publisher = Some(Agent { name: both("Ayuntamiento", "Town"), url: None, kind: None });
    portal.contact = Some(Contact { name: both("Oficina", "Office"), email: Some("a@b.example".into()), url: None });
    portal.licenses = vec![License { name: Some("CC0-1.0".into()), title: None, path: None }];
    let (record, _) = record(portal, &[bare("plain"), full("own", "")], "");
    let [plain, own] = &record.datasets[..] else { panic!() };
    assert_eq!(plain.publisher.as_ref().unwrap().name.text(&lang("en")), "Town");
    assert_eq!(own.publisher.as_ref().unwrap().name.text(&lang("en")), "Institute");
    assert!(plain.license_address().unwrap().contains("zero/1.0"));
    assert!(plain.missing.contains(&Fact::Description) && !plain.missing.contains(&Fact::Contact));
    assert!(!plain.is_harvestable() && own.is_harvestable());
}

#[test]
fn each_missing_fact_is_said_with_its_cost_and_its_cure() {
    let (record, found) = record(facts(None), &[bare("plain")], "");
    assert_eq!(record.datasets[0].missing, Fact::ALL);
    assert_eq!(found.len(), Fact::ALL.len());
    assert_eq!(found.iter().filter(|d| d.severity == Severity::Warning).count(), 6);
    for (locale, cost, cure) in
        [("en", "stays out of data.json", "Add contact:"), ("es", "queda fuera", "Agregue contact:")]
    {
        let speech = Speech::for_locale(locale);
        let messages: Vec<String> = found.iter().map(|d| speech.message(d)).collect();
        assert!(messages.iter().filter(|m| m.contains(cost)).count() == 5, "{messages:#?}");
        assert!(messages.iter().all(|m| m.contains("plain") && m.ends_with('.')), "{messages:#?}");
        assert!(found.iter().any(|d| speech.help(d).unwrap().contains(cure)));
    }
}

/// What it costs is said once, and nobody is told to change a licence that is known under another address.
#[test]
fn a_licence_that_the_eu_does_not_know_is_said_once() {
    let license =
        |path: &str| vec![License { name: None, title: Some("Libre Uso".into()), path: Some(path.to_owned()) }];
    let [mut a, mut b, mut known] = ["a", "b", "known"].map(|id| full(id, ""));
    (a.licenses, b.licenses) = (license("https://a.example/libre"), license("https://a.example/libre"));
    known.licenses = license("https://spdx.org/licenses/CC0-1.0.html");
    let (_, found) = record(facts(None), &[a, b, known], "");
    let [said] = &found[..] else { panic!("{found:#?}") };
    assert_eq!((said.code.id, said.severity), ("licence-unknown", Severity::Note));
    for (locale, words) in [("en", "of 2 datasets, a the first"), ("es", "a 2 conjuntos, el primero a.")] {
        let message = Speech::for_locale(locale).message(said);
        assert!(message.contains("Libre Uso") && message.contains(words), "{message}");
    }
}

#[test]
fn an_identifier_used_twice_is_an_error() {
    let (_, found) = record(facts(None), &[full("a", ""), full("A", "")], "");
    assert_eq!(found.iter().map(|d| d.code.id).collect::<Vec<_>>(), ["repeated-id"]);
    assert_eq!(found[0].severity, Severity::Error);
}
