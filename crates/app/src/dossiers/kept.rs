//! What is kept of dossiers about one of those who write them, for the file that they may take along.

use std::collections::BTreeMap;

use ::store::Reader;
use entry::{Detail, Entry, People};
use kernel::id::AccountId;
use kernel::{Failure, Fault, Refusal};
use serde_json::Value;

use super::pages::whole::whole;
use super::{DossierId, access, store};
use crate::contests;
use crate::frame::{App, Words};

/// A dossier to be read.
#[derive(Debug, Clone)]
pub struct Kept {
    /// Its id.
    pub id: DossierId,
    /// Its title.
    pub title: String,
    /// What is written of it: label and text.
    pub lines: Vec<(String, String)>,
    /// Hash and name of each file.
    pub files: Vec<(String, String)>,
}

/// The dossiers that somebody writes.
///
/// # Errors
/// The database is away.
pub async fn of_account(reader: &Reader, account: AccountId) -> Result<Vec<DossierId>, Fault> {
    let ids = store::forget::of_member(reader, account).await?;
    ids.iter().map(|id| Ok(id.parse()?)).collect()
}

/// What is kept of a dossier, as it is written now.
///
/// # Errors
/// The database is away.
pub async fn of(reader: &Reader, words: Words, id: DossierId) -> Result<Kept, Failure> {
    let row = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let entry: Entry = access::draft(reader, id).await?.entry;
    let (rules, _) = access::rules(reader, &row).await?;
    let contest =
        contests::store::find(reader, row.contest()?).await?.ok_or_else(Refusal::absent)?;
    let files = store::files_ever(reader, id).await?;
    Ok(Kept {
        id,
        title: format!("{} · {}", entry.solution.title, contest.name),
        lines: whole(&entry, &rules, words).lines(),
        files: files.into_iter().map(|file| (file.hash, file.name)).collect(),
    })
}

/// Takes the seals off identity numbers in rows of a table, for who wrote them; for others the numbers are left out.
///
/// # Errors
/// A seal is not ours, or the database holds something else.
pub fn opened(
    app: &App,
    table: &str,
    rows: &mut [BTreeMap<String, Option<String>>],
    is_own: bool,
) -> Result<(), Fault> {
    for row in rows {
        let Some(Some(body)) = row.get_mut("body") else { continue };
        let mut told: Value = serde_json::from_str(body)?;
        let people = match table {
            "dossier_part" => Some(&mut told),
            "dossier_version" => told.pointer_mut("/entry/people"),
            _ => None,
        };
        let Some(people) = people.filter(|people| people.get("authors").is_some()) else {
            continue;
        };
        let mut read: People = serde_json::from_value(people.take())?;
        for author in &mut read.authors {
            let Some(sealed) = author.details.remove(&Detail::Identity) else { continue };
            if is_own {
                let number = String::from_utf8(app.keys.unseal(&sealed)?)?;
                author.details.insert(Detail::Identity, number);
            }
        }
        *people = serde_json::to_value(read)?;
        *body = told.to_string();
    }
    Ok(())
}
