//! The files of a book that are no chapters: what it is, in which order it is read, its contents, its title page.

use super::pictures::BookPicture;
use crate::stage::sha256;
use crate::text::escape::xml;
use crate::text::lang::Lang;
use std::collections::BTreeSet;

/// A chapter's file and title.
pub(crate) struct ChapterTitle {
    /// Its file.
    pub(crate) file: String,
    /// Its title.
    pub(crate) title: String,
}

/// What is told of a book.
pub(crate) struct BookFacts {
    /// What no other book has.
    pub(crate) identifier: String,
    /// The plan's title.
    pub(crate) title: String,
    /// The portal's name.
    pub(crate) portal: String,
    /// Who publishes.
    pub(crate) publisher: Option<String>,
    /// The licence.
    pub(crate) rights: Option<String>,
    /// Its language.
    pub(crate) lang: Lang,
    /// The newest day in it.
    pub(crate) modified: String,
    /// The same in words.
    pub(crate) note: Option<String>,
    /// The plan's page on the web: words before it, and its address.
    pub(crate) web: Option<(String, String)>,
    /// The word "Contents".
    pub(crate) contents: String,
    /// The words "Title page".
    pub(crate) cover: String,
    /// What is to be said of its accessibility.
    pub(crate) access: String,
    /// Its chapters in order.
    pub(crate) chapters: Vec<ChapterTitle>,
    /// Its pictures.
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

fn package(f: &BookFacts) -> String {
    let tag = xml(f.lang.tag());
    let mut out = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\" \
         unique-identifier=\"id\" xml:lang=\"{tag}\" dir=\"{}\">\n<metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\">\n",
        f.lang.dir()
    );
    let mut element =
        |name: &str, text: &str| out.push_str(&format!("<dc:{name}>{}</dc:{name}>\n", xml(text)));
    element("title", &f.title);
    element("language", f.lang.tag());
    element("creator", f.publisher.as_deref().unwrap_or(&f.portal));
    element("publisher", f.publisher.as_deref().unwrap_or(&f.portal));
    element("date", &f.modified);
    f.rights.iter().for_each(|rights| element("rights", rights));
    f.web.iter().for_each(|(_, url)| element("source", url));
    out.push_str(&format!(
        "<dc:identifier id=\"id\">{}</dc:identifier>\n",
        xml(&f.identifier)
    ));
    accessibility(f, &mut out);
    out.push_str("</metadata>\n<manifest>\n");
    let item = |id: &str, file: &str, properties: &str| {
        let media_type = if file.ends_with(".css") {
            "text/css"
        } else {
            "application/xhtml+xml"
        };
        let properties = if properties.is_empty() {
            String::new()
        } else {
            format!(" properties=\"{properties}\"")
        };
        format!(
            "<item id=\"{id}\" href=\"{}\" media-type=\"{media_type}\"{properties}/>\n",
            xml(file)
        )
    };
    out.push_str(&item("contents", "contents.xhtml", "nav"));
    out.push_str(&item("title", "title.xhtml", ""));
    out.push_str(&item("style", "style.css", ""));
    for (at, chapter) in f.chapters.iter().enumerate() {
        let drawn = if f.drawn.contains(&chapter.file) {
            "svg"
        } else {
            ""
        };
        out.push_str(&item(&format!("c{}", at + 1), &chapter.file, drawn));
    }
    for (at, picture) in f.pictures.iter().enumerate() {
        let (file, media_type) = (xml(&picture.file), picture.media_type);
        out.push_str(&format!(
            "<item id=\"p{}\" href=\"{file}\" media-type=\"{media_type}\"/>\n",
            at + 1
        ));
    }
    let direction = if f.lang.dir() == "rtl" {
        " page-progression-direction=\"rtl\""
    } else {
        ""
    };
    out.push_str(&format!(
        "</manifest>\n<spine{direction}>\n<itemref idref=\"title\"/>\n<itemref idref=\"contents\"/>\n"
    ));
    for at in 0..f.chapters.len() {
        out.push_str(&format!("<itemref idref=\"c{}\"/>\n", at + 1));
    }
    out.push_str("</spine>\n</package>\n");
    out
}

/// What the book says of its date and of its own accessibility.
fn accessibility(f: &BookFacts, out: &mut String) {
    let mut meta = |property: &str, text: &str| {
        out.push_str(&format!(
            "<meta property=\"{property}\">{}</meta>\n",
            xml(text)
        ));
    };
    meta("dcterms:modified", &format!("{}T00:00:00Z", f.modified));
    meta("schema:accessMode", "textual");
    let visual = !f.drawn.is_empty() || !f.pictures.is_empty();
    if visual {
        meta("schema:accessMode", "visual");
    }
    meta("schema:accessModeSufficient", "textual");
    for feature in [
        "structuralNavigation",
        "tableOfContents",
        "readingOrder",
        "displayTransformability",
    ] {
        meta("schema:accessibilityFeature", feature);
    }
    if visual {
        meta("schema:accessibilityFeature", "alternativeText");
    }
    if !f.drawn.is_empty() {
        meta("schema:accessibilityFeature", "longDescription");
    }
    meta("schema:accessibilityHazard", "none");
    meta("schema:accessibilitySummary", &f.access);
}

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
