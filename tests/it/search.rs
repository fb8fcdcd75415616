//! Search and the A–Z index: what a query loads, that Rust and the script fold alike, hostile titles, order, budgets; and
//! the page in a real browser.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files and reads its own settings"
)]

use crate::driver::{
    Browser, BuiltPortal, Dice, Portal, SETTINGS, Tool, program_of, repository, require,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;
use tragaluz::pages::kinds::{FoundValue, SearchText};
use tragaluz::site::search;
use tragaluz::site::search::Thing;
use tragaluz::text::fold::{Folding, words};
use tragaluz::text::lang::Lang;

/// Most bytes of index that a query may load at 10,000 pages.
const MOST_BYTES: u64 = 40 * 1024;

fn spanish() -> Folding {
    Folding::of(&Lang::parse("es").unwrap(), "de la el y en")
}

/// Small numbers far more often than large ones, as words occur in texts.
fn zipf(dice: &mut Dice, n: usize) -> usize {
    let top = dice.roll(n) + 1;
    dice.roll(top).min(dice.roll(n))
}

fn word(dice: &mut Dice) -> String {
    const PARTS: &[&str] = &[
        "con", "tra", "pro", "mu", "ni", "ci", "pa", "lo", "gás", "re", "da", "mi", "en", "to",
        "ble", "ía", "es",
    ];
    (0..2 + dice.roll(4)).map(|_| *dice.of(PARTS)).collect()
}

/// Pages of the rows of each state.
fn places(at: usize) -> Vec<FoundValue> {
    let place = |state: usize| FoundValue {
        shown: format!("Compromiso Estado{state} de la Contraloría"),
        href: format!("datasets/mxmex{at:05}/rows/estados/by-estado/{state}.html"),
        table: Some("Población de cada estado".to_owned()),
        ..FoundValue::default()
    };
    (0..32).map(place).collect()
}

fn ten_thousand() -> Vec<Thing> {
    let mut dice = Dice::new(7);
    let vocabulary: Vec<String> = (0..30_000).map(|_| word(&mut dice)).collect();
    let text = |dice: &mut Dice, n: usize| {
        let words: Vec<&str> = (0..n)
            .map(|_| vocabulary[zipf(dice, vocabulary.len())].as_str())
            .collect();
        words.join(" ")
    };
    (0..10_000)
        .map(|at| Thing {
            title: format!("Compromiso {at}: {}", text(&mut dice, 7)),
            href: format!("commitments/mxmex{at:05}.html"),
            kilobytes: 8,
            summary: format!("El compromiso promete {}.", text(&mut dice, 28)),
            found_by: SearchText {
                names: vec![
                    format!("MXMEX{at:05}"),
                    "Secretaría de la Contraloría".to_owned(),
                ],
                texts: vec![text(&mut dice, 60)],
                places: if at % 4 == 0 { places(at) } else { Vec::new() },
                ..SearchText::default()
            },
            ..Thing::default()
        })
        .collect()
}

/// Writes an index and a page with the script; gives the page.
fn laid_out(things: &[Thing], out: &Path) -> (PathBuf, BTreeMap<String, u64>) {
    let folder = "search";
    std::fs::create_dir_all(out.join(folder)).unwrap();
    let mut sizes = BTreeMap::new();
    for made in search::index(folder, &["Compromiso".to_owned()], &spanish(), things) {
        std::fs::write(out.join(&made.path), &made.text).unwrap();
        sizes.insert(made.path, made.text.len() as u64);
    }
    let script =
        tragaluz::site::inline_script::squeezed(include_str!("../../themes/claro/search.js"));
    let html = format!(
        "<html lang=\"es\"><form id=\"find\" data-index=\"search/\" data-wait=\"…\" data-count=\"%\" data-cut=\"+\" data-some=\"~%\" data-near=\"=%\" data-words=\"%\" data-rows=\"%\" \
         data-failed=\"!\" data-weight=\"% kB\"></form><script>{script}</script>"
    );
    let page = out.join("search.html");
    std::fs::write(&page, html).unwrap();
    (page, sizes)
}

/// What the script finds, run in Node.
pub(crate) fn asked(page: &Path, queries: &[String]) -> Vec<Value> {
    let file = page.with_file_name("queries.json");
    std::fs::write(&file, json!(queries).to_string()).unwrap();
    let script = repository("tests/browser/search-node.mjs");
    let out = Command::new("node")
        .arg(script)
        .arg(page)
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let answers: Vec<Value> = serde_json::from_slice(&out.stdout).unwrap();
    assert_eq!(answers.len(), queries.len());
    answers
}

pub(crate) fn addresses(answer: &Value) -> Vec<&str> {
    answer["found"]
        .as_array()
        .unwrap()
        .iter()
        .map(|a| a.as_str().unwrap())
        .collect()
}

/// Every term of every thing.
fn all_terms(things: &[Thing]) -> Vec<(&str, BTreeSet<String>)> {
    let folding = spanish();
    let of = |thing: &Thing| {
        let mut own: BTreeSet<String> = folding.terms(&thing.title).into_iter().collect();
        own.extend(folding.terms(&thing.summary));
        own.extend(
            thing
                .found_by
                .names
                .iter()
                .flat_map(|name| folding.terms(name)),
        );
        let mut text = BTreeSet::new();
        for term in thing
            .found_by
            .texts
            .iter()
            .flat_map(|text| folding.terms(text))
            .filter(|t| !own.contains(t))
        {
            if text.len() < 400_000 / things.len().max(1) {
                text.insert(term);
            }
        }
        own.extend(text);
        own
    };
    things
        .iter()
        .map(|thing| (thing.href.as_str(), of(thing)))
        .collect()
}

/// What should be found, told by comparing everything with everything.
fn expected<'t>(all: &[(&'t str, BTreeSet<String>)], query: &str) -> BTreeSet<&'t str> {
    let folding = spanish();
    let terms = folding.terms(query);
    let Some((last, others)) = terms.split_last() else {
        return BTreeSet::new();
    };
    let begun = words(query)
        .into_iter()
        .rev()
        .find(|word| !folding.terms(word).is_empty())
        .unwrap_or_default();
    let begins = |own: &BTreeSet<String>| {
        own.range(begun.clone()..)
            .next()
            .is_some_and(|t| t.starts_with(&begun))
    };
    let has = |own: &BTreeSet<String>| {
        others.iter().all(|t| own.contains(t)) && (own.contains(last) || begins(own))
    };
    all.iter()
        .filter(|(_, own)| has(own))
        .map(|(href, _)| *href)
        .collect()
}

#[test]
fn any_query_of_ten_thousand_pages_loads_at_most_forty_kilobytes() {
    let things = ten_thousand();
    let out = tempfile::tempdir().unwrap();
    let (page, sizes) = laid_out(&things, out.path());
    let largest = |prefix: &str, n: usize| {
        let name = |path: &str| path.rsplit('/').next().unwrap().to_owned();
        let own = sizes
            .iter()
            .filter(|(path, _)| name(path).starts_with(prefix));
        let mut own: Vec<u64> = own.map(|(_, bytes)| *bytes).collect();
        own.sort_unstable_by(|a, b| b.cmp(a));
        own.into_iter().take(n).sum::<u64>()
    };
    let words_of = largest("w", 7).max(largest("r", 7));
    let (index, things_of) = (largest("index", 1), largest("d", 8));
    let values_of = largest("v", 4);
    let worst = index + words_of + things_of + values_of;
    eprintln!(
        "{} files, {} bytes; index.js {index}, seven of words {words_of}, eight of things {things_of}, four of values {values_of}: at most {worst}",
        sizes.len(),
        sizes.values().sum::<u64>()
    );
    assert!(worst <= MOST_BYTES, "a query may load {worst} bytes");
    if require(Tool::NODE, program_of(None, "node")).is_none() {
        return;
    }
    let common = words(&things[0].summary);
    let mut queries: Vec<String> = [
        "compromisos",
        "COMPROMISO secretaria contraloría",
        "c",
        "con",
        "mxmex04321",
        "promete compromiso 77",
        "xyz",
    ]
    .map(str::to_owned)
    .into();
    queries.extend(common.windows(2).take(20).map(|pair| pair.join(" ")));
    queries.extend(
        things
            .iter()
            .step_by(1_999)
            .map(|thing| thing.title.clone()),
    );
    let all = all_terms(&things);
    for answer in asked(&page, &queries) {
        let query = answer["query"].as_str().unwrap();
        let bytes = answer["bytes"].as_u64().unwrap();
        assert!(bytes <= worst, "“{query}” loads {bytes} bytes");
        let said = answer["said"].as_str().unwrap();
        let (found, wanted) = (addresses(&answer), expected(&all, query));
        if said.contains('+') {
            continue;
        }
        let whole = found.iter().filter(|page| wanted.contains(*page)).count();
        assert!(
            whole == wanted.len() || found.len() >= 100,
            "“{query}” finds {whole} of {}",
            wanted.len()
        );
        assert_eq!(said.contains('~'), wanted.is_empty() && !found.is_empty());
    }
    slips_are_found(&page, &things, worst);
}

/// A word of a title with a letter less, more or other, or with two that changed places.
fn with_slip(dice: &mut Dice, word: &str) -> String {
    let mut letters: Vec<char> = word.chars().collect();
    let at = dice.roll(letters.len() - 1);
    match dice.roll(4) {
        0 => drop(letters.remove(at)),
        1 => letters.insert(at, 'w'),
        2 => letters[at] = 'k',
        _ => letters.swap(at, at + 1),
    }
    letters.into_iter().collect()
}

/// Asks for words with a slip, at whatever place of the word: nearly all must find something, within the same bytes.
fn slips_are_found(page: &Path, things: &[Thing], most: u64) {
    let mut dice = Dice::new(11);
    let titles = things.iter().step_by(97);
    let words = titles.filter_map(|thing| thing.title.split(' ').find(|word| word.len() > 7));
    let slips: Vec<String> = words.map(|word| with_slip(&mut dice, word)).collect();
    let answers = asked(page, &slips);
    let silent: Vec<&Value> = answers
        .iter()
        .filter(|answer| addresses(answer).is_empty())
        .collect();
    assert!(
        silent.len() * 20 <= slips.len(),
        "{}: {silent:?}",
        slips.len()
    );
    assert!(
        answers
            .iter()
            .all(|answer| answer["bytes"].as_u64() <= Some(most))
    );
}

/// Words of many scripts, composed and not.
const ODD: &[&str] = &[
    "PARTICIPACIÓN",
    "Ñandú",
    "n\u{303}andu\u{301}s",
    "países",
    "LUCES",
    "veces",
    "interés",
    "İstanbul",
    "ΟΔΟΣ",
    "ΣΣ",
    "straße",
    "ﬁnanzas",
    "Ａｂｃ１２",
    "ℌ①½",
    "données",
    "Çağ",
    "łódź",
    "البَيَانات",
    "بـيـان",
    "שָׁלוֹם",
    "हिन्दी",
    "ไทย",
    "中文",
    "東京タワー",
    "がくせい",
    "한국어",
    "ꞌuex",
    "Ñuhu꞉",
    "Xi'oi",
    "m̱a̱xo̱",
    "0.10",
    "1_a-b",
    "MXMEX0009",
    "xe\u{301}\u{323}",
];

/// Letters of many scripts, from and to.
const LETTERS: &[(u32, u32)] = &[
    (0xc0, 0x250),
    (0x370, 0x530),
    (0x531, 0x557),
    (0x5d0, 0x5eb),
    (0x620, 0x64b),
    (0x904, 0x93a),
    (0xe01, 0xe31),
    (0x10d0, 0x10f1),
    (0x1e00, 0x2000),
    (0x2c60, 0x2c80),
    (0x3041, 0x3097),
    (0x30a1, 0x30fb),
    (0xac00, 0xac80),
    (0xfb00, 0xfb07),
    (0xff21, 0xff5b),
];

#[test]
fn rust_and_the_script_fold_alike() {
    if require(Tool::NODE, program_of(None, "node")).is_none() {
        return;
    }
    let mut titles: Vec<String> = ODD.iter().map(|title| (*title).to_owned()).collect();
    for (from, to) in LETTERS {
        let all: Vec<char> = (*from..*to)
            .filter_map(char::from_u32)
            .filter(|c| c.is_alphanumeric())
            .collect();
        // Each among others, so that it is a word of its own.
        titles.extend(all.iter().map(|c| format!("qx{c}z")));
    }
    let thing = |(at, title): (usize, &String)| Thing {
        title: title.clone(),
        href: format!("{at}.html"),
        ..Thing::default()
    };
    let things: Vec<Thing> = titles.iter().enumerate().map(thing).collect();
    let out = tempfile::tempdir().unwrap();
    let (page, _) = laid_out(&things, out.path());
    for (at, answer) in asked(&page, &titles).iter().enumerate() {
        let found = addresses(answer);
        let cut = answer["said"].as_str().unwrap().contains('+');
        assert!(
            cut || found.contains(&things[at].href.as_str()),
            "“{}” is not found: {answer}",
            titles[at]
        );
    }
}

#[test]
fn ranking_and_prefixes() {
    if require(Tool::NODE, program_of(None, "node")).is_none() {
        return;
    }
    let thing = |href: &str, title: &str, summary: &str, text: &str| Thing {
        href: href.into(),
        title: title.into(),
        summary: summary.into(),
        found_by: SearchText {
            names: Vec::new(),
            texts: vec![text.into()],
            ..SearchText::default()
        },
        ..Thing::default()
    };
    let things = [
        thing("text", "Uno", "Dos", "Habla de presupuestos"),
        thing("summary", "Uno", "El presupuesto", ""),
        thing("title", "Presupuesto abierto", "", ""),
        thing("begun", "Presupuestación", "", ""),
        thing("both", "Presupuesto", "abierto", ""),
    ];
    let out = tempfile::tempdir().unwrap();
    let (page, _) = laid_out(&things, out.path());
    let queries = [
        "presupuestos",
        "PRESUP",
        "presupuesto abierto",
        "abierto presupuesto nada",
        "el de la",
        "presup uno",
    ];
    let answers = asked(&page, &queries.map(str::to_owned));
    let found: Vec<Vec<&str>> = answers.iter().map(addresses).collect();
    assert_eq!(found[0], ["title", "both", "summary", "text"]);
    assert_eq!(found[1], ["title", "begun", "both", "summary", "text"]);
    assert_eq!(found[2], ["title", "both"]);
    assert_eq!(
        found[3],
        ["title", "both"],
        "where no page has all words, those that come nearest are shown"
    );
    assert_eq!(found[4], Vec::<&str>::new());
    assert_eq!(
        found[5],
        ["summary", "text"],
        "an unfinished word that is no word finds what begins like it"
    );
}

const HOSTILE: &str = "\"><script>alert(1)</script> 'q' \\ \u{2028} </SCRIPT> <!-- ${x} ` 🙂";

fn commitment(id: &str, title: &str, facts: &str) -> (String, String) {
    let title = serde_json::to_string(title).unwrap();
    (
        format!("content/commitments/{id}.md"),
        format!("---\ntitle: {title}\n{facts}---\n\nTexto.\n"),
    )
}

fn portal_of(files: impl IntoIterator<Item = (String, String)>) -> Portal {
    let portal = Portal::new();
    for (path, text) in files {
        portal.write(&path, text.as_bytes());
    }
    portal
}

#[test]
fn hostile_titles_are_data_everywhere() {
    let long = "Ø".repeat(300);
    let titles = [HOSTILE, &long, "ق".repeat(150).as_str(), "🙂🙂", "٣ أرقام"].map(str::to_owned);
    let files = titles
        .iter()
        .enumerate()
        .map(|(at, title)| commitment(&format!("H{at}"), title, ""));
    let portal = portal_of(files);
    let built = portal.build();
    assert!(
        !built.codes().contains(&"page-too-heavy"),
        "{:?}",
        built.findings
    );
    for folder in ["search", "en/search"] {
        let mut seen = Vec::new();
        for path in built
            .site
            .manifest
            .keys()
            .filter(|p| p.starts_with(&format!("{folder}/")))
        {
            let text = built.text(path);
            let data = text
                .strip_prefix("tragaluz(\"")
                .and_then(|t| t.trim_end().strip_suffix(')'))
                .unwrap();
            let (mark, data) = data.split_once("\",").unwrap();
            assert_eq!(mark.len(), 8, "{path}");
            let data: Value = serde_json::from_str(data).unwrap_or_else(|e| panic!("{path}: {e}"));
            assert!(!text.contains('\u{2028}'), "{path}");
            if path.contains("/d") {
                seen.extend(
                    data.as_array()
                        .unwrap()
                        .iter()
                        .map(|d| d[0].as_str().unwrap().to_owned()),
                );
            }
        }
        assert!(
            seen.contains(&HOSTILE.split_whitespace().collect::<Vec<_>>().join(" ")),
            "{seen:?}"
        );
    }
    let index = built.text("a-z/index.html");
    assert!(!index.contains("<script>alert") && index.contains("&lt;script&gt;alert"));
}

#[test]
fn the_index_is_in_the_order_of_each_language_and_on_small_pages() {
    let mut files: Vec<(String, String)> = (0..120)
        .map(|at| {
            commitment(
                &format!("C{at:03}"),
                &format!("{} {at}", ["Ñandú", "Nube", "Oso", "Árbol"][at % 4]),
                "",
            )
        })
        .collect();
    files.extend([
        commitment("D1", "2024", ""),
        commitment("D2", "«¡Abierto!»", ""),
    ]);
    let portal = portal_of(files);
    let built = portal.build();
    let page = |path: &str| built.text(path);
    let pages: Vec<String> = ["a-z/index.html", "a-z/page-2.html", "a-z/page-3.html"]
        .map(page)
        .into();
    let places = |text: &str| -> Vec<usize> {
        [
            "id=\"signs\"",
            "id=\"l-a\"",
            "id=\"l-n\"",
            "id=\"l-3\"",
            "id=\"l-o\"",
        ]
        .iter()
        .map(|id| text.find(id).unwrap_or(0))
        .collect()
    };
    let all = pages.concat();
    let order = places(&all);
    assert!(
        order.windows(2).all(|two| two[0] < two[1] && two[0] > 0),
        "{order:?}"
    );
    for text in &pages {
        let main = &text[text.find("<main").unwrap()..text.find("</main").unwrap()];
        let lines = main.matches("<li><a href=\"../commitments/").count();
        assert!((20..=50).contains(&lines), "{lines}");
    }
    assert!(
        all.find("Árbol 3<").unwrap() < all.find("Árbol 11<").unwrap(),
        "numbers count as numbers"
    );
    let letters: Vec<&str> = pages[0]
        .split("#l-")
        .skip(1)
        .map(|rest| rest.split('"').next().unwrap())
        .collect();
    assert!(letters.starts_with(&["a", "n", "3", "o"]), "{letters:?}");
    // English has no Ñ: its index is another, on as many pages.
    let english = built.text("en/a-z/index.html")
        + &built.text("en/a-z/page-2.html")
        + &built.text("en/a-z/page-3.html");
    assert!(!english.contains("id=\"l-3\"") && english.contains("id=\"l-n\""));
    for path in ["404.html", "search.html", "a-z/index.html"] {
        let weight = built.site.weights.iter().find(|w| w.path == path).unwrap();
        assert!(
            weight.bytes <= weight.limit && weight.requests == 1,
            "{weight:?}"
        );
    }
    assert!(
        built.text("404.html").contains("/p/a-z/index.html"),
        "lost readers are shown the index"
    );
    let again = portal.build();
    let own = |built: &BuiltPortal| -> Vec<(String, String)> {
        let paths = built
            .site
            .manifest
            .keys()
            .filter(|p| p.contains("search") || p.contains("a-z"));
        paths.map(|path| (path.clone(), built.text(path))).collect()
    };
    assert_eq!(own(&built), own(&again));
}

#[test]
fn long_titles_make_short_pages() {
    let mut dice = Dice::new(3);
    let mut title = || {
        (0..60)
            .map(|_| word(&mut dice))
            .collect::<Vec<_>>()
            .join(" ")
    };
    let files: Vec<_> = (0..90)
        .map(|at| {
            commitment(
                &format!("L{at}"),
                &title().chars().take(120 + at * 2).collect::<String>(),
                "",
            )
        })
        .collect();
    let portal = portal_of(files);
    let built = portal.build();
    let heavy: Vec<_> = built
        .site
        .weights
        .iter()
        .filter(|w| w.kind == "a-z" && w.bytes > w.limit)
        .collect();
    assert!(heavy.is_empty(), "{heavy:?}");
    assert!(
        built
            .site
            .weights
            .iter()
            .filter(|w| w.kind == "a-z")
            .count()
            >= 2 * 3
    );
}

#[test]
fn pairs_are_capped_and_pages_say_so() {
    let commitment_of = |at: usize| {
        let area = ["open-data", "gender", "gender, open-data"][at % 3];
        let status = ["finished", "stuck", "in-progress"][at / 7 % 3];
        let facts = format!(
            "institutions:\n  - name: Oficina {}\n  - name: Consejo {}\npolicy_areas: [{area}]\n\
             milestones:\n  - number: 1\n    text: Algo\n    status: {status}\n",
            at % 40,
            at % 37
        );
        commitment(&format!("P{at:03}"), &format!("Compromiso {at}"), &facts)
    };
    let portal = portal_of((0..120).map(commitment_of));
    let built = portal.build();
    assert!(
        built.codes().contains(&"facets-left-out"),
        "{:?}",
        built.codes()
    );
    assert!(
        !built.codes().contains(&"page-too-heavy"),
        "{:?}",
        built.findings
    );
    let pairs = |path: &&String| {
        path.ends_with(".html") && path.matches('/').count() == 2 && !path.contains("page-")
    };
    let below = |path: &&String| {
        ["institutions/", "policy-areas/"]
            .iter()
            .any(|folder| path.starts_with(folder))
    };
    assert_eq!(
        built
            .site
            .manifest
            .keys()
            .filter(pairs)
            .filter(below)
            .count(),
        200
    );
    let page = built.text("policy-areas/gender/finished.html");
    assert!(
        page.contains("<h1>Género: compromisos terminados</h1>"),
        "{page}"
    );
    let own = page.matches("class=\"entry\"").count();
    let parent = built.text("policy-areas/gender.html");
    let count = format!("<b>{own}</b> <a href=\"gender/finished.html\">Terminado</a>");
    assert!(parent.contains(&count), "{parent}");
    assert!(parent.contains("Solo las listas más grandes"), "{parent}");
}

#[test]
fn a_portal_may_do_without_the_script() {
    let settings = format!("{SETTINGS}[search]\nscript = false\n");
    let (path, text) = commitment("A1", "Abierto", "");
    let portal = Portal::new()
        .file("tragaluz.toml", &settings)
        .file(&path, &text);
    let built = portal.build();
    assert!(
        !built.site.manifest.keys().any(|p| p.contains("search")),
        "nothing of the search is made"
    );
    assert!(built.site.manifest.contains_key("a-z/index.html"));
    let headers = built.text("_headers");
    assert!(
        headers.contains("default-src 'none'") && !headers.contains("script-src"),
        "{headers}"
    );
    let portal = Portal::new().file(&path, &text);
    let with = portal.build();
    assert!(with.text("_headers").contains("script-src 'self' 'sha256-"));
    let opensearch = with.text("en/opensearch.xml");
    assert!(
        opensearch.contains("template=\"https://test.example/p/en/search.html?q={searchTerms}\""),
        "{opensearch}"
    );
    assert!(
        with.text("en/search.html")
            .contains("rel=\"search\" type=\"application/opensearchdescription+xml\"")
    );
}

#[test]
fn the_search_page_in_a_browser() {
    let Some(Browser { modules, chromium }) = Browser::find() else {
        return;
    };
    let mut files = vec![
        commitment("H1", HOSTILE, ""),
        commitment("N1", "Ñandú en números", "summary: Aves del sur.\n"),
    ];
    files.extend(
        (0..30).map(|at| commitment(&format!("C{at:02}"), &format!("Contratos número {at}"), "")),
    );
    let portal = portal_of(files);
    portal.build();
    let queries = json!([
        { "page": "search.html", "query": "contrato", "first": "commitments/c00.html", "count": 30 },
        { "page": "search.html", "query": "NANDU numero", "first": "commitments/n1.html", "count": 1 },
        { "page": "search.html", "query": "script alert", "first": "commitments/h1.html", "count": 1 },
        { "page": "en/search.html", "query": "aves", "first": "commitments/n1.html", "count": 1 },
        { "page": "search.html", "query": "<b>nada</b> & más", "count": 0 },
    ]);
    let aside = tempfile::tempdir().unwrap();
    let file = aside.path().join("queries.json");
    std::fs::write(&file, queries.to_string()).unwrap();
    let script = repository("tests/browser/search.mjs");
    let mut node = Command::new("node");
    node.env("TRAGALUZ_NODE_MODULES", modules)
        .env("TRAGALUZ_CHROMIUM", chromium);
    let out = node
        .arg(script)
        .arg(portal.root().join("public"))
        .arg(&file)
        .output()
        .unwrap();
    assert!(
        out.status.success(),
        "{}{}",
        String::from_utf8_lossy(&out.stdout),
        String::from_utf8_lossy(&out.stderr)
    );
}
