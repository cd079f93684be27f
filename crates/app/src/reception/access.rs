//! Finding dossiers for those who check them.

use ::store::Reader;
use kernel::{Failure, Fault, Instant, Refusal};

use crate::accounts::Actor;
use crate::contests::{self, RuleSet};
use crate::dossiers::access::{SeenDossier, dossier, is_author};
use crate::dossiers::following::{Named, named};
use crate::dossiers::letter::About;
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store::{self as dossiers, VersionRow};
use crate::dossiers::{DossierId, way_of};

/// A dossier on the desk.
#[derive(Debug, Clone)]
pub struct OnDesk {
    /// The dossier.
    pub seen: SeenDossier,
    /// Its newest version.
    pub version: VersionRow,
    /// What that version says.
    pub manifest: Manifest,
    /// The rules by which it is measured: those under which it came, until the office chose newer ones.
    pub rules: RuleSet,
}

/// A dossier that was handed in, for who runs its contest. Nobody checks what they wrote for themselves:
/// of a dossier somebody is an author of, others decide.
///
/// # Errors
/// For this actor there is none, or it is their own.
pub async fn desk(reader: &Reader, actor: &Actor, id: DossierId) -> Result<OnDesk, Failure> {
    let seen = dossier(reader, actor, id).await?;
    if !contests::policy::runs(actor, &seen.contest.runners()?) || seen.row.number.is_none() {
        let refusal = way_of(id, Refusal::forbidden("desk-office-only"));
        return Err(refusal.into());
    }
    if is_author(reader, actor, id).await? {
        return Err(way_of(id, Refusal::forbidden("desk-own-dossier")).into());
    }
    let version = dossiers::last_version(reader, id).await?.ok_or_else(Refusal::absent)?;
    let manifest = Manifest::read(&version.body)?;
    let rules = contests::rules_at(reader, seen.row.contest()?, seen.row.rules_version).await?;
    Ok(OnDesk { seen, version, manifest, rules })
}

impl OnDesk {
    /// What letters to those who write it tell of it.
    pub fn about(&self) -> About<'_> {
        About {
            id: self.seen.id,
            number: self.seen.row.number.unwrap_or_default(),
            title: &self.version.title,
            contest: &self.seen.contest.name,
        }
    }

    /// The files of the newest version, each with how far it is.
    ///
    /// # Errors
    /// The database is away.
    pub async fn files(&self, reader: &Reader, at: Instant) -> Result<Vec<Named>, Fault> {
        named(reader, &self.version, (&self.manifest.files, at)).await
    }

    /// Refuses an act on a version that is no longer the newest: its author handed in again meanwhile.
    ///
    /// # Errors
    /// There is a newer version.
    pub fn is_newest(&self, version: i64) -> Result<(), Refusal> {
        match version == self.version.version {
            true => Ok(()),
            false => Err(self.refused("desk-newer-version")),
        }
    }

    /// A conflict, with the way back to the desk.
    pub fn refused(&self, says: impl Into<kernel::Message>) -> Refusal {
        Refusal::conflict(says).way_out("way-desk", format!("/dossiers/{}/desk", self.seen.id))
    }
}
