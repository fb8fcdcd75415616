//! A notice of one page about a commitment, to be put on a wall: its title, how it stands, what was promised, what the
//! reader can do, and where more is told, as an address and as a QR code.

use super::markup::TypstWriter;
use super::press::Typesetter;
use super::{LOOK, Portable, finish, head, one_line, refused, sheet};
use crate::diag::Fatal;
use crate::feeds::ListedPage;
use crate::html::skipped::is_skipped_in_books;
use crate::html::tree::{Node, main_of};
use crate::pages::address;
use crate::pages::editions::MadeEdition;
use crate::render::helpers::qr;
use std::collections::BTreeMap;

/// Sizes of letters that are tried, the largest first, until all is on one page.
const SIZES: [u32; 6] = [17, 15, 13, 11, 9, 7];

/// The notice of a commitment.
pub(super) fn of_commitment(
    site: &Portable<'_>,
    press: &Typesetter,
    page: &ListedPage,
) -> Result<Option<MadeEdition>, Fatal> {
    let read = |_: &str| None;
    let sheet = sheet(site, press, BTreeMap::new(), &read);
    let main = main_of(&site.read(&page.path)?);
    let mut writer = TypstWriter::new(&sheet);
    let head = head(
        site,
        &writer,
        &page.title,
        &page.lang,
        page.updated.or(site.view.as_of),
    );
    let mut files = BTreeMap::new();
    let body = told(site, &mut writer, page, &main);
    let foot = foot(site, &writer, page, &mut files);
    let name = address::notice(&page.path);
    for size in SIZES {
        let text = format!("{head}{LOOK}#set text(size: {size}pt)\n{HEADINGS}{body}{foot}");
        if let Some(printed) = press
            .print(&name, &text, files.clone(), Some(1))
            .map_err(refused(&name))?
        {
            return finish(site, &name, Some(printed), &page.lang);
        }
    }
    Ok(None)
}

/// Headings grow and shrink with the text.
const HEADINGS: &str = "#show heading.where(level: 1): set text(size: 1.5em, hyphenate: false)\n\
#show heading.where(level: 2): set text(size: 1em)\n";

/// What the page says of it: the lines under its title, the promise in brief, and how to take part.
fn told(
    site: &Portable<'_>,
    writer: &mut TypstWriter<'_>,
    page: &ListedPage,
    main: &[Node],
) -> String {
    let (portal, title) = (
        writer.string(&site.title(&page.lang)),
        writer.string(&one_line(&page.title)),
    );
    let summary = writer.string(&one_line(&page.summary));
    let part = |class: &str| {
        first(main, class)
            .map(std::slice::from_ref)
            .unwrap_or_default()
    };
    writer
        .out
        .push_str(&format!("#par[#text(.8em)[#{portal};]];\n"));
    writer.flow(part("kicker"));
    writer
        .out
        .push_str(&format!("#heading(level: 1)[#{title};];\n"));
    writer.begin(&page.path, 1);
    for class in ["meta", "who", "strip", "judged", "brief"] {
        writer.flow(part(class));
    }
    if part("brief").is_empty() && !page.summary.is_empty() {
        writer.out.push_str(&format!("#par[#{summary};];\n"));
    }
    let ask = part("ask").first().map(Node::children).unwrap_or_default();
    if !ask.is_empty() {
        let what = writer.string(&site.say(&page.lang, "notice-do", &[]));
        writer
            .out
            .push_str(&format!("#heading(level: 2)[#{what};];\n"));
    }
    let heading = ask
        .iter()
        .position(|node| node.name() == "h2")
        .map_or(0, |at| at + 1);
    writer.flow(&ask[heading..]);
    std::mem::take(&mut writer.out)
}

/// The first element of a class, in the order of the page.
fn first<'a>(nodes: &'a [Node<'a>], class: &str) -> Option<&'a Node<'a>> {
    nodes
        .iter()
        .filter(|node| !is_skipped_in_books(node))
        .find_map(|node| {
            if node.has_class(class) {
                Some(node)
            } else {
                first(node.children(), class)
            }
        })
}

/// The page's address and its QR code, at the foot of the sheet; where the portal does not say where it stands, nothing.
fn foot(
    site: &Portable<'_>,
    writer: &TypstWriter<'_>,
    page: &ListedPage,
    files: &mut BTreeMap<String, Vec<u8>>,
) -> String {
    let Some(url) = site.url(&page.path) else {
        return String::new();
    };
    let words = writer.string(&site.say(&page.lang, "notice-more", &[]));
    let address = writer.string(&url);
    let code = qr::svg(&url).map(|svg| {
        files.insert(
            "qr.svg".to_owned(),
            svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1)
                .into_bytes(),
        );
        let alt = writer.string(&format!(
            "{} {url}",
            site.say(&page.lang, "notice-code", &[])
        ));
        format!("image(\"qr.svg\", width: 3.6cm, alt: {alt})")
    });
    format!(
        "#v(1fr);#line(length: 100%, stroke: .5pt);\n#grid(columns: (auto, 1fr), gutter: 1em, align: horizon, {}, \
         [#strong[#{words};]#linebreak();#link({address})[#fixed[#{address};]];]);\n",
        code.unwrap_or_else(|| "[]".to_owned())
    )
}
