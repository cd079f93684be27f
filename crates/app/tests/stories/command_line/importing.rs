//! `hoithi dossier import`: a table becomes dossiers as the desk would take them in, all of them or none.

use std::path::Path;

use hoithi::frame::{Locale, Words};
use kernel::id::ContestId;
use rust_xlsxwriter::Workbook;
use serde_json::{Value, json};

use super::{Run, refused, run, said};
use crate::dossiers::standing::{EVIDENCE, TITLE, taking};
use crate::house::House;

stories! {
    a_table_becomes_dossiers_with_their_files,
    the_same_table_again_takes_in_nothing_twice,
    one_wrong_row_refuses_all,
    what_lies_in_no_part_is_said,
    a_form_is_written_by_the_rules_of_the_contest,
    only_who_runs_the_contest_imports,
}

/// Headings in whatever order and language.
const HEADINGS: [&str; 14] = [
    "Mã dòng",
    "Lĩnh vực",
    "Title",
    "Bên dự thi",
    "Tác giả 1: Họ và tên",
    "Author 1: Share (%)",
    "author 1 birth",
    "Tác giả 1: Điện thoại",
    "Áp dụng từ",
    "Điểm mới",
    "Cách nhận",
    "Ngày nhận",
    "Tệp: Minh chứng đã áp dụng",
    "Màu bìa",
];
/// A row whose one author stands in it.
const FIRST: [&str; 14] = [
    "A-1",
    "cơ khí",
    TITLE,
    "Cá nhân",
    "Lò Văn Gieo",
    "100",
    "1980",
    "0900 000 201",
    "5/2024",
    "Gieo ba hàng một lượt.",
    "Qua bưu điện",
    "5/1/2024",
    "",
    "xanh",
];
/// A row out of an earlier system whose authors stand in the other sheet.
const SECOND: [&str; 14] = [
    "A-2",
    "Y dược",
    "Lò sấy miến dong",
    "group",
    "",
    "",
    "",
    "",
    "2023",
    "Sấy bằng trấu.",
    "Từ hệ thống trước",
    "5/1/2024",
    "chung.pdf",
    "",
];
const AUTHORS: [[&str; 5]; 3] = [
    ["Mã dòng", "Họ và tên", "Share", "Ngày sinh", "Điện thoại"],
    ["A-2", "Hà Thị Dong", "60", "1979", "0900 000 203"],
    ["A-2", "Vàng Thị Hạt", "40", "1985", "0900 000 202"],
];

/// Writes a table with these rows; answers with its place.
pub fn table(house: &House, rows: &[[&str; 14]]) -> String {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0u32..).zip([&HEADINGS].into_iter().chain(rows)) {
        sheet.write_row(row, 0, cells.iter().copied()).unwrap();
    }
    let sheet = book.add_worksheet().set_name("authors").unwrap();
    for (row, cells) in (0u32..).zip(&AUTHORS) {
        sheet.write_row(row, 0, cells.iter().copied()).unwrap();
    }
    let path = house.folder().join("dossiers.xlsx");
    book.save(&path).unwrap();
    path.to_str().unwrap().to_owned()
}

/// The files of both rows: one by its name, one that a cell names.
pub fn files(house: &House) -> String {
    let folder = house.folder().join("to-import");
    std::fs::create_dir_all(folder.join("A-1")).unwrap();
    std::fs::write(folder.join("A-1/Minh chứng - biên bản.pdf"), EVIDENCE).unwrap();
    std::fs::write(folder.join("chung.pdf"), b"%PDF-1.7 xac nhan").unwrap();
    folder.to_str().unwrap().to_owned()
}

/// Imports in the name of the secretary; answers with the lines of the report.
fn import(house: &House, contest: ContestId, (file, more): (&str, &[&str])) -> (Run, Vec<Value>) {
    let contest = contest.to_string();
    let member = world::SECRETARY.email;
    let first = ["dossier", "import", file, "--contest", &contest, "--as", member, "--json"];
    let run = run(house, &[&first, more].concat());
    let lines = run.said.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    (run, lines)
}

/// Imports both rows with their files.
pub fn imported(house: &House, contest: ContestId) -> Vec<Value> {
    let (file, folder) = (table(house, &[FIRST, SECOND]), files(house));
    let (run, lines) = import(house, contest, (&file, &["--files", &folder]));
    assert_eq!((run.status, run.refused.as_str()), (Some(0), ""), "{}", run.said);
    lines
}

async fn a_table_becomes_dossiers_with_their_files(house: &House) {
    let contest = taking(house).await;
    let (file, folder) = (table(house, &[FIRST, SECOND]), files(house));
    let (tried, lines) = import(house, contest, (&file, &["--files", &folder, "--dry-run"]));
    assert_eq!((tried.status, &lines[2]["imported"]), (Some(0), &json!(false)), "{tried:?}");
    assert_eq!(house.count("select count(*) from dossier").await, 0);

    let mails = house.count("select count(*) from mail").await;
    let lines = imported(house, contest);
    let said_by_mail = house.count("select count(*) from mail").await - mails;
    assert_eq!(said_by_mail, 0, "the report says it all");
    let new = |row: u32, key: &str, number: u32| {
        json!({ "row": row, "key": key, "outcome": "new", "number": number, "asked_for": [],
            "problems": [] })
    };
    let sum = json!({ "new": 2, "known": 0, "wrong": 0, "imported": true,
        "unknown_columns": ["Màu bìa"], "folders_without_row": [] });
    assert_eq!(lines, [new(2, "A-1", 1), new(3, "A-2", 2), sum]);

    what_was_imported_stands(house).await;
    seen_by_reception(house).await;
    house.is_in_order().await;
}

/// Both rows are dossiers, each as its row says.
async fn what_was_imported_stands(house: &House) {
    let states = "select count(*) from dossier where state = 'submitted' and number in (1, 2)";
    assert_eq!(house.count(states).await, 2);
    let ways = "select min(way) || copies || came_on from dossier_arrival group by way, copies,
        came_on order by way limit 1";
    assert_eq!(house.ask(ways).await, "earlier02024-01-05");
    let body = house.ask("select body from dossier_version where title = 'Lò sấy miến dong'").await;
    let manifest: Value = serde_json::from_str(&body).unwrap();
    let people = &manifest["entry"]["people"];
    assert_eq!(people["holder"], "group");
    let names = ["0", "1"].map(|at| people["authors"].pointer(&format!("/{at}/name")).cloned());
    assert_eq!(names, [Some(json!("Hà Thị Dong")), Some(json!("Vàng Thị Hạt"))]);
    assert_eq!(manifest["files"][0]["name"], "chung.pdf");
}

/// Reception sees a dossier of a table like any other, with its file.
async fn seen_by_reception(house: &House) {
    let id = house.ask("select id from dossier where number = 1").await;
    let desk = house.known(world::ADMINISTRATOR).get(&format!("/dossiers/{id}/desk")).await;
    desk.is(200).shows(TITLE).shows("Minh chứng - biên bản.pdf");
}

async fn the_same_table_again_takes_in_nothing_twice(house: &House) {
    let contest = taking(house).await;
    imported(house, contest);
    let mut third = FIRST;
    (third[0], third[2]) = ("A-3", "Bếp đun tiết kiệm củi");
    let file = table(house, &[third, FIRST, SECOND]);
    let folder = files(house);
    let (run, lines) = import(house, contest, (&file, &["--files", &folder]));
    let told = |at: usize| (lines[at]["outcome"].clone(), lines[at]["number"].clone());
    let expect = [("new", 3), ("known", 1), ("known", 2)];
    let expect = expect.map(|(outcome, number)| (json!(outcome), json!(number)));
    assert_eq!((run.status, [told(0), told(1), told(2)]), (Some(0), expect));
    assert_eq!(house.count("select count(*) from dossier").await, 3);
    let (_, again) = import(house, contest, (&file, &["--files", &folder]));
    assert_eq!((&again[3]["known"], &again[3]["imported"]), (&json!(3), &json!(false)));
    assert_eq!(house.count("select count(*) from dossier").await, 3);
}

async fn one_wrong_row_refuses_all(house: &House) {
    let contest = taking(house).await;
    let mut wrong = FIRST;
    (wrong[0], wrong[1], wrong[8], wrong[12]) = ("B-1", "Thiên văn", "hôm qua", "không có.pdf");
    let mut untitled = FIRST;
    (untitled[0], untitled[2]) = ("B-2", "");
    let (file, folder) = (table(house, &[FIRST, wrong, untitled]), files(house));
    let (run, lines) = import(house, contest, (&file, &["--files", &folder]));
    assert_eq!(run.status, Some(1));
    let problem = |column: &str, key: &'static str| {
        let message = kernel::Message::new(key).with("name", "không có.pdf");
        json!({ "column": column, "problem": Words(Locale::En).tell(&message) })
    };
    let missing = problem("Tệp: Minh chứng đã áp dụng", "dossier-import-file-missing");
    let month = problem("Áp dụng từ", "dossier-month-unreadable");
    assert_eq!(lines[1]["problems"], json!([missing, month]));
    assert_eq!(lines[2]["problems"], json!([problem("", "gap-title")]));
    assert_eq!((&lines[3]["wrong"], &lines[3]["imported"]), (&json!(2), &json!(false)));
    assert_eq!(house.count("select count(*) from dossier").await, 0);
    assert_eq!(house.count("select count(*) from dossier_import").await, 0);
}

async fn what_lies_in_no_part_is_said(house: &House) {
    let contest = taking(house).await;
    let folder = files(house);
    let stray = Path::new(&folder).join("Z-9");
    std::fs::create_dir_all(&stray).unwrap();
    std::fs::write(Path::new(&folder).join("A-1/ảnh bìa.png"), b"\x89PNG\r\n\x1a\n").unwrap();
    let file = table(house, &[FIRST]);
    let (run, lines) = import(house, contest, (&file, &["--files", &folder]));
    let whose = Words(Locale::En).say("dossier-import-file-whose");
    let expect = json!([{ "column": "ảnh bìa.png", "problem": whose }]);
    assert_eq!((run.status, &lines[0]["problems"]), (Some(1), &expect));
    assert_eq!(lines[1]["folders_without_row"], json!(["Z-9"]));
}

async fn a_form_is_written_by_the_rules_of_the_contest(house: &House) {
    let contest = taking(house).await.to_string();
    let path = house.folder().join("form.xlsx");
    let place = path.to_str().unwrap();
    said(house, &["dossier", "template", place, "--contest", &contest]);
    let mut book = calamine::open_workbook_auto(&path).unwrap();
    let range = calamine::Reader::worksheet_range(&mut book, "Dossiers").unwrap();
    let headings: Vec<String> =
        range.rows().next().unwrap().iter().map(ToString::to_string).collect();
    for heading in ["Row key", "Điểm mới", "File: Minh chứng đã áp dụng"] {
        assert_eq!(headings.iter().filter(|it| *it == heading).count(), 1, "{heading}");
    }
    let (run, _) = import(house, contest.parse().unwrap(), (place, &[]));
    assert_eq!((run.status, run.said.as_str()), (Some(1), ""), "an example is no dossier");
}

async fn only_who_runs_the_contest_imports(house: &House) {
    let contest = taking(house).await.to_string();
    let file = table(house, &[FIRST]);
    for email in [world::COORDINATOR.email, "nobody@nowhere.example"] {
        let line = ["dossier", "import", &file, "--contest", &contest, "--as", email];
        assert_eq!(refused(house, &line).lines().count(), 1, "{email}");
    }
    assert_eq!(house.count("select count(*) from dossier").await, 0);
}
