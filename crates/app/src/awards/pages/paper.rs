//! The papers of a meeting as files.

use axum::extract::{Path, State};
use kernel::{Failure, Refusal};

use super::meeting_id;
use crate::accounts::Actor;
use crate::audit;
use crate::awards::access::{self, SeenMeeting};
use crate::awards::papers::{Kind, gather};
use crate::contests;
use crate::frame::{Answer, App, Layout, Words};

/// The papers that are offered of a meeting: address and name.
pub fn offered(id: &str, words: Words) -> Vec<(String, String)> {
    let file = |kind: Kind, layout: Layout| {
        let ending = layout.ending();
        let name = format!("{} ({})", words.say(kind.label()), ending.to_uppercase());
        (format!("/meetings/{id}/papers/{}.{ending}", kind.stem()), name)
    };
    let kinds = Kind::ALL.into_iter();
    kinds.flat_map(|kind| Layout::ALL.map(|layout| file(kind, layout))).collect()
}

/// Answers `GET /meetings/{id}/papers/{file}`.
pub async fn file(
    State(app): State<App>,
    actor: Actor,
    Path((id, file)): Path<(String, String)>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let (stem, ending) = file.split_once('.').ok_or_else(Refusal::absent)?;
    let layout = Layout::read(ending)?;
    let kind = Kind::ALL.into_iter().find(|kind| kind.stem() == stem);
    let kind = kind.ok_or_else(Refusal::absent)?;
    let results = access::whole(&app.store, &actor, seen.contest.id).await?;
    if seen.row.sat_at.is_none() {
        return Err(seen.refused("meeting-not-begun").into());
    }
    let issuer = issuer(&app, &seen).await?;
    let told = gather(&app.store, (seen, &results), (issuer, checkpoint(&app).await?)).await?;
    let bytes = tokio::task::spawn_blocking(move || {
        let paper = told.paper(kind);
        match layout {
            Layout::Pdf => typesetting::pdf(&paper),
            Layout::Docx => typesetting::docx(&paper),
        }
    });
    Ok(layout.attached(bytes.await?, kind.stem()))
}

/// Who runs the contest, by the name of the day; the place of the contest where no unit is named.
async fn issuer(app: &App, seen: &SeenMeeting) -> Result<String, Failure> {
    let row = &seen.contest.row;
    let day = seen.row.begins().day();
    let name = match &row.organiser_id {
        Some(unit) => contests::store::unit_name(&app.store, unit, day).await?,
        None => None,
    };
    Ok(name.unwrap_or_else(|| row.locality.clone()))
}

/// The size and the root of the newest checkpoint of the ledger.
async fn checkpoint(app: &App) -> Result<Option<String>, Failure> {
    let note = audit::seal::newest(&app.store).await?;
    Ok(note.map(|note| note.lines().skip(1).take(2).collect::<Vec<_>>().join("\n")))
}
