//! One run of `hoithi read`, and how much memory it took.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use serde_json::Value;

/// What a run left behind.
pub struct Run {
    pub status: Option<i32>,
    pub said: String,
    pub refused: String,
    /// The most memory that the parent held, in kilobytes.
    pub memory: u64,
}

/// Runs `hoithi read` with these arguments in a folder, with nothing in its environment.
pub fn read(folder: &Path, arguments: &[&str]) -> Run {
    let [said, refused] = ["said", "refused"].map(|name| folder.with_extension(name));
    let mut child = Command::new(env!("CARGO_BIN_EXE_hoithi"))
        .arg("read")
        .args(arguments)
        .current_dir(folder)
        .env_clear()
        .stdin(Stdio::null())
        .stdout(std::fs::File::create(&said).unwrap())
        .stderr(std::fs::File::create(&refused).unwrap())
        .spawn()
        .unwrap();
    let mut memory = 0;
    let status = loop {
        memory = memory.max(peak(child.id()).unwrap_or(0));
        match child.try_wait().unwrap() {
            Some(status) => break status.code(),
            None => std::thread::sleep(Duration::from_millis(2)),
        }
    };
    let [said, refused] = [said, refused].map(|path| std::fs::read_to_string(path).unwrap());
    Run { status, said, refused, memory }
}

fn peak(process: u32) -> Option<u64> {
    let status = std::fs::read_to_string(format!("/proc/{process}/status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

/// The facts that a run wrote.
pub fn facts(folder: &Path, name: &str) -> Value {
    serde_json::from_slice(&std::fs::read(folder.join(name)).unwrap()).unwrap()
}

/// A folder of its own, and where files are put into it.
pub fn folder() -> (tempfile::TempDir, PathBuf) {
    let folder = crate::template::folder();
    let inside = folder.path().join("papers");
    std::fs::create_dir(&inside).unwrap();
    (folder, inside)
}
