//! Who saw a dossier: to its authors by role and unit, to the office by name.

use askama::Template;
use axum::extract::{Path, Query, State};
use kernel::{Fault, Instant};
use serde::Deserialize;

use super::dossier_id;
use super::write::titled;
use crate::accounts::Actor;
use crate::dossiers::access::{self, SeenDossier, Standing};
use crate::dossiers::store as rows;
use crate::frame::answer::page;
use crate::frame::listing::{self, Pages, ROWS, address};
use crate::frame::{Answer, App, Frame, Visitor, Words};
use crate::looks::{self, LookRow, Told};

/// Looks on the page of a dossier.
const NEWEST: i64 = 5;

/// A look as pages show it.
pub struct LookShown {
    /// Who.
    pub who: String,
    /// What of it.
    pub what: String,
    /// When, for the last time.
    pub at: String,
    /// How often.
    pub times: String,
}

/// The newest looks.
///
/// # Errors
/// The database is away.
pub async fn newest(app: &App, words: Words, seen: &SeenDossier) -> Result<Vec<LookShown>, Fault> {
    let (found, _) = looks::of_dossier(&app.store, &seen.row.id, (told(seen), (NEWEST, 0))).await?;
    Ok(shown(words, seen.standing, found))
}

fn told(seen: &SeenDossier) -> Told {
    match seen.standing {
        Standing::Member => Told::Authors,
        Standing::Office => Told::Office,
    }
}

fn shown(words: Words, standing: Standing, rows: Vec<LookRow>) -> Vec<LookShown> {
    let look = |row: LookRow| {
        let thing = format!("look-{}", row.thing);
        LookShown {
            what: match &row.file {
                Some(file) => words.with("look-file-named", "name", file),
                None => words.say(&thing),
            },
            at: Instant::from_millis(row.last_at).written(),
            times: words.count("look-times", row.count),
            who: who(words, standing, row),
        }
    };
    rows.into_iter().map(look).collect()
}

/// Role and unit; the name only to the office, so that who judges can never be known to authors.
fn who(words: Words, standing: Standing, row: LookRow) -> String {
    let role = match row.role.as_str() {
        "" => words.say("look-no-role"),
        "judge" => words.say("role-judge"),
        role => words.say(&format!("role-{role}")),
    };
    let name = (standing == Standing::Office).then_some(row.name);
    let told = [name, Some(role), row.unit];
    told.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

#[derive(Template)]
#[template(path = "dossiers/pages/looks.html")]
struct LooksPage {
    frame: Frame,
    id: String,
    contest_id: String,
    title: String,
    is_member: bool,
    looks: Vec<LookShown>,
    pages: Pages,
}

/// Which page of the list.
#[derive(Deserialize, Default)]
#[serde(default)]
pub struct Wanted {
    page: i64,
}

/// Answers `GET /dossiers/{id}/looks`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
    Query(wanted): Query<Wanted>,
) -> Answer {
    let seen = access::dossier(&app.store, &actor, dossier_id(&id)?).await?;
    let frame = Frame::new(&app, &visitor);
    let (_, total) = looks::of_dossier(&app.store, &seen.row.id, (told(&seen), (0, 0))).await?;
    let (at, first) = listing::at(wanted.page, total);
    let range = (told(&seen), (ROWS, first));
    let (found, _) = looks::of_dossier(&app.store, &seen.row.id, range).await?;
    let here = format!("/dossiers/{id}/looks");
    page(&LooksPage {
        title: titled(&title(&app, &seen).await?, frame.t),
        is_member: seen.standing == Standing::Member,
        contest_id: seen.contest.id,
        looks: shown(frame.t, seen.standing, found),
        pages: listing::pages(at, total, |page| address(&here, &[("page", &page.to_string())])),
        id,
        frame,
    })
}

/// To who writes it as it is written, to the office as it was handed in.
async fn title(app: &App, seen: &SeenDossier) -> Result<String, Fault> {
    match seen.standing {
        Standing::Member => Ok(access::draft(&app.store, seen.id).await?.entry.solution.title),
        Standing::Office => {
            let version = rows::last_version(&app.store, seen.id).await?;
            Ok(version.map(|version| version.title).unwrap_or_default())
        }
    }
}
