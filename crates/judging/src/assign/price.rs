//! What things cost in one number, and the least that any assignment can cost.

use std::collections::BTreeMap;

use crate::assign::answer::Sum;
use crate::assign::board::{Board, Choice};
use crate::assign::lots::BITS;

/// How the three numbers of a [`Sum`] become one that is compared as they are.
#[derive(Debug, Clone, Copy)]
pub struct Money {
    /// More than there are units for all arcs together. Each may be 1 off at the end, so the cheapest flow is
    /// found exactly, and the bound meets it.
    scale: i128,
    /// A point: more than all lots together.
    pub point: i128,
    /// A pair that was not before: more than all points and lots together.
    moved: i128,
}

impl Money {
    pub fn of(board: &Board) -> Self {
        let (dossiers, judges) = (board.dossiers.len(), board.judges.len());
        let room = |judge: usize| i128::from(board.room(judge)).min(dossiers as i128);
        let rooms: i128 = (0..judges).map(room).sum();
        let choices = (dossiers * judges) as i128;
        // A dossier that needs more judges than there are has none of it.
        let pairs: u64 = board.needs.iter().map(|need| u64::from(*need).min(judges as u64)).sum();
        let pairs = i128::from(pairs) + 1;
        let weights = board.question.weights;
        let most = board.certain.len() as i128 + pairs;
        let dearest = i128::from(u16::MAX)
            + 2 * most.min(dossiers as i128)
                * (i128::from(weights.load) + i128::from(weights.unit));
        let point = pairs << BITS;
        Self { scale: 3 * choices + rooms + 2, point, moved: point * dearest * pairs }
    }

    /// What a choice costs by itself.
    pub fn choice(&self, choice: Choice) -> i128 {
        let moved = if choice.is_new { self.moved } else { 0 };
        self.scale * (moved + self.point * i128::from(choice.far) + i128::from(choice.lot))
    }

    /// What points cost.
    pub fn points(&self, points: u64) -> i128 {
        self.scale * self.point * i128::from(points)
    }

    /// What one more dossier of a unit costs a judge who was given `given` of them.
    pub fn unit(&self, board: &Board, key: (u32, u32), given: u32) -> i128 {
        let certain = board.unit_loads[key.0 as usize].get(&key.1).copied().unwrap_or(0);
        self.points(2 * u64::from(board.question.weights.unit) * u64::from(certain + given))
    }

    /// The least sum that is worth no less than this.
    fn sum(&self, worth: i128) -> Sum {
        let whole = (worth + self.scale - 1).div_euclid(self.scale).max(0);
        let part = |amount: i128| u64::try_from(amount).unwrap_or(u64::MAX);
        Sum {
            moved: part(whole / self.moved),
            cost: part(whole % self.moved / self.point),
            lots: part(whole % self.point),
        }
    }
}

/// Prices of judges (giá đối ngẫu): what it costs to have one more dossier judged by each.
#[derive(Debug)]
pub struct Prices {
    pub judges: Vec<i128>,
    /// For each unit: what its dossiers pay some judges. The others cost their own price, and what they have of
    /// the unit for certain.
    pub units: Vec<BTreeMap<u32, i128>>,
}

impl Prices {
    /// What a dossier of a unit pays each judge.
    pub fn of(&self, board: &Board, money: &Money, unit: Option<u32>) -> Vec<i128> {
        let mut prices = self.judges.clone();
        let Some(unit) = unit else { return prices };
        for judge in board.unit_loads[unit as usize].keys() {
            prices[*judge as usize] += money.unit(board, (unit, *judge), 0);
        }
        for (judge, price) in &self.units[unit as usize] {
            prices[*judge as usize] = *price;
        }
        prices
    }
}

/// What no assignment can undercut, whatever the prices are (cận dưới).
///
/// Each dossier takes its judges where they are cheapest at these prices, and each judge as many dossiers as
/// pays: Lagrange's relaxation of "what dossiers take is what judges have". Every assignment keeps that, so none
/// costs less than these two together. The pairs that were found play no part.
pub fn bound(board: &Board, money: &Money, prices: &Prices) -> Sum {
    let dossiers: i128 = (0..board.dossiers.len()).map(|it| takes(board, money, prices, it)).sum();
    let judges: i128 = (0..board.judges.len()).map(|it| gives(board, money, prices, it)).sum();
    let keys = (0..).zip(&prices.units).flat_map(|(unit, of)| of.keys().map(move |it| (unit, *it)));
    let units: i128 = keys.map(|key| turns_over(board, money, prices, key)).sum();
    money.sum(dossiers + judges + units)
}

/// The least that a dossier pays for its judges.
fn takes(board: &Board, money: &Money, prices: &Prices, dossier: usize) -> i128 {
    let need = board.needs[dossier] as usize;
    let prices = prices.of(board, money, board.units[dossier]);
    let pays = |choice: Choice| money.choice(choice) + prices[choice.judge as usize];
    let mut pays: Vec<i128> = board.choices(dossier).map(pays).collect();
    if need < pays.len() {
        pays.select_nth_unstable(need);
    }
    pays.into_iter().take(need).sum()
}

/// The least that the load of a judge costs beyond what is paid for it.
fn gives(board: &Board, money: &Money, prices: &Prices, judge: usize) -> i128 {
    let (least, room) = (board.least(judge), board.room(judge));
    let step = 2 * u64::from(board.question.weights.load);
    let costs = |given: u32| money.points(step * u64::from(board.loads[judge] + given));
    let gains = (0..room).map(|given| costs(given) - prices.judges[judge]);
    gains
        .enumerate()
        .take_while(|(at, gain)| *at < least as usize || *gain < 0)
        .map(|it| it.1)
        .sum()
}

/// The least that dossiers of one unit cost a judge beyond the price of the judge.
fn turns_over(board: &Board, money: &Money, prices: &Prices, key: (u32, u32)) -> i128 {
    let margin = prices.judges[key.1 as usize] - prices.units[key.0 as usize][&key.1];
    let gains =
        (0..board.unit_sizes[key.0 as usize]).map(|given| money.unit(board, key, given) + margin);
    gains.take_while(|gain| *gain < 0).sum()
}
