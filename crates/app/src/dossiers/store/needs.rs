//! What the newest version of a dossier needs beside its form, and whether it is there: what lists find quickly.

use std::collections::BTreeSet;

use kernel::{Failure, Fault};
use store::{Tx, Value};

use crate::dossiers::DossierId;

/// The unit's confirmation.
pub const STAMP: &str = "stamp";
/// An author's agreement.
pub const AGREEMENT: &str = "agreement";
/// A file of a part that is required.
pub const FILE: &str = "file";

/// What a need is in `dossier_search.lacks`, a sum of powers of two.
pub const fn weight(what: &str) -> i64 {
    match what.as_bytes() {
        b"stamp" => 1,
        b"agreement" => 2,
        _ => 4,
    }
}

/// The sum of all that a version can lack.
pub const LACKS_ALL: i64 = 7;

/// Something that a version needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    /// [`STAMP`], [`AGREEMENT`] or [`FILE`].
    pub what: &'static str,
    /// Which author, which part; empty for the confirmation.
    pub key: String,
    /// Digest that is to be confirmed; name and share that are to be agreed to.
    pub holds_for: String,
    /// Whether it is there.
    pub met: bool,
}

/// An author's name and share as they are compared.
pub fn agreed_to(name: &str, share: Option<i64>) -> String {
    format!("{}/{name}", share.map_or_else(String::new, |share| share.to_string()))
}

/// Writes down what the newest version needs, in place of what earlier ones did.
pub async fn write_needs(tx: &mut Tx, id: DossierId, needs: &[Need]) -> Result<(), Failure> {
    tx.run("delete from dossier_need where dossier_id = $1", [id.to_string().into()]).await?;
    let sql = "insert into dossier_need (id, dossier_id, contest_id, what, key, holds_for, met)
        select $2, d.id, d.contest_id, $3, $4, $5, $6 from dossier d where d.id = $1";
    for need in needs {
        let values: [Value; 6] = [
            id.to_string().into(),
            format!("{id}/{}/{}", need.what, need.key).into(),
            need.what.into(),
            need.key.clone().into(),
            need.holds_for.clone().into(),
            need.met.into(),
        ];
        tx.run(sql, values).await?;
    }
    sum(tx, &id.to_string()).await
}

/// Writes down for lists what is lacking now.
async fn sum(tx: &mut Tx, dossier: &str) -> Result<(), Failure> {
    let sql = "update dossier_search set lacks = (
            select cast(coalesce(sum(distinct case n.what when 'stamp' then 1
                when 'agreement' then 2 else 4 end), 0) as bigint)
            from dossier_need n where n.dossier_id = $1 and n.met = false)
        where dossier_id = $1";
    tx.run(sql, [dossier.into()]).await.map(drop)
}

/// Writes down parts of the checklist whose files were named and did not come.
pub async fn add_files(tx: &mut Tx, id: DossierId, items: &BTreeSet<&str>) -> Result<(), Failure> {
    let sql = "insert into dossier_need (id, dossier_id, contest_id, what, key, holds_for, met)
        select $2, d.id, d.contest_id, 'file', $3, '', false from dossier d where d.id = $1
        on conflict (id) do nothing";
    for item in items {
        let need = format!("{id}/{FILE}/{item}");
        tx.run(sql, [id.to_string().into(), need.into(), (*item).into()]).await?;
    }
    sum(tx, &id.to_string()).await
}

/// Writes down an answer: yes or no, and to what.
pub async fn answered(
    tx: &mut Tx,
    dossier: &str,
    (what, key): (&str, &str),
    yes_to: Option<String>,
) -> Result<(), Failure> {
    let sql = "update dossier_need set met = (holds_for = $4)
        where dossier_id = $1 and what = $2 and key = $3";
    // Nothing holds for a text that no digest and no name can be.
    let said = yes_to.unwrap_or_else(|| "\u{1}".to_owned());
    tx.run(sql, [dossier.into(), what.into(), key.into(), said.into()]).await?;
    sum(tx, dossier).await
}

/// The dossier of a request for confirmation.
pub async fn of_request(tx: &Tx, request: &str) -> Result<String, Fault> {
    let found = super::confirmations::confirmation(tx, request.parse()?).await?;
    Ok(found.map(|row| row.dossier_id).unwrap_or_default())
}
