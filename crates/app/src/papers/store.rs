//! The only SQL on papers and their readings.

use documents::Facts;
use kernel::id::{AccountId, PaperId};
use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, holding};

/// A paper as it stands.
#[derive(Debug, Clone, FromQueryResult)]
pub struct PaperRow {
    /// Id.
    pub id: String,
    /// Hash of its file.
    pub hash: Option<String>,
    /// Name of the file.
    pub file_name: Option<String>,
    /// Word of its kind.
    pub kind: Option<String>,
    /// Before the slash.
    pub number: Option<String>,
    /// After it.
    pub symbol: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// ISO at the precision stated.
    pub issued_on: Option<String>,
    /// Subject.
    pub subject: Option<String>,
    /// Why its file gives no text.
    pub trouble: Option<String>,
    /// Whether the portal shows it.
    pub public: bool,
    /// Whether it was read.
    pub is_read: bool,
    /// How far its review is; nothing where none was opened.
    pub review: Option<String>,
    /// The contest that it made or amended.
    pub contest_id: Option<String>,
    /// Name of that contest.
    pub contest_name: Option<String>,
}

const PAPER: &str = "select p.id, p.hash, p.file_name, p.kind, p.number, p.symbol, p.issuer,
        p.issued_on, p.subject, p.trouble, p.public,
        r.paper_id is not null as is_read, v.state as review, c.id as contest_id, c.name as contest_name
    from paper p left join paper_reading r on r.paper_id = p.id
        left join review v on v.paper_id = p.id left join contest c on c.id = v.contest_id";

pub async fn find(reader: &Reader, id: PaperId) -> Result<Option<PaperRow>, Fault> {
    reader.maybe(&format!("{PAPER} where p.id = $1"), [id.to_string().into()]).await
}

#[derive(FromQueryResult)]
struct IdRow {
    id: String,
}

/// The paper that came with the same bytes.
pub async fn of_hash(reader: &Reader, hash: &str) -> Result<Option<PaperId>, Fault> {
    let sql = "select id from paper where hash = $1 order by id limit 1";
    let row: Option<IdRow> = reader.maybe(sql, [hash.into()]).await?;
    Ok(row.map(|row| row.id.parse()).transpose()?)
}

/// Papers whose number, issuer, subject or file name has every word; those that wait for a person first.
pub async fn list(
    reader: &Reader,
    words: &[String],
    (limit, offset): (i64, i64),
) -> Result<Vec<PaperRow>, Fault> {
    let mut values = vec![limit.into(), offset.into()];
    let sql = format!(
        "{PAPER} where 1 = 1{} order by case when v.state = 'accepted' then 1 else 0 end, p.id desc
         limit $1 offset $2",
        holding(&["p"], words, &mut values)
    );
    reader.rows(&sql, values).await
}

/// How many papers a search finds.
pub async fn count(reader: &Reader, words: &[String]) -> Result<i64, Fault> {
    let mut values = Vec::new();
    let holds = holding(&["p"], words, &mut values);
    reader.number(&format!("select count(*) from paper p where 1 = 1{holds}"), values).await
}

/// What is written down when a paper comes in.
#[derive(Debug, Clone)]
pub struct NewPaper {
    /// Hash of its file.
    pub hash: String,
    /// Name of the file.
    pub file_name: String,
    /// Who brought it.
    pub by: Option<AccountId>,
}

pub async fn insert(tx: &mut Tx, new: &NewPaper) -> Result<PaperId, Failure> {
    let sql = "insert into paper (id, hash, file_name, folded, public, added_by, added_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let id = PaperId::new(tx.at());
    let values = [
        id.to_string().into(),
        new.hash.clone().into(),
        new.file_name.clone().into(),
        text::fold(&new.file_name).into(),
        true.into(),
        new.by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// What the head of a paper says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Head {
    /// Word of its kind.
    pub kind: Option<String>,
    /// Before the slash.
    pub number: Option<String>,
    /// After it.
    pub symbol: Option<String>,
    /// Who issued it.
    pub issuer: Option<String>,
    /// ISO at the precision stated.
    pub issued_on: Option<String>,
    /// Subject.
    pub subject: Option<String>,
}

pub async fn set_head(
    tx: &mut Tx,
    id: PaperId,
    head: &Head,
    file_name: &str,
) -> Result<(), Failure> {
    let sql = "update paper set kind = $2, number = $3, symbol = $4, issuer = $5, issued_on = $6,
        subject = $7, folded = $8, trouble = null where id = $1";
    let parts = [&head.number, &head.symbol, &head.issuer, &head.subject];
    let mut all: Vec<&str> = parts.into_iter().flatten().map(String::as_str).collect();
    all.push(file_name);
    let values = [
        id.to_string().into(),
        head.kind.clone().into(),
        head.number.clone().into(),
        head.symbol.clone().into(),
        head.issuer.clone().into(),
        head.issued_on.clone().into(),
        head.subject.clone().into(),
        text::fold(&all.join(" ")).into(),
    ];
    tx.run(sql, values).await.map(drop)
}

pub async fn set_trouble(tx: &mut Tx, id: PaperId, code: &str) -> Result<(), Failure> {
    let sql = "update paper set trouble = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), code.into()]).await.map(drop)
}

pub async fn set_public(tx: &mut Tx, id: PaperId, public: bool) -> Result<(), Failure> {
    let sql = "update paper set public = $2 where id = $1";
    tx.run(sql, [id.to_string().into(), public.into()]).await.map(drop)
}

pub async fn insert_reading(
    tx: &mut Tx,
    id: PaperId,
    text: &str,
    facts: &Facts,
) -> Result<(), Failure> {
    let sql = "insert into paper_reading (paper_id, text, facts, read_at) values ($1, $2, $3, $4)
        on conflict (paper_id) do update set text = excluded.text, facts = excluded.facts,
            read_at = excluded.read_at";
    let facts = serde_json::to_string(facts).map_err(Fault::from)?;
    let at = tx.at().millis();
    // PostgreSQL keeps no NUL in a text; a file may hold some.
    let values = [id.to_string().into(), text.replace('\0', " ").into(), facts.into(), at.into()];
    tx.run(sql, values).await.map(drop)
}

#[derive(FromQueryResult)]
struct ReadingRow {
    text: String,
    facts: String,
}

/// The text of a paper and what was read in it.
pub async fn reading(reader: &Reader, id: PaperId) -> Result<Option<(String, Facts)>, Fault> {
    let sql = "select text, facts from paper_reading where paper_id = $1";
    let row: Option<ReadingRow> = reader.maybe(sql, [id.to_string().into()]).await?;
    let read = |row: ReadingRow| Ok((row.text, serde_json::from_str(&row.facts)?));
    row.map(read).transpose()
}
