//! A unit begins and reports, with files; the secretary accepts or returns.

use axum::body::Body;
use axum::http::Method;

use super::standing::{assignment, running, state, task};
use crate::browser;
use crate::house::House;

stories! {
    a_report_goes_through_return_and_acceptance,
    files_of_a_report_come_back_as_they_were,
    a_refused_report_keeps_what_was_typed,
    a_secretary_writes_for_a_unit_without_a_screen,
    nothing_moves_twice,
}

/// A report with a file, as a browser sends it.
fn upload(path: &str, text: &str, file: Option<(&str, &[u8])>) -> axum::http::Request<Body> {
    let mut body = Vec::new();
    for (name, value) in
        [("text", text), ("figure", "1.200"), ("links", "https://salinh.example/tin")]
    {
        let part = "--x\r\nContent-Disposition: form-data; name=";
        body.extend(format!("{part}\"{name}\"\r\n\r\n{value}\r\n").into_bytes());
    }
    let (name, bytes) = file.unwrap_or(("", b""));
    let part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=";
    body.extend(format!("{part}\"{name}\"\r\nContent-Type: text/html\r\n\r\n").into_bytes());
    body.extend(bytes);
    body.extend(b"\r\n--x--\r\n");
    browser::request(Method::POST, &format!("{path}/reports"))
        .header("content-type", "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap()
}

async fn one(house: &House) -> String {
    let draft = task(house, "Tuyên truyền hội thi", "31/5/2027", &["dost", "doh"]).await;
    let (_, ids) = running(house, &[draft]).await;
    assignment(house, ids[0], "dost").await
}

async fn a_report_goes_through_return_and_acceptance(house: &House) {
    let path = one(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    own.get("/assignments").await.is(200).shows("Tuyên truyền hội thi").shows("31/5/2027");
    own.get(&path).await.is(200).says("task-start-do").says("report-send");
    own.post(&format!("{path}/start"), &[]).await.leads_to(&path);
    assert_eq!(state(house, &path).await, "in_progress");
    own.send(upload(&path, "Đã đăng 12 tin", None)).await.leads_to(&path);
    assert_eq!(state(house, &path).await, "reported");
    is_returned(house, &path).await;
    own.get(&path).await.is(200).shows("Thiếu ảnh minh chứng");
    own.send(upload(&path, "Bổ sung ảnh", None)).await.leads_to(&path);
    secretary.post(&format!("{path}/acceptance"), &[]).await.leads_to(&path);
    assert_eq!(state(house, &path).await, "accepted");
    let page = own.get(&path).await;
    page.is(200).shows("Bổ sung ảnh").says("report-is-accepted").shows("Thiếu ảnh minh chứng");
    own.get("/assignments").await.is(200).says("assignments-all-done");
}

/// The secretary reads a report and returns it, not without words.
async fn is_returned(house: &House, path: &str) {
    let secretary = house.known(world::SECRETARY);
    let page = secretary.get(path).await;
    page.is(200).shows("Đã đăng 12 tin").shows("1200").says("report-accept-task");
    secretary.post(&format!("{path}/return"), &[("reason", "")]).await.is(422);
    let said = [("reason", "Thiếu ảnh minh chứng")];
    secretary.post(&format!("{path}/return"), &said).await.leads_to(path);
    assert_eq!(state(house, path).await, "returned");
}

async fn files_of_a_report_come_back_as_they_were(house: &House) {
    let path = one(house).await;
    let own = house.known(world::COORDINATOR);
    let bytes = b"<script>alert(1)</script>";
    let sent = upload(&path, "Có tệp", Some(("C:\\Ảnh\\Tờ rơi.html", bytes)));
    own.send(sent).await.leads_to(&path);
    let file = house.ask("select id from report_file").await;
    own.get(&path).await.is(200).shows("Tờ rơi.html").shows("25 B");
    let file = format!("{path}/files/{file}");
    let reply = own.get(&file).await;
    assert_eq!(reply.is(200).body, bytes);
    assert_eq!(reply.header("content-type"), "application/octet-stream");
    let disposition = "attachment; filename*=UTF-8''T%E1%BB%9D%20r%C6%A1i.html";
    assert_eq!(reply.header("content-disposition"), disposition);
    house.known(world::SECRETARY).get(&file).await.is(200);
    house.known(world::OTHER_COORDINATOR).get(&file).await.is(404);
    house.anon().get(&file).await.is(303);
}

async fn a_refused_report_keeps_what_was_typed(house: &House) {
    let path = one(house).await;
    let own = house.known(world::COORDINATOR);
    let refused = own.send(upload(&path, "", Some(("a.pdf", b"%PDF-1.7")))).await;
    refused.is(422).says("report-text-empty").shows("https://salinh.example/tin").shows("1.200");
    assert_eq!(house.count("select count(*) from stored_file").await, 0);
    assert_eq!(state(house, &path).await, "open");
}

async fn a_secretary_writes_for_a_unit_without_a_screen(house: &House) {
    let path = one(house).await;
    let secretary = house.known(world::SECRETARY);
    secretary.get(&path).await.is(200).shows("Bạn đang ghi thay Sở Khoa học và Công nghệ");
    secretary.send(upload(&path, "Theo báo cáo giấy", None)).await.leads_to(&path);
    secretary.get(&path).await.shows("Theo báo cáo giấy").shows(world::SECRETARY.name);
}

async fn nothing_moves_twice(house: &House) {
    let path = one(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    secretary.post(&format!("{path}/acceptance"), &[]).await.is(409).says("task-step-not-now");
    own.send(upload(&path, "Một lần", None)).await.leads_to(&path);
    own.send(upload(&path, "Hai lần", None)).await.is(409);
    own.post(&format!("{path}/start"), &[]).await.is(409);
    own.post(&format!("{path}/acceptance"), &[]).await.is(403);
    assert_eq!(house.count("select count(*) from assignment_report").await, 1);
}
