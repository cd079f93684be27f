//! Files that arrive.

use axum::body::Body;
use axum::http::Method;
use hoithi::uploads::{self, Purpose, UploadId};
use tokio::io::AsyncWriteExt;
use tokio_util::io::ReaderStream;

use super::{PURPOSE, Sender, hash, lying, noise};
use crate::browser::request;
use crate::house::House;

stories! {
    file_that_comes_in_pieces_is_whole,
    file_that_is_promised_again_goes_on,
    bytes_of_two_lines_are_never_mixed,
    whole_file_that_no_row_knows_is_taken_up,
    part_that_is_lost_is_sent_again,
    browser_without_scripts_sends_a_file,
    file_begun_in_pieces_is_ended_by_a_form,
}

const PDF: &[u8] = b"%PDF-1.7 a paper of no pages";

fn id(path: &str) -> UploadId {
    path.strip_prefix("/uploads/").unwrap().parse().unwrap()
}

async fn file_that_comes_in_pieces_is_whole(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = [PDF, &noise(200_000)].concat();
    let path = sender.begins("Bản vẽ máy cày.pdf", &bytes).await;
    assert_eq!(sender.looks(&path).await.is(200).header("upload-offset"), "0");
    for (from, to) in [(0, 1), (1, 70_000), (70_000, bytes.len())] {
        let reply = sender.sends(&path, from as u64, bytes[from..to].to_vec()).await;
        assert_eq!(reply.is(204).header("upload-offset"), to.to_string());
        let seen = sender.looks(&path).await;
        assert_eq!(seen.is(200).header("upload-offset"), to.to_string());
        assert_eq!(seen.header("upload-length"), bytes.len().to_string());
    }
    let saved = sender.0.get(&format!("{path}/file")).await;
    assert_eq!(saved.is(200).body, bytes);
    assert_eq!(saved.header("content-type"), "application/pdf");
    assert_eq!(
        saved.header("content-disposition"),
        "attachment; filename*=UTF-8''B%E1%BA%A3n%20v%E1%BA%BD%20m%C3%A1y%20c%C3%A0y.pdf"
    );
    assert_eq!(saved.header("content-security-policy"), "sandbox; default-src 'none'");
    is_known_to_whoever_asked_for_it(house, id(&path), &bytes).await;
    assert_eq!(lying(house), Vec::<String>::new());
}

async fn is_known_to_whoever_asked_for_it(house: &House, id: UploadId, bytes: &[u8]) {
    let found = uploads::finished(&house.app.store, &[id]).await.unwrap();
    let (found, kept, at) = &found[0];
    assert_eq!((*found, &kept.hash, kept.bytes), (id, &hash(bytes), bytes.len()));
    assert_eq!((kept.media_type, *at), ("application/pdf", house.app.store.now()));
    let acts = "select count(*) from ledger_event where body like '%upload.finish%'";
    assert_eq!(house.count(acts).await, 1);
    let purpose: Purpose = PURPOSE.parse().unwrap();
    let of_it = uploads::of_purpose(&house.app.store, &purpose).await.unwrap();
    assert_eq!(of_it.iter().map(|(_, upload)| upload.id).collect::<Vec<_>>(), [id]);
}

async fn file_that_is_promised_again_goes_on(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(5_000);
    let path = sender.begins("a.bin", &bytes).await;
    sender.sends(&path, 0, bytes[..3_000].to_vec()).await.is(204);
    assert_eq!(sender.begins("b.bin", &bytes).await, path);
    assert_eq!(sender.looks(&path).await.header("upload-offset"), "3000");
    sender.sends(&path, 3_000, bytes[3_000..].to_vec()).await.is(204);
    assert_eq!(sender.begins("a.bin", &bytes).await, path);
    assert_eq!(sender.looks(&path).await.header("upload-offset"), "5000");
    sender.sends(&path, 5_000, Vec::new()).await.is(204);
    assert_eq!(house.count("select count(*) from upload").await, 1);
}

async fn bytes_of_two_lines_are_never_mixed(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(10_000);
    let path = sender.begins("a.bin", &bytes).await;
    let (mut line, end) = tokio::io::duplex(64);
    let slow = sender.sends(&path, 0, Body::from_stream(ReaderStream::new(end)));
    let hurried = async {
        line.write_all(&bytes[..1_000]).await.unwrap();
        let other = Sender::secretary(house);
        let reply = other.sends(&path, 0, bytes.clone()).await;
        assert_eq!(reply.is(423).header("x-reason"), "upload-busy");
        other.ask(super::speaking(Method::DELETE, &path), Body::empty()).await.is(423);
        line.write_all(&bytes[1_000..2_000]).await.unwrap();
        drop(line);
    };
    let (slow, ()) = tokio::join!(slow, hurried);
    assert_eq!(slow.is(204).header("upload-offset"), "2000");
    sender.sends(&path, 2_000, bytes[2_000..].to_vec()).await.is(204);
    assert_eq!(sender.0.get(&format!("{path}/file")).await.body, bytes);
}

/// The node died when the file had its new name and the database knew nothing of it.
async fn whole_file_that_no_row_knows_is_taken_up(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(3_000);
    let path = sender.begins("a.bin", &bytes).await;
    sender.sends(&path, 0, bytes[..1_000].to_vec()).await.is(204);
    let uploads = house.folder().join("uploads");
    std::fs::write(uploads.join(format!("{}.whole", id(&path))), &bytes).unwrap();
    std::fs::remove_file(uploads.join(format!("{}.part", id(&path)))).unwrap();
    assert_eq!(sender.looks(&path).await.header("upload-offset"), "1000");
    let reply = sender.sends(&path, 1_000, bytes[1_000..].to_vec()).await;
    assert_eq!(reply.is(204).header("upload-offset"), "3000");
    assert_eq!(sender.0.get(&format!("{path}/file")).await.body, bytes);
    assert_eq!(lying(house), Vec::<String>::new());
}

/// A database that was restored knows of bytes that are on no disk.
async fn part_that_is_lost_is_sent_again(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(3_000);
    let path = sender.begins("a.bin", &bytes).await;
    sender.sends(&path, 0, bytes[..2_000].to_vec()).await.is(204);
    let part = house.folder().join(format!("uploads/{}.part", id(&path)));
    std::fs::File::options().write(true).open(&part).unwrap().set_len(500).unwrap();
    assert_eq!(sender.looks(&path).await.header("upload-offset"), "500");
    sender.sends(&path, 2_000, bytes[2_000..].to_vec()).await.is(409);
    std::fs::remove_file(part).unwrap();
    assert_eq!(sender.looks(&path).await.header("upload-offset"), "0");
    sender.sends(&path, 0, bytes.clone()).await.is(204);
    assert_eq!(sender.0.get(&format!("{path}/file")).await.body, bytes);
}

/// A form with these fields and a file.
fn form(fields: &[(&str, &str)], name: &str, bytes: &[u8]) -> axum::http::Request<Body> {
    let mut body = Vec::new();
    for (name, value) in fields {
        let part =
            format!("--x\r\ncontent-disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        body.extend(part.into_bytes());
    }
    let head = format!(
        "--x\r\ncontent-disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\r\n"
    );
    body.extend([head.as_bytes(), bytes, b"\r\n--x--\r\n"].concat());
    request(Method::POST, "/uploads/file")
        .header("content-type", "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap()
}

async fn browser_without_scripts_sends_a_file(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = [PDF, &noise(100_000)].concat();
    let fields = [("purpose", PURPOSE), ("next", "/account")];
    sender.0.send(form(&fields, "Bản vẽ.pdf", &bytes)).await.leads_to("/account");
    let path = format!("/uploads/{}", house.ask("select id from upload").await);
    assert_eq!(sender.0.get(&format!("{path}/file")).await.is(200).body, bytes);
    sender.0.send(form(&fields, "Bản vẽ.pdf", &bytes)).await.leads_to("/account");
    assert_eq!(house.count("select count(*) from upload").await, 1);
    let elsewhere = [("purpose", PURPOSE), ("next", "//evil.example")];
    sender.0.send(form(&elsewhere, "b.pdf", PDF)).await.leads_to("/");
    sender.0.send(form(&fields, "a.pdf", b"")).await.is(422).says("upload-no-file");
    sender.0.send(form(&[], "a.pdf", b"x")).await.is(422).says("upload-not-begun");
    sender.0.send(form(&[("purpose", "x")], "a.pdf", b"x")).await.is(422);
    assert_eq!(lying(house), Vec::<String>::new());
    sender.0.get("/uploads").await.is(200).shows("Bản vẽ.pdf").says("upload-state-finished");
}

async fn file_begun_in_pieces_is_ended_by_a_form(house: &House) {
    let sender = Sender::secretary(house);
    let bytes = noise(10_000);
    let path = sender.begins("a.bin", &bytes).await;
    sender.sends(&path, 0, bytes[..4_000].to_vec()).await.is(204);
    sender.0.get("/uploads").await.is(200).says("uploads-go-on").shows("40 %");
    sender.0.send(form(&[], "other name", &bytes)).await.leads_to("/uploads");
    assert_eq!(sender.0.get(&format!("{path}/file")).await.is(200).body, bytes);
    assert_eq!(house.count("select count(*) from upload").await, 1);
}
