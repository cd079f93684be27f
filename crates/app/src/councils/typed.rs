//! What is typed into the forms of councils.

use ::judging::points::Points;
use ::judging::records::Counts;
use ::store::Reader;
use kernel::{Day, Failure, Refusal};

use super::found::Facts;
use super::members::NewMember;
use super::role::Role;
use super::second::{Counted, Form, How, Order, Vote};
use super::sheets::Written;
use super::ties::{Kind, NewTie, Tied};
use crate::accounts::names::{Email, PersonName};
use crate::contests::typed::{Typed, Wrong, line, lines, optional};
use crate::frame::keys::random_bytes;
use crate::units;

/// Most members that a meeting can need, and most judges of a dossier.
const MOST: i64 = 50;
/// Most fields of a sheet that are kept.
const MOST_FIELDS: usize = 200;
/// Most letters of a field that are kept.
const MOST_LETTERS: usize = 8_000;

/// Reads what the decision of a council says.
///
/// # Errors
/// Every sentence beside its field.
pub fn facts(typed: &Typed) -> Result<Facts, Refusal> {
    let mut wrong = Wrong::default();
    let name = line(typed.text("name"), "name", 200);
    let name = wrong.or_empty(
        name.and_then(|name| name.ok_or_else(|| Refusal::field("name", "council-nameless"))),
    );
    let fields: Vec<String> = typed.all("fields").map(str::to_owned).collect();
    if fields.is_empty() {
        wrong.or_none::<()>(Err(Refusal::field("fields", "council-fieldless")));
    }
    let facts = Facts {
        name,
        round: typed.text("round").to_owned(),
        fields,
        decision: wrong.or_empty(line(typed.text("decision"), "decision", 100)),
        decided_on: wrong.or_empty(optional(
            typed.text("decided_on"),
            "decided_on",
            "day-unreadable",
        )),
        quorum: wrong.or_empty(number(typed, "quorum")),
        each: wrong.or_empty(number(typed, "each")),
        seed: wrong.or_empty(seed(typed.text("seed"))),
    };
    wrong.finish()?;
    Ok(facts)
}

fn number(typed: &Typed, field: &'static str) -> Result<i64, Refusal> {
    let wrong = "council-number-unreadable";
    let number: Option<i64> = optional(typed.text(field), field, wrong)?;
    let number = number.filter(|number| (1..=MOST).contains(number));
    number.ok_or_else(|| Refusal::field(field, wrong))
}

/// The number from which lots are drawn; one of our own where nobody names one.
fn seed(typed: &str) -> Result<i64, Refusal> {
    let typed: String = typed.chars().filter(|sign| !sign.is_whitespace()).collect();
    let seed: Option<u64> = optional(&typed, "seed", "council-seed-unreadable")?;
    let made = || u64::from_le_bytes(random_bytes::<8>()) % 1_000_000_000_000;
    i64::try_from(seed.unwrap_or_else(made))
        .map_err(|_| Refusal::field("seed", "council-seed-unreadable"))
}

/// Reads a member who is called.
///
/// # Errors
/// Every sentence beside its field.
pub async fn member(reader: &Reader, typed: &Typed, day: Day) -> Result<NewMember, Failure> {
    let mut wrong = Wrong::default();
    let email = wrong.or_none(Email::read(typed.text("email")));
    let name = wrong.or_none(PersonName::read(typed.text("name")));
    let role = Role::with_code(typed.text("role"));
    let role = wrong.or_none(role.ok_or_else(|| Refusal::field("role", "council-role-missing")));
    let title = wrong.or_empty(line(typed.text("title"), "title", 200));
    let most: Option<i64> =
        wrong.or_empty(optional(typed.text("most"), "most", "council-number-unreadable"));
    let unit = match units::resolve(reader, typed.text("unit"), "unit", day).await {
        Ok(unit) => unit,
        Err(Failure::Refusal(refusal)) => wrong.or_empty(Err(*refusal)),
        Err(fault) => return Err(fault),
    };
    wrong.finish()?;
    let (Some(email), Some(name), Some(role)) = (email, name, role) else {
        return Err(Refusal::invalid("form-unreadable").into());
    };
    Ok(NewMember {
        email,
        name,
        title: title.unwrap_or_default(),
        unit,
        role,
        known_fields: typed.all("known").map(str::to_owned).collect(),
        most: most.filter(|most| *most > 0),
        replaces: typed.text("replaces").parse().ok(),
    })
}

/// Reads a tie.
///
/// # Errors
/// Every sentence beside its field.
pub async fn tie(reader: &Reader, typed: &Typed, day: Day) -> Result<NewTie, Failure> {
    let reason = lines(typed.text("reason"), "reason", 1_000)?.unwrap_or_default();
    let missing = |field: &'static str, says: &'static str| Refusal::field(field, says);
    let dossier = || {
        let dossier = typed.text("dossier").parse().ok();
        dossier.ok_or_else(|| missing("dossier", "tie-dossier-missing"))
    };
    let tied = match Kind::with_code(typed.text("kind")) {
        None => return Err(missing("kind", "tie-kind-missing").into()),
        Some(Kind::Unit) => {
            let unit = units::resolve(reader, typed.text("unit"), "unit", day).await?;
            Tied::Unit(unit.ok_or_else(|| missing("unit", "tie-unit-missing"))?)
        }
        Some(Kind::Family) => {
            let name = line(typed.text("relative"), "relative", 200)?;
            Tied::Family(name.ok_or_else(|| missing("relative", "tie-relative-missing"))?)
        }
        Some(Kind::Advised) => Tied::Advised(dossier()?),
        Some(Kind::Other) if reason.is_empty() => {
            return Err(missing("reason", "tie-reason-missing").into());
        }
        Some(Kind::Other) => Tied::Other(dossier()?),
    };
    Ok(NewTie { tied, reason })
}

/// A reason that must be given.
///
/// # Errors
/// There is none, or it is too long.
pub fn reason(typed: &Typed) -> Result<String, Refusal> {
    let reason = lines(typed.text("reason"), "reason", 1_000)?;
    reason.ok_or_else(|| Refusal::field("reason", "council-reason-missing"))
}

/// Why a second marking is cancelled; its page asks for another reason too.
///
/// # Errors
/// There is none, or it is too long.
pub fn why_cancelled(typed: &Typed) -> Result<String, Refusal> {
    let reason = lines(typed.text("why"), "why", 1_000)?;
    reason.ok_or_else(|| Refusal::field("why", "council-reason-missing"))
}

/// Reads an order of a second marking.
///
/// # Errors
/// Every sentence beside its field.
pub fn order(typed: &Typed) -> Result<Order, Refusal> {
    let mut wrong = Wrong::default();
    let missing = |field: &'static str, says: &'static str| Refusal::field(field, says);
    let dossier = typed.text("dossier").parse().ok();
    let dossier =
        wrong.or_none(dossier.ok_or_else(|| missing("dossier", "second-dossier-unknown")));
    let how = how(typed, &mut wrong);
    let counts = Counted::with_code(typed.text("counts"));
    let counts = wrong.or_none(counts.ok_or_else(|| missing("counts", "second-counts-missing")));
    let is_both = counts.is_some_and(|counts| counts.0 == Counts::Both);
    if is_both && matches!(how, Some(How::Vote(_))) {
        wrong.or_none::<()>(Err(missing("counts", "second-vote-not-both")));
    }
    let reason = wrong.or_empty(reason(typed));
    wrong.finish()?;
    match (dossier, how, counts) {
        (Some(dossier), Some(how), Some(counts)) => Ok(Order { dossier, how, counts, reason }),
        _ => Err(Refusal::invalid("form-unreadable")),
    }
}

fn how(typed: &Typed, wrong: &mut Wrong) -> Option<How> {
    let form = Form::with_code(typed.text("form"));
    let form = form.ok_or_else(|| Refusal::field("form", "second-form-missing"));
    match wrong.or_none(form)? {
        Form::Panel => Some(How::Panel),
        Form::FurtherJudge => {
            let judge = typed.text("judge").parse().ok();
            let judge = judge.ok_or_else(|| Refusal::field("judge", "second-judge-missing"));
            wrong.or_none(judge).map(How::FurtherJudge)
        }
        Form::Vote => {
            let points = typed.text("points").trim().parse();
            let points = points.map_err(|_| Refusal::field("points", "second-points-unreadable"));
            let points: Option<Points> = wrong.or_none(points);
            let in_favour = wrong.or_none(votes(typed, "votes_for"));
            let against = wrong.or_none(votes(typed, "votes_against"));
            Some(How::Vote(Vote { points: points?, in_favour: in_favour?, against: against? }))
        }
    }
}

fn votes(typed: &Typed, field: &'static str) -> Result<u16, Refusal> {
    let votes = typed.text(field).trim().parse();
    votes.map_err(|_| Refusal::field(field, "second-votes-unreadable"))
}

/// What is typed into a sheet: the fields of marks, as they are, up to a size.
pub fn written(typed: &Typed, names: impl Iterator<Item = String>) -> Written {
    let cut = |text: &str| text.chars().take(MOST_LETTERS).collect::<String>();
    let told = names.take(MOST_FIELDS).filter_map(|name| {
        let text = typed.text(&name);
        (!text.is_empty()).then(|| (name.clone(), cut(text)))
    });
    Written(told.collect())
}
