//! One council: how far it is, who sits in it, and what is next. Never what anybody gave.

use askama::Template;
use axum::extract::{Path, State};
use kernel::Failure;

use super::{Head, council_id};
use crate::accounts::Actor;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::store::{self as rows, MemberRow, ToMark};
use crate::councils::{Role, State as CouncilState, begin, policy};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::rubric;

#[derive(Template)]
#[template(path = "councils/pages/show.html")]
struct ShowPage {
    frame: Frame,
    head: Head,
    facts: Vec<(String, String)>,
    members: Vec<Line>,
    marks: ToMark,
    /// What keeps it from beginning, in words; empty: nothing.
    in_the_way: String,
    may_begin: bool,
    may_open: bool,
    is_opened: bool,
    may_change: bool,
    must_vouch: bool,
}

/// A member, with how far they are for who may know it.
struct Line {
    name: String,
    title: String,
    role: String,
    /// Whether they declared their ties.
    vouched: bool,
    /// Signed sheets of all; nothing for who only sits in the council.
    progress: Option<(usize, usize)>,
}

/// Answers `GET /councils/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::council(&app.store, &actor, council_id(&id)?).await?;
    let words = visitor.words();
    let in_the_way = match seen.runs && seen.state == CouncilState::Forming {
        true => begin::in_the_way(&app.store, &seen).await?,
        false => None,
    };
    let role = seen.seat.as_ref().map(MemberRow::role).transpose()?;
    page(&ShowPage {
        facts: facts(&app, words, &seen).await?,
        members: members(&app, words, &seen).await?,
        marks: rows::to_mark(&app.store, seen.id).await?,
        may_begin: seen.runs && seen.state == CouncilState::Forming,
        may_change: seen.runs && seen.state == CouncilState::Forming,
        in_the_way: in_the_way.map(|says| words.tell(&says)).unwrap_or_default(),
        may_open: role.is_some_and(Role::opens) && seen.state == CouncilState::Judging,
        is_opened: seen.state == CouncilState::Opened,
        must_vouch: seen.seat.as_ref().is_some_and(|seat| seat.vouched_at.is_none()),
        head: Head::new(words, &seen, "council-overview"),
        frame: Frame::new(&app, &visitor),
    })
}

async fn facts(
    app: &App,
    words: Words,
    seen: &SeenCouncil,
) -> Result<Vec<(String, String)>, Failure> {
    let rules = rubric::newest(&app.store, seen.contest()?).await?;
    let round = rules.as_ref().and_then(|(rules, _)| rules.round(&seen.row.round));
    let day = seen.row.decided_on.as_deref().and_then(|day| day.parse().ok());
    let decision = [seen.row.decision.clone(), day.map(kernel::Day::written)];
    let decision: Vec<String> = decision.into_iter().flatten().collect();
    let told = [
        ("council-decision", decision.join(" · ")),
        ("council-round", round.map(|round| round.name.clone()).unwrap_or_default()),
        ("council-fields", seen.row.fields()?.join("; ")),
        ("council-each", seen.row.each_dossier.to_string()),
        ("council-quorum", seen.row.quorum.to_string()),
        ("council-seed", seen.row.seed.to_string()),
        ("council-opening-reason", seen.row.opening_reason.clone().unwrap_or_default()),
    ];
    let told = told.into_iter().filter(|(_, value)| !value.is_empty());
    Ok(told.map(|(key, value)| (words.say(key), value)).collect())
}

async fn members(app: &App, words: Words, seen: &SeenCouncil) -> Result<Vec<Line>, Failure> {
    let mut members = rows::members(&app.store, seen.id).await?;
    members.retain(MemberRow::sits);
    members.sort_by_key(|member| (member.role().ok(), member.position));
    let tells = policy::reads_progress(seen);
    let given = rows::in_force(&app.store, seen.id).await?;
    let mut lines = Vec::new();
    for member in members {
        let theirs = || given.iter().filter(|it| it.member_id == member.id);
        let progress =
            tells.then(|| (theirs().filter(|it| it.is_signed()).count(), theirs().count()));
        lines.push(Line {
            role: words.say(member.role()?.label()),
            vouched: member.vouched_at.is_some(),
            name: member.name,
            title: member.title,
            progress,
        });
    }
    Ok(lines)
}
