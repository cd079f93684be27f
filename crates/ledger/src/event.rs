//! What happened (event), what the log keeps of it (entry), and the digests of protected rows.

use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;

use kernel::Instant;

use crate::canonical::{NotCanonical, Value};
use crate::fields::Fields;
use crate::hash::{Hash, NotHex, Salt};

/// The act that erases earlier events; see [`Event::erased`].
pub const ERASE_ACT: &str = "ledger.erase";

/// The fact of an erasing event that lists what it erased: positions in decimal, with commas.
pub const ERASED_SEQS: &str = "seqs";

/// The digest of one protected row, as it stands after an act.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
pub struct RowDigest(Hash);

impl RowDigest {
    /// The digest of a row of `table` with these columns, each cast to text (integers in decimal,
    /// booleans as `true` and `false`).
    ///
    /// Columns that are null are left out, so that a nullable column added later changes no digest
    /// of a row that has nothing in it.
    pub fn of(table: &str, columns: &[(impl AsRef<str>, Option<impl AsRef<str>>)]) -> Self {
        let filled = columns.iter().filter_map(|(name, value)| {
            value.as_ref().map(|value| (name.as_ref().to_owned(), value.as_ref().into()))
        });
        let row =
            Value::object([("columns", Value::Object(filled.collect())), ("table", table.into())]);
        Self(Hash::of(&[row.to_string().as_bytes()]))
    }

    /// The digest itself.
    pub const fn hash(self) -> Hash {
        self.0
    }
}

impl fmt::Display for RowDigest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromStr for RowDigest {
    type Err = NotHex;

    fn from_str(text: &str) -> Result<Self, NotHex> {
        text.parse().map(Self)
    }
}

/// What an act did to one protected row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RowChange {
    /// The table's name.
    pub table: String,
    /// What names the row within its table, usually its id.
    pub id: String,
    /// The row as it stands after the act; `None` when the act deleted it.
    pub digest: Option<RowDigest>,
}

/// An event (sự kiện): one act that matters, with the rows it changed.
///
/// ```
/// use kernel::Instant;
/// let event = ledger::event::Event {
///     seq: 0,
///     at: Instant::from_millis(1_790_000_000_000),
///     actor: "system".into(),
///     act: "unit.create".into(),
///     subject: "unit/7".into(),
///     note: Default::default(),
///     changes: Vec::new(),
/// };
/// assert_eq!(
///     event.canonical(),
///     r#"{"act":"unit.create","actor":"system","at":1790000000000,"changes":[],"note":{},"seq":0,"subject":"unit/7"}"#,
/// );
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    /// Position in the log; the first event has 0.
    pub seq: u64,
    /// When it happened.
    pub at: Instant,
    /// Who did it: an account's id, `system` or `cli`.
    pub actor: String,
    /// What was done, e.g. `unit.rename`.
    pub act: String,
    /// What it was done to, e.g. `unit/0190…`.
    pub subject: String,
    /// Small facts by name.
    pub note: BTreeMap<String, String>,
    /// The protected rows that the act wrote or deleted.
    pub changes: Vec<RowChange>,
}

impl Event {
    /// The event in canonical form: the text that is stored and hashed.
    pub fn canonical(&self) -> String {
        let note = self.note.iter().map(|(name, fact)| (name.clone(), fact.as_str().into()));
        Value::object([
            ("act", self.act.as_str().into()),
            ("actor", self.actor.as_str().into()),
            ("at", self.at.millis().into()),
            ("changes", Value::List(self.changes.iter().map(change_value).collect())),
            ("note", Value::Object(note.collect())),
            ("seq", self.seq.into()),
            ("subject", self.subject.as_str().into()),
        ])
        .to_string()
    }

    /// Reads the stored text of an event.
    ///
    /// # Errors
    /// [`NotCanonical`] when it is not exactly what [`Event::canonical`] writes.
    pub fn read(text: &str) -> Result<Self, NotCanonical> {
        let mut fields = Fields::of(Value::read(text)?)?;
        let event = Self {
            seq: u64::try_from(fields.integer("seq")?).map_err(|_| NotCanonical)?,
            at: Instant::from_millis(fields.integer("at")?),
            actor: fields.text("actor")?,
            act: fields.text("act")?,
            subject: fields.text("subject")?,
            note: fields.named_texts("note")?,
            changes: fields
                .list("changes")?
                .into_iter()
                .map(read_change)
                .collect::<Result<_, _>>()?,
        };
        fields.end().map(|()| event)
    }

    /// The commitment to this event under `salt`.
    pub fn commitment(&self, salt: &Salt) -> Hash {
        commitment(salt, &self.canonical())
    }

    /// The entry that the log keeps of this event.
    pub fn entry(&self, salt: &Salt) -> Entry {
        Entry { seq: self.seq, at: self.at, commitment: self.commitment(salt) }
    }

    /// The positions that this event declares erased; empty for every act but [`ERASE_ACT`].
    ///
    /// # Errors
    /// [`NotCanonical`] when an erasing act has no list, or one that is not written as
    /// [`written_seqs`] does, or one that names a position not before its own.
    pub fn erased(&self) -> Result<Vec<u64>, NotCanonical> {
        if self.act != ERASE_ACT {
            return Ok(Vec::new());
        }
        let list = self.note.get(ERASED_SEQS).ok_or(NotCanonical)?;
        let seqs = list
            .split(',')
            .map(|text| text.parse().ok().filter(|seq| *seq < self.seq))
            .collect::<Option<Vec<u64>>>()
            .ok_or(NotCanonical)?;
        if written_seqs(&seqs) == *list { Ok(seqs) } else { Err(NotCanonical) }
    }
}

/// The list of positions as an erasing event's fact [`ERASED_SEQS`] has it: `3,17,18`.
pub fn written_seqs(seqs: &[u64]) -> String {
    seqs.iter().map(u64::to_string).collect::<Vec<_>>().join(",")
}

/// The commitment to a stored event text: SHA-256 of the salt's bytes and the text's bytes.
pub fn commitment(salt: &Salt, canonical_event: &str) -> Hash {
    Hash::of(&[salt.as_bytes(), canonical_event.as_bytes()])
}

fn change_value(change: &RowChange) -> Value {
    Value::object([
        ("digest", change.digest.map(|digest| digest.to_string()).into()),
        ("id", change.id.as_str().into()),
        ("table", change.table.as_str().into()),
    ])
}

fn read_change(value: Value) -> Result<RowChange, NotCanonical> {
    let mut fields = Fields::of(value)?;
    let digest = fields.optional_text("digest")?;
    let change = RowChange {
        table: fields.text("table")?,
        id: fields.text("id")?,
        digest: digest.map(|text| text.parse()).transpose().map_err(|_| NotCanonical)?,
    };
    fields.end().map(|()| change)
}

/// What the log keeps of an event for good, even after the event itself was erased.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Entry {
    /// Position in the log.
    pub seq: u64,
    /// When the event happened; beside the commitment so that re-dating shows after an erasure.
    pub at: Instant,
    /// SHA-256 of salt and event.
    pub commitment: Hash,
}

impl Entry {
    /// The hash of the entry's leaf in the tree.
    pub fn leaf(&self) -> Hash {
        entry_leaf(self.seq.into(), self.at.millis(), &self.commitment.to_string())
    }
}

/// The leaf of an entry from what is stored, be it well formed or not.
pub(crate) fn entry_leaf(seq: i128, at: i64, commitment: &str) -> Hash {
    let entry = Value::object([
        ("at", at.into()),
        ("commitment", commitment.into()),
        ("seq", Value::Integer(seq)),
    ]);
    crate::tree::leaf_hash(entry.to_string().as_bytes())
}
