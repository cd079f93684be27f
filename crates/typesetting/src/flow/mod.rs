//! A paper laid out on pages: what stands where. Places are in points from the upper left corner.

mod body;
mod certificate;
mod code;
mod form;
mod head;
mod table;
mod tail;

use crate::breaking::{Line, Piece, Room, balanced, lines};
use crate::face::{Faces, Look};
use crate::paper::{Align, Paper};
use crate::sheet::{BOTTOM, LEADING, LEFT, SMALLER, STROKE, TEXT_WIDTH, TOP, WIDTH};

/// Something on a page.
#[derive(Debug, Clone, PartialEq)]
pub enum Mark {
    /// Words: where they begin, and by how much each space is stretched.
    Words {
        /// From the left.
        x: f32,
        /// Of the line on which letters stand, from the top.
        y: f32,
        /// In their looks.
        pieces: Vec<Piece>,
        /// Added to each space.
        stretch: f32,
    },
    /// A line between two points.
    Stroke {
        /// One end.
        from: (f32, f32),
        /// The other.
        to: (f32, f32),
    },
    /// A rectangle, all of it in ink.
    Fill {
        /// Its upper left corner.
        at: (f32, f32),
        /// Across and down.
        size: (f32, f32),
    },
    /// From here on the page is written in this ink.
    Ink(Ink),
}

/// What a page is written with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// As papers are.
    Black,
    /// What a certificate is, and the prize.
    Red,
    /// Its frame.
    Gold,
}

impl Ink {
    /// Red, green and blue.
    pub const fn parts(self) -> [f32; 3] {
        match self {
            Self::Black => [0.0, 0.0, 0.0],
            Self::Red => [0.72, 0.07, 0.09],
            Self::Gold => [0.69, 0.53, 0.16],
        }
    }
}

/// A page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Page {
    /// Whether the sheet lies.
    pub lies: bool,
    /// What stands on it, in the order of reading.
    pub marks: Vec<Mark>,
}

/// The pages of a paper, numbered from the second on.
pub fn pages(paper: &Paper, faces: &Faces) -> Vec<Page> {
    let mut flow = Flow { pages: vec![Page::default()], y: TOP, faces };
    flow.head(paper);
    // A signature does not stand alone on a page: the last paragraph goes with it.
    let (before, last) = paper.body.split_at(paper.body.len().saturating_sub(1));
    flow.blocks(before);
    flow.keep_with_tail(paper, last);
    flow.blocks(last);
    flow.tail(paper);
    for annex in &paper.annexes {
        flow.annex(paper, annex);
    }
    flow.number();
    flow.pages
}

pub use certificate::certificate_page;
pub use code::SIDE as CODE_SIDE;
pub use form::form_pages;

/// A column of lines: from the left, and how wide.
#[derive(Debug, Clone, Copy)]
struct Span {
    left: f32,
    width: f32,
}

const WHOLE: Span = Span { left: LEFT, width: TEXT_WIDTH };

struct Flow<'f> {
    pages: Vec<Page>,
    /// How far down the page is written.
    y: f32,
    faces: &'f Faces,
}

impl Flow<'_> {
    fn turn(&mut self) {
        self.pages.push(Page::default());
        self.y = TOP;
    }

    fn put(&mut self, mark: Mark) {
        let page = self.pages.last_mut().expect("there is a page from the beginning");
        page.marks.push(mark);
    }

    fn stroke(&mut self, from: (f32, f32), to: (f32, f32)) {
        self.put(Mark::Stroke { from, to });
    }

    fn broken(&self, text: &str, look: Look, width: f32) -> Vec<Line> {
        let text = [Piece { text: text.to_owned(), look }];
        lines(self.faces, &text, Room { first: 0.0, width })
    }

    /// One line at a height of its own; nothing moves on.
    fn line(&mut self, line: Line, align: Align, span: Span, y: f32) {
        let spare = (span.width - line.width).max(0.0);
        let (x, stretch) = match align {
            Align::Left => (span.left, 0.0),
            Align::Centre => (span.left + spare / 2.0, 0.0),
            Align::Right => (span.left + spare, 0.0),
            Align::Justified if line.ends || line.spaces == 0 => (span.left, 0.0),
            Align::Justified => (span.left, spare / f32::from(line.spaces)),
        };
        if !line.pieces.is_empty() {
            self.put(Mark::Words { x, y, pieces: line.pieces, stretch });
        }
    }

    /// Lines one under the other from a height on; how far down they go.
    fn column(&mut self, text: &str, look: Look, align: Align, span: Span, from: f32) -> f32 {
        let lines = match align {
            Align::Centre => balanced(self.faces, text, look, span.width),
            Align::Left | Align::Right | Align::Justified => self.broken(text, look, span.width),
        };
        let mut y = from;
        for line in lines {
            y += look.size * LEADING;
            self.line(line, align, span, y - look.size * (LEADING - 1.0));
        }
        y
    }

    /// The number in the upper margin of every page but the first.
    fn number(&mut self) {
        let look = Look::regular(SMALLER);
        for at in 1..self.pages.len() {
            let text = (at + 1).to_string();
            let x = (WIDTH - self.faces.width(&text, look)) / 2.0;
            let pieces = vec![Piece { text, look }];
            let words = Mark::Words { x, y: TOP - SMALLER / 2.0, pieces, stretch: 0.0 };
            self.pages[at].marks.insert(0, words);
        }
    }
}

/// Whether something of a height has no room below a place.
fn is_full(y: f32, height: f32) -> bool {
    y + height > BOTTOM + STROKE
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paper::{Block, Column, Post, Signature, Table};

    fn long() -> Paper {
        let words = "Thực hiện Kế hoạch tổ chức Hội thi Sáng tạo kỹ thuật của tỉnh. ";
        let column = |head: &str, align| Column { head: head.to_owned(), share: 1, align };
        let rows = (1..90).map(|at| vec![format!("Đơn vị {at}"), at.to_string()]);
        let table = Table {
            columns: vec![column("Đơn vị", Align::Left), column("Số việc", Align::Right)],
            rows: rows.chain([vec!["Cộng".to_owned(), "4005".to_owned()]]).collect(),
            sum: true,
        };
        let mut body = vec![Block::text(words.repeat(8)); 9];
        body.push(Block::Table(table));
        Paper { issuer: "Sở Nội vụ".to_owned(), body, ..Paper::default() }
    }

    #[test]
    fn nothing_leaves_the_paper() {
        let faces = Faces::open();
        for page in pages(&long(), &faces) {
            for mark in page.marks {
                let Mark::Words { x, y, pieces, stretch } = mark else { continue };
                let width: f32 =
                    pieces.iter().map(|piece| faces.width(&piece.text, piece.look)).sum();
                let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
                let spaces = u16::try_from(text.matches(' ').count()).unwrap();
                let right = x + width + stretch * f32::from(spaces);
                assert!(x >= LEFT - 0.1 && right <= LEFT + TEXT_WIDTH + 0.1, "{text}: {x} {right}");
                assert!(y > TOP / 2.0 && y <= BOTTOM + 0.1, "{text}: {y}");
            }
        }
    }

    #[test]
    fn a_signature_is_not_alone() {
        let faces = Faces::open();
        let alone = (10..50).filter(|count| {
            let body = vec![Block::text("Một đoạn."); *count];
            let signatures =
                vec![Signature { posts: vec![Post::read("Giám đốc")], ..Signature::default() }];
            let pages = pages(&Paper { body, signatures, ..Paper::default() }, &faces);
            let last = pages.last().map_or(&[][..], |page| &page.marks);
            let spoken = |mark: &Mark| match mark {
                Mark::Words { pieces, .. } => pieces.iter().any(|it| it.text == "Một đoạn."),
                Mark::Stroke { .. } | Mark::Fill { .. } | Mark::Ink(_) => false,
            };
            !last.iter().any(spoken)
        });
        assert_eq!(alone.collect::<Vec<usize>>(), []);
    }

    #[test]
    fn heads_come_again_and_pages_are_numbered() {
        let faces = Faces::open();
        let pages = pages(&long(), &faces);
        let said = |page: &Page, words: &str| {
            let text = |mark: &Mark| match mark {
                Mark::Words { pieces, .. } => pieces.iter().map(|it| it.text.as_str()).collect(),
                Mark::Stroke { .. } | Mark::Fill { .. } | Mark::Ink(_) => String::new(),
            };
            page.marks.iter().filter(|mark| text(mark) == words).count()
        };
        let heads: Vec<usize> = pages.iter().map(|page| said(page, "Số việc")).collect();
        assert_eq!(heads, [0, 1, 1, 1, 1]);
        let above: Vec<usize> = pages
            .iter()
            .map(|page| {
                let high = |mark: &&Mark| matches!(mark, Mark::Words { y, .. } if *y < TOP);
                page.marks.iter().filter(high).count()
            })
            .collect();
        assert_eq!(above, [0, 1, 1, 1, 1]);
        assert_eq!(said(&pages[4], "5"), 1);
    }
}
