//! The only SQL on the tables of contests: here the contest itself.

mod contacts;
mod figures;
mod list;
mod milestones;
mod parts;
mod people;
mod publication;
mod rules;
mod take_back;

use documents::{Level, Series};
use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use store::{Reader, Tx, Value};

use super::draft::ContestFacts;
use super::kind;
use super::state::State;

pub use contacts::{
    ContactRow, clear_contact, contact, contacts, delete_contact, insert_contact, update_contact,
};
pub use figures::{Figures, figures};
pub use list::{
    Filter, NextRow, Order, count, find_seen, list, next_milestones, takes_part, years,
};
pub use milestones::{
    MilestoneRow, VersionRow, insert_milestone, insert_version, milestone, milestones, versions,
};
pub use parts::{
    CitationRow, PaperRow, RegimeRow, citations, insert_citation, insert_regime, papers, regimes,
    tie_paper,
};
pub use people::{HolderRow, coordinators, count_units, runners, unit_name, unit_names, units};
pub use publication::{end_publication, insert_publication, publication};
pub use rules::{RulesRow, insert_rules, last_rules_version, newest_rules, rules, rules_at};
pub use take_back::{is_untouched, take_back};

/// A contest as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct ContestRow {
    /// Id.
    pub id: String,
    /// Last part of the portal's address.
    pub slug: String,
    /// The contest above, where it runs here.
    pub parent_id: Option<String>,
    /// Its name, as the paper has it.
    pub higher: Option<String>,
    /// The whole name.
    pub name: String,
    /// Word of the series.
    pub series: String,
    /// Word of the level.
    pub level: String,
    /// Locality.
    pub locality: String,
    /// Who organises.
    pub organiser_id: Option<String>,
    /// Standing agency.
    pub standing_id: Option<String>,
    /// Who receives dossiers.
    pub receiving_id: Option<String>,
    /// Edition.
    pub edition: Option<i64>,
    /// First year.
    pub first_year: Option<i64>,
    /// Last year.
    pub last_year: Option<i64>,
    /// What the public reads first.
    pub summary: Option<String>,
    /// Word of the state.
    pub state: String,
    /// When it was written down.
    pub created_at: i64,
}

impl ContestRow {
    /// The id.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn id(&self) -> Result<ContestId, Fault> {
        Ok(self.id.parse()?)
    }

    /// How far it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn state(&self) -> Result<State, Fault> {
        Ok(self.state.parse()?)
    }

    /// A short print of what the row says: two are equal where nobody has changed it.
    pub fn print(&self) -> String {
        hex::encode(&Sha256::digest(format!("{self:?}"))[..8])
    }

    /// The units whose secretaries run it.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn runners(&self) -> Result<Vec<UnitId>, Fault> {
        let ids = [&self.organiser_id, &self.standing_id].into_iter().flatten();
        ids.map(|id| Ok(id.parse()?)).collect()
    }
}

pub(super) const CONTEST: &str =
    "select c.id, c.slug, c.parent_id, c.higher, c.name, c.series, c.level,
        c.locality, c.organiser_id, c.standing_id, c.receiving_id, c.edition, c.first_year,
        c.last_year, c.summary, c.state, c.created_at from contest c";

pub async fn find(reader: &Reader, id: ContestId) -> Result<Option<ContestRow>, Fault> {
    reader.maybe(&format!("{CONTEST} where c.id = $1"), [id.to_string().into()]).await
}

pub async fn find_slug(reader: &Reader, slug: &str) -> Result<Option<ContestRow>, Fault> {
    reader.maybe(&format!("{CONTEST} where c.slug = $1"), [slug.into()]).await
}

/// Contests of a series and level that have not closed, of an edition or of years where either is given.
pub async fn alike(
    reader: &Reader,
    (series, level): (Series, Level),
    edition: Option<u16>,
    years: Option<[i16; 2]>,
) -> Result<Vec<ContestRow>, Fault> {
    let sql = format!(
        "{CONTEST} where c.series = $1 and c.level = $2 and c.state <> 'closed'
            and (c.edition = $3 or (c.first_year = $4 and c.last_year = $5)) order by c.id desc"
    );
    let values = [
        kind::code(series).into(),
        kind::code(level).into(),
        edition.map(i64::from).into(),
        years.map(|[first, _]| i64::from(first)).into(),
        years.map(|[_, last]| i64::from(last)).into(),
    ];
    reader.rows(&sql, values).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// Every contest.
pub async fn all(reader: &Reader) -> Result<Vec<ContestId>, Fault> {
    let rows: Vec<IdRow> = reader.rows("select id from contest order by id", []).await?;
    rows.into_iter().map(|row| Ok(row.id.parse()?)).collect()
}

/// Contests that run and have units report.
pub async fn running_with_regimes(reader: &Reader) -> Result<Vec<ContestRow>, Fault> {
    let sql = format!(
        "{CONTEST} where c.state = 'running' and exists (select 1 from reporting_regime r
            where r.contest_id = c.id and r.ended_at is null) order by c.id"
    );
    reader.rows(&sql, []).await
}

/// Contests of a level that have not closed, by name.
pub async fn open_of_level(reader: &Reader, level: Level) -> Result<Vec<ContestRow>, Fault> {
    let sql = format!(
        "{CONTEST} where c.level = $1 and c.state <> 'closed' order by c.sort_key, c.id limit 500"
    );
    reader.rows(&sql, [kind::code(level).into()]).await
}

pub async fn insert_contest(
    tx: &mut Tx,
    id: ContestId,
    slug: &str,
    facts: &ContestFacts,
) -> Result<(), Failure> {
    let sql = "insert into contest (id, slug, parent_id, higher, name, folded, sort_key, series,
            level, locality, organiser_id, standing_id, receiving_id, edition, first_year,
            last_year, summary, state, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)";
    let ends = [State::Preparing.code().into(), tx.at().millis().into()];
    let values = [id.to_string().into(), slug.into()].into_iter();
    let values = values.chain(fact_values(facts)).chain(ends);
    tx.run(sql, values).await.map(drop)
}

pub async fn set_state(tx: &mut Tx, id: ContestId, state: State) -> Result<(), Failure> {
    let sql = "update contest set state = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), state.code().into()]).await.map(drop)
}

pub async fn update_facts(tx: &mut Tx, id: ContestId, facts: &ContestFacts) -> Result<(), Failure> {
    let sql = "update contest set parent_id = $2, higher = $3, name = $4, folded = $5,
            sort_key = $6, series = $7, level = $8, locality = $9, organiser_id = $10,
            standing_id = $11, receiving_id = $12, edition = $13, first_year = $14,
            last_year = $15, summary = $16 where id = $1";
    let values = std::iter::once(id.to_string().into()).chain(fact_values(facts));
    tx.run(sql, values).await.map(drop)
}

/// What [`ContestFacts`] says, in the order of the columns.
fn fact_values(facts: &ContestFacts) -> [Value; 15] {
    let unit = |id: Option<UnitId>| id.map(|id| id.to_string()).into();
    let (first, last) = facts.years.map_or((None, None), |[first, last]| (Some(first), Some(last)));
    [
        facts.parent.map(|id| id.to_string()).into(),
        facts.higher.clone().into(),
        facts.name.clone().into(),
        text::fold(&facts.name).into(),
        text::sort_key(&facts.name).into(),
        kind::code(facts.series).into(),
        kind::code(facts.level).into(),
        facts.locality.clone().into(),
        unit(facts.organiser),
        unit(facts.standing),
        unit(facts.receiving),
        facts.edition.map(i64::from).into(),
        first.map(i64::from).into(),
        last.map(i64::from).into(),
        facts.summary.clone().into(),
    ]
}

/// Ids of a contest and everything above it.
pub async fn above(reader: &Reader, id: ContestId) -> Result<Vec<String>, Fault> {
    let sql = "with recursive above (slug, parent_id, steps) as (
            select id, parent_id, 1 from contest where id = $1
            union all
            select c.id, c.parent_id, above.steps + 1
            from above join contest c on c.id = above.parent_id where above.steps < 20)
        select slug from above";
    let rows: Vec<SlugRow> = reader.rows(sql, [id.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| row.slug).collect())
}

#[derive(FromQueryResult)]
struct SlugRow {
    slug: String,
}
