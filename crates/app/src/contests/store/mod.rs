//! The only SQL on the tables of contests: here the contest itself, its rules and publication.

mod milestones;
mod parts;
mod take_back;

use documents::{Level, Series};
use kernel::id::{AccountId, ContestId, UnitId};
use kernel::{Failure, Fault, Instant, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::draft::ContestFacts;
use super::rules::RuleSet;
use super::state::State;
use super::{PartId, Why, kind};

pub use milestones::{
    MilestoneRow, VersionRow, insert_milestone, insert_version, milestone, milestones, versions,
};
pub use parts::{
    CitationRow, ContactRow, PaperRow, RegimeRow, citations, contacts, insert_citation,
    insert_contact, insert_regime, papers, regimes, tie_paper,
};

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
    let unit = |id: Option<UnitId>| id.map(|id| id.to_string()).into();
    let (first, last) = facts.years.map_or((None, None), |[first, last]| (Some(first), Some(last)));
    let values = [
        id.to_string().into(),
        slug.into(),
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
        State::Preparing.code().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_state(tx: &mut Tx, id: ContestId, state: State) -> Result<(), Failure> {
    let sql = "update contest set state = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), state.code().into()]).await.map(drop)
}

#[derive(FromQueryResult)]
struct SlugRow {
    slug: String,
}

/// The addresses that begin like this one.
pub async fn slugs_like(reader: &Reader, slug: &str) -> Result<Vec<String>, Fault> {
    let sql = "select slug from contest where slug = $1 or slug like $2";
    let rows: Vec<SlugRow> = reader.rows(sql, [slug.into(), format!("{slug}-%").into()]).await?;
    Ok(rows.into_iter().map(|row| row.slug).collect())
}

/// A version of the rules.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RulesRow {
    /// 1, 2, …
    pub version: i64,
    /// JSON.
    pub body: String,
    /// Which paper made it so.
    pub paper_id: Option<String>,
    /// Why.
    pub reason: Option<String>,
    /// When.
    pub made_at: i64,
}

impl RulesRow {
    /// What the rules say.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn rules(&self) -> Result<RuleSet, Fault> {
        Ok(serde_json::from_str(&self.body)?)
    }
}

/// Every version of the rules, the newest first.
pub async fn rules(reader: &Reader, id: ContestId) -> Result<Vec<RulesRow>, Fault> {
    let sql = "select version, body, paper_id, reason, made_at from rule_set
        where contest_id = $1 order by version desc";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn last_rules_version(reader: &Reader, id: ContestId) -> Result<i64, Fault> {
    let sql = "select coalesce(max(version), 0) from rule_set where contest_id = $1";
    reader.number(sql, [id.to_string().into()]).await
}

pub async fn insert_rules(
    tx: &mut Tx,
    contest: ContestId,
    version: i64,
    rules: &RuleSet,
    why: &Why,
) -> Result<PartId, Failure> {
    let sql =
        "insert into rule_set (id, contest_id, version, body, paper_id, reason, made_by, made_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let id = PartId::new(tx.at());
    let body = serde_json::to_string(rules).map_err(Fault::from)?;
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        version.into(),
        body.into(),
        why.paper.map(|id| id.to_string()).into(),
        why.words.clone().into(),
        why.by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// An order that shows a contest to everybody.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PublicationRow {
    /// Id.
    pub id: String,
    /// From when on.
    pub from_at: i64,
}

/// The order that has not ended.
pub async fn publication(reader: &Reader, id: ContestId) -> Result<Option<PublicationRow>, Fault> {
    let sql = "select id, from_at from publication
        where contest_id = $1 and ended_at is null order by id desc limit 1";
    reader.maybe(sql, [id.to_string().into()]).await
}

pub async fn insert_publication(
    tx: &mut Tx,
    contest: ContestId,
    from: Instant,
    by: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into publication (id, contest_id, from_at, ordered_by, ordered_at)
        values ($1, $2, $3, $4, $5)";
    let id = PartId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        from.millis().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

pub async fn end_publication(tx: &mut Tx, id: &str, by: Option<AccountId>) -> Result<(), Failure> {
    let sql = "update publication set ended_at = $2, ended_by = $3 where id = $1";
    let at = tx.at().millis();
    tx.run(sql, [id.into(), at.into(), by.map(|id| id.to_string()).into()]).await.map(drop)
}
