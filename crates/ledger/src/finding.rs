//! What an audit can find, each with what it concerns.

use std::fmt;

use kernel::Message;

use crate::canonical::Value;

/// One thing that is not as it was promised.
///
/// [`fmt::Display`] writes it as one line of canonical JSON, the same as `verify.py` prints;
/// [`Finding::message`] is the sentence for people.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Finding {
    /// The entry's time, commitment or leaf hash was changed.
    EntryAltered {
        /// The entry.
        seq: i64,
    },
    /// Entries were deleted from within the log.
    EntryMissing {
        /// The first that is missing.
        first: i64,
        /// The last that is missing.
        last: i64,
    },
    /// The entry does not belong where it stands: swapped, inserted or renumbered.
    EntryOutOfPlace {
        /// Where it stands.
        seq: i64,
    },
    /// The entry's time is not that of its event.
    EntryRedated {
        /// The entry.
        seq: i64,
    },
    /// The event or its salt is not what the log committed to.
    EventAltered {
        /// The entry.
        seq: i64,
    },
    /// The event is what was committed to, and is not written as `FORMAT.md` says.
    EventMalformed {
        /// The entry.
        seq: i64,
    },
    /// The event is gone and no later event says that it was erased.
    EventErasedUndeclared {
        /// The entry.
        seq: i64,
    },
    /// A later event says that this event was erased, and it is still there.
    EventNotErased {
        /// The entry.
        seq: i64,
    },
    /// The stored hash of a tree node is not that of what is below it.
    NodeAltered {
        /// Height above the leaves.
        level: u64,
        /// Number within its level.
        position: i64,
    },
    /// The log of this size has another root than a signed checkpoint says.
    CheckpointMismatch {
        /// The checkpoint's size.
        size: u64,
    },
    /// The checkpoint is unreadable, of another log, or not signed by the key.
    CheckpointBadSignature {
        /// The how-manieth of the checkpoints, from 1: first the stored ones, then those from
        /// outside.
        nth: u64,
    },
    /// A signed checkpoint is longer than the log: the tail was cut off, or an older state was put
    /// back.
    CheckpointBeyondLog {
        /// The checkpoint's size.
        size: u64,
    },
    /// The row is not as the last event about it left it.
    RowAltered {
        /// The table.
        table: String,
        /// The row.
        id: String,
        /// The last event about it.
        last_seq: i64,
    },
    /// The row is gone and no event says that it was deleted.
    RowMissing {
        /// The table.
        table: String,
        /// The row.
        id: String,
        /// The last event about it.
        last_seq: i64,
    },
    /// The row is there and no event says that it was written.
    RowUnlogged {
        /// The table.
        table: String,
        /// The row.
        id: String,
    },
    /// The row is there and the last event about it says that it was deleted.
    RowShouldBeGone {
        /// The table.
        table: String,
        /// The row.
        id: String,
        /// The last event about it.
        last_seq: i64,
    },
    /// The export names another key than the one that is trusted.
    KeyForeign,
    /// A line of the export is not in its form, or not in its place.
    LineUnreadable {
        /// The line, from 1.
        line: u64,
    },
}

/// Each finding's name and the key of its sentence in the message files.
pub const SENTENCES: [(&str, &str); 18] = [
    ("EntryAltered", "ledger-entry-altered"),
    ("EntryMissing", "ledger-entry-missing"),
    ("EntryOutOfPlace", "ledger-entry-out-of-place"),
    ("EntryRedated", "ledger-entry-redated"),
    ("EventAltered", "ledger-event-altered"),
    ("EventMalformed", "ledger-event-malformed"),
    ("EventErasedUndeclared", "ledger-event-erased-undeclared"),
    ("EventNotErased", "ledger-event-not-erased"),
    ("NodeAltered", "ledger-node-altered"),
    ("CheckpointMismatch", "ledger-checkpoint-mismatch"),
    ("CheckpointBadSignature", "ledger-checkpoint-bad-signature"),
    ("CheckpointBeyondLog", "ledger-checkpoint-beyond-log"),
    ("RowAltered", "ledger-row-altered"),
    ("RowMissing", "ledger-row-missing"),
    ("RowUnlogged", "ledger-row-unlogged"),
    ("RowShouldBeGone", "ledger-row-should-be-gone"),
    ("KeyForeign", "ledger-key-foreign"),
    ("LineUnreadable", "ledger-line-unreadable"),
];

type Facts = Vec<(&'static str, Value)>;

impl Finding {
    /// The finding's name, as the format has it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::EntryAltered { .. } => "EntryAltered",
            Self::EntryMissing { .. } => "EntryMissing",
            Self::EntryOutOfPlace { .. } => "EntryOutOfPlace",
            Self::EntryRedated { .. } => "EntryRedated",
            Self::EventAltered { .. } => "EventAltered",
            Self::EventMalformed { .. } => "EventMalformed",
            Self::EventErasedUndeclared { .. } => "EventErasedUndeclared",
            Self::EventNotErased { .. } => "EventNotErased",
            Self::NodeAltered { .. } => "NodeAltered",
            Self::CheckpointMismatch { .. } => "CheckpointMismatch",
            Self::CheckpointBadSignature { .. } => "CheckpointBadSignature",
            Self::CheckpointBeyondLog { .. } => "CheckpointBeyondLog",
            Self::RowAltered { .. } => "RowAltered",
            Self::RowMissing { .. } => "RowMissing",
            Self::RowUnlogged { .. } => "RowUnlogged",
            Self::RowShouldBeGone { .. } => "RowShouldBeGone",
            Self::KeyForeign => "KeyForeign",
            Self::LineUnreadable { .. } => "LineUnreadable",
        }
    }

    /// The sentence for people. Its arguments have the names of the finding's fields.
    pub fn message(&self) -> Message {
        let sentence = SENTENCES.iter().find(|(name, _)| *name == self.name());
        let (_, key) = sentence.expect("every finding has its sentence, a test says");
        self.facts().into_iter().fold(Message::new(*key), |message, (name, value)| match value {
            Value::Text(text) => message.with(name, text),
            other => message.with(name, other),
        })
    }

    fn facts(&self) -> Facts {
        match self {
            Self::EntryAltered { seq }
            | Self::EntryOutOfPlace { seq }
            | Self::EntryRedated { seq }
            | Self::EventAltered { seq }
            | Self::EventMalformed { seq }
            | Self::EventErasedUndeclared { seq }
            | Self::EventNotErased { seq } => vec![("seq", (*seq).into())],
            Self::EntryMissing { first, last } => {
                vec![("first", (*first).into()), ("last", (*last).into())]
            }
            Self::NodeAltered { level, position } => {
                vec![("level", (*level).into()), ("position", (*position).into())]
            }
            Self::CheckpointMismatch { size } | Self::CheckpointBeyondLog { size } => {
                vec![("size", (*size).into())]
            }
            Self::CheckpointBadSignature { nth } => vec![("nth", (*nth).into())],
            Self::RowAltered { table, id, last_seq }
            | Self::RowMissing { table, id, last_seq }
            | Self::RowShouldBeGone { table, id, last_seq } => row(table, id, Some(*last_seq)),
            Self::RowUnlogged { table, id } => row(table, id, None),
            Self::KeyForeign => Vec::new(),
            Self::LineUnreadable { line } => vec![("line", (*line).into())],
        }
    }
}

fn row(table: &str, id: &str, last_seq: Option<i64>) -> Facts {
    let mut facts: Facts = vec![("table", table.into()), ("id", id.into())];
    facts.extend(last_seq.map(|seq| ("last_seq", seq.into())));
    facts
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let members = self.facts().into_iter().chain([("finding", self.name().into())]);
        Value::Object(members.map(|(name, value)| (name.to_owned(), value)).collect()).fmt(f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_finding_has_a_line_and_a_sentence() {
        let finding = Finding::RowAltered { table: "unit".into(), id: "7\"".into(), last_seq: 12 };
        assert_eq!(
            finding.to_string(),
            r#"{"finding":"RowAltered","id":"7\"","last_seq":12,"table":"unit"}"#
        );
        let message = Message::new("ledger-row-altered")
            .with("table", "unit")
            .with("id", "7\"")
            .with("last_seq", 12);
        assert_eq!(finding.message(), message);
        assert_eq!(Finding::KeyForeign.to_string(), r#"{"finding":"KeyForeign"}"#);
    }

    fn one_of_each() -> [Finding; 18] {
        let (table, id, last_seq) = ("unit".to_owned(), "7".to_owned(), 1);
        [
            Finding::EntryAltered { seq: 1 },
            Finding::EntryMissing { first: 1, last: 2 },
            Finding::EntryOutOfPlace { seq: 1 },
            Finding::EntryRedated { seq: 1 },
            Finding::EventAltered { seq: 1 },
            Finding::EventMalformed { seq: 1 },
            Finding::EventErasedUndeclared { seq: 1 },
            Finding::EventNotErased { seq: 1 },
            Finding::NodeAltered { level: 1, position: 0 },
            Finding::CheckpointMismatch { size: 1 },
            Finding::CheckpointBadSignature { nth: 1 },
            Finding::CheckpointBeyondLog { size: 1 },
            Finding::RowAltered { table: table.clone(), id: id.clone(), last_seq },
            Finding::RowMissing { table: table.clone(), id: id.clone(), last_seq },
            Finding::RowUnlogged { table: table.clone(), id: id.clone() },
            Finding::RowShouldBeGone { table, id, last_seq },
            Finding::KeyForeign,
            Finding::LineUnreadable { line: 1 },
        ]
    }

    /// The table of findings in the format, made from the crate.
    #[test]
    fn the_format_lists_every_finding_with_its_members_and_sentence() {
        let format = include_str!("../FORMAT.md");
        let listed: Vec<&str> = format.lines().filter(|line| line.contains("| `ledger-")).collect();
        let written = one_of_each().map(|finding| {
            let members: Vec<String> =
                finding.facts().iter().map(|(name, _)| format!("`{name}`")).collect();
            let members = if members.is_empty() { String::new() } else { members.join(", ") + " " };
            format!("| `{}` | {members}| `{}` |", finding.name(), finding.message().key)
        });
        assert_eq!(listed, written);
        assert_eq!(SENTENCES.map(|(name, _)| name), one_of_each().map(|finding| finding.name()));
    }
}
