//! What the public may read, as SQL. Every statement begins at the publications that hold.

mod news;

use std::collections::BTreeMap;

use ::store::{Reader, Value};
use kernel::id::ContestId;
use kernel::{Day, Fault, Instant, Window};
use sea_orm::FromQueryResult;

pub use news::{NewsPath, NewsRow, find_news, newest_news, news, news_count, news_paths};

/// A contest that everybody may see.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PublicRow {
    /// Id.
    pub id: String,
    /// Last part of the address.
    pub slug: String,
    /// The contest above, where it runs here; it may be hidden.
    pub parent_id: Option<String>,
    /// Name of the contest above, as the paper has it.
    pub higher: Option<String>,
    /// The whole name.
    pub name: String,
    /// For search.
    pub folded: String,
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
    /// Since when it has been seen this time.
    pub shown_at: i64,
    /// Since when the public has known of it.
    pub first_shown_at: i64,
}

impl PublicRow {
    /// The id.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn id(&self) -> Result<ContestId, Fault> {
        Ok(self.id.parse()?)
    }

    /// Whether the contest is over.
    pub fn is_closed(&self) -> bool {
        self.state == "closed"
    }
}

const SHOWN: &str =
    "select c.id, c.slug, c.parent_id, c.higher, c.name, c.folded, c.series, c.level,
        c.locality, c.organiser_id, c.standing_id, c.receiving_id, c.edition, c.first_year,
        c.last_year, c.summary, c.state, p.from_at as shown_at,
        (select min(e.from_at) from publication e where e.contest_id = c.id
            and (e.ended_at is null or e.ended_at > e.from_at)) as first_shown_at
    from publication p join contest c on c.id = p.contest_id
    where p.ended_at is null and p.from_at <= $1";

/// Every contest that everybody may see at this moment.
pub async fn list(reader: &Reader, at: Instant) -> Result<Vec<PublicRow>, Fault> {
    let sql = format!("{SHOWN} order by c.sort_key, c.first_year desc, c.id");
    reader.rows(&sql, [at.millis().into()]).await
}

/// The contest of this address, if everybody may see it at this moment.
pub async fn find(reader: &Reader, slug: &str, at: Instant) -> Result<Option<PublicRow>, Fault> {
    // Not every text that an address can hold is one that a database takes.
    if !slug.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
    {
        return Ok(None);
    }
    let sql = format!("{SHOWN} and c.slug = $2");
    reader.maybe(&sql, [at.millis().into(), slug.into()]).await
}

/// The contest of this id, if everybody may see it at this moment.
pub async fn find_id(reader: &Reader, id: &str, at: Instant) -> Result<Option<PublicRow>, Fault> {
    let sql = format!("{SHOWN} and c.id = $2");
    reader.maybe(&sql, [at.millis().into(), id.into()]).await
}

/// Other editions of the same series at the same place, the newest first.
pub async fn editions(
    reader: &Reader,
    of: &PublicRow,
    at: Instant,
) -> Result<Vec<PublicRow>, Fault> {
    let sql = format!(
        "{SHOWN} and c.series = $2 and c.level = $3 and c.locality = $4 and c.id <> $5
         order by c.first_year desc nulls last, c.id desc"
    );
    let values: [Value; 5] = [
        at.millis().into(),
        of.series.clone().into(),
        of.level.clone().into(),
        of.locality.clone().into(),
        of.id.clone().into(),
    ];
    reader.rows(&sql, values).await
}

#[derive(FromQueryResult)]
struct NextRow {
    at: Option<i64>,
}

/// When the next contest or piece of news is to appear, if one is to.
pub async fn next_to_appear(reader: &Reader, at: Instant) -> Result<Option<Instant>, Fault> {
    let sql = "select min(at) as at from (
            select min(from_at) as at from publication where ended_at is null and from_at > $1
            union all select min(shown_at) as at from news where shown_at > $1) next";
    let row: Option<NextRow> = reader.maybe(sql, [at.millis().into()]).await?;
    Ok(row.and_then(|row| row.at).map(Instant::from_millis))
}

/// A milestone that has a date, of some contest.
#[derive(Debug, Clone, FromQueryResult)]
pub struct DateRow {
    /// Of which contest.
    pub contest_id: String,
    /// Word of its kind.
    pub kind: String,
    /// Its own name.
    pub title: Option<String>,
    /// At the precision stated.
    pub starts: Option<String>,
    /// Likewise.
    pub ends: Option<String>,
    /// Whether the end belongs to it.
    pub ends_inclusive: bool,
    /// The same of the version before, where the public was told of the change.
    pub was_starts: Option<String>,
    /// Likewise.
    pub was_ends: Option<String>,
    /// Likewise; nothing where there is no such version.
    pub was_inclusive: Option<bool>,
}

impl DateRow {
    /// When it is.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn window(&self) -> Result<Window, Fault> {
        window(self.starts.as_deref(), self.ends.as_deref(), self.ends_inclusive)
    }

    /// When it was, where the public was told otherwise before.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn was(&self) -> Result<Option<Window>, Fault> {
        let Some(inclusive) = self.was_inclusive else { return Ok(None) };
        let was = window(self.was_starts.as_deref(), self.was_ends.as_deref(), inclusive)?;
        Ok(Some(was).filter(|was| self.window().is_ok_and(|now| now != *was)))
    }
}

fn window(starts: Option<&str>, ends: Option<&str>, end_inclusive: bool) -> Result<Window, Fault> {
    let start = starts.map(str::parse).transpose()?;
    let end = ends.map(str::parse).transpose()?;
    Ok(Window { start, end, end_inclusive })
}

/// The dates still to come of all contests that run and that everybody may see, the nearest first.
pub async fn dates_to_come(reader: &Reader, at: Instant) -> Result<Vec<DateRow>, Fault> {
    let sql = "select m.contest_id, m.kind, m.title, v.starts, v.ends, v.ends_inclusive,
            w.starts as was_starts, w.ends as was_ends, w.ends_inclusive as was_inclusive
        from publication p join contest c on c.id = p.contest_id
            join milestone m on m.contest_id = p.contest_id
            join milestone_version v on v.milestone_id = m.id and v.version =
                (select max(n.version) from milestone_version n where n.milestone_id = m.id)
            left join milestone_version w on w.milestone_id = m.id and w.version = v.version - 1
                and (v.paper_id is not null or v.made_at >
                    (select min(e.from_at) from publication e where e.contest_id = p.contest_id
                        and (e.ended_at is null or e.ended_at > e.from_at)))
        where p.ended_at is null and p.from_at <= $1 and not v.called_off and c.state <> 'closed'
            and m.kind not in ('report_due', 'steering_documents_due')
            and coalesce(v.closes_at, v.opens_at) > $1
        order by coalesce(v.closes_at, v.opens_at), m.id";
    reader.rows(sql, [at.millis().into()]).await
}

#[derive(FromQueryResult)]
struct NameRow {
    unit_id: String,
    name: String,
}

/// The names that units bear on a day; of one that bears none, its last.
pub async fn unit_names(
    reader: &Reader,
    units: &[&str],
    day: Day,
) -> Result<BTreeMap<String, String>, Fault> {
    if units.is_empty() {
        return Ok(BTreeMap::new());
    }
    let places: Vec<String> = (2..units.len() + 2).map(|number| format!("${number}")).collect();
    let sql = format!(
        "select unit_id, name from unit_name where unit_id in ({})
         order by case when from_day is null or from_day <= $1 then 0 else 1 end desc, from_day nulls first",
        places.join(", ")
    );
    let day: Value = day.to_string().into();
    let values = std::iter::once(day).chain(units.iter().map(|unit| (*unit).into()));
    let rows: Vec<NameRow> = reader.rows(&sql, values).await?;
    Ok(rows.into_iter().map(|row| (row.unit_id, row.name)).collect())
}

/// A paper that everybody may read.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PaperRow {
    /// Id.
    pub id: String,
    /// Its file.
    pub hash: Option<String>,
    /// Name of the file.
    pub file_name: Option<String>,
    /// Word of its kind.
    pub kind: Option<String>,
    /// Before the slash.
    pub number: Option<String>,
    /// After it.
    pub symbol: Option<String>,
    /// ISO.
    pub issued_on: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// How many bytes its file has.
    pub bytes: Option<i64>,
    /// What its file is, by content.
    pub media_type: Option<String>,
}

/// The papers of a contest that everybody may read, the founding one first.
pub async fn papers(reader: &Reader, contest: &str) -> Result<Vec<PaperRow>, Fault> {
    let sql = "select p.id, p.hash, p.file_name, p.kind, p.number, p.symbol, p.issued_on,
            p.subject, f.bytes, f.media_type
        from contest_paper t join paper p on p.id = t.paper_id
            left join stored_file f on f.hash = p.hash
        where t.contest_id = $1 and p.public order by t.id";
    reader.rows(sql, [contest.into()]).await
}
