//! `hoithi dossier`: dossiers from the shell, by the verbs of the pages.

mod check;
mod export;
mod import;
mod shown;

use std::path::PathBuf;

use clap::{Args, Subcommand};
use kernel::Failure;

use super::Place;
use super::speak::Speaker;
use crate::accounts::Actor;
use crate::contests::{self, Seen};
use crate::frame::App;

/// What `dossier` can do.
#[derive(Subcommand)]
pub enum Dossier {
    /// Takes in the dossiers of a table, all or none.
    Import(Import),
    /// Writes the form of such a table.
    Template(Template),
    /// Takes dossiers out: a table, one file, or folders.
    Export(Export),
    /// Lists the dossiers of a contest's book.
    List(List),
    /// Shows a dossier.
    Show {
        number: i64,
        #[arg(long, value_name = "CONTEST")]
        contest: String,
        #[arg(long)]
        json: bool,
    },
    /// Compares what is kept of the dossiers of a contest with what was handed in.
    Check {
        #[arg(long, value_name = "CONTEST")]
        contest: String,
        #[arg(long)]
        json: bool,
    },
}

/// What `import` takes.
#[derive(Args)]
pub struct Import {
    file: PathBuf,
    #[arg(long, value_name = "CONTEST")]
    contest: String,
    #[arg(long = "as", value_name = "EMAIL")]
    member: String,
    #[arg(long, value_name = "DIR")]
    files: Option<PathBuf>,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

/// What `template` takes.
#[derive(Args)]
pub struct Template {
    file: PathBuf,
    #[arg(long, value_name = "CONTEST")]
    contest: String,
}

/// What `export` takes.
#[derive(Args)]
pub struct Export {
    #[arg(long, value_name = "CONTEST")]
    contest: String,
    #[arg(long, value_name = "DIR|FILE")]
    to: PathBuf,
    #[arg(long)]
    query: Option<String>,
    #[arg(long, default_value = "number", value_name = "COLUMN", allow_hyphen_values = true)]
    sort: String,
    #[arg(long, default_value = "{number}-{title}", value_name = "PATTERN")]
    naming: String,
    #[arg(long)]
    json: bool,
}

/// What `list` takes.
#[derive(Args)]
pub struct List {
    #[arg(long, value_name = "CONTEST")]
    contest: String,
    #[arg(long)]
    query: Option<String>,
    #[arg(long, default_value = "number", value_name = "COLUMN", allow_hyphen_values = true)]
    sort: String,
    #[arg(long)]
    json: bool,
}

/// An open installation with whoever sits at its shell.
struct Desk<'d> {
    app: &'d App,
    actor: Actor,
    speaker: &'d Speaker,
}

/// Runs a `dossier` command.
pub async fn dossier(place: &Place, command: Dossier, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let desk = Desk { app: &app, actor: Actor::operator(app.store.now()), speaker };
    let done = desk.perform(command).await;
    app.close().await?;
    done
}

impl Desk<'_> {
    async fn perform(&self, command: Dossier) -> Result<u8, Failure> {
        match command {
            Dossier::Import(what) => self.import(&what).await,
            Dossier::Template(what) => self.template(&what).await,
            Dossier::Export(what) => self.export(&what).await,
            Dossier::List(what) => self.list(&what).await,
            Dossier::Show { number, contest, json } => self.show(&contest, (number, json)).await,
            Dossier::Check { contest, json } => self.check(&contest, json).await,
        }
    }

    /// The contest that is meant.
    async fn meant(&self, typed: &str) -> Result<Seen, Failure> {
        let store = &self.app.store;
        contests::meant(store, &self.actor, typed, store.now()).await
    }
}
