//! Dossiers: what the rules ask of an entry, what authors write and hand in, who agrees and confirms.

mod agreeing;
mod asked;
mod beside;
mod following;
mod forms;
mod handing_in;
mod helping;
pub mod standing;
mod writing;
