//! Totals, and the order of dossiers: by total, then by what the rules declare for equals.

use std::cmp::Reverse;
use std::num::NonZeroU32;

use sha2::{Digest as _, Sha256};

use crate::points::Rounding;
use crate::ranking::{Digest, Dossier, Part, Place, Step, TieValue};
use crate::ratio::Ratio;
use crate::records::Records;
use crate::rules::{PublicVote, Round, Rules, TieBreak};
use crate::soundness::CheckedSheet;

/// Gives every dossier that is still in its total.
pub(super) fn total<'a>(rules: &'a Rules, records: &Records, dossiers: &mut [Dossier<'_, 'a>]) {
    let most = records.entries.iter().map(|entry| entry.votes).max().unwrap_or(0);
    for dossier in dossiers.iter_mut().filter(|dossier| dossier.place.is_ok()) {
        let vote = rules.vote.map(|rule| voted(rule, dossier, most));
        let parts: Vec<Part<'a>> = parts(&rules.rounds, dossier).collect();
        let exact = weighted_mean(&parts) + vote.unwrap_or(Ratio::ZERO);
        let rounding = rules.rounding;
        let total = Rounding::maybe(rounding, exact);
        dossier.steps.push(Step::Total { parts, vote, exact, rounding, total });
        dossier.place = Ok(Place { rank: 0, field_rank: 0, total });
    }
}

fn parts<'a>(rounds: &'a [Round], dossier: &Dossier<'_, 'a>) -> impl Iterator<Item = Part<'a>> {
    let scores = dossier.rounds.iter().map(|marks| marks.score.unwrap_or(Ratio::ZERO));
    let parts = rounds.iter().zip(scores);
    parts.map(|(round, score)| Part { round: &round.key, score, weight: round.weight })
}

fn weighted_mean(parts: &[Part<'_>]) -> Ratio {
    let weights: u32 = parts.iter().map(|part| u32::from(part.weight.0)).sum();
    let weights = NonZeroU32::new(weights).expect("some round of sound rules has a weight");
    let sum: Ratio = parts.iter().map(|part| part.score.times(part.weight.0.into())).sum();
    sum.per(weights)
}

fn voted<'a>(rule: PublicVote, dossier: &mut Dossier<'_, 'a>, most: u32) -> Ratio {
    let PublicVote { points, rounding } = rule;
    let votes = dossier.entry.votes;
    let exact = NonZeroU32::new(most)
        .map_or(Ratio::ZERO, |most| Ratio::from(points).times(votes).per(most));
    let score = rounding.of(exact);
    dossier.steps.push(Step::Vote { votes, most, points, exact, rounding, score });
    score
}

/// Dossiers that are ranked, by their places in `dossiers`: by rank, those that share one by code.
pub(super) fn sorted<'a>(
    rules: &'a Rules,
    records: &Records,
    dossiers: &mut [Dossier<'_, 'a>],
) -> Vec<usize> {
    let mut order: Vec<usize> =
        (0..dossiers.len()).filter(|at| dossiers[*at].place.is_ok()).collect();
    order.sort_unstable_by_key(|at| {
        (Reverse(dossiers[*at].total()), dossiers[*at].entry.code.as_str())
    });
    let equal = order.chunk_by(|one, other| dossiers[*one].total() == dossiers[*other].total());
    let equal: Vec<Vec<usize>> = equal.map(<[usize]>::to_vec).collect();
    let mut parting = Parting { rules, records, dossiers };
    let groups: Vec<Vec<usize>> =
        equal.into_iter().flat_map(|group| parting.parted(group, &rules.ties)).collect();
    tell_ranks(rules.fields.len(), dossiers, &groups);
    groups.concat()
}

struct Parting<'d, 's, 'a> {
    rules: &'a Rules,
    records: &'d Records,
    dossiers: &'d mut [Dossier<'s, 'a>],
}

impl<'a> Parting<'_, '_, 'a> {
    /// Dossiers that were equal, parted by the chain as far as it can.
    fn parted(&mut self, group: Vec<usize>, chain: &'a [TieBreak]) -> Vec<Vec<usize>> {
        let (Some((by, rest)), true) = (chain.split_first(), group.len() > 1) else {
            return vec![group];
        };
        let mut valued = Vec::with_capacity(group.len());
        for at in &group {
            let Some(value) = self.value(by, *at) else { return self.parted(group, rest) };
            valued.push((value, *at));
        }
        for (value, at) in &valued {
            let step = Step::Tie { by, among: group.len(), value: *value };
            self.dossiers[*at].steps.push(step);
        }
        valued.sort_by_key(|(value, _)| value.before());
        let equal = valued.chunk_by(|one, other| one.0 == other.0);
        let equal: Vec<Vec<usize>> =
            equal.map(|chunk| chunk.iter().map(|(_, at)| *at).collect()).collect();
        equal.into_iter().flat_map(|group| self.parted(group, rest)).collect()
    }

    /// What a dossier is compared by; nothing if the lot has not been drawn.
    fn value(&self, by: &TieBreak, at: usize) -> Option<TieValue> {
        let dossier = &self.dossiers[at];
        let marks = |key: &str| {
            let round = self.rules.rounds.iter().position(|round| round.key == key);
            &dossier.rounds[round.expect("the rounds of sound rules are known")]
        };
        Some(match by {
            TieBreak::Criterion { round, criterion } => {
                TieValue::Points(marks(round).criterion_mean(criterion))
            }
            TieBreak::Round { round } => TieValue::Points(marks(round).score),
            TieBreak::FewerLow { round, below } => {
                let low = |sheet: &&&CheckedSheet<'_>| sheet.total < Ratio::from(*below);
                TieValue::Count(marks(round).counted.iter().filter(low).count())
            }
            TieBreak::Chair { round } => {
                let chairs = &self.records.chairs;
                let sheets = marks(round).counted.iter().filter(|it| chairs.contains(it.judge));
                let totals: Vec<Ratio> = sheets.map(|sheet| sheet.total).collect();
                TieValue::Points(Ratio::mean(&totals))
            }
            TieBreak::Lot => {
                TieValue::Lot(drawn(self.records.lot.as_deref()?, &dossier.entry.code))
            }
        })
    }
}

impl TieValue {
    /// A key by which the one that goes first is the least.
    fn before(self) -> (Reverse<Option<Ratio>>, usize, u128) {
        match self {
            Self::Points(points) => (Reverse(points), 0, 0),
            Self::Count(count) => (Reverse(None), count, 0),
            Self::Lot(digest) => (Reverse(None), 0, digest.0),
        }
    }
}

/// The lot of a dossier: the first 128 bits of SHA-256 of seed, line feed, code.
fn drawn(seed: &str, code: &str) -> Digest {
    let digest = Sha256::new().chain_update(seed).chain_update("\n").chain_update(code).finalize();
    let first = digest.first_chunk().expect("a digest of SHA-256 has 32 bytes");
    Digest(u128::from_be_bytes(*first))
}

fn tell_ranks(field_count: usize, dossiers: &mut [Dossier<'_, '_>], groups: &[Vec<usize>]) {
    let of = groups.iter().map(Vec::len).sum();
    let mut of_fields = vec![0; field_count];
    groups.iter().flatten().for_each(|at| of_fields[dossiers[*at].field] += 1);
    let (mut before, mut before_in_field) = (0, vec![0; field_count]);
    for group in groups {
        let in_field = before_in_field.clone();
        for at in group {
            let dossier = &mut dossiers[*at];
            let (rank, field_rank) = (before + 1, in_field[dossier.field] + 1);
            let of_field = of_fields[dossier.field];
            dossier.steps.push(Step::Rank { rank, of, field_rank, of_field });
            if let Ok(place) = &mut dossier.place {
                (place.rank, place.field_rank) = (rank, field_rank);
            }
            before_in_field[dossier.field] += 1;
        }
        before += group.len();
    }
}
