//! What a file is sent for.

use std::fmt;
use std::str::FromStr;

use kernel::id::RawId;

/// What a file is sent for: a kind of thing and the id of one, e.g. `dossier/0190…`. Whether the sender may
/// add files to it is decided by whoever names the file there.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Purpose(String);

/// Most letters of the kind of a thing.
const LONGEST_KIND: usize = 24;

/// The text names no purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAPurpose;

impl fmt::Display for NotAPurpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a purpose")
    }
}

impl std::error::Error for NotAPurpose {}

impl Purpose {
    /// For this thing of this kind.
    pub fn of(kind: &'static str, id: impl fmt::Display) -> Self {
        Self(format!("{kind}/{id}"))
    }

    /// The id of the thing, where it is of this kind.
    pub fn thing<Id: FromStr>(&self, kind: &str) -> Option<Id> {
        self.0.strip_prefix(kind)?.strip_prefix('/')?.parse().ok()
    }
}

impl FromStr for Purpose {
    type Err = NotAPurpose;

    fn from_str(text: &str) -> Result<Self, NotAPurpose> {
        let (kind, id) = text.split_once('/').ok_or(NotAPurpose)?;
        let is_kind = (1..=LONGEST_KIND).contains(&kind.len())
            && kind.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        let is_right = is_kind && id.parse::<RawId>().is_ok();
        is_right.then(|| Self(text.to_owned())).ok_or(NotAPurpose)
    }
}

impl fmt::Display for Purpose {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use kernel::Instant;
    use kernel::id::{ContestId, PaperId};

    use super::*;

    #[test]
    fn a_purpose_names_a_thing() {
        let id = ContestId::new(Instant::from_millis(1_790_000_000_123));
        let purpose = Purpose::of("contest", id);
        assert_eq!(purpose.to_string().parse(), Ok(purpose.clone()));
        assert_eq!(purpose.thing("contest"), Some(id));
        assert_eq!(purpose.thing::<PaperId>("paper"), None);
        assert_eq!(purpose.thing::<PaperId>("cont"), None);
        for wrong in ["", "/", "dossier", "dossier/", "dossier/1", "../etc", "Dossier/x"] {
            assert_eq!(wrong.parse::<Purpose>(), Err(NotAPurpose), "{wrong}");
        }
        assert_eq!(format!("{}/{id}", "a".repeat(25)).parse::<Purpose>(), Err(NotAPurpose));
    }
}
