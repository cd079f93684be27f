//! Whether all that is kept of the dossiers of a contest is as it was handed in.

use kernel::{Failure, Message};

use super::Desk;
use crate::cli::data::say_broken;
use crate::cli::{DONE, REFUSED};
use crate::installation::check;

impl Desk<'_> {
    pub(super) async fn check(&self, contest: &str, json: bool) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let findings = check::check_dossiers(self.app, seen.id).await?;
        say_broken(self.speaker, &findings, json);
        if findings.is_empty() && !json {
            let message = Message::new("cli-dossier-checked").with("name", &seen.contest.name);
            self.speaker.tell(&message);
        }
        Ok(if findings.is_empty() { DONE } else { REFUSED })
    }
}
