//! What people of the world do, each by the verb that the product has for it. Here: what secretariats do.

use judging::ready::with_code;
use kernel::{Failure, Fault, Message};
use world::life::{CLOSURE, Deed};
use world::papers::sample;

use super::life::Life;
use super::{paper, settle};
use crate::accounts::Actor;
use crate::contests::{self, RuleSet, Why};
use crate::files;
use crate::frame::Words;
use crate::installation::work;
use crate::intake::{self, ContestLine};
use crate::mailings::{self, Audience, MailingId, Whom};
use crate::papers::incoming::{self, Received};
use crate::papers::{find, reading_of};
use crate::rubric;

/// What comes of a deed.
pub(super) type Done = Result<(), Failure>;

impl Life<'_> {
    /// Does it.
    pub(super) async fn deed(&mut self, actor: &Actor, deed: &Deed) -> Done {
        match *deed {
            Deed::Reorganise => self.reorganise().await,
            Deed::HandIn(key) => self.hand_in(actor, key).await,
            Deed::PutUnder(key, above) => self.put_under(actor, key, above).await,
            Deed::Accept(key) => self.accept(actor, key).await,
            Deed::Begin(key) => self.begin(actor, key).await,
            Deed::Ask(contest, set, why) => self.ask(actor, contest, (set, why)).await,
            Deed::Rubric(contest, set) => self.judge_by(actor, contest, set).await,
            Deed::Close(key) => self.step(actor, key, contests::Step::Close).await,
            Deed::Letter(contest) => self.letter(actor, contest).await,
            _ => self.work(actor, deed).await,
        }
    }

    /// What happens in a contest that runs.
    async fn work(&self, actor: &Actor, deed: &Deed) -> Done {
        match *deed {
            Deed::Task(work, step) => self.task(actor, work, step).await,
            Deed::OnPaper { of, but } => self.on_paper(actor, of, but).await,
            Deed::Publish(contest, unit, told) => self.publish(actor, (contest, unit), told).await,
            Deed::Judge(contest, unit, more) => self.judge(actor, (contest, unit), more).await,
            Deed::Report(contest, unit, on, writing) => {
                self.report_of(actor, (contest, unit, on), writing).await
            }
            Deed::Reports(contest, on, but) => {
                self.desks_report(&self.reports(contest, on).await?, but).await
            }
            Deed::AcceptReports(contest, on) => {
                self.accept_reports(actor, &self.reports(contest, on).await?).await
            }
            Deed::Wait => Ok(()),
            // Named one by one, so that a new deed cannot be passed over in silence.
            Deed::Reorganise
            | Deed::HandIn(..)
            | Deed::PutUnder(..)
            | Deed::Accept(..)
            | Deed::Begin(..)
            | Deed::Ask(..)
            | Deed::Rubric(..)
            | Deed::Close(..)
            | Deed::Letter(..) => Err(Fault::new("a deed of the secretariat").into()),
        }
    }

    async fn reorganise(&self) -> Done {
        let mut tx = self.app.store.begin().await?;
        for told in world::REORGANISATIONS.iter().chain([&CLOSURE]) {
            settle::reorganise(&mut tx, told, &self.units).await?;
        }
        Ok(tx.commit().await?)
    }

    /// A paper whose file this machine cannot read stays without a review, as it would in an office.
    async fn hand_in(&mut self, actor: &Actor, key: &'static str) -> Done {
        let sample = sample(key).ok_or_else(|| Fault::new(format!("{key} is no paper")))?;
        let kept = files::keep(self.app, paper::bytes(sample, self.today)?).await?;
        let mut tx = self.app.store.begin().await?;
        let name = paper::file_name(sample);
        let (Received::New(id) | Received::Again(id)) =
            incoming::receive(&mut tx, actor, &kept, &name).await?;
        tx.commit().await?;
        self.papers.insert(key, id);
        work::work_off(self.app).await?;
        let mut tx = self.app.store.begin().await?;
        if let Some((_, facts)) = reading_of(&tx, id).await? {
            intake::open(&mut tx, actor, id, &facts).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn put_under(&self, actor: &Actor, key: &str, above: &str) -> Done {
        let (paper, above) = (self.paper(key)?, self.contest(above)?);
        let mut tx = self.app.store.begin().await?;
        let (_, lines) = intake::review_of(&tx, actor, paper)
            .await?
            .ok_or_else(|| Fault::new(format!("{key} has no review")))?;
        for kept in lines {
            let intake::Line::Contest(line) = kept.line else { continue };
            let seen =
                intake::Seen { id: kept.id.parse().map_err(Fault::from)?, revision: kept.revision };
            let line = intake::Line::Contest(ContestLine { parent: Some(above), ..line });
            intake::change(&mut tx, actor, paper, seen, &line).await?;
        }
        Ok(tx.commit().await?)
    }

    async fn accept(&mut self, actor: &Actor, key: &'static str) -> Done {
        let paper = self.paper(key)?;
        let mut tx = self.app.store.begin().await?;
        let review = intake::review_of(&tx, actor, paper).await?;
        let Some((review, _)) = review else {
            let trouble = find(&tx, paper).await?.and_then(|paper| paper.trouble);
            return Err(Fault::new(format!("{key} could not be read: {trouble:?}")).into());
        };
        let contest = intake::accept(&mut tx, actor, paper, review.revision).await?;
        tx.commit().await?;
        self.contests.insert(key, contest);
        Ok(())
    }

    async fn begin(&self, actor: &Actor, key: &str) -> Done {
        self.step(actor, key, contests::Step::Start).await?;
        let mut tx = self.app.store.begin().await?;
        let at = tx.at();
        contests::publish(&mut tx, actor, self.contest(key)?, at).await?;
        incoming::set_public(&mut tx, actor, self.paper(key)?, true).await?;
        Ok(tx.commit().await?)
    }

    async fn ask(&self, actor: &Actor, contest: &str, (set, why): (&str, &str)) -> Done {
        let contest = self.contest(contest)?;
        let set = entry::with_code(set).ok_or_else(|| Fault::new(format!("{set} is no set")))?;
        let mut tx = self.app.store.begin().await?;
        let (rules, _) = contests::newest_rules(&tx, contest).await?;
        let rules = RuleSet { entry: set.rules.clone(), ..rules };
        let why = Why { paper: None, words: Some(why.to_owned()), by: actor.account() };
        contests::change_rules(&mut tx, actor, contest, &rules, &why).await?;
        Ok(tx.commit().await?)
    }

    async fn judge_by(&self, actor: &Actor, contest: &str, set: &str) -> Done {
        let contest = self.contest(contest)?;
        let set = with_code(set).ok_or_else(|| Fault::new(format!("{set} is no set")))?;
        let mut tx = self.app.store.begin().await?;
        let (rules, _) = contests::newest_rules(&tx, contest).await?;
        let rules = rubric::begin(&rules, set);
        rubric::declare(&mut tx, actor, contest, (0, &rules, None)).await?;
        Ok(tx.commit().await?)
    }

    async fn step(&self, actor: &Actor, key: &str, step: contests::Step) -> Done {
        let mut tx = self.app.store.begin().await?;
        contests::step(&mut tx, actor, self.contest(key)?, step).await?;
        Ok(tx.commit().await?)
    }

    async fn letter(&self, actor: &Actor, contest: &str) -> Done {
        let contest = self.contest(contest)?;
        let whom = Whom { audience: Audience::Late, task: None };
        let mut tx = self.app.store.begin().await?;
        let at = tx.at();
        let name = mailings::writable(&tx, actor, contest).await?.name;
        let [subject, body] = whom.audience.draft();
        let written =
            |key| Words::default().tell(&Message::new(key).with("contest", &name).with("task", ""));
        let draft = mailings::Draft::read(&written(subject), &written(body))?;
        let print = mailings::reached(&tx, actor, (contest, whom), at).await?.print();
        let seen = mailings::Seen { id: MailingId::new(at), print };
        mailings::send(&mut tx, self.app, actor, (contest, whom), (&draft, &seen)).await?;
        Ok(tx.commit().await?)
    }
}
