//! Files that lie on this machine, measured and taken over piece by piece: a film does not fit into memory.

use std::fs::File;
use std::io::{Read, Seek, Write};
use std::path::Path;

use kernel::{Fault, Refusal};
use sha2::{Digest, Sha256};

use super::{Kept, Source, media};
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

/// Takes a file over as it was measured; it is durable when this returns.
///
/// # Errors
/// It is another file by now, or the depot refuses.
pub async fn take_over(app: &App, lying: &Path, kept: &Kept) -> Result<(), Fault> {
    let source = Source::Lying(lying.to_owned());
    app.depot.put(source, kept.meant(), app.store.now()).await
}

/// Reads to the end, writing along; answers with the hash and the number of bytes.
pub(super) fn poured(from: &mut impl Read, to: &mut impl Write) -> Result<(String, usize), Fault> {
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
}
