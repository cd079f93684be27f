//! Whole dossiers as a file or as folders: the manifest as it was handed in, the facts of its receipt, and its files.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use kernel::{Failure, Fault, Instant};
use serde_json::{Value, json};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::column::Sort;
use super::line::{self, Line};
use super::naming::Naming;
use crate::dossiers::handed_in::{self, HandedIn};
use crate::files;
use crate::frame::{App, Locale, Words};

/// Dossiers that are written between two looks at how far it is: their files must come from the depot in less than the
/// minute for which a job is held.
pub const AT_ONCE: usize = 10;

/// What stands in the folder of one dossier.
pub struct Folder {
    name: String,
    manifest: String,
    receipt: Value,
    /// The hash of each file, and under which name it is packed.
    files: Vec<(String, String)>,
    /// Names of files that are not here.
    absent: Vec<String>,
    bytes: u64,
}

impl Folder {
    /// How many bytes its files have.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }
}

/// What stands in the folders of these dossiers.
///
/// # Errors
/// The database is away.
pub async fn folders(
    app: &App,
    (ids, sort): (&[String], Sort),
    naming: &Naming,
) -> Result<Vec<Folder>, Failure> {
    let words = Words(Locale::Vi);
    let day = app.store.now().day();
    let lines = line::lines_of(&app.store, words, (ids, sort), day).await?;
    let mut handed_in = handed_in::newest(&app.store, ids).await?;
    let mut folders = Vec::with_capacity(lines.len());
    for line in &lines {
        let Some(version) = handed_in.remove(&line.row.dossier_id) else { continue };
        folders.push(folder((line, naming), version));
    }
    Ok(folders)
}

fn folder((line, naming): (&Line, &Naming), version: HandedIn) -> Folder {
    let (mut files, mut absent, mut bytes) = (Vec::new(), Vec::new(), 0);
    for (at, file) in (1..).zip(version.files) {
        let name = format!("{at:02} {}", files::name_of(&file.name));
        match file.is_here {
            true => {
                bytes += file.bytes;
                files.push((file.hash, name));
            }
            false => absent.push(name),
        }
    }
    let receipt = json!({
        "number": line.row.number,
        "state": line.row.state,
        "version": version.version,
        "received_at": Instant::from_millis(version.received_at).to_string(),
        "code": version.code,
        "sha256_of_manifest": version.digest,
        "blanked_at": version.blanked_at.map(|at| Instant::from_millis(at).to_string()),
    });
    let name = naming.name(&line.row, &line.unit);
    Folder { name, manifest: version.body, receipt, files, absent, bytes }
}

impl Folder {
    /// The facts of the receipt, written last, when it is known which files are lost.
    fn told(&self) -> Result<String, Fault> {
        let mut receipt = self.receipt.clone();
        receipt["files_not_here_yet"] = json!(self.absent);
        Ok(serde_json::to_string_pretty(&receipt)?)
    }
}

/// Where dossiers are written to, one after the other, so that memory does not grow with their number.
pub enum Package {
    /// One file.
    Zip(Box<ZipWriter<File>>),
    /// A folder with one for each dossier, and how many bytes are in it.
    Folders(PathBuf, u64),
}

impl Package {
    /// A file that is empty yet.
    pub fn zip(file: File) -> Self {
        Self::Zip(Box::new(ZipWriter::new(file)))
    }

    /// A folder that is empty yet.
    pub fn folders(place: &Path) -> Self {
        Self::Folders(place.to_owned(), 0)
    }

    /// Writes these dossiers, too, one file after the other: each is fetched for itself, so that neither memory nor
    /// disk need hold them all.
    ///
    /// # Errors
    /// The disk refuses, or the depot is away.
    pub async fn write(mut self, app: &App, folders: Vec<Folder>) -> Result<Self, Fault> {
        for mut folder in folders {
            let manifest = Content::Text(std::mem::take(&mut folder.manifest));
            self = self.add(format!("{}/manifest.json", folder.name), manifest).await?;
            for (hash, name) in std::mem::take(&mut folder.files) {
                let path = format!("{}/{name}", folder.name);
                match app.depot.whole(&hash).await? {
                    Some(file) => self = self.add(path, Content::File(file)).await?,
                    None => folder.absent.push(name),
                }
            }
            let receipt = Content::Text(folder.told()?);
            self = self.add(format!("{}/receipt.json", folder.name), receipt).await?;
        }
        Ok(self)
    }

    async fn add(self, path: String, content: Content) -> Result<Self, Fault> {
        let adding = tokio::task::spawn_blocking(move || match self {
            Self::Zip(zip) => into_zip(zip, &path, content).map(Self::Zip),
            Self::Folders(place, bytes) => {
                let more = into_folder(&place.join(path), content)?;
                Ok(Self::Folders(place, bytes + more))
            }
        });
        adding.await?
    }

    /// Ends it; answers with its bytes once they are on disk.
    ///
    /// # Errors
    /// The disk refuses.
    pub fn finish(self) -> Result<u64, Fault> {
        match self {
            Self::Zip(zip) => {
                let file = zip.finish()?;
                file.sync_all()?;
                Ok(file.metadata()?.len())
            }
            Self::Folders(_, bytes) => Ok(bytes),
        }
    }
}

type Zip = Box<ZipWriter<File>>;

/// What is written under one name.
enum Content {
    Text(String),
    File(File),
}

fn into_zip(mut zip: Zip, path: &str, content: Content) -> Result<Zip, Fault> {
    let text = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    match content {
        Content::Text(body) => {
            zip.start_file(path, text)?;
            io::Write::write_all(&mut zip, body.as_bytes())?;
        }
        Content::File(mut file) => {
            // Papers and pictures are small already.
            let plain = text.compression_method(CompressionMethod::Stored).large_file(true);
            zip.start_file(path, plain)?;
            io::copy(&mut file, &mut zip)?;
        }
    }
    Ok(zip)
}

fn into_folder(path: &Path, content: Content) -> Result<u64, Fault> {
    std::fs::create_dir_all(path.parent().unwrap_or(path))?;
    let mut target = File::options().write(true).create_new(true).open(path)?;
    Ok(match content {
        Content::Text(body) => io::copy(&mut body.as_bytes(), &mut target)?,
        Content::File(mut file) => io::copy(&mut file, &mut target)?,
    })
}
