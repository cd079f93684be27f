//! The only SQL on earlier solutions: here the solutions themselves.

pub mod feed;
pub mod lists;
pub mod staging;
pub mod verdicts;

use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value, holding};

use super::{EarlierId, Sight};

/// An earlier solution.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct EarlierRow {
    /// Id.
    pub id: String,
    /// Word of the source.
    pub source: String,
    /// How the ledger names the dossier that it is; nothing: it is none.
    pub origin: Option<String>,
    /// Word of the level.
    pub level: Option<String>,
    /// Year.
    pub year: Option<i64>,
    /// Contest or decision.
    pub contest: String,
    /// Title.
    pub title: String,
    /// Authors.
    pub authors: String,
    /// Unit, as it was written.
    pub unit: String,
    /// The unit that is meant.
    pub unit_id: Option<String>,
    /// Prize.
    pub prize: String,
    /// Field.
    pub field: String,
    /// What it is about.
    pub body: String,
}

const COLUMNS: &str =
    "s.id, s.source, s.origin, s.level, s.year, s.contest, s.title, s.authors, s.unit,
        s.unit_id, s.prize, s.field, s.body";

/// That a solution `s` counts, for somebody who sees so much. Dossiers are of no list.
const fn counts(sight: Sight) -> &'static str {
    match sight {
        Sight::Open => {
            "s.import_id in (select i.id from earlier_import i where i.state = 'accepted')"
        }
        Sight::Everything => {
            "(s.import_id is null
                or s.import_id in (select i.id from earlier_import i where i.state = 'accepted'))"
        }
    }
}

/// The same, so that a list that is cut off walks along its order: both engines would otherwise sort all.
const fn counts_in_order(sight: Sight) -> &'static str {
    match sight {
        Sight::Open => {
            "exists (select 1 from earlier_import i where i.id = s.import_id and i.state = 'accepted')"
        }
        Sight::Everything => {
            "(s.import_id is null or exists (select 1 from earlier_import i
                where i.id = s.import_id and i.state = 'accepted'))"
        }
    }
}

/// What a list of solutions is narrowed by.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Folded words.
    pub words: Vec<String>,
    /// Year.
    pub year: Option<i64>,
    /// Word of the level.
    pub level: Option<String>,
    /// Word of the source.
    pub source: Option<String>,
    /// Only those with a prize.
    pub with_prize: bool,
    /// Units; nothing: all.
    pub units: Option<Vec<String>>,
    /// Since which year.
    pub since: Option<i64>,
    /// Only what neither won nor was entered by its own unit.
    pub unspent: bool,
}

/// No winner, and no dossier of the same unit, has its title.
const UNSPENT: &str = " and s.source = 'registry' and not exists (
        select 1 from earlier_solution w left join earlier_import k on k.id = w.import_id
        where w.source <> 'registry' and w.title_key = s.title_key
            and (k.state = 'accepted' or (w.source = 'dossier' and w.unit_id = s.unit_id)))";

impl Filter {
    fn conditions(&self, counts: &str) -> (String, Vec<Value>) {
        let (mut sql, mut values) = (format!(" where {counts}"), Vec::new());
        let mut equal = |column: &str, sign: &str, value: Option<Value>| {
            if let Some(value) = value {
                values.push(value);
                sql.push_str(&format!(" and s.{column} {sign} ${}", values.len()));
            }
        };
        // Years stand in the rank, by which lists are found.
        let until = self.year.map(|year| rank(Some(year), Some("nation")));
        equal("rank", ">=", until.map(Value::from));
        let since = self.year.or(self.since);
        equal("rank", "<=", since.map(|year| rank(Some(year), None).into()));
        equal("level", "=", self.level.clone().map(Value::from));
        equal("source", "=", self.source.clone().map(Value::from));
        if self.with_prize {
            sql.push_str(" and s.prize <> ''");
        }
        if let Some(units) = &self.units {
            let first = values.len() + 1;
            values.extend(units.iter().cloned().map(Value::from));
            let places: Vec<String> = (first..=values.len()).map(|at| format!("${at}")).collect();
            let places = if places.is_empty() { "null".to_owned() } else { places.join(", ") };
            sql.push_str(&format!(" and s.unit_id in ({places})"));
        }
        if self.unspent {
            sql.push_str(UNSPENT);
        }
        sql.push_str(&holding(&["s"], &self.words, &mut values));
        (sql, values)
    }
}

/// The place of a solution in lists: the newest first, of one year those of the highest level.
pub fn rank(year: Option<i64>, level: Option<&str>) -> i64 {
    let levels = ["nation", "province", "district", "commune", "agency"];
    let level = levels.iter().position(|known| Some(*known) == level).unwrap_or(levels.len());
    (9_999 - year.unwrap_or(0)) * 10 + i64::try_from(level).unwrap_or(9)
}

/// One page of a list. The ids are found first, which the index alone can tell.
pub async fn list(
    reader: &Reader,
    (filter, sight): (&Filter, Sight),
    (limit, offset): (i64, i64),
) -> Result<Vec<EarlierRow>, Fault> {
    let (conditions, mut values) = filter.conditions(counts_in_order(sight));
    values.extend([limit.into(), offset.into()]);
    let (limit, offset) = (values.len() - 1, values.len());
    let sql = format!(
        "select {COLUMNS} from earlier_solution s
         join (select s.id as found from earlier_solution s{conditions}
            order by s.rank, s.id limit ${limit} offset ${offset}) f on f.found = s.id
         order by s.rank, s.id"
    );
    reader.rows(&sql, values).await
}

/// How many solutions a filter lets through.
pub async fn count(reader: &Reader, filter: &Filter, sight: Sight) -> Result<i64, Fault> {
    let (conditions, values) = filter.conditions(counts(sight));
    reader.number(&format!("select count(*) from earlier_solution s{conditions}"), values).await
}

#[derive(FromQueryResult)]
struct Year {
    year: i64,
}

/// The years of all solutions that count, the newest first.
pub async fn years(reader: &Reader, sight: Sight) -> Result<Vec<i64>, Fault> {
    let sql = format!(
        "select distinct s.year from earlier_solution s
         where s.year is not null and {} order by s.year desc",
        counts(sight)
    );
    let found: Vec<Year> = reader.rows(&sql, []).await?;
    Ok(found.into_iter().map(|row| row.year).collect())
}

/// A solution that counts.
pub async fn find(
    reader: &Reader,
    id: EarlierId,
    sight: Sight,
) -> Result<Option<EarlierRow>, Fault> {
    Ok(some(reader, &[id.to_string()], sight).await?.pop())
}

/// Those of these solutions that count, in any order.
pub async fn some(reader: &Reader, ids: &[String], sight: Sight) -> Result<Vec<EarlierRow>, Fault> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (1..=ids.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "select {COLUMNS} from earlier_solution s where s.id in ({}) and {}",
        places.join(", "),
        counts(sight)
    );
    reader.rows(&sql, ids.iter().cloned().map(Value::from)).await
}

/// A dossier as it joins the earlier solutions.
#[derive(Debug, Clone, Default)]
pub struct DossierText {
    /// How the ledger names it: `dossier/…`.
    pub origin: String,
    /// Title.
    pub title: String,
    /// Its whole text.
    pub text: String,
    /// Year of the contest.
    pub year: Option<i64>,
    /// Word of its level.
    pub level: Option<String>,
    /// Name of the contest.
    pub contest: String,
    /// Authors.
    pub authors: String,
    /// Id and name of the unit.
    pub unit: Option<(String, String)>,
    /// Field of entry.
    pub field: String,
}

pub async fn put_dossier(tx: &mut Tx, dossier: &DossierText) -> Result<EarlierId, Failure> {
    let (unit_id, unit) = dossier.unit.clone().unzip();
    let unit = unit.unwrap_or_default();
    let folded =
        [&dossier.title, &dossier.authors, &unit, &dossier.contest].map(|it| text::fold(it));
    let new = EarlierId::new(tx.at());
    let sql = "insert into earlier_solution (id, position, source, origin, level, year, contest, title,
            title_key, authors, unit, unit_id, prize, field, body, folded, mark, rank)
        values ($1, 0, 'dossier', $2, $3, $4, $5, $6, $7, $8, $9, $10, '', $11, $12, $13, $2, $14)
        on conflict (origin) do update set level = $3, year = $4, contest = $5, title = $6,
            title_key = $7, authors = $8, unit = $9, unit_id = $10, field = $11, body = $12, folded = $13, rank = $14";
    let values = [
        new.to_string().into(),
        dossier.origin.clone().into(),
        dossier.level.clone().into(),
        dossier.year.into(),
        dossier.contest.clone().into(),
        dossier.title.clone().into(),
        folded[0].clone().into(),
        dossier.authors.clone().into(),
        unit.into(),
        unit_id.into(),
        dossier.field.clone().into(),
        dossier.text.clone().into(),
        folded.join(" ").into(),
        rank(dossier.year, dossier.level.as_deref()).into(),
    ];
    tx.run(sql, values).await?;
    let sql = "select id from earlier_solution where origin = $1";
    let found: Option<Id> = tx.maybe(sql, [dossier.origin.clone().into()]).await?;
    let found = found.ok_or_else(|| Fault::new("a dossier that was put is there"))?;
    Ok(found.id.parse().map_err(Fault::from)?)
}

#[derive(FromQueryResult)]
struct Id {
    id: String,
}
