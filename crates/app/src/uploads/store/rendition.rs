//! The only SQL on what was made of files.

use std::collections::BTreeMap;

use decoding::NoCopy;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::uploads::rendition::{JudgesCopy, Renditions};

/// The kinds of what is made.
const PAGE: &str = "page";
const COPY: &str = "copy";

/// Something that was made of a file, or why it could not be.
#[derive(Debug)]
pub struct NewRow<'a> {
    hash: &'a str,
    kind: &'static str,
    page: i64,
    made: Result<&'a str, NoCopy>,
}

impl<'a> NewRow<'a> {
    /// The picture of a page.
    pub fn page(hash: &'a str, page: i64, made: &'a str) -> Self {
        Self { hash, kind: PAGE, page, made: Ok(made) }
    }

    /// The copy for judges.
    pub fn copy(hash: &'a str, made: Result<&'a str, NoCopy>) -> Self {
        Self { hash, kind: COPY, page: 0, made }
    }
}

/// A file that was made names no file but another: else an original that is its own copy would keep itself for ever.
pub async fn insert(tx: &mut Tx, row: &NewRow<'_>) -> Result<(), Failure> {
    let sql = "insert into rendition (id, hash, kind, page, made_hash, reason, made_at)
        values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (hash, kind, page) do nothing";
    let values = [
        format!("{}/{}/{}", row.hash, row.kind, row.page).into(),
        row.hash.into(),
        row.kind.into(),
        row.page.into(),
        row.made.ok().filter(|made| *made != row.hash).into(),
        row.made.err().map(NoCopy::code).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

#[derive(FromQueryResult)]
struct Row {
    hash: String,
    kind: String,
    made_hash: Option<String>,
    reason: Option<String>,
}

/// What was made of these files, by hash; nothing of those at which nobody has looked yet.
pub async fn find(
    reader: &Reader,
    hashes: &[String],
) -> Result<BTreeMap<String, Renditions>, Fault> {
    if hashes.is_empty() {
        return Ok(BTreeMap::new());
    }
    let places: Vec<String> = (1..=hashes.len()).map(|at| format!("${at}")).collect();
    let sql = format!(
        "select hash, kind, made_hash, reason from rendition where hash in ({})
         order by hash, kind, page",
        places.join(", ")
    );
    let rows: Vec<Row> = reader.rows(&sql, hashes.iter().map(store::Value::from)).await?;
    let mut found: BTreeMap<String, Renditions> = BTreeMap::new();
    for row in rows {
        let made = found.entry(row.hash.clone()).or_default();
        match row.kind.as_str() {
            PAGE => made.pages.push(row.made_hash.unwrap_or(row.hash)),
            _ => made.copy = copy(row.made_hash, row.reason.as_deref())?,
        }
    }
    Ok(found)
}

fn copy(made: Option<String>, reason: Option<&str>) -> Result<JudgesCopy, Fault> {
    let Some(reason) = reason else {
        return Ok(made.map_or(JudgesCopy::Original, JudgesCopy::Made));
    };
    let why = NoCopy::ALL.into_iter().find(|why| why.code() == reason);
    let why = why.ok_or_else(|| Fault::new(format!("{reason} is no reason for no copy")))?;
    Ok(JudgesCopy::Absent(why))
}
