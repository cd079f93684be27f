//! What a contest is, as typed.

use kernel::id::{ContestId, UnitId};
use kernel::{Refusal, text};

use super::{Typed, Wrong, line, lines, optional};
use crate::contests::draft::ContestFacts;
use crate::contests::kind;
use crate::contests::store::ContestRow;

/// What the fields that name something were found to mean.
#[derive(Debug)]
pub struct Named {
    /// The contest above.
    pub parent: Result<Option<ContestId>, Refusal>,
    /// Who organises.
    pub organiser: Result<Option<UnitId>, Refusal>,
    /// Standing agency.
    pub standing: Result<Option<UnitId>, Refusal>,
    /// Who receives dossiers.
    pub receiving: Result<Option<UnitId>, Refusal>,
}

/// Reads what a contest is; nothing where a field is wrong, which `wrong` then knows.
pub fn facts(typed: &Typed, named: Named, wrong: &mut Wrong) -> Option<ContestFacts> {
    let name = wrong.or_none(name(typed.text("name")));
    let missing = |field, key: &'static str| move || Refusal::field(field, key);
    let series =
        kind::read(typed.text("series")).ok_or_else(missing("series", "contest-series-missing"));
    let level =
        kind::read(typed.text("level")).ok_or_else(missing("level", "contest-level-missing"));
    let (series, level) = (wrong.or_none(series), wrong.or_none(level));
    let locality = wrong.or_empty(line(typed.text("locality"), "locality", 200));
    let edition = wrong.or_empty(edition(typed.text("edition")));
    let years = wrong.or_empty(years(typed.text("first_year"), typed.text("last_year")));
    let higher = wrong.or_empty(line(typed.text("higher"), "higher", 300));
    let summary = wrong.or_empty(lines(typed.text("summary"), "summary", 1_000));
    let parent = wrong.or_empty(named.parent);
    let organiser = wrong.or_empty(named.organiser);
    let standing = wrong.or_empty(named.standing);
    let receiving = wrong.or_empty(named.receiving);
    Some(ContestFacts {
        name: name?,
        series: series?,
        level: level?,
        locality: locality.unwrap_or_default(),
        edition,
        years,
        parent,
        higher,
        organiser,
        standing,
        receiving,
        summary,
    })
}

fn name(typed: &str) -> Result<String, Refusal> {
    line(typed, "name", 300)?.ok_or_else(|| Refusal::field("name", "contest-name-empty"))
}

fn edition(typed: &str) -> Result<Option<u16>, Refusal> {
    let wrong = "contest-edition-unreadable";
    match optional::<u16>(typed, "edition", wrong)? {
        Some(0 | 1000..) => Err(Refusal::field("edition", wrong)),
        edition => Ok(edition),
    }
}

/// The years of an edition; one year may be typed in either field.
fn years(first: &str, last: &str) -> Result<Option<[i16; 2]>, Refusal> {
    let wrong = "contest-year-unreadable";
    let first = year(optional(first, "first_year", wrong)?, "first_year")?;
    let last = year(optional(last, "last_year", wrong)?, "last_year")?;
    match (first, last) {
        (None, None) => Ok(None),
        (Some(year), None) | (None, Some(year)) => Ok(Some([year, year])),
        (Some(first), Some(last)) if first <= last && last - first <= 5 => Ok(Some([first, last])),
        _ => Err(Refusal::field("last_year", "contest-years-reversed")),
    }
}

fn year(typed: Option<i16>, field: &'static str) -> Result<Option<i16>, Refusal> {
    match typed {
        None | Some(1970..=2200) => Ok(typed),
        Some(_) => Err(Refusal::field(field, "contest-year-unreadable")),
    }
}

/// Puts what a contest is into the fields of a form. `unit` names a unit.
pub fn put_facts(typed: &mut Typed, contest: &ContestRow, unit: impl Fn(&str) -> String) {
    let ContestRow { name, series, level, locality, higher, summary, .. } = contest;
    for (field, value) in
        [("name", name), ("series", series), ("level", level), ("locality", locality)]
    {
        typed.put(field, value);
    }
    typed.put_some("higher", higher.as_ref());
    typed.put_some("summary", summary.as_ref());
    typed.put_some("edition", contest.edition);
    typed.put_some("first_year", contest.first_year);
    typed.put_some("last_year", contest.last_year);
    let units = [
        ("organiser", &contest.organiser_id),
        ("standing", &contest.standing_id),
        ("receiving", &contest.receiving_id),
    ];
    for (field, id) in units {
        typed.put_some(field, id.as_deref().map(&unit));
    }
}

/// The name of the next edition: its number one higher, its years later. What is written otherwise than
/// in digits stays as it is.
pub fn next_name(
    name: &str,
    edition: Option<i64>,
    (years, later): (Option<[i64; 2]>, i64),
) -> String {
    let words: Vec<String> = split_digits(name);
    let number = edition.map(|edition| edition.to_string());
    let last = number.and_then(|number| words.iter().rposition(|word| *word == number));
    let renewed = words.iter().enumerate().map(|(at, word)| match word.parse::<i64>() {
        Ok(number) if Some(at) == last => (number + 1).to_string(),
        Ok(year) if years.is_some_and(|[first, last]| (first..=last).contains(&year)) => {
            (year + later).to_string()
        }
        _ => word.clone(),
    });
    text::clean(&renewed.collect::<String>())
}

/// The text cut where digits begin and end.
fn split_digits(text: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    for letter in text.chars() {
        let same = |part: &String| {
            part.ends_with(|last: char| last.is_ascii_digit() == letter.is_ascii_digit())
        };
        match parts.last_mut() {
            Some(part) if same(part) => part.push(letter),
            _ => parts.push(letter.to_string()),
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_edition_has_the_next_name() {
        let check = |name: &str, edition, years: Option<[i64; 2]>, later, expect: &str| {
            assert_eq!(next_name(name, edition, (years, later)), expect);
        };
        let name = "Hội thi Sáng tạo kỹ thuật tỉnh Sông Lam lần thứ 9 (2024–2025)";
        let next = "Hội thi Sáng tạo kỹ thuật tỉnh Sông Lam lần thứ 10 (2026–2027)";
        check(name, Some(9), Some([2024, 2025]), 2, next);
        check(
            "Hội thi quận 9 lần thứ 9 năm 2025",
            Some(9),
            Some([2025, 2025]),
            1,
            "Hội thi quận 9 lần thứ 10 năm 2026",
        );
        check("Hội thi lần thứ IX", Some(9), None, 1, "Hội thi lần thứ IX");
    }

    #[test]
    fn years_are_one_or_two_in_order() {
        assert_eq!(years("2026", ""), Ok(Some([2026, 2026])));
        assert_eq!(years("", "2026"), Ok(Some([2026, 2026])));
        assert_eq!(years("2026", "2027"), Ok(Some([2026, 2027])));
        assert_eq!(years("2027", "2026").unwrap_err().fields[0].0, "last_year");
        assert_eq!(years("26", "").unwrap_err().fields[0].0, "first_year");
    }
}
