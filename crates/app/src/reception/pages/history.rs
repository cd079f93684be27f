//! What was asked for again, and what came back.

use entry::Entry;
use kernel::{Failure, Instant};

use crate::dossiers::DossierId;
use crate::dossiers::manifest::Manifest;
use crate::dossiers::pages::whole::whole;
use crate::dossiers::store as dossiers;
use crate::frame::{App, Words};
use crate::reception::access::OnDesk;
use crate::reception::change::{Change, changes, files_only_in};

/// A request for more, as the desk shows it.
pub struct AskedShown {
    /// What is wrong or missing.
    pub why: String,
    /// Who asked, and when.
    pub asked: String,
    /// Until when.
    pub due: String,
    /// How it ended, and when.
    pub ended: Option<String>,
}

/// Every request for more, the newest first.
pub async fn requests(app: &App, words: Words, id: DossierId) -> Result<Vec<AskedShown>, Failure> {
    let rows = dossiers::supplements(&app.store, id).await?;
    let shown = rows.into_iter().map(|row| AskedShown {
        due: row.due().written(),
        asked: {
            let at = Instant::from_millis(row.asked_at).written();
            row.asked_by.map_or(at.clone(), |by| format!("{by}, {at}"))
        },
        ended: row.ended.map(|ended| {
            let at = row.ended_at.map(|at| Instant::from_millis(at).written());
            let ended = words.say(&format!("supplement-{ended}"));
            at.map_or(ended.clone(), |at| format!("{ended}, {at}"))
        }),
        why: row.why,
    });
    Ok(shown.collect())
}

/// What came back differs from what was asked about, in this.
pub async fn changed(app: &App, words: Words, desk: &OnDesk) -> Result<Vec<Change>, Failure> {
    let id = desk.seen.id;
    let Some(asked) = dossiers::supplements(&app.store, id).await?.into_iter().next() else {
        return Ok(Vec::new());
    };
    let versions = dossiers::versions(&app.store, id).await?;
    let Some(before) = versions.into_iter().find(|row| row.version == asked.version) else {
        return Ok(Vec::new());
    };
    let before = Manifest::read(&before.body)?;
    let lines = |entry: &Entry| whole(entry, &desk.rules, words).lines();
    let mut found = changes(&lines(&before.entry), &lines(&desk.manifest.entry));
    let name = |key: &str| {
        let item = desk.rules.entry.checklist.iter().find(|item| item.key == key);
        item.map_or_else(|| key.to_owned(), |item| item.name.clone())
    };
    let gone = files_only_in(&before, &desk.manifest).into_iter();
    found.extend(gone.map(|(item, file)| Change {
        what: name(&item),
        before: file,
        after: String::new(),
    }));
    let new = files_only_in(&desk.manifest, &before).into_iter();
    found.extend(new.map(|(item, file)| Change {
        what: name(&item),
        before: String::new(),
        after: file,
    }));
    Ok(found)
}
