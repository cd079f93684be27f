//! Programs of the system: bytes in, a bounded answer out. They inherit all that the child may not do.

use std::io::{ErrorKind, Read, Write};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::thread;

/// Where programs are looked for.
const FOLDERS: &str = "/usr/local/bin:/usr/bin:/bin";

/// Why a program gave no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Failed {
    /// It is not on this machine.
    Missing,
    /// It met a limit, or was ended.
    Ended,
    /// It said no, with this code.
    Code(i32),
}

/// What a program is asked.
pub struct Ask<'a> {
    /// Its name.
    pub name: &'static str,
    /// Its arguments.
    pub arguments: Vec<String>,
    /// What it reads.
    pub input: &'a [u8],
}

impl<'a> Ask<'a> {
    /// A program with arguments that are parted by blanks.
    pub fn new(name: &'static str, arguments: &str, input: &'a [u8]) -> Self {
        Self { name, arguments: arguments.split(' ').map(str::to_owned).collect(), input }
    }

    /// Its answer, at most so many bytes; a longer one is cut and the program told to end by a closed pipe.
    ///
    /// # Errors
    /// See [`Failed`].
    pub fn answer(&self, most: u64) -> Result<Vec<u8>, Failed> {
        self.stream(|out| {
            let mut answer = Vec::new();
            out.take(most).read_to_end(&mut answer).map(|_| answer)
        })
    }

    /// Hands its answer to `take` while it comes.
    ///
    /// # Errors
    /// See [`Failed`].
    pub fn stream<T>(
        &self,
        take: impl FnOnce(&mut ChildStdout) -> std::io::Result<T>,
    ) -> Result<T, Failed> {
        let mut child = self.start()?;
        let (stdin, stdout) = (child.stdin.take(), child.stdout.take());
        let mut stdout = stdout.ok_or(Failed::Ended)?;
        let taken = thread::scope(|threads| {
            threads.spawn(move || {
                // A program that has seen enough closes its end.
                let _ = stdin.map(|mut stdin| stdin.write_all(self.input));
            });
            let taken = take(&mut stdout);
            drop(stdout);
            taken
        });
        let status = child.wait().map_err(|_| Failed::Ended)?;
        match (status.code(), taken) {
            (Some(0), Ok(taken)) => Ok(taken),
            (Some(code), _) => Err(Failed::Code(code)),
            _ => Err(Failed::Ended),
        }
    }

    fn start(&self) -> Result<Child, Failed> {
        let mut command = Command::new(self.name);
        command.args(&self.arguments).env_clear().env("PATH", FOLDERS).env("OMP_THREAD_LIMIT", "1");
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => Failed::Missing,
            _ => Failed::Ended,
        })
    }
}
