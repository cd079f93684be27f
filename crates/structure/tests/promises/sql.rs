//! SQL: it stands in store files, and one file knows the engines.

use regex::Regex;
use structure::rust::{self, Source};
use structure::{none, tree};

/// Files that may hold statements besides `store.rs`, `store/` and the crate `store`.
const RULES_ON_LIVE_DATA: &str = "crates/app/src/installation/check.rs";
/// Files that may name an engine.
const KNOW_ENGINES: [&str; 2] = ["crates/store/src/dialect.rs", "crates/store/src/connect.rs"];
/// Where an engine's name stands in a URL that an operator types.
const READS_URLS: &str = "crates/app/src/configuration.rs";

fn holds_sql(path: &str) -> bool {
    path.starts_with("crates/store/src/")
        || path == RULES_ON_LIVE_DATA
        || path.ends_with("/store.rs")
        || path.contains("/store/")
}

fn product_and_store() -> Vec<Source> {
    [rust::sources("app"), rust::sources("store")].concat()
}

fn statement() -> Regex {
    let words = r"(?is)\bselect\b.*\bfrom\b|\binsert\s+into\b|\bupdate\s+\w+\s+set\b|\bdelete\s+from\b|\b(create|alter|drop)\s+(table|index)\b|\bpragma\b";
    Regex::new(words).expect("the pattern is right")
}

#[test]
fn statements_stand_in_store_files() {
    let statement = statement();
    let mut offences = Vec::new();
    for source in rust::sources("").iter().filter(|source| !holds_sql(&source.path)) {
        let ours = !source.path.starts_with("crates/structure/");
        let found = source.literals.iter().filter(|one| ours && statement.is_match(&one.text));
        offences.extend(found.map(|one| format!("{}:{}", source.path, one.line)));
    }
    none("SQL stands in store.rs or store/ of its capability:", &offences);
}

#[test]
fn statements_begin_with_what_they_do_in_lower_case() {
    let loud = Regex::new(r"\b(SELECT|INSERT|UPDATE|DELETE|FROM|WHERE|VALUES)\b");
    let loud = loud.expect("the pattern is right");
    let mut offences = Vec::new();
    for source in product_and_store().iter().filter(|source| holds_sql(&source.path)) {
        let found = source.literals.iter().filter(|one| loud.is_match(&one.text));
        offences.extend(found.map(|one| format!("{}:{}", source.path, one.line)));
    }
    none("SQL is lower case; the transaction reads its first words:", &offences);
}

#[test]
fn statements_keep_to_the_shared_subset() {
    let foreign = r"(?i)\bilike\b|\blower\s*\(|\bupper\s*\(|\bnow\s*\(|\bdatetime\s*\(|\bcurrent_timestamp\b|\bavg\s*\(|\binteger\b|\bblob\b|\bserial\b|\bjsonb?\b|::text";
    let foreign = Regex::new(foreign).expect("the pattern is right");
    let mut offences = Vec::new();
    let files = product_and_store();
    for source in files.iter().filter(|source| !KNOW_ENGINES.contains(&source.path.as_str())) {
        let statement = statement();
        let found = source.literals.iter().filter(|one| statement.is_match(&one.text));
        let found = found.filter(|one| foreign.is_match(&one.text));
        offences.extend(found.map(|one| format!("{}:{}", source.path, one.line)));
    }
    none("One SQL text runs on both engines (STYLE.md, SQL):", &offences);
}

#[test]
fn only_folded_text_is_searched_by_pattern() {
    let like = Regex::new(r"(\S+)\s+like\b").expect("the pattern is right");
    let mut offences = Vec::new();
    let files = product_and_store();
    for source in files.iter().filter(|source| !KNOW_ENGINES.contains(&source.path.as_str())) {
        for literal in &source.literals {
            let named = like.captures_iter(&literal.text).map(|found| found[1].to_owned());
            let other = named.filter(|column| !column.trim_start_matches('(').ends_with("folded"));
            offences.extend(other.map(|column| format!("{}: {column} like", source.path)));
        }
    }
    none("The engines fold letters differently; only text folded by us is compared so:", &offences);
}

#[test]
fn one_file_knows_the_engines() {
    let name = Regex::new(r"(?i)sqlite|postgres|pg_|pragma").expect("the pattern is right");
    let mut offences = Vec::new();
    let files = product_and_store();
    for source in files.iter().filter(|source| !KNOW_ENGINES.contains(&source.path.as_str())) {
        if name.is_match(&source.code) {
            offences.push(format!("{} names an engine", source.path));
        }
        let found = source.literals.iter().filter(|one| name.is_match(&one.text));
        let found = found.filter(|_| source.path != READS_URLS);
        offences.extend(found.map(|one| format!("{}:{}", source.path, one.line)));
    }
    none("Only dialect.rs (and connect.rs) of the store names an engine:", &offences);
}

#[test]
fn migrations_keep_to_the_shared_subset() {
    let foreign = Regex::new(
        r"(?i)\b(integer|int|blob|bytea|serial|jsonb?|timestamp|timestamptz|real|numeric|varchar|strict|trigger)\b",
    );
    let foreign = foreign.expect("the pattern is right");
    let mut offences = Vec::new();
    for file in tree::below("migrations/", ".sql") {
        for (place, line) in file.text.lines().enumerate() {
            let code = line.split("--").next().unwrap_or("");
            if foreign.is_match(code) {
                offences.push(format!("{}:{}", file.path, place + 1));
            }
        }
    }
    none("Migrations use text, bigint and boolean, and no triggers:", &offences);
}
