//! The files that a version names, as pages show them: which are here, and which are still on their way.

use kernel::{Failure, Instant};
use store::Reader;

use super::attach::size;
use super::beside::{Beside, Shelves};
use super::own::Tag;
use crate::dossiers::following::{Arrival, Named};
use crate::dossiers::{DossierId, subject};
use crate::frame::Words;
use crate::uploads::{self, Purpose, State, Upload};

/// A file of a version.
pub struct FileLine {
    /// As the sender named it.
    pub name: String,
    /// How large it is, for people.
    pub size: String,
    /// SHA-256, hex.
    pub hash: String,
    /// Where it is given out; empty: its bytes are not here.
    pub href: String,
    /// How far it is, where there is something to say.
    pub tag: Option<Tag>,
    /// Whether bytes are waited for.
    pub is_awaited: bool,
    /// How much of it has come, in percent.
    pub percent: i64,
    /// What stands beside it, where the page shows that.
    pub beside: Beside,
}

/// One file, of which so many bytes have come.
pub fn line(words: Words, file: &Named, received: i64) -> FileLine {
    let id = file.row.as_ref().map(|row| (row.dossier_id.as_str(), row.id.as_str()));
    let href = id.filter(|_| file.arrival.is_here());
    FileLine {
        name: file.listed.name.clone(),
        size: size(file.listed.bytes),
        hash: file.listed.sha256.clone(),
        href: href.map(|(id, part)| format!("/dossiers/{id}/files/{part}")).unwrap_or_default(),
        tag: tag(words, file.arrival),
        is_awaited: matches!(file.arrival, Arrival::Following(_)),
        percent: received * 100 / file.listed.bytes.max(1),
        beside: Beside::default(),
    }
}

/// What is said of the moment at which a file came; nothing where it was in time.
fn tag(words: Words, arrival: Arrival) -> Option<Tag> {
    Some(match arrival {
        Arrival::InTime => return None,
        Arrival::Late(_) => Tag::new(words, ("file-late", "clock", "is-late")),
        Arrival::Missing => Tag::new(words, ("file-missing", "warning", "is-late")),
        Arrival::Following(until) => {
            let says = Tag::new(words, ("file-following", "clock", "is-due"));
            Tag { word: words.with("file-following", "moment", until.written()), ..says }
        }
    })
}

/// The files of one part of the checklist, with what stands beside them.
pub fn of_item(words: Words, (files, beside): (&[Named], &Shelves), item: &str) -> Vec<FileLine> {
    let mine = files.iter().filter(|file| file.listed.item == item);
    let with_beside = |file: &Named| {
        let plain = line(words, file, 0);
        FileLine { beside: beside.of(words, &plain.hash, &plain.href), ..plain }
    };
    mine.map(with_beside).collect()
}

/// Every file of a version, for those who send what is missing.
///
/// # Errors
/// The database is away.
pub async fn lines(
    reader: &Reader,
    words: Words,
    (id, files): (DossierId, &[Named]),
) -> Result<Vec<FileLine>, Failure> {
    let sent = sent(reader, id).await?;
    Ok(files.iter().map(|file| line(words, file, come(&sent, &file.listed.sha256))).collect())
}

/// What is being sent for a dossier.
///
/// # Errors
/// The database is away.
pub async fn sent(reader: &Reader, id: DossierId) -> Result<Vec<Upload>, Failure> {
    let purpose: Purpose = subject(id).parse().map_err(kernel::Fault::from)?;
    let all = uploads::of_purpose(reader, &purpose).await?;
    let open = all.into_iter().map(|(_, upload)| upload);
    Ok(open.filter(|upload| upload.state == State::Open).collect())
}

/// How many bytes of a file have come so far.
pub fn come(sent: &[Upload], hash: &str) -> i64 {
    let mine = sent.iter().filter(|upload| upload.promise.hash == hash);
    let most = mine.map(|upload| upload.received).max().unwrap_or_default();
    i64::try_from(most).unwrap_or(i64::MAX)
}

/// The last moment at which bytes of these files may come; nothing where none is waited for.
pub fn awaited_until(files: &[Named]) -> Option<Instant> {
    let until = |file: &Named| match file.arrival {
        Arrival::Following(until) => Some(until),
        _ => None,
    };
    files.iter().filter_map(until).max()
}
