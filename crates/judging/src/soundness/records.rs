//! What records say that the rules do not know.

use std::collections::{HashMap, HashSet};

use crate::ratio::Ratio;
use crate::records::{By, Counts, Departure, Entry, Marking, Records, Score, SecondMarking};
use crate::rules::{Round, Rules};
use crate::scale::Scale;
use crate::sheet::{Objection, objections_to_points};
use crate::soundness::{MOST_SHEETS, Trouble, twice};

/// Everything that is wrong with records, by rules that are sound.
pub(super) fn troubles(rules: &Rules, records: &Records) -> Vec<Trouble> {
    let known: HashMap<&str, &Entry> =
        records.entries.iter().map(|entry| (entry.code.as_str(), entry)).collect();
    let check = Check { rules, known };
    let mut found: Vec<Trouble> = twice(records.entries.iter().map(|it| &it.code)).collect();
    found.extend(records.entries.iter().flat_map(|entry| check.entry(entry)));
    found.extend(records.scores.iter().flat_map(|score| check.score(score)));
    found.extend(crowds(&records.scores));
    found.extend(check.second_markings(records));
    found.extend(twice(records.departures.iter().map(|it| &it.dossier)));
    found.extend(records.departures.iter().flat_map(|it| check.departure(it)));
    found
}

struct Check<'a> {
    rules: &'a Rules,
    known: HashMap<&'a str, &'a Entry>,
}

impl<'a> Check<'a> {
    fn entry(&self, entry: &Entry) -> Vec<Trouble> {
        if !self.rules.fields.contains(&entry.field) {
            return vec![Trouble::UnknownField(entry.field.clone())];
        }
        let Some(key) = &entry.scale else { return Vec::new() };
        let Some(scale) = self.rules.scale(key) else {
            return vec![Trouble::UnknownScale(key.clone())];
        };
        let maximum = scale.maximum_in(&entry.field);
        let differs = |round: &&Round| self.rules.maximum(round, &entry.field) != Some(maximum);
        let rounds = self.rules.rounds.iter().filter(differs);
        rounds.map(|round| Trouble::UnequalMaxima(round.key.clone())).collect()
    }

    /// The scale of a dossier in a round, and the dossier's field.
    fn scale(&self, code: &str, round: &str) -> Result<(&'a Scale, &'a str), Trouble> {
        let entry = self.known.get(code).ok_or_else(|| Trouble::UnknownDossier(code.into()))?;
        let round = self.rules.round(round).ok_or_else(|| Trouble::UnknownRound(round.into()))?;
        let key = entry.scale.as_deref().unwrap_or_else(|| round.scale_in(&entry.field));
        let scale = self.rules.scale(key).ok_or_else(|| Trouble::UnknownScale(key.into()))?;
        Ok((scale, &entry.field))
    }

    fn score(&self, score: &Score) -> Vec<Trouble> {
        let scale = match self.scale(&score.dossier, &score.round) {
            Ok((scale, _)) => scale,
            Err(trouble) => return vec![trouble],
        };
        let Some(points) = &score.points else { return Vec::new() };
        let given = |key: &str| points.get(key).copied();
        let found = objections_to_points(scale, points.keys(), given).into_iter();
        let told = |objection: Objection| Trouble::Sheet {
            dossier: score.dossier.clone(),
            judge: score.judge.clone(),
            objection,
        };
        found.map(told).collect()
    }

    fn second_markings(&self, records: &'a Records) -> Vec<Trouble> {
        // Whether any of the second sheets of a dossier in a round has points.
        let mut sheets: HashMap<(&str, &str), bool> = HashMap::new();
        for it in records.scores.iter().filter(|it| it.marking == Marking::Second) {
            *sheets.entry((&it.dossier, &it.round)).or_default() |= it.points.is_some();
        }
        let mut undeclared = sheets.clone();
        let mut declared = HashSet::new();
        let mut found = Vec::new();
        for it in &records.second_markings {
            let place = (it.dossier.as_str(), it.round.as_str());
            undeclared.remove(&place);
            let follows = match it.by {
                By::Panel | By::FurtherJudge => sheets.get(&place) == Some(&true),
                By::Vote { .. } => !sheets.contains_key(&place) && it.counts != Counts::Both,
            };
            if !declared.insert(place) || !follows {
                found.push(Trouble::SecondMarking(it.dossier.clone()));
            }
            found.extend(self.vote(it));
        }
        let undeclared = undeclared.into_keys().map(|(dossier, _)| dossier.to_owned());
        found.extend(undeclared.map(Trouble::SecondMarking));
        found.sort_unstable();
        found
    }

    fn vote(&self, marking: &SecondMarking) -> Vec<Trouble> {
        let (scale, field) = match self.scale(&marking.dossier, &marking.round) {
            Ok(found) => found,
            Err(trouble) => return vec![trouble],
        };
        let By::Vote { points, tally } = marking.by else { return Vec::new() };
        let above = Ratio::from(points) > scale.maximum_in(field);
        let above = above.then(|| Trouble::VotedAboveScale(marking.dossier.clone()));
        let tally = (!tally.is_possible()).then(|| Trouble::Tally(marking.dossier.clone()));
        above.into_iter().chain(tally).collect()
    }

    fn departure(&self, departure: &Departure) -> Vec<Trouble> {
        let code = &departure.dossier;
        let known = self.known.contains_key(code.as_str());
        let mut found = Vec::new();
        found.extend((!known).then(|| Trouble::UnknownDossier(code.clone())));
        let prize = departure.prize.iter().filter(|it| self.rules.position(it).is_none());
        found.extend(prize.cloned().map(Trouble::UnknownPrize));
        found.extend((!departure.tally.is_possible()).then(|| Trouble::Tally(code.clone())));
        found
    }
}

/// Two sheets of one judge, and more sheets than there can be.
fn crowds(scores: &[Score]) -> Vec<Trouble> {
    let mut sorted: Vec<&Score> = scores.iter().collect();
    sorted.sort_unstable_by_key(|it| (&it.dossier, &it.round, it.marking, &it.judge));
    let same = |one: &&Score, other: &&Score| {
        (&one.dossier, &one.round, one.marking) == (&other.dossier, &other.round, other.marking)
    };
    let mut found = Vec::new();
    for sheets in sorted.chunk_by(same) {
        let again = sheets.windows(2).filter(|pair| pair[0].judge == pair[1].judge);
        found.extend(again.map(|pair| Trouble::SheetTwice {
            dossier: pair[0].dossier.clone(),
            judge: pair[0].judge.clone(),
        }));
        if sheets.len() > MOST_SHEETS {
            found.push(Trouble::ManySheets(sheets[0].dossier.clone()));
        }
    }
    found
}
