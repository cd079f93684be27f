//! How the papers of a unit are headed and signed.

use kernel::id::UnitId;
use kernel::{Day, Failure, Fault};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

use crate::reports::store::named;

/// Head and signature of the papers of a unit.
#[derive(Debug, Clone, Default, PartialEq, Eq, FromQueryResult)]
pub struct Letterhead {
    /// Cơ quan chủ quản.
    pub superior: Option<String>,
    /// Ký hiệu.
    pub symbol: String,
    /// Địa danh.
    pub place: String,
    /// Lines over the name.
    pub posts: String,
    /// Họ và tên.
    pub signer: Option<String>,
    /// Nơi nhận, one on each line.
    pub recipients: String,
}

pub async fn letterhead(reader: &Reader, unit: UnitId) -> Result<Option<Letterhead>, Fault> {
    let sql = "select superior, symbol, place, posts, signer, recipients from letterhead
        where unit_id = $1";
    reader.maybe(sql, [unit.to_string().into()]).await
}

pub async fn keep_letterhead(tx: &mut Tx, unit: UnitId, head: &Letterhead) -> Result<(), Failure> {
    let sql = "insert into letterhead (unit_id, superior, symbol, place, posts, signer, recipients,
            changed_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (unit_id) do update set superior = $2, symbol = $3, place = $4, posts = $5,
            signer = $6, recipients = $7, changed_at = $8";
    let values = [
        unit.to_string().into(),
        head.superior.clone().into(),
        head.symbol.clone().into(),
        head.place.clone().into(),
        head.posts.clone().into(),
        head.signer.clone().into(),
        head.recipients.clone().into(),
        tx.at().millis().into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// A unit as its papers name it.
#[derive(Debug, Clone, FromQueryResult)]
pub struct Naming {
    /// Its name on a day; of one that is no more, its last.
    pub name: String,
    /// The unit above on that day.
    pub above: Option<String>,
}

/// How a unit and the one above are called on a day.
pub async fn naming(reader: &Reader, unit: UnitId, day: Day) -> Result<Option<Naming>, Fault> {
    let sql = format!(
        "select n.name, (select m.name from unit_parent p join unit_name m on m.unit_id = p.parent_id
                and (m.from_day is null or m.from_day <= $2)
                and (m.until_day is null or m.until_day > $2)
             where p.unit_id = r.unit_id and (p.from_day is null or p.from_day <= $2)
                and (p.until_day is null or p.until_day > $2)) as above
         from (select id as unit_id from unit where id = $1) r {}",
        named(2)
    );
    reader.maybe(&sql, [unit.to_string().into(), day.to_string().into()]).await
}
