//! Spreadsheets in and out.

use axum::body::Body;
use axum::http::{Method, Request, header};
use hoithi::units::sheet::decoding;
use rust_xlsxwriter::{Formula, Workbook};

use crate::browser::{Browser, HOST, request};
use crate::house::House;
use crate::reply::Reply;

stories! {
    a_file_is_looked_at_then_taken_wholly,
    one_wrong_row_keeps_all_out,
    what_was_exported_changes_nothing,
    bad_files_get_a_sentence,
}

const HEADINGS: [&str; 7] =
    ["Mã", "Tên", "Loại", "Trực thuộc", "Có từ ngày", "Thôi hoạt động từ", "Tên gọi khác"];

/// A spreadsheet; a text that begins with `=` is a formula.
fn sheet(rows: &[[&str; 7]]) -> Vec<u8> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    for (row, cells) in (0..).zip([HEADINGS].iter().chain(rows)) {
        for (column, text) in (0..).zip(cells) {
            match text.starts_with('=') {
                true => sheet.write_formula(row, column, Formula::new(*text)).unwrap(),
                false => sheet.write_string(row, column, *text).unwrap(),
            };
        }
    }
    book.save_to_buffer().unwrap()
}

fn upload(field: &str, bytes: &[u8]) -> Request<Body> {
    let head = format!(
        "--edge\r\ncontent-disposition: form-data; name=\"{field}\"; filename=\"a.xlsx\"\r\n\r\n"
    );
    let body = [head.as_bytes(), bytes, b"\r\n--edge--\r\n"].concat();
    request(Method::POST, "/units/import")
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=edge")
        .header("sec-fetch-site", "same-origin")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .body(Body::from(body))
        .unwrap()
}

async fn send(browser: &Browser<'_>, bytes: &[u8]) -> Reply {
    browser.send(upload("file", bytes)).await
}

/// The rows that a report offers to import.
fn rows_of(report: &Reply) -> String {
    let (_, after) = report.text().split_once("name=\"rows\" value=\"").unwrap();
    let (rows, _) = after.split_once("\">").unwrap();
    rows.replace("&#34;", "\"").replace("&#38;", "&").replace("&#39;", "'")
}

async fn a_file_is_looked_at_then_taken_wholly(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let before = house.count("select count(*) from unit").await;
    let file = sheet(&[
        ["SL-X1", "UBND xã Mẫu", "Ủy ban nhân dân", "SL-00", "1/7/2025", "", "Xã Mẫu; X. Mẫu"],
        ["", "Trường Mẫu", "school", "SL-X1", "", "", ""],
        ["SL-S03", "Sở Y tế", "Cơ sở y tế", "", "", "", "SYT"],
        ["SL-S04", "Sở Nông nghiệp và Môi trường", "", "", "", "", ""],
    ]);
    let report = send(&secretary, &file).await;
    report.is(200).says("import-confirm-lead");
    assert_eq!(house.count("select count(*) from unit").await, before);
    let taken = secretary.send(upload("rows", rows_of(&report).as_bytes())).await;
    taken.leads_to("/units");
    assert_eq!(house.count("select count(*) from unit").await, before + 2);
    secretary.get("/units?q=x+mau").await.is(200).shows("UBND xã Mẫu");
    secretary.get("/units?under=SL-X1").await.is(200).shows("Trường Mẫu");
    secretary.get("/units?q=syt").await.is(200).shows("Sở Y tế");
    let again = send(&secretary, &file).await;
    again.is(200).says("import-nothing");
}

async fn one_wrong_row_keeps_all_out(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let before = house.count("select count(*) from unit").await;
    let file = sheet(&[
        ["SL-X1", "UBND xã Mẫu", "Ủy ban nhân dân", "SL-00", "", "", ""],
        ["SL-X2", "=CMD()", "Khác", "", "", "", ""],
        ["SL-X3", "Trường Mẫu", "Truong hocc", "", "31/6/2025", "", ""],
    ]);
    let report = send(&secretary, &file).await;
    report.is(422).says("import-formula").shows("=CMD()").shows("Truong hocc").shows("31/6/2025");
    let rows = serde_json::to_vec(&decoding::decode(file).unwrap()).unwrap();
    secretary.send(upload("rows", &rows)).await.is(422).says("import-fix");
    assert_eq!(house.count("select count(*) from unit").await, before);
}

async fn what_was_exported_changes_nothing(house: &House) {
    let coordinator = house.known(world::COORDINATOR);
    let file = coordinator.get("/units/export").await;
    file.is(200);
    let rows = decoding::decode(file.body.clone()).unwrap();
    let units = house.count("select count(*) from unit").await;
    assert_eq!(i64::try_from(rows.len()).unwrap(), units + 1);
    let report = send(&house.known(world::SECRETARY), &file.body).await;
    report.is(200).says("import-nothing");
}

async fn bad_files_get_a_sentence(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let good = sheet(&[["", "Trường Mẫu", "school", "", "", "", ""]]);
    let old = [&[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], [0; 600].as_slice()].concat();
    let name: Vec<u8> = "EncryptedPackage".bytes().flat_map(|byte| [byte, 0]).collect();
    let locked = [old.as_slice(), &name].concat();
    let cases: [(&[u8], u16, &str); 8] = [
        (b"", 422, "Chưa có tệp, hoặc tệp rỗng."),
        ("Mã,Tên\n1,Xã".as_bytes(), 422, "Đây là tệp văn bản hay CSV."),
        (&good[..good.len() / 2], 422, "Tệp bị cụt hoặc hỏng."),
        (&old, 422, "Đây là tệp Excel kiểu cũ (.xls)."),
        (&locked, 422, "Tệp có mật khẩu."),
        (&[1, 0, 2, 0], 422, "Đây không phải bảng tính XLSX."),
        (&sheet(&[]), 422, "Tệp không có dòng nào dưới tiêu đề."),
        (&vec![7; 9 * 1024 * 1024], 413, "Tệp lớn hơn 8 MB."),
    ];
    for (bytes, status, sentence) in cases {
        send(&secretary, bytes).await.is(status).shows(sentence);
    }
}
