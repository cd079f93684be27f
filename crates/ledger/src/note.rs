//! Signed notes: a text with a signature line below it, as C2SP `signed-note` defines them.
//!
//! A note can be printed, mailed, or read out; whoever has the verify key can check it.

use std::fmt;
use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use ed25519_dalek::{Signature, Signer};

use crate::hash::{Hash, from_hex, to_hex};

/// The number of Ed25519 among the signature types of C2SP `signed-note`.
const ED25519: u8 = 1;
const SIGNATURE_MARK: &str = "\u{2014} ";
const SECRET_MARK: &str = "PRIVATE+KEY+";

/// The text is no key of this kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadKey;

impl fmt::Display for BadKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a key of the ledger, or its name and digits do not belong together")
    }
}

impl std::error::Error for BadKey {}

/// The note is not signed by the key, or is no note.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BadNote;

impl fmt::Display for BadNote {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a note signed by this key")
    }
}

impl std::error::Error for BadNote {}

/// The public half of a key; in text `name+hash+base64`, e.g. for the front page of the minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VerifyKey {
    name: String,
    key: ed25519_dalek::VerifyingKey,
}

impl VerifyKey {
    /// The key's name, which is the origin of the log.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// The four bytes that say in a signature line which key it is.
    pub fn id(&self) -> [u8; 4] {
        let hash = Hash::of(&[self.name.as_bytes(), b"\n", &self.typed_bytes()]);
        let [a, b, c, d, ..] = *hash.as_bytes();
        [a, b, c, d]
    }

    fn typed_bytes(&self) -> [u8; 33] {
        typed(self.key.as_bytes())
    }

    /// The signed text of a note, line break at its end included.
    ///
    /// # Errors
    /// [`BadNote`] when the note is malformed, has no signature of this key, or has a wrong one.
    pub fn open<'a>(&self, note: &'a str) -> Result<&'a str, BadNote> {
        let end = note.rfind("\n\n").ok_or(BadNote)? + 1;
        let (text, lines) = (&note[..end], &note[end + 1..]);
        let lines = lines.strip_suffix('\n').ok_or(BadNote)?;
        if text.bytes().any(|byte| byte < 0x20 && byte != b'\n') {
            return Err(BadNote);
        }
        let mut signed = false;
        for line in lines.split('\n') {
            if let Some(signature) = self.signature(line)? {
                self.key.verify_strict(text.as_bytes(), &signature).map_err(|_| BadNote)?;
                signed = true;
            }
        }
        if signed { Ok(text) } else { Err(BadNote) }
    }

    /// The signature of a line, if it claims to be by this key.
    fn signature(&self, line: &str) -> Result<Option<Signature>, BadNote> {
        let line = line.strip_prefix(SIGNATURE_MARK).ok_or(BadNote)?;
        let (name, encoded) = line.split_once(' ').ok_or(BadNote)?;
        let bytes = BASE64.decode(encoded).map_err(|_| BadNote)?;
        let (id, signature) = bytes.split_at_checked(4).ok_or(BadNote)?;
        if name != self.name || id != self.id() {
            return Ok(None);
        }
        let signature = signature.try_into().map_err(|_| BadNote)?;
        Ok(Some(Signature::from_bytes(signature)))
    }
}

impl fmt::Display for VerifyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}+{}+{}", self.name, to_hex(&self.id()), BASE64.encode(self.typed_bytes()))
    }
}

impl FromStr for VerifyKey {
    type Err = BadKey;

    fn from_str(text: &str) -> Result<Self, BadKey> {
        let (name, id, bytes) = parts(text)?;
        let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes).map_err(|_| BadKey)?;
        if key.is_weak() {
            return Err(BadKey);
        }
        let key = Self { name, key };
        if key.id() == id { Ok(key) } else { Err(BadKey) }
    }
}

/// The secret half of a key. It does not show in debug output; [`SigningKey::secret_text`] is what
/// is kept, in a file that only the service reads.
pub struct SigningKey {
    name: String,
    key: ed25519_dalek::SigningKey,
}

impl SigningKey {
    /// The key made from 32 random bytes, for the log of this name.
    ///
    /// # Errors
    /// [`BadKey`] when the name is empty, or has white space, control characters or `+` in it.
    pub fn from_seed(name: &str, seed: &[u8; 32]) -> Result<Self, BadKey> {
        let key = ed25519_dalek::SigningKey::from_bytes(seed);
        Ok(Self { name: checked_name(name)?, key })
    }

    /// The public half.
    pub fn verify_key(&self) -> VerifyKey {
        VerifyKey { name: self.name.clone(), key: self.key.verifying_key() }
    }

    /// The secret as text: `PRIVATE+KEY+name+hash+base64`.
    pub fn secret_text(&self) -> String {
        let id = to_hex(&self.verify_key().id());
        let seed = BASE64.encode(typed(self.key.as_bytes()));
        format!("{SECRET_MARK}{}+{id}+{seed}", self.name)
    }

    /// The note with this text and this key's signature.
    ///
    /// # Errors
    /// [`BadNote`] when the text does not end in a line break or has control characters.
    pub fn sign(&self, text: &str) -> Result<String, BadNote> {
        let signature = self.key.sign(text.as_bytes()).to_bytes();
        let key = self.verify_key();
        let encoded = BASE64.encode([&key.id()[..], &signature[..]].concat());
        let note = format!("{text}\n{SIGNATURE_MARK}{} {encoded}\n", self.name);
        if key.open(&note)? == text { Ok(note) } else { Err(BadNote) }
    }
}

impl fmt::Debug for SigningKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "SigningKey({})", self.name)
    }
}

impl FromStr for SigningKey {
    type Err = BadKey;

    /// Reads what [`SigningKey::secret_text`] writes.
    fn from_str(text: &str) -> Result<Self, BadKey> {
        let (name, id, seed) = parts(text.strip_prefix(SECRET_MARK).ok_or(BadKey)?)?;
        let key = Self::from_seed(&name, &seed)?;
        if key.verify_key().id() == id { Ok(key) } else { Err(BadKey) }
    }
}

fn typed(bytes: &[u8; 32]) -> [u8; 33] {
    let mut typed = [ED25519; 33];
    typed[1..].copy_from_slice(bytes);
    typed
}

/// Name, id and 32 bytes of `name+hash+base64`.
fn parts(text: &str) -> Result<(String, [u8; 4], [u8; 32]), BadKey> {
    let mut parts = text.splitn(3, '+');
    let mut next = || parts.next().ok_or(BadKey);
    let name = checked_name(next()?)?;
    let id = from_hex(next()?).map_err(|_| BadKey)?;
    let bytes = BASE64.decode(next()?).map_err(|_| BadKey)?;
    match bytes.split_first() {
        Some((&ED25519, rest)) => Ok((name, id, rest.try_into().map_err(|_| BadKey)?)),
        _ => Err(BadKey),
    }
}

fn checked_name(name: &str) -> Result<String, BadKey> {
    let bad = |character: char| !character.is_ascii_graphic() || character == '+';
    if name.is_empty() || name.contains(bad) { Err(BadKey) } else { Ok(name.to_owned()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey::from_seed("hoithi.example/1", &[7; 32]).unwrap()
    }

    /// Key and note from the documentation of `golang.org/x/mod/sumdb/note`.
    #[test]
    fn a_note_of_another_maker_opens() {
        let key = "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
        let text = "If you think cryptography is the answer to your problem,\n\
                    then you don't know what your problem is.\n";
        let signature = "\u{2014} PeterNeumann \
            x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=";
        let key: VerifyKey = key.parse().unwrap();
        assert_eq!(key.open(&format!("{text}\n{signature}\n")), Ok(text));
    }

    #[test]
    fn keys_read_back_and_refuse_a_changed_name() {
        let secret = key().secret_text();
        let public = key().verify_key();
        assert_eq!(secret.parse::<SigningKey>().unwrap().verify_key(), public);
        assert_eq!(public.to_string().parse(), Ok(public.clone()));
        let renamed = public.to_string().replace("/1", "/2");
        assert_eq!(renamed.parse::<VerifyKey>(), Err(BadKey));
        assert_eq!(secret.replace("/1", "/2").parse::<SigningKey>().err(), Some(BadKey));
        assert_eq!(format!("{:?}", key()), "SigningKey(hoithi.example/1)");
    }

    #[test]
    fn a_key_of_another_type_is_refused() {
        let mut bytes = key().verify_key().typed_bytes();
        bytes[0] = 2;
        let id = Hash::of(&[b"o\n", &bytes]).to_string();
        let text = format!("o+{}+{}", &id[..8], BASE64.encode(bytes));
        assert_eq!(text.parse::<VerifyKey>(), Err(BadKey));
    }

    #[test]
    fn names_with_spaces_or_plus_are_refused() {
        let check = |name: &str, good: bool| {
            assert_eq!(SigningKey::from_seed(name, &[7; 32]).is_ok(), good, "{name:?}");
        };
        check("hoithi.example", true);
        check("", false);
        check("a b", false);
        check("a+b", false);
        check("a\n", false);
        check("hội-thi", false);
    }

    #[test]
    fn only_a_note_signed_by_the_key_opens() {
        let note = key().sign("a\nb\n").unwrap();
        let public = key().verify_key();
        let other = SigningKey::from_seed("hoithi.example/1", &[8; 32]).unwrap();
        let check = |note: &str, expect: Result<&str, BadNote>| {
            assert_eq!(public.open(note), expect, "{note}");
        };
        check(&note, Ok("a\nb\n"));
        check(&note.replace("a\n", "c\n"), Err(BadNote));
        check(note.trim_end(), Err(BadNote));
        check(&note.replace("hoithi", "hoithj"), Err(BadNote));
        check(&other.sign("a\nb\n").unwrap(), Err(BadNote));
        let both = format!("{note}{}", other.sign("a\nb\n").unwrap().split_once("\n\n").unwrap().1);
        check(&both, Ok("a\nb\n"));
        check("", Err(BadNote));
        check("\n\n", Err(BadNote));
        assert_eq!(key().sign("no line break").err(), Some(BadNote));
        assert_eq!(key().sign("bell\u{7}\n").err(), Some(BadNote));
    }
}
