//! Asking: which earlier solutions a text repeats, and which are near it, with what that was counted from.

use std::collections::HashMap;

use kernel::{Failure, Fault, text};
use novelty::{Fingerprint, Found};

use super::index::id_of;
use super::marked::{Piece, pieces};
use super::store::{self as rows, EarlierRow};
use crate::frame::App;

/// How much somebody hears of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sight {
    /// Registries and winners: what everybody with an account may know.
    Open,
    /// Dossiers too.
    Everything,
}

/// What is asked for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Title.
    pub title: String,
    /// Text; may be empty while only the title is known.
    pub text: String,
}

/// Most letters that are looked at: a description of about thirty pages.
const LONGEST: usize = 60_000;

impl Asked {
    /// What was typed, as far as it is looked at.
    pub fn of(title: &str, typed: &str) -> Self {
        let cut = |text: String| text.chars().take(LONGEST).collect();
        Self { title: cut(text::clean(title)), text: cut(text::clean_lines(typed)) }
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.title.is_empty() && self.text.is_empty()
    }

    fn whole(&self) -> String {
        whole(&self.title, &self.text)
    }
}

fn whole(title: &str, body: &str) -> String {
    [title, body].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// An earlier solution beside what was asked for. Shares are in hundredths.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Near {
    /// What the registry says of it.
    pub row: EarlierRow,
    /// Of the telling runs of three syllables that were asked for, how many it has.
    pub runs: u8,
    /// Of the rarest words that were asked for, how many it has.
    pub words: u8,
    /// How much of what was asked for stands there.
    pub of_asked: u8,
    /// How much of it stands in what was asked for.
    pub of_earlier: u8,
    /// Syllables that both have, in passages that say something.
    pub same: usize,
    /// How many such passages.
    pub passages: usize,
    /// Whether a person should look at the two side by side. It is no verdict.
    pub repeats: bool,
    /// What was asked for, with the passages marked.
    pub asked: Vec<Piece>,
    /// The earlier solution likewise.
    pub earlier: Vec<Piece>,
}

/// The earlier solutions that may matter for a text, those that it repeats first, at most so many.
///
/// # Errors
/// The database is away.
pub async fn near(
    app: &App,
    sight: Sight,
    asked: &Asked,
    most: usize,
) -> Result<Vec<Near>, Failure> {
    let (own, of) = (app.clone(), asked.clone());
    let found = tokio::task::spawn_blocking(move || nearest(&own, sight, &of, most)).await;
    let found = found.map_err(Fault::from)?;
    let ids: Vec<String> = found.iter().map(|found| id_of(found.id)).collect();
    let known = rows::some(&app.store, &ids, sight).await?;
    let mut known: HashMap<String, EarlierRow> =
        known.into_iter().map(|row| (row.id.clone(), row)).collect();
    let pairs = found.into_iter().zip(ids);
    let pairs: Vec<(Found, EarlierRow)> =
        pairs.filter_map(|(found, id)| Some((found, known.remove(&id)?))).collect();
    let (own, of) = (app.clone(), asked.clone());
    let beside = tokio::task::spawn_blocking(move || {
        let mut beside: Vec<Near> =
            pairs.into_iter().map(|(found, row)| beside(&own, sight, &of, (found, row))).collect();
        beside.sort_by_key(|near| (!near.repeats, std::cmp::Reverse(near.of_asked)));
        beside
    });
    Ok(beside.await.map_err(Fault::from)?)
}

/// Below this score texts have no more in common than any two.
const LEAST: f32 = 0.08;

fn nearest(app: &App, sight: Sight, asked: &Asked, most: usize) -> Vec<Found> {
    let print = Fingerprint::of(&asked.title, &asked.text);
    let mut found = app.prior_art.ask(sight, |index| index.nearest(&print, most)).concat();
    found.sort_by(|one, other| other.score().total_cmp(&one.score()).then(one.id.cmp(&other.id)));
    found.retain(|found| found.score() >= LEAST);
    found.truncate(most);
    found
}

fn beside(app: &App, sight: Sight, asked: &Asked, (found, row): (Found, EarlierRow)) -> Near {
    let (one, other) = (asked.whole(), whole(&row.title, &row.body));
    let compared = app.prior_art.ask(sight, |index| index.compare(&one, &other)).swap_remove(0);
    let told: Vec<_> = compared.passages.iter().filter(|passage| !passage.phrase).collect();
    let numbered = |range: fn(&novelty::Passage) -> std::ops::Range<usize>| {
        let all = (1..).zip(&told).map(|(number, passage)| (number, range(passage)));
        all.collect::<Vec<_>>()
    };
    Near {
        runs: hundredths(found.copied),
        words: hundredths(found.near),
        of_asked: hundredths(compared.of_asked),
        of_earlier: hundredths(compared.of_earlier),
        same: told.iter().map(|passage| passage.same).sum(),
        passages: told.len(),
        repeats: compared.is_repeated(),
        asked: pieces(&one, &numbered(|passage| passage.asked.clone())),
        earlier: pieces(&other, &numbered(|passage| passage.earlier.clone())),
        row,
    }
}

#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a share between 0 and 1, for people to read; nothing is decided by it"
)]
fn hundredths(share: f32) -> u8 {
    (share.clamp(0.0, 1.0) * 100.0).round() as u8
}
