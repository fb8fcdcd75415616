//! Words that others wrote: whatever they are, what is published runs and loads nothing, leads nowhere that runs, and no
//! character in it is obeyed by a screen. What is held is in `fuzz/bodies/`; a parser of browsers' grade reads what came out.

#![allow(
    clippy::disallowed_methods,
    reason = "a test prepares its own files, and reads what was built"
)]

use crate::driver::{Portal, ended, tragaluz};
use crate::fuzz::bodies::harmless::{Bitmaps, Nothing, html_faults, xml_faults};
use crate::fuzz::bodies::portal;
use tragaluz::probe;
use tragaluz::text::obeyed;

/// What has run somewhere, by its kind.
const ATTACKS: &[&str] = &[
    "<script>alert(1)</script>",
    "</title></style></textarea></script><script>alert(1)</script>",
    "\"><script src=//e.example/x.js></script>",
    "' onmouseover='alert(1)' x='",
    "\" onfocus=alert(1) autofocus tabindex=1 x=\"",
    "<img src=x onerror=alert(1)>",
    "<svg/onload=alert(1)>",
    "<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>",
    "<svg><animate attributeName=href values=javascript:alert(1) /></svg>",
    "<svg><foreignObject><iframe src=javascript:x></iframe></foreignObject></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
    "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
    "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
    "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
    "<select><template><img src=x onerror=alert(1)></template></select>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<a href=\" java&#9;script:alert(1)\">x</a>",
    "<a href=\"&#x6A;avascript&colon;alert(1)\">x</a>",
    "<a href=\"data:text/html,<script>1</script>\">x</a>",
    "[x](javascript:alert\\(1\\)) [y](JaVaScRiPt:x) [z](vbscript:x) [w](data:text/html;base64,PHNjcmlwdD4=)",
    "![x](javascript:x) ![y](https://e.example/a.png) ![z](//e.example/b.png)",
    "<https://e.example/\"onclick=x> <javascript:x> <JAVASCRIPT&colon;x>",
    "[x](<java\tscript:alert(1)>) [y](&#1;javascript:x) [z](\u{1}javascript:x) [w](java\u{a0}script:x)",
    "<iframe srcdoc=\"<script>1</script>\"></iframe><object data=x></object><embed src=x>",
    "<base href=//e.example/><meta http-equiv=refresh content=\"0;url=javascript:x\"><link rel=stylesheet href=//e.example/x>",
    "<style>@import '//e.example/x';body{background:url(//e.example/y)}</style>",
    "<div style=\"background:url(//e.example/x);behavior:url(x)\">x</div>",
    "<video src=x poster=//e.example/x autoplay><source src=y></video><audio src=z></audio>",
    "<table background=//e.example/x><td background=//e.example/y>z</table>",
    "<input type=image src=//e.example/x formaction=javascript:x><button formaction=javascript:x>y</button>",
    "<img srcset=\"//e.example/x 1x\"><picture><source srcset=//e.example/y></picture>",
    "{{ 7 * 7 }} {% include \"base.html\" %} ${7*7} #{x}",
    "]]><script>alert(1)</script><![CDATA[",
    "--><script>alert(1)</script><!--",
    "<?xml-stylesheet href=\"javascript:x\"?><!DOCTYPE x [<!ENTITY e \"<script>1</script>\">]>&e;",
    "\u{2028}alert(1)\u{2029}</script>",
    "`</code><script>alert(1)</script>` ~~~\n</pre><script>1</script>",
    "| <script>1</script> | `|` |\n|---|---|\n| <img src=x onerror=y> | \\| |",
    "[x]{lang=\"x onclick=y\"} [y]{lang=nah onclick=z} # {#\"><script>1</script>}",
    "[^<script>]: <script>1</script>\n\n[^<script>] [a]: javascript:x \"t\"\n\n[b]: javascript:x\n\n[b]",
    "\u{f8fe}\u{f8ff}0\u{f8ff} <b id=\"\u{f8fe}x\" class=\u{f8fe}y>z</b>",
    "+ADw-script+AD4-alert(1)+ADw-/script+AD4-",
    "<x:script xmlns:x=\"http://www.w3.org/1999/xhtml\">alert(1)</x:script>",
    "\u{202e}gnp.exe\u{2066}x \u{e0041}\u{feff}\u{1b}[31m\u{9b}2J\u{7}",
];

#[test]
fn nothing_that_others_wrote_runs_or_loads() {
    // Each turn puts other words into each place.
    for turn in 0..4 {
        let mut pieces = ATTACKS.to_vec();
        pieces.rotate_left(turn * 11);
        let home = tempfile::tempdir().unwrap();
        portal::prepare(home.path(), &pieces);
        let out = portal::built(home.path()).unwrap_or_else(|words| panic!("{words}"));
        let faults = portal::faults(&out);
        assert!(faults.is_empty(), "turn {turn}: {faults:#?}");
        assert!(out.join("datasets/d/index.html").is_file() && out.join("about.html").is_file());
    }
}

#[test]
fn whatever_is_written_in_a_text_is_harmless() {
    for attack in ATTACKS {
        for around in [
            "X",
            "# X",
            "> X",
            "- X",
            "| X |\n|---|\n| X |",
            "<b>X</b>",
            "<p title=\"X\">",
            "[X](X)",
            "```\nX\n```",
        ] {
            let html = probe::markdown(&around.replace('X', attack));
            let faults = html_faults(&html, &Nothing);
            assert!(faults.is_empty(), "{faults:#?}\n{html}");
        }
    }
}

#[test]
fn links_lead_by_few_schemes_however_they_are_written() {
    let href = |markdown: &str| {
        let html = probe::markdown(markdown);
        let (_, rest) = html.split_once("href=\"")?;
        rest.split_once('"').map(|(address, _)| address.to_owned())
    };
    for good in [
        "http://a.example/",
        "HTTPS://a.example/",
        "mailto:a@b.example",
        "tel:+52",
        "sms:+52",
        "geo:19,-99",
        "a/b.html",
        "#x",
        "?a:b",
        "a/b:c",
    ] {
        for markdown in [format!("[x]({good})"), format!("<a href=\"{good}\">x</a>")] {
            assert_eq!(href(&markdown).as_deref(), Some(good), "{markdown}");
        }
    }
    for scheme in [
        "javascript",
        "vbscript",
        "data",
        "file",
        "ftp",
        "blob",
        "filesystem",
        "view-source",
        "ms-word",
        "intent",
        "about",
        "chrome",
        "jar",
        "ws",
        "x",
    ] {
        let [first, rest] = [&scheme[..1], &scheme[1..]];
        let number = u32::from(first.chars().next().unwrap());
        let written = [
            format!("{scheme}:x"),
            format!("{}:x", scheme.to_uppercase()),
            format!("&#x{number:X};{rest}:x"),
            format!("&#{number:07};{rest}&colon;x"),
            format!("&#1;{scheme}:x"),
            format!("&#32;&#9;{scheme}:x"),
            format!("{first}&#9;{rest}:x"),
            format!("{first}&NewLine;{rest}:x"),
            format!("{first}&#13;{rest}&Tab;:x"),
            format!("&#31;{first}&#10;{rest}:x"),
        ];
        for address in written {
            for markdown in [
                format!("[x](<{address}>)"),
                format!("[x][y]\n\n[y]: <{address}>"),
                format!("<a href=\"{address}\">x</a>"),
                format!("<b><a HREF='{address}'>x</a></b>"),
                format!("![x](<{address}>)"),
            ] {
                let html = probe::markdown(&markdown);
                let faults = html_faults(&html, &Nothing);
                assert!(
                    faults.is_empty() && !html.contains("<img"),
                    "{markdown}: {html}"
                );
                let led = href(&markdown);
                assert!(
                    led.is_none_or(|led| led.starts_with('%') || led.starts_with("./")),
                    "{markdown}: {html}"
                );
            }
        }
    }
}

/// Turns the writing, hides a text in tags, moves a terminal's cursor; between them, writing from right to left as it should be.
const TURNED: &str = "a\u{202e}fdp.exe\u{2066}b\u{e0041}c";
const RIGHT: &str = "\u{2067}قانون 2024\u{2069} \u{200e}(x)\u{200f} می\u{200c}خواهم";

#[test]
fn characters_that_a_screen_obeys_are_shown_and_downloads_keep_them() {
    let csv = format!("name,{TURNED},n\n\"{RIGHT}\",x{TURNED},1\n\"{TURNED}\",\u{1b}[2Jy,2\n");
    let portal = Portal::new()
        .file(
            "content/about.md",
            &format!(
                "---\ntitle: T {TURNED}\nmenu: yes\n---\nP {TURNED}\n\nQ &#8238;z\n\n{RIGHT}\n"
            ),
        )
        .file(
            "data/d/dataset.md",
            "---\ntitle: D\nsummary: S\nmodified: 2024-01-01\n---\n",
        )
        .file("data/d/d.csv", &csv);
    let built = portal.build();
    built.assert_published();
    let page = built.text("about.html");
    let shown = "a\u{fffd}fdp.exe\u{fffd}b\u{fffd}c";
    assert!(
        page.contains(&format!("T {shown}"))
            && page.contains("P a\u{fffd}fdp.exe\u{fffd}b\u{fffd} c"),
        "{page}"
    );
    assert!(page.contains("Q \u{fffd}z"), "{page}");
    assert!(page.contains(RIGHT), "{page}");
    assert_eq!(
        built.of_code("direction-characters").len(),
        2,
        "{:?}",
        built.findings
    );
    let data: Vec<String> = (built.files().into_iter())
        .filter(|(path, _)| path.starts_with("datasets/d/") && path.ends_with(".html"))
        .map(|(_, bytes)| String::from_utf8(bytes).unwrap())
        .collect();
    assert!(
        data.iter().any(|page| page.contains(RIGHT))
            && data.iter().any(|page| page.contains(shown))
    );
    assert!(
        data.iter()
            .all(|page| obeyed::places(page).is_empty() && !page.contains('\u{1b}'))
    );
    let download = built.text("datasets/d/d.csv");
    assert!(
        download.contains(TURNED) && download.contains(RIGHT),
        "{download:?}"
    );
}

#[test]
fn a_terminal_is_told_nothing_that_it_obeys() {
    let home = tempfile::tempdir().unwrap();
    let file = home.path().join("a.csv");
    std::fs::write(
        &file,
        format!("{TURNED},\u{1b}[31mb\n{TURNED},\u{9b}2J\n{TURNED},2\n"),
    )
    .unwrap();
    for args in [
        &["profile"][..],
        &["check"],
        &["profile", "--format", "json"],
    ] {
        let said = ended(tragaluz().args(args).arg(&file)).said();
        let obeyed = said.find(|c: char| c.is_control() && !matches!(c, '\n' | '\t'));
        assert!(
            obeyed.is_none() && obeyed::places(&said).is_empty(),
            "{args:?}: {said:?}"
        );
    }
}

#[test]
fn what_runs_or_loads_is_found_by_the_checks_themselves() {
    for runs in [
        "<script>1</script>",
        "<script src=a.js></script>",
        "<img src=x onerror=y>",
        "<a href=' java&#9;script:x'>x</a>",
        "<a href=&#x6A;avascript:x>x</a>",
        "<a href=data:text/html,x>x</a>",
        "<img src=//e.example/x>",
        "<img src='/\\e.example/x'>",
        "<img srcset='a 1x, https://e.example/x 2x'>",
        "<p style='background:u\\72l(//e.example/x)'>",
        "<style>@im/**/port 'x'</style>",
        "<svg><use href=https://e.example/#a /></svg>",
        "<svg><set attributeName=href to=x /></svg>",
        "<iframe></iframe>",
        "<base href=a>",
        "<meta http-equiv=Refresh content='0; url=https://e.example'>",
        "<link rel=preload href=//e.example/x>",
        "<form action=javascript:x></form>",
        "<template><img onerror=x></template>",
    ] {
        assert!(!html_faults(runs, &Nothing).is_empty(), "{runs}");
    }
    for runs in [
        "<a><script/></a>",
        "<?xml-stylesheet href='x'?><a/>",
        "<!DOCTYPE a [<!ENTITY e 'x'>]><a/>",
        "<a><b></a>",
        "<a onload='x'/>",
        "<image href='data:image/svg+xml,x'/>",
    ] {
        assert!(!xml_faults(runs, &Bitmaps).is_empty(), "{runs}");
    }
    for still in [
        "<p onward>x</p>".replace(" onward", ""),
        "<a href='https://a.example'>x</a><img src=a.png alt=x>".to_owned(),
        "<svg><path fill='url(#a)'/></svg>".to_owned(),
    ] {
        assert_eq!(html_faults(&still, &Nothing), [""; 0], "{still}");
    }
}
