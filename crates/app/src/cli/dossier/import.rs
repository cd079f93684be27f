//! A table of dossiers and their files, taken in.

use std::path::Path;

use kernel::{Failure, Message, Refusal};
use serde_json::{Value, json};

use super::{Desk, Import, Template};
use crate::accounts::names::Email;
use crate::accounts::{Actor, people};
use crate::cli::{DONE, REFUSED};
use crate::contests;
use crate::reception::import::table::{Problem, TableRow};
use crate::reception::import::{self, Outcome, template};

/// How many rows came to what.
#[derive(Default)]
struct Counts {
    new: usize,
    known: usize,
    wrong: usize,
}

impl Counts {
    fn of(outcomes: &[Outcome]) -> Self {
        let mut counts = Self::default();
        for outcome in outcomes {
            *match outcome {
                Outcome::New(..) => &mut counts.new,
                Outcome::Known(_) => &mut counts.known,
                Outcome::Wrong(_) => &mut counts.wrong,
            } += 1;
        }
        counts
    }
}

impl Desk<'_> {
    pub(super) async fn template(&self, what: &Template) -> Result<u8, Failure> {
        let seen = self.meant(&what.contest).await?;
        let (rules, _) = contests::newest_rules(&self.app.store, seen.id).await?;
        std::fs::write(&what.file, template::template(self.speaker.words, &rules)?)?;
        let message = Message::new("cli-dossier-template-written");
        self.speaker.tell(&message.with("file", what.file.display()));
        Ok(DONE)
    }

    /// First everything is tried and nothing kept; only where no row is wrong, files and rows are written.
    pub(super) async fn import(&self, what: &Import) -> Result<u8, Failure> {
        let seen = self.meant(&what.contest).await?;
        let actor = self.member(&what.member).await?;
        let table = (table(&what.file)?, what.files.as_deref());
        let import = import::read(self.app, seen.id, table).await?;
        let mut outcomes = self.tried(&import, &actor).await?;
        let counts = Counts::of(&outcomes);
        let carries_out = counts.wrong == 0 && counts.new > 0 && !what.dry_run;
        if carries_out {
            let bar = self.speaker.bar(2);
            import.keep_files(self.app).await?;
            bar.inc(1);
            let mut tx = self.app.store.begin().await?;
            outcomes = import.carry_out(&mut tx, self.app, &actor).await?;
            // Somebody may have changed the rules or a unit meanwhile.
            if Counts::of(&outcomes).wrong == 0 {
                tx.commit().await?;
            }
            bar.finish_and_clear();
        }
        self.report(&import, &outcomes, (carries_out, what.json))
    }

    /// The member of the office in whose name the dossiers are written down. They read the report here: a letter for
    /// each dossier would only fill their box.
    async fn member(&self, typed: &str) -> Result<Actor, Failure> {
        let email = Email::read(typed)?;
        let actor = people::acting(&self.app.store, &email, self.app.store.now()).await?;
        Ok(Actor { login: None, ..actor })
    }

    async fn tried(&self, import: &import::Import, actor: &Actor) -> Result<Vec<Outcome>, Failure> {
        let mut tx = self.app.store.begin().await?;
        import.carry_out(&mut tx, self.app, actor).await
    }

    fn report(
        &self,
        import: &import::Import,
        outcomes: &[Outcome],
        (carried_out, json): (bool, bool),
    ) -> Result<u8, Failure> {
        for (row, outcome) in import.table.rows.iter().zip(outcomes) {
            match json {
                true => self.speaker.json(&self.row_told(row, outcome))?,
                false => self.row_lines(row, outcome).iter().for_each(|it| self.speaker.line(it)),
            }
        }
        let counts = Counts::of(outcomes);
        let is_done = carried_out && counts.wrong == 0;
        if json {
            self.speaker.json(&json!({
                "new": counts.new, "known": counts.known, "wrong": counts.wrong,
                "imported": is_done, "unknown_columns": import.table.unknown,
                "folders_without_row": import.strays,
            }))?;
        } else {
            self.sum_up(import, &counts, is_done);
        }
        Ok(if counts.wrong == 0 { DONE } else { REFUSED })
    }

    fn sum_up(&self, import: &import::Import, counts: &Counts, is_done: bool) {
        let left = [
            ("cli-dossier-columns-unknown", &import.table.unknown),
            ("cli-dossier-folders-stray", &import.strays),
        ];
        for (key, names) in left.into_iter().filter(|(_, names)| !names.is_empty()) {
            self.speaker.tell(&Message::new(key).with("names", names.join("; ")));
        }
        let message = match is_done {
            true => Message::new("cli-dossier-imported"),
            false => Message::new("cli-dossier-not-imported"),
        };
        let message = message.with("new", counts.new).with("known", counts.known);
        self.speaker.tell(&message.with("wrong", counts.wrong));
    }

    fn row_lines(&self, row: &TableRow, outcome: &Outcome) -> Vec<String> {
        let (words, head) = (self.speaker.words, format!("{}\t{}", row.number, row.key));
        let numbered = |key: &'static str, number: &i64| words.with(key, "number", number);
        match outcome {
            Outcome::New(number, asks) => {
                let asks = asks.iter().map(|it| format!("{head}\t{}", words.tell(it)));
                let first = format!("{head}\t{}", numbered("cli-dossier-row-new", number));
                [first].into_iter().chain(asks).collect()
            }
            Outcome::Known(number) => {
                vec![format!("{head}\t{}", numbered("cli-dossier-row-known", number))]
            }
            Outcome::Wrong(problems) => {
                let line = |problem: &Problem| {
                    format!("{head}\t{}\t{}", problem.column, words.tell(&problem.message))
                };
                problems.iter().map(line).collect()
            }
        }
    }

    fn row_told(&self, row: &TableRow, outcome: &Outcome) -> Value {
        let words = self.speaker.words;
        let (outcome, number, asks, problems) = match outcome {
            Outcome::New(number, asks) => ("new", Some(number), asks.as_slice(), [].as_slice()),
            Outcome::Known(number) => ("known", Some(number), [].as_slice(), [].as_slice()),
            Outcome::Wrong(problems) => ("wrong", None, [].as_slice(), problems.as_slice()),
        };
        let problem = |problem: &Problem| json!({ "column": problem.column, "problem": words.tell(&problem.message) });
        json!({
            "row": row.number, "key": row.key, "outcome": outcome, "number": number,
            "asked_for": asks.iter().map(|it| words.tell(it)).collect::<Vec<_>>(),
            "problems": problems.iter().map(problem).collect::<Vec<_>>(),
        })
    }
}

/// The bytes of the table that somebody named.
fn table(path: &Path) -> Result<Vec<u8>, Refusal> {
    let unreadable = |_| {
        let message = Message::new("cli-file-unreadable").with("file", path.display());
        Refusal::invalid(message)
    };
    std::fs::read(path).map_err(unreadable)
}
