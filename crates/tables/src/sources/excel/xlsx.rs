//! XLSX, whose reader holds a workbook's texts and styles, and makes room for as many texts as the workbook states. Both
//! are measured first, and a statement that is no truth is taken out.

use crate::limits::{Limit, Limits};
use crate::unreadable::Unreadable;
use crate::writers::first_error::FirstError;
use crate::zip_file;
use calamine::{Reader, Xlsx};
use std::fs::File;
use std::io::{self, BufReader, Cursor, Read, Seek, SeekFrom, Write};
use tragaluz_disk::DiskFile;
use zip::read::ZipArchive;
use zip::write::{SimpleFileOptions, ZipWriter};

/// Parts that are held in memory, by the ends of their names in lower case. Rows are not among them.
const HELD: &[&str] = &["sharedstrings.xml", "styles.xml"];
/// Bytes that a text takes in memory beside its letters.
const TEXT: u64 = 48;
/// The statement of how many texts there are, and bytes of the part in which it is looked for.
const STATED: &[u8] = b"uniqueCount";
const BEGINNING: u64 = 4096;

/// Opens a workbook whose texts and styles are no larger than is held.
pub(crate) fn open(mut file: File, limits: &Limits) -> Result<Xlsx<BufReader<File>>, Unreadable> {
    for part in held(&file, limits)? {
        // Calamine says what is wrong with a workbook whose parts cannot be read.
        let Ok(mut input) = part_of(&file, &part, limits) else {
            continue;
        };
        let mut beginning = Vec::new();
        input.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
        let stated = stated(&beginning);
        let most = limits.mebibytes(Limit::HeldMib);
        let texts = texts_of(Cursor::new(beginning).chain(input), most)?;
        if stated.is_some_and(|stated| stated > texts) {
            file = without_statement(&file, &part, limits)?;
        }
    }
    file.seek(SeekFrom::Start(0))?;
    Xlsx::new(BufReader::new(file)).map_err(Unreadable::damaged)
}

/// Returns the names of the parts that are held.
fn held(file: &File, limits: &Limits) -> Result<Vec<String>, Unreadable> {
    let mut file = file.try_clone()?;
    file.seek(SeekFrom::Start(0))?;
    Ok(zip_file::members(&file, limits)?
        .into_iter()
        .map(|member| member.name)
        .filter(|name| is_held(name))
        .collect())
}

fn is_held(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    HELD.iter().any(|end| name.ends_with(end))
}

fn part_of(file: &File, part: &str, limits: &Limits) -> Result<Box<dyn Read + Send>, Unreadable> {
    zip_file::open(file.try_clone()?, part, limits)
}

/// Returns how many texts the beginning of a part says that there are.
fn stated(beginning: &[u8]) -> Option<u64> {
    let at = beginning
        .windows(STATED.len())
        .position(|name| name == STATED)?;
    let digits = beginning[at + STATED.len()..]
        .iter()
        .skip_while(|b| !b.is_ascii_digit())
        .take_while(|b| b.is_ascii_digit());
    let digits: String = digits.map(|b| char::from(*b)).collect();
    (!digits.is_empty()).then(|| digits.parse().unwrap_or(u64::MAX))
}

/// Counts the texts of a part (`<si>`), and refuses it when they would take more memory than is allowed.
fn texts_of(mut part: impl Read, most: u64) -> Result<u64, Unreadable> {
    let (mut texts, mut bytes, mut last) = (0u64, 0u64, [0u8; 3]);
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let n = part.read(&mut buffer)?;
        if n == 0 {
            return Ok(texts);
        }
        bytes += n as u64;
        for byte in &buffer[..n] {
            let ends_name = matches!(byte, b'>' | b'/' | b' ' | b'\t' | b'\r' | b'\n');
            texts += u64::from(ends_name && matches!(last, [b'<' | b':', b's', b'i']));
            last = [last[1], last[2], *byte];
        }
        if bytes + texts * TEXT > most {
            return Err(Unreadable::Packed {
                cause: "too-much",
                detail: format!("> {} MiB", most >> 20),
            });
        }
    }
}

/// Returns the workbook with the statement in this part called otherwise, so that nobody reads it.
fn without_statement(file: &File, part: &str, limits: &Limits) -> Result<File, Unreadable> {
    let mut own = file.try_clone()?;
    own.seek(SeekFrom::Start(0))?;
    let mut all = ZipArchive::new(BufReader::new(own)).map_err(Unreadable::damaged)?;
    let mut out = ZipWriter::new(FirstError::new(DiskFile::nameless()?));
    for at in 0..all.len() {
        let entry = all.by_index_raw(at).map_err(Unreadable::damaged)?;
        if entry.name_raw() != part.as_bytes() {
            out.raw_copy_file(entry).map_err(Unreadable::damaged)?;
        }
    }
    let mut input = part_of(file, part, limits)?;
    let mut beginning = Vec::new();
    input.by_ref().take(BEGINNING).read_to_end(&mut beginning)?;
    let at = beginning
        .windows(STATED.len())
        .position(|name| name == STATED)
        .ok_or_else(|| Unreadable::damaged(part))?;
    beginning[at..at + STATED.len()].copy_from_slice(b"statedCount");
    out.start_file(part, SimpleFileOptions::default())
        .map_err(Unreadable::damaged)?;
    out.write_all(&beginning)?;
    io::copy(&mut input, &mut out)?;
    let whole = out.finish().map_err(Unreadable::damaged)?;
    Ok(whole.finish()?.into_std())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_counted_whatever_is_said_of_them() {
        let part = b"<sst xmlns='x' count='1' uniqueCount=\"4300000000\"><si><t>a</t></si><x:si/><si ><t/></si></sst>";
        assert_eq!(
            (stated(part), texts_of(&part[..], 1000).unwrap()),
            (Some(4_300_000_000), 3)
        );
        assert!(matches!(
            texts_of(&part[..], 200),
            Err(Unreadable::Packed {
                cause: "too-much",
                ..
            })
        ));
        assert_eq!(
            stated(b"<sst uniqueCount='99999999999999999999999'/>"),
            Some(u64::MAX)
        );
        assert_eq!(stated(b"<styleSheet count='3'/>"), None);
    }
}
