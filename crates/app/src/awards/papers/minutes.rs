//! The minutes (biên bản họp hội đồng): when, who, what was moved, how it was voted, what came of it.

use kernel::{Instant, Message};
use typesetting::{Block, Heading, Paper, Title};

use super::{PAPERS, Told};
use crate::awards::counted::Verdict;
use crate::awards::store::MotionRow;
use crate::awards::table::Line;
use crate::councils::MemberRow;

pub fn laid_out(told: &Told) -> Paper {
    let row = &told.seen.row;
    let subject = PAPERS.with("award-minutes-subject", "contest", told.contest());
    Paper {
        symbol: PAPERS.say("award-symbol-minutes"),
        title: Title::Named { kind: PAPERS.say("award-paper-minutes-kind"), subject },
        body: body(told),
        signatures: vec![
            told.signature("award-post-keeper", &row.kept_by),
            told.signature("award-post-chair", &row.chaired_by),
        ],
        ..told.paper_of_council()
    }
}

fn body(told: &Told) -> Vec<Block> {
    let row = &told.seen.row;
    let mut body = vec![
        Block::text(
            PAPERS.tell(
                &Message::new("award-minutes-opening")
                    .with("moment", told.begun().written())
                    .with("place", &row.place),
            ),
        ),
        heading("award-minutes-people"),
    ];
    body.push(Block::text(PAPERS.with(
        "award-minutes-chair",
        "name",
        told.member(&row.chaired_by),
    )));
    body.push(Block::text(PAPERS.with("award-minutes-keeper", "name", told.member(&row.kept_by))));
    let all = told.there.len() + told.away.len();
    let present = Message::new("award-minutes-present").with("count", told.there.len());
    body.push(Block::text(PAPERS.tell(&present.with("all", all))));
    body.extend(told.there.iter().map(|member| Block::text(format!("- {}", named(member)))));
    if !told.away.is_empty() {
        let names: Vec<String> = told.away.iter().map(named).collect();
        body.push(Block::text(PAPERS.with("award-minutes-away", "names", names.join("; "))));
    }
    if !row.agenda.is_empty() {
        body.push(heading("award-minutes-agenda"));
        body.extend(row.agenda.lines().map(|item| Block::text(format!("- {item}"))));
    }
    body.push(heading("award-minutes-results"));
    body.push(Block::text(judged(told)));
    body.push(heading("award-minutes-motions"));
    body.extend(motions(told));
    body.push(heading("award-minutes-prizes"));
    body.push(Block::text(told.counted()));
    body.push(Block::Table(told.winners_table()));
    body.extend(forwarded(told));
    body.extend(ending(told));
    body.extend(told.proof());
    body
}

fn heading(key: &str) -> Block {
    Block::Heading(Heading::Flush, PAPERS.say(key))
}

fn named(member: &MemberRow) -> String {
    match member.title.is_empty() {
        true => member.name.clone(),
        false => format!("{}, {}", member.name, member.title),
    }
}

/// How many dossiers were judged, and how many have a rank.
fn judged(told: &Told) -> String {
    let ranked = told.lines.iter().filter(|line| line.out.is_empty()).count();
    let says = Message::new("award-minutes-judged").with("count", told.lines.len());
    PAPERS.tell(&says.with("ranked", ranked).with("sheets", told.records.scores.len()))
}

fn motions(told: &Told) -> Vec<Block> {
    if told.motions.is_empty() {
        return vec![Block::text(PAPERS.say("award-minutes-no-motion"))];
    }
    told.motions.iter().flat_map(|motion| motion_told(told, motion)).collect()
}

fn motion_told(told: &Told, motion: &MotionRow) -> Vec<Block> {
    let line = told.of_dossier(&motion.dossier_id);
    let prize = motion.prize.as_deref().and_then(|key| told.prize(key));
    let says = Message::new("award-minutes-motion")
        .with("position", motion.position)
        .with("number", line.map(|line| line.number.clone()).unwrap_or_default())
        .with("title", line.map(|line| line.title.clone()).unwrap_or_default())
        .with("prize", prize.unwrap_or_else(|| PAPERS.say("award-motion-no-prize")))
        .with("reason", &motion.reason)
        .with("favour", motion.in_favour)
        .with("against", motion.against)
        .with("members", motion.members)
        .with("verdict", PAPERS.say(Verdict::of(&told.rules, motion).label()));
    let mut blocks = vec![Block::text(PAPERS.tell(&says))];
    let out = told.out.iter().filter(|out| out.motion_id == motion.id);
    let out: Vec<String> = out.map(|out| format!("{} ({})", out.name, out.reason)).collect();
    if !out.is_empty() {
        blocks.push(Block::text(PAPERS.with("award-minutes-out", "names", out.join("; "))));
    }
    blocks
}

fn forwarded(told: &Told) -> Vec<Block> {
    let chosen: Vec<&Line> = told.lines.iter().filter(|line| line.is_forwarded).collect();
    if chosen.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![heading("award-minutes-forwarded")];
    blocks.extend(
        chosen.iter().map(|line| Block::text(format!("- {}. {}", line.number, line.title))),
    );
    blocks
}

fn ending(told: &Told) -> Vec<Block> {
    let row = &told.seen.row;
    let mut blocks = Vec::new();
    if let Some(remarks) = &row.remarks {
        blocks.push(heading("award-minutes-remarks"));
        blocks.extend(remarks.lines().map(|line| Block::text(line.to_owned())));
    }
    if let (Some(in_favour), Some(against), Some(ended)) =
        (row.in_favour, row.against, row.ended_at)
    {
        let says = Message::new("award-minutes-vote")
            .with("favour", in_favour)
            .with("against", against)
            .with("members", told.there.len() + told.away.len());
        blocks.push(Block::text(PAPERS.tell(&says)));
        let ended = Instant::from_millis(ended).written();
        blocks.push(Block::text(PAPERS.with("award-minutes-end", "moment", ended)));
    }
    blocks
}

impl Told {
    fn of_dossier(&self, id: &str) -> Option<&Line> {
        let code = self.codes.get(id)?;
        self.lines.iter().find(|line| line.number == *code)
    }

    fn prize(&self, key: &str) -> Option<String> {
        Some(self.rules.prize(key)?.name.clone())
    }
}
