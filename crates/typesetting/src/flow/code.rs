//! A QR code as dark rectangles.

use super::{Flow, Mark, is_full};
use crate::face::Look;
use crate::paper::Align;
use crate::qr::Code;
use crate::sheet::{BETWEEN, LEFT, MILLIMETRE, SMALLER, TEXT_WIDTH};

/// Side of a code in the body of a paper: a phone reads it at arm's length.
pub const SIDE: f32 = 28.0 * MILLIMETRE;

impl Flow<'_> {
    /// A code of a side, its white margin included.
    pub(super) fn qr(&mut self, code: &Code, (left, top): (f32, f32), side: f32) {
        let module = side / code.side() as f32;
        for row in 0..code.side() {
            for (column, length) in code.stretches(row) {
                let at = (left + column as f32 * module, top + row as f32 * module);
                self.put(Mark::Fill { at, size: (length as f32 * module, module) });
            }
        }
    }

    /// A code with its words beside it.
    pub(super) fn block_of_code(&mut self, code: &Code, words: &str) {
        if is_full(self.y, SIDE + BETWEEN) {
            self.turn();
        }
        let top = self.y + BETWEEN;
        self.qr(code, (LEFT, top), SIDE);
        let left = LEFT + SIDE + BETWEEN;
        let span = super::Span { left, width: LEFT + TEXT_WIDTH - left };
        let below = self.column(words, Look::italic(SMALLER), Align::Left, span, top + BETWEEN);
        self.y = below.max(top + SIDE) + BETWEEN;
    }
}
