//! Access: who gets through which door, and what those learn who do not.

mod doors;
mod matrix;
mod refusals;
mod things;
mod visitors;
