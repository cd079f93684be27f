//! Migrations: every column is classed and explained, every foreign key has an index.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use kernel::time::SystemClock;
use sea_orm::FromQueryResult;
use store::{Address, Schema, Store, dialect, migrations};
use structure::{none, tree};

const CLASSES: [&str; 3] = ["public", "private", "secret"];
const GUARDS: [&str; 2] = ["protected", "open"];
const FIRST_WORDS_OF_CONSTRAINTS: [&str; 6] =
    ["unique", "primary", "foreign", "check", "constraint", ")"];

type Pair = (String, String);

#[derive(FromQueryResult)]
struct ColumnRow {
    table_name: String,
    column_name: String,
}

/// A database as the migrations make it, in a file of this test's own.
async fn opened(name: &str) -> (Store, PathBuf) {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("schema-{name}"));
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).expect("the folder for tests can be written");
    let url = format!("sqlite://{}", folder.join("schema.sqlite").display());
    let address = Address { url, readers: 1 };
    let store = Store::open(&address, Arc::new(SystemClock)).await;
    (store.expect("a new database opens"), folder)
}

async fn closed(store: Store, folder: PathBuf) {
    store.close().await.expect("the database closes");
    std::fs::remove_dir_all(folder).expect("the folder for tests can be removed");
}

async fn pairs(store: &Store, sql: &str) -> BTreeSet<Pair> {
    let rows: Vec<ColumnRow> = store.rows(sql, []).await.expect("the schema can be read");
    rows.into_iter().map(|row| (row.table_name, row.column_name)).collect()
}

fn written(pairs: &BTreeSet<Pair>) -> Vec<String> {
    pairs.iter().map(|(table, column)| format!("{table}.{column}")).collect()
}

#[tokio::test]
async fn columns_of_the_database_and_of_the_list_are_the_same() {
    let (store, folder) = opened("columns").await;
    let live: BTreeSet<Pair> = store
        .schema()
        .tables()
        .iter()
        .flat_map(|table| {
            table.columns.iter().map(|column| (table.name.clone(), column.name.clone()))
        })
        .collect();
    let classed: BTreeSet<Pair> =
        Schema::classes().map(|(table, column, _)| (table.into(), column.into())).collect();
    closed(store, folder).await;
    assert_eq!(written(&live), written(&classed));
}

#[tokio::test]
async fn foreign_keys_have_an_index() {
    let (store, folder) = opened("keys").await;
    let keys = pairs(&store, dialect::foreign_keys_sql(store.engine())).await;
    let indexed = pairs(&store, dialect::leading_index_columns_sql(store.engine())).await;
    closed(store, folder).await;
    assert!(keys.len() > 10, "the query finds the foreign keys");
    none("A foreign key has an index:", &written(&keys.difference(&indexed).cloned().collect()));
}

#[test]
fn classes_and_guards_are_known_words() {
    let mut offences: Vec<String> = Schema::classes()
        .filter(|(_, _, class)| !CLASSES.contains(class))
        .map(|(table, column, class)| format!("{table}.{column}: {class}"))
        .collect();
    let text = tree::required("migrations/columns.txt");
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    let guards = lines.filter_map(|line| line.split_whitespace().nth(1));
    offences.extend(guards.filter(|word| !GUARDS.contains(word)).map(str::to_owned));
    none("columns.txt uses the words that it explains:", &offences);
}

#[test]
fn every_migration_file_is_listed() {
    let files = tree::below("migrations/", ".sql").into_iter().map(|file| file.path);
    let files: Vec<String> = files
        .map(|path| path.trim_start_matches("migrations/").trim_end_matches(".sql").to_owned())
        .collect();
    let listed: Vec<&str> = migrations::ALL.iter().map(|(name, _)| *name).collect();
    assert_eq!(files, listed, "in the order of their names");
}

#[test]
fn migrations_explain_every_table_and_column() {
    let mut offences = Vec::new();
    for (name, text) in migrations::ALL {
        if !text.starts_with("-- ") {
            offences.push(format!("{name} does not open with its reason"));
        }
        offences.extend(unexplained(text).into_iter().map(|what| format!("{name}: {what}")));
    }
    none("Every table and column is explained where it is made:", &offences);
}

/// Tables and columns without a comment: beside them, or on the lines right above. The first table of
/// a file may be explained by the comment that opens it.
fn unexplained(text: &str) -> Vec<String> {
    let (mut found, mut table, mut above) = (Vec::new(), None::<String>, false);
    let opening = text.split("\n\n").next().is_some_and(|head| !head.contains("create table"));
    let mut first = opening;
    for line in text.lines() {
        let (code, comment) = line.split_once("--").unwrap_or((line, ""));
        let explained = above || !comment.trim().is_empty();
        let word = code.split_whitespace().next().unwrap_or("");
        if let Some(name) = code.strip_prefix("create table ") {
            let name = name.trim_end_matches([' ', '(']).to_owned();
            if !explained && !first {
                found.push(name.clone());
            }
            (table, first) = (Some(name), false);
        } else if code.starts_with(')') {
            table = None;
        } else if let Some(table) = &table
            && !word.is_empty()
            && !explained
            && !FIRST_WORDS_OF_CONSTRAINTS.contains(&word)
        {
            found.push(format!("{table}.{word}"));
        }
        above = code.trim().is_empty() && !comment.trim().is_empty();
    }
    found
}

#[test]
fn missing_explanations_are_found() {
    let text = "-- why\n\ncreate table a (\n    id text, -- x\n    b text,\n    unique (b)\n);\ncreate table c (\n    -- y\n    id text\n);\n";
    assert_eq!(unexplained(text), ["a.b", "c"]);
}
