//! Units that were abolished before their work ends: districts after 30 June 2025, Resolution
//! 203/2025/QH15.

use kernel::text::fold;

use super::missing;
use crate::facts::{Doubt, DoubtCode, Facts, Level};
use crate::read::text::Text;

/// First day without districts.
const WITHOUT_DISTRICTS: &str = "2025-07-01";

pub(super) fn check(_: &Text, facts: &Facts) -> Vec<Doubt> {
    let mut doubts = Vec::new();
    let district = facts.contest.as_ref().filter(|contest| contest.level == Some(Level::District));
    if let Some(contest) = district
        && let Some(late) =
            facts.milestones.iter().find(|milestone| is_after(milestone.end.as_deref()))
    {
        let name = contest.locality.clone().unwrap_or_default();
        let message = format!(
            "{name} kết thúc hoạt động từ 01/7/2025, trước thời hạn của việc này; hãy giao lại cho đơn vị kế tục."
        );
        doubts.push(Doubt {
            code: DoubtCode::UnitAbolished,
            text: late.text.clone(),
            message,
            evidence: Some(late.evidence),
        });
    }
    for task in facts.tasks.iter().filter(|task| is_after(task.end.as_deref())) {
        for unit in task.assignees.iter().filter(|unit| is_of_district(unit)) {
            let message = format!(
                "{unit} kết thúc hoạt động từ 01/7/2025, trước thời hạn của việc này; hãy giao lại cho đơn vị kế tục."
            );
            doubts.push(Doubt {
                evidence: Some(task.evidence),
                text: unit.clone(),
                ..missing(DoubtCode::UnitAbolished, &message)
            });
        }
    }
    doubts
}

/// Dates at any precision compare as text; a quarter by its first month.
fn is_after(end: Option<&str>) -> bool {
    end.is_some_and(|end| {
        let month = ["-Q1", "-Q2", "-Q3", "-Q4"].iter().zip(["-01", "-04", "-07", "-10"]);
        let settled =
            month.fold(end.to_owned(), |end, (quarter, month)| end.replace(quarter, month));
        settled.as_str() >= &WITHOUT_DISTRICTS[..settled.len().min(WITHOUT_DISTRICTS.len())]
            && settled.len() > 4
    })
}

fn is_of_district(unit: &str) -> bool {
    let folded = fold(unit);
    let words = [" huyen", " quan ", " thi xa"];
    let not = ["quan su", "quan ly", "quan doi", "huyen thoai"];
    words.iter().any(|word| format!(" {folded} ").contains(word))
        && !not.iter().any(|word| folded.contains(word) && !folded.contains("huyen"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_the_districts() {
        let rows = [
            ("2025-10-01", true),
            ("2025-Q4", true),
            ("2025-Q2", false),
            ("2025-06-30", false),
            ("2025-07", true),
            ("2025", false),
            ("2026-Q1", true),
        ];
        for (end, expect) in rows {
            assert_eq!(is_after(Some(end)), expect, "{end}");
        }
        for (unit, expect) in [
            ("Phòng Nội vụ huyện", true),
            ("Ban Chỉ huy Quân sự tỉnh", false),
            ("UBND các huyện, thành phố", true),
            ("UBND xã A", false),
        ] {
            assert_eq!(is_of_district(unit), expect, "{unit}");
        }
    }
}
