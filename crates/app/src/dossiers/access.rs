//! Finding dossiers through what the actor may see of them.

use ::store::Reader;
use documents::MilestoneKind;
use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault, Instant, Refusal};

use super::draft::Draft;
use super::store::{self, ConfirmationRow, DossierRow, SupplementRow};
use super::timing::Taking;
use super::{DossierId, PartId, State, Step};
use crate::accounts::{Actor, Role};
use crate::contests::{self, ContestRow, RuleSet, kind};

/// By what an actor sees a dossier.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is theirs to write: they began it, are an author, or write for somebody.
    Member,
    /// They run the contest, and it was handed in.
    Office,
}

/// A dossier that the actor may see.
#[derive(Debug, Clone)]
pub struct SeenDossier {
    /// Its id.
    pub id: DossierId,
    /// The dossier.
    pub row: DossierRow,
    /// How far it is.
    pub state: State,
    /// Its contest.
    pub contest: ContestRow,
    /// By what the actor sees it.
    pub standing: Standing,
    /// What the office asks for again, where it does.
    pub asked: Option<SupplementRow>,
}

impl SeenDossier {
    /// What handing in would be now.
    pub fn next_step(&self) -> Step {
        match self.state {
            State::Asked => Step::Return,
            _ => Step::Submit,
        }
    }

    /// Whether a page may be written, as far as the office left others closed.
    pub fn opens(&self, step: entry::Step) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.opened().page(step))
    }

    /// Whether files of a part of the checklist may be changed, likewise.
    pub fn opens_item(&self, key: &str) -> bool {
        self.asked.as_ref().is_none_or(|asked| asked.opened().item(key))
    }
}

/// A dossier, for those who write it, and for who runs the contest from the moment it is handed in: what is
/// being written is nobody else's business.
///
/// # Errors
/// For this actor there is none.
pub async fn dossier(
    reader: &Reader,
    actor: &Actor,
    id: DossierId,
) -> Result<SeenDossier, Failure> {
    let row = store::find(reader, id).await?.ok_or_else(Refusal::absent)?;
    let contest = row.contest()?;
    let contest = contests::store::find(reader, contest).await?.ok_or_else(Refusal::absent)?;
    let state = row.state()?;
    let standing = match is_member(reader, actor, id).await? {
        true => Standing::Member,
        false if row.number.is_some() && contests::policy::runs(actor, &contest.runners()?) => {
            Standing::Office
        }
        false => return Err(Refusal::absent().into()),
    };
    let asked = match state {
        State::Asked => store::open_supplement(reader, id).await?,
        _ => None,
    };
    Ok(SeenDossier { id, row, state, contest, standing, asked })
}

/// A dossier, for those who write it.
///
/// # Errors
/// For this actor there is none.
pub async fn own(reader: &Reader, actor: &Actor, id: DossierId) -> Result<SeenDossier, Failure> {
    let seen = dossier(reader, actor, id).await?;
    match seen.standing {
        Standing::Member => Ok(seen),
        Standing::Office => Err(Refusal::forbidden("dossier-members-only")
            .way_out("way-dossier", format!("/dossiers/{id}"))
            .into()),
    }
}

/// Whether the actor entered it themselves; who wrote it down for somebody did not.
///
/// # Errors
/// The database is away.
pub async fn is_author(reader: &Reader, actor: &Actor, id: DossierId) -> Result<bool, Fault> {
    let Some(account) = actor.account() else { return Ok(false) };
    let role = store::member_role(reader, id, account).await?;
    Ok(matches!(role.as_deref(), Some("owner" | "author")))
}

async fn is_member(reader: &Reader, actor: &Actor, id: DossierId) -> Result<bool, Fault> {
    match actor.account() {
        Some(account) => Ok(store::member_role(reader, id, account).await?.is_some()),
        None => Ok(false),
    }
}

/// The account of somebody who begins or writes a dossier; the operator of the machine is no author.
///
/// # Errors
/// It is the operator.
pub fn account_of(actor: &Actor) -> Result<AccountId, Refusal> {
    actor.account().ok_or_else(|| Refusal::forbidden("dossier-account-only"))
}

/// A request for confirmation, for the coordinators of the unit that is asked.
///
/// # Errors
/// For this actor there is none.
pub async fn confirmation(
    reader: &Reader,
    actor: &Actor,
    id: PartId,
) -> Result<(ConfirmationRow, DossierRow, ContestRow), Failure> {
    let asked = store::confirmation(reader, id).await?.ok_or_else(Refusal::absent)?;
    if !units_of(actor).contains(&asked.unit_id.parse()?) {
        return Err(Refusal::absent().into());
    }
    let row = store::find(reader, asked.dossier_id.parse()?).await?.ok_or_else(Refusal::absent)?;
    let contest = row.contest()?;
    let contest = contests::store::find(reader, contest).await?.ok_or_else(Refusal::absent)?;
    Ok((asked, row, contest))
}

/// The units for which the actor confirms.
pub fn units_of(actor: &Actor) -> Vec<UnitId> {
    let held = actor.grants.iter();
    let held = held.filter(|grant| matches!(grant.role, Role::Coordinator | Role::Secretary));
    held.filter_map(|grant| grant.unit).collect()
}

/// The rules by which a dossier is measured: the newest while it is being written, those under which it was
/// handed in afterwards.
///
/// # Errors
/// The database is away.
pub async fn rules(reader: &Reader, row: &DossierRow) -> Result<(RuleSet, i64), Failure> {
    match row.state()? {
        State::Draft | State::Withdrawn => contests::newest_rules(reader, row.contest()?).await,
        _ => {
            let version = row.rules_version;
            Ok((contests::rules_at(reader, row.contest()?, version).await?, version))
        }
    }
}

/// When a contest takes dossiers. Of several windows the one that closes last holds, for an extension is
/// never shorter.
///
/// # Errors
/// The database is away.
pub async fn taking(reader: &Reader, contest: ContestId, rules: &RuleSet) -> Result<Taking, Fault> {
    let word = kind::code(MilestoneKind::Submission);
    let rows = contests::store::milestones(reader, contest).await?;
    let windows = rows.into_iter().filter(|row| row.kind == word && !row.called_off);
    let window = windows.max_by_key(|row| row.closes_at);
    let moment = |millis: Option<i64>| millis.map(Instant::from_millis);
    Ok(Taking {
        opens: window.as_ref().and_then(|row| moment(row.opens_at)),
        closes: window.as_ref().and_then(|row| moment(row.closes_at)),
        grace_minutes: rules.entry.files.grace_minutes,
        by_postmark: window.is_some_and(|row| row.by_postmark),
    })
}

/// When a dossier is taken: by the window of its contest; by the request of the office, where there is one;
/// at any time, where the office itself writes down what came on paper.
///
/// # Errors
/// The database is away.
pub async fn window(
    reader: &Reader,
    seen: &SeenDossier,
    rules: &RuleSet,
) -> Result<Taking, Failure> {
    if let Some(asked) = &seen.asked {
        let grace_minutes = rules.entry.files.grace_minutes;
        return Ok(Taking { closes: Some(asked.due()), grace_minutes, ..Taking::default() });
    }
    if seen.state == State::Draft && !store::arrivals(reader, seen.id).await?.is_empty() {
        return Ok(Taking::default());
    }
    Ok(taking(reader, seen.row.contest()?, rules).await?)
}

/// What is being written of a dossier.
///
/// # Errors
/// The database is away.
pub async fn draft(reader: &Reader, id: DossierId) -> Result<Draft, Fault> {
    Draft::read(&store::parts(reader, id).await?)
}
