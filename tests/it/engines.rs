//! Two engines, two themes, one truth; and the documentation of what templates can read and call.

#![allow(clippy::disallowed_methods, reason = "a test prepares its own files")]

use crate::driver::says;
use crate::reference;
use crate::samples;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;
use tragaluz::diag::{Diagnostic, Sink};
use tragaluz::model::evaluation::VERDICTS;
use tragaluz::pages::context::{Chart, PageContext, Phrase};
use tragaluz::render::{
    Engine, HelperContext, LinkRequest, LinkTarget, LinksAsWritten, PageEngine, Theme, engine,
    helpers,
};
use tragaluz::source::limits::Limits;
use tragaluz::text::escape;
use tragaluz::text::lang::Lang;
use tragaluz_tables::FieldType;

const THEMES: [&str; 2] = ["claro", "llano"];

fn lang(tag: &str) -> Lang {
    Lang::parse(tag).unwrap()
}

fn theme(name: &str) -> Theme {
    let mut sink = Sink::new();
    let theme = Theme::open(
        name,
        Path::new("/nonexistent"),
        &[lang("es"), lang("en")],
        &Limits::default(),
        &mut sink,
    )
    .unwrap();
    assert_eq!(sink.iter().collect::<Vec<_>>(), Vec::<&Diagnostic>::new());
    theme
}

fn open(name: &str, tag: &str) -> PageEngine {
    theme(name)
        .engine(&lang(tag), Arc::new(LinksAsWritten))
        .unwrap_or_else(|e| panic!("{name}: {e}"))
}

fn render(engine: &dyn Engine, context: &PageContext) -> String {
    engine
        .render(context.template(), context)
        .unwrap_or_else(|e| panic!("{e}"))
}

/// Every sample page in a language: its kind and its HTML.
fn pages(name: &str, tag: &str, dir: &str) -> BTreeMap<String, String> {
    let engine = open(name, tag);
    let contexts = samples::bodies()
        .into_iter()
        .map(|(title, body)| samples::page(title, body, tag, dir));
    contexts
        .map(|context| (context.page.kind.clone(), render(&engine, &context)))
        .collect()
}

/// With `TRAGALUZ_SAMPLES=DIR`, every page is also written there, to be looked at.
#[test]
fn both_themes_render_every_kind_and_let_nothing_run() {
    for name in THEMES {
        for (folder, tag, dir) in [
            ("en", "en", "ltr"),
            ("es", "es", "ltr"),
            ("rtl", "es", "rtl"),
        ] {
            for (kind, html) in pages(name, tag, dir) {
                assert!(
                    !html.contains("<script>") && !html.contains("onerror=y>"),
                    "{name} {kind}"
                );
                assert_eq!(html.matches("<h1").count(), 1, "{name} {kind}");
                assert_eq!(unsaid(main(&html)), None, "{name} {kind}");
                no_id_twice(&html, &format!("{name} {kind}"));
                no_empty_heading(&html, &format!("{name} {kind}"));
                if let Ok(out) = std::env::var("TRAGALUZ_SAMPLES") {
                    let out = Path::new(&out).join(name).join(folder);
                    std::fs::create_dir_all(&out).unwrap();
                    std::fs::write(out.join(format!("{kind}.html")), &html).unwrap();
                }
            }
        }
    }
}

/// The first message that has no words: its name in brackets.
fn unsaid(html: &str) -> Option<&str> {
    let name = |part: &str| {
        part.chars()
            .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    html.split('[')
        .skip(1)
        .filter_map(|part| part.split_once(']'))
        .map(|(id, _)| id)
        // `[c]` is in place of a count that is not shown.
        .find(|id| !id.is_empty() && *id != "c" && name(id))
}

fn no_id_twice(html: &str, page: &str) {
    let mut seen = BTreeSet::new();
    for id in attribute(html, " id=\"") {
        assert!(seen.insert(id.clone()), "{page}: id {id} twice");
    }
}

fn no_empty_heading(html: &str, page: &str) {
    for level in 1..=6 {
        for part in html.split(&format!("<h{level}")).skip(1) {
            let inside = part
                .split_once('>')
                .unwrap()
                .1
                .split(&format!("</h{level}>"))
                .next()
                .unwrap();
            assert!(
                words(inside).iter().any(|w| !w.is_empty()),
                "{page}: empty h{level}"
            );
        }
    }
}

fn attribute(html: &str, before: &str) -> Vec<String> {
    html.split(before)
        .skip(1)
        .map(|part| part.split('"').next().unwrap().to_owned())
        .collect()
}

#[test]
fn pages_with_hardly_any_facts_render_too() {
    for name in THEMES {
        let engine = open(name, "en");
        for body in samples::bare_bodies() {
            let html = render(
                &engine,
                &samples::page(Phrase::new("Bare"), body, "en", "ltr"),
            );
            no_empty_heading(&html, name);
        }
    }
}

#[test]
fn nothing_undefined_is_read_and_faults_name_their_place() {
    let scope = theme("claro")
        .scope(&lang("en"), Arc::new(LinksAsWritten))
        .unwrap();
    for name in engine::NAMES {
        let templates = [(
            "a.html".to_owned(),
            "<p>\n{{ body.none_such }}</p>".to_owned(),
        )];
        let engine = engine::open(name, &templates, &scope, &Limits::default()).unwrap();
        let fault = engine
            .render("a.html", &serde_json::json!({ "body": {} }))
            .unwrap_err();
        assert_eq!(
            (fault.template.as_str(), fault.line),
            ("a.html", 2),
            "{name}: {fault}"
        );
        let broken = [("b.html".to_owned(), "\n\n{% if %}".to_owned())];
        let fault = engine::open(name, &broken, &scope, &Limits::default())
            .err()
            .unwrap();
        assert_eq!(
            (fault.template.as_str(), fault.line),
            ("b.html", 3),
            "{name}: {fault}"
        );
        let failing = [("c.html".to_owned(), "\n{{ body | markdown }}".to_owned())];
        let engine = engine::open(name, &failing, &scope, &Limits::default()).unwrap();
        let fault = engine
            .render("c.html", &serde_json::json!({ "body": 3 }))
            .unwrap_err();
        assert!(fault.cause.contains("needs a text"), "{name}: {fault}");
    }
}

/// An undefined value that a helper is given is told by the name that the template writes, with the nearest that is there.
#[test]
fn an_undefined_argument_of_a_helper_is_named() {
    let scope = theme("claro")
        .scope(&lang("en"), Arc::new(LinksAsWritten))
        .unwrap();
    let page = serde_json::json!({ "body": { "updated": "2024", "count": 3 } });
    for name in engine::NAMES {
        for (text, missing, near) in [
            (
                "\n{{ body.updatd | date }}",
                "body.updatd",
                Some("body.updated"),
            ),
            (
                "\n{{ t(id=\"rows\", n=body.cuont) }}",
                "body.cuont",
                Some("body.count"),
            ),
            ("\n{{ \"x\" | markdown(level=2, prefix=zzz) }}", "zzz", None),
        ] {
            let templates = [("a.html".to_owned(), text.to_owned())];
            let engine = engine::open(name, &templates, &scope, &Limits::default()).unwrap();
            let fault = engine.render("a.html", &page).unwrap_err();
            assert_eq!(
                (fault.template.as_str(), fault.line),
                ("a.html", 2),
                "{name}: {text}"
            );
            let told = fault.missing.expect(text);
            assert_eq!(
                (told.name.as_str(), told.near.as_deref()),
                (missing, near),
                "{name}"
            );
        }
    }
}

/// Each helper: a template both engines understand, and what comes out in English.
const PAIRED: &[(&str, &str, &str)] = &[
    (
        "t",
        r#"{{ t(id="rows", n=1) }}|{{ t(id="rows", n=18342) }}|{{ t(id="as-of", date=hostile) }}"#,
        "1 row|18,342 rows|Delays are counted up to &lt;b&gt;&quot;&#39;&amp;.",
    ),
    (
        "period",
        r#"{{ period(start="2022-02", end="2022-05-31") }}|{{ period(start=none, end="2022") }}|{{ period(start=none, end=none) }}"#,
        "February 2022 to 31 May 2022|until 2022|Not published",
    ),
    (
        "phrase",
        r"{{ said | phrase }}|{{ foreign | phrase }}|{{ themes | phrase }}|{{ hostile | phrase }}",
        r#"a &amp; b|<span lang="ar" dir="rtl">بيانات مفتوحة</span>|Datasets|&lt;b&gt;&quot;&#39;&amp;"#,
    ),
    (
        "plain",
        r#"<i title="{{ foreign | plain }}">{{ hostile | plain }}</i>"#,
        "<i title=\"بيانات مفتوحة\">&lt;b&gt;&quot;&#39;&amp;</i>",
    ),
    (
        "link",
        r#"{{ linked | link }}|{{ unlinked | link }}|{{ {"text": "x", "href": "javascript:x"} | link }}"#,
        r#"<a href="a.html?x=1&amp;y=2" lang="ar" dir="rtl">بيانات مفتوحة</a>|a &amp; b|x"#,
    ),
    (
        "markdown",
        r#"{{ prose | markdown(prefix="p", level=2) }}"#,
        "<h2 id=\"p-a\">A</h2>\n<p><a href=\"resolved.html\">b</a> x</p>\n",
    ),
    (
        "chart",
        r#"{{ chart | chart(id="c") }}"#,
        "<figure class=\"ch\"><figcaption><b>Rows</b></figcaption><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"c-c\"><table><caption id=\"c-c\">Rows</caption><thead><tr><th scope=\"col\">Rows</th></tr></thead><tbody><tr><th scope=\"row\">Sí</th></tr></tbody></table></div></figure>",
    ),
    (
        "mini",
        r#"{{ [1, 0, 2] | mini }}|{{ "12.5" | mini }}"#,
        "<svg class=\"mini\" viewBox=\"0 0 18 16\" role=\"img\" aria-label=\"How many, in equal ranges: 1 0 2\"><path class=\"f\" d=\"M0 16v-8h6v8h6v-16h6V16z\"/></svg>|<svg class=\"mini\" viewBox=\"0 0 100 6\" aria-hidden=\"true\"><path class=\"f\" d=\"M0 0h12.5v6H0z\"/></svg>",
    ),
    (
        "date",
        r#"{{ "2022-02-28" | date }}|{{ "2022" | date }}|{{ hostile | date }}"#,
        "28 February 2022|2022|&lt;b&gt;&quot;&#39;&amp;",
    ),
    (
        "time",
        r#"{{ "2022-02" | time }}|{{ hostile | time }}"#,
        "<time datetime=\"2022-02\">February 2022</time>|&lt;b&gt;&quot;&#39;&amp;",
    ),
    (
        "number",
        r#"{{ 1234567 | number }}|{{ "-1234.50" | number }}|{{ hostile | number }}"#,
        "1,234,567|-1,234.50|&lt;b&gt;&quot;&#39;&amp;",
    ),
    ("percent", r#"{{ "12.5" | percent }}"#, "12.5%"),
    (
        "bytes",
        r"{{ 812 | bytes }}|{{ 1912345 | bytes }}",
        "812 bytes|1.9 MB",
    ),
    (
        "seconds",
        r"{{ 10 | seconds }}|{{ 1912345 | seconds }}|{{ 9712900 | seconds }}",
        "about 1 s on a slow connection (400 kbit/s)|about 39 s on a slow connection (400 kbit/s)|about 4 min on a slow connection (400 kbit/s)",
    ),
    (
        "endonym",
        r#"{{ "es" | endonym }}|{{ "nhn" | endonym }}"#,
        "Español|nhn",
    ),
    (
        "country",
        r#"{{ "MEX" | country }}|{{ "DE" | country }}|{{ hostile | country }}"#,
        "Mexico|Germany|&lt;b&gt;&quot;&#39;&amp;",
    ),
    ("slug", r#"{{ "Nuevo León" | slug }}"#, "nuevo-leon"),
    // What is drawn is tested beside the helper; what is too long for a code is not drawn.
    ("qr", r"{{ long | qr }}|", "|"),
    (
        "script",
        r#"{{ "a => a < 1 && 'b'" | script }}"#,
        "a => a < 1 && 'b'",
    ),
    (
        "json_ld",
        r"{{ json | json_ld }}",
        r#"{"a":"\u003c/script\u003e\u0026"}"#,
    ),
];

#[test]
fn both_engines_give_the_same_bytes_for_every_helper() {
    let links = |wanted: LinkRequest<'_>| {
        (wanted.target == "../b.md" && wanted.source == "content/a.md" && wanted.page == "a.html")
            .then(|| LinkTarget {
                href: "resolved.html".into(),
                ..LinkTarget::default()
            })
    };
    let scope: HelperContext = theme("claro").scope(&lang("en"), Arc::new(links)).unwrap();
    let arabic = serde_json::json!({ "text": samples::RTL, "lang": "ar", "message": null });
    let said = serde_json::json!({ "text": "a & b", "lang": null, "message": null });
    let page = serde_json::json!({
        "hostile": "<b>\"'&", "long": "x".repeat(5000), "said": said, "foreign": arabic,
        "themes": { "text": null, "lang": null, "message": "datasets" },
        "linked": { "text": arabic, "href": "a.html?x=1&y=2" }, "unlinked": { "text": said, "href": null },
        "prose": { "markdown": "# A\n[b](../b.md) [x](javascript:alert)", "lang": null, "source": "content/a.md", "page": "a.html" },
        "chart": Chart { kind: "table".into(), measure: Phrase::message("chart-rows"), labels: vec!["Sí".into()], ..Chart::default() },
        "json": "{\"a\":\"</script>&\"}",
    });
    let tested: Vec<&str> = PAIRED.iter().map(|(name, ..)| *name).collect();
    assert_eq!(
        tested,
        helpers::ALL.iter().map(|h| h.name).collect::<Vec<_>>()
    );
    for (name, template, expected) in PAIRED {
        for kind in engine::NAMES {
            let templates = [("x.html".to_owned(), (*template).to_owned())];
            let engine = engine::open(kind, &templates, &scope, &Limits::default())
                .unwrap_or_else(|e| panic!("{kind} {name}: {e}"));
            let html = engine
                .render("x.html", &page)
                .unwrap_or_else(|e| panic!("{kind} {name}: {e}"));
            assert_eq!(&html, expected, "{kind} {name}");
        }
    }
}

#[test]
fn both_themes_show_the_same_links_and_words() {
    for tag in ["es", "en"] {
        let [claro, llano] = THEMES.map(|name| pages(name, tag, "ltr"));
        for (kind, html) in &claro {
            let [a, b] = [html, &llano[kind]].map(|h| {
                attribute(h, " href=\"")
                    .into_iter()
                    .collect::<BTreeSet<_>>()
            });
            assert_eq!(a, b, "{tag} {kind}: links");
            let [a, b] = [html, &llano[kind]].map(|h| words(main(h)));
            assert_eq!(
                a.symmetric_difference(&b).collect::<Vec<_>>(),
                Vec::<&String>::new(),
                "{tag} {kind}: words"
            );
        }
    }
}

/// The page's main part, without the line that only paper shows.
fn main(html: &str) -> &str {
    let main = html
        .split("<main")
        .nth(1)
        .unwrap()
        .split("</main>")
        .next()
        .unwrap();
    main.split("<p class=\"paper\">").next().unwrap()
}

/// Words and numbers of a piece of HTML, without tags.
fn words(html: &str) -> BTreeSet<String> {
    let text: String = html
        .split('<')
        .map(|part| part.split_once('>').map_or(part, |(_, text)| text))
        .collect::<Vec<_>>()
        .join(" ");
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(ToOwned::to_owned)
        .collect()
}

#[test]
fn every_fact_in_words_is_shown() {
    let claro = pages("claro", "en", "ltr");
    for (title, body) in samples::bodies() {
        let context = samples::page(title, body, "en", "ltr");
        let html = &claro[&context.page.kind];
        let mut facts = Vec::new();
        collect(&context.body.to_json().unwrap(), "", &mut facts);
        for fact in facts {
            assert!(
                says(html, &escape::html(&fact)),
                "{}: {fact}",
                context.page.kind
            );
        }
    }
}

/// Texts that a reader must find as they are.
fn collect(value: &serde_json::Value, key: &str, out: &mut Vec<String>) {
    const SHOWN: &[&str] = &[
        "text",
        "href",
        "file",
        "sha256",
        "sum",
        "number",
        "name",
        "received_name",
        "unit",
        "code",
        "value",
        "version",
        "rows",
        "allowed",
    ];
    match value {
        serde_json::Value::String(text) if SHOWN.contains(&key) => out.push(text.clone()),
        serde_json::Value::Array(items) => items.iter().for_each(|item| collect(item, key, out)),
        // Cells of numbers are marked in the language's manner, a table's name is its anchor, this page is no link.
        // A column that has a title is told to readers by it; its name is in the dictionary.
        serde_json::Value::Object(map) => {
            let titled = key == "column" && map.get("title").is_some_and(|title| !title.is_null());
            map.iter()
                .filter(|(key, _)| {
                    !(matches!(key.as_str(), "preview" | "resources" | "resource" | "pager")
                        || titled && *key == "name")
                })
                .for_each(|(key, value)| collect(value, key, out));
        }
        _ => {}
    }
}

#[test]
fn every_message_that_templates_use_is_there_in_every_language() {
    let mut wanted: BTreeSet<String> = codes();
    for name in THEMES {
        for (_, text) in theme(name).templates() {
            for part in text.split("t(id=\"").skip(1) {
                let (id, rest) = part.split_once('"').unwrap();
                if !rest.trim_start().starts_with('~') {
                    wanted.insert(id.to_owned());
                }
            }
        }
    }
    let theme = theme("claro");
    let [es, en] = ["es", "en"].map(|tag| theme.voice(&lang(tag)).unwrap().messages.ids());
    assert_eq!(es, en);
    let missing: Vec<&String> = wanted.iter().filter(|id| !en.contains(id)).collect();
    assert_eq!(missing, Vec::<&String>::new());
}

/// Messages that are called by a code.
fn codes() -> BTreeSet<String> {
    const FAMILIES: &[(&str, &str)] = &[
        (
            "status-*",
            "not-started in-progress stuck finished incomplete not-reported",
        ),
        (
            "status-*-means",
            "not-started in-progress stuck finished incomplete not-reported",
        ),
        (
            "completion-*",
            "no-evidence not-started limited substantial complete unsaid",
        ),
        (
            "degree-*",
            "worsened did-not-change marginal major outstanding",
        ),
        (
            "as-planned-*",
            "all most some none all-said most-said some-said none-said",
        ),
        (
            "opened-*",
            "information participation accountability problem",
        ),
        (
            "*",
            "facet-review facet-evaluation stage-mid-term stage-end-of-term report-mid-term report-end-of-term form-1 form-2 form-3",
        ),
        ("role-*", "lead supporting"),
        ("level-*", "international national state municipal"),
        ("extent-*", "full heading-only untitled"),
        (
            "channel-*",
            "whatsapp phone sms email post hours issue form page",
        ),
        ("file-*", "sample table excel received archive description"),
        (
            "section-*",
            "problem status-quo action contribution long-term-goal",
        ),
        ("*", "q1-1 q1-2 q1-3 q2-1-1 q2-1-2 q2-1-3 q2-2 q3"),
        (
            "*",
            "institution policy-area sector value locality status initiative practice",
        ),
        ("*s-n", "commitment initiative practice"),
        (
            "fact-*",
            "summary publisher contact keywords modified licenses theme frequency issued spatial temporal",
        ),
        (
            "fact-*-cost",
            "summary publisher contact keywords modified licenses theme frequency issued spatial temporal",
        ),
        (
            "fact-*-add",
            "summary publisher contact keywords modified licenses theme frequency issued spatial temporal",
        ),
        ("*", "report-absent"),
        (
            "licence-*",
            "cc0-1-0 cc-by-4-0 cc-by-sa-4-0 odc-by-1-0 odc-pddl-1-0 pddl-1-0 odbl-1-0",
        ),
        (
            "ground-*",
            "public-official consented published-by-law office-contact not-personal fictitious historical",
        ),
        (
            "edition-*",
            "zip zip-about zim zim-about text text-about epub date left-out",
        ),
        (
            "*",
            "edition-text-name read-me-name read-me-open read-me-inside read-me-sums read-me-left-out read-me-fresh",
        ),
        (
            "*",
            "text-contents book-contents book-cover book-web book-note book-access zim-description",
        ),
        (
            "dev-*",
            "own own-about catalogs catalogs-about feeds feeds-about registers registers-about",
        ),
        (
            "dev-*",
            "catalog dataset rows commitment report dcat-jsonld dcat-ttl dcat-rdf data-json dcat-us-3 dcat-us-ttl package-whole",
        ),
        (
            "dev-*",
            "package csvw croissant feed feed-json feed-dataset feed-commitment feed-institution sitemap",
        ),
        ("dev-example-*", "list rows unreported"),
        ("month-*", "1 2 3 4 5 6 7 8 9 10 11 12"),
        (
            "all-*",
            "datasets action-plans reports initiatives practices",
        ),
        (
            "frequency-*",
            "annual biennial triennial quarterly monthly weekly daily irreg irregular never unknown other",
        ),
        (
            "*",
            "language-name number-decimal number-group number-group-from percent date-day date-month date-year",
        ),
        (
            "*",
            "period period-months period-from period-until bytes-b bytes-kb bytes-mb bytes-gb wait-seconds wait-minutes",
        ),
        (
            "*",
            "table back-to-text passed failed distinct distinct-about home overdue unreported not-found",
        ),
    ];
    let verdicts = VERDICTS
        .iter()
        .flat_map(|v| v.codes.iter().map(|(_, message)| (*message).to_owned()));
    let types = FieldType::ALL.iter().map(|t| format!("type-{}", t.id()));
    let named = FAMILIES
        .iter()
        .flat_map(|(form, names)| names.split(' ').map(|name| form.replace('*', name)));
    named.chain(types).chain(verdicts).collect()
}

#[test]
fn a_portal_changes_a_file_a_word_or_the_whole_theme() {
    let root = tempfile::tempdir().unwrap();
    let write = |path: &str, text: &str| {
        let path = root.path().join("themes").join(path);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "claro/templates/not-found.html",
        "<p>{{ t(id=\"not-found\") }}</p>",
    );
    write("claro/i18n/en.ftl", "not-found = Gone");
    write(
        "mine/theme.toml",
        "name = \"mine\"\nengine = \"tera\"\nextends = \"llano\"\n[options]\naccent = \"red\"",
    );
    write("mine/static/mark.svg", "<svg/>");
    let mut sink = Sink::new();
    let open = |name: &str, sink: &mut Sink| {
        Theme::open(name, root.path(), &[lang("en")], &Limits::default(), sink).unwrap()
    };
    let (_, body) = samples::bodies().pop().unwrap();
    let context = samples::page(Phrase::new("x"), body, "en", "ltr");
    let page = |theme: &Theme| {
        render(
            &theme.engine(&lang("en"), Arc::new(LinksAsWritten)).unwrap(),
            &context,
        )
    };
    assert_eq!(page(&open("claro", &mut sink)), "<p>Gone</p>");
    let mine = open("mine", &mut sink);
    assert!(page(&mine).contains("<h1>x</h1>"));
    assert_eq!(
        (
            mine.options["accent"].as_str(),
            mine.statics[0].path.as_str()
        ),
        (Some("red"), "mark.svg")
    );
    assert_eq!(sink.iter().count(), 0);
    write("empty/templates/home.html", "x");
    write("wrong/theme.toml", "name = 1");
    for name in ["nowhere", "../mine", "empty", "wrong"] {
        assert_eq!(open(name, &mut sink).manifest.name, "claro", "{name}");
    }
    let found: Vec<&str> = sink.iter().map(|d| d.code.id).collect();
    assert_eq!(
        found,
        [
            "theme-absent",
            "theme-absent",
            "theme-malformed",
            "theme-malformed"
        ]
    );
}

#[test]
fn a_language_without_words_is_a_finding_and_speaks_the_main_language() {
    let mut sink = Sink::new();
    let theme = Theme::open(
        "claro",
        Path::new("/nonexistent"),
        &[lang("es-MX"), lang("nhn")],
        &Limits::default(),
        &mut sink,
    )
    .unwrap();
    assert_eq!(
        sink.iter().map(|d| d.code.id).collect::<Vec<_>>(),
        ["language-without-words"]
    );
    let voice = theme.voice(&lang("nhn")).unwrap();
    assert_eq!(voice.say("datasets", &[]), "Conjuntos de datos");
    assert_eq!(
        voice.settle(voice.speak("datasets", &[])),
        "<span lang=\"es-MX\">Conjuntos de datos</span>"
    );
    assert_eq!(voice.settle(voice.speak("language-name", &[])), "Nahuatl");
}

#[test]
fn the_documentation_names_every_field_and_helper() {
    reference::check();
}

#[test]
fn the_styles_of_the_built_in_theme_load_nothing() {
    let theme = theme("claro");
    let (_, css) = theme
        .templates()
        .iter()
        .find(|(name, _)| name == "parts/style.css")
        .unwrap();
    assert!(!css.contains("url(") && !css.contains("@import"));
    // What is outside of a page at its side can be scrolled to where an element has another direction than the page.
    assert!(!css.contains("inline-start:-") && !css.contains("left:-9"));
}
