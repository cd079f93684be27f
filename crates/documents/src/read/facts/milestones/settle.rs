//! One milestone for what is said twice, the new date for what was moved, doubt for what contradicts.

use std::sync::LazyLock;

use super::Candidate;
use crate::facts::MilestoneKind as Kind;
use crate::read::form::Form;
use crate::read::paper::Paper;
use crate::read::text::Span;

/// What remains, and what contradicts another.
#[derive(Default)]
pub(super) struct Settled {
    pub milestones: Vec<Candidate>,
    pub conflicting: Vec<Span>,
}

/// The level of a contest; those of the whole country forward nothing.
static LEVEL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:hội|cuộc) thi[^.;]{0,60}?(?<level>toàn quốc|tỉnh|thành phố|huyện|quận|xã|phường)",
    )
});
/// Rounds and levels have dates of their own.
static SEVERAL: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"(?:^|\W)(?:đợt|vòng|lần (?:1|2|thứ)|cấp (?:cơ sở|xã|huyện|tỉnh|ngành|trường)|toàn quốc)\b",
    )
});

/// What happens once.
const ONCE: [Kind; 7] = [
    Kind::LaunchCeremony,
    Kind::Submission,
    Kind::CouncilFormation,
    Kind::Judging,
    Kind::Forwarding,
    Kind::Results,
    Kind::AwardCeremony,
];

pub(super) fn settle(paper: &Paper, candidates: Vec<Candidate>) -> Settled {
    let mut found = Settled::default();
    for mut one in candidates {
        if one.kind == Kind::Forwarding && is_received(paper, one.clause) {
            one.kind = Kind::Submission;
        }
        add(&mut found.milestones, one);
    }
    keep_moved(&mut found.milestones);
    forward(&mut found.milestones);
    found.conflicting = conflicting(paper, &found.milestones);
    found
}

/// Whether what goes up in a clause goes to the contest that the paper itself is about: to the
/// organisers, by a paper of theirs, or to the whole country's, but not through a unit between.
fn is_received(paper: &Paper, clause: Span) -> bool {
    static THROUGH: LazyLock<Form> =
        LazyLock::new(|| Form::new(r"để[^.;:]{0,40}(?:gửi|trình|chuyển|nộp)"));
    static TO_ORGANISERS: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"ban tổ chức(?: (?:hội|cuộc) thi)?(?: cấp)? (?:tỉnh|thành phố)")
    });
    let text = paper.text();
    let own = TO_ORGANISERS.fits(text, clause) && !is_of_lower_unit(paper);
    let own = own && matches!(level(paper).as_deref(), Some("tinh" | "thanh pho"));
    !THROUGH.fits(text, clause) && (own || level(paper).as_deref() == Some("toan quoc"))
}

/// Whether a department, school, company, district or commune issues the paper.
fn is_of_lower_unit(paper: &Paper) -> bool {
    static LOWER: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^\W*(?:(?:ubnd|ủy ban nhân dân) (?:huyện|xã|phường|thị|quận)|huyện|xã|phường|thị xã|quận|sở|trường|học viện|đại học|bệnh viện|công ty|tổng công ty|tập đoàn|phòng|trung tâm|viện|chi cục|ban quản lý|nhà máy|liên đoàn|đoàn|hội (?:nông|phụ|cựu))\b",
        )
    });
    paper.sheet.head.iter().any(|cell| LOWER.fits(paper.text(), *cell))
}

/// The first level that is named after the contest.
fn level(paper: &Paper) -> Option<String> {
    let (text, body) = (paper.text(), paper.body());
    let start = paper.sheet.head.first().map_or(body.start, |cell| cell.start);
    let named = LEVEL.find(text, Span::new(start, body.end))?;
    Some(text.folded(named.part("level")?))
}

/// The fuller of two that say the same stays.
fn add(kept: &mut Vec<Candidate>, new: Candidate) {
    match kept.iter_mut().find(|known| says_same(known, &new)) {
        Some(known) => {
            let by_postmark = known.by_postmark || new.by_postmark;
            let moved = known.moved || new.moved;
            if is_fuller(&new, known) {
                *known = new;
            }
            (known.by_postmark, known.moved) = (by_postmark, moved);
        }
        None => kept.push(new),
    }
}

fn says_same(known: &Candidate, new: &Candidate) -> bool {
    let (one, two) = (&known.moment, &new.moment);
    let starts = one.start == two.start || one.start.is_none() || two.start.is_none();
    let ends = one.end == two.end && one.inclusive == two.inclusive;
    known.kind == new.kind && starts && ends && (one.end.is_some() || one.start == two.start)
}

fn is_fuller(new: &Candidate, known: &Candidate) -> bool {
    known.moment.start.is_none() && new.moment.start.is_some() && new.moment.point().is_none()
}

/// Where a date was moved, the ones before are void.
fn keep_moved(kept: &mut Vec<Candidate>) {
    let moved: Vec<Kind> = kept.iter().filter(|one| one.moved).map(|one| one.kind).collect();
    kept.retain(|one| one.moved || !moved.contains(&one.kind));
}

/// What goes up after the judging of a contest of one's own is forwarded, not received.
fn forward(kept: &mut [Candidate]) {
    let end = |one: &Candidate| one.moment.end.and_then(super::Partial::last);
    let judging = [Kind::Judging, Kind::PreliminaryJudging, Kind::FinalJudging];
    let judged = kept.iter().filter(|one| judging.contains(&one.kind)).filter_map(end).min();
    let received = kept.iter().filter(|one| one.kind == Kind::Submission).filter_map(end).min();
    for one in kept.iter_mut().filter(|one| one.kind == Kind::Submission) {
        let late = |day: Option<_>| day.is_some() && end(one) > day;
        if late(judged) && late(received) {
            one.kind = Kind::Forwarding;
        }
    }
}

/// The later of two that cannot both be.
fn conflicting(paper: &Paper, kept: &[Candidate]) -> Vec<Span> {
    let text = paper.text();
    let once =
        kept.iter().filter(|one| ONCE.contains(&one.kind) && !SEVERAL.fits(text, one.clause));
    let once: Vec<&Candidate> = once.collect();
    let against = |at: usize| once[..at].iter().any(|earlier| contradict(earlier, once[at]));
    (0..once.len()).filter(|at| against(*at)).map(|at| once[at].moment.span).collect()
}

/// A quarter and a month of it do not contradict each other.
fn contradict(one: &Candidate, two: &Candidate) -> bool {
    let (Some(first), Some(second)) = (one.moment.end, two.moment.end) else { return false };
    one.kind == two.kind && !first.covers(second) && !second.covers(first)
}
