//! The dossiers of a contest as councils know them: without names.

use kernel::Fault;
use kernel::id::{AccountId, ContestId};
use sea_orm::FromQueryResult;
use store::Reader;

use crate::dossiers::{DossierId, State};

/// A dossier that the office has decided about, or that was withdrawn.
#[derive(Debug, Clone, FromQueryResult)]
pub struct EntryRow {
    /// Its dossier.
    pub dossier_id: String,
    /// Its number.
    pub number: i64,
    /// Word of its state.
    pub state: String,
    /// As it was handed in.
    pub title: String,
    /// Its field; may be empty.
    pub field: String,
    /// For which unit it was filed.
    pub unit_id: Option<String>,
}

impl EntryRow {
    /// Its dossier.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn id(&self) -> Result<DossierId, Fault> {
        Ok(self.dossier_id.parse()?)
    }

    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        Ok(self.state.parse()?)
    }

    /// Its number as lots and lists know it.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn number(&self) -> Result<u32, Fault> {
        u32::try_from(self.number).map_err(Fault::from)
    }
}

/// Every dossier of a contest that is valid, ineligible or withdrawn, by number; or one of them.
pub async fn entries(
    reader: &Reader,
    contest: ContestId,
    dossier: Option<&str>,
) -> Result<Vec<EntryRow>, Fault> {
    let sql = "select s.dossier_id, s.number, d.state, s.title, s.field, s.unit_id
        from dossier_search s join dossier d on d.id = s.dossier_id
        where s.contest_id = $1 and ($2 = '' or s.dossier_id = $2)
            and d.state in ('valid', 'ineligible', 'withdrawn')
        order by s.number";
    let values = [contest.to_string().into(), dossier.unwrap_or_default().into()];
    reader.rows(sql, values).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// The dossiers of a contest that an account entered or wrote for somebody.
pub async fn own_dossiers(
    reader: &Reader,
    contest: ContestId,
    account: AccountId,
) -> Result<Vec<String>, Fault> {
    let sql = "select d.id from dossier d join dossier_member m on m.dossier_id = d.id
        where d.contest_id = $1 and m.account_id = $2 and m.role in ('owner', 'author')
        order by d.id";
    let values = [contest.to_string().into(), account.to_string().into()];
    let rows: Vec<IdRow> = reader.rows(sql, values).await?;
    Ok(rows.into_iter().map(|row| row.id).collect())
}
