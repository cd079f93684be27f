//! The picture "what became what": former units on the left, their successors on the right, a curve
//! for each step. The names are links beside the picture, so it needs no words of its own.

/// Height of a row in the picture's own units; the style sheet gives the rows the same proportion.
const ROW: usize = 72;

/// The picture.
#[derive(Debug, Clone, Default)]
pub struct Became {
    /// What was there before.
    pub before: Vec<Node>,
    /// What is there since.
    pub after: Vec<Node>,
    /// From which row to which, and how much went over.
    pub steps: Vec<Step>,
}

/// One unit of the picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Node {
    /// Its page.
    pub href: String,
    /// Its name.
    pub name: String,
    /// Where it is, or another small word.
    pub note: String,
}

/// One curve of the picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Step {
    /// Row on the left.
    pub from: usize,
    /// Row on the right.
    pub to: usize,
    /// Whether all of it went over, or a part.
    pub whole: bool,
}

impl Became {
    /// Height of the picture in its own units.
    pub fn height(&self) -> usize {
        self.rows() * ROW
    }

    /// The curves as `(class, path)`.
    pub fn curves(&self) -> Vec<(&'static str, String)> {
        self.steps.iter().map(|step| (class(*step), self.curve(*step))).collect()
    }

    fn rows(&self) -> usize {
        self.before.len().max(self.after.len()).max(1)
    }

    fn curve(&self, step: Step) -> String {
        let left = self.middle(step.from, self.before.len());
        let right = self.middle(step.to, self.after.len());
        format!("M0 {left}C50 {left} 50 {right} 100 {right}")
    }

    /// The middle of a row; the shorter side stands centred.
    fn middle(&self, row: usize, side: usize) -> usize {
        (self.rows() - side) * ROW / 2 + row * ROW + ROW / 2
    }
}

fn class(step: Step) -> &'static str {
    if step.whole { "link" } else { "link link-part" }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn node(name: &str) -> Node {
        Node { href: String::new(), name: name.to_owned(), note: String::new() }
    }

    #[test]
    fn curves_lead_from_row_to_row() {
        let picture = Became {
            before: vec![node("a"), node("b"), node("c")],
            after: vec![node("d")],
            steps: vec![
                Step { from: 0, to: 0, whole: true },
                Step { from: 2, to: 0, whole: false },
            ],
        };
        assert_eq!(picture.height(), 216);
        assert_eq!(
            picture.curves(),
            [
                ("link", "M0 36C50 36 50 108 100 108".to_owned()),
                ("link link-part", "M0 180C50 180 50 108 100 108".to_owned()),
            ]
        );
    }
}
