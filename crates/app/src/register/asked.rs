//! What somebody looks for in the book: the typed text, understood, with the units and fields that it names.

use std::collections::BTreeMap;

use ::store::Reader;
use kernel::id::ContestId;
use kernel::{Day, Failure, text};
use query::{Query, Read, Trouble, What};

use super::store::Filter;
use crate::contests;
use crate::units::{self, Search};

/// What somebody looks for.
#[derive(Debug, Clone)]
pub struct Asked {
    /// What was understood.
    pub query: Query,
    /// What was not.
    pub troubles: Vec<Trouble>,
    /// The rows that are meant.
    pub filter: Filter,
}

/// Understands what was typed, for the book of a contest on a day.
///
/// # Errors
/// The database is away.
pub async fn ask(
    reader: &Reader,
    contest: ContestId,
    typed: &str,
    day: Day,
) -> Result<Asked, Failure> {
    let Read { query, troubles } = query::read(typed, query::dossiers());
    let mut units = BTreeMap::new();
    let mut fields = BTreeMap::new();
    for part in &query.parts {
        match &part.what {
            What::Text(key, named) if key == "unit" => {
                units.insert(named.clone(), units_named(reader, named, day).await?);
            }
            What::Text(key, named) if key == "field" => {
                fields.insert(named.clone(), fields_named(reader, contest, named).await?);
            }
            _ => (),
        }
    }
    let filter = Filter { contest, query: query.clone(), units, fields };
    Ok(Asked { query, troubles, filter })
}

/// The units whose names hold these words, those that are no more, too: dossiers keep them.
async fn units_named(reader: &Reader, named: &str, day: Day) -> Result<Vec<String>, Failure> {
    let found = units::search(reader, Search { text: named, with_abolished: true }, day).await?;
    Ok(found.into_iter().map(|unit| unit.id).collect())
}

/// The fields of the contest whose names hold this text; the text itself where none does.
async fn fields_named(
    reader: &Reader,
    contest: ContestId,
    named: &str,
) -> Result<Vec<String>, Failure> {
    let (rules, _) = contests::newest_rules(reader, contest).await?;
    let wanted = text::fold(named);
    let mut fields = rules.fields;
    fields.retain(|field| text::fold(field).contains(&wanted));
    if fields.is_empty() {
        fields.push(named.to_owned());
    }
    Ok(fields)
}
