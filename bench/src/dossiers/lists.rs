//! `lists --dossiers`: the office's book of a hundred thousand dossiers, its searches, and one dossier's pages.

use std::path::Path;

use kernel::Fault;
use serde_json::{Map, Value, json};

use super::first::{self, Person};
use super::store::{self, Stage};
use crate::country::on_engines;
use crate::http;
use crate::server::Server;

/// Fills, serves, and asks page after page; figures by engine and page.
pub fn measure(program: &Path, dossiers: usize, seconds: u64) -> Result<Map<String, Value>, Fault> {
    let mut figures = Map::new();
    on_engines("dossiers", |(engine, data, url)| {
        let (server, person, contest) = filled(program, (data, url), dossiers)?;
        for (name, path) in pages(&contest, dossiers) {
            let asked = http::load(server.address, &path, person.headers(), (1, seconds))?;
            figures.insert(format!("{engine}_{name}_p50_ms"), json!(asked.p50_ms));
            figures.insert(format!("{engine}_{name}_p95_ms"), json!(asked.p95_ms));
        }
        figures.insert(format!("{engine}_memory_after_mb"), json!(server.resident_mb()?));
        Ok(())
    })?;
    Ok(figures)
}

/// A server over so many dossiers, who runs the contest, and the contest.
pub fn filled(
    program: &Path,
    (data, url): (&Path, Option<&str>),
    dossiers: usize,
) -> Result<(Server, Person, String), Fault> {
    let installed = first::install(data, url)?;
    let server = Server::start_with(program, data, url)?;
    let mut person = Person::administrator(&server)?;
    let path = person.writes(installed.contest)?;
    person.attaches(&path, "minh-chung", b"%PDF-1.7 minh chung da ap dung")?;
    let reply = person.post(&format!("{path}/submission"), "vouched=1")?;
    if reply.status != 303 {
        return Err(Fault::new(format!("handing in answered {}", reply.status)));
    }
    drop(server);
    let stage = (dossiers.saturating_sub(1), Stage::HandedIn);
    store::fill((data, url), (&installed, &path), stage)?;
    let server = Server::start_with(program, data, url)?;
    let person = Person::administrator(&server)?;
    Ok((server, person, installed.contest.to_string()))
}

/// What is asked: a name for the figure, and the address.
fn pages(contest: &str, dossiers: usize) -> Vec<(&'static str, String)> {
    let book = |rest: &str| format!("/contests/{contest}/dossiers{rest}");
    let one = store::dossier(dossiers / 2);
    vec![
        ("bare", "/health/live".to_owned()),
        ("book", book("")),
        ("last", book(&format!("?page={}", dossiers.div_ceil(50).saturating_sub(1)))),
        ("by_title", book("?sort=title")),
        ("word", book("?q=m%C3%A1y+gieo")),
        ("rare_word", book("?q=99998")),
        ("author", book("?q=author:%22t%C3%A1c+gi%E1%BA%A3+4711%22")),
        ("state", book("?q=state:valid")),
        ("field", book("?q=field:%22y+d%C6%B0%E1%BB%A3c%22")),
        ("unit", book("?q=unit:%22%C4%91o+l%C6%B0%E1%BB%9Dng+17%22")),
        ("missing", book("?q=missing:stamp")),
        ("applied", book("?q=applied:%3C2019")),
        ("several", book("?q=state:valid+field:%22y+d%C6%B0%E1%BB%A3c%22+m%C3%A1y+-xe")),
        ("desk", format!("/contests/{contest}/desk")),
        ("dossier", format!("/dossiers/{one}")),
        ("dossier_desk", format!("/dossiers/{one}/desk")),
    ]
}
