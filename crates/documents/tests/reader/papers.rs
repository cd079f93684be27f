//! Papers with the facts in them, found by hand.

use std::io::Write;
use std::path::{Path, PathBuf};

use serde_json::Value;

/// A paper and what stands in it.
pub struct Paper {
    pub name: String,
    pub text: String,
    pub gold: Value,
}

/// The real papers, which the project may read but not carry, with the acceptance tool. Nothing where
/// they are not at hand; that is said aloud, and on the machine that decides it is a failure.
pub fn acceptance() -> Option<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    let beside = here.ancestors().map(|folder| folder.join("shared"));
    let found = beside.into_iter().find(|folder| folder.join("seeds").is_dir());
    if found.is_none() {
        leave_out("../shared is absent: the real papers are not read");
    }
    found
}

/// Says aloud what is not tested; the machine that decides has to have everything.
///
/// # Panics
/// The environment says `CI=true`.
pub fn leave_out(what: &str) {
    let _ = writeln!(std::io::stderr(), "\nLEFT OUT (bỏ qua): {what}\n");
    assert!(std::env::var("CI").as_deref() != Ok("true"), "{what}");
}

/// Our own samples; `held` ones are not looked at while rules are written.
pub fn samples(folder: &str) -> Vec<Paper> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    papers(&folder, &folder)
}

/// Every paper that has its facts beside it.
pub fn papers(texts: &Path, golds: &Path) -> Vec<Paper> {
    let Ok(entries) = std::fs::read_dir(golds) else { return Vec::new() };
    let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
    paths.sort();
    paths.iter().map(|path| paper(texts, path)).collect()
}

fn paper(texts: &Path, gold: &Path) -> Paper {
    let name = gold.file_stem().expect("a listed file has a name").to_string_lossy().into_owned();
    let text = std::fs::read_to_string(texts.join(format!("{name}.txt")));
    let gold = std::fs::read(gold).expect("the listed file can be read");
    Paper {
        text: text.expect("every gold has its paper"),
        gold: serde_json::from_slice(&gold).expect("the gold is JSON"),
        name,
    }
}
