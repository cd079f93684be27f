//! The cheapest assignment as a flow: from dossiers over judges of a unit to judges, and out.
//!
//! ```text
//! dossier ──(new, far, lot)──▶ unit at judge ──(unit)──▶ judge ──(load)──▶ everything
//! ```
//!
//! A large contest has millions of choices, of which few matter. So each dossier begins with its cheapest ones,
//! and whatever pays at the prices of the moment is added until nothing does.

use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};

use crate::assign::answer::Shortage;
use crate::assign::arc::Arc;
use crate::assign::board::{Board, Choice};
use crate::assign::flow::Flow;
use crate::assign::matching::Matching;
use crate::assign::price::{Money, Prices};

/// Choices with which a dossier begins in each tier, beside one for each judge that it needs.
const FIRST_CHOICES: usize = 1;
/// Tiers out of which a dossier has choices at the beginning.
const MOST_TIERS: usize = 4;
/// Choices that a dossier gets at once.
const MORE_CHOICES: usize = 3;
/// By how many bits ε shrinks from phase to phase.
const PHASE: u32 = 3;

/// How dossiers of a unit come to a judge.
#[derive(Debug, Clone, Copy)]
enum Way {
    /// One can come, and does so on its own arc.
    Alone(u32),
    /// Several can come, over a node and the arc from it.
    Node(u32, u32),
}

/// The assignment as a flow.
pub struct Market<'b> {
    board: &'b Board<'b>,
    money: Money,
    flow: Flow,
    /// Choices of each dossier that are in the network: the judge, and the arc.
    offers: Vec<Vec<(u32, u32)>>,
    /// By unit and judge: how dossiers of the unit come to the judge.
    units: HashMap<(u32, u32), Way>,
}

impl<'b> Market<'b> {
    /// The market of a board, with some assignment.
    ///
    /// # Errors
    /// There is no assignment.
    pub fn open(board: &'b Board<'b>, money: Money) -> Result<Self, Vec<Shortage>> {
        let most = FIRST_CHOICES + board.question.each as usize;
        let dossiers = 0..board.dossiers.len();
        let mut choices: Vec<Vec<Choice>> =
            dossiers.clone().map(|at| cheapest(board, at, most)).collect();
        let open: Vec<Vec<u32>> = choices.iter().map(|of| judges(of.iter().copied())).collect();
        if let Ok(matching) = Matching::of(board, &open) {
            return Ok(Self::with(board, money, &choices, &matching.has));
        }
        let open: Vec<Vec<u32>> = dossiers.map(|at| judges(board.choices(at))).collect();
        let matching = Matching::of(board, &open)?;
        for (dossier, of) in choices.iter_mut().enumerate() {
            let has = |choice: &Choice| matching.has[dossier].contains(&choice.judge);
            let known: Vec<u32> = judges(of.iter().copied());
            of.extend(board.choices(dossier).filter(has).filter(|it| !known.contains(&it.judge)));
        }
        Ok(Self::with(board, money, &choices, &matching.has))
    }

    fn with(board: &'b Board<'b>, money: Money, choices: &[Vec<Choice>], has: &[Vec<u32>]) -> Self {
        let (offers, flow) = (vec![Vec::new(); choices.len()], Flow::default());
        let mut market = Self { board, money, flow, offers, units: HashMap::new() };
        (0..=choices.len() + board.judges.len()).for_each(|_| _ = market.flow.node(0));
        let judges: Vec<u32> = (0..board.judges.len()).map(|at| market.judge(at)).collect();
        let mut taken = Vec::new();
        for (dossier, choices) in choices.iter().enumerate() {
            for choice in choices {
                let arc = market.offer(dossier, *choice);
                if has[dossier].contains(&choice.judge) {
                    taken.push((dossier, choice.judge, arc));
                }
            }
        }
        for (dossier, judge, arc) in taken {
            market.flow.load(arc);
            market.flow.load(judges[judge as usize]);
            let way = board.units[dossier].and_then(|unit| market.units.get(&(unit, judge)));
            if let Some(Way::Node(_, arc)) = way {
                market.flow.load(*arc);
            }
        }
        market
    }

    fn judge_node(&self, judge: usize) -> u32 {
        (self.offers.len() + judge) as u32
    }

    /// The arc that carries the load of a judge.
    fn judge(&mut self, judge: usize) -> u32 {
        let (from, to) = (self.judge_node(judge), self.sink());
        let weight = 2 * u64::from(self.board.question.weights.load);
        let base = self.money.points(weight * u64::from(self.board.loads[judge]));
        let (least, most) = (self.board.least(judge), self.board.room(judge));
        self.flow.arc(Arc { from, to, least, most, base, slope: self.money.points(weight) })
    }

    /// Puts a choice into the network; its arc.
    fn offer(&mut self, dossier: usize, choice: Choice) -> u32 {
        let judge = self.judge_node(choice.judge as usize);
        let key = self.board.units[dossier].map(|unit| (unit, choice.judge));
        let certain = key.map_or(0, |key| self.money.unit(self.board, key, 0));
        let own = self.money.choice(choice);
        let way = key.and_then(|key| self.units.get(&key).copied());
        let (to, base) = match (key, way) {
            (_, Some(Way::Node(node, _))) => (node, own),
            (Some(key), Some(Way::Alone(first))) => (self.unit(key, first), own),
            (_, None) | (None, _) => (judge, own + certain),
        };
        let arc =
            self.flow.arc(Arc { from: dossier as u32, to, least: 0, most: 1, base, slope: 0 });
        if let (Some(key), None) = (key, way) {
            self.units.insert(key, Way::Alone(arc));
        }
        self.offers[dossier].push((choice.judge, arc));
        arc
    }

    /// A node for a unit at a judge, over which the first dossier comes too.
    fn unit(&mut self, key: (u32, u32), first: u32) -> u32 {
        let to = self.judge_node(key.1 as usize);
        let weight = 2 * u64::from(self.board.question.weights.unit);
        let base = self.money.unit(self.board, key, 0);
        let from = self.flow.node(self.flow.price(to) - base);
        let (most, slope) = (self.board.unit_sizes[key.0 as usize], self.money.points(weight));
        let arc = self.flow.arc(Arc { from, to, least: 0, most, base, slope });
        if self.flow.carries(first) > 0 {
            self.flow.load(arc);
        }
        self.flow.reroute(first, from, base);
        self.units.insert(key, Way::Node(from, arc));
        from
    }

    /// Makes the assignment the cheapest.
    pub fn settle(&mut self) {
        let mut bits = bits(self.flow.worst());
        loop {
            bits = bits.saturating_sub(PHASE);
            self.flow.refine(bits);
            // What gains less than prices are uncertain by need not be looked at yet.
            let gain = self.widen(1 << bits);
            if bits == 0 && gain <= 1 {
                return;
            }
            if bits == 0 {
                bits = self::bits(gain);
            }
        }
    }

    /// Puts choices into the network that gain more than so much at the prices of the moment; the most that one
    /// gains, no less than 0.
    fn widen(&mut self, least: i128) -> i128 {
        let prices = self.prices();
        let mut most = 0;
        for dossier in 0..self.offers.len() {
            let mut found = self.gains(&prices, dossier, least);
            found.sort_unstable_by_key(|(gain, choice)| (Reverse(*gain), choice.judge));
            most = found.first().map_or(most, |(gain, _)| most.max(*gain));
            for (_, choice) in found.into_iter().take(MORE_CHOICES) {
                self.offer(dossier, choice);
            }
        }
        most
    }

    /// The choices of a dossier outside of the network that gain more than so much.
    fn gains(&self, prices: &Prices, dossier: usize, least: i128) -> Vec<(i128, Choice)> {
        let own = self.price(dossier as u32);
        let mut prices = prices.of(self.board, &self.money, self.board.units[dossier]);
        // What is in the network already gains nothing more.
        self.offers[dossier].iter().for_each(|(judge, _)| prices[*judge as usize] = own);
        let gain = |choice: Choice| {
            (own - prices[choice.judge as usize] - self.money.choice(choice), choice)
        };
        self.board.choices(dossier).map(gain).filter(|(gain, _)| *gain > least).collect()
    }

    fn sink(&self) -> u32 {
        self.judge_node(self.board.judges.len())
    }

    /// What it costs to get from a node to the end.
    fn price(&self, node: u32) -> i128 {
        self.flow.price(self.sink()) - self.flow.price(node)
    }

    /// What judges cost at the moment.
    pub fn prices(&self) -> Prices {
        let judges = 0..self.board.judges.len();
        let judges = judges.map(|judge| self.price(self.judge_node(judge))).collect();
        let mut units = vec![BTreeMap::new(); self.board.unit_sizes.len()];
        for ((unit, judge), way) in &self.units {
            if let Way::Node(node, _) = way {
                units[*unit as usize].insert(*judge, self.price(*node));
            }
        }
        Prices { judges, units }
    }

    /// The pairs of the assignment, by place.
    pub fn pairs(&self) -> Vec<(usize, u32)> {
        let taken = |dossier: usize| {
            let offers = self.offers[dossier].iter();
            offers.filter(|(_, arc)| self.flow.carries(*arc) > 0).map(move |it| (dossier, it.0))
        };
        (0..self.offers.len()).flat_map(taken).collect()
    }
}

fn judges(choices: impl Iterator<Item = Choice>) -> Vec<u32> {
    choices.map(|choice| choice.judge).collect()
}

/// The cheapest choices of a dossier: so many of those that differ by their lot alone, and of these the nearest
/// fields.
fn cheapest(board: &Board, dossier: usize, most: usize) -> Vec<Choice> {
    let mut choices: Vec<Choice> = board.choices(dossier).collect();
    choices.sort_unstable_by_key(|it| (it.is_new, it.far, it.lot, it.judge));
    let alike = |one: &Choice, other: &Choice| (one.is_new, one.far) == (other.is_new, other.far);
    let best = choices.chunk_by(alike).flat_map(|tier| tier.iter().take(most));
    best.take(MOST_TIERS * most).copied().collect()
}

/// Bits of a number that is no less.
fn bits(gain: i128) -> u32 {
    i128::BITS - gain.leading_zeros()
}
