//! Accounts: how people get in, stay in, and are kept out.

mod authors;
pub mod beginning;
mod confirmation;
mod consents;
mod email;
mod entry;
mod letters;
mod links;
mod own;
mod rates;
mod resets;
mod roles;
mod second_factor;
mod sessions;
mod set_up;
