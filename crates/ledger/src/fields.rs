//! Taking an object of the canonical form apart, member by member, with nothing left over.

use std::collections::BTreeMap;

use crate::canonical::{NotCanonical, Value};

/// The members of an object that have not been taken yet.
pub(crate) struct Fields(BTreeMap<String, Value>);

impl Fields {
    pub(crate) fn of(value: Value) -> Result<Self, NotCanonical> {
        match value {
            Value::Object(members) => Ok(Self(members)),
            _ => Err(NotCanonical),
        }
    }

    fn take(&mut self, name: &str) -> Result<Value, NotCanonical> {
        self.0.remove(name).ok_or(NotCanonical)
    }

    pub(crate) fn text(&mut self, name: &str) -> Result<String, NotCanonical> {
        text(self.take(name)?)
    }

    pub(crate) fn optional_text(&mut self, name: &str) -> Result<Option<String>, NotCanonical> {
        match self.take(name)? {
            Value::Null => Ok(None),
            value => text(value).map(Some),
        }
    }

    pub(crate) fn integer(&mut self, name: &str) -> Result<i64, NotCanonical> {
        match self.take(name)? {
            Value::Integer(number) => i64::try_from(number).map_err(|_| NotCanonical),
            _ => Err(NotCanonical),
        }
    }

    pub(crate) fn list(&mut self, name: &str) -> Result<Vec<Value>, NotCanonical> {
        match self.take(name)? {
            Value::List(items) => Ok(items),
            _ => Err(NotCanonical),
        }
    }

    pub(crate) fn texts(&mut self, name: &str) -> Result<Vec<String>, NotCanonical> {
        self.list(name)?.into_iter().map(text).collect()
    }

    /// An object whose members are all texts.
    pub(crate) fn named_texts(
        &mut self,
        name: &str,
    ) -> Result<BTreeMap<String, String>, NotCanonical> {
        let Self(members) = Self::of(self.take(name)?)?;
        members.into_iter().map(|(name, value)| Ok((name, text(value)?))).collect()
    }

    /// Refuses members that nobody asked for: they would be bytes that no check covers.
    pub(crate) fn end(self) -> Result<(), NotCanonical> {
        if self.0.is_empty() { Ok(()) } else { Err(NotCanonical) }
    }
}

fn text(value: Value) -> Result<String, NotCanonical> {
    match value {
        Value::Text(text) => Ok(text),
        _ => Err(NotCanonical),
    }
}
