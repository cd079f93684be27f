//! Whole dossiers as a file or as folders: the manifest as it was handed in, the facts of its receipt, and its files.

use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use kernel::{Failure, Fault, Instant};
use serde_json::json;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use super::column::Sort;
use super::line::{self, Line};
use super::naming::Naming;
use crate::dossiers::handed_in::{self, HandedIn};
use crate::files;
use crate::frame::{App, Locale, Words};

/// Dossiers that are written between two looks at how far it is.
pub const AT_ONCE: usize = 50;

/// What stands in the folder of one dossier.
pub struct Folder {
    name: String,
    manifest: String,
    receipt: String,
    /// Where each file lies, and under which name it is packed.
    files: Vec<(std::path::PathBuf, String, u64)>,
}

impl Folder {
    /// How many bytes its files have.
    pub fn bytes(&self) -> u64 {
        self.files.iter().map(|(_, _, bytes)| bytes).sum()
    }
}

/// What stands in the folders of these dossiers.
///
/// # Errors
/// The database or the disk is away.
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
        folders.push(folder(app, (line, naming), version)?);
    }
    Ok(folders)
}

fn folder(
    app: &App,
    (line, naming): (&Line, &Naming),
    version: HandedIn,
) -> Result<Folder, Failure> {
    let mut files = Vec::new();
    let mut absent = Vec::new();
    for (at, file) in (1..).zip(&version.files) {
        let name = format!("{at:02} {}", files::name_of(&file.name));
        if !file.is_here {
            absent.push(name);
            continue;
        }
        let place = files::place_of(app, &file.hash)?;
        match std::fs::metadata(&place) {
            Ok(data) => files.push((place, name, data.len())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => absent.push(name),
            Err(error) => return Err(error.into()),
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
        "files_not_here_yet": absent,
    });
    let receipt = serde_json::to_string_pretty(&receipt).map_err(Fault::from)?;
    let name = naming.name(&line.row, &line.unit);
    Ok(Folder { name, manifest: version.body, receipt, files })
}

impl Folder {
    /// The texts of the folder, each with its name.
    fn texts(&self) -> [(&'static str, &str); 2] {
        [("manifest.json", &self.manifest), ("receipt.json", &self.receipt)]
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

    /// Writes these dossiers, too.
    ///
    /// # Errors
    /// The disk refuses.
    pub async fn write(self, folders: Vec<Folder>) -> Result<Self, Fault> {
        let written = tokio::task::spawn_blocking(move || match self {
            Self::Zip(zip) => into_zip(zip, &folders).map(Self::Zip),
            Self::Folders(place, bytes) => {
                let more = into_folders(&place, &folders)?;
                Ok(Self::Folders(place, bytes + more))
            }
        });
        written.await?
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

fn into_zip(mut zip: Zip, folders: &[Folder]) -> Result<Zip, Fault> {
    let text = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    // Papers and pictures are small already.
    let plain = text.compression_method(CompressionMethod::Stored).large_file(true);
    for folder in folders {
        for (name, body) in folder.texts() {
            zip.start_file(format!("{}/{name}", folder.name), text)?;
            io::Write::write_all(&mut zip, body.as_bytes())?;
        }
        for (place, name, _) in &folder.files {
            zip.start_file(format!("{}/{name}", folder.name), plain)?;
            io::copy(&mut File::open(place)?, &mut zip)?;
        }
    }
    Ok(zip)
}

fn into_folders(place: &Path, folders: &[Folder]) -> Result<u64, Fault> {
    let mut bytes = 0;
    for folder in folders {
        let own = place.join(&folder.name);
        std::fs::create_dir(&own)?;
        for (name, body) in folder.texts() {
            std::fs::write(own.join(name), body)?;
            bytes += u64::try_from(body.len())?;
        }
        for (lies, name, _) in &folder.files {
            bytes += std::fs::copy(lies, own.join(name))?;
        }
    }
    Ok(bytes)
}
