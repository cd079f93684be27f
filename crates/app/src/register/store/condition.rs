//! From a query to conditions on `dossier_search s`.

use kernel::{Day, Period, text};
use query::{Part, Span, What};
use store::{Engine, Value, holds};

use super::Filter;
use crate::dossiers::store::needs::{LACKS_ALL, weight};

/// Conditions and their values.
pub struct Conditions {
    /// Conditions, each with `and` before it where it is not the first.
    pub sql: String,
    /// Values of the places, from `$1` on.
    pub values: Vec<Value>,
    engine: Engine,
}

impl Conditions {
    /// The rows of the contest that fulfil those parts of the query for which `wanted` holds.
    pub fn of(engine: Engine, filter: &Filter, wanted: impl Fn(&What) -> bool) -> Self {
        let mut all = Self {
            sql: "s.contest_id = $1".to_owned(),
            values: vec![filter.contest.to_string().into()],
            engine,
        };
        for part in filter.query.parts.iter().filter(|part| wanted(&part.what)) {
            all.and(part, filter);
        }
        all
    }

    /// The same rows, of these states.
    pub fn and_states(&mut self, states: &[&str]) {
        let places = self.places(states.iter().map(|state| Value::from(*state)));
        self.sql.push_str(&format!(" and s.state in ({places})"));
    }

    /// The place of a value.
    pub fn place(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// The places of values; of none, what nothing equals.
    pub fn places(&mut self, values: impl Iterator<Item = Value>) -> String {
        let places: Vec<String> = values.map(|value| self.place(value)).collect();
        match places.is_empty() {
            true => "null".to_owned(),
            false => places.join(", "),
        }
    }

    fn and(&mut self, part: &Part, filter: &Filter) {
        let condition = self.condition(&part.what, filter);
        match part.negated {
            // What is unknown does not fulfil the condition, so it fulfils its opposite.
            true => self.sql.push_str(&format!(" and not coalesce({condition}, false)")),
            false => self.sql.push_str(&format!(" and {condition}")),
        }
    }

    fn condition(&mut self, what: &What, filter: &Filter) -> String {
        match what {
            What::Words(words) => holds(self.engine, "s.", &text::fold(words), &mut self.values),
            What::Text(key, named) => match key.as_str() {
                "unit" => self.one_of("s.unit_id", filter.units.get(named)),
                "field" => self.one_of("s.field", filter.fields.get(named)),
                _ => holds(self.engine, "s.people_", &text::fold(named), &mut self.values),
            },
            What::Choice(key, codes) => match key.as_str() {
                "state" => self.one_of("s.state", Some(codes)),
                _ => self.lacking(codes),
            },
            What::Number(_, span) => self.numbers(*span),
            What::Time(key, span) => match key.as_str() {
                "received" => self.received(*span),
                _ => self.applied(*span),
            },
        }
    }

    fn one_of(&mut self, column: &str, values: Option<&Vec<String>>) -> String {
        let places = self.places(values.into_iter().flatten().cloned().map(Value::from));
        format!("({column} in ({places}))")
    }

    fn lacking(&mut self, codes: &[String]) -> String {
        let (of_unit, needs): (Vec<&String>, Vec<&String>) =
            codes.iter().partition(|code| *code == "unit");
        let mut ways = Vec::new();
        if !of_unit.is_empty() {
            ways.push("s.unit_id is null".to_owned());
        }
        if !needs.is_empty() {
            let any: i64 = needs.into_iter().map(|code| weight(code)).fold(0, |all, one| all | one);
            // Each sum with one of them in it, so that an index finds them.
            let sums = (1..=LACKS_ALL).filter(|sum| sum & any != 0);
            let sums = self.places(sums.map(Value::from));
            ways.push(format!("s.lacks in ({sums})"));
        }
        format!("({})", ways.join(" or "))
    }

    fn numbers(&mut self, span: Span<i64>) -> String {
        let (first, last) = match span {
            Span::Just(it) => (Some(it), Some(it)),
            Span::Before(it) => (None, it.checked_sub(1)),
            Span::UpTo(it) => (None, Some(it)),
            Span::After(it) => (it.checked_add(1), None),
            Span::From(it) => (Some(it), None),
            Span::Between(first, last) => (Some(first), Some(last)),
        };
        let last = last.map(|last| last.saturating_add(1));
        self.between("s.number", first.map(Value::from), last.map(Value::from))
    }

    fn received(&mut self, span: Span<Period>) -> String {
        let (first, after) = days(span);
        let begins = |day: Option<Day>| day.map(|day| Value::from(day.begins().millis()));
        self.between("s.received_at", begins(first), begins(after))
    }

    /// Days compare as text, at whatever precision: `2019` comes before `2019-05`.
    fn applied(&mut self, span: Span<Period>) -> String {
        let (first, after) = days(span);
        let text = |day: Option<Day>| day.map(|day| Value::from(coarse(day)));
        self.between("s.applied", text(first), text(after))
    }

    /// From the first value on, and before the second.
    fn between(&mut self, column: &str, first: Option<Value>, before: Option<Value>) -> String {
        let mut all = vec![format!("{column} is not null")];
        if let Some(first) = first {
            all.push(format!("{column} >= {}", self.place(first)));
        }
        if let Some(before) = before {
            all.push(format!("{column} < {}", self.place(before)));
        }
        format!("({})", all.join(" and "))
    }
}

/// The first day of a span, and the first day after it.
fn days(span: Span<Period>) -> (Option<Day>, Option<Day>) {
    let first = |period: Period| Some(period.first_day());
    let after = |period: Period| Some(period.last_day().tomorrow());
    match span {
        Span::Just(it) => (first(it), after(it)),
        Span::Before(it) => (None, first(it)),
        Span::UpTo(it) => (None, after(it)),
        Span::After(it) => (after(it), None),
        Span::From(it) => (first(it), None),
        Span::Between(begin, end) => (first(begin), after(end)),
    }
}

/// The coarsest text of which the day is the first: `2019` for 1/1/2019, `2019-05` for 1/5/2019.
fn coarse(day: Day) -> String {
    match (day.day_of_month(), day.month()) {
        (1, 1) => Period::Year(day.year()).to_string(),
        (1, month) => Period::Month(day.year(), month).to_string(),
        _ => day.to_string(),
    }
}
