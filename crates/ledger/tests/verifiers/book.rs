//! A ledger with its protected rows in memory, kept honestly until a test tampers with it.

use std::collections::BTreeMap;

use kernel::Instant;
use ledger::audit::StoredEntry;
use ledger::checkpoint::Checkpoint;
use ledger::event::{ERASE_ACT, ERASED_SEQS, Event, RowChange, written_seqs};
use ledger::export::{Line, StoredRow, Trust};
use ledger::finding::Finding;
use ledger::hash::{Hash, Salt};
use ledger::note::SigningKey;
use ledger::proof::Head;
use ledger::tree::Frontier;

/// The key that signs the book.
pub fn key() -> SigningKey {
    SigningKey::from_seed("hoithi.example/1", &[7; 32]).unwrap()
}

/// The key of somebody else, under the same name.
pub fn foreign_key() -> SigningKey {
    SigningKey::from_seed("hoithi.example/1", &[8; 32]).unwrap()
}

/// Names a row: table and id.
pub type Name = (String, String);

/// The columns of a row; `None` is null.
pub type Columns<'a> = &'a [(&'a str, Option<&'a str>)];

#[derive(Clone)]
pub struct Book {
    pub checkpoints: Vec<String>,
    pub entries: Vec<StoredEntry>,
    pub rows: BTreeMap<Name, StoredRow>,
    frontier: Frontier,
}

impl Book {
    pub fn empty() -> Self {
        Self {
            checkpoints: Vec::new(),
            entries: Vec::new(),
            rows: BTreeMap::new(),
            frontier: Frontier::empty(),
        }
    }

    /// Ten events that show every kind of change, with three checkpoints.
    pub fn small() -> Self {
        let mut book = Self::empty();
        let unit = [
            ("name", Some("Sở Khoa học và Công nghệ")),
            ("active", Some("true")),
            ("parent", None),
        ];
        book.write("unit.create", "unit", "1", &unit);
        book.write(
            "unit.create",
            "unit",
            "2",
            &[("name", Some("Quận \"cũ\"\n\u{1}")), ("active", Some("true"))],
        );
        book.write(
            "account.invite",
            "account",
            "a",
            &[("name", Some("Người một")), ("seats", Some("-7"))],
        );
        book.sign();
        book.write(
            "unit.rename",
            "unit",
            "1",
            &[("name", Some("Sở KH&CN")), ("active", Some("true")), ("parent", Some(""))],
        );
        book.write("account.invite", "account", "b", &[("name", Some("Người hai"))]);
        book.delete("unit.abolish", "unit", "2");
        book.sign();
        book.write("account.anonymise", "account", "a", &[("name", None), ("seats", Some("-7"))]);
        book.erase(&[2], &[("account", "a")]);
        book.write("unit.create", "unit", "3", &[("name", Some("\u{10000}\u{ffee}"))]);
        book.sign();
        book.append("export.make", "ledger", BTreeMap::new(), Vec::new());
        book
    }

    /// Writes a row and logs it.
    pub fn write(&mut self, act: &str, table: &str, id: &str, columns: Columns) {
        let filled =
            columns.iter().filter_map(|(name, text)| Some(((*name).into(), (*text)?.into())));
        let row = StoredRow { table: table.into(), id: id.into(), columns: filled.collect() };
        self.rows.insert((table.into(), id.into()), row);
        let change = self.change(table, id);
        self.append(act, &format!("{table}/{id}"), BTreeMap::new(), vec![change]);
    }

    /// Deletes a row and logs it.
    pub fn delete(&mut self, act: &str, table: &str, id: &str) {
        self.rows.remove(&(table.into(), id.into()));
        let change = self.change(table, id);
        self.append(act, &format!("{table}/{id}"), BTreeMap::new(), vec![change]);
    }

    /// Erases events and logs it, with the present state of the rows that they were about.
    pub fn erase(&mut self, seqs: &[u64], rows: &[(&str, &str)]) {
        let note = BTreeMap::from([(ERASED_SEQS.to_owned(), written_seqs(seqs))]);
        let changes = rows.iter().map(|(table, id)| self.change(table, id)).collect();
        self.append(ERASE_ACT, "ledger", note, changes);
        seqs.iter().for_each(|seq| self.forget(*seq as usize));
    }

    /// Removes salt and event of an entry.
    pub fn forget(&mut self, seq: usize) {
        self.entries[seq].salt = None;
        self.entries[seq].event = None;
    }

    /// The row as an act would log it now.
    pub fn change(&self, table: &str, id: &str) -> RowChange {
        let digest = self.rows.get(&(table.into(), id.into())).map(StoredRow::digest);
        RowChange { table: table.into(), id: id.into(), digest }
    }

    /// Logs an act.
    pub fn append(
        &mut self,
        act: &str,
        subject: &str,
        note: BTreeMap<String, String>,
        changes: Vec<RowChange>,
    ) {
        let seq = self.frontier.size();
        let event = Event {
            seq,
            at: Instant::from_millis(1_790_000_000_000 + 1_000 * seq as i64),
            actor: "cli".into(),
            act: act.into(),
            subject: subject.into(),
            note,
            changes,
        };
        let salt = Salt::from_bytes(*Hash::of(&[b"salt", &seq.to_be_bytes()]).as_bytes());
        let entry = event.entry(&salt);
        let nodes = self.frontier.append(entry.leaf());
        self.entries.push(StoredEntry {
            seq: seq as i64,
            at: event.at,
            commitment: entry.commitment.to_string(),
            nodes: nodes.iter().map(|node| node.hash.to_string()).collect(),
            salt: Some(salt.to_string()),
            event: Some(event.canonical()),
        });
    }

    /// A checkpoint of the book as it is.
    pub fn signed_by(&self, key: &SigningKey) -> String {
        let head = Head { size: self.frontier.size(), root: self.frontier.root() };
        let at = Instant::from_millis(1_790_000_000_000 + head.size as i64);
        Checkpoint::sign(head, at, key).unwrap()
    }

    /// Signs the book as it is and keeps the checkpoint.
    pub fn sign(&mut self) {
        self.checkpoints.push(self.signed_by(&key()));
    }

    /// Computes leaves and tree anew from what the entries say, as somebody who covers up would.
    pub fn rebuild(&mut self) {
        self.frontier = Frontier::empty();
        for stored in &mut self.entries {
            let entry = ledger::event::Entry {
                seq: stored.seq as u64,
                at: stored.at,
                commitment: stored.commitment.parse().unwrap(),
            };
            let nodes = self.frontier.append(entry.leaf());
            stored.nodes = nodes.iter().map(|node| node.hash.to_string()).collect();
        }
    }

    /// The row of this name.
    pub fn row(&mut self, table: &str, id: &str) -> &mut StoredRow {
        self.rows.get_mut(&(table.into(), id.into())).unwrap()
    }

    /// The lines of the export.
    pub fn lines(&self) -> Vec<String> {
        let header = Line::Header(key().verify_key());
        let checkpoints = self.checkpoints.iter().cloned().map(Line::Checkpoint);
        let entries = self.entries.iter().cloned().map(Line::Entry);
        let rows = self.rows.values().cloned().map(Line::Row);
        let lines = checkpoints.chain(entries).chain(rows);
        std::iter::once(header).chain(lines).map(|line| line.to_string()).collect()
    }

    /// The export as a file, and nothing trusted but what it says.
    pub fn case(&self) -> Case {
        Case { bytes: file(&self.lines()), trust: Trust::default() }
    }
}

/// The file of these lines.
pub fn file(lines: &[String]) -> Vec<u8> {
    lines.iter().flat_map(|line| format!("{line}\n").into_bytes()).collect()
}

/// An export and what its verifier trusts.
#[derive(Clone)]
pub struct Case {
    pub bytes: Vec<u8>,
    pub trust: Trust,
}

impl Case {
    /// The same case with a checkpoint that somebody kept.
    pub fn with(mut self, checkpoint: String) -> Self {
        self.trust.checkpoints.push(checkpoint);
        self
    }

    /// The same case with the key known from elsewhere.
    pub fn trusting(mut self, key: &SigningKey) -> Self {
        self.trust.key = Some(key.verify_key());
        self
    }

    /// What the verifier finds.
    pub fn findings(&self) -> Vec<Finding> {
        let text = self.bytes.strip_suffix(b"\n").unwrap_or(&self.bytes);
        ledger::export::verify(text.split(|byte| *byte == b'\n'), &self.trust)
    }
}
