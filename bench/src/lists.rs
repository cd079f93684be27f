//! `lists`: a signed-in list page and its search, beside a bare answer of the same server.

use std::path::Path;
use std::sync::Arc;

use hoithi::accounts::Actor;
use hoithi::accounts::invitations::first_administrator;
use hoithi::accounts::names::{Email, PersonName};
use hoithi::accounts::password::{self, NewPassword};
use hoithi::configuration::Configuration;
use hoithi::frame::App;
use hoithi::units::draft::TypedUnit;
use hoithi::units::{self, Kind};
use kernel::time::SystemClock;
use kernel::{Failure, Fault};
use serde_json::{Value, json};

use crate::Folder;
use crate::http::{self, Client};
use crate::server::Server;

const EMAIL: &str = "bench@example.org";
const PASSWORD: &str = "mot hai ba bon nam";

/// How much is asked.
pub struct Load {
    /// Units in the database.
    pub units: u32,
    /// Dossiers in another.
    pub dossiers: usize,
    /// Seconds for each page.
    pub seconds: u64,
    /// Connections at once.
    pub connections: usize,
}

/// Fills, serves, and asks.
pub fn measure(program: &Path, load: Load) -> Result<Value, Fault> {
    let mut figures = units_listed(program, &load)?;
    if let Some(figures) = figures.as_object_mut().filter(|_| load.dossiers > 0) {
        figures.insert("dossiers".to_owned(), load.dossiers.into());
        figures.extend(crate::dossiers::lists(program, load.dossiers, load.seconds)?);
    }
    Ok(figures)
}

fn units_listed(program: &Path, load: &Load) -> Result<Value, Fault> {
    let folder = Folder::new("lists")?;
    let runtime = tokio::runtime::Runtime::new()?;
    runtime.block_on(fill(folder.path(), load.units)).map_err(as_fault)?;
    let server = Server::start(program, folder.path())?;
    let form = format!("email={EMAIL}&password={}", PASSWORD.replace(' ', "+"));
    let reply = Client::connect(server.address)?.post("/sign-in", &form)?;
    let cookie = reply.cookie.ok_or_else(|| Fault::new("the sign-in gave no session"))?;
    let cookie = format!("cookie: {cookie}\r\n");
    let pressure = (load.connections, load.seconds);
    let alone = (1, load.seconds);
    let ask = |path: &str, pressure| http::load(server.address, path, &cookie, pressure);
    let bare = ask("/health/live", pressure)?;
    let list = ask("/units", pressure)?;
    let list_alone = ask("/units", alone)?;
    let search_alone = ask("/units?q=xa+suoi+99", alone)?;
    let last_page = ask(&format!("/units?page={}", load.units / 50 - 1), alone)?;
    Ok(json!({
        "bench": "lists",
        "units": load.units,
        "bare_per_s": bare.per_second.round(),
        "list_per_s": list.per_second.round(),
        "list_to_bare": list.per_second / bare.per_second,
        "list_p95_ms": list.p95_ms,
        "list_alone_p50_ms": list_alone.p50_ms,
        "list_alone_p95_ms": list_alone.p95_ms,
        "search_alone_p50_ms": search_alone.p50_ms,
        "search_alone_p95_ms": search_alone.p95_ms,
        "last_page_alone_p95_ms": last_page.p95_ms,
        "list_bytes": list.bytes,
        "memory_after_mb": server.resident_mb()?,
    }))
}

pub fn as_fault(failure: Failure) -> Fault {
    match failure {
        Failure::Fault(fault) => fault,
        Failure::Refusal(refusal) => Fault::new(format!("{refusal:?}")),
    }
}

async fn fill(data: &Path, count: u32) -> Result<(), Failure> {
    let app = App::open(Configuration::embedded(data), Arc::new(SystemClock)).await?;
    let hash = password::hash(&app, NewPassword::read(PASSWORD, PASSWORD, &[])?).await?;
    let actor = Actor::operator(app.store.now());
    let mut tx = app.store.begin().await?;
    first_administrator(&mut tx, &Email::read(EMAIL)?, &PersonName::read("Đo")?, &hash).await?;
    let root = units::found(&mut tx, &actor, &unit("UBND tỉnh Đo Lường").read(Ok(None))?).await?;
    for number in 1..count {
        let kind = Kind::ALL[number as usize % Kind::ALL.len()];
        let typed = unit(&format!("Đơn vị xã Suối {number}"));
        let typed = TypedUnit { kind: kind.code().to_owned(), ..typed };
        units::found(&mut tx, &actor, &typed.read(Ok(Some(root)))?).await?;
    }
    tx.commit().await?;
    app.close().await?;
    Ok(())
}

fn unit(name: &str) -> TypedUnit {
    TypedUnit {
        name: name.to_owned(),
        kind: Kind::Committee.code().to_owned(),
        ..TypedUnit::default()
    }
}
