//! The only SQL that writes the solutions of a list. They count once the list is accepted.

use std::collections::HashSet;

use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use sha2::{Digest, Sha256};
use store::{Reader, Tx, Value};

use crate::prior_art::row::Earlier;
use crate::prior_art::{EarlierId, ListId, Source};

/// A row of a list on its way into the table.
#[derive(Debug, Clone)]
pub struct Staged {
    /// What it says.
    pub row: Earlier,
    /// The unit that is meant.
    pub unit_id: Option<String>,
    /// The same for rows that say the same.
    pub mark: String,
}

/// The same for rows that say the same: title, year, unit, prize and what they are.
pub fn mark(row: &Earlier, source: Source) -> String {
    let year = row.year.unwrap_or(0).to_string();
    let parts = [&*text::fold(&row.title), &year, &text::fold(&row.unit), &text::fold(&row.prize)];
    let whole = format!("{} {}", source.code(), parts.join("\n"));
    hex::encode(&Sha256::digest(whole)[..16])
}

#[derive(FromQueryResult)]
struct Mark {
    mark: String,
}

/// Marks of one question.
pub const BATCH: usize = 500;

/// Which of these marks solutions have that count.
pub async fn known(reader: &Reader, marks: &[String]) -> Result<HashSet<String>, Fault> {
    let mut known = HashSet::new();
    for part in marks.chunks(BATCH) {
        let places: Vec<String> = (1..=part.len()).map(|at| format!("${at}")).collect();
        let sql = format!(
            "select distinct s.mark from earlier_solution s
                join earlier_import i on i.id = s.import_id and i.state = 'accepted'
             where s.mark in ({})",
            places.join(", ")
        );
        let found: Vec<Mark> = reader.rows(&sql, part.iter().cloned().map(Value::from)).await?;
        known.extend(found.into_iter().map(|row| row.mark));
    }
    Ok(known)
}

/// Takes away what an earlier attempt to read the list has left.
pub async fn clear(tx: &mut Tx, id: ListId) -> Result<(), Failure> {
    let sql = "delete from earlier_solution where import_id = $1";
    tx.run(sql, [id.to_string().into()]).await.map(drop)
}

/// Rows of one statement; SQLite takes 32,766 values and PostgreSQL 65,535.
const ROWS: usize = 200;

/// Writes rows of a list.
pub async fn insert(
    tx: &mut Tx,
    (list, source): (ListId, Source),
    rows: &[Staged],
) -> Result<(), Failure> {
    for part in rows.chunks(ROWS) {
        let mut values: Vec<Value> = vec![list.to_string().into(), source.code().into()];
        let mut tuples = Vec::with_capacity(part.len());
        for staged in part {
            let first = values.len() + 1;
            values.extend(row(EarlierId::new(tx.at()), staged));
            let places: Vec<String> = (first..=values.len()).map(|at| format!("${at}")).collect();
            tuples.push(format!("($1, $2, {})", places.join(", ")));
        }
        let sql = format!(
            "insert into earlier_solution (import_id, source, id, position, level, year, contest,
                title, title_key, authors, unit, unit_id, prize, field, body, folded, mark, rank)
             values {}",
            tuples.join(", ")
        );
        tx.run(&sql, values).await?;
    }
    Ok(())
}

fn row(id: EarlierId, staged: &Staged) -> [Value; 16] {
    let Staged { row, unit_id, mark } = staged;
    let folded = [&row.title, &row.authors, &row.unit, &row.contest].map(|it| text::fold(it));
    [
        id.to_string().into(),
        i64::from(row.number).into(),
        row.level.map(str::to_owned).into(),
        row.year.into(),
        row.contest.clone().into(),
        row.title.clone().into(),
        folded[0].clone().into(),
        row.authors.clone().into(),
        row.unit.clone().into(),
        unit_id.clone().into(),
        row.prize.clone().into(),
        row.field.clone().into(),
        row.text.clone().into(),
        folded.join(" ").into(),
        mark.clone().into(),
        super::rank(row.year, row.level).into(),
    ]
}
