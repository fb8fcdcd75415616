//! Pages of every kind that the program writes for an office to go on with (`tragaluz add commitment`).

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::{Outcome, Portal, ended, files_below, tragaluz};
use std::collections::BTreeMap;
use std::fs;
use tragaluz::authoring::{PageOrder, page_kinds};
use tragaluz::{Options, Sink};

/// Calls the program in a portal.
fn add(portal: &Portal, args: &[&str]) -> Outcome {
    let mut command = tragaluz();
    command.arg("add").args(args);
    ended(command.arg("--root").arg(portal.root()))
}

fn text(portal: &Portal, path: &str) -> String {
    fs::read_to_string(portal.root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Everything in the portal but what the program keeps for itself.
fn all(portal: &Portal) -> BTreeMap<String, Vec<u8>> {
    let mut all = files_below(portal.root());
    all.retain(|path, _| !path.starts_with(".tragaluz/") && !path.starts_with("public/"));
    all
}

/// Names that every kind of page may have and that are only named: another program's, or of use later.
const ONLY_NAMED: &str = "publish_on, id, kind, draft, published, former, comments_published, acknowledged, waivers, menu, \
                          template, extra";

/// Returns a page with each fact that it shows in a comment taken out of its comment.
fn answered(page: &str) -> String {
    let mut facts = String::new();
    let mut is_example = false;
    for line in page.lines() {
        let fact = line.strip_prefix("# ").unwrap_or_default();
        let name = fact.split(':').next().unwrap_or_default();
        let is_name = !name.is_empty() && name.chars().all(|c| c.is_ascii_lowercase() || c == '_');
        is_example = fact.contains(':') && is_name || is_example && fact.starts_with("  ");
        let line = if is_example { fact } else { line };
        facts.push_str(&format!("{line}\n"));
    }
    facts
}

#[test]
fn every_kind_of_page_builds_as_it_is_written_and_as_it_is_answered() {
    for lang in ["es", "en"] {
        let portal = Portal::new();
        let mut paths = Vec::new();
        for kind in page_kinds(None) {
            let order = PageOrder {
                kind: kind.clone(),
                title: Some(format!("Páginas: {kind} #1")),
                lang: Some(lang.to_owned()),
                ..PageOrder::default()
            };
            let options = Options::default();
            let mut sink = Sink::new();
            let added = tragaluz::add_page(portal.root(), &options, &order, &mut sink).unwrap();
            let added = added.unwrap_or_else(|| panic!("{kind}: {:?}", sink.into_sorted()));
            assert!(
                added.path.contains(&format!("paginas-{kind}-1.md")),
                "{}",
                added.path
            );
            let page = text(&portal, &added.path);
            let further = page
                .lines()
                .find(|line| line.ends_with(&format!(": {ONLY_NAMED}.")));
            assert!(further.is_some(), "a fact of {kind} has no words:\n{page}");
            paths.push(added.path);
        }
        let built = portal.build();
        built.assert_published();
        for path in &paths {
            let page = answered(&text(&portal, path));
            assert!(!page.contains("\n# summary: "), "{page}");
            portal.write(path, page.as_bytes());
        }
        let built = portal.build();
        built.assert_published();
        let unread = ["unknown-fact", "wrong-word", "wrong-form", "wrong-date"];
        for code in built.codes() {
            assert!(!unread.contains(&code), "{code}: {:?}", built.of_code(code));
        }
    }
}

#[test]
fn a_report_is_the_whole_form_and_knows_what_the_portal_says() {
    let portal = Portal::new()
        .file("content/action-plans/plan-1.md", "---\ntitle: Plan\n---\n")
        .file(
            "content/action-plans/plan-2.md",
            "---\ntitle: Plan dos\n---\n",
        )
        .file("content/localities/toluca.md", "---\ntitle: Toluca\n---\n")
        .file("content/localities/lerma.md", "---\ntitle: Lerma\n---\n")
        .file(
            "content/commitments/MX01.md",
            "---\ntitle: Agua limpia\nlocality: toluca\naction_plans: [plan-2]\n---\n",
        );
    let told = add(
        &portal,
        &["report", "--of", "mx01", "--fact", "completion=limited"],
    );
    told.assert_code(0);
    let page = text(&portal, "content/reports/informe-agua-limpia.md");
    for line in [
        "\ntitle: \"Informe: Agua limpia\"\n",
        "\ncommitment: MX01\n",
        "\nlocality: toluca\n",
        "\naction_plan: plan-2\n",
        "\ncompletion: limited\n",
        "\n# as_planned: all\n",
    ] {
        assert!(page.contains(line), "{line}{page}");
    }
    let questions: Vec<&str> = page
        .lines()
        .filter_map(|line| line.strip_prefix("## "))
        .map(|heading| heading.split(' ').next().unwrap())
        .collect();
    let form = [
        "Acción", "Problema", "1.1", "1.2", "1.3", "2.1.1", "2.1.2", "2.1.3", "2.2", "3",
    ];
    assert_eq!(questions, form);
    // An answer under its heading is the answer to that question.
    let at = page.find("## 2.1.3").unwrap();
    let end = at + page[at..].find('\n').unwrap() + 1;
    let told = format!("{}\nSe rindieron cuentas.\n{}", &page[..end], &page[end..]);
    portal.write("content/reports/informe-agua-limpia.md", told.as_bytes());
    let built = portal.build();
    built.assert_published();
    let json = built.json("reports/informe-agua-limpia.json");
    let answers = json["answers"].as_array().unwrap();
    let third = answers
        .iter()
        .find(|answer| answer["question"] == "2.1.3")
        .unwrap();
    assert!(
        third.to_string().contains("Se rindieron cuentas."),
        "{third}"
    );
}

#[test]
fn a_milestone_is_added_and_the_page_stays_as_it_is() {
    let page = "---\ntitle: Agua  # nuestra\nmilestones:\n  - number: 4\n    text: >\n      Primero\n\n# fin\nend: 2026\n---\nTexto.\n";
    let portal = Portal::new().file("content/commitments/agua.md", page);
    let args = [
        "milestone",
        "--of",
        "AGUA",
        "--title",
        "Segundo: medir",
        "--fact",
    ];
    add(&portal, &[&args[..], &["start=2026-02"]].concat()).assert_code(0);
    let expected = page.replace(
        "      Primero\n",
        "      Primero\n  - number: 5\n    text: \"Segundo: medir\"\n    start: 2026-02\n",
    );
    assert_eq!(text(&portal, "content/commitments/agua.md"), expected);
    portal.build().assert_published();
    let before = all(&portal);
    for (args, said) in [
        (&["--title", "x", "--of", "agu"][..], "“agua”"),
        (&["--of", "agua"], "needs a title"),
        (
            &["--of", "agua", "--title", "x", "--fact", "starts=2026"],
            "“start”",
        ),
    ] {
        let told = add(&portal, &[&["milestone"], args].concat());
        told.assert_code(2);
        assert!(told.said().contains(said), "{}", told.said());
    }
    let told = add(&portal, &[&args[..], &["start=pronto"]].concat());
    told.assert_code(1);
    assert_eq!(all(&portal), before);
}

#[test]
fn nothing_is_written_over_and_nothing_wrong_is_written() {
    let portal = Portal::new()
        .file(
            "content/commitments/MX01.md",
            "---\ntitle: Uno\nid: otra\n---\n",
        )
        .file("content/practices/otra.md", "---\ntitle: Otra\n---\n");
    let before = all(&portal);
    // One of ten has the right last digit.
    let curps: String = (0..10)
        .map(|digit| format!(" ZAXA010101HNEZZZA{digit}"))
        .collect();
    let refused = [
        (
            &["commitment", "--title", "x", "--id", "mx01"][..],
            2,
            "MX01",
        ),
        (
            &["commitment", "--title", "x", "--id", "OTRA"],
            2,
            "content/commitments/MX01.md",
        ),
        (&["commitment", "--title", "x", "--id", "../x"], 2, "--id"),
        (&["commitment", "--title", "¿?"], 2, "--id"),
        (&["commitment"], 2, "--title"),
        (
            &["commitment", "--title", "x", "--fact", "star=2026"],
            2,
            "“start”",
        ),
        (
            &["commitment", "--title", "x", "--fact", "start=pronto"],
            1,
            "wrong-date",
        ),
        (
            &["commitment", "--title", &curps, "--id", "x"],
            1,
            "personal-data",
        ),
        (&["comitment", "--id", "x"], 2, "commitment, report"),
        (&["commitment", "a.docx", "b.docx"], 2, "one by one"),
    ];
    for (args, code, said) in refused {
        let told = add(&portal, args);
        told.assert_code(code);
        assert!(
            told.said().contains(said),
            "{args:?} {said}: {}",
            told.said()
        );
        assert_eq!(all(&portal), before, "{args:?}");
    }
    // A name is free in another kind's folder.
    add(
        &portal,
        &["initiative", "--title", "Otra cosa", "--id", "MX01"],
    )
    .assert_code(0);
    assert!(text(&portal, "content/initiatives/MX01.md").contains("\ntitle: Otra cosa\n"));
}
