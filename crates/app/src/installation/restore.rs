//! Restore (phục hồi): a back-up into an empty place, of either engine, verified before it counts.

use std::borrow::Cow;
use std::fs::File;
use std::io::{BufRead, BufReader, Read};
use std::path::Path;

use kernel::{Failure, Fault};
use sha2::{Digest, Sha256};
use store::copy::TextRow;
use store::{Store, Tx};
use zip::ZipArchive;

use super::backup::{FORMAT, KEY_FILES, Manifest, TablePart};
use crate::frame::App;
use crate::{contests, files, publicity, tasks};

/// Reads the manifest of a back-up and compares every part with it, before anything is written.
///
/// # Errors
/// The file is no back-up, or a part of it is damaged; the sentence names the part.
pub fn examine(path: &Path) -> Result<Manifest, Fault> {
    let mut zip = ZipArchive::new(File::open(path)?)?;
    let manifest = read_manifest(&mut zip)
        .map_err(|fault| Fault::new(format!("manifest.json in the back-up is damaged: {fault}")))?;
    if manifest.format != FORMAT {
        return Err(Fault::new(format!("{} is of the form {}", path.display(), manifest.format)));
    }
    for part in &manifest.tables {
        let name = part_name(part);
        compare(&mut zip, &name, &part.digest)?;
    }
    let files = file_names(&zip)?;
    if files.len() as u64 != manifest.files.count {
        return Err(Fault::new(format!(
            "files in the back-up are damaged: {} are there",
            files.len()
        )));
    }
    for name in &files {
        compare(&mut zip, name, name.trim_start_matches(FILES))?;
    }
    for (key, digest) in &manifest.keys {
        let name = format!("keys/{key}");
        compare(&mut zip, &name, digest)?;
    }
    Ok(manifest)
}

/// The folder of files in a back-up.
const FILES: &str = "files/";

fn file_names(zip: &ZipArchive<File>) -> Result<Vec<String>, Fault> {
    let names = zip.file_names().map(|name| name.map(Cow::into_owned));
    let mut names = names.collect::<Result<Vec<_>, _>>()?;
    names.retain(|name| name.starts_with(FILES));
    Ok(names)
}

/// Puts the files that people handed in into the depot. Comes before the rows that name them.
///
/// # Errors
/// The depot refuses, or a file is not what its name says.
pub async fn restore_files(app: &App, path: &Path) -> Result<(), Fault> {
    let mut zip = ZipArchive::new(File::open(path)?)?;
    for name in file_names(&zip)? {
        let hash = files::put_back(app, &mut zip.by_name(&name)?).await?;
        if hash != name.trim_start_matches(FILES) {
            return Err(Fault::new(format!("{name} in the back-up is damaged")));
        }
    }
    Ok(())
}

fn read_manifest(zip: &mut ZipArchive<File>) -> Result<Manifest, Fault> {
    let mut text = String::new();
    zip.by_name("manifest.json")?.read_to_string(&mut text)?;
    Ok(serde_json::from_str(&text)?)
}

/// Puts the keys into the data folder, which must not have any yet. Comes before the database is opened.
///
/// # Errors
/// There are keys already: the place is not empty.
pub fn restore_keys(path: &Path, data: &Path) -> Result<(), Fault> {
    let folder = data.join("keys");
    if folder.exists() {
        return Err(Fault::new(format!("{} is not empty: it has keys", data.display())));
    }
    std::fs::create_dir_all(&folder)?;
    let mut zip = ZipArchive::new(File::open(path)?)?;
    for name in KEY_FILES {
        let mut bytes = Vec::new();
        zip.by_name(&format!("keys/{name}"))?.read_to_end(&mut bytes)?;
        crate::frame::keys::write_key_file(&folder.join(name), &bytes)?;
    }
    Ok(())
}

/// Writes every row back, in one transaction. The database must be empty.
///
/// # Errors
/// The database is not empty, or a row does not fit.
pub async fn restore_rows(
    store: &Store,
    path: &Path,
    manifest: &Manifest,
    progress: impl Fn(&str, u64),
) -> Result<(), Failure> {
    if !store::copy::is_empty(store).await? {
        return Err(Fault::new("the database is not empty").into());
    }
    let mut zip = ZipArchive::new(File::open(path)?)?;
    let mut tx = store.begin().await?;
    for part in manifest.tables.iter().filter(|part| part.table != "migration") {
        let rows = rows_of(&mut zip, part)?;
        restore_table(&mut tx, part, rows).await?;
        progress(&part.table, part.rows);
    }
    recount(&mut tx).await?;
    Ok(tx.commit().await?)
}

/// What is only counted is counted again: a back-up of an earlier version has no counts.
async fn recount(tx: &mut Tx) -> Result<(), Failure> {
    for contest in contests::store::all(tx).await? {
        tasks::recount(tx, contest).await?;
        publicity::recount(tx, contest).await?;
    }
    Ok(())
}

async fn restore_table(tx: &mut Tx, part: &TablePart, rows: Vec<TextRow>) -> Result<(), Failure> {
    let count = rows.len() as u64;
    for row in rows {
        tx.restore_row(&part.table, &row).await?;
    }
    match count == part.rows {
        true => Ok(()),
        false => Err(Fault::new(format!("{} has {count} rows", part.table)).into()),
    }
}

fn rows_of(zip: &mut ZipArchive<File>, part: &TablePart) -> Result<Vec<TextRow>, Fault> {
    let lines = BufReader::new(zip.by_name(&part_name(part))?).lines();
    lines.map(|line| Ok(serde_json::from_str(&line?)?)).collect()
}

fn part_name(part: &TablePart) -> String {
    format!("tables/{}.jsonl", part.table)
}

fn digest_of(part: &mut impl Read) -> Result<String, Fault> {
    let mut digest = Sha256::new();
    let mut buffer = [0; 64 * 1024];
    loop {
        match part.read(&mut buffer)? {
            0 => return Ok(hex::encode(digest.finalize())),
            read => digest.update(&buffer[..read]),
        }
    }
}

/// A part that does not even unpack is as damaged as one that unpacks to something else.
fn compare(zip: &mut ZipArchive<File>, name: &str, expected: &str) -> Result<(), Fault> {
    let found = zip.by_name(name).map_err(Fault::from).and_then(|mut part| digest_of(&mut part));
    match found {
        Ok(found) if found == expected => Ok(()),
        Ok(_) => Err(Fault::new(format!("{name} in the back-up is damaged"))),
        Err(fault) => Err(Fault::new(format!("{name} in the back-up is damaged: {fault}"))),
    }
}
