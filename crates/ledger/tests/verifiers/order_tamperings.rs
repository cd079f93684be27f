//! What can be done to which entries there are and where they stand, and what each must be called.

use crate::book::{Book, key};
use crate::log_tamperings::Tampering;

/// What was deleted, moved, repeated or cut off, and what must be found: all of it, in order.
pub const ON_THE_ORDER: &[(&str, Tampering, &[&str])] = &[
    (
        "an entry deleted",
        |book| {
            book.entries.remove(5);
            book.case()
        },
        &[
            r#"{"finding":"EntryMissing","first":5,"last":5}"#,
            r#"{"finding":"CheckpointMismatch","size":6}"#,
            r#"{"finding":"CheckpointMismatch","size":9}"#,
            r#"{"finding":"RowMissing","id":"2","last_seq":1,"table":"unit"}"#,
        ],
    ),
    (
        "an entry deleted, the others moved up",
        |book| {
            book.entries.remove(4);
            (4..9).for_each(|seq| book.entries[seq].seq = seq as i64);
            book.rebuild();
            book.case()
        },
        &[
            r#"{"finding":"EntryOutOfPlace","seq":4}"#,
            r#"{"finding":"EntryOutOfPlace","seq":5}"#,
            r#"{"finding":"CheckpointMismatch","size":6}"#,
            r#"{"finding":"EntryOutOfPlace","seq":6}"#,
            r#"{"finding":"EntryOutOfPlace","seq":7}"#,
            r#"{"finding":"EntryOutOfPlace","seq":8}"#,
            r#"{"finding":"CheckpointMismatch","size":9}"#,
            r#"{"finding":"RowUnlogged","id":"b","table":"account"}"#,
        ],
    ),
    (
        "two entries change places",
        |book| {
            book.entries.swap(8, 9);
            (8..10).for_each(|seq| book.entries[seq].seq = seq as i64);
            book.rebuild();
            book.case()
        },
        &[
            r#"{"finding":"EntryOutOfPlace","seq":8}"#,
            r#"{"finding":"CheckpointMismatch","size":9}"#,
            r#"{"finding":"EntryOutOfPlace","seq":9}"#,
        ],
    ),
    (
        "an entry twice",
        |book| {
            book.entries.insert(4, book.entries[3].clone());
            book.case()
        },
        &[r#"{"finding":"EntryOutOfPlace","seq":3}"#],
    ),
    (
        "a position beyond all others",
        |book| {
            book.entries[9].seq = i64::MAX;
            book.entries.push(book.entries[9].clone());
            book.case()
        },
        &[
            r#"{"finding":"EntryMissing","first":9,"last":9223372036854775806}"#,
            r#"{"finding":"EntryOutOfPlace","seq":9223372036854775807}"#,
            r#"{"finding":"EntryOutOfPlace","seq":9223372036854775807}"#,
        ],
    ),
    (
        "a negative position",
        |book| {
            book.entries[9].seq = -1;
            book.case()
        },
        &[r#"{"finding":"EntryOutOfPlace","seq":-1}"#],
    ),
    (
        "the tail cut off, nothing kept outside",
        |book| {
            book.entries.truncate(9);
            book.case()
        },
        &[],
    ),
    (
        "the tail cut off, a checkpoint kept outside",
        |book| {
            let kept = book.signed_by(&key());
            book.entries.truncate(9);
            book.case().with(kept)
        },
        &[r#"{"finding":"CheckpointBeyondLog","size":10}"#],
    ),
    (
        "an older state put back",
        |book| {
            let older = book.clone();
            book.write("unit.create", "unit", "4", &[("name", Some("mới"))]);
            older.case().with(book.signed_by(&key()))
        },
        &[r#"{"finding":"CheckpointBeyondLog","size":11}"#],
    ),
    (
        "a fork, both sides signed",
        |book| {
            let mut fork = book.clone();
            book.write("unit.create", "unit", "4", &[("name", Some("mới"))]);
            fork.write("unit.create", "unit", "4", &[("name", Some("khác"))]);
            fork.sign();
            book.case().with(fork.checkpoints[3].clone())
        },
        &[r#"{"finding":"CheckpointMismatch","size":11}"#],
    ),
    (
        "a log of nothing beside a checkpoint of nothing",
        |_| Book::empty().case().with(Book::empty().signed_by(&key())),
        &[],
    ),
    (
        "a log of nothing in place of the log",
        |book| Book::empty().case().with(book.signed_by(&key())),
        &[r#"{"finding":"CheckpointBeyondLog","size":10}"#],
    ),
];
