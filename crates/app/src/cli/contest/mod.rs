//! `hoithi contest`: contests from the shell, by the verbs of the pages.

mod acts;
mod papers;
mod shown;
mod work;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use kernel::Failure;
use kernel::id::PaperId;

use super::Place;
use super::speak::Speaker;
use crate::accounts::Actor;
use crate::contests::{self, Seen, Step};
use crate::frame::App;

/// What `contest` can do.
#[derive(Subcommand)]
pub enum Contest {
    /// Lists contests.
    List {
        text: Vec<String>,
        #[arg(long, value_name = "preparing|running|closed")]
        state: Option<String>,
        #[arg(long)]
        json: bool,
    },
    /// Shows a contest with its milestones and how far its units are.
    Show {
        contest: String,
        #[arg(long)]
        json: bool,
    },
    /// Takes in a paper, has it read and opens its review.
    Receive(Receive),
    /// Accepts a review.
    Accept(Accept),
    /// Takes an acceptance back.
    Undo { paper: PaperId },
    /// Sets units to work.
    Start { contest: String },
    /// Ends a contest.
    Close { contest: String },
    /// Takes its end back.
    Reopen { contest: String },
    /// Shows a contest to everybody.
    Publish(Publish),
    /// Shows it to nobody any more.
    Unpublish { contest: String },
    /// Moves a milestone.
    Move(Move),
    /// Lists the units that are late.
    Late {
        contest: String,
        #[arg(long)]
        json: bool,
    },
    /// Writes units and tasks into a spreadsheet.
    Table { contest: String, file: PathBuf },
    /// Opens the reports of a period.
    Reports {
        contest: String,
        #[arg(long, value_name = "DAY")]
        day: Option<String>,
        #[arg(long)]
        json: bool,
    },
}

/// What `receive` takes.
#[derive(Args)]
pub struct Receive {
    file: PathBuf,
    #[arg(long)]
    accept: bool,
    #[arg(long, requires = "accept")]
    despite_doubts: bool,
    #[arg(long)]
    json: bool,
}

/// What `accept` takes.
#[derive(Args)]
pub struct Accept {
    paper: PaperId,
    #[arg(long)]
    despite_doubts: bool,
    #[arg(long)]
    json: bool,
}

/// What `publish` takes.
#[derive(Args)]
pub struct Publish {
    contest: String,
    #[arg(long, value_name = "DAY")]
    day: Option<String>,
    #[arg(long, value_name = "H:MM", requires = "day")]
    hour: Option<String>,
}

/// What `move` takes.
#[derive(Args)]
pub struct Move {
    contest: String,
    milestone: String,
    #[arg(long, value_name = "DATE")]
    start: Option<String>,
    #[arg(long, value_name = "DATE", required_unless_present = "start")]
    end: Option<String>,
    #[arg(long, value_name = "TEXT")]
    reason: String,
}

/// An open installation with whoever sits at its shell.
struct Desk<'d> {
    app: &'d App,
    actor: Actor,
    speaker: &'d Speaker,
}

/// Runs a `contest` command.
pub async fn contest(place: &Place, command: Contest, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let desk = Desk { app: &app, actor: Actor::operator(app.store.now()), speaker };
    let done = desk.perform(command).await;
    app.close().await?;
    done
}

impl Desk<'_> {
    async fn perform(&self, command: Contest) -> Result<u8, Failure> {
        match command {
            Contest::List { text, state, json } => self.list(&text.join(" "), state, json).await,
            Contest::Show { contest, json } => self.show(&contest, json).await,
            Contest::Receive(what) => self.receive(&what).await,
            Contest::Accept(what) => self.accept(&what).await,
            Contest::Undo { paper } => self.undo(paper).await,
            Contest::Start { contest } => self.step(&contest, Step::Start).await,
            Contest::Close { contest } => self.step(&contest, Step::Close).await,
            Contest::Reopen { contest } => self.step(&contest, Step::Reopen).await,
            Contest::Publish(what) => self.publish(&what).await,
            Contest::Unpublish { contest } => self.unpublish(&contest).await,
            Contest::Move(what) => self.move_milestone(&what).await,
            Contest::Late { contest, json } => self.late(&contest, json).await,
            Contest::Table { contest, file } => self.table(&contest, &file).await,
            Contest::Reports { contest, day, json } => self.reports(&contest, day, json).await,
        }
    }

    /// The contest that is meant.
    async fn meant(&self, typed: &str) -> Result<Seen, Failure> {
        let store = &self.app.store;
        contests::meant(store, &self.actor, typed, store.now()).await
    }
}
