//! Accounts (tài khoản): who may sign in, how they prove it, and what they hold where.
//!
//! Verbs: set up the first administrator, invite, accept, sign in and out, confirm, change the
//! password, add and remove a second factor, reset, grant and revoke roles, disable and enable. Authors
//! begin with a code by mail or from a helper, and state what they agree to.

pub mod actor;
pub mod authors;
pub mod beginning;
pub mod consent;
pub mod device;
pub mod email_change;
pub mod invitations;
pub mod known_devices;
pub mod letters;
pub mod links;
pub mod login;
pub mod names;
pub mod pages;
pub mod password;
pub mod people;
pub mod policy;
pub mod resets;
pub mod roles;
pub mod second_factor;
mod secrets;
pub mod session;
pub mod sign_in;
mod store;

pub use actor::{Actor, Grant, Role, Who};
