//! Accepting a review: one transaction makes the contest, or amends it.

use ::store::Tx;
use gazetteer::Gazetteer;
use kernel::id::{ContestId, PaperId, UnitId};
use kernel::{Day, Failure, Message, Refusal};

use super::choice::{Choice, UnitLine};
use super::drafts::{self, Named};
use super::line::Line;
use super::{above, amend, naming, open_review, proposal, store, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::contests::{self, ContestDraft};
use crate::tasks;
use crate::units::{self, Kind, UnitDraft, UnitName};

/// Makes what the review says, as its revision `seen` says it.
///
/// # Errors
/// The actor may not, somebody has changed the review since it was seen, something that is needed is
/// missing, or a unit is no more.
pub async fn accept(
    tx: &mut Tx,
    actor: &Actor,
    paper: PaperId,
    seen: i64,
) -> Result<ContestId, Failure> {
    let review = open_review(tx, actor, paper).await?;
    let id = review.id()?;
    if !store::raise(tx, id, Some(seen)).await? {
        return Err(Refusal::conflict("review-changed").into());
    }
    let kept = store::lines(tx, id).await?;
    let lines: Vec<Line> = kept.into_iter().filter(|it| !it.dropped).map(|it| it.line).collect();
    let named = meant(tx, actor, &lines).await?;
    let contest = match review.amends()? {
        Some(contest) => amend::apply(tx, actor, contest, &lines, &named, paper).await?,
        None => found(tx, actor, &lines, &named, paper).await?,
    };
    store::close(tx, id, contest, actor.account()).await?;
    let act = Act::on("review.accept", subject(paper)).row("review", id);
    audit::record(tx, actor.who, act.note("contest", contest)).await?;
    Ok(contest)
}

async fn found(
    tx: &mut Tx,
    actor: &Actor,
    lines: &[Line],
    named: &Named,
    paper: PaperId,
) -> Result<ContestId, Failure> {
    if let Some(line) = drafts::contest_line(lines) {
        above::must_be_offered(tx, (actor, tx.at()), line).await?;
    }
    let draft = ContestDraft {
        facts: drafts::contest(lines, named)?,
        rules: drafts::rules(lines),
        milestones: drafts::milestones(lines),
        contacts: drafts::contacts(lines, named),
        citations: drafts::citations(lines),
        regimes: drafts::regimes(lines),
        paper: Some(paper),
    };
    let contest = contests::found(tx, actor, &draft).await?;
    tasks::order(tx, actor, contest, &drafts::tasks(lines, named, paper)).await?;
    Ok(contest)
}

/// The organiser, under whom new units stand.
#[derive(Debug, Default)]
struct Above {
    unit: Option<UnitId>,
    /// Endings of names that say that a body is of the organiser's place, folded.
    endings: Vec<String>,
}

impl Above {
    /// Whether a name says that it is of the organiser's place: "Hội Nông dân xã Thung Mây".
    fn is_told_by(&self, name: &str) -> bool {
        let folded = kernel::text::fold(name);
        self.endings.iter().any(|ending| folded.ends_with(ending.as_str()))
    }
}

/// The units that the names of the lines mean; those that are not here are founded, the organiser first.
async fn meant(tx: &mut Tx, actor: &Actor, lines: &[Line]) -> Result<Named, Failure> {
    let names = proposal::names(lines);
    let mut named = Named::new();
    let mut above = Above::default();
    for name in &names {
        let line = lines.iter().find_map(|line| match line {
            Line::Unit(unit) if unit.named == *name => Some(unit),
            _ => None,
        });
        let Some(line) = line else { continue };
        let units = units_of(tx, actor, line, &above).await?;
        // The first name is that of the organiser, under which new divisions and communes stand.
        if above.unit.is_none() {
            above = Above { unit: units.first().copied(), endings: naming::endings(name) };
        }
        named.insert(name.clone(), units);
    }
    Ok(named)
}

async fn units_of(
    tx: &mut Tx,
    actor: &Actor,
    line: &UnitLine,
    above: &Above,
) -> Result<Vec<UnitId>, Failure> {
    let day = tx.at().day();
    match &line.choice {
        Choice::Nobody => Ok(Vec::new()),
        Choice::Ended(_) => {
            let message = Message::new("review-unit-undecided").with("unit", &line.named);
            Err(Refusal::conflict(message).into())
        }
        Choice::Existing(units) => {
            let gone = units::gone(tx, units, day).await?;
            match gone.first() {
                None => Ok(units.clone()),
                Some(name) => {
                    let message = Message::new("review-unit-gone").with("unit", name);
                    Err(Refusal::conflict(message).into())
                }
            }
        }
        Choice::New { name, kind } => {
            let kind: Kind = kind.parse().unwrap_or(Kind::Other);
            Ok(vec![here_or_founded(tx, actor, (name, kind, None), (above, day)).await?])
        }
        Choice::Places(places) => {
            let mut units = Vec::with_capacity(places.len());
            for place in places.iter().filter_map(|id| Gazetteer::shared().get(*id)) {
                let name = naming::committee_of(place);
                let new = (name.as_str(), Kind::Committee, Some(place.id.to_string()));
                units.push(here_or_founded(tx, actor, new, (above, day)).await?);
            }
            Ok(units)
        }
    }
}

/// The unit of a name, founded where it is not here.
async fn here_or_founded(
    tx: &mut Tx,
    actor: &Actor,
    (name, kind, place): (&str, Kind, Option<String>),
    (above, day): (&Above, Day),
) -> Result<UnitId, Failure> {
    if let Some(unit) = units::named(tx, name, day).await?.first() {
        return Ok(*unit);
    }
    let is_below = matches!(kind, Kind::Division) || place.is_some() || above.is_told_by(name);
    let parent = above.unit.filter(|_| is_below);
    if units::may_found_under(tx, actor, parent).await?.is_err() {
        return Err(not_yours(tx, name, day).await?.into());
    }
    let draft = UnitDraft {
        name: UnitName::read(name)?,
        kind,
        code: None,
        place,
        parent,
        founded_on: None,
        aliases: Vec::new(),
    };
    units::found(tx, actor, &draft).await
}

/// Why somebody may not found a unit, who may, and how to ask them.
async fn not_yours(tx: &Tx, name: &str, day: Day) -> Result<Refusal, Failure> {
    let office = contests::store::runners(tx, &[], day).await?;
    let mut names: Vec<String> = office.into_iter().map(|holder| holder.name).collect();
    names.sort_by_key(|name| kernel::text::sort_key(name));
    names.dedup();
    let message = Message::new("review-unit-not-yours").with("unit", name);
    Ok(Refusal::forbidden(message.with("people", names.join(", "))))
}
