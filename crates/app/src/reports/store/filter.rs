//! Which reports a list shows.

use kernel::Instant;
use store::{Value, holding};

use crate::reports::state::State;
use crate::units::Kind;

/// How a report stands to whoever waits for it. Late is no state: it is computed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stands {
    /// In this state; where the unit has to write, also late.
    In(State),
    /// Not handed in although the time is over.
    Late,
}

impl Stands {
    /// The word of a filter; nothing where it names none.
    pub fn read(code: &str) -> Option<Self> {
        match code {
            "late" => Some(Self::Late),
            _ => code.parse().ok().map(Self::In),
        }
    }
}

/// Which reports of a period, or of units, are shown.
#[derive(Debug, Clone, Default)]
pub struct ReportFilter {
    /// Folded words of the unit; in a list over contests also of the contest.
    pub words: Vec<String>,
    /// How it stands.
    pub stands: Option<Stands>,
    /// Kind of the unit.
    pub kind: Option<Kind>,
}

impl ReportFilter {
    /// Conditions on report `r` of unit `s`, and their values behind those that are there: each word
    /// stands in what one of the `aliases` is searched by.
    pub(super) fn conditions(
        &self,
        aliases: &[&str],
        at: Instant,
        values: &mut Vec<Value>,
    ) -> String {
        let mut sql = holding(aliases, &self.words, values);
        match self.stands {
            None => (),
            Some(Stands::In(state)) => {
                sql.push_str(&format!(" and r.state = {}", push(values, state.code())));
            }
            Some(Stands::Late) => sql.push_str(&is_late(at, values)),
        }
        if let Some(kind) = self.kind {
            sql.push_str(&format!(" and s.kind = {}", push(values, kind.code())));
        }
        sql
    }
}

/// A unit that is no more is not waited for.
fn is_late(at: Instant, values: &mut Vec<Value>) -> String {
    let moment = push(values, at.millis());
    let day = push(values, at.day().to_string());
    format!(
        " and r.state in ('open', 'returned') and r.due_at is not null and r.due_at <= {moment}
            and (s.abolished_on is null or s.abolished_on > {day})"
    )
}

/// Another value, and its place: `$4`.
pub(super) fn push(values: &mut Vec<Value>, value: impl Into<Value>) -> String {
    values.push(value.into());
    format!("${}", values.len())
}
