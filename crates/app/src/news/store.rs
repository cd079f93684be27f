//! The only SQL on news inside the house; what everybody may read of it stands in the portal's.

use ::store::{Reader, Tx, Value, holding};
use kernel::id::{AccountId, ContestId};
use kernel::{Failure, Fault, Instant, text};
use sea_orm::FromQueryResult;

use super::{Attached, Draft, NewsId};
use crate::contests::Public;

/// A piece of news.
#[derive(Debug, Clone, FromQueryResult)]
pub struct NewsRow {
    /// Id.
    pub id: String,
    /// One line.
    pub title: String,
    /// Paragraphs, an empty line between two.
    pub body: String,
    /// The day under which it stands, ISO.
    pub day: String,
    /// Its file.
    pub file_hash: Option<String>,
    /// Name of the file.
    pub file_name: Option<String>,
    /// What the file is, by content.
    pub media_type: Option<String>,
    /// Since when everybody reads it; nothing: nobody outside.
    pub shown_at: Option<i64>,
    /// Grows with each change.
    pub revision: i64,
    /// Who wrote it.
    pub written_by: Option<String>,
    /// When it last changed.
    pub changed_at: i64,
}

impl NewsRow {
    /// How public it is at a moment, for everybody who may see the contest.
    pub fn public(&self, at: Instant) -> Public {
        Public::at(self.shown_at, at)
    }

    /// Whether everybody who may see the contest reads it.
    pub fn is_shown(&self, at: Instant) -> bool {
        self.public(at).is_shown()
    }
}

/// Which news a list shows.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Folded words of title and text.
    pub words: Vec<String>,
    /// Only what is public at a moment, or only what is not; nothing: all.
    pub shown: Option<(Shown, Instant)>,
}

/// Whether everybody reads it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// Everybody does.
    Public,
    /// Nobody outside does.
    Hidden,
}

const NEWS: &str = "select n.id, n.title, n.body, n.day, n.file_hash, n.file_name, f.media_type,
        n.shown_at, n.revision, a.name as written_by, n.changed_at
    from news n left join stored_file f on f.hash = n.file_hash
        left join account a on a.id = n.written_by
    where n.contest_id = $1";

impl Filter {
    fn conditions(&self, values: &mut Vec<Value>) -> String {
        let mut sql = match self.shown {
            None => String::new(),
            Some((shown, at)) => {
                values.push(at.millis().into());
                match shown {
                    Shown::Public => format!(" and n.shown_at <= ${}", values.len()),
                    Shown::Hidden => {
                        format!(" and (n.shown_at is null or n.shown_at > ${})", values.len())
                    }
                }
            }
        };
        sql.push_str(&holding(&["n"], &self.words, values));
        sql
    }
}

/// The news of a contest, the newest first.
pub async fn list(
    reader: &Reader,
    contest: ContestId,
    filter: &Filter,
    (limit, offset): (i64, i64),
) -> Result<Vec<NewsRow>, Fault> {
    let mut values: Vec<Value> = vec![contest.to_string().into()];
    let conditions = filter.conditions(&mut values);
    let at = values.len();
    let sql = format!(
        "{NEWS}{conditions} order by n.day desc, n.id desc limit ${} offset ${}",
        at + 1,
        at + 2
    );
    values.extend([limit.into(), offset.into()]);
    reader.rows(&sql, values).await
}

pub async fn count(reader: &Reader, contest: ContestId, filter: &Filter) -> Result<i64, Fault> {
    let mut values: Vec<Value> = vec![contest.to_string().into()];
    let conditions = filter.conditions(&mut values);
    let sql = format!("select count(*) from news n where n.contest_id = $1{conditions}");
    reader.number(&sql, values).await
}

pub async fn find(
    reader: &Reader,
    contest: ContestId,
    id: NewsId,
) -> Result<Option<NewsRow>, Fault> {
    let sql = format!("{NEWS} and n.id = $2");
    reader.maybe(&sql, [contest.to_string().into(), id.to_string().into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    (contest, id): (ContestId, NewsId),
    draft: &Draft,
    by: Option<AccountId>,
) -> Result<(), Failure> {
    let sql = "insert into news (id, contest_id, title, folded, body, day, file_hash, file_name,
            revision, written_by, created_at, changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 1, $9, $10, $10)";
    let (hash, name) = match &draft.file {
        Attached::New(kept, name) => (Some(kept.hash.clone()), Some(name.clone())),
        Attached::AsBefore | Attached::Nothing => (None, None),
    };
    let values: [Value; 10] = [
        id.to_string().into(),
        contest.to_string().into(),
        draft.title.clone().into(),
        folded(draft).into(),
        draft.body.clone().into(),
        draft.day.to_string().into(),
        hash.into(),
        name.into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(())
}

fn folded(draft: &Draft) -> String {
    text::fold(&format!("{} {}", draft.title, draft.body))
}

/// Writes a change where the revision is still the one that was seen; whether it was.
pub async fn update(
    tx: &mut Tx,
    (id, seen): (NewsId, i64),
    draft: &Draft,
) -> Result<bool, Failure> {
    let mut values: Vec<Value> = vec![
        id.to_string().into(),
        seen.into(),
        draft.title.clone().into(),
        folded(draft).into(),
        draft.body.clone().into(),
        draft.day.to_string().into(),
        tx.at().millis().into(),
    ];
    let file = match &draft.file {
        Attached::AsBefore => "",
        Attached::Nothing => ", file_hash = null, file_name = null",
        Attached::New(kept, name) => {
            values.extend([kept.hash.clone().into(), name.clone().into()]);
            ", file_hash = $8, file_name = $9"
        }
    };
    let sql = format!(
        "update news set title = $3, folded = $4, body = $5, day = $6, changed_at = $7,
            revision = revision + 1{file} where id = $1 and revision = $2"
    );
    Ok(tx.run(&sql, values).await? == 1)
}

/// From when on everybody reads it; nothing: nobody outside does any more.
pub async fn show(tx: &mut Tx, id: NewsId, since: Option<Instant>) -> Result<(), Failure> {
    let sql = "update news set shown_at = $2, changed_at = $3, revision = revision + 1
        where id = $1";
    let at = tx.at().millis();
    let values: [Value; 3] = [id.to_string().into(), since.map(Instant::millis).into(), at.into()];
    tx.run(sql, values).await?;
    Ok(())
}
