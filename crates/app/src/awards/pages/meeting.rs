//! One meeting: who is there, the ranking, what is moved, and what comes of it.

use std::collections::BTreeSet;

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use kernel::{Failure, Instant};

use super::paper::offered;
use super::{Head, meeting_id};
use crate::accounts::Actor;
use crate::awards::State as How;
use crate::awards::access::{self, SeenMeeting};
use crate::awards::counted::{Verdict, ranking};
use crate::awards::store::{self as rows, MotionRow, OutRow};
use crate::awards::table::{self, Line};
use crate::contests::typed::Typed;
use crate::councils::Results;
use crate::frame::answer::page_with;
use crate::frame::form::Errors;
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "awards/pages/meeting.html")]
struct MeetingPage {
    frame: Frame,
    errors: Errors,
    typed: Typed,
    head: Head,
    facts: Vec<(String, String)>,
    people: Vec<Person>,
    there: usize,
    keeps: bool,
    is_open: bool,
    is_sitting: bool,
    /// Why prizes cannot be read; empty: they can.
    why_not: String,
    lines: Vec<Line>,
    prizes: Vec<(String, String)>,
    motions: Vec<MotionShown>,
    papers: Vec<(String, String)>,
}

struct Person {
    id: String,
    name: String,
    title: String,
    role: String,
    is_there: bool,
}

struct MotionShown {
    id: String,
    position: i64,
    number: String,
    prize: String,
    reason: String,
    votes: String,
    verdict: String,
    class: &'static str,
    stands: bool,
    why: String,
    out: Vec<String>,
}

/// Answers `GET /meetings/{id}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = access::meeting(&app.store, &actor, meeting_id(&id)?).await?;
    let shows = (Typed::default(), Errors::none(), StatusCode::OK);
    shown((&app, &visitor), (&actor, &seen), shows).await
}

pub(super) async fn shown(
    (app, visitor): (&App, &Visitor),
    (actor, seen): (&Actor, &SeenMeeting),
    (typed, errors, status): (Typed, Errors, StatusCode),
) -> Answer {
    let words = visitor.words();
    let (results, why_not) = match access::whole(&app.store, actor, seen.contest.id).await {
        Ok(results) => (Some(results), String::new()),
        Err(Failure::Refusal(refusal)) => (None, words.tell(&refusal.message)),
        Err(fault) => return Err(fault.into()),
    };
    let has_sat = seen.row.sat_at.is_some();
    let decided = match results.as_ref().filter(|_| has_sat) {
        Some(results) => Some(decided(app, words, (seen, results)).await?),
        None => None,
    };
    let (lines, prizes, motions) = decided.unwrap_or_default();
    let people = people(app, words, seen).await?;
    let page = MeetingPage {
        head: Head::new(words, seen),
        facts: facts(words, seen)?,
        there: people.iter().filter(|person| person.is_there).count(),
        people,
        keeps: seen.keeps,
        is_open: seen.state.is_open(),
        is_sitting: seen.state == How::Sitting,
        papers: match why_not.is_empty() && has_sat {
            true => offered(&seen.id.to_string(), words),
            false => Vec::new(),
        },
        why_not,
        lines,
        prizes,
        motions,
        frame: Frame::new(app, visitor),
        errors,
        typed,
    };
    page_with(status, &page)
}

type Decided = (Vec<Line>, Vec<(String, String)>, Vec<MotionShown>);

/// The table, the prizes to choose from, and the motions.
async fn decided(
    app: &App,
    words: Words,
    (seen, results): (&SeenMeeting, &Results),
) -> Result<Decided, Failure> {
    let (rules, records) = table::decided(&app.store, seen, results).await?;
    let ranking = ranking(&rules, &records)?;
    let day = seen.row.begins().day();
    let entrants = table::entrants(&app.store, seen.contest.id, day).await?;
    let lines = table::lines(words, &ranking.outcomes, &entrants);
    let out = rows::stepped_out(&app.store, seen.id).await?;
    let mut motions = Vec::new();
    for motion in rows::motions(&app.store, seen.id).await? {
        let number = entrants.values().find(|row| row.dossier_id == motion.dossier_id);
        let number = number.map(|row| row.number.to_string()).unwrap_or_default();
        let prize = motion.prize.as_deref().and_then(|key| rules.prize(key));
        let prize = prize.map(|prize| prize.name.clone());
        let verdict = Verdict::of(&rules, &motion);
        motions.push(motion_shown(words, (motion, &out), (number, prize, verdict)));
    }
    let prizes = rules.prizes.iter().map(|prize| (prize.key.clone(), prize.name.clone()));
    Ok((lines, prizes.collect(), motions))
}

fn motion_shown(
    words: Words,
    (motion, out): (MotionRow, &[OutRow]),
    (number, prize, verdict): (String, Option<String>, Verdict),
) -> MotionShown {
    let votes = kernel::Message::new("award-motion-votes")
        .with("favour", motion.in_favour)
        .with("against", motion.against)
        .with("members", motion.members);
    let out = out.iter().filter(|out| out.motion_id == motion.id);
    MotionShown {
        out: out.map(|out| format!("{} ({})", out.name, out.reason)).collect(),
        position: motion.position,
        prize: prize.unwrap_or_else(|| words.say("award-motion-no-prize")),
        votes: words.tell(&votes),
        verdict: words.say(verdict.label()),
        class: match verdict {
            Verdict::TakenBack => "is-late",
            Verdict::Carried => "is-done",
            Verdict::Lost => "is-due",
        },
        stands: motion.stands(),
        why: motion.ended_reason.clone().unwrap_or_default(),
        reason: motion.reason,
        id: motion.id,
        number,
    }
}

fn facts(words: Words, seen: &SeenMeeting) -> Result<Vec<(String, String)>, Failure> {
    let row = &seen.row;
    let moment = |at: Option<i64>| at.map(|at| Instant::from_millis(at).written());
    let ended = match seen.state {
        How::Cancelled => "meeting-cancelled-at",
        _ => "meeting-closed-at",
    };
    let told = [
        ("meeting-place", Some(row.place.clone())),
        ("meeting-chair", Some(seen.member(&row.chaired_by)?.name.clone())),
        ("meeting-keeper", Some(seen.member(&row.kept_by)?.name.clone())),
        ("meeting-agenda", Some(row.agenda.clone()).filter(|agenda| !agenda.is_empty())),
        ("meeting-again", row.reason.clone()),
        ("meeting-sat-at", moment(row.sat_at)),
        (ended, moment(row.ended_at)),
        ("meeting-cancel-reason", row.ended_reason.clone()),
        ("meeting-remarks", row.remarks.clone()),
    ];
    let told = told.into_iter().filter_map(|(key, value)| Some((words.say(key), value?)));
    Ok(told.collect())
}

async fn people(app: &App, words: Words, seen: &SeenMeeting) -> Result<Vec<Person>, Failure> {
    let there = rows::presences(&app.store, seen.id).await?.into_iter();
    let there: BTreeSet<String> =
        there.filter(|row| row.left_at.is_none()).map(|row| row.member_id).collect();
    let mut people = Vec::new();
    for member in seen.contest.plenary.people() {
        people.push(Person {
            is_there: there.contains(&member.id),
            id: member.id.clone(),
            name: member.name.clone(),
            title: member.title.clone(),
            role: words.say(member.role()?.label()),
        });
    }
    Ok(people)
}
