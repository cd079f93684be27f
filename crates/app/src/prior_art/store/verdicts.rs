//! The only SQL on verdicts.

use kernel::id::AccountId;
use kernel::{Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::prior_art::{EarlierId, Verdict, VerdictId};

/// A verdict.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct VerdictRow {
    /// What was compared.
    pub subject: String,
    /// Word of the verdict.
    pub verdict: String,
    /// Why.
    pub reason: String,
    /// Who said so.
    pub given_by: Option<String>,
    /// When.
    pub given_at: i64,
}

/// The verdicts on a solution, the newest first.
pub async fn of_solution(reader: &Reader, id: EarlierId) -> Result<Vec<VerdictRow>, Fault> {
    let sql = "select v.subject, v.verdict, v.reason, a.name as given_by, v.given_at
        from prior_verdict v left join account a on a.id = v.given_by
        where v.solution_id = $1 order by v.given_at desc, v.id desc limit 100";
    reader.rows(sql, [id.to_string().into()]).await
}

pub async fn insert(
    tx: &mut Tx,
    id: EarlierId,
    verdict: &Verdict,
    by: Option<AccountId>,
) -> Result<VerdictId, Failure> {
    let row = VerdictId::new(tx.at());
    let sql = "insert into prior_verdict
            (id, subject, solution_id, verdict, reason, given_by, given_at)
        values ($1, $2, $3, $4, $5, $6, $7)";
    let values = [
        row.to_string().into(),
        verdict.subject.clone().into(),
        id.to_string().into(),
        verdict.opinion.code().into(),
        verdict.reason.clone().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}
