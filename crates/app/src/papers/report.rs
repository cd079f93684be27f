//! What was read, for programs: `hoithi.facts/1` with where it came from.

use decoding::{Encoding, How};
use documents::Facts;
use sandbox::Level;
use serde::Serialize;

use super::reading::Paper;

/// The facts of a paper with the name of its file and how it was decoded.
#[derive(Debug, Serialize)]
pub struct Report<'p> {
    #[serde(flatten)]
    facts: &'p Facts,
    source: &'p str,
    decoding: Decoding,
}

#[derive(Debug, Serialize)]
struct Decoding {
    how: How,
    pages: u32,
    all_pages: u32,
    encoding: Encoding,
    sandbox: Level,
}

impl<'p> Report<'p> {
    /// The report of a paper that came as a file of this name.
    pub fn of(paper: &'p Paper, source: &'p str) -> Self {
        let decoded = &paper.decoded;
        let (pages, all_pages) = (decoded.pages, decoded.all_pages);
        let (how, encoding, sandbox) = (decoded.how, decoded.encoding, paper.sandbox);
        let decoding = Decoding { how, pages, all_pages, encoding, sandbox };
        Self { facts: &paper.facts, source, decoding }
    }
}
