//! The page on which a unit confirms by pen and stamp (phiếu xác nhận).

use entry::Entry;
use typesetting::{Align, Block, Column, Form, Post, Run, Signature, Table};

use super::receipt::spoken;
use crate::contests::RuleSet;
use crate::frame::{Locale, Words};

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);

/// What stands on the page.
#[derive(Debug, Clone)]
pub struct Printed {
    /// The contest.
    pub contest: String,
    /// What is confirmed.
    pub entry: Entry,
    /// The rules, which say whether shares are asked.
    pub rules: RuleSet,
    /// Who is asked.
    pub unit: String,
    /// By what the page is found again.
    pub code: String,
}

impl Printed {
    /// The page as a PDF.
    pub fn pdf(&self) -> Vec<u8> {
        let post = Post { authority: None, title: self.unit.clone() };
        let signature =
            Signature { posts: vec![post], note: Some(PAPERS.say("form-stamped")), name: None };
        let form = Form {
            label: PAPERS.with("confirmation-code", "code", spoken(&self.code)),
            name: PAPERS.say("confirmation-paper"),
            subject: self.contest.clone(),
            body: self.blocks(),
            signatures: vec![signature],
        };
        form.pdf()
    }

    fn blocks(&self) -> Vec<Block> {
        let solution = &self.entry.solution;
        let fact = |key: &str, value: String| {
            let name = format!("{}: ", PAPERS.say(key));
            Block::Paragraph(vec![Run::plain(name), Run::strong(value)])
        };
        let since = solution.applied_since.map(kernel::Period::written).unwrap_or_default();
        vec![
            fact("entry-solution-title", solution.title.clone()),
            fact("entry-applied-since", since),
            fact("entry-applied-at", solution.applied_at.clone()),
            Block::Table(self.authors()),
            Block::text(PAPERS.say("confirmation-paper-says")),
        ]
    }

    fn authors(&self) -> Table {
        let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
        let mut columns = vec![column("entry-author-name", 7, Align::Left)];
        if self.rules.entry.authors.shares {
            columns.push(column("entry-share", 3, Align::Right));
        }
        let row = |author: &entry::Author| {
            let share = author.share.map(|share| share.to_string()).unwrap_or_default();
            vec![author.name.clone(), share]
        };
        let mut rows: Vec<Vec<String>> = self.entry.people.authors.iter().map(row).collect();
        for row in &mut rows {
            row.truncate(columns.len());
        }
        Table { columns, rows, sum: false }
    }
}
