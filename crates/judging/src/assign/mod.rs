//! Assignment (phân công chấm): who judges which dossier.
//!
//! [`assign()`] gives every dossier its judges. What must be, is: nobody judges where they are in conflict or do
//! not know the field, nobody has more or less than they can, what a person locked is so, what is scored stays.
//! Under that the assignment is the best there is, in this order:
//!
//! 1. as few pairs as possible are not of the assignment in force, when there is one;
//! 2. the fewest points of cost, by [`Weights`]: how far fields are from what judges know best, how even loads
//!    are, how much of one unit a judge has;
//! 3. the least sum of [`lot()`]s, which anybody can compute from the published seed. Two assignments with the
//!    very same sum are as good as impossible, so whoever solves the same question gets the same answer,
//!    whatever method they use.
//!
//! Beside it stands a bound that no assignment can undercut. It comes from prices alone; that the two are equal
//! proves that there is nothing better. At the end, parts of a group that do not hang together are joined by
//! exchanging drawn pairs, when that costs no more than [`Weights::join`]: only this lifts the total over the
//! bound.

mod answer;
mod arc;
mod board;
mod check;
mod explain;
mod flow;
mod join;
mod lots;
mod market;
mod matching;
mod price;
mod question;
mod rings;

pub use answer::{
    Assigned, Assignment, Contradiction, Design, Ground, Impossible, Lacking, Shortage, Sum,
};
pub use lots::lot;
pub use question::{Dossier, Expertise, Field, Group, Judge, Lock, Question, Weights};

use crate::design::Pair;
use board::Board;
use market::Market;
use price::Money;

/// Who judges what (phân công chấm).
///
/// # Errors
/// The question contradicts itself, or not everything that is needed is there.
pub fn assign(question: &Question) -> Result<Assignment, Impossible> {
    let board = Board::of(question).map_err(Impossible::Contradiction)?;
    let certain = Sum { cost: explain::certain_cost(&board), ..Sum::default() };
    let (mut pairs, mut bound, mut shortages) = (Vec::new(), certain, Vec::new());
    for part in board.parts() {
        match solve(&part) {
            Ok(solved) => {
                pairs.extend(solved.0);
                bound = bound + solved.1;
            }
            Err(found) => shortages.extend(found),
        }
    }
    if !shortages.is_empty() {
        return Err(Impossible::Shortages(shortages));
    }
    let mut drawn: Vec<(usize, u32)> = board.places_of(pairs).collect();
    drawn.sort_unstable();
    if let Some(most) = question.weights.join {
        join::join(&board, &mut drawn, most);
    }
    Ok(explain::explain(&board, &drawn, bound))
}

/// The cheapest pairs of a part of the board, beside the certain ones, and what bounds their cost.
fn solve(board: &Board) -> Result<(Vec<Pair>, Sum), Vec<Shortage>> {
    let money = Money::of(board);
    let mut market = Market::open(board, money)?;
    market.settle();
    let pairs = market.pairs().into_iter().map(|(dossier, judge)| board.pair(dossier, judge));
    Ok((pairs.collect(), price::bound(board, &money, &market.prices())))
}

#[cfg(test)]
mod tests;
