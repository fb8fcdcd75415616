//! The files of a book that are no chapters: what it is, in which order it is read, its contents, its title page.

use super::ChapterPage;
use super::pictures::BookPicture;
use crate::stage::sha256;
use crate::text::escape::xml;
use crate::text::lang::Lang;
use std::collections::BTreeSet;

/// What contents and spine tell of a chapter.
pub(crate) struct ChapterTitle {
    /// Its file in the book.
    pub(crate) file: String,
    /// The title of the page that it is made of.
    pub(crate) title: String,
}

impl ChapterTitle {
    pub(super) fn of(page: ChapterPage) -> ChapterTitle {
        ChapterTitle {
            file: page.file,
            title: page.title,
        }
    }
}

/// What is told of a book.
pub(crate) struct BookFacts {
    /// What no other book has.
    pub(crate) identifier: String,
    pub(crate) title: String,
    pub(crate) portal: String,
    pub(crate) publisher: Option<String>,
    /// The licence's title, or its short name.
    pub(crate) rights: Option<String>,
    pub(crate) lang: Lang,
    /// The newest day in it.
    pub(crate) modified: String,
    /// The same day in the words of the theme.
    pub(crate) note: Option<String>,
    /// The plan's page on the web: words before it, and its address.
    pub(crate) web: Option<(String, String)>,
    /// The heading of the list of chapters.
    pub(crate) contents: String,
    /// What the list of chapters calls the title page.
    pub(crate) cover: String,
    /// What is to be said of its accessibility.
    pub(crate) access: String,
    pub(crate) chapters: Vec<ChapterTitle>,
    pub(crate) pictures: Vec<BookPicture>,
    /// Files of chapters that hold drawings.
    pub(crate) drawn: BTreeSet<String>,
}

/// A book's identifier: its address, or where the portal does not say where it stands, a number made of its names.
pub(crate) fn identifier(web: Option<&str>, id: &str, lang: &Lang, portal: &str) -> String {
    if let Some(url) = web {
        return format!("{}#{}", url, "epub");
    }
    let sum = sha256(format!("{portal}\n{id}\n{lang}").as_bytes());
    // A UUID of version 8 (RFC 9562, §5.8): made in a manner of one's own.
    format!(
        "urn:uuid:{}-{}-8{}-a{}-{}",
        &sum[..8],
        &sum[8..12],
        &sum[13..16],
        &sum[17..20],
        &sum[20..32]
    )
}

/// Every file, by its path in the book.
pub(crate) fn files(facts: &BookFacts) -> Vec<(String, String)> {
    vec![
        ("META-INF/container.xml".to_owned(), CONTAINER.to_owned()),
        ("EPUB/package.opf".to_owned(), package(facts)),
        ("EPUB/contents.xhtml".to_owned(), contents(facts)),
        ("EPUB/title.xhtml".to_owned(), title_page(facts)),
        ("EPUB/style.css".to_owned(), STYLE.to_owned()),
    ]
}

const CONTAINER: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\">\n\
<rootfiles><rootfile full-path=\"EPUB/package.opf\" media-type=\"application/oebps-package+xml\"/></rootfiles>\n\
</container>\n";

const STYLE: &str = "body{line-height:1.45}h1,h2,h3,h4{line-height:1.2}dt{font-weight:bold}dd{margin-left:1em}\n\
table{border-collapse:collapse;width:100%}th,td{border:1px solid #767676;padding:.2em .4em;text-align:start;vertical-align:top}\n\
.n{text-align:end}figure{margin:1em 0}svg{width:100%}img{max-width:100%;height:auto}svg text{font-size:13px}.m{text-anchor:middle}.e{text-anchor:end}\n\
svg path{fill:none;stroke:#1f68f9;stroke-width:2}svg .f{fill:#1f68f9;stroke:none}svg .g,svg .z{stroke:#767676;stroke-width:1}\n\
svg .k2{stroke:#552055;stroke-dasharray:7 3}svg .k3{stroke:#867418;stroke-dasharray:2 3}svg .k4{stroke:#213715;stroke-dasharray:9 3 2 3}\n\
svg .f.k2{fill:#552055}svg .f.k3{fill:#867418}svg .f.k4{fill:#213715}\n";

/// The beginning of every XHTML file.
pub(crate) fn head(lang: &Lang, title: &str) -> String {
    let (tag, dir) = (xml(lang.tag()), lang.dir());
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" \
         xmlns:epub=\"http://www.idpf.org/2007/ops\" lang=\"{tag}\" xml:lang=\"{tag}\" dir=\"{dir}\">\n<head>\
         <title>{}</title><link rel=\"stylesheet\" type=\"text/css\" href=\"style.css\"/></head>\n",
        xml(title)
    )
}

/// Writes the package document (EPUB 3.3, section 5): metadata, every file, and the order in which they are read.
fn package(f: &BookFacts) -> String {
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"{}\" dir=\"{}\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
        xml(f.lang.tag()),
        f.lang.dir()
    );
    dublin_core(f, &mut out);
    accessibility(f, &mut out);
    out.push_str("</metadata>\n<manifest>\n");
    for item in manifest(f) {
        out.push_str(&item.element());
    }
    let direction = if f.lang.dir() == "rtl" {
        " page-progression-direction=\"rtl\""
    } else {
        ""
    };
    out.push_str(&format!(
        "</manifest>\n<spine{direction}>\n<itemref idref=\"title\"/>\n<itemref idref=\"contents\"/>\n"
    ));
    for number in 1..=f.chapters.len() {
        out.push_str(&format!("<itemref idref=\"c{number}\"/>\n"));
    }
    out.push_str("</spine>\n</package>\n");
    out
}

/// Writes the metadata that every book has, in Dublin Core's terms.
fn dublin_core(f: &BookFacts, out: &mut String) {
    let publisher = f.publisher.as_ref().unwrap_or(&f.portal);
    let elements = [
        ("title", f.title.as_str()),
        ("language", f.lang.tag()),
        ("creator", publisher),
        ("publisher", publisher),
        ("date", &f.modified),
    ];
    let rights = f.rights.iter().map(|rights| ("rights", rights.as_str()));
    let source = f.web.iter().map(|(_, url)| ("source", url.as_str()));
    for (name, text) in elements.into_iter().chain(rights).chain(source) {
        out.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", xml(text)));
    }
    out.push_str(&format!(
        "<dc:identifier id=\"id\">{}</dc:identifier>\n",
        xml(&f.identifier)
    ));
}

/// A file of the package's manifest.
struct ManifestItem<'a> {
    id: String,
    file: &'a str,
    media_type: &'a str,
    /// What the file is or holds; empty where there is nothing to say.
    properties: &'a str,
}

impl ManifestItem<'_> {
    fn element(&self) -> String {
        let properties = if self.properties.is_empty() {
            String::new()
        } else {
            format!(" properties=\"{}\"", self.properties)
        };
        format!(
            "<item id=\"{}\" href=\"{}\" media-type=\"{}\"{properties}/>\n",
            self.id,
            xml(self.file),
            self.media_type
        )
    }
}

/// Returns every file of the book but the package itself.
fn manifest(f: &BookFacts) -> Vec<ManifestItem<'_>> {
    const XHTML: &str = "application/xhtml+xml";
    let fixed = [
        ("contents", "contents.xhtml", XHTML, "nav"),
        ("title", "title.xhtml", XHTML, ""),
        ("style", "style.css", "text/css", ""),
    ];
    let fixed = fixed.map(|(id, file, media_type, properties)| ManifestItem {
        id: id.to_owned(),
        file,
        media_type,
        properties,
    });
    let chapters = f.chapters.iter().enumerate().map(|(at, chapter)| {
        let is_drawn = f.drawn.contains(&chapter.file);
        ManifestItem {
            id: format!("c{}", at + 1),
            file: &chapter.file,
            media_type: XHTML,
            properties: if is_drawn { "svg" } else { "" },
        }
    });
    let pictures = f.pictures.iter().enumerate();
    let pictures = pictures.map(|(at, picture)| ManifestItem {
        id: format!("p{}", at + 1),
        file: &picture.file,
        media_type: picture.media_type,
        properties: "",
    });
    fixed.into_iter().chain(chapters).chain(pictures).collect()
}

/// What the book says of its date and of its own accessibility.
fn accessibility(f: &BookFacts, out: &mut String) {
    let modified = format!("{}T00:00:00Z", f.modified);
    let is_visual = !f.drawn.is_empty() || !f.pictures.is_empty();
    let mut facts = vec![
        ("dcterms:modified", modified.as_str()),
        ("schema:accessMode", "textual"),
    ];
    if is_visual {
        facts.push(("schema:accessMode", "visual"));
    }
    facts.push(("schema:accessModeSufficient", "textual"));
    facts.extend(FEATURES.map(|feature| ("schema:accessibilityFeature", feature)));
    if is_visual {
        facts.push(("schema:accessibilityFeature", "alternativeText"));
    }
    if !f.drawn.is_empty() {
        facts.push(("schema:accessibilityFeature", "longDescription"));
    }
    facts.push(("schema:accessibilityHazard", "none"));
    facts.push(("schema:accessibilitySummary", &f.access));
    for (property, text) in facts {
        out.push_str(&format!(
            "<meta property=\"{property}\">{}</meta>\n",
            xml(text)
        ));
    }
}

/// What every book offers to those who do not see it (EPUB Accessibility 1.1, section 2.2).
const FEATURES: [&str; 4] = [
    "structuralNavigation",
    "tableOfContents",
    "readingOrder",
    "displayTransformability",
];

fn contents(f: &BookFacts) -> String {
    let mut out = head(&f.lang, &f.contents);
    out.push_str(&format!(
        "<body>\n<nav epub:type=\"toc\" role=\"doc-toc\" id=\"toc\"><h1>{}</h1>\n<ol>\n",
        xml(&f.contents)
    ));
    let first = ChapterTitle {
        file: "title.xhtml".to_owned(),
        title: f.cover.clone(),
    };
    for chapter in [&first].into_iter().chain(&f.chapters) {
        out.push_str(&format!(
            "<li><a href=\"{}\">{}</a></li>\n",
            xml(&chapter.file),
            xml(&chapter.title)
        ));
    }
    out.push_str("</ol></nav>\n</body>\n</html>\n");
    out
}

fn title_page(f: &BookFacts) -> String {
    let mut out = head(&f.lang, &f.title);
    out.push_str(&format!(
        "<body epub:type=\"frontmatter\">\n<p>{}</p>\n<h1>{}</h1>\n",
        xml(&f.portal),
        xml(&f.title)
    ));
    let facts = [&f.publisher, &f.note, &f.rights];
    for text in facts.into_iter().flatten() {
        out.push_str(&format!("<p>{}</p>\n", xml(text)));
    }
    if let Some((words, url)) = &f.web {
        let url = xml(url);
        out.push_str(&format!(
            "<p>{} <a href=\"{url}\">{url}</a></p>\n",
            xml(words)
        ));
    }
    out.push_str(&format!("<p>{}</p>\n</body>\n</html>\n", xml(&f.access)));
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_book_without_an_address_has_a_number_of_its_own() {
        let lang = Lang::parse("es").unwrap();
        let made = identifier(None, "MX2021", &lang, "Portal");
        assert_eq!((made.len(), &made[..9]), (45, "urn:uuid:"));
        assert_eq!((&made[23..24], &made[28..29]), ("8", "a"), "{made}");
        assert_ne!(made, identifier(None, "MX2022", &lang, "Portal"));
        assert_eq!(
            identifier(Some("https://a.example/b.html"), "x", &lang, ""),
            "https://a.example/b.html#epub"
        );
    }
}
