//! Both verifiers over honest and tampered books: each finds what was done, and they agree.

#![expect(clippy::unwrap_used, reason = "a test ends where something is not as expected")]

mod book;
mod log_tamperings;
mod oddities;
mod order_tamperings;
mod other_tamperings;
mod python;
mod random;

use book::{Book, Case, key};
use log_tamperings::{ON_THE_LOG, Tampering};
use order_tamperings::ON_THE_ORDER;
use other_tamperings::ON_THE_REST;

fn names(case: &Case) -> Vec<String> {
    case.findings().iter().map(ToString::to_string).collect()
}

fn tamperings() -> impl Iterator<Item = (&'static str, Tampering, &'static [&'static str])> {
    ON_THE_LOG.iter().chain(ON_THE_ORDER).chain(ON_THE_REST).copied()
}

#[test]
fn each_tampering_is_named() {
    for (what, tamper, expect) in tamperings() {
        assert_eq!(names(&tamper(&mut Book::small())), expect, "{what}");
    }
}

#[test]
fn both_verifiers_agree_on_each_tampering() {
    let cases: Vec<Case> = tamperings().map(|(_, tamper, _)| tamper(&mut Book::small())).collect();
    python::agrees("tamperings", &cases);
}

#[test]
fn the_second_verifier_is_a_command() {
    python::command_agrees("command-honest", &Book::small().case());
    let mut book = Book::small();
    let kept = book.signed_by(&key());
    book.entries.truncate(4);
    python::command_agrees("command-cut", &book.case().trusting(&key()).with(kept));
}

#[test]
fn every_column_of_every_row_is_watched() {
    let mut cases = Vec::new();
    for (name, row) in &Book::small().rows {
        for column in row.columns.keys() {
            for change in [None, Some(""), Some("khác")] {
                let mut book = Book::small();
                let columns = &mut book.rows.get_mut(name).unwrap().columns;
                if columns.get(column).map(String::as_str) == change {
                    continue;
                }
                columns.remove(column);
                columns.extend(change.map(|text| (column.clone(), text.to_owned())));
                let found = names(&book.case());
                let (table, id) = name;
                let seq = match (table.as_str(), id.as_str()) {
                    ("account", "a") => 7,
                    ("account", _) => 4,
                    (_, "1") => 3,
                    _ => 8,
                };
                let expect = format!(
                    r#"{{"finding":"RowAltered","id":"{id}","last_seq":{seq},"table":"{table}"}}"#
                );
                assert_eq!(found, [expect]);
                cases.push(book.case());
            }
        }
    }
    assert_eq!(cases.len(), 17);
    python::agrees("columns", &cases);
}

#[test]
fn every_flipped_bit_of_an_export_is_found() {
    let mut book = Book::empty();
    book.write("unit.create", "unit", "1", &[("name", Some("Sở Nội vụ"))]);
    book.write("unit.create", "unit", "2", &[("name", Some("Xã A"))]);
    book.sign();
    let honest = book.case();
    assert_eq!(honest.findings(), []);
    let mut sample = Vec::new();
    for index in 0..honest.bytes.len() {
        let mut case = honest.clone();
        case.bytes[index] ^= 1 << (index % 8);
        assert!(!case.findings().is_empty(), "byte {index}");
        sample.push(case);
    }
    python::agrees("bits", &sample);
}

/// What stands between the fences of the last section.
fn example_of_the_format() -> &'static str {
    let text = include_str!("../../FORMAT.md");
    text.rsplit("```").nth(1).unwrap().trim_start()
}

#[test]
fn the_example_of_the_format_is_what_is_written() {
    let mut book = Book::empty();
    book.write("unit.create", "unit", "7", &[("name", Some("Sở Nội vụ")), ("parent", None)]);
    book.sign();
    book.delete("unit.abolish", "unit", "7");
    book.write("unit.create", "unit", "8", &[("name", Some("Xã \"A\"")), ("active", Some("true"))]);
    assert_eq!(example_of_the_format().lines().collect::<Vec<_>>(), book.lines());
    python::command_agrees("command-example", &book.case().trusting(&key()));
}
