//! The encoding of a file, and how it was told.

use super::dos_code_pages::CodePage;
use encoding_rs::Encoding;

/// How an encoding was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EncodingCertainty {
    /// Nothing but ASCII.
    Ascii,
    /// Valid UTF-8 with characters beyond ASCII.
    Valid,
    /// A byte order mark.
    Marked,
    /// A byte order mark of UTF-8, and bytes after it that are not UTF-8.
    Damaged,
    /// UTF-8 for the most part; what is not is windows-1252.
    Mixed,
    /// UTF-8 that was made twice.
    Twice,
    /// Guessed to be a code page of DOS.
    Dos(CodePage),
    /// Declared to be one.
    DeclaredDos(CodePage),
    /// UTF-32, told by its mark or its zero bytes.
    Wide {
        /// Whether the first byte of a character's number comes first.
        big: bool,
    },
    /// UTF-8 in which control characters represent signs of windows-1252.
    Controls,
    /// UTF-8 with NUL characters in it.
    Padded,
    /// Zero bytes are where UTF-16 has them.
    Pattern,
    /// Declared, and not contradicted by the bytes.
    Declared,
    /// Guessed from letter frequencies.
    Guessed,
}

/// The encoding of a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DetectedEncoding {
    /// The encoding that bytes are decoded from.
    pub(crate) encoding: &'static Encoding,
    /// How the encoding was told.
    pub certainty: EncodingCertainty,
}

impl DetectedEncoding {
    /// The encoding's name: the WHATWG's, where it has one.
    pub(crate) fn name(self) -> &'static str {
        match self.certainty {
            EncodingCertainty::Dos(page) | EncodingCertainty::DeclaredDos(page) => page.name(),
            EncodingCertainty::Wide { big: true } => "UTF-32BE",
            EncodingCertainty::Wide { big: false } => "UTF-32LE",
            _ => self.encoding.name(),
        }
    }
}

/// Bytes read at once.
pub(crate) const CHUNK: usize = 256 * 1024;
