//! Access: who gets through which door, and what those learn who do not.

pub mod award;
pub mod contest;
pub mod council;
mod doors;
pub mod dossier;
pub mod forms;
mod matrix;
pub mod paper;
pub mod publicity;
mod refusals;
mod register;
pub mod rubric;
pub mod states;
pub mod talk;
pub mod things;
mod upload;
pub mod visitors;
pub mod work;

use hoithi::router::Route;

use crate::browser::{self, Browser};
use crate::reply::Reply;

/// Routes whose forms hold files.
const UPLOADS: [&str; 8] = [
    "/units/import",
    "/uploads/file",
    "/papers",
    "/assignments/{id}/reports",
    "/contests/{id}/publicity",
    "/publicity/{id}",
    "/contests/{id}/news",
    "/contests/{id}/news/{news}",
];

/// Takes a route as its button would.
pub async fn take(browser: &Browser<'_>, route: &Route, path: &str) -> Reply {
    match route.method {
        "GET" => browser.get(path).await,
        "HEAD" | "PATCH" | "DELETE" | "OPTIONS" => browser.send(things::spoken(route, path)).await,
        _ if UPLOADS.contains(&route.path) => browser.send(browser::empty_upload(path)).await,
        _ => browser.post(path, &forms::fields(route)).await,
    }
}
