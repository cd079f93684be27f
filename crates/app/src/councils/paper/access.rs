//! Finding a sheet of paper through what the actor may see.

use ::store::Reader;
use kernel::{Failure, Refusal};

use super::code::Code;
use super::policy;
use crate::accounts::Actor;
use crate::councils::access::{self, SeenCouncil, SeenSheet};
use crate::councils::store::{self, AssignmentRow, MemberRow, PaperRow};
use crate::councils::{State, conflicts, opened};
use crate::dossiers;

/// A sheet of paper that the actor may key in.
#[derive(Debug, Clone)]
pub struct SeenPaper {
    /// The sheet of paper.
    pub row: PaperRow,
    /// For what it was printed; the council as the actor sees it, the seat of the judge.
    pub sheet: SeenSheet,
    /// Whether the judge still judges the dossier.
    pub stands: bool,
}

impl SeenPaper {
    /// A refusal that leads back to the sheets of paper of the council.
    pub fn refused(&self, says: &'static str) -> Refusal {
        let way = format!("/councils/{}/paper-sheets", self.sheet.council.id);
        Refusal::conflict(says).way_out("way-paper-sheets", way)
    }

    /// Whether what was given is no secret any more: the council is opened, and no second marking is open.
    pub fn is_unsealed(&self) -> bool {
        use crate::councils::Stage::Open;
        self.sheet.council.state == State::Opened && self.sheet.again != Some(Open)
    }
}

/// A sheet of paper, for who may key it in. Who stands in conflict with its dossier, or wrote it, learns nothing of
/// it; its own judge learns why they cannot.
///
/// # Errors
/// For this actor there is none, it is their own, or they have not vouched.
pub async fn paper(reader: &Reader, actor: &Actor, code: &Code) -> Result<SeenPaper, Failure> {
    let row = store::paper(reader, code.as_str()).await?.ok_or_else(Refusal::absent)?;
    let (given, council) = assigned(reader, actor, &row).await?;
    let judge = store::member(reader, council.id, given.member_id.parse()?).await?;
    let judge = judge.ok_or_else(Refusal::absent)?;
    is_another(actor, (&judge, &given))?;
    if !policy::handles(&council) {
        return Err(Refusal::absent().into());
    }
    if let Some(seat) = &council.seat {
        access::vouched(&council, seat)?;
    }
    if opened::hidden_in(reader, actor, &council).await?.contains(&given.dossier_id) {
        return Err(Refusal::absent().into());
    }
    let entry = store::entries(reader, council.contest()?, Some(&given.dossier_id)).await?;
    let found =
        conflicts::between(reader, &council, (std::slice::from_ref(&judge), &entry)).await?;
    let is_valid = entry.first().is_some_and(|entry| entry.state == dossiers::State::Valid.code());
    let stands = given.ended_at.is_none() && found.conflicts.is_empty();
    let again = given.again()?;
    let sheet = SeenSheet { council, seat: judge, row: given, is_valid, again };
    Ok(SeenPaper { row, sheet, stands })
}

/// For what a sheet of paper was printed, and the council as the actor sees it.
pub(super) async fn assigned(
    reader: &Reader,
    actor: &Actor,
    row: &PaperRow,
) -> Result<(AssignmentRow, SeenCouncil), Failure> {
    let given = store::assignment(reader, row.assignment_id.parse()?).await?;
    let given = given.ok_or_else(Refusal::absent)?;
    let council = access::council(reader, actor, given.council_id.parse()?).await?;
    Ok((given, council))
}

/// Refuses the judge themself: two others key in what they wrote.
fn is_another(actor: &Actor, (judge, given): (&MemberRow, &AssignmentRow)) -> Result<(), Refusal> {
    let is_own = actor.account().is_some_and(|account| account.to_string() == judge.account_id);
    match is_own {
        true => Err(Refusal::forbidden("paper-own")
            .way_out("way-sheet-own", format!("/sheets/{}", given.id))),
        false => Ok(()),
    }
}
