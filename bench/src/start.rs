//! `start`: how long until the first answer, and how much memory at rest.

use std::path::Path;
use std::thread;
use std::time::Duration;

use kernel::Fault;
use serde_json::{Value, json};

use crate::Folder;
use crate::server::Server;

/// Starts on an empty folder once, then again and again on the same one.
pub fn measure(program: &Path, rounds: u32) -> Result<Value, Fault> {
    let folder = Folder::new("start")?;
    let first = Server::start(program, folder.path())?;
    let first_ms = first.ready_ms;
    drop(first);
    let mut again = Vec::new();
    for _ in 0..rounds {
        again.push(Server::start(program, folder.path())?.ready_ms);
    }
    again.sort_by(f64::total_cmp);
    let at_rest = Server::start(program, folder.path())?;
    thread::sleep(Duration::from_secs(3));
    let median = again.get(again.len() / 2).copied().unwrap_or(0.0);
    Ok(json!({
        "bench": "start",
        "first_start_ms": first_ms,
        "second_start_ms_median": median,
        "second_start_ms_worst": again.last(),
        "memory_at_rest_mb": at_rest.resident_mb()?,
    }))
}
