//! What is printed to be signed: the page on which a unit confirms by pen and stamp (phiếu xác nhận), and the sheet
//! on which authors agree (phiếu đồng ý).

use entry::Entry;
use typesetting::{Align, Block, Column, Form, Post, Run, Signature, Table};

use crate::contests::RuleSet;
use crate::frame::code::spoken;
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
        let mut blocks = facts(&self.entry);
        blocks.push(Block::Table(authors(&self.entry, &self.rules, None)));
        blocks.push(Block::text(PAPERS.say("confirmation-paper-says")));
        blocks
    }
}

/// The sheet on which authors agree to the entry and to their shares.
#[derive(Debug, Clone)]
pub struct Sheet {
    /// The contest.
    pub contest: String,
    /// What they agree to.
    pub entry: Entry,
    /// The rules, which say what is vouched for and whether shares are asked.
    pub rules: RuleSet,
}

impl Sheet {
    /// The sheet as a PDF.
    pub fn pdf(&self) -> Vec<u8> {
        let mut body = facts(&self.entry);
        body.push(Block::text(PAPERS.say("agreement-paper-says")));
        body.extend(
            self.rules.entry.undertaking.iter().map(|line| Block::text(format!("- {line}"))),
        );
        body.push(Block::Table(authors(
            &self.entry,
            &self.rules,
            Some("agreement-paper-signature"),
        )));
        let form = Form {
            label: String::new(),
            name: PAPERS.say("agreement-paper"),
            subject: self.contest.clone(),
            body,
            signatures: Vec::new(),
        };
        form.pdf()
    }
}

/// What is known of the solution before anybody signs for it.
fn facts(entry: &Entry) -> Vec<Block> {
    let solution = &entry.solution;
    let fact = |key: &str, value: String| {
        let name = format!("{}: ", PAPERS.say(key));
        Block::Paragraph(vec![Run::plain(name), Run::strong(value)])
    };
    let since = solution.applied_since.map(kernel::Period::written).unwrap_or_default();
    vec![
        fact("entry-solution-title", solution.title.clone()),
        fact("entry-applied-since", since),
        fact("entry-applied-at", solution.applied_at.clone()),
    ]
}

/// The authors with their shares, and a column to sign in where one is wanted.
fn authors(entry: &Entry, rules: &RuleSet, signs: Option<&str>) -> Table {
    let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
    let mut columns = vec![column("entry-author-name", 7, Align::Left)];
    if rules.entry.authors.shares {
        columns.push(column("entry-share", 3, Align::Right));
    }
    columns.extend(signs.map(|key| column(key, 6, Align::Left)));
    let row = |author: &entry::Author| {
        let share = author.share.map(|share| share.to_string()).unwrap_or_default();
        let mut row = vec![author.name.clone()];
        row.extend(rules.entry.authors.shares.then_some(share));
        row.resize(columns.len(), String::new());
        row
    };
    Table { rows: entry.people.authors.iter().map(row).collect(), columns, sum: false }
}
