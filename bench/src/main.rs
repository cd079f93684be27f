//! `hoithi-bench`: makes its data, runs, and prints one line of figures.
//!
//! Figures of different runs do not compare on a shared machine; ratios taken in one run do.

mod assign;
mod certificates;
mod country;
mod dossiers;
mod http;
mod lists;
mod novelty;
mod place;
mod portal;
mod ranking;
mod read;
mod server;
mod severity;
mod start;

use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand};
use kernel::Fault;
use serde_json::Value;

#[derive(Parser)]
#[command(name = "hoithi-bench", arg_required_else_help = true)]
struct Cli {
    /// Print one line of JSON.
    #[arg(long, global = true)]
    json: bool,
    /// The program that is measured.
    #[arg(long, global = true, default_value = "target/release/hoithi")]
    program: PathBuf,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// From start to the first answer, new and second; memory at rest.
    Start {
        /// How many second starts.
        #[arg(long, default_value_t = 10)]
        rounds: u32,
    },
    /// Look-ups in the gazetteer on one core, beside a plain scan of all names.
    Place {
        /// Seconds for each kind of look-up.
        #[arg(long, default_value_t = 2)]
        seconds: u64,
    },
    /// Many dossiers ranked with their explanations on one core, beside a copy of the same records.
    Ranking {
        /// How many dossiers.
        #[arg(long, default_value_t = 10_000)]
        dossiers: u64,
        /// How many judges mark each of them.
        #[arg(long, default_value_t = 7)]
        judges: u64,
        /// How many times.
        #[arg(long, default_value_t = 30)]
        rounds: u32,
    },
    /// Who judges what in a great contest, beside the least that it can cost; and again when a judge drops out.
    Assign {
        /// How many dossiers.
        #[arg(long, default_value_t = 10_000)]
        dossiers: u64,
        /// How many judges there are.
        #[arg(long, default_value_t = 500)]
        judges: u64,
        /// How many of them judge each dossier.
        #[arg(long, default_value_t = 5)]
        each: u64,
    },
    /// A book of certificates as one file on one core, beside one alone.
    Certificates {
        /// How many.
        #[arg(long, default_value_t = 1_000)]
        count: usize,
        /// How many times.
        #[arg(long, default_value_t = 5)]
        rounds: u32,
    },
    /// The study of how severe judges are, on judgings whose truth is known, beside the plain mean.
    Severity {
        /// Judgings of each kind.
        #[arg(long, default_value_t = 100)]
        seeds: u64,
    },
    /// Papers read, as they are and of ten pages, on one core and on two; a scanned page; memory.
    Read {
        /// Seconds for each way.
        #[arg(long, default_value_t = 3)]
        seconds: u64,
    },
    /// The list of units with many units, and the book of dossiers with many dossiers, on one engine or both.
    Lists {
        /// How many units.
        #[arg(long, default_value_t = 20_000)]
        units: u32,
        /// How many dossiers; 0: none.
        #[arg(long, default_value_t = 100_000)]
        dossiers: usize,
        /// Seconds for each page.
        #[arg(long, default_value_t = 5)]
        seconds: u64,
        /// Connections at once.
        #[arg(long, default_value_t = 16)]
        connections: usize,
    },
    /// A country at once: its lists, its greatest table, its overviews, on one engine or both.
    Country {
        /// How many contests.
        #[arg(long, default_value_t = 400)]
        contests: u32,
        /// How many assignments.
        #[arg(long, default_value_t = 200_000)]
        assignments: u32,
        /// Only fill this folder, to look at the pages.
        #[arg(long)]
        fill: Option<PathBuf>,
        /// With --fill: fill the database of this address.
        #[arg(long)]
        database: Option<String>,
        /// Seconds for each page.
        #[arg(long, default_value_t = 3)]
        seconds: u64,
    },
    /// A book of dossiers taken out, as tables and as a package.
    Export {
        /// How many dossiers.
        #[arg(long, default_value_t = 24_000)]
        dossiers: usize,
    },
    /// The last minutes before a deadline.
    Surge {
        /// How many dossiers arrive.
        #[arg(long, default_value_t = 2_000)]
        dossiers: usize,
        /// Seconds in which they arrive.
        #[arg(long, default_value_t = 600)]
        seconds: u64,
        /// Connections at once.
        #[arg(long, default_value_t = 64)]
        connections: usize,
        /// Send files instead: so many at once, of 20 MB each.
        #[arg(long)]
        files: Option<usize>,
        /// Send one request for each dossier around the deadline instead, in this many seconds.
        #[arg(long)]
        edge: Option<u64>,
    },
    /// Clients work while the program is killed again and again.
    Kill {
        /// How often.
        #[arg(long, default_value_t = 500)]
        rounds: u32,
        /// Clients at once.
        #[arg(long, default_value_t = 16)]
        clients: usize,
        /// The seed of every choice.
        #[arg(long, default_value_t = 1)]
        seed: u64,
    },
    /// The index of prior art, asked with planted copies, beside a plain BM25 and a plain MinHash.
    Novelty {
        /// How many earlier solutions.
        #[arg(long, default_value_t = 1_000_000)]
        solutions: u64,
        /// Copies of each kind.
        #[arg(long, default_value_t = 100)]
        copies: u64,
        /// Measure the plain ways too.
        #[arg(long)]
        plain: bool,
    },
    /// The public page of a contest, beside an embedded file of the same server; bytes of two visits.
    Portal {
        /// How many contests are published.
        #[arg(long, default_value_t = 40)]
        contests: u32,
        /// Only fill this folder, to look at the pages.
        #[arg(long)]
        fill: Option<PathBuf>,
        /// Seconds for each page.
        #[arg(long, default_value_t = 5)]
        seconds: u64,
        /// Connections at once.
        #[arg(long, default_value_t = 16)]
        connections: usize,
    },
}

/// Megabytes of a file of `surge --files`.
const MEGABYTES: usize = 20;

fn main() -> ExitCode {
    let cli = Cli::parse();
    let figures = match cli.command {
        Command::Start { rounds } => start::measure(&cli.program, rounds),
        Command::Place { seconds } => Ok(place::measure(seconds)),
        Command::Ranking { dossiers, judges, rounds } => ranking::measure(dossiers, judges, rounds),
        Command::Assign { dossiers, judges, each } => assign::measure(dossiers, judges, each),
        Command::Certificates { count, rounds } => certificates::measure(count, rounds),
        Command::Severity { seeds } => Ok(severity::measure(seeds)),
        Command::Read { seconds } => read::measure(&cli.program, seconds),
        Command::Lists { units, dossiers, seconds, connections } => {
            lists::measure(&cli.program, lists::Load { units, dossiers, seconds, connections })
        }
        Command::Export { dossiers } => dossiers::export(&cli.program, dossiers),
        Command::Surge { files: Some(files), .. } => {
            dossiers::bytes(&cli.program, files, MEGABYTES)
        }
        Command::Surge { dossiers, edge: Some(seconds), connections, .. } => {
            dossiers::edge(&cli.program, dossiers, (seconds, connections))
        }
        Command::Surge { dossiers, seconds, connections, .. } => {
            dossiers::surge(&cli.program, dossiers::Plan { dossiers, seconds, connections })
        }
        Command::Kill { rounds, clients, seed } => {
            dossiers::kill(&cli.program, dossiers::Killing { rounds, clients, seed })
        }
        Command::Country { contests, assignments, fill, database, seconds } => {
            let load = country::Load { contests, assignments, seconds };
            match fill {
                Some(folder) => country::fill(&folder, database.as_deref(), load),
                None => country::measure(&cli.program, load),
            }
        }
        Command::Novelty { solutions, copies, plain } => {
            novelty::measure(&novelty::Plan { solutions, copies, plain })
        }
        Command::Portal { contests, fill: Some(folder), .. } => portal::fill(&folder, contests),
        Command::Portal { contests, fill: None, seconds, connections } => {
            portal::measure(&cli.program, contests, (connections, seconds))
        }
    };
    match figures {
        Ok(figures) => {
            print(&figures, cli.json);
            ExitCode::SUCCESS
        }
        Err(fault) => {
            let _ = writeln!(std::io::stderr(), "hoithi-bench: {fault}");
            ExitCode::FAILURE
        }
    }
}

/// One line of JSON, or one figure on each line.
fn print(figures: &Value, json: bool) {
    let mut out = std::io::stdout().lock();
    let _ = match (json, figures.as_object()) {
        (false, Some(fields)) => {
            fields.iter().try_for_each(|(name, value)| writeln!(out, "{name:28} {value}"))
        }
        _ => writeln!(out, "{figures}"),
    };
}

/// A folder for the data of a run, gone when the run is over.
pub(crate) struct Folder(PathBuf);

impl Folder {
    pub(crate) fn new(name: &str) -> Result<Self, Fault> {
        let path = std::env::temp_dir().join(format!("hoithi-bench-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path)?;
        Ok(Self(path))
    }

    pub(crate) fn path(&self) -> &std::path::Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}
