//! `cargo run -p documents --example score -- DIR GOLD [--verbose]`: reads every paper of DIR that has
//! its facts by hand in GOLD, and prints what was right, missing and invented.

#[path = "../tests/score/mod.rs"]
#[expect(dead_code, reason = "the tests ask it for more than the printed table")]
mod score;

use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use serde_json::Value;

fn main() -> ExitCode {
    let (flags, folders): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|it| it.starts_with("--"));
    let [papers, golds] = folders.as_slice() else {
        let _ = writeln!(std::io::stderr(), "score DIR GOLD [--verbose]");
        return ExitCode::FAILURE;
    };
    let outcome = scored(Path::new(papers), Path::new(golds), &flags);
    match outcome.and_then(|table| std::io::stdout().write_all(table.as_bytes())) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let _ = writeln!(std::io::stderr(), "score: {error}");
            ExitCode::FAILURE
        }
    }
}

fn scored(papers: &Path, golds: &Path, flags: &[String]) -> std::io::Result<String> {
    let mut found = Vec::new();
    for path in golds_in(golds)? {
        let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let gold: Value = serde_json::from_slice(&std::fs::read(&path)?)?;
        found.push((name, gold));
    }
    let read = |name: &str| {
        let text = std::fs::read_to_string(papers.join(format!("{name}.txt"))).ok()?;
        serde_json::to_value(documents::read(&text)).ok()
    };
    let rows: Vec<_> =
        found.iter().map(|(name, gold)| score::Scored { name, gold, read: read(name) }).collect();
    Ok(score::table(&rows, flags.iter().any(|it| it == "--verbose")).0)
}

fn golds_in(folder: &Path) -> std::io::Result<Vec<PathBuf>> {
    let entries = std::fs::read_dir(folder)?.collect::<Result<Vec<_>, _>>()?;
    let mut paths: Vec<PathBuf> = entries.into_iter().map(|entry| entry.path()).collect();
    paths.retain(|path| path.extension().is_some_and(|it| it == "json"));
    paths.sort();
    Ok(paths)
}
