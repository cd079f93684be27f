//! Ordering a second marking, closing it and cancelling it: what the chair does about a dossier on which judges are
//! far apart.

use ::judging::sheet::Opinion;
use ::store::{Reader, Tx};
use kernel::{Failure, Message, Refusal};

use super::access::{self, SeenCouncil};
use super::bench::{bench, judges};
use super::second::{Form, Order, Stage};
use super::store::{self, NewAssignment, SecondRow};
use super::{CouncilId, PartId, State, begin, found, opened, policy, records, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::frame::App;
use crate::notifications::Letter;

/// The second markings of a council of which the actor may know.
///
/// # Errors
/// The actor sits in it and has not vouched.
pub async fn seen(
    reader: &Reader,
    actor: &Actor,
    council: &SeenCouncil,
) -> Result<Vec<SecondRow>, Failure> {
    may_read(council)?;
    let hidden = opened::hidden_in(reader, actor, council).await?;
    let mut all = store::seconds(reader, council.id).await?;
    all.retain(|row| !hidden.contains(&row.dossier_id));
    Ok(all)
}

/// Refuses who sits in the council and has not declared yet what they must not see.
fn may_read(council: &SeenCouncil) -> Result<(), Refusal> {
    match &council.seat {
        Some(seat) if !council.runs => access::vouched(council, seat),
        _ => Ok(()),
    }
}

/// One of them.
///
/// # Errors
/// For this actor there is none, or they have not vouched.
pub async fn one(
    reader: &Reader,
    actor: &Actor,
    (council, part): (&SeenCouncil, PartId),
) -> Result<SecondRow, Failure> {
    may_read(council)?;
    let row = store::second(reader, council.id, part).await?.ok_or_else(Refusal::absent)?;
    let hidden = opened::hidden_in(reader, actor, council).await?;
    match hidden.contains(&row.dossier_id) {
        true => Err(Refusal::absent().into()),
        false => Ok(row),
    }
}

/// Refuses where a council of a later round has begun: who is in it follows from this one.
///
/// # Errors
/// One has begun.
pub async fn nothing_follows(reader: &Reader, council: &SeenCouncil) -> Result<(), Failure> {
    let (rules, _) = found::rules(reader, council.contest()?).await?;
    let place = |key: &str| rules.rounds.iter().position(|round| round.key == key);
    let here = place(&council.row.round);
    for other in store::of_contest(reader, council.contest()?).await? {
        if place(&other.round) > here && other.state()? != State::Forming {
            let says = Message::new("second-next-round").with("name", &other.name);
            return Err(council.refused(says).into());
        }
    }
    Ok(())
}

/// Whether a council has to wait, because a dossier of a round before is being marked again.
///
/// # Errors
/// There are no rules of judging, or the database is away.
pub(super) async fn holds_back(reader: &Reader, council: &SeenCouncil) -> Result<bool, Failure> {
    let (rules, _) = found::rules(reader, council.contest()?).await?;
    let place = |key: &str| rules.rounds.iter().position(|round| round.key == key);
    let here = place(&council.row.round);
    let open = store::rounds_marked_again(reader, council.contest()?).await?;
    Ok(open.iter().any(|round| place(round) < here))
}

/// Orders a second marking (cho chấm lại). The first sheets stay; those who mark again get sheets of their own.
///
/// # Errors
/// The actor does not chair an opened council, something stands between them and the dossier, it is or was marked
/// again, a later round has begun, or nobody may mark it so.
pub async fn order(
    tx: &mut Tx,
    app: &App,
    actor: &Actor,
    (id, order): (CouncilId, &Order),
) -> Result<PartId, Failure> {
    let council = access::council(tx, actor, id).await?;
    policy::may_mark_again(&council)?;
    nothing_follows(tx, &council).await?;
    let account = actor.account().ok_or_else(Refusal::absent)?;
    let dossier = order.dossier.to_string();
    let bench = bench(tx, actor, &council, |entry| entry.dossier_id == dossier).await?;
    let bench = bench.ok_or_else(|| Refusal::field("dossier", "second-dossier-unknown"))?;
    let before = store::seconds(tx, id).await?;
    let stands = |row: &SecondRow| row.dossier_id == dossier && row.state != "cancelled";
    if before.iter().any(stands) {
        return Err(council.refused("second-already").into());
    }
    let judges = judges(tx, &council, (&bench, order)).await?;
    let members = i64::try_from(bench.members).unwrap_or(i64::MAX);
    let part = store::insert_second(tx, id, order, (account, members)).await?;
    let mut act = Act::on("second.order", subject(id)).row("second_marking", part);
    for judge in judges {
        let new = NewAssignment {
            dossier: &dossier,
            member: &judge.id,
            ground: "given",
            locked: true,
            second: Some(part),
        };
        let row = store::insert_assignment(tx, id, new, Some(account)).await?;
        act = act.row("council_assignment", row);
        let link = app.configuration.address(&format!("/sheets/{row}"));
        let letter = move |locale| {
            let letter = Letter::new(locale, "mail-council-second");
            letter.with("number", bench.entry.number).with("link", &link)
        };
        begin::tell(tx, app, (&council, judge), letter).await?;
    }
    audit::record(tx, actor.who, act.note("form", order.how.form().code())).await?;
    Ok(part)
}

async fn to_end(
    tx: &Tx,
    actor: &Actor,
    (id, part): (CouncilId, PartId),
) -> Result<SecondRow, Failure> {
    let council = access::council(tx, actor, id).await?;
    let row = one(tx, actor, (&council, part)).await?;
    policy::may_mark_again(&council)?;
    match row.stage()? {
        Stage::Open => Ok(row),
        Stage::Closed | Stage::Cancelled => Err(council.refused("second-is-over").into()),
    }
}

/// Closes a second marking: from now on its sheets are read, and what was declared counts.
///
/// # Errors
/// The actor does not chair the council, it is over, nobody gave points, or sheets are missing and nobody says why it
/// is closed without them.
pub async fn close(
    tx: &mut Tx,
    actor: &Actor,
    id: (CouncilId, PartId),
    reason: Option<&str>,
) -> Result<(), Failure> {
    let row = to_end(tx, actor, id).await?;
    let missing = row.given - row.signed;
    if missing > 0 && reason.is_none() {
        let says = Message::new("second-sheets-missing").with("count", missing);
        return Err(Refusal::field("reason", says).into());
    }
    if row.form()? != Form::Vote && !has_points(tx, &row).await? {
        return Err(Refusal::field("reason", "second-without-points").into());
    }
    store::end_second(tx, &row.id, (Stage::Closed, reason), actor.account()).await?;
    let act = Act::on("second.close", subject(id.0)).row("second_marking", &row.id);
    audit::record(tx, actor.who, act.note("missing", missing)).await
}

/// Whether anybody gave points: of sheets that all abstain nothing follows.
async fn has_points(tx: &Tx, row: &SecondRow) -> Result<bool, Failure> {
    for given in store::of_second(tx, &row.id).await? {
        if let Some(newest) = store::sheets_of(tx, &given.id).await?.first()
            && given.ended_at.is_none()
            && matches!(records::opinion(newest)?, Opinion::Marks(_))
        {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Cancels a second marking, with the reason: nothing of it counts, and what was signed stays in the book.
///
/// # Errors
/// As for [`close`].
pub async fn cancel(
    tx: &mut Tx,
    actor: &Actor,
    id: (CouncilId, PartId),
    reason: &str,
) -> Result<(), Failure> {
    let row = to_end(tx, actor, id).await?;
    let mut act = Act::on("second.cancel", subject(id.0)).row("second_marking", &row.id);
    for given in store::of_second(tx, &row.id).await? {
        store::end_assignment(tx, &given.id, reason, actor.account()).await?;
        act = act.row("council_assignment", &given.id);
    }
    store::end_second(tx, &row.id, (Stage::Cancelled, Some(reason)), actor.account()).await?;
    audit::record(tx, actor.who, act).await
}
