//! What can be done to checkpoints, tree, rows and file of a book, and what each must be called.

use crate::book::{Case, file, foreign_key, key};
use crate::log_tamperings::{Tampering, other_digest};

/// What was done to checkpoints, tree, rows and file, how, and what must be found.
pub const ON_THE_REST: &[(&str, Tampering, &[&str])] = &[
    (
        "a checkpoint of another key",
        |book| {
            book.checkpoints[1] = book.signed_by(&foreign_key());
            book.case()
        },
        &[r#"{"finding":"CheckpointBadSignature","nth":2}"#],
    ),
    (
        "all signed anew with another key",
        |book| {
            book.checkpoints = vec![book.signed_by(&foreign_key())];
            let lines = file(&book.lines());
            let text = String::from_utf8(lines).unwrap();
            let (mine, theirs) = (key().verify_key(), foreign_key().verify_key());
            let bytes = text.replace(&mine.to_string(), &theirs.to_string()).into_bytes();
            Case { bytes, ..book.case() }.trusting(&key())
        },
        &[r#"{"finding":"KeyForeign"}"#, r#"{"finding":"CheckpointBadSignature","nth":1}"#],
    ),
    (
        "a checkpoint from outside that is no note",
        |book| book.case().with("ghi chú".into()),
        &[r#"{"finding":"CheckpointBadSignature","nth":4}"#],
    ),
    (
        "a tree node",
        |book| {
            book.entries[7].nodes[2] = other_digest();
            book.case()
        },
        &[r#"{"finding":"NodeAltered","level":2,"position":1}"#],
    ),
    (
        "a tree node too few and one too many",
        |book| {
            book.entries[7].nodes.pop();
            book.entries[9].nodes.push(other_digest());
            book.case()
        },
        &[
            r#"{"finding":"NodeAltered","level":3,"position":0}"#,
            r#"{"finding":"NodeAltered","level":2,"position":2}"#,
        ],
    ),
    (
        "no leaf at all",
        |book| {
            book.entries[8].nodes.clear();
            book.case()
        },
        &[r#"{"finding":"EntryAltered","seq":8}"#],
    ),
    (
        "a row deleted",
        |book| {
            book.rows.remove(&("unit".into(), "1".into()));
            book.case()
        },
        &[r#"{"finding":"RowMissing","id":"1","last_seq":3,"table":"unit"}"#],
    ),
    (
        "a row inserted",
        |book| {
            let mut row = book.row("unit", "1").clone();
            row.id = "9\"".into();
            book.rows.insert(("unit".into(), "9".into()), row);
            book.case()
        },
        &[r#"{"finding":"RowUnlogged","id":"9\"","table":"unit"}"#],
    ),
    (
        "a row moved to another table",
        |book| {
            let mut row = book.rows.remove(&("unit".into(), "1".into())).unwrap();
            row.table = "account".into();
            book.rows.insert(("account".into(), "1".into()), row);
            book.case()
        },
        &[
            r#"{"finding":"RowUnlogged","id":"1","table":"account"}"#,
            r#"{"finding":"RowMissing","id":"1","last_seq":3,"table":"unit"}"#,
        ],
    ),
    (
        "a deleted row that came back",
        |book| {
            let mut row = book.row("unit", "1").clone();
            row.id = "2".into();
            book.rows.insert(("unit".into(), "2".into()), row);
            book.case()
        },
        &[r#"{"finding":"RowShouldBeGone","id":"2","last_seq":5,"table":"unit"}"#],
    ),
    (
        "a row twice",
        |book| {
            let row = book.row("unit", "1").clone();
            book.rows.insert(("unit".into(), "1 again".into()), row);
            book.case()
        },
        &[r#"{"finding":"RowUnlogged","id":"1","table":"unit"}"#],
    ),
    (
        "lines in the wrong order",
        |book| {
            let mut lines = book.lines();
            lines.swap(1, 4);
            lines.swap(13, 14);
            Case { bytes: file(&lines), ..book.case() }
        },
        &[
            r#"{"finding":"LineUnreadable","line":3}"#,
            r#"{"finding":"LineUnreadable","line":4}"#,
            r#"{"finding":"LineUnreadable","line":5}"#,
            r#"{"finding":"LineUnreadable","line":15}"#,
        ],
    ),
    (
        "a second header and an empty line",
        |book| {
            let mut lines = book.lines();
            lines.insert(1, lines[0].clone());
            lines.push(String::new());
            Case { bytes: file(&lines), ..book.case() }
        },
        &[r#"{"finding":"LineUnreadable","line":2}"#, r#"{"finding":"LineUnreadable","line":20}"#],
    ),
    (
        "no header",
        |book| Case { bytes: file(&book.lines()[1..]), ..book.case() },
        &[r#"{"finding":"LineUnreadable","line":1}"#],
    ),
    (
        "an empty file",
        |book| Case { bytes: Vec::new(), ..book.case() },
        &[r#"{"finding":"LineUnreadable","line":1}"#],
    ),
];
