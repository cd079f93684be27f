//! The tamper-evident log (sổ cái): what was done cannot be undone unseen.
//!
//! Every act that matters becomes an [`event::Event`] that names the rows it changed by their
//! digests. The log keeps a salted commitment to it ([`event::Entry`]) as a leaf of a tree
//! ([`tree::Frontier`]), whose head is signed from time to time ([`checkpoint::Checkpoint`]) and
//! given to people outside the operator's reach. [`audit::Audit`] compares what is stored with what
//! was promised and names each difference as a [`finding::Finding`].
//!
//! Nothing here reads a clock, a file, a database or a source of chance. `FORMAT.md` says all of it
//! byte by byte; `verify.py` is a second verifier, written from that page.

pub mod audit;
pub mod canonical;
pub mod checkpoint;
pub mod event;
pub mod export;
mod fields;
pub mod finding;
pub mod hash;
pub mod note;
pub mod proof;
mod reader;
mod rows;
pub mod tree;
