//! What is taken out of the book: tables at once, whole dossiers in the background.

use std::io::{Cursor, Read};

use hoithi::installation::work;
use kernel::Message;
use kernel::id::ContestId;

use super::{OTHER, book};
use crate::dossiers::standing::{EVIDENCE, TITLE};
use crate::house::House;
use crate::reply::Reply;

stories! {
    a_table_holds_what_is_looked_for_and_the_ledger_knows,
    no_title_becomes_a_formula,
    a_package_is_waited_for,
    dossiers_are_packed_and_fetched_by_who_asked,
    a_package_can_be_stopped_and_goes_after_a_week,
    what_cannot_be_packed_is_said,
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

async fn a_table_holds_what_is_looked_for_and_the_ledger_knows(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let tables = format!("{book}/tables");
    let csv = secretary.post(&tables, &[("format", "csv"), ("columns", "authors")]).await;
    assert_eq!(csv.is(200).header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(
        csv.text(),
        format!(
            "\u{feff}Số,Tên giải pháp,Tác giả\r\n\
             1,{TITLE},\"Lò Văn Gieo; Vàng Thị Hạt\"\r\n\
             2,{OTHER},\"Lò Văn Gieo; Vàng Thị Hạt\"\r\n"
        )
    );
    let fields =
        [("format", "xlsx"), ("columns", "state,missing"), ("q", "ngo -author:x number:1")];
    let sheet = secretary.post(&tables, &fields).await;
    assert_eq!(sheet.is(200).header("content-type"), XLSX);
    let mut read = calamine::open_workbook_auto_from_rs(Cursor::new(sheet.body)).unwrap();
    let range = calamine::Reader::worksheet_range(&mut read, "Sổ hồ sơ").unwrap();
    let cells: Vec<String> = range.rows().nth(1).unwrap().iter().map(ToString::to_string).collect();
    let missing = "Xác nhận của đơn vị; Đồng ý của tác giả";
    assert_eq!(
        (range.height(), cells),
        (2, ["1", TITLE, "Đã nộp", missing].map(str::to_owned).into())
    );
    let page = house.known(world::ADMINISTRATOR).get("/installation/ledger").await;
    page.is(200).says("act-register-take-out");
    secretary.post(&tables, &[("q", "stat:x")]).await.is(422);
    house.is_in_order().await;
}

async fn no_title_becomes_a_formula(house: &House) {
    let (_, book) = book(house).await;
    house.tamper("update dossier_search set title = '=1+1' where number = 1").await;
    house.tamper("update dossier_search set title = '@SUM(A1)' where number = 2").await;
    let secretary = house.known(world::SECRETARY);
    let fields = [("format", "csv"), ("columns", "state")];
    let csv = secretary.post(&format!("{book}/tables"), &fields).await;
    assert_eq!(
        csv.is(200).text(),
        "\u{feff}Số,Tên giải pháp,Trạng thái\r\n1,\"'=1+1\",Đã nộp\r\n2,\"'@SUM(A1)\",Đã nộp\r\n"
    );
}

/// What is packed, and under which names.
const PACKED: [(&str, &str); 2] = [("q", "ngô"), ("naming", "{number}-{author}")];

async fn a_package_is_waited_for(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let exports = format!("{book}/exports");
    secretary.get(&exports).await.is(200).says("register-exports-empty");
    secretary.post(&exports, &PACKED).await.leads_to(&exports);
    let id = house.ask("select id from dossier_export").await;
    secretary.get(&format!("{exports}/{id}")).await.is(404);
    secretary.get(&exports).await.is(200).says("register-export-waiting");
    work::work_off(&house.app).await.unwrap();
    let page = secretary.get(&exports).await;
    page.is(200).says("register-export-ready").says("register-export-fetch");
}

/// Everything of a contest in one package, as who runs it fetches it.
pub async fn package(house: &House, contest: ContestId) -> Reply {
    let secretary = house.known(world::SECRETARY);
    let exports = format!("/contests/{contest}/dossiers/exports");
    secretary.post(&exports, &[("naming", "{number}")]).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let id = house.ask("select id from dossier_export").await;
    secretary.get(&format!("{exports}/{id}")).await
}

async fn dossiers_are_packed_and_fetched_by_who_asked(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let exports = format!("{book}/exports");
    secretary.post(&exports, &PACKED).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let id = house.ask("select id from dossier_export").await;
    let file = format!("{exports}/{id}");
    let reply = secretary.get(&file).await;
    assert_eq!(reply.is(200).header("content-type"), "application/zip");
    assert_eq!(
        reply.header("content-disposition"),
        "attachment; filename*=UTF-8''ho-so-du-thi.zip"
    );
    let mut zip = zip::ZipArchive::new(Cursor::new(reply.body)).unwrap();
    let names: Vec<String> =
        (0..zip.len()).map(|at| zip.by_index(at).unwrap().name().unwrap().into_owned()).collect();
    let folder = "0001-Lò Văn Gieo";
    let expect = ["manifest.json", "01 biên bản.pdf", "receipt.json"];
    assert_eq!(names, expect.map(|name| format!("{folder}/{name}")));
    let mut read = |name: &str| {
        let mut bytes = Vec::new();
        zip.by_name(&format!("{folder}/{name}")).unwrap().read_to_end(&mut bytes).unwrap();
        bytes
    };
    let body = house.ask("select v.body from dossier_version v join dossier d on d.id = v.dossier_id where d.number = 1").await;
    assert_eq!(read("manifest.json"), body.as_bytes());
    assert_eq!(read("01 biên bản.pdf"), EVIDENCE);
    let receipt: serde_json::Value = serde_json::from_slice(&read("receipt.json")).unwrap();
    assert_eq!((&receipt["number"], &receipt["version"]), (&1.into(), &1.into()));
    house.known(world::ADMINISTRATOR).get(&file).await.is(404);
    house.known(world::COORDINATOR).get(&file).await.is(403);
    house.is_in_order().await;
}

async fn a_package_can_be_stopped_and_goes_after_a_week(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let exports = format!("{book}/exports");
    secretary.post(&exports, &[]).await.is(303);
    let first = house.ask("select id from dossier_export").await;
    let removal = format!("{exports}/{first}/removal");
    house.known(world::ADMINISTRATOR).post(&removal, &[]).await.is(404);
    secretary.post(&removal, &[]).await.leads_to(&exports);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.ask("select state from dossier_export").await, "cancelled");
    secretary.post(&exports, &[]).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let files = || std::fs::read_dir(house.folder().join("exports")).unwrap().count();
    assert_eq!(files(), 1);
    house.wait_days(8);
    work::round(&house.app).await.unwrap();
    assert_eq!(files(), 0);
    let swept = "select count(*) from dossier_export where state = 'swept'";
    assert_eq!(house.count(swept).await, 1);
}

async fn what_cannot_be_packed_is_said(house: &House) {
    let (_, book) = book(house).await;
    let secretary = house.known(world::SECRETARY);
    let exports = format!("{book}/exports");
    secretary
        .post(&exports, &[("q", "không-có-gì")])
        .await
        .is(422)
        .says("register-nothing-to-pack");
    secretary
        .post(&exports, &[("naming", "{title}")])
        .await
        .is(422)
        .tells(&Message::new("register-naming-number"));
    secretary.post(&exports, &[("q", "stat:valid")]).await.is(422);
    for _ in 0..3 {
        secretary.post(&exports, &[]).await.is(303);
    }
    secretary.post(&exports, &[]).await.is(409).says("register-exports-many");
}
