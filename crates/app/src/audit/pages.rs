//! The ledger for people: what happened, whether it still stands, and its newest seal.

use std::collections::{BTreeSet, HashMap};

use askama::Template;
use axum::body::Body;
use axum::extract::{Query, State};
use axum::http::header;
use axum::response::IntoResponse;
use kernel::Refusal;
use ledger::event::Event;
use serde::Deserialize;

use super::history::{act_in_words, actor_in_words};
use super::{export as writer, seal, store, verify as verifier};
use crate::accounts::{Actor, policy};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};

const ROWS: i64 = 50;

/// From where on to show the list.
#[derive(Deserialize)]
pub struct From {
    before: Option<i64>,
}

struct Line {
    seq: i64,
    at: String,
    act: String,
    actor: String,
    subject: String,
    href: Option<String>,
    erased: bool,
}

#[derive(Template)]
#[template(path = "audit/pages/ledger.html")]
struct LedgerPage {
    frame: Frame,
    size: u64,
    lines: Vec<Line>,
    older: Option<i64>,
    key: String,
    checkpoint: Option<String>,
}

/// Answers `GET /installation/ledger`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Query(from): Query<From>,
) -> Answer {
    policy::may_manage(&actor)?;
    let shown = store::shown_before(&app.store, from.before.unwrap_or(i64::MAX), ROWS).await?;
    let older = shown.last().map(|entry| entry.seq).filter(|seq| *seq > 0);
    let names = store::names(&app.store, &mentioned(&shown)).await?;
    let frame = Frame::new(&app, &visitor);
    page(&LedgerPage {
        size: store::size(&app.store).await?,
        lines: shown.into_iter().map(|entry| line(entry, &names, frame.t)).collect(),
        frame,
        older,
        key: seal::verify_key(&app.keys)?.to_string(),
        checkpoint: seal::newest(&app.store).await?,
    })
}

/// Ids of the accounts and units that act or are acted upon.
fn mentioned(shown: &[store::Shown]) -> BTreeSet<String> {
    let events = shown.iter().filter_map(|entry| entry.event.as_ref());
    let subject = |event: &Event| event.subject.split_once('/').map(|(_, id)| id.to_owned());
    events.flat_map(|event| [Some(event.actor.clone()), subject(event)]).flatten().collect()
}

fn line(entry: store::Shown, names: &HashMap<String, String>, words: Words) -> Line {
    let at = entry.at.written();
    let Some(event) = entry.event else {
        let empty = String::new;
        return Line {
            seq: entry.seq,
            at,
            act: empty(),
            actor: empty(),
            subject: empty(),
            href: None,
            erased: true,
        };
    };
    Line {
        seq: entry.seq,
        at,
        act: act_in_words(&event.act, words),
        actor: actor_in_words(&event.actor, names, words),
        href: href(&event.subject),
        subject: names.get(&event.subject).cloned().unwrap_or(event.subject),
        erased: false,
    }
}

/// The page of what was acted upon, if it has one.
fn href(subject: &str) -> Option<String> {
    match subject.split_once('/')? {
        ("account", id) => Some(format!("/people/{id}")),
        ("unit", id) => Some(format!("/units/{id}")),
        ("reorganisation", id) => Some(format!("/reorganisations/{id}")),
        ("contest", id) => Some(format!("/contests/{id}")),
        _ => None,
    }
}

#[derive(Template)]
#[template(path = "audit/pages/verdict.html")]
struct VerdictPage {
    frame: Frame,
    entries: u64,
    rows: u64,
    checkpoints: usize,
    findings: Vec<String>,
}

/// Answers `POST /installation/ledger/verification`.
pub async fn verify(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    let verdict = verifier::verify(&app.store, &app.keys, &[]).await?;
    let frame = Frame::new(&app, &visitor);
    let findings = verdict.findings.iter().map(|finding| frame.t.tell(&finding.message()));
    page(&VerdictPage {
        entries: verdict.entries,
        rows: verdict.rows,
        checkpoints: verdict.checkpoints,
        findings: findings.collect(),
        frame,
    })
}

/// Answers `GET /installation/ledger/export`.
pub async fn export(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    policy::is_confirmed(&actor, visitor.at(), "/installation/ledger")?;
    let mut lines = Vec::new();
    writer::write(&app.store, &app.keys, &mut lines).await?;
    let headers = [
        (header::CONTENT_TYPE, "application/x-ndjson"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"ledger.jsonl\""),
    ];
    Ok((headers, Body::from(lines)).into_response())
}

/// Answers `GET /ledger/checkpoint`: the newest seal, for whoever wants to keep one.
pub async fn checkpoint(State(app): State<App>) -> Answer {
    let note = seal::newest(&app.store).await?.ok_or_else(Refusal::absent)?;
    Ok(([(header::CONTENT_TYPE, "text/plain; charset=utf-8")], note).into_response())
}
