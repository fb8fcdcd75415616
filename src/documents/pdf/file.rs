//! Objects of a PDF: each that is anywhere in the file, also those that later ones took the place of.

use super::crypt::Cipher;
use super::filters::{self, Unpacked};
use super::lexer::{Lexer, Token, is_blank};
use super::value::{PdfDict, PdfValue, whole};
use memchr::memmem;
use std::cell::Cell;
use std::collections::BTreeMap;
use std::ops::Range;
use std::rc::Rc;

/// Number of an object in the list of all that are in the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct EntryId(usize);

/// Where an object is.
struct Entry {
    number: u32,
    generation: u32,
    /// The stream of objects that it is in.
    packed: Option<usize>,
    /// Where its value begins, in the file or in the stream of objects.
    start: usize,
    /// The bytes of its stream.
    data: Option<Range<usize>>,
}

/// Why a PDF cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PdfError {
    Encrypted,
    TooMuch,
}

/// What a stream of a PDF holds.
pub(crate) enum StreamBytes {
    Bytes(Vec<u8>),
    /// A picture: the name of its filter, and its own bytes.
    Picture(String, Vec<u8>),
    Unknown,
}

pub(crate) struct PdfFile<'b> {
    bytes: &'b [u8],
    entries: Vec<Entry>,
    /// The last object of each number.
    latest: BTreeMap<u32, EntryId>,
    packs: Vec<Rc<Vec<u8>>>,
    trailers: Vec<PdfDict>,
    cipher: Option<Cipher>,
    /// Bytes that one stream may unpack to, and all together.
    most: usize,
    spend: &'b dyn Fn(u64) -> bool,
    /// Whether more was read, again and again, than may be.
    spent: Cell<bool>,
}

/// Bytes that an entry of the list takes, about.
const ENTRY: usize = 80;
/// Streams of objects that one file may hold, and objects that one of them may say to hold.
const MOST_PACKED: usize = 1 << 20;
/// References that are followed from one to the next.
const MOST_STEPS: usize = 16;

impl<'b> PdfFile<'b> {
    /// Lists the objects of a file; `held` is how many bytes may be in memory, `spend` counts what is unpacked.
    ///
    /// # Errors
    /// When there are too many, or they are encrypted.
    pub(crate) fn new(
        bytes: &'b [u8],
        held: usize,
        spend: &'b dyn Fn(u64) -> bool,
    ) -> Result<PdfFile<'b>, PdfError> {
        let mut file = PdfFile {
            bytes,
            entries: Vec::new(),
            latest: BTreeMap::new(),
            packs: Vec::new(),
            trailers: Vec::new(),
            cipher: None,
            most: held,
            spend,
            spent: Cell::new(false),
        };
        file.scan(held / ENTRY)?;
        file.correct_lengths();
        file.find_trailers();
        file.decipher()?;
        file.unpack_objects(held)?;
        Ok(file)
    }

    /// Lists the objects that are in the file itself.
    fn scan(&mut self, most: usize) -> Result<(), PdfError> {
        let finder = memmem::Finder::new(b"obj");
        let ends = memmem::Finder::new(b"endstream");
        let mut at = 0;
        while let Some(found) = finder.find(&self.bytes[at..]) {
            let keyword = at + found;
            at = keyword + 3;
            let Some((number, generation)) = numbers_before(self.bytes, keyword) else {
                continue;
            };
            if self.entries.len() >= most {
                return Err(PdfError::TooMuch);
            }
            let mut entry = Entry {
                number,
                generation,
                packed: None,
                start: at,
                data: None,
            };
            let mut lexer = Lexer::new(self.bytes, at);
            let value = lexer.next();
            at = lexer.at.max(at);
            if let Token::Value(PdfValue::Dict(dict)) = value
                && let Some(start) = stream_start(self.bytes, lexer.at)
            {
                let length = dict.get("Length").and_then(PdfValue::number);
                let end = (length.and_then(|length| self.end_of(start, length)))
                    .or_else(|| Some(start + ends.find(&self.bytes[start..])?))
                    .unwrap_or(self.bytes.len());
                entry.data = Some(start..end);
                at = end;
            }
            self.add(entry);
        }
        Ok(())
    }

    fn add(&mut self, entry: Entry) {
        self.latest
            .insert(entry.number, EntryId(self.entries.len()));
        self.entries.push(entry);
    }

    /// Returns where a stream of this length ends, if it does end there.
    fn end_of(&self, start: usize, length: f64) -> Option<usize> {
        let end = start.checked_add(whole(length, u32::MAX) as usize)?;
        let after = self.bytes.get(end..)?;
        let blanks = after.iter().take(4).take_while(|b| is_blank(**b)).count();
        after[blanks..].starts_with(b"endstream").then_some(end)
    }

    /// Corrects the ends of streams whose length is in another object.
    fn correct_lengths(&mut self) {
        for index in 0..self.entries.len() {
            let Some(data) = self.entries[index].data.clone() else {
                continue;
            };
            let length = (self.raw(EntryId(index)))
                .and_then(|value| self.resolve(value.dict()?.get("Length")?)?.number());
            if let Some(end) = length.and_then(|length| self.end_of(data.start, length)) {
                self.entries[index].data = Some(data.start..end);
            }
        }
    }

    fn find_trailers(&mut self) {
        let mut from = 0;
        for at in memmem::find_iter(self.bytes, b"trailer") {
            if at < from {
                continue;
            }
            let mut lexer = Lexer::new(self.bytes, at + 7);
            if let Some(PdfValue::Dict(dict)) = lexer.value() {
                self.trailers.push(dict);
            }
            from = lexer.at;
        }
        for index in 0..self.entries.len() {
            if self.entries[index].data.is_some()
                && let Some(PdfValue::Dict(dict)) = self.raw(EntryId(index))
                && is(&dict, "Type", "XRef")
            {
                self.trailers.push(dict);
            }
        }
    }

    /// Sets what deciphers strings and streams, where the file is encrypted.
    fn decipher(&mut self) -> Result<(), PdfError> {
        let mut found = None;
        for trailer in &self.trailers {
            if let Some(given) = trailer.get("Encrypt") {
                let id = (trailer.get("ID").and_then(PdfValue::array))
                    .and_then(|both| both.first()?.text())
                    .unwrap_or(&[]);
                found = Some((given.clone(), id.to_vec()));
            }
        }
        let Some((given, id)) = found else {
            return Ok(());
        };
        let dict = self.resolve(&given);
        let dict = dict.as_ref().and_then(PdfValue::dict);
        let cipher = dict.and_then(|dict| Cipher::new(dict, &id, given.reference()));
        self.cipher = Some(cipher.ok_or(PdfError::Encrypted)?);
        Ok(())
    }

    /// Lists the objects that are in streams of objects.
    fn unpack_objects(&mut self, held: usize) -> Result<(), PdfError> {
        let (mut all, entries) = (0, std::mem::take(&mut self.entries));
        // Rebuilt in the order of the file, so that what is later takes the place of what is earlier.
        self.latest.clear();
        let mut streams = Vec::new();
        for entry in entries {
            let is_stream = entry.data.is_some();
            self.add(entry);
            let id = EntryId(self.entries.len() - 1);
            let is_pack = is_stream
                && (self.raw(id)).is_some_and(|value| {
                    value.dict().is_some_and(|dict| is(dict, "Type", "ObjStm"))
                });
            if is_pack {
                streams.push(id);
            }
        }
        for id in streams {
            let Some((dict, StreamBytes::Bytes(bytes))) = self.stream(id)? else {
                continue;
            };
            all += bytes.len();
            if all > held {
                return Err(PdfError::TooMuch);
            }
            self.list_pack(id, &dict, bytes, held / ENTRY)?;
        }
        Ok(())
    }

    /// Returns the numbers of the objects in a stream of objects, and where each begins.
    fn listed(&self, dict: &PdfDict, bytes: &[u8]) -> Vec<(u32, usize)> {
        let number = |key: &str| {
            self.number(dict, key)
                .map_or(0, |number| whole(number, u32::MAX))
        };
        let first = number("First") as usize;
        let mut lexer = Lexer::of_content(bytes);
        let mut listed = Vec::new();
        for _ in 0..(number("N") as usize).min(MOST_PACKED) {
            let (Some(number), Some(offset)) = (lexer.value(), lexer.value()) else {
                break;
            };
            if let (Some(number), Some(offset)) = (number.number(), offset.number()) {
                let start = first + whole(offset, u32::MAX) as usize;
                listed.push((whole(number, u32::MAX), start));
            }
        }
        listed
    }

    fn list_pack(
        &mut self,
        id: EntryId,
        dict: &PdfDict,
        bytes: Vec<u8>,
        most: usize,
    ) -> Result<(), PdfError> {
        let listed = self.listed(dict, &bytes);
        if self.entries.len() + listed.len() > most {
            return Err(PdfError::TooMuch);
        }
        let pack = self.packs.len();
        self.packs.push(Rc::new(bytes));
        let container = self.entries[id.0].start;
        for (number, start) in listed {
            // An object of the file itself that is behind the stream is the later one.
            let later = (self.latest.get(&number)).is_some_and(|known| {
                let known = &self.entries[known.0];
                known.packed.is_none() && known.start > container
            });
            let index = EntryId(self.entries.len());
            self.entries.push(Entry {
                number,
                generation: 0,
                packed: Some(pack),
                start,
                data: None,
            });
            if !later {
                self.latest.insert(number, index);
            }
        }
        Ok(())
    }

    /// Returns every object, in the order of the file.
    pub(crate) fn entries(&self) -> impl Iterator<Item = EntryId> + use<> {
        (0..self.entries.len()).map(EntryId)
    }

    /// Whether nothing took the place of an object.
    pub(crate) fn is_latest(&self, id: EntryId) -> bool {
        self.latest.get(&self.entries[id.0].number) == Some(&id)
    }

    /// Returns an object's number.
    pub(crate) fn object_number(&self, id: EntryId) -> u32 {
        self.entries[id.0].number
    }

    /// Whether an object has a stream.
    pub(crate) fn has_stream(&self, id: EntryId) -> bool {
        self.entries[id.0].data.is_some()
    }

    /// Returns the last object of this number.
    pub(crate) fn latest(&self, number: u32) -> Option<EntryId> {
        self.latest.get(&number).copied()
    }

    /// Returns the dictionaries at the file's ends.
    pub(crate) fn trailers(&self) -> &[PdfDict] {
        &self.trailers
    }

    fn raw(&self, id: EntryId) -> Option<PdfValue> {
        let entry = &self.entries[id.0];
        let bytes = match entry.packed {
            Some(pack) => &self.packs[pack],
            None => self.bytes,
        };
        let mut lexer = Lexer::new(bytes, entry.start);
        let value = lexer.value()?;
        // An object that very many others refer to is read as often.
        if !(self.spend)(lexer.at.saturating_sub(entry.start) as u64) {
            self.spent.set(true);
            return None;
        }
        Some(value)
    }

    /// Checks that no more was read than may be.
    ///
    /// # Errors
    /// When it was.
    pub(crate) fn check(&self) -> Result<(), PdfError> {
        if self.spent.get() {
            return Err(PdfError::TooMuch);
        }
        Ok(())
    }

    /// Returns an object's value, deciphered.
    pub(crate) fn object(&self, id: EntryId) -> Option<PdfValue> {
        let mut value = self.raw(id)?;
        let entry = &self.entries[id.0];
        if let Some(cipher) = &self.cipher
            && entry.packed.is_none()
        {
            cipher.strings(&mut value, entry.number, entry.generation);
        }
        Some(value)
    }

    /// Returns a value, of the object that it refers to where it is a reference.
    pub(crate) fn resolve(&self, value: &PdfValue) -> Option<PdfValue> {
        let mut value = value.clone();
        for _ in 0..MOST_STEPS {
            let PdfValue::Reference(number) = value else {
                return Some(value);
            };
            value = self.object(self.latest(number)?)?;
        }
        None
    }

    /// Returns the value of a key.
    pub(crate) fn get(&self, dict: &PdfDict, key: &str) -> Option<PdfValue> {
        self.resolve(dict.get(key)?)
    }

    /// Returns the number of a key.
    pub(crate) fn number(&self, dict: &PdfDict, key: &str) -> Option<f64> {
        self.get(dict, key)?.number()
    }

    /// Returns the dictionary of a key.
    pub(crate) fn dict(&self, dict: &PdfDict, key: &str) -> Option<PdfDict> {
        match self.get(dict, key)? {
            PdfValue::Dict(dict) => Some(dict),
            _ => None,
        }
    }

    /// Returns dictionary and unpacked bytes of an object that is a stream.
    ///
    /// # Errors
    /// When more is unpacked than may be.
    pub(crate) fn stream(&self, id: EntryId) -> Result<Option<(PdfDict, StreamBytes)>, PdfError> {
        let entry = &self.entries[id.0];
        let (Some(data), Some(PdfValue::Dict(dict))) = (&entry.data, self.object(id)) else {
            return Ok(None);
        };
        let mut bytes = self.bytes[data.clone()].to_vec();
        let filters = self.filters(&dict);
        if let Some(cipher) = &self.cipher
            && !is(&dict, "Type", "XRef")
            && !filters.iter().any(|(name, _)| name == "Crypt")
        {
            bytes = cipher.stream(&bytes, entry.number, entry.generation);
        }
        let bytes = match filters::unpack(bytes, &filters, self.most) {
            Unpacked::Bytes(bytes) => {
                if !(self.spend)(bytes.len() as u64) {
                    return Err(PdfError::TooMuch);
                }
                StreamBytes::Bytes(bytes)
            }
            Unpacked::Picture(name, bytes) => StreamBytes::Picture(name, bytes),
            Unpacked::Unknown => StreamBytes::Unknown,
            Unpacked::TooMuch => return Err(PdfError::TooMuch),
        };
        Ok(Some((dict, bytes)))
    }

    /// Returns the filters of a stream and their parameters.
    fn filters(&self, dict: &PdfDict) -> Vec<(String, PdfDict)> {
        let list = |keys: [&str; 2]| -> Vec<PdfValue> {
            let found = keys.iter().find_map(|key| self.get(dict, key));
            match found {
                Some(PdfValue::Array(values)) => values,
                Some(value) => vec![value],
                None => Vec::new(),
            }
        };
        let parameters = list(["DecodeParms", "DP"]);
        (list(["Filter", "F"]).iter().enumerate())
            .filter_map(|(index, filter)| {
                let name = self.resolve(filter)?.name()?.to_owned();
                let given = parameters.get(index).and_then(|given| self.resolve(given));
                let given = given.and_then(|given| given.dict().cloned());
                Some((name, given.unwrap_or_default()))
            })
            .collect()
    }
}

/// Whether a key has this name as its value.
pub(crate) fn is(dict: &PdfDict, key: &str, name: &str) -> bool {
    dict.get(key).and_then(PdfValue::name) == Some(name)
}

/// Returns the numbers in front of the keyword `obj`.
fn numbers_before(bytes: &[u8], keyword: usize) -> Option<(u32, u32)> {
    let mut at = keyword;
    let mut number = || {
        let blank = at;
        while at > 0 && is_blank(bytes[at - 1]) {
            at -= 1;
        }
        if blank - at > 8 {
            return None;
        }
        let end = at;
        while at > 0 && bytes[at - 1].is_ascii_digit() && end - at < 10 {
            at -= 1;
        }
        std::str::from_utf8(&bytes[at..end])
            .ok()?
            .parse::<u32>()
            .ok()
    };
    let generation = number()?;
    let number = number()?;
    Some((number, generation))
}

/// Returns where the bytes of a stream begin, if the keyword comes next.
fn stream_start(bytes: &[u8], at: usize) -> Option<usize> {
    let mut lexer = Lexer::new(bytes, at);
    lexer.skip_blanks();
    let rest = bytes.get(lexer.at..)?.strip_prefix(b"stream")?;
    let start = bytes.len() - rest.len();
    Some(match rest {
        [b'\r', b'\n', ..] => start + 2,
        [b'\n' | b'\r', ..] => start + 1,
        _ => start,
    })
}
