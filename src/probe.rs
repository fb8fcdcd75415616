//! Ways into parsers that no other crate uses: from the bytes of a file to what becomes of them. Fuzz targets go this way, and
//! whoever else wants to throw bytes at one parser without a portal around it.

use crate::authoring::DocumentWords;
use crate::diag::Sink;
use crate::documents::{self, Extent};
use crate::downloads::svg;
use crate::render::markdown::{self, MarkdownContext};
use crate::source::front_matter::Document;
use crate::source::limits::{Limit, Limits};
use crate::{site, source};
use std::io::Cursor;
use std::path::Path;

/// Reads a file that is facts from end to end, in TOML by the ending of its name, else in YAML or JSON; `None` where it cannot
/// be read.
pub fn facts(name: &str, bytes: Vec<u8>, sink: &mut Sink) -> Option<Document> {
    let document = source::descriptor_of(name, bytes, &Limits::default(), sink);
    document.facts.is_some().then_some(document)
}

/// Returns a text in Markdown as the HTML of a page in which every link leads where it says.
pub fn markdown(text: &str) -> String {
    let context = MarkdownContext {
        prefix: "p",
        level: 2,
        resolve: &|_| None,
        figure: &|_| None,
        say: &str::to_owned,
        terms: None,
        bytes: &|bytes| bytes.to_string(),
    };
    markdown::html(text, &context)
}

/// Returns the text of a drawing (SVG) as it is published; `None` where it is no drawing.
pub fn drawing(bytes: &[u8]) -> Option<String> {
    Some(svg::clean(bytes)?.text)
}

/// Returns an image as it is in a page, or behind a link where it cannot be made so small; `None` where it is no image, or
/// one of more than a million pixels, which take long.
pub fn image(bytes: Vec<u8>) -> Option<Vec<u8>> {
    let mut limits = Limits::default();
    limits.set(Limit::ImageMegapixels.name(), 1);
    site::images::published_image(bytes, &limits)
}

/// Returns the text of a page that is made of a document of a word processor; `None` where it is refused.
pub fn written_document(path: &Path) -> Option<String> {
    let words = DocumentWords::read(path, &Limits::default()).ok()?;
    Some(words.body)
}

/// Returns how many texts are in a document that is no table: a PDF, an office file, a picture.
pub fn document_texts(bytes: &[u8]) -> usize {
    let mut count = 0;
    let mut visit = |_| count += 1;
    documents::texts(
        &mut Cursor::new(bytes),
        Extent::Whole,
        &Limits::default(),
        &mut visit,
    );
    count
}
