//! The only SQL on the table of counted attempts.

use kernel::{Failure, Fault, Instant};
use store::{Reader, Tx};

pub async fn count_since(reader: &Reader, subject: &str, since: Instant) -> Result<i64, Fault> {
    let sql = "select count(*) from attempt where subject = $1 and at > $2";
    reader.number(sql, [subject.into(), since.millis().into()]).await
}

pub async fn insert(tx: &mut Tx, id: &str, subject: &str) -> Result<(), Failure> {
    let sql = "insert into attempt (id, subject, at) values ($1, $2, $3)";
    let at = tx.at().millis();
    tx.run(sql, [id.into(), subject.into(), at.into()]).await.map(drop)
}

pub async fn delete_old(tx: &mut Tx, before: Instant) -> Result<(), Failure> {
    tx.run("delete from attempt where at <= $1", [before.millis().into()]).await.map(drop)
}
