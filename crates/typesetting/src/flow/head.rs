//! The head of a paper: state and motto at the right, issuer at the left, number, day, title, addressees.

use super::{Flow, Span, WHOLE};
use crate::face::Look;
use crate::paper::{Align, Paper, Title};
use crate::sheet::{BETWEEN, BODY, ISSUER_WIDTH, LEFT, NAMES, SMALLER, TEXT_WIDTH};
use crate::wording;

const ISSUER: Span = Span { left: LEFT, width: ISSUER_WIDTH };
const NATION: Span = Span { left: LEFT + ISSUER_WIDTH, width: TEXT_WIDTH - ISSUER_WIDTH };

impl Flow<'_> {
    pub(super) fn head(&mut self, paper: &Paper) {
        let top = self.y;
        let issuer = self.issuer(paper, top);
        let nation = self.nation(top);
        let below = issuer.max(nation) + BETWEEN;
        let (number, dated) = (wording::number(paper), wording::dated(&paper.place, paper.dated));
        let look = Look::regular(SMALLER);
        let mut left = self.column(&number, look, Align::Centre, ISSUER, below);
        let right = self.column(&dated, Look::italic(SMALLER), Align::Centre, NATION, below);
        if let Title::Letter { subject } = &paper.title
            && !subject.is_empty()
        {
            let look = Look::regular(NAMES);
            left = self.column(&format!("V/v {subject}"), look, Align::Centre, ISSUER, left);
        }
        self.y = left.max(right) + BETWEEN * 2.0;
        self.title(paper);
        self.addressees(paper);
    }

    fn issuer(&mut self, paper: &Paper, top: f32) -> f32 {
        let mut y = top;
        if let Some(superior) = &paper.superior {
            y = self.column(
                &wording::body_name(superior),
                Look::regular(NAMES),
                Align::Centre,
                ISSUER,
                y,
            );
        }
        let issuer = wording::body_name(&paper.issuer);
        let y = self.column(&issuer, Look::bold(NAMES), Align::Centre, ISSUER, y);
        let length = self.shorter(&issuer, Look::bold(NAMES), ISSUER);
        self.rule(length, ISSUER, y + 3.0)
    }

    fn nation(&mut self, top: f32) -> f32 {
        let y = self.column(wording::NATION, Look::bold(NAMES), Align::Centre, NATION, top);
        let look = Look::bold(SMALLER);
        let y = self.column(wording::MOTTO, look, Align::Centre, NATION, y);
        let length = self.faces.width(wording::MOTTO, look);
        self.rule(length, NATION, y + 3.0)
    }

    fn title(&mut self, paper: &Paper) {
        let Title::Named { kind, subject } = &paper.title else { return };
        self.y += BETWEEN;
        let look = Look::bold(BODY);
        self.y = self.column(&kind.to_uppercase(), look, Align::Centre, WHOLE, self.y);
        if !subject.is_empty() {
            let width = TEXT_WIDTH * 0.86;
            let span = Span { left: LEFT + (TEXT_WIDTH - width) / 2.0, width };
            self.y = self.column(subject, look, Align::Centre, span, self.y);
            let length = self.shorter(subject, look, span);
            self.y = self.rule(length, WHOLE, self.y + 3.0);
        }
        self.y += BETWEEN * 1.5;
    }

    fn addressees(&mut self, paper: &Paper) {
        let look = Look::regular(BODY);
        let label = self.faces.width(wording::ADDRESSED, look);
        let indent = TEXT_WIDTH * 0.16;
        match &paper.to[..] {
            [] => return,
            [only] => {
                let text = format!("{} {only}", wording::ADDRESSED);
                let span = Span { left: LEFT + indent / 2.0, width: TEXT_WIDTH - indent };
                self.y = self.column(&text, look, Align::Centre, span, self.y);
            }
            many => {
                let left = LEFT + indent;
                let span = Span { left, width: TEXT_WIDTH - indent };
                self.column(wording::ADDRESSED, look, Align::Left, span, self.y);
                let left = left + label + BETWEEN;
                let span = Span { left, width: LEFT + TEXT_WIDTH - left };
                for (at, name) in many.iter().enumerate() {
                    let end = if at + 1 == many.len() { '.' } else { ';' };
                    let text = format!("- {name}{end}");
                    self.y = self.column(&text, look, Align::Left, span, self.y);
                }
            }
        }
        self.y += BETWEEN * 1.5;
    }

    /// A third to a half of the length of the words above: the length of the line under them.
    fn shorter(&self, text: &str, look: Look, span: Span) -> f32 {
        self.faces.width(text, look).min(span.width) * 0.42
    }

    /// A line in the middle of a span; where what follows may begin.
    pub(super) fn rule(&mut self, length: f32, span: Span, y: f32) -> f32 {
        let left = span.left + (span.width - length) / 2.0;
        self.stroke((left, y), (left + length, y));
        y + 2.0
    }
}
