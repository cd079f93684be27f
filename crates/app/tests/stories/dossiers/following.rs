//! Files that are named in time and whose bytes follow: a slow line decides nothing, and a hash gives nobody a file.

use std::io::Cursor;

use hoithi::installation::work;
use kernel::id::ContestId;
use kernel::{Day, Instant, Message};

use super::standing::{EVIDENCE, amended, hand_in, taking, without_files, written};
use crate::house::House;
use crate::uploads::{Sender, hash};

stories! {
    bytes_may_follow_what_was_named_in_time,
    bytes_that_come_too_late_are_kept_and_said_to_be_late,
    what_did_not_come_is_told_to_authors_and_office,
    without_time_for_bytes_all_must_be_here,
    a_file_is_looked_at_when_it_is_here,
    whoever_names_a_hash_has_no_file,
}

/// A picture, as far as its first bytes say.
const PICTURE: &[u8] = b"\x89PNG\r\n\x1a\n and so much more";
/// Seconds of the time that the rules leave for bytes.
const GRACE: i64 = 3_600;

fn closes() -> Instant {
    "2027-05-31".parse::<Day>().unwrap().ends()
}

/// Lets time go on to a moment after the deadline, and answers with who sends, signed in anew.
async fn after_the_deadline(house: &House, seconds: i64) -> Sender<'_> {
    let left = closes().millis() - house.app.store.now().millis();
    house.wait_seconds(left / 1_000 + seconds);
    Sender(house.sign_in(world::COORDINATOR).await)
}

/// Promises a file for a dossier and names it there; answers with the address of the upload.
async fn named(sender: &Sender<'_>, path: &str, (name, bytes): (&str, &[u8])) -> String {
    let purpose = &path[1..].replacen("dossiers", "dossier", 1);
    let promised = sender.promises_for(purpose, name, (bytes.len(), &hash(bytes))).await;
    let upload = promised.is(201).header("location").to_owned();
    let id = upload.rsplit('/').next().unwrap();
    let fields = [("item", "minh-chung"), ("upload", id)];
    let to = format!("{path}/uploads");
    sender.0.post(&to, &fields).await.leads_to(&format!("{path}/files"));
    upload
}

/// A dossier that was handed in while one of its files was on its way: contest, address, address of the upload.
async fn handed_in(house: &House) -> (ContestId, String, String) {
    let contest = taking(house).await;
    let sender = Sender::coordinator(house);
    let path = written(&sender.0, contest).await;
    let upload = named(&sender, &path, ("ảnh máy.png", PICTURE)).await;
    let page = sender.0.get(&format!("{path}/submission")).await;
    let follows = Message::new("dossier-file-follows").with("name", "ảnh máy.png");
    let ends = closes().plus_seconds(GRACE).written();
    page.is(200).tells(&follows.with("moment", ends));
    hand_in(&sender.0, &path).await.leads_to(&format!("{path}/receipt"));
    (contest, path, upload)
}

fn told(key: &'static str) -> Message {
    Message::new(key).with("name", "ảnh máy.png")
}

async fn bytes_may_follow_what_was_named_in_time(house: &House) {
    let (_, path, upload) = handed_in(house).await;
    let ends = closes().plus_seconds(GRACE);
    let sender = after_the_deadline(house, 60).await;
    let receipt = sender.0.get(&format!("{path}/receipt")).await;
    let follow = Message::new("receipt-bytes-follow").with("moment", ends.written());
    receipt.is(200).tells(&follow).holds(&format!("data-follow=\"{}\"", hash(PICTURE)));
    sender.sends(&upload, 0, PICTURE[..10].to_vec()).await.is(204);
    let office = house.sign_in(world::SECRETARY).await;
    let following = told("finding-file-following").with("moment", ends.written());
    office.get(&format!("{path}/desk")).await.is(200).tells(&following);
    sender.sends(&upload, 10, PICTURE[10..].to_vec()).await.is(204);
    let receipt = sender.0.get(&format!("{path}/receipt")).await;
    receipt.is(200).keeps(&follow).hides("data-follow");
    let desk = office.get(&format!("{path}/desk")).await;
    desk.is(200).keeps(&following).shows("ảnh máy.png").hides("is-late");
    let file = house.ask("select id from dossier_file where name = 'ảnh máy.png'").await;
    assert_eq!(office.get(&format!("{path}/files/{file}")).await.is(200).body, PICTURE);
    house.wait_seconds(2 * GRACE);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count(LETTERS).await, 0);
    house.is_in_order().await;
}

const LETTERS: &str = "select count(*) from mail where subject = 'Hồ sơ số 1: có tệp chưa gửi đến'";

async fn bytes_that_come_too_late_are_kept_and_said_to_be_late(house: &House) {
    let (_, path, upload) = handed_in(house).await;
    let sender = after_the_deadline(house, GRACE + 5).await;
    sender.sends(&upload, 0, PICTURE.to_vec()).await.is(204);
    let office = house.sign_in(world::SECRETARY).await;
    let came = closes().plus_seconds(GRACE + 5).to_the_second();
    let desk = office.get(&format!("{path}/desk")).await;
    desk.is(200).tells(&told("finding-file-late").with("moment", came)).says("file-late");
    sender.0.get(&path).await.is(200).says("file-late");
}

async fn what_did_not_come_is_told_to_authors_and_office(house: &House) {
    let (contest, path, _) = handed_in(house).await;
    let sender = after_the_deadline(house, GRACE).await;
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count(LETTERS).await, 0);
    house.wait_seconds(1);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count(LETTERS).await, 1);
    let office = house.sign_in(world::SECRETARY).await;
    let desk = office.get(&format!("{path}/desk")).await;
    desk.is(200).tells(&told("finding-file-missing")).says("file-missing");
    let book = office.get(&format!("/contests/{contest}/dossiers?q=missing:file")).await;
    book.is(200).shows(super::standing::TITLE);
    sender.0.get(&path).await.is(200).says("file-missing").hides("data-follow");
    house.is_in_order().await;
}

async fn without_time_for_bytes_all_must_be_here(house: &House) {
    let contest = taking(house).await;
    let sender = Sender::coordinator(house);
    let path = written(&sender.0, contest).await;
    let upload = named(&sender, &path, ("ảnh máy.png", PICTURE)).await;
    amended(house, contest, |rules| rules.entry.files.grace_minutes = 0).await;
    hand_in(&sender.0, &path).await.is(422).tells(&told("dossier-file-unsent"));
    let other = b"%PDF-1.7 another";
    let purpose = &path[1..].replacen("dossiers", "dossier", 1);
    let promised = sender.promises_for(purpose, "b.pdf", (other.len(), &hash(other))).await;
    let id = promised.header("location").rsplit('/').next().unwrap().to_owned();
    let fields = [("item", "minh-chung"), ("upload", id.as_str())];
    let refused = sender.0.post(&format!("{path}/uploads"), &fields).await;
    refused.is(409).says("dossier-upload-not-whole");
    sender.sends(&upload, 0, PICTURE.to_vec()).await.is(204);
    hand_in(&sender.0, &path).await.leads_to(&format!("{path}/receipt"));
    let until = "select count(*) from dossier_version where bytes_until is not null";
    assert_eq!(house.count(until).await, 0);
}

async fn a_file_is_looked_at_when_it_is_here(house: &House) {
    let contest = taking(house).await;
    let sender = Sender::coordinator(house);
    let path = written(&sender.0, contest).await;
    let program = b"MZ this is no picture";
    let upload = named(&sender, &path, ("ảnh máy.png", program)).await;
    sender.sends(&upload, 0, program.to_vec()).await.is(204);
    hand_in(&sender.0, &path).await.is(422).tells(&told("dossier-file-kind"));
    let purpose = &path[1..].replacen("dossiers", "dossier", 1);
    let promised = sender.promises_for(purpose, "a.exe", (5, &hash(b"12345"))).await;
    let id = promised.header("location").rsplit('/').next().unwrap().to_owned();
    let fields = [("item", "minh-chung"), ("upload", id.as_str())];
    let refused = sender.0.post(&format!("{path}/uploads"), &fields).await;
    refused.is(422).tells(&Message::new("dossier-file-kind").with("name", "a.exe"));
}

/// The second author knows the hash of the first one's evidence, and has not the file.
async fn whoever_names_a_hash_has_no_file(house: &House) {
    let contest = taking(house).await;
    let first = written(&house.known(world::COORDINATOR), contest).await;
    hand_in(&house.known(world::COORDINATOR), &first).await.is(303);
    let thief = Sender(house.known(world::OTHER_COORDINATOR));
    let second = without_files(&thief.0, contest).await;
    named(&thief, &second, ("của tôi.pdf", EVIDENCE)).await;
    let file = house.ask("select id from dossier_file where name = 'của tôi.pdf'").await;
    hand_in(&thief.0, &second).await.is(303);
    for page in ["", "/receipt", "/files"] {
        thief
            .0
            .get(&format!("{second}{page}"))
            .await
            .is(200)
            .hides(&format!("{second}/files/{file}\""));
    }
    thief.0.get(&format!("{second}/files/{file}")).await.is(404);
    let office = house.known(world::SECRETARY);
    office.get(&format!("{second}/files/{file}")).await.is(404);
    let twin = Message::new("finding-same-file").with("what", "của tôi.pdf").with("number", 2);
    office.get(&format!("{first}/desk")).await.is(200).keeps(&twin);
    let names = packed(house, contest).await;
    assert_eq!(names.iter().filter(|name| name.ends_with("biên bản.pdf")).count(), 1);
    assert_eq!(names.iter().filter(|name| name.ends_with("của tôi.pdf")).count(), 0);
}

/// The names of all that the office's package of a contest holds.
async fn packed(house: &House, contest: ContestId) -> Vec<String> {
    let reply = crate::register::taking_out::package(house, contest).await;
    let mut zip = zip::ZipArchive::new(Cursor::new(reply.body)).unwrap();
    (0..zip.len()).map(|at| zip.by_index(at).unwrap().name().unwrap().into_owned()).collect()
}
