//! The parent's side: a file to a child, its text to the reader.

use std::fs::File;
use std::path::Path;

use decoding::{Decoded, Limits, Undecodable};
use documents::Facts;
use kernel::Fault;
use sandbox::{Ended, Input, Level};

use super::decoding::{Answer, TASK};
use super::trouble::Trouble;

/// A paper that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Paper {
    /// Its text and how it was come by.
    pub decoded: Decoded,
    /// How far the child was shut in that decoded it.
    pub sandbox: Level,
    /// What it says.
    pub facts: Facts,
}

/// Why there is no paper.
#[derive(Debug)]
pub enum Unread {
    /// The file is to blame.
    Trouble(Trouble),
    /// We are.
    Fault(Fault),
}

impl<T: Into<Trouble>> From<T> for Unread {
    fn from(trouble: T) -> Self {
        Self::Trouble(trouble.into())
    }
}

/// Opens a file for reading without waiting for anybody; its size is looked at before its bytes.
///
/// # Errors
/// It is absent, closed to us, no file, empty or too large.
pub fn open(path: &Path) -> Result<File, Trouble> {
    let about = std::fs::metadata(path).map_err(trouble)?;
    if !about.is_file() {
        return Err(Trouble::NotAFile);
    }
    match about.len() {
        0 => Err(Undecodable::Empty.into()),
        length if length > Limits::default().bytes => Err(Undecodable::TooBig.into()),
        _ => File::open(path).map_err(trouble),
    }
}

fn trouble(error: std::io::Error) -> Trouble {
    match error.kind() {
        std::io::ErrorKind::NotFound => Trouble::Absent,
        _ => Trouble::Closed,
    }
}

/// Reads a paper. `program` is our own, which is its own child; `strictest` is the best level to try, `None`
/// lets the machine decide.
///
/// # Errors
/// The file gives no text, or we fail.
pub async fn read(program: &Path, input: Input, strictest: Option<Level>) -> Result<Paper, Unread> {
    let (decoded, sandbox) = text(program, input, strictest).await?;
    let read = tokio::task::spawn_blocking(move || {
        let facts = documents::read(&decoded.text);
        Paper { decoded, sandbox, facts }
    });
    read.await.map_err(|error| Unread::Fault(error.into()))
}

/// Only the text of a paper.
///
/// # Errors
/// The file gives none, or we fail.
pub async fn text(
    program: &Path,
    input: Input,
    strictest: Option<Level>,
) -> Result<(Decoded, Level), Unread> {
    match sandbox::ask(program, &TASK, input, strictest).await {
        Ok(answer) => match serde_json::from_slice(&answer.bytes) {
            Ok(Answer::Text(decoded)) => Ok((decoded, answer.level)),
            Ok(Answer::Trouble(trouble)) => Err(trouble.into()),
            Err(_) => Err(Undecodable::TooHard.into()),
        },
        Err(Ended::OutOfTime | Ended::Silent) => Err(Undecodable::TooHard.into()),
        Err(Ended::Fault(fault)) => Err(Unread::Fault(fault)),
    }
}
