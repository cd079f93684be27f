//! The cheapest flow through a network whose arcs grow dearer with each unit that they carry.
//!
//! Cost scaling (Goldberg and Tarjan 1990): a flow is ε-optimal when no arc gains more than ε by carrying a
//! unit more, or a unit less. Each phase repairs the flow for a smaller ε. All costs are multiples of more
//! than there are nodes; a flow that is 1-optimal is then the cheapest, because no cycle is long enough to
//! gain anything. Arcs may be added between phases.

use std::collections::VecDeque;

use crate::assign::arc::{Arc, State, Step};
use crate::assign::rings::Rings;

/// After so many lowered prices for each node, all prices are set anew.
const REPRICE_AFTER: f64 = 0.15;

/// A flow that is being made cheaper, and its prices.
#[derive(Debug, Default)]
pub struct Flow {
    ends: Vec<(u32, u32)>,
    arcs: Vec<State>,
    slopes: Vec<i128>,
    prices: Vec<i128>,
    /// What came to a node and did not leave it yet.
    excess: Vec<i64>,
    /// The ways out of each node stand together; where they begin, and one more.
    first: Vec<u32>,
    steps: Vec<Step>,
    /// The next way to try at each node.
    current: Vec<u32>,
}

impl Flow {
    /// A new node; the number of nodes before it.
    pub fn node(&mut self, price: i128) -> u32 {
        self.prices.push(price);
        self.excess.push(0);
        u32::try_from(self.prices.len() - 1).expect("nodes are pairs of u32 at most")
    }

    /// A new arc that carries nothing; the number of arcs before it.
    pub fn arc(&mut self, arc: Arc) -> u32 {
        let known = self.slopes.iter().position(|slope| *slope == arc.slope);
        let slope = known.unwrap_or_else(|| {
            self.slopes.push(arc.slope);
            self.slopes.len() - 1
        });
        let Arc { least, most, base, .. } = arc;
        self.arcs.push(State { base, carries: 0, least, most, slope: slope as u32 });
        self.ends.push((arc.from, arc.to));
        u32::try_from(self.arcs.len() - 1).expect("half of all u32 are more arcs than memory holds")
    }

    /// Lets an arc carry a unit more. When the work begins, each arc carries its least, and what comes to a
    /// node leaves it, but where the flow begins and ends.
    pub fn load(&mut self, arc: u32) {
        self.arcs[arc as usize].carries += 1;
    }

    /// Lets an arc end at another node, what it carries with it, and cost so much less.
    pub fn reroute(&mut self, arc: u32, to: u32, less: i128) {
        self.ends[arc as usize].1 = to;
        self.arcs[arc as usize].base -= less;
    }

    /// What an arc carries.
    pub fn carries(&self, arc: u32) -> u32 {
        self.arcs[arc as usize].carries
    }

    /// What a unit costs from where it begins to this node, up to a constant.
    pub fn price(&self, node: u32) -> i128 {
        self.prices[node as usize]
    }

    /// The most that an arc gains by one unit more or less; 0 when none does.
    pub fn worst(&self) -> i128 {
        let gains = self.arcs.iter().zip(&self.ends).flat_map(|(arc, (from, to))| {
            let across = self.prices[*from as usize] - self.prices[*to as usize];
            let more = arc.more(&self.slopes).map(|cost| -cost - across);
            let less = arc.less(&self.slopes).map(|cost| cost + across);
            more.into_iter().chain(less)
        });
        gains.fold(0, i128::max)
    }

    /// Makes the flow ε-optimal, for ε = 2^`bits`.
    pub fn refine(&mut self, bits: u32) {
        self.lay_out();
        self.take_all_gains();
        self.reprice(bits);
        let nodes = 0..self.excess.len() as u32;
        let mut active: VecDeque<u32> =
            nodes.filter(|node| self.excess[*node as usize] > 0).collect();
        let often = (self.excess.len() as f64 * REPRICE_AFTER) as usize;
        let mut lowered = 0;
        while let Some(node) = active.pop_front() {
            lowered += self.discharge(node as usize, 1 << bits, &mut active);
            if lowered > often {
                lowered = 0;
                self.reprice(bits);
            }
        }
    }

    /// Puts the ways out of each node together.
    fn lay_out(&mut self) {
        let nodes = self.prices.len();
        self.first.clear();
        self.first.resize(nodes + 1, 0);
        for (from, to) in &self.ends {
            self.first[*from as usize + 1] += 1;
            self.first[*to as usize + 1] += 1;
        }
        for node in 0..nodes {
            self.first[node + 1] += self.first[node];
        }
        self.current = self.first[..nodes].to_vec();
        self.steps.resize(2 * self.ends.len(), Step::default());
        let mut next = self.current.clone();
        for (arc, (from, to)) in (0..).zip(&self.ends) {
            for (node, step) in [
                (*from, Step { code: 2 * arc, to: *to }),
                (*to, Step { code: 2 * arc + 1, to: *from }),
            ] {
                let place = &mut next[node as usize];
                self.steps[*place as usize] = step;
                *place += 1;
            }
        }
    }

    fn ways(&self, node: usize) -> std::ops::Range<usize> {
        self.first[node] as usize..self.first[node + 1] as usize
    }

    /// What a step costs at these prices from a node with this price; nothing where it cannot be gone.
    fn cost(&self, step: Step, price: i128) -> Option<i128> {
        let arc = &self.arcs[step.arc()];
        let across = price - self.prices[step.to as usize];
        if step.is_back() {
            arc.less(&self.slopes).map(|spared| across - spared)
        } else {
            arc.more(&self.slopes).map(|cost| across + cost)
        }
    }

    /// What it costs to come from where a step leads to its node with this price.
    fn cost_against(&self, step: Step, price: i128) -> Option<i128> {
        let arc = &self.arcs[step.arc()];
        let across = self.prices[step.to as usize] - price;
        if step.is_back() {
            arc.more(&self.slopes).map(|cost| across + cost)
        } else {
            arc.less(&self.slopes).map(|spared| across - spared)
        }
    }

    fn go(&mut self, step: Step, from: usize) {
        let arc = &mut self.arcs[step.arc()];
        if step.is_back() {
            arc.carries -= 1;
        } else {
            arc.carries += 1;
        }
        self.excess[from] -= 1;
        self.excess[step.to as usize] += 1;
    }

    /// Goes every way that gains, as often as it does. What is then too much or too little somewhere is the
    /// work of the phase.
    fn take_all_gains(&mut self) {
        for node in 0..self.excess.len() {
            for at in self.ways(node) {
                let step = self.steps[at];
                while self.cost(step, self.prices[node]).is_some_and(|cost| cost < 0) {
                    self.go(step, node);
                }
            }
        }
    }

    /// Sends on what is too much at a node, lowering its price whenever no way gains; how often that was.
    fn discharge(&mut self, node: usize, epsilon: i128, active: &mut VecDeque<u32>) -> usize {
        let ways = self.ways(node);
        let mut at = self.current[node] as usize;
        let mut lowered = 0;
        while self.excess[node] > 0 {
            if at == ways.end {
                let price = self.prices[node];
                let costs = self.steps[ways.clone()].iter();
                let least = costs.filter_map(|step| self.cost(*step, price)).min();
                self.prices[node] -= least.expect("what came can go back") + epsilon;
                at = ways.start;
                lowered += 1;
            }
            let step = self.steps[at];
            if self.cost(step, self.prices[node]).is_some_and(|cost| cost < 0) {
                self.go(step, node);
                if self.excess[step.to as usize] == 1 {
                    active.push_back(step.to);
                }
            } else {
                at += 1;
            }
        }
        self.current[node] = at as u32;
        lowered
    }

    /// Lowers each price by how far its node is from where something is missing, in steps of ε, so that what
    /// is too much finds its way without trying.
    fn reprice(&mut self, bits: u32) {
        let mut far = vec![u64::MAX; self.excess.len()];
        let mut rings = Rings::default();
        for node in (0..far.len()).filter(|node| self.excess[*node] < 0) {
            far[node] = 0;
            rings.push(node as u32, 0);
        }
        let mut left = self.excess.iter().filter(|excess| **excess > 0).count();
        let mut reached = 0;
        while left > 0
            && let Some((node, distance)) = rings.pop()
        {
            // A node stands in several rings when a shorter way to it was found.
            if far[node as usize] == distance {
                reached = distance;
                left -= usize::from(self.excess[node as usize] > 0);
                self.spread(node as usize, bits, &mut far, &mut rings);
            }
        }
        for (price, far) in self.prices.iter_mut().zip(far) {
            *price -= i128::from(far.min(reached)) << bits;
        }
        self.current.copy_from_slice(&self.first[..self.excess.len()]);
    }

    /// Tells every node from which one can come here how far it is.
    fn spread(&self, node: usize, bits: u32, far: &mut [u64], rings: &mut Rings) {
        let (distance, price) = (far[node], self.prices[node]);
        for step in &self.steps[self.ways(node)] {
            let from = step.to as usize;
            if far[from] <= distance {
                continue;
            }
            let Some(cost) = self.cost_against(*step, price) else { continue };
            // No cost is below -ε, so no length is below nothing.
            let length = u64::try_from((cost >> bits) + 1).unwrap_or(u64::MAX);
            let longer = distance.saturating_add(length);
            if longer < far[from] {
                far[from] = longer;
                rings.push(step.to, longer);
            }
        }
    }
}

#[cfg(test)]
#[path = "flow_tests.rs"]
mod tests;
