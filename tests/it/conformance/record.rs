//! The neutral record: what is inherited, what is missing, what occurs twice.

use super::portal::{bare, both, date, facts, full, lang, record};
use tragaluz::diag::{Severity, Speech};
use tragaluz::model::dataset::{Agent, ContactPoint, License};
use tragaluz::record::{Fact, Lack, Score};
use tragaluz::text::by_lang::ByLang;

#[test]
fn a_full_dataset_lacks_nothing() {
    let (record, found) = record(
        facts(Some("https://a.example/p")),
        &[full("Metric", "")],
        "",
    );
    assert_eq!(found, []);
    let dataset = &record.datasets[0];
    assert!(dataset.is_harvestable());
    assert_eq!(dataset.pages[0].1, "datasets/metric/index.html");
    assert_eq!(
        dataset.pages[1],
        (lang("en"), "en/datasets/metric/index.html".to_owned())
    );
    assert_eq!(
        dataset.description.text(&lang("es")),
        "Qué tan abiertos son los gobiernos.\n\nTexto largo."
    );
    assert_eq!(
        dataset.description.text(&lang("en")),
        "How open governments are."
    );
    assert_eq!(
        dataset.license_address(),
        Some("https://creativecommons.org/licenses/by/4.0/")
    );
    let received = dataset
        .distributions
        .iter()
        .find(|d| d.path.ends_with("1.csv"))
        .unwrap();
    assert_eq!(
        received.url.as_deref(),
        Some("https://a.example/p/datasets/metric/original/a%C3%B1o%201.csv")
    );
    assert_eq!(received.encoding.as_deref(), Some("windows-1252"));
    assert_eq!(dataset.csv_of("scores").unwrap().columns, Some(16));
    assert_eq!(
        (record.modified, record.issued),
        (date("2021-07"), date("2019"))
    );
}

#[test]
fn what_the_dataset_does_not_name_is_the_portals() {
    let mut portal = facts(None);
    portal.publisher = Some(Agent {
        name: both("Ayuntamiento", "Town"),
        url: None,
        kind: None,
    });
    portal.contact = Some(ContactPoint {
        name: both("Oficina", "Office"),
        email: Some("a@b.example".into()),
        url: None,
    });
    portal.licenses = vec![License {
        name: Some("CC0-1.0".into()),
        title: None,
        path: None,
    }];
    let (record, _) = record(portal, &[bare("plain"), full("own", "")], "");
    let [plain, own] = &record.datasets[..] else {
        panic!()
    };
    assert_eq!(
        plain.publisher.as_ref().unwrap().name.text(&lang("en")),
        "Town"
    );
    assert_eq!(
        own.publisher.as_ref().unwrap().name.text(&lang("en")),
        "Institute"
    );
    assert!(plain.license_address().unwrap().contains("zero/1.0"));
    assert!(plain.missing.contains(&Fact::Description) && !plain.missing.contains(&Fact::Contact));
    assert!(!plain.is_harvestable() && own.is_harvestable());
}

#[test]
fn each_missing_fact_is_said_with_its_cost_and_its_cure() {
    let (record, found) = record(facts(None), &[bare("plain")], "");
    assert_eq!(record.datasets[0].missing, Fact::ALL);
    assert_eq!(found.len(), Fact::ALL.len());
    assert_eq!(
        found
            .iter()
            .filter(|d| d.severity == Severity::Warning)
            .count(),
        6
    );
    for (locale, cost, cure) in [
        ("en", "stays out of data.json", "Add contact:"),
        ("es", "queda fuera", "Agregue contact:"),
    ] {
        let speech = Speech::for_locale(locale);
        let messages: Vec<String> = found.iter().map(|d| speech.message(d)).collect();
        assert!(
            messages.iter().filter(|m| m.contains(cost)).count() == 5,
            "{messages:#?}"
        );
        assert!(
            messages
                .iter()
                .all(|m| m.contains("plain") && m.ends_with('.')),
            "{messages:#?}"
        );
        assert!(found.iter().any(|d| speech.help(d).unwrap().contains(cure)));
    }
}

/// What it costs is said once, and nobody is told to change a licence that is known under another address.
#[test]
fn a_licence_that_the_eu_does_not_know_is_said_once() {
    let license = |path: &str| {
        vec![License {
            name: None,
            title: Some("Libre Uso".into()),
            path: Some(path.to_owned()),
        }]
    };
    let [mut a, mut b, mut known] = ["a", "b", "known"].map(|id| full(id, ""));
    (a.licenses, b.licenses) = (
        license("https://a.example/libre"),
        license("https://a.example/libre"),
    );
    known.licenses = license("https://spdx.org/licenses/CC0-1.0.html");
    let (_, found) = record(facts(None), &[a, b, known], "");
    let [said] = &found[..] else {
        panic!("{found:#?}")
    };
    assert_eq!(
        (said.code.id, said.severity),
        ("licence-unknown", Severity::Note)
    );
    for (locale, words) in [
        ("en", "of 2 datasets, a the first"),
        ("es", "a 2 conjuntos, el primero a."),
    ] {
        let message = Speech::for_locale(locale).message(said);
        assert!(
            message.contains("Libre Uso") && message.contains(words),
            "{message}"
        );
    }
}

/// The points of a dataset, and what the others are lost by.
fn score(dataset: &tragaluz::model::dataset::Dataset, base: Option<&str>) -> Option<Score> {
    let datasets = std::slice::from_ref(dataset);
    record(facts(base), datasets, "").0.datasets[0]
        .score
        .clone()
}

#[test]
fn what_costs_points_at_data_europa_eu_is_told() {
    let base = Some("https://a.example/");
    let all = full("metric", "");
    assert_eq!(score(&all, base).unwrap().points(), 405);
    assert_eq!(score(&all, None), None, "nobody sees it");
    let mut less = full("metric", "");
    less.licenses[0].name = None;
    less.licenses[0].path = Some("https://creativecommons.org/licenses/by/2.5/mx/".into());
    less.themes.clear();
    less.issued = None;
    less.contact.as_mut().unwrap().email = None;
    let told = score(&less, base).unwrap();
    let expected = [
        (Lack::Fact(Fact::Theme), 30),
        (Lack::Fact(Fact::Issued), 5),
        (Lack::LicenceTable, 10),
        (Lack::LicenceTitle, 5),
    ];
    assert_eq!((told.lost.as_slice(), told.points()), (&expected[..], 355));
    let (drawn, found) = record(facts(base), &[less], "");
    // A contact without an address is none for data.gov, and one for data.europa.eu.
    let lacks = drawn.datasets[0].lacks();
    assert_eq!(lacks[0], (Lack::Fact(Fact::Contact), None));
    assert!(
        lacks.contains(&(Lack::LicenceTitle, Some(5)))
            && lacks.contains(&(Lack::LicenceTable, Some(10)))
    );
    let spanish = Speech::for_locale("es");
    let said: Vec<String> = found.iter().map(|d| spanish.message(d)).collect();
    assert!(
        said.iter()
            .any(|m| m.contains("el nombre de su licencia") && m.contains("5 de sus 405 puntos")),
        "{said:#?}"
    );
    let mut silent = full("metric", "");
    silent.head.summary = tragaluz::text::words::Words::default();
    silent.head.body = ByLang::default();
    assert_eq!(
        score(&silent, base),
        None,
        "DCAT-AP's catalogue leaves it out"
    );
}

#[test]
fn words_that_only_fill_a_field_are_in_no_record() {
    let mut dataset = full("metric", "");
    dataset.keywords = vec![
        both("n/a", "N/A"),
        both("agua", "water"),
        both("sin especificar", "-"),
    ];
    dataset.publisher.as_mut().unwrap().name = both("Por definir", "tbd");
    let spatial = dataset.spatial.as_mut().unwrap();
    (spatial.name, spatial.code, spatial.geonames, spatial.bounds) =
        (both("desconocido", "unknown"), None, None, None);
    let (record, _) = record(facts(Some("https://a.example/")), &[dataset], "");
    let drawn = &record.datasets[0];
    assert_eq!(drawn.keywords, [both("agua", "water")]);
    assert_eq!((&drawn.publisher, &drawn.spatial), (&None, &None));
    assert_eq!(drawn.missing, [Fact::Publisher, Fact::Spatial]);
    assert_eq!(drawn.score.as_ref().unwrap().points(), 375);
}
