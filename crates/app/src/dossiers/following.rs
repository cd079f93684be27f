//! Files whose bytes follow (tệp gửi nốt): named in time by size and hash, so that a slow line decides nothing.

use std::collections::BTreeSet;

use ::store::jobs::{self, Leased, NewJob};
use ::store::{Reader, Tx};
use entry::{EntryRules, FileKind, Gap, Step, Weight};
use kernel::{Failure, Fault, Instant, Message, Refusal};

use super::DossierId;
use super::letter::{About, write_to};
use super::manifest::{Listed, Manifest};
use super::store::{self, FileRow, VersionRow};
use super::timing::Taking;
use crate::contests;
use crate::frame::App;
use crate::notifications::Letter;

/// Kind of the job that looks, when bytes may no longer follow, at what has not come.
pub const BYTES_DUE: &str = "dossier.bytes-due";

/// How far a file is that a version names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrival {
    /// Its bytes are here, and were in time.
    InTime,
    /// Its bytes are here, and came only then.
    Late(Instant),
    /// Its bytes may still come until then.
    Following(Instant),
    /// Its bytes did not come.
    Missing,
}

impl Arrival {
    /// How far a file is at a moment; `until` is when bytes of its version may follow at the latest.
    pub fn of(arrived: Option<Instant>, until: Option<Instant>, at: Instant) -> Self {
        match (arrived, until) {
            (Some(arrived), Some(until)) if arrived > until => Self::Late(arrived),
            (Some(_), _) => Self::InTime,
            (None, Some(until)) if at <= until => Self::Following(until),
            (None, _) => Self::Missing,
        }
    }

    /// Whether its bytes are here.
    pub fn is_here(self) -> bool {
        matches!(self, Self::InTime | Self::Late(_))
    }
}

/// A file of a version.
#[derive(Debug, Clone)]
pub struct Named {
    /// As the manifest names it.
    pub listed: Listed,
    /// How far it is.
    pub arrival: Arrival,
    /// Its row, by which it is given out; nothing: it was never named for the dossier.
    pub row: Option<FileRow>,
}

/// The files of a version, in the order of its manifest, at a moment.
///
/// # Errors
/// The database is away.
pub async fn named(
    reader: &Reader,
    version: &VersionRow,
    (listed, at): (&[Listed], Instant),
) -> Result<Vec<Named>, Fault> {
    let rows = store::files_ever(reader, version.dossier_id.parse()?).await?;
    let until = version.bytes_until.map(Instant::from_millis);
    let named = |file: &Listed| {
        let mine = rows.iter().filter(|row| row.hash == file.sha256);
        let row = mine.min_by_key(|row| (row.arrived_at.is_none(), row.arrived_at)).cloned();
        let arrived = row.as_ref().and_then(|row| row.arrived_at).map(Instant::from_millis);
        Named { listed: file.clone(), arrival: Arrival::of(arrived, until, at), row }
    };
    Ok(listed.iter().map(named).collect())
}

/// What is said before handing in of files that are not here, and of those that turned out to be of another kind.
/// Where the rules leave no time after the deadline, or there is none, every byte must be here first.
pub(super) fn gaps(files: &[FileRow], rules: &EntryRules, taking: &Taking) -> Vec<Gap> {
    let says = |key: &'static str, file: &FileRow, weight| {
        let says = Message::new(key).with("name", &file.name);
        Gap { step: Step::Files, field: file.item_key.clone(), weight, says }
    };
    let gap = |file: &FileRow| match (&file.media_type, taking.bytes_until()) {
        (Some(media_type), _) if is_taken(rules, &file.item_key, kind_of(media_type)) => None,
        (Some(_), _) => Some(says("dossier-file-kind", file, Weight::Stops)),
        (None, None) => Some(says("dossier-file-unsent", file, Weight::Stops)),
        (None, Some(until)) => {
            let mut gap = says("dossier-file-follows", file, Weight::Asks);
            gap.says = gap.says.with("moment", until.written());
            Some(gap)
        }
    };
    files.iter().filter_map(gap).collect()
}

/// Whether the rules take a kind of file at a part of the checklist.
pub(super) fn is_taken(rules: &EntryRules, item: &str, kind: Option<FileKind>) -> bool {
    let item = rules.checklist.iter().find(|it| it.key == item);
    item.zip(kind).is_some_and(|(item, kind)| item.takes.contains(&kind))
}

/// What kind of file bytes are, by their content.
pub fn kind_of(media_type: &str) -> Option<FileKind> {
    match media_type {
        "application/pdf" => Some(FileKind::Pdf),
        "image/png" | "image/jpeg" | "image/heic" | "image/webp" => Some(FileKind::Picture),
        "video/mp4" | "video/quicktime" | "video/webm" => Some(FileKind::Film),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.document" => {
            Some(FileKind::Text)
        }
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => {
            Some(FileKind::Sheet)
        }
        _ => None,
    }
}

/// What kind of file somebody says that it is, by the end of its name; the content is looked at when it is here.
pub(super) fn kind_by_name(name: &str) -> Option<FileKind> {
    let (_, end) = name.rsplit_once('.')?;
    match end.to_ascii_lowercase().as_str() {
        "pdf" => Some(FileKind::Pdf),
        "png" | "jpg" | "jpeg" | "heic" | "webp" => Some(FileKind::Picture),
        "mp4" | "mov" | "webm" => Some(FileKind::Film),
        "docx" => Some(FileKind::Text),
        "xlsx" => Some(FileKind::Sheet),
        _ => None,
    }
}

/// Sees to it that somebody looks when the bytes of a version may no longer follow.
pub(super) async fn wait(
    tx: &mut Tx,
    id: DossierId,
    until: Option<Instant>,
) -> Result<(), Failure> {
    let Some(until) = until else { return Ok(()) };
    let job = NewJob {
        kind: BYTES_DUE,
        payload: serde_json::json!({ "dossier": id.to_string() }).to_string(),
        unique_key: None,
        run_at: until.plus_seconds(1),
    };
    jobs::enqueue(tx, job).await
}

/// Tells who wrote a dossier which of its files did not come, and notes it for the office.
///
/// # Errors
/// The database is away; the job is tried again.
pub async fn end(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id = payload["dossier"].as_str().unwrap_or_default();
    let id: DossierId = id.parse().map_err(Fault::from)?;
    let version = store::last_version(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    let mut tx = app.store.begin().await?;
    let missing = missing(&tx, &version).await?;
    if !missing.is_empty() {
        let items: BTreeSet<&str> = missing.iter().map(|file| file.item.as_str()).collect();
        store::needs::add_files(&mut tx, id, &items).await?;
        tell(&mut tx, app, (id, &version), &missing).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// The files that did not come; nothing where a newer version leaves more time.
async fn missing(tx: &Tx, version: &VersionRow) -> Result<Vec<Listed>, Failure> {
    let listed = Manifest::read(&version.body)?.files;
    let found = named(tx, version, (&listed, tx.at())).await?;
    let gone = found.into_iter().filter(|file| file.arrival == Arrival::Missing);
    Ok(gone.map(|file| file.listed).collect())
}

async fn tell(
    tx: &mut Tx,
    app: &App,
    (id, version): (DossierId, &VersionRow),
    missing: &[Listed],
) -> Result<(), Failure> {
    let row = store::find(tx, id).await?.ok_or_else(Refusal::absent)?;
    let contest = contests::store::find(tx, row.contest()?).await?.ok_or_else(Refusal::absent)?;
    let names: Vec<&str> = missing.iter().map(|file| file.name.as_str()).collect();
    let files = names.join(", ");
    let number = row.number.unwrap_or_default();
    let about = About { id, number, title: &version.title, contest: &contest.name };
    let letter = |locale| Letter::new(locale, "mail-dossier-bytes-missing").with("files", &files);
    write_to(tx, app, about, letter).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_in_time_to_the_millisecond() {
        let at = Instant::from_millis;
        let check = |arrived: Option<i64>, until: Option<i64>, now: i64, expect| {
            let said = Arrival::of(arrived.map(at), until.map(at), at(now));
            assert_eq!(said, expect, "{arrived:?} {until:?} {now}");
        };
        check(Some(5), None, 9, Arrival::InTime);
        check(Some(5), Some(5), 9, Arrival::InTime);
        check(Some(6), Some(5), 9, Arrival::Late(at(6)));
        check(None, Some(5), 5, Arrival::Following(at(5)));
        check(None, Some(5), 6, Arrival::Missing);
        check(None, None, 0, Arrival::Missing);
    }

    #[test]
    fn names_say_what_a_file_claims_to_be() {
        let check = |name: &str, expect| assert_eq!(kind_by_name(name), expect, "{name}");
        check("Bản vẽ.PDF", Some(FileKind::Pdf));
        check("anh.máy.jpeg", Some(FileKind::Picture));
        check("phim.mov", Some(FileKind::Film));
        check("mo-ta.docx", Some(FileKind::Text));
        check("bang.xlsx", Some(FileKind::Sheet));
        for none in ["pdf", "a.", "a.exe", "a.docm", ""] {
            check(none, None);
        }
    }
}
