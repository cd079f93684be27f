//! Removing bytes that nobody wants any more, while others may be handing in the same bytes.
//!
//! Whoever finds the bytes there already moves the time of the file to now before it relies on them. Whoever removes
//! a file first takes it aside and only then looks at its time: if it was claimed meanwhile, it goes back.

use std::fs::{self, File};
use std::io::{self, ErrorKind};
use std::path::Path;
use std::time::{Duration, SystemTime};

use kernel::{Fault, Instant};

use super::place;

/// The ending of a file that was taken aside.
const ASIDE: &str = "aside";

/// Claims a file from a moment on, if it is there.
///
/// # Errors
/// The disk refuses.
pub(super) fn claim(place: &Path, at: Instant) -> io::Result<bool> {
    match File::open(place) {
        Ok(file) => {
            touch(&file, at)?;
            // It may have been taken aside before it was claimed.
            Ok(place.is_file())
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error),
    }
}

/// Moves the time of a file.
///
/// # Errors
/// The disk refuses.
pub(super) fn touch(file: &File, at: Instant) -> io::Result<()> {
    file.set_modified(moment(at))
}

fn moment(at: Instant) -> SystemTime {
    let millis = Duration::from_millis(at.millis().unsigned_abs());
    match at.millis() < 0 {
        true => SystemTime::UNIX_EPOCH - millis,
        false => SystemTime::UNIX_EPOCH + millis,
    }
}

/// Removes the bytes of a file, unless somebody has claimed them since a moment; whether they are gone.
///
/// # Errors
/// The disk refuses.
pub fn discard(data: &Path, hash: &str, before: Instant) -> Result<bool, Fault> {
    let Some(place) = place(&data.join("files"), hash) else { return Ok(true) };
    let aside = place.with_extension(ASIDE);
    match fs::rename(&place, &aside) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(true),
        moved => moved?,
    }
    if fs::metadata(&aside)?.modified()? >= moment(before) {
        fs::rename(&aside, &place)?;
        return Ok(false);
    }
    fs::remove_file(aside)?;
    Ok(true)
}

/// The hashes of all files that lie on this disk. What was taken aside when the program was killed goes back first.
///
/// # Errors
/// The disk refuses.
pub fn strays(data: &Path) -> Result<Vec<String>, Fault> {
    let mut found = Vec::new();
    let shelves = match fs::read_dir(data.join("files")) {
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(found),
        shelves => shelves?,
    };
    for shelf in shelves {
        let shelf = shelf?.path();
        if !shelf.is_dir() {
            continue;
        }
        for file in fs::read_dir(shelf)? {
            let mut path = file?.path();
            if path.extension().is_some_and(|ending| ending == ASIDE) {
                fs::rename(&path, path.with_extension(""))?;
                path.set_extension("");
            }
            let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
            if place(data, name).is_some() {
                found.push(name.to_owned());
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::super::write;
    use super::*;

    fn at(seconds: i64) -> Instant {
        Instant::from_millis(1_790_000_000_000).plus_seconds(seconds)
    }

    #[test]
    fn what_was_claimed_since_stays() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("files");
        let put = |seconds| write(&folder, b"%PDF-1.7 x", Some(at(seconds))).unwrap().hash;
        let hash = put(0);
        assert!(!discard(data.path(), &hash, at(0)).unwrap());
        assert_eq!(put(60), hash);
        assert!(!discard(data.path(), &hash, at(60)).unwrap());
        assert_eq!(strays(data.path()).unwrap(), std::slice::from_ref(&hash));
        assert!(discard(data.path(), &hash, at(61)).unwrap());
        assert_eq!(strays(data.path()).unwrap(), [""; 0]);
        assert!(discard(data.path(), &hash, at(61)).unwrap());
    }

    #[test]
    fn what_lay_aside_comes_back() {
        let data = tempfile::tempdir().unwrap();
        let folder = data.path().join("files");
        let hash = write(&folder, b"%PDF-1.7 x", Some(at(0))).unwrap().hash;
        let place = place(&folder, &hash).unwrap();
        fs::rename(&place, place.with_extension(ASIDE)).unwrap();
        assert_eq!(strays(data.path()).unwrap(), [hash]);
        assert!(place.is_file());
    }
}
