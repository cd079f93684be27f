//! What a version that is handed in needs beside its form, so that the office finds what lacks it.

use std::collections::BTreeSet;

use ::store::{Reader, Tx};
use entry::{Confirmation, Entry, EntryRules, Gap, Step};
use kernel::{Failure, Fault};

use super::agree::Agreements;
use super::confirm::{self, Standing};
use super::draft::confirmed_digest;
use super::manifest::Manifest;
use super::store::needs::{self, AGREEMENT, FILE, Need, STAMP};
use super::submit::{Ready, gaps};
use super::{DossierId, store};
use crate::contests::RuleSet;

/// Writes down what a version needs that is being handed in.
pub(super) async fn note(tx: &mut Tx, ready: &Ready) -> Result<(), Failure> {
    // A file that is named is not missing, though its bytes may still follow.
    let held = ready.files.iter().map(|file| file.item_key.clone()).collect();
    let gaps = gaps(&ready.entry, &ready.rules.0, &held);
    let all = of(tx, ready.seen.id, (&ready.entry, &ready.rules.0.entry, &gaps)).await?;
    needs::write_needs(tx, ready.seen.id, &all).await
}

/// Writes down what a version needs by other rules than those under which it was handed in. What is missing because
/// its bytes did not come stays missing.
///
/// # Errors
/// The database is away.
pub(crate) async fn by_other_rules(
    tx: &mut Tx,
    id: DossierId,
    (manifest, rules): (&Manifest, &RuleSet),
) -> Result<(), Failure> {
    let held: BTreeSet<String> = manifest.files.iter().map(|file| file.item.clone()).collect();
    let before = store::check::needs(tx, id).await?;
    let late = before.iter().filter(|need| need.what == FILE && held.contains(&need.key));
    let late: BTreeSet<&str> = late.map(|need| need.key.as_str()).collect();
    let gaps = gaps(&manifest.entry, rules, &held);
    let all = of(tx, id, (&manifest.entry, &rules.entry, &gaps)).await?;
    needs::write_needs(tx, id, &all).await?;
    needs::add_files(tx, id, &late).await
}

/// What a version with this entry needs, and whether it is there now.
///
/// # Errors
/// The database is away.
pub(super) async fn of(
    reader: &Reader,
    id: DossierId,
    (entry, rules, gaps): (&Entry, &EntryRules, &[Gap]),
) -> Result<Vec<Need>, Fault> {
    let mut all = authors(reader, id, entry).await?;
    if rules.confirmation != Confirmation::None {
        all.push(stamp(reader, id, entry).await?);
    }
    let files = gaps.iter().filter(|gap| gap.step == Step::Files);
    all.extend(files.map(|gap| need(FILE, &gap.field, (String::new(), false))));
    Ok(all)
}

fn need(what: &'static str, key: &str, (holds_for, met): (String, bool)) -> Need {
    Need { what, key: key.to_owned(), holds_for, met }
}

async fn authors(reader: &Reader, id: DossierId, entry: &Entry) -> Result<Vec<Need>, Fault> {
    let stands = Agreements::load(reader, id).await?;
    let authors = entry.people.authors.iter().enumerate();
    let needs = authors.map(|(at, author)| {
        let share = author.share.map(|share| i64::from(share.hundredths()));
        let met = !stands.of((at, author)).may_ask();
        need(AGREEMENT, &author.key, (needs::agreed_to(&author.name, share), met))
    });
    Ok(needs.collect())
}

async fn stamp(reader: &Reader, id: DossierId, entry: &Entry) -> Result<Need, Fault> {
    let (stands, _) = confirm::standing(reader, id, entry).await?;
    let met = matches!(stands, Standing::Confirmed | Standing::OnPaper);
    Ok(need(STAMP, "", (confirmed_digest(entry)?, met)))
}
