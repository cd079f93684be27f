//! The visitors of the access matrix.

use crate::browser::Browser;
use crate::house::House;
use crate::template;

/// Who stands before a door. The things behind it belong to the department of science.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visitor {
    /// Nobody that we know.
    Anonymous,
    /// An administrator who has given the password and not yet the code.
    Half,
    /// Somebody with the cookie of an account that was disabled since.
    OldCookie,
    /// The coordinator of another unit.
    Other,
    /// The coordinator of the unit itself.
    Own,
    /// The secretary.
    Secretary,
    /// The administrator.
    Administrator,
}

impl Visitor {
    /// Everybody, in the order of the table's columns.
    pub const ALL: [Self; 7] = [
        Self::Anonymous,
        Self::Half,
        Self::OldCookie,
        Self::Other,
        Self::Own,
        Self::Secretary,
        Self::Administrator,
    ];

    /// Their browser.
    pub fn arrive(self, house: &House) -> Browser<'_> {
        let sessions = template::of(house.engine()).sessions();
        match self {
            Self::Anonymous => house.anon(),
            Self::Half => house.with_token(&sessions.half),
            Self::OldCookie => house.with_token(&sessions.ended),
            Self::Other => house.known(world::OTHER_COORDINATOR),
            Self::Own => house.known(world::COORDINATOR),
            Self::Secretary => house.known(world::SECRETARY),
            Self::Administrator => house.known(world::ADMINISTRATOR),
        }
    }
}
