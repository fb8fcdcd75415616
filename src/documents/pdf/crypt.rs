//! PDFs that are encrypted so that anybody can read them and only some may print (ISO 32000-1, 7.6; ISO 32000-2, 7.6.4):
//! the password that opens them is empty. One that asks for a password stays closed.

use super::value::{PdfDict, PdfValue, whole};
use aes::cipher::{BlockCipherDecrypt, BlockCipherEncrypt, KeyInit};
use aes::{Aes128, Aes256, Block};
use md5::{Digest, Md5};
use sha2::{Sha256, Sha384, Sha512};

/// What replaces the letters that a short password lacks (7.6.3.3).
const PADDING: [u8; 32] = [
    0x28, 0xbf, 0x4e, 0x5e, 0x4e, 0x75, 0x8a, 0x41, 0x64, 0x00, 0x4e, 0x56, 0xff, 0xfa, 0x01, 0x08,
    0x2e, 0x2e, 0x00, 0xb6, 0xd0, 0x68, 0x3e, 0x80, 0x2f, 0x0c, 0xa9, 0xfe, 0x64, 0x53, 0x69, 0x7a,
];
/// Bytes of a block of AES.
const BLOCK: usize = 16;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Method {
    None,
    Rc4,
    Aes128,
    Aes256,
}

/// What deciphers a file's strings and streams.
pub(super) struct Cipher {
    key: Vec<u8>,
    strings: Method,
    streams: Method,
    /// The object that says how, which is not enciphered itself.
    own: Option<u32>,
}

impl Cipher {
    /// Returns the cipher of a file that opens without a password.
    pub(super) fn new(dict: &PdfDict, id: &[u8], own: Option<u32>) -> Option<Cipher> {
        if dict.get("Filter")?.name()? != "Standard" {
            return None;
        }
        let version = number(dict, "V").unwrap_or(0);
        let (strings, streams) = match version {
            1 | 2 => (Method::Rc4, Method::Rc4),
            4 | 5 => (method(dict, "StrF")?, method(dict, "StmF")?),
            _ => return None,
        };
        let key = if version == 5 {
            newer_key(dict)?
        } else {
            older_key(dict, id, version)?
        };
        Some(Cipher {
            key,
            strings,
            streams,
            own,
        })
    }

    /// Deciphers the strings in an object.
    pub(super) fn strings(&self, value: &mut PdfValue, number: u32, generation: u32) {
        if self.own == Some(number) {
            return;
        }
        match value {
            PdfValue::Text(bytes) => {
                *bytes = self.decipher(self.strings, bytes, number, generation);
            }
            PdfValue::Array(values) => {
                for value in values {
                    self.strings(value, number, generation);
                }
            }
            PdfValue::Dict(dict) => {
                for value in dict.values_mut() {
                    self.strings(value, number, generation);
                }
            }
            _ => {}
        }
    }

    /// Deciphers a stream.
    pub(super) fn stream(&self, bytes: &[u8], number: u32, generation: u32) -> Vec<u8> {
        self.decipher(self.streams, bytes, number, generation)
    }

    fn decipher(&self, method: Method, bytes: &[u8], number: u32, generation: u32) -> Vec<u8> {
        match method {
            Method::None => bytes.to_vec(),
            Method::Rc4 => rc4(&self.object_key(number, generation, b""), bytes),
            Method::Aes128 => {
                let key = self.object_key(number, generation, b"sAlT");
                Aes128::new_from_slice(&key).map_or(Vec::new(), |aes| unchain(&aes, bytes))
            }
            Method::Aes256 => {
                Aes256::new_from_slice(&self.key).map_or(Vec::new(), |aes| unchain(&aes, bytes))
            }
        }
    }

    /// Returns the key of one object (algorithm 1).
    fn object_key(&self, number: u32, generation: u32, salt: &[u8]) -> Vec<u8> {
        let mut hash = Md5::new();
        hash.update(&self.key);
        hash.update(&number.to_le_bytes()[..3]);
        hash.update(&generation.to_le_bytes()[..2]);
        hash.update(salt);
        hash.finalize()[..(self.key.len() + 5).min(16)].to_vec()
    }
}

fn number(dict: &PdfDict, key: &str) -> Option<u32> {
    dict.get(key)?
        .number()
        .map(|number| whole(number, u32::MAX))
}

/// Returns the method of the crypt filter that a key names.
fn method(dict: &PdfDict, key: &str) -> Option<Method> {
    let name = dict.get(key).and_then(PdfValue::name).unwrap_or("Identity");
    if name == "Identity" {
        return Some(Method::None);
    }
    let filter = dict.get("CF")?.dict()?.get(name)?.dict()?;
    match filter.get("CFM").and_then(PdfValue::name) {
        Some("V2") => Some(Method::Rc4),
        Some("AESV2") => Some(Method::Aes128),
        Some("AESV3") => Some(Method::Aes256),
        Some("None") | None => Some(Method::None),
        Some(_) => None,
    }
}

/// Returns the key for an empty password up to version 4 (algorithms 2, 4 and 5).
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the standard counts permissions as 32 bits, signed or not"
)]
fn older_key(dict: &PdfDict, id: &[u8], version: u32) -> Option<Vec<u8>> {
    let revision = number(dict, "R")?;
    let bits = number(dict, "Length").unwrap_or(40);
    let length = match version {
        1 => 5,
        4 => 16,
        _ => (bits / 8).clamp(5, 16) as usize,
    };
    let permissions = dict.get("P")?.number()? as i64 as u32;
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(dict.get("O")?.text()?.get(..32)?);
    hash.update(permissions.to_le_bytes());
    hash.update(id);
    if revision >= 4 && dict.get("EncryptMetadata") == Some(&PdfValue::Word("false".to_owned())) {
        hash.update([0xff; 4]);
    }
    let mut key = hash.finalize().to_vec();
    if revision >= 3 {
        for _ in 0..50 {
            key = Md5::digest(&key[..length]).to_vec();
        }
    }
    key.truncate(length);
    opens(&key, dict.get("U")?.text()?, id, revision).then_some(key)
}

/// Whether a key is the right one.
fn opens(key: &[u8], user: &[u8], id: &[u8], revision: u32) -> bool {
    if revision < 3 {
        return rc4(key, &PADDING) == user;
    }
    let mut hash = Md5::new();
    hash.update(PADDING);
    hash.update(id);
    let mut check = rc4(key, &hash.finalize());
    for round in 1..20 {
        let turned: Vec<u8> = key.iter().map(|byte| byte ^ round).collect();
        check = rc4(&turned, &check);
    }
    user.get(..16) == Some(&check[..])
}

/// Returns the key for an empty password of version 5 (ISO 32000-2, algorithm 2.A).
fn newer_key(dict: &PdfDict) -> Option<Vec<u8>> {
    let user = dict.get("U")?.text()?.get(..48)?;
    let revision = number(dict, "R")?;
    if newer_hash(&user[32..40], revision) != user[..32] {
        return None;
    }
    let aes = Aes256::new_from_slice(&newer_hash(&user[40..48], revision)).ok()?;
    let wrapped = dict.get("UE")?.text()?.get(..32)?;
    let chained: Vec<u8> = [&[0; BLOCK][..], wrapped].concat();
    Some(unchain_blocks(&aes, &chained))
}

/// Returns the hash of an empty password (algorithm 2.B).
fn newer_hash(salt: &[u8], revision: u32) -> Vec<u8> {
    let mut key = Sha256::digest(salt).to_vec();
    if revision < 6 {
        return key;
    }
    for round in 0_u32.. {
        let mut block = key.repeat(64);
        let (first, rest) = key.split_at(BLOCK);
        let Ok(aes) = Aes128::new_from_slice(first) else {
            break;
        };
        chain_blocks(&aes, &rest[..BLOCK], &mut block);
        let sum: u32 = block[..BLOCK].iter().map(|byte| u32::from(*byte)).sum();
        key = match sum % 3 {
            0 => Sha256::digest(&block).to_vec(),
            1 => Sha384::digest(&block).to_vec(),
            _ => Sha512::digest(&block).to_vec(),
        };
        let last = block.last().copied().map_or(0, u32::from);
        if round >= 63 && last <= round - 31 {
            break;
        }
    }
    key.truncate(32);
    key
}

/// Enciphers blocks, each mixed with the one before.
fn chain_blocks(aes: &Aes128, start: &[u8], bytes: &mut [u8]) {
    let mut before = start.to_vec();
    for chunk in bytes.chunks_exact_mut(BLOCK) {
        let mut block = Block::default();
        for (out, (byte, mixed)) in block.iter_mut().zip(chunk.iter().zip(&before)) {
            *out = byte ^ mixed;
        }
        aes.encrypt_block(&mut block);
        chunk.copy_from_slice(&block);
        before.copy_from_slice(&block);
    }
}

/// Deciphers what was chained, and takes its padding off.
fn unchain(
    aes: &impl BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>,
    bytes: &[u8],
) -> Vec<u8> {
    let mut out = unchain_blocks(aes, bytes);
    let padding = out.last().copied().map_or(0, usize::from);
    if (1..=BLOCK).contains(&padding) && padding <= out.len() {
        out.truncate(out.len() - padding);
    }
    out
}

/// Deciphers blocks; the first one is what the second one was mixed with.
fn unchain_blocks(
    aes: &impl BlockCipherDecrypt<BlockSize = aes::cipher::consts::U16>,
    bytes: &[u8],
) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    let blocks: Vec<&[u8]> = bytes.chunks_exact(BLOCK).collect();
    for pair in blocks.windows(2) {
        let mut block = Block::default();
        block.copy_from_slice(pair[1]);
        aes.decrypt_block(&mut block);
        out.extend(block.iter().zip(pair[0]).map(|(byte, mixed)| byte ^ mixed));
    }
    out
}

fn rc4(key: &[u8], bytes: &[u8]) -> Vec<u8> {
    let mut state: [u8; 256] = std::array::from_fn(|i| u8::try_from(i).unwrap_or(0));
    let mut j = 0_usize;
    for i in 0..256 {
        j = (j + usize::from(state[i]) + usize::from(key[i % key.len()])) % 256;
        state.swap(i, j);
    }
    let (mut i, mut j) = (0, 0);
    (bytes.iter())
        .map(|byte| {
            i = (i + 1) % 256;
            j = (j + usize::from(state[i])) % 256;
            state.swap(i, j);
            byte ^ state[(usize::from(state[i]) + usize::from(state[j])) % 256]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rc4_is_that_of_the_published_examples() {
        assert_eq!(
            rc4(b"Key", b"Plaintext"),
            [0xbb, 0xf3, 0x16, 0xe8, 0xd9, 0x40, 0xaf, 0x0a, 0xd3]
        );
    }
}
