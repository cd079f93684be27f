//! What is due soon or late, as statements.

use super::events::Audience;
use crate::notices::Kind;

const DAY_MILLIS: i64 = 24 * 3600 * 1000;

/// A stage of reminding: so many days before the last day, or after it when negative.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage {
    /// Its word in the mark of a notice.
    pub code: &'static str,
    /// Fewest days that are left.
    pub least: i64,
    /// Most days that are left. On the day after which fewer are left it begins; where nobody worked on
    /// that day, it is made up for until the next stage begins.
    pub most: i64,
}

/// Seven, three days and one day before; one, seven and thirty days after.
pub const STAGES: [Stage; 6] = [
    Stage { code: "7", least: 4, most: 7 },
    Stage { code: "3", least: 2, most: 3 },
    Stage { code: "1", least: 0, most: 1 },
    Stage { code: "-1", least: -6, most: -1 },
    Stage { code: "-7", least: -29, most: -7 },
    Stage { code: "-30", least: -60, most: -30 },
];

impl Stage {
    /// The kind of its notices.
    pub fn kind(self) -> Kind {
        match self.most {
            0.. => Kind::DueSoon,
            _ => Kind::Overdue,
        }
    }

    /// After and until which instant something ends that is in this stage on the day that begins at
    /// `today`.
    pub fn ends(self, today: i64) -> (i64, i64) {
        (today + self.least * DAY_MILLIS, today + (self.most + 1) * DAY_MILLIS)
    }

    /// How long before its end something must have been there to be reminded of: who gets it later has
    /// just heard of it.
    pub fn known_before(self) -> i64 {
        (self.most + 1) * DAY_MILLIS
    }
}

/// Columns as of events; `$1` is now, `$2` and `$3` the ends, `$4` the stage, `$5` how long before.
pub const DUE: [(Audience, &str); 3] =
    [(Audience::Unit, ASSIGNMENTS), (Audience::Unit, REPORTS), (Audience::Runners, MILESTONES)];

const ASSIGNMENTS: &str = "select 'assignment/' || a.id as subject, $4 || ' ' || a.due_at as mark,
        a.contest_id, a.unit_id, t.text as about, null as words, a.due_at, $1 as happened_at,
        null as made_by
    from assignment a join task t on t.id = a.task_id and t.called_off_at is null
    where a.due_at > $2 and a.due_at <= $3 and a.state in ('open', 'in_progress', 'returned')
        and a.created_at < a.due_at - $5";

const REPORTS: &str = "select 'report/' || p.id as subject, $4 || ' ' || p.due_at as mark,
        p.contest_id, p.unit_id, p.period as about, null as words, p.due_at, $1 as happened_at,
        null as made_by
    from period_report p
    where p.due_at > $2 and p.due_at <= $3 and p.state in ('open', 'returned')
        and p.opened_at < p.due_at - $5";

/// Those who run a contest hear of a milestone that has passed on the day after, not again and again.
const MILESTONES: &str = "select 'milestone/' || m.id as subject, $4 || ' ' || v.closes_at as mark,
        m.contest_id, null as unit_id, coalesce(m.title, m.kind) as about, null as words,
        v.closes_at as due_at, $1 as happened_at, null as made_by
    from milestone_version v join milestone m on m.id = v.milestone_id
    where v.closes_at > $2 and v.closes_at <= $3 and not v.called_off
        and not exists (select 1 from milestone_version l
            where l.milestone_id = v.milestone_id and l.version > v.version)
        and v.made_at < v.closes_at - $5 and $4 not in ('-7', '-30')";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_follow_one_another_without_a_gap() {
        for pair in STAGES.windows(2) {
            assert_eq!(pair[1].most, pair[0].least - 1);
        }
        let kinds = STAGES.map(|stage| stage.kind().code());
        assert_eq!(kinds, ["due-soon", "due-soon", "due-soon", "overdue", "overdue", "overdue"]);
    }

    #[test]
    fn a_last_day_falls_into_the_stage_of_its_distance() {
        let day = |text: &str| text.parse::<kernel::Day>().unwrap();
        let today = day("2026-11-21").begins().millis();
        let stage = |last: &str| {
            let due = day(last).ends().millis();
            let within = |stage: &&Stage| {
                let (after, until) = stage.ends(today);
                due > after && due <= until
            };
            STAGES.iter().find(within).map(|stage| stage.code)
        };
        assert_eq!(stage("2026-11-29"), None);
        assert_eq!(stage("2026-11-28"), Some("7"));
        assert_eq!(stage("2026-11-25"), Some("7"));
        assert_eq!(stage("2026-11-24"), Some("3"));
        assert_eq!(stage("2026-11-22"), Some("1"));
        assert_eq!(stage("2026-11-21"), Some("1"));
        assert_eq!(stage("2026-11-20"), Some("-1"));
        assert_eq!(stage("2026-11-14"), Some("-7"));
        assert_eq!(stage("2026-10-22"), Some("-30"));
    }
}
