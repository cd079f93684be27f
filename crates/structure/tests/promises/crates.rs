//! Layout: engines are pure, and only the store opens a database.

use structure::{none, rust, tree};

/// Crates that do no I/O: what they answer depends on what they are asked, and on nothing else.
const PURE: [&str; 7] =
    ["kernel", "ledger", "gazetteer", "documents", "typesetting", "judging", "novelty"];
/// What such a crate does not depend on.
const BANNED_CRATES: [&str; 8] =
    ["tokio", "axum", "sea-orm", "sqlx", "store", "app", "rand", "reqwest"];
/// What such a crate does not call. The one clock that reads the machine's is in the kernel.
const BANNED_CALLS: [&str; 6] =
    ["std::fs", "std::net", "std::process", "std::env", "SystemTime", "time::Instant::now"];
const CLOCK: &str = "crates/kernel/src/time.rs";

fn pure_crates() -> impl Iterator<Item = &'static str> {
    PURE.into_iter().filter(|name| tree::read(&format!("crates/{name}/Cargo.toml")).is_some())
}

#[test]
fn engines_depend_on_no_outside_world() {
    let mut offences = Vec::new();
    for name in pure_crates() {
        let manifest = tree::required(&format!("crates/{name}/Cargo.toml"));
        let normal = manifest.split("[dev-dependencies]").next().unwrap_or("");
        let names = normal.lines().filter_map(|line| line.split(['.', ' ', '=']).next());
        offences.extend(
            names
                .filter(|it| BANNED_CRATES.contains(it))
                .map(|it| format!("{name} depends on {it}")),
        );
    }
    none("Engines are pure (STYLE.md, Layout):", &offences);
}

#[test]
fn engines_touch_no_file_clock_or_network() {
    let mut offences = Vec::new();
    for source in pure_crates().flat_map(rust::sources).filter(|source| source.path != CLOCK) {
        let called = BANNED_CALLS.iter().filter(|call| source.code.contains(**call));
        offences.extend(called.map(|call| format!("{} calls {call}", source.path)));
    }
    none("Engines are pure (STYLE.md, Layout):", &offences);
}

#[test]
fn the_clock_of_the_machine_is_read_in_one_file() {
    let pattern = regex_of(r"\b(SystemTime|time::Instant|Timestamp|Zoned)::now\b");
    let elsewhere = rust::sources("").into_iter().filter(|source| source.path != CLOCK);
    let offences: Vec<String> = elsewhere
        .filter(|source| pattern.is_match(&source.code))
        .map(|source| source.path)
        .collect();
    none("Time comes from a Clock that is handed in:", &offences);
}

fn regex_of(pattern: &str) -> regex::Regex {
    regex::Regex::new(pattern).expect("the pattern is right")
}
