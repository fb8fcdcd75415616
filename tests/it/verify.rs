//! A published copy held against its list, its signature and its ledgers: whatever somebody changes in it is found and named,
//! and nothing outside of it is read.

#![allow(
    clippy::disallowed_methods,
    reason = "a test changes what was published"
)]

use crate::driver::{Portal, SETTINGS, files_below};
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;
use tempfile::TempDir;
use tragaluz::cache::CacheKey;
use tragaluz::diag::{Diagnostic, Severity};
use tragaluz::history::{ReleaseOrder, ReleaseReason};
use tragaluz::stage::sha256;
use tragaluz::text::messages::Arg;
use tragaluz::verify::{
    DifferenceZip, FigureCell, FigurePlaceFound, FigureQuestion, FigureSentence, FileAnswer,
    FileVerdict, GivenKey, NearBy, SignatureVerdict, SinceVersion, VerifiedCopy, VerifyOrder,
    answer_file, difference, find_figure, verify,
};
use tragaluz::{Options, Sink};

const DATASET: &str = "---\ntitle: Gasto\nresources:\n  - path: gasto.csv\n    schema:\n      primaryKey: [id]\n---\n";
const VERSIONS: [&str; 3] = [
    "id,name,amount\n1,Uno,10\n2,Dos,20\n3,Tres,30\n",
    "id,name,amount\n1,Uno,10\n2,Dos,25\n4,Cuatro,40\n",
    "id,name,amount\n1,Uno,0.35\n2,Dos,25\n4,Cuatro,40\n5,Cinco,50\n",
];
const PAGE: &str =
    "---\ntitle: Aviso\n---\nEl monto es [0.35](<figure:gasto/amount?id=1>) y no más.\n";
const LEDGER: &str = "datasets/gasto/releases.jsonl";
const DELTA: &str = "datasets/gasto/versions/2/gasto.delta.jsonl.gz";

/// Every file of a site with three versions of a table, built once.
fn site() -> &'static BTreeMap<String, Vec<u8>> {
    static SITE: OnceLock<BTreeMap<String, Vec<u8>>> = OnceLock::new();
    SITE.get_or_init(|| {
        let portal = Portal::new()
            .file("data/gasto/dataset.md", DATASET)
            .file("content/aviso.md", PAGE)
            .file("content/Acta (2024) año 100%.txt", "Acta.\n");
        for (at, rows) in VERSIONS.iter().enumerate() {
            portal.write("data/gasto/gasto.csv", rows.as_bytes());
            let order = ReleaseOrder {
                date: format!("2025-0{}-28", at + 1),
                reason: ReleaseReason::Correction,
                note: Some("Dos was wrong.".to_owned()),
                datasets: vec!["gasto".to_owned()],
                takedown: None,
            };
            let options = Options::default();
            let made = tragaluz::release(portal.root(), &options, &order, &mut Sink::new());
            assert_eq!(made.unwrap().len(), 1);
        }
        portal.build().assert_published();
        files_below(&portal.root().join("public"))
    })
}

/// A copy of the site in a folder of its own.
struct Copy {
    home: TempDir,
}

impl Copy {
    fn new() -> Copy {
        let home = tempfile::tempdir().unwrap();
        let copy = Copy { home };
        for (path, bytes) in site() {
            copy.write(path, bytes);
        }
        copy
    }

    fn root(&self) -> PathBuf {
        self.home.path().join("copy")
    }

    fn at(&self, path: &str) -> PathBuf {
        self.root().join(path)
    }

    fn write(&self, path: &str, bytes: &[u8]) {
        let full = self.at(path);
        fs::create_dir_all(full.parent().unwrap()).unwrap();
        fs::write(full, bytes).unwrap();
    }

    fn text(&self, path: &str) -> String {
        fs::read_to_string(self.at(path)).unwrap()
    }

    fn replace(&self, path: &str, from: &str, to: &str) {
        let text = self.text(path);
        assert!(text.contains(from), "{path}: {text}");
        self.write(path, text.replacen(from, to, 1).as_bytes());
    }

    fn replace_packed(&self, path: &str, from: &str, to: &str) {
        let mut text = String::new();
        let packed = fs::read(self.at(path)).unwrap();
        GzDecoder::new(&packed[..])
            .read_to_string(&mut text)
            .unwrap();
        assert!(text.contains(from), "{path}: {text}");
        let mut out = GzEncoder::new(Vec::new(), Compression::best());
        out.write_all(text.replacen(from, to, 1).as_bytes())
            .unwrap();
        self.write(path, &out.finish().unwrap());
    }

    /// Writes the list anew, as somebody would who hides a change.
    fn list_again(&self) {
        let lines = files_below(&self.root())
            .into_iter()
            .filter_map(|(path, bytes)| {
                let is_listed = path != "SHA256SUMS" && path != ".tragaluz.json";
                is_listed.then(|| format!("{}  {path}\n", sha256(&bytes)))
            });
        let list: String = lines.collect();
        let marker = format!(
            "{{\"made_by\":\"tragaluz\",\"sums_sha256\":\"{}\"}}\n",
            sha256(list.as_bytes())
        );
        self.write("SHA256SUMS", list.as_bytes());
        self.write(".tragaluz.json", marker.as_bytes());
    }

    fn verified(&self) -> Verified {
        Verified::of(&self.root(), None)
    }

    /// Fails unless these faults, and no others, are found: `CODE FILE KIND`.
    #[track_caller]
    fn assert_faults(&self, expected: &[&str]) {
        let faults = self.verified().faults();
        assert_eq!(faults, expected, "{faults:#?}");
    }
}

/// What was found of a copy.
struct Verified {
    found: Vec<Diagnostic>,
    copy: VerifiedCopy,
}

impl Verified {
    fn of(root: &Path, key: Option<&str>) -> Verified {
        let order = VerifyOrder {
            key: key.map(|key| GivenKey::read(key).unwrap()),
        };
        let mut sink = Sink::new();
        let copy = verify(root, &order, &mut sink).unwrap();
        Verified {
            found: sink.into_sorted(),
            copy,
        }
    }

    fn faults(&self) -> Vec<String> {
        self.of_severity(|severity| severity != Severity::Note)
    }

    fn notes(&self) -> Vec<String> {
        self.of_severity(|severity| severity == Severity::Note)
    }

    fn of_severity(&self, is_wanted: impl Fn(Severity) -> bool) -> Vec<String> {
        let found = self.found.iter().filter(|one| is_wanted(one.severity));
        found.map(shown).collect()
    }
}

fn text_of<'d>(finding: &'d Diagnostic, name: &str) -> &'d str {
    let arg = finding.args.iter().find(|(known, _)| *known == name);
    match arg {
        Some((_, Arg::Text(text))) => text,
        _ => "",
    }
}

fn shown(finding: &Diagnostic) -> String {
    let place = finding.place.as_ref().unwrap();
    let line = if place.line > 1 {
        format!(":{}", place.line)
    } else {
        String::new()
    };
    let kind = text_of(finding, "kind");
    format!("{} {}{line} {kind}", finding.code.id, place.file)
        .trim_end()
        .to_owned()
}

#[test]
fn a_whole_copy_has_no_fault_and_strangers_are_named() {
    let copy = Copy::new();
    copy.write(".git/objects/1", b"x");
    copy.write("datasets/gasto/.DS_Store", b"x");
    copy.write("nota.txt", b"mine");
    copy.write("mis fotos/a/1.png", b"mine");
    let verified = copy.verified();
    assert_eq!(verified.faults(), [""; 0]);
    assert_eq!(
        verified.notes(),
        [
            "copy-unsigned SHA256SUMS.minisig",
            "copy-file-unlisted mis fotos/",
            "copy-file-unlisted nota.txt",
        ]
    );
    assert_eq!(verified.copy.files, site().len() - 2);
    assert_eq!((verified.copy.datasets, verified.copy.versions), (1, 3));
}

#[test]
fn a_changed_byte_is_named_with_what_was_expected() {
    let copy = Copy::new();
    copy.replace("aviso.html", "0.35", "0.85");
    copy.replace("datasets/gasto/gasto.csv", "2,Dos,25", "2,Dos,26");
    let verified = copy.verified();
    assert_eq!(
        verified.faults(),
        [
            "copy-file-changed aviso.html",
            "copy-file-changed datasets/gasto/gasto.csv"
        ]
    );
    let told = &verified
        .found
        .iter()
        .find(|one| one.code.id == "copy-file-changed");
    let told = told.unwrap();
    assert_eq!(text_of(told, "expected"), sha256(&site()["aviso.html"]));
    let now = fs::read(copy.at("aviso.html")).unwrap();
    assert_eq!(text_of(told, "found"), sha256(&now));
}

#[test]
fn what_is_absent_is_named() {
    let copy = Copy::new();
    fs::remove_file(copy.at("aviso.txt")).unwrap();
    fs::remove_file(copy.at(DELTA)).unwrap();
    copy.assert_faults(&[
        "copy-file-absent aviso.txt",
        &format!("copy-file-absent {DELTA}"),
    ]);
    fs::remove_file(copy.at("SHA256SUMS")).unwrap();
    copy.assert_faults(&["copy-sums-wrong SHA256SUMS absent"]);
}

#[test]
fn a_list_that_was_cut_is_not_the_one_that_was_published() {
    let copy = Copy::new();
    let list = copy.text("SHA256SUMS");
    let lines = list.lines().count();
    copy.write("SHA256SUMS", &list.as_bytes()[..list.len() - 70]);
    let faults = copy.verified().faults();
    let cut = format!("copy-sums-wrong SHA256SUMS:{lines} line");
    assert!(faults.contains(&cut), "{faults:?}");
    assert!(
        faults.contains(&"copy-sums-wrong SHA256SUMS cut".to_owned()),
        "{faults:?}"
    );
    let whole_lines = list.lines().take(lines - 3).map(|line| format!("{line}\n"));
    copy.write("SHA256SUMS", whole_lines.collect::<String>().as_bytes());
    copy.assert_faults(&["copy-sums-wrong SHA256SUMS cut"]);
}

/// Changes a copy.
type Tamper<'t> = &'t dyn Fn(&Copy);

/// Whoever writes the list anew hides a change of a file, and not one of the past.
#[test]
fn a_changed_past_is_found_though_the_list_was_written_anew() {
    let broken = format!("copy-ledger-broken {LEDGER}");
    let version = |path: &str, kind: &str| format!("copy-version-wrong {path} {kind}");
    let whole = "datasets/gasto/versions/2/gasto.csv.gz";
    let cases: [(Tamper<'_>, Vec<String>); 8] = [
        (
            &|copy| copy.replace(LEDGER, "2025-01-28", "2025-01-27"),
            vec![format!("{broken}:2 broken-chain")],
        ),
        (
            &|copy| {
                let text = copy.text(LEDGER);
                copy.write(LEDGER, text.lines().next().unwrap().as_bytes());
            },
            [3, 2]
                .iter()
                .rev()
                .flat_map(|n| {
                    ["csv.gz", "delta.jsonl.gz"].map(|ending| {
                        let path = format!("datasets/gasto/versions/{n}/gasto.{ending}");
                        version(&path, "unknown")
                    })
                })
                .collect(),
        ),
        (
            &|copy| copy.replace_packed(DELTA, "[\"20\",\"25\"]", "[\"20\",\"26\"]"),
            vec![version(DELTA, "leads")],
        ),
        (
            &|copy| copy.replace_packed(DELTA, "\"before\":{\"bytes\":", "\"before\":{\"byte\":"),
            vec![version(DELTA, "head")],
        ),
        (
            &|copy| copy.write(DELTA, b"no gzip"),
            vec![version(DELTA, "damaged")],
        ),
        (
            &|copy| copy.replace_packed(whole, "2,Dos,25", "2,Dos,26"),
            vec![version(whole, "sum")],
        ),
        (
            &|copy| copy.replace_packed(whole, "id,", &"id,".repeat(100)),
            vec![version(whole, "large")],
        ),
        (
            &|copy| fs::remove_file(copy.at(LEDGER)).unwrap(),
            vec![format!("{broken} absent")],
        ),
    ];
    for (at, (tamper, expected)) in cases.iter().enumerate() {
        let copy = Copy::new();
        tamper(&copy);
        copy.list_again();
        let mut faults = copy.verified().faults();
        // The last line of a ledger that was cut is the newest version then.
        faults.retain(|fault| !fault.starts_with("copy-newest-differs") || at != 1);
        assert_eq!(&faults, expected, "case {at}");
    }
}

#[test]
fn the_newest_version_is_held_against_what_is_offered_now() {
    let copy = Copy::new();
    copy.replace("datasets/gasto/gasto.csv", "2,Dos,25", "2,Dos,26");
    copy.list_again();
    copy.assert_faults(&["copy-newest-differs datasets/gasto/gasto.csv"]);
}

#[test]
fn hostile_ledgers_and_lists_are_told_and_lead_nowhere() {
    let copy = Copy::new();
    let ledger = copy.text(LEDGER);
    let first = ledger.lines().next().unwrap();
    for (text, fault) in [
        (
            format!("{{\"version\":{}}}\n", "[".repeat(200_000)),
            " not-a-release",
        ),
        (
            format!("{first}\n\"{}\"\n", "x".repeat(10 << 20)),
            ":2 long",
        ),
        (
            first.replace(
                "\"name\":\"gasto\"",
                "\"name\":\"../../../../../etc/passwd\"",
            ),
            " table",
        ),
        (String::new(), " not-a-release"),
    ] {
        copy.write(LEDGER, text.as_bytes());
        copy.list_again();
        copy.assert_faults(&[&format!("copy-ledger-broken {LEDGER}{fault}")]);
    }
    let huge = first.replacen("\"bytes\":", "\"bytes\":1844674407370955", 1);
    copy.write(LEDGER, format!("{huge}\n").as_bytes());
    copy.list_again();
    assert!(!copy.verified().faults().is_empty());
    let outside = copy.home.path().join("secret.txt");
    fs::write(&outside, "secret").unwrap();
    let sum = sha256(b"secret");
    let lines = [
        format!("{sum}  ../secret.txt"),
        format!("{sum}  {}", outside.display()),
        format!("\\{sum}  a\\\\b"),
        format!("{sum}  aviso.html"),
        "nonsense".to_owned(),
    ];
    let list = format!("{}{}\n", site_list(), lines.join("\n"));
    copy.write(LEDGER, &site()[LEDGER]);
    copy.write("SHA256SUMS", list.as_bytes());
    fs::remove_file(copy.at(".tragaluz.json")).unwrap();
    let at = site_list().lines().count();
    let wrong =
        |line: usize, kind: &str| format!("copy-sums-wrong SHA256SUMS:{} {kind}", at + line);
    assert_eq!(
        copy.verified().faults(),
        [
            wrong(1, "path"),
            wrong(2, "path"),
            wrong(3, "path"),
            wrong(4, "twice"),
            wrong(5, "line"),
            "copy-file-changed aviso.html".to_owned(),
        ]
    );
}

fn site_list() -> &'static str {
    std::str::from_utf8(&site()["SHA256SUMS"]).unwrap()
}

#[cfg(unix)]
#[test]
fn a_link_is_told_and_not_followed_though_it_leads_to_the_right_bytes() {
    use std::os::unix::fs::symlink;
    let copy = Copy::new();
    let apart = copy.home.path().join("apart");
    fs::rename(copy.at("datasets"), &apart).unwrap();
    symlink(&apart, copy.at("datasets")).unwrap();
    fs::rename(copy.at("aviso.html"), copy.home.path().join("aviso.html")).unwrap();
    symlink(copy.home.path().join("aviso.html"), copy.at("aviso.html")).unwrap();
    let faults = copy.verified().faults();
    assert_eq!(faults[0], "copy-file-odd aviso.html link");
    let below = site().keys().filter(|path| path.starts_with("datasets/"));
    let mut expected: Vec<String> = below
        .map(|path| format!("copy-file-odd {path} link"))
        .collect();
    expected.insert(0, "copy-file-odd aviso.html link".to_owned());
    assert_eq!(faults, expected);
}

/// Made with minisign 0.11: of the list, by one key as it signs now and as it once did, and by another key.
const LIST: &str = "2a4a4c7b75cae513b0f8cc48abdd1a94f0d9e90ed2d7bf959f2e2a7e2ebf775b  agua.txt\n";
const KEY: &str = "untrusted comment: minisign public key CD4B003C40CE2132\nRWQyIc5APABLzQvaIFfKHs8cwcUbQmUiJkjyNt6x6eG1RLZS+cJya+X/\n";
const OTHER_KEY: &str = "RWTrMIWIz+1syE924d8aZ3VfP1fCr5fSfO0JGu8yIcMPmwasL4vlIhip";
const SIGNED: &str = "untrusted comment: firma\nRUQyIc5APABLzSbf/N2ml/xFHlFIMDvm45DTUIuIbr8FA8gGCIjvdr++cyRmcgHumaLjljPqsEGltpDBcktQ4tnUb1gBOl8h6w8=\ntrusted comment: Lista de prueba\n1yfFKJav4U0enYN0o9H/bd3MTd9l4y37QmA+O1H6RhrQjk1MUtBST2R4VwPyI9kRxcw5u5PGGKUAg7/IPEQsDQ==\n";
const BY_OTHER: &str = "untrusted comment: signature from minisign secret key\nRUTrMIWIz+1syI8oGVlWa6aZIRhvaHUxr7ZbWV76ro9NDAM6P+gu4a2ENv+CFacvsNEGdSuwcqsiCkZInGiV0cEq7ii6chb6nAI=\ntrusted comment: x\nL1fBQn5Y40U+e49Sv1saejUTtjD0o7OCZyJD96qcBjUhiT7VbIXfCPavvI/OLToBdTHyObTP19K9Opz4IpuRCg==\n";

#[test]
fn a_signature_is_held_against_the_key() {
    let home = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &str| fs::write(home.path().join(name), text).unwrap();
    write("agua.txt", "Agua\n");
    write("SHA256SUMS", LIST);
    let check = |key: Option<&str>| {
        let verified = Verified::of(home.path(), key);
        (verified.faults(), verified.copy.signature)
    };
    let unsigned = "copy-unsigned SHA256SUMS.minisig".to_owned();
    assert_eq!(check(Some(KEY)), (vec![unsigned], SignatureVerdict::None));
    write("SHA256SUMS.minisig", SIGNED);
    assert_eq!(check(Some(KEY)), (vec![], SignatureVerdict::Proven));
    assert_eq!(
        check(Some(KEY.lines().nth(1).unwrap())).1,
        SignatureVerdict::Proven
    );
    let wrong = |kind: &str| vec![format!("copy-signature-wrong SHA256SUMS.minisig {kind}")];
    assert_eq!(check(Some(OTHER_KEY)).0, wrong("other-key"));
    // The key that comes with the copy proves that the copy is consistent, and no more.
    assert_eq!(check(None), (vec![], SignatureVerdict::None));
    write("minisign.pub", KEY);
    let own = Verified::of(home.path(), None);
    assert_eq!(own.copy.signature, SignatureVerdict::Consistent);
    let unproven = "copy-signature-unproven SHA256SUMS.minisig own-key".to_owned();
    assert!(own.notes().contains(&unproven), "{:?}", own.notes());
    // Swapped signatures, a changed comment, a changed list.
    write("SHA256SUMS.minisig", BY_OTHER);
    assert_eq!(check(Some(KEY)).0, wrong("other-key"));
    assert_eq!(check(Some(OTHER_KEY)).1, SignatureVerdict::Proven);
    write(
        "SHA256SUMS.minisig",
        &SIGNED.replace("de prueba", "verdadera"),
    );
    assert_eq!(check(Some(KEY)).0, wrong("other-list"));
    for text in ["", "x", &"y".repeat(1 << 20), &SIGNED[..120]] {
        write("SHA256SUMS.minisig", text);
        assert_eq!(check(Some(KEY)).0, wrong("unreadable"));
    }
    write("SHA256SUMS.minisig", SIGNED);
    write(
        "SHA256SUMS",
        &format!("{LIST}{LIST}").replacen("agua", "otra", 1),
    );
    let faults = check(Some(KEY)).0;
    assert!(faults.contains(&wrong("other-list")[0]), "{faults:?}");
    assert!(GivenKey::read("nonsense").is_none() && GivenKey::read("").is_none());
}

/// Whoever has no tragaluz has `sha256sum`.
#[test]
fn the_list_is_read_by_sha256sum() {
    let copy = Copy::new();
    assert!(site_list().contains("  Acta (2024) año 100%.txt\n"));
    let check = || {
        let mut command = Command::new("sha256sum");
        command.args(["--check", "--strict", "SHA256SUMS"]);
        command.current_dir(copy.root()).output()
    };
    let Ok(whole) = check() else {
        return;
    };
    let told = String::from_utf8_lossy(&whole.stdout).into_owned();
    assert!(whole.status.success(), "{told}");
    assert_eq!(told.lines().count(), site().len() - 2);
    copy.replace("aviso.html", "0.35", "0.85");
    let changed = check().unwrap();
    assert!(!changed.status.success());
    assert!(String::from_utf8_lossy(&changed.stdout).contains("aviso.html: FAILED"));
}

fn published(rows: &str) -> String {
    rows.replace('\n', "\r\n")
}

/// Asks a copy about a file.
fn asked(copy: &Copy, name: &str, bytes: &[u8]) -> FileAnswer {
    let file = copy.home.path().join(name);
    fs::write(&file, bytes).unwrap();
    let order = VerifyOrder::default();
    let answer = answer_file(&copy.root(), &order, &file, &mut Sink::new());
    answer.unwrap().unwrap()
}

#[test]
fn an_old_download_is_known_by_its_version_and_what_changed_since_is_told() {
    let copy = Copy::new();
    let first = published(VERSIONS[0]);
    let answer = asked(&copy, "descarga.csv", first.as_bytes());
    assert_eq!(answer.answer, FileVerdict::Older);
    let versions: Vec<(&str, u32)> = (answer.versions.iter())
        .map(|known| (known.dataset.as_str(), known.version))
        .collect();
    assert_eq!(versions, [("gasto", 1)]);
    let since: Vec<(u32, &str, &str)> = (answer.since.iter())
        .map(|later| (later.version, later.date.as_str(), later.reason.id()))
        .collect();
    assert_eq!(
        since,
        [
            (2, "2025-02-28", "correction"),
            (3, "2025-03-28", "correction")
        ]
    );
    assert_eq!(answer.since[0].note.as_deref(), Some("Dos was wrong."));
    let changes = answer.changes.unwrap();
    let counts = (
        changes.counts.changed,
        changes.counts.added,
        changes.counts.removed,
    );
    assert_eq!(
        (counts, changes.to.as_str()),
        ((2, 2, 1), "datasets/gasto/gasto.csv")
    );
    let told = serde_json::to_value(&changes.cells).unwrap();
    let cell = |id: &str, before: &str, after: &str| {
        serde_json::json!({
            "row": [{"column": "id", "value": id}], "column": "amount", "before": before, "after": after,
        })
    };
    assert_eq!(
        told,
        serde_json::json!([cell("1", "10", "0.35"), cell("2", "20", "25")])
    );
    let removed = serde_json::to_value(&changes.removed).unwrap();
    assert_eq!(
        removed,
        serde_json::json!([[{"column": "id", "value": "3"}]])
    );
    // The packed file of a version is that version.
    let packed = &site()["datasets/gasto/versions/1/gasto.csv.gz"];
    let answer = asked(&copy, "gasto.csv.gz", packed);
    assert_eq!(
        (answer.answer, answer.versions.len()),
        (FileVerdict::Older, 1)
    );
    // What is not what its checksum says is compared with nothing.
    copy.replace("datasets/gasto/gasto.csv", "2,Dos,25", "2,Dos,26");
    assert!(
        asked(&copy, "descarga.csv", first.as_bytes())
            .changes
            .is_none()
    );
}

#[test]
fn a_file_that_is_offered_now_is_the_same_in_every_format() {
    let copy = Copy::new();
    let csv = asked(&copy, "x", published(VERSIONS[2]).as_bytes());
    assert_eq!(csv.answer, FileVerdict::Same);
    assert!(
        csv.now.contains(&"datasets/gasto/gasto.csv".to_owned()),
        "{:?}",
        csv.now
    );
    assert_eq!(csv.versions.last().unwrap().version, 3);
    for path in [
        "datasets/gasto/gasto.json",
        "datasets/gasto/original/gasto.csv",
        "aviso.html",
    ] {
        let answer = asked(&copy, "y", &site()[path]);
        assert_eq!(
            (answer.answer, answer.now.contains(&path.to_owned())),
            (FileVerdict::Same, true)
        );
    }
}

#[test]
fn a_file_that_nobody_vouches_for_is_told_with_what_is_nearest() {
    let copy = Copy::new();
    let rows = published(VERSIONS[2]).replace("2,Dos,25", "2,Dos,26");
    let answer = asked(&copy, "mine.csv", rows.as_bytes());
    let near = answer.nearest.unwrap();
    assert_eq!(
        (answer.answer, near.path.as_str(), near.by),
        (
            FileVerdict::Unknown,
            "datasets/gasto/gasto.csv",
            NearBy::Columns
        )
    );
    let changes = answer.changes.unwrap();
    assert_eq!(changes.counts.changed, 1);
    assert_eq!(changes.cells[0].before.as_deref(), Some("26"));
    let answer = asked(&copy, "gasto.xlsx", b"PK\x03\x04\xff\xfe");
    assert_eq!(answer.nearest.map(|near| near.by), Some(NearBy::Name));
    let answer = asked(&copy, "otra.csv", b"x,y\r\n1,2\r\n");
    assert_eq!(
        (answer.answer, answer.nearest),
        (FileVerdict::Unknown, None)
    );
}

/// What a copy says of where a figure is.
#[derive(Default)]
struct FoundPlaces {
    sentences: Vec<FigureSentence>,
    cells: Vec<FigureCell>,
}

fn places(copy: &Copy, figure: &str, within: Option<&str>) -> FoundPlaces {
    let question = FigureQuestion {
        figure: figure.to_owned(),
        within: within.map(str::to_owned),
    };
    let mut found = FoundPlaces::default();
    let (order, mut sink) = (VerifyOrder::default(), Sink::new());
    find_figure(&copy.root(), &order, &question, &mut sink, &mut |place| {
        match serde_json::to_value(place).unwrap()["place"].as_str() {
            Some("sentence") => assert!(matches!(place, FigurePlaceFound::Sentence(_))),
            other => assert_eq!(other, Some("cell")),
        }
        match place {
            FigurePlaceFound::Sentence(sentence) => found.sentences.push(sentence.clone()),
            FigurePlaceFound::Cell(cell) => found.cells.push(cell.clone()),
        }
        Ok(())
    })
    .unwrap();
    found
}

#[test]
fn every_place_of_a_figure_is_found_now_and_in_each_version() {
    let copy = Copy::new();
    for figure in ["0.35", "0,35", "35 %"] {
        let found = places(&copy, figure, None);
        let page = found.sentences.iter().find(|one| one.page == "aviso.html");
        let page = page.unwrap_or_else(|| panic!("{figure}: {:?}", found.sentences));
        assert_eq!(page.text, "El monto es 0.35 y no más.");
        let link = page.link.as_deref().unwrap();
        assert!(link.starts_with("datasets/gasto/"), "{link}");
        let cells: Vec<(bool, Option<u32>, u64, &str)> = (found.cells.iter())
            .filter(|cell| cell.dataset == "gasto")
            .map(|cell| (cell.now, cell.version, cell.row, cell.column.as_str()))
            .collect();
        assert_eq!(cells, [(true, Some(3), 1, "amount")], "{figure}");
        let link = found.cells[0].link.as_deref().unwrap();
        let address = link.split('#').next().unwrap();
        assert!(site().contains_key(address), "{link}");
    }
    let cells = |figure: &str, within: Option<&str>| {
        let found = places(&copy, figure, within);
        let of_gasto = found
            .cells
            .into_iter()
            .filter(|cell| cell.dataset == "gasto");
        let told = of_gasto.map(|cell| format!("{:?} {} {}", cell.version, cell.row, cell.value));
        told.collect::<Vec<_>>()
    };
    assert_eq!(cells("20", None), ["Some(1) 2 20"]);
    assert_eq!(cells("25", Some("gasto")), ["Some(3) 2 25", "Some(2) 2 25"]);
    assert!(cells("25", Some("aviso")).is_empty());
    assert!(places(&copy, "0.35", Some("aviso")).sentences.len() == 1);
    assert!(
        places(&copy, "0.35", Some("gasto"))
            .sentences
            .iter()
            .all(|one| one.page != "aviso.html")
    );
    let (order, question) = (
        VerifyOrder::default(),
        FigureQuestion {
            figure: "many".to_owned(),
            within: None,
        },
    );
    let refused = find_figure(
        &copy.root(),
        &order,
        &question,
        &mut Sink::new(),
        &mut |_| Ok(()),
    );
    assert!(refused.unwrap_err().to_string().contains("“many”"));
}

/// Labels stand one below the other on the page, and in its HTML nothing is between them.
#[test]
fn labels_of_a_drawing_are_no_one_number() {
    let copy = Copy::new();
    let page = "<html lang=\"es\"><main><p>Hubo 7<svg><desc>Lo más alto, 0.38.</desc><text>2021</text>\
        <text>0.35</text><text>12</text><text>345</text><text>0.38</text></svg></main>";
    copy.write("aviso.html", page.as_bytes());
    let said = |figure: &str| -> Vec<String> {
        let found = places(&copy, figure, Some("aviso")).sentences;
        found.into_iter().map(|one| one.text).collect()
    };
    let labels = "2021; 0.35; 12; 345; 0.38";
    assert_eq!(said("0.35"), [labels]);
    assert_eq!(said("345"), [labels]);
    assert_eq!(said("0.38"), ["Lo más alto, 0.38.", labels]);
    assert_eq!(said("7"), ["Hubo 7"]);
    assert!(said("12345").is_empty());
}

/// The signature of an earlier list never stands beside a later one, whether or not the output before the last one was kept.
#[test]
fn a_signature_stays_with_its_list_and_goes_with_it() {
    for program in [None, Some(CacheKey::of(&[b"test"]))] {
        let portal = Portal::new().file("content/aviso.md", "---\ntitle: Aviso\n---\nUno.\n");
        let options = Options {
            program,
            ..Options::default()
        };
        let build = |text: &str| {
            let page = format!("---\ntitle: Aviso\n---\n{text}\n");
            portal.write("content/aviso.md", page.as_bytes());
            let built = portal.build_with(&options);
            built.assert_published();
            assert!(!built.codes().contains(&"output-kept"), "{text}");
        };
        let signature = portal.root().join("public/SHA256SUMS.minisig");
        build("Uno.");
        fs::write(&signature, SIGNED).unwrap();
        build("Uno.");
        assert_eq!(fs::read_to_string(&signature).unwrap(), SIGNED);
        for text in ["Dos.", "Uno.", "Dos.", "Uno."] {
            build(text);
            assert!(!signature.exists(), "{text}");
        }
        fs::write(&signature, SIGNED).unwrap();
        build("Tres.");
        assert!(!signature.exists());
    }
}

#[test]
fn a_portal_publishes_its_key_and_tells_it() {
    let key = KEY.lines().nth(1).unwrap();
    let settings = SETTINGS.replace("[portal]\n", &format!("[portal]\npublic_key = \"{key}\"\n"));
    let built = Portal::new().file("tragaluz.toml", &settings).into_built();
    built.assert_published();
    assert_eq!(built.text("minisign.pub").lines().nth(1), Some(key));
    assert!(
        built
            .text("offline.html")
            .contains(&format!("<code>{key}</code>"))
    );
    assert!(built.text("SHA256SUMS").contains("  minisign.pub\n"));
    let wrong = settings.replace(key, "nonsense");
    let built = Portal::new().file("tragaluz.toml", &wrong).into_built();
    assert_eq!(built.codes(), ["wrong-form"]);
}

/// The secret key of `KEY`, without a password: for this test alone.
#[cfg(feature = "sign")]
const SECRET: &str = "untrusted comment: minisign encrypted secret key\nRWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAMiHOQDwAS82pqI4U6KjTLnJOh4cK7wxGN2fLV/uP6yzjWPmlatNmXwvaIFfKHs8cwcUbQmUiJkjyNt6x6eG1RLZS+cJya+X/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";

#[cfg(feature = "sign")]
fn sign(root: &Path, secret: &str) -> Result<Option<usize>, String> {
    let key = tragaluz::verify::KeptKey {
        text: secret.to_owned(),
        password: None,
        may_ask: false,
    };
    let signed = tragaluz::verify::sign(root, key, &mut Sink::new());
    let signed = signed.map_err(|error| error.to_string())?;
    Ok(signed.map(|signed| signed.files))
}

#[cfg(feature = "sign")]
#[test]
fn what_is_signed_here_is_read_here_and_by_minisign() {
    let copy = Copy::new();
    assert_eq!(sign(&copy.root(), SECRET), Ok(Some(site().len() - 2)));
    let verified = Verified::of(&copy.root(), Some(KEY));
    assert_eq!(
        (verified.faults(), verified.copy.signature),
        (vec![], SignatureVerdict::Proven)
    );
    copy.write("../key.pub", KEY.as_bytes());
    let mut minisign = Command::new("minisign");
    minisign.args(["-V", "-p", "../key.pub", "-m", "SHA256SUMS"]);
    if let Ok(told) = minisign.current_dir(copy.root()).output() {
        assert!(
            told.status.success(),
            "{}",
            String::from_utf8_lossy(&told.stderr)
        );
    }
    for (secret, words) in [
        ("", "secret key"),
        ("nonsense\nnonsense\n", "secret key"),
        (&SECRET.replacen("RWQAAEIy", "RWRTY0Iy", 1), "password"),
    ] {
        assert!(
            sign(&copy.root(), secret).unwrap_err().contains(words),
            "{secret}"
        );
    }
    let signature = fs::read(copy.at("SHA256SUMS.minisig")).unwrap();
    copy.write(
        "minisign.pub",
        format!("untrusted comment: x\n{OTHER_KEY}\n").as_bytes(),
    );
    assert!(
        sign(&copy.root(), SECRET)
            .unwrap_err()
            .contains("minisign.pub")
    );
    fs::remove_file(copy.at("minisign.pub")).unwrap();
    // What is not as its list says is not signed.
    copy.replace("aviso.html", "0.35", "0.85");
    assert_eq!(sign(&copy.root(), SECRET), Ok(None));
    assert_eq!(fs::read(copy.at("SHA256SUMS.minisig")).unwrap(), signature);
}

/// Returns every entry of a ZIP.
fn unzipped(path: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut zip = zip::ZipArchive::new(fs::File::open(path).unwrap()).unwrap();
    let mut entries = BTreeMap::new();
    for at in 0..zip.len() {
        let mut entry = zip.by_index(at).unwrap();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).unwrap();
        let name = entry.name().unwrap().into_owned();
        entries.insert(name, bytes);
    }
    entries
}

#[test]
fn what_changed_since_a_version_goes_into_one_zip() {
    let copy = Copy::new();
    let out = copy.home.path().join("since.zip");
    let since = SinceVersion::read("gasto@1").unwrap();
    let make = |since: &SinceVersion| {
        let mut sink = Sink::new();
        let made = difference(
            &copy.root(),
            &VerifyOrder::default(),
            since,
            &out,
            &mut sink,
        );
        made.map_err(|error| error.to_string())
    };
    let expected = DifferenceZip {
        from: 1,
        to: 3,
        files: 5,
        rows: 5,
    };
    assert_eq!(make(&since), Ok(Some(expected)));
    let entries = unzipped(&out);
    let names: Vec<&str> = entries.keys().map(String::as_str).collect();
    assert_eq!(
        names,
        [
            "SHA256SUMS",
            "changes/gasto.csv",
            "releases.jsonl",
            "versions/2/gasto.delta.jsonl.gz",
            "versions/3/gasto.delta.jsonl.gz",
        ]
    );
    let changes = std::str::from_utf8(&entries["changes/gasto.csv"]).unwrap();
    let rows = "change,id,name,amount\nbefore,1,Uno,10\nafter,1,Uno,0.35\nbefore,2,Dos,20\nafter,2,Dos,25\n\
        added,4,Cuatro,40\nadded,5,Cinco,50\nremoved,3,Tres,30\n";
    assert_eq!(changes, published(rows));
    assert_eq!(entries["releases.jsonl"], site()[LEDGER]);
    assert_eq!(entries["versions/2/gasto.delta.jsonl.gz"], site()[DELTA]);
    let sums = std::str::from_utf8(&entries["SHA256SUMS"]).unwrap();
    for (name, bytes) in entries.iter().filter(|(name, _)| *name != "SHA256SUMS") {
        assert!(
            sums.contains(&format!("{}  {name}\n", sha256(bytes))),
            "{name}"
        );
    }
    let first = fs::read(&out).unwrap();
    make(&since).unwrap();
    assert_eq!(fs::read(&out).unwrap(), first, "the same bytes again");
    let newest = SinceVersion::read("gasto@3").unwrap();
    assert_eq!(
        make(&newest).unwrap().map(|made| (made.files, made.rows)),
        Some((2, 0))
    );
    let refused = |text: &str| make(&SinceVersion::read(text).unwrap()).unwrap_err();
    assert!(refused("gasto@4").contains("newest is 3") && refused("gast@1").contains("“gast”"));
    for text in ["gasto", "gasto@", "gasto@0", "@1", "gasto@x"] {
        assert_eq!(SinceVersion::read(text), None, "{text}");
    }
    // Of a copy with a fault nothing is made.
    fs::remove_file(&out).unwrap();
    copy.write(DELTA, b"no gzip");
    assert_eq!(make(&since), Ok(None));
    assert!(!out.exists());
}

/// A copy on the web: what is read of a folder is read there too.
#[cfg(feature = "net")]
mod on_the_web {
    use super::{LEDGER, VerifyOrder, code_counts, site};
    use std::collections::BTreeMap;
    use std::io::{BufRead, BufReader, Write};
    use std::net::{SocketAddr, TcpListener, TcpStream};
    use std::path::PathBuf;
    use std::sync::Arc;
    use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
    use std::thread::JoinHandle;
    use tragaluz::Sink;
    use tragaluz::verify::verify;

    /// What a server answers for a path, where that is not its file; nothing at all for an empty text.
    type Answers = BTreeMap<&'static str, &'static str>;

    /// A server on loopback, which ends with the value.
    struct Server {
        at: SocketAddr,
        is_over: Arc<AtomicBool>,
        /// How many files were asked for.
        asked: Arc<AtomicUsize>,
        thread: Option<JoinHandle<()>>,
    }

    impl Server {
        fn of(files: BTreeMap<String, Vec<u8>>, answers: Answers) -> Server {
            let listener = TcpListener::bind("127.0.0.1:0").unwrap();
            let at = listener.local_addr().unwrap();
            let (is_over, asked) = (
                Arc::new(AtomicBool::new(false)),
                Arc::new(AtomicUsize::new(0)),
            );
            let (over, count) = (Arc::clone(&is_over), Arc::clone(&asked));
            let thread = std::thread::spawn(move || {
                for stream in listener.incoming() {
                    if over.load(Ordering::SeqCst) {
                        return;
                    }
                    count.fetch_add(1, Ordering::SeqCst);
                    // A client that goes away in the middle is none of the server's faults.
                    let _ = answer(stream.unwrap(), &files, &answers);
                }
            });
            Server {
                at,
                is_over,
                asked,
                thread: Some(thread),
            }
        }

        /// Verifies what it has, in its folder `p`.
        fn codes(&self) -> BTreeMap<&'static str, usize> {
            let mut sink = Sink::new();
            let place = PathBuf::from(format!("http://{}/p/", self.at));
            verify(&place, &VerifyOrder::default(), &mut sink).unwrap();
            code_counts(sink)
        }
    }

    impl Drop for Server {
        fn drop(&mut self) {
            self.is_over.store(true, Ordering::SeqCst);
            let _ = TcpStream::connect(self.at);
            let _ = self.thread.take().map(JoinHandle::join);
        }
    }

    /// Answers one request, and closes the connection.
    fn answer(
        mut stream: TcpStream,
        files: &BTreeMap<String, Vec<u8>>,
        answers: &Answers,
    ) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream.try_clone()?).lines();
        let first = lines.next().transpose()?.unwrap_or_default();
        while lines
            .next()
            .transpose()?
            .is_some_and(|line| !line.is_empty())
        {}
        let path = first.split(' ').nth(1).unwrap_or_default();
        let path = decoded(path.strip_prefix("/p/").unwrap_or_default());
        if let Some(answer) = answers.get(path.as_str()) {
            if answer.is_empty() {
                return Ok(());
            }
            return write!(
                stream,
                "HTTP/1.1 {answer}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            );
        }
        match files.get(&path) {
            Some(bytes) => {
                let length = bytes.len();
                write!(
                    stream,
                    "HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
                )?;
                stream.write_all(bytes)
            }
            None => write!(
                stream,
                "HTTP/1.1 404 No\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
            ),
        }
    }

    fn decoded(path: &str) -> String {
        let mut bytes = Vec::new();
        let mut parts = path.split('%');
        bytes.extend(parts.next().unwrap_or_default().bytes());
        for part in parts {
            bytes.push(u8::from_str_radix(&part[..2], 16).unwrap());
            bytes.extend(part[2..].bytes());
        }
        String::from_utf8(bytes).unwrap()
    }

    #[test]
    fn a_copy_on_the_web_is_held_against_itself() {
        let whole = Server::of(site().clone(), Answers::new());
        assert_eq!(whole.codes(), BTreeMap::from([("copy-unsigned", 1)]));
        let mut changed = site().clone();
        changed.get_mut("index.html").unwrap().push(b' ');
        changed.remove("aviso.html").unwrap();
        let codes = Server::of(changed, Answers::new()).codes();
        assert_eq!(codes.get("copy-file-changed"), Some(&1), "{codes:?}");
        assert_eq!(codes.get("copy-file-absent"), Some(&1), "{codes:?}");
    }

    #[test]
    fn nothing_is_followed_to_another_server() {
        let other = Server::of(site().clone(), Answers::new());
        // The answer has to outlive the server: it is a test's, and small.
        let leads: &'static str = Box::leak(
            format!("302 Found\r\nLocation: http://{}/p/index.html", other.at).into_boxed_str(),
        );
        let answers = Answers::from([
            ("index.html", leads),
            ("aviso.html", "301 Moved\r\nLocation: /p/aviso.html"),
            (LEDGER, "500 Broken"),
        ]);
        let server = Server::of(site().clone(), answers);
        let codes = server.codes();
        assert_eq!(other.asked.load(Ordering::SeqCst), 0);
        assert!(
            codes.get("system-refused").is_some_and(|count| *count >= 3),
            "{codes:?}"
        );
    }

    #[test]
    fn a_server_that_no_longer_answers_is_left_alone() {
        let paths = site().keys().filter(|path| *path != "SHA256SUMS");
        let silent: Answers = paths.map(|path| (path.as_str(), "")).collect();
        let count = silent.len();
        let server = Server::of(site().clone(), silent);
        let codes = server.codes();
        let asked = server.asked.load(Ordering::SeqCst);
        assert!(codes["system-refused"] >= 40, "{codes:?}");
        assert!(asked <= 20 && count > 40, "{asked} of {count}");
    }

    #[test]
    fn a_server_that_is_not_there_is_told_once() {
        let gone = TcpListener::bind("127.0.0.1:0")
            .unwrap()
            .local_addr()
            .unwrap();
        let mut sink = Sink::new();
        let place = PathBuf::from(format!("http://{gone}/"));
        verify(&place, &VerifyOrder::default(), &mut sink).unwrap();
        assert_eq!(code_counts(sink), BTreeMap::from([("system-refused", 1)]));
        let none = PathBuf::from("https://");
        assert!(verify(&none, &VerifyOrder::default(), &mut Sink::new()).is_err());
    }
}

/// How often each finding was found.
#[cfg(feature = "net")]
fn code_counts(sink: Sink) -> BTreeMap<&'static str, usize> {
    let mut codes = BTreeMap::new();
    for found in sink.into_sorted() {
        *codes.entry(found.code.id).or_insert(0) += 1;
    }
    codes
}

/// A program that was made without the part that reads the web says so.
#[cfg(not(feature = "net"))]
#[test]
fn an_address_needs_the_part_that_reads_the_web() {
    let place = PathBuf::from("https://datos.example/");
    let fault = verify(&place, &VerifyOrder::default(), &mut Sink::new()).unwrap_err();
    let found = format!("{:?}", fault.diagnostic());
    assert!(found.contains("no-net"), "{found}");
}
