//! From where to where: numbers, and stretches of the calendar.

use std::fmt;
use std::str::FromStr;

/// A stretch between two values, both of which belong to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Span<T> {
    /// Just this: `12`.
    Just(T),
    /// `<12`
    Before(T),
    /// `<=12`
    UpTo(T),
    /// `>12`
    After(T),
    /// `>=12`
    From(T),
    /// `12..40`
    Between(T, T),
}

impl<T: FromStr> Span<T> {
    /// The span that a text names; nothing where it names none.
    pub fn parse(text: &str) -> Option<Self> {
        let value = |text: &str| text.trim().parse::<T>().ok();
        if let Some(rest) = text.strip_prefix("<=") {
            return value(rest).map(Self::UpTo);
        }
        if let Some(rest) = text.strip_prefix(">=") {
            return value(rest).map(Self::From);
        }
        if let Some(rest) = text.strip_prefix('<') {
            return value(rest).map(Self::Before);
        }
        if let Some(rest) = text.strip_prefix('>') {
            return value(rest).map(Self::After);
        }
        match text.split_once("..") {
            None => value(text).map(Self::Just),
            Some(("", last)) => value(last).map(Self::UpTo),
            Some((first, "")) => value(first).map(Self::From),
            Some((first, last)) => Some(Self::Between(value(first)?, value(last)?)),
        }
    }
}

impl<T: fmt::Display> fmt::Display for Span<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Just(value) => value.fmt(f),
            Self::Before(value) => write!(f, "<{value}"),
            Self::UpTo(value) => write!(f, "<={value}"),
            Self::After(value) => write!(f, ">{value}"),
            Self::From(value) => write!(f, ">={value}"),
            Self::Between(first, last) => write!(f, "{first}..{last}"),
        }
    }
}
