//! A finished page's text in Typst's language: the same words in the same order, as far as paper has a use for them. Words
//! are in strings alone, so that nothing in a text is ever read as a command.

use super::super::epub::xhtml::drawing;
use super::press::Typesetter;
use crate::html::skipped::is_skipped_in_books;
use crate::html::target::{Target, resolve};
use crate::html::tree::{Node, is_block};
use crate::record::{absolute, encode_path, is_web_address};
use crate::text::lang::Lang;
use std::collections::BTreeMap;

/// What all pages of a document share.
pub(crate) struct Sheet<'a> {
    /// The typesetter, which knows its letters.
    pub(crate) press: &'a Typesetter,
    /// Where the portal is; other pages are reached on the web.
    pub(crate) base: Option<&'a str>,
    /// The label of each chapter, by the page that it is made of.
    pub(crate) chapters: BTreeMap<String, String>,
    /// Reads a file of the site.
    pub(crate) read: &'a dyn Fn(&str) -> Option<Vec<u8>>,
}

/// Lists in lists that are still written as such; the typesetter does not take any depth.
const DEEPEST: usize = 8;

/// The styles of drawings, in what a sheet of paper without colours keeps apart.
const DRAWN: &str = "<style>text{font-family:\"Libertinus Serif\";font-size:13px}.m{text-anchor:middle}.e{text-anchor:end}\
path{fill:none;stroke:#1f68f9;stroke-width:2}.f{fill:#1f68f9;stroke:none}.g{stroke:#d0d0d0;stroke-width:.8}.z{stroke:#767676;stroke-width:1}\
.k2{stroke:#552055;stroke-dasharray:7 3}.k3{stroke:#867418;stroke-dasharray:2 3}.k4{stroke:#213715;stroke-dasharray:9 3 2 3}\
.f.k2{fill:#552055}.f.k3{fill:#867418}.f.k4{fill:#213715}</style>";

/// Writes pages in Typst's language.
pub(crate) struct TypstWriter<'a> {
    sheet: &'a Sheet<'a>,
    page: String,
    /// The level of the heading written last.
    level: usize,
    pub(super) depth: usize,
    /// Whether a blank is due before the next word, and whether one may be there at all.
    blank: bool,
    fresh: bool,
    pub(crate) out: String,
    /// Files that the text shows, by the names that it gives them.
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl<'a> TypstWriter<'a> {
    pub(crate) fn new(sheet: &'a Sheet<'a>) -> TypstWriter<'a> {
        let (out, files) = (String::new(), BTreeMap::new());
        TypstWriter {
            sheet,
            page: String::new(),
            level: 0,
            depth: 0,
            blank: false,
            fresh: true,
            out,
            files,
        }
    }

    pub(crate) fn page(&mut self, path: &str, main: &[Node]) {
        self.begin(path, 0);
        self.flow(main);
    }

    /// Begins with parts of a page, below a heading of this level.
    pub(crate) fn begin(&mut self, path: &str, level: usize) {
        self.page = path.to_owned();
        self.level = level;
    }

    /// A string of these words, without what no font can show.
    pub(crate) fn string(&self, text: &str) -> String {
        let mut out = String::from("\"");
        for c in text.chars() {
            match c {
                '"' | '\\' => out.extend(['\\', c]),
                c if c.is_control() || is_unseen(c) => {}
                c if self.sheet.press.has(c) => out.push(c),
                _ => out.push('□'),
            }
        }
        out.push('"');
        out
    }

    /// Blocks one below the other; text between them becomes paragraphs.
    pub(crate) fn flow(&mut self, nodes: &[Node]) {
        let mut from = 0;
        for (at, node) in nodes.iter().enumerate() {
            if stands_alone(node) {
                self.paragraph(&nodes[from..at]);
                self.block(node);
                from = at + 1;
            }
        }
        self.paragraph(&nodes[from..]);
    }

    fn paragraph(&mut self, nodes: &[Node]) {
        let text = self.line(nodes);
        if !text.is_empty() {
            self.out.push_str(&format!("#par[{text}];\n"));
        }
    }

    /// Running text by itself; empty where there are no words.
    pub(crate) fn line(&mut self, nodes: &[Node]) -> String {
        let before = std::mem::take(&mut self.out);
        (self.blank, self.fresh) = (false, true);
        nodes.iter().for_each(|node| self.running(node));
        let line = std::mem::replace(&mut self.out, before);
        if self.fresh { String::new() } else { line }
    }

    /// What an entry of a list or table holds.
    pub(super) fn content(&mut self, nodes: &[Node]) -> String {
        if !nodes.iter().any(stands_alone) {
            return self.line(nodes);
        }
        let before = std::mem::take(&mut self.out);
        self.flow(nodes);
        std::mem::replace(&mut self.out, before)
    }

    pub(super) fn within(&mut self, call: &str, node: &Node) {
        let text = self.content(node.children());
        if !text.is_empty() {
            self.out.push_str(&format!("#{call}[{text}];\n"));
        }
    }

    fn block(&mut self, node: &Node) {
        match node.name() {
            _ if is_skipped_in_books(node) => {}
            name @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => self.heading(name, node),
            "p" if node.has_class("meta") => self.facts(node),
            "ul" | "ol" if self.depth >= DEEPEST || node.has_class("line") => self.items(node),
            "ul" | "ol" => self.list(node),
            "dl" => self.terms(node),
            "table" => self.table(node),
            "svg" => self.drawing(node),
            "summary" | "figcaption" | "caption" | "legend" => self.within("said", node),
            "blockquote" if self.depth < DEEPEST => {
                self.depth += 1;
                self.within("quote(block: true)", node);
                self.depth -= 1;
            }
            "details" => self.details(node),
            "pre" => {
                let text = words(node);
                let lines: Vec<String> = text
                    .trim_end()
                    .lines()
                    .map(|line| self.string(line))
                    .collect();
                self.out.push_str(&format!(
                    "#raw(({},).join(\"\\n\"), block: true);\n",
                    lines.join(", ")
                ));
            }
            "hr" => self.out.push_str("#line(length: 100%, stroke: .5pt);\n"),
            _ => self.flow(node.children()),
        }
    }

    /// What can be opened is open; its first line is left out where a table says the same above itself.
    fn details(&mut self, node: &Node) {
        let mut captions = Vec::new();
        node.find("caption", &mut captions);
        let told = |summary: &Node| {
            captions
                .iter()
                .any(|caption| words(caption).trim() == words(summary).trim())
        };
        for child in node.children() {
            if child.name() != "summary" || !told(child) {
                self.flow(std::slice::from_ref(child));
            }
        }
    }

    /// Levels without a gap, which PDF/UA asks for.
    fn heading(&mut self, name: &str, node: &Node) {
        let text = self.line(node.children());
        if text.is_empty() {
            return;
        }
        let wanted = name[1..].parse().unwrap_or(6);
        self.level = wanted.min(self.level + 1);
        let label = self
            .sheet
            .chapters
            .get(&self.page)
            .filter(|_| self.level == 1);
        let label = label.map(|label| format!(" <{label}>")).unwrap_or_default();
        self.out.push_str(&format!(
            "#[#heading(level: {})[{text}]{label}];\n",
            self.level
        ));
    }

    /// A row of short facts, which the page holds apart by space.
    fn facts(&mut self, node: &Node) {
        let mut facts = Vec::new();
        for child in node.children() {
            facts.push(self.line(std::slice::from_ref(child)));
        }
        facts.retain(|fact| !fact.is_empty());
        if !facts.is_empty() {
            self.out
                .push_str(&format!("#par[{}];\n", facts.join("#h(1em);")));
        }
    }

    fn items(&mut self, node: &Node) {
        for item in node.children() {
            self.flow(if item.name() == "li" {
                item.children()
            } else {
                std::slice::from_ref(item)
            });
        }
    }

    fn drawing(&mut self, node: &Node) {
        let mut parts = Vec::new();
        ["title", "desc"]
            .into_iter()
            .for_each(|name| node.find(name, &mut parts));
        if parts.is_empty() {
            return;
        }
        let alt: Vec<String> = parts.into_iter().map(words).collect();
        let path = format!("{}.svg", self.files.len() + 1);
        self.files.insert(
            path.clone(),
            drawing(node)
                .replacen('>', &format!(">{DRAWN}"), 1)
                .into_bytes(),
        );
        let alt = self.string(&alt.join(". "));
        self.out.push_str(&format!(
            "#block(image(\"{path}\", width: 80%, alt: {alt}));\n"
        ));
    }

    fn running(&mut self, node: &Node) {
        let call = match node.name() {
            "" => return self.words(&words(node)),
            _ if is_skipped_in_books(node) => return,
            "svg" | "title" | "desc" => return,
            "br" => {
                self.out.push_str("#linebreak();");
                self.blank = false;
                return;
            }
            "img" => return self.picture(node),
            "a" => return self.link(node),
            "rp" => return,
            "rt" => return self.words(&format!("({})", words(node))),
            "abbr" | "dfn"
                if node
                    .get("title")
                    .is_some_and(|title| !title.trim().is_empty()) =>
            {
                node.children().iter().for_each(|child| self.running(child));
                return self.words(&format!(
                    " ({})",
                    node.get("title").unwrap_or_default().trim()
                ));
            }
            "strong" | "b" => "strong",
            "em" | "i" | "cite" | "dfn" | "var" => "emph",
            "code" | "kbd" | "samp" => "fixed",
            "sub" => "sub",
            "sup" => "super",
            "s" | "del" => "strike",
            "u" | "ins" => "underline",
            "mark" => "highlight",
            "span" if node.has_class("tag") => "tag",
            _ => "",
        };
        let lang = node
            .get("lang")
            .and_then(Lang::parse)
            .and_then(|lang| language(&lang));
        let call = match lang {
            Some(lang) if call.is_empty() => format!("text({lang})"),
            _ => call.to_owned(),
        };
        self.wrapped(&call, node.children());
    }

    fn wrapped(&mut self, call: &str, nodes: &[Node]) {
        if call.is_empty() {
            return nodes.iter().for_each(|node| self.running(node));
        }
        self.due();
        self.out.push_str(&format!("#{call}["));
        nodes.iter().for_each(|node| self.running(node));
        self.out.push_str("];");
    }

    /// Writes the blank that is due.
    fn due(&mut self) {
        if std::mem::take(&mut self.blank) && !self.fresh {
            self.out.push_str("#\" \";");
        }
    }

    fn words(&mut self, text: &str) {
        let mut found = text.split([' ', '\n', '\t', '\r', '\u{c}']).peekable();
        let mut line = String::new();
        while let Some(word) = found.next() {
            if !word.is_empty() {
                if std::mem::take(&mut self.blank) && !self.fresh {
                    line.push(' ');
                }
                line.push_str(word);
                self.fresh = false;
            }
            self.blank |= found.peek().is_some();
        }
        if !line.is_empty() {
            self.out.push_str(&format!("#{};", self.string(&line)));
        }
    }

    /// An author's picture; where it cannot be had, its words.
    fn picture(&mut self, node: &Node) {
        let alt = node.get("alt").unwrap_or_default().trim();
        let path = match node
            .get("src")
            .map(|src| resolve(&self.page, src, self.sheet.base, false))
        {
            Some(Target::Inside { path, .. }) => Some(path).filter(|path| is_picture(path)),
            _ => None,
        };
        let Some((path, bytes)) =
            path.and_then(|path| Some((path.clone(), (self.sheet.read)(&path)?)))
        else {
            return self.words(&if alt.is_empty() {
                String::new()
            } else {
                format!("[{alt}]")
            });
        };
        let ending = path
            .rsplit_once('.')
            .map_or("", |(_, ending)| ending)
            .to_ascii_lowercase();
        let name = format!("{}.{ending}", self.files.len() + 1);
        self.files.insert(name.clone(), bytes);
        self.due();
        self.fresh = false;
        let call = match alt {
            "" => format!("#pdf.artifact(box(image(\"{name}\")));"),
            alt => format!("#box(image(\"{name}\", alt: {}));", self.string(alt)),
        };
        self.out.push_str(&call);
    }

    fn link(&mut self, node: &Node) {
        let text = {
            let before = std::mem::take(&mut self.out);
            let due = std::mem::take(&mut self.blank) && !self.fresh;
            let fresh = std::mem::replace(&mut self.fresh, true);
            node.children().iter().for_each(|node| self.running(node));
            let text = std::mem::replace(&mut self.out, before);
            if std::mem::replace(&mut self.fresh, fresh) {
                self.blank |= due;
                return;
            }
            self.fresh = false;
            if due {
                self.out.push_str("#\" \";");
            }
            text
        };
        match node.get("href").and_then(|href| self.leads(href)) {
            Some(to) => {
                let address = self.printed_address(node);
                self.out.push_str(&format!("#link({to})[{text}{address}];"));
            }
            None => self.out.push_str(&text),
        }
    }

    /// The address of a link to another site, behind its words as in the theme's print style: on paper nobody can follow it.
    /// Empty where the words are the address.
    fn printed_address(&self, node: &Node) -> String {
        let href = node.get("href").unwrap_or_default().trim();
        let leads_away = matches!(
            resolve(&self.page, href, self.sheet.base, false),
            Target::OtherHost
        );
        if !leads_away || !is_web_address(href) || words(node).trim() == href {
            return String::new();
        }
        format!("#text(size: .8em)[#\" (\";#{};#\")\"];", self.string(href))
    }

    /// Where a link leads: a chapter, or the web.
    fn leads(&self, href: &str) -> Option<String> {
        let web = |path: &str, place: Option<String>| {
            Some(self.string(&format!(
                "{}{}",
                absolute(self.sheet.base?, path),
                place.unwrap_or_default()
            )))
        };
        match resolve(&self.page, href.trim(), self.sheet.base, false) {
            Target::Inside { path, .. } if path == self.page => None,
            Target::Inside { path, place } => match self.sheet.chapters.get(&path) {
                Some(label) => Some(format!("label({})", self.string(label))),
                None => web(
                    &path,
                    place.map(|place| format!("#{}", encode_path(&place))),
                ),
            },
            Target::Folder { path, .. } => web(&format!("{path}index.html"), None),
            Target::OtherHost if is_web_address(href.trim()) => Some(self.string(href.trim())),
            _ => None,
        }
    }
}

/// The facts of a text's language; none for one whose code is unusual.
pub(crate) fn language(lang: &Lang) -> Option<String> {
    let tag = lang.tag();
    let mut parts = tag.split('-');
    let code = parts.next().filter(|code| (2..=3).contains(&code.len()))?;
    let region =
        parts.find(|part| part.len() == 2 && part.bytes().all(|b| b.is_ascii_alphabetic()));
    let region = region
        .map(|region| format!(", region: \"{region}\""))
        .unwrap_or_default();
    Some(format!("lang: \"{code}\"{region}"))
}

/// All words below, as they are there.
pub(crate) fn words(node: &Node) -> String {
    match node {
        Node::Text(text) => text.clone(),
        Node::Element(..) => node.children().iter().map(words).collect(),
    }
}

fn stands_alone(node: &Node) -> bool {
    let name = node.name();
    is_block(name) || matches!(name, "svg" | "caption") || node.children().iter().any(stands_alone)
}

/// Formats that the typesetter takes.
fn is_picture(path: &str) -> bool {
    let ending = path.rsplit_once('.').map_or("", |(_, ending)| ending);
    ["png", "jpg", "jpeg", "gif", "webp"]
        .iter()
        .any(|known| ending.eq_ignore_ascii_case(known))
}

/// Marks that are not seen, and that no font has (Unicode, "Default_Ignorable_Code_Point").
fn is_unseen(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}
