//! The submission (tờ trình) and the draft of the decision (dự thảo quyết định): the office puts in what only it
//! knows, number, day and who signs.

use kernel::Message;
use typesetting::{Annex, Block, Dated, Heading, Paper, Post, Run, Signature, Title};

use super::{PAPERS, Told};

/// The draft of the decision on prizes.
pub fn laid_out(told: &Told) -> Paper {
    let subject = PAPERS.with("award-decision-subject", "contest", told.contest());
    Paper {
        issuer: told.issuer.clone(),
        symbol: PAPERS.say("award-symbol-decision"),
        place: told.seen.row.town.clone(),
        dated: Dated::in_month_of(told.begun().day()),
        title: Title::Named { kind: PAPERS.say("award-paper-decision-kind"), subject },
        body: articles(told),
        signatures: vec![Signature {
            posts: vec![Post::read(&PAPERS.say("award-post-head"))],
            ..Signature::default()
        }],
        recipients: vec![
            PAPERS.say("award-recipients-article"),
            PAPERS.say("award-recipients-file"),
        ],
        annexes: vec![annex(told)],
        ..Paper::default()
    }
}

fn articles(told: &Told) -> Vec<Block> {
    let mut body = bases(told);
    body.push(Block::Heading(Heading::Centred, PAPERS.say("award-decision-decides")));
    let articles = [
        PAPERS.tell(
            &Message::new("award-decision-first")
                .with("contest", told.contest())
                .with("counts", told.counted()),
        ),
        PAPERS.say("award-decision-second"),
        PAPERS.say("award-decision-third"),
    ];
    for (at, text) in (1..).zip(articles) {
        let head = PAPERS.with("award-decision-article", "number", at);
        body.push(Block::Paragraph(vec![Run::strong(format!("{head}. ")), Run::plain(text)]));
    }
    body
}

/// On what the decision stands: the decisions that founded the councils, and the minutes.
fn bases(told: &Told) -> Vec<Block> {
    let mut bases = Vec::new();
    for (council, number, day) in told.seen.contest.plenary.decisions() {
        let Some(number) = number else { continue };
        let says = match day {
            Some(day) => Message::new("award-basis-council").with("day", day.written()),
            None => Message::new("award-basis-council-undated"),
        };
        let says = says.with("council", council).with("number", number);
        bases.push(Block::Basis(PAPERS.tell(&says)));
    }
    let day = told.begun().day().written();
    bases.push(Block::Basis(PAPERS.with("award-basis-minutes", "day", day)));
    bases
}

fn annex(told: &Told) -> Annex {
    Annex {
        label: PAPERS.say("award-annex"),
        title: PAPERS.with("award-annex-title", "contest", told.contest()),
        body: vec![Block::Table(told.winners_table())],
    }
}

/// The submission to whoever decides.
pub fn proposal(told: &Told) -> Paper {
    let subject = PAPERS.with("award-proposal-subject", "contest", told.contest());
    let says = Message::new("award-proposal-lead")
        .with("day", told.begun().day().written())
        .with("contest", told.contest());
    let mut body = vec![Block::text(PAPERS.tell(&says)), Block::text(told.counted())];
    body.push(Block::text(PAPERS.say("award-proposal-end")));
    body.extend(told.proof());
    Paper {
        symbol: PAPERS.say("award-symbol-proposal"),
        title: Title::Named { kind: PAPERS.say("award-paper-proposal"), subject },
        to: vec![told.issuer.clone()],
        body,
        signatures: vec![told.signature("award-post-chair", &told.seen.row.chaired_by)],
        recipients: vec![PAPERS.say("award-recipients-above"), PAPERS.say("award-recipients-file")],
        annexes: vec![annex(told)],
        ..told.paper_of_council()
    }
}
