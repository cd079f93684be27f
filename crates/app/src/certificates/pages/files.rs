//! Certificates and their book as files.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use kernel::{Fault, Refusal};
use serde::Deserialize;

use super::{certificate_id, contest_id};
use crate::accounts::Actor;
use crate::awards;
use crate::certificates::access;
use crate::certificates::paper::{book, laid_out};
use crate::certificates::store::{self as rows, CertificateRow, RunRow};
use crate::frame::{Answer, App, Layout, Visitor, Words};

/// The name of a file of certificates.
const STEM: &str = "giay-chung-nhan";
/// The name of the book.
const BOOK: &str = "so-cap";

/// Which numbers of the book; all that stand where nothing is asked.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    from: Option<i64>,
    until: Option<i64>,
}

/// Answers `GET /certificates/{id}/paper.pdf`.
pub async fn one(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::certificate(&app.store, &actor, certificate_id(&id)?, visitor.at()).await?;
    let runs = vec![seen.run];
    Ok(Layout::Pdf.attached(printed(&app, (vec![seen.row], runs), seen.contest_name).await?, STEM))
}

/// Answers `GET /contests/{id}/certificates/papers/{file}`: those that stand, to be printed, or the whole book.
pub async fn of_contest(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, file)): Path<(String, String)>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let id = contest_id(&id)?;
    let granted = awards::granted(&app.store, &actor, id, visitor.at()).await?;
    let issued = rows::certificates(&app.store, id).await?;
    if issued.is_empty() {
        return Err(Refusal::absent().into());
    }
    let runs = rows::runs(&app.store, id).await?;
    let (stem, ending) = file.split_once('.').ok_or_else(Refusal::absent)?;
    let layout = Layout::read(ending)?;
    match (stem, layout) {
        (STEM, Layout::Pdf) => {
            let asked = |row: &CertificateRow| {
                row.ended_at.is_none()
                    && wanted.from.is_none_or(|from| row.number >= from)
                    && wanted.until.is_none_or(|until| row.number <= until)
            };
            let asked = issued.into_iter().filter(asked).collect();
            let bytes = printed(&app, (asked, runs), granted.contest.name).await?;
            Ok(layout.attached(bytes, STEM))
        }
        (BOOK, layout) => {
            let day = visitor.at().day();
            let bytes = tokio::task::spawn_blocking(move || {
                let paper = book(&granted.contest.name, (&issued, &runs), day);
                match layout {
                    Layout::Pdf => typesetting::pdf(&paper),
                    Layout::Docx => typesetting::docx(&paper),
                }
            });
            Ok(layout.attached(bytes.await.map_err(Fault::from)?, BOOK))
        }
        _ => Err(Refusal::absent().into()),
    }
}

async fn printed(
    app: &App,
    (rows, runs): (Vec<CertificateRow>, Vec<RunRow>),
    contest: String,
) -> Result<Vec<u8>, Fault> {
    let configuration = app.configuration.clone();
    let made = tokio::task::spawn_blocking(move || {
        let runs: BTreeMap<&str, &RunRow> = runs.iter().map(|run| (run.id.as_str(), run)).collect();
        let address = |path: &str| configuration.address(path);
        let mut all = Vec::new();
        for row in &rows {
            let run = runs.get(row.run_id.as_str());
            let run = run.ok_or_else(|| Fault::new("a certificate has no run"))?;
            all.push(laid_out((row, run), &contest, address)?);
        }
        let title = Words(crate::frame::Locale::Vi).say("certificate-kind");
        Ok(typesetting::certificates(&title, &all))
    });
    made.await.map_err(Fault::from)?
}
