//! `country`: a country at once, and how long its lists, its greatest table and its overviews take.

mod fill;
pub(crate) mod store;

use std::path::Path;
use std::thread;
use std::time::Duration;

use kernel::{Fault, Instant};
use serde_json::{Map, Value, json};

use crate::Folder;
use crate::http::{self, Client};
use crate::lists::as_fault;
use crate::server::Server;

pub use fill::Filled;

/// Who signs in.
pub(crate) const EMAIL: &str = "bench@example.org";
pub(crate) const PASSWORD: &str = "mot hai ba bon nam";

/// How much there is, and how long is asked.
#[derive(Debug, Clone, Copy)]
pub struct Load {
    /// Contests.
    pub contests: u32,
    /// Assignments, about so many.
    pub assignments: u32,
    /// Seconds for each page.
    pub seconds: u64,
}

/// Fills, serves, and asks page after page.
pub fn measure(program: &Path, load: Load) -> Result<Value, Fault> {
    let mut figures = Map::new();
    figures.insert("bench".to_owned(), json!("country"));
    on_engines("country", |(engine, data, url)| {
        for (name, value) in one(program, (data, url), load)? {
            figures.insert(format!("{engine}_{name}"), value);
        }
        Ok(())
    })?;
    Ok(Value::Object(figures))
}

/// Measures on SQLite in a folder of its own, then on a database of its own of the server that
/// `HOITHI_TEST_POSTGRES` names, where it names one.
pub(crate) fn on_engines(
    name: &str,
    mut measure: impl FnMut((&str, &Path, Option<&str>)) -> Result<(), Fault>,
) -> Result<(), Fault> {
    let folder = Folder::new(name)?;
    let own = |engine: &str| {
        let own = folder.path().join(engine);
        std::fs::create_dir_all(&own).map(|()| own)
    };
    measure(("sqlite", &own("sqlite")?, None))?;
    let Ok(server) = std::env::var("HOITHI_TEST_POSTGRES") else { return Ok(()) };
    let database = Database::create(&server)?;
    measure(("postgres", &own("postgres")?, Some(&database.url)))
}

/// Only fills a folder, to look at the pages.
pub fn fill(folder: &Path, url: Option<&str>, load: Load) -> Result<Value, Fault> {
    let filled = filled((folder, url), load)?;
    Ok(json!({ "bench": "country", "greatest": filled.greatest, "rows": filled.rows }))
}

fn filled(place: (&Path, Option<&str>), load: Load) -> Result<Filled, Fault> {
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(fill::country(place, load)).map_err(as_fault)
}

/// The figures of one engine.
fn one(
    program: &Path,
    (data, url): (&Path, Option<&str>),
    load: Load,
) -> Result<Vec<(String, Value)>, Fault> {
    let filled = filled((data, url), load)?;
    let server = Server::start_with(program, data, url)?;
    let cookie = format!("cookie: {}\r\n", session(&server)?);
    let mut figures = vec![("rows".to_owned(), json!(filled.rows))];
    for (name, path) in pages(&filled) {
        let asked = http::load(server.address, &path, &cookie, (1, load.seconds))?;
        figures.push((format!("{name}_p50_ms"), json!(asked.p50_ms)));
        figures.push((format!("{name}_p95_ms"), json!(asked.p95_ms)));
    }
    figures.push(("memory_after_mb".to_owned(), json!(server.resident_mb()?)));
    Ok(figures)
}

/// Signs in. What fell due while nobody served is done first, for thousands of units, by the one writer,
/// whom a session needs as well.
fn session(server: &Server) -> Result<String, Fault> {
    let form = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
    for _ in 0..60 {
        if let Some(cookie) = Client::connect(server.address)?.post("/sign-in", &form)?.cookie {
            return Ok(cookie);
        }
        thread::sleep(Duration::from_secs(1));
    }
    Err(Fault::new("the sign-in gave no session"))
}

/// What is asked: a name for the figure, and the address.
fn pages(filled: &Filled) -> Vec<(&'static str, String)> {
    let of = |rest: &str| format!("/contests/{}{rest}", filled.greatest);
    vec![
        ("bare", "/health/live".to_owned()),
        ("contests", "/contests".to_owned()),
        ("contests_last", "/contests?page=7".to_owned()),
        ("contest", of("")),
        ("matrix", of("/tasks")),
        ("matrix_last", of("/tasks?page=67")),
        ("matrix_search", of("/tasks?q=xa+99&mark=late")),
        ("matrix_waiting", of("/tasks?mark=returned")),
        ("task", format!("/tasks/{}", filled.task)),
        ("tasks_list", of("/tasks/list")),
        ("late", of("/overdue")),
        ("assignments", "/assignments".to_owned()),
        ("reports_own", "/reports".to_owned()),
        ("reports_period", of(&format!("/reports/{}", filled.period))),
        ("publicity_table", of("/publicity")),
        ("publicity_nothing", of("/publicity?has=nothing")),
        ("publicity_list", of("/publicity/list")),
        ("publicity_figures", of("/publicity/figures")),
        ("publicity_own", "/publicity".to_owned()),
        ("overview_all", "/overview".to_owned()),
        ("overview_one", of("/overview")),
    ]
}

/// A database on a server, gone when the run is over.
struct Database {
    server: String,
    name: String,
    url: String,
}

impl Database {
    fn create(server: &str) -> Result<Self, Fault> {
        let name = format!("hoithi_bench_{}", std::process::id());
        let (host, _) = server
            .rsplit_once('/')
            .ok_or_else(|| Fault::new("HOITHI_TEST_POSTGRES must end in /name"))?;
        store::administrate(server, &format!("create database {name}"))?;
        Ok(Self { url: format!("{host}/{name}"), server: server.to_owned(), name })
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        let _ = store::administrate(
            &self.server,
            &format!("drop database if exists {} with (force)", self.name),
        );
    }
}

/// A day before or after a moment.
pub(crate) fn days(at: Instant, days: i64) -> Instant {
    at.plus_seconds(days * 24 * 3600)
}
