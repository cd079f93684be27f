//! News that the public may read.

use ::store::Reader;
use kernel::{Fault, Instant};
use sea_orm::FromQueryResult;

/// A piece of news that everybody may read.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NewsRow {
    /// Id.
    pub id: String,
    /// Last part of the address of its contest.
    pub slug: String,
    /// Name of its contest.
    pub contest: String,
    /// One line.
    pub title: String,
    /// Paragraphs, an empty line between two.
    pub body: String,
    /// ISO.
    pub day: String,
    /// Its file.
    pub file_hash: Option<String>,
    /// Name of the file.
    pub file_name: Option<String>,
    /// What the file is, by content.
    pub media_type: Option<String>,
    /// How many bytes the file has.
    pub bytes: Option<i64>,
    /// Since when everybody reads it.
    pub shown_at: i64,
}

/// News of contests that everybody may see; `$1` moment.
const NEWS: &str = "from publication p join contest c on c.id = p.contest_id
        join news n on n.contest_id = p.contest_id
        left join stored_file f on f.hash = n.file_hash
    where p.ended_at is null and p.from_at <= $1 and n.shown_at <= $1";
const NEWS_ROW: &str =
    "select n.id, c.slug, c.name as contest, n.title, n.body, n.day, n.file_hash,
        n.file_name, f.media_type, f.bytes, n.shown_at";

/// The newest of all news that everybody may read.
pub async fn newest_news(reader: &Reader, at: Instant, most: i64) -> Result<Vec<NewsRow>, Fault> {
    let sql = format!("{NEWS_ROW} {NEWS} order by n.day desc, n.id desc limit $2");
    reader.rows(&sql, [at.millis().into(), most.into()]).await
}

/// Where a piece of news is read.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NewsPath {
    /// Last part of the address of its contest.
    pub slug: String,
    /// Id.
    pub id: String,
}

/// Where the newest of all news that everybody may read is read.
pub async fn news_paths(reader: &Reader, at: Instant, most: i64) -> Result<Vec<NewsPath>, Fault> {
    let sql = format!("select c.slug, n.id {NEWS} order by n.day desc, n.id desc limit $2");
    reader.rows(&sql, [at.millis().into(), most.into()]).await
}

/// The news of a contest that everybody may read, the newest first.
pub async fn news(
    reader: &Reader,
    (contest, at): (&str, Instant),
    (limit, offset): (i64, i64),
) -> Result<Vec<NewsRow>, Fault> {
    let sql = format!(
        "{NEWS_ROW} {NEWS} and c.id = $2 order by n.day desc, n.id desc limit $3 offset $4"
    );
    let values = [at.millis().into(), contest.into(), limit.into(), offset.into()];
    reader.rows(&sql, values).await
}

/// How many pieces of news of a contest everybody may read.
pub async fn news_count(reader: &Reader, contest: &str, at: Instant) -> Result<i64, Fault> {
    let sql = format!("select count(*) {NEWS} and c.id = $2");
    reader.number(&sql, [at.millis().into(), contest.into()]).await
}

/// One piece of news of a contest, if everybody may read it at this moment.
pub async fn find_news(
    reader: &Reader,
    (contest, id): (&str, &str),
    at: Instant,
) -> Result<Option<NewsRow>, Fault> {
    let sql = format!("{NEWS_ROW} {NEWS} and c.id = $2 and n.id = $3");
    reader.maybe(&sql, [at.millis().into(), contest.into(), id.into()]).await
}
