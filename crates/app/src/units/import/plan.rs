//! What an import would do, row by row, before anything is written. Pure.

use std::collections::{BTreeMap, HashMap, HashSet};

use kernel::{Day, Message, text};

use super::row::{Column, Problem, UnitRow};
use crate::units::Kind;

/// A unit that there is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Present {
    /// Its id.
    pub id: String,
    /// The office's own code.
    pub code: Option<String>,
    /// Its newest name.
    pub name: String,
    /// Its kind.
    pub kind: Kind,
    /// First day, if known.
    pub founded_on: Option<Day>,
    /// First day on which it is no more.
    pub abolished_on: Option<Day>,
    /// Id of its parent.
    pub parent: Option<String>,
    /// Its aliases, folded.
    pub aliases: HashSet<String>,
}

/// Which unit is meant: one that there is, or one of an earlier row.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Target {
    /// A place in the list of units that there are.
    Present(usize),
    /// A place in the list of rows.
    Row(usize),
}

/// What a row does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It founds a unit.
    New {
        /// Kind of the unit.
        kind: Kind,
        /// Its parent.
        parent: Option<Target>,
    },
    /// It changes a unit that there is.
    Changed {
        /// The unit's place.
        unit: usize,
        /// Its new kind.
        kind: Option<Kind>,
        /// Its new parent.
        parent: Option<Target>,
        /// Places in the row's list of aliases that are new.
        aliases: Vec<usize>,
    },
    /// Everything is so already.
    Same {
        /// The unit's place.
        unit: usize,
    },
    /// It cannot be.
    Wrong(Vec<Problem>),
}

/// A row read, or what is wrong with its cells.
pub type ReadRow = Result<UnitRow, Vec<Problem>>;

/// What an import knows while it goes through the rows.
struct Planner<'p> {
    present: &'p [Present],
    rows: &'p [ReadRow],
    codes: HashMap<&'p str, Target>,
    names: HashMap<String, Vec<Target>>,
    taken: HashMap<Target, u32>,
    parents: BTreeMap<Target, Target>,
    today: Day,
}

/// What each row does. A row sees the units that there are and the rows above it.
pub fn plan(rows: &[ReadRow], present: &[Present], today: Day) -> Vec<Outcome> {
    let mut planner = Planner::new(rows, present, today);
    let mut outcomes = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        outcomes.push(match row {
            Err(problems) => Outcome::Wrong(problems.clone()),
            Ok(row) => {
                planner.take(at, row).unwrap_or_else(|problem| Outcome::Wrong(vec![problem]))
            }
        });
    }
    outcomes
}

impl<'p> Planner<'p> {
    fn new(rows: &'p [ReadRow], present: &'p [Present], today: Day) -> Self {
        let mut codes = HashMap::new();
        let mut names: HashMap<String, Vec<Target>> = HashMap::new();
        let mut parents = BTreeMap::new();
        let places: HashMap<&str, usize> =
            present.iter().enumerate().map(|(at, unit)| (unit.id.as_str(), at)).collect();
        for (at, unit) in present.iter().enumerate() {
            let target = Target::Present(at);
            if let Some(code) = &unit.code {
                codes.insert(code.as_str(), target);
            }
            names.entry(text::fold(&unit.name)).or_default().push(target);
            if let Some(parent) = unit.parent.as_deref().and_then(|parent| places.get(parent)) {
                parents.insert(target, Target::Present(*parent));
            }
        }
        Self { present, rows, codes, names, taken: HashMap::new(), parents, today }
    }

    /// What a row does; its unit and its parent count from here on.
    fn take(&mut self, at: usize, row: &'p UnitRow) -> Result<Outcome, Problem> {
        let parent = self.parent(row)?;
        let target = match self.meant(row, parent)? {
            Some(unit) => Target::Present(unit),
            None => Target::Row(at),
        };
        if let Some(first) = self.taken.insert(target, row.number) {
            return Err(Problem::new(
                Column::Name,
                Message::new("import-row-twice").with("row", first),
            ));
        }
        match target {
            Target::Present(unit) => self.change(unit, row, parent),
            Target::Row(_) => self.found(target, row, parent),
        }
    }

    /// The unit that there is and that a row means: by code, else by the whole name and the parent.
    fn meant(&self, row: &UnitRow, parent: Option<Target>) -> Result<Option<usize>, Problem> {
        if let Some(code) = &row.code {
            return match self.codes.get(code.as_str()) {
                None => Ok(None),
                Some(Target::Present(unit)) => Ok(Some(*unit)),
                Some(Target::Row(first)) => Err(self.twice(Column::Code, *first)),
            };
        }
        let named = self.names.get(&text::fold(row.name.as_str()));
        let named = named.map(Vec::as_slice).unwrap_or_default().iter();
        let fits =
            |target: &&Target| parent.is_none() || self.parents.get(target) == parent.as_ref();
        let found: Vec<Target> = named.filter(fits).copied().collect();
        let living: Vec<Target> =
            found.iter().copied().filter(|target| self.lives(*target)).collect();
        let meant = if row.abolished_on.is_some() { &found } else { &living };
        match meant[..] {
            [] => Ok(None),
            [Target::Present(unit)] => Ok(Some(unit)),
            [Target::Row(first)] => Err(self.twice(Column::Name, first)),
            _ => Err(Problem::new(Column::Name, "import-name-shared")),
        }
    }

    fn twice(&self, column: Column, first: usize) -> Problem {
        let number = self.rows[first].as_ref().map_or(0, |row| row.number);
        Problem::new(column, Message::new("import-row-twice").with("row", number))
    }

    fn lives(&self, target: Target) -> bool {
        match target {
            Target::Present(unit) => {
                self.present[unit].abolished_on.is_none_or(|gone| gone > self.today)
            }
            Target::Row(_) => true,
        }
    }

    fn parent(&self, row: &UnitRow) -> Result<Option<Target>, Problem> {
        let Some(typed) = &row.parent else { return Ok(None) };
        if let Some(target) = self.codes.get(typed.as_str()) {
            return Ok(Some(*target));
        }
        let named = self.names.get(&text::fold(typed)).map(Vec::as_slice).unwrap_or_default();
        let living: Vec<Target> =
            named.iter().copied().filter(|target| self.lives(*target)).collect();
        let meant = if living.is_empty() { named } else { &living[..] };
        let key = match meant {
            [target] => return Ok(Some(*target)),
            [] => "import-parent-unknown",
            _ => "import-parent-shared",
        };
        Err(Problem::new(Column::Parent, Message::new(key).with("parent", typed)))
    }

    fn found(
        &mut self,
        target: Target,
        row: &'p UnitRow,
        parent: Option<Target>,
    ) -> Result<Outcome, Problem> {
        let Some(kind) = row.kind else {
            return Err(Problem::new(Column::Kind, "unit-kind-missing"));
        };
        if row.abolished_on.is_some() {
            return Err(Problem::new(Column::Abolished, "import-abolished"));
        }
        if parent.is_some_and(|parent| !self.lives(parent)) {
            return Err(Problem::new(Column::Parent, "import-parent-gone"));
        }
        if let Some(code) = &row.code {
            self.codes.insert(code, target);
        }
        self.names.entry(text::fold(row.name.as_str())).or_default().push(target);
        if let Some(parent) = parent {
            self.parents.insert(target, parent);
        }
        Ok(Outcome::New { kind, parent })
    }

    fn change(
        &mut self,
        unit: usize,
        row: &UnitRow,
        parent: Option<Target>,
    ) -> Result<Outcome, Problem> {
        let present = &self.present[unit];
        as_before(present, row)?;
        let here = Target::Present(unit);
        let parent = parent.filter(|parent| self.parents.get(&here) != Some(parent));
        if let Some(parent) = parent {
            if self.stands_under(parent, here) {
                return Err(Problem::new(Column::Parent, "unit-parent-circle"));
            }
            if !self.lives(parent) {
                return Err(Problem::new(Column::Parent, "import-parent-gone"));
            }
            self.parents.insert(here, parent);
        }
        let kind = row.kind.filter(|kind| *kind != present.kind);
        let aliases = new_aliases(present, row);
        match kind.is_none() && parent.is_none() && aliases.is_empty() {
            true => Ok(Outcome::Same { unit }),
            false if !self.lives(here) => Err(Problem::new(Column::Name, "import-unit-gone")),
            false => Ok(Outcome::Changed { unit, kind, parent, aliases }),
        }
    }

    fn stands_under(&self, unit: Target, above: Target) -> bool {
        let mut at = Some(unit);
        for _ in 0..50 {
            match at {
                Some(target) if target == above => return true,
                Some(target) => at = self.parents.get(&target).copied(),
                None => return false,
            }
        }
        true
    }
}

/// Places of the row's aliases that the unit does not have, each once.
fn new_aliases(present: &Present, row: &UnitRow) -> Vec<usize> {
    let mut seen = present.aliases.clone();
    let aliases = row.aliases.iter().map(|alias| text::fold(alias.as_str())).enumerate();
    aliases.filter(|(_, alias)| seen.insert(alias.clone())).map(|(at, _)| at).collect()
}

/// What an import does not change must be as it was: a name and days have a history of their own.
fn as_before(present: &Present, row: &UnitRow) -> Result<(), Problem> {
    if text::fold(&present.name) != text::fold(row.name.as_str()) {
        let message = Message::new("import-name-differs").with("name", &present.name);
        return Err(Problem::new(Column::Name, message));
    }
    let differs = |typed: Option<Day>, is: Option<Day>| typed.is_some() && typed != is;
    if differs(row.founded_on, present.founded_on) {
        return Err(Problem::new(Column::Founded, "import-founded-differs"));
    }
    if differs(row.abolished_on, present.abolished_on) {
        return Err(Problem::new(Column::Abolished, "import-abolished"));
    }
    Ok(())
}

#[cfg(test)]
#[path = "plan_tests.rs"]
mod tests;
