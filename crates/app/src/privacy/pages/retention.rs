//! What would go, why and when; and the order that lets it go.

use askama::Template;
use axum::extract::State;
use axum::http::StatusCode;
use kernel::{Failure, Instant};
use serde::Deserialize;

use crate::accounts::{Actor, policy};
use crate::frame::answer::{page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::privacy::class::{Class, Keeps, RULES, Rule};
use crate::privacy::retention::{self, Lot};
use crate::privacy::store::erasures::{self, ErasureRow};
use crate::privacy::store::{self, RunRow};

/// Where the page is.
const HERE: &str = "/installation/retention";
/// Runs that are shown.
const RUNS: i64 = 30;

/// A line of the table of periods.
struct RuleShown {
    label: String,
    since: String,
    keeps: String,
    way: String,
}

/// Data that go together.
struct LotShown {
    label: String,
    contest: String,
    href: String,
    dossiers: i64,
    from: String,
    due: String,
}

/// A run.
struct RunShown {
    at: String,
    by: String,
    gone: String,
    is_under_way: bool,
}

#[derive(Template)]
#[template(path = "privacy/pages/retention.html")]
struct RetentionPage {
    frame: Frame,
    errors: Errors,
    rules: Vec<RuleShown>,
    due: Vec<LotShown>,
    /// What stands on the page, for the order to name.
    seen: String,
    later: Vec<LotShown>,
    runs: Vec<RunShown>,
    is_under_way: bool,
    /// Who asks for erasure: name, address, when.
    asked: Vec<(String, String, String)>,
}

/// Answers `GET /installation/retention`.
pub async fn show(State(app): State<App>, visitor: Visitor, actor: Actor) -> Answer {
    policy::may_manage(&actor)?;
    shown(&app, &visitor, (Errors::none(), StatusCode::OK)).await
}

async fn shown(app: &App, visitor: &Visitor, (errors, status): (Errors, StatusCode)) -> Answer {
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let lots = retention::lots(&app.store).await?;
    let due = retention::due(&lots, visitor.at());
    let later = lots.iter().filter(|lot| lot.due > visitor.at());
    let runs = store::runs(&app.store, RUNS).await?;
    let runs: Result<Vec<RunShown>, Failure> =
        runs.into_iter().map(|row| run_shown(words, row)).collect();
    let page = RetentionPage {
        rules: RULES.iter().map(|rule| rule_shown(words, rule)).collect(),
        seen: retention::print(&due),
        due: due.into_iter().map(|lot| lot_shown(words, lot)).collect(),
        later: later.map(|lot| lot_shown(words, lot)).collect(),
        is_under_way: store::under_way(&app.store).await? > 0,
        asked: erasures::waiting(&app.store).await?.into_iter().map(asked).collect(),
        runs: runs?,
        frame,
        errors,
    };
    page_with(status, &page)
}

fn asked(row: ErasureRow) -> (String, String, String) {
    let at = Instant::from_millis(row.asked_at).written();
    (row.name, format!("/people/{}/data", row.account_id), at)
}

fn rule_shown(words: Words, rule: &Rule) -> RuleShown {
    RuleShown {
        label: words.say(&rule.class.label()),
        since: words.say(&rule.class.since()),
        keeps: match rule.keeps {
            Keeps::Days(days) => words.count("retention-days", days),
            Keeps::Years(years) => words.count("retention-years", years),
        },
        way: words.say(rule.way.label()),
    }
}

fn lot_shown(words: Words, lot: &Lot) -> LotShown {
    LotShown {
        label: words.say(&lot.class.label()),
        contest: lot.name.clone(),
        href: format!("/contests/{}", lot.contest),
        dossiers: lot.dossiers,
        from: lot.from.written(),
        due: lot.due.day().written(),
    }
}

fn run_shown(words: Words, row: RunRow) -> Result<RunShown, Failure> {
    let mut gone = Vec::new();
    for (class, count) in row.gone()? {
        if let Some(class) = RULES.iter().map(|rule| rule.class).find(|it| it.code() == class) {
            gone.push(gone_shown(words, class, count));
        }
    }
    Ok(RunShown {
        at: Instant::from_millis(row.ordered_at).written(),
        by: row.ordered_by.unwrap_or_else(|| words.say("retention-by-itself")),
        gone: gone.join("; "),
        is_under_way: row.ended_at.is_none(),
    })
}

fn gone_shown(words: Words, class: Class, count: i64) -> String {
    format!("{}: {count}", words.say(&class.label()))
}

/// What the administrator has seen.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Confirmed {
    seen: String,
}

/// Answers `POST /installation/retention`.
pub async fn order(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Form(confirmed): Form<Confirmed>,
) -> Answer {
    policy::may_manage(&actor)?;
    policy::is_confirmed(&actor, visitor.at(), HERE)?;
    let ordered = async {
        let mut tx = app.store.begin().await?;
        retention::order(&mut tx, &actor, &confirmed.seen).await?;
        tx.commit().await.map_err(Failure::from)
    };
    let Err(failure) = ordered.await else { return see(HERE, "retention-ordered") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    shown(&app, &visitor, (errors, status)).await
}
