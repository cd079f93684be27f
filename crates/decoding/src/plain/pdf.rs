//! PDF: its pages printed anew into another PDF by `pdftocairo`. Nothing of the old file comes along but what its pages
//! draw: no facts about it, no comments, no attached files, no earlier states, no scripts, no forms to fill in.
//!
//! Photographs come along as they are packed, with what a camera wrote into them; that is filled with zeros where it
//! stands, and so is what the program says of itself and the hour. No byte moves, so every place in the file holds.

use super::{NoCopy, jpeg};
use crate::image::big;
use crate::program::Ask;
use crate::undecodable::Undecodable;
use crate::{Limits, pdf};

/// Bytes of a copy; scans of many pages are large.
const MOST: u64 = 100 * 1024 * 1024;
/// The words after which the program says what made the file, and when.
const TOLD: [&[u8]; 3] = [b"/Producer (", b"/CreationDate (", b"/ModDate ("];

/// The copy of a PDF.
///
/// # Errors
/// It is locked, broken, or there is nothing to print it with.
pub fn plain(bytes: &[u8], limits: &Limits) -> Result<Vec<u8>, NoCopy> {
    let pages = pdf::pages(bytes, limits)?;
    let mut copy = Ask::new("pdftocairo", "-pdf - -", bytes).answer(MOST)?;
    // The program ends well where it could print nothing.
    match pdf::pages(&copy, limits) {
        Ok(printed) if printed == pages => (),
        Ok(_) => return Err(NoCopy::Damaged),
        Err(Undecodable::TooHard) => return Err(NoCopy::TooHard),
        Err(_) => return Err(NoCopy::Damaged),
    }
    blank(&mut copy);
    Ok(copy)
}

fn blank(copy: &mut [u8]) {
    let mut at = 0;
    while let Some((from, to)) = next_stream(copy, at) {
        for told in TOLD {
            blank_text(&mut copy[at..from], told);
        }
        match copy.get(from..from + 4) {
            Some([0xFF, 0xD8, 0xFF, _]) => jpeg::blank(&mut copy[from..to]),
            Some([0, 0, 0, 12]) => blank_boxes(&mut copy[from..to]),
            _ => (),
        }
        at = to;
    }
    for told in TOLD {
        blank_text(&mut copy[at..], told);
    }
}

/// Where the next stream begins and ends.
fn next_stream(bytes: &[u8], at: usize) -> Option<(usize, usize)> {
    let begin = at + find(&bytes[at..], b"\nstream\n")? + 8;
    let end = begin + find(&bytes[begin..], b"endstream")?;
    Some((begin, end))
}

fn find(bytes: &[u8], what: &[u8]) -> Option<usize> {
    memchr::memmem::find(bytes, what)
}

/// Blanks for each letter of a text in round brackets.
fn blank_text(bytes: &mut [u8], before: &[u8]) {
    let Some(begin) = find(bytes, before).map(|at| at + before.len()) else { return };
    let mut open = 1;
    for byte in &mut bytes[begin..] {
        match byte {
            b'(' => open += 1,
            b')' => open -= 1,
            _ => (),
        }
        if open == 0 {
            return;
        }
        *byte = b' ';
    }
}

/// The boxes of JPEG 2000 that hold words become boxes of nothing.
fn blank_boxes(bytes: &mut [u8]) {
    let mut at = 0;
    while let Some(length) = big(bytes, at, 4).and_then(|length| usize::try_from(length).ok()) {
        let Some(end) = at.checked_add(length).filter(|end| length >= 8 && *end <= bytes.len())
        else {
            return;
        };
        if matches!(&bytes[at + 4..at + 8], b"xml " | b"uuid" | b"uinf") {
            bytes[at + 4..at + 8].copy_from_slice(b"free");
            bytes[at + 8..end].fill(0);
        }
        at = end;
    }
}
