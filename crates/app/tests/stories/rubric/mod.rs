//! Rules of judging: chosen, read, changed by versions, sealed when judging begins, and nobody else's matter.

mod changing;
mod choosing;
mod scales;
mod sealing;
mod standing;
