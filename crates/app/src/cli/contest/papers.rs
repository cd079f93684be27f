//! From a file to a contest: received, read, looked over, accepted, taken back.

use std::io::Read;

use documents::Facts;
use kernel::id::{ContestId, PaperId};
use kernel::{Failure, Fault, Message, Refusal};
use serde_json::json;

use super::{Accept, Desk, Receive};
use crate::cli::DONE;
use crate::intake::{self, Line};
use crate::papers::incoming::{self, Received};
use crate::papers::{reading, summary};
use crate::{contests, files};

impl Desk<'_> {
    pub(super) async fn receive(&self, what: &Receive) -> Result<u8, Failure> {
        let paper = self.take_in(what).await?;
        let facts = incoming::read_now(self.app, paper).await?;
        let review = intake::review_of(&self.app.store, &self.actor, paper).await?;
        let mut contest = match review {
            Some((review, _)) => intake::contest_of(&review)?,
            None => {
                self.open(paper, &facts).await?;
                None
            }
        };
        if !what.json {
            summary::lines(&facts, self.speaker.words).iter().for_each(|it| self.speaker.line(it));
        }
        if contest.is_none() && what.accept {
            contest = Some(self.founded(paper, what.despite_doubts).await?);
        }
        self.told(paper, contest, what.json).await
    }

    async fn take_in(&self, what: &Receive) -> Result<PaperId, Failure> {
        let opened = reading::open(&what.file);
        let mut file = opened.map_err(|trouble| Refusal::invalid(trouble.message()))?;
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        let kept = files::keep(self.app, bytes).await?;
        let name = what.file.file_name().unwrap_or_default().to_string_lossy();
        let mut tx = self.app.store.begin().await?;
        let received = incoming::receive(&mut tx, &self.actor, &kept, &name).await?;
        tx.commit().await?;
        match received {
            Received::New(id) | Received::Again(id) => Ok(id),
        }
    }

    async fn open(&self, paper: PaperId, facts: &Facts) -> Result<(), Failure> {
        let mut tx = self.app.store.begin().await?;
        intake::open(&mut tx, &self.actor, paper, facts).await?;
        Ok(tx.commit().await?)
    }

    pub(super) async fn accept(&self, what: &Accept) -> Result<u8, Failure> {
        let contest = self.founded(what.paper, what.despite_doubts).await?;
        self.told(what.paper, Some(contest), what.json).await
    }

    /// Accepts the review of a paper as it stands now.
    async fn founded(&self, paper: PaperId, despite_doubts: bool) -> Result<ContestId, Failure> {
        let mut tx = self.app.store.begin().await?;
        let review = intake::review_of(&tx, &self.actor, paper).await?;
        let (review, lines) = review.ok_or_else(Refusal::absent)?;
        let doubts = lines.iter().filter(|it| !it.dropped && matches!(it.line, Line::Doubt(_)));
        let doubts = doubts.count();
        if doubts > 0 && !despite_doubts {
            let message = Message::new("cli-contest-doubts").with("doubts", doubts);
            return Err(Refusal::conflict(message.with("page", self.page(paper))).into());
        }
        let contest = intake::accept(&mut tx, &self.actor, paper, review.revision).await?;
        tx.commit().await?;
        Ok(contest)
    }

    pub(super) async fn undo(&self, paper: PaperId) -> Result<u8, Failure> {
        let mut tx = self.app.store.begin().await?;
        intake::undo(&mut tx, &self.actor, paper).await?;
        tx.commit().await?;
        self.speaker.say("notice-review-undone");
        Ok(DONE)
    }

    /// Says what became of a paper: the contest that it has made or amended, or that somebody has to look it over.
    async fn told(
        &self,
        paper: PaperId,
        contest: Option<ContestId>,
        json: bool,
    ) -> Result<u8, Failure> {
        let contest = match contest {
            None => None,
            Some(id) => {
                let found = contests::store::find(&self.app.store, id).await?;
                Some(found.ok_or_else(|| Fault::new("a review has made no contest"))?)
            }
        };
        if json {
            let made = contest.map(|it| json!({ "id": it.id, "slug": it.slug, "name": it.name }));
            self.speaker.json(&json!({ "paper": paper, "contest": made }))?;
            return Ok(DONE);
        }
        let message = match contest {
            None => Message::new("cli-contest-review").with("page", self.page(paper)),
            Some(it) => Message::new("cli-contest-made").with("name", it.name).with("id", it.id),
        };
        self.speaker.tell(&message.with("paper", paper));
        Ok(DONE)
    }

    /// Where a person looks the paper over.
    fn page(&self, paper: PaperId) -> String {
        format!("{}/papers/{paper}/review", self.app.configuration.public_url)
    }
}
