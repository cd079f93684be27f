//! The table of scores (bảng tổng hợp kết quả chấm): what each judge gave, what came of it.

use typesetting::{Align, Block, Column, Paper, Table, Title};

use super::{PAPERS, Told};
use crate::awards::table::Line;

pub fn laid_out(told: &Told) -> Paper {
    let row = &told.seen.row;
    let subject = PAPERS.with("award-scores-subject", "contest", told.contest());
    let mut body = vec![Block::Table(table(told))];
    body.extend(told.proof());
    Paper {
        symbol: PAPERS.say("award-symbol-scores"),
        title: Title::Named { kind: PAPERS.say("award-paper-scores"), subject },
        body,
        signatures: vec![
            told.signature("award-post-keeper", &row.kept_by),
            told.signature("award-post-chair", &row.chaired_by),
        ],
        ..told.paper_of_council()
    }
}

fn table(told: &Told) -> Table {
    let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
    let columns = vec![
        column("result-rank", 2, Align::Centre),
        column("dossier-number", 2, Align::Centre),
        column("entry-solution-title", 8, Align::Left),
        column("entry-field", 5, Align::Left),
        column("award-column-sheets", 7, Align::Left),
        column("result-total", 3, Align::Right),
        column("award-column-prize", 4, Align::Left),
    ];
    let row = |line: &Line| {
        let sheets = told.sheets.get(&line.number).map(Vec::as_slice).unwrap_or_default();
        let sheets: Vec<String> =
            sheets.iter().map(|(judge, total)| format!("{judge}: {total}")).collect();
        let rank = if line.out.is_empty() { &line.rank } else { &line.out };
        vec![
            rank.clone(),
            line.number.clone(),
            line.title.clone(),
            line.field.clone(),
            sheets.join("; "),
            line.total.clone(),
            line.prize.clone(),
        ]
    };
    Table { columns, rows: told.lines.iter().map(row).collect(), sum: false }
}
