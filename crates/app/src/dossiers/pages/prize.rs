//! What a dossier has won, for those who wrote it.

use kernel::Failure;

use crate::awards;
use crate::certificates;
use crate::dossiers::State;
use crate::dossiers::access::SeenDossier;
use crate::frame::{App, Visitor};

/// What a dossier has won.
pub struct Won {
    /// In a sentence.
    pub says: String,
    /// Its certificates: whose each is, and where it is checked.
    pub certificates: Vec<(String, String)>,
}

/// What the dossier has won, once everybody may read it; nothing of one that was never judged.
pub async fn won(app: &App, visitor: &Visitor, seen: &SeenDossier) -> Result<Option<Won>, Failure> {
    if seen.state != State::Valid {
        return Ok(None);
    }
    let of = (seen.row.contest()?, seen.row.id.as_str());
    let told = awards::of_dossier(&app.store, of, visitor.at()).await?;
    let Some(prize) = told else { return Ok(None) };
    let words = visitor.words();
    let says = match prize {
        Some(prize) => words.with("dossier-award-won", "prize", prize),
        None => words.say("dossier-award-none"),
    };
    let certificates = certificates::of_dossier(&app.store, &seen.row.id, visitor.at()).await?;
    Ok(Some(Won { says, certificates }))
}
