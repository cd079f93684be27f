//! The portal: what everybody may know of a contest, from which moment on, and what nobody learns before.

mod hidden;
pub mod made;
mod pages;
