//! PNG: chunks that the elements need.

use super::NoCopy;
use crate::image::big;

/// Chunks that say how elements look; none of them holds words. A profile of colours has some, and a picture that
/// moves is shown by its first state.
const NEEDED: [&[u8; 4]; 10] =
    [b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"cHRM", b"sRGB", b"pHYs", b"sBIT"];
/// Bytes of a chunk around its content: length, name, sum.
const AROUND: usize = 12;

/// A copy of the chunks that are needed.
///
/// # Errors
/// It breaks off before its end.
pub fn plain(bytes: &[u8]) -> Result<Vec<u8>, NoCopy> {
    let mut copy = bytes.get(..8).ok_or(NoCopy::Damaged)?.to_vec();
    let mut at = 8;
    loop {
        let length = big(bytes, at, 4).and_then(|length| usize::try_from(length).ok());
        let end = length.and_then(|length| length.checked_add(at + AROUND));
        let chunk = end.and_then(|end| bytes.get(at..end)).ok_or(NoCopy::Damaged)?;
        let name = &chunk[4..8];
        if NEEDED.iter().any(|needed| *needed == name) {
            copy.extend(chunk);
        }
        if name == b"IEND" {
            return Ok(copy);
        }
        at += chunk.len();
    }
}
