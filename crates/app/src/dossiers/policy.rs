//! Who may do what with dossiers, and when.

use kernel::{Instant, Message, Refusal};

use super::access::SeenDossier;
use super::state::{State, Step};
use super::timing::{Taking, Timing};
use crate::accounts::Actor;
use crate::contests::{self, RuleSet};

/// Whether a dossier may be begun in a contest.
///
/// # Errors
/// The contest does not run, its rules ask for nothing yet, or its deadline is over.
pub fn may_begin(
    (contest, state): (&contests::ContestRow, contests::State),
    rules: &RuleSet,
    (taking, at): (&Taking, Instant),
) -> Result<(), Refusal> {
    let way =
        |refusal: Refusal| refusal.way_out("way-contest", format!("/contests/{}", contest.id));
    runs(state).map_err(way)?;
    if rules.entry.is_silent() {
        return Err(way(Refusal::conflict("dossier-rules-silent")));
    }
    in_time(taking.at(at)).map_err(way)
}

/// Whether somebody may write for others: whoever answers for a unit or runs contests.
///
/// # Errors
/// They hold no such role.
pub fn may_write_for_others(actor: &Actor) -> Result<(), Refusal> {
    match actor.grants.is_empty() {
        true => Err(Refusal::forbidden("dossier-helpers-only")),
        false => Ok(()),
    }
}

/// Whether what is being written may be changed.
///
/// # Errors
/// The contest does not run, the deadline is over, or the office has decided.
pub fn may_write(seen: &SeenDossier, taking: &Taking, at: Instant) -> Result<(), Refusal> {
    let way = |refusal: Refusal| refusal.way_out("way-dossier", format!("/dossiers/{}", seen.id));
    let state = seen.contest.state().map_err(|_| Refusal::absent())?;
    runs(state).map_err(way)?;
    if seen.state.after(seen.next_step()).is_none() {
        return Err(way(Refusal::conflict("dossier-no-longer-written")));
    }
    match taking.at(at) {
        // What is written before the first day is handed in from the first day on.
        Timing::Early(_) if seen.state == State::Draft => Ok(()),
        timing => in_time(timing).map_err(way),
    }
}

/// Whether it may be handed in at a moment.
///
/// # Errors
/// As for [`may_write`], and the first day has not come.
pub fn may_submit(seen: &SeenDossier, taking: &Taking, at: Instant) -> Result<(), Refusal> {
    may_write(seen, taking, at)?;
    let way = format!("/dossiers/{}", seen.id);
    in_time(taking.at(at)).map_err(|refusal| refusal.way_out("way-dossier", way))
}

/// Whether its author may take it back: until the office has excluded it or the contest is closed.
///
/// # Errors
/// There is nothing to take back, or it is too late.
pub fn may_withdraw(seen: &SeenDossier) -> Result<(), Refusal> {
    let way = |refusal: Refusal| refusal.way_out("way-dossier", format!("/dossiers/{}", seen.id));
    let state = seen.contest.state().map_err(|_| Refusal::absent())?;
    runs(state).map_err(way)?;
    match seen.state.after(Step::Withdraw) {
        Some(_) => Ok(()),
        None => Err(way(Refusal::conflict("dossier-not-to-withdraw"))),
    }
}

fn runs(state: contests::State) -> Result<(), Refusal> {
    match state {
        contests::State::Running => Ok(()),
        contests::State::Preparing => Err(Refusal::conflict("dossier-contest-not-running")),
        contests::State::Closed => Err(Refusal::conflict("contest-closed")),
    }
}

fn in_time(timing: Timing) -> Result<(), Refusal> {
    match timing {
        Timing::Open(_) => Ok(()),
        Timing::Early(opens) => {
            let says = Message::new("dossier-too-early").with("day", opens.day().written());
            Err(Refusal::conflict(says))
        }
        Timing::Grace(_) => Err(Refusal::conflict("dossier-deadline-just-over")),
        Timing::Over(closes) => {
            let says = Message::new("dossier-deadline-over").with("moment", closes.written());
            Err(Refusal::conflict(says))
        }
    }
}
