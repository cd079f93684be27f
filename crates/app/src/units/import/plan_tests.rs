//! Plans, each row of a file and what it would do.

use super::*;
use crate::units::sheet::{Cell, Row};

use super::super::row::Headings;

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// A province (T), a department (S, alias) under it, and a district that is no more (H).
fn present() -> Vec<Present> {
    let unit = |id: &str, code: &str, name: &str, parent: Option<&str>| Present {
        id: id.to_owned(),
        code: Some(code.to_owned()).filter(|code| !code.is_empty()),
        name: name.to_owned(),
        kind: Kind::Committee,
        founded_on: None,
        abolished_on: None,
        parent: parent.map(str::to_owned),
        aliases: HashSet::new(),
    };
    let mut units = vec![
        unit("t", "T", "UBND tỉnh An Sơn", None),
        unit("s", "S", "Sở Khoa học", Some("t")),
        unit("h", "H", "UBND huyện Đồi Sim", Some("t")),
        unit("x", "", "Trường Tân Lộc", Some("s")),
        unit("y", "", "Trường Tân Lộc", Some("t")),
    ];
    units[1].kind = Kind::Department;
    units[1].aliases.insert("so kh".to_owned());
    units[2].abolished_on = Some(day("2025-07-01"));
    units
}

/// `mã|tên|loại|trực thuộc|từ|đến|tên khác` for each row.
fn planned(rows: &[&str]) -> Vec<String> {
    let row = |(cells, number): (&str, u32)| Row {
        number,
        cells: cells.split('|').map(|text| Cell::Text(text.to_owned())).collect(),
    };
    let heading = "Mã|Tên|Loại|Trực thuộc|Từ ngày|Đến ngày|Tên khác";
    let rows = [heading].into_iter().chain(rows.iter().copied());
    let rows: Vec<Row> = rows.zip(1..).map(row).collect();
    let (headings, rest) = Headings::find(&rows).unwrap();
    let rows: Vec<ReadRow> = rest.iter().map(|row| UnitRow::read(&headings, row)).collect();
    plan(&rows, &present(), day("2026-11-21")).into_iter().map(told).collect()
}

fn told(outcome: Outcome) -> String {
    let place = |target: Option<Target>| match target {
        None => "-".to_owned(),
        Some(Target::Present(at)) => present()[at].id.clone(),
        Some(Target::Row(at)) => format!("row {}", at + 2),
    };
    match outcome {
        Outcome::New { kind, parent } => format!("new {kind} under {}", place(parent)),
        Outcome::Same { unit } => format!("same {}", present()[unit].id),
        Outcome::Changed { unit, kind, parent, aliases } => {
            let kind = kind.map_or("-", Kind::code);
            format!("changed {} {kind} {} {}", present()[unit].id, place(parent), aliases.len())
        }
        Outcome::Wrong(problems) => {
            format!("{:?} {}", problems[0].column, problems[0].message.key)
        }
    }
}

#[test]
fn each_row_has_its_outcome() {
    let check = |rows: &[&str], expect: &[&str]| assert_eq!(planned(rows), expect, "{rows:?}");
    check(&["A|Xã A|committee|T"], &["new committee under t"]);
    check(&["A|Xã A|committee|ubnd tinh an son"], &["new committee under t"]);
    check(
        &["A|Xã A|committee|T", "|Trường A|school|A", "|Trường B|school|Xã A"],
        &["new committee under t", "new school under row 2", "new school under row 2"],
    );
    check(
        &["|Trường A|school|A", "A|Xã A|committee|T"],
        &["Parent import-parent-unknown", "new committee under t"],
    );
    check(&["S|Sở Khoa học|department|T||"], &["same s"]);
    check(&["S|Sở Khoa học|||||SỞ KH"], &["same s"]);
    check(&["|Sở khoa học|department|T"], &["same s"]);
    check(&["S|Sở Khoa học|institute|||"], &["changed s institute - 0"]);
    check(&["S|Sở Khoa học|||||KHCN;Sở KHCN;khcn"], &["changed s - - 2"]);
    check(&["S|Sở Công thương|department"], &["Name import-name-differs"]);
    check(&["S|Sở Khoa học|department||1/7/2025"], &["Founded import-founded-differs"]);
    check(&["S|Sở Khoa học|department|||1/7/2025"], &["Abolished import-abolished"]);
    check(&["H|UBND huyện Đồi Sim|committee|T||1/7/2025"], &["same h"]);
    check(&["H|UBND huyện Đồi Sim|division|T||1/7/2025"], &["Name import-unit-gone"]);
    check(&["|Xã B|committee|H"], &["Parent import-parent-gone"]);
    check(&["|Xã B||T"], &["Kind unit-kind-missing"]);
    check(&["|Xã B|committee|T||1/7/2025"], &["Abolished import-abolished"]);
    check(&["|Trường Tân Lộc|school|S"], &["changed x school - 0"]);
    check(&["|Trường Tân Lộc|school|"], &["Name import-name-shared"]);
    check(&["|Lớp A|school|Trường Tân Lộc"], &["Parent import-parent-shared"]);
    check(&["T|UBND tỉnh An Sơn|committee|S"], &["Parent unit-parent-circle"]);
    check(&["S|Sở Khoa học||S"], &["Parent unit-parent-circle"]);
}

#[test]
fn a_row_that_stands_twice_is_wrong() {
    let check = |rows: &[&str], expect: &[&str]| assert_eq!(planned(rows), expect, "{rows:?}");
    let new = "new committee under t";
    check(&["A|Xã A|committee|T", "A|Xã B|committee|T"], &[new, "Code import-row-twice"]);
    check(&["|Xã A|committee|T", "|xa a|committee|T"], &[new, "Name import-row-twice"]);
    check(&["S|Sở Khoa học", "|Sở Khoa học||T"], &["same s", "Name import-row-twice"]);
    check(&["A|Xã A|committee|T", "B|Xã A|committee|T"], &[new, new]);
}

#[test]
fn a_circle_through_two_rows_is_seen() {
    let rows = ["|Trường Tân Lộc|committee|S", "S|Sở Khoa học|department|H"];
    assert_eq!(planned(&rows), ["same x", "Parent import-parent-gone"]);
    let rows = ["A|Xã A|committee|S", "T|UBND tỉnh An Sơn||A"];
    assert_eq!(planned(&rows), ["new committee under s", "Parent unit-parent-circle"]);
}
