//! What can go wrong with a bucket (sự cố của kho tệp), told apart by who can mend it.

use std::error::Error;
use std::fmt;

use axum::http::StatusCode;

/// Who can mend it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Nobody answers, or not in time, or the store says that it cannot now: it may pass by itself.
    Away,
    /// The store does not let us: the key, its secret or what it may do.
    Forbidden,
    /// There is no such thing.
    Absent,
    /// Whatever else it says no to.
    Refused,
}

/// A store that does not do what it was asked for.
#[derive(Debug, Clone)]
pub struct Trouble {
    /// Who can mend it.
    pub kind: Kind,
    what: String,
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.what)
    }
}

impl Error for Trouble {}

impl Trouble {
    /// Nobody answers, for this reason.
    pub fn away(what: impl Into<String>) -> Self {
        Self { kind: Kind::Away, what: what.into() }
    }

    /// An error and its causes, of a line that is not there or broke.
    pub fn broken(error: &dyn Error) -> Self {
        let mut what = error.to_string();
        let mut cause = error.source();
        while let Some(next) = cause {
            what = format!("{what}: {next}");
            cause = next.source();
        }
        Self::away(what)
    }

    /// What the answer says that is none of success; `code` is the word of the store for it, if it has one.
    pub fn answered(status: StatusCode, (code, message): (&str, &str)) -> Self {
        let kind = match (status.as_u16(), code) {
            // The clocks of both are too far apart, which no key can mend.
            (_, "RequestTimeTooSkewed") => Kind::Refused,
            (401 | 403, _) => Kind::Forbidden,
            (404, _) => Kind::Absent,
            (408 | 429 | 500.., _) => Kind::Away,
            _ => Kind::Refused,
        };
        Self { kind, what: format!("{status} {code} {message}").trim_end().to_owned() }
    }

    /// The disk on our side does not give what is to be sent.
    pub fn unreadable(error: &std::io::Error) -> Self {
        Self { kind: Kind::Refused, what: format!("what is to be sent cannot be read: {error}") }
    }

    /// Whether asking again may help.
    pub fn may_pass(&self) -> bool {
        self.kind == Kind::Away
    }

    /// Whether only the object is absent, and not the bucket.
    pub fn is_no_object(&self) -> bool {
        self.kind == Kind::Absent && !self.what.contains("NoSuchBucket")
    }

    /// The same, with what was asked for before it.
    #[must_use]
    pub fn of(self, asked: &str) -> Self {
        Self { what: format!("{asked}: {}", self.what), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_are_told_apart() {
        let check = |status: u16, code: &str, expect: Kind| {
            let status = StatusCode::from_u16(status).unwrap();
            assert_eq!(Trouble::answered(status, (code, "")).kind, expect, "{status} {code}");
        };
        check(403, "AccessDenied", Kind::Forbidden);
        check(403, "SignatureDoesNotMatch", Kind::Forbidden);
        check(403, "RequestTimeTooSkewed", Kind::Refused);
        check(404, "NoSuchBucket", Kind::Absent);
        check(404, "", Kind::Absent);
        check(400, "BadDigest", Kind::Refused);
        check(301, "PermanentRedirect", Kind::Refused);
        check(429, "", Kind::Away);
        check(500, "InternalError", Kind::Away);
        check(503, "SlowDown", Kind::Away);
    }

    #[test]
    fn what_was_asked_for_is_told_with_the_answer() {
        let trouble = Trouble::answered(StatusCode::FORBIDDEN, ("AccessDenied", "no"));
        assert_eq!(trouble.of("GET a").to_string(), "GET a: 403 Forbidden AccessDenied no");
        let trouble = Trouble::answered(StatusCode::NOT_FOUND, ("", ""));
        assert_eq!(trouble.to_string(), "404 Not Found");
    }
}
