//! The ledger on live data: what somebody with a shell changes is found and named, by two verifiers.

mod log;
mod rows;

use std::process::Command;

use hoithi::audit::export;
use hoithi::audit::verify::verify;
use ledger::finding::Finding;

use crate::house::House;

/// The second verifier, which shares no code with the first.
const VERIFIER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../ledger/verify.py");

/// What both verifiers find; they must agree to the letter.
async fn found(house: &House, outside: &[String]) -> Vec<Finding> {
    let verdict = verify(&house.app.store, &house.app.keys, outside).await.unwrap();
    let lines: Vec<String> = verdict.findings.iter().map(Finding::to_string).collect();
    assert_eq!(found_by_python(house, outside).await, lines);
    verdict.findings
}

async fn found_by_python(house: &House, outside: &[String]) -> Vec<String> {
    let exported = house.folder().join("ledger.jsonl");
    let mut file = Vec::new();
    export::write(&house.app.store, &house.app.keys, &mut file).await.unwrap();
    std::fs::write(&exported, file).unwrap();
    let mut python = Command::new("python3");
    python.arg(VERIFIER).arg(exported);
    for (number, note) in outside.iter().enumerate() {
        let path = house.folder().join(format!("checkpoint-{number}"));
        std::fs::write(&path, note).unwrap();
        python.arg("--checkpoint").arg(path);
    }
    let output = python.output().unwrap();
    let lines: Vec<String> =
        String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect();
    let expected = if lines.is_empty() { 0 } else { 1 };
    assert_eq!(output.status.code(), Some(expected), "{:?}", String::from_utf8(output.stderr));
    lines
}

/// Table and row that each finding names.
fn named(findings: &[Finding]) -> Vec<(&'static str, String, String)> {
    let mut named: Vec<_> = findings.iter().map(name).collect();
    named.sort();
    named
}

fn name(finding: &Finding) -> (&'static str, String, String) {
    match finding {
        Finding::RowAltered { table, id, .. } => ("altered", table.clone(), id.clone()),
        Finding::RowMissing { table, id, .. } => ("missing", table.clone(), id.clone()),
        Finding::RowUnlogged { table, id } => ("unlogged", table.clone(), id.clone()),
        Finding::RowShouldBeGone { table, id, .. } => ("should be gone", table.clone(), id.clone()),
        other => panic!("names no row: {other}"),
    }
}
