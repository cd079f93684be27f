//! Writing a dossier: pages saved as they are typed, files added and removed. Nobody's act yet, so the ledger
//! does not hear of it.

use ::store::Tx;
use entry::{EntryRules, FileKind, Item};
use kernel::{Failure, Instant, Message, Refusal};

use super::access::{self, SeenDossier};
use super::draft::Page;
use super::moved::way_of;
use super::{DossierId, PartId, policy, store};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::RuleSet;
use crate::files::{self, Kept};
use crate::uploads::{self, UploadId};

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
    let (dossier, _) = to_write(tx, actor, id).await?;
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

/// A dossier that the actor may write at this moment, with its rules.
async fn to_write(
    tx: &Tx,
    actor: &Actor,
    id: DossierId,
) -> Result<(SeenDossier, RuleSet), Failure> {
    let seen = access::own(tx, actor, id).await?;
    let (rules, _) = access::rules(tx, &seen.row).await?;
    let taking = access::window(tx, &seen, &rules).await?;
    policy::may_write(&seen, &taking, tx.at())?;
    Ok((seen, rules))
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
    let (dossier, rules) = to_write(tx, actor, id).await?;
    is_open(&dossier, dossier.opens_item(item))?;
    takes(&rules.entry, item, (name, kept))?;
    let (count, bytes) = store::weight(tx, id).await?;
    let limits = rules.entry.files;
    if count >= i64::from(limits.most) {
        let says = Message::new("dossier-files-too-many").with("most", limits.most);
        return Err(Refusal::field("file", says).into());
    }
    let all = i64::try_from(kept.bytes).unwrap_or(i64::MAX).saturating_add(bytes);
    if all > megabytes(limits.all_mb) {
        let says = Message::new("dossier-files-too-large").with("most", limits.all_mb);
        return Err(Refusal::field("file", says).into());
    }
    let act = files::note(tx, kept, Act::on("dossier.file", super::subject(id))).await?;
    let part = store::insert_file(tx, id, (item, name, kept), actor.account()).await?;
    uploads::inspect::enqueue(tx, &kept.hash).await?;
    audit::record(tx, actor.who, act.note("sha256", &kept.hash)).await?;
    Ok(part)
}

/// Refuses a file that the rules do not take at this place.
fn takes(rules: &EntryRules, item: &str, (name, kept): (&str, &Kept)) -> Result<(), Refusal> {
    let item = rules.checklist.iter().find(|it| it.key == item);
    let item: &Item = item.ok_or_else(|| Refusal::field("file", "dossier-file-unasked"))?;
    if i64::try_from(kept.bytes).unwrap_or(i64::MAX) > megabytes(rules.files.each_mb) {
        let says = Message::new("dossier-file-too-large").with("most", rules.files.each_mb);
        return Err(Refusal::field("file", says));
    }
    match kind_of(kept.media_type).is_some_and(|kind| item.takes.contains(&kind)) {
        true => Ok(()),
        false => {
            let says = Message::new("dossier-file-kind").with("name", name);
            Err(Refusal::field("file", says))
        }
    }
}

fn megabytes(count: u16) -> i64 {
    i64::from(count) * 1_000_000
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

/// Adds a file that came in pieces and is whole.
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
    if found.promise.purpose.thing("dossier") != Some(id) {
        return Err(Refusal::absent().into());
    }
    let whole = uploads::finished(tx, &[upload]).await?.into_iter().next();
    let (_, kept, _) = whole.ok_or_else(|| Refusal::conflict("dossier-upload-not-whole"))?;
    add_file(tx, actor, id, (item, &found.promise.name, &kept)).await
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
    let (dossier, _) = to_write(tx, actor, id).await?;
    let file = store::file(tx, id, part).await?.ok_or_else(Refusal::absent)?;
    is_open(&dossier, dossier.opens_item(&file.item_key))?;
    match store::remove_file(tx, id, part).await? {
        true => Ok(()),
        false => Err(Refusal::absent().into()),
    }
}
