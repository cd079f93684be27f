//! The reader as a whole: what it finds in known papers, and what it does with anything else.

#[path = "../score/mod.rs"]
mod score;

mod bars;
mod equality;
mod evidence;
mod formats;
mod papers;
mod perturbation;
mod properties;
mod speed;
