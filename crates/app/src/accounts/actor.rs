//! The actor: who does something, and what they hold where.

use std::fmt;
use std::str::FromStr;

use kernel::id::{AccountId, UnitId};
use kernel::{Fault, Instant};

use super::login::Login;
use super::names::Email;
use crate::frame::Locale;

/// A role (vai trò).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// Administrator (quản trị): accounts, units, the machine.
    Administrator,
    /// Secretary (thư ký): units and contests of the whole installation, or the contests that one unit
    /// organises or stands for.
    Secretary,
    /// Coordinator (đầu mối) of one unit.
    Coordinator,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 3] = [Self::Administrator, Self::Secretary, Self::Coordinator];

    /// The word in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Administrator => "administrator",
            Self::Secretary => "secretary",
            Self::Coordinator => "coordinator",
        }
    }

    /// Whether the role can hold at one unit.
    pub const fn may_hold_at_a_unit(self) -> bool {
        matches!(self, Self::Coordinator | Self::Secretary)
    }

    /// Whether the role can hold for the whole installation.
    pub const fn may_hold_everywhere(self) -> bool {
        matches!(self, Self::Administrator | Self::Secretary)
    }
}

impl fmt::Display for Role {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The text names no role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotARole;

impl fmt::Display for NotARole {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not a role")
    }
}

impl std::error::Error for NotARole {}

impl FromStr for Role {
    type Err = NotARole;

    fn from_str(text: &str) -> Result<Self, NotARole> {
        Self::ALL.into_iter().find(|role| role.code() == text).ok_or(NotARole)
    }
}

/// A role that somebody holds today, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    /// The role.
    pub role: Role,
    /// The unit; nothing means the installation.
    pub unit: Option<UnitId>,
}

impl Grant {
    /// Reads what the database holds: the word of a role, and the id of a unit.
    ///
    /// # Errors
    /// There is no such role, or it is no id.
    pub fn read(role: &str, unit: Option<&str>) -> Result<Self, Fault> {
        let unit = unit.map(str::parse::<UnitId>).transpose()?;
        Ok(Self { role: role.parse::<Role>()?, unit })
    }
}

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// Somebody with an account.
    Account(AccountId),
    /// Somebody with a shell on the machine.
    Operator,
}

impl fmt::Display for Who {
    /// As the ledger names the actor.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Account(id) => id.fmt(f),
            Self::Operator => f.write_str("operator"),
        }
    }
}

/// Somebody who acts, with what they hold today.
#[derive(Debug, Clone)]
pub struct Actor {
    /// Who it is.
    pub who: Who,
    /// Name for people.
    pub name: String,
    /// With what they sign in; nothing for the operator.
    pub login: Option<Login>,
    /// Language.
    pub locale: Locale,
    /// Roles that hold today.
    pub grants: Vec<Grant>,
    /// Id of the session; nothing for the operator.
    pub session: Option<String>,
    /// When the password was last given in this session.
    pub confirmed_at: Instant,
}

/// How long after the password was given dangerous acts need no second asking.
const CONFIRMED_SECONDS: i64 = 10 * 60;

impl Actor {
    /// Somebody with a shell on the machine: what they could do with the files anyway.
    pub fn operator(at: Instant) -> Self {
        Self {
            who: Who::Operator,
            name: "operator".to_owned(),
            login: None,
            locale: Locale::Vi,
            grants: vec![Grant { role: Role::Administrator, unit: None }],
            session: None,
            confirmed_at: at,
        }
    }

    /// The account, for columns that name one; the operator has none.
    pub fn account(&self) -> Option<AccountId> {
        match self.who {
            Who::Account(id) => Some(id),
            Who::Operator => None,
        }
    }

    /// Where letters go; nowhere for the operator and for somebody without an address.
    pub fn email(&self) -> Option<&Email> {
        self.login.as_ref().and_then(Login::email)
    }

    /// With what they sign in, as people read it; empty for the operator.
    pub fn login_shown(&self) -> String {
        self.login.as_ref().map(Login::shown).unwrap_or_default()
    }

    /// Coordinator or secretary of some unit, or the office: whoever can help authors to come in.
    pub fn may_help_authors(&self) -> bool {
        !self.grants.is_empty()
    }

    /// Whether the role is held for the installation.
    pub fn holds(&self, role: Role) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.unit.is_none())
    }

    /// Whether the role is held at this unit.
    pub fn holds_at(&self, role: Role, unit: UnitId) -> bool {
        self.grants.iter().any(|grant| grant.role == role && grant.unit == Some(unit))
    }

    /// Secretary or administrator: whoever looks after all units.
    pub fn runs_the_office(&self) -> bool {
        self.holds(Role::Secretary) || self.holds(Role::Administrator)
    }

    /// Secretary of the installation or of some unit, or administrator: whoever may set up a contest.
    pub fn may_begin_contests(&self) -> bool {
        self.runs_the_office() || self.grants.iter().any(|grant| grant.role == Role::Secretary)
    }

    /// Whether the password was given a short while ago.
    pub fn is_confirmed(&self, at: Instant) -> bool {
        at <= self.confirmed_at.plus_seconds(CONFIRMED_SECONDS)
    }
}
