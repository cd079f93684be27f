//! Entering a contest (dự thi): what its rules (thể lệ) ask of an entry beyond field and age, as data.
//!
//! [`EntryRules`] are one part of a contest's rule set and are kept whole with each version of it. Sets that
//! are ready ([`ready()`]) give a secretariat the national contest, the four families of descriptions that
//! provinces use, and the contest of the young; each is a file of `sets/` and can be changed at will.
//!
//! An [`Entry`] is what authors write; [`Entry::gaps`] says what it still lacks by its rules.

mod check;
mod choices;
mod gaps;
mod identity;
mod lines;
mod ready;
mod rules;
mod written;

pub use check::Trouble;
pub use choices::{Confirmation, Detail, FileKind, Holder, Need, Role, Won};
pub use gaps::{Against, Gap, Step, Weight};
pub use identity::is_called_identity;
pub use lines::{Line, Part};
pub use ready::{Ready, ready, with_code};
pub use rules::{Authors, Conditions, EntryRules, Files, Group, Item, Section};
pub use written::{
    Author, Entry, NotAShare, Organisation, People, Share, Solution, percent, words,
};
