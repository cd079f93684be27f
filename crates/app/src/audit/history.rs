//! The history of one thing, in words.

use std::collections::{BTreeSet, HashMap};

use ::store::Reader;
use kernel::Fault;

use super::store;
use crate::frame::Words;

/// An act of the ledger in words.
pub struct Told {
    /// Its place in the ledger.
    pub seq: i64,
    /// When.
    pub at: String,
    /// What was done; that it was erased, where it was.
    pub act: String,
    /// Who did it.
    pub actor: String,
}

/// What was done about a subject before a place in the ledger, the newest first.
///
/// # Errors
/// The database is away.
pub async fn told_about(
    reader: &Reader,
    words: Words,
    subject: &str,
    range: (i64, i64),
) -> Result<Vec<Told>, Fault> {
    let shown = store::shown_about(reader, subject, range).await?;
    let actors: BTreeSet<String> =
        shown.iter().filter_map(|entry| Some(entry.event.as_ref()?.actor.clone())).collect();
    let names = store::names(reader, &actors).await?;
    let told = |entry: store::Shown| Told {
        seq: entry.seq,
        at: entry.at.written(),
        act: match &entry.event {
            Some(event) => act_in_words(&event.act, words),
            None => words.say("ledger-erased"),
        },
        actor: entry.event.map_or_else(String::new, |it| actor_in_words(&it.actor, &names, words)),
    };
    Ok(shown.into_iter().map(told).collect())
}

/// The place in the ledger of the newest act of a name about a subject that notes a fact.
///
/// # Errors
/// The database is away.
pub async fn place_of(
    reader: &Reader,
    subject: &str,
    act: &str,
    (name, value): (&str, &str),
) -> Result<Option<i64>, Fault> {
    let shown = store::shown_about(reader, subject, (i64::MAX, MOST_ACTS)).await?;
    let is_it = |entry: &store::Shown| {
        let event = entry.event.as_ref();
        event.is_some_and(|it| it.act == act && it.note.get(name).is_some_and(|it| it == value))
    };
    Ok(shown.into_iter().find(is_it).map(|entry| entry.seq))
}

/// Most acts about one thing that are looked through.
const MOST_ACTS: i64 = 1_000;

/// An act that has no sentence yet is shown as the ledger writes it.
pub(super) fn act_in_words(act: &str, words: Words) -> String {
    let key = format!("act-{}", act.replace('.', "-"));
    if words.knows(&key) { words.say(&key) } else { act.to_owned() }
}

/// The name of who did it.
pub(super) fn actor_in_words(actor: &str, names: &HashMap<String, String>, words: Words) -> String {
    match actor {
        "operator" => words.say("ledger-operator"),
        id => names.get(&format!("account/{id}")).cloned().unwrap_or_else(|| id.to_owned()),
    }
}
