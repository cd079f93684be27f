//! What people type to find things in a list (cú pháp tìm kiếm): one syntax for every list.
//!
//! `máy gặt -"lúa nước" field:"Cơ khí" state:valid,asked number:12..40 applied:<2019 -missing:stamp`
//!
//! Words and phrases are found in any order, with or without marks. A key has a value: a text, one of some words,
//! numbers, or a stretch of time. `-` before a part turns it round. Which keys there are is data, a [`Vocabulary`];
//! each has an English and a Vietnamese name.
//!
//! Reading never fails: [`read()`] gives what was understood, and a [`Trouble`] with its place and the nearest known
//! word for each part that was not. Writing a query and reading it again gives the same query.

mod near;
mod read;
mod span;
mod tree;
mod trouble;
mod vocabulary;

pub use read::{LONGEST, MOST_PARTS, Read, read};
pub use span::Span;
pub use tree::{Part, Query, What};
pub use trouble::{Trouble, Wrong};
pub use vocabulary::{Key, Kind, Vocabulary, Word, dossiers};

#[cfg(test)]
mod tests;
