//! The picture of what became what: rows on both sides and the curves between them. Pure.

/// Height of a row in the picture's own measure; the style sheet gives it its height on the page.
const ROW: usize = 72;

/// A link between the places of two rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Curve {
    /// Place on the left.
    pub from: usize,
    /// Place on the right.
    pub to: usize,
    /// How it is drawn.
    pub line: Line,
}

/// How a link is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Line {
    /// All of the unit.
    Whole,
    /// A part of it.
    Part,
    /// The end of the unit, and who keeps what is left.
    End,
}

impl Line {
    /// The classes of the style sheet.
    pub const fn classes(self) -> &'static str {
        match self {
            Self::Whole => "link",
            Self::Part => "link link-part",
            Self::End => "link link-end",
        }
    }
}

/// How high the picture of so many rows is.
pub fn height(old: usize, new: usize) -> usize {
    ROW * old.max(new).max(1)
}

/// The curve as the `d` of an SVG path in a picture 100 wide. The shorter side stands in the middle.
pub fn path(curve: Curve, old: usize, new: usize) -> String {
    let rows = old.max(new).max(1);
    let middle = |at: usize, side: usize| (rows - side) * ROW / 2 + at * ROW + ROW / 2;
    let (from, to) = (middle(curve.from, old), middle(curve.to, new));
    format!("M0 {from}C50 {from} 50 {to} 100 {to}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn curves_join_the_middles_of_rows() {
        let check = |(from, to): (usize, usize), (old, new): (usize, usize), expect: &str| {
            let curve = Curve { from, to, line: Line::Whole };
            assert_eq!(path(curve, old, new), expect);
        };
        check((0, 0), (1, 1), "M0 36C50 36 50 36 100 36");
        check((0, 0), (4, 3), "M0 36C50 36 50 72 100 72");
        check((3, 2), (4, 3), "M0 252C50 252 50 216 100 216");
        check((0, 1), (1, 2), "M0 72C50 72 50 108 100 108");
    }

    #[test]
    fn the_picture_is_as_high_as_its_longer_side() {
        assert_eq!(height(4, 3), 288);
        assert_eq!(height(1, 2), 144);
    }
}
