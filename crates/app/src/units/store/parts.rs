//! Aliases and contacts of a unit.

use kernel::id::UnitId;
use kernel::{Failure, Fault, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::units::PartId;
use crate::units::draft::{Alias, ContactDraft};

#[derive(Debug, Clone, FromQueryResult)]
pub struct AliasRow {
    pub id: String,
    pub alias: String,
}

pub async fn aliases(reader: &Reader, id: UnitId) -> Result<Vec<AliasRow>, Fault> {
    let sql = "select id, alias from unit_alias where unit_id = $1 order by folded";
    reader.rows(sql, [id.to_string().into()]).await
}

#[derive(Debug, Clone, FromQueryResult)]
pub struct ContactRow {
    pub id: String,
    pub name: String,
    pub duty: Option<String>,
    pub email: Option<String>,
    pub phone: Option<String>,
    pub personal: bool,
}

/// The contacts of a unit; people's own numbers only when `with_personal`, left out by the query.
pub async fn contacts(
    reader: &Reader,
    id: UnitId,
    with_personal: bool,
) -> Result<Vec<ContactRow>, Fault> {
    let columns = match with_personal {
        true => "name, duty, email, phone, personal",
        false => {
            "name, duty, case when personal then null else email end as email,
             case when personal then null else phone end as phone, personal"
        }
    };
    let sql = format!(
        "select id, {columns} from unit_contact where unit_id = $1 order by created_at, id"
    );
    reader.rows(&sql, [id.to_string().into()]).await
}

pub async fn has_alias(reader: &Reader, id: UnitId, alias: &Alias) -> Result<bool, Fault> {
    let sql = "select count(*) from unit_alias where unit_id = $1 and folded = $2";
    let folded = text::fold(alias.as_str());
    Ok(reader.number(sql, [id.to_string().into(), folded.into()]).await? > 0)
}

pub async fn insert_alias(tx: &mut Tx, id: UnitId, alias: &Alias) -> Result<PartId, Failure> {
    let row = PartId::new(tx.at());
    let sql = "insert into unit_alias (id, unit_id, alias, folded) values ($1, $2, $3, $4)";
    let values = [
        row.to_string().into(),
        id.to_string().into(),
        alias.as_str().into(),
        text::fold(alias.as_str()).into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}

/// A contact of a unit with everything, for whoever may change it.
pub async fn contact(reader: &Reader, id: UnitId, row: &str) -> Result<Option<ContactRow>, Fault> {
    let sql = "select id, name, duty, email, phone, personal from unit_contact
        where unit_id = $1 and id = $2";
    reader.maybe(sql, [id.to_string().into(), row.into()]).await
}

/// Writes a contact anew; says whether there was one.
pub async fn update_contact(
    tx: &mut Tx,
    id: UnitId,
    row: &str,
    draft: &ContactDraft,
) -> Result<bool, Failure> {
    let sql = "update unit_contact set name = $3, duty = $4, email = $5, phone = $6, personal = $7
        where unit_id = $1 and id = $2";
    let values = [
        id.to_string().into(),
        row.into(),
        draft.name.clone().into(),
        draft.duty.clone().into(),
        draft.email.clone().into(),
        draft.phone.clone().into(),
        draft.personal.into(),
    ];
    Ok(tx.run(sql, values).await? == 1)
}

pub async fn insert_contact(
    tx: &mut Tx,
    id: UnitId,
    draft: &ContactDraft,
) -> Result<PartId, Failure> {
    let row = PartId::new(tx.at());
    let sql = "insert into unit_contact
        (id, unit_id, name, duty, email, phone, personal, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    let values = [
        row.to_string().into(),
        id.to_string().into(),
        draft.name.clone().into(),
        draft.duty.clone().into(),
        draft.email.clone().into(),
        draft.phone.clone().into(),
        draft.personal.into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await?;
    Ok(row)
}

/// Deletes an alias or a contact of a unit; says whether there was one.
pub async fn delete_part(
    tx: &mut Tx,
    table: &'static str,
    id: UnitId,
    row: &str,
) -> Result<bool, Failure> {
    let sql = format!("delete from {table} where id = $1 and unit_id = $2");
    Ok(tx.run(&sql, [row.into(), id.to_string().into()]).await? == 1)
}
