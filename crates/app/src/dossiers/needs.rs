//! What a version that is handed in needs beside its form, so that the office finds what lacks it.

use ::store::Tx;
use entry::{Confirmation, Step};
use kernel::Failure;

use super::agree::Agreements;
use super::confirm::{self, Standing};
use super::draft::confirmed_digest;
use super::store::needs::{self, AGREEMENT, FILE, Need, STAMP};
use super::submit::Ready;

/// Writes down what a version needs that is being handed in.
pub(super) async fn note(tx: &mut Tx, ready: &Ready) -> Result<(), Failure> {
    let mut all = authors(tx, ready).await?;
    all.extend(stamp(tx, ready).await?);
    let files = ready.gaps.iter().filter(|gap| gap.step == Step::Files);
    all.extend(files.map(|gap| need(FILE, &gap.field, (String::new(), false))));
    needs::write_needs(tx, ready.seen.id, &all).await
}

fn need(what: &'static str, key: &str, (holds_for, met): (String, bool)) -> Need {
    Need { what, key: key.to_owned(), holds_for, met }
}

async fn authors(tx: &Tx, ready: &Ready) -> Result<Vec<Need>, Failure> {
    let stands = Agreements::load(tx, ready.seen.id).await?;
    let authors = ready.entry.people.authors.iter().enumerate();
    let needs = authors.map(|(at, author)| {
        let share = author.share.map(|share| i64::from(share.hundredths()));
        let met = !stands.of((at, author)).may_ask();
        need(AGREEMENT, &author.key, (needs::agreed_to(&author.name, share), met))
    });
    Ok(needs.collect())
}

async fn stamp(tx: &Tx, ready: &Ready) -> Result<Option<Need>, Failure> {
    if ready.rules.0.entry.confirmation == Confirmation::None {
        return Ok(None);
    }
    let (stands, _) = confirm::standing(tx, ready.seen.id, &ready.entry).await?;
    let met = matches!(stands, Standing::Confirmed | Standing::OnPaper);
    Ok(Some(need(STAMP, "", (confirmed_digest(&ready.entry)?, met))))
}
