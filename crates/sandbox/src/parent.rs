//! The parent's side: starts the child, hands it the bytes, takes its answer within limits.

use std::fs::File;
use std::path::Path;
use std::process::Stdio;

use kernel::Fault;
use rustix::process::{Pid, Signal, kill_process_group};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::process::{Child, ChildStdin, Command};
use tokio::sync::Semaphore;

use crate::{Level, Task, bubblewrap};

/// Children at once; more tasks wait.
static CHILDREN: Semaphore = Semaphore::const_new(2);

/// What the child is given.
#[derive(Debug)]
pub enum Input {
    /// Bytes in memory.
    Bytes(Vec<u8>),
    /// A file that is open; the parent never reads it.
    File(File),
}

/// What the child said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Its bytes, at most as many as the task allows. Whether they are whole, only their form can tell.
    pub bytes: Vec<u8>,
    /// How far the child was shut in.
    pub level: Level,
}

/// How a task ends without an answer.
#[derive(Debug)]
pub enum Ended {
    /// It took longer than it may.
    OutOfTime,
    /// It ended before it said anything: a limit was met, or the child is broken.
    Silent,
    /// The child could not be started.
    Fault(Fault),
}

impl<E: Into<Fault>> From<E> for Ended {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}

/// Runs a task in a child of `program` and takes its answer. The child and all that it started are gone
/// when this returns or is dropped. `strictest` is the best level to try; `None` lets the machine decide.
///
/// # Errors
/// See [`Ended`].
pub async fn ask(
    program: &Path,
    task: &Task,
    input: Input,
    strictest: Option<Level>,
) -> Result<Answer, Ended> {
    let _place = CHILDREN.acquire().await?;
    match tokio::time::timeout(task.longest, hear(program, task, input, strictest)).await {
        Ok(answer) => answer,
        Err(_) => Err(Ended::OutOfTime),
    }
}

async fn hear(
    program: &Path,
    task: &Task,
    input: Input,
    strictest: Option<Level>,
) -> Result<Answer, Ended> {
    let outer = match strictest {
        Some(Level::Landlock | Level::Limits) => strictest,
        _ => bubblewrap::works().await.then_some(Level::Bubblewrap),
    };
    let (stdin, bytes) = match input {
        Input::Bytes(bytes) => (Stdio::piped(), bytes),
        Input::File(file) => (Stdio::from(file), Vec::new()),
    };
    let mut group = Group(start(program, task, outer, stdin)?);
    let (stdin, stdout) = (group.0.stdin.take(), group.0.stdout.take());
    let mut stdout =
        stdout.ok_or_else(|| Fault::new("a child without a pipe"))?.take(task.most_answer);
    let mut answer = Vec::new();
    let (_, heard) = tokio::join!(tell(stdin, bytes), stdout.read_to_end(&mut answer));
    heard?;
    parted(answer).ok_or(Ended::Silent)
}

fn start(program: &Path, task: &Task, outer: Option<Level>, stdin: Stdio) -> Result<Child, Fault> {
    let mut command = match outer {
        Some(Level::Bubblewrap) => bubblewrap::wrap(program),
        _ => Command::new(program),
    };
    command.arg(task.name).args(outer.map(Level::name));
    command.env_clear().stdin(stdin).stdout(Stdio::piped()).stderr(Stdio::null());
    command.process_group(0).kill_on_drop(true);
    let fault = |error| Fault::new(format!("{} does not start: {error}", program.display()));
    command.spawn().map_err(fault)
}

/// A child that has seen enough closes its end; then there is nothing more to tell it.
async fn tell(stdin: Option<ChildStdin>, bytes: Vec<u8>) {
    let Some(mut stdin) = stdin else { return };
    let _ = stdin.write_all(&bytes).await;
}

/// The level on the first line, and what follows it.
fn parted(mut answer: Vec<u8>) -> Option<Answer> {
    let end = answer.iter().position(|byte| *byte == b'\n')?;
    let level = std::str::from_utf8(&answer[..end]).ok().and_then(Level::named)?;
    answer.drain(..=end);
    Some(Answer { bytes: answer, level })
}

/// The child with all that it starts.
struct Group(Child);

impl Drop for Group {
    fn drop(&mut self) {
        let id = self.0.id().and_then(|id| i32::try_from(id).ok()).and_then(Pid::from_raw);
        if let Some(id) = id {
            // It may have ended by itself.
            let _ = kill_process_group(id, Signal::KILL);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_begins_with_the_level() {
        let check = |answer: &str, expect: Option<(Level, &str)>| {
            let found = parted(answer.as_bytes().to_vec());
            let expect = expect.map(|(level, text)| Answer { bytes: text.into(), level });
            assert_eq!(found, expect, "{answer}");
        };
        check("landlock\nabc\n", Some((Level::Landlock, "abc\n")));
        check("limits\n", Some((Level::Limits, "")));
        check("none\nabc", None);
        check("bubblewrap", None);
        check("", None);
    }
}
