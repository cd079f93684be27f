//! The two ways in which a request can end badly: a refusal and a fault.
//!
//! A [`Refusal`] is the rules or the input saying no: it says what happened, why, and what to do
//! next. A [`Fault`] is our own failure: it is logged once with a reference that the user can quote.

use std::borrow::Cow;
use std::error::Error;
use std::fmt;

/// A sentence for a person: the key of a text in the message files, and what it mentions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Message {
    /// Key in the message files, e.g. `unit-name-empty`.
    pub key: Cow<'static, str>,
    /// Arguments by name, already fit for people (dates written out, names with marks).
    pub args: Vec<(&'static str, String)>,
}

impl Message {
    /// A sentence without arguments.
    pub fn new(key: impl Into<Cow<'static, str>>) -> Self {
        Self { key: key.into(), args: Vec::new() }
    }

    /// The same sentence with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

impl From<&'static str> for Message {
    fn from(key: &'static str) -> Self {
        Self::new(key)
    }
}

/// What kind of no it is; the HTTP status and the exit code follow from it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum RefusalKind {
    /// The input breaks a rule (422).
    Invalid,
    /// Nobody is signed in, or the password must be given again (401).
    SignInNeeded,
    /// The actor sees the thing and may not do this to it (403).
    Forbidden,
    /// There is no such thing for this actor (404).
    Absent,
    /// Somebody else was quicker, or the thing is in another state by now (409).
    Conflict,
    /// More than is accepted at once (413).
    TooLarge,
    /// Too many attempts (429).
    TooMany,
    /// Not possible at the moment, later perhaps (503).
    Unavailable,
}

/// A link that leads on from a refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WayOut {
    /// What the link says.
    pub label: Message,
    /// Where it leads; a path of this site.
    pub href: String,
}

/// The rules or the input say no.
///
/// `message` says what happened, why, and what to do next. `fields` holds the sentences that belong
/// beside a form's fields. `way_out` leads to the thing to do next.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// What kind of no it is.
    pub kind: RefusalKind,
    /// The sentence.
    pub message: Message,
    /// Sentences beside fields, by the field's name.
    pub fields: Vec<(&'static str, Message)>,
    /// The link that leads on.
    pub way_out: Option<WayOut>,
}

impl Refusal {
    /// A refusal of this kind with this sentence.
    pub fn new(kind: RefusalKind, message: impl Into<Message>) -> Self {
        Self { kind, message: message.into(), fields: Vec::new(), way_out: None }
    }

    /// The input breaks a rule.
    pub fn invalid(message: impl Into<Message>) -> Self {
        Self::new(RefusalKind::Invalid, message)
    }

    /// One field of a form breaks a rule.
    pub fn field(name: &'static str, message: impl Into<Message>) -> Self {
        Self::new(RefusalKind::Invalid, "form-has-errors").and_field(name, message)
    }

    /// The actor may not do this.
    pub fn forbidden(message: impl Into<Message>) -> Self {
        Self::new(RefusalKind::Forbidden, message)
    }

    /// There is no such thing for this actor. All absences look alike.
    pub fn absent() -> Self {
        Self::new(RefusalKind::Absent, "absent")
    }

    /// There is no such thing, and saying why gives nothing away, e.g. of a link that was used.
    pub fn absent_because(message: impl Into<Message>) -> Self {
        Self::new(RefusalKind::Absent, message)
    }

    /// Somebody else was quicker.
    pub fn conflict(message: impl Into<Message>) -> Self {
        Self::new(RefusalKind::Conflict, message)
    }

    /// The same refusal with one more sentence beside a field.
    #[must_use]
    pub fn and_field(mut self, name: &'static str, message: impl Into<Message>) -> Self {
        self.fields.push((name, message.into()));
        self
    }

    /// The same refusal with a link that leads on.
    #[must_use]
    pub fn way_out(mut self, label: impl Into<Message>, href: impl Into<String>) -> Self {
        self.way_out = Some(WayOut { label: label.into(), href: href.into() });
        self
    }
}

/// Our own failure. It says nothing to the user but a reference; the log says the rest, once.
pub struct Fault(Box<dyn Error + Send + Sync>);

impl Fault {
    /// A fault described by a sentence for the log.
    pub fn new(what: impl Into<String>) -> Self {
        Self(what.into().into())
    }

    /// The error behind the fault, if it is of this type.
    pub fn cause<E: Error + 'static>(&self) -> Option<&E> {
        self.0.downcast_ref()
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Fault {
    fn from(error: E) -> Self {
        Self(Box::new(error))
    }
}

impl fmt::Debug for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl fmt::Display for Fault {
    /// The error and each of its causes, on one line.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)?;
        let mut cause = self.0.source();
        while let Some(next) = cause {
            write!(f, ": {next}")?;
            cause = next.source();
        }
        Ok(())
    }
}

/// How a verb ends when it does not succeed.
#[derive(Debug)]
pub enum Failure {
    /// The rules or the input say no.
    Refusal(Box<Refusal>),
    /// We failed.
    Fault(Fault),
}

impl From<Refusal> for Failure {
    fn from(refusal: Refusal) -> Self {
        Self::Refusal(Box::new(refusal))
    }
}

impl From<Fault> for Failure {
    fn from(fault: Fault) -> Self {
        Self::Fault(fault)
    }
}

impl<E: Error + Send + Sync + 'static> From<E> for Failure {
    fn from(error: E) -> Self {
        Self::Fault(Fault::from(error))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_tells_its_causes_on_one_line() {
        let inner = std::io::Error::other("disk full");
        assert_eq!(Fault::from(inner).to_string(), "disk full");
        assert_eq!(Fault::new("no key").to_string(), "no key");
    }

    #[test]
    fn a_refusal_gathers_fields_in_order() {
        let refusal =
            Refusal::field("name", "unit-name-empty").and_field("code", "unit-code-taken");
        let names: Vec<_> = refusal.fields.iter().map(|(name, _)| *name).collect();
        assert_eq!(names, ["name", "code"]);
        assert_eq!(refusal.kind, RefusalKind::Invalid);
    }
}
