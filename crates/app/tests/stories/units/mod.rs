//! Units: who one was and is, reorganisations, spreadsheets.

mod lists;
mod reorganisations;
mod sheets;
