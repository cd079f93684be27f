//! The job that puts one person's data into a file: as JSON for programs, as a page for people, and the files of their
//! dossiers.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{self, Write};

use ::store::jobs::{self, Leased};
use askama::Template;
use kernel::id::AccountId;
use kernel::{Failure, Fault, Instant};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::store::about::{self, PARTS, Part, Row, Shown};
use super::store::extracts::{self, ExtractRow};
use super::{ExtractId, extract};
use crate::accounts::people;
use crate::audit;
use crate::dossiers::DossierId;
use crate::dossiers::kept::{self, Kept};
use crate::files;
use crate::frame::{App, Words};

/// Kind of the job.
pub const PACK: &str = "privacy.export";

/// How long an export is kept.
const KEPT_SECONDS: i64 = 7 * 24 * 3600;
/// How many acts of the ledger are told.
const ACTS: i64 = 1_000;

/// A part as the page shows it.
struct PartShown {
    name: String,
    heads: Vec<String>,
    rows: Vec<Vec<String>>,
}

#[derive(Template)]
#[template(path = "privacy/pages/extract.html")]
struct ExtractPage {
    t: Words,
    name: String,
    made: String,
    parts: Vec<PartShown>,
    dossiers: Vec<(String, Vec<(String, String)>)>,
    acts: Vec<audit::Told>,
}

/// Packs the export of a job.
///
/// # Errors
/// The database or the disk is away; the job is tried again, from the beginning.
pub async fn pack(app: &App, job: &Leased) -> Result<(), Failure> {
    let payload: Value = serde_json::from_str(&job.payload).map_err(Fault::from)?;
    let id: ExtractId = payload["export"].as_str().unwrap_or("").parse().map_err(Fault::from)?;
    let row = extracts::find(&app.store, id).await?;
    let wanted = row.filter(|row| matches!(row.state.as_str(), "waiting" | "packing"));
    let bytes = match &wanted {
        Some(row) => Some(packed(app, (job, id), row).await?),
        None => None,
    };
    let mut tx = app.store.begin().await?;
    if let Some(bytes) = bytes {
        let ends = tx.at().plus_seconds(KEPT_SECONDS);
        extracts::is_ready(&mut tx, id, (bytes, ends)).await?;
    }
    jobs::finish(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

async fn packed(
    app: &App,
    (job, id): (&Leased, ExtractId),
    row: &ExtractRow,
) -> Result<i64, Failure> {
    let account: AccountId = row.account_id.parse().map_err(Fault::from)?;
    // Who asks for somebody else gets no identity number: nothing that they do with the file needs it.
    let is_own = row.ordered_by == row.account_id;
    let (name, locale) = people::name_of(&app.store, account).await?;
    let words = Words(locale);
    let place = extract::place(app, id);
    let draft = place.with_extension("part");
    std::fs::create_dir_all(draft.parent().unwrap_or(&draft))?;
    let mut zip = ZipWriter::new(File::create(&draft)?);
    let (mut tables, mut parts) = (BTreeMap::new(), Vec::new());
    let dossiers = kept::of_account(&app.store, account).await?;
    let steps = i64::try_from(PARTS.len() + dossiers.len()).map_err(Fault::from)?;
    for part in &PARTS {
        let mut rows = about::rows(&app.store, part, account).await?;
        kept::opened(app, part.table, &mut rows, is_own)?;
        parts.extend(part_shown(words, part, &rows));
        tables.insert(part.table, rows);
    }
    let mut told = Vec::new();
    for (at, dossier) in (0_i64..).zip(dossiers) {
        note_progress(app, (job, id), (at, steps)).await?;
        let kept = kept::of(&app.store, words, dossier).await?;
        zip = with_files(app, &kept, zip).await?;
        told.push((kept.title, kept.lines));
    }
    let subject = format!("account/{account}");
    let acts = audit::told_about(&app.store, words, &subject, (i64::MAX, ACTS)).await?;
    let listed: Vec<Value> =
        acts.iter().map(|act| json!({ "at": act.at, "act": act.act })).collect();
    let json = json!({ "format": "hoithi.person/1", "made_at": app.store.now().to_string(),
        "tables": tables, "acts": listed });
    let made = app.store.now().written();
    let page = ExtractPage { t: words, name, made, parts, dossiers: told, acts };
    let texts = [
        ("du-lieu.json", serde_json::to_string_pretty(&json).map_err(Fault::from)?),
        ("du-lieu.html", page.render().map_err(Fault::from)?),
    ];
    let file = finish(zip, &texts)?;
    let bytes = i64::try_from(file.metadata()?.len()).map_err(Fault::from)?;
    std::fs::rename(&draft, &place)?;
    Ok(bytes)
}

async fn note_progress(
    app: &App,
    (job, id): (&Leased, ExtractId),
    progress: (i64, i64),
) -> Result<(), Failure> {
    let mut tx = app.store.begin().await?;
    extracts::is_packed(&mut tx, id, progress).await?;
    jobs::hold_on(&mut tx, job).await?;
    Ok(tx.commit().await?)
}

/// A part on the page; nothing where it has no rows, or none that says anything to people.
fn part_shown(words: Words, part: &Part, rows: &[Row]) -> Option<PartShown> {
    let shown = (!rows.is_empty() && !part.shown.is_empty()).then_some(part.shown)?;
    let head = |(column, _): &(&str, Shown)| {
        words.say(&format!("kept-column-{}", column.replace('_', "-")))
    };
    let row = |row: &Row| shown.iter().map(|it| value(words, row, it)).collect();
    Some(PartShown {
        name: words.say(&format!("kept-{}", part.table.replace('_', "-"))),
        heads: shown.iter().map(head).collect(),
        rows: rows.iter().map(row).collect(),
    })
}

fn value(words: Words, row: &Row, (column, how): &(&str, Shown)) -> String {
    let text = row.get(*column).cloned().flatten().unwrap_or_default();
    match how {
        Shown::Text => text,
        Shown::At => text.parse().map_or(text, |at| Instant::from_millis(at).written()),
        Shown::Word(prefix) => {
            let key = format!("{prefix}-{text}");
            if words.knows(&key) { words.say(&key) } else { text }
        }
    }
}

/// Packs the files of a dossier, one after the other; what is not here is left out.
async fn with_files(
    app: &App,
    kept: &Kept,
    mut zip: ZipWriter<File>,
) -> Result<ZipWriter<File>, Fault> {
    for (at, (hash, name)) in (1..).zip(&kept.files) {
        let Some(file) = app.depot.whole(hash).await? else { continue };
        let name = format!("{}/{at:02} {}", folder(kept.id), files::name_of(name));
        zip = tokio::task::spawn_blocking(move || write_file(zip, file, name)).await??;
    }
    Ok(zip)
}

fn folder(id: DossierId) -> String {
    format!("ho-so/{id}")
}

fn write_file(
    mut zip: ZipWriter<File>,
    mut file: File,
    name: String,
) -> Result<ZipWriter<File>, Fault> {
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    zip.start_file(name, stored.large_file(true))?;
    io::copy(&mut file, &mut zip)?;
    Ok(zip)
}

fn finish(mut zip: ZipWriter<File>, texts: &[(&str, String)]) -> Result<File, Fault> {
    for (name, text) in texts {
        zip.start_file(*name, SimpleFileOptions::default())?;
        zip.write_all(text.as_bytes())?;
    }
    let file = zip.finish()?;
    file.sync_all()?;
    Ok(file)
}
