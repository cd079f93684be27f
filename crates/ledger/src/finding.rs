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

type Facts = Vec<(&'static str, Value)>;

impl Finding {
    /// Name, message key and facts; what every form of a finding is made from.
    fn parts(&self) -> (&'static str, &'static str, Facts) {
        let seq = |seq: &i64| vec![("seq", (*seq).into())];
        let size = |size: &u64| vec![("size", (*size).into())];
        match self {
            Self::EntryAltered { seq: at } => ("EntryAltered", "ledger-entry-altered", seq(at)),
            Self::EntryMissing { first, last } => (
                "EntryMissing",
                "ledger-entry-missing",
                vec![("first", (*first).into()), ("last", (*last).into())],
            ),
            Self::EntryOutOfPlace { seq: at } => {
                ("EntryOutOfPlace", "ledger-entry-out-of-place", seq(at))
            }
            Self::EntryRedated { seq: at } => ("EntryRedated", "ledger-entry-redated", seq(at)),
            Self::EventAltered { seq: at } => ("EventAltered", "ledger-event-altered", seq(at)),
            Self::EventMalformed { seq: at } => {
                ("EventMalformed", "ledger-event-malformed", seq(at))
            }
            Self::EventErasedUndeclared { seq: at } => {
                ("EventErasedUndeclared", "ledger-event-erased-undeclared", seq(at))
            }
            Self::EventNotErased { seq: at } => {
                ("EventNotErased", "ledger-event-not-erased", seq(at))
            }
            Self::NodeAltered { level, position } => (
                "NodeAltered",
                "ledger-node-altered",
                vec![("level", (*level).into()), ("position", (*position).into())],
            ),
            Self::CheckpointMismatch { size: at } => {
                ("CheckpointMismatch", "ledger-checkpoint-mismatch", size(at))
            }
            Self::CheckpointBadSignature { nth } => (
                "CheckpointBadSignature",
                "ledger-checkpoint-bad-signature",
                vec![("nth", (*nth).into())],
            ),
            Self::CheckpointBeyondLog { size: at } => {
                ("CheckpointBeyondLog", "ledger-checkpoint-beyond-log", size(at))
            }
            Self::RowAltered { table, id, last_seq } => {
                ("RowAltered", "ledger-row-altered", row(table, id, Some(*last_seq)))
            }
            Self::RowMissing { table, id, last_seq } => {
                ("RowMissing", "ledger-row-missing", row(table, id, Some(*last_seq)))
            }
            Self::RowUnlogged { table, id } => {
                ("RowUnlogged", "ledger-row-unlogged", row(table, id, None))
            }
            Self::RowShouldBeGone { table, id, last_seq } => {
                ("RowShouldBeGone", "ledger-row-should-be-gone", row(table, id, Some(*last_seq)))
            }
            Self::KeyForeign => ("KeyForeign", "ledger-key-foreign", Vec::new()),
            Self::LineUnreadable { line } => {
                ("LineUnreadable", "ledger-line-unreadable", vec![("line", (*line).into())])
            }
        }
    }

    /// The sentence for people. Its arguments have the names of the finding's fields.
    pub fn message(&self) -> Message {
        let (_, key, facts) = self.parts();
        facts.into_iter().fold(Message::new(key), |message, (name, value)| match value {
            Value::Text(text) => message.with(name, text),
            other => message.with(name, other),
        })
    }
}

fn row(table: &str, id: &str, last_seq: Option<i64>) -> Facts {
    let mut facts: Facts = vec![("table", table.into()), ("id", id.into())];
    facts.extend(last_seq.map(|seq| ("last_seq", seq.into())));
    facts
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (name, _, facts) = self.parts();
        let members = facts.into_iter().chain([("finding", name.into())]);
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
}
