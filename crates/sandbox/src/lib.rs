//! A task on foreign bytes, in a child process of our own program.
//!
//! The parent calls [`ask`]; the child is the same program under a hidden name and calls [`serve`]. The
//! child has an empty environment, no network, no data folder, and hard limits of memory, time and answer.
//! How far it is shut in depends on the machine and is said as a [`Level`].

mod bubblewrap;
mod child;
mod parent;

use std::fmt;
use std::time::Duration;

pub use child::serve;
pub use parent::{Answer, Ended, Input, ask};
use serde::{Deserialize, Serialize};

/// How far the child is shut in. Memory, time, network and environment are limited at every level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// Name spaces of its own by `bwrap`: it sees a few read-only folders and no other process.
    Bubblewrap,
    /// The kernel's Landlock: it may read these folders and nothing else.
    Landlock,
    /// Limits alone: it could read what the account of the service can read.
    Limits,
}

impl Level {
    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bubblewrap => "bubblewrap",
            Self::Landlock => "landlock",
            Self::Limits => "limits",
        }
    }

    fn named(name: &str) -> Option<Self> {
        [Self::Bubblewrap, Self::Landlock, Self::Limits].into_iter().find(|it| it.name() == name)
    }
}

impl fmt::Display for Level {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A task and what it may use. Parent and child are given the same one.
#[derive(Debug, Clone, Copy)]
pub struct Task {
    /// The hidden name under which the program runs it.
    pub name: &'static str,
    /// Whether it runs programs of the system, e.g. for pictures.
    pub runs_programs: bool,
    /// Bytes of address space of each process.
    pub memory: u64,
    /// Seconds of a core for each process.
    pub cpu_seconds: u64,
    /// Seconds that pass until it is ended.
    pub longest: Duration,
    /// Most bytes of its answer; one that is longer is cut.
    pub most_answer: u64,
}

/// Folders that programs of the system live on: their code, what they read, and fonts. None of them holds
/// a secret or anything of ours.
const READABLE: [&str; 13] = [
    "/usr/bin",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/bin",
    "/usr/local/lib",
    "/usr/share/fontconfig",
    "/usr/share/fonts",
    "/usr/share/poppler",
    "/usr/share/tesseract-ocr",
    "/usr/share/tessdata",
    "/etc/fonts",
    "/etc/ld.so.cache",
    "/var/cache/fontconfig",
];
