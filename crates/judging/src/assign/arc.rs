//! Arcs of a network, and the ways along and back over them.

/// An arc: its unit number x + 1 costs `base + slope * x`.
#[derive(Debug, Clone, Copy)]
pub struct Arc {
    pub from: u32,
    pub to: u32,
    pub least: u32,
    pub most: u32,
    pub base: i128,
    /// Never negative.
    pub slope: i128,
}

/// What is read of an arc at each step, small because memory is what the work waits for.
#[derive(Debug, Clone, Copy)]
pub struct State {
    pub base: i128,
    pub carries: u32,
    pub least: u32,
    pub most: u32,
    /// Where its slope stands.
    pub slope: u32,
}

impl State {
    /// What one unit more costs; nothing when it is full.
    pub fn more(&self, slopes: &[i128]) -> Option<i128> {
        let cost = || self.base + slopes[self.slope as usize] * i128::from(self.carries);
        (self.carries < self.most).then(cost)
    }

    /// What one unit less spares; nothing when it carries its least.
    pub fn less(&self, slopes: &[i128]) -> Option<i128> {
        let cost = || self.base + slopes[self.slope as usize] * i128::from(self.carries - 1);
        (self.carries > self.least).then(cost)
    }
}

/// A way out of a node: along an arc, or back.
#[derive(Debug, Clone, Copy, Default)]
pub struct Step {
    /// The arc times two, one more for the way back.
    pub code: u32,
    /// Where it leads.
    pub to: u32,
}

impl Step {
    pub fn arc(self) -> usize {
        (self.code >> 1) as usize
    }

    pub fn is_back(self) -> bool {
        self.code & 1 == 1
    }
}
