//! The gate for personal data. Everything planted here is made up.

#![allow(
    clippy::disallowed_methods,
    reason = "a test builds portals and reads what they left"
)]

use crate::driver::{Portal, SETTINGS, files_below};
use std::collections::BTreeSet;
use tragaluz::cache::CacheKey;
use tragaluz::diag::{Diagnostic, Severity, Speech, show};
use tragaluz::text::date::PartialDate;
use tragaluz::text::messages::Arg;
use tragaluz::{Options, Sink};
use tragaluz_tables::privacy::{DeclaredContacts, FieldHint, scan};

/// A value of each of these kinds, as prose has it.
fn planted() -> Vec<(&'static str, String)> {
    let mut curps = (0..10).map(|digit| format!("ZAXA010101HNEZZZA{digit}"));
    let curp = curps
        .rfind(|text| !scan(text, FieldHint::default(), &DeclaredContacts::default()).is_empty());
    vec![
        ("curp", curp.expect("one has the right digit")),
        ("e-mail", "planta@correo.test".to_owned()),
        ("telephone", "+52 55 8421 9073".to_owned()),
        ("card", "4111 1111 1111 1111".to_owned()),
    ]
}

/// A portal without a finding about personal data.
fn clean() -> Portal {
    Portal::new()
        .file(
            "content/agua.md",
            "---\ntitle: Agua\n---\nEscriba a datos@test.example.\n",
        )
        .file("data/pozos/dataset.md", "---\ntitle: Pozos\n---\n")
        .file("data/pozos/pozos.csv", "pozo,nota\n1,seco\n2,lleno\n")
}

/// The same with a value in every place, each in a file of its own, and the part that is named for it.
fn planted_portal(value: &str) -> (Portal, Vec<(&'static str, &'static str)>) {
    let page = |text: &str| format!("---\ntitle: Una\n---\n{text}\n");
    let escaped = value.replace('@', "&#64;").replace(' ', "&#32;");
    let portal = clean()
        .file("content/prosa.md", &page(&format!("Se sabe que {value} es suyo.")))
        .file("content/codigo.md", &page(&format!("```\n{value}\n```")))
        .file("content/nota.md", &page(&format!("<!-- {value} -->")))
        .file("content/enlace.md", &page(&format!("[aquí](https://a.example/ \"{value}\")")))
        .file("content/figura.md", &page(&format!("![{value}](https://a.example/x.png)")))
        .file("content/letras.md", &page(&format!("Es {escaped}.")))
        .file("content/dato.md", &format!("---\ntitle: Una\nextra:\n  nota: {value}\n---\n"))
        .file("content/titulo.md", &format!("---\ntitle: Acerca de {value}\n---\n"))
        .file("content/suelto.txt", &format!("Apuntes.\n{value}\n"))
        .file("data/celda/celda.csv", &format!("uno,dos\n1,{value}\n2,nada\n"))
        .file("data/arriba/arriba.csv", &format!("Lo hizo {value},\n,\nuno,dos\n1,2\n3,4\n"))
        .file("data/cabeza/cabeza.csv", &format!("uno,{value}\n1,2\n3,4\n"))
        .file(
            "data/paquete/datapackage.json",
            &format!("{{\"title\": \"P\", \"description\": \"De {value}\", \"resources\": [{{\"name\": \"a\", \"path\": \"a.csv\"}}]}}"),
        )
        .file("data/paquete/a.csv", "uno\n1\n");
    let parts = [
        ("content/prosa.md", "text"),
        ("content/codigo.md", "text"),
        ("content/nota.md", "text"),
        ("content/enlace.md", "text"),
        ("content/figura.md", "text"),
        ("content/letras.md", "text"),
        ("content/dato.md", "text"),
        ("content/titulo.md", "text"),
        ("content/suelto.txt", "document"),
        ("data/celda/celda.csv", "cells"),
        ("data/arriba/arriba.csv", "notes"),
        ("data/cabeza/cabeza.csv", "header"),
        ("data/paquete/datapackage.json", "text"),
    ];
    (portal, parts.to_vec())
}

fn arg<'d>(finding: &'d Diagnostic, wanted: &str) -> Option<&'d str> {
    finding.args.iter().find_map(|(name, value)| match value {
        Arg::Text(text) if *name == wanted => Some(text.as_str()),
        _ => None,
    })
}

/// Returns findings in every format and language.
fn shown(found: &[Diagnostic]) -> String {
    let mut all = Vec::new();
    for lang in ["en", "es"] {
        for format in show::ALL {
            format
                .show(found, &Speech::for_locale(lang), &mut all)
                .unwrap();
        }
    }
    format!("{} {found:?}", String::from_utf8_lossy(&all))
}

/// Whether bytes hold a value, as it is or without its blanks.
fn holds(bytes: &[u8], value: &str) -> bool {
    let text = String::from_utf8_lossy(bytes);
    text.contains(value) || text.contains(&value.replace(' ', ""))
}

/// Options of a build that keeps what it found out.
fn keeping() -> Options {
    Options {
        program: Some(CacheKey::of(&[b"test"])),
        ..Options::default()
    }
}

#[test]
fn every_kind_is_found_in_every_place_and_shown_in_none() {
    for (kind, value) in planted() {
        let (portal, parts) = planted_portal(&value);
        let built = portal.build_with(&keeping());
        let found: BTreeSet<(&str, &str)> = (built.of_code("personal-data").into_iter())
            .filter(|one| arg(one, "kind") == Some(kind))
            .filter_map(|one| Some((one.place.as_ref()?.file.as_str(), arg(one, "part")?)))
            .collect();
        for part in parts {
            assert!(found.contains(&part), "{kind} in {part:?}: {found:?}");
        }
        assert!(built.site.manifest.is_empty() && !portal.root().join("public").exists());
        assert!(!holds(shown(&built.findings).as_bytes(), &value), "{kind}");
        // Nothing but what its author wrote is left: no cache, no half-made site.
        for (path, bytes) in files_below(portal.root()) {
            let is_source = path.starts_with("content/") || path.starts_with("data/");
            assert!(is_source || path == "tragaluz.toml", "{path}");
            assert!(is_source || !holds(&bytes, &value), "{kind} in {path}");
        }
    }
}

#[test]
fn the_name_of_a_file_is_masked() {
    let (_, curp) = planted().remove(0);
    let portal = clean().file(&format!("content/{curp}.txt"), "Nada.");
    let built = portal.build();
    let found = built.of_code("personal-data");
    assert_eq!(found.len(), 1, "{:?}", built.findings);
    assert_eq!(found[0].place.as_ref().unwrap().file, "content/[curp].txt");
    assert!(!shown(&built.findings).contains(&curp));
}

#[test]
fn the_last_good_site_stays() {
    let portal = clean();
    let before = portal.build_with(&keeping());
    before.assert_published();
    let files = before.files();
    portal.write(
        "content/agua.md",
        b"---\ntitle: Agua\n---\nplanta@correo.test\n",
    );
    let after = portal.build_with(&keeping());
    assert_eq!(after.of_code("personal-data").len(), 1);
    assert_eq!(after.files(), files);
    for (path, bytes) in files_below(&portal.root().join(".tragaluz")) {
        assert!(!holds(&bytes, "planta@correo.test"), "{path}");
    }
    // Going on past other errors does not go past this one.
    let going = portal.build_with(&Options {
        keep_going: true,
        ..Options::default()
    });
    assert!(going.site.manifest.is_empty());
}

#[test]
fn what_messages_repeat_is_masked_also_where_only_its_column_tells() {
    let schema = "---\ntitle: P\nresources:\n  - path: p.csv\n    schema:\n      fields:\n        - {name: Teléfono, type: date}\n---\n";
    let portal = clean()
        .file("data/p/dataset.md", schema)
        .file("data/p/p.csv", "Teléfono\n5584219073\n5584219074\n");
    let built = portal.build();
    assert!(
        built.codes().contains(&"data-not-of-type"),
        "{:?}",
        built.codes()
    );
    assert!(
        !shown(&built.findings).contains("55842190"),
        "{}",
        shown(&built.findings)
    );
}

fn waiver(rest: &str) -> String {
    format!(
        "waivers:\n  - {{kind: e-mail, ground: public-official, reason: Lo pide la ley, {rest}}}\n"
    )
}

fn page_with(waiver: &str) -> Portal {
    let page = format!("---\ntitle: Directorio\n{waiver}---\nEs planta@correo.test.\n");
    clean().file("content/directorio.md", &page)
}

fn on(day: &str) -> Options {
    Options {
        as_of: PartialDate::parse(day),
        ..Options::default()
    }
}

#[test]
fn a_waiver_lets_through_until_it_lapses_and_is_listed() {
    let portal = page_with(&waiver("by: Unidad de Transparencia, until: 2027-06-30"));
    let built = portal.build_with(&on("2026-01-01"));
    built.assert_published();
    for (path, words) in [
        ("waivers.html", "Datos personales que se publican"),
        ("waivers.html", "href=\"directorio.html\""),
        ("waivers.html", "direcciones de correo"),
        ("waivers.html", "Son de una persona servidora pública"),
        ("waivers.html", "Lo pide la ley"),
        ("waivers.html", "Unidad de Transparencia"),
        ("waivers.html", "30 de junio de 2027"),
        ("waivers.txt", "Unidad de Transparencia"),
        ("en/waivers.html", "Decided by"),
        ("directorio.html", "href=\"waivers.html\""),
        ("agua.html", "href=\"waivers.html\""),
    ] {
        assert!(built.text(path).contains(words), "{path}: {words}");
    }
    assert!(
        !built
            .text("agua.html")
            .contains("Por qué, y quién lo decidió")
    );
    let soon = portal.build_with(&on("2027-06-15"));
    soon.assert_published();
    assert!(soon.codes().contains(&"personal-waiver-lapsing"));
    let lapsed = portal.build_with(&on("2027-07-01"));
    let errors: Vec<&str> = lapsed.errors().iter().map(|one| one.code.id).collect();
    assert_eq!(errors, ["personal-waiver-lapsed", "personal-data"]);
    let portal = clean();
    let none = portal.build();
    none.assert_published();
    assert!(!none.files().contains_key("waivers.html"));
}

#[test]
fn a_waiver_that_lacks_something_lets_nothing_through() {
    for (rest, code) in [
        (
            "by: Juan Pérez, until: 2027-06-30",
            "personal-waiver-by-person",
        ),
        ("by: Unidad de Transparencia", "missing-fact"),
        ("until: 2027-06-30", "missing-fact"),
        ("by: Unidad de Transparencia, until: 2027-06", "wrong-form"),
    ] {
        let built = page_with(&waiver(rest)).build();
        let codes: Vec<&str> = built.errors().iter().map(|one| one.code.id).collect();
        assert!(
            codes.contains(&code) && codes.contains(&"personal-data"),
            "{rest}: {codes:?}"
        );
    }
}

#[test]
fn a_waiver_of_a_dataset_holds_for_what_it_names() {
    let facts = "---\ntitle: D\nwaivers:\n  - kind: e-mail\n    ground: Servidor público\n    reason: Ley\n    by: Oficina\n    until: 2031-01-01\n    columns: [uno]\n---\n";
    let facts = facts.replace("Servidor público", "Las personas lo consintieron");
    let portal = clean()
        .file("data/d/dataset.md", &facts)
        .file("data/d/d.csv", "uno,dos\nuno@correo.test,1\n");
    portal.build().assert_published();
    portal.write("data/d/d.csv", b"uno,dos\n1,dos@correo.test\n");
    let built = portal.build();
    let codes = built.codes();
    assert!(
        codes.contains(&"personal-data") && codes.contains(&"personal-waiver-in-vain"),
        "{codes:?}"
    );
}

#[test]
fn what_an_office_declares_is_none_and_the_gate_can_be_off() {
    let more = "[feedback]\nphone = \"+52 722 111 2233\"\nwhatsapp = \"https://wa.me/525584219073\"\n[privacy]\ndeclared = [\"ventanilla@correo.test\"]\n";
    let text = "---\ntitle: T\n---\nLlame al (722) 111-2233 o al +52 55 8421 9073, o escriba a ventanilla@correo.test y a jefatura@correo.test.\n";
    let portal = clean()
        .file("tragaluz.toml", &format!("{SETTINGS}{more}"))
        .file(
            "content/institutions/infoem.md",
            "---\ntitle: Infoem\nextra:\n  correo: jefatura@correo.test\n---\n",
        )
        .file("content/t.md", text);
    let built = portal.build();
    assert!(
        built.of_code("personal-data").is_empty(),
        "{:?}",
        built.of_code("personal-data")
    );
    built.assert_published();
    let off = format!("{SETTINGS}[privacy]\ngate = \"off\"\nreason = \"Otra oficina lo mira.\"\n");
    let portal = page_with("").file("tragaluz.toml", &off);
    let built = portal.build();
    built.assert_published();
    assert!(built.codes().contains(&"personal-gate-off"));
    assert!(built.text("waivers.html").contains("Otra oficina lo mira."));
}

#[test]
fn an_evaluators_address_is_withheld_and_no_finding() {
    let report = "---\nid: r\ntitle: R\ncommitment: C\nevaluators:\n  - {name: Ana, email: ana@correo.test}\n---\n";
    let portal = clean()
        .file("content/commitments/c.md", "---\nid: C\ntitle: C\n---\n")
        .file("content/reports/r.md", report);
    let built = portal.build();
    assert!(built.of_code("personal-data").is_empty());
    assert!(
        built
            .files()
            .values()
            .all(|bytes| !holds(bytes, "ana@correo.test"))
    );
    let public = report.replace(".test}", ".test, public: yes}");
    let built = portal.file("content/reports/r.md", &public).build();
    assert_eq!(built.of_code("personal-data").len(), 1);
}

#[test]
fn acknowledging_leads_to_waivers() {
    let portal = clean().file(
        "content/x.md",
        "---\ntitle: X\nacknowledged: [{code: personal-data, reason: No}]\n---\n",
    );
    let built = portal.build();
    let found = built.of_code("acknowledged-wrongly");
    let help = Speech::for_locale("es").help(found[0]).unwrap();
    assert!(help.contains("waivers"), "{help}");
}

#[test]
fn a_preview_takes_in_no_page_with_personal_data() {
    let portal = clean();
    let options = Options {
        out: Some(portal.root().join("public")),
        ..Options::default()
    };
    let mut sink = Sink::new();
    let (_, mut held) = tragaluz::build_and_hold(portal.root(), &options, &mut sink).unwrap();
    assert!(sink.iter().all(|one| one.severity != Severity::Error));
    portal.write("content/agua.md", b"---\ntitle: Agua\n---\nOtro texto.\n");
    assert!(held.take_in(&["content/agua.md".into()]));
    portal.write(
        "content/agua.md",
        b"---\ntitle: Agua\n---\nplanta@correo.test\n",
    );
    assert!(!held.take_in(&["content/agua.md".into()]));
}

/// Outside a portal a file is looked through too: an error for who checks it, a warning for who converts it.
#[test]
fn a_file_outside_a_portal_is_looked_through() {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("padron.csv");
    std::fs::write(
        &file,
        "correo,monto\nplanta@correo.test,12\notra@correo.test,13\n",
    )
    .unwrap();
    for (verb, code, word) in [
        ("check", 1, "error"),
        ("convert", 0, "warning"),
        ("profile", 0, "warning"),
    ] {
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tragaluz"));
        command.args([verb, &*file.to_string_lossy(), "--lang", "en"]);
        if verb == "convert" {
            command.arg(folder.path().join("padron.json"));
        }
        let output = command.output().unwrap();
        let said = [output.stdout, output.stderr].concat();
        let said = String::from_utf8_lossy(&said);
        assert_eq!(output.status.code(), Some(code), "{verb}: {said}");
        assert!(
            said.contains(&format!("{word}[personal-data]")),
            "{verb}: {said}"
        );
        assert!(!said.contains("@correo"), "{verb}: {said}");
    }
}
