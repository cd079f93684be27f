//! What is answered: pairs with their reasons, what they cost, or what is impossible and why.

use crate::assign::question::Group;
use crate::conflict::UnitKey;
use crate::design::{DossierNumber, JudgeNumber, Pair, Part};

/// Why a judge has a dossier (căn cứ phân công).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Ground {
    /// It is scored already.
    Done,
    /// A person decided so.
    Locked,
    /// It was so before.
    Kept,
    /// It is new: the cheapest choice, and among the cheapest the one by lot.
    Drawn,
}

/// A pair, and what it costs (chi phí của một lượt chấm).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Assigned {
    /// Which judge has which dossier.
    pub pair: Pair,
    /// Why.
    pub ground: Ground,
    /// How far the field is from what the judge knows best.
    pub far: u64,
    /// For the other dossiers of the judge.
    pub load: u64,
    /// For the other dossiers of the same unit that the judge has.
    pub unit: u64,
    /// Its lot; nothing for what was certain.
    pub lot: Option<u32>,
}

/// What an assignment costs (tổng chi phí). The least is wanted: of the first number, then of the second, then
/// of the third.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Sum {
    /// Pairs that are not of the assignment before; 0 where there was none.
    pub moved: u64,
    /// Points of cost.
    pub cost: u64,
    /// Lots of the pairs that were drawn or kept.
    pub lots: u64,
}

impl std::ops::Add for Sum {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            moved: self.moved + other.moved,
            cost: self.cost + other.cost,
            lots: self.lots + other.lots,
        }
    }
}

/// What hangs together in a group (tính liên thông của nhóm chấm).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Design {
    /// Which group.
    pub group: Group,
    /// One part: its judges can be compared, and severity can be studied.
    pub parts: Vec<Part>,
}

/// Who judges what (phân công chấm).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assignment {
    /// Every pair, by dossier and judge.
    pub pairs: Vec<Assigned>,
    /// What they cost together: the sums of what stands beside each.
    pub total: Sum,
    /// What no assignment can undercut, computed from prices and not from the pairs. Where nothing had to be
    /// paid to join parts, it is the total.
    pub bound: Sum,
    /// What hangs together, by group.
    pub designs: Vec<Design>,
    /// Units with several dossiers, all of which have the very same judges.
    pub one_set: Vec<UnitKey>,
}

/// Why there is no assignment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Impossible {
    /// The question contradicts itself.
    Contradiction(Contradiction),
    /// Not everything that is needed is there; each shortage stands for itself.
    Shortages(Vec<Shortage>),
}

/// What cannot be true together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Contradiction {
    /// Two dossiers have this number.
    DossierTwice(DossierNumber),
    /// Two judges have this number.
    JudgeTwice(JudgeNumber),
    /// A judge has less at most than at least.
    LeastOverMost(JudgeNumber),
    /// A pair that is scored or locked is of somebody who is not there.
    Unknown(Pair),
    /// A pair must be, or is scored, and must not be.
    MustAndMustNot(Pair),
    /// More judges must have this dossier than it gets.
    LockedOverEach(DossierNumber),
    /// This judge must have more dossiers than they have at most.
    LockedOverMost(JudgeNumber),
}

/// What is lacking (tình trạng thiếu). The sums can be added up by anybody: `needed` is more than `offered`,
/// whatever is done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shortage {
    /// These dossiers need more than the judges who are open to them can take together.
    Judges {
        /// The dossiers, with what keeps judges from each.
        dossiers: Vec<Lacking>,
        /// Each judge who is open to one of them, with how many of them they can take: no more than they have
        /// room for, and no more than they are open to.
        judges: Vec<(JudgeNumber, u32)>,
        /// Judges that the dossiers need together.
        needed: u64,
        /// What the judges can take together.
        offered: u64,
    },
    /// These judges must have more than the dossiers that are open to them can give together.
    Work {
        /// The judges, with how many more dossiers each must have.
        judges: Vec<(JudgeNumber, u32)>,
        /// Each dossier that is open to one of them, with how many of them it can still take.
        dossiers: Vec<(DossierNumber, u32)>,
        /// Dossiers that the judges must have together.
        needed: u64,
        /// What the dossiers can give together.
        offered: u64,
    },
}

/// A dossier that lacks judges (hồ sơ thiếu giám khảo).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lacking {
    /// Which dossier.
    pub dossier: DossierNumber,
    /// Judges that it needs yet.
    pub needs: u32,
    /// Judges of its group who know its field.
    pub know: u32,
    /// Of these: those with a conflict of interest.
    pub conflict: u32,
    /// Of these: those whom a person kept from it.
    pub kept_from: u32,
    /// Of these: those without room.
    pub full: u32,
    /// Of these: those who can have it.
    pub open: u32,
}
