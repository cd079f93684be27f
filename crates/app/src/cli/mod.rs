//! The command line: the same verbs as the pages, for whoever has a shell on the machine.
//!
//! Exit codes: 0 done · 1 the rules or the input say no, or something was found · 2 wrong usage ·
//! 3 our own fault.

mod accounts;
mod contest;
mod data;
mod dossier;
mod files;
mod help;
mod read;
mod results;
mod serve;
mod speak;
mod units;
mod wrong_usage;

use std::ffi::OsString;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::process::ExitCode;
use std::sync::Arc;

use clap::{Args, FromArgMatches, Parser, Subcommand};
use kernel::time::SystemClock;
use kernel::{Failure, Fault, Message, Refusal};
use speak::Speaker;

use crate::configuration::{Configuration, File};
use crate::frame::{App, Words};
use crate::papers::decoding as paper;
use crate::units::sheet::decoding as sheet;
use crate::uploads::{inspect, render};

/// Done.
const DONE: u8 = 0;
/// The rules or the input say no, or something was found.
const REFUSED: u8 = 1;
/// Wrong usage.
const MISUSED: u8 = 2;
/// Our own fault.
const FAULT: u8 = 3;

#[derive(Parser)]
#[command(name = "hoithi", version, arg_required_else_help = true)]
struct Cli {
    #[command(flatten)]
    place: Place,
    #[command(subcommand)]
    command: Command,
}

/// Where the installation is; every command takes it.
#[derive(Args)]
struct Place {
    #[arg(long, global = true, env = "HOITHI_DATA", default_value = "data", value_name = "DIR")]
    data: PathBuf,
    #[arg(
        long,
        global = true,
        env = "HOITHI_DATABASE_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    database: Option<String>,
    #[arg(long, global = true, env = "HOITHI_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    #[arg(long, global = true, env = "HOITHI_LANG", value_name = "vi|en")]
    lang: Option<String>,
}

#[derive(Subcommand)]
enum Command {
    Serve(serve::Serve),
    Migrate,
    Demo,
    Place(units::Place),
    Read(read::Read),
    #[command(subcommand)]
    User(accounts::User),
    #[command(subcommand)]
    Unit(units::Unit),
    #[command(subcommand)]
    Contest(contest::Contest),
    #[command(subcommand)]
    Dossier(dossier::Dossier),
    Backup(data::Backup),
    Restore(data::Restore),
    CopyFiles(files::CopyFiles),
    Check(data::Check),
    Verify(data::Verify),
}

/// The command line with all its sentences, for help and for the test that demands them.
pub fn command(words: Words) -> clap::Command {
    help::command::<Cli>(words)
}

/// Runs the program with these arguments.
pub fn run(args: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args: Vec<OsString> = args.into_iter().collect();
    // Before anything else is begun: the child has no thread, no file and no message but its own.
    if let Some(done) = child(&args) {
        return ExitCode::from(done.map_or(FAULT, |()| DONE));
    }
    let speaker = Speaker::for_args(&args);
    let matches = match command(speaker.words).try_get_matches_from(args) {
        Ok(matches) => matches,
        Err(error) => return misused(&error, &speaker),
    };
    let cli = Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit());
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build();
    let outcome = match runtime {
        Ok(runtime) => runtime.block_on(perform(cli, &speaker)),
        Err(error) => Err(error.into()),
    };
    ExitCode::from(speaker.close(outcome))
}

/// Does a task on foreign bytes, if the program was started for one.
fn child(args: &[OsString]) -> Option<Result<(), Fault>> {
    let level = args.get(2).and_then(|arg| arg.to_str());
    match args.get(1)?.to_str()? {
        name if name == sheet::TASK.name => Some(sandbox::serve(&sheet::TASK, level, sheet::run)),
        name if name == sheet::LONG_TASK.name => {
            Some(sandbox::serve(&sheet::LONG_TASK, level, sheet::run_long))
        }
        name if name == sheet::BOOK_TASK.name => {
            Some(sandbox::serve(&sheet::BOOK_TASK, level, sheet::run_book))
        }
        name if name == paper::TASK.name => Some(sandbox::serve(&paper::TASK, level, paper::run)),
        name if name == inspect::TASK.name => {
            Some(sandbox::serve(&inspect::TASK, level, inspect::run))
        }
        name if name == render::PICTURES.name => {
            Some(sandbox::serve(&render::PICTURES, level, render::draw))
        }
        name if name == render::COPY.name => {
            Some(sandbox::serve(&render::COPY, level, render::copy))
        }
        _ => None,
    }
}

/// Help and version are printed; everything else is wrong usage.
fn misused(error: &clap::Error, speaker: &Speaker) -> ExitCode {
    match wrong_usage::sentences(error, speaker.words) {
        Some(sentences) => {
            speaker.complain(&sentences);
            ExitCode::from(MISUSED)
        }
        None => error.exit(),
    }
}

async fn perform(cli: Cli, speaker: &Speaker) -> Result<u8, Failure> {
    let place = cli.place;
    match cli.command {
        Command::Serve(serve) => serve::serve(&place, serve, speaker).await,
        Command::Migrate => migrate(&place, speaker).await,
        Command::Demo => serve::load_demo(&place, speaker).await,
        Command::Place(query) => units::place(&query, speaker),
        Command::Read(flags) => read::read(flags, speaker).await,
        Command::User(user) => accounts::user(&place, user, speaker).await,
        Command::Unit(unit) => units::unit(&place, unit, speaker).await,
        Command::Contest(contest) => contest::contest(&place, contest, speaker).await,
        Command::Dossier(dossier) => dossier::dossier(&place, dossier, speaker).await,
        Command::Backup(backup) => data::backup(&place, backup, speaker).await,
        Command::Restore(restore) => data::restore(&place, restore, speaker).await,
        Command::CopyFiles(copy) => files::copy(&place, copy, speaker).await,
        Command::Check(check) => data::check(&place, check, speaker).await,
        Command::Verify(verify) => data::verify(&place, verify, speaker).await,
    }
}

/// Opening applies the migrations; there is nothing more to do.
async fn migrate(place: &Place, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open().await?;
    speaker.say("cli-migrated");
    app.close().await?;
    Ok(DONE)
}

impl Place {
    /// The configuration: flags and environment before the file.
    fn configuration(&self, listen: Option<SocketAddr>) -> Result<Configuration, Fault> {
        let path = self.config.clone().unwrap_or_else(|| self.data.join("hoithi.toml"));
        let file = File::read(&path)?;
        let bucket = file.bucket.unwrap_or_default().or_from(|name| std::env::var(name).ok());
        let embedded = Configuration::embedded(&self.data);
        let listen = listen.or(file.listen).unwrap_or(embedded.listen);
        Ok(Configuration {
            listen,
            database: self.database.clone().or(file.database),
            bucket: bucket.bucket()?,
            public_url: file.public_url.unwrap_or_else(|| format!("http://{listen}")),
            smtp: file.smtp,
            metrics_token: file.metrics_token,
            ..embedded
        })
    }

    /// Opens an installation, or makes a new one.
    async fn open(&self) -> Result<App, Fault> {
        App::open(self.configuration(None)?, Arc::new(SystemClock)).await
    }

    /// Opens an installation that is there; a mistyped folder must not become a new one.
    async fn open_existing(&self) -> Result<App, Failure> {
        if !self.data.join("keys").is_dir() {
            let folder = self.data.display();
            return Err(Refusal::invalid(
                Message::new("cli-no-installation").with("folder", folder),
            )
            .into());
        }
        Ok(self.open().await?)
    }
}
