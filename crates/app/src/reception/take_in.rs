//! Dossiers on paper (tiếp nhận bản giấy): over the counter or by post, in time or late with a reason.

use ::store::Tx;
use kernel::id::ContestId;
use kernel::{Day, Failure, Instant, Message, Refusal};

use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests;
use crate::dossiers::access::{account_of, dossier, taking};
use crate::dossiers::store::{self as dossiers, NewArrival};
use crate::dossiers::{DossierId, Taking, policy, subject};

/// What came.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Arrived {
    /// What came, and when.
    pub arrival: NewArrival,
    /// Now.
    pub at: Instant,
}

/// Takes in a dossier that came on paper: the office writes it down on the same pages as its author would.
///
/// # Errors
/// The actor does not run the contest, it takes no dossiers, or it is late without a reason.
pub async fn take_in(
    tx: &mut Tx,
    actor: &Actor,
    contest: ContestId,
    arrived: &Arrived,
) -> Result<DossierId, Failure> {
    let account = account_of(actor)?;
    let seen = contests::seen_to_run(tx, actor, contest, arrived.at).await?;
    let (rules, version) = contests::newest_rules(tx, contest).await?;
    // The window is asked about the day of the paper, not about the moment at which it is written down.
    policy::may_begin((&seen.contest, seen.state), &rules, (&Taking::default(), arrived.at))?;
    is_in_time(&taking(tx, contest, &rules).await?, arrived)?;
    let id = dossiers::insert(tx, contest, version, (Some(account), None)).await?;
    let member = dossiers::add_member(tx, id, (account, "helper")).await?;
    let row = dossiers::insert_arrival(tx, id, &arrived.arrival, Some(account)).await?;
    let act = Act::on("dossier.take-in", subject(id)).row("dossier", id);
    let act = act.row("dossier_member", member).row("dossier_arrival", row);
    audit::record(tx, actor.who, act).await?;
    Ok(id)
}

/// Writes down that more of a dossier came on paper: sets that the rules ask for, a model.
///
/// # Errors
/// The actor does not run the contest, or the day lies ahead.
pub async fn more_came(
    tx: &mut Tx,
    actor: &Actor,
    id: DossierId,
    arrived: &Arrived,
) -> Result<(), Failure> {
    let seen = dossier(tx, actor, id).await?;
    contests::policy::may_run(actor, &seen.contest.runners()?)?;
    is_past(arrived)?;
    let row = dossiers::insert_arrival(tx, id, &arrived.arrival, actor.account()).await?;
    let act = Act::on("dossier.arrival", subject(id)).row("dossier_arrival", row);
    audit::record(tx, actor.who, act).await
}

fn is_past(arrived: &Arrived) -> Result<(), Refusal> {
    let today = arrived.at.day();
    if arrived.arrival.came_on > today {
        return Err(Refusal::field("came-on", "arrival-day-ahead"));
    }
    match arrived.arrival.posted_on {
        Some(posted) if posted > arrived.arrival.came_on => {
            Err(Refusal::field("posted-on", "arrival-posted-after"))
        }
        _ => Ok(()),
    }
}

/// Refuses what came after the last day without a reason. By post the day of the postmark counts where the
/// plan says so.
fn is_in_time(taking: &Taking, arrived: &Arrived) -> Result<(), Refusal> {
    is_past(arrived)?;
    match (last_day(taking), arrived.arrival.late_reason.is_some()) {
        (Some(last), false) if counted(taking, &arrived.arrival) > last => {
            let says = Message::new("arrival-late").with("day", last.written());
            Err(Refusal::field("late-reason", says))
        }
        _ => Ok(()),
    }
}

/// The day that counts for what came.
fn counted(taking: &Taking, arrival: &NewArrival) -> Day {
    match arrival.posted_on {
        Some(posted) if taking.by_postmark && arrival.way == "post" => posted,
        _ => arrival.came_on,
    }
}

/// The last day on which paper is taken: one that ends in the moment in which the window closes, or holds it.
fn last_day(taking: &Taking) -> Option<Day> {
    let closes = taking.closes?;
    match closes.day().begins() == closes {
        true => Some(closes.day().yesterday()),
        false => Some(closes.day()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().expect("a day")
    }

    fn arrived(way: &'static str, came: &str, posted: Option<&str>) -> Arrived {
        let arrival = NewArrival {
            way,
            came_on: day(came),
            posted_on: posted.map(day),
            copies: 1,
            late_reason: None,
            remark: None,
        };
        Arrived { arrival, at: day("2027-06-20").begins() }
    }

    #[test]
    fn the_day_that_counts_decides() {
        let closes = Some(day("2027-05-31").ends());
        let taking = Taking { closes, by_postmark: true, ..Taking::default() };
        let strict = Taking { by_postmark: false, ..taking };
        let check = |taking: &Taking, way, came, posted| {
            let refused = is_in_time(taking, &arrived(way, came, posted));
            refused.map_err(|refusal| refusal.fields[0].0).err()
        };
        assert_eq!(check(&taking, "counter", "2027-05-31", None), None);
        assert_eq!(check(&taking, "counter", "2027-06-01", None), Some("late-reason"));
        assert_eq!(check(&taking, "post", "2027-06-03", Some("2027-05-31")), None);
        assert_eq!(check(&taking, "post", "2027-06-03", Some("2027-06-01")), Some("late-reason"));
        assert_eq!(
            check(&taking, "counter", "2027-06-03", Some("2027-05-31")),
            Some("late-reason")
        );
        assert_eq!(check(&strict, "post", "2027-06-03", Some("2027-05-31")), Some("late-reason"));
        assert_eq!(check(&taking, "post", "2027-06-21", None), Some("came-on"));
        assert_eq!(check(&taking, "post", "2027-05-03", Some("2027-05-04")), Some("posted-on"));
        assert_eq!(check(&Taking::default(), "post", "2027-06-03", None), None);
    }
}
