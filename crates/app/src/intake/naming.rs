//! Who is meant by a name of a paper: units that are here, members of a group, places, or a new unit.

use std::collections::BTreeMap;

use ::store::Reader;
use gazetteer::{Gazetteer, Level, Place, PlaceId};
use kernel::id::UnitId;
use kernel::{Day, Failure, Fault, text};

use super::choice::{Choice, UnitLine};
use super::collective::Collective;
use super::ended::{self, Days};
use crate::units;

/// Where names are looked up first: the unit that organises, its place, and who stands under it.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// The unit, where it is here.
    pub unit: Option<UnitId>,
    /// Its place in the gazetteer.
    pub place: Option<PlaceId>,
    /// Endings of names that only say where a unit is, folded: " tinh sa linh", " sa linh", " tinh".
    endings: Vec<String>,
    /// The units under it, by their names without such an ending.
    under: BTreeMap<String, UnitId>,
}

impl Scope {
    /// The scope of an organiser on the day of the paper.
    ///
    /// # Errors
    /// The database is away.
    pub async fn of(reader: &Reader, organiser: Option<&str>, day: Day) -> Result<Self, Fault> {
        let Some(name) = organiser else { return Ok(Self::default()) };
        let unit = existing(reader, name, day).await?;
        let place = place(name, day).map(|place| place.id);
        let mut scope = Self { unit, place, endings: endings(name), under: BTreeMap::new() };
        if let Some(unit) = unit {
            for (id, name) in units::below(reader, unit, &[], day).await? {
                scope.under.entry(scope.short(&name)).or_insert(id);
            }
        }
        Ok(scope)
    }

    /// A name without the words that only say where it is: "Tỉnh đoàn Sa Lĩnh" is "Tỉnh đoàn" there.
    fn short(&self, name: &str) -> String {
        let folded = text::fold(name);
        let ending = self.endings.iter().find_map(|ending| folded.strip_suffix(ending.as_str()));
        ending.filter(|rest| rest.contains(' ')).map_or(folded.clone(), str::to_owned)
    }
}

/// Words for tiers before the name of a place, folded; of two that fit the longer is first.
const TIERS: [&str; 8] =
    ["thanh pho ", "thi xa ", "thi tran ", "tinh ", "huyen ", "quan ", "phuong ", "xa "];

/// How names end that only say that a body is of the place of this organiser, folded.
pub fn endings(organiser: &str) -> Vec<String> {
    let folded = text::fold(organiser);
    let rest = folded.strip_prefix("ubnd ").or_else(|| folded.strip_prefix("uy ban nhan dan "));
    let Some(place) = rest else { return Vec::new() };
    let tier = TIERS.iter().find(|tier| place.starts_with(*tier));
    let Some(tier) = tier else { return Vec::new() };
    let name = &place[tier.len()..];
    vec![format!(" {place}"), format!(" {name}"), format!(" {}", tier.trim_end())]
}

/// Of a hundred: how well a name has to fit a place to be taken for it.
pub const SURE: u8 = 90;

/// The place that a name means on a day; nothing where it is none or may be several.
fn place(name: &str, day: Day) -> Option<&'static Place> {
    let found = Gazetteer::shared().look_up(name);
    let living = found.iter().filter(|found| {
        let era = found.place.era();
        era.valid_from().is_none_or(|from| from <= day)
            && era.valid_until().is_none_or(|last| day <= last)
    });
    let mut sure = living.filter(|found| found.score >= SURE);
    let best = sure.next()?;
    sure.next().is_none_or(|second| second.score < best.score).then_some(best.place)
}

/// Who is meant by a name; of a body that ends before the day on which it is `needed`, who took over.
///
/// # Errors
/// The database is away.
pub async fn propose(
    reader: &Reader,
    named: &str,
    scope: &Scope,
    days: &Days,
    needed: Day,
) -> Result<UnitLine, Failure> {
    let line = |group, choice| UnitLine { named: named.to_owned(), group, choice };
    if let Some(collective) = Collective::read(named) {
        return Ok(line(true, members(reader, named, &collective, scope, days.paper).await?));
    }
    let found = existing(reader, named, days.paper).await?;
    let when = (days.today, needed);
    let Some(unit) = found.or_else(|| scope.under.get(&scope.short(named)).copied()) else {
        let ended = ended::of_name(reader, named, scope.place, when).await?;
        return Ok(line(false, ended.map_or_else(|| Choice::founded(named), Choice::Ended)));
    };
    let ended = ended::of_unit(reader, (unit, named), scope.place, when).await?;
    Ok(line(false, ended.map_or_else(|| Choice::Existing(vec![unit]), Choice::Ended)))
}

/// The unit of this name that is here already.
async fn existing(reader: &Reader, named: &str, day: Day) -> Result<Option<UnitId>, Fault> {
    let mut found = units::named(reader, named, day).await?;
    if let (true, Some(other)) = (found.is_empty(), spelt_otherwise(named)) {
        found = units::named(reader, &other, day).await?;
    }
    Ok(found.into_iter().next())
}

/// The folded name of a people's committee as others write it: abbreviated, or in full.
fn spelt_otherwise(named: &str) -> Option<String> {
    const SHORT: &str = "ubnd ";
    const LONG: &str = "uy ban nhan dan ";
    let folded = text::fold(named);
    if let Some(rest) = folded.strip_prefix(SHORT) {
        return Some(format!("{LONG}{rest}"));
    }
    folded.strip_prefix(LONG).map(|rest| format!("{SHORT}{rest}"))
}

/// The members of a group on the day: units under the scope, else the places of its place, else one unit that
/// stands for the group until it is known better.
async fn members(
    reader: &Reader,
    named: &str,
    collective: &Collective,
    scope: &Scope,
    day: Day,
) -> Result<Choice, Fault> {
    if let Some(unit) = scope.unit {
        let below = units::below(reader, unit, &collective.kinds, day).await?;
        let fits = |name: &str| collective.tier.is_none_or(|tier| tier_of(name) == Some(tier));
        let members: Vec<UnitId> =
            below.into_iter().filter(|(_, name)| fits(name)).map(|(id, _)| id).collect();
        if !members.is_empty() && !collective.kinds.is_empty() {
            return Ok(Choice::Existing(members));
        }
    }
    let places = match (collective.tier, scope.place) {
        (Some(tier), Some(place)) => places_of(place, tier),
        _ => Vec::new(),
    };
    Ok(if places.is_empty() { Choice::founded(named) } else { Choice::Places(places) })
}

/// The tier that the name of a people's committee speaks of.
fn tier_of(name: &str) -> Option<Level> {
    let folded = text::fold(name);
    let rest = folded.strip_prefix("ubnd ").or_else(|| folded.strip_prefix("uy ban nhan dan "))?;
    let tiers = [
        ("xa ", Level::Commune),
        ("phuong ", Level::Commune),
        ("thi tran ", Level::Commune),
        ("dac khu ", Level::Commune),
        ("huyen ", Level::District),
        ("quan ", Level::District),
        ("thi xa ", Level::District),
        ("thanh pho ", Level::District),
        ("tinh ", Level::Province),
    ];
    tiers.iter().find(|(word, _)| rest.starts_with(word)).map(|(_, tier)| *tier)
}

/// The places of a tier within a place.
fn places_of(id: PlaceId, tier: Level) -> Vec<PlaceId> {
    let Some(place) = Gazetteer::shared().get(id) else { return Vec::new() };
    let children = place.children();
    match children.iter().any(|child| child.level() == tier) {
        true => children.iter().map(|child| child.id).collect(),
        false => children.iter().flat_map(|child| child.children()).map(|child| child.id).collect(),
    }
}

/// The people's committee of a place: `UBND xã Tân Khai`.
pub fn committee_of(place: &Place) -> String {
    format!("UBND {}", place.short_name())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn committees_are_abbreviated_by_some() {
        let other = |named| spelt_otherwise(named);
        assert_eq!(other("UBND xã Suối Ngà").as_deref(), Some("uy ban nhan dan xa suoi nga"));
        assert_eq!(other("Ủy ban nhân dân tỉnh Sa Lĩnh").as_deref(), Some("ubnd tinh sa linh"));
        assert_eq!(other("Sở Y tế"), None);
    }

    #[test]
    fn a_name_says_no_more_where_everybody_knows() {
        let scope = |organiser: &str| Scope { endings: endings(organiser), ..Scope::default() };
        let check = |organiser: &str, name: &str, expect: &str| {
            assert_eq!(scope(organiser).short(name), expect, "{organiser}: {name}");
        };
        check("UBND tỉnh Sa Lĩnh", "Tỉnh đoàn Sa Lĩnh", "tinh doan");
        check("UBND tỉnh Sa Lĩnh", "Tỉnh đoàn", "tinh doan");
        check("Ủy ban nhân dân tỉnh Sa Lĩnh", "Sở Y tế tỉnh", "so y te");
        check("UBND thành phố Sa Lĩnh", "Công an thành phố", "cong an");
        check("UBND huyện Khe Sương", "Hội Nông dân huyện Khe Sương", "hoi nong dan");
        check("Trường Đại học Sa Lĩnh", "Phòng Đào tạo", "phong dao tao");
    }
}
