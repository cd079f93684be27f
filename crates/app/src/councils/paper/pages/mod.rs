//! The pages of sheets on paper.

pub mod key;
pub mod key_page;
pub mod list;
pub mod scan;

use kernel::Refusal;

use super::code::Code;

/// An address that holds no code is "not found", before the database is asked.
fn code(text: &str) -> Result<Code, Refusal> {
    text.parse().map_err(|_| Refusal::absent())
}
