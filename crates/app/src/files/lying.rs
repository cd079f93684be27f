//! Files that lie on this machine, measured and taken over piece by piece: a film does not fit into memory.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;

use kernel::{Fault, Refusal};
use sha2::{Digest, Sha256};

use super::{Kept, media, place};
use crate::frame::App;

/// Bytes that are read at once.
const AT_ONCE: usize = 256 * 1024;

/// What would be kept of a file that lies somewhere.
///
/// # Errors
/// It is empty, or cannot be read: both are said as refusals, for people named the file.
pub fn measured(lying: &Path) -> Result<Kept, Refusal> {
    let read = File::open(lying).map_err(Fault::from).and_then(|mut file| {
        let (hash, bytes) = poured(&mut file, &mut std::io::sink())?;
        file.rewind()?;
        Ok(Kept { hash, bytes, media_type: media::of_file(&mut file)? })
    });
    match read {
        Ok(kept) if kept.bytes == 0 => Err(Refusal::field("file", "file-empty")),
        Ok(kept) => Ok(kept),
        Err(_) => Err(Refusal::field("file", "file-unreadable")),
    }
}

/// Takes a file over as it was measured, and puts it on disk, where it stays even if the power fails now.
///
/// # Errors
/// It is another file by now, or the disk refuses.
pub fn take_over(app: &App, lying: &Path, kept: &Kept) -> Result<(), Fault> {
    let folder = super::folder(app);
    let place = place(&folder, &kept.hash).ok_or_else(|| Fault::new("a digest is a hash"))?;
    if place.is_file() {
        return Ok(());
    }
    let shelf = place.parent().unwrap_or(&folder);
    std::fs::create_dir_all(shelf)?;
    let mut draft = tempfile::NamedTempFile::new_in(shelf)?;
    let (hash, _) = poured(&mut File::open(lying)?, &mut draft)?;
    if hash != kept.hash {
        return Err(Fault::new(format!("{} was changed meanwhile", lying.display())));
    }
    draft.as_file().sync_all()?;
    draft.persist(&place).map_err(|error| Fault::from(error.error))?;
    File::open(shelf)?.sync_all()?;
    File::open(&folder)?.sync_all()?;
    Ok(())
}

/// Whether the bytes of a hash are in a folder of an installation, as they were.
///
/// # Errors
/// The disk cannot be read.
pub fn is_whole(data: &Path, hash: &str) -> Result<bool, Fault> {
    let Some(place) = place(&data.join("files"), hash) else { return Ok(false) };
    match File::open(place) {
        Ok(mut file) => Ok(poured(&mut file, &mut std::io::sink())?.0 == hash),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(error.into()),
    }
}

/// Reads to the end, writing along; answers with the hash and the number of bytes.
fn poured(from: &mut impl Read, to: &mut impl Write) -> Result<(String, usize), Fault> {
    let mut digest = Sha256::new();
    let mut bytes = 0;
    let mut buffer = vec![0; AT_ONCE];
    loop {
        let read = from.read(&mut buffer)?;
        if read == 0 {
            return Ok((hex::encode(digest.finalize()), bytes));
        }
        digest.update(&buffer[..read]);
        to.write_all(&buffer[..read])?;
        bytes += read;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_measured_as_its_bytes_are() {
        let folder = tempfile::tempdir().unwrap();
        let lying = folder.path().join("a.pdf");
        let bytes = [b"%PDF-1.7 ".as_slice(), &vec![7; AT_ONCE]].concat();
        std::fs::write(&lying, &bytes).unwrap();
        let kept = measured(&lying).unwrap();
        let expect = Kept {
            hash: hex::encode(Sha256::digest(&bytes)),
            bytes: bytes.len(),
            media_type: "application/pdf",
        };
        assert_eq!(kept, expect);
        std::fs::write(&lying, b"").unwrap();
        assert_eq!(measured(&lying).unwrap_err().fields[0].1.key, "file-empty");
        let refusal = measured(&folder.path().join("b.pdf")).unwrap_err();
        assert_eq!(refusal.fields[0].1.key, "file-unreadable");
    }

    #[test]
    fn a_file_that_was_altered_is_not_whole() {
        let folder = tempfile::tempdir().unwrap();
        let kept = super::super::write(&folder.path().join("files"), b"%PDF-1.7", None).unwrap();
        assert!(is_whole(folder.path(), &kept.hash).unwrap());
        let place = place(&folder.path().join("files"), &kept.hash).unwrap();
        std::fs::write(&place, b"%PDF-1.8").unwrap();
        assert!(!is_whole(folder.path(), &kept.hash).unwrap());
        std::fs::remove_file(place).unwrap();
        assert!(!is_whole(folder.path(), &kept.hash).unwrap());
    }
}
