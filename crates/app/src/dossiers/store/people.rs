//! Who may write a dossier, and which authors agreed.

use entry::{Author, Share};
use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use super::needs;
use crate::dossiers::{DossierId, PartId};

#[derive(FromQueryResult)]
struct RoleRow {
    role: String,
}

/// The word of the account's role in a dossier; nothing where it has none.
pub async fn member_role(
    reader: &Reader,
    id: DossierId,
    account: AccountId,
) -> Result<Option<String>, Fault> {
    let sql = "select role from dossier_member
        where dossier_id = $1 and account_id = $2 and left_at is null";
    let row: Option<RoleRow> =
        reader.maybe(sql, [id.to_string().into(), account.to_string().into()]).await?;
    Ok(row.map(|row| row.role))
}

pub async fn add_member(
    tx: &mut Tx,
    id: DossierId,
    (account, role): (AccountId, &str),
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_member (id, dossier_id, account_id, role, added_at)
        values ($1, $2, $3, $4, $5)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        account.to_string().into(),
        role.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// Whether an author writes it, rather than somebody for them.
pub async fn has_author(reader: &Reader, id: DossierId) -> Result<bool, Fault> {
    let sql = "select count(*) from dossier_member
        where dossier_id = $1 and role in ('owner', 'author') and left_at is null";
    Ok(reader.number(sql, [id.to_string().into()]).await? > 0)
}

/// Whether it was begun from paper; of what was written on screen, sets may come on paper later.
pub async fn began_on_paper(reader: &Reader, id: DossierId) -> Result<bool, Fault> {
    let sql = "select count(*) from dossier_arrival a join dossier d on d.id = a.dossier_id
        where d.id = $1 and a.noted_at = d.opened_at";
    Ok(reader.number(sql, [id.to_string().into()]).await? > 0)
}

/// An author who is asked to agree.
#[derive(Debug, Clone, FromQueryResult)]
pub struct InvitationRow {
    /// To which dossier.
    pub dossier_id: String,
    /// Which author of it.
    pub author_key: String,
    /// Where the letter went.
    pub address: String,
    /// When.
    pub sent_at: i64,
    /// Until when it can be answered.
    pub expires_at: i64,
}

const INVITATION: &str =
    "select dossier_id, author_key, address, sent_at, expires_at from dossier_invitation";

pub async fn invitations(reader: &Reader, id: DossierId) -> Result<Vec<InvitationRow>, Fault> {
    let sql = format!("{INVITATION} where dossier_id = $1 order by sent_at");
    reader.rows(&sql, [id.to_string().into()]).await
}

/// The invitation with a token, by the digest of it.
pub async fn invitation(reader: &Reader, digest: &str) -> Result<Option<InvitationRow>, Fault> {
    reader.maybe(&format!("{INVITATION} where token_digest = $1"), [digest.into()]).await
}

pub async fn insert_invitation(
    tx: &mut Tx,
    (id, author): (DossierId, &str),
    (address, digest): (&str, &str),
    expires: Instant,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_invitation (id, dossier_id, author_key, address, token_digest,
            sent_by, sent_at, expires_at) values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        author.into(),
        address.into(),
        digest.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
        expires.millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(part)
}

/// What an author answered.
#[derive(Debug, Clone, FromQueryResult)]
pub struct AgreementRow {
    /// Which author.
    pub author_key: String,
    /// The name that was shown.
    pub name: String,
    /// The share that was shown, hundredths of a percent.
    pub share: Option<i64>,
    /// Yes or no.
    pub agreed: bool,
    /// Why not.
    pub reason: Option<String>,
    /// When.
    pub made_at: i64,
    /// The scan of the sheet on which it was given.
    pub file_hash: Option<String>,
}

/// What authors answered, the newest first.
pub async fn agreements(reader: &Reader, id: DossierId) -> Result<Vec<AgreementRow>, Fault> {
    let sql = "select author_key, name, share, agreed, reason, made_at, file_hash
        from dossier_agreement
        where dossier_id = $1 order by made_at desc, id desc";
    reader.rows(sql, [id.to_string().into()]).await
}

/// An answer that is to be written.
#[derive(Debug, Clone, Copy)]
pub struct NewAgreement<'a> {
    /// The author as shown.
    pub author: &'a Author,
    /// Yes or no.
    pub agreed: bool,
    /// Why not.
    pub reason: Option<&'a str>,
    /// How it was given.
    pub way: &'static str,
    /// Hash of the scan of the sheet.
    pub file: Option<&'a str>,
}

pub async fn insert_agreement(
    tx: &mut Tx,
    id: DossierId,
    new: NewAgreement<'_>,
    account: Option<AccountId>,
) -> Result<PartId, Failure> {
    let sql = "insert into dossier_agreement (id, dossier_id, author_key, name, share, agreed,
            reason, way, account_id, made_at, file_hash)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)";
    let part = PartId::new(tx.at());
    let values = [
        part.to_string().into(),
        id.to_string().into(),
        new.author.key.clone().into(),
        new.author.name.clone().into(),
        new.author.share.map(|share: Share| i64::from(share.hundredths())).into(),
        new.agreed.into(),
        new.reason.map(str::to_owned).into(),
        new.way.into(),
        account.map(|id| id.to_string()).into(),
        tx.at().millis().into(),
        new.file.map(str::to_owned).into(),
    ];
    tx.run(sql, values).await?;
    let share = new.author.share.map(|share| i64::from(share.hundredths()));
    let yes_to = new.agreed.then(|| needs::agreed_to(&new.author.name, share));
    needs::answered(tx, &id.to_string(), (needs::AGREEMENT, &new.author.key), yes_to).await?;
    Ok(part)
}
