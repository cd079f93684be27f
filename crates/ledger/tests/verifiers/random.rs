//! Random books: honest ones are clean, and one change is found wherever it is made.

use ledger::event::{ERASE_ACT, Event};
use ledger::finding::Finding;
use ledger::hash::Hash;
use proptest::prelude::*;
use proptest::sample::Index;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use crate::book::{Book, Case, Name, key};
use crate::python;

/// One thing that happens to a book.
#[derive(Debug, Clone)]
enum Happening {
    Write { table: u8, id: u8, name: String, note: Option<String> },
    Delete(Index),
    Erase(Index),
    Sign,
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        6 => (0..3_u8, 0..5_u8, "\\PC{0,6}", prop::option::of("[a-c\"\n]{0,3}"))
            .prop_map(|(table, id, name, note)| Happening::Write { table, id, name, note }),
        2 => any::<Index>().prop_map(Happening::Delete),
        1 => any::<Index>().prop_map(Happening::Erase),
        1 => Just(Happening::Sign),
    ]
}

fn histories() -> impl Strategy<Value = Vec<Happening>> {
    prop::collection::vec(happening(), 1..40)
}

fn lived(history: &[Happening]) -> Book {
    let mut book = Book::empty();
    book.write("unit.create", "unit", "first", &[("name", Some("Sở Nội vụ"))]);
    for happening in history {
        match happening {
            Happening::Write { table, id, name, note } => {
                let columns = [("name", Some(name.as_str())), ("note", note.as_deref())];
                book.write("row.write", &format!("table{table}"), &id.to_string(), &columns);
            }
            Happening::Delete(index) => {
                if let Some((table, id)) = chosen(index, book.rows.keys().cloned()) {
                    book.delete("row.delete", &table, &id);
                }
            }
            Happening::Erase(index) => erase(&mut book, index),
            Happening::Sign => book.sign(),
        }
    }
    book
}

fn chosen<T: Clone>(index: &Index, from: impl Iterator<Item = T>) -> Option<T> {
    let all: Vec<T> = from.collect();
    (!all.is_empty()).then(|| index.get(&all).clone())
}

/// Erases one event that may be erased and restates the rows that it was about.
fn erase(book: &mut Book, index: &Index) {
    let events = book.entries.iter().filter_map(|entry| Event::read(entry.event.as_ref()?).ok());
    if let Some(event) = chosen(index, events.filter(|event| event.act != ERASE_ACT)) {
        let rows: Vec<(&str, &str)> =
            event.changes.iter().map(|row| (row.table.as_str(), row.id.as_str())).collect();
        book.erase(&[event.seq], &rows);
    }
}

/// One change to a book, and what may be found for it: at least one of these must be.
const CHANGES: [fn(&mut Book, &Index) -> Vec<Finding>; 14] = [
    |book, index| {
        let name = some_row(book, index);
        let columns = &mut book.rows.get_mut(&name).unwrap().columns;
        let text = columns.values_mut().next().unwrap();
        text.push('x');
        vec![row_altered(book, &name)]
    },
    |book, index| {
        let name = some_row(book, index);
        book.rows.get_mut(&name).unwrap().columns.remove("name");
        vec![row_altered(book, &name)]
    },
    |book, index| {
        let name = some_row(book, index);
        book.rows.get_mut(&name).unwrap().columns.insert("more".into(), String::new());
        vec![row_altered(book, &name)]
    },
    |book, index| {
        let name = some_row(book, index);
        book.rows.remove(&name);
        let (table, id) = name.clone();
        vec![Finding::RowMissing { table, id, last_seq: last_seq(book, &name) }]
    },
    |book, index| {
        let name = some_row(book, index);
        let mut row = book.rows[&name].clone();
        row.id = "new".into();
        let (table, id) = (row.table.clone(), row.id.clone());
        book.rows.insert((table.clone(), id.clone()), row);
        vec![Finding::RowUnlogged { table, id }]
    },
    |book, index| {
        let seq = index.index(book.entries.len());
        let entry = &mut book.entries[seq];
        entry.at = entry.at.plus_seconds(-1);
        let seq = entry.seq;
        vec![Finding::EntryRedated { seq }, Finding::EntryAltered { seq }]
    },
    |book, index| {
        let seq = index.index(book.entries.len());
        book.entries[seq].commitment = Hash::of(&[b"other"]).to_string();
        vec![Finding::EntryAltered { seq: seq as i64 }]
    },
    |book, index| {
        let seq = index.index(book.entries.len());
        book.entries[seq].nodes[0] = Hash::of(&[b"other"]).to_string();
        vec![Finding::EntryAltered { seq: seq as i64 }]
    },
    |book, index| {
        let seq = index.index(book.entries.len());
        book.entries[seq].nodes.push(String::new());
        let level = book.entries[seq].nodes.len() as u64 - 1;
        vec![Finding::NodeAltered { level, position: seq as i64 >> level }]
    },
    |book, index| {
        let seq = some_event(book, index);
        let text = book.entries[seq].event.as_mut().unwrap();
        *text = text.replace("\"cli\"", "\"system\"");
        vec![Finding::EventAltered { seq: seq as i64 }]
    },
    |book, index| {
        let seq = some_event(book, index);
        book.forget(seq);
        vec![Finding::EventErasedUndeclared { seq: seq as i64 }]
    },
    |book, index| {
        let kept = book.signed_by(&key());
        book.checkpoints.push(kept);
        let (size, seq) = (book.entries.len() as u64, index.index(book.entries.len()));
        book.entries.remove(seq);
        let seq = seq as i64;
        let missing = Finding::EntryMissing { first: seq, last: seq };
        vec![missing, Finding::CheckpointBeyondLog { size }]
    },
    |book, index| {
        let seq = index.index(book.entries.len());
        book.entries.insert(seq + 1, book.entries[seq].clone());
        vec![Finding::EntryOutOfPlace { seq: seq as i64 }]
    },
    |book, index| {
        book.sign();
        let nth = index.index(book.checkpoints.len());
        book.checkpoints[nth] = book.checkpoints[nth].replacen("at 17", "at 18", 1);
        vec![Finding::CheckpointBadSignature { nth: nth as u64 + 1 }]
    },
];

/// Some row that is there; one is written, honestly, if there is none.
fn some_row(book: &mut Book, index: &Index) -> Name {
    if book.rows.is_empty() {
        book.write("unit.create", "unit", "last", &[("name", Some("Xã A"))]);
    }
    chosen(index, book.rows.keys().cloned()).unwrap()
}

fn some_event(book: &Book, index: &Index) -> usize {
    let present = (0..book.entries.len()).filter(|seq| book.entries[*seq].event.is_some());
    chosen(index, present).unwrap()
}

fn last_seq(book: &Book, name: &Name) -> i64 {
    let about = |text: &String| {
        let event = Event::read(text).unwrap();
        event.changes.iter().any(|row| row.table == name.0 && row.id == name.1)
    };
    let last = book.entries.iter().rev().find(|entry| entry.event.as_ref().is_some_and(about));
    last.unwrap().seq
}

fn row_altered(book: &Book, name: &Name) -> Finding {
    let (table, id) = name.clone();
    Finding::RowAltered { table, id, last_seq: last_seq(book, name) }
}

fn changes() -> impl Strategy<Value = (Vec<Happening>, usize, Index)> {
    (histories(), 0..CHANGES.len(), any::<Index>())
}

/// The changed book, and what may be found.
fn changed((history, kind, index): &(Vec<Happening>, usize, Index)) -> (Case, Vec<Finding>) {
    let mut book = lived(history);
    let expect = CHANGES[*kind](&mut book, index);
    (book.case(), expect)
}

proptest! {
    #[test]
    fn an_honest_book_is_clean(history in histories()) {
        let mut book = lived(&history);
        book.sign();
        let case = book.case().trusting(&key()).with(book.signed_by(&key()));
        prop_assert_eq!(case.findings(), vec![]);
    }

    #[test]
    fn one_change_is_found_and_named(change in changes()) {
        let (case, expect) = changed(&change);
        let found = case.findings();
        prop_assert!(found.iter().any(|finding| expect.contains(finding)), "{found:?}, not {expect:?}");
    }
}

#[test]
fn both_verifiers_agree_on_random_books() {
    let mut runner = TestRunner::deterministic();
    let mut some = |count| -> Vec<_> {
        (0..count).map(|_| changes().new_tree(&mut runner).unwrap().current()).collect()
    };
    let honest = some(60).iter().map(|(history, ..)| lived(history).case()).collect::<Vec<_>>();
    let tampered = some(400).iter().map(|change| changed(change).0).collect::<Vec<_>>();
    python::agrees("honest", &honest);
    python::agrees("tampered", &tampered);
}
