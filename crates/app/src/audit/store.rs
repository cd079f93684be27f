//! The only SQL on the tables of the ledger.

use std::collections::{BTreeSet, HashMap};

use kernel::{Failure, Fault, Instant};
use ledger::audit::StoredEntry;
use ledger::event::{Entry, Event};
use ledger::hash::{Hash, Salt};
use ledger::tree::{Frontier, Node, NodeId};
use sea_orm::FromQueryResult;
use store::{Reader, Tx};

#[derive(FromQueryResult)]
struct EntryRow {
    seq: i64,
    at: i64,
    commitment: String,
    nodes: String,
    salt: Option<String>,
    body: Option<String>,
}

/// An entry as people see it: its event, or that it was erased.
pub struct Shown {
    pub seq: i64,
    pub at: Instant,
    pub event: Option<Event>,
}

#[derive(FromQueryResult)]
pub struct CheckpointRow {
    pub size: i64,
    pub note: String,
}

const ENTRY: &str = "select e.seq, e.at, e.commitment, e.nodes, v.salt, v.body
    from ledger_entry e left join ledger_event v on v.seq = e.seq";

/// How many entries there are.
pub async fn size(reader: &Reader) -> Result<u64, Fault> {
    let size = reader.number("select max(seq) + 1 from ledger_entry", []).await?;
    Ok(u64::try_from(size)?)
}

/// The right edge of the tree as it stands.
pub async fn frontier(reader: &Reader) -> Result<Frontier, Fault> {
    let size = size(reader).await?;
    let nodes = nodes(reader, &Frontier::needs(size)).await?;
    Ok(Frontier::load(size, &nodes)?)
}

/// The hashes of these nodes; each stands in the row of the entry that completed it.
async fn nodes(reader: &Reader, needed: &[NodeId]) -> Result<HashMap<NodeId, Hash>, Fault> {
    let mut found = HashMap::new();
    for id in needed {
        let sql = "select seq, at, commitment, nodes, null as salt, null as body
            from ledger_entry where seq = $1";
        let seq = i64::try_from(id.completed_by())?;
        let row: Option<EntryRow> = reader.maybe(sql, [seq.into()]).await?;
        let level = usize::try_from(id.level)?;
        let hash = row.as_ref().and_then(|row| row.nodes.split(' ').nth(level));
        if let Some(hash) = hash {
            found.insert(*id, hash.parse()?);
        }
    }
    Ok(found)
}

pub async fn append(
    tx: &mut Tx,
    event: &Event,
    salt: &Salt,
    entry: &Entry,
    nodes: &[Node],
) -> Result<(), Failure> {
    let seq = i64::try_from(event.seq)?;
    let nodes: Vec<String> = nodes.iter().map(|node| node.hash.to_string()).collect();
    let sql = "insert into ledger_entry (seq, at, commitment, nodes) values ($1, $2, $3, $4)";
    let values = [
        seq.into(),
        event.at.millis().into(),
        entry.commitment.to_string().into(),
        nodes.join(" ").into(),
    ];
    tx.run(sql, values).await?;
    let sql = "insert into ledger_event (seq, salt, body) values ($1, $2, $3)";
    tx.run(sql, [seq.into(), salt.to_string().into(), event.canonical().into()]).await?;
    let sql = "insert into ledger_subject (seq, subject) values ($1, $2)";
    tx.run(sql, [seq.into(), event.subject.clone().into()]).await?;
    Ok(())
}

/// Entries from a position on, at most so many, as they are stored.
pub async fn stored_from(
    reader: &Reader,
    from: i64,
    limit: i64,
) -> Result<Vec<StoredEntry>, Fault> {
    let sql = format!("{ENTRY} where e.seq >= $1 order by e.seq limit $2");
    let rows: Vec<EntryRow> = reader.rows(&sql, [from.into(), limit.into()]).await?;
    Ok(rows.into_iter().map(stored).collect())
}

fn stored(row: EntryRow) -> StoredEntry {
    StoredEntry {
        seq: row.seq,
        at: Instant::from_millis(row.at),
        commitment: row.commitment,
        nodes: row.nodes.split(' ').map(str::to_owned).collect(),
        salt: row.salt,
        event: row.body,
    }
}

#[derive(FromQueryResult)]
struct BodyRow {
    seq: i64,
    body: String,
}

/// The texts of events from a position on, at most so many, each with its position.
pub async fn bodies_from(
    reader: &Reader,
    from: i64,
    limit: i64,
) -> Result<Vec<(i64, String)>, Fault> {
    let sql = "select seq, body from ledger_event where seq >= $1 order by seq limit $2";
    let rows: Vec<BodyRow> = reader.rows(sql, [from.into(), limit.into()]).await?;
    Ok(rows.into_iter().map(|row| (row.seq, row.body)).collect())
}

/// The newest entries before a position, newest first.
pub async fn shown_before(reader: &Reader, before: i64, limit: i64) -> Result<Vec<Shown>, Fault> {
    let sql = format!("{ENTRY} where e.seq < $1 order by e.seq desc limit $2");
    let rows: Vec<EntryRow> = reader.rows(&sql, [before.into(), limit.into()]).await?;
    Ok(rows.into_iter().map(shown).collect())
}

/// The newest entries about a subject before a position, newest first.
pub async fn shown_about(
    reader: &Reader,
    subject: &str,
    (before, limit): (i64, i64),
) -> Result<Vec<Shown>, Fault> {
    let sql = format!(
        "{ENTRY} join ledger_subject s on s.seq = e.seq
         where s.subject = $1 and s.seq < $2 order by s.seq desc limit $3"
    );
    let rows: Vec<EntryRow> =
        reader.rows(&sql, [subject.into(), before.into(), limit.into()]).await?;
    Ok(rows.into_iter().map(shown).collect())
}

fn shown(row: EntryRow) -> Shown {
    let event = row.body.as_deref().and_then(|body| Event::read(body).ok());
    Shown { seq: row.seq, at: Instant::from_millis(row.at), event }
}

#[derive(FromQueryResult)]
struct NameRow {
    subject: String,
    name: String,
}

/// The names of accounts and units that these entries mention, by how the ledger writes them.
pub async fn names(
    reader: &Reader,
    mentioned: &BTreeSet<String>,
) -> Result<HashMap<String, String>, Fault> {
    if mentioned.is_empty() {
        return Ok(HashMap::new());
    }
    let places: Vec<String> = (1..=mentioned.len()).map(|place| format!("${place}")).collect();
    let places = places.join(", ");
    let sql = format!(
        "select 'account/' || id as subject, name from account where id in ({places})
         union all
         select 'unit/' || n.unit_id, n.name from unit_name n where n.unit_id in ({places})
           and n.id = (select l.id from unit_name l where l.unit_id = n.unit_id
                       order by l.from_day desc nulls last, l.id desc limit 1)
         union all
         select 'contest/' || id, name from contest where id in ({places})"
    );
    let rows: Vec<NameRow> =
        reader.rows(&sql, mentioned.iter().map(|id| id.clone().into())).await?;
    Ok(rows.into_iter().map(|row| (row.subject, row.name)).collect())
}

pub async fn checkpoints(reader: &Reader) -> Result<Vec<CheckpointRow>, Fault> {
    reader.rows("select size, note from ledger_checkpoint order by size", []).await
}

pub async fn last_checkpoint(reader: &Reader) -> Result<Option<CheckpointRow>, Fault> {
    let sql = "select size, note from ledger_checkpoint order by size desc limit 1";
    reader.maybe(sql, []).await
}

pub async fn add_checkpoint(tx: &mut Tx, size: u64, note: &str) -> Result<(), Failure> {
    let sql = "insert into ledger_checkpoint (size, note, signed_at) values ($1, $2, $3)
        on conflict (size) do nothing";
    let at = tx.at().millis();
    tx.run(sql, [i64::try_from(size)?.into(), note.into(), at.into()]).await.map(drop)
}

/// Takes away salt and text of these events; their entries stay.
pub async fn erase(tx: &mut Tx, seqs: &[u64]) -> Result<(), Failure> {
    for seq in seqs {
        let seq = i64::try_from(*seq)?;
        tx.run("delete from ledger_event where seq = $1", [seq.into()]).await?;
        tx.run("delete from ledger_subject where seq = $1", [seq.into()]).await?;
    }
    Ok(())
}
