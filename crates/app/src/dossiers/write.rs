//! Writing a dossier: pages saved as they are typed, files added and removed. Nobody's act yet, so the ledger
//! does not hear of it.

use ::store::Tx;
use entry::{EntryRules, FileKind};
use kernel::{Failure, Instant, Message, Refusal};

use super::access::{self, SeenDossier};
use super::draft::Page;
use super::following::{is_taken, kind_by_name, kind_of};
use super::moved::way_of;
use super::store::{self, FileRow, NewFile};
use super::timing::Taking;
use super::{DossierId, PartId, policy};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::RuleSet;
use crate::files::{self, Kept};
use crate::uploads::{self, Upload, UploadId};

/// A page that was saved.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Saved {
    /// How often the page was saved.
    pub revision: i64,
    /// When.
    pub at: Instant,
}

/// Saves a page over the revision that the actor has `seen`. The same page saved twice is saved once, so that
/// a lost answer can be asked for again.
///
/// # Errors
/// The actor may not write now, or somebody saved the page meanwhile.
pub async fn save(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (page, seen): (&Page, i64),
) -> Result<Saved, Failure> {
    let (dossier, ..) = to_write(tx, actor, id).await?;
    is_open(&dossier, dossier.opens(page.step()))?;
    let body = page.body()?;
    let before = store::part(tx, id, page.step()).await?;
    let (revision, stands) = match &before {
        Some(row) => (row.revision, row.body == body),
        None => (0, false),
    };
    if stands {
        let at = before.map_or(tx.at(), |row| Instant::from_millis(row.saved_at));
        return Ok(Saved { revision, at });
    }
    if revision != seen {
        return Err(Refusal::conflict("dossier-saved-meanwhile").into());
    }
    store::write_part(tx, (id, page.step()), &body, revision + 1, actor.account()).await?;
    Ok(Saved { revision: revision + 1, at: tx.at() })
}

/// A dossier that the actor may write at this moment, with its rules and when it is taken.
async fn to_write(
    tx: &Tx,
    actor: &Actor,
    id: DossierId,
) -> Result<(SeenDossier, RuleSet, Taking), Failure> {
    let seen = access::own(tx, actor, id).await?;
    let (rules, _) = access::rules(tx, &seen.row).await?;
    let taking = access::window(tx, &seen, &rules).await?;
    policy::may_write(&seen, &taking, tx.at())?;
    Ok((seen, rules, taking))
}

/// Refuses what the office did not ask for again.
///
/// # Errors
/// It is not open.
pub(super) fn is_open(seen: &SeenDossier, opens: bool) -> Result<(), Refusal> {
    match opens {
        true => Ok(()),
        false => Err(way_of(seen.id, Refusal::conflict("dossier-part-closed"))),
    }
}

/// Adds a file whose bytes are here.
///
/// # Errors
/// The actor may not write now, or the rules do not take such a file.
pub async fn add_file(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (item, name, kept): (&str, &str, &Kept),
) -> Result<PartId, Failure> {
    let new = NewFile::here(item, name, kept);
    has_place(tx, actor, id, (&new, kind_of(kept.media_type))).await?;
    let act = files::note(tx, kept, Act::on("dossier.file", super::subject(id))).await?;
    let part = store::insert_file(tx, id, &new, actor.account()).await?;
    uploads::inspect::enqueue(tx, &kept.hash).await?;
    audit::record(tx, actor.who, act.note("sha256", &kept.hash)).await?;
    Ok(part)
}

/// Refuses a file for which the actor has no place now, or that the rules do not take.
async fn has_place(
    tx: &Tx,
    actor: &Actor,
    id: DossierId,
    (new, kind): (&NewFile<'_>, Option<FileKind>),
) -> Result<Taking, Failure> {
    let (dossier, rules, taking) = to_write(tx, actor, id).await?;
    is_open(&dossier, dossier.opens_item(new.item))?;
    takes(&rules.entry, new, kind)?;
    let (count, bytes) = store::weight(tx, id).await?;
    let limits = rules.entry.files;
    if count >= i64::from(limits.most) {
        let says = Message::new("dossier-files-too-many").with("most", limits.most);
        return Err(Refusal::field("file", says).into());
    }
    if new.bytes.saturating_add(bytes) > megabytes(limits.all_mb) {
        let says = Message::new("dossier-files-too-large").with("most", limits.all_mb);
        return Err(Refusal::field("file", says).into());
    }
    Ok(taking)
}

/// Refuses a file that the rules do not take at this place.
fn takes(rules: &EntryRules, new: &NewFile<'_>, kind: Option<FileKind>) -> Result<(), Refusal> {
    if !rules.checklist.iter().any(|item| item.key == new.item) {
        return Err(Refusal::field("file", "dossier-file-unasked"));
    }
    if new.bytes > megabytes(rules.files.each_mb) {
        let says = Message::new("dossier-file-too-large").with("most", rules.files.each_mb);
        return Err(Refusal::field("file", says));
    }
    match is_taken(rules, new.item, kind) {
        true => Ok(()),
        false => {
            let says = Message::new("dossier-file-kind").with("name", new.name);
            Err(Refusal::field("file", says))
        }
    }
}

fn megabytes(count: u16) -> i64 {
    i64::from(count) * 1_000_000
}

/// Names a file that comes in pieces. Where all of it is here it is added; where its bytes are still on their way
/// it is named, if the rules let them follow. Naming the same file at the same place again changes nothing.
///
/// # Errors
/// The actor may not write now, it is no upload of theirs for this dossier, or the rules do not take such a file.
pub async fn take_upload(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (item, upload): (&str, UploadId),
) -> Result<PartId, Failure> {
    let found = uploads::find(tx, actor, upload).await?;
    let promise = &found.promise;
    if promise.purpose.thing("dossier") != Some(id) {
        return Err(Refusal::absent().into());
    }
    let named = store::files(tx, id).await?;
    let same = |file: &FileRow| file.item_key == item && file.hash == promise.hash;
    if let Some(file) = named.into_iter().find(same) {
        return Ok(file.id.parse()?);
    }
    match uploads::finished(tx, &[upload]).await?.into_iter().next() {
        Some((_, kept, _)) => add_file(tx, actor, id, (item, &promise.name, &kept)).await,
        None => name_file(tx, actor, id, (item, &found)).await,
    }
}

async fn name_file(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    (item, upload): (&str, &Upload),
) -> Result<PartId, Failure> {
    let promise = &upload.promise;
    let new = NewFile {
        item,
        name: &promise.name,
        bytes: i64::try_from(promise.bytes).unwrap_or(i64::MAX),
        hash: &promise.hash,
        media_type: None,
    };
    let taking = has_place(tx, actor, id, (&new, kind_by_name(&promise.name))).await?;
    if upload.state != uploads::State::Open || taking.bytes_until().is_none() {
        return Err(Refusal::conflict("dossier-upload-not-whole").into());
    }
    store::insert_file(tx, id, &new, actor.account()).await
}

/// Takes a file out of what is being written. Versions that were handed in keep it.
///
/// # Errors
/// The actor may not write now, or there is no such file.
pub async fn remove_file(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    part: PartId,
) -> Result<(), Failure> {
    let (dossier, ..) = to_write(tx, actor, id).await?;
    let file = store::file(tx, id, part).await?.ok_or_else(Refusal::absent)?;
    is_open(&dossier, dossier.opens_item(&file.item_key))?;
    match store::remove_file(tx, id, part).await? {
        true => Ok(()),
        false => Err(Refusal::absent().into()),
    }
}
