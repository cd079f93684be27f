//! The files of a row: named in its cells, or lying in the folder of its key.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use entry::Item;
use kernel::{Fault, Message, Refusal, text};

use super::column::{FILE, compared};
use super::table::{Problem, Table, TableRow};
use crate::contests::RuleSet;
use crate::files::{self, Kept};

/// Files that machines leave behind.
const LEFT_BEHIND: [&str; 2] = ["thumbs.db", "desktop.ini"];

/// A file of a row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lying {
    /// Which part of the checklist it is.
    pub item: String,
    /// Its name.
    pub name: String,
    /// Where it lies.
    pub place: PathBuf,
    /// What would be kept of it.
    pub kept: Kept,
}

/// The folder in which the files of a table lie. Nothing outside of it is read, whatever a cell names.
#[derive(Debug, Clone)]
pub struct Folder(PathBuf);

impl Folder {
    /// Opens a folder.
    ///
    /// # Errors
    /// There is none.
    pub fn open(path: &Path) -> Result<Self, Refusal> {
        let there = path.canonicalize().ok().filter(|path| path.is_dir());
        let message = Message::new("dossier-import-no-such-folder").with("folder", path.display());
        there.map(Self).ok_or_else(|| Refusal::field("file", message))
    }

    /// Folders that belong to no row.
    ///
    /// # Errors
    /// The disk cannot be read.
    pub fn strays(&self, table: &Table) -> Result<Vec<String>, Fault> {
        let keys: BTreeSet<&str> = table.rows.iter().map(|row| row.key.as_str()).collect();
        let mut strays = Vec::new();
        for path in entries(&self.0)?.into_iter().filter(|path| path.is_dir()) {
            let name = name_of(&path);
            if !keys.contains(name.as_str()) {
                strays.push(name);
            }
        }
        Ok(strays)
    }

    /// Where a file lies that a cell names: in the folder of the row, or in the folder itself.
    fn place(&self, key: &str, named: &str) -> Option<PathBuf> {
        let places = [self.0.join(key).join(named), self.0.join(named)];
        let mut places = places.iter().filter_map(|place| place.canonicalize().ok());
        places.find(|place| place.starts_with(&self.0) && place.is_file())
    }
}

/// The files of a row.
///
/// # Errors
/// Everything that is wrong with them.
pub fn of_row(
    folder: Option<&Folder>,
    (row, table): (&TableRow, &Table),
    rules: &RuleSet,
) -> Result<Vec<Lying>, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut found = named(folder, (row, table), &mut problems);
    if let Some(folder) = folder {
        let others = unnamed(folder, (row, &found), rules, &mut problems);
        found.extend(others);
    }
    let measured = found.into_iter().filter_map(|part| measure(part, &mut problems));
    let measured: Vec<Lying> = measured.collect();
    if problems.is_empty() { Ok(measured) } else { Err(problems) }
}

/// A part of the checklist, and where a file of it lies.
type Part = (String, PathBuf);

/// What the cells of a row name.
fn named(
    folder: Option<&Folder>,
    (row, table): (&TableRow, &Table),
    problems: &mut Vec<Problem>,
) -> Vec<Part> {
    let mut found = Vec::new();
    for (item, cell) in &row.files {
        let names = cell.split([';', '\n']).map(text::clean).filter(|name| !name.is_empty());
        for named in names {
            match folder.and_then(|folder| folder.place(&row.key, &named)) {
                Some(place) => found.push((item.clone(), place)),
                None => {
                    let column = table.heading_of(&format!("{FILE}{item}"));
                    problems.push(problem(column, missing(folder, &named)));
                }
            }
        }
    }
    found
}

/// What lies in the folder of a row and no cell names.
fn unnamed(
    folder: &Folder,
    (row, named): (&TableRow, &[Part]),
    rules: &RuleSet,
    problems: &mut Vec<Problem>,
) -> Vec<Part> {
    let Ok(lying) = lying(folder, &row.key) else {
        problems.push(problem("", "dossier-import-folder-unreadable".into()));
        return Vec::new();
    };
    let named: BTreeSet<&PathBuf> = named.iter().map(|(_, place)| place).collect();
    let mut found = Vec::new();
    for (words, place) in lying.into_iter().filter(|(_, place)| !named.contains(place)) {
        match part_of(&words, &rules.entry.checklist) {
            Some(item) => found.push((item, place)),
            None => problems.push(problem(&name_of(&place), "dossier-import-file-whose".into())),
        }
    }
    found
}

fn problem(column: &str, message: Message) -> Problem {
    Problem { column: column.to_owned(), message }
}

fn missing(folder: Option<&Folder>, named: &str) -> Message {
    match folder {
        Some(_) => Message::new("dossier-import-file-missing").with("name", named),
        None => Message::new("dossier-import-no-folder").with("name", named),
    }
}

fn measure((item, place): Part, problems: &mut Vec<Problem>) -> Option<Lying> {
    let name = files::name_of(&name_of(&place));
    match files::measured(&place) {
        Ok(kept) => Some(Lying { item, name, place, kept }),
        Err(refusal) => {
            let said = refusal.fields.into_iter().map(|(_, message)| problem(&name, message));
            problems.extend(said);
            None
        }
    }
}

/// The files in the folder of a key and in its own folders, each with the words by which its part is known: the
/// name of its folder, or its own.
fn lying(folder: &Folder, key: &str) -> Result<Vec<(String, PathBuf)>, Fault> {
    let own = folder.0.join(key);
    let mut lying = Vec::new();
    if key.is_empty() || !own.is_dir() {
        return Ok(lying);
    }
    for path in entries(&own)? {
        if path.is_dir() {
            let words = name_of(&path);
            let inner = entries(&path)?.into_iter().filter(|path| path.is_file());
            lying.extend(inner.map(|place| (words.clone(), place)));
        } else if path.is_file() {
            lying.push((name_of(&path), path));
        }
    }
    let inside = |(words, place): (String, PathBuf)| {
        let place = place.canonicalize().ok()?;
        place.starts_with(&folder.0).then_some((words, place))
    };
    Ok(lying.into_iter().filter_map(inside).collect())
}

/// What stands in a folder, by name; hidden files and those that machines leave behind are not meant.
fn entries(folder: &Path) -> Result<Vec<PathBuf>, Fault> {
    let paths = std::fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = paths.collect::<Result<Vec<_>, _>>()?;
    paths.retain(|path| {
        let name = name_of(path).to_lowercase();
        !name.starts_with('.') && !LEFT_BEHIND.contains(&name.as_str())
    });
    paths.sort();
    Ok(paths)
}

fn name_of(path: &Path) -> String {
    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// The part of the checklist with whose key or name these words begin; the longer beginning says more.
fn part_of(words: &str, checklist: &[Item]) -> Option<String> {
    let words = compared(words);
    let begins = |start: &str| {
        let start = compared(start);
        let rest = words.strip_prefix(&start)?;
        (!start.is_empty() && (rest.is_empty() || rest.starts_with(' '))).then_some(start.len())
    };
    let fits = checklist.iter().filter_map(|item| {
        let length = begins(&item.key).max(begins(&item.name))?;
        Some((length, item))
    });
    fits.max_by_key(|(length, _)| *length).map(|(_, item)| item.key.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_says_which_part_it_is() {
        let item = |key: &str, name: &str| Item {
            key: key.to_owned(),
            name: name.to_owned(),
            ..Item::default()
        };
        let list = [
            item("mo-ta", "Bản mô tả"),
            item("mo-ta-anh", "Ảnh"),
            item("minh-chung", "Minh chứng"),
        ];
        let check = |words: &str, expect: Option<&str>| {
            assert_eq!(part_of(words, &list).as_deref(), expect, "{words}");
        };
        check("mo-ta.pdf", Some("mo-ta"));
        check("Mô tả máy gieo.pdf", Some("mo-ta"));
        check("mo-ta-anh 2.jpg", Some("mo-ta-anh"));
        check("Minh chứng - biên bản.pdf", Some("minh-chung"));
        check("Bản mô tả.docx", Some("mo-ta"));
        check("motamay.pdf", None);
        check("khác.pdf", None);
    }

    #[test]
    fn nothing_outside_of_the_folder_is_read() {
        let outside = tempfile::tempdir().unwrap();
        std::fs::write(outside.path().join("secret.pdf"), b"%PDF").unwrap();
        let root = outside.path().join("files");
        std::fs::create_dir_all(root.join("1")).unwrap();
        std::fs::write(root.join("1/a.pdf"), b"%PDF").unwrap();
        std::fs::write(root.join("1/.hidden"), b"x").unwrap();
        let folder = Folder::open(&root).unwrap();
        let place = |named: &str| folder.place("1", named).is_some();
        assert_eq!(
            ["a.pdf", "1/a.pdf", "../1/a.pdf", "../secret.pdf", "../../secret.pdf"].map(place),
            [true, true, true, false, false]
        );
        let absolute = outside.path().join("secret.pdf");
        assert!(folder.place("1", absolute.to_str().unwrap()).is_none());
        std::os::unix::fs::symlink(&absolute, root.join("1/link.pdf")).unwrap();
        assert!(!place("link.pdf"));
        assert_eq!(lying(&folder, "1").unwrap().len(), 1);
    }
}
