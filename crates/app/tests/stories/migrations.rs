//! Migrations: what a program refuses to open, and that both engines have one schema.

use std::sync::Arc;

use hoithi::configuration::Configuration;
use hoithi::frame::App;
use kernel::time::StandingClock;
use store::Engine;

use crate::house::{House, MORNING};

stories! {
    database_of_a_newer_program_is_refused,
    changed_migration_is_refused,
    opening_twice_changes_nothing,
}

/// Opens the database of a closed house once more, after one statement; what the program says.
async fn reopened(engine: Engine, sql: &str) -> Result<(), String> {
    let house = House::new(engine).await;
    house.tamper(sql).await;
    let (database, folder) = house.close().await;
    let mut configuration = Configuration::embedded(folder.path());
    configuration.database = Some(database.url().to_owned());
    let opened = App::open(configuration, Arc::new(StandingClock::at(MORNING))).await;
    let outcome = match opened {
        Ok(app) => {
            app.close().await.unwrap();
            Ok(())
        }
        Err(fault) => Err(fault.to_string()),
    };
    database.remove().await;
    outcome
}

async fn database_of_a_newer_program_is_refused(house: &House) {
    let sql =
        "insert into migration (name, digest, applied_at) values ('2031-01-01-01-later', '', 0)";
    let said = reopened(house.engine(), sql).await.unwrap_err();
    assert_eq!(
        said,
        "the database holds migration 2031-01-01-01-later, which this hoithi does not know: \
         it was written by a newer one; start that one"
    );
}

async fn changed_migration_is_refused(house: &House) {
    let name = store::migrations::ALL[0].0;
    let sql = format!("update migration set digest = '00' where name = '{name}'");
    let said = reopened(house.engine(), &sql).await.unwrap_err();
    assert_eq!(said, format!("the text of migration {name} was different when it ran"));
}

async fn opening_twice_changes_nothing(house: &House) {
    assert_eq!(reopened(house.engine(), "select 1").await, Ok(()));
    let applied = house.count("select count(*) from migration").await;
    assert_eq!(applied, i64::try_from(store::migrations::ALL.len()).unwrap());
}

#[tokio::test]
async fn both_engines_have_one_schema() {
    let (one, other) = (House::empty(Engine::Sqlite).await, House::empty(Engine::Postgres).await);
    assert_eq!(one.app.store.schema().tables(), other.app.store.schema().tables());
    one.finish().await;
    other.finish().await;
}
