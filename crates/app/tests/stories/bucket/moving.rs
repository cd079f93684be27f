//! An installation moves from its folder into a bucket and back, from the shell.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;

use hoithi::configuration::Bucket;
use hoithi::files::{Depot, keep, note};
use hoithi::installation::check;
use kernel::Instant;
use serde_json::json;

use super::{bucket, lying, named, skip_loudly};
use crate::command_line::{refused, run, said, told};
use crate::house::House;
use crate::outages::free_port;
use crate::portal::made;
use crate::uploads::noise;

stories! {
    files_move_into_the_bucket_and_back,
    a_move_that_was_killed_goes_on,
    what_is_lost_is_named_and_the_rest_moves,
    a_bucket_that_cannot_be_used_is_told_at_the_start,
}

/// Writes the settings of a bucket where the program looks for them.
fn set(house: &House, bucket: &Bucket) {
    let Bucket { endpoint, name, key, prefix, .. } = bucket;
    let secret = bucket.secret.told();
    let text = format!(
        "[bucket]\nendpoint = '{endpoint}'\nname = '{name}'\nkey = '{key}'\nsecret = '{secret}'\nprefix = '{prefix}'\n"
    );
    std::fs::write(house.folder().join("hoithi.toml"), text).unwrap();
}

/// Some papers with files of different sizes; their hashes, in order.
async fn papers(house: &House, count: usize) -> Vec<String> {
    let contest = made::found(house).await;
    for number in 0..count {
        let kept =
            keep(&house.app, [b"%PDF-1.7 ", &*noise(1 + number * 7_000)].concat()).await.unwrap();
        let mut tx = house.app.store.begin().await.unwrap();
        let act = hoithi::audit::Act::on("paper.receive", format!("contest/{contest}"));
        let act = note(&mut tx, &kept, act).await.unwrap();
        hoithi::audit::record(&mut tx, "system", act).await.unwrap();
        tx.commit().await.unwrap();
    }
    named(house).await
}

/// The bucket of these settings, as a node sees it.
fn depot(house: &House, bucket: &Bucket) -> Depot {
    let mut configuration = house.app.configuration.clone();
    configuration.bucket = Some(bucket.clone());
    Depot::of(&configuration).unwrap()
}

async fn there(depot: &Depot) -> Vec<String> {
    let mut hashes = depot.lying().await.unwrap();
    hashes.sort();
    hashes
}

async fn files_move_into_the_bucket_and_back(house: &House) {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let hashes = papers(house, 4).await;
    assert_eq!(
        refused(house, &["copy-files", "bucket"]),
        "No S3 bucket is set. Write the part [bucket] into hoithi.toml, and do this again.\n"
    );
    set(house, &bucket);
    assert_eq!(refused(house, &["copy-files", "elsewhere"]), "Where to? Write bucket or folder.\n");
    let all = json!({ "copied": 4, "there": 0, "lost": [] });
    assert_eq!(told(house, &["copy-files", "bucket"]), all);
    let depot = depot(house, &bucket);
    assert_eq!(there(&depot).await, hashes);
    assert_eq!(
        said(house, &["copy-files", "bucket"]),
        "0 files were copied and compared; 4 were there already.\n"
    );
    let folder = house.folder().join("files");
    std::fs::rename(&folder, house.folder().join("files-before")).unwrap();
    said(house, &["check"]);
    assert_eq!(told(house, &["copy-files", "folder"]), all);
    std::fs::remove_file(house.folder().join("hoithi.toml")).unwrap();
    said(house, &["check"]);
    assert_eq!(lying(house).await, hashes);
    for hash in hashes {
        let place = Path::new(&hash[..2]).join(&hash);
        let before = std::fs::read(house.folder().join("files-before").join(&place)).unwrap();
        assert_eq!(std::fs::read(folder.join(place)).unwrap(), before);
    }
}

/// Killed as soon as one file is there.
async fn a_move_that_was_killed_goes_on(house: &House) {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let hashes = papers(house, 40).await;
    set(house, &bucket);
    let depot = depot(house, &bucket);
    let mut moving = Command::new(env!("CARGO_BIN_EXE_hoithi"))
        .args(["copy-files", "bucket", "--data"])
        .arg(house.folder())
        .args(["--database", house.app.configuration.database.as_deref().unwrap()])
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while there(&depot).await.is_empty() {
        assert_eq!(moving.try_wait().unwrap(), None, "it ended before anything was there");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    moving.kill().unwrap();
    moving.wait().unwrap();
    let before = there(&depot).await.len();
    assert!((1..hashes.len()).contains(&before), "{before} of {}", hashes.len());
    let expect = json!({ "copied": hashes.len() - before, "there": before, "lost": [] });
    assert_eq!(told(house, &["copy-files", "bucket"]), expect);
    assert_eq!(there(&depot).await, hashes);
}

async fn what_is_lost_is_named_and_the_rest_moves(house: &House) {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let hashes = papers(house, 3).await;
    set(house, &bucket);
    let place = |hash: &str| house.folder().join("files").join(&hash[..2]).join(hash);
    std::fs::remove_file(place(&hashes[0])).unwrap();
    std::fs::write(place(&hashes[2]), "altered").unwrap();
    let run = run(house, &["copy-files", "bucket", "--json"]);
    let told: serde_json::Value = serde_json::from_str(&run.said).unwrap();
    let expect = json!({ "copied": 1, "there": 0, "lost": [hashes[0], hashes[2]] });
    assert_eq!((run.status, told), (Some(1), expect));
    assert_eq!(there(&depot(house, &bucket)).await, [hashes[1].as_str()]);
    // What only the other depot has, and what is altered in this one, come from there.
    let other = depot(house, &bucket);
    assert!(other.discard(&hashes[1], Instant::from_millis(i64::MAX)).await.unwrap());
    let found = check::check_files(&house.app).await.unwrap();
    let lost: Vec<&str> = found.iter().map(|finding| finding.what.as_str()).collect();
    assert_eq!(lost, [hashes[0].as_str(), hashes[2].as_str()]);
}

async fn a_bucket_that_cannot_be_used_is_told_at_the_start(house: &House) {
    let Some(good) = bucket() else { return skip_loudly() };
    let check = |bucket: Bucket, expect: &str| {
        set(house, &bucket);
        let refused = refused(house, &["serve", "--listen", "127.0.0.1:0"]);
        let (sentence, why) = refused.split_once(" (").unwrap();
        assert_eq!(sentence, expect);
        assert!(!why.contains(good.secret.told()), "{why}");
    };
    let (name, endpoint) = (&good.name, &good.endpoint);
    let nobody = format!("http://127.0.0.1:{}", free_port());
    check(
        Bucket { endpoint: nobody.clone(), ..good.clone() },
        &format!(
            "The bucket {name} at {nobody} cannot be reached. Look at the address, the network and the server, and start again"
        ),
    );
    check(
        Bucket { secret: hoithi::configuration::Secret::new("another"), ..good.clone() },
        &format!(
            "The bucket {name} at {endpoint} lets us neither read nor write. Look at key, secret, region and what the key may do: read, write, delete, list"
        ),
    );
    check(
        Bucket { name: "khong-co".to_owned(), ..good.clone() },
        &format!(
            "There is no bucket khong-co at {endpoint}. Make it, or correct its name in hoithi.toml"
        ),
    );
}
