//! The file into which looks are written at once: a line each, appended under a lock that only the taking away of the
//! file excludes. It outlives the program; a power failure may take the lines of the last moments.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use kernel::Fault;

use super::Look;

fn folder(data: &Path) -> PathBuf {
    data.join("looks")
}

/// The lock: writers share it, who takes the file away has it alone.
fn lock(data: &Path) -> Result<File, Fault> {
    let path = folder(data).join("lock");
    let open = || File::options().create(true).truncate(false).write(true).open(&path);
    match open() {
        Err(error) if error.kind() == ErrorKind::NotFound => {
            fs::create_dir_all(folder(data))?;
            Ok(open()?)
        }
        opened => Ok(opened?),
    }
}

/// Appends looks.
///
/// # Errors
/// The disk refuses.
pub fn append(data: &Path, looks: &[Look]) -> Result<(), Fault> {
    let mut lines = Vec::new();
    for look in looks {
        serde_json::to_writer(&mut lines, look)?;
        lines.push(b'\n');
    }
    let lock = lock(data)?;
    lock.lock_shared()?;
    let mut file = File::options().create(true).append(true).open(folder(data).join("journal"))?;
    Ok(file.write_all(&lines)?)
}

/// Takes the looks that were written since the last time, and those that were taken and not [`done`]. Nothing where
/// there are none.
///
/// # Errors
/// The disk refuses.
pub fn take(data: &Path) -> Result<Option<Vec<Look>>, Fault> {
    let (journal, taken) = (folder(data).join("journal"), folder(data).join("taken"));
    if !taken.is_file() {
        if !journal.is_file() {
            return Ok(None);
        }
        let lock = lock(data)?;
        lock.lock()?;
        fs::rename(journal, &taken)?;
    }
    let text = String::from_utf8_lossy(&fs::read(&taken)?).into_owned();
    let read = |line: &str| match serde_json::from_str(line) {
        Ok(look) => Some(look),
        Err(error) => {
            tracing::warn!(%error, "a look cannot be read, which a power failure explains: {error}");
            None
        }
    };
    Ok(Some(text.lines().filter_map(read).collect()))
}

/// What was taken is in the database.
///
/// # Errors
/// The disk refuses.
pub fn done(data: &Path) -> Result<(), Fault> {
    Ok(fs::remove_file(folder(data).join("taken"))?)
}

#[cfg(test)]
mod tests {
    use kernel::Instant;
    use kernel::id::AccountId;

    use super::*;
    use crate::looks::Thing;

    fn look(part: &str) -> Look {
        Look {
            dossier: "d".to_owned(),
            account: AccountId::new(Instant::from_millis(0)),
            role: "secretary".to_owned(),
            unit: None,
            thing: Thing::File,
            part: part.to_owned(),
            at: 7,
        }
    }

    #[test]
    fn what_was_written_is_taken_until_it_is_done() {
        let data = tempfile::tempdir().unwrap();
        let data = data.path();
        assert_eq!(take(data).unwrap(), None);
        let looks = [look("1"), look("2\n\"ơ\"")];
        append(data, &looks).unwrap();
        assert_eq!(take(data).unwrap().unwrap(), looks);
        append(data, &[look("3")]).unwrap();
        assert_eq!(take(data).unwrap().unwrap(), looks, "not done: taken again");
        done(data).unwrap();
        assert_eq!(take(data).unwrap().unwrap().len(), 1);
        done(data).unwrap();
        assert_eq!(take(data).unwrap(), None);
    }

    #[test]
    fn half_a_line_is_passed_over() {
        let data = tempfile::tempdir().unwrap();
        append(data.path(), &[look("1")]).unwrap();
        let journal = folder(data.path()).join("journal");
        fs::OpenOptions::new().append(true).open(journal).unwrap().write_all(b"{\"do").unwrap();
        assert_eq!(take(data.path()).unwrap().unwrap().len(), 1);
    }

    #[test]
    fn nothing_is_lost_between_writers_and_the_taker() {
        let data = tempfile::tempdir().unwrap();
        let (data, writers, each) = (data.path(), 4, 200);
        let mut taken = 0;
        std::thread::scope(|scope| {
            for _ in 0..writers {
                scope.spawn(|| (0..each).for_each(|_| append(data, &[look("x")]).unwrap()));
            }
            while taken < writers * each {
                if let Some(looks) = take(data).unwrap() {
                    taken += looks.len();
                    done(data).unwrap();
                }
            }
        });
        assert_eq!((taken, take(data).unwrap()), (writers * each, None));
    }
}
