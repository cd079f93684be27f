//! Ties (quan hệ) that members declare, or the office for them.

use ::store::Tx;
use kernel::id::UnitId;
use kernel::{Failure, Fault, Refusal};

use super::access::{self, SeenCouncil};
use super::store::{self, MemberRow, NewTieRow};
use super::{CouncilId, PartId, Stage, State, conflicts, subject};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::dossiers::DossierId;

/// What a tie is (loại quan hệ).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Tư vấn, cộng tác với đơn vị.
    Unit,
    /// Có người thân dự thi.
    Family,
    /// Đã hướng dẫn, tư vấn cho hồ sơ.
    Advised,
    /// Lý do khác đối với hồ sơ.
    Other,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 4] = [Self::Unit, Self::Family, Self::Advised, Self::Other];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Unit => "unit",
            Self::Family => "family",
            Self::Advised => "advised",
            Self::Other => "other",
        }
    }

    /// Key of its word.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Unit => "tie-unit",
            Self::Family => "tie-family",
            Self::Advised => "tie-advised",
            Self::Other => "tie-other",
        }
    }

    /// The kind of a word; nothing where it is none.
    pub fn with_code(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == word)
    }

    /// The kind of a word of the database.
    ///
    /// # Errors
    /// It is none.
    pub fn read(word: &str) -> Result<Self, Fault> {
        Self::with_code(word).ok_or_else(|| Fault::new("a tie is of a kind that is none"))
    }
}

/// With whom a member is tied.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Tied {
    /// A unit that they advise or work with.
    Unit(UnitId),
    /// A relative who may be an author.
    Family(String),
    /// A dossier whose authors they advised.
    Advised(DossierId),
    /// A dossier, for another reason.
    Other(DossierId),
}

impl Tied {
    fn row<'t>(&'t self, reason: &'t str) -> NewTieRow<'t> {
        let row = |kind: Kind| NewTieRow {
            kind: kind.code(),
            unit: None,
            name: None,
            dossier: None,
            reason,
        };
        match self {
            Self::Unit(unit) => NewTieRow { unit: Some(*unit), ..row(Kind::Unit) },
            Self::Family(name) => NewTieRow { name: Some(name), ..row(Kind::Family) },
            Self::Advised(dossier) => NewTieRow { dossier: Some(*dossier), ..row(Kind::Advised) },
            Self::Other(dossier) => NewTieRow { dossier: Some(*dossier), ..row(Kind::Other) },
        }
    }
}

/// A tie that is declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewTie {
    /// With whom.
    pub tied: Tied,
    /// In words; may be empty.
    pub reason: String,
}

/// Declares a tie of a member: the member themself, or the office for whom it came to be known. What the member
/// must no longer judge is taken from them at once; what they signed of it stays on paper and counts no more.
///
/// # Errors
/// The actor is neither, or the member has left.
pub async fn declare(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (member, tie): (PartId, &NewTie),
) -> Result<PartId, Failure> {
    let council = access::council(tx, actor, id).await?;
    let member = may_declare(tx, &council, member).await?;
    let row = store::insert_tie(tx, &member.id, tie.tied.row(&tie.reason), actor.account()).await?;
    let mut act = Act::on("council.tie", subject(id)).row("council_tie", row);
    // What was signed by the opening counts; a tie that comes to be known later keeps its member out of meetings,
    // and ends what is being marked again.
    let mut given = store::of_member(tx, &member.id).await?;
    if council.state == State::Opened {
        given.retain(|it| it.second_state.as_deref() == Some(Stage::Open.code()));
    }
    for given in given {
        let stands = conflicts::of_pair(tx, &council, (&member, &given.dossier_id)).await?;
        if !stands.is_empty() {
            store::end_assignment(tx, &given.id, CONFLICT, actor.account()).await?;
            act = act.row("council_assignment", &given.id);
        }
    }
    audit::record(tx, actor.who, act).await?;
    Ok(row)
}

/// Why an assignment ended that a conflict of interest stands against.
pub const CONFLICT: &str = "conflict";

async fn may_declare(tx: &Tx, council: &SeenCouncil, member: PartId) -> Result<MemberRow, Failure> {
    let row = store::member(tx, council.id, member).await?.filter(MemberRow::sits);
    let row = row.ok_or_else(Refusal::absent)?;
    let is_own = council.seat.as_ref().is_some_and(|seat| seat.id == row.id);
    match is_own || council.runs {
        true => Ok(row),
        false => Err(Refusal::absent().into()),
    }
}

/// Takes a declared tie back, with the reason; what is found by itself cannot be taken back.
///
/// # Errors
/// The actor did not declare it and does not run the contest, the council judges and it is the member who takes
/// it back, or it was taken back before.
pub async fn take_back(
    tx: &mut Tx,
    actor: &Actor,
    id: CouncilId,
    (tie, reason): (PartId, &str),
) -> Result<(), Failure> {
    let council = access::council(tx, actor, id).await?;
    let row = store::tie(tx, id, tie).await?.ok_or_else(Refusal::absent)?;
    may_declare(tx, &council, row.member_id.parse()?).await?;
    if row.ended_at.is_some() {
        return Err(council.refused("tie-ended-already").into());
    }
    // A judge who could lift their own ban while sheets are written would choose what they judge.
    if council.state != State::Forming && !council.runs {
        return Err(council.refused("tie-office-takes-back").into());
    }
    store::end_tie(tx, &row.id, reason, actor.account()).await?;
    let act = Act::on("council.untie", subject(id)).row("council_tie", tie);
    audit::record(tx, actor.who, act).await
}
