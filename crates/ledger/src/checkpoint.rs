//! Checkpoints (điểm chốt): the signed head of the log at one moment, as C2SP `tlog-checkpoint`.

use std::str::FromStr;

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use kernel::Instant;

use crate::hash::Hash;
use crate::note::{BadNote, SigningKey, VerifyKey};
use crate::proof::Head;

const AT_MARK: &str = "at ";

/// A checkpoint: how long the log is, and the root over it.
///
/// ```text
/// hoithi.example/1
/// 1
/// jS2MhYkrxjP/lR+kyVsVskX25ojP+o0nATfw4B2UTyg=
/// at 1790000000001
///
/// — hoithi.example/1 lqhvHfRv…
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checkpoint {
    /// The name of the log, which is the name of the key that signs.
    pub origin: String,
    /// How many entries the log has.
    pub size: u64,
    /// The root over them.
    pub root: Hash,
    /// When it was made, if the maker said so.
    pub at: Option<Instant>,
}

impl Checkpoint {
    /// The checkpoint as a note signed by `key`, whose name becomes the origin.
    ///
    /// # Errors
    /// None for a key that [`SigningKey`] accepted; [`BadNote`] otherwise.
    pub fn sign(head: Head, at: Instant, key: &SigningKey) -> Result<String, BadNote> {
        let origin = key.verify_key().name().to_owned();
        key.sign(&Self { origin, size: head.size, root: head.root, at: Some(at) }.text())
    }

    /// Reads a note, whoever signed it; for looking at, never for believing.
    ///
    /// # Errors
    /// [`BadNote`] when the text of the note is no checkpoint.
    pub fn read_unverified(note: &str) -> Result<Self, BadNote> {
        let end = note.rfind("\n\n").ok_or(BadNote)? + 1;
        note[..end].parse()
    }

    /// The checkpoint in a note that `key` signed for its own log.
    ///
    /// # Errors
    /// [`BadNote`] when the signature, the origin or the form is not right.
    pub fn open(note: &str, key: &VerifyKey) -> Result<Self, BadNote> {
        let checkpoint: Self = key.open(note)?.parse()?;
        if checkpoint.origin == key.name() { Ok(checkpoint) } else { Err(BadNote) }
    }

    /// Size and root.
    pub const fn head(&self) -> Head {
        Head { size: self.size, root: self.root }
    }

    /// The text that is signed.
    pub fn text(&self) -> String {
        let root = BASE64.encode(self.root.as_bytes());
        let at = self.at.map(|at| format!("{AT_MARK}{}\n", at.millis())).unwrap_or_default();
        format!("{}\n{}\n{root}\n{at}", self.origin, self.size)
    }
}

impl FromStr for Checkpoint {
    type Err = BadNote;

    /// Reads the signed text. Lines after the root that it does not know are passed over.
    fn from_str(text: &str) -> Result<Self, BadNote> {
        let lines: Vec<&str> = text.strip_suffix('\n').ok_or(BadNote)?.split('\n').collect();
        let [origin, size, root, extensions @ ..] = &lines[..] else { return Err(BadNote) };
        if origin.is_empty() || extensions.iter().any(|line| line.is_empty()) {
            return Err(BadNote);
        }
        let root: Vec<u8> = BASE64.decode(root).map_err(|_| BadNote)?;
        let at = extensions.iter().find_map(|line| line.strip_prefix(AT_MARK));
        Ok(Self {
            origin: (*origin).to_owned(),
            size: size_of_log(size)?,
            root: Hash::from_bytes(root.try_into().map_err(|_| BadNote)?),
            at: at.and_then(|text| text.parse().ok()).map(Instant::from_millis),
        })
    }
}

/// A decimal below 2^63 without sign or leading zeros.
fn size_of_log(text: &str) -> Result<u64, BadNote> {
    let size: i64 = text.parse().map_err(|_| BadNote)?;
    let size = u64::try_from(size).map_err(|_| BadNote)?;
    if size.to_string() == text { Ok(size) } else { Err(BadNote) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key() -> SigningKey {
        SigningKey::from_seed("hoithi.example/1", &[7; 32]).unwrap()
    }

    fn signed() -> String {
        let head = Head { size: 3, root: Hash::of(&[b"root"]) };
        Checkpoint::sign(head, Instant::from_millis(1_790_000_000_000), &key()).unwrap()
    }

    #[test]
    fn a_checkpoint_reads_back() {
        let checkpoint = Checkpoint::open(&signed(), &key().verify_key()).unwrap();
        assert_eq!(checkpoint.size, 3);
        assert_eq!(checkpoint.root, Hash::of(&[b"root"]));
        assert_eq!(checkpoint.at, Some(Instant::from_millis(1_790_000_000_000)));
        assert_eq!(Checkpoint::read_unverified(&signed()), Ok(checkpoint.clone()));
        assert_eq!(checkpoint.text().parse(), Ok(checkpoint));
    }

    #[test]
    fn a_change_of_any_one_bit_is_refused() {
        let note = signed();
        for index in 0..note.len() * 8 {
            let mut bytes = note.clone().into_bytes();
            bytes[index / 8] ^= 1 << (index % 8);
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            assert_eq!(Checkpoint::open(&changed, &key().verify_key()), Err(BadNote), "{index}");
        }
    }

    #[test]
    fn only_checkpoints_in_their_form_are_read() {
        let root = BASE64.encode([0; 32]);
        let check = |text: String, good: bool| {
            assert_eq!(text.parse::<Checkpoint>().is_ok(), good, "{text:?}");
        };
        check(format!("o\n0\n{root}\n"), true);
        check(format!("o\n7\n{root}\nat x\nother\n"), true);
        check(format!("o\n07\n{root}\n"), false);
        check(format!("o\n+7\n{root}\n"), false);
        check(format!("o\n-7\n{root}\n"), false);
        check(format!("o\n9223372036854775808\n{root}\n"), false);
        check(format!("\n7\n{root}\n"), false);
        check(format!("o\n7\n{root}\n\n"), false);
        check(format!("o\n7\n{root}"), false);
        check("o\n7\nAAAA\n".to_owned(), false);
        check("o\n7\n".to_owned(), false);
        check(String::new(), false);
    }

    #[test]
    fn a_key_speaks_only_for_its_own_log() {
        let text = Checkpoint::read_unverified(&signed()).unwrap().text();
        let foreign = key().sign(&text.replace("/1", "/2")).unwrap();
        assert_eq!(Checkpoint::open(&foreign, &key().verify_key()), Err(BadNote));
    }
}
