//! Stories from the shell: our own program on the folder and the database of a house.

mod checking;
mod contest;
mod counting_again;
mod exporting;
pub mod importing;

use std::process::{Command, Stdio};

use crate::house::House;

/// What a run said, and how it ended.
#[derive(Debug, PartialEq, Eq)]
pub struct Run {
    pub status: Option<i32>,
    pub said: String,
    pub refused: String,
}

/// Runs the program in English with these arguments.
pub fn run(house: &House, arguments: &[&str]) -> Run {
    let output = Command::new(env!("CARGO_BIN_EXE_hoithi"))
        .args(arguments)
        .args(["--lang", "en", "--data"])
        .arg(house.folder())
        .args(["--database", house.app.configuration.database.as_deref().unwrap()])
        .stdin(Stdio::null())
        .output()
        .unwrap();
    let text = |bytes: Vec<u8>| String::from_utf8(bytes).unwrap();
    Run { status: output.status.code(), said: text(output.stdout), refused: text(output.stderr) }
}

/// What a run said that went well.
pub fn said(house: &House, arguments: &[&str]) -> String {
    let run = run(house, arguments);
    assert_eq!((run.status, run.refused.as_str()), (Some(0), ""), "{arguments:?}");
    run.said
}

/// The one line of JSON that a run said.
pub fn told(house: &House, arguments: &[&str]) -> serde_json::Value {
    serde_json::from_str(&said(house, &[arguments, &["--json"]].concat())).unwrap()
}

/// Why a run was refused.
pub fn refused(house: &House, arguments: &[&str]) -> String {
    let run = run(house, arguments);
    assert_eq!((run.status, run.said.as_str()), (Some(1), ""), "{arguments:?}");
    run.refused
}
