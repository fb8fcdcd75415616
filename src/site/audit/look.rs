//! Looking at one page: its links, what it loads, its places, its weight.

use super::budget::of_kind;
use super::markup::{Markup, of_script, of_tag, runs};
use super::{AuditedPage, Weighing, rough};
use crate::html::pieces::{Piece, Tag, pieces};
use flate2::{Compress, Compression, FlushCompress, Status};
use memchr::memmem;
use serde::{Deserialize, Serialize};
use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;

/// What was seen in a page.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct InspectedPage {
    pub(super) path: String,
    pub(super) kind: String,
    pub(super) source: Option<String>,
    /// Its size by `gzip`.
    pub(super) bytes: u64,
    pub(super) look: Look,
}

/// What a page's tags lead to, load and mark; nothing where it is a plain text.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Look {
    /// What readers can follow.
    pub(super) links: Texts,
    /// What the page loads by itself, each address once, and whether only once it is scrolled to.
    pub(super) loads: Vec<(String, bool)>,
    /// Places that links can lead to.
    pub(super) places: Texts,
    /// Places that occur more than once.
    pub(super) repeated: Texts,
    /// What runs, embeds or sends something.
    pub(super) markup: Vec<Markup>,
}

/// Texts, each once and in order, in one piece of memory: a large portal has millions of links. No tag holds a NUL.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Texts(Box<str>);

impl Texts {
    fn of(texts: &BTreeSet<String>) -> Texts {
        Texts(
            texts
                .iter()
                .flat_map(|text| [text.as_str(), "\0"])
                .collect::<String>()
                .into(),
        )
    }

    /// Returns the piece of memory.
    pub(super) fn bytes(&self) -> &[u8] {
        self.0.as_bytes()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> + Clone {
        self.0.split_terminator('\0')
    }

    /// Looks for a text by halving what is left: a page of a thousand headings has a thousand links to them.
    pub(crate) fn contains(&self, text: &str) -> bool {
        let mut rest = self.0.as_bytes();
        while !rest.is_empty() {
            let start = memchr::memrchr(0, &rest[..rest.len() / 2]).map_or(0, |nul| nul + 1);
            let end = memchr::memchr(0, &rest[start..]).map_or(rest.len(), |nul| start + nul);
            match rest[start..end].cmp(text.as_bytes()) {
                Ordering::Equal => return true,
                Ordering::Less => rest = rest.get(end + 1..).unwrap_or_default(),
                Ordering::Greater => rest = &rest[..start],
            }
        }
        false
    }
}

/// What is seen while a page is looked through.
#[derive(Debug, Default)]
pub(crate) struct LookBuilder {
    links: BTreeSet<String>,
    loads: BTreeSet<(String, bool)>,
    places: BTreeSet<String>,
    repeated: BTreeSet<String>,
    markup: BTreeSet<Markup>,
}

impl InspectedPage {
    /// The page's path, and its size compressed.
    pub(crate) fn weight(&self) -> (&str, u64) {
        (&self.path, self.bytes)
    }
}

/// What was seen in a page that was looked at. Can be done for many pages at a time.
pub(crate) fn weighed(page: &AuditedPage<'_>, look: Look, weighing: Weighing) -> InspectedPage {
    let roughly = (weighing == Weighing::Roughly)
        .then(|| rough_weight(page, &look))
        .flatten();
    InspectedPage {
        path: page.path.to_owned(),
        kind: page.kind.to_owned(),
        source: page.source.map(str::to_owned),
        bytes: roughly.unwrap_or_else(|| compressed(page.text.as_bytes(), LEVEL)),
        look,
    }
}

/// Returns what a page weighs at most, as long as that is far below its budget: by a [bound](rough::bound), or compressed in the quickest
/// way. `None` where only its true weight tells whether it is within.
fn rough_weight(page: &AuditedPage<'_>, look: &Look) -> Option<u64> {
    let is_far_below = |bytes: &u64| *bytes * 5 <= of_kind(page.kind) * 4;
    // What the address itself holds (`data:,` in the place of an icon) is in the page already.
    if (look.loads.iter()).any(|(address, _)| !address.starts_with("data:")) {
        return None;
    }
    let bound = rough::bound(page.text, quickest, |bytes| is_far_below(&(bytes + AROUND)));
    let bound = bound.map(|bytes| bytes + AROUND);
    bound.or_else(|| Some(quickest(page.text.as_bytes())).filter(is_far_below))
}

fn quickest(bytes: &[u8]) -> u64 {
    compressed(bytes, QUICKEST)
}

/// Looks at one page, and weighs it.
pub fn inspect(page: &AuditedPage<'_>) -> InspectedPage {
    weighed(
        page,
        if is_html(page.path) {
            Look::at(&pieces(page.text))
        } else {
            Look::default()
        },
        Weighing::Exactly,
    )
}

/// Whether a path is a page's.
pub(super) fn is_html(path: &str) -> bool {
    path.ends_with(".html")
}

/// Bytes of gzip around what is compressed: its head and its sum (RFC 1952, 2.3).
const AROUND: u64 = 18;

/// How hard is compressed: as `gzip` does where nothing else is asked of it, and as most servers do.
const LEVEL: u32 = 6;

/// How hard is compressed where a weight from above will do.
const QUICKEST: u32 = 1;

/// Compresses to know the size. Its tables are large: making them for each page takes longer than compressing a small one.
struct GzipScale {
    packer: Compress,
    out: Vec<u8>,
}

impl GzipScale {
    fn new(level: u32) -> RefCell<GzipScale> {
        RefCell::new(GzipScale {
            packer: Compress::new(Compression::new(level), false),
            out: Vec::new(),
        })
    }

    fn weigh(&mut self, bytes: &[u8]) -> u64 {
        self.packer.reset();
        loop {
            self.out.clear();
            self.out.reserve(bytes.len() / 2 + 1024);
            let read = usize::try_from(self.packer.total_in()).expect("no more than was given");
            let state =
                (self.packer).compress_vec(&bytes[read..], &mut self.out, FlushCompress::Finish);
            if state.expect("compressing to memory never fails") == Status::StreamEnd {
                return self.packer.total_out() + AROUND;
            }
        }
    }
}

thread_local! {
    static EXACT: RefCell<GzipScale> = GzipScale::new(LEVEL);
    static QUICK: RefCell<GzipScale> = GzipScale::new(QUICKEST);
}

/// Returns the size that `gzip` comes to, in bytes.
fn compressed(bytes: &[u8], level: u32) -> u64 {
    let scale = if level == QUICKEST { &QUICK } else { &EXACT };
    scale.with_borrow_mut(|scale| scale.weigh(bytes))
}

/// Values of `rel` that make a browser load the address.
const LOADING: &[&str] = &[
    "stylesheet",
    "icon",
    "apple-touch-icon",
    "mask-icon",
    "manifest",
    "preload",
    "modulepreload",
    "prefetch",
    "prerender",
    "preconnect",
    "dns-prefetch",
];

impl Look {
    /// Looks through a page's pieces.
    pub(crate) fn at(pieces: &[Piece]) -> Look {
        let mut seen = LookBuilder::default();
        seen.read(pieces);
        for css in styles(pieces) {
            seen.css(css);
        }
        seen.finish()
    }
}

/// Returns the texts of `style` elements.
fn styles<'a>(pieces: &'a [Piece<'a>]) -> impl Iterator<Item = &'a str> {
    let is_style = |piece: &Piece<'_>| matches!(piece, Piece::Open(tag) if tag.name == "style");
    pieces.split(is_style).skip(1).flat_map(|after| {
        after.iter().map_while(|piece| match piece {
            Piece::Text(css) => Some(&**css),
            _ => None,
        })
    })
}

impl LookBuilder {
    /// Reads a part of a page, but for its style sheets.
    pub(crate) fn read(&mut self, pieces: &[Piece]) {
        let mut in_style = false;
        let mut script: Option<String> = None;
        for piece in pieces {
            match piece {
                Piece::Open(tag) => {
                    in_style = tag.name == "style";
                    script = (tag.name == "script" && tag.get("src").is_none() && runs(tag))
                        .then(String::new);
                    self.markup.extend(of_tag(tag));
                    self.tag(tag);
                }
                Piece::Text(_) if in_style => {}
                Piece::Close(_) => {
                    in_style = false;
                    self.markup.extend(
                        script
                            .take()
                            .filter(|text| !text.trim().is_empty())
                            .map(|text| of_script(&text)),
                    );
                }
                Piece::Text(text) => {
                    if let Some(script) = &mut script {
                        script.push_str(text);
                    }
                }
            }
        }
    }

    /// Reads the style sheets of a finished page.
    pub(crate) fn read_styles(&mut self, html: &str) {
        for at in memmem::find_iter(html.as_bytes(), "<style") {
            let Some((_, css)) = html[at..].split_once('>') else {
                return;
            };
            let end = memmem::find(css.as_bytes(), b"</style").unwrap_or(css.len());
            self.css(&css[..end]);
        }
    }

    pub(crate) fn finish(self) -> Look {
        let [links, places, repeated] = [&self.links, &self.places, &self.repeated].map(Texts::of);
        Look {
            links,
            loads: self.loads.into_iter().collect(),
            places,
            repeated,
            markup: self.markup.into_iter().collect(),
        }
    }

    fn tag(&mut self, tag: &Tag) {
        self.place(tag);
        if let Some(css) = tag.get("style") {
            self.css(css);
        }
        let lazy = tag.get("loading") == Some("lazy");
        match &*tag.name {
            "a" | "area" => self.link(tag.get("href")),
            "link" => {
                let rel = tag.get("rel").unwrap_or_default().to_ascii_lowercase();
                if rel.split_ascii_whitespace().any(|r| LOADING.contains(&r)) {
                    self.load(tag.get("href"), false);
                } else {
                    self.link(tag.get("href"));
                }
            }
            "meta" => {
                let refresh = tag
                    .get("http-equiv")
                    .is_some_and(|h| h.eq_ignore_ascii_case("refresh"));
                self.link(
                    tag.get("content")
                        .filter(|_| refresh)
                        .and_then(refresh_target),
                );
            }
            "object" => self.load(tag.get("data"), lazy),
            "use" | "image" => {
                self.load(tag.get("href"), lazy);
                self.load(tag.get("xlink:href"), lazy);
            }
            "img" | "source" | "video" | "audio" | "script" | "iframe" | "embed" | "track"
            | "input" | "frame" => {
                self.load(tag.get("src"), lazy);
                self.load(tag.get("poster"), lazy);
                for candidate in tag.get("srcset").unwrap_or_default().split(',') {
                    self.load(candidate.split_ascii_whitespace().next(), lazy);
                }
            }
            _ => {}
        }
    }

    fn place(&mut self, tag: &Tag) {
        let named = (tag.name == "a").then(|| tag.get("name")).flatten();
        if let Some(id) = tag
            .get("id")
            .filter(|id| !self.places.insert((*id).to_owned()))
        {
            self.repeated.insert(id.to_owned());
        }
        self.places.extend(named.map(str::to_owned));
    }

    fn link(&mut self, address: Option<&str>) {
        self.links
            .extend(address.map(|a| a.trim_ascii().to_owned()));
    }

    fn load(&mut self, address: Option<&str>, lazy: bool) {
        let address = address
            .map(str::trim_ascii)
            .filter(|a| !a.is_empty() && !a.starts_with('#'));
        self.loads.extend(address.map(|a| (a.to_owned(), lazy)));
    }

    /// What a style sheet loads: `url(…)` and `@import "…"`.
    fn css(&mut self, css: &str) {
        for (at, _) in css.match_indices("url(") {
            let inside = css[at + 4..].split(')').next().unwrap_or_default().trim();
            self.load(Some(inside.trim_matches(['"', '\''])), false);
        }
        for (at, _) in css.match_indices("@import") {
            let rest = css[at + 7..].trim_start();
            if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
                self.load(rest[1..].split(quote).next(), false);
            }
        }
    }
}

/// The address in `0; url=…`.
fn refresh_target(content: &str) -> Option<&str> {
    let at = content.to_ascii_lowercase().find("url=")?;
    Some(content[at + 4..].trim_matches(['"', '\'', ' ']))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str) -> Look {
        inspect(&AuditedPage {
            path: "a.html",
            kind: "page",
            source: None,
            text,
        })
        .look
    }

    #[test]
    fn texts_are_found_and_no_others() {
        let own = ["", "a", "a-b", "agua", "años", "b", "y", "z"];
        let texts = Texts::of(&own.iter().map(|text| (*text).to_owned()).collect());
        for text in [
            "", "a", "a-", "a-b", "agu", "agua", "aguas", "años", "b", "c", "y", "z", "zz",
        ] {
            assert_eq!(texts.contains(text), own.contains(&text), "{text}");
        }
        assert!(!Texts::default().contains("") && !Texts::default().contains("a"));
    }

    #[test]
    fn tells_what_is_followed_from_what_is_loaded() {
        let seen = seen(
            "<link rel=canonical href=c><link rel='shortcut icon' href=i><a href=' a&amp;b '>x</a><img src=p loading=lazy \
             srcset='q 1x, r 2x'><style>@import 'u'; b{background:url( \"v\" )}</style><p style='x:url(w)'>url(no)\
             <meta http-equiv=Refresh content='0; URL=m'><svg><use href='#s'/></svg><!-- <img src=no> -->\
             <script>'<a href=no>'</script>",
        );
        assert_eq!(seen.links.iter().collect::<Vec<_>>(), ["a&b", "c", "m"]);
        let loads: Vec<(&str, bool)> = seen
            .loads
            .iter()
            .map(|(a, lazy)| (a.as_str(), *lazy))
            .collect();
        let lazy = |a| (a, true);
        let now = |a| (a, false);
        assert_eq!(
            loads,
            [
                now("i"),
                lazy("p"),
                lazy("q"),
                lazy("r"),
                now("u"),
                now("v"),
                now("w")
            ]
        );
    }

    #[test]
    fn places_and_their_repetitions() {
        let seen = seen("<h1 id=a>x</h1><a name=b></a><p id=a>y");
        assert_eq!(seen.places.iter().collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(seen.repeated.iter().collect::<Vec<_>>(), ["a"]);
    }

    /// Whether a page is within its budget is never told by a rough weight alone.
    #[test]
    fn a_rough_weight_is_above_the_true_one_and_far_below_the_budget() {
        let words: String = (0..4_000).map(|n| format!("{} ", n * n % 977)).collect();
        // Letters in no order: nothing comes again, so that each takes what its code does.
        let dice = (0..30_000_u32).scan(1_u32, |dice, _| {
            *dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            Some(char::from(
                b'a' + u8::try_from(*dice >> 24).unwrap_or(0) % 26,
            ))
        });
        let letters: String = dice.collect();
        let lengths = [1_000, 8_000, 15_000, 20_000, words.len()];
        let texts = [&words, &letters].into_iter();
        for (text, length) in texts.flat_map(|text| lengths.map(|length| (text, length))) {
            let page = AuditedPage {
                path: "a.html",
                kind: "commitment",
                source: None,
                text: &text[..length.min(text.len())],
            };
            let [exact, rough] = [Weighing::Exactly, Weighing::Roughly]
                .map(|weighing| weighed(&page, Look::default(), weighing).bytes);
            let is_near = exact * 5 > of_kind(page.kind) * 4;
            assert!(rough >= exact, "{length}: {rough} {exact}");
            assert!(!is_near || rough == exact, "{length}: {rough} {exact}");
        }
    }

    /// An icon that the page itself holds is loaded from nowhere; one that is a file is weighed with the page.
    #[test]
    fn a_page_that_loads_no_file_is_weighed_roughly() {
        let words: String = (0..4_000).map(|n| format!("{} ", n * n % 977)).collect();
        let weight = |icon: &str| {
            let text = format!("<link rel=\"icon\" href=\"{icon}\"><p>{words}</p>");
            let page = AuditedPage {
                path: "a.html",
                kind: "commitment",
                source: None,
                text: &text,
            };
            let look = Look::at(&pieces(&text));
            let rough = weighed(&page, look.clone(), Weighing::Roughly).bytes;
            (rough, weighed(&page, look, Weighing::Exactly).bytes)
        };
        let (rough, exact) = weight("data:,");
        assert!(rough > exact, "{rough} {exact}");
        let (rough, exact) = weight("icon.png");
        assert_eq!(rough, exact);
    }

    #[test]
    fn weighs_as_gzip_does() {
        // `python3 -c "print('abc '*1000, end='')" | gzip -n | wc -c` says 45; other packers may differ by some bytes.
        assert!((35..=65).contains(&compressed("abc ".repeat(1000).as_bytes(), LEVEL)));
        for text in [
            String::new(),
            "x".to_owned(),
            "abc ".repeat(1000),
            (0..9_000).map(|n| (n * n).to_string()).collect(),
        ] {
            let mut gzip = flate2::write::GzEncoder::new(Vec::new(), Compression::new(LEVEL));
            std::io::Write::write_all(&mut gzip, text.as_bytes()).unwrap();
            assert_eq!(
                compressed(text.as_bytes(), LEVEL),
                gzip.finish().unwrap().len() as u64
            );
        }
    }
}
