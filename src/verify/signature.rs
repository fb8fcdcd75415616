//! The signature of a list of checksums, in the form of minisign.

use super::copy_reader::{CopyReader, OpenFault, ReadFault, read_within};
use super::sums::ListedSums;
use crate::diag::{Diagnostic, Place, Severity, Sink, codes};
use crate::site::public_key::PUBLIC_KEY;
use crate::source::disk::{Disk, LocalDisk};
use crate::stage::SIGNATURE;
use minisign_verify::{Error, PublicKey, Signature};
use std::path::Path;

/// Most bytes of a key or a signature.
pub(crate) const MOST_BYTES: u64 = 16 << 10;

/// A public key that was got elsewhere than from the copy.
#[derive(Debug, Clone)]
pub struct GivenKey(PublicKey);

impl GivenKey {
    /// Reads a key: its one line of letters, or the file that `minisign -G` writes; none where it is neither.
    pub fn read(text: &str) -> Option<GivenKey> {
        key_in(text).map(GivenKey)
    }
}

/// What the signature of a copy is worth.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SignatureVerdict {
    /// There is none, or it is wrong.
    #[default]
    None,
    /// It fits the key that came with the copy: who changes both is not seen.
    Consistent,
    /// It fits the key that was given.
    Proven,
}

impl SignatureVerdict {
    /// Returns its name, by which messages choose their words.
    pub fn id(self) -> &'static str {
        match self {
            SignatureVerdict::None => "none",
            SignatureVerdict::Consistent => "consistent",
            SignatureVerdict::Proven => "proven",
        }
    }
}

/// Returns the key in a text.
pub(crate) fn key_in(text: &str) -> Option<PublicKey> {
    let text = text.trim();
    PublicKey::from_base64(text)
        .or_else(|_| PublicKey::decode(text))
        .ok()
}

/// Returns the text of a file that may hold a key; none where it cannot be read, or is too large for one.
pub fn key_file(path: &Path) -> Option<String> {
    let bytes = LocalDisk.read_within(path, MOST_BYTES).ok()?;
    String::from_utf8(bytes).ok()
}

/// Holds the list against its signature. Without one, that is said; where a key is given, it is an error.
pub(super) fn check(
    copy: &dyn CopyReader,
    sums: &ListedSums,
    given: Option<&GivenKey>,
    sink: &mut Sink,
) -> SignatureVerdict {
    let bytes = match read_within(copy, SIGNATURE, MOST_BYTES) {
        Ok(bytes) => bytes,
        Err(ReadFault::Open(OpenFault::Absent)) => {
            let mut finding = Diagnostic::new(&codes::COPY_UNSIGNED).at(Place::file(SIGNATURE));
            if given.is_some() {
                finding.severity = Severity::Error;
            }
            sink.push(finding);
            return SignatureVerdict::None;
        }
        Err(ReadFault::Open(fault)) => {
            sink.push(fault.told(SIGNATURE));
            return SignatureVerdict::None;
        }
        Err(ReadFault::Large) => {
            sink.push(wrong("unreadable"));
            return SignatureVerdict::None;
        }
    };
    let Ok(signature) = Signature::decode(&String::from_utf8_lossy(&bytes)) else {
        sink.push(wrong("unreadable"));
        return SignatureVerdict::None;
    };
    match given {
        Some(key) => held(&key.0, sums, &signature, SignatureVerdict::Proven, sink),
        None => with_own_key(copy, sums, &signature, sink),
    }
}

/// Holds the list against its signature by the key that came with the copy.
fn with_own_key(
    copy: &dyn CopyReader,
    sums: &ListedSums,
    signature: &Signature,
    sink: &mut Sink,
) -> SignatureVerdict {
    let unproven = |kind: &str| {
        let finding = Diagnostic::new(&codes::COPY_SIGNATURE_UNPROVEN).arg("kind", kind);
        finding.at(Place::file(SIGNATURE))
    };
    let Ok(bytes) = read_within(copy, PUBLIC_KEY, MOST_BYTES) else {
        sink.push(unproven("no-key"));
        return SignatureVerdict::None;
    };
    let Some(key) = key_in(&String::from_utf8_lossy(&bytes)) else {
        sink.push(wrong("key").at(Place::file(PUBLIC_KEY)));
        return SignatureVerdict::None;
    };
    let verdict = held(&key, sums, signature, SignatureVerdict::Consistent, sink);
    if verdict == SignatureVerdict::Consistent {
        sink.push(unproven("own-key"));
    }
    verdict
}

fn held(
    key: &PublicKey,
    sums: &ListedSums,
    signature: &Signature,
    verdict: SignatureVerdict,
    sink: &mut Sink,
) -> SignatureVerdict {
    let kind = match key.verify(&sums.bytes, signature, true) {
        Ok(()) => return verdict,
        Err(Error::UnexpectedKeyId) => "other-key",
        Err(_) => "other-list",
    };
    sink.push(wrong(kind));
    SignatureVerdict::None
}

fn wrong(kind: &str) -> Diagnostic {
    let finding = Diagnostic::new(&codes::COPY_SIGNATURE_WRONG).arg("kind", kind);
    finding.at(Place::file(SIGNATURE))
}
