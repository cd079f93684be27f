//! `hoithi read`: papers to facts, many at a time. It needs no installation.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use clap::Args;
use decoding::{Encoding, How};
use kernel::{Failure, Fault, Message};
use sandbox::Input;
use tokio::task::JoinSet;

use super::speak::Speaker;
use super::{DONE, REFUSED};
use crate::frame::Words;
use crate::papers::reading::{self, Paper, Unread};
use crate::papers::report::Report;
use crate::papers::summary;

/// Papers that are read at once.
const AT_ONCE: usize = 2;

/// What `read` takes.
#[derive(Args)]
pub struct Read {
    #[arg(required = true, value_name = "FILE")]
    file: Vec<PathBuf>,
    #[arg(long, value_name = "DIR")]
    json: Option<PathBuf>,
    #[arg(long, requires = "json")]
    text: bool,
    #[arg(short, long)]
    verbose: bool,
}

/// A file to read, and where its facts go.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Job {
    file: PathBuf,
    name: String,
}

/// What all files of a run have in common.
struct Run {
    program: PathBuf,
    folder: Option<PathBuf>,
    text: bool,
    verbose: bool,
    words: Words,
}

/// What came of one file: lines to say, and whether it was read.
struct Outcome {
    lines: Vec<String>,
    read: bool,
}

/// Reads every file; one that cannot be read keeps no other from it.
pub async fn read(flags: Read, speaker: &Speaker) -> Result<u8, Failure> {
    if let Some(folder) = &flags.json {
        std::fs::create_dir_all(folder)?;
    }
    let jobs = jobs(&flags.file)?;
    let bar = speaker.bar(jobs.len() as u64);
    let program = std::env::current_exe()?;
    let Read { json: folder, text, verbose, .. } = flags;
    let run = Arc::new(Run { program, folder, text, verbose, words: speaker.words });
    let (mut waiting, mut running) = (jobs.into_iter().enumerate(), JoinSet::new());
    let (mut unread, mut done, mut next) = (0, std::collections::BTreeMap::new(), 0);
    loop {
        while running.len() < AT_ONCE
            && let Some((at, job)) = waiting.next()
        {
            let run = run.clone();
            running.spawn(async move { (at, run.one(&job).await) });
        }
        let Some(finished) = running.join_next().await else { break };
        let (at, outcome) = finished?;
        done.insert(at, outcome?);
        bar.inc(1);
        while let Some(outcome) = done.remove(&next) {
            unread += usize::from(!outcome.read);
            bar.suspend(|| say(&outcome, speaker));
            next += 1;
        }
    }
    bar.finish_and_clear();
    Ok(if unread == 0 { DONE } else { REFUSED })
}

/// What is no paper is said where errors are said.
fn say(outcome: &Outcome, speaker: &Speaker) {
    for line in &outcome.lines {
        match outcome.read {
            true => speaker.line(line),
            false => drop(writeln!(std::io::stderr(), "{line}")),
        }
    }
}

/// The files, those of folders among them, each with a name of its own for its facts.
fn jobs(named: &[PathBuf]) -> Result<Vec<Job>, Fault> {
    let mut files = Vec::new();
    for path in named {
        match path.is_dir() {
            true => files.extend(of_folder(path)?),
            false => files.push(path.clone()),
        }
    }
    let mut taken = BTreeSet::new();
    let job = |file: PathBuf| {
        let name = free_name(&file, &mut taken);
        Job { file, name }
    };
    Ok(files.into_iter().map(job).collect())
}

/// The ordinary files of a folder by name; hidden ones and folders in it are left out.
fn of_folder(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let paths = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>()?;
    let hidden = |path: &Path| shown(path.file_name()).starts_with('.');
    paths.retain(|path| path.is_file() && !hidden(path));
    paths.sort();
    Ok(paths)
}

fn shown(name: Option<&OsStr>) -> String {
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// `plan` for `plan.pdf`; `plan.docx` for another of that name, then `plan.docx-2`.
fn free_name(file: &Path, taken: &mut BTreeSet<String>) -> String {
    let whole = shown(file.file_name());
    let numbered = (2..).map(|number| format!("{whole}-{number}"));
    let mut names = [shown(file.file_stem()), whole.clone()].into_iter().chain(numbered);
    let free = names.find(|name| taken.insert(name.clone()));
    free.expect("numbers do not end")
}

impl Run {
    async fn one(&self, job: &Job) -> Result<Outcome, Fault> {
        let input = reading::open(&job.file).map(Input::File).map_err(Unread::Trouble);
        let paper = match input {
            Ok(input) => reading::read(&self.program, input, None).await,
            Err(unread) => Err(unread),
        };
        match (paper, &self.folder) {
            (Err(Unread::Fault(fault)), _) => Err(fault),
            (Err(Unread::Trouble(trouble)), _) => {
                let (file, code) = (job.file.display(), trouble.code());
                let mut lines = vec![format!("{file}: {}", self.words.tell(&trouble.message()))];
                lines.extend(self.verbose.then(|| format!(" {code}")));
                Ok(Outcome { lines, read: false })
            }
            (Ok(paper), Some(folder)) => {
                self.write(&paper, job, folder)?;
                let lines = self.verbose.then(|| self.how(&paper, job));
                Ok(Outcome { lines: lines.into_iter().collect(), read: true })
            }
            (Ok(paper), None) => {
                let head = match self.verbose {
                    true => self.how(&paper, job),
                    false => job.file.display().to_string(),
                };
                let lines = summary::lines(&paper.facts, self.words);
                let lines = lines.into_iter().map(|line| format!("  {line}"));
                Ok(Outcome { lines: [head].into_iter().chain(lines).collect(), read: true })
            }
        }
    }

    /// The file with how it was decoded and how far the decoder was shut in.
    fn how(&self, paper: &Paper, job: &Job) -> String {
        let decoded = &paper.decoded;
        let message = Message::new("paper-how").with("file", job.file.display());
        let message = message.with("how", self.words.say(how_key(decoded.how)));
        let message = message.with("pages", decoded.pages).with("all", decoded.all_pages);
        self.words.tell(&message.with("sandbox", paper.sandbox))
    }

    fn write(&self, paper: &Paper, job: &Job, folder: &Path) -> Result<(), Fault> {
        let source = shown(job.file.file_name());
        let report = serde_json::to_vec_pretty(&Report::of(paper, &source))?;
        replace(&folder.join(format!("{}.json", job.name)), &report)?;
        let decoded = &paper.decoded;
        let as_it_stands = decoded.how == How::Text && decoded.encoding == Encoding::Utf8;
        if self.text && !as_it_stands {
            replace(&folder.join(format!("{}.decoded.txt", job.name)), decoded.text.as_bytes())?;
        }
        Ok(())
    }
}

/// Writes a file wholly or not at all.
fn replace(path: &Path, bytes: &[u8]) -> Result<(), Fault> {
    let partial = path.with_file_name(format!(".{}.partial", shown(path.file_name())));
    let written = std::fs::write(&partial, bytes).and_then(|()| std::fs::rename(&partial, path));
    let fault = |error| Fault::new(format!("{} cannot be written: {error}", path.display()));
    written.map_err(fault)
}

fn how_key(how: How) -> &'static str {
    match how {
        How::Text => "paper-how-text",
        How::Docx => "paper-how-docx",
        How::Odt => "paper-how-odt",
        How::Rtf => "paper-how-rtf",
        How::PdfText => "paper-how-pdf-text",
        How::PdfScan => "paper-how-pdf-scan",
        How::Image => "paper-how-image",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_file_gets_a_name_of_its_own() {
        let mut taken = BTreeSet::new();
        let mut check = |file: &str, expect: &str| {
            assert_eq!(free_name(Path::new(file), &mut taken), expect, "{file}");
        };
        check("a/plan.pdf", "plan");
        check("b/plan.docx", "plan.docx");
        check("c/plan.docx", "plan.docx-2");
        check("plan.docx", "plan.docx-3");
        check("report", "report");
    }
}
