//! Back-up and restore, from each engine to each, and what is refused.

use std::path::PathBuf;

use hoithi::installation::backup::{Manifest, backup};
use hoithi::installation::check::check_files;
use hoithi::installation::restore;
use store::Engine;
use store::copy::{TextRow, rows_after};

use crate::database::Database;
use crate::house::House;
use crate::intake::{PLAN, accepted, received, reviewed};
use crate::template;

stories! {
    backup_is_restored_on_each_engine_row_by_row,
    restored_house_opens_with_the_same_keys,
    damaged_part_is_named,
    no_damage_goes_unnoticed,
    place_that_is_not_empty_is_left_alone,
    existing_file_is_not_overwritten,
    files_that_people_handed_in_come_back,
    lost_file_is_named,
    counts_of_an_earlier_version_are_made,
}

/// What a back-up leaves out: whoever holds the file must not be signed in with it.
const LEFT_OUT: [&str; 8] = [
    "session",
    "one_time_link",
    "email_change",
    "known_device",
    "beginning",
    "handed_code",
    "attempt",
    "heartbeat",
];

async fn back_up(house: &House, name: &str) -> (PathBuf, Manifest) {
    let path = house.folder().join(name);
    let manifest = backup(&house.app, &path, |_, _| ()).await.unwrap();
    (path, manifest)
}

async fn restored(engine: Engine, path: &std::path::Path) -> House {
    let manifest = restore::examine(path).unwrap();
    let folder = template::folder();
    restore::restore_keys(path, folder.path()).unwrap();
    let database = Database::empty(engine, folder.path()).await;
    let house = House::open(database, folder, |_| ()).await;
    restore::restore_files(&house.app, path).await.unwrap();
    restore::restore_rows(&house.app.store, path, &manifest, |_, _| ()).await.unwrap();
    house
}

async fn rows(house: &House, table: &str) -> Vec<TextRow> {
    let table = house.app.store.schema().table(table).unwrap();
    let (mut all, mut after) = (Vec::new(), None);
    loop {
        let batch = rows_after(&house.app.store, table, after.as_ref()).await.unwrap();
        let Some(last) = batch.last() else { return all };
        after = Some(table.key_value(last).unwrap());
        all.extend(batch);
    }
}

async fn backup_is_restored_on_each_engine_row_by_row(house: &House) {
    house.known(world::SECRETARY).get("/account/second-factor").await.is(200);
    let (path, manifest) = back_up(house, "house.zip").await;
    let tables: Vec<_> = house.app.store.schema().tables().iter().map(|one| &one.name).collect();
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let copy = restored(engine, &path).await;
        for table in tables.iter().filter(|table| table.as_str() != "migration") {
            let expected =
                if LEFT_OUT.contains(&table.as_str()) { vec![] } else { rows(house, table).await };
            assert_eq!(rows(&copy, table).await, expected, "{table}");
        }
        let (_, again) = back_up(&copy, "again.zip").await;
        let data = |manifest: &Manifest| {
            let parts = manifest.tables.iter().filter(|part| part.table != "migration");
            parts.cloned().collect::<Vec<_>>()
        };
        assert_eq!(data(&again), data(&manifest));
        assert_eq!(again.checkpoint, manifest.checkpoint);
        copy.finish().await;
    }
}

async fn restored_house_opens_with_the_same_keys(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let secret = |page: &crate::reply::Reply| {
        let (_, after) = page.text().split_once("key-letters\">").unwrap();
        after.split('<').next().unwrap().to_owned()
    };
    let before = secret(&secretary.get("/account/second-factor").await);
    let (path, _) = back_up(house, "house.zip").await;
    let copy = restored(house.engine(), &path).await;
    copy.known(world::SECRETARY).get("/account").await.leads_to("/sign-in?next=/account");
    let again = copy.sign_in(world::SECRETARY).await;
    assert_eq!(secret(&again.get("/account/second-factor").await), before);
    copy.finish().await;
}

async fn damaged_part_is_named(house: &House) {
    let (path, _) = back_up(house, "house.zip").await;
    let bytes = std::fs::read(&path).unwrap();
    let mut zip = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for number in 0..zip.len() {
        let part = zip.by_index(number).unwrap();
        let middle = part.data_start().unwrap() + part.compressed_size() / 2;
        let (name, is_empty) = (part.name().unwrap().into_owned(), part.size() == 0);
        drop(part);
        if is_empty {
            continue;
        }
        let mut damaged = bytes.clone();
        damaged[usize::try_from(middle).unwrap()] ^= 0x10;
        let damaged_path = house.folder().join("damaged.zip");
        std::fs::write(&damaged_path, damaged).unwrap();
        let fault = restore::examine(&damaged_path).unwrap_err().to_string();
        assert!(fault.contains(&name), "{name}: {fault}");
    }
}

async fn no_damage_goes_unnoticed(house: &House) {
    let (path, manifest) = back_up(house, "house.zip").await;
    let bytes = std::fs::read(&path).unwrap();
    let damaged_path = house.folder().join("damaged.zip");
    let mut refused = 0;
    for mutation in 0..20 {
        let mut damaged = bytes.clone();
        let at = (bytes.len() - 1) * mutation / 19;
        damaged[at] ^= 1 << (mutation % 8);
        std::fs::write(&damaged_path, damaged).unwrap();
        // A flipped bit in what ZIP says about a file's age changes nothing that is restored.
        match restore::examine(&damaged_path) {
            Ok(read) => assert_eq!(read, manifest, "byte {at}"),
            Err(_) => refused += 1,
        }
    }
    assert!(refused >= 15, "{refused} of 20 refused");
    for length in [0, 100, bytes.len() / 2, bytes.len() - 1] {
        std::fs::write(&damaged_path, &bytes[..length]).unwrap();
        assert!(restore::examine(&damaged_path).is_err(), "cut to {length} bytes");
    }
}

async fn place_that_is_not_empty_is_left_alone(house: &House) {
    let (path, manifest) = back_up(house, "house.zip").await;
    let entries = house.count("select count(*) from ledger_entry").await;
    let keys = std::fs::read(house.folder().join("keys/ledger.key")).unwrap();
    let fault = restore::restore_keys(&path, house.folder()).unwrap_err().to_string();
    assert!(fault.contains("is not empty"), "{fault}");
    let store = &house.app.store;
    let refused = restore::restore_rows(store, &path, &manifest, |_, _| ()).await;
    let fault = format!("{:?}", refused.unwrap_err());
    assert!(fault.contains("not empty"), "{fault}");
    assert_eq!(std::fs::read(house.folder().join("keys/ledger.key")).unwrap(), keys);
    assert_eq!(house.count("select count(*) from ledger_entry").await, entries);
}

async fn existing_file_is_not_overwritten(house: &House) {
    let path = house.folder().join("precious.zip");
    std::fs::write(&path, "precious").unwrap();
    assert!(backup(&house.app, &path, |_, _| ()).await.is_err());
    assert_eq!(std::fs::read_to_string(&path).unwrap(), "precious");
}

/// Hands in a paper; the hash of its file.
async fn with_paper(house: &House) -> String {
    let secretary = house.known(world::SECRETARY);
    received(house, &secretary, PLAN).await;
    house.ask("select hash from stored_file").await
}

async fn lost(house: &House) -> Vec<String> {
    let findings = check_files(&house.app).await.unwrap();
    findings.into_iter().map(|finding| finding.what).collect()
}

fn place(house: &House, hash: &str) -> PathBuf {
    house.folder().join("files").join(&hash[..2]).join(hash)
}

async fn files_that_people_handed_in_come_back(house: &House) {
    let hash = with_paper(house).await;
    let (path, manifest) = back_up(house, "house.zip").await;
    assert_eq!((manifest.files.count, manifest.files.bytes), (1, PLAN.len() as u64));
    for engine in [Engine::Sqlite, Engine::Postgres] {
        let copy = restored(engine, &path).await;
        assert_eq!(std::fs::read(place(&copy, &hash)).unwrap(), PLAN.as_bytes());
        assert_eq!(lost(&copy).await, Vec::<String>::new());
        copy.finish().await;
    }
}

async fn lost_file_is_named(house: &House) {
    let hash = with_paper(house).await;
    std::fs::write(place(house, &hash), "altered").unwrap();
    assert_eq!(lost(house).await, std::slice::from_ref(&hash));
    let (path, manifest) = back_up(house, "house.zip").await;
    assert_eq!((manifest.files.count, &manifest.files.lost), (0, &vec![hash.clone()]));
    let copy = restored(Engine::Sqlite, &path).await;
    assert_eq!(lost(&copy).await, [hash]);
    copy.abandon().await;
}

/// Counts are made anew when rows come back: those in the back-up may be absent.
async fn counts_of_an_earlier_version_are_made(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    let counted = "select count(*) from unit_progress";
    let before = house.count(counted).await;
    let (path, _) = back_up(house, "house.zip").await;
    let early = restored(house.engine(), &path).await;
    early.tamper("delete from unit_progress").await;
    let (path, _) = back_up(&early, "early.zip").await;
    let copy = restored(house.engine(), &path).await;
    early.abandon().await;
    assert_eq!((before > 0, copy.count(counted).await), (true, before));
    copy.finish().await;
}
