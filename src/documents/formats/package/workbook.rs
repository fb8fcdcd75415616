//! Sheets of an XLSX: which member each is, what it is called, and whether it is shown; likewise slides.

use crate::documents::reading::{DocumentFile, DocumentReading};
use crate::documents::xml::value;
use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use std::collections::BTreeMap;
use std::io::{BufReader, Read};
use zip::read::ZipArchive;

const WORKBOOK: &str = "xl/workbook.xml";
const RELATIONS: &str = "xl/_rels/workbook.xml.rels";
const SHEETS: &str = "xl/worksheets/";
/// Bytes of the parts that say which sheets there are; no honest one comes near.
const MOST_BYTES: u64 = 16 << 20;

struct WorkbookSheet {
    name: String,
    is_hidden: bool,
}

/// Sheets of a workbook by the paths of their members.
#[derive(Default)]
pub(super) struct Sheets(BTreeMap<String, WorkbookSheet>);

impl Sheets {
    /// Reads which sheets there are; none where the package is no workbook, or does not say.
    pub(super) fn of(
        archive: &mut ZipArchive<&mut dyn DocumentFile>,
        names: &[String],
        reading: &DocumentReading<'_, '_>,
    ) -> Sheets {
        let mut targets = BTreeMap::new();
        let mut sheets = BTreeMap::new();
        let mut each = |member: &str, visit: &mut dyn FnMut(&BytesStart<'_>)| {
            if let Some(index) = names.iter().position(|name| name == member)
                && let Ok(entry) = archive.by_index(index)
            {
                tags(reading.metered(entry).take(MOST_BYTES), visit);
            }
        };
        each(RELATIONS, &mut |tag| {
            if let (Some(id), Some(target)) = (value(tag, "Id"), value(tag, "Target")) {
                let path = match target.strip_prefix('/') {
                    Some(path) => path.to_owned(),
                    None => format!("xl/{target}"),
                };
                targets.insert(id, path);
            }
        });
        each(WORKBOOK, &mut |tag| {
            if tag.local_name().as_ref() != "sheet" {
                return;
            }
            let path = value(tag, "id").and_then(|id| targets.remove(&id));
            if let (Some(path), Some(name)) = (path, value(tag, "name")) {
                let is_hidden = value(tag, "state").is_some_and(|state| state != "visible");
                sheets.insert(path, WorkbookSheet { name, is_hidden });
            }
        });
        Sheets(sheets)
    }

    /// Whether a member holds a sheet.
    pub(super) fn is_sheet(&self, member: &str) -> bool {
        self.0.contains_key(member) || member.starts_with(SHEETS) && member.ends_with(".xml")
    }

    /// Whether a member holds a sheet that is not shown, or that the workbook does not know.
    pub(super) fn is_hidden(&self, member: &str) -> bool {
        self.0.get(member).is_some_and(|sheet| sheet.is_hidden)
    }

    /// Whether a member holds a sheet of one of these names.
    pub(super) fn is_one_of(&self, member: &str, names: &[&str]) -> bool {
        let sheet = self.0.get(member);
        sheet.is_some_and(|sheet| names.contains(&sheet.name.as_str()))
    }
}

fn tags(input: impl Read, visit: &mut dyn FnMut(&BytesStart<'_>)) {
    let mut xml = Reader::from_reader(BufReader::new(input));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer) {
            Ok(Event::Start(tag) | Event::Empty(tag)) => visit(&tag),
            Ok(Event::Eof) | Err(_) => return,
            Ok(_) => {}
        }
    }
}
