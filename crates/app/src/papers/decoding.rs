//! The child process: standard input is a file, standard output its text.

use std::io::{Read, Write};
use std::time::Duration;

use ::decoding::{Decoded, Limits, Undecodable, decode};
use kernel::Fault;
use sandbox::Task;
use serde::{Deserialize, Serialize};

/// The child and what it may use. A scan of sixty pages takes minutes; a text takes milliseconds.
pub const TASK: Task = Task {
    name: "decode-paper",
    runs_programs: true,
    memory: 1024 * 1024 * 1024,
    cpu_seconds: 60,
    longest: Duration::from_secs(600),
    most_answer: 32 * 1024 * 1024,
};

/// The child's answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// The text.
    Text(Decoded),
    /// Why there is none.
    Trouble(Undecodable),
}

/// What the child does once it is shut in.
///
/// # Errors
/// Nobody listens.
pub fn run(input: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    let limits = Limits::default();
    let mut bytes = Vec::new();
    input.take(limits.bytes + 1).read_to_end(&mut bytes)?;
    let answer = decode(&bytes, &limits).map_or_else(Answer::Trouble, Answer::Text);
    Ok(serde_json::to_writer(out, &answer)?)
}
