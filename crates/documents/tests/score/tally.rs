//! Right, invented and missing facts of one group.

use serde_json::Value;

use super::wording::quoted;

/// What was right in a group of facts, and what was not.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    right: usize,
    invented: usize,
    missing: usize,
    /// One line for each fact that is missing, wrong or invented.
    pub misses: Vec<String>,
}

impl Tally {
    /// Counts two lists, each entry of one with at most one of the other.
    pub fn list(
        &mut self,
        gold: &[Value],
        read: &[Value],
        fits: impl Fn(&Value, &Value) -> bool,
        show: impl Fn(&Value) -> String,
    ) {
        let mut left: Vec<&Value> = read.iter().collect();
        for expected in gold {
            match left.iter().position(|it| fits(expected, it)) {
                Some(place) => {
                    left.remove(place);
                    self.right += 1;
                }
                None => self.miss(&show(expected)),
            }
        }
        left.into_iter().for_each(|it| self.invent(&show(it)));
    }

    /// Counts one value; a wrong one is both missing and, unless it is empty, invented.
    pub fn field(&mut self, name: &str, right: bool, gold: &Value, read: &Value) {
        if right {
            return self.hit();
        }
        self.missing += 1;
        let empty = match read {
            Value::Null => true,
            Value::String(text) => text.is_empty(),
            Value::Array(values) => values.is_empty(),
            _ => false,
        };
        self.invented += usize::from(!empty);
        self.misses.push(format!("wrong    {name}: gold {}, got {}", quoted(gold), quoted(read)));
    }

    pub fn hit(&mut self) {
        self.right += 1;
    }

    pub fn miss(&mut self, fact: &str) {
        self.missing += 1;
        self.misses.push(format!("missing  {fact}"));
    }

    pub fn invent(&mut self, fact: &str) {
        self.invented += 1;
        self.misses.push(format!("invented {fact}"));
    }

    /// Adds the counts of another paper.
    pub fn add(&mut self, other: &Self) {
        self.right += other.right;
        self.invented += other.invented;
        self.missing += other.missing;
    }

    /// Of what was read, how much is right.
    pub fn precision(&self) -> f64 {
        share(self.right, self.right + self.invented)
    }

    /// Of what is there, how much was read.
    pub fn recall(&self) -> f64 {
        share(self.right, self.right + self.missing)
    }

    /// The harmonic mean of both.
    pub fn f1(&self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 {
            return 0.0;
        }
        2.0 * precision * recall / (precision + recall)
    }
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 1.0 } else { part as f64 / whole as f64 }
}
