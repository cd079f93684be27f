//! A store that is away, silent, cut off, forbids, or gives something else than it was given: nothing is acknowledged that
//! is not there, nothing is given out that is not right, and each fault is told once.

use std::io::Write;
use std::sync::{Arc, Mutex};

use axum::body::to_bytes;
use axum::http::header;
use hoithi::configuration::{Bucket, Secret};
use hoithi::files::keep;
use hoithi::installation::{check, work};
use store::Engine;
use tower::ServiceExt;

use super::bad_line::{BadLine, Spoilt};
use super::{bucket, hurried, lying, named, skip_loudly};
use crate::browser::{self, Browser};
use crate::dossiers::standing::{EVIDENCE, attach, taking, without_files};
use crate::house::House;
use crate::intake::{PLAN, received};
use crate::outages::free_port;
use crate::reply::Reply;

/// Tells a story over a line that can be spoilt, on both engines.
macro_rules! spoilt_stories {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn sqlite() {
                super::over_a_line(store::Engine::Sqlite, super::$story).await;
            }

            #[tokio::test]
            async fn postgres() {
                super::over_a_line(store::Engine::Postgres, super::$story).await;
            }
        }
    )*};
}

spoilt_stories! {
    what_does_not_reach_the_store_is_not_acknowledged,
    what_the_line_spoils_is_not_given_out_as_whole,
    a_job_waits_for_the_store,
}

async fn over_a_line(engine: Engine, story: impl AsyncFnOnce(&House, &BadLine)) {
    let Some(bucket) = bucket() else { return skip_loudly() };
    let line = BadLine::to(&bucket.endpoint).await;
    let bucket = Bucket { endpoint: line.endpoint.clone(), patience: hurried(), ..bucket };
    let house = House::with(engine, |configuration| configuration.bucket = Some(bucket)).await;
    story(&house, &line).await;
    house.finish().await;
}

/// What is said while the store is away, up to the reference.
const AWAY: &str = "Hệ thống tạm thời không tới được kho tệp; chưa có gì bị thay đổi.";

/// Everything that is logged on this thread while it lives.
struct Log {
    lines: Arc<Mutex<Vec<u8>>>,
    _listening: tracing::subscriber::DefaultGuard,
}

/// What a log is written on.
struct Paper(Arc<Mutex<Vec<u8>>>);

impl Write for Paper {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(bytes)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

impl Log {
    fn begin() -> Self {
        let lines = Arc::new(Mutex::new(Vec::new()));
        let paper = Arc::clone(&lines);
        let log = tracing_subscriber::fmt().json().with_writer(move || Paper(Arc::clone(&paper)));
        Self { lines, _listening: tracing::subscriber::set_default(log.finish()) }
    }

    /// The references of all faults that were told.
    fn references(&self) -> Vec<String> {
        let text = String::from_utf8(self.lines.lock().unwrap().clone()).unwrap();
        let lines =
            text.lines().map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap());
        let told = lines.filter_map(|line| line["fields"]["reference"].as_str().map(str::to_owned));
        told.collect()
    }
}

/// Sends a file to a dossier, is told that the store is away, and finds nothing of it anywhere.
async fn nothing_is_kept(house: &House, (author, path): (&Browser<'_>, &str)) {
    let log = Log::begin();
    let reply = attach(author, path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await;
    reply.is(503).shows(AWAY);
    let references = log.references();
    assert_eq!(references.len(), 1, "{references:?}");
    reply.shows(&references[0]);
    assert_eq!(house.count("select count(*) from stored_file").await, 0);
    assert_eq!(house.count("select count(*) from dossier_file").await, 0);
    let disk: Vec<_> = std::fs::read_dir(house.folder()).unwrap().map(|it| it.unwrap()).collect();
    assert!(
        disk.iter().all(|it| !it.file_name().to_string_lossy().starts_with(".tmp")),
        "{disk:?}"
    );
}

async fn what_does_not_reach_the_store_is_not_acknowledged(house: &House, line: &BadLine) {
    let author = house.known(world::COORDINATOR);
    let path = without_files(&author, taking(house).await).await;
    for spoilt in [Spoilt::Silent, Spoilt::Deaf, Spoilt::Cut(b"HTTP/1.1 200 OK")] {
        line.is(spoilt);
        nothing_is_kept(house, (&author, &path)).await;
    }
    line.is(Spoilt::Not);
    attach(&author, &path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await.is(303);
    assert_eq!(lying(house).await, named(house).await);
    assert_eq!(check::check_files(&house.app).await.unwrap(), []);
}

/// Asks for a file as a browser does, and reads what comes; whether all of it came.
async fn read(house: &House, who: &Browser<'_>, path: &str) -> Result<Vec<u8>, ()> {
    let mut request = browser::get(path);
    let cookie = format!("hoithi={}", who.cookie("hoithi").unwrap());
    request.headers_mut().insert(header::COOKIE, cookie.parse().unwrap());
    let response = house.service().oneshot(request).await.unwrap();
    assert_eq!(response.status(), 200);
    assert_eq!(response.headers()["content-length"], EVIDENCE.len().to_string());
    to_bytes(response.into_body(), usize::MAX).await.map(Into::into).map_err(drop)
}

async fn what_the_line_spoils_is_not_given_out_as_whole(house: &House, line: &BadLine) {
    let author = house.known(world::COORDINATOR);
    let path = without_files(&author, taking(house).await).await;
    attach(&author, &path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await.is(303);
    let file = house.ask("select id from dossier_file").await;
    let file = format!("{path}/files/{file}");
    for spoilt in [Spoilt::Cut(EVIDENCE), Spoilt::Altered(EVIDENCE)] {
        line.is(spoilt);
        let log = Log::begin();
        assert_eq!(read(house, &author, &file).await, Err(()), "{spoilt:?}");
        assert_eq!(log.references().len(), 1, "{spoilt:?}");
    }
    line.is(Spoilt::Silent);
    author.get(&file).await.is(503).shows(AWAY);
    line.is(Spoilt::Altered(EVIDENCE));
    let found = check::check_files(&house.app).await.unwrap();
    assert_eq!(found.iter().map(|it| it.rule).collect::<Vec<_>>(), ["check-file-lost"]);
    line.is(Spoilt::Cut(EVIDENCE));
    assert!(check::check_files(&house.app).await.is_err(), "a broken line says nothing of a file");
    line.is(Spoilt::Not);
    assert_eq!(read(house, &author, &file).await.unwrap(), EVIDENCE);
}

async fn a_job_waits_for_the_store(house: &House, line: &BadLine) {
    let secretary = house.known(world::SECRETARY);
    let sent = crate::intake::upload("ke-hoach.txt", PLAN.as_bytes());
    secretary.send(sent).await.is(303);
    line.is(Spoilt::Silent);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from paper_reading").await, 0);
    line.is(Spoilt::Not);
    house.wait_seconds(3600);
    work::work_off(&house.app).await.unwrap();
    assert_eq!(house.count("select count(*) from paper_reading").await, 1);
}

/// A house of which the bucket is another than it says.
async fn with(change: impl FnOnce(&mut Bucket)) -> Option<House> {
    let mut bucket = bucket()?;
    bucket.patience = hurried();
    change(&mut bucket);
    Some(House::with(Engine::Sqlite, |settings| settings.bucket = Some(bucket)).await)
}

async fn told(house: &House) -> Reply {
    let author = house.known(world::COORDINATOR);
    let path = without_files(&author, taking(house).await).await;
    nothing_is_kept(house, (&author, &path)).await;
    attach(&author, &path, ("minh-chung", "biên bản.pdf", EVIDENCE)).await
}

#[tokio::test]
async fn a_store_that_is_not_there_or_forbids_keeps_nothing() {
    let nobody = format!("http://127.0.0.1:{}", free_port());
    let houses = [
        with(|bucket| bucket.endpoint = nobody).await,
        with(|bucket| bucket.secret = Secret::new("another")).await,
        with(|bucket| bucket.key = "nobody".to_owned()).await,
    ];
    for house in houses {
        let Some(house) = house else { return skip_loudly() };
        told(&house).await.is(503).shows(AWAY);
        house.finish().await;
    }
}

#[tokio::test]
async fn a_file_that_is_gone_from_the_bucket_is_named() {
    let Some(house) = with(|_| ()).await else { return skip_loudly() };
    let secretary = house.known(world::SECRETARY);
    let paper = received(&house, &secretary, PLAN).await;
    let hash = house.ask("select hash from stored_file").await;
    let later = house.app.store.now().plus_seconds(60);
    assert!(house.app.depot.discard(&hash, later).await.unwrap());
    secretary.get(&format!("{paper}/file")).await.is(500);
    let found = check::check_files(&house.app).await.unwrap();
    assert_eq!(
        found.iter().map(|it| (it.rule, &it.what)).collect::<Vec<_>>(),
        [("check-file-lost", &hash)]
    );
    keep(&house.app, PLAN.as_bytes().to_vec()).await.unwrap();
    assert_eq!(secretary.get(&format!("{paper}/file")).await.is(200).body, PLAN.as_bytes());
    house.finish().await;
}
