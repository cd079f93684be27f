//! Writing an import: few statements, one entry in the ledger.

use ::store::{Tx, Value};
use kernel::id::UnitId;
use kernel::{Day, Failure, text};

use super::plan::{Outcome, Target};
use super::row::UnitRow;
use super::{Import, rows};
use crate::accounts::Actor;
use crate::audit::{self, Act};
use crate::units::store::ImportRows;
use crate::units::{Kind, PartId};

/// The rows to be written, table by table.
struct Sheets {
    units: ImportRows,
    names: ImportRows,
    parents: ImportRows,
    aliases: ImportRows,
    search: ImportRows,
    act: Act,
}

/// Writes what the rows do.
pub(super) async fn write(tx: &mut Tx, actor: &Actor, import: &Import) -> Result<(), Failure> {
    let ids: Vec<UnitId> = import.rows.iter().map(|_| UnitId::new(tx.at())).collect();
    let id_of = |target: Target| match target {
        Target::Present(at) => import.present[at].id.clone(),
        Target::Row(at) => ids[at].to_string(),
    };
    let mut sheets = Sheets::new(import.rows.len());
    let mut changed = Vec::new();
    for ((row, outcome), id) in import.rows.iter().zip(&import.outcomes).zip(&ids) {
        let Ok(row) = row else { continue };
        match outcome {
            Outcome::New { kind, parent } => {
                sheets.found(tx, *id, row, (*kind, parent.map(id_of)));
            }
            Outcome::Changed { unit, kind, parent, aliases } => {
                let unit = import.present[*unit].id.parse::<UnitId>()?;
                changed.push((unit, *kind, parent.map(id_of)));
                for at in aliases {
                    sheets.alias(tx, unit, row.aliases[*at].as_str());
                }
            }
            Outcome::Same { .. } | Outcome::Wrong(_) => (),
        }
    }
    let mut act = sheets.insert(tx).await?;
    for (unit, kind, parent) in changed {
        act = change(tx, unit, (kind, parent), act).await?;
    }
    audit::record(tx, actor.who, act).await
}

/// Kind and parent of a unit that there is; the parent from today on.
async fn change(
    tx: &mut Tx,
    unit: UnitId,
    (kind, parent): (Option<Kind>, Option<String>),
    mut act: Act,
) -> Result<Act, Failure> {
    if let Some(kind) = kind {
        rows::set_kind(tx, unit, kind).await?;
        act = act.row("unit", unit);
    }
    if let Some(parent) = parent {
        let today = tx.at().day();
        for ended in rows::end_parents(tx, unit, today).await? {
            act = act.row("unit_parent", ended);
        }
        let row = rows::insert_parent(tx, unit, parent.parse()?, Some(today)).await?;
        act = act.row("unit_parent", row);
    }
    rows::refresh_search(tx, unit).await?;
    Ok(act)
}

impl Sheets {
    fn new(count: usize) -> Self {
        let act = Act::on("unit.import", "unit").note("rows", count);
        Self {
            units: ImportRows::new("unit", &["id", "kind", "code", "founded_on", "created_at"]),
            names: ImportRows::new(
                "unit_name",
                &["id", "unit_id", "name", "folded", "sort_key", "from_day"],
            ),
            parents: ImportRows::new("unit_parent", &["id", "unit_id", "parent_id", "from_day"]),
            aliases: ImportRows::new("unit_alias", &["id", "unit_id", "alias", "folded"]),
            search: ImportRows::new(
                "unit_search",
                &["unit_id", "folded", "sort_key", "kind", "founded_on"],
            ),
            act,
        }
    }

    /// The ledger notes a row of this table.
    fn note(&mut self, table: &'static str, id: &str) {
        let act = std::mem::replace(&mut self.act, Act::on("unit.import", "unit"));
        self.act = act.row(table, id);
    }

    fn found(
        &mut self,
        tx: &Tx,
        id: UnitId,
        row: &UnitRow,
        (kind, parent): (Kind, Option<String>),
    ) {
        let day = row.founded_on.map(|day: Day| day.to_string());
        let name = row.name.as_str();
        let unit = [
            id.to_string().into(),
            kind.code().into(),
            row.code.clone().into(),
            day.clone().into(),
            tx.at().millis().into(),
        ];
        self.units.push(unit);
        self.note("unit", &id.to_string());
        let part = PartId::new(tx.at()).to_string();
        let values: [Value; 6] = [
            part.clone().into(),
            id.to_string().into(),
            name.into(),
            text::fold(name).into(),
            text::sort_key(name).into(),
            day.clone().into(),
        ];
        self.names.push(values);
        self.note("unit_name", &part);
        if let Some(parent) = parent {
            let part = PartId::new(tx.at()).to_string();
            let values = [part.clone().into(), id.to_string().into(), parent.into(), day.into()];
            self.parents.push(values);
            self.note("unit_parent", &part);
        }
        let folded = self.own_aliases(tx, id, row);
        let found_by = [
            id.to_string().into(),
            folded.into(),
            text::sort_key(name).into(),
            kind.code().into(),
            row.founded_on.map(|day| day.to_string()).into(),
        ];
        self.search.push(found_by);
    }

    /// The aliases of a new unit, each once, and what it is found by.
    fn own_aliases(&mut self, tx: &Tx, id: UnitId, row: &UnitRow) -> String {
        let mut folded = vec![text::fold(row.name.as_str())];
        for alias in &row.aliases {
            let key = text::fold(alias.as_str());
            if !folded.contains(&key) {
                self.alias(tx, id, alias.as_str());
                folded.push(key);
            }
        }
        folded.extend(row.code.as_deref().map(text::fold));
        folded.join("|")
    }

    fn alias(&mut self, tx: &Tx, id: UnitId, alias: &str) {
        let part = PartId::new(tx.at()).to_string();
        let folded = text::fold(alias);
        let values = [part.clone().into(), id.to_string().into(), alias.into(), folded.into()];
        self.aliases.push(values);
        self.note("unit_alias", &part);
    }

    async fn insert(self, tx: &mut Tx) -> Result<Act, Failure> {
        for rows in [self.units, self.names, self.parents, self.aliases, self.search] {
            rows::insert_many(tx, rows).await?;
        }
        Ok(self.act)
    }
}
