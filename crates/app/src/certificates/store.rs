//! The only SQL on certificates.

use ::store::{Reader, Tx};
use kernel::id::{AccountId, ContestId};
use kernel::{Day, Failure, Fault};
use sea_orm::FromQueryResult;

use super::issue::Draft;
use super::{CertificateId, RunId};
use crate::frame::code;

/// How certificates issued at once are headed and signed.
#[derive(Debug, Clone, FromQueryResult)]
pub struct RunRow {
    /// Id.
    pub id: String,
    /// By which list of prizes.
    pub list_id: String,
    /// Word of the form.
    pub form: String,
    /// Whether a frame is printed.
    pub is_framed: bool,
    /// The body above the issuer.
    pub superior: Option<String>,
    /// The body that issues them.
    pub issuer: String,
    /// What follows the number.
    pub symbol: String,
    /// Number and day of the decision.
    pub decision: Option<String>,
    /// The place before the day.
    pub place: String,
    /// The day that they carry.
    pub dated: String,
    /// Lines over the name.
    pub posts: String,
    /// Who signs.
    pub signer: Option<String>,
}

impl RunRow {
    /// The day that they carry.
    ///
    /// # Errors
    /// The database holds something else.
    pub fn day(&self) -> Result<Day, Fault> {
        self.dated.parse().map_err(|_| Fault::new("a certificate carries no day"))
    }
}

const RUN: &str = "select id, list_id, form, is_framed, superior, issuer, symbol, decision, place,
    dated, posts, signer from certificate_run";

pub async fn run(reader: &Reader, id: &str) -> Result<Option<RunRow>, Fault> {
    reader.maybe(&format!("{RUN} where id = $1"), [id.into()]).await
}

/// The runs of a contest, the newest first.
pub async fn runs(reader: &Reader, contest: ContestId) -> Result<Vec<RunRow>, Fault> {
    let sql = format!("{RUN} where contest_id = $1 order by issued_at desc, id desc");
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn insert_run(
    tx: &mut Tx,
    (contest, list): (ContestId, &str),
    draft: &Draft,
    by: Option<AccountId>,
) -> Result<RunId, Failure> {
    let sql = "insert into certificate_run (id, contest_id, list_id, form, is_framed, superior,
            issuer, symbol, decision, place, dated, posts, signer, issued_by, issued_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";
    let id = RunId::new(tx.at());
    let values = [
        id.to_string().into(),
        contest.to_string().into(),
        list.into(),
        draft.form.code().into(),
        draft.is_framed.into(),
        draft.superior.clone().into(),
        draft.issuer.clone().into(),
        draft.symbol.clone().into(),
        draft.decision.clone().into(),
        draft.place.clone().into(),
        draft.dated.to_string().into(),
        draft.posts.clone().into(),
        draft.signer.clone().into(),
        by.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// A certificate, as it is printed.
#[derive(Debug, Clone, Default, FromQueryResult)]
pub struct CertificateRow {
    /// Id.
    pub id: String,
    /// Headed and signed as which run.
    pub run_id: String,
    /// Of which contest.
    pub contest_id: String,
    /// Its number in the book.
    pub number: i64,
    /// By which anybody checks it.
    pub code: String,
    /// For which dossier.
    pub dossier_id: String,
    /// 1, 2, … among the authors; 0: all of them together.
    pub author: i64,
    /// Names, one on each line.
    pub holder: String,
    /// Of which unit; may be empty.
    pub unit: String,
    /// Of which field; may be empty.
    pub field: String,
    /// Which prize.
    pub prize: String,
    /// For which solution.
    pub title: String,
    /// The one in whose place it was issued.
    pub replaces_id: Option<String>,
    /// When it was declared void.
    pub ended_at: Option<i64>,
    /// Why.
    pub ended_reason: Option<String>,
    /// The list that gives the prize no longer.
    pub ended_list_id: Option<String>,
}

const CERTIFICATE: &str = "select id, run_id, contest_id, number, code, dossier_id, author, holder,
    unit, field, prize, title, replaces_id, ended_at, ended_reason, ended_list_id from certificate";

/// The certificates of a contest by number.
pub async fn certificates(
    reader: &Reader,
    contest: ContestId,
) -> Result<Vec<CertificateRow>, Fault> {
    let sql = format!("{CERTIFICATE} where contest_id = $1 order by number");
    reader.rows(&sql, [contest.to_string().into()]).await
}

pub async fn find(reader: &Reader, id: CertificateId) -> Result<Option<CertificateRow>, Fault> {
    reader.maybe(&format!("{CERTIFICATE} where id = $1"), [id.to_string().into()]).await
}

pub async fn by_code(reader: &Reader, code: &str) -> Result<Option<CertificateRow>, Fault> {
    reader.maybe(&format!("{CERTIFICATE} where code = $1"), [code.into()]).await
}

/// The certificate that was issued in the place of another.
pub async fn in_place_of(reader: &Reader, id: &str) -> Result<Option<CertificateRow>, Fault> {
    reader.maybe(&format!("{CERTIFICATE} where replaces_id = $1"), [id.into()]).await
}

/// The certificates of a dossier that stand, by number.
pub async fn of_dossier(reader: &Reader, dossier: &str) -> Result<Vec<CertificateRow>, Fault> {
    let sql = format!("{CERTIFICATE} where dossier_id = $1 and ended_at is null order by number");
    reader.rows(&sql, [dossier.into()]).await
}

/// A certificate that is to be written.
#[derive(Debug, Clone)]
pub struct NewCertificate<'a> {
    /// Headed and signed as which run.
    pub run: &'a str,
    /// Of which contest.
    pub contest: &'a str,
    /// Its number in the book.
    pub number: i64,
    /// For which dossier.
    pub dossier: &'a str,
    /// 1, 2, … among the authors; 0: all of them together.
    pub author: i64,
    /// Names, one on each line.
    pub holder: &'a str,
    /// Of which unit; may be empty.
    pub unit: &'a str,
    /// Of which field; may be empty.
    pub field: &'a str,
    /// Which prize.
    pub prize: &'a str,
    /// For which solution.
    pub title: &'a str,
    /// The one in whose place it is issued.
    pub replaces: Option<&'a str>,
}

pub async fn insert(
    tx: &mut Tx,
    id: CertificateId,
    new: &NewCertificate<'_>,
) -> Result<CertificateId, Failure> {
    let sql = "insert into certificate (id, run_id, contest_id, number, code, dossier_id, author,
            holder, unit, field, prize, title, replaces_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)";
    let values = [
        id.to_string().into(),
        new.run.into(),
        new.contest.into(),
        new.number.into(),
        code::made().into(),
        new.dossier.into(),
        new.author.into(),
        new.holder.into(),
        new.unit.into(),
        new.field.into(),
        new.prize.into(),
        new.title.into(),
        new.replaces.map(str::to_owned).into(),
    ];
    tx.run(sql, values).await?;
    Ok(id)
}

/// How a certificate becomes void.
#[derive(Debug, Clone, Copy)]
pub struct Ending<'e> {
    /// Why.
    pub reason: Option<&'e str>,
    /// The list that gives the prize no longer.
    pub list: Option<&'e str>,
    /// Who declared it.
    pub by: Option<AccountId>,
}

pub async fn end(tx: &mut Tx, id: &str, ending: Ending<'_>) -> Result<(), Failure> {
    let sql = "update certificate set ended_at = $2, ended_by = $3, ended_reason = $4,
            ended_list_id = $5 where id = $1";
    let values = [
        id.into(),
        tx.at().millis().into(),
        ending.by.map(|id| id.to_string()).into(),
        ending.reason.map(str::to_owned).into(),
        ending.list.map(str::to_owned).into(),
    ];
    tx.run(sql, values).await.map(drop)
}
