//! A report as an official paper (văn bản): always in Vietnamese, whatever language the page is read in.

use kernel::Message;
use typesetting::{
    Align, Annex, Block, Column, Dated, Heading, Paper, Post, Run, Signature, Table, Title,
};

use super::gathering::Below;
use super::opening::begun;
use super::roll_up::RolledUp;
use super::store::Letterhead;
use super::{Frozen, Known};
use crate::frame::{Locale, Words};

const WORDS: Words = Words(Locale::Vi);

/// What a paper is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct About {
    /// Who reports.
    pub unit: String,
    /// On which contest.
    pub contest: String,
    /// On which period, as people write it.
    pub period: String,
    /// To whom.
    pub to: String,
    /// Its number, where the registry has given one.
    pub number: Option<u32>,
    /// Its day.
    pub dated: Dated,
}

/// The paper of a report.
pub fn laid_out(about: &About, head: &Letterhead, frozen: &Frozen) -> Paper {
    let subject = Message::new("report-paper-subject")
        .with("contest", about.contest.as_str())
        .with("period", about.period.as_str());
    let posts = head.posts.lines().map(Post::read).collect();
    Paper {
        superior: head.superior.clone(),
        issuer: about.unit.clone(),
        number: about.number,
        symbol: head.symbol.clone(),
        place: head.place.clone(),
        dated: about.dated,
        title: Title::Named { kind: WORDS.say("report-paper-kind"), subject: WORDS.tell(&subject) },
        to: vec![about.to.clone()],
        body: body(about, frozen),
        signatures: vec![Signature { posts, name: head.signer.clone(), ..Signature::default() }],
        recipients: head.recipients.lines().map(str::to_owned).collect(),
        annexes: frozen.below.iter().map(|below| annex(about, frozen, below)).collect(),
    }
}

/// What all units together say, as one report.
pub fn of_all(rolled: &RolledUp, missing: Vec<String>) -> Frozen {
    let said = |(unit, words): &(String, String)| {
        let between = if words.contains('\n') { '\n' } else { ' ' };
        format!("* {unit}:{between}{words}")
    };
    let chapter = |chapter: &super::roll_up::Chapter| {
        let words: Vec<String> = chapter.said.iter().map(said).collect();
        (chapter.heading.clone(), words.join("\n"))
    };
    let included = rolled.units.iter().map(|(unit, known)| (unit.clone(), 1, *known)).collect();
    Frozen {
        answers: rolled.chapters.iter().map(chapter).collect(),
        known: None,
        below: Some(Below { included, missing }),
    }
}

fn body(about: &About, frozen: &Frozen) -> Vec<Block> {
    let lead = Message::new("report-paper-lead")
        .with("contest", about.contest.as_str())
        .with("unit", about.unit.as_str())
        .with("period", about.period.as_str());
    let mut body = vec![Block::text(WORDS.tell(&lead))];
    for (at, (heading, words)) in (1..).zip(&frozen.answers) {
        body.push(heading_of(at, heading));
        match words.is_empty() {
            true => body.push(Block::text(WORDS.say("report-nothing"))),
            false => body.extend(words.lines().filter(|line| !line.is_empty()).map(line)),
        }
    }
    let figures = frozen.answers.len() + 1;
    body.push(heading_of(figures, &WORDS.say("report-paper-figures")));
    body.push(Block::text(figures_of(frozen.total())));
    if let Some(below) = &frozen.below {
        let count = below.included.len();
        body.push(Block::text(WORDS.count("report-paper-included", count)));
        if !below.missing.is_empty() {
            let names = below.missing.join("; ");
            body.push(Block::text(WORDS.with("report-paper-without", "units", names)));
        }
    }
    let end = Message::new("report-paper-end")
        .with("unit", about.unit.as_str())
        .with("period", about.period.as_str());
    body.push(Block::text(WORDS.tell(&end)));
    body
}

fn heading_of(at: usize, heading: &str) -> Block {
    Block::Heading(Heading::Flush, format!("{}. {}", roman(at), heading.to_uppercase()))
}

/// A line; one that a unit below wrote begins with its name, in bold.
fn line(line: &str) -> Block {
    let named = line.strip_prefix("* ").and_then(|rest| rest.split_once(':'));
    match named {
        Some((unit, said)) => {
            Block::Paragraph(vec![Run::strong(format!("- {unit}:")), Run::plain(said)])
        }
        None => Block::text(line),
    }
}

fn figures_of(known: Known) -> String {
    let message = Message::new("report-paper-known")
        .with("tasks", known.tasks)
        .with("done", known.done)
        .with("late", known.late)
        .with("counted", known.counted);
    WORDS.tell(&message)
}

fn annex(about: &About, frozen: &Frozen, below: &Below) -> Annex {
    let column = |key: &str, share, align| Column { head: begun(&WORDS.say(key)), share, align };
    let row = |name: &str, known: Known| {
        let figures = [known.tasks, known.done, known.late, known.counted];
        let figures = figures.iter().map(i64::to_string);
        std::iter::once(name.to_owned()).chain(figures).collect::<Vec<String>>()
    };
    let own = frozen.known.map(|known| row(&about.unit, known));
    let units = below.included.iter().map(|(unit, _, known)| row(unit, *known));
    let sum = row(&WORDS.say("report-all-units"), frozen.total());
    let table = Table {
        columns: vec![
            column("report-unit", 6, Align::Left),
            column("report-tasks", 2, Align::Right),
            column("report-done", 2, Align::Right),
            column("report-late", 2, Align::Right),
            column("report-counted", 2, Align::Right),
        ],
        rows: own.into_iter().chain(units).chain([sum]).collect(),
        sum: true,
    };
    Annex {
        label: WORDS.say("report-paper-annex"),
        title: WORDS.with("report-paper-annex-title", "period", &about.period),
        body: vec![Block::Table(table)],
    }
}

/// 1 to 39 in Roman figures, as headings are numbered.
fn roman(number: usize) -> String {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    format!("{}{}", "X".repeat(number / 10), ONES[number % 10])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_numbered() {
        let check = |number, expect: &str| assert_eq!(roman(number), expect);
        check(1, "I");
        check(4, "IV");
        check(9, "IX");
        check(14, "XIV");
        check(20, "XX");
    }

    #[test]
    fn what_units_below_say_carries_their_name() {
        let said = line("* Sở Y tế: Đã phát động: đủ.");
        let expect = vec![Run::strong("- Sở Y tế:"), Run::plain(" Đã phát động: đủ.")];
        assert_eq!(said, Block::Paragraph(expect));
        assert_eq!(line("- Họp"), Block::text("- Họp"));
    }
}
