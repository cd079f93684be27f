//! The known world: one fictional province, Sa Lĩnh, that every story and the demo use.
//!
//! Data only. `hoithi::installation::demo` loads it through the verbs of the product. No name here is
//! in the gazetteer of Việt Nam, and no telephone number here is in use: 0200 is no area code.
//! [`papers`] are what offices of the province wrote, [`life`] is who did what with them and when.

mod bodies;
mod communes;
pub mod life;
pub mod papers;
mod people;
mod thung_may;
pub mod time;

/// A unit (đơn vị) of the world.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Unit {
    /// How the world calls it; unique.
    pub key: &'static str,
    /// Its name.
    pub name: &'static str,
    /// Code of its kind.
    pub kind: &'static str,
    /// The office's own code.
    pub code: Option<&'static str>,
    /// Key of the unit above.
    pub parent: Option<&'static str>,
    /// First day, ISO; nothing when it was there from the beginning.
    pub founded: Option<&'static str>,
    /// Other ways to write its name.
    pub aliases: &'static [&'static str],
    /// Whom to call.
    pub contacts: &'static [Contact],
}

/// Whom to call at a unit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Contact {
    /// The person, or the desk.
    pub name: &'static str,
    /// What they answer for.
    pub duty: &'static str,
    /// E-mail.
    pub email: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// Whether it is a person's own number.
    pub personal: bool,
}

/// Somebody with an account.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Person {
    /// Name.
    pub name: &'static str,
    /// Address for sign-in.
    pub email: &'static str,
    /// Code of the role.
    pub role: &'static str,
    /// Key of the unit at which the role holds.
    pub unit: Option<&'static str>,
    /// Whether the account was disabled.
    pub disabled: bool,
    /// Word in the key of the sentence that says what to look at first.
    pub hint: &'static str,
    /// Path of the page to look at first.
    pub begins_at: &'static str,
}

/// A reorganisation (sắp xếp) of units by one decision.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reorganisation {
    /// `merge`, `split`, `rename` or `abolish`.
    pub kind: &'static str,
    /// Number of the decision.
    pub number: &'static str,
    /// Day of the decision, ISO.
    pub decided: &'static str,
    /// Who decided.
    pub issuer: &'static str,
    /// First day of the new state, ISO.
    pub effective: &'static str,
    /// Who became whom.
    pub successions: &'static [Succession],
}

/// One unit that became another, whole or in part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Succession {
    /// Key of the unit that was.
    pub from: &'static str,
    /// Key of the unit that is; nothing when nobody succeeds.
    pub to: Option<&'static str>,
    /// `whole`, `part` or `none`.
    pub extent: &'static str,
}

pub use people::{
    ADMINISTRATOR, COMMUNE_SECRETARY, COORDINATOR, DISABLED, DISTRICT_SECRETARY, LEADER,
    OTHER_COORDINATOR, PEOPLE, SCHOOLS_COORDINATOR, SECRETARY, UNIVERSITY_SECRETARY,
    YOUTH_COORDINATOR, everybody,
};
pub use thung_may::REORGANISATIONS;

/// Every unit; a parent comes before what stands under it.
pub fn units() -> impl Iterator<Item = &'static Unit> {
    bodies::BODIES.iter().chain(communes::COMMUNES).chain(thung_may::UNITS)
}

/// The unit of a key.
pub fn unit(key: &str) -> Option<&'static Unit> {
    units().find(|unit| unit.key == key)
}

const fn body(
    key: &'static str,
    name: &'static str,
    kind: &'static str,
    parent: &'static str,
) -> Unit {
    Unit {
        key,
        name,
        kind,
        code: None,
        parent: Some(parent),
        founded: None,
        aliases: &[],
        contacts: &[],
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn parents_come_first_and_keys_are_unique() {
        let mut known = BTreeSet::new();
        for unit in units() {
            assert!(unit.parent.is_none_or(|parent| known.contains(parent)), "{}", unit.key);
            assert!(known.insert(unit.key), "{} twice", unit.key);
        }
        let codes: Vec<_> = units().filter_map(|unit| unit.code).collect();
        assert_eq!(codes.iter().collect::<BTreeSet<_>>().len(), codes.len());
    }

    #[test]
    fn no_telephone_rings_anywhere() {
        for contact in units().flat_map(|unit| unit.contacts) {
            assert!(contact.phone.starts_with("0200 3 812 "), "{}", contact.phone);
            assert!(contact.email.ends_with(".example"), "{}", contact.email);
        }
    }

    #[test]
    fn who_is_named_is_there() {
        let successions = REORGANISATIONS.iter().flat_map(|one| one.successions);
        let ends = successions.flat_map(|one| [Some(one.from), one.to]).flatten();
        let held = everybody().filter_map(|person| person.unit);
        for key in ends.chain(held) {
            assert!(unit(key).is_some(), "{key}");
        }
    }
}
