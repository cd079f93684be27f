//! The house of a story: a real service on a real database of its own, and a clock that stands.

use std::sync::Arc;

use axum::Router;
use hoithi::audit::verify::verify;
use hoithi::configuration::Configuration;
use hoithi::frame::App;
use hoithi::installation::check::check;
use hoithi::router;
use kernel::Instant;
use kernel::time::StandingClock;
use sea_orm::DbErr;
use store::Engine;
use tempfile::TempDir;

use crate::browser::Browser;
use crate::database::Database;
use crate::template;

/// Everybody of the world who has an account has this password.
pub const PASSWORD: &str = "suối trong đầu nguồn";

/// Every story begins at ten in the morning of 21 November 2026.
pub const MORNING: Instant = Instant::from_millis(1_795_230_000_000);

/// A running installation that nobody else uses.
pub struct House {
    pub app: App,
    pub clock: Arc<StandingClock>,
    service: Router,
    database: Database,
    folder: TempDir,
}

/// Tells a story in a house with the known world and looks afterwards whether all is in order.
pub async fn tell(engine: Engine, story: impl AsyncFnOnce(&House)) {
    let house = House::new(engine).await;
    story(&house).await;
    house.finish().await;
}

impl House {
    /// A house in which the known world lives.
    pub async fn new(engine: Engine) -> Self {
        Self::with(engine, |_| ()).await
    }

    /// A house in which the known world lives, with a configuration of its own.
    pub async fn with(engine: Engine, change: impl FnOnce(&mut Configuration)) -> Self {
        let template = template::of(engine);
        let folder = template::folder();
        template.copy_files(folder.path());
        let database = Database::copy_of(template, folder.path()).await;
        Self::open(database, folder, change).await
    }

    /// A house as it is after the very first start.
    pub async fn empty(engine: Engine) -> Self {
        let folder = template::folder();
        let database = Database::empty(engine, folder.path()).await;
        Self::open(database, folder, |_| ()).await
    }

    /// Opens a database with the keys that lie in the folder.
    pub async fn open(
        database: Database,
        folder: TempDir,
        change: impl FnOnce(&mut Configuration),
    ) -> Self {
        let mut configuration = Configuration::embedded(folder.path());
        configuration.database = Some(database.url().to_owned());
        configuration.program = env!("CARGO_BIN_EXE_hoithi").into();
        change(&mut configuration);
        let clock = Arc::new(StandingClock::at(MORNING));
        let app = App::open(configuration, clock.clone()).await.unwrap();
        let service = router::service(app.clone());
        Self { app, clock, service, database, folder }
    }

    /// The engine under this house.
    pub fn engine(&self) -> Engine {
        self.app.store.engine()
    }

    /// The folder of this installation.
    pub fn folder(&self) -> &std::path::Path {
        self.folder.path()
    }

    /// The service, for one request.
    pub fn service(&self) -> Router {
        self.service.clone()
    }

    /// Somebody who is not signed in.
    pub fn anon(&self) -> Browser<'_> {
        Browser::new(self)
    }

    /// Somebody of the world, signed in with their password.
    pub async fn sign_in(&self, person: &world::Person) -> Browser<'_> {
        let browser = self.anon();
        let typed = [("email", person.email), ("password", PASSWORD)];
        browser.post("/sign-in", &typed).await.leads_to("/");
        browser
    }

    /// Somebody of the world who signed in before the story began.
    pub fn known(&self, person: &world::Person) -> Browser<'_> {
        self.with_token(template::of(self.engine()).session(person))
    }

    /// A browser with the token of a session.
    pub fn with_token(&self, token: &str) -> Browser<'_> {
        let browser = self.anon();
        browser.set_cookie("hoithi", token);
        browser
    }

    /// Moves the clock on.
    pub fn wait_seconds(&self, seconds: i64) {
        self.clock.advance_seconds(seconds);
    }

    /// Moves the clock on.
    pub fn wait_days(&self, days: i64) {
        self.wait_seconds(days * 24 * 3600);
    }

    /// Runs one statement behind the back of every verb, as somebody with a shell could.
    pub async fn tamper(&self, sql: &str) {
        self.database.run(sql).await;
    }

    /// The same, where the database itself may refuse.
    pub async fn try_to_tamper(&self, sql: &str) -> Result<(), DbErr> {
        self.database.try_to_run(sql).await
    }

    /// The first column of the first row, as text.
    pub async fn ask(&self, sql: &str) -> String {
        let rows = self.app.store.raw_rows(sql, []).await.unwrap();
        let row = rows.first().unwrap_or_else(|| panic!("no row: {sql}"));
        row.try_get_by_index(0).unwrap()
    }

    /// The number in the first column of the first row.
    pub async fn count(&self, sql: &str) -> i64 {
        self.app.store.number(sql, []).await.unwrap()
    }

    /// The id of a unit of the world, by its name.
    pub async fn unit(&self, key: &str) -> String {
        let name = world::unit(key).unwrap().name;
        self.ask(&format!("select unit_id from unit_name where name = '{name}'")).await
    }

    /// The id of a place of Việt Nam, by its name.
    pub fn place(&self, name: &str) -> String {
        gazetteer::Gazetteer::shared().look_up(name)[0].place.id.to_string()
    }

    /// The id of an account of the world.
    pub async fn account(&self, person: &world::Person) -> String {
        self.ask(&format!("select id from account where email = '{}'", person.email)).await
    }

    /// Whether everything that must always hold holds, and the ledger agrees with every row.
    pub async fn is_in_order(&self) {
        let verdict = verify(&self.app.store, &self.app.keys, &[]).await.unwrap();
        assert_eq!(verdict.findings, []);
        assert_eq!(check(&self.app.store).await.unwrap(), []);
    }

    /// Ends a story in which nothing was broken on purpose.
    pub async fn finish(self) {
        self.is_in_order().await;
        self.abandon().await;
    }

    /// Ends a story that has broken something on purpose.
    pub async fn abandon(self) {
        let Self { app, service, database, folder, .. } = self;
        drop(service);
        app.close().await.unwrap();
        database.remove().await;
        folder.close().unwrap();
    }

    /// Closes the house and leaves its database for another to open.
    pub async fn close(self) -> (Database, TempDir) {
        let Self { app, service, database, folder, .. } = self;
        drop(service);
        app.close().await.unwrap();
        (database, folder)
    }
}
