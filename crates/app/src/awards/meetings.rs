//! Calling a meeting, noting who is there, and calling it off.

use std::collections::BTreeSet;

use ::store::{Reader, Tx};
use kernel::id::ContestId;
use kernel::{Failure, Fault, Instant, Message, Refusal};

use super::access::{self, SeenContest, SeenMeeting};
use super::store::{self, Ending, MeetingRow, PresenceRow};
use super::{MeetingId, Step, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::{self, MemberRow};
use crate::frame::App;
use crate::notifications::Letter;

/// What the letter that calls a meeting says (giấy mời họp).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Call {
    /// When.
    pub begins: Instant,
    /// Where.
    pub place: String,
    /// The place that its papers name before the day.
    pub town: String,
    /// One item on each line.
    pub agenda: String,
    /// Member who chairs it.
    pub chair: String,
    /// Member who keeps the minutes.
    pub keeper: String,
    /// Why the contest decides again; nothing the first time.
    pub reason: Option<String>,
}

/// Calls a meeting of everybody who judges the last round, and writes to them.
///
/// # Errors
/// The actor does not run the contest, another meeting is open, a list stands already and nobody says why the
/// contest decides again, or who chairs or keeps the minutes does not sit in a council.
pub async fn call(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    contest: ContestId,
    call: &Call,
) -> Result<MeetingId, Failure> {
    let seen = access::run(tx, actor, contest).await?;
    may_call(tx, &seen, call).await?;
    let id = store::insert_meeting(tx, contest, call, actor.account()).await?;
    let act = Act::on("award.call", subject(id)).row("award_meeting", id);
    audit::record(tx, actor.who, act.note("begins", call.begins.millis())).await?;
    let link = app.configuration.address(&format!("/meetings/{id}"));
    let letter = |locale| {
        Letter::new(locale, "mail-meeting-called")
            .with("contest", &seen.row.name)
            .with("moment", call.begins.written())
            .with("place", &call.place)
            .with("agenda", &call.agenda)
            .with("link", &link)
    };
    for member in seen.plenary.people() {
        councils::write_to(tx, app, (member, letter)).await?;
    }
    Ok(id)
}

/// Whether a meeting may be called now.
///
/// # Errors
/// No council judges the last round, or another meeting is open.
pub async fn is_free(reader: &Reader, seen: &SeenContest) -> Result<(), Failure> {
    if seen.plenary.people().is_empty() {
        let way = format!("/contests/{}/councils", seen.id);
        let refusal = Refusal::conflict("plenary-without-council");
        return Err(refusal.way_out("way-councils", way).into());
    }
    match open_one(&store::meetings(reader, seen.id).await?)? {
        None => Ok(()),
        Some(meeting) => {
            let way = format!("/meetings/{}", meeting.id);
            let refusal = Refusal::conflict("meeting-open-already");
            Err(refusal.way_out("way-meeting", way).into())
        }
    }
}

async fn may_call(tx: &Tx, seen: &SeenContest, call: &Call) -> Result<(), Failure> {
    is_free(tx, seen).await?;
    let people = seen.plenary.people();
    if call.reason.is_none() && !store::lists(tx, seen.id).await?.is_empty() {
        return Err(Refusal::field("reason", "meeting-again-reason").into());
    }
    let sits = |member: &str| people.iter().any(|it| it.id == member);
    if !sits(&call.chair) {
        return Err(Refusal::field("chair", "meeting-chair-missing").into());
    }
    if !sits(&call.keeper) || call.keeper == call.chair {
        return Err(Refusal::field("keeper", "meeting-keeper-missing").into());
    }
    Ok(())
}

/// The accounts of who is there now.
///
/// # Errors
/// The database is away.
pub async fn present(reader: &Reader, seen: &SeenMeeting) -> Result<BTreeSet<String>, Failure> {
    let mut present = BTreeSet::new();
    for row in store::presences(reader, seen.id).await? {
        if row.left_at.is_none() {
            present.insert(seen.member(&row.member_id)?.account_id.clone());
        }
    }
    Ok(present)
}

/// Notes who is there: `there` holds the members who are, all others are not. The meeting begins with the first
/// note that finds its chair and enough members of every council.
///
/// # Errors
/// The actor may not, the meeting has ended, or too few are there for it to begin or to go on.
pub async fn note_presence(
    tx: &mut Tx,
    actor: &Actor,
    id: MeetingId,
    there: &[String],
) -> Result<(), Failure> {
    let seen = access::meeting(tx, actor, id).await?;
    policy::may_keep(&seen)?;
    if !seen.state.is_open() {
        return Err(seen.refused("meeting-has-ended").into());
    }
    is_quorate(&seen, there)?;
    let mut act = Act::on("award.presence", subject(id));
    let before = store::presences(tx, id).await?;
    let stands = |member: &str| {
        let now = |row: &&PresenceRow| row.left_at.is_none() && row.member_id == member;
        before.iter().find(now)
    };
    for member in seen.contest.plenary.people() {
        match (there.contains(&member.id), stands(&member.id)) {
            (true, None) => {
                let part = store::insert_presence(tx, (id, &member.id), actor.account()).await?;
                act = act.row("award_presence", part);
            }
            (false, Some(row)) => {
                store::end_presence(tx, &row.id).await?;
                act = act.row("award_presence", &row.id);
            }
            _ => (),
        }
    }
    if seen.state.after(Step::Sit).is_some() {
        store::set_sitting(tx, id).await?;
        act = act.row("award_meeting", id);
    }
    audit::record(tx, actor.who, act).await
}

fn is_quorate(seen: &SeenMeeting, there: &[String]) -> Result<(), Refusal> {
    if !there.contains(&seen.row.chaired_by) {
        return Err(Refusal::field("there", "meeting-chair-absent"));
    }
    let people = seen.contest.plenary.people();
    let accounts = people.iter().filter(|member| there.contains(&member.id));
    let accounts = accounts.map(|member| member.account_id.clone()).collect();
    match seen.contest.plenary.lacking(&accounts).first() {
        None => Ok(()),
        Some((council, there, quorum)) => {
            let says = Message::new("meeting-not-quorate").with("council", council);
            Err(Refusal::field("there", says.with("there", there).with("quorum", quorum)))
        }
    }
}

/// Calls a meeting off, or breaks it off: nothing of it holds.
///
/// # Errors
/// The actor may not, or the meeting has ended.
pub async fn cancel(
    tx: &mut Tx,
    actor: &Actor,
    (id, reason): (MeetingId, &str),
) -> Result<(), Failure> {
    let seen = access::meeting(tx, actor, id).await?;
    policy::may_keep(&seen)?;
    let after = seen.state.after(Step::Cancel);
    let after = after.ok_or_else(|| seen.refused("meeting-has-ended"))?;
    let ending = Ending { reason: Some(reason), ..Ending::default() };
    store::set_ended(tx, (id, after), ending, actor.account()).await?;
    let act = Act::on("award.cancel", subject(id)).row("award_meeting", id);
    audit::record(tx, actor.who, act).await
}

/// Names of who was there at any time, and of who was not, by role.
///
/// # Errors
/// The database holds something else.
pub async fn attendance<'s>(
    reader: &Reader,
    seen: &'s SeenMeeting,
) -> Result<(Vec<&'s MemberRow>, Vec<&'s MemberRow>), Fault> {
    let came = store::presences(reader, seen.id).await?;
    let came: BTreeSet<String> = came.into_iter().map(|row| row.member_id).collect();
    let people = seen.contest.plenary.people();
    Ok(people.into_iter().partition(|member| came.contains(&member.id)))
}

/// The meeting that is open, among those of a contest; there is one at most.
///
/// # Errors
/// The database holds something else.
pub fn open_one(meetings: &[MeetingRow]) -> Result<Option<&MeetingRow>, Fault> {
    for meeting in meetings {
        if meeting.state()?.is_open() {
            return Ok(Some(meeting));
        }
    }
    Ok(None)
}
