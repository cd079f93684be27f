//! The list by which prize money is paid out (bảng kê chi tiền thưởng): to each author by their share, with room to sign.

use kernel::Message;
use typesetting::{Align, Block, Column, Paper, Post, Signature, Table, Title};

use super::{PAPERS, Told};
use crate::awards::shares::split;
use crate::awards::table::Line;
use crate::frame::money;

pub fn laid_out(told: &Told) -> Paper {
    let (_, sum) = told.counts();
    let subject = PAPERS.with("award-money-subject", "contest", told.contest());
    let written = Message::new("award-money-sum").with("money", money::written(PAPERS, sum));
    let mut body = vec![Block::Table(table(told, sum)), Block::text(PAPERS.tell(&written))];
    body.extend(told.proof());
    Paper {
        superior: None,
        issuer: told.issuer.clone(),
        symbol: PAPERS.say("award-symbol-money"),
        title: Title::Named { kind: PAPERS.say("award-paper-money-kind"), subject },
        body,
        signatures: ["award-post-made", "award-post-accountant", "award-post-approves"]
            .map(|post| Signature {
                posts: vec![Post::read(&PAPERS.say(post))],
                note: Some(PAPERS.say("award-paper-sign")),
                name: None,
            })
            .into(),
        ..told.paper_of_council()
    }
}

fn table(told: &Told, sum: u64) -> Table {
    let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
    let columns = vec![
        column("award-column-position", 2, Align::Centre),
        column("award-column-author", 6, Align::Left),
        column("entry-solution-title", 8, Align::Left),
        column("award-column-prize", 3, Align::Left),
        column("award-column-share", 3, Align::Right),
        column("award-column-money", 4, Align::Right),
        column("certificate-received-by", 4, Align::Left),
    ];
    let mut rows: Vec<Vec<String>> =
        told.winners().into_iter().flat_map(|line| paid(told, line)).collect();
    for (row, at) in rows.iter_mut().zip(1..) {
        row[0] = format!("{at}");
    }
    let mut last = vec![String::new(); 7];
    last[1] = PAPERS.say("award-column-sum");
    last[5] = money::grouped(PAPERS, sum);
    rows.push(last);
    Table { columns, rows, sum: true }
}

/// The rows of a dossier: one for each author.
fn paid(told: &Told, line: &Line) -> Vec<Vec<String>> {
    let authors = told.authors_of(line);
    let shares: Vec<Option<u32>> = authors.iter().map(|(_, share)| *share).collect();
    let parts = split(line.money.into(), &shares);
    let row = |((name, share), part): (&(String, Option<u32>), u64)| {
        vec![
            String::new(),
            name.clone(),
            line.title.clone(),
            line.prize.clone(),
            share.map(percent).unwrap_or_default(),
            money::grouped(PAPERS, part),
            String::new(),
        ]
    };
    authors.iter().zip(parts).map(row).collect()
}

/// Hundredths of a percent as people write them.
fn percent(hundredths: u32) -> String {
    match hundredths % 100 {
        0 => format!("{}%", hundredths / 100),
        rest => format!("{},{rest:02}%", hundredths / 100),
    }
}

#[cfg(test)]
mod tests {
    use super::percent;

    #[test]
    fn shares_are_written_with_a_comma() {
        assert_eq!([6_000, 3_333, 5].map(percent), ["60%", "33,33%", "0,05%"]);
    }
}
