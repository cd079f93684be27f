//! Dossiers among the earlier solutions (đối chiếu giữa các hồ sơ): each that is handed in joins them, so that
//! the next ones are compared with it. Only who looks after all contests sees them there.

use ::store::jobs::{self, Leased};
use kernel::{Failure, Fault, Refusal};

use super::findings::asked;
use crate::contests;
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store::{self as dossiers, DossierRow};
use crate::dossiers::{DossierId, subject};
use crate::frame::App;
use crate::prior_art::{self, DossierText};

/// Puts the newest version of the dossier of a job among the earlier solutions.
///
/// # Errors
/// The database is away; the job is tried again.
pub async fn join(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: serde_json::Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id = payload["dossier"].as_str().unwrap_or_default();
    let id: DossierId = id.parse().map_err(Fault::from)?;
    let row = dossiers::find(&app.store, id).await?.ok_or_else(Refusal::absent)?;
    let text = text_of(app, (id, &row)).await?;
    let mut tx = app.store.begin().await?;
    prior_art::put_dossier(&mut tx, &text).await?;
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn text_of(app: &App, (id, row): (DossierId, &DossierRow)) -> Result<DossierText, Failure> {
    let reader = &app.store;
    let version = dossiers::last_version(reader, id).await?.ok_or_else(Refusal::absent)?;
    let manifest = Manifest::read(&version.body)?;
    let contest = contests::store::find(reader, row.contest()?).await?;
    let contest = contest.ok_or_else(Refusal::absent)?;
    let unit = match &row.unit_id {
        Some(unit) => contests::store::unit_name(reader, unit, app.store.now().day()).await?,
        None => None,
    };
    let authors = manifest.entry.people.authors.iter();
    let authors: Vec<&str> = authors.map(|author| author.name.as_str()).collect();
    let compared = asked(&manifest);
    Ok(DossierText {
        origin: subject(id),
        title: compared.title,
        text: compared.text,
        year: contest.last_year,
        level: Some(contest.level),
        contest: contest.name,
        authors: authors.join(", "),
        unit: row.unit_id.clone().zip(unit),
        field: manifest.entry.solution.field,
    })
}
