//! Motions: deciding against the ranking, with a reason and votes.

use ::judging::ranking::{Effect, Step as How};
use ::store::Tx;
use kernel::{Failure, Message, Refusal};

use super::access::{self, SeenMeeting};
use super::store::{self, MotionRow, NewMotionRow};
use super::{MeetingId, PartId, counted, meetings, policy, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::councils::{MemberRow, Results};
use crate::frame::{Locale, Words};

/// What was moved, and how it was voted (kiến nghị khác thứ hạng).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewMotion {
    /// The dossier's number, as the ranking shows it.
    pub number: String,
    /// Key of the prize that it is to get; nothing: none.
    pub prize: Option<String>,
    /// Why.
    pub reason: String,
    /// Votes for it.
    pub in_favour: i64,
    /// Votes against it.
    pub against: i64,
}

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);

/// Puts down a motion with its votes. Who stands in conflict with the dossier steps out and does not vote. A motion
/// that has too few votes is put down as well, and changes nothing.
///
/// # Errors
/// The actor may not or is in conflict, the meeting does not sit, there is no such dossier or prize, another motion
/// stands for it, more votes were given than voters are there, or the rules forbid what was voted.
pub async fn note_motion(
    tx: &mut Tx,
    actor: &Actor,
    id: MeetingId,
    new: &NewMotion,
) -> Result<(), Failure> {
    let seen = access::meeting(tx, actor, id).await?;
    policy::may_keep(&seen)?;
    policy::is_sitting(&seen)?;
    let results = access::whole(tx, actor, seen.contest.id).await?;
    let unknown = || Refusal::field("number", "motion-dossier-unknown");
    let dossier = results.dossiers.get(&new.number).ok_or_else(unknown)?;
    if new.prize.as_deref().is_some_and(|prize| results.rules.position(prize).is_none()) {
        return Err(Refusal::field("prize", "motion-prize-unknown").into());
    }
    let before = store::motions(tx, id).await?;
    if before.iter().any(|it| it.stands() && it.dossier_id == dossier.dossier_id) {
        return Err(Refusal::field("number", "motion-stands-already").into());
    }
    let day = tx.at().day();
    let plenary = &seen.contest.plenary;
    let out = plenary.stepping_out(tx, &dossier.dossier_id, day).await?;
    let present = meetings::present(tx, &seen).await?;
    let out: Vec<_> =
        out.into_iter().filter(|(member, _)| present.contains(&member.account_id)).collect();
    may_vote(present.len() - out.len(), (new.in_favour, new.against))?;
    let members = i64::try_from(plenary.people().len()).unwrap_or(i64::MAX);
    let row = NewMotionRow {
        dossier: &dossier.dossier_id,
        prize: new.prize.as_deref(),
        reason: &new.reason,
        tally: (members, new.in_favour, new.against),
    };
    let motion = store::insert_motion(tx, id, row, actor.account()).await?;
    may_hold(&results, &store::motions(tx, id).await?, &new.number)?;
    note_out(tx, actor, (&seen, motion), &out).await
}

/// Whether no more votes were given than there are voters.
pub fn may_vote(voters: usize, (in_favour, against): (i64, i64)) -> Result<(), Refusal> {
    let voters = i64::try_from(voters).unwrap_or(i64::MAX);
    match in_favour + against <= voters {
        true => Ok(()),
        false => {
            let says = Message::new("motion-votes-too-many").with("count", voters);
            Err(Refusal::field("in_favour", says))
        }
    }
}

/// Whether the rules let a motion hold that has its majority: else the minutes would say what does not happen.
fn may_hold(results: &Results, motions: &[MotionRow], number: &str) -> Result<(), Failure> {
    let records = counted::with_motions(results, motions)?;
    let ranking = counted::ranking(&results.rules, &records)?;
    let outcome = ranking.outcomes.iter().find(|it| it.code == number);
    let steps = outcome.into_iter().flat_map(|it| &it.steps);
    let mut effects = steps.filter_map(|step| match step {
        How::Departure { effect, .. } => Some(*effect),
        _ => None,
    });
    let says = match effects.next() {
        Some(Effect::BeyondBand) => "motion-beyond-band",
        Some(Effect::BeyondPlaces) => "motion-beyond-places",
        Some(Effect::NotRanked) => "motion-not-ranked",
        Some(Effect::NoReason) => "motion-no-reason",
        Some(Effect::Taken | Effect::NoMajority) | None => return Ok(()),
    };
    Err(Refusal::field("prize", says).into())
}

async fn note_out(
    tx: &mut Tx,
    actor: &Actor,
    (seen, motion): (&SeenMeeting, PartId),
    out: &[(MemberRow, Message)],
) -> Result<(), Failure> {
    let mut act = Act::on("award.motion", subject(seen.id)).row("award_motion", motion);
    for (member, reason) in out {
        let reason = PAPERS.tell(reason);
        let part = store::insert_out(tx, (motion, &member.id), &reason).await?;
        act = act.row("award_stepping_out", part);
    }
    audit::record(tx, actor.who, act).await
}

/// Takes a motion back, with the reason: it is kept, and counts no longer.
///
/// # Errors
/// The actor may not, the meeting does not sit, or there is no such motion.
pub async fn take_back(
    tx: &mut Tx,
    actor: &Actor,
    id: MeetingId,
    (motion, reason): (PartId, &str),
) -> Result<(), Failure> {
    let seen = access::meeting(tx, actor, id).await?;
    policy::may_keep(&seen)?;
    policy::is_sitting(&seen)?;
    access::reads_whole(tx, actor, seen.contest.id).await?;
    let motions = store::motions(tx, id).await?;
    let found = motions.iter().find(|it| it.stands() && it.id == motion.to_string());
    let found = found.ok_or_else(Refusal::absent)?;
    store::end_motion(tx, (&found.id, reason), actor.account()).await?;
    let act = Act::on("award.take-back", subject(id)).row("award_motion", motion);
    audit::record(tx, actor.who, act).await
}
