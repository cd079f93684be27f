//! The work of units: who is late, the table of all, the reports of a period.

use std::collections::HashMap;
use std::path::Path;

use kernel::{Day, Failure, Message, Refusal};
use serde_json::json;

use super::Desk;
use crate::cli::DONE;
use crate::reports;
use crate::tasks::{self, LateFilter, LateLine, access, mark};

/// Units of one query.
const BATCH: i64 = 300;

impl Desk<'_> {
    pub(super) async fn late(&self, contest: &str, json: bool) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let (reader, now) = (&self.app.store, self.app.store.now());
        let filter = LateFilter::default();
        for first in (0..).step_by(BATCH as usize) {
            let units = tasks::late_units(reader, seen.id, &filter, now, (BATCH, first)).await?;
            let ids: Vec<String> = units.iter().map(|unit| unit.id.clone()).collect();
            let mut lines: HashMap<String, Vec<LateLine>> = HashMap::new();
            for line in tasks::late_lines(reader, seen.id, &ids, (None, now)).await? {
                lines.entry(line.unit_id.clone()).or_default().push(line);
            }
            for unit in &units {
                let own = lines.remove(&unit.id).unwrap_or_default();
                self.say_late(unit.name.as_deref().unwrap_or_default(), &own, json)?;
            }
            if units.len() < BATCH as usize {
                break;
            }
        }
        Ok(DONE)
    }

    fn say_late(&self, unit: &str, lines: &[LateLine], json: bool) -> Result<(), Failure> {
        if json {
            let task = |line: &LateLine| {
                let last = mark::last_day(line.due_at).to_string();
                json!({ "assignment": line.id, "task": line.text, "last_day": last })
            };
            let tasks: Vec<_> = lines.iter().map(task).collect();
            return self.speaker.json(&json!({ "unit": unit, "tasks": tasks }));
        }
        self.speaker.line(unit);
        for line in lines {
            let last = mark::last_day(line.due_at).written();
            self.speaker.line(&format!("  {last}\t{}", line.text));
        }
        Ok(())
    }

    pub(super) async fn table(&self, contest: &str, file: &Path) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let (store, words) = (&self.app.store, self.speaker.words);
        let seen = access::contest(store, &self.actor, seen.id).await?;
        let bytes = tasks::whole_workbook(self.app, words, &seen, store.now()).await?;
        std::fs::write(file, bytes)?;
        self.speaker.tell(&Message::new("cli-contest-table-written").with("file", file.display()));
        Ok(DONE)
    }

    pub(super) async fn reports(
        &self,
        contest: &str,
        day: Option<String>,
        json: bool,
    ) -> Result<u8, Failure> {
        let seen = self.meant(contest).await?;
        let day: Option<Day> =
            day.as_deref().map(str::parse).transpose().map_err(|_| unreadable())?;
        let mut tx = self.app.store.begin().await?;
        let day = day.unwrap_or_else(|| tx.at().day());
        let opened = reports::open_period(&mut tx, &self.actor, seen.id, day).await?;
        tx.commit().await?;
        match json {
            true => self.speaker.json(&json!({ "opened": opened }))?,
            false if opened > 0 => self.speaker.say("notice-reports-opened"),
            false => self.speaker.say("notice-reports-open-already"),
        }
        Ok(DONE)
    }
}

fn unreadable() -> Refusal {
    Refusal::invalid("day-unreadable")
}
