//! Dossiers as a list, and one with its versions, files and what became of it.

use kernel::{Failure, Fault, Instant, Refusal};
use serde_json::{Value, json};

use super::{Desk, List};
use crate::cli::DONE;
use crate::dossiers::manifest::Manifest;
use crate::dossiers::store::{self, DossierRow, EventRow, VersionRow};
use crate::dossiers::{DossierId, paper_told};
use crate::register::{Line, lines_of, taken};

impl Desk<'_> {
    pub(super) async fn list(&self, what: &List) -> Result<u8, Failure> {
        let seen = self.meant(&what.contest).await?;
        let query = what.query.as_deref().unwrap_or_default();
        let meant = taken::meant(self.app, seen.id, (query, &what.sort)).await?;
        let (words, day) = (self.speaker.words, self.app.store.now().day());
        for part in meant.parts() {
            for line in lines_of(&self.app.store, words, part, day).await? {
                self.say_line(&line, what.json)?;
            }
        }
        Ok(DONE)
    }

    fn say_line(&self, line: &Line, json: bool) -> Result<(), Failure> {
        let row = &line.row;
        if json {
            return self.speaker.json(&json!({
                "number": row.number, "id": row.dossier_id, "state": row.state, "title": row.title,
                "field": row.field, "authors": row.authors.lines().collect::<Vec<_>>(),
                "unit": line.unit, "applied": row.applied, "missing": line.missing,
                "received_at": Instant::from_millis(row.received_at).to_string(),
            }));
        }
        let state = self.speaker.words.say(line.state.label());
        self.speaker.line(&format!("{}\t{state}\t{}\t{}", row.number, row.title, line.authors()));
        Ok(())
    }

    pub(super) async fn show(
        &self,
        contest: &str,
        (number, json): (i64, bool),
    ) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let reader = &self.app.store;
        let row = store::by_number(reader, seen.id, number).await?.ok_or_else(Refusal::absent)?;
        let id: DossierId = row.id.parse().map_err(Fault::from)?;
        let versions = store::versions(reader, id).await?;
        let events = store::events(reader, id).await?;
        match json {
            true => self.speaker.json(&portrait(&row, (&versions, &events))?)?,
            false => {
                self.say_head(&row, versions.first())?;
                let arrivals = store::arrivals(reader, id).await?;
                let told = paper_told(self.speaker.words, &arrivals)?;
                told.iter().for_each(|line| self.speaker.line(line));
                versions.iter().for_each(|version| self.say_version(version));
                events.iter().for_each(|event| self.say_event(event));
            }
        }
        Ok(DONE)
    }

    fn say_head(&self, row: &DossierRow, newest: Option<&VersionRow>) -> Result<(), Failure> {
        let (words, speaker) = (self.speaker.words, self.speaker);
        let number = words.with("dossier-numbered", "number", row.number.unwrap_or_default());
        speaker.line(&format!("{number} · {}", words.say(row.state()?.label())));
        let Some(version) = newest else { return Ok(()) };
        let manifest = Manifest::read(&version.body)?;
        let entry = manifest.entry;
        speaker.line(&entry.solution.title);
        speaker.line(&entry.solution.field);
        for author in &entry.people.authors {
            let share = author.share.map(|share| format!(" ({share} %)")).unwrap_or_default();
            speaker.line(&format!("{}{share}", author.name));
        }
        for file in &manifest.files {
            speaker.line(&format!("{}\t{}\t{}\t{}", file.item, file.name, file.bytes, file.sha256));
        }
        Ok(())
    }

    fn say_version(&self, version: &VersionRow) {
        let name = self.speaker.words.with("dossier-version", "version", version.version);
        let received = Instant::from_millis(version.received_at).to_the_second();
        self.speaker.line(&format!("{name}\t{received}\t{}\t{}", version.code, version.digest));
    }

    fn say_event(&self, event: &EventRow) {
        let what = self.speaker.words.say(&format!("dossier-event-{}", event.kind));
        let at = Instant::from_millis(event.made_at).written();
        let beside = [&event.made_by, &event.reason].into_iter().flatten();
        let beside: String = beside.map(|text| format!(" · {text}")).collect();
        self.speaker.line(&format!("{at}\t{what}{beside}"));
    }
}

fn portrait(
    row: &DossierRow,
    (versions, events): (&[VersionRow], &[EventRow]),
) -> Result<Value, Fault> {
    let version = |version: &VersionRow| {
        Ok(json!({
            "version": version.version, "code": version.code, "digest": version.digest,
            "received_at": Instant::from_millis(version.received_at).to_string(),
            "manifest": serde_json::from_str::<Value>(&version.body)?,
        }))
    };
    let event = |event: &EventRow| {
        let at = Instant::from_millis(event.made_at).to_string();
        json!({ "step": event.kind, "at": at, "by": event.made_by, "reason": event.reason })
    };
    Ok(json!({
        "id": row.id, "number": row.number, "state": row.state, "unit": row.unit_id,
        "versions": versions.iter().map(version).collect::<Result<Vec<_>, Fault>>()?,
        "events": events.iter().map(event).collect::<Vec<_>>(),
    }))
}
