//! WebP: the chunk of the picture, and that of what is clear in it.

use super::NoCopy;
use crate::image::little;

/// Marks of the head: a picture that moves, and one that is clear in places.
const MOVES: u8 = 0x02;
const IS_CLEAR: u8 = 0x10;
/// Bytes before the content of a chunk: name and length.
const BEFORE: usize = 8;

/// A copy of the chunks that are needed.
///
/// # Errors
/// It moves, or breaks off before its picture.
pub fn plain(bytes: &[u8]) -> Result<Vec<u8>, NoCopy> {
    let mut kept = Vec::new();
    let (mut at, mut has_picture) = (12, false);
    while let Some(length) = little(bytes, at + 4, 4) {
        let length = usize::try_from(length).map_err(|_| NoCopy::Damaged)?;
        let end = (at + BEFORE).checked_add(length).ok_or(NoCopy::Damaged)?;
        let chunk = bytes.get(at..end).ok_or(NoCopy::Damaged)?;
        match &chunk[..4] {
            b"VP8X" => put(&mut kept, &head(chunk)?),
            b"VP8 " | b"VP8L" => {
                has_picture = true;
                put(&mut kept, chunk);
            }
            b"ALPH" => put(&mut kept, chunk),
            _ => (),
        }
        at = end + length % 2;
    }
    if !has_picture {
        return Err(NoCopy::Damaged);
    }
    let length = u32::try_from(kept.len() + 4).map_err(|_| NoCopy::TooHard)?;
    Ok([&b"RIFF"[..], &length.to_le_bytes(), b"WEBP", &kept].concat())
}

/// The head without marks of what is left out.
fn head(chunk: &[u8]) -> Result<Vec<u8>, NoCopy> {
    let mut head = chunk.to_vec();
    let marks = head.get_mut(BEFORE).ok_or(NoCopy::Damaged)?;
    if *marks & MOVES != 0 {
        return Err(NoCopy::Moving);
    }
    *marks &= IS_CLEAR;
    Ok(head)
}

/// A chunk of an odd length is followed by a zero.
fn put(kept: &mut Vec<u8>, chunk: &[u8]) {
    kept.extend(chunk);
    if chunk.len() % 2 == 1 {
        kept.push(0);
    }
}
