//! What is made of a file beside it: small pictures of its first pages, and a copy without a trace of who made it.
//! Both are made in a child that is shut in, kept as files of their own, and named by rows of the original.

use std::io::{Read, Write};
use std::time::Duration;

use ::store::Tx;
use decoding::{Limits, NoCopy};
use kernel::{Failure, Fault};
use sandbox::{Ended, Input, Task};

use super::Inspection;
use super::inspect::input;
use super::store::rendition::{self as rows, NewRow};
use crate::audit::{self, Act};
use crate::files::{self, Kept};
use crate::frame::App;

/// The child that draws pages, and what it may use.
pub const PICTURES: Task = Task {
    name: "preview-file",
    runs_programs: true,
    memory: 512 * 1024 * 1024,
    cpu_seconds: 10,
    longest: Duration::from_secs(30),
    most_answer: 16 * 1024 * 1024,
};

/// The child that makes the copy, and what it may use.
pub const COPY: Task = Task {
    name: "copy-file",
    runs_programs: true,
    memory: 512 * 1024 * 1024,
    cpu_seconds: 20,
    longest: Duration::from_secs(40),
    most_answer: 80 * 1024 * 1024,
};

const PDF: &str = "application/pdf";
/// Kinds of files of which something is made.
const KINDS: [&str; 5] = [
    PDF,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "image/png",
    "image/jpeg",
    "image/webp",
];

/// What was made of a file; the bytes are on disk, and no row names them yet.
#[derive(Debug)]
pub struct Made {
    pages: Vec<Kept>,
    copy: Result<Kept, NoCopy>,
}

/// What the child that draws does once it is shut in: before each picture stands how long it is.
///
/// # Errors
/// Nobody listens.
pub fn draw(from: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    for page in decoding::preview(&input(from)?, &Limits::default()) {
        out.write_all(&u32::try_from(page.len())?.to_le_bytes())?;
        out.write_all(&page)?;
    }
    Ok(())
}

/// What the child that copies does once it is shut in: a line says how long the copy is, or why there is none.
///
/// # Errors
/// Nobody listens.
pub fn copy(from: &mut dyn Read, out: &mut dyn Write) -> Result<(), Fault> {
    let copy = decoding::plain(&input(from)?, &Limits::default());
    let told = copy.as_ref().map(Vec::len).map_err(|why| *why);
    serde_json::to_writer(&mut *out, &told)?;
    out.write_all(b"\n")?;
    Ok(out.write_all(&copy.unwrap_or_default())?)
}

/// Makes pictures and copy of a file in which this was found, and puts them on disk.
///
/// # Errors
/// The disk or the database is away.
pub async fn make(app: &App, hash: &str, found: &Inspection) -> Result<Made, Failure> {
    let kind = files::media_type(&app.store, hash).await?.unwrap_or_default();
    let refused = match found.trouble {
        Some(trouble) => Some(NoCopy::from(trouble)),
        None if !KINDS.contains(&kind.as_str()) => Some(NoCopy::Kind),
        None => None,
    };
    if let Some(why) = refused {
        return Ok(Made { pages: Vec::new(), copy: Err(why) });
    }
    let mut pages = Vec::new();
    for page in parted(&ask(app, &PICTURES, hash).await?.unwrap_or_default()) {
        pages.push(files::keep_made(app, page).await?);
    }
    if pages.is_empty() && kind == PDF {
        // What takes too long to draw once takes too long to print anew.
        return Ok(Made { pages, copy: Err(NoCopy::TooHard) });
    }
    let copy = match told(ask(app, &COPY, hash).await?) {
        Ok(bytes) => Ok(files::keep_made(app, bytes).await?),
        Err(why) => Err(why),
    };
    Ok(Made { pages, copy })
}

/// The answer of a child; nothing where it met a limit.
async fn ask(app: &App, task: &Task, hash: &str) -> Result<Option<Vec<u8>>, Failure> {
    let Some(file) = files::at_hand(app, hash, Limits::default().bytes).await? else {
        return Ok(None);
    };
    match sandbox::ask(&app.configuration.program, task, Input::File(file), None).await {
        Ok(answer) => Ok(Some(answer.bytes)),
        Err(Ended::OutOfTime | Ended::Silent) => Ok(None),
        Err(Ended::Fault(fault)) => Err(fault.into()),
    }
}

/// The pictures of an answer, up to where it breaks off.
fn parted(mut answer: &[u8]) -> Vec<Vec<u8>> {
    let mut pages = Vec::new();
    while let Some((length, rest)) = answer.split_first_chunk() {
        let length = usize::try_from(u32::from_le_bytes(*length)).unwrap_or(usize::MAX);
        let Some((page, rest)) = rest.split_at_checked(length) else { break };
        pages.push(page.to_vec());
        answer = rest;
    }
    pages
}

/// The copy of an answer. One that is shorter than it says comes of a child that met a limit.
fn told(answer: Option<Vec<u8>>) -> Result<Vec<u8>, NoCopy> {
    let mut answer = answer.ok_or(NoCopy::TooHard)?;
    let line = answer.iter().position(|byte| *byte == b'\n').ok_or(NoCopy::TooHard)?;
    let length: Result<usize, NoCopy> =
        serde_json::from_slice(&answer[..line]).map_err(|_| NoCopy::TooHard)?;
    answer.drain(..=line);
    match length? {
        length if length == answer.len() && length > 0 => Ok(answer),
        _ => Err(NoCopy::TooHard),
    }
}

/// Writes down what was made of a file, in the transaction in which it was looked at.
///
/// # Errors
/// The database is away.
pub async fn write_down(tx: &mut Tx, hash: &str, made: &Made) -> Result<(), Failure> {
    let mut act = Act::on("file.render", format!("file/{hash}"));
    for kept in made.pages.iter().chain(made.copy.as_ref().ok()) {
        act = files::note(tx, kept, act).await?;
    }
    for (page, kept) in (1..).zip(&made.pages) {
        rows::insert(tx, &NewRow::page(hash, page, &kept.hash)).await?;
    }
    let copy = made.copy.as_ref().map(|kept| kept.hash.as_str()).map_err(|why| *why);
    rows::insert(tx, &NewRow::copy(hash, copy)).await?;
    match made.pages.is_empty() && made.copy.is_err() {
        true => Ok(()),
        false => audit::record(tx, "system", act.note("pages", made.pages.len())).await.map(drop),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_that_breaks_off_gives_whole_pictures() {
        let check = |answer: &[u8], expect: &[&[u8]]| {
            assert_eq!(parted(answer), expect.iter().map(|it| it.to_vec()).collect::<Vec<_>>());
        };
        check(b"", &[]);
        check(b"\x02\0\0\0ab\x01\0\0\0c", &[b"ab", b"c"]);
        check(b"\x02\0\0\0ab\x05\0\0\0c", &[b"ab"]);
        check(b"\xff\xff\xff\xffab", &[]);
        check(b"\x02\0", &[]);
    }

    #[test]
    fn a_copy_is_whole_or_there_is_none() {
        let check = |answer: Option<&str>, expect: Result<&str, NoCopy>| {
            let told = told(answer.map(|text| text.as_bytes().to_vec()));
            assert_eq!(told, expect.map(|text| text.as_bytes().to_vec()), "{answer:?}");
        };
        check(Some("{\"Ok\":3}\nabc"), Ok("abc"));
        check(Some("{\"Ok\":3}\na\nc"), Ok("a\nc"));
        check(Some("{\"Ok\":3}\nab"), Err(NoCopy::TooHard));
        check(Some("{\"Ok\":0}\n"), Err(NoCopy::TooHard));
        check(Some("{\"Err\":\"locked\"}\n"), Err(NoCopy::Locked));
        check(Some("abc"), Err(NoCopy::TooHard));
        check(None, Err(NoCopy::TooHard));
    }
}
