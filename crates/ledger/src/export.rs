//! The export: log, checkpoints and protected rows as lines of canonical JSON, for any verifier.

use std::collections::BTreeMap;
use std::fmt;

use kernel::Instant;

use crate::audit::{Anchors, Audit, RowAudit, StoredEntry};
use crate::canonical::{NotCanonical, Value};
use crate::event::RowDigest;
use crate::fields::Fields;
use crate::finding::Finding;
use crate::note::VerifyKey;

/// The name of the format, in its first line.
pub const FORMAT: &str = "hoithi.ledger/1";

/// A protected row as it is now. Columns that are null are left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredRow {
    /// The table's name.
    pub table: String,
    /// What names the row within its table.
    pub id: String,
    /// The columns that are not null, cast to text.
    pub columns: BTreeMap<String, String>,
}

impl StoredRow {
    /// The row's digest.
    pub fn digest(&self) -> RowDigest {
        let columns: Vec<_> = self.columns.iter().map(|(name, text)| (name, Some(text))).collect();
        RowDigest::of(&self.table, &columns)
    }
}

/// One line of an export. They come in this order: header, checkpoints, entries, rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Line {
    /// The first line, with the key of the log.
    Header(VerifyKey),
    /// A stored checkpoint, as the signed note that it is.
    Checkpoint(String),
    /// An entry.
    Entry(StoredEntry),
    /// A protected row.
    Row(StoredRow),
}

impl Line {
    /// Reads a line, without its line break.
    ///
    /// # Errors
    /// [`NotCanonical`] when it is not exactly what [`fmt::Display`] writes for some line.
    pub fn read(bytes: &[u8]) -> Result<Self, NotCanonical> {
        let text = str::from_utf8(bytes).map_err(|_| NotCanonical)?;
        let mut fields = Fields::of(Value::read(text)?)?;
        let line = match fields.text("kind")?.as_str() {
            "header" => read_header(&mut fields).map(Self::Header),
            "checkpoint" => fields.text("note").map(Self::Checkpoint),
            "entry" => read_entry(&mut fields).map(Self::Entry),
            "row" => read_row(&mut fields).map(Self::Row),
            _ => Err(NotCanonical),
        }?;
        fields.end().map(|()| line)
    }
}

fn read_header(fields: &mut Fields) -> Result<VerifyKey, NotCanonical> {
    let key: VerifyKey = fields.text("key")?.parse().map_err(|_| NotCanonical)?;
    let right = fields.text("format")? == FORMAT && fields.text("origin")? == key.name();
    if right { Ok(key) } else { Err(NotCanonical) }
}

fn read_entry(fields: &mut Fields) -> Result<StoredEntry, NotCanonical> {
    Ok(StoredEntry {
        seq: fields.integer("seq")?,
        at: Instant::from_millis(fields.integer("at")?),
        commitment: fields.text("commitment")?,
        nodes: fields.texts("nodes")?,
        salt: fields.optional_text("salt")?,
        event: fields.optional_text("event")?,
    })
}

fn read_row(fields: &mut Fields) -> Result<StoredRow, NotCanonical> {
    Ok(StoredRow {
        table: fields.text("table")?,
        id: fields.text("id")?,
        columns: fields.named_texts("columns")?,
    })
}

impl fmt::Display for Line {
    /// One line in canonical form, without its line break.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let value = match self {
            Self::Header(key) => Value::object([
                ("kind", "header".into()),
                ("format", FORMAT.into()),
                ("origin", key.name().into()),
                ("key", key.to_string().into()),
            ]),
            Self::Checkpoint(note) => {
                Value::object([("kind", "checkpoint".into()), ("note", note.as_str().into())])
            }
            Self::Entry(entry) => entry_value(entry),
            Self::Row(row) => row_value(row),
        };
        value.fmt(f)
    }
}

fn entry_value(entry: &StoredEntry) -> Value {
    Value::object([
        ("kind", "entry".into()),
        ("seq", entry.seq.into()),
        ("at", entry.at.millis().into()),
        ("commitment", entry.commitment.as_str().into()),
        ("nodes", Value::List(entry.nodes.iter().map(|node| node.as_str().into()).collect())),
        ("salt", entry.salt.as_deref().into()),
        ("event", entry.event.as_deref().into()),
    ])
}

fn row_value(row: &StoredRow) -> Value {
    let columns = row.columns.iter().map(|(name, text)| (name.clone(), text.as_str().into()));
    Value::object([
        ("kind", "row".into()),
        ("table", row.table.as_str().into()),
        ("id", row.id.as_str().into()),
        ("columns", Value::Object(columns.collect())),
    ])
}

/// What the verifier of an export trusts beside the export itself.
#[derive(Debug, Clone, Default)]
pub struct Trust {
    /// The key, when it is known from elsewhere; without it the header's key is believed, and a
    /// log that was signed anew as a whole is not noticed.
    pub key: Option<VerifyKey>,
    /// Checkpoints that others kept; without any a log cut off at its end is not noticed.
    pub checkpoints: Vec<String>,
}

/// Verifies an export line by line. Lines come without their line breaks.
pub fn verify<L: AsRef<[u8]>>(lines: impl IntoIterator<Item = L>, trust: &Trust) -> Vec<Finding> {
    let mut lines = lines.into_iter();
    let header = lines.next().map(|line| Line::read(line.as_ref()));
    let Some(Ok(Line::Header(named))) = header else {
        return vec![Finding::LineUnreadable { line: 1 }];
    };
    let key = trust.key.as_ref().unwrap_or(&named);
    let mut reading =
        Reading { trust, step: Step::Anchors(Anchors::new(key.clone())), notices: Vec::new() };
    if *key != named {
        reading.notices.push(Finding::KeyForeign);
    }
    for (line, number) in lines.zip(2..) {
        if !Line::read(line.as_ref()).is_ok_and(|line| reading.take(&line)) {
            reading.notices.push(Finding::LineUnreadable { line: number });
        }
    }
    reading.finish()
}

enum Step {
    Anchors(Anchors),
    Entries(Audit),
    Rows(RowAudit),
}

struct Reading<'a> {
    trust: &'a Trust,
    step: Step,
    notices: Vec<Finding>,
}

impl Reading<'_> {
    /// Feeds a line to the audit, unless it comes too late for its step.
    fn take(&mut self, line: &Line) -> bool {
        match line {
            Line::Header(_) => return false,
            Line::Checkpoint(note) => match &mut self.step {
                Step::Anchors(anchors) => anchors.checkpoint(note),
                Step::Entries(_) | Step::Rows(_) => return false,
            },
            Line::Entry(entry) => {
                self.reach_entries();
                match &mut self.step {
                    Step::Entries(audit) => audit.entry(entry),
                    Step::Anchors(_) | Step::Rows(_) => return false,
                }
            }
            Line::Row(row) => {
                self.reach_rows();
                if let Step::Rows(audit) = &mut self.step {
                    audit.row(&row.table, &row.id, row.digest());
                }
            }
        }
        true
    }

    fn step_on(&mut self, next: impl FnOnce(Step, &Trust) -> Step) {
        let unused = Step::Rows(RowAudit::default());
        let step = std::mem::replace(&mut self.step, unused);
        self.step = next(step, self.trust);
    }

    fn reach_entries(&mut self) {
        self.step_on(|step, trust| match step {
            Step::Anchors(mut anchors) => {
                trust.checkpoints.iter().for_each(|note| anchors.checkpoint(note));
                Step::Entries(anchors.entries())
            }
            later => later,
        });
    }

    fn reach_rows(&mut self) {
        self.reach_entries();
        self.step_on(|step, _| match step {
            Step::Entries(audit) => Step::Rows(audit.rows()),
            other => other,
        });
    }

    /// What concerns the file comes first, then what concerns the log.
    fn finish(mut self) -> Vec<Finding> {
        self.reach_rows();
        let mut findings = self.notices;
        if let Step::Rows(audit) = self.step {
            findings.extend(audit.finish());
        }
        findings
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::note::SigningKey;

    fn check(line: &Line, written: &str) {
        assert_eq!(line.to_string(), written);
        assert_eq!(Line::read(written.as_bytes()), Ok(line.clone()));
    }

    #[test]
    fn lines_read_back() {
        let key = SigningKey::from_seed("o", &[7; 32]).unwrap().verify_key();
        let header =
            format!(r#"{{"format":"hoithi.ledger/1","key":"{key}","kind":"header","origin":"o"}}"#);
        check(&Line::Header(key), &header);
        check(&Line::Checkpoint("a\n".into()), r#"{"kind":"checkpoint","note":"a\n"}"#);
        let entry = StoredEntry {
            seq: 1,
            at: Instant::from_millis(-2),
            commitment: "c".into(),
            nodes: vec!["l".into(), "n".into()],
            salt: None,
            event: Some("{}".into()),
        };
        check(
            &Line::Entry(entry),
            r#"{"at":-2,"commitment":"c","event":"{}","kind":"entry","nodes":["l","n"],"salt":null,"seq":1}"#,
        );
        let columns = BTreeMap::from([("name".to_owned(), "Sở Nội vụ".to_owned())]);
        check(
            &Line::Row(StoredRow { table: "unit".into(), id: "7".into(), columns }),
            r#"{"columns":{"name":"Sở Nội vụ"},"id":"7","kind":"row","table":"unit"}"#,
        );
    }

    #[test]
    fn a_line_with_more_or_less_than_its_members_is_refused() {
        let check =
            |text: &str| assert_eq!(Line::read(text.as_bytes()), Err(NotCanonical), "{text}");
        check(r#"{"kind":"checkpoint"}"#);
        check(r#"{"kind":"checkpoint","more":"","note":""}"#);
        check(r#"{"kind":"checkpoint","note":null}"#);
        check(r#"{"kind":"other"}"#);
        check(r#"{"columns":{"a":null},"id":"7","kind":"row","table":"unit"}"#);
        check(r#"{"format":"hoithi.ledger/1","key":"o","kind":"header","origin":"o"}"#);
        check("[]");
        check("");
        assert_eq!(Line::read(b"\xff"), Err(NotCanonical));
    }
}
