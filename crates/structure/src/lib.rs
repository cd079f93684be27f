//! Reads the source tree as text, so that tests can hold what `STYLE.md` promises.
//!
//! Nothing here compiles or runs what it reads: a promise about the text of the project is tested on
//! its text.

pub mod arrows;
pub mod markup;
pub mod messages;
pub mod rust;
pub mod tree;

/// Fails with one line for each offence, and says which promise they break.
///
/// # Panics
/// There is an offence.
pub fn none(promise: &str, offences: &[String]) {
    assert!(offences.is_empty(), "{promise}\n  {}\n", offences.join("\n  "));
}
