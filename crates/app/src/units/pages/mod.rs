//! The pages of units.

mod became;
pub mod change;
pub mod edit;
pub mod exchange;
pub mod list;
pub mod reorganisations;
pub mod reorganise;
pub mod show;

use kernel::id::UnitId;
use kernel::{Day, Fault};
use store::Reader;

use super::store as rows;
use crate::accounts::{Actor, Role};
use crate::frame::Words;
use crate::frame::guard::Access::{Secretary, SignedIn};
use crate::router::{Route, get, post, upload};
use crate::units::Kind;

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
        get("/units/names", SignedIn, list::names),
        get("/units/new", Secretary, edit::new_form),
        post("/units", Secretary, edit::found),
        get("/units/export", SignedIn, exchange::export),
        get("/units/import", Secretary, exchange::form),
        get("/units/import/template", Secretary, exchange::template),
        upload("/units/import", Secretary, exchange::import),
        get("/units/{id}", SignedIn, show::show),
        get("/units/{id}/edit", Secretary, change::form),
        post("/units/{id}", Secretary, change::change),
        post("/units/{id}/parent", Secretary, edit::move_under),
        post("/units/{id}/aliases", SignedIn, edit::add_alias),
        post("/units/{id}/aliases/{part}/removal", SignedIn, edit::remove_alias),
        post("/units/{id}/contacts", SignedIn, edit::add_contact),
        get("/units/{id}/contacts/{part}", SignedIn, change::contact_form),
        post("/units/{id}/contacts/{part}", SignedIn, change::change_contact),
        post("/units/{id}/contacts/{part}/removal", SignedIn, edit::remove_contact),
        get("/reorganisations", SignedIn, reorganisations::list),
        get("/reorganisations/new", Secretary, reorganise::form),
        post("/reorganisations/draft", Secretary, reorganise::draft),
        post("/reorganisations", Secretary, reorganise::carry_out),
        get("/reorganisations/{id}", SignedIn, reorganisations::show),
    ]
}

/// The kinds by code, each with its name.
fn kinds(words: Words) -> Vec<(&'static str, String)> {
    Kind::ALL.map(|kind| (kind.code(), words.say(&kind.label()))).into()
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

/// The code of a kind as the key of its name; a word that is no kind reads as "other".
pub(crate) fn kind_label(code: &str) -> String {
    code.parse().unwrap_or(super::Kind::Other).label()
}
