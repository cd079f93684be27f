//! Why a paper cannot be read: a code for programs, a sentence with a way out for people.

use decoding::{Limits, Undecodable};
use kernel::Message;
use kernel::refusal::{Refusal, RefusalKind};

/// Why a file gives no paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// There is no such file.
    Absent,
    /// It is there and may not be opened.
    Closed,
    /// It is no file: a device, a pipe.
    NotAFile,
    /// Its bytes give no text.
    Undecodable(Undecodable),
}

impl Trouble {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let undecodable = Undecodable::ALL.into_iter().map(Self::Undecodable);
        [Self::Absent, Self::Closed, Self::NotAFile].into_iter().chain(undecodable)
    }

    /// Its code, which does not change.
    pub fn code(self) -> &'static str {
        match self {
            Self::Absent => "file.absent",
            Self::Closed => "file.closed",
            Self::NotAFile => "file.not_a_file",
            Self::Undecodable(trouble) => trouble.code(),
        }
    }

    /// Key of its sentence.
    pub fn key(self) -> String {
        format!("paper-{}", self.code().replace(['.', '_'], "-"))
    }

    /// Its sentence.
    pub fn message(self) -> Message {
        let limits = Limits::default();
        Message::new(self.key())
            .with("megabytes", limits.bytes / 1024 / 1024)
            .with("megapixels", limits.pixels / 1_000_000)
    }

    /// The sentence of a code that was written down.
    pub fn told(code: &str) -> Message {
        let known = Self::all().find(|trouble| trouble.code() == code);
        known.map_or_else(|| Message::new("paper-state-unread"), Self::message)
    }

    /// The refusal beside the field `file` of a form.
    pub fn refusal(self) -> Refusal {
        let kind = match self {
            Self::Undecodable(Undecodable::TooBig) => RefusalKind::TooLarge,
            _ => RefusalKind::Invalid,
        };
        Refusal::new(kind, "form-has-errors").and_field("file", self.message())
    }
}

impl From<Undecodable> for Trouble {
    fn from(trouble: Undecodable) -> Self {
        Self::Undecodable(trouble)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_trouble_has_its_own_code() {
        let codes: BTreeSet<&str> = Trouble::all().map(Trouble::code).collect();
        assert_eq!(codes.len(), Trouble::all().count());
    }
}
