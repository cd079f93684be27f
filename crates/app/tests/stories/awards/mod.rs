//! Awards: the meeting that decides, its motions, its papers, and the moment from which everybody reads the list.

mod checking;
mod closing;
mod meeting;
mod motions;
mod publishing;
mod secrets;
pub mod standing;
