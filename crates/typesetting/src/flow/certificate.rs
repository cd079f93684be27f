//! A certificate: all of it on one lying page.

use super::{Flow, Ink, Mark, Page, Span};
use crate::certificate::Certificate;
use crate::face::Look;
use crate::paper::Align;
use crate::sheet::{BETWEEN, HEIGHT, MILLIMETRE, NAMES, SMALLER, WIDTH};
use crate::wording;

/// The sheet lies: it is as wide as papers are high.
const ACROSS: f32 = HEIGHT;
const DOWN: f32 = WIDTH;
/// From the edge of the sheet to the frame.
const EDGE: f32 = 11.0 * MILLIMETRE;
/// From the edge of the sheet to the words.
const MARGIN: f32 = 26.0 * MILLIMETRE;
const WORDS: Span = Span { left: MARGIN, width: ACROSS - 2.0 * MARGIN };
/// Where number, code and signature begin.
const FOOT: f32 = DOWN - 71.0 * MILLIMETRE;
/// Where the names may begin, and how far the lines below them may go.
const MIDDLE: f32 = 63.0 * MILLIMETRE;
/// Side of the code.
const CODE: f32 = 25.0 * MILLIMETRE;
/// The most room between the parts of the middle, which share what is left.
const WIDEST: f32 = 15.0;
/// Room for the pen and the stamp.
const SIGNING: f32 = 62.0;

/// The page of a certificate.
pub fn certificate_page(told: &Certificate, faces: &crate::face::Faces) -> Page {
    let page = Page { lies: true, ..Page::default() };
    let mut flow = Flow { pages: vec![page], y: 21.0 * MILLIMETRE, faces };
    if told.is_framed {
        flow.ornament();
    }
    flow.above(told);
    let mut tried = Flow { pages: vec![Page::default()], y: flow.y, faces };
    tried.middle(told, 0.0);
    flow.middle(told, ((FOOT - tried.y) / 5.0).clamp(0.0, WIDEST));
    flow.foot(told);
    flow.pages.pop().unwrap_or_default()
}

impl Flow<'_> {
    /// Two lines around the sheet, and a square where they meet.
    fn ornament(&mut self) {
        self.put(Mark::Ink(Ink::Gold));
        self.border(EDGE, 2.4);
        self.border(EDGE + 6.0, 0.8);
        let far = [ACROSS - EDGE - 6.0 - 14.0, DOWN - EDGE - 6.0 - 14.0];
        for x in [EDGE + 6.0, far[0]] {
            for y in [EDGE + 6.0, far[1]] {
                self.corner(x, y);
            }
        }
        self.put(Mark::Ink(Ink::Black));
    }

    fn border(&mut self, inset: f32, thick: f32) {
        let (width, height) = (ACROSS - 2.0 * inset, DOWN - 2.0 * inset);
        self.fill((inset, inset), (width, thick));
        self.fill((inset, DOWN - inset - thick), (width, thick));
        self.fill((inset, inset), (thick, height));
        self.fill((ACROSS - inset - thick, inset), (thick, height));
    }

    fn corner(&mut self, x: f32, y: f32) {
        for (inset, side) in [(0.0, 14.0_f32), (5.0, 4.0)] {
            let thick = if inset > 0.0 { side } else { 0.8 };
            let (left, top) = (x + inset, y + inset);
            self.fill((left, top), (side, thick));
            self.fill((left, top + side - thick), (side, thick));
            self.fill((left, top), (thick, side));
            self.fill((left + side - thick, top), (thick, side));
        }
    }

    fn fill(&mut self, at: (f32, f32), size: (f32, f32)) {
        self.put(Mark::Fill { at, size });
    }

    fn above(&mut self, told: &Certificate) {
        self.centred(wording::NATION, Look::bold(SMALLER));
        let motto = Look::bold(14.0);
        self.centred(wording::MOTTO, motto);
        let length = self.faces.width(wording::MOTTO, motto);
        self.y = self.rule(length, WORDS, self.y + 3.0) + BETWEEN * 1.5;
        if let Some(superior) = &told.superior {
            self.centred(&wording::body_name(superior), Look::regular(SMALLER));
        }
        self.centred(&wording::body_name(&told.issuer), Look::bold(15.0));
    }

    fn middle(&mut self, told: &Certificate, gap: f32) {
        self.y = self.y.max(MIDDLE - 8.0);
        self.put(Mark::Ink(Ink::Red));
        self.centred(&told.kind.to_uppercase(), Look::bold(34.0));
        self.put(Mark::Ink(Ink::Black));
        self.y += 2.0 + gap;
        self.centred(&told.opening, Look::italic(15.0));
        let names = self.holder_look(told);
        for name in told.holder.lines() {
            self.centred(name, names);
        }
        if !told.unit.is_empty() {
            self.centred(&told.unit, Look::regular(15.0));
        }
        self.y += 2.0 + gap;
        self.put(Mark::Ink(Ink::Red));
        self.centred(&told.prize.to_uppercase(), Look::bold(20.0));
        self.put(Mark::Ink(Ink::Black));
        self.y += gap;
        let look = self.lines_look(told);
        for line in &told.lines {
            self.centred(line, look);
        }
    }

    /// The letters of the names: smaller, the more there are.
    fn holder_look(&self, told: &Certificate) -> Look {
        let sizes = [24.0, 20.0, 17.0, 14.0, 12.0];
        let is_low = |size: f32| told.holder.lines().count() as f32 * size <= 62.0;
        let size = sizes.into_iter().find(|size| is_low(*size)).unwrap_or(11.0);
        Look::bold(size)
    }

    /// The letters of the lines below the prize: as large as the room over the foot allows.
    fn lines_look(&self, told: &Certificate) -> Look {
        let height = |size: f32| {
            let look = Look::regular(size);
            let count = |line: &String| self.broken(line, look, WORDS.width).len();
            told.lines.iter().map(count).sum::<usize>() as f32 * size * crate::sheet::LEADING
        };
        let room = FOOT - self.y;
        let sizes = [15.0, 14.0, 13.0, 12.0, 11.0, 10.0, 9.0];
        Look::regular(sizes.into_iter().find(|size| height(*size) <= room).unwrap_or(8.0))
    }

    fn foot(&mut self, told: &Certificate) {
        let left = Span { left: MARGIN, width: WORDS.width * 0.45 };
        let mut y = FOOT + 14.0;
        for note in &told.notes {
            y = self.column(note, Look::regular(NAMES), Align::Left, left, y);
        }
        self.qr(&told.code, (left.left, y + BETWEEN), CODE);
        let beside = Span { left: MARGIN + CODE + BETWEEN, width: left.width - CODE - BETWEEN };
        let mut below = y + BETWEEN + 8.0;
        for words in &told.code_words {
            below = self.column(words, Look::regular(10.5), Align::Left, beside, below);
        }
        let right = Span { left: MARGIN + WORDS.width * 0.52, width: WORDS.width * 0.48 };
        let dated = wording::dated(&told.place, told.dated);
        let y = self.column(&dated, Look::italic(14.0), Align::Centre, right, FOOT);
        let posts = wording::posts(&told.signature);
        let y = posts
            .iter()
            .fold(y, |y, post| self.column(post, Look::bold(SMALLER), Align::Centre, right, y));
        if let Some(name) = &told.signature.name {
            self.column(name, Look::bold(14.0), Align::Centre, right, y + SIGNING);
        }
    }

    fn centred(&mut self, text: &str, look: Look) {
        self.y = self.column(text, look, Align::Centre, WORDS, self.y);
    }
}
