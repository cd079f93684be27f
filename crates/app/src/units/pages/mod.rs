//! The pages of units.

pub mod edit;
pub mod list;
pub mod show;

use kernel::id::UnitId;
use kernel::{Day, Fault};
use store::Reader;

use super::store as rows;
use crate::accounts::{Actor, Role};
use crate::frame::guard::Access::{Secretary, SignedIn};
use crate::router::{Route, get, post};

/// A link to a unit.
pub struct Link {
    /// Id of the unit.
    pub id: String,
    /// Its name.
    pub name: String,
}

/// Every address of units.
pub fn routes() -> Vec<Route> {
    vec![
        get("/units", SignedIn, list::list),
        get("/units/new", Secretary, edit::new_form),
        post("/units", Secretary, edit::found),
        get("/units/{id}", SignedIn, show::show),
        post("/units/{id}/parent", Secretary, edit::move_under),
        post("/units/{id}/aliases", SignedIn, edit::add_alias),
        post("/units/{id}/aliases/{part}/removal", SignedIn, edit::remove_alias),
        post("/units/{id}/contacts", SignedIn, edit::add_contact),
        post("/units/{id}/contacts/{part}/removal", SignedIn, edit::remove_contact),
    ]
}

/// The units that somebody coordinates.
///
/// # Errors
/// The database is away.
pub async fn own(reader: &Reader, actor: &Actor, day: Day) -> Result<Vec<Link>, Fault> {
    let held = actor.grants.iter().filter(|grant| grant.role == Role::Coordinator);
    let units: Vec<UnitId> = held.filter_map(|grant| grant.unit).collect();
    let mut links = Vec::new();
    for id in units {
        if let Some(unit) = rows::find(reader, id, day).await? {
            links.push(Link { id: unit.id, name: unit.name });
        }
    }
    Ok(links)
}

/// A stored day as people write it.
pub(crate) fn written(day: &str) -> String {
    day.parse::<Day>().map_or_else(|_| day.to_owned(), Day::written)
}

/// The code of a kind as the key of its name; a word that is no kind reads as "other".
pub(crate) fn kind_label(code: &str) -> String {
    code.parse().unwrap_or(super::Kind::Other).label()
}
