//! What records say that the rules do not know.

use std::collections::{HashMap, HashSet};

use crate::ratio::Ratio;
use crate::records::{By, Counts, Departure, Entry, Marking, Records, SecondMarking};
use crate::rules::{Round, Rules};
use crate::soundness::sheets::{Panels, looked_at, scale_of};
use crate::soundness::{Trouble, twice};

/// The sheets of records by rules that are sound, or everything that is wrong with the records.
pub(super) fn checked<'a>(
    rules: &'a Rules,
    records: &'a Records,
) -> Result<Panels<'a>, Vec<Trouble>> {
    let entries = records.entries.iter().enumerate();
    let known = entries.map(|(at, entry)| (entry.code.as_str(), at)).collect();
    let (panels, of_sheets) = looked_at(rules, records, &known);
    let check = Check { rules, records, known };
    let mut found: Vec<Trouble> = twice(records.entries.iter().map(|it| &it.code)).collect();
    found.extend(records.entries.iter().flat_map(|entry| check.entry(entry)));
    found.extend(of_sheets);
    found.extend(check.second_markings());
    found.extend(twice(records.departures.iter().map(|it| &it.dossier)));
    found.extend(records.departures.iter().flat_map(|it| check.departure(it)));
    if found.is_empty() { Ok(panels) } else { Err(found) }
}

struct Check<'a> {
    rules: &'a Rules,
    records: &'a Records,
    known: HashMap<&'a str, usize>,
}

impl Check<'_> {
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

    fn second_markings(&self) -> Vec<Trouble> {
        // Whether any of the second sheets of a dossier in a round has points.
        let mut sheets: HashMap<(&str, &str), bool> = HashMap::new();
        for it in self.records.scores.iter().filter(|it| it.marking == Marking::Second) {
            *sheets.entry((&it.dossier, &it.round)).or_default() |= it.points.is_some();
        }
        let mut undeclared = sheets.clone();
        let mut declared = HashSet::new();
        let mut found = Vec::new();
        for it in &self.records.second_markings {
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
        let SecondMarking { dossier, round, .. } = marking;
        let Some(entry) = self.known.get(dossier.as_str()).map(|at| &self.records.entries[*at])
        else {
            return vec![Trouble::UnknownDossier(dossier.clone())];
        };
        let Some(round) = self.rules.round(round) else {
            return vec![Trouble::UnknownRound(round.clone())];
        };
        let By::Vote { points, tally } = marking.by else { return Vec::new() };
        let scale = scale_of(self.rules, entry, round);
        let above = scale.is_some_and(|it| Ratio::from(points) > it.maximum_in(&entry.field));
        let above = above.then(|| Trouble::VotedAboveScale(dossier.clone()));
        let tally = (!tally.is_possible()).then(|| Trouble::Tally(dossier.clone()));
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
