//! Certificates and their book (sổ cấp) as papers: always in Vietnamese, whatever language the page is read in.

use std::collections::BTreeMap;

use kernel::{Day, Fault, Instant, Message};
use typesetting::{
    Align, Block, Certificate, Column, Dated, Paper, Post, Signature, Table, Title, qr,
};

use super::public::path;
use super::store::{CertificateRow, RunRow};
use crate::frame::code::spoken;
use crate::frame::{Locale, Words};

/// Papers are in Vietnamese.
const PAPERS: Words = Words(Locale::Vi);

/// A certificate; `address` makes an address of a path.
///
/// # Errors
/// The database holds no day, or the address is too long for a code.
pub fn laid_out(
    (row, run): (&CertificateRow, &RunRow),
    contest: &str,
    address: impl Fn(&str) -> String,
) -> Result<Certificate, Fault> {
    let check = address(&path(&row.code));
    let field = Some(&row.field).filter(|field| !field.is_empty());
    let decision = run
        .decision
        .as_ref()
        .map(|decision| PAPERS.with("certificate-by-decision", "decision", decision));
    Ok(Certificate {
        is_framed: run.is_framed,
        superior: run.superior.clone(),
        issuer: run.issuer.clone(),
        kind: PAPERS.say("certificate-kind"),
        opening: PAPERS.say("certificate-opening"),
        holder: row.holder.clone(),
        unit: row.unit.clone(),
        prize: PAPERS.with("certificate-won", "prize", &row.prize),
        lines: [
            Some(PAPERS.with("certificate-for", "title", &row.title)),
            field.map(|field| PAPERS.with("certificate-in-field", "field", field)),
            Some(PAPERS.with("certificate-at", "contest", contest)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        notes: [Some(numbered(row, run)), decision].into_iter().flatten().collect(),
        place: run.place.clone(),
        dated: Dated::on(run.day()?),
        signature: Signature {
            posts: run.posts.lines().map(Post::read).collect(),
            note: None,
            name: run.signer.clone(),
        },
        code: qr::code(&check)?,
        code_words: vec![
            PAPERS.with("certificate-code", "code", spoken(&row.code)),
            PAPERS.with("certificate-check-at", "address", address(FORM)),
        ],
    })
}

/// Where a code is typed.
pub const FORM: &str = "/giay-chung-nhan";

fn numbered(row: &CertificateRow, run: &RunRow) -> String {
    let says = Message::new("certificate-numbered").with("number", format!("{:02}", row.number));
    PAPERS.tell(&says.with("symbol", &run.symbol))
}

/// The book of the certificates of a contest, with room to sign for each.
pub fn book(contest: &str, (rows, runs): (&[CertificateRow], &[RunRow]), day: Day) -> Paper {
    let by_id: BTreeMap<&str, &RunRow> = runs.iter().map(|run| (run.id.as_str(), run)).collect();
    let numbers: BTreeMap<&str, i64> =
        rows.iter().filter_map(|row| Some((row.replaces_id.as_deref()?, row.number))).collect();
    let column = |key: &str, share, align| Column { head: PAPERS.say(key), share, align };
    let columns = vec![
        column("certificate-number", 2, Align::Centre),
        column("certificate-holder", 6, Align::Left),
        column("certificate-prize", 4, Align::Left),
        column("certificate-solution", 7, Align::Left),
        column("certificate-dated", 4, Align::Centre),
        column("certificate-received-by", 4, Align::Left),
    ];
    let line = |row: &CertificateRow| {
        let run = by_id.get(row.run_id.as_str());
        vec![
            row.number.to_string(),
            named(row),
            row.prize.clone(),
            row.title.clone(),
            run.map(|run| Day::shown(&run.dated)).unwrap_or_default(),
            void(row, numbers.get(row.id.as_str()).copied()).unwrap_or_default(),
        ]
    };
    let table = Table { columns, rows: rows.iter().map(line).collect(), sum: false };
    let run = runs.first();
    Paper {
        superior: run.and_then(|run| run.superior.clone()),
        issuer: run.map(|run| run.issuer.clone()).unwrap_or_default(),
        symbol: PAPERS.say("certificate-book-symbol"),
        place: run.map(|run| run.place.clone()).unwrap_or_default(),
        dated: Dated::on(day),
        title: Title::Named {
            kind: PAPERS.say("certificate-book-kind"),
            subject: contest.to_owned(),
        },
        body: vec![Block::Table(table)],
        ..Paper::default()
    }
}

fn named(row: &CertificateRow) -> String {
    let names = row.holder.replace('\n', ", ");
    match row.unit.is_empty() {
        true => names,
        false => format!("{names} ({})", row.unit),
    }
}

/// That a certificate is void, since when, and by which number it was replaced.
fn void(row: &CertificateRow, next: Option<i64>) -> Option<String> {
    let since = Instant::from_millis(row.ended_at?).day().written();
    Some(match next {
        Some(number) => {
            let says = Message::new("certificate-void-replaced").with("day", since);
            PAPERS.tell(&says.with("number", number))
        }
        None => PAPERS.with("certificate-void-since", "day", since),
    })
}
