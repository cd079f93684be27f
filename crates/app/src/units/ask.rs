//! Asking about units: a search, and who one was and is.

use std::collections::BTreeMap;

use ::store::Reader;
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, Refusal};
use serde::Serialize;

use super::Kind;
use super::lineage::{self, Reached, Step};
use super::reorganisation::step;
use super::store::{self as rows, Filter, UnitLine};
use crate::frame::listing::words_of;

/// What is looked for.
#[derive(Debug, Clone, Copy)]
pub struct Search<'t> {
    /// Words of a name of any time, an alias or the code; empty for every unit.
    pub text: &'t str,
    /// Whether units that are no more are wanted, too.
    pub with_abolished: bool,
}

/// A unit that was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Found {
    /// Its id.
    pub id: String,
    /// Its name on the day.
    pub name: String,
    /// Code of its kind.
    pub kind: String,
    /// The office's own code.
    pub code: Option<String>,
    /// Name of its parent.
    pub parent: Option<String>,
    /// First day, ISO.
    pub founded_on: Option<String>,
    /// First day on which it is no more, ISO.
    pub abolished_on: Option<String>,
}

impl From<UnitLine> for Found {
    fn from(line: UnitLine) -> Self {
        Self {
            id: line.id,
            name: line.name,
            kind: line.kind,
            code: line.code,
            parent: line.parent_name,
            founded_on: line.founded_on,
            abolished_on: line.abolished_on,
        }
    }
}

/// Every unit that fits, by name.
///
/// # Errors
/// The database is away.
pub async fn search(reader: &Reader, search: Search<'_>, day: Day) -> Result<Vec<Found>, Fault> {
    let filter = Filter {
        words: words_of(search.text),
        with_abolished: search.with_abolished,
        ..Filter::default()
    };
    let found = rows::list(reader, &filter, day, (i64::MAX, 0)).await?;
    Ok(found.into_iter().map(Found::from).collect())
}

/// The living units that a text names on a day, by code, whole name or alias; at most three.
///
/// # Errors
/// The database is away.
pub async fn named(reader: &Reader, text: &str, day: Day) -> Result<Vec<UnitId>, Fault> {
    let found = rows::named(reader, text, day).await?;
    found.into_iter().map(|id| Ok(id.parse()?)).collect()
}

/// The unit of this name or alias that ended by a day; of several the last that ended.
///
/// # Errors
/// The database is away.
pub async fn named_before(reader: &Reader, text: &str, day: Day) -> Result<Option<UnitId>, Fault> {
    let found = rows::named_before(reader, text, day).await?;
    Ok(found.map(|id| id.parse()).transpose()?)
}

/// The first day on which a unit is no more, where it ends.
///
/// # Errors
/// The database is away.
pub async fn ends_on(reader: &Reader, id: UnitId) -> Result<Option<Day>, Fault> {
    rows::abolished_on(reader, id).await
}

/// The names of units on a day, by id.
///
/// # Errors
/// The database is away.
pub async fn names(
    reader: &Reader,
    units: &[UnitId],
    day: Day,
) -> Result<BTreeMap<String, String>, Fault> {
    let ids: Vec<String> = units.iter().map(UnitId::to_string).collect();
    let lines = rows::lines(reader, &ids, day).await?;
    Ok(lines.into_iter().map(|line| (line.id, line.name)).collect())
}

/// The names of those among the units that are no more on a day.
///
/// # Errors
/// The database is away.
pub async fn gone(reader: &Reader, units: &[UnitId], day: Day) -> Result<Vec<String>, Fault> {
    let ids: Vec<String> = units.iter().map(UnitId::to_string).collect();
    let lines = rows::lines(reader, &ids, day).await?;
    let gone = lines.into_iter().filter(|line| is_gone(line, day));
    Ok(gone.map(|line| line.name).collect())
}

/// The units above a unit today, at any height.
///
/// # Errors
/// The database is away.
pub async fn above(reader: &Reader, unit: UnitId) -> Result<Vec<UnitId>, Fault> {
    let ids = rows::ancestors(reader, unit).await?;
    ids.iter().filter(|id| !id.is_empty()).map(|id| Ok(id.parse()?)).collect()
}

/// The units under a unit on a day, at any depth, with their names; only of some kinds where kinds are
/// given.
///
/// # Errors
/// The database is away.
pub async fn below(
    reader: &Reader,
    unit: UnitId,
    kinds: &[Kind],
    day: Day,
) -> Result<Vec<(UnitId, String)>, Fault> {
    let lines = rows::descendants(reader, unit, day).await?;
    let wanted =
        |line: &UnitLine| kinds.is_empty() || kinds.iter().any(|it| it.code() == line.kind);
    let found = lines.into_iter().filter(wanted);
    found.map(|line| Ok((line.id.parse()?, line.name))).collect()
}

/// What whole texts name which unit: folded newest names and aliases, and codes; nothing where several
/// units have one.
///
/// # Errors
/// The database is away.
pub async fn by_text(reader: &Reader) -> Result<BTreeMap<String, Option<String>>, Fault> {
    let mut named: BTreeMap<String, Option<String>> = BTreeMap::new();
    let mut put = |text: String, id: &str| {
        let known = named.entry(text).or_insert_with(|| Some(id.to_owned()));
        if known.as_deref() != Some(id) {
            *known = None;
        }
    };
    for unit in rows::known_units(reader).await? {
        put(kernel::text::fold(&unit.name), &unit.id);
        if let Some(code) = unit.code {
            put(kernel::text::fold(&code), &unit.id);
        }
    }
    for alias in rows::known_aliases(reader).await? {
        put(alias.folded, &alias.unit_id);
    }
    Ok(named)
}

/// A unit to which another leads, through one step or several.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kin {
    /// Its id.
    pub id: String,
    /// Its name of the day.
    pub name: String,
    /// `whole` or `part`.
    pub extent: &'static str,
    /// Day of the last step, as people write it.
    pub on: String,
    /// How many steps away.
    pub steps: usize,
}

/// Who a unit is, was, and has become.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Portrait {
    /// The unit.
    pub unit: Found,
    /// Every unit from which it came.
    pub origins: Vec<Kin>,
    /// Who it is today; empty when it is still itself.
    pub today: Vec<Kin>,
}

/// The portrait of the unit that a text names by id, code or name, also of one that is no more.
///
/// # Errors
/// There is no such unit, or several have the name.
pub async fn portrait(reader: &Reader, typed: &str, day: Day) -> Result<Portrait, Failure> {
    let by_code = rows::id_of_code(reader, &kernel::text::clean(typed)).await?;
    let id = match by_code {
        Some(id) => id,
        None => super::resolve(reader, typed, "unit", day).await?.ok_or_else(Refusal::absent)?,
    };
    let unit = rows::find(reader, id, day).await?.ok_or_else(Refusal::absent)?;
    Ok(Portrait {
        today: match is_gone(&unit, day) {
            true => today(reader, id, day).await?,
            false => Vec::new(),
        },
        origins: origins(reader, id, day).await?,
        unit: unit.into(),
    })
}

/// Whether the unit is no more on the day.
pub fn is_gone(unit: &UnitLine, day: Day) -> bool {
    unit.abolished_on.as_deref().is_some_and(|gone| *gone <= *day.to_string())
}

/// Who a unit is on a day when it is no more: every living unit that its steps lead to.
///
/// # Errors
/// The database is away.
pub async fn today(reader: &Reader, id: UnitId, day: Day) -> Result<Vec<Kin>, Failure> {
    let start = id.to_string();
    let steps = walkable(rows::steps_forward(reader, std::slice::from_ref(&start)).await?)?;
    let mut reached = lineage::forward(&start, &steps, day);
    let ids: Vec<String> = reached.iter().map(|reached| reached.unit.clone()).collect();
    let gone = rows::gone(reader, &ids, day).await?;
    reached.retain(|reached| !gone.contains(&reached.unit));
    kin(reader, reached, day).await
}

/// Who a unit was: every unit from which it came.
///
/// # Errors
/// The database is away.
pub async fn origins(reader: &Reader, id: UnitId, day: Day) -> Result<Vec<Kin>, Failure> {
    let start = id.to_string();
    let steps = walkable(rows::steps_backward(reader, std::slice::from_ref(&start)).await?)?;
    let last = steps.iter().map(|step| step.on).max().unwrap_or(day);
    kin(reader, lineage::backward(&start, &steps, last), day).await
}

fn walkable(found: Vec<rows::StepRow>) -> Result<Vec<Step>, Failure> {
    found.into_iter().map(step).collect()
}

async fn kin(reader: &Reader, reached: Vec<Reached>, day: Day) -> Result<Vec<Kin>, Failure> {
    let ids: Vec<String> = reached.iter().map(|reached| reached.unit.clone()).collect();
    let lines = rows::lines(reader, &ids, day).await?;
    let name = |id: &str| lines.iter().find(|line| line.id == id).map(|line| line.name.clone());
    let kin = |reached: Reached| {
        Some(Kin {
            name: name(&reached.unit)?,
            id: reached.unit,
            extent: reached.extent.code(),
            on: reached.on.written(),
            steps: reached.steps,
        })
    };
    Ok(reached.into_iter().filter_map(kin).collect())
}
