//! The order in which prizes are given at the ceremony (kịch bản trao giải): from the lowest prize to the highest, with
//! whom to call onto the stage.

use kernel::Message;
use typesetting::{Block, Heading, Paper, Title};

use super::{PAPERS, Told};
use crate::awards::table::Line;

pub fn laid_out(told: &Told) -> Paper {
    let subject = PAPERS.with("award-ceremony-subject", "contest", told.contest());
    let mut body = vec![Block::text(PAPERS.say("award-ceremony-lead"))];
    let winners = told.winners();
    for (at, prize) in (1..).zip(told.rules.prizes.iter().rev()) {
        let of_prize: Vec<&&Line> = winners.iter().filter(|it| it.prize == prize.name).collect();
        let says = Message::new("award-ceremony-prize")
            .with("at", at)
            .with("prize", &prize.name)
            .with("count", of_prize.len());
        body.push(Block::Heading(Heading::Flush, PAPERS.tell(&says)));
        match of_prize.is_empty() {
            true => body.push(Block::text(PAPERS.say("award-ceremony-none"))),
            false => body.extend(of_prize.into_iter().map(|line| called(line))),
        }
    }
    body.push(Block::text(PAPERS.say("award-ceremony-end")));
    Paper {
        issuer: told.issuer.clone(),
        superior: None,
        symbol: PAPERS.say("award-symbol-ceremony"),
        title: Title::Named { kind: PAPERS.say("award-paper-ceremony-kind"), subject },
        body,
        ..told.paper_of_council()
    }
}

/// Whom to call for a dossier.
fn called(line: &Line) -> Block {
    let unit = match line.unit.is_empty() {
        true => String::new(),
        false => format!(" ({})", line.unit),
    };
    let says = Message::new("award-ceremony-call")
        .with("authors", line.authors.replace('\n', ", "))
        .with("unit", unit)
        .with("title", &line.title);
    Block::text(PAPERS.tell(&says))
}
