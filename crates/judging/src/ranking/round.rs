//! One round: from sheets to a score, what a low mark means, and who goes on.

use std::num::NonZeroU32;

use crate::points::Rounding;
use crate::prize::Places;
use crate::ranking::{Dossier, Marked, Marks, Method, Out, Step};
use crate::ratio::Ratio;
use crate::records::{By, Counts, Score};
use crate::rules::{Advance, Aggregate, Round, Rules};
use crate::scale::Scale;

/// Scores every dossier that is still in, and lets those go on who may.
pub(super) fn run<'a>(rules: &'a Rules, at: usize, dossiers: &mut [Dossier<'a>], any_number: bool) {
    let round = &rules.rounds[at];
    let fewest = if any_number { 1 } else { round.fewest_sheets.get() };
    for dossier in dossiers.iter_mut().filter(|dossier| dossier.place.is_ok()) {
        let key = dossier.entry.scale.as_deref();
        let key = key.unwrap_or_else(|| round.scale_in(&dossier.entry.field));
        let scale = rules.scale(key).expect("the scales of sound rules are known");
        Marking { round, at, scale, dossier }.run(fewest);
    }
    if let Some(advance) = &round.advance {
        cut((round, at), advance, dossiers);
    }
}

/// One dossier in one round.
struct Marking<'d, 'a> {
    round: &'a Round,
    at: usize,
    scale: &'a Scale,
    dossier: &'d mut Dossier<'a>,
}

impl<'a> Marking<'_, 'a> {
    fn run(mut self, fewest: u16) {
        let marks = std::mem::take(&mut self.dossier.rounds[self.at]);
        let first = self.totals(&marks.first);
        let second = self.totals(&marks.second);
        let sheets = marks.first.len();
        let round = self.round.key.as_str();
        if sheets < usize::from(fewest) {
            self.tell(Step::TooFewSheets { round, sheets, fewest });
            self.dossier.place = Err(Out::TooFewSheets);
            return;
        }
        let (counted, taken, voted) = self.what_counts(&marks, first, second);
        let score = match voted {
            Some(voted) => self.voted(voted),
            None => self.aggregated(taken),
        };
        self.look_for_knockouts(&counted);
        self.look_for_minima(&counted, score);
        self.dossier.rounds[self.at] = Marks { counted, score: Some(score), ..marks };
    }

    fn tell(&mut self, step: Step<'a>) {
        self.dossier.steps.push(step);
    }

    fn totals(&mut self, sheets: &[&'a Score]) -> Vec<Ratio> {
        let field = &self.dossier.entry.field;
        let mut totals = Vec::with_capacity(sheets.len());
        for sheet in sheets {
            let Some(points) = &sheet.points else { continue };
            let marked = self.scale.criteria.iter().filter_map(|it| {
                let points = *points.get(&it.key)?;
                Some(Marked { criterion: &it.key, points, weight: it.weight_in(field) })
            });
            let marks = marked.collect();
            let total = self.scale.total_in(field, points);
            totals.push(total);
            let (round, judge, marking) = (&self.round.key, &sheet.judge, sheet.marking);
            self.dossier.steps.push(Step::Sheet { round, judge, marking, marks, total });
        }
        totals
    }

    /// The sheets that count with their totals, or the total that was voted.
    fn what_counts(
        &mut self,
        marks: &Marks<'a>,
        first: Vec<Ratio>,
        second: Vec<Ratio>,
    ) -> (Vec<&'a Score>, Vec<Ratio>, Option<Ratio>) {
        let Some(declared) = marks.declared else { return (marks.first.clone(), first, None) };
        let voted = match declared.by {
            By::Vote { points, .. } => Some(Ratio::from(points)),
            By::Panel | By::FurtherJudge => None,
        };
        self.tell(Step::SecondMarking {
            round: &self.round.key,
            first: self.round.aggregate.of(&first).map(|score| score.exact),
            second: voted.or_else(|| self.round.aggregate.of(&second).map(|score| score.exact)),
            counts: declared.counts,
        });
        match declared.counts {
            Counts::Second if voted.is_some() => (marks.first.clone(), first, voted),
            Counts::Second if !second.is_empty() => (marks.second.clone(), second, None),
            Counts::First | Counts::Second => (marks.first.clone(), first, None),
            Counts::Both => {
                let sheets = [&marks.first[..], &marks.second[..]].concat();
                (sheets, [first, second].concat(), None)
            }
        }
    }

    fn aggregated(&mut self, totals: Vec<Ratio>) -> Ratio {
        let found = self.round.aggregate.of(&totals).expect("there is at least one sheet");
        let rounding = self.round.rounding;
        let score = Rounding::maybe(rounding, found.exact);
        self.tell(Step::Score {
            round: &self.round.key,
            method: found.method,
            taken: found.taken,
            left_out: found.left_out,
            exact: found.exact,
            rounding,
            score,
        });
        score
    }

    fn voted(&mut self, voted: Ratio) -> Ratio {
        self.tell(Step::Score {
            round: &self.round.key,
            method: Method::Voted,
            taken: vec![voted],
            left_out: Vec::new(),
            exact: voted,
            rounding: None,
            score: voted,
        });
        voted
    }

    fn look_for_knockouts(&mut self, counted: &[&'a Score]) {
        let (round, of) = (self.round.key.as_str(), counted.len());
        for criterion in &self.scale.criteria {
            let Some(knockout) = criterion.knockout else { continue };
            let given = counted.iter().filter_map(|it| it.points.as_ref()?.get(&criterion.key));
            let against = given.filter(|points| **points < knockout.below).count();
            if knockout.judges.are(against, of) {
                let (criterion, below) = (criterion.key.as_str(), knockout.below);
                self.tell(Step::KnockedOut { round, criterion, below, against, of });
                self.dossier.place = Err(Out::KnockedOut);
            }
        }
    }

    fn look_for_minima(&mut self, counted: &[&'a Score], score: Ratio) {
        let round = self.round.key.as_str();
        for criterion in &self.scale.criteria {
            let Some(minimum) = criterion.minimum else { continue };
            let Some(mean) = criterion_mean(counted, &criterion.key) else { continue };
            if mean < minimum.into() {
                let criterion = criterion.key.as_str();
                self.tell(Step::BelowCriterion { round, criterion, mean, minimum });
                self.dossier.barred = true;
            }
        }
        if let Some(minimum) = self.scale.minimum.filter(|minimum| score < (*minimum).into()) {
            self.tell(Step::BelowScale { round, score, minimum });
            self.dossier.barred = true;
        }
    }
}

/// The mean of a criterion over the sheets that count, in hundredths.
pub(super) fn criterion_mean(counted: &[&Score], criterion: &str) -> Option<Ratio> {
    let points = counted.iter().filter_map(|sheet| sheet.points.as_ref()?.get(criterion));
    let (sum, count) =
        points.fold((0_i128, 0), |(sum, count), it| (sum + i128::from(it.hundredths()), count + 1));
    Some(Ratio::whole(sum).per(NonZeroU32::new(count)?))
}

/// Several totals as one.
struct Aggregated {
    method: Method,
    taken: Vec<Ratio>,
    left_out: Vec<Ratio>,
    exact: Ratio,
}

impl Aggregate {
    /// Nothing of no totals.
    fn of(self, totals: &[Ratio]) -> Option<Aggregated> {
        let mut taken = totals.to_vec();
        taken.sort_unstable();
        let mut left_out = Vec::new();
        if let Self::Trimmed { each_end, from } = self
            && taken.len() >= usize::from(from)
        {
            let highest = taken.split_off(taken.len() - usize::from(each_end));
            left_out = taken.drain(..usize::from(each_end)).chain(highest).collect();
        }
        let (method, exact) = match self {
            Self::Mean | Self::Trimmed { .. } => (Method::Mean, Ratio::mean(&taken)?),
            Self::Median => {
                let half = taken.len() / 2;
                let middle = taken.get((taken.len().checked_sub(1)?) / 2..=half)?;
                (Method::Median, Ratio::mean(middle)?)
            }
        };
        Some(Aggregated { method, taken, left_out, exact })
    }
}

/// Lets those go on who have the points and a place.
fn cut<'a>((round, at): (&'a Round, usize), advance: &Advance, dossiers: &mut [Dossier<'a>]) {
    let field_count = dossiers.iter().map(|dossier| dossier.field + 1).max().unwrap_or(0);
    let fields: Vec<Option<usize>> = match &advance.places {
        Places::Unlimited | Places::Total(_) => vec![None],
        Places::ByField(_) => (0..field_count).map(Some).collect(),
    };
    for field in fields {
        let within: Vec<&mut Dossier<'a>> = dossiers
            .iter_mut()
            .filter(|it| it.place.is_ok() && field.is_none_or(|field| it.field == field))
            .collect();
        cut_within((round, at), advance, within);
    }
}

fn cut_within<'a>(
    (round, at): (&'a Round, usize),
    advance: &Advance,
    mut within: Vec<&mut Dossier<'a>>,
) {
    let score = |it: &Dossier<'a>| it.rounds[at].score;
    let enough = advance.minimum.map(Ratio::from);
    let mut scores: Vec<Ratio> = within.iter().filter_map(|it| score(it)).collect();
    scores.retain(|score| enough.is_none_or(|enough| *score >= enough));
    scores.sort_unstable_by(|one, other| other.cmp(one));
    let places = match (&advance.places, within.first()) {
        (Places::Total(places), _) => *places,
        (Places::ByField(by_field), Some(any)) => {
            by_field.get(&any.entry.field).copied().unwrap_or(0)
        }
        _ => u32::MAX,
    };
    let lowest = advance.last.among(&scores, places);
    for dossier in &mut within {
        let Some(score) = score(dossier) else { continue };
        dossier.steps.push(Step::Cut { round: &round.key, score, lowest });
        if lowest.is_none_or(|lowest| score < lowest) {
            dossier.place = Err(Out::NotAdvanced);
        }
    }
}
