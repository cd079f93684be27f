//! Stories by capability: actors make real requests to the real router on a real database, each story
//! on both engines. The engine is the last word of a story's name.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a story that panics has failed, as it should"
)]

mod browser;
mod database;
mod house;
mod mail_server;
mod reply;
mod template;

/// Tells each named story on SQLite and on PostgreSQL.
macro_rules! stories {
    ($($story:ident),* $(,)?) => {$(
        mod $story {
            #[tokio::test]
            async fn sqlite() {
                crate::house::tell(store::Engine::Sqlite, super::$story).await;
            }

            #[tokio::test]
            async fn postgres() {
                crate::house::tell(store::Engine::Postgres, super::$story).await;
            }
        }
    )*};
}

mod access;
mod accounts;
mod awards;
mod backup;
mod bad_input;
mod bucket;
mod certificates;
mod command_line;
mod contests;
mod conversations;
mod councils;
mod demo;
mod dossiers;
mod intake;
mod jobs;
mod ledger;
mod looks;
mod mailings;
mod migrations;
mod news;
mod notices;
mod outages;
mod overview;
mod papers;
mod portal;
mod prior_art;
mod privacy;
mod publicity;
mod reception;
mod register;
mod reports;
mod rubric;
mod slow_clients;
mod tasks;
mod two_worlds;
mod units;
mod uploads;
