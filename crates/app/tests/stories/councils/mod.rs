//! Councils: who sits in them, what stands against judging, who judges what, sheets, opening, results.

mod again;
pub mod apart;
mod assigning;
mod calling;
mod conflicting;
pub mod keying;
mod marking;
mod opening;
mod paper;
mod scanning;
mod secrets;
pub mod standing;
