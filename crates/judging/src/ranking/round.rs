//! One round: from sheets to a score, what a low mark means, and who goes on.

use crate::points::{Points, Rounding};
use crate::prize::Places;
use crate::ranking::{Dossier, Marked, Method, Out, Step};
use crate::ratio::Ratio;
use crate::records::{By, Counts, SecondMarking};
use crate::rules::{Advance, Aggregate, Round, Rules};
use crate::scale::{Criterion, Scale};
use crate::soundness::CheckedSheet;

type Sheets<'s, 'a> = Vec<&'s CheckedSheet<'a>>;

/// Scores every dossier that is still in and has at least `fewest` sheets, and lets those go on who may.
pub(super) fn run<'a>(rules: &'a Rules, at: usize, dossiers: &mut [Dossier<'_, 'a>], fewest: u16) {
    let round = &rules.rounds[at];
    // Score, total, rank, and each of these; moving long explanations about takes most of the time.
    let more_steps = 4 + rules.ties.len() + rules.prizes.len();
    for dossier in dossiers.iter_mut().filter(|dossier| dossier.place.is_ok()) {
        let scale = dossier.rounds[at].scale;
        Marking { round, at, scale, dossier, more_steps }.run(fewest);
    }
    if let Some(advance) = &round.advance {
        cut((round, at), advance, dossiers);
    }
}

/// One dossier in one round.
struct Marking<'d, 's, 'a> {
    round: &'a Round,
    at: usize,
    scale: &'a Scale,
    /// How many steps a dossier mostly has beside its sheets.
    more_steps: usize,
    dossier: &'d mut Dossier<'s, 'a>,
}

impl<'s, 'a> Marking<'_, 's, 'a> {
    fn run(mut self, fewest: u16) {
        let marks = &mut self.dossier.rounds[self.at];
        let (first, second) = (std::mem::take(&mut marks.first), std::mem::take(&mut marks.second));
        let declared = marks.declared;
        let (round, sheets) = (self.round.key.as_str(), first.len());
        self.dossier.steps.reserve(first.len() + second.len() + self.more_steps);
        first.iter().chain(&second).for_each(|sheet| self.tell_sheet(sheet));
        if sheets < usize::from(fewest) {
            self.tell(Step::TooFewSheets { round, sheets, fewest });
            self.dossier.place = Err(Out::TooFewSheets);
            return;
        }
        let (counted, voted) = self.what_counts(declared, first, second);
        let score = match voted {
            Some(voted) => self.voted(voted),
            None => self.aggregated(&counted),
        };
        self.look_for_knockouts(&counted);
        let marks = &mut self.dossier.rounds[self.at];
        (marks.counted, marks.score) = (counted, Some(score));
        self.look_for_minima(score);
    }

    fn tell(&mut self, step: Step<'a>) {
        self.dossier.steps.push(step);
    }

    fn tell_sheet(&mut self, sheet: &CheckedSheet<'a>) {
        let field = &self.dossier.entry.field;
        let mark = |(it, points): (&'a Criterion, &Points)| Marked {
            criterion: &it.key,
            points: *points,
            weight: it.weight_in(field),
        };
        let marks = self.scale.criteria.iter().zip(&sheet.points).map(mark).collect();
        let CheckedSheet { judge, marking, total, .. } = *sheet;
        self.tell(Step::Sheet { round: &self.round.key, judge, marking, marks, total });
    }

    /// The sheets that count, and the total that was voted, if it counts.
    fn what_counts(
        &mut self,
        declared: Option<&'a SecondMarking>,
        first: Sheets<'s, 'a>,
        second: Sheets<'s, 'a>,
    ) -> (Sheets<'s, 'a>, Option<Ratio>) {
        let Some(declared) = declared else { return (first, None) };
        let voted = match declared.by {
            By::Vote { points, .. } => Some(Ratio::from(points)),
            By::Panel | By::FurtherJudge => None,
        };
        let exact = |sheets: &[&CheckedSheet<'_>]| Some(self.round.aggregate.of(sheets)?.exact);
        self.tell(Step::SecondMarking {
            round: &self.round.key,
            first: exact(&first),
            second: voted.or_else(|| exact(&second)),
            counts: declared.counts,
        });
        match declared.counts {
            Counts::Second if voted.is_some() => (first, voted),
            Counts::Second if !second.is_empty() => (second, None),
            Counts::First | Counts::Second => (first, None),
            Counts::Both => ([first, second].concat(), None),
        }
    }

    fn aggregated(&mut self, counted: &[&CheckedSheet<'_>]) -> Ratio {
        let found = self.round.aggregate.of(counted).expect("there is at least one sheet");
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

    fn look_for_knockouts(&mut self, counted: &[&CheckedSheet<'_>]) {
        let (round, of) = (self.round.key.as_str(), counted.len());
        for (at, criterion) in self.scale.criteria.iter().enumerate() {
            let Some(knockout) = criterion.knockout else { continue };
            let against = counted.iter().filter(|it| it.points[at] < knockout.below).count();
            if knockout.judges.are(against, of) {
                let (criterion, below) = (criterion.key.as_str(), knockout.below);
                self.tell(Step::KnockedOut { round, criterion, below, against, of });
                self.dossier.place = Err(Out::KnockedOut);
            }
        }
    }

    fn look_for_minima(&mut self, score: Ratio) {
        let round = self.round.key.as_str();
        for criterion in &self.scale.criteria {
            let Some(minimum) = criterion.minimum else { continue };
            let mean = self.dossier.rounds[self.at].criterion_mean(&criterion.key);
            if let Some(mean) = mean.filter(|mean| *mean < minimum.into()) {
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

/// Several totals as one.
struct Aggregated {
    method: Method,
    taken: Vec<Ratio>,
    left_out: Vec<Ratio>,
    exact: Ratio,
}

impl Aggregate {
    /// Nothing of no sheets.
    fn of(self, sheets: &[&CheckedSheet<'_>]) -> Option<Aggregated> {
        let mut taken: Vec<Ratio> = sheets.iter().map(|sheet| sheet.total).collect();
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
fn cut<'a>((round, at): (&'a Round, usize), advance: &Advance, dossiers: &mut [Dossier<'_, 'a>]) {
    let field_count = dossiers.iter().map(|dossier| dossier.field + 1).max().unwrap_or(0);
    let fields: Vec<Option<usize>> = match &advance.places {
        Places::Unlimited | Places::Total(_) => vec![None],
        Places::ByField(_) => (0..field_count).map(Some).collect(),
    };
    for field in fields {
        let within: Vec<&mut Dossier<'_, 'a>> = dossiers
            .iter_mut()
            .filter(|it| it.place.is_ok() && field.is_none_or(|field| it.field == field))
            .collect();
        cut_within((round, at), advance, within);
    }
}

fn cut_within<'a>(
    (round, at): (&'a Round, usize),
    advance: &Advance,
    mut within: Vec<&mut Dossier<'_, 'a>>,
) {
    let score = |it: &Dossier<'_, '_>| it.rounds[at].score;
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
