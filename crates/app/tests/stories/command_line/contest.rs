//! `hoithi contest`: the same verbs as the pages, the same refusals.

use serde_json::{Value, json};

use super::{refused, run, said, told};
use crate::house::House;
use crate::intake::PLAN;

stories! {
    a_paper_becomes_a_contest,
    doubts_keep_a_paper_from_being_accepted,
    a_contest_is_run,
    a_contest_is_meant_by_its_words,
}

const SLUG: &str = "hoi-thi-sang-tao-ky-thuat-tinh-sa-linh-lan-thu-9";

/// The plan, whose first task has been late since the middle of 2026, in a file.
fn plan(house: &House) -> String {
    written(house, "plan.txt", &PLAN.replace("30/12/2026", "30/6/2026"))
}

fn written(house: &House, name: &str, text: &str) -> String {
    let path = house.folder().join(name);
    std::fs::write(&path, text).unwrap();
    path.to_str().unwrap().to_owned()
}

fn word(value: &Value) -> &str {
    value.as_str().unwrap()
}

async fn a_paper_becomes_a_contest(house: &House) {
    let file = plan(house);
    let first = told(house, &["contest", "receive", &file]);
    assert_eq!(first["contest"], Value::Null);
    let again = told(house, &["contest", "receive", &file]);
    assert_eq!(again, first, "the same bytes are the same paper");

    let paper = word(&first["paper"]);
    let made = told(house, &["contest", "accept", paper, "--despite-doubts"]);
    assert_eq!(made["contest"]["slug"], SLUG);
    assert_eq!(house.count("select count(*) from contest").await, 1);
    let page = told(house, &["contest", "receive", &file]);
    assert_eq!(page, made, "an accepted paper says what it became");

    said(house, &["contest", "undo", paper]);
    assert_eq!(house.count("select count(*) from contest").await, 0);
    let gone = refused(house, &["contest", "undo", paper]);
    assert_eq!(gone.lines().count(), 1, "{gone}");
}

async fn doubts_keep_a_paper_from_being_accepted(house: &House) {
    let doubtful = PLAN.replace("đến hết ngày 31/5/2027", "đến hết ngày 31/5/20277");
    let file = written(house, "doubtful.txt", &doubtful);
    let run = run(house, &["contest", "receive", &file, "--accept"]);
    assert_eq!(run.status, Some(1));
    let paper = house.ask("select id from paper").await;
    let base = &house.app.configuration.public_url;
    let doubts = house.count("select count(*) from review_line where section = 'doubt'").await;
    assert_eq!(
        run.refused,
        format!(
            "{doubts} things are doubtful. Look at them at {base}/papers/{paper}/review, or add \
             --despite-doubts.\n"
        )
    );
    assert_eq!(house.count("select count(*) from contest").await, 0);
    let made = told(house, &["contest", "receive", &file, "--accept", "--despite-doubts"]);
    assert_eq!(made["contest"]["slug"], SLUG);
}

/// A contest of the plan; the words that mean it.
fn founded(house: &House) -> &'static str {
    let file = plan(house);
    told(house, &["contest", "receive", &file, "--accept", "--despite-doubts"]);
    SLUG
}

async fn a_contest_is_run(house: &House) {
    let slug = founded(house);
    let refusal = refused(house, &["contest", "close", slug]);
    assert_eq!(refusal.lines().count(), 1, "{refusal}");
    said(house, &["contest", "start", slug]);

    said(house, &["contest", "publish", slug]);
    assert_eq!(house.count("select count(*) from publication where ended_at is null").await, 1);
    said(house, &["contest", "unpublish", slug]);
    assert_eq!(house.count("select count(*) from publication where ended_at is null").await, 0);

    let moved = ["contest", "move", slug, "submission", "--end", "30/6/2027", "--reason", "Flood"];
    said(house, &moved);
    let shown = told(house, &["contest", "show", slug]);
    let submission = &shown["milestones"].as_array().unwrap()[0];
    let seen = ["kind", "version", "start", "end"].map(|key| submission[key].clone());
    assert_eq!(seen, [json!("submission"), json!(2), json!("2026-11-15"), json!("2027-06-30")]);
    assert_eq!(shown["figures"]["overdue"], 1);

    let late = told(house, &["contest", "late", slug]);
    assert_eq!(late["unit"], "Sở Khoa học và Công nghệ");
    assert_eq!(late["tasks"][0]["last_day"], "2026-06-29");

    let table = house.folder().join("table.xlsx");
    said(house, &["contest", "table", slug, table.to_str().unwrap()]);
    assert_eq!(std::fs::read(table).unwrap()[..4], *b"PK\x03\x04");
    assert_eq!(told(house, &["contest", "reports", slug]), json!({ "opened": 0 }));
}

async fn a_contest_is_meant_by_its_words(house: &House) {
    let slug = founded(house);
    let id = told(house, &["contest", "show", slug])["id"].clone();
    for typed in [word(&id), "sa linh", "Sáng tạo kỹ thuật"] {
        assert_eq!(told(house, &["contest", "show", typed])["id"], id, "{typed}");
    }
    let none = "No contest fits “hạ long”. Write its id, the last part of its public address, or \
        words of its name.\n";
    assert_eq!(refused(house, &["contest", "show", "hạ long"]), none);

    let next = PLAN.replace("lần thứ 9", "lần thứ 10").replace("2026 - 2027", "2028 - 2029");
    let next = next.replace("412/KH-UBND", "9/KH-UBND").replace("2027", "2029");
    let file = written(house, "next.txt", &next);
    told(house, &["contest", "receive", &file, "--accept", "--despite-doubts"]);
    let ten = SLUG.replace("-9", "-10");
    let many = format!("Several contests fit “sa linh”: {ten}, {slug}. Write more of it.\n");
    assert_eq!(refused(house, &["contest", "show", "sa linh"]), many);
    let list = said(house, &["contest", "list", "sa linh", "--state", "preparing"]);
    let line = |slug: &str, edition: u8| {
        let name = format!("Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ {edition}");
        format!("{slug}\tBeing prepared\t{name}\n")
    };
    assert_eq!(list, line(&ten, 10) + &line(slug, 9));
    assert_eq!(said(house, &["contest", "list", "--state", "running"]), "");
}
