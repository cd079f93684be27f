//! `hoithi dossier export`, `list` and `show`: what was taken in comes out again, and the ledger knows.

use std::path::Path;

use serde_json::{Value, json};
use sha2::{Digest, Sha256};

use super::importing::imported;
use super::{refused, run, said, told};
use crate::dossiers::standing::{EVIDENCE, TITLE, taking};
use crate::house::House;

stories! {
    what_was_imported_comes_out_again,
    a_table_is_written_by_its_ending,
    what_is_not_understood_takes_nothing_out,
    dossiers_are_listed_and_shown,
}

/// A contest with two dossiers of a table.
async fn contest(house: &House) -> String {
    let contest = taking(house).await;
    imported(house, contest);
    contest.to_string()
}

/// Takes dossiers out; answers with what was said.
fn export(house: &House, contest: &str, (to, more): (&Path, &[&str])) -> Value {
    let to = to.to_str().unwrap();
    told(house, &[&["dossier", "export", "--contest", contest, "--to", to], more].concat())
}

async fn acts(house: &House) -> i64 {
    let sql = "select count(*) from ledger_event where body like '%register.take-out%'";
    house.count(sql).await
}

async fn what_was_imported_comes_out_again(house: &House) {
    let contest = contest(house).await;
    let folder = house.folder().join("out");
    let told = export(house, &contest, (&folder, &["--naming", "{number}"]));
    assert_eq!(told["dossiers"], 2);
    let file = std::fs::read(folder.join("0001/01 Minh chứng - biên bản.pdf")).unwrap();
    assert_eq!(file, EVIDENCE);
    let manifest = std::fs::read_to_string(folder.join("0001/manifest.json")).unwrap();
    let body = "select body from dossier_version v join dossier d on d.id = v.dossier_id
        where d.number = 1";
    assert_eq!(manifest, house.ask(body).await);
    let manifest: Value = serde_json::from_str(&manifest).unwrap();
    assert_eq!(manifest["entry"]["solution"]["title"], TITLE);
    assert_eq!(manifest["files"][0]["sha256"], hex::encode(Sha256::digest(EVIDENCE)));
    assert_eq!(acts(house).await, 1);

    let to = folder.to_str().unwrap();
    let again = refused(house, &["dossier", "export", "--contest", &contest, "--to", to]);
    assert_eq!(again.lines().count(), 1, "{again}");
    assert_eq!(acts(house).await, 1, "what was refused took nothing out");

    let zip = house.folder().join("out.zip");
    let told = export(house, &contest, (&zip, &["--query", "number:2"]));
    assert_eq!(told["dossiers"], 1);
    let mut read = zip::ZipArchive::new(std::fs::File::open(&zip).unwrap()).unwrap();
    let names: Vec<String> =
        (0..read.len()).map(|at| read.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    let expect = ["manifest.json", "01 chung.pdf", "receipt.json"];
    assert_eq!(names, expect.map(|name| format!("0002-Lò sấy miến dong/{name}")));
    house.is_in_order().await;
}

async fn a_table_is_written_by_its_ending(house: &House) {
    let contest = contest(house).await;
    let csv = house.folder().join("out.csv");
    export(house, &contest, (&csv, &["--sort", "-number"]));
    let text = std::fs::read_to_string(&csv).unwrap();
    let numbers: Vec<&str> =
        text.lines().skip(1).filter_map(|line| line.split(',').next()).collect();
    assert_eq!(numbers, ["2", "1"], "{text}");
    let xlsx = house.folder().join("out.xlsx");
    export(house, &contest, (&xlsx, &[]));
    let mut book = calamine::open_workbook_auto(&xlsx).unwrap();
    let range = calamine::Reader::worksheet_range_at(&mut book, 0).unwrap().unwrap();
    let titles: Vec<String> =
        range.rows().skip(1).filter_map(|row| row.get(1)).map(ToString::to_string).collect();
    assert_eq!(titles, [TITLE, "Lò sấy miến dong"]);
    assert_eq!(acts(house).await, 2);
}

async fn what_is_not_understood_takes_nothing_out(house: &House) {
    let contest = contest(house).await;
    for (query, name) in [("stat:valid", "a.csv"), ("number:99", "a.zip")] {
        let to = house.folder().join(name);
        let to = to.to_str().unwrap();
        let line = ["dossier", "export", "--contest", &contest, "--to", to, "--query", query];
        let run = run(house, &line);
        assert_eq!((run.status, run.said.as_str()), (Some(1), ""), "{query}");
        assert!(!Path::new(to).exists(), "{query}");
    }
    assert_eq!(acts(house).await, 0);
}

async fn dossiers_are_listed_and_shown(house: &House) {
    let contest = contest(house).await;
    let list = said(house, &["dossier", "list", "--contest", &contest]);
    let line = |number: u8, title: &str, authors: &str| {
        format!("{number}\tHanded in\t{title}\t{authors}\n")
    };
    let authors = "Hà Thị Dong; Vàng Thị Hạt";
    assert_eq!(list, line(1, TITLE, "Lò Văn Gieo") + &line(2, "Lò sấy miến dong", authors));
    let one = ["dossier", "list", "--contest", &contest, "--query", "lĩnh-vực:\"y dược\""];
    let one = told(house, &one);
    assert_eq!((&one["number"], &one["applied"]), (&json!(2), &json!("2023")));

    let shown = told(house, &["dossier", "show", "2", "--contest", &contest]);
    let version = &shown["versions"][0];
    assert_eq!(
        (&version["version"], &version["manifest"]["files"][0]["name"]),
        (&json!(1), &json!("chung.pdf"))
    );
    assert_eq!(shown["events"][0]["step"], "submit");
    let text = said(house, &["dossier", "show", "1", "--contest", &contest]);
    for part in [TITLE, "Lò Văn Gieo (100 %)", "Minh chứng - biên bản.pdf"] {
        assert_eq!(text.matches(part).count(), 1, "{part} in {text}");
    }
    let gone = run(house, &["dossier", "show", "9", "--contest", &contest]);
    assert_eq!(gone.status, Some(1));
}
