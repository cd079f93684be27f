//! A form: its head, its room for a pen, its end.

use super::{Flow, Page, Span, WHOLE, is_full};
use crate::breaking::{Line, Piece, Room, lines};
use crate::face::{Faces, Look};
use crate::form::Form;
use crate::paper::{Align, Blank};
use crate::sheet::{
    BETWEEN, BODY, ISSUER_WIDTH, LEADING, LEFT, NAMES, SIGNING, SMALLER, TEXT_WIDTH, TOP,
};
use crate::wording;

/// Height of a line on which somebody writes.
const PEN: f32 = BODY * LEADING * 1.3;

/// Side of a box to tick.
const BOX: f32 = 9.5;

/// The pages of a form, numbered from the second on.
pub fn form_pages(form: &Form, faces: &Faces) -> Vec<Page> {
    let mut flow = Flow { pages: vec![Page::default()], y: TOP, faces };
    flow.form_head(form);
    flow.blocks(&form.body);
    flow.form_tail(form);
    flow.number();
    flow.pages
}

impl Flow<'_> {
    fn form_head(&mut self, form: &Form) {
        if !form.label.is_empty() {
            let look = Look::italic(NAMES);
            self.y = self.column(&form.label, look, Align::Right, WHOLE, self.y) + BETWEEN;
        }
        let names = Look::bold(NAMES);
        self.y = self.column(wording::NATION, names, Align::Centre, WHOLE, self.y);
        let motto = Look::bold(SMALLER);
        self.y = self.column(wording::MOTTO, motto, Align::Centre, WHOLE, self.y);
        let length = self.faces.width(wording::MOTTO, motto);
        self.y = self.rule(length, WHOLE, self.y + 3.0) + BETWEEN * 2.0;
        let look = Look::bold(BODY);
        self.y = self.column(&form.name.to_uppercase(), look, Align::Centre, WHOLE, self.y);
        if !form.subject.is_empty() {
            self.y = self.column(&form.subject, look, Align::Centre, WHOLE, self.y);
        }
        self.y += BETWEEN * 2.0;
    }

    fn form_tail(&mut self, form: &Form) {
        if form.signatures.is_empty() {
            return;
        }
        self.y += BETWEEN;
        let lines = SMALLER * LEADING * 3.0 + NAMES * LEADING * 3.0;
        if is_full(self.y, lines + SIGNING) {
            self.turn();
        }
        let span = Span { left: LEFT + ISSUER_WIDTH, width: TEXT_WIDTH - ISSUER_WIDTH };
        let look = Look::italic(SMALLER);
        let below = self.column(wording::FORM_DATED, look, Align::Centre, span, self.y);
        self.y = match &form.signatures[..] {
            [one] => self.signature(one, span, below),
            many => self.signatures(many, below),
        };
    }

    /// A box, and the words beside it.
    pub(super) fn choice(&mut self, words: &str) {
        let look = Look::regular(BODY);
        let span = Span { left: LEFT + BOX * 2.0, width: TEXT_WIDTH - BOX * 2.0 };
        let height = f32::from(
            u16::try_from(self.broken(words, look, span.width).len()).unwrap_or(u16::MAX),
        ) * BODY
            * LEADING;
        if is_full(self.y, height + BETWEEN / 2.0) {
            self.turn();
        }
        self.y += BETWEEN / 2.0;
        let (left, right) = (LEFT + BOX / 2.0, LEFT + BOX * 1.5);
        let bottom = self.y + BODY;
        let top = bottom - BOX;
        for (from, to) in [
            ((left, top), (right, top)),
            ((right, top), (right, bottom)),
            ((right, bottom), (left, bottom)),
            ((left, bottom), (left, top)),
        ] {
            self.stroke(from, to);
        }
        self.y = self.column(words, look, Align::Left, span, self.y);
    }

    /// Words, and dots after them.
    pub(super) fn blank(&mut self, blank: &Blank) {
        let look = Look::regular(BODY);
        let text = [Piece { text: blank.label.clone(), look }];
        let mut set = lines(self.faces, &text, Room { first: 0.0, width: TEXT_WIDTH });
        if let Some(last) = set.last_mut() {
            dotted(last, self.faces, look);
        }
        set.extend((0..blank.more).map(|_| {
            let mut line = Line::default();
            dotted(&mut line, self.faces, look);
            line
        }));
        for line in set {
            if is_full(self.y, PEN) {
                self.turn();
            }
            self.y += PEN;
            self.line(line, Align::Left, WHOLE, self.y - BODY * (LEADING - 1.0));
        }
    }
}

/// Fills a line with dots.
fn dotted(line: &mut Line, faces: &Faces, look: Look) {
    let space = if line.pieces.is_empty() { "" } else { " " };
    let left = TEXT_WIDTH - line.width - faces.width(space, look);
    let dots = ".".repeat((left / faces.width(".", look)).max(0.0) as usize);
    let text = format!("{space}{dots}");
    line.width += faces.width(&text, look);
    line.pieces.push(Piece { text, look });
}
