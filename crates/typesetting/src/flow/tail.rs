//! The end of a paper: recipients at the left, signature at the right; and its annexes.

use super::{Flow, Span, WHOLE, is_full};
use crate::face::{Face, Look};
use crate::paper::{Align, Annex, Paper, Signature};
use crate::sheet::{
    BETWEEN, BODY, ISSUER_WIDTH, LEADING, LEFT, NAMES, RECIPIENTS, SIGNING, SMALLER, TEXT_WIDTH,
};
use crate::wording;

impl Flow<'_> {
    pub(super) fn tail(&mut self, paper: &Paper) {
        let height = self.tail_height(paper);
        self.y += BETWEEN;
        if is_full(self.y, height) {
            self.turn();
        }
        let top = self.y;
        match &paper.signatures[..] {
            [] => self.y = self.recipients(paper, top),
            [one] => {
                let left = self.recipients(paper, top);
                let span = Span { left: LEFT + ISSUER_WIDTH, width: TEXT_WIDTH - ISSUER_WIDTH };
                self.y = self.signature(one, span, top).max(left);
            }
            many => {
                let below = self.signatures(many, top);
                self.y = self.recipients(paper, below + BETWEEN);
            }
        }
    }

    /// Those who sign side by side; how far down they go.
    pub(super) fn signatures(&mut self, many: &[Signature], top: f32) -> f32 {
        let count = f32::from(u16::try_from(many.len()).unwrap_or(u16::MAX));
        let width = TEXT_WIDTH / count;
        let mut left = LEFT;
        let mut below = top;
        for one in many {
            below = below.max(self.signature(one, Span { left, width }, top));
            left += width;
        }
        below
    }

    fn recipients(&mut self, paper: &Paper, top: f32) -> f32 {
        if paper.recipients.is_empty() {
            return top;
        }
        let span = Span { left: LEFT, width: ISSUER_WIDTH };
        let look = Look::new(Face::BoldItalic, RECIPIENTS[0]);
        let mut y = self.column(wording::RECIPIENTS, look, Align::Left, span, top);
        for line in wording::recipients(paper) {
            y = self.column(&line, Look::regular(RECIPIENTS[1]), Align::Left, span, y);
        }
        y
    }

    pub(super) fn signature(&mut self, signature: &Signature, span: Span, top: f32) -> f32 {
        let mut y = top;
        for post in wording::posts(signature) {
            y = self.column(&post, Look::bold(SMALLER), Align::Centre, span, y);
        }
        if let Some(note) = wording::note(signature) {
            y = self.column(&note, Look::italic(NAMES), Align::Centre, span, y);
        }
        y += SIGNING;
        match &signature.name {
            Some(name) => self.column(name, Look::bold(BODY), Align::Centre, span, y),
            None => y,
        }
    }

    /// How much room the end needs, so that no signature stands alone without its post.
    pub(super) fn tail_height(&self, paper: &Paper) -> f32 {
        let signature = |one: &Signature| {
            let posts = one.posts.iter().map(|_| SMALLER * LEADING * 1.5).sum::<f32>();
            let note = if one.note.is_some() { NAMES * LEADING } else { 0.0 };
            posts + note + SIGNING + BODY * LEADING
        };
        let signed = paper.signatures.iter().map(signature).fold(0.0, f32::max);
        let lines = wording::recipients(paper);
        let count: usize = lines
            .iter()
            .map(|line| self.broken(line, Look::regular(RECIPIENTS[1]), ISSUER_WIDTH).len())
            .sum();
        let listed = f32::from(u16::try_from(count + 1).unwrap_or(u16::MAX));
        let listed = listed * RECIPIENTS[1] * LEADING;
        // A list longer than half a page may go on; the signature still stands whole.
        signed.max(listed.min(300.0))
    }

    pub(super) fn annex(&mut self, paper: &Paper, annex: &Annex) {
        self.turn();
        let [label, title] = wording::annex(annex);
        let look = Look::bold(BODY);
        self.y = self.column(&label, look, Align::Centre, WHOLE, self.y);
        self.y = self.column(&title, look, Align::Centre, WHOLE, self.y);
        let look = Look::italic(BODY);
        self.y = self.column(&wording::annexed(paper), look, Align::Centre, WHOLE, self.y);
        self.y = self.rule(TEXT_WIDTH / 4.0, WHOLE, self.y + 3.0) + BETWEEN * 2.0;
        self.blocks(&annex.body);
    }
}
