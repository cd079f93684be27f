//! What a paper proposes: the lines of its review, from the facts that were read. Pure.

use documents::{Contest, Facts, HigherContest, Level, Series};
use kernel::Message;

use super::line::{ContestLine, Line, Section, WordLine};
use crate::frame::{Locale, Words};

/// The lines of a paper, without those of names and of rules that nobody stated.
pub fn lines(facts: &Facts) -> Vec<Line> {
    let mut lines: Vec<Line> = facts.warnings.iter().cloned().map(Line::Doubt).collect();
    lines.push(Line::Contest(contest(facts)));
    lines.extend(facts.milestones.iter().cloned().map(Line::Milestone));
    lines.extend(facts.tasks.iter().cloned().map(Line::Task));
    lines.extend(facts.contacts.iter().cloned().map(Line::Contact));
    lines.extend(facts.reporting.iter().cloned().map(Line::Reporting));
    lines.push(Line::Eligibility(facts.eligibility.clone()));
    lines.extend(facts.prizes.iter().cloned().map(Line::Prize));
    lines.extend(facts.legal_basis.iter().cloned().map(Line::Citation));
    for (section, name, words) in [
        (Section::Field, "fields", &facts.fields),
        (Section::Budget, "budget_sources", &facts.budget_sources),
        (Section::Channel, "publicity_channels", &facts.publicity_channels),
        (Section::Attachment, "attachments", &facts.attachments),
        (Section::Url, "urls", &facts.urls),
    ] {
        lines.extend(words.iter().enumerate().map(|(at, text)| {
            let evidence = facts.evidence.get(&format!("/{name}/{at}")).copied();
            Line::Words(section, WordLine { text: text.clone(), evidence })
        }));
    }
    lines
}

/// Every name of a unit in the lines, in the order of its first place, each once.
pub fn names(lines: &[Line]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut add = |name: &String| {
        if !name.trim().is_empty() && !names.contains(name) {
            names.push(name.clone());
        }
    };
    for line in lines {
        match line {
            Line::Contest(contest) => {
                let of_contest = [&contest.organiser, &contest.standing, &contest.receiving];
                of_contest.into_iter().flatten().for_each(&mut add);
            }
            Line::Task(task) => {
                task.assignees.iter().chain(&task.coordinators).for_each(&mut add);
            }
            _ => {}
        }
    }
    names
}

fn contest(facts: &Facts) -> ContestLine {
    let read = facts.contest.as_ref();
    let level = read.and_then(|contest| contest.level).unwrap_or(Level::Province);
    let locality = read.and_then(|contest| contest.locality.clone()).unwrap_or_default();
    ContestLine {
        name: read.map(|contest| name(contest, facts)).unwrap_or_default(),
        series: read.map_or(Series::TechnicalInnovation, |contest| contest.series),
        level,
        organiser: organiser(facts, level, &locality),
        locality,
        edition: read.and_then(|contest| contest.edition),
        years: read.and_then(|contest| contest.years),
        parent: None,
        higher: read.and_then(|contest| contest.parent.as_ref()).map(higher_name),
        standing: facts.standing_agency.clone(),
        receiving: facts.receiving_unit.clone(),
        evidence: read.map(|contest| contest.evidence),
    }
}

/// Hội thi Sáng tạo kỹ thuật tỉnh Sông Lam lần thứ 9; of a unit that carries out a higher contest, its
/// name too.
fn name(contest: &Contest, facts: &Facts) -> String {
    let name = of(contest.series, contest.locality.as_deref(), contest.edition, contest.years);
    match &facts.implementing_unit {
        Some(unit) => words()
            .tell(&Message::new("contest-name-carried-out").with("name", name).with("unit", unit)),
        None => name,
    }
}

fn higher_name(contest: &HigherContest) -> String {
    of(contest.series, contest.locality.as_deref(), contest.edition, contest.years)
}

fn of(
    series: Series,
    locality: Option<&str>,
    edition: Option<u16>,
    years: Option<[i16; 2]>,
) -> String {
    let series = words().say(match series {
        Series::TechnicalInnovation => "contest-name-technical",
        Series::YouthCreativity => "contest-name-youth",
        Series::Other => "contest-name-other",
    });
    let which = match (edition, years) {
        (Some(edition), _) => Some(words().with("contest-name-edition", "edition", edition)),
        (None, Some([first, last])) if first == last => {
            Some(words().with("contest-name-year", "year", first))
        }
        (None, Some([first, last])) => Some(
            words()
                .tell(&Message::new("contest-name-years").with("first", first).with("last", last)),
        ),
        (None, None) => None,
    };
    let parts = [Some(series), locality.map(str::to_owned), which];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// A contest's name is Vietnamese in every language of the pages.
const fn words() -> Words {
    Words(Locale::Vi)
}

/// Who organises: the unit that carries it out, the people's committee of the place, or the agency.
fn organiser(facts: &Facts, level: Level, locality: &str) -> Option<String> {
    if let Some(unit) = &facts.implementing_unit {
        return Some(unit.clone());
    }
    match level {
        Level::Province | Level::District | Level::Commune if !locality.is_empty() => {
            Some(words().with("committee-of", "locality", locality))
        }
        Level::Agency if !locality.is_empty() => Some(locality.to_owned()),
        _ => facts.document.issuer.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLAN: &str = "UBND HUYỆN KHE SƯƠNG\nBAN TỔ CHỨC HỘI THI\nSố: 12/KH-BTC\n\
        CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n\
        Khe Sương, ngày 5 tháng 3 năm 2024\nKẾ HOẠCH\n\
        Tổ chức Hội thi Sáng tạo kỹ thuật huyện Khe Sương lần thứ 4, năm 2024 - 2025\n\
        I. THỜI GIAN\n1. Thời gian nhận hồ sơ: đến hết ngày 20/4/2025.\n\
        II. TỔ CHỨC THỰC HIỆN\n1. Phòng Giáo dục và Đào tạo: Chỉ đạo các trường tổ chức phát động Hội thi.\n\
        2. UBND các xã: Tuyên truyền về Hội thi trên đài truyền thanh.\n";

    #[test]
    fn a_plan_proposes_its_contest() {
        let facts = documents::read(PLAN);
        let lines = lines(&facts);
        let contest = lines.iter().find_map(|line| match line {
            Line::Contest(contest) => Some(contest),
            _ => None,
        });
        let contest = contest.unwrap();
        assert_eq!(contest.name, "Hội thi Sáng tạo kỹ thuật huyện Khe Sương lần thứ 4");
        assert_eq!(contest.organiser.as_deref(), Some("UBND huyện Khe Sương"));
        assert_eq!(contest.years, Some([2024, 2025]));
        assert_eq!(
            names(&lines),
            ["UBND huyện Khe Sương", "Phòng Giáo dục và Đào tạo", "UBND các xã"]
        );
    }

    #[test]
    fn bodies_read_back() {
        for line in lines(&documents::read(PLAN)) {
            assert_eq!(Line::read(line.section(), &line.body().unwrap()).unwrap(), line);
        }
    }
}
