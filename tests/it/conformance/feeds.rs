//! Feeds, read by an XML parser.

use super::portal::{HOSTILE, both, date, facts, full, lang, record};
use quick_xml::events::Event;
use tragaluz::feeds;
use tragaluz::feeds::ListedPage;
use tragaluz::model::dataset::Agent;

fn page(path: &str, updated: Option<&str>) -> ListedPage {
    ListedPage {
        path: path.to_owned(),
        lang: lang("es"),
        title: HOSTILE.to_owned(),
        summary: HOSTILE.to_owned(),
        updated: updated.and_then(date),
        kind: "commitment".to_owned(),
        news: true,
        mapped: true,
        alternates: Vec::new(),
    }
}

/// Every text of these elements, in order, as a parser reads it.
fn texts(xml: &str, name: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(xml);
    let (mut inside, mut out) = (false, Vec::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) if tag.name().as_ref() == name => {
                inside = true;
                out.push(String::new());
            }
            Event::End(_) => inside = false,
            Event::Text(text) if inside => out.last_mut().unwrap().push_str(&text),
            Event::GeneralRef(_) if inside => out.last_mut().unwrap().push('&'),
            Event::Eof => return out,
            _ => {}
        }
    }
}

#[test]
fn entries_are_dated_changes_newest_first() {
    let mut portal = facts(Some("https://a.example/p/"));
    portal.publisher = Some(Agent {
        name: both("Oficina", "Office"),
        url: None,
        kind: None,
    });
    let (record, _) = record(portal, &[full("metric", "")], "");
    let pages = [
        page("old.html", Some("2020")),
        page("undated.html", None),
        page("new.html", Some("2024-02-29")),
        ListedPage {
            news: false,
            ..page("list.html", Some("2025"))
        },
        ListedPage {
            lang: lang("en"),
            ..page("en/new.html", Some("2024-02-29"))
        },
    ];
    let made = feeds::of_portal(&record, &pages);
    assert_eq!(
        made.iter().map(|m| m.path.as_str()).collect::<Vec<_>>(),
        ["feed.xml", "feed.json", "en/feed.xml", "en/feed.json"]
    );
    let ids = texts(&made[0].text, "id");
    assert_eq!(
        ids,
        ["feed.xml", "new.html#2024-02-29", "old.html#2020"]
            .map(|at| format!("https://a.example/p/{at}"))
    );
    let updated = texts(&made[0].text, "updated");
    assert_eq!(
        updated,
        [
            "2024-02-29T12:00:00Z",
            "2024-02-29T12:00:00Z",
            "2020-01-01T12:00:00Z"
        ]
    );
    assert_eq!(texts(&made[0].text, "name"), ["Oficina"]);
    assert_eq!(texts(&made[2].text, "id").len(), 2);
    let json: serde_json::Value = serde_json::from_str(&made[1].text).unwrap();
    assert_eq!(json["version"], "https://jsonfeed.org/version/1.1");
    assert_eq!(json["feed_url"], "https://a.example/p/feed.json");
    assert_eq!(
        json["items"][0]["id"],
        "https://a.example/p/new.html#2024-02-29"
    );
    assert_eq!(json["items"][0]["url"], "https://a.example/p/new.html");
    assert_eq!(json["items"][0]["date_modified"], "2024-02-29T12:00:00Z");
    assert_eq!(json["items"].as_array().unwrap().len(), 2);
}

#[test]
fn a_feed_without_news_is_still_a_feed() {
    let (record, _) = record(facts(Some("https://a.example/")), &[], "");
    let made = feeds::of_portal(&record, &[]);
    assert_eq!(texts(&made[0].text, "updated").len(), 1);
    assert_eq!(texts(&made[0].text, "name"), ["Portal de prueba"]);
}

#[test]
fn without_an_address_there_are_no_feeds() {
    let (record, _) = record(facts(None), &[full("metric", "")], "");
    assert!(feeds::of_portal(&record, &[]).is_empty() && feeds::paths(&record).is_empty());
}
