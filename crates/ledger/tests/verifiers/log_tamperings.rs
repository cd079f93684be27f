//! What can be done to the entries and events of a book, and what each must be called.

use kernel::Instant;
use ledger::event::Event;
use ledger::hash::{Hash, Salt};

use crate::book::{Book, Case, key};

/// Changes the small book and gives the case.
pub type Tampering = fn(&mut Book) -> Case;

pub fn other_digest() -> String {
    Hash::of(&[b"other"]).to_string()
}

/// Gives the entry's event another text under a commitment that fits, as an insider would.
pub fn recommit(book: &mut Book, seq: usize, change: impl FnOnce(&str) -> String) {
    let entry = &mut book.entries[seq];
    let text = change(entry.event.as_ref().unwrap());
    let salt: Salt = entry.salt.as_ref().unwrap().parse().unwrap();
    entry.commitment = ledger::event::commitment(&salt, &text).to_string();
    entry.event = Some(text);
}

fn reread(text: &str, change: impl FnOnce(&mut Event)) -> String {
    let mut event = Event::read(text).unwrap();
    change(&mut event);
    event.canonical()
}

/// What was done to entries and events, how, and what must be found: all of it, in order.
pub const ON_THE_LOG: &[(&str, Tampering, &[&str])] = &[
    ("nothing", |book| book.case(), &[]),
    (
        "nothing, with key and checkpoint from outside",
        |book| book.case().trusting(&key()).with(book.signed_by(&key())),
        &[],
    ),
    (
        "a null column appears",
        |book| {
            book.write(
                "unit.rename",
                "unit",
                "3",
                &[("name", Some("\u{10000}\u{ffee}")), ("new", None)],
            );
            book.case()
        },
        &[],
    ),
    (
        "an erased event's leaf",
        |book| {
            book.entries[2].nodes[0] = other_digest();
            book.case()
        },
        &[
            r#"{"finding":"EntryAltered","seq":2}"#,
            r#"{"finding":"CheckpointMismatch","size":3}"#,
            r#"{"finding":"NodeAltered","level":1,"position":1}"#,
            r#"{"finding":"NodeAltered","level":2,"position":0}"#,
            r#"{"finding":"CheckpointMismatch","size":6}"#,
            r#"{"finding":"NodeAltered","level":3,"position":0}"#,
            r#"{"finding":"CheckpointMismatch","size":9}"#,
        ],
    ),
    (
        "an erased event's time",
        |book| {
            book.entries[2].at = Instant::from_millis(0);
            book.case()
        },
        &[r#"{"finding":"EntryAltered","seq":2}"#],
    ),
    (
        "an entry's time",
        |book| {
            book.entries[4].at = Instant::from_millis(0);
            book.case()
        },
        &[r#"{"finding":"EntryRedated","seq":4}"#],
    ),
    (
        "an entry's time and the tree above",
        |book| {
            book.entries[4].at = Instant::from_millis(0);
            book.rebuild();
            book.case()
        },
        &[
            r#"{"finding":"EntryRedated","seq":4}"#,
            r#"{"finding":"CheckpointMismatch","size":6}"#,
            r#"{"finding":"CheckpointMismatch","size":9}"#,
        ],
    ),
    (
        "an entry's time, its event and the tree above",
        |book| {
            book.entries[4].at = Instant::from_millis(0);
            recommit(book, 4, |text| reread(text, |event| event.at = Instant::from_millis(0)));
            book.rebuild();
            book.case()
        },
        &[
            r#"{"finding":"CheckpointMismatch","size":6}"#,
            r#"{"finding":"CheckpointMismatch","size":9}"#,
        ],
    ),
    (
        "a commitment",
        |book| {
            book.entries[4].commitment = "?".into();
            book.case()
        },
        &[r#"{"finding":"EntryAltered","seq":4}"#],
    ),
    (
        "a commitment and its leaf",
        |book| {
            book.entries[9].commitment = other_digest();
            book.rebuild();
            book.case()
        },
        &[r#"{"finding":"EventAltered","seq":9}"#],
    ),
    (
        "time and event",
        |book| {
            book.entries[9].at = Instant::from_millis(0);
            book.entries[9].event = Some("{}".into());
            book.case()
        },
        &[r#"{"finding":"EventAltered","seq":9}"#, r#"{"finding":"EntryAltered","seq":9}"#],
    ),
    (
        "a salt",
        |book| {
            book.entries[4].salt = Some("no salt".into());
            book.case()
        },
        &[r#"{"finding":"EventAltered","seq":4}"#],
    ),
    (
        "an event's fact",
        |book| {
            let text = book.entries[9].event.take().unwrap();
            book.entries[9].event = Some(text.replace("export", "import"));
            book.case()
        },
        &[r#"{"finding":"EventAltered","seq":9}"#],
    ),
    (
        "a row and its event",
        |book| {
            book.row("unit", "3").columns.insert("name".into(), "khác".into());
            let digest = book.rows[&("unit".into(), "3".into())].digest();
            let text = book.entries[8].event.take().unwrap();
            book.entries[8].event =
                Some(reread(&text, |event| event.changes[0].digest = Some(digest)));
            book.case()
        },
        &[r#"{"finding":"EventAltered","seq":8}"#],
    ),
    (
        "a row, its event and all above",
        |book| {
            book.row("unit", "3").columns.insert("name".into(), "khác".into());
            let digest = book.rows[&("unit".into(), "3".into())].digest();
            recommit(book, 8, |text| reread(text, |event| event.changes[0].digest = Some(digest)));
            book.rebuild();
            book.case()
        },
        &[r#"{"finding":"CheckpointMismatch","size":9}"#],
    ),
    (
        "an event committed to in another form",
        |book| {
            recommit(book, 9, |text| text.replace(',', ", "));
            book.rebuild();
            book.case()
        },
        &[r#"{"finding":"EventMalformed","seq":9}"#],
    ),
    (
        "an event erased in silence",
        |book| {
            book.forget(9);
            book.case()
        },
        &[r#"{"finding":"EventErasedUndeclared","seq":9}"#],
    ),
    (
        "an event erased in silence that was the last word on a row",
        |book| {
            book.forget(3);
            book.case()
        },
        &[
            r#"{"finding":"EventErasedUndeclared","seq":3}"#,
            r#"{"finding":"RowAltered","id":"1","last_seq":0,"table":"unit"}"#,
        ],
    ),
    (
        "a declared erasure of two",
        |book| {
            book.erase(&[3, 9], &[("unit", "1")]);
            book.case()
        },
        &[],
    ),
    (
        "a declared erasure that restates no row",
        |book| {
            book.erase(&[3, 4], &[]);
            book.case()
        },
        &[
            r#"{"finding":"RowUnlogged","id":"b","table":"account"}"#,
            r#"{"finding":"RowAltered","id":"1","last_seq":0,"table":"unit"}"#,
        ],
    ),
    (
        "a declared erasure that was not carried out",
        |book| {
            let before = book.entries[3].clone();
            book.erase(&[3], &[("unit", "1")]);
            book.entries[3] = before;
            book.case()
        },
        &[r#"{"finding":"EventNotErased","seq":3}"#],
    ),
    (
        "an erasing event erased",
        |book| {
            book.erase(&[7], &[]);
            book.case()
        },
        &[r#"{"finding":"EventErasedUndeclared","seq":2}"#],
    ),
    (
        "an erasure declared afterwards in an old event",
        |book| {
            book.forget(4);
            let text = book.entries[7].event.take().unwrap();
            let change = |event: &mut Event| {
                event.note.insert("seqs".into(), "2,4".into());
            };
            book.entries[7].event = Some(reread(&text, change));
            book.case()
        },
        &[
            r#"{"finding":"EventAltered","seq":7}"#,
            r#"{"finding":"EventErasedUndeclared","seq":2}"#,
            r#"{"finding":"EventErasedUndeclared","seq":4}"#,
            r#"{"finding":"RowUnlogged","id":"b","table":"account"}"#,
        ],
    ),
    (
        "an erasure of what is yet to come",
        |book| {
            book.erase(&[10], &[]);
            book.entries[10].salt = book.entries[9].salt.clone();
            book.entries[10].event = Some(r#"{"act":"ledger.erase","actor":"cli","at":1790000010000,"changes":[],"note":{"seqs":"10"},"seq":10,"subject":"ledger"}"#.into());
            recommit(book, 10, str::to_owned);
            book.rebuild();
            book.case()
        },
        &[r#"{"finding":"EventMalformed","seq":10}"#],
    ),
    (
        "half an erasure",
        |book| {
            book.entries[9].salt = None;
            book.case()
        },
        &[r#"{"finding":"EventAltered","seq":9}"#],
    ),
];
