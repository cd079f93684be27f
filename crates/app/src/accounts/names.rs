//! What somebody is called and reached by: address and name, read from what was typed.

use kernel::{Message, Refusal, text};

/// An e-mail address: lower case, NFC, one `@`, no blanks or line ends.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email(String);

impl Email {
    /// Reads an address that somebody typed.
    ///
    /// # Errors
    /// A refusal beside the field `email`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let email = text::nfc(typed).trim().to_lowercase();
        let parsed: Result<lettre::Address, _> = email.parse();
        match parsed.is_ok() && email.len() <= 200 && email.is_ascii() {
            true => Ok(Self(email)),
            false => Err(Refusal::field("email", "email-unreadable")),
        }
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person's name: one line, not empty, at most 100 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PersonName(String);

impl PersonName {
    /// Reads a name that somebody typed.
    ///
    /// # Errors
    /// A refusal beside the field `name`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        let name = text::clean(typed);
        match name.chars().count() {
            0 => Err(Refusal::field("name", "person-name-empty")),
            1..=100 => Ok(Self(name)),
            _ => Err(Refusal::field("name", Message::new("name-too-long").with("longest", 100))),
        }
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}
