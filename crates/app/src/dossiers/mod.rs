//! Dossiers (hồ sơ dự thi): what one must hold by the rules of its contest, as authors see it, and the
//! forms that are filled in by pen.
//!
//! What is asked is a part of the contest's rule set ([`entry::EntryRules`]); a change of it makes the next
//! version of the rules, as any change of the rules does.

pub mod form;
pub mod pages;
mod typed;
