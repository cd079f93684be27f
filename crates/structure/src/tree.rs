//! The files of the project.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

/// Folders that hold what was made or fetched, not written.
const NOT_OURS: [&str; 8] =
    [".git", "target", "node_modules", "data", ".test", "__pycache__", "test-results", ".library"];

/// A file with its path from the root, with `/` between its parts.
#[derive(Debug, Clone)]
pub struct Text {
    /// Path from the root.
    pub path: String,
    /// What it holds.
    pub text: String,
}

/// The root of the project.
pub fn root() -> PathBuf {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.ancestors().nth(2).expect("this crate stands two folders below the root").to_owned()
}

/// Paths of all files of the project: what version control knows or would take up, or, in an archive
/// without it, everything that was not made or fetched.
pub fn paths() -> Vec<String> {
    static ALL: OnceLock<Vec<String>> = OnceLock::new();
    let sorted = || {
        let mut paths = listed().unwrap_or_else(|| walked(&root(), ""));
        paths.sort();
        paths
    };
    ALL.get_or_init(sorted).clone()
}

fn listed() -> Option<Vec<String>> {
    let list = ["ls-files", "-z", "--cached", "--others", "--exclude-standard"];
    let output = Command::new("git").args(list).current_dir(root()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok().filter(|_| output.status.success())?;
    let there = |path: &&str| !path.is_empty() && root().join(path).is_file();
    Some(text.split('\0').filter(there).map(str::to_owned).collect())
}

fn walked(folder: &Path, prefix: &str) -> Vec<String> {
    let Ok(entries) = std::fs::read_dir(folder) else { return Vec::new() };
    let names = entries.flatten().map(|entry| entry.file_name().to_string_lossy().into_owned());
    let ours = names.filter(|name| !NOT_OURS.contains(&name.as_str()));
    ours.flat_map(|name| {
        let (path, below) = (folder.join(&name), format!("{prefix}{name}"));
        if path.is_dir() { walked(&path, &format!("{below}/")) } else { vec![below] }
    })
    .collect()
}

/// The file at a path from the root; pictures and fonts are no text and are left out.
pub fn read(path: &str) -> Option<Text> {
    let text = std::fs::read_to_string(root().join(path)).ok()?;
    Some(Text { path: path.to_owned(), text })
}

/// The text files below a folder whose names end so.
pub fn below(folder: &str, ending: &str) -> Vec<Text> {
    let fits = |path: &String| path.starts_with(folder) && path.ends_with(ending);
    paths().iter().filter(|path| fits(path)).filter_map(|path| read(path)).collect()
}

/// The text of a file that must be there.
///
/// # Panics
/// It is not there.
pub fn required(path: &str) -> String {
    let found = read(path);
    assert!(found.is_some(), "{path} is missing");
    found.map(|file| file.text).unwrap_or_default()
}
