//! The frame around every capability: the house, the visitor, pages, refusals, assets, languages.

pub mod answer;
pub mod assets;
pub mod became;
pub mod code;
pub mod connections;
pub mod form;
pub mod guard;
pub mod house;
pub mod keys;
pub mod layout;
pub mod listing;
pub mod money;
pub mod page;
pub mod shelf;
pub mod visitor;
pub mod words;

pub use answer::{Answer, Trouble};
pub use house::App;
pub use layout::Layout;
pub use page::Frame;
pub use visitor::Visitor;
pub use words::{Locale, Words};
