//! The body: paragraphs, headings, tables, one after the other, page after page.

use super::{Flow, Span, WHOLE, is_full};
use crate::breaking::{Line, Piece, Room, lines};
use crate::face::{Face, Look};
use crate::paper::{Align, Block, Heading, Paper, Run};
use crate::sheet::{BETWEEN, BODY, INDENT, LEADING, LEFT, TEXT_WIDTH};

/// Height of a line of the body.
const STEP: f32 = BODY * LEADING;

impl Flow<'_> {
    pub(super) fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            match block {
                Block::Basis(text) => self.paragraph(&[Run::slanted(text)]),
                Block::Paragraph(runs) => self.paragraph(runs),
                Block::Heading(Heading::Flush, text) => {
                    self.keep_together();
                    self.paragraph(&[Run::strong(text)]);
                }
                Block::Heading(Heading::Edge, text) => {
                    self.keep_together();
                    let from = self.y + BETWEEN;
                    self.y = self.column(text, Look::bold(BODY), Align::Left, WHOLE, from);
                }
                Block::Heading(Heading::Centred, text) => {
                    self.keep_together();
                    let look = Look::bold(BODY);
                    self.y = self.column(text, look, Align::Centre, WHOLE, self.y) + BETWEEN;
                }
                Block::Table(table) => self.table(table),
                Block::Blank(blank) => self.blank(blank),
                Block::Code(code, words) => self.block_of_code(code, words),
                Block::Choices(choices) => {
                    choices.iter().for_each(|words| self.choice(words));
                    self.y += BETWEEN / 2.0;
                }
            }
        }
    }

    /// Begins a page where a heading would stand alone at the foot of this one.
    fn keep_together(&mut self) {
        if is_full(self.y, STEP * 3.0 + BETWEEN) {
            self.turn();
        }
    }

    /// Begins a page before the last paragraph where the end would not fit below it.
    pub(super) fn keep_with_tail(&mut self, paper: &Paper, last: &[Block]) {
        let [Block::Paragraph(runs)] = last else { return };
        let lines = self.set(runs).len();
        let height = f32::from(u16::try_from(lines).unwrap_or(u16::MAX)) * STEP + 2.0 * BETWEEN;
        // A long paragraph goes on over the page by itself.
        if lines <= 6 && is_full(self.y, height + self.tail_height(paper)) {
            self.turn();
        }
    }

    fn set(&self, runs: &[Run]) -> Vec<Line> {
        let piece = |run: &Run| Piece {
            text: run.text.clone(),
            look: Look::new(Face::of(run.strong, run.slanted), BODY),
        };
        let text: Vec<Piece> = runs.iter().map(piece).collect();
        lines(self.faces, &text, Room { first: INDENT, width: TEXT_WIDTH })
    }

    fn paragraph(&mut self, runs: &[Run]) {
        let lines = self.set(runs);
        let all = lines.len();
        // A paragraph begins with two lines on a page, and does not send one alone to the next.
        let two = if all > 1 { STEP * 2.0 } else { STEP };
        if is_full(self.y, two) {
            self.turn();
        }
        let mut after_break = false;
        for (at, line) in lines.into_iter().enumerate() {
            let last_but_one = all > 2 && at + 2 == all && is_full(self.y, STEP * 2.0);
            if is_full(self.y, STEP) || last_but_one {
                self.turn();
            }
            let indent = if at == 0 || after_break { INDENT } else { 0.0 };
            after_break = line.ends;
            self.text_line(line, indent);
        }
        self.y += BETWEEN;
    }

    fn text_line(&mut self, line: Line, indent: f32) {
        let width = (TEXT_WIDTH - indent).max(line.width);
        let span = Span { left: LEFT + indent, width };
        self.y += STEP;
        self.line(line, Align::Justified, span, self.y - BODY * (LEADING - 1.0));
    }
}
