//! What is typed into the forms of awards.

use kernel::{Instant, Refusal};

use super::closing::Closing;
use super::meetings::Call;
use super::motions::NewMotion;
use super::order::NewOrder;
use crate::contests::typed::{Typed, Wrong, line, lines, moment, optional};

/// Most votes that a form takes.
const MOST_VOTES: i64 = 1_000;

/// Reads what the letter that calls a meeting says.
///
/// # Errors
/// Every sentence beside its field.
pub fn call(typed: &Typed, now: Instant) -> Result<Call, Refusal> {
    let mut wrong = Wrong::default();
    let begins = wrong.or_none(moment(typed.text("day"), typed.text("hour"), now));
    let place = wrong.or_none(required(line(typed.text("place"), "place", 200), "place"));
    let town = wrong.or_empty(line(typed.text("town"), "town", 100));
    let agenda = wrong.or_empty(lines(typed.text("agenda"), "agenda", 2_000));
    let reason = wrong.or_empty(lines(typed.text("reason"), "reason", 1_000));
    wrong.finish()?;
    let (Some(begins), Some(place)) = (begins, place) else {
        return Err(Refusal::invalid("form-unreadable"));
    };
    Ok(Call {
        begins,
        place,
        town: town.unwrap_or_default(),
        agenda: agenda.unwrap_or_default(),
        chair: typed.text("chair").to_owned(),
        keeper: typed.text("keeper").to_owned(),
        reason,
    })
}

fn required(read: Result<Option<String>, Refusal>, field: &'static str) -> Result<String, Refusal> {
    read?.ok_or_else(|| Refusal::field(field, "meeting-field-missing"))
}

/// Reads a motion with its votes.
///
/// # Errors
/// Every sentence beside its field.
pub fn motion(typed: &Typed) -> Result<NewMotion, Refusal> {
    let mut wrong = Wrong::default();
    let number = wrong.or_none(required(line(typed.text("number"), "number", 20), "number"));
    let reason = lines(typed.text("reason"), "reason", 1_000);
    let reason = wrong.or_none(required(reason, "reason"));
    let in_favour = wrong.or_none(votes(typed, "in_favour"));
    let against = wrong.or_none(votes(typed, "against"));
    wrong.finish()?;
    let (Some(number), Some(reason)) = (number, reason) else {
        return Err(Refusal::invalid("form-unreadable"));
    };
    let prize = Some(typed.text("prize")).filter(|prize| !prize.is_empty());
    Ok(NewMotion {
        number,
        prize: prize.map(str::to_owned),
        reason,
        in_favour: in_favour.unwrap_or_default(),
        against: against.unwrap_or_default(),
    })
}

/// Votes; none where nothing is typed.
fn votes(typed: &Typed, field: &'static str) -> Result<i64, Refusal> {
    let votes: Option<i64> = optional(typed.text(field), field, "meeting-votes-unreadable")?;
    let votes = votes.unwrap_or_default();
    match (0..=MOST_VOTES).contains(&votes) {
        true => Ok(votes),
        false => Err(Refusal::field(field, "meeting-votes-unreadable")),
    }
}

/// Reads how a meeting voted on its list.
///
/// # Errors
/// Every sentence beside its field.
pub fn closing(typed: &Typed) -> Result<Closing, Refusal> {
    let mut wrong = Wrong::default();
    let in_favour = wrong.or_none(votes(typed, "in_favour"));
    let against = wrong.or_none(votes(typed, "against"));
    let remarks = wrong.or_empty(lines(typed.text("remarks"), "remarks", 4_000));
    wrong.finish()?;
    let (in_favour, against) = (in_favour.unwrap_or_default(), against.unwrap_or_default());
    Ok(Closing { in_favour, against, remarks })
}

/// Reads an order to publish: at once, or from the day and hour typed on.
///
/// # Errors
/// Every sentence beside its field.
pub fn order(typed: &Typed, now: Instant) -> Result<NewOrder, Refusal> {
    let decision = line(typed.text("decision"), "decision", 200)?;
    let from = match typed.text("when") {
        "later" => moment(typed.text("day"), typed.text("hour"), now)?,
        _ => now,
    };
    Ok(NewOrder { decision, from })
}

/// A reason that must be given.
///
/// # Errors
/// There is none, or it is too long.
pub fn reason(typed: &Typed) -> Result<String, Refusal> {
    required(lines(typed.text("reason"), "reason", 1_000), "reason")
}
