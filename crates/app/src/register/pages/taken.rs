//! The book as a table in a file.

use axum::body::Body;
use axum::extract::{Path, State};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::Failure;
use tokio_util::io::ReaderStream;

use super::{Wanted, list, load};
use crate::accounts::Actor;
use crate::files;
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Visitor};
use crate::looks::{self, Thing};
use crate::register::export::{self, Format};
use crate::register::sheet::{self, Table};
use crate::register::{asked, store};

/// Bytes of a table that wait for a slow reader.
const WAITING: usize = 64 * 1024;

/// Answers `POST /contests/{id}/dossiers/tables`: what was looked for, whole, as a file.
pub async fn take_out(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Form(wanted): Form<Wanted>,
) -> Answer {
    let contest = load(&app, &actor, &id).await?;
    let (sort, day) = (wanted.sort(), visitor.at().day());
    let asked = asked::ask(&app.store, contest.0, &wanted.q, day).await?;
    let ids = store::ids(&app.store, &asked.filter, sort, (i64::MAX, 0)).await?;
    let format = Format::ALL.into_iter().find(|format| format.code() == wanted.format);
    let format = format.unwrap_or(Format::Xlsx);
    let noted = async {
        let count = i64::try_from(ids.len()).map_err(kernel::Fault::from)?;
        let mut tx = app.store.begin().await?;
        export::note_taken(&mut tx, &actor, (&asked, count), format.code()).await?;
        tx.commit().await.map_err(Failure::from)
    };
    if let Err(failure) = noted.await {
        let (errors, status) = Errors::of(failure, visitor.words())?;
        return list::shown(&app, &visitor, (&actor, contest), (wanted, errors, status)).await;
    }
    looks::note_many(&app, &actor, &ids, Thing::Table);
    let table = Table { ids, sort, columns: wanted.columns(), words: visitor.words(), day };
    match format {
        Format::Csv => Ok(csv(&app, table)),
        Format::Xlsx => {
            let (file, length) = sheet::xlsx(&app.store, &table).await?;
            let kind = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            let file = (tokio::fs::File::from_std(file), length);
            files::attached(file, (kind.to_owned(), "so-ho-so.xlsx"))
        }
    }
}

/// The table as it is being written; who listens slowly makes the writing slow.
fn csv(app: &App, table: Table) -> axum::response::Response {
    let (reading, writing) = tokio::io::duplex(WAITING);
    let app = app.clone();
    tokio::spawn(async move {
        if let Err(fault) = sheet::csv(&app.store, &table, writing).await {
            tracing::warn!(%fault, "a table was not read to its end: {fault}");
        }
    });
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"so-ho-so.csv\""),
    ];
    (headers, Body::from_stream(ReaderStream::with_capacity(reading, WAITING))).into_response()
}
