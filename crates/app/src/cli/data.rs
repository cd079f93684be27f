//! `hoithi backup`, `restore`, `check`, `verify`: what is kept, and whether it is as it was.

use std::path::PathBuf;

use clap::Args;
use kernel::{Failure, Message};
use serde_json::json;

use super::results;
use super::speak::Speaker;
use super::{DONE, Place, REFUSED, files};
use crate::audit::{export, verify as verifier};
use crate::frame::App;
use crate::installation::{backup as writer, check as checker, restore as reader};

/// What `backup` takes.
#[derive(Args)]
pub struct Backup {
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

/// Writes a back-up.
pub async fn backup(place: &Place, flags: Backup, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let bar = speaker.bar(app.store.schema().tables().len() as u64);
    let manifest = writer::backup(&app, &flags.file, |table, _| {
        bar.set_message(table.to_owned());
        bar.inc(1);
    });
    let manifest = manifest.await?;
    bar.finish_and_clear();
    let rows: u64 = manifest.tables.iter().map(|part| part.rows).sum();
    if flags.json {
        speaker.json(&manifest)?;
    } else {
        let file = flags.file.display();
        let message = Message::new("cli-backed-up").with("file", file).with("rows", rows);
        speaker.tell(&message.with("files", manifest.files.count));
        for hash in &manifest.files.lost {
            speaker.complain(&speaker.words.with("check-file-lost", "what", hash));
        }
    }
    app.close().await?;
    Ok(if manifest.files.lost.is_empty() { DONE } else { REFUSED })
}

/// What `restore` takes.
#[derive(Args)]
pub struct Restore {
    file: PathBuf,
    #[arg(long)]
    json: bool,
}

/// Restores into an empty place, and verifies what stands there then.
pub async fn restore(place: &Place, flags: Restore, speaker: &Speaker) -> Result<u8, Failure> {
    let manifest = reader::examine(&flags.file)?;
    reader::restore_keys(&flags.file, &place.data)?;
    let app = place.open().await?;
    files::is_usable(&app).await?;
    reader::restore_files(&app, &flags.file).await?;
    let bar = speaker.bar(manifest.tables.len() as u64);
    reader::restore_rows(&app.store, &flags.file, &manifest, |_, _| bar.inc(1)).await?;
    bar.finish_and_clear();
    let outside: Vec<String> = manifest.checkpoint.clone().into_iter().collect();
    let verdict = verifier::verify(&app.store, &app.keys, &outside).await?;
    let findings = broken(&app).await?;
    app.close().await?;
    let sound = verdict.findings.is_empty() && findings.is_empty();
    if flags.json {
        speaker
            .json(&json!({ "rows": verdict.rows, "entries": verdict.entries, "sound": sound }))?;
    }
    say_findings(speaker, &verdict.findings, flags.json);
    say_broken(speaker, &findings, flags.json);
    if sound && !flags.json {
        let message = Message::new("cli-restored").with("rows", verdict.rows);
        speaker.tell(&message.with("files", manifest.files.count));
    }
    Ok(if sound { DONE } else { REFUSED })
}

/// What `check` takes.
#[derive(Args)]
pub struct Check {
    #[arg(long)]
    json: bool,
}

/// Asks the live data what must always hold.
pub async fn check(place: &Place, flags: Check, speaker: &Speaker) -> Result<u8, Failure> {
    let app = place.open_existing().await?;
    let findings = broken(&app).await?;
    app.close().await?;
    say_broken(speaker, &findings, flags.json);
    if findings.is_empty() && !flags.json {
        speaker.tell(&Message::new("cli-checked").with("rules", checker::rule_keys().count()));
    }
    Ok(if findings.is_empty() { DONE } else { REFUSED })
}

async fn broken(app: &App) -> Result<Vec<checker::Finding>, Failure> {
    let mut findings = checker::check(&app.store).await?;
    findings.extend(checker::check_files(app).await?);
    Ok(findings)
}

/// What `verify` takes.
#[derive(Args)]
pub struct Verify {
    #[arg(long, value_name = "FILE")]
    checkpoint: Vec<PathBuf>,
    #[arg(long, value_name = "FILE")]
    export: Option<PathBuf>,
    #[arg(long, value_name = "FILE")]
    results: Option<PathBuf>,
    #[arg(long)]
    json: bool,
}

/// Compares the database with the ledger; or, given a file of published results, counts these again, for which no
/// database is needed.
pub async fn verify(place: &Place, flags: Verify, speaker: &Speaker) -> Result<u8, Failure> {
    if let Some(path) = &flags.results {
        return results::verify(path, speaker);
    }
    let app = place.open_existing().await?;
    let outside = flags.checkpoint.iter().map(std::fs::read_to_string);
    let outside = outside.collect::<Result<Vec<_>, _>>()?;
    let verdict = verifier::verify(&app.store, &app.keys, &outside).await?;
    if let Some(path) = &flags.export {
        let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
        export::write(&app.store, &app.keys, &mut file).await?;
        std::io::Write::flush(&mut file)?;
    }
    app.close().await?;
    say_findings(speaker, &verdict.findings, flags.json);
    if verdict.findings.is_empty() && !flags.json {
        let message = Message::new("cli-verified").with("entries", verdict.entries);
        speaker.tell(&message.with("rows", verdict.rows).with("checkpoints", verdict.checkpoints));
    }
    Ok(if verdict.findings.is_empty() { DONE } else { REFUSED })
}

fn say_findings(speaker: &Speaker, findings: &[ledger::finding::Finding], json: bool) {
    for finding in findings {
        match json {
            true => speaker.line(&finding.to_string()),
            false => speaker.tell(&finding.message()),
        }
    }
}

/// Says each rule that is broken, a line for each thing that breaks it.
pub(super) fn say_broken(speaker: &Speaker, findings: &[checker::Finding], json: bool) {
    for finding in findings {
        let message = Message::new(finding.rule).with("what", &finding.what);
        match json {
            true => {
                speaker.line(&json!({ "rule": finding.rule, "what": finding.what }).to_string())
            }
            false => speaker.tell(&message),
        }
    }
}
