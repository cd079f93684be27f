//! What `STYLE.md` promises, held by machine. Each module is one chapter of it.

mod crates;
mod dependencies;
mod direction;
mod entry_keys;
mod hygiene;
mod looks;
mod schema;
mod sentences;
mod sizes;
mod sql;
