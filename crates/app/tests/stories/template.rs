//! The template of all houses: the known world, loaded once for each engine and then copied.

use std::path::Path;
use std::sync::{Arc, LazyLock};

use hoithi::accounts::names::Email;
use hoithi::accounts::{Actor, people, resets, session};
use hoithi::configuration::Configuration;
use hoithi::frame::App;
use hoithi::installation::{demo, work};
use hoithi::router;
use kernel::time::StandingClock;
use store::Engine;
use tempfile::TempDir;

use crate::browser;
use crate::database::Database;
use crate::house::{MORNING, PASSWORD};

/// A closed installation that is copied for each house.
pub struct Template {
    engine: Engine,
    folder: TempDir,
    database: Database,
    sessions: Sessions,
}

/// Tokens of sessions that every copy of the template has.
pub struct Sessions {
    full: Vec<(&'static str, String)>,
    /// Of an administrator whose second factor is still to come.
    pub half: String,
    /// Of somebody whose account was disabled afterwards.
    pub ended: String,
}

/// The template of an engine; made when it is first asked for.
pub fn of(engine: Engine) -> &'static Template {
    static SQLITE: LazyLock<Template> = LazyLock::new(|| make_apart(Engine::Sqlite));
    static POSTGRES: LazyLock<Template> = LazyLock::new(|| make_apart(Engine::Postgres));
    match engine {
        Engine::Sqlite => &SQLITE,
        Engine::Postgres => &POSTGRES,
    }
}

/// A folder that goes when its owner goes: in memory, where `./test` found room.
pub fn folder() -> TempDir {
    let here = std::env::var_os("HOITHI_TEST_FOLDER");
    let here = here.unwrap_or_else(|| env!("CARGO_TARGET_TMPDIR").into());
    TempDir::with_prefix_in("story-", here).unwrap()
}

impl Template {
    /// The engine that this is the template of.
    pub fn engine(&self) -> Engine {
        self.engine
    }

    /// The database to copy on a server; SQLite's is a file of the folder.
    pub fn database(&self) -> Option<&str> {
        (self.engine == Engine::Postgres).then(|| self.database.name())
    }

    /// The session of somebody of the world.
    pub fn session(&self, person: &world::Person) -> &str {
        let mut known = self.sessions.full.iter();
        known.find_map(|(email, token)| (*email == person.email).then_some(token)).unwrap()
    }

    /// The other sessions.
    pub fn sessions(&self) -> &Sessions {
        &self.sessions
    }

    /// Copies keys, and the database where it is a file.
    pub fn copy_files(&self, to: &Path) {
        copy_folder(self.folder.path(), to);
    }
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy_folder(&entry.path(), &target),
            false => drop(std::fs::copy(entry.path(), target).unwrap()),
        }
    }
}

/// On a thread with a runtime of its own: the first story that comes is inside one already.
fn make_apart(engine: Engine) -> Template {
    let made = std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(make(engine))
    });
    made.join().unwrap_or_else(|reason| std::panic::resume_unwind(reason))
}

async fn make(engine: Engine) -> Template {
    let folder = folder();
    let database = Database::empty(engine, folder.path()).await;
    let mut configuration = Configuration::embedded(folder.path());
    configuration.database = Some(database.url().to_owned());
    let app = App::open(configuration, Arc::new(StandingClock::at(MORNING))).await.unwrap();
    demo::settle(&app).await.unwrap();
    for person in world::PEOPLE.iter().filter(|person| !person.disabled) {
        give_password(&app, person).await;
    }
    let sessions = sessions(&app).await;
    work::round(&app).await.unwrap();
    app.close().await.unwrap();
    let half = session::digest(&sessions.half);
    let sql = format!("update session set stage = 'code' where token_digest = '{half}'");
    database.run(&sql).await;
    Template { engine, folder, database, sessions }
}

async fn sessions(app: &App) -> Sessions {
    let mut full = Vec::new();
    for person in world::PEOPLE.iter().filter(|person| !person.disabled) {
        full.push((person.email, sign_in(app, person).await));
    }
    let half = sign_in(app, world::ADMINISTRATOR).await;
    set_enabled(app, world::DISABLED, true).await;
    give_password(app, world::DISABLED).await;
    let ended = sign_in(app, world::DISABLED).await;
    set_enabled(app, world::DISABLED, false).await;
    Sessions { full, half, ended }
}

async fn set_enabled(app: &App, person: &world::Person, enabled: bool) {
    let mut tx = app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let id = people::by_email(&tx, &Email::read(person.email).unwrap()).await.unwrap();
    match enabled {
        true => people::enable(&mut tx, &actor, id).await.unwrap(),
        false => people::disable(&mut tx, &actor, id).await.unwrap(),
    }
    tx.commit().await.unwrap();
}

async fn sign_in(app: &App, person: &world::Person) -> String {
    let request = browser::form("/sign-in", &[("email", person.email), ("password", PASSWORD)]);
    let reply = browser::send(router::service(app.clone()), request).await;
    let cookie = reply.leads_to("/").header("set-cookie").to_owned();
    cookie.split(['=', ';']).nth(1).unwrap().to_owned()
}

/// By the link that an administrator would hand over.
async fn give_password(app: &App, person: &world::Person) {
    let mut tx = app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let id = people::by_email(&tx, &Email::read(person.email).unwrap()).await.unwrap();
    let link = resets::reset_link(&mut tx, app, &actor, id).await.unwrap();
    tx.commit().await.unwrap();
    let path = link.split_once("/links/").map(|(_, token)| format!("/links/{token}")).unwrap();
    let request = browser::form(&path, &[("password", PASSWORD), ("repeated", PASSWORD)]);
    browser::send(router::service(app.clone()), request).await.leads_to("/sign-in");
}
