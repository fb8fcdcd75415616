//! A build that takes what the last one made gives the same bytes, and finds the same, as one that makes everything anew:
//! held after each of many random edits of content, data, theme and settings, and after damage to the output and the cache.
//!
//! `TRAGALUZ_EDITS=1000 cargo test --test it incremental::` makes more of them.

#![allow(
    clippy::disallowed_methods,
    reason = "a test edits files, and reads how many edits it is to make"
)]

use crate::driver::{BuiltPortal, Dice, Portal, SETTINGS, build, files_below};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use tragaluz::cache::{CacheKey, FOLDER};
use tragaluz::diag::Diagnostic;
use tragaluz::timing::Timings;
use tragaluz::{Options, Sink};

fn commitment(dice: &mut Dice, id: &str) -> String {
    let link = dice.of(&[
        "",
        "[otro](a.md)",
        "[datos](../../datasets/gasto/index.html)",
        "![plano](../mapa.png)",
    ]);
    let (area, office) = (dice.roll(3), dice.roll(3));
    let status = dice.of(&["finished", "in-progress", "not-reported"]);
    let related = dice.of(&[
        "",
        "datasets: [gasto]\n",
        "related: [a, b]\n",
        "action_plans: [plan]\n",
        "updated: 2024-05\n",
    ]);
    format!(
        "---\ntitle: Compromiso {id} {}\nsummary: Lo que se promete.\nstart: 2023-01\nend: 2024-0{}\n\
         institutions: [{{name: oficina-{office}}}]\npolicy_areas: [tema-{area}]\n{related}milestones:\n  \
         - {{number: 1, text: Publicar los datos., status: {status}}}\n---\n\n## Problema {{#problem}}\n\nTexto {} {link}.\n",
        dice.roll(9),
        1 + dice.roll(9),
        dice.roll(99)
    )
}

fn table(dice: &mut Dice) -> String {
    let mut text = "clave,fecha,monto\n".to_owned();
    for row in 0..3 + dice.roll(70) {
        text.push_str(&format!(
            "0{row},2024-01-{:02},{}.50\n",
            1 + dice.roll(28),
            dice.roll(5000)
        ));
    }
    text
}

const DATASET: &str = "---\ntitle: Gasto\nsummary: El gasto público, pago por pago.\nkeywords: [gasto]\nmodified: 2024-05-01\n---\n";
const IMAGE: &[u8] = include_bytes!("../../docs/picture.png");

fn portal(dice: &mut Dice) -> Portal {
    let portal = Portal::new()
        .file(
            "content/index.md",
            "---\ntitle: Inicio\n---\nTexto con un [compromiso](commitments/a.md).\n",
        )
        .file(
            "content/about.md",
            "---\ntitle: Acerca\nupdated: 2024-03\n---\nTexto.\n",
        )
        .file(
            "content/action-plans/plan.md",
            "---\ntitle: Plan\nstart: 2023\nend: 2024\n---\nTexto.\n",
        )
        .file(
            "content/reports/informe.md",
            "---\ntitle: Informe\ncommitment: a\ncompletion: limited\n---\nTexto.\n",
        )
        .file("data/gasto/dataset.md", DATASET)
        .file("data/gasto/pagos.csv", &table(dice));
    portal.write("content/mapa.png", IMAGE);
    for id in ["a", "b", "c"] {
        portal.write(
            &format!("content/commitments/{id}.md"),
            commitment(dice, id).as_bytes(),
        );
    }
    settings(&portal, dice);
    portal
}

fn settings(portal: &Portal, dice: &mut Dice) {
    let mut text = SETTINGS.to_owned();
    if dice.roll(3) == 0 {
        text = text.replace("Prueba", "Otra prueba");
    }
    if dice.roll(4) == 0 {
        text = text.replace("[\"es\", \"en\"]", "[\"es\"]");
    }
    if dice.roll(4) == 0 {
        text = text.replace("test.example/p/", "other.example/");
    }
    let formats = dice.of(&[
        "[\"csv\"]",
        "[\"csv\", \"json\", \"zip\"]",
        "[\"csv\", \"xlsx\"]",
    ]);
    text.push_str(&format!("[formats]\ndownloads = {formats}\n"));
    // Editions take most of the time of a build.
    let kiwix = if cfg!(feature = "zim") {
        "[\"zim\"]"
    } else {
        "[\"text\"]"
    };
    let all = ["[]", "[]", "[\"text\"]", "[\"zip\", \"epub\"]", kiwix];
    let editions = dice.of(&all);
    text.push_str(&format!("[editions]\nmake = {editions}\n"));
    if dice.roll(3) == 0 {
        text.push_str("[search]\nscript = false\n");
    }
    portal.write("tragaluz.toml", text.as_bytes());
}

fn existing(portal: &Portal, folder: &str) -> Vec<PathBuf> {
    let folder = portal.root().join(folder);
    if !folder.exists() {
        return Vec::new();
    }
    files_below(&folder)
        .into_keys()
        .map(|path| folder.join(path))
        .collect()
}

/// Edits something, and says what.
fn edit(portal: &Portal, dice: &mut Dice) -> String {
    let id = *dice.of(&["a", "b", "c", "d", "e"]);
    let path = format!("content/commitments/{id}.md");
    let (kind, text) = match dice.roll(21) {
        0..=3 => (format!("writes {path}"), commitment(dice, id)),
        4 => return renamed(portal, dice),
        5 => {
            let paths = existing(portal, "content");
            let gone = dice.of(&paths);
            fs::remove_file(gone).unwrap();
            return format!("removes {}", gone.display());
        }
        6 => return translated(portal, dice, id),
        7 | 8 => {
            let slug = dice.of(&["gasto", "otro"]);
            let path = format!("data/{slug}/pagos.csv");
            portal.write(&path, table(dice).as_bytes());
            return format!("writes {path}");
        }
        9 => {
            let text = DATASET.replace(
                "pago por pago",
                ["cada pago", "pago por pago", "por mes"][dice.roll(3)],
            );
            portal.write("data/gasto/dataset.md", text.as_bytes());
            return "describes the dataset".to_owned();
        }
        10 => {
            let text = format!("language-name = {}\n", dice.of(&["español", "castellano"]));
            portal.write("themes/claro/i18n/es.ftl", text.as_bytes());
            return "changes a word of the theme".to_owned();
        }
        11 => {
            let template = "{% extends \"base.html\" %}{% block main %}<h1>?</h1>{% endblock %}";
            portal.write("themes/claro/templates/not-found.html", template.as_bytes());
            return "changes a template".to_owned();
        }
        12 => {
            let _ = fs::remove_dir_all(portal.root().join("themes"));
            return "takes the theme's changes back".to_owned();
        }
        13 => {
            settings(portal, dice);
            return "changes the settings".to_owned();
        }
        14 => (format!("breaks {path}"), "---\ntitel: no\n---\n".to_owned()),
        15 => {
            let own = dice.of(&OWN);
            if !portal.root().join("public").exists() {
                return "puts nothing where nothing is published".to_owned();
            }
            portal.write(&format!("public/{own}"), own.as_bytes());
            return format!("puts {own} into the output");
        }
        16..=18 => return reworded(portal, dice, &path),
        _ => return damaged(portal, dice),
    };
    portal.write(&path, text.as_bytes());
    kind
}

fn translated(portal: &Portal, dice: &mut Dice, id: &str) -> String {
    let path = format!("content/commitments/{id}.en.md");
    let text = format!("---\ntitle: Commitment {}\n---\nText.\n", dice.roll(5));
    portal.write(&path, text.as_bytes());
    format!("translates {path}")
}

/// Adds words to a page, which no other page states, or something that others do.
fn reworded(portal: &Portal, dice: &mut Dice, path: &str) -> String {
    let Ok(text) = fs::read_to_string(portal.root().join(path)) else {
        return "rewords nothing".to_owned();
    };
    let more = *dice.of(&[
        "Otra palabra.",
        "Una más,\npor fin.",
        "\nPárrafo.",
        "\nPárrafo: 5 % (más).",
        "\n## Otra parte\n\nPárrafo.",
        "\nVer [b](b.md#problem).",
        "\nEscriba a datos@test.example.",
        "\nVer [b](b.md#nada).",
        "\nEl INAI y la PNT.",
        LONG,
        FOREIGN,
        FOREIGN_AGAIN,
    ]);
    portal.write(path, format!("{text}{more}\n").as_bytes());
    format!("adds {more:?} to {path}")
}

/// Advice on plain language is about this.
const LONG: &str = "\nQuien pida una copia de los datos que la oficina publica cada mes en su portal la recibe sin que \
                    tenga que decir por qué la pide ni para qué la quiere.";

/// Nobody declares this language; what is told of its words depends on what was told before.
const FOREIGN: &str =
    "\nWhoever asks for a copy of the data that the office publishes every month gets one at once.";
const FOREIGN_AGAIN: &str =
    "\nEvery office publishes the data that whoever asks for gets every month, at once.";

/// What somebody puts into the output; each file holds its path.
const OWN: [&str; 4] = [
    ".git/HEAD",
    "CNAME",
    "commitments/own.txt",
    "datasets/gasto/own/notes.txt",
];

/// Takes what somebody put there out of the files of an output, and fails unless it is as it was.
fn without_own(mut files: BTreeMap<String, Vec<u8>>) -> BTreeMap<String, Vec<u8>> {
    for own in OWN {
        if let Some(bytes) = files.remove(own) {
            assert_eq!(bytes, own.as_bytes());
        }
    }
    files
}

fn own_in(portal: &Portal) -> Vec<&'static str> {
    let out = portal.root().join("public");
    OWN.into_iter()
        .filter(|own| out.join(own).exists())
        .collect()
}

fn renamed(portal: &Portal, dice: &mut Dice) -> String {
    let paths = existing(portal, "content/commitments");
    if paths.is_empty() {
        return "renames nothing".to_owned();
    }
    let (from, to) = (dice.of(&paths), dice.of(&["f.md", "g.md", "a.md", "B2.md"]));
    fs::rename(from, from.with_file_name(to)).unwrap();
    format!("renames {} to {to}", from.display())
}

/// What somebody else does to the output and to the cache.
fn damaged(portal: &Portal, dice: &mut Dice) -> String {
    let cache = portal.root().join(FOLDER).join("cache");
    let paths = match dice.roll(3) {
        0 => existing(portal, "public"),
        1 => existing(portal, &format!("{FOLDER}/output")),
        _ => vec![cache]
            .into_iter()
            .filter(|file| file.exists())
            .collect(),
    };
    let Some(path) = (!paths.is_empty()).then(|| dice.of(&paths)) else {
        return "damages nothing".to_owned();
    };
    let is_left = OWN.iter().any(|own| path.ends_with(own));
    if is_left || path.ends_with("SHA256SUMS") || path.ends_with(".tragaluz.json") {
        return "damages nothing".to_owned();
    }
    match dice.roll(3) {
        0 => fs::remove_file(path).unwrap(),
        1 => fs::write(path, "x").unwrap(),
        _ => {
            let mut bytes = fs::read(path).unwrap();
            if let Some(byte) = bytes.last_mut() {
                *byte ^= 1;
            }
            fs::write(path, bytes).unwrap();
        }
    }
    format!("damages {}", path.display())
}

fn built(portal: &Portal, out: &Path, program: Option<CacheKey>) -> BuiltPortal {
    build(
        portal.root(),
        Options {
            out: Some(out.to_owned()),
            program,
            ..Options::default()
        },
    )
}

/// What of two outputs is not the same.
fn differing(one: &BTreeMap<String, Vec<u8>>, two: &BTreeMap<String, Vec<u8>>) -> Vec<String> {
    one.keys()
        .chain(two.keys())
        .filter(|path| one.get(*path) != two.get(*path))
        .cloned()
        .collect()
}

fn edits() -> usize {
    std::env::var("TRAGALUZ_EDITS")
        .ok()
        .and_then(|n| n.parse().ok())
        .unwrap_or(60)
}

/// Edits a portal many times over; after each edit both ways of building it must agree.
fn agree(seed: u64) {
    let mut dice = Dice::new(seed);
    let portal = portal(&mut dice);
    let elsewhere = tempfile::tempdir().unwrap();
    let clean = elsewhere.path().join("clean");
    let program = Some(CacheKey::of(&[b"test"]));
    let mut past = Vec::new();
    for _ in 0..edits() {
        let own = own_in(&portal);
        let again = built(&portal, &portal.root().join("public"), program);
        assert_eq!(own_in(&portal), own, "seed {seed}: {past:#?}");
        let anew = built(&portal, &clean, None);
        // Which files changed without a new date is told by what the last build knew, and by nothing else.
        // So is which published files were damaged, and what somebody else put there.
        let of_output = ["dataset-changed-undated", "output-altered", "output-kept"];
        let of_input = |d: &&Diagnostic| !of_output.contains(&d.code.id);
        let codes = |built: &BuiltPortal| {
            built
                .findings
                .iter()
                .filter(of_input)
                .map(|d| format!("{d:?}"))
                .collect::<Vec<_>>()
        };
        assert_eq!(codes(&again), codes(&anew), "seed {seed}: {past:#?}");
        // Where there was an error, nothing is published, and whatever stood there stands.
        if !anew.site.manifest.is_empty() {
            let different = differing(&without_own(again.files()), &anew.files());
            assert!(
                different.is_empty(),
                "seed {seed}: {different:?} differ after {past:#?}"
            );
        }
        past.push(edit(&portal, &mut dice));
    }
}

#[test]
fn random_edits_give_what_a_clean_build_gives() {
    agree(1);
}

#[test]
fn and_so_do_others() {
    agree(2);
}

/// Files are alike where nobody wrote them anew.
#[derive(Debug, Clone, Copy)]
struct SameFile(tragaluz::stage::Identity);

impl PartialEq for SameFile {
    fn eq(&self, other: &SameFile) -> bool {
        self.0.is_of_same_file(&other.0)
    }
}

#[test]
fn what_did_not_change_is_not_made_again() {
    let mut dice = Dice::new(3);
    let portal = portal(&mut dice);
    portal.write("tragaluz.toml", SETTINGS.as_bytes());
    let out = portal.root().join("public");
    let program = Some(CacheKey::of(&[b"test"]));
    // Giving a file another name and taking it away touches it, and is no change.
    let inode = |path: &str| {
        SameFile(tragaluz::stage::Identity::of(
            &fs::metadata(out.join(path)).unwrap(),
        ))
    };
    built(&portal, &out, program).assert_published();
    let kept = [
        "commitments/b.html",
        "commitments/b.txt",
        "en/commitments/b.html",
        "datasets/gasto/rows/pagos-1.html",
    ];
    let before = kept.map(inode);
    let whole = inode("site.zip");
    built(&portal, &out, program).assert_published();
    assert_eq!(
        (kept.map(inode), inode("site.zip")),
        (before, whole),
        "nothing changed"
    );
    let own = inode("commitments/a.html");
    let text = fs::read_to_string(portal.root().join("content/commitments/a.md")).unwrap();
    portal.write(
        "content/commitments/a.md",
        text.replace("{#problem}\n", "{#problem}\n\nMás.")
            .as_bytes(),
    );
    built(&portal, &out, program).assert_published();
    assert_eq!(
        kept.map(inode),
        before,
        "these pages did not use what changed"
    );
    assert_ne!(inode("commitments/a.html"), own);
    assert_ne!(inode("site.zip"), whole, "it holds the page that changed");
    built(&portal, &out, Some(CacheKey::of(&[b"another program"]))).assert_published();
    assert_ne!(
        kept.map(inode),
        before,
        "another program's pages are made anew"
    );
}

/// Builds, and says whether feeds were made, which state no commitment's text.
#[track_caller]
fn makes_feeds(portal: &Portal) -> bool {
    let timings = Timings::on();
    let options = Options {
        out: Some(portal.root().join("public")),
        program: Some(CacheKey::of(&[b"test"])),
        timings: timings.clone(),
        ..Options::default()
    };
    build(portal.root(), options).assert_published();
    let stages = timings.report().stages;
    stages.iter().any(|stage| stage.name == "feeds")
}

#[test]
fn what_states_no_text_is_not_looked_at_where_only_words_changed() {
    let portal = Portal::new()
        .file("content/index.md", "---\ntitle: Inicio\n---\nTexto.\n")
        .file("content/commitments/a.md", "")
        .file("content/commitments/b.md", "---\ntitle: B\n---\nUno.\n");
    let mut text = "---\ntitle: A\n---\n\n## Problema {#problem}\n\nTexto uno.\n".to_owned();
    let mut is_made = |from: &str, to: &str| {
        text = text.replace(from, to);
        portal.write("content/commitments/a.md", text.as_bytes());
        makes_feeds(&portal)
    };
    assert!(is_made("uno", "una"), "nothing is known yet");
    // The first build may have written the list of addresses, which is a part of the portal.
    is_made("una", "dos");
    for (from, to) in [
        ("dos", "tres"),
        ("tres.\n", "tres.\n\nY más.\n"),
        ("más", "menos"),
    ] {
        assert!(!is_made(from, to), "{to}");
        for file in ["a.html", "a.txt", "a.json"] {
            let path = portal.root().join("public/commitments").join(file);
            let stated = fs::read_to_string(path).unwrap();
            assert!(
                stated.contains(to.trim_end().rsplit('\n').next().unwrap()),
                "{to}"
            );
        }
    }
    for (from, to) in [
        ("title: A", "title: Aa"),
        ("{#problem}", "{#problema}"),
        ("Y menos", "[Y menos](b.md)"),
    ] {
        assert!(is_made(from, to), "{to}");
    }
}

/// Builds, and says whether nothing was made.
#[track_caller]
fn is_repeated(portal: &Portal, as_of: Option<&str>) -> bool {
    let options = Options {
        program: Some(CacheKey::of(&[b"test"])),
        as_of: as_of.and_then(tragaluz::text::date::PartialDate::parse),
        ..Options::default()
    };
    let built = tragaluz::build_or_repeat(portal.root(), &options, &mut Sink::new());
    let (site, held) = built.unwrap();
    let sums = fs::read(portal.root().join("public/SHA256SUMS")).unwrap();
    assert_eq!(
        site.manifest["SHA256SUMS"].sha256,
        tragaluz::stage::sha256(&sums)
    );
    assert!(site.pages > 10 && !site.weights.is_empty());
    held.is_none()
}

/// Returns what a check finds, but for what only the last build knew.
fn checked(portal: &Portal, program: Option<CacheKey>) -> Vec<Diagnostic> {
    let options = Options {
        program,
        ..Options::default()
    };
    let mut found = Sink::new();
    tragaluz::check(portal.root(), &options, &mut found).unwrap();
    let mut found = found.into_sorted();
    found.retain(|one| one.code.id != "dataset-changed-undated");
    found
}

#[test]
fn a_check_that_takes_from_the_cache_finds_what_another_one_does() {
    let mut dice = Dice::new(5);
    let portal = portal(&mut dice);
    let program = Some(CacheKey::of(&[b"test"]));
    for _ in 0..6 {
        built(&portal, &portal.root().join("public"), program);
        edit(&portal, &mut dice);
        let before = files_below(portal.root());
        assert_eq!(checked(&portal, program), checked(&portal, None));
        assert!(
            before == files_below(portal.root()),
            "a check leaves all as it is"
        );
    }
}

#[test]
fn where_nothing_changed_nothing_is_made() {
    type Change = fn(&Portal);
    let portal = portal(&mut Dice::new(3));
    portal.write("tragaluz.toml", SETTINGS.as_bytes());
    let changes: [(&str, Change); 6] = [
        ("a page", |portal| {
            let text = fs::read_to_string(portal.root().join("content/commitments/b.md"));
            let text = text.unwrap() + "Más.\n";
            portal.write("content/commitments/b.md", text.as_bytes());
        }),
        ("a table", |portal| {
            portal.write("data/gasto/pagos.csv", table(&mut Dice::new(9)).as_bytes());
        }),
        ("the settings", |portal| {
            portal.write(
                "tragaluz.toml",
                SETTINGS.replace("Prueba", "Otra").as_bytes(),
            );
        }),
        ("a file that goes", |portal| {
            fs::remove_file(portal.root().join("content/about.md")).unwrap();
        }),
        ("a file of the output", |portal| {
            portal.write("public/index.html", b"x");
        }),
        ("somebody's file in the output", |portal| {
            portal.write("public/CNAME", b"x");
        }),
    ];
    assert!(!is_repeated(&portal, None));
    for (what, change) in changes {
        assert!(is_repeated(&portal, None), "before {what}");
        change(&portal);
        assert!(!is_repeated(&portal, None), "{what}");
    }
    assert!(is_repeated(&portal, None));
    assert!(!is_repeated(&portal, Some("2025-01-01")), "another day");
}
