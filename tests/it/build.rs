//! Whole small portals, built.

#![allow(clippy::disallowed_methods, reason = "a test reads its files")]

use crate::driver::{BuiltPortal, Portal, SETTINGS, says};
use tragaluz::Options;

const PAGE: &str = "---\ntitle: Acerca\nupdated: 2024-03\n---\nTexto con un [enlace](index.md).\n";
const HOME: &str = "---\ntitle: Inicio\n---\nTexto.\n";

fn small() -> Portal {
    Portal::new()
        .file("content/index.md", HOME)
        .file("content/about.md", PAGE)
}

#[test]
fn a_failed_build_leaves_the_last_good_one() {
    let portal = small();
    portal.build().assert_nothing_found();
    portal.write("content/about.md", b"---\ntitel: Acerca\n---\n");
    let failed = portal.build();
    assert_eq!(failed.codes(), ["title-taken", "unknown-fact"]);
    assert!(failed.site.manifest.is_empty());
    assert!(failed.text("about.html").contains("Acerca"));
}

#[test]
fn the_same_folder_gives_the_same_bytes() {
    let portal = small();
    let first = portal.build().files();
    let second = portal.build().files();
    assert!(first == second);
}

#[test]
fn untranslated_pages_stand_in_every_language_and_say_so() {
    let portal = small();
    let built = portal.build();
    built.assert_nothing_found();
    let page = built.text("en/about.html");
    assert!(page.contains("lang=\"es\""), "the Spanish text is marked");
    assert!(page.contains("href=\"../about.html\"") && page.contains("hreflang=\"es\""));
}

#[test]
fn links_between_texts_follow_the_language_and_the_depth() {
    let portal = small().file(
        "content/news/2024/x.md",
        "---\ntitle: X\n---\n[a](../../about.md) [b](/about.html#c)\n",
    );
    let built = portal.build();
    assert!(
        built
            .text("news/2024/x.html")
            .contains("href=\"../../about.html\"")
    );
    assert!(
        built
            .text("en/news/2024/x.html")
            .contains("href=\"../../about.html#c\"")
    );
}

#[test]
fn a_broken_link_is_an_error_at_its_line() {
    let portal = small().file(
        "content/x.md",
        "---\ntitle: X\n---\nuno\n\ndos [roto](nada.md)\n",
    );
    let built = portal.build();
    let found = &built.findings[0];
    assert_eq!(found.code.id, "link-broken");
    assert_eq!(
        (
            found.place.as_ref().unwrap().line,
            found.place.as_ref().unwrap().column
        ),
        (6, 5)
    );
    assert!(built.site.manifest.is_empty());
}

#[test]
fn a_link_with_a_blank_is_told_at_its_place() {
    let page =
        "---\ntitle: Parque\nupdated: 2024-03\n---\nAquí está ![el parque](foto del parque.png).\n";
    let built = small().file("content/parque.md", page).build();
    assert_eq!(built.codes(), ["link-with-blanks"]);
    let place = built.findings[0].place.as_ref().expect("a place");
    assert_eq!((place.file.as_str(), place.line), ("content/parque.md", 5));
}

#[test]
fn a_place_that_is_not_there_is_told_in_the_letters_of_its_author() {
    let page = "---\ntitle: Parque\nupdated: 2024-03\n---\nVea [el año](#años).\n";
    let built = small().file("content/parque.md", page).build();
    // The pages of both languages show the text, and it is told of once.
    let found = built.of_code("link-fragment-broken");
    assert_eq!(found.len(), 1, "{:?}", built.codes());
    assert!(
        format!("{:?}", found[0].args).contains("#años"),
        "{:?}",
        found[0].args
    );
    let place = found[0].place.as_ref().unwrap();
    assert_eq!(
        (place.file.as_str(), place.line, place.column),
        ("content/parque.md", 5, 5)
    );
}

#[test]
fn former_addresses_send_readers_on() {
    let portal = small().file(
        "content/new.md",
        "---\ntitle: Nueva\nformer: [old/page.html]\n---\nTexto.\n",
    );
    let built = portal.build();
    built.assert_nothing_found();
    let moved = built.text("old/page.html");
    assert!(
        moved.contains("../new.html") && moved.contains("<h1>Esta página cambió de lugar</h1>"),
        "{moved}"
    );
    assert!(built.text("en/old/page.html").contains("../new.html"));
    assert!(built.text("_redirects").contains("/old/page.html"));
    let taken = portal
        .file("content/y.md", "---\ntitle: Y\nformer: [about.html]\n---\n")
        .build();
    assert_eq!(taken.codes(), ["address-taken"]);
}

#[test]
fn datasets_commitments_and_institutions_have_feeds_of_their_changes() {
    let commitment = "---\ntitle: Abrir <datos>\nupdated: 2022-03-01\ninstitutions: [{name: Infoem}]\nmilestones:\n  - {number: 1, text: uno, status: finished, reported: 2022-05-10}\n  - {number: 2, text: dos}\n---\n";
    let dataset = "---\ntitle: Gasto\nsummary: Lo gastado.\nissued: 2020-01-01\nmodified: 2021-02-03\nkeywords: [gasto]\n---\n";
    let portal = small()
        .file("content/commitments/C1.md", commitment)
        .file("data/gasto/dataset.md", dataset)
        .file("data/gasto/gasto.csv", "a,b\n1,2\n");
    let built = portal.build();
    assert!(!built.site.manifest.is_empty(), "{:#?}", built.findings);
    for path in ["commitments/c1.xml", "institutions/infoem.xml"] {
        let feed = built.text(path);
        let dates: Vec<&str> = feed
            .split("<updated>")
            .skip(1)
            .map(|rest| &rest[..10])
            .collect();
        assert_eq!(dates, ["2022-05-10", "2022-05-10", "2022-03-01"], "{path}");
        assert!(
            feed.contains("<title>Hito 1 de «Abrir &lt;datos&gt;»: Terminado</title>"),
            "{feed}"
        );
        assert!(
            feed.contains("<id>https://test.example/p/commitments/c1.html#m-1-2022-05-10</id>")
        );
    }
    let feed = built.text("en/datasets/gasto/feed.xml");
    assert!(
        feed.contains("<title>First published: Gasto</title>"),
        "{feed}"
    );
    assert_eq!(feed.matches("<entry>").count(), 2);
    assert!(
        built
            .text("commitments/c1.html")
            .contains("href=\"c1.xml\"")
    );
    assert!(
        built
            .text("en/datasets/gasto/index.html")
            .contains("href=\"feed.xml\"")
    );
    let home = built.text("en/index.html");
    for hint in ["../catalog.ttl", "../data.json", "feed.json"] {
        assert!(home.contains(&format!("href=\"{hint}\"")), "{hint}");
    }
}

#[test]
fn well_known_files_stand_at_a_hosts_root_only() {
    let security = "[security]\ncontact = [\"seguridad@test.example\", \"https://test.example/x\"]\nexpires = 2027-06-30\n";
    let settings = format!("{SETTINGS}{security}");
    let portal = small().file("tragaluz.toml", &settings);
    let below = portal.build();
    below.assert_nothing_found();
    assert!(!below.site.manifest.contains_key(".well-known/void"));
    let at_root = settings.replace("https://test.example/p/", "https://test.example/");
    small()
        .file("tragaluz.toml", &at_root)
        .build()
        .assert_nothing_found();
    let portal = small()
        .file("tragaluz.toml", &at_root)
        .file("data/x/x.csv", "a\n1\n");
    let portal = portal.file(
        "data/x/dataset.md",
        "---\ntitle: X\nsummary: Lo gastado.\n---\n",
    );
    let built = portal.build();
    assert_eq!(
        built.text(".well-known/security.txt"),
        "Contact: mailto:seguridad@test.example\nContact: https://test.example/x\nExpires: 2027-06-30T23:59:59Z\n\
         Preferred-Languages: es, en\nCanonical: https://test.example/.well-known/security.txt\n"
    );
    assert!(
        built
            .text(".well-known/void")
            .contains("void:dataDump <https://test.example/catalog.jsonld>")
    );
    for (wrong, code) in [
        ("expires = 2027-06-30\n", "missing-fact"),
        (
            "contact = [\"llame\"]\nexpires = 2027-01-01\n",
            "wrong-form",
        ),
    ] {
        let settings = format!("{SETTINGS}[security]\n{wrong}");
        assert_eq!(
            small().file("tragaluz.toml", &settings).build().codes(),
            [code]
        );
    }
}

const DATASET: &str = "---\ntitle: Gasto público\nsummary: Lo gastado.\nmodified: 2021-02-03\nkeywords: [gasto]\n---\n";

fn recorded(portal: &Portal) -> BuiltPortal {
    portal.build_with(&Options {
        addresses: tragaluz::AddressPolicy::published(),
        ..Options::default()
    })
}

#[test]
fn a_new_title_changes_no_identifier_and_no_address() {
    let portal = small()
        .file("data/gasto/dataset.md", DATASET)
        .file("data/gasto/gasto.csv", "a,b\n1,2\n");
    let before = recorded(&portal);
    portal.write(
        "data/gasto/dataset.md",
        DATASET.replace("Gasto público", "Egresos").as_bytes(),
    );
    let after = recorded(&portal);
    let paths = |built: &BuiltPortal| built.site.manifest.keys().cloned().collect::<Vec<_>>();
    assert_eq!(paths(&before), paths(&after));
    let ids = |built: &BuiltPortal| {
        let data: serde_json::Value = serde_json::from_str(&built.text("data.json")).unwrap();
        data["dataset"][0]["identifier"].clone()
    };
    assert_eq!(
        (ids(&before), ids(&after)),
        ("gasto".into(), "gasto".into())
    );
    assert!(
        after
            .text("datasets/gasto/index.html")
            .contains("<h1>Egresos</h1>")
    );
}

#[test]
fn a_dataset_that_moves_leaves_a_redirect() {
    let portal = small()
        .file(
            "data/egresos/dataset.md",
            &DATASET.replace("summary", "former: [datasets/gasto/index.html]\nsummary"),
        )
        .file("data/egresos/egresos.csv", "a,b\n1,2\n");
    let built = portal.build();
    assert!(
        built
            .text("datasets/gasto/index.html")
            .contains("../egresos/index.html"),
        "{:?}",
        built.findings
    );
    assert!(
        built
            .text("_redirects")
            .contains("/p/datasets/gasto/index.html /p/datasets/egresos/index.html 301")
    );
}

/// Files have no page that could send readers on: hosts redirect them, and the list of addresses knows it.
#[test]
fn tables_and_datasets_that_move_keep_their_old_addresses() {
    let rows: String = (1..200).map(|n| format!("{n},2\n")).collect();
    let portal = small()
        .file("data/gasto/dataset.md", DATASET)
        .file("data/gasto/pagos.csv", &format!("a,b\n{rows}"))
        .file("data/gasto/tipos.csv", "c\n1\n");
    recorded(&portal);
    let resources = "former: [datasets/gasto/index.html]\nresources:\n  - {name: compras, path: compras.csv, \
                     former: [pagos, datasets/gasto/original/pagos.csv]}\n  - {name: tipos, path: tipos.csv}\nsummary";
    portal.write(
        "data/egresos/dataset.md",
        DATASET.replacen("summary", resources, 1).as_bytes(),
    );
    portal.write(
        "data/egresos/compras.csv",
        format!("a,b\n{rows}").as_bytes(),
    );
    portal.write("data/egresos/tipos.csv", b"c\n1\n");
    std::fs::remove_dir_all(portal.root().join("data/gasto")).unwrap();
    let built = recorded(&portal);
    assert!(!built.site.manifest.is_empty(), "{:?}", built.findings);
    let redirects = built.text("_redirects");
    for (from, to) in [
        ("gasto/pagos.csv", "egresos/compras.csv"),
        ("gasto/pagos.excel.csv", "egresos/compras.excel.csv"),
        ("gasto/original/pagos.csv", "egresos/original/compras.csv"),
        ("gasto/original/tipos.csv", "egresos/original/tipos.csv"),
        ("gasto/tipos.json", "egresos/tipos.json"),
        ("gasto/gasto.zip", "egresos/egresos.zip"),
        ("gasto/datapackage.json", "egresos/datapackage.json"),
        ("gasto.json", "egresos.json"),
        ("gasto/rows/pagos-1.html", "egresos/rows/compras-1.html"),
    ] {
        let line = format!("/p/datasets/{from} /p/datasets/{to} 301");
        assert!(redirects.lines().any(|l| l == line), "{line}\n{redirects}");
    }
    let rows = built.text("en/datasets/gasto/rows/pagos-1.html");
    assert!(
        rows.contains("url=../../egresos/rows/compras-1.html"),
        "{rows}"
    );
    assert!(
        built
            .text(".htaccess")
            .contains("\"/p/datasets/gasto/gasto.zip\" \"/p/datasets/egresos/egresos.zip\"")
    );
    // An address that is in use is not given away.
    let taken = DATASET.replacen(
        "summary",
        "resources:\n  - {name: t, path: tipos.csv, former: [t]}\nsummary",
        1,
    );
    portal.write("data/egresos/dataset.md", taken.as_bytes());
    assert!(portal.build().codes().contains(&"address-taken"));
}

#[test]
fn series_and_services_are_shown_where_their_datasets_are() {
    let settings = format!(
        "{SETTINGS}[series.gasto]\ntitle = {{ es = \"Gasto de cada año\", en = \"Spending of each year\" }}\n\
         [services.api]\ntitle = \"Consulta\"\nendpoint = \"https://api.test.example/\"\n\
         documentation = \"https://api.test.example/ayuda\"\ndatasets = [\"g2021\", \"g2099\"]\n"
    );
    let portal = small().file("tragaluz.toml", &settings);
    for year in [2021, 2022, 2023] {
        let facts =
            format!("temporal: {{start: {year}-01-01, end: {year}-12-31}}\nseries: gasto\nsummary");
        let dataset = DATASET
            .replacen("summary", &facts, 1)
            .replace("público", &year.to_string());
        portal.write(&format!("data/g{year}/dataset.md"), dataset.as_bytes());
        portal.write(&format!("data/g{year}/t.csv"), b"a\n1\n");
    }
    let built = portal.build();
    assert_eq!(
        built
            .codes()
            .iter()
            .filter(|code| **code == "reference-absent")
            .count(),
        1,
        "g2099"
    );
    let text = built.text("en/datasets/g2022/index.txt");
    let at = |words: &str| {
        text.find(words)
            .unwrap_or_else(|| panic!("{words}\n{text}"))
    };
    assert!(at("Spending of each year") < at("Its 3 datasets"));
    let page = built.text("en/datasets/g2022/index.html");
    assert!(
        page.contains("href=\"../g2021/index.html\"")
            && page.contains("href=\"../g2023/index.html\"")
    );
    assert!(!page.contains("api.test.example"));
    assert!(page.contains("href=\"../../series/gasto.html\""));
    let series = built.text("en/series/gasto.html");
    let link = |year: u32| {
        series
            .find(&format!("href=\"../datasets/g{year}/index.html\""))
            .unwrap()
    };
    assert!(
        link(2021) < link(2022)
            && link(2022) < link(2023)
            && series.contains("Spending of each year")
    );
    assert!(
        built
            .text("catalog.ttl")
            .contains("dcat:landingPage <https://test.example/p/series/gasto.html>")
    );
    assert!(
        built
            .text("datasets/g2021.json")
            .contains("\"page\": \"series/gasto.html\"")
    );
    let served = built.text("datasets/g2021/index.html");
    assert!(
        served.contains("href=\"https://api.test.example/\"")
            && served.contains("https://api.test.example/ayuda")
    );
}

#[test]
fn an_address_for_weaknesses_that_has_expired_is_said() {
    let settings = SETTINGS.replace("https://test.example/p/", "https://test.example/")
        + "[security]\ncontact = [\"seguridad@test.example\"]\nexpires = \"2024-02\"\n";
    // The newest date in the content is March 2024.
    let portal = small().file("tragaluz.toml", &settings);
    assert_eq!(portal.build().codes(), ["security-expired"]);
    let earlier = tragaluz::text::date::PartialDate::parse("2024-02-29");
    portal
        .build_with(&Options {
            as_of: earlier,
            ..Options::default()
        })
        .assert_nothing_found();
}

/// Who wrote a table is known by where it is, and not by a name that anybody may choose.
#[test]
fn registers_are_told_by_their_origin() {
    let rows: String = (1..30).map(|n| format!("{n},{}\n", n * n)).collect();
    let portal = small().file(
        "data/register-wells/wells.csv",
        &format!("well,depth\n{rows}"),
    );
    for n in 1..30 {
        let page = format!("---\ntitle: Oficina {n}\n---\n");
        portal.write(
            &format!("content/institutions/office-{n}.md"),
            page.as_bytes(),
        );
    }
    let built = portal.build();
    let developers = built.text("developers.html");
    assert!(
        developers.contains("datasets/register-institutions/"),
        "{developers}"
    );
    assert!(!developers.contains("<code>datasets/register-wells/wells.json</code>"));
    let rows = built.text("datasets/register-institutions/rows/institutions-1.html");
    assert!(
        says(&rows, "Oficina 29"),
        "a register's rows are read from where it stands"
    );
    let spread = built.text("datasets/register-wells/index.html");
    assert!(
        spread.contains("<svg"),
        "the publisher's own dataset has its chart"
    );
}

#[test]
fn every_page_has_a_description() {
    let portal = small().file("content/commitments/C1.md", "---\ntitle: C\n---\n");
    let built = portal.build();
    for (path, bytes) in built
        .files()
        .into_iter()
        .filter(|(path, _)| path.ends_with(".html"))
    {
        let page = String::from_utf8(bytes).unwrap();
        let given = page
            .split("<meta name=\"description\" content=\"")
            .nth(1)
            .and_then(|rest| rest.split('"').next());
        assert!(
            given.is_some_and(|text| text.len() > 5),
            "{path}: {given:?}"
        );
    }
}

#[test]
fn without_an_address_there_are_no_maps_and_that_is_said() {
    let settings = SETTINGS.replace("base_url = \"https://test.example/p/\"", "");
    let portal = small().file("tragaluz.toml", &settings);
    let built = portal.build();
    assert_eq!(built.codes(), ["no-base-url"]);
    for absent in ["sitemap.xml", "feed.xml", "data.json"] {
        assert!(!built.site.manifest.contains_key(absent), "{absent}");
    }
    let portal = portal.file("data/x/x.csv", "a\n1\n");
    assert!(portal.build().site.manifest.contains_key("catalog.json"));
}

#[test]
fn a_portal_changes_single_files_of_a_theme() {
    let portal = small().file(
        "themes/claro/templates/page.html",
        "<!doctype html><title>propia</title>{{ page.title.text }}",
    );
    let built = portal.build();
    assert_eq!(
        built.text("about.html"),
        "<!doctype html><title>propia</title>Acerca"
    );
    assert!(
        built.text("index.html").contains("<main"),
        "the other templates stay"
    );
}

#[test]
fn a_template_that_fails_names_itself_and_its_line() {
    let portal = small().file(
        "themes/claro/templates/page.html",
        "ok\n{{ page.title.text | nothing }}\n",
    );
    let found = portal.build().findings;
    assert_eq!(found[0].code.id, "template-failed");
    let cause = format!("{:?}", found[0].args);
    assert!(cause.contains("page.html:2"), "{cause}");
}

#[test]
fn markdown_cannot_script() {
    let text = "---\ntitle: \"<script>alert(1)</script>\"\n---\n<script>alert(2)</script>\n\n<p onclick=\"alert(3)\">x</p>\n\n[y](javascript:alert(4))\n\n<iframe src=\"https://other.example/\"></iframe>\n";
    let portal = small().file("content/x.md", text);
    let built = portal.build();
    assert_eq!(
        built.codes(),
        [
            "raw-html-dropped",
            "raw-html-dropped",
            "link-scheme-unknown",
            "raw-html-dropped"
        ]
    );
    let page = built.text("x.html");
    for bad in ["<script>alert", "onclick", "href=\"javascript:", "<iframe"] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert!(page.contains("&lt;script&gt;alert(1)"));
}

#[test]
fn what_is_attached_to_the_content_is_published() {
    let portal = small();
    portal.write("content/papers/plan.pdf", b"%PDF-1.4");
    let portal = portal.file(
        "content/x.md",
        "---\ntitle: X\n---\n[plan](papers/plan.pdf)\n",
    );
    let built = portal.build();
    // It is no whole PDF, and is said to be none.
    assert_eq!(built.codes_but(&["personal-unseen"]), [] as [&str; 0]);
    assert!(
        built
            .text("en/x.html")
            .contains("href=\"../papers/plan.pdf\"")
    );
}

#[test]
fn overdue_is_told_from_not_reported() {
    let commitment = "---\ntitle: C\nstart: 2022-01\nend: 2022-12\nmilestones:\n  - {number: 1, text: uno, end: 2022-05, status: in-progress}\n  - {number: 2, text: dos, end: 2022-06}\n  - {number: 3, text: tres, end: 2022-07, status: finished}\n---\n";
    let portal = small().file("content/commitments/C1.md", commitment);
    let text_on = |day: &str| {
        let as_of = tragaluz::text::date::PartialDate::parse(day);
        portal
            .build_with(&Options {
                as_of,
                ..Options::default()
            })
            .text("commitments/c1.txt")
    };
    let (late, early) = (text_on("2023-01-01"), text_on("2022-05-31"));
    assert_eq!(late.matches("Atrasado desde").count(), 1, "{late}");
    assert_eq!(early.matches("Atrasado desde").count(), 0, "{early}");
}

#[test]
fn a_plan_of_many_commitments_stands_on_several_light_pages() {
    let mut portal = small()
        .file(
            "content/action-plans/plan.md",
            "---\ntitle: Plan\nstart: 2023\nend: 2024\n---\nTexto.\n",
        )
        .file("data/gasto/dataset.md", "---\ntitle: Gasto\n---\n")
        .file("data/gasto/gasto.csv", "a,b\n1,2\n");
    for n in 0..120 {
        let text = format!(
            "---\ntitle: Compromiso {n}\naction_plans: [plan]\ndatasets: [gasto]\n---\nTexto.\n"
        );
        portal = portal.file(&format!("content/commitments/c{n:03}.md"), &text);
    }
    let built = portal.build();
    assert!(!built.site.manifest.is_empty(), "{:?}", built.codes());
    let [first, third] =
        ["action-plans/plan.html", "action-plans/plan/page-3.html"].map(|path| built.text(path));
    assert!(
        first.contains("c049.html")
            && !first.contains("c050.html")
            && first.contains("plan/page-2.html")
    );
    assert!(third.contains("c119.html") && third.contains("../plan.html"));
    let dataset = built.text("datasets/gasto/index.html");
    assert!(
        dataset.contains("c019.html")
            && !dataset.contains("c020.html")
            && says(&dataset, "100 compromisos más")
    );
}

/// A year is a name, not a quantity: no mark is between its thousands, though nothing declares the column.
#[test]
fn years_are_written_as_years_in_a_dictionary() {
    let rows: String = (0..30)
        .map(|n| format!("{},{}\n", 2019 + n % 5, 1000 + n * 10))
        .collect();
    let portal = small().file("data/gasto/gasto.csv", &format!("ejercicio,monto\n{rows}"));
    let built = portal.build();
    for path in ["datasets/gasto/index.html", "en/datasets/gasto/index.html"] {
        let page = built.text(path);
        let [years, amounts] = if path.starts_with("en/") {
            ["2019 to 2023", "1,000 to 1,290"]
        } else {
            ["2019 a 2023", "1,000 a 1,290"]
        };
        assert!(says(&page, years) && says(&page, amounts), "{page}");
    }
}

/// Titles and summaries of ordinary words, more than a page holds: every list keeps to its page's budget, for a
/// publisher could do nothing about one that does not, and together its pages hold every entry.
#[test]
fn long_lists_stay_within_their_budgets() {
    let text = include_str!("../../content/reports/mxtdb0005-end-of-commitment.md").to_lowercase();
    let words: Vec<&str> = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.len() > 3)
        .collect();
    let mut seed = 7_usize;
    let mut say = |n: usize| {
        let mut word = || {
            seed = seed
                .wrapping_mul(6_364_136_223_846_793_005)
                .wrapping_add(1_442_695_040_888_963_407);
            words[(seed >> 33) % words.len()]
        };
        (0..n).map(|_| word()).collect::<Vec<_>>().join(" ")
    };
    let mut portal = small();
    for n in 0..130 {
        let facts = format!(
            "---\ntitle: {} {n}\nsummary: {}\nstart: 2023-01\nend: 2024-06\nupdated: 2024-02-0{}\ninstitutions: [{{name: Oficina}}]\n\
             policy_areas: [agua]\nlocality: pueblo\naction_plans: [plan]\nmilestones:\n  - {{number: 1, text: uno, status: in-progress}}\n---\n",
            say(12),
            say(25),
            n % 9 + 1
        );
        portal = portal.file(&format!("content/commitments/C{n:03}.md"), &facts);
        portal = portal.file(
            &format!("content/institutions/o{n:03}.md"),
            &format!("---\ntitle: {} {n}\n---\n", say(9)),
        );
    }
    portal = portal.file(
        "content/action-plans/plan.md",
        "---\ntitle: Plan\nstart: 2023\nend: 2024\n---\n",
    );
    for n in 0..60 {
        let facts = format!(
            "---\ntitle: {} {n}\nsummary: {}\nkeywords: [agua]\n---\n",
            say(9),
            say(20)
        );
        portal = portal.file(&format!("data/d{n:02}/dataset.md"), &facts);
        portal = portal.file(&format!("data/d{n:02}/t.csv"), "a,b\n1,2\n");
    }
    let built = portal.build();
    let heavy = built.of_code("page-too-heavy");
    assert!(
        heavy.is_empty() && !built.site.manifest.is_empty(),
        "{heavy:#?}"
    );
    let files = built.files();
    let entries = |stem: &str, wanted: &str| -> usize {
        let own = files.keys().filter(|path| {
            let rest = path
                .strip_prefix(stem)
                .and_then(|rest| rest.strip_suffix(".html"));
            rest.is_some_and(|rest| {
                rest.is_empty() || rest.starts_with("/page-") || rest.starts_with("/index")
            })
        });
        own.map(|path| built.text(path).matches(wanted).count())
            .sum()
    };
    for list in [
        "commitments",
        "institutions/oficina",
        "policy-areas/agua",
        "localities/pueblo",
        "action-plans/plan",
    ] {
        assert_eq!(entries(list, "<p class=\"t\"><a "), 130, "{list}");
    }
    // One has commitments, whose number is said.
    let counted = entries("institutions", "</a> <span class=\"when\">");
    let others = entries("institutions", "</a> </li>");
    assert_eq!((counted, others), (1, 130));
    // Four of them are registers.
    assert_eq!(entries("quality", "class=\"entry\""), 64);
}

#[test]
fn evidence_tells_its_format_size_and_date_and_what_was_reported_is_history() {
    let facts = |url: &str| {
        format!(
            "---\ntitle: C\nmilestones:\n  - {{number: 1, text: uno, status: in-progress, reported: 2024-02-03}}\n\
             \x20 - {{number: 2, text: dos, status: finished, owner: Archivo, reported: 2024-05-10, evidence: [{{title: Minuta, url: {url}, date: 2024-05-09}}]}}\n---\n"
        )
    };
    let portal = small().file("content/papers/minuta.pdf", &"%PDF ".repeat(300));
    let portal = portal.file("content/commitments/C1.md", &facts("../papers/minuta.pdf"));
    let built = portal.build();
    let page = built.text("commitments/c1.html");
    assert!(
        page.contains(
            "<a href=\"../papers/minuta.pdf\">Minuta</a> <span class=\"small\">(PDF, 1.5 kB, 9 de mayo de 2024)</span>"
        ),
        "{page}"
    );
    assert!(
        page.contains("Responsable: Archivo")
            && built
                .text("commitments/c1.json")
                .contains("\"owner\": \"Archivo\"")
    );
    assert!(
        built
            .text("datasets/register-milestones/milestones.csv")
            .contains(",Archivo,")
    );
    let history = page.split("id=\"changes\"").nth(1).unwrap();
    let places = [
        "#m-2",
        "10 de mayo de 2024",
        "Terminado",
        "#m-1",
        "3 de febrero de 2024",
        "En curso",
    ]
    .map(|t| history.find(t));
    assert!(
        places.is_sorted() && places[0].is_some(),
        "{places:?}: {history}"
    );
    assert!(built.text("commitments/c1.json").contains("2024-05-09"));
    let web = small().file(
        "content/commitments/C1.md",
        &facts("https://example.org/a/Minuta.PDF?x=1"),
    );
    assert!(
        web.build()
            .text("commitments/c1.html")
            .contains("(PDF, 9 de mayo de 2024)")
    );
    let lost = small()
        .file("content/commitments/C1.md", &facts("papers/nada.pdf"))
        .build();
    let found = lost
        .findings
        .iter()
        .find(|d| d.code.id == "link-broken")
        .unwrap();
    assert_eq!(found.place.as_ref().map(|place| place.line), Some(5));
}

/// The foot names the ways to answer that the settings give, and the contact is one where there is no other.
#[test]
fn the_help_of_every_page_names_the_ways_that_there_are() {
    let feedback = "[feedback]\nemail = \"avisos@test.example\"\nphone = \"+52 722 000 0000\"\n";
    for theme in ["claro", "llano"] {
        for (own, says, silent, to) in [
            (
                "",
                "escribir un correo electrónico.",
                "llamar por teléfono",
                "mailto:datos@test.example",
            ),
            (
                feedback,
                "escribir un correo electrónico o llamar por teléfono.",
                "SMS",
                "mailto:avisos@test.example",
            ),
        ] {
            let settings = format!("{SETTINGS}{own}[theme]\nname = \"{theme}\"\n");
            let page = small()
                .file("tragaluz.toml", &settings)
                .build()
                .text("about.html");
            assert!(
                page.contains(&format!("<p>Puede {says}")) && !page.contains(silent),
                "{theme}: {page}"
            );
            assert!(
                page.contains(&format!("href=\"{to}")) && !page.contains("code: index"),
                "{theme}: {page}"
            );
        }
    }
}
