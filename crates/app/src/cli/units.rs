//! `hoithi unit`, `hoithi place`.
use std::path::PathBuf;

use clap::{Args, Subcommand};
use kernel::{Failure, Message};
use serde_json::json;

use super::speak::Speaker;
use super::{DONE, REFUSED};
use crate::accounts::Actor;
use crate::frame::App;
use crate::places;
use crate::units::draft::TypedUnit;
use crate::units::import::plan::Outcome;
use crate::units::import::{self, Import};
use crate::units::pages::exchange;
use crate::units::sheet::{reading, writing};
use crate::units::{self, Found, Search};

/// What `place` takes.
#[derive(Args)]
pub struct Place {
    #[arg(required = true)]
    text: Vec<String>,
    #[arg(long)]
    json: bool,
}

/// What `unit` can do.
#[derive(Subcommand)]
pub enum Unit {
    /// Lists units.
    List {
        text: Vec<String>,
        #[arg(long)]
        all: bool,
        #[arg(long)]
        json: bool,
    },
    /// Founds a unit.
    Add {
        name: String,
        #[arg(long, value_name = "KIND")]
        kind: String,
        #[arg(long)]
        code: Option<String>,
        #[arg(long, value_name = "CODE|NAME")]
        parent: Option<String>,
        #[arg(long, value_name = "DAY")]
        founded: Option<String>,
        #[arg(long)]
        alias: Vec<String>,
        #[arg(long)]
        json: bool,
    },
    /// Shows a unit, what it came from and what it is today.
    Show {
        unit: String,
        #[arg(long)]
        json: bool,
    },
    /// Imports a spreadsheet, wholly or not at all.
    Import {
        file: PathBuf,
        #[arg(long)]
        check: bool,
        #[arg(long)]
        json: bool,
    },
    /// Writes every unit into a spreadsheet.
    Export {
        file: PathBuf,
        #[arg(long)]
        json: bool,
    },
}

/// What the gazetteer makes of a name.
pub fn place(query: &Place, speaker: &Speaker) -> Result<u8, Failure> {
    let found = places::find(&query.text.join(" "));
    if query.json {
        speaker.json(&found)?;
    } else {
        found.iter().for_each(|place| say_place(place, speaker));
    }
    Ok(if found.is_empty() { REFUSED } else { DONE })
}

fn say_place(place: &places::Found, speaker: &Speaker) {
    speaker.line(&format!("{:3}  {}  ({})", place.score, place.full_name, place.id));
    for heir in place.successors.iter().filter(|step| step.heir) {
        speaker.line(&format!("       → {}", heir.full_name));
    }
}

/// Runs a `unit` command.
pub async fn unit(place: &super::Place, unit: Unit, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let done = match unit {
        Unit::List { text, all, json } => list(&app, (&text.join(" "), all), json, speaker).await,
        Unit::Add { name, kind, code, parent, founded, alias, json } => {
            let typed = TypedUnit {
                name,
                kind,
                code: code.unwrap_or_default(),
                parent: parent.unwrap_or_default(),
                founded: founded.unwrap_or_default(),
                aliases: alias.join("\n"),
            };
            add(&app, &typed, json, speaker).await
        }
        Unit::Show { unit, json } => show(&app, &unit, json, speaker).await,
        Unit::Import { file, check, json } => take_in(&app, (&file, check), json, speaker).await,
        Unit::Export { file, json } => export(&app, &file, json, speaker).await,
    };
    app.close().await?;
    done
}

async fn list(
    app: &App,
    (text, all): (&str, bool),
    json: bool,
    speaker: &Speaker,
) -> Result<u8, Failure> {
    let search = Search { text, with_abolished: all };
    for unit in units::search(&app.store, search, app.store.now().day()).await? {
        say(speaker, &unit, json)?;
    }
    Ok(DONE)
}

fn say(speaker: &Speaker, unit: &Found, json: bool) -> Result<(), Failure> {
    match json {
        true => speaker.json(unit),
        false => {
            let code = unit.code.as_deref().unwrap_or("–");
            speaker.line(&format!("{}\t{code}\t{}", unit.id, unit.name));
            Ok(())
        }
    }
}

async fn add(app: &App, typed: &TypedUnit, json: bool, speaker: &Speaker) -> Result<u8, Failure> {
    let day = app.store.now().day();
    let parent = units::resolve(&app.store, &typed.parent, "parent", day).await?;
    let draft = typed.read(Ok(parent))?;
    let mut tx = app.store.begin().await?;
    let id = units::found(&mut tx, &Actor::operator(app.store.now()), &draft).await?;
    tx.commit().await?;
    match json {
        true => speaker.json(&json!({ "id": id }))?,
        false => speaker.say("notice-unit-founded"),
    }
    Ok(DONE)
}

async fn show(app: &App, typed: &str, json: bool, speaker: &Speaker) -> Result<u8, Failure> {
    let day = app.store.now().day();
    let portrait = units::portrait(&app.store, typed, day).await?;
    if json {
        speaker.json(&portrait)?;
        return Ok(DONE);
    }
    say(speaker, &portrait.unit, false)?;
    for (key, kin) in [("unit-origins", &portrait.origins), ("unit-today", &portrait.today)] {
        for kin in kin {
            let extent = speaker.words.say(&format!("extent-{}", kin.extent));
            let label = speaker.words.say(key);
            speaker.line(&format!("{label} {} ({extent}, {})", kin.name, kin.on));
        }
    }
    Ok(DONE)
}

async fn take_in(
    app: &App,
    (file, only_check): (&std::path::Path, bool),
    json: bool,
    speaker: &Speaker,
) -> Result<u8, Failure> {
    let bar = speaker.bar(3);
    let sheet = reading::read(&app.configuration.program, std::fs::read(file)?).await?;
    bar.inc(1);
    let import = import::check(&app.store, &sheet, app.store.now().day()).await?;
    bar.inc(1);
    let wrong = import.counts().wrong > 0;
    if !wrong && !only_check && import.is_ready() {
        let mut tx = app.store.begin().await?;
        import::carry_out(&mut tx, &Actor::operator(app.store.now()), &sheet).await?;
        tx.commit().await?;
    }
    bar.finish_and_clear();
    report(&import, only_check || wrong, json, speaker)?;
    Ok(if wrong { REFUSED } else { DONE })
}

fn report(
    import: &Import,
    only_checked: bool,
    json: bool,
    speaker: &Speaker,
) -> Result<(), Failure> {
    for (shown, outcome) in import.shown.iter().zip(&import.outcomes) {
        let Outcome::Wrong(problems) = outcome else { continue };
        for problem in problems {
            let column = speaker.words.say(problem.column.label());
            let (cell, why) = (shown.cell(problem.column), speaker.words.tell(&problem.message));
            let row = shown.number;
            match json {
                true => speaker
                    .json(&json!({ "row": row, "column": column, "cell": cell, "problem": why }))?,
                false => speaker.line(&format!("{row}\t{column}\t{cell}\t{why}")),
            }
        }
    }
    let counts = import.counts();
    if json {
        return speaker.json(&json!({
            "new": counts.new, "changed": counts.changed, "same": counts.same,
            "wrong": counts.wrong, "imported": !only_checked,
        }));
    }
    let message = Message::new(if only_checked { "cli-import-checked" } else { "cli-imported" });
    let message = message.with("new", counts.new).with("changed", counts.changed);
    speaker.tell(&message.with("same", counts.same).with("wrong", counts.wrong));
    Ok(())
}

async fn export(
    app: &App,
    file: &std::path::Path,
    json: bool,
    speaker: &Speaker,
) -> Result<u8, Failure> {
    let records = exchange::records(app, speaker.words).await?;
    std::fs::write(file, writing::units(speaker.words, &records)?)?;
    let rows = records.len();
    match json {
        true => speaker.json(&json!({ "units": rows }))?,
        false => {
            let message = Message::new("cli-exported").with("rows", rows);
            speaker.tell(&message.with("file", file.display()));
        }
    }
    Ok(DONE)
}
