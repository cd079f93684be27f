//! Dossiers taken out: a table, one file, or folders, by the ending of what is to be written.

use kernel::{Failure, Message};
use serde_json::json;

use super::{Desk, Export};
use crate::cli::DONE;
use crate::register::{Format, taken};

impl Desk<'_> {
    pub(super) async fn export(&self, what: &Export) -> Result<u8, Failure> {
        let seen = self.meant(&what.contest).await?;
        let query = what.query.as_deref().unwrap_or_default();
        let meant = taken::meant(self.app, seen.id, (query, &what.sort)).await?;
        let ending = what.to.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let table = Format::ALL.into_iter().find(|format| format.code() == ending);
        let (app, actor, place) = (self.app, &self.actor, what.to.as_path());
        match table {
            Some(format) => {
                let words = self.speaker.words;
                taken::table(app, actor, &meant, (format, place, words)).await?;
            }
            None if ending == "zip" => {
                taken::zip(app, actor, &meant, (&what.naming, place)).await?;
            }
            None => {
                taken::folder(app, actor, &meant, (&what.naming, place)).await?;
            }
        }
        match what.json {
            true => self.speaker.json(&json!({ "dossiers": meant.count(), "to": place }))?,
            false => {
                let message = Message::new("cli-dossier-exported").with("dossiers", meant.count());
                self.speaker.tell(&message.with("place", place.display()));
            }
        }
        Ok(DONE)
    }
}
