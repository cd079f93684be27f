//! From sheets to ranks and prizes (xếp hạng): one declared rule set, exact numbers, every step told.

mod answer;
mod award;
mod departure;
mod forward;
mod order;
mod round;
mod step;

use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use crate::prize::Prize;
use crate::ratio::Ratio;
use crate::records::{Entry, Records, SecondMarking, Standing};
use crate::rules::Rules;
use crate::scale::Scale;
use crate::soundness::{CheckedSheet, Panel, Panels, Trouble, checked, scale_of};

pub use answer::{Effect, ForwardAnswer, PrizeAnswer, Source};
pub use step::{Digest, Marked, Method, Part, Step, TieValue};

/// A ranking (bảng xếp hạng): every dossier once, ranked ones first by rank, equals by code.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ranking<'a> {
    /// One for each dossier.
    pub outcomes: Vec<Outcome<'a>>,
}

/// What became of one dossier (kết quả của một hồ sơ).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Outcome<'a> {
    /// Its code.
    pub code: &'a str,
    /// Its field.
    pub field: &'a str,
    /// Its rank, or why it has none.
    pub place: Result<Place, Out>,
    /// Its prize by the rules alone.
    pub by_rules: Option<Award<'a>>,
    /// Its prize, after the council's departures.
    pub award: Option<Award<'a>>,
    /// Whether it is proposed for the next level.
    pub is_forwarded: bool,
    /// How all this came about.
    pub steps: Vec<Step<'a>>,
}

/// Where a dossier stands (vị trí).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Place {
    /// Among all: how many are before it, and one.
    pub rank: usize,
    /// The same in its field.
    pub field_rank: usize,
    /// Its total, in hundredths of a point.
    pub total: Ratio,
}

/// Why a dossier has no rank (lý do không xếp hạng).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Out {
    /// Không đủ điều kiện.
    Ineligible,
    /// Đã rút.
    Withdrawn,
    /// Không đủ phiếu chấm.
    TooFewSheets,
    /// Bị loại theo tiêu chí loại.
    KnockedOut,
    /// Không vào vòng sau.
    NotAdvanced,
}

/// A prize that a dossier gets (giải được trao).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Award<'a> {
    /// Which.
    #[serde(serialize_with = "key_of")]
    pub prize: &'a Prize,
    /// The places that it shares with others (đồng giải); nothing: it has one of its own.
    pub shared: Option<Shared>,
    /// What this dossier gets of it, in đồng.
    pub money: u32,
}

/// Places of a prize that several share (đồng giải).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Shared {
    /// Out of which places.
    pub from: Source,
    /// How many places.
    pub places: u32,
    /// How many dossiers.
    pub among: u32,
}

fn key_of<S: serde::Serializer>(prize: &&Prize, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_str(&prize.key)
}

/// Ranks all dossiers and gives the prizes (xếp hạng, xét giải).
///
/// # Errors
/// Everything for which rules or records cannot be counted.
pub fn rank<'a>(rules: &'a Rules, records: &'a Records) -> Result<Ranking<'a>, Vec<Trouble>> {
    let panels = checked(rules, records)?;
    Ok(ranked((rules, records), &panels, None))
}

/// The ranking of sound records; `without` leaves one judge out, and then asks for no number of sheets.
pub(crate) fn ranked<'a>(
    (rules, records): (&'a Rules, &'a Records),
    panels: &Panels<'a>,
    without: Option<&str>,
) -> Ranking<'a> {
    let mut dossiers = gathered((rules, records), panels, without);
    for (at, round) in rules.rounds.iter().enumerate() {
        let fewest = without.map_or(round.fewest_sheets.get(), |_| 1);
        round::run(rules, at, &mut dossiers, fewest);
    }
    order::total(rules, records, &mut dossiers);
    let order = order::sorted(rules, records, &mut dossiers);
    let awards = award::given(rules, &mut dossiers, &order);
    let decided = departure::decided(rules, records, &mut dossiers, &awards);
    let proposed = forward::proposed(rules, (&mut dossiers, &order), &decided);
    let by_code = |at: &usize| dossiers[*at].entry.code.as_str();
    let mut unranked: Vec<usize> =
        (0..dossiers.len()).filter(|at| dossiers[*at].place.is_err()).collect();
    unranked.sort_unstable_by_key(by_code);
    let mut dossiers: Vec<Option<Dossier<'_, 'a>>> = dossiers.into_iter().map(Some).collect();
    let listed = order.into_iter().chain(unranked);
    let outcome = |at: usize| {
        let dossier = dossiers[at].take()?;
        Some(dossier.outcome((awards[at], decided[at]), proposed[at]))
    };
    Ranking { outcomes: listed.filter_map(outcome).collect() }
}

/// A dossier on its way through the rounds.
struct Dossier<'s, 'a> {
    entry: &'a Entry,
    /// Where its field stands among those of the rules.
    field: usize,
    rounds: Vec<Marks<'s, 'a>>,
    /// Its rank, filled in last; before, that it still has a chance of one.
    place: Result<Place, Out>,
    /// A minimum bars it from all prizes.
    barred: bool,
    steps: Vec<Step<'a>>,
}

/// What judges gave a dossier in one round.
#[derive(Clone)]
struct Marks<'s, 'a> {
    scale: &'a Scale,
    first: Vec<&'s CheckedSheet<'a>>,
    second: Vec<&'s CheckedSheet<'a>>,
    declared: Option<&'a SecondMarking>,
    /// The sheets that count, once that is known.
    counted: Vec<&'s CheckedSheet<'a>>,
    score: Option<Ratio>,
}

impl<'s, 'a> Marks<'s, 'a> {
    fn new(scale: &'a Scale, sheets: [Vec<&'s CheckedSheet<'a>>; 2]) -> Self {
        let [first, second] = sheets;
        Self { scale, first, second, declared: None, counted: Vec::new(), score: None }
    }

    /// The mean of a criterion over the sheets that count, in hundredths.
    fn criterion_mean(&self, criterion: &str) -> Option<Ratio> {
        let at = self.scale.criteria.iter().position(|it| it.key == criterion)?;
        let count = NonZeroU32::new(u32::try_from(self.counted.len()).ok()?)?;
        let sum: u32 = self.counted.iter().map(|sheet| sheet.points[at].hundredths()).sum();
        Some(Ratio::whole(sum.into()).per(count))
    }
}

impl<'s, 'a> Dossier<'s, 'a> {
    fn new(rules: &Rules, entry: &'a Entry, rounds: Vec<Marks<'s, 'a>>) -> Self {
        let place = match entry.standing {
            Standing::Judged => Ok(Place { rank: 0, field_rank: 0, total: Ratio::ZERO }),
            Standing::Ineligible => Err(Out::Ineligible),
            Standing::Withdrawn => Err(Out::Withdrawn),
        };
        let field = rules.fields.iter().position(|field| *field == entry.field);
        let field = field.expect("the fields of sound records are those of the rules");
        Self { entry, field, rounds, place, barred: false, steps: Vec::new() }
    }

    fn outcome(
        self,
        (by_rules, award): (Option<Award<'a>>, Option<Award<'a>>),
        is_forwarded: bool,
    ) -> Outcome<'a> {
        let Self { entry, place, steps, .. } = self;
        let (code, field) = (&entry.code, &entry.field);
        Outcome { code, field, place, by_rules, award, is_forwarded, steps }
    }

    /// Its total, if it is ranked.
    fn total(&self) -> Option<Ratio> {
        self.place.ok().map(|place| place.total)
    }
}

/// Every dossier with the sheets of those who did not abstain.
fn gathered<'s, 'a>(
    (rules, records): (&'a Rules, &'a Records),
    panels: &'s Panels<'a>,
    without: Option<&str>,
) -> Vec<Dossier<'s, 'a>> {
    let counts = |sheet: &&CheckedSheet<'_>| {
        !sheet.points.is_empty() && without.is_none_or(|judge| judge != sheet.judge)
    };
    let dossier = |(entry, panels): (&'a Entry, &'s Vec<_>)| {
        let rounds = rules.rounds.iter().zip(panels).map(|(round, panel): (_, &'s Panel<'a>)| {
            let scale = scale_of(rules, entry, round).expect("sound records have known scales");
            let sheets = [&panel.first, &panel.second];
            Marks::new(scale, sheets.map(|sheets| sheets.iter().filter(counts).collect()))
        });
        Dossier::new(rules, entry, rounds.collect())
    };
    let mut dossiers: Vec<Dossier<'s, 'a>> =
        records.entries.iter().zip(panels).map(dossier).collect();
    for marking in &records.second_markings {
        let dossier = dossiers.iter_mut().find(|it| it.entry.code == marking.dossier);
        let round = rules.rounds.iter().position(|round| round.key == marking.round);
        if let (Some(dossier), Some(round)) = (dossier, round) {
            dossier.rounds[round].declared = Some(marking);
        }
    }
    dossiers
}
