//! The audit over small sites.

use tragaluz::diag::{Diagnostic, Speech};
use tragaluz::site::audit::{Audit, AuditedPage, OwnBudget, Rules, inspect, judge};
use tragaluz::stage::{Manifest, WrittenFile};

fn audit_by(pages: &[(&str, &str)], others: &[&str], rules: &Rules) -> Audit {
    let written = |bytes: usize| WrittenFile {
        bytes: bytes as u64,
        sha256: String::new(),
    };
    let mut files: Manifest = others
        .iter()
        .map(|path| ((*path).to_owned(), written(1000)))
        .collect();
    files.extend(
        pages
            .iter()
            .map(|(path, text)| ((*path).to_owned(), written(text.len()))),
    );
    let seen: Vec<_> = pages
        .iter()
        .map(|(path, text)| {
            inspect(&AuditedPage {
                path,
                kind: "home",
                source: Some("content/x.md"),
                text,
            })
        })
        .collect();
    judge(&seen, &files, rules)
}

fn audit(pages: &[(&str, &str)], others: &[&str]) -> Audit {
    audit_by(
        pages,
        others,
        &Rules {
            base_url: Some("https://a.example/p/".into()),
            ..Rules::default()
        },
    )
}

fn codes(found: &[Diagnostic]) -> Vec<&'static str> {
    found.iter().map(|d| d.code.id).collect()
}

#[test]
fn a_sound_site_has_no_findings() {
    let page = "<link rel=canonical href='https://a.example/p/'><link rel=license href='https://cc.example/by/'>\
                <a href='a/b.html#x'>b</a><a href='#y' id=y>y</a><a href='https://elsewhere.example'>out</a>\
                <a href='mailto:a@b.example'>m</a><a href='SHA256SUMS'>sums</a><a href='d/a%C3%B1o.csv'>csv</a>\
                <img src='data:image/png;base64,x'>";
    let found = audit(
        &[
            ("index.html", page),
            ("a/b.html", "<p id=x><a href='../index.html'>up</a>"),
        ],
        &["d/año.csv"],
    );
    assert_eq!(codes(&found.found), [] as [&str; 0]);
}

#[test]
fn each_fault_is_found_and_said() {
    let cases = [
        ("<a href='no.html'>", "link-broken"),
        ("<a href='../../x'>", "link-broken"),
        ("<a href='https://a.example/p/no.html'>", "link-broken"),
        ("<img src='no.png'>", "link-broken"),
        ("<a href='a/b.html#no'>", "link-fragment-broken"),
        ("<a href='#no'>", "link-fragment-broken"),
        ("<a href='a/'>", "link-to-folder"),
        ("<a href='a'>", "link-to-folder"),
        ("<a href='./'>", "link-to-folder"),
        ("<a href='/p/a/b.html'>", "link-absolute"),
        ("<img src='https://cdn.example/x.png'>", "other-host"),
        ("<script src='//cdn.example/x.js'></script>", "other-host"),
        (
            "<link rel=stylesheet href='https://cdn.example/x.css'>",
            "other-host",
        ),
        ("<iframe src='http://cdn.example/x'></iframe>", "other-host"),
        (
            "<p style='background:url(https://cdn.example/x)'>",
            "other-host",
        ),
        (
            "<style>@font-face{src:url(https://cdn.example/x)}</style>",
            "other-host",
        ),
        ("<i id=a></i><i id=a></i>", "repeated-anchor"),
    ];
    for (page, code) in cases {
        let audit = audit(&[("index.html", page), ("a/b.html", "<p id=x>")], &[]);
        assert_eq!(codes(&audit.found), [code], "{page}");
        for locale in ["en", "es"] {
            let speech = Speech::for_locale(locale);
            let message = speech.message(&audit.found[0]);
            assert!(
                message.contains("index.html") && message.ends_with('.'),
                "{message}"
            );
            assert!(!message.contains('{') && !speech.help(&audit.found[0]).unwrap().contains('{'));
        }
        assert_eq!(audit.found[0].place.as_ref().unwrap().file, "content/x.md");
    }
}

#[test]
fn the_page_for_lost_readers_begins_at_the_root() {
    let found = audit(
        &[
            ("404.html", "<a href='/p/index.html'>home</a>"),
            ("index.html", ""),
        ],
        &[],
    );
    assert_eq!(codes(&found.found), [] as [&str; 0]);
}

#[test]
fn a_fault_of_the_theme_is_told_once() {
    let paths: Vec<String> = (0..40).map(|i| format!("{i}.html")).collect();
    let pages: Vec<(&str, &str)> = paths
        .iter()
        .map(|p| (p.as_str(), "<a href='no.html'>"))
        .collect();
    let audit = audit(&pages, &[]);
    assert_eq!(codes(&audit.found), ["link-broken"]);
    let speech = Speech::for_locale("en");
    let message = speech.message(&audit.found[0]);
    assert!(
        message.ends_with("not in the site; so do 39 other pages."),
        "{message}"
    );
}

/// Text that does not compress.
fn noise(bytes: usize) -> String {
    let mut state = 1_u64;
    let letter = |state: &mut u64| {
        *state = state
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1);
        char::from(b'0' + u8::try_from((*state >> 58) % 64).unwrap())
    };
    (0..bytes)
        .map(|_| letter(&mut state))
        .map(|c| if matches!(c, '<' | '&' | '>') { 'x' } else { c })
        .collect()
}

#[test]
fn pages_are_held_to_their_budgets() {
    let weigh = |bytes: usize| codes(&audit(&[("index.html", &noise(bytes))], &[]).found);
    assert_eq!(weigh(10_000), [] as [&str; 0]);
    assert_eq!(weigh(12_900), ["page-nearly-too-heavy"]);
    assert_eq!(weigh(14_500), ["page-too-heavy"]);
}

#[test]
fn a_page_may_have_a_budget_of_its_own_but_never_beyond_the_first_view() {
    let own = |bytes| OwnBudget {
        bytes,
        reason: "maps".into(),
    };
    let rules = |bytes| Rules {
        budgets: [("index.html".to_owned(), own(bytes))].into(),
        ..Rules::default()
    };
    let page = noise(14_500);
    let within = audit_by(&[("index.html", &page)], &[], &rules(14_000));
    assert_eq!(codes(&within.found), [] as [&str; 0]);
    assert_eq!(within.weights[0].reason.as_deref(), Some("maps"));
    let beyond = audit_by(&[("index.html", &page)], &[], &rules(20_000));
    assert_eq!(codes(&beyond.found), ["budget-too-large"]);
    assert_eq!(beyond.weights[0].limit, 14_336);
}

#[test]
fn what_a_page_loads_is_weighed_with_it_unless_it_is_lazy() {
    let page = "<img src=a.png><img src=b.png loading=lazy><img src='./a.png'>";
    let audit = audit(&[("index.html", page)], &["a.png", "b.png"]);
    assert_eq!(audit.weights[0].requests, 2);
    assert!((1000..1200).contains(&audit.weights[0].bytes));
}
