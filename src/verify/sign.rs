//! Signing the list of checksums of a site, in the form of minisign.

use super::contents;
use super::copy_folder::CopyFolder;
use super::copy_reader::{CopyReader, read_within};
use super::signature::{MOST_BYTES, key_in};
use super::sums::ListedSums;
use crate::diag::{Fatal, Sink};
use crate::site::public_key::PUBLIC_KEY;
use crate::stage::{self, SIGNATURE};
use minisign::{PublicKey, SecretKey, SecretKeyBox};
use std::path::Path;

/// What the program says of itself in a signature.
const COMMENT: &str = "signature of a list of checksums";

/// A secret key as somebody keeps it.
#[derive(Debug)]
pub struct KeptKey {
    /// The text of its file.
    pub text: String,
    /// The password that it is locked with, where that is known.
    pub password: Option<String>,
    /// Whether the password may be asked for at the terminal.
    pub may_ask: bool,
}

/// A list that was signed.
#[derive(Debug, Clone)]
pub struct SignedList {
    /// Files that it names.
    pub files: usize,
    /// The public key that its signature can be held against.
    pub public_key: String,
}

/// Signs the list of a site, once every file of it is found to be what the list says; none where one is not, which is told.
///
/// # Errors
/// When there is no such folder, the key is none, its password is not known or wrong, the site publishes another key, or the
/// disk refuses.
pub fn sign(folder: &Path, key: KeptKey, sink: &mut Sink) -> Result<Option<SignedList>, Fatal> {
    let copy = CopyFolder::open(folder, sink)?;
    let Some(sums) = ListedSums::read(&copy, sink) else {
        return Ok(None);
    };
    contents::check(&copy, &sums, sink);
    if sink.has_errors() {
        return Ok(None);
    }
    let secret = unlocked(key)?;
    let public = PublicKey::from_secret_key(&secret).map_err(|_| refused("sign-key"))?;
    let shown = public.to_base64();
    if publishes_other(&copy, &shown) {
        return Err(refused("sign-other-key"));
    }
    // It says which list it is of, and not when it was made: whoever signs the same list says the same.
    let told = format!("SHA256SUMS, sha256 {}", stage::sha256(&sums.bytes));
    let list = &sums.bytes[..];
    let made = minisign::sign(Some(&public), &secret, list, Some(&told), Some(COMMENT));
    let made = made.map_err(|_| refused("sign-key"))?;
    stage::replace(&folder.join(SIGNATURE), made.into_string().as_bytes())?;
    Ok(Some(SignedList {
        files: sums.files.len(),
        public_key: shown,
    }))
}

fn refused(kind: &'static str) -> Fatal {
    Fatal::wrong_command(kind, Vec::new())
}

/// How the bytes of a secret key begin.
const ALGORITHM: &[u8] = b"Ed";

/// Returns a key that can be signed with.
fn unlocked(key: KeptKey) -> Result<SecretKey, Fatal> {
    let encoded = key.text.lines().nth(1).unwrap_or_default();
    let bytes = decoded(encoded.trim()).filter(|bytes| bytes.starts_with(ALGORITHM));
    let kept = bytes.and_then(|bytes| SecretKey::from_bytes(&bytes).ok());
    let kept = kept.ok_or_else(|| refused("sign-key"))?;
    // One without a password has no checksum, where “minisign -G -W” made it.
    if !kept.is_encrypted() {
        return Ok(kept);
    }
    if key.password.is_none() && !key.may_ask {
        return Err(refused("sign-password"));
    }
    let secret = SecretKeyBox::from(key.text).into_secret_key(key.password);
    secret.map_err(|_| refused("sign-locked"))
}

/// Returns the bytes of a text in Base64.
fn decoded(text: &str) -> Option<Vec<u8>> {
    let (mut bits, mut count, mut bytes) = (0_u32, 0, Vec::new());
    for letter in text.trim_end_matches('=').bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => return None,
        };
        bits = bits << 6 | u32::from(value);
        count += 6;
        if count >= 8 {
            count -= 8;
            bytes.push((bits >> count).to_be_bytes()[3]);
            bits &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

/// Returns whether a site publishes another key than this one.
fn publishes_other(copy: &CopyFolder, public: &str) -> bool {
    let published = read_within(copy as &dyn CopyReader, PUBLIC_KEY, MOST_BYTES).ok();
    let published = published.and_then(|bytes| key_in(&String::from_utf8_lossy(&bytes)));
    published.is_some_and(|published| Some(published) != key_in(public))
}
