//! The overview for those who lead: what it counts, for whom, and that its pictures have their numbers.

mod counting;
mod leading;
