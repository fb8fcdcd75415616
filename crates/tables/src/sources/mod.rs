//! Where rows come from: delimited text, sheets of workbooks, JSON; each also compressed. One kind of source a file.

mod code_formats;
pub(crate) mod compression;
#[cfg(feature = "sheets")]
mod excel;
mod html;
mod json;
mod links;
mod ods;
mod sheet_cells;
mod sheets;
mod shown_sheet;
pub(crate) mod source;
mod text;
mod xml_spreadsheet;

use super::received_file::ending;
use super::zip_file;
use crate::finding::{Finding, codes};
use crate::place::Place;
use crate::schema::TableFile;
use source::SourceFormat;
use std::path::Path;

/// Every kind of source, in the order in which they are asked for an ending.
static SOURCES: &[&dyn SourceFormat] = &[
    &text::DelimitedText,
    &json::JsonSource,
    #[cfg(feature = "sheets")]
    &excel::ExcelWorkbook,
    &ods::OpenDocument,
    &html::WebPage,
    &xml_spreadsheet::XmlSpreadsheet,
];

/// Returns the kind of source of a resource, by its declared format or else by its file's name; none where it is no
/// table.
pub(crate) fn source_of(resource: &TableFile) -> Option<&'static dyn SourceFormat> {
    let declared = resource.format.as_deref().map(str::to_ascii_lowercase);
    let named = ending(compression::inner_name(&resource.path));
    declared
        .and_then(|format| source_named(&format))
        .or_else(|| source_named(&named))
}

fn source_named(ending: &str) -> Option<&'static dyn SourceFormat> {
    SOURCES
        .iter()
        .copied()
        .find(|s| s.endings().contains(&ending))
}

/// Whether a resource is a table, by its declared format, its file's name, or by what it is where the name says too
/// little.
pub fn is_table(root: &Path, resource: &TableFile) -> bool {
    source_of(resource).is_some() || xml_workbook(root, resource).is_some()
}

/// Returns the source of an XML file that is a workbook: any other XML is none.
fn xml_workbook(root: &Path, resource: &TableFile) -> Option<&'static dyn SourceFormat> {
    let is_xml =
        resource.format.is_none() && ending(compression::inner_name(&resource.path)) == "xml";
    let bytes = is_xml
        .then(|| compression::beginning(root, &resource.path, &resource.limits, TELLING).ok())
        .flatten()?;
    xml_spreadsheet::is_workbook(&bytes)
        .then_some(&xml_spreadsheet::XmlSpreadsheet as &dyn SourceFormat)
}

/// Bytes by which the format of a file is told.
const TELLING: u64 = 16 * 1024;

/// Returns the kind of source of a resource: what its bytes are beats what its name says, and the finding says both.
pub(crate) fn choose(
    root: &Path,
    resource: &TableFile,
    found: &mut Vec<Finding>,
) -> Option<&'static dyn SourceFormat> {
    let Some(named) = source_of(resource) else {
        return xml_workbook(root, resource);
    };
    // What cannot be opened is said by whoever reads it.
    let Ok(bytes) = compression::beginning(root, &resource.path, &resource.limits, TELLING) else {
        return Some(named);
    };
    let detected = detected(&bytes, root, resource);
    // Its table may be further down; that there is none is said by whoever looks for it.
    if detected.is_none() && html::is_page(&bytes) {
        return Some(&html::WebPage);
    }
    // What is damaged, or another document, is said by whoever opens it.
    let is_binary = named.endings().iter().any(|e| BINARY.contains(e));
    if detected.is_none() && is_binary && (bytes.is_empty() || zip_file::begins(&bytes)) {
        return Some(named);
    }
    let detected = match detected {
        None if !is_binary => return Some(named),
        None => "csv",
        Some(detected) => detected,
    };
    let Some(source) = source_named(detected).filter(|_| !named.endings().contains(&detected))
    else {
        return Some(named);
    };
    let declared = resource
        .format
        .clone()
        .unwrap_or_else(|| ending(compression::inner_name(&resource.path)));
    let finding = Finding::new(codes::DATA_FORMAT_CONTRADICTED).at(Place::file(&resource.path));
    let finding = finding
        .arg("declared", declared.to_uppercase())
        .arg("format", detected.to_uppercase());
    found.push(finding.arg("ending", detected.split('-').next().unwrap_or(detected)));
    Some(source)
}

/// Formats that are never plain text.
const BINARY: &[&str] = &["xlsx", "xls", "ods"];

/// Returns the format that bytes are in, where they tell it.
fn detected(bytes: &[u8], root: &Path, resource: &TableFile) -> Option<&'static str> {
    if zip_file::begins(bytes) {
        return zip_file::kind(
            &compression::seekable(root, &resource.path, &resource.limits).ok()?,
            &resource.limits,
        );
    }
    if bytes.starts_with(&[0xD0, 0xCF, 0x11, 0xE0]) {
        return Some("xls");
    }
    if xml_spreadsheet::is_workbook(bytes) {
        return Some("xml-spreadsheet");
    }
    if html::is_html(bytes) {
        return Some("html");
    }
    json::is_json(bytes).then_some("json")
}

#[cfg(test)]
mod tests;
