//! Finding a report through what the actor may see of it.

use ::store::Reader;
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};

use super::store::ReportRow;
use super::{ReportId, policy, store};
use crate::accounts::Actor;
use crate::contests;
use crate::contests::store::ContestRow;

/// A report that the actor may see.
#[derive(Debug, Clone)]
pub struct Seen {
    /// The report.
    pub report: ReportRow,
    /// Its contest.
    pub contest: ContestRow,
    /// Its unit.
    pub unit: UnitId,
    /// The agencies that run the contest, if the report is that of one of them.
    pub standing: Option<Vec<UnitId>>,
    /// Whether the actor writes it.
    pub writes: bool,
    /// Whether the actor takes or returns it.
    pub decides: bool,
}

impl Seen {
    /// Whether the actor writes it.
    ///
    /// # Errors
    /// Others may not.
    pub fn may_write(&self) -> Result<(), Refusal> {
        if self.writes { Ok(()) } else { Err(policy::own_unit_only()) }
    }

    /// Whether the actor takes or returns it.
    ///
    /// # Errors
    /// Others may not.
    pub fn may_decide(&self) -> Result<(), Refusal> {
        if self.decides { Ok(()) } else { Err(policy::above_only()) }
    }
}

/// A report: for its unit, for the unit above it that reports too, and for whoever runs the contest.
///
/// # Errors
/// For this actor there is none.
pub async fn seen(reader: &Reader, actor: &Actor, id: ReportId, day: Day) -> Result<Seen, Failure> {
    let report = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let contest = contests::store::find(reader, report.contest()?).await?;
    let contest = contest.ok_or_else(Refusal::absent)?;
    let (unit, runners) = (report.unit()?, contest.runners()?);
    let runs = contests::policy::runs(actor, &runners);
    let is_standing = runners.contains(&unit);
    let own = policy::writes_for(actor, unit) || (is_standing && runs);
    let above = !is_standing && is_above(reader, actor, &report, day).await?;
    let began = contest.state()? != contests::State::Preparing;
    if !(runs || (began && (own || above))) {
        return Err(Refusal::absent().into());
    }
    let decides = match is_standing {
        true => policy::decides_for(actor, organiser(&contest)?),
        false => runs || above,
    };
    let standing = is_standing.then_some(runners);
    Ok(Seen { report, contest, unit, standing, writes: own, decides })
}

fn organiser(contest: &ContestRow) -> Result<Option<UnitId>, Fault> {
    Ok(contest.organiser_id.as_deref().map(str::parse).transpose()?)
}

/// Whether the actor coordinates the unit above, where that reports in the same period.
async fn is_above(
    reader: &Reader,
    actor: &Actor,
    report: &ReportRow,
    day: Day,
) -> Result<bool, Fault> {
    if policy::own_units(actor).is_empty() {
        return Ok(false);
    }
    let above = store::above(reader, report, day).await?;
    Ok(above.into_iter().any(|unit| policy::writes_for(actor, unit)))
}
