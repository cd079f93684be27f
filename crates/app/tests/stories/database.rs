//! A database of its own for each house, on either engine.

use std::path::Path;
use std::sync::atomic::{AtomicU64, Ordering};

use sea_orm::{ConnectOptions, ConnectionTrait, Database as SeaOrm, DatabaseConnection, DbErr};
use store::Engine;

use crate::template::Template;

/// A database that one house uses.
pub struct Database {
    engine: Engine,
    url: String,
    name: String,
}

static NEXT: AtomicU64 = AtomicU64::new(0);

impl Database {
    /// A database without a table.
    pub async fn empty(engine: Engine, folder: &Path) -> Self {
        let database = Self::named(engine, folder);
        if engine == Engine::Postgres {
            administrate(&format!("create database {}", database.name)).await;
        }
        database
    }

    /// A copy of the template's database; its file, if it is one, was copied with the folder.
    pub async fn copy_of(template: &Template, folder: &Path) -> Self {
        let database = Self::named(template.engine(), folder);
        if let Some(source) = template.database() {
            administrate(&format!("create database {} template {source}", database.name)).await;
        }
        database
    }

    fn named(engine: Engine, folder: &Path) -> Self {
        let number = NEXT.fetch_add(1, Ordering::Relaxed);
        let name = format!("hoithi_story_{}_{number}", std::process::id());
        let url = match engine {
            Engine::Sqlite => format!("sqlite://{}", folder.join("hoithi.sqlite").display()),
            Engine::Postgres => {
                let server = server();
                let (server, _) = server.rsplit_once('/').unwrap();
                format!("{server}/{name}")
            }
        };
        Self { engine, url, name }
    }

    /// Where it is.
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Its name, on a server.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Runs one statement past the product.
    pub async fn run(&self, sql: &str) {
        self.try_to_run(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    }

    /// Runs one statement past the product and past foreign keys; only checks hold.
    pub async fn try_to_run(&self, sql: &str) -> Result<(), DbErr> {
        let connection = connect(&self.url).await;
        let unguarded = match self.engine {
            Engine::Sqlite => "pragma foreign_keys = off",
            Engine::Postgres => "set session_replication_role = replica",
        };
        connection.execute_unprepared(unguarded).await?;
        let done = connection.execute_unprepared(sql).await;
        connection.close().await?;
        done.map(drop)
    }

    /// Takes it off the server; a file goes with its folder.
    pub async fn remove(self) {
        if self.engine == Engine::Postgres {
            administrate(&format!("drop database {} with (force)", self.name)).await;
        }
    }
}

/// The server on which PostgreSQL stories happen. Without one they fail: a skipped half would look
/// like a passed one.
fn server() -> String {
    std::env::var("HOITHI_TEST_POSTGRES").unwrap_or_else(|_| {
        panic!(
            "HOITHI_TEST_POSTGRES is not set, so the stories on PostgreSQL cannot be told: \
             run ./test, which starts a PostgreSQL of its own"
        )
    })
}

async fn administrate(sql: &str) {
    let connection = connect(&server()).await;
    connection.execute_unprepared(sql).await.unwrap_or_else(|error| panic!("{sql}: {error}"));
    connection.close().await.unwrap();
}

async fn connect(url: &str) -> DatabaseConnection {
    let mut options = ConnectOptions::new(url);
    options.max_connections(1).sqlx_logging(false);
    SeaOrm::connect(options).await.unwrap_or_else(|error| panic!("{url}: {error}"))
}
