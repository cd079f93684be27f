//! Reading: normalise → restore → layout → outline → facts → checks.

mod assembly;
pub(crate) mod casing;
mod checks;
mod facts;
mod form;
mod layout;
pub(crate) mod letters;
mod mending;
mod normalise;
mod outline;
mod paper;
mod text;
pub(crate) mod units;

use crate::facts::Facts;

/// What a paper says. Any text gives an answer; what is not stated is left out, never guessed.
///
/// `text` is the paper as decoded, line breaks and all; every evidence counts its characters.
pub fn read(text: &str) -> Facts {
    let (text, poor) = mending::mend(text::Text::new(normalise::normalise(text)));
    let paper = paper::Paper::new(layout::lay_out(text), poor);
    assembly::assemble(&paper)
}
