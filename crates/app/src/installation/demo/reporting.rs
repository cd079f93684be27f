//! What units do: tasks, publicity, periodic reports, and what is said to them.

use kernel::id::{ContestId, UnitId};
use kernel::{Failure, Fault};
use store::Tx;
use world::life::{Activity, PERIOD_WORDS, REPORT_WORDS, Step, Work, Writing};
use world::papers::PROOF;
use world::time::{At, later};

use super::deeds::Done;
use super::life::Life;
use super::paper;
use crate::accounts::Actor;
use crate::files::{self, Kept};
use crate::installation::store as rows;
use crate::publicity::{self, Channel, When};
use crate::reports::{self, ReportId};
use crate::tasks::{self, AssignmentId, ReportDraft};

impl Life<'_> {
    pub(super) async fn task(&self, actor: &Actor, work: Work, step: Step) -> Done {
        let unit = self.unit(work.unit)?.to_string();
        let rows = self.assignments(work.contest, work.task).await?;
        let own = rows.into_iter().find(|row| row.unit_id == unit);
        let own = own.ok_or_else(|| Fault::new("the unit has no such task"))?;
        let id: AssignmentId = own.id.parse().map_err(Fault::from)?;
        let draft = self.draft(step).await?;
        let mut tx = self.app.store.begin().await?;
        match step {
            Step::Start => tasks::start(&mut tx, actor, id).await?,
            Step::Report { .. } => drop(tasks::report(&mut tx, actor, id, &draft).await?),
            Step::Accept => tasks::decide(&mut tx, actor, id, &tasks::Verdict::Accept).await?,
            Step::Return(why) => {
                let verdict = tasks::Verdict::Return(why.to_owned());
                tasks::decide(&mut tx, actor, id, &verdict).await?;
            }
            Step::Ask(days, why) => {
                let until = later(tx.at().day(), days);
                tasks::ask_for_time(&mut tx, actor, id, (until, why)).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    async fn draft(&self, step: Step) -> Result<ReportDraft, Failure> {
        let Step::Report { words, figure, link, proof } = step else {
            return Ok(ReportDraft::default());
        };
        Ok(ReportDraft {
            text: words.to_owned(),
            figure,
            links: link.map(str::to_owned).into_iter().collect(),
            files: self.proof(proof).await?,
        })
    }

    /// The record of a broadcast, where it is wanted.
    async fn proof(&self, wanted: bool) -> Result<Vec<(Kept, String)>, Failure> {
        if !wanted {
            return Ok(Vec::new());
        }
        let kept = files::keep(self.app, paper::bytes(&PROOF, self.today)?).await?;
        Ok(vec![(kept, paper::file_name(&PROOF))])
    }

    pub(super) async fn on_paper(&self, actor: &Actor, of: (&str, &str), but: &[&str]) -> Done {
        let except = self.ids(but)?;
        let rows = self.assignments(of.0, of.1).await?;
        let done = rows.iter().filter(|row| !except.contains(&row.unit_id));
        let mut tx = self.app.store.begin().await?;
        for (row, words) in done.zip(REPORT_WORDS.iter().cycle()) {
            let id: AssignmentId = row.id.parse().map_err(Fault::from)?;
            let draft = ReportDraft { text: (*words).to_owned(), ..ReportDraft::default() };
            tasks::report(&mut tx, actor, id, &draft).await?;
            tasks::decide(&mut tx, actor, id, &tasks::Verdict::Accept).await?;
        }
        Ok(tx.commit().await?)
    }

    fn ids(&self, keys: &[&str]) -> Result<Vec<String>, Fault> {
        keys.iter().map(|key| Ok(self.unit(key)?.to_string())).collect()
    }

    pub(super) async fn publish(&self, actor: &Actor, of: (&str, &str), told: Activity) -> Done {
        let of = (self.contest(of.0)?, self.unit(of.1)?);
        let files = self.proof(told.proof).await?;
        let channel = Channel::read(told.channel).ok_or_else(|| Fault::new("no such channel"))?;
        let mut tx = self.app.store.begin().await?;
        let day = later(tx.at().day(), told.in_days);
        let draft = publicity::Draft {
            channel,
            title: told.title.to_owned(),
            when: if told.in_days > 0 { When::Planned(day) } else { When::Done(day) },
            copies: told.copies,
            reach: told.reach,
            links: told.link.map(str::to_owned).into_iter().collect(),
            files,
            assignment: None,
        };
        publicity::enter(&mut tx, actor, of, &draft).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn judge(&self, actor: &Actor, of: (&str, &str), more: Option<&str>) -> Done {
        let of: (ContestId, UnitId) = (self.contest(of.0)?, self.unit(of.1)?);
        let mut tx = self.app.store.begin().await?;
        let last = rows::last_publicity(&tx, of).await?;
        let last = last.ok_or_else(|| Fault::new("the unit published nothing"))?;
        let verdict = match more {
            None => publicity::Verdict::Take,
            Some(what) => publicity::Verdict::Ask(what.to_owned()),
        };
        publicity::decide(&mut tx, actor, last.id.parse().map_err(Fault::from)?, &verdict).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn report_of(
        &self,
        actor: &Actor,
        (contest, unit, on): (&str, &str, At),
        writing: Writing,
    ) -> Done {
        let unit = self.unit(unit)?.to_string();
        let rows = self.reports(contest, on).await?;
        let row = rows.iter().find(|row| row.unit_id == unit);
        let row = row.ok_or_else(|| Fault::new("the unit has no report to write"))?;
        let mut tx = self.app.store.begin().await?;
        report(&mut tx, actor, row, writing).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn desks_report(&self, rows: &[rows::PointedRow], but: &[&str]) -> Done {
        let desks = world::life::DESKS.iter().filter(|desk| !but.contains(&desk.unit));
        let mut tx = self.app.store.begin().await?;
        for (desk, words) in desks.zip(PERIOD_WORDS.iter().cycle()) {
            let unit = self.unit(desk.unit)?.to_string();
            let open = |row: &&rows::PointedRow| {
                row.unit_id == unit && row.state == reports::State::Open.code()
            };
            if let Some(row) = rows.iter().find(open) {
                let actor = self.actor(desk.email).await?;
                report(&mut tx, &actor, row, Writing::HandIn(words)).await?;
            }
        }
        Ok(tx.commit().await?)
    }

    pub(super) async fn accept_reports(&self, actor: &Actor, rows: &[rows::PointedRow]) -> Done {
        let mut tx = self.app.store.begin().await?;
        for row in rows.iter().filter(|row| row.state == reports::State::Submitted.code()) {
            report(&mut tx, actor, row, Writing::Accept).await?;
        }
        Ok(tx.commit().await?)
    }
}

/// Does it to one report.
async fn report(tx: &mut Tx, actor: &Actor, row: &rows::PointedRow, writing: Writing) -> Done {
    let id: ReportId = row.id.parse().map_err(Fault::from)?;
    let mut seen = row.revision;
    match writing {
        Writing::Keep(words) | Writing::HandIn(words) => {
            let words: Vec<String> = words.iter().map(|said| (*said).to_owned()).collect();
            reports::write(tx, actor, id, seen, &words).await?;
            seen += 1;
        }
        Writing::Gather => {
            reports::gather(tx, actor, id, seen).await?;
            seen += 1;
        }
        Writing::Accept => {
            reports::decide(tx, actor, id, seen, &reports::Verdict::Accept).await?;
        }
        Writing::Return(why) => {
            let verdict = reports::Verdict::Return { reason: why.to_owned() };
            reports::decide(tx, actor, id, seen, &verdict).await?;
        }
    }
    if matches!(writing, Writing::HandIn(_) | Writing::Gather) {
        reports::submit(tx, actor, id, seen).await?;
    }
    Ok(())
}
