//! What there is to say about a file: looked at in a child process, after it arrived, for whoever reads it.

use std::io::{Read, Write};
use std::time::Duration;

use ::store::Tx;
use ::store::jobs::{self, Leased, NewJob};
use decoding::{Active, Limits, Undecodable};
use kernel::{Failure, Fault, Message};
use sandbox::{Ended, Input, Task};
use serde::{Deserialize, Serialize};

use super::render;
use super::store::inspection as rows;
use crate::files;
use crate::frame::App;

/// Kind of the job that looks at a file.
pub const INSPECT: &str = "upload.inspect";

/// The child and what it may use.
pub const TASK: Task = Task {
    name: "inspect-file",
    runs_programs: true,
    memory: 512 * 1024 * 1024,
    cpu_seconds: 10,
    longest: Duration::from_secs(30),
    most_answer: 16 * 1024 * 1024,
};

/// What a look at a file has found.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Inspection {
    /// Why it cannot be opened, where it cannot.
    pub trouble: Option<Undecodable>,
    /// Pages, where it has such.
    pub pages: Option<u32>,
    /// What it does by itself when it is opened.
    pub active: Vec<Active>,
    /// The text that it holds; nothing is read from pictures.
    pub text: String,
}

impl Inspection {
    /// What keeps the file from being opened, and a way out: the sentence that a paper gets, too.
    pub fn trouble_says(&self) -> Option<Message> {
        let limits = Limits::default();
        let says = |code: &str| {
            Message::new(format!("paper-{}", code.replace(['.', '_'], "-")))
                .with("megabytes", limits.bytes / 1024 / 1024)
                .with("megapixels", limits.pixels / 1_000_000)
        };
        self.trouble.map(|trouble| says(trouble.code()))
    }
}

/// What the child does once it is shut in.
///
/// # Errors
/// Nobody listens.
pub fn run(from: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    let limits = Limits { recognises: false, ..Limits::default() };
    Ok(serde_json::to_writer(out, &look(&input(from)?, &limits))?)
}

/// What a child is given: of a file that is too large, enough to see that it is.
///
/// # Errors
/// It cannot be read.
pub(super) fn input(from: &mut dyn Read) -> Result<Vec<u8>, Fault> {
    let mut bytes = Vec::new();
    from.take(Limits::default().bytes + 1).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn look(bytes: &[u8], limits: &Limits) -> Inspection {
    let decoded = decoding::decode(bytes, limits);
    let pages = decoding::pages(bytes, limits);
    let (active, damaged) = match decoding::active(bytes, limits) {
        Ok(active) => (active, None),
        Err(trouble) => (Vec::new(), Some(trouble)),
    };
    let (text, trouble) = match decoded {
        Ok(decoded) => (decoded.text, None),
        Err(trouble) => (String::new(), Some(trouble).filter(|trouble| spoils(*trouble))),
    };
    Inspection { trouble: trouble.or(damaged), pages, active, text }
}

/// Whether a file of which this is said cannot be opened; sheets, slides, films and pictures without letters
/// can, though they give no text. A package that is no document only looked like one.
fn spoils(trouble: Undecodable) -> bool {
    !matches!(
        trouble,
        Undecodable::NoText
            | Undecodable::ImageNoText
            | Undecodable::OcrMissing
            | Undecodable::PdfNoReader
            | Undecodable::OfficeSheet
            | Undecodable::OfficeSlides
            | Undecodable::OfficeOldDoc
            | Undecodable::ImageKind
            | Undecodable::TextTooLong
            | Undecodable::Unknown
    )
}

/// Has a file looked at, in the transaction in which it is there.
pub async fn enqueue(tx: &mut Tx, hash: &str) -> Result<(), Failure> {
    let job = NewJob {
        kind: INSPECT,
        payload: serde_json::json!({ "hash": hash }).to_string(),
        unique_key: Some(format!("{INSPECT}/{hash}")),
        run_at: tx.at(),
    };
    jobs::enqueue(tx, job).await
}

/// Looks at the file of a job, and makes of it what stands beside it. A film is not looked into, nor is a file that was
/// looked at already.
///
/// # Errors
/// The file or the database is away; the job is tried again.
pub async fn inspect(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let hash = payload["hash"].as_str().unwrap_or_default();
    if rows::is_there(&app.store, hash).await? {
        let mut tx = app.store.begin().await?;
        jobs::finish(&mut tx, job).await?;
        return Ok(tx.commit().await?);
    }
    let found = looked_at(app, hash).await?;
    let made = render::make(app, hash, &found).await?;
    let mut tx = app.store.begin().await?;
    rows::insert(&mut tx, hash, &found).await?;
    render::write_down(&mut tx, hash, &made).await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn looked_at(app: &App, hash: &str) -> Result<Inspection, Failure> {
    let Some(file) = files::at_hand(app, hash, Limits::default().bytes).await? else {
        return Ok(Inspection::default());
    };
    let program = &app.configuration.program;
    match sandbox::ask(program, &TASK, Input::File(file), None).await {
        Ok(answer) => Ok(serde_json::from_slice(&answer.bytes).unwrap_or_else(|_| too_hard())),
        Err(Ended::OutOfTime | Ended::Silent) => Ok(too_hard()),
        Err(Ended::Fault(fault)) => Err(fault.into()),
    }
}

fn too_hard() -> Inspection {
    Inspection { trouble: Some(Undecodable::TooHard), ..Inspection::default() }
}
