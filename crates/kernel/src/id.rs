//! Ids: one type each, all of them UUIDv7 in lower-case text.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use crate::time::Instant;

/// A UUIDv7 in its canonical text form; what the id types of the capabilities wrap.
///
/// Order of ids is order of creation to the millisecond, which keeps indexes compact.
/// An id is a name, never a secret.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RawId(Uuid);

impl RawId {
    /// A new id stamped with `at`; the rest of its bits are random.
    pub fn new(at: Instant) -> Self {
        let seconds = u64::try_from(at.millis() / 1000).unwrap_or(0);
        let nanos = u32::try_from(at.millis().rem_euclid(1000)).unwrap_or(0) * 1_000_000;
        let stamp = uuid::Timestamp::from_unix(uuid::NoContext, seconds, nanos);
        Self(Uuid::new_v7(stamp))
    }
}

/// The text is not a UUIDv7 in canonical form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotAnId;

impl fmt::Display for NotAnId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id")
    }
}

impl std::error::Error for NotAnId {}

impl FromStr for RawId {
    type Err = NotAnId;

    /// Accepts only the one spelling that [`fmt::Display`] prints, so that an id has one URL.
    fn from_str(text: &str) -> Result<Self, NotAnId> {
        let id = Uuid::try_parse(text).map_err(|_| NotAnId)?;
        let canonical = id.get_version_num() == 7 && id.hyphenated().to_string() == text;
        canonical.then_some(Self(id)).ok_or(NotAnId)
    }
}

impl fmt::Display for RawId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.hyphenated().fmt(f)
    }
}

impl fmt::Debug for RawId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

/// Declares an id type: `id_type!(/// doc UnitId);`.
#[macro_export]
macro_rules! id_type {
    ($(#[$meta:meta])* $name:ident) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[derive(serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name($crate::id::RawId);

        impl $name {
            /// A new id, ordered by `at`.
            pub fn new(at: $crate::time::Instant) -> Self {
                Self($crate::id::RawId::new(at))
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::id::NotAnId;
            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    };
}

id_type!(
    /// A unit (đơn vị).
    UnitId
);

id_type!(
    /// An account (tài khoản).
    AccountId
);

id_type!(
    /// A contest (hội thi): one edition at one level.
    ContestId
);

id_type!(
    /// An official paper (văn bản).
    PaperId
);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_reads_back_and_has_one_spelling() {
        let id = RawId::new(Instant::from_millis(1_790_000_000_123));
        assert_eq!(id.to_string().parse(), Ok(id));
        assert_eq!(id.to_string().to_uppercase().parse::<RawId>(), Err(NotAnId));
        assert_eq!("0".parse::<RawId>(), Err(NotAnId));
    }

    #[test]
    fn ids_sort_by_their_instant() {
        let early = RawId::new(Instant::from_millis(1_000));
        let late = RawId::new(Instant::from_millis(2_000));
        assert!(early < late);
        assert!(early.to_string() < late.to_string());
    }
}
