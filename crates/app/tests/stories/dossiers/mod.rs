//! Dossiers: what the rules ask of an entry, and the forms that are filled in by pen.

mod asked;
mod forms;
