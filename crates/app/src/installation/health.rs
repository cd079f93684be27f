//! Health: alive, ready (which proves a write), and figures for Prometheus.

use std::sync::OnceLock;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode, header};
use axum::response::{IntoResponse, Response};
use kernel::{Failure, Refusal};
use metrics_exporter_prometheus::{PrometheusBuilder, PrometheusHandle};

use super::store;
use crate::accounts::policy;
use crate::frame::{Answer, App, Visitor};

static FIGURES: OnceLock<Option<PrometheusHandle>> = OnceLock::new();

/// Begins to collect figures, once in a process.
pub fn collect() {
    FIGURES.get_or_init(|| PrometheusBuilder::new().install_recorder().ok());
}

/// Answers `GET /health/live`: the process answers.
pub async fn live() -> &'static str {
    "ok\n"
}

/// Answers `GET /health/ready`: a write has just reached the disk.
pub async fn ready(State(app): State<App>) -> Response {
    match prove_a_write(&app).await {
        Ok(()) => "ok\n".into_response(),
        Err(failure) => {
            tracing::warn!(?failure, "not ready: {failure:?}");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}

async fn prove_a_write(app: &App) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    store::beat(&mut tx, &app.configuration.listen.to_string()).await?;
    Ok(tx.commit().await?)
}

/// Answers `GET /metrics`, to whoever knows the token, or administers.
pub async fn metrics(State(app): State<App>, visitor: Visitor, headers: HeaderMap) -> Answer {
    let given = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    let given = given.and_then(|value| value.strip_prefix("Bearer "));
    let knows = app.configuration.metrics_token.is_some()
        && app.configuration.metrics_token.as_deref() == given;
    let administers = visitor.actor().is_some_and(|actor| policy::may_manage(actor).is_ok());
    let handle = FIGURES.get().and_then(Option::as_ref).filter(|_| knows || administers);
    let figures = handle.ok_or_else(Refusal::absent)?.render();
    let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4")];
    Ok((kind, figures).into_response())
}
