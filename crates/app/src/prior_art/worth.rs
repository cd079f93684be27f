//! Which earlier initiatives of a unit are worth entering (rà soát sáng kiến): those that neither won nor
//! were entered, the newest first, with the reasons.

use ::store::Reader;
use kernel::id::UnitId;
use kernel::{Day, Fault, text};

use super::near::Sight;
use super::store::{self as rows, EarlierRow, Filter};
use crate::contests::RuleSet;
use crate::units;

/// What is looked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The unit, with those below it; nothing: all units.
    pub units: Option<Vec<UnitId>>,
    /// The rules of the contest that they would enter.
    pub rules: Option<RuleSet>,
}

/// An initiative that is worth a look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Worth {
    /// What the registry says of it.
    pub row: EarlierRow,
    /// Years since then; nothing where no year is stated.
    pub age: Option<i64>,
    /// The contest's field that it names; nothing where it names none of them.
    pub field: Option<String>,
}

impl Wanted {
    /// The first year that the rules take, where they name one.
    pub fn since(&self) -> Option<i64> {
        let rules = self.rules.as_ref()?;
        rules.eligibility.applied_since_year.map(i64::from)
    }

    async fn filter(&self, reader: &Reader, day: Day) -> Result<Filter, Fault> {
        let mut ids: Option<Vec<String>> = None;
        for unit in self.units.iter().flatten() {
            let ids = ids.get_or_insert_default();
            ids.push(unit.to_string());
            let below = units::below(reader, *unit, &[], day).await?;
            ids.extend(below.into_iter().map(|(id, _)| id.to_string()));
        }
        let nobodys = self.units.as_ref().is_some_and(Vec::is_empty);
        let units = if nobodys { Some(Vec::new()) } else { ids };
        Ok(Filter { units, since: self.since(), unspent: true, ..Filter::default() })
    }

    /// How many there are.
    ///
    /// # Errors
    /// The database is away.
    pub async fn count(&self, reader: &Reader, day: Day) -> Result<i64, Fault> {
        rows::count(reader, &self.filter(reader, day).await?, Sight::Open).await
    }

    /// One page of them.
    ///
    /// # Errors
    /// The database is away.
    pub async fn list(
        &self,
        reader: &Reader,
        day: Day,
        page: (i64, i64),
    ) -> Result<Vec<Worth>, Fault> {
        let filter = self.filter(reader, day).await?;
        let found = rows::list(reader, (&filter, Sight::Open), page).await?;
        let year = i64::from(day.year());
        let worth = |row: EarlierRow| Worth {
            age: row.year.map(|then| (year - then).max(0)),
            field: self.field(&row.field),
            row,
        };
        Ok(found.into_iter().map(worth).collect())
    }

    fn field(&self, named: &str) -> Option<String> {
        let (rules, named) = (self.rules.as_ref()?, text::fold(named));
        let meant = |field: &&String| {
            let field = text::fold(field);
            !named.is_empty() && (field.contains(&named) || named.contains(&field))
        };
        rules.fields.iter().find(meant).cloned()
    }
}
