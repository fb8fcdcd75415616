//! The calendar of milestones is what RFC 5545 asks for: read here by a parser of its own, and by Python's `icalendar` where it is.

use crate::driver::{Portal, Tool, python_with_readers, require};
use std::collections::BTreeMap;
use std::process::Command;

const COMMITMENT: &str = "---\nid: C1\ntitle: \"Datos, abiertos; y útiles\"\nsummary: Uno.\nstart: 2024-01\nend: 2024-12\nupdated: 2024-02-03\nmilestones:\n  - number: 1\n    text: \"Publicar un catálogo muy largo de conjuntos de datos, con sus descripciones; y avisar\"\n    end: 2024-02\n    status: finished\n  - number: 2\n    text: Revisar\n    end: 2024-06-10\n  - number: 3\n    text: Sin fecha\n---\n";

/// The content lines of a calendar, unfolded, each as its name and value.
fn content_lines(text: &str) -> Vec<(String, String)> {
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains(['\r', '\n']));
    assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
    let unfolded = text.replace("\r\n ", "");
    let lines = unfolded.split_terminator("\r\n");
    lines
        .map(|line| {
            let (name, value) = line.split_once(':').unwrap();
            (name.to_owned(), value.to_owned())
        })
        .collect()
}

/// The events of a calendar, each with every property once.
fn events(text: &str) -> Vec<BTreeMap<String, String>> {
    let lines = content_lines(text);
    let pair = |(name, value): &(String, String)| format!("{name}:{value}");
    assert_eq!(lines.first().map(pair).as_deref(), Some("BEGIN:VCALENDAR"));
    assert_eq!(lines.last().map(pair).as_deref(), Some("END:VCALENDAR"));
    assert!(
        lines
            .iter()
            .any(|(name, value)| name == "VERSION" && value == "2.0")
    );
    assert!(lines.iter().any(|(name, _)| name == "PRODID"));
    let mut events: Vec<BTreeMap<String, String>> = Vec::new();
    for (name, value) in lines {
        match (name.as_str(), value.as_str()) {
            ("BEGIN", "VEVENT") => events.push(BTreeMap::new()),
            ("BEGIN" | "END", _) => {}
            _ => {
                if let Some(event) = events.last_mut() {
                    assert!(event.insert(name, value).is_none());
                }
            }
        }
    }
    events
}

#[test]
fn milestones_are_a_calendar() {
    let portal = Portal::new().file("content/commitments/c1.md", COMMITMENT);
    let built = portal.build();
    let text = built.text("milestones/calendar.ics");
    let events = events(&text);
    assert_eq!(events.len(), 2, "{text}");
    let first = &events[0];
    assert_eq!(first["DTSTART;VALUE=DATE"], "20240229");
    assert_eq!(first["DTSTAMP"], "20240203T000000Z");
    assert!(first["SUMMARY"].contains("datos\\, con sus descripciones\\; y avisar (Terminado)"));
    assert!(first["DESCRIPTION"].starts_with("Datos\\, abiertos\\; y útiles\\n"));
    assert!(first["UID"].starts_with("c1-m-1@"));
    assert_eq!(events[1]["DTSTART;VALUE=DATE"], "20240610");
    let page = built.text("milestones/index.html");
    assert!(page.contains("href=\"calendar.ics\"") && page.contains("commitments/c1.html#m-2"));
    read_by_python(&text);
}

/// Has the calendar read by Python's `icalendar`.
fn read_by_python(text: &str) {
    let python = python_with_readers().filter(|python| {
        let asked = Command::new(python)
            .args(["-c", "import icalendar"])
            .output();
        asked.is_ok_and(|asked| asked.status.success())
    });
    let Some(python) = require(Tool::ICALENDAR, python) else {
        return;
    };
    let code = "import sys, icalendar\nc = icalendar.Calendar.from_ical(sys.argv[1])\n\
                print(len([e for e in c.walk('VEVENT') if e.decoded('dtstart')]))";
    let out = Command::new(python)
        .args(["-c", code, text])
        .output()
        .unwrap();
    let errors = String::from_utf8_lossy(&out.stderr);
    assert_eq!(String::from_utf8_lossy(&out.stdout).trim(), "2", "{errors}");
}
