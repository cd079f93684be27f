//! The whole life of a file of a dossier, in a bucket: nothing of it stays on the disk of the node.

use std::io::{Cursor, Read};

use hoithi::installation::{backup, check, restore, work};
use store::Engine;
use zip::ZipArchive;

use super::{bucket, bucket_stories, lying, named};
use crate::browser::Browser;
use crate::database::Database;
use crate::dossiers::standing::{EVIDENCE, attach, hand_in, taking, without_files, written};
use crate::house::House;
use crate::privacy::standing::{confirm, years_later};
use crate::register::taking_out::package;
use crate::template;
use crate::uploads::{Sender, hash, noise};

bucket_stories! {
    a_file_is_sent_looked_at_read_packed_and_taken_along,
    a_back_up_is_restored_into_a_bucket_and_into_a_folder,
    a_file_that_nothing_names_goes_from_the_bucket,
    what_is_erased_in_its_time_leaves_the_bucket,
    what_is_kept_again_stays_a_week_more,
    bytes_that_came_and_no_row_names_are_swept,
}

/// An author's dossier with a file of several pieces that came by tus, handed in: its address and the bytes.
async fn handed_in(house: &House) -> (String, Vec<u8>) {
    let sender = Sender::coordinator(house);
    let contest = taking(house).await;
    let path = without_files(&sender.0, contest).await;
    let bytes = [b"%PDF-1.7 ban ve".as_slice(), &noise(300_000)].concat();
    attach(&sender.0, &path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await.is(303);
    let purpose = path.trim_start_matches('/').replace("dossiers/", "dossier/");
    let promised = sender.promises_for(&purpose, "bản vẽ.pdf", (bytes.len(), &hash(&bytes))).await;
    let upload = promised.is(201).header("location").to_owned();
    sender.sends(&upload, 0, bytes[..100_000].to_vec()).await.is(204);
    sender.sends(&upload, 100_000, bytes[100_000..].to_vec()).await.is(204);
    let id = upload.trim_start_matches("/uploads/");
    let fields = [("item", "minh-chung"), ("upload", id)];
    sender.0.post(&format!("{path}/uploads"), &fields).await.is(303);
    hand_in(&sender.0, &path).await.is(303);
    (path, bytes)
}

/// The files of a dossier, as somebody who may see it gets them, the small one first.
async fn files(house: &House, who: &Browser<'_>, path: &str) -> Vec<Vec<u8>> {
    let ids = "select id from dossier_file";
    let rows = house.app.store.raw_rows(ids, []).await.unwrap();
    let mut found = Vec::new();
    for row in rows {
        let id: String = row.try_get_by_index(0).unwrap();
        found.push(who.get(&format!("{path}/files/{id}")).await.is(200).body.clone());
    }
    found.sort_by_key(Vec::len);
    found
}

/// The bytes of each file in a ZIP whose name ends so, the small one first.
fn called(zip: Vec<u8>, ending: &str) -> Vec<Vec<u8>> {
    let mut zip = ZipArchive::new(Cursor::new(zip)).unwrap();
    let mut found = Vec::new();
    for at in 0..zip.len() {
        let mut part = zip.by_index(at).unwrap();
        if part.name().unwrap().ends_with(ending) {
            let mut bytes = Vec::new();
            part.read_to_end(&mut bytes).unwrap();
            found.push(bytes);
        }
    }
    found.sort_by_key(Vec::len);
    found
}

async fn a_file_is_sent_looked_at_read_packed_and_taken_along(house: &House) {
    let (path, bytes) = handed_in(house).await;
    let expect = [EVIDENCE.to_vec(), bytes];
    let mut hashes = expect.each_ref().map(|bytes| hash(bytes));
    hashes.sort();
    assert_eq!((lying(house).await, named(house).await), (hashes.to_vec(), hashes.to_vec()));
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from inspection").await, 2);
    assert_eq!(files(house, &house.known(world::SECRETARY), &path).await, expect);
    assert_eq!(packed(house).await, expect);
    assert_eq!(taken_along(house).await, expect);
    let left = std::fs::read_dir(house.folder().join("uploads")).unwrap().count();
    assert_eq!((house.folder().join("files").exists(), left), (false, 0));
    assert_eq!(check::check_files(&house.app).await.unwrap(), []);
}

/// The files in the package of the office.
async fn packed(house: &House) -> Vec<Vec<u8>> {
    let contest = house.ask("select contest_id from dossier").await.parse().unwrap();
    let package = package(house, contest).await;
    called(package.is(200).body.clone(), ".pdf")
}

/// The files that their author takes along.
async fn taken_along(house: &House) -> Vec<Vec<u8>> {
    let author = house.known(world::COORDINATOR);
    author.post("/account/data/exports", &[]).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let export = house.ask("select id from person_export").await;
    let taken = author.get(&format!("/account/data/exports/{export}")).await;
    called(taken.is(200).body.clone(), ".pdf")
}

async fn restored(engine: Engine, path: &std::path::Path, into_bucket: bool) -> House {
    let manifest = restore::examine(path).unwrap();
    let folder = template::folder();
    restore::restore_keys(path, folder.path()).unwrap();
    let database = Database::empty(engine, folder.path()).await;
    let bucket = bucket().filter(|_| into_bucket);
    let house = House::open(database, folder, |configuration| configuration.bucket = bucket).await;
    restore::restore_files(&house.app, path).await.unwrap();
    restore::restore_rows(&house.app.store, path, &manifest, |_, _| ()).await.unwrap();
    house
}

async fn a_back_up_is_restored_into_a_bucket_and_into_a_folder(house: &House) {
    let (path, bytes) = handed_in(house).await;
    let target = house.folder().join("house.zip");
    let manifest = backup::backup(&house.app, &target, |_, _| ()).await.unwrap();
    let all = (EVIDENCE.len() + bytes.len()) as u64;
    assert_eq!((manifest.files.count, manifest.files.bytes), (2, all));
    assert_eq!(manifest.files.lost, Vec::<String>::new());
    for into_bucket in [true, false] {
        let copy = restored(house.engine(), &target, into_bucket).await;
        assert_eq!(lying(&copy).await, lying(house).await);
        assert_eq!(copy.folder().join("files").exists(), !into_bucket);
        let clerk = copy.sign_in(world::SECRETARY).await;
        assert_eq!(files(&copy, &clerk, &path).await, [EVIDENCE.to_vec(), bytes.clone()]);
        assert_eq!(check::check_files(&copy.app).await.unwrap(), []);
        copy.finish().await;
    }
}

async fn a_file_that_nothing_names_goes_from_the_bucket(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = written(&author, taking(house).await).await;
    attach(&author, &path, ("minh-chung", "ảnh.pdf", b"%PDF-1.7 bo quen")).await.is(303);
    let before = lying(house).await;
    house.tamper("delete from dossier_file where name = 'ảnh.pdf'").await;
    house.wait_days(6);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).await, before);
    house.wait_days(2);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).await, [hash(EVIDENCE)]);
    assert_eq!(house.ask("select gone from retention_run").await, "{\"file\":1}");
    assert_eq!(check::check_files(&house.app).await.unwrap(), []);
}

/// A draft that nobody has touched for years, with its file.
async fn what_is_erased_in_its_time_leaves_the_bucket(house: &House) {
    let author = house.known(world::COORDINATOR);
    written(&author, taking(house).await).await;
    assert_eq!(lying(house).await, [hash(EVIDENCE)]);
    confirm(&years_later(house, 3).await).await;
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from dossier").await, 0);
    house.wait_days(1);
    work::round(&house.app).await.unwrap();
    assert_eq!((lying(house).await, named(house).await), (Vec::new(), Vec::new()));
}

async fn what_is_kept_again_stays_a_week_more(house: &House) {
    let kept = hoithi::files::keep(&house.app, EVIDENCE.to_vec()).await.unwrap();
    house.wait_days(6);
    assert_eq!(hoithi::files::keep(&house.app, EVIDENCE.to_vec()).await.unwrap(), kept);
    house.wait_days(6);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).await, [kept.hash]);
    house.wait_days(2);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).await, [""; 0]);
}

/// A refused form has brought its file before it was refused.
async fn bytes_that_came_and_no_row_names_are_swept(house: &House) {
    let author = house.known(world::COORDINATOR);
    let path = without_files(&author, taking(house).await).await;
    attach(&author, &path, ("khong-co", "a.pdf", EVIDENCE)).await.is(422);
    assert_eq!((lying(house).await.len(), named(house).await.len()), (1, 0));
    house.wait_days(8);
    work::round(&house.app).await.unwrap();
    assert_eq!(lying(house).await, [""; 0]);
}
