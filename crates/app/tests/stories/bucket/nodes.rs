//! Two nodes, one database, one bucket: what one takes in the other gives out, and neither removes what the other was
//! given.

use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, header};
use hoithi::files::{self, Depot};
use hoithi::frame::App;
use hoithi::installation::work;
use hoithi::router;
use kernel::time::Stopwatch;
use store::Engine;

use super::{bucket, lying, skip_loudly, tell};
use crate::browser::{self, Browser};
use crate::dossiers::standing::{EVIDENCE, hand_in, taking, written};
use crate::house::House;
use crate::intake::PLAN;
use crate::reply::Reply;
use crate::template;
use crate::uploads::{Sender, hash, noise, speaking};

/// Another node of the office of a house: a data folder of its own, with the same keys.
struct Node {
    app: App,
    service: Router,
    _folder: tempfile::TempDir,
}

impl Node {
    async fn beside(house: &House) -> Self {
        let folder = template::folder();
        let keys = folder.path().join("keys");
        std::fs::create_dir(&keys).unwrap();
        for key in ["sealing.key", "ledger.key"] {
            std::fs::copy(house.folder().join("keys").join(key), keys.join(key)).unwrap();
        }
        let mut configuration = house.app.configuration.clone();
        configuration.data = folder.path().to_owned();
        let clock: Arc<dyn kernel::Clock> = house.clock.clone();
        let app = App::open(configuration, clock).await.unwrap();
        let service = router::service(app.clone());
        Self { app, service, _folder: folder }
    }

    /// A request of somebody who is signed in: the same cookie, another node.
    async fn send(&self, who: &Browser<'_>, mut request: Request<Body>) -> Reply {
        let cookie = format!("hoithi={}", who.cookie("hoithi").unwrap());
        request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
        browser::send(self.service.clone(), request).await
    }
}

#[tokio::test]
async fn what_one_node_takes_in_the_other_gives_out() {
    tell(Engine::Postgres, async |house: &House| {
        let node = Node::beside(house).await;
        let author = house.known(world::COORDINATOR);
        let contest = taking(house).await;
        let path = written(&author, contest).await;
        hand_in(&author, &path).await.is(303);
        let file = house.ask("select id from dossier_file").await;
        let file = format!("{path}/files/{file}");
        let here = author.get(&file).await;
        let there = node.send(&author, browser::get(&file)).await;
        assert_eq!((&here.is(200).body, &there.is(200).body), (&EVIDENCE.to_vec(), &here.body));
        // A paper that the other node takes in is read by the job of this one.
        let secretary = house.known(world::SECRETARY);
        let sent = crate::intake::upload("ke-hoach.txt", PLAN.as_bytes());
        node.send(&secretary, sent).await.is(303);
        work::work_off(&house.app).await.unwrap();
        assert_eq!(house.count("select count(*) from paper_reading").await, 1);
        // A package of the other node holds what this one took in.
        let exports = format!("/contests/{contest}/dossiers/exports");
        secretary.post(&exports, &[]).await.is(303);
        work::work_off(&node.app).await.unwrap();
        let export = house.ask("select id from dossier_export").await;
        let package = node.send(&secretary, browser::get(&format!("{exports}/{export}"))).await;
        let zip = zip::ZipArchive::new(std::io::Cursor::new(package.is(200).body.clone())).unwrap();
        assert_eq!(zip.len(), 3);
        node.app.close().await.unwrap();
    })
    .await;
}

/// Its pieces lie on the disk of the node that took them: the other one asks for all of them, and ends it.
#[tokio::test]
async fn an_upload_goes_on_at_another_node_from_its_beginning() {
    tell(Engine::Postgres, async |house: &House| {
        let node = Node::beside(house).await;
        let sender = Sender::secretary(house);
        let bytes = noise(50_000);
        let path = sender.begins("a.bin", &bytes).await;
        sender.sends(&path, 0, bytes[..20_000].to_vec()).await.is(204);
        let look = speaking(axum::http::Method::HEAD, &path).body(Body::empty()).unwrap();
        let seen = node.send(&sender.0, look).await;
        assert_eq!(seen.is(200).header("upload-offset"), "0");
        let piece = speaking(axum::http::Method::PATCH, &path)
            .header("upload-offset", 0)
            .header("content-type", "application/offset+octet-stream");
        let reply = node.send(&sender.0, piece.body(Body::from(bytes.clone())).unwrap()).await;
        assert_eq!(reply.is(204).header("upload-offset"), bytes.len().to_string());
        assert_eq!(sender.0.get(&format!("{path}/file")).await.is(200).body, bytes);
        assert_eq!(lying(house).await, [hash(&bytes)]);
        node.app.close().await.unwrap();
    })
    .await;
}

/// Rounds in which one node hands in again what another one is about to remove.
const ROUNDS: i64 = 60;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_removes_what_is_being_handed_in_again() {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let house = House::with(Engine::Sqlite, |settings| settings.bucket = Some(bucket)).await;
    let removing = Depot::of(&house.app.configuration).unwrap();
    let mut removed = 0;
    let watch = Stopwatch::start();
    files::keep(&house.app, EVIDENCE.to_vec()).await.unwrap();
    // From before it until well after it, on a machine of whatever speed.
    let step = watch.micros() * 3 / ROUNDS.unsigned_abs();
    for round in 0..ROUNDS {
        let hash = hash(EVIDENCE);
        house.wait_seconds(60);
        let now = house.app.store.now();
        // A little further apart each time, now one of them first and now the other, so that it falls into every gap.
        let later = std::time::Duration::from_micros(step * round.unsigned_abs());
        let (keeps, removes) = match round % 2 {
            0 => (std::time::Duration::ZERO, later),
            _ => (later, std::time::Duration::ZERO),
        };
        let (keeping, gone) = tokio::join!(
            async {
                tokio::time::sleep(keeps).await;
                files::keep(&house.app, EVIDENCE.to_vec()).await
            },
            async {
                tokio::time::sleep(removes).await;
                removing.discard(&hash, now).await
            },
        );
        keeping.unwrap();
        removed += i64::from(gone.unwrap());
        assert!(house.app.depot.is_whole(&hash).await.unwrap(), "round {round}");
    }
    assert!((1..ROUNDS).contains(&removed), "{removed} of {ROUNDS} removed something");
    let settings = house.app.configuration.bucket.clone().unwrap();
    assert_eq!(lying(&house).await.len(), 1, "{}", settings.prefix);
    house.finish().await;
}
