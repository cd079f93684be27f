//! What a dossier has won, for those who wrote it.

use kernel::Failure;

use crate::awards;
use crate::dossiers::State;
use crate::dossiers::access::SeenDossier;
use crate::frame::{App, Visitor};

/// What the dossier has won, once everybody may read it; nothing of one that was never judged.
pub async fn won(
    app: &App,
    visitor: &Visitor,
    seen: &SeenDossier,
) -> Result<Option<String>, Failure> {
    if seen.state != State::Valid {
        return Ok(None);
    }
    let of = (seen.row.contest()?, seen.row.id.as_str());
    let told = awards::of_dossier(&app.store, of, visitor.at()).await?;
    let words = visitor.words();
    Ok(told.map(|prize| match prize {
        Some(prize) => words.with("dossier-award-won", "prize", prize),
        None => words.say("dossier-award-none"),
    }))
}
