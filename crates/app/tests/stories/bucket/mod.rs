//! Files in a bucket of a real S3-compatible store, on whichever node and whatever the line to it does.

mod bad_line;
mod going_out;
mod life;
mod moving;
mod nodes;
mod outages;

use std::io::Write;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Duration;

use hoithi::configuration::{Bucket, Patience, Secret};
use store::Engine;

use crate::house::House;

/// Tells each named story on SQLite and on PostgreSQL, in a house with a bucket of its own.
macro_rules! bucket_stories {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn sqlite() {
                crate::bucket::tell(store::Engine::Sqlite, super::$story).await;
            }

            #[tokio::test]
            async fn postgres() {
                crate::bucket::tell(store::Engine::Postgres, super::$story).await;
            }
        }
    )*};
}
use bucket_stories;

/// Tells a story in a house whose files lie in a bucket, and looks afterwards whether all is in order.
async fn tell(engine: Engine, story: impl AsyncFnOnce(&House)) {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let house = House::with(engine, |configuration| configuration.bucket = Some(bucket)).await;
    story(&house).await;
    house.finish().await;
}

/// A part of the bucket in which nothing lies yet: `HOITHI_TEST_BUCKET` is `http://key:secret@host:port/bucket`.
fn bucket() -> Option<Bucket> {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let address = std::env::var("HOITHI_TEST_BUCKET").ok()?;
    let (scheme, rest) = address.split_once("://").unwrap();
    let (who, place) = rest.split_once('@').unwrap();
    let (key, secret) = who.split_once(':').unwrap();
    let (host, name) = place.split_once('/').unwrap();
    let number = NEXT.fetch_add(1, Ordering::Relaxed);
    Some(Bucket {
        endpoint: format!("{scheme}://{host}"),
        name: name.to_owned(),
        region: "us-east-1".to_owned(),
        key: key.to_owned(),
        secret: Secret::new(secret),
        prefix: format!("story-{}-{number}/", std::process::id()),
        patience: Patience::default(),
    })
}

/// Straight to standard error: what a macro prints the harness keeps to itself when the test passes.
fn skip_loudly() {
    let told = "SKIPPED: a story of the bucket needs HOITHI_TEST_BUCKET; ./test starts a store and gives it";
    let _ = writeln!(std::io::stderr(), "{told}");
}

/// As little as lets a store on this machine answer.
fn hurried() -> Patience {
    Patience {
        connecting: Duration::from_millis(500),
        answer: Duration::from_millis(700),
        all: Duration::from_secs(2),
        silence: Duration::from_millis(700),
    }
}

/// The hashes of what lies in the bucket of a house.
async fn lying(house: &House) -> Vec<String> {
    let mut hashes = house.app.depot.lying().await.unwrap();
    hashes.sort();
    hashes
}

/// The hashes that rows of a house name.
async fn named(house: &House) -> Vec<String> {
    hoithi::files::named(&house.app.store).await.unwrap()
}
