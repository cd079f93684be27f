//! Rules of judging as somebody typed them, and what they mean. A value whose text was left as it stood stays as it was,
//! also where the text does not say all of it.

mod limits;
mod put;
mod rows;
mod scale;
pub mod text;

use judging::rules::Rules;
use kernel::Refusal;

pub use limits::{AT_LIMIT, BEYOND, MAJORITIES, UNUSED};
pub use put::put;
pub use rows::{CLASSES, of_tie};
pub use scale::{put_scale, scale};

use super::key;
use crate::contests::typed::{PRIZES, ROUNDS, TIES, Typed, Wrong, line, list};

/// Most letters of a name.
const NAME: usize = 200;
/// Most letters of lists in one field.
const LINES: usize = 4_000;

/// Reads rules out of the form of all rules; what is wrong, `wrong` then knows. Scales have forms of their own and stay as
/// they were `before`.
pub fn rules(typed: &Typed, before: &Rules, wrong: &mut Wrong) -> Rules {
    let rounds = rows::rounds(typed, before, wrong);
    let prizes = rows::prizes(typed, before, wrong);
    Rules {
        fields: wrong.or_empty(list(typed.text("fields"), "fields")),
        scales: before.scales.clone(),
        ties: rows::ties(typed, wrong),
        rounding: wrong.or_empty(text::rounding(
            (typed.text("rounding"), typed.text("rounding-step")),
            "rounding",
        )),
        vote: wrong.or_empty(limits::vote(typed)),
        unused: limits::unused(typed.text("unused")),
        at_limit: limits::at_limit(typed.text("at-limit")),
        departures: limits::departures(typed, &before.departures),
        forward: wrong.or_empty(limits::forward(typed, &prizes)),
        divergence: wrong.or_empty(limits::divergence(typed.text("divergence"))),
        rounds,
        prizes,
    }
}

/// Lets filled rows of the form of all rules stand one after the other, so that what is found in the third round is told
/// beside the third row.
pub fn close_up(typed: &mut Typed) {
    for rows in [&ROUNDS, &TIES, &PRIZES] {
        typed.close_up(rows);
    }
}

/// Whether a button asked for other rows, which are there then.
pub fn rearranged(typed: &mut Typed, kinds: &[&'static [&'static str]]) -> bool {
    let (up, drop) = (typed.text("up").to_owned(), typed.text("drop").to_owned());
    for rows in kinds {
        if let Some(at) = rows.iter().position(|row| *row == up).filter(|at| *at > 0) {
            typed.swap_rows(rows[at - 1], rows[at]);
        }
        if let Some(row) = rows.iter().find(|row| **row == drop) {
            typed.drop_row(row);
            typed.close_up(rows);
        }
    }
    typed.has("more") || !up.is_empty() || !drop.is_empty()
}

/// The name of a row.
fn name(typed: &Typed, row: &'static str, nameless: &'static str) -> Result<String, Refusal> {
    let name = line(typed.row(row, "name"), row, NAME)?;
    name.ok_or_else(|| Refusal::field(row, nameless))
}

/// The key that a row brought, if something was known by it and no row above has it; else a new one out of its name.
fn key_of(
    (brought, name): (&str, &str),
    otherwise: &str,
    known: &[&str],
    above: &[String],
) -> String {
    let is_taken = above.iter().any(|key| key == brought);
    match known.contains(&brought) && !is_taken {
        true => brought.to_owned(),
        false => {
            let taken = known.iter().copied().chain(above.iter().map(String::as_str));
            key::free(name, otherwise, taken)
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
