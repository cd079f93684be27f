//! Who is meant by a name of a paper (đơn vị được nhắc tới), as proposed or as a person chose.

use gazetteer::PlaceId;
use kernel::id::UnitId;
use serde::{Deserialize, Serialize};

use super::ended::Ended;
use crate::units::Kind;

/// Who is meant by a name of the paper.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnitLine {
    /// The name in the paper.
    pub named: String,
    /// Whether it is a group.
    pub group: bool,
    /// Who is meant.
    pub choice: Choice,
}

/// Who is meant.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Choice {
    /// Units that are here already.
    Existing(Vec<UnitId>),
    /// A unit that is to be founded.
    New {
        /// Its name.
        name: String,
        /// Word of its kind.
        kind: String,
    },
    /// People's committees of places, each founded where it is not here yet.
    Places(Vec<PlaceId>),
    /// A body that is no more: who took over is not chosen yet.
    Ended(Ended),
    /// Nobody.
    Nobody,
}

impl Choice {
    /// The units that are here of which it speaks.
    pub fn units(&self) -> &[UnitId] {
        match self {
            Self::Existing(units) => units,
            Self::Ended(ended) => &ended.units,
            Self::New { .. } | Self::Places(_) | Self::Nobody => &[],
        }
    }

    /// A unit of this name, its kind told by the name.
    pub fn founded(name: &str) -> Self {
        Self::New { name: name.to_owned(), kind: Kind::of_name(name).code().to_owned() }
    }
}
