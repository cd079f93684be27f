//! Back-up (sao lưu): the whole installation in one file that either engine can take up again.
//!
//! The file is a ZIP: `manifest.json`, one `tables/<name>.jsonl` for each table with every column as
//! text, `files/<hash>` for each file that people handed in, and the keys. It is written beside its
//! place and renamed when it is whole.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::{Path, PathBuf};

use kernel::{Fault, Instant};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use store::{Reader, Table, copy};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use crate::audit::seal;
use crate::files;
use crate::frame::App;

/// Name of the form, in the manifest.
pub const FORMAT: &str = "hoithi.backup/1";

/// What a back-up holds.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct Manifest {
    /// [`FORMAT`]
    pub format: String,
    /// The hoithi that wrote it.
    pub version: String,
    /// When it was written.
    pub at: Instant,
    /// The engine that it was read from.
    pub engine: String,
    /// Tables in the order in which they must be written back: rows, and SHA-256 of the lines.
    pub tables: Vec<TablePart>,
    /// The files that people handed in.
    #[serde(default)]
    pub files: FilesPart,
    /// SHA-256 of each key file.
    pub keys: BTreeMap<String, String>,
    /// Newest checkpoint of the ledger, to be kept elsewhere.
    pub checkpoint: Option<String>,
}

/// One table of a back-up.
#[derive(Debug, Clone, Serialize, Deserialize, PartialEq, Eq)]
pub struct TablePart {
    /// Its name.
    pub table: String,
    /// How many rows.
    pub rows: u64,
    /// SHA-256 of the lines, hex.
    pub digest: String,
}

/// The files of a back-up.
#[derive(Debug, Clone, Default, Serialize, Deserialize, PartialEq, Eq)]
pub struct FilesPart {
    /// How many.
    pub count: u64,
    /// Bytes of all of them.
    pub bytes: u64,
    /// Hashes of those that rows name and that were not on the disk, or not as they were.
    pub lost: Vec<String>,
}

/// Files of the keys, which a restored installation needs to open what is sealed.
pub const KEY_FILES: [&str; 2] = ["sealing.key", "ledger.key"];

/// Tables that are not carried along: who holds the file must not be signed in with it.
const LEFT_OUT: [&str; 8] = [
    "session",
    "one_time_link",
    "email_change",
    "known_device",
    "beginning",
    "handed_code",
    "attempt",
    "heartbeat",
];

/// Writes a back-up to `target` and answers with what is in it. `progress` hears of each table.
///
/// # Errors
/// The target is there already or cannot be written, or the database is away.
pub async fn backup(
    app: &App,
    target: &Path,
    progress: impl Fn(&str, u64),
) -> Result<Manifest, Fault> {
    if target.exists() {
        return Err(Fault::new(format!("{} is there already", target.display())));
    }
    let partial = with_suffix(target, ".partial");
    let mut zip = ZipWriter::new(BufWriter::new(File::create(&partial)?));
    let reader = app.store.snapshot().await?;
    let mut tables = Vec::new();
    for table in app.store.schema().tables() {
        if LEFT_OUT.contains(&table.name.as_str()) {
            continue;
        }
        let part = write_table(&reader, table, &mut zip).await?;
        progress(&part.table, part.rows);
        tables.push(part);
    }
    // Bytes are durable before a row names them, so those of the snapshot are there now.
    let files = write_files(&reader, app, &mut zip).await?;
    let manifest = Manifest {
        format: FORMAT.to_owned(),
        version: env!("CARGO_PKG_VERSION").to_owned(),
        at: app.store.now(),
        engine: app.store.engine().name().to_owned(),
        tables,
        files,
        keys: write_keys(&app.configuration.data, &mut zip)?,
        checkpoint: seal::newest(&reader).await?,
    };
    zip.start_file("manifest.json", options())?;
    zip.write_all(&serde_json::to_vec_pretty(&manifest)?)?;
    let file = zip.finish()?.into_inner().map_err(std::io::IntoInnerError::into_error)?;
    file.sync_all()?;
    std::fs::rename(&partial, target)?;
    File::open(
        target.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new(".")),
    )?
    .sync_all()?;
    Ok(manifest)
}

async fn write_table(
    reader: &Reader,
    table: &Table,
    zip: &mut ZipWriter<BufWriter<File>>,
) -> Result<TablePart, Fault> {
    zip.start_file(format!("tables/{}.jsonl", table.name), options())?;
    let (mut digest, mut rows, mut after) = (Sha256::new(), 0, None);
    loop {
        let batch = copy::rows_after(reader, table, after.as_ref()).await?;
        let Some(last) = batch.last() else { break };
        after = Some(table.key_value(last)?);
        rows += batch.len() as u64;
        for row in &batch {
            let line = serde_json::to_string(row)? + "\n";
            digest.update(&line);
            zip.write_all(line.as_bytes())?;
        }
    }
    Ok(TablePart { table: table.name.clone(), rows, digest: hex::encode(digest.finalize()) })
}

/// A file that is lost keeps nobody from saving the others: the manifest says which. A depot that is away does.
async fn write_files(
    reader: &Reader,
    app: &App,
    zip: &mut ZipWriter<BufWriter<File>>,
) -> Result<FilesPart, Fault> {
    let mut part = FilesPart::default();
    // Scans and office files are packed already.
    let stored = options().compression_method(CompressionMethod::Stored);
    for hash in files::named(reader).await? {
        match app.depot.whole(&hash).await? {
            Some(mut file) => {
                zip.start_file(format!("files/{hash}"), stored)?;
                part.bytes += std::io::copy(&mut file, zip)?;
                part.count += 1;
            }
            None => part.lost.push(hash),
        }
    }
    Ok(part)
}

fn write_keys(
    data: &Path,
    zip: &mut ZipWriter<BufWriter<File>>,
) -> Result<BTreeMap<String, String>, Fault> {
    let mut keys = BTreeMap::new();
    for name in KEY_FILES {
        let bytes = std::fs::read(data.join("keys").join(name))?;
        zip.start_file(format!("keys/{name}"), options().unix_permissions(0o600))?;
        zip.write_all(&bytes)?;
        keys.insert(name.to_owned(), hex::encode(Sha256::digest(&bytes)));
    }
    Ok(keys)
}

fn options() -> SimpleFileOptions {
    SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).large_file(true)
}

fn with_suffix(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(suffix);
    name.into()
}
