//! Rules, as typed.

use documents::Eligibility;
use entry::EntryRules;
use kernel::{Day, Refusal};

use super::{PRIZES, Typed, Wrong, line, list, optional};
use crate::contests::difference::grouped;
use crate::contests::rules::{RulePrize, RuleSet};

/// Most đồng of one prize: more is a slip of the finger.
const MOST_MONEY: u64 = 100_000_000_000;

/// Reads the rules; what is wrong, `wrong` then knows.
pub fn rules(typed: &Typed, wrong: &mut Wrong) -> RuleSet {
    let mut lines = |field: &'static str| wrong.or_empty(list(typed.text(field), field));
    RuleSet {
        fields: lines("fields"),
        budget_sources: lines("budget"),
        publicity_channels: lines("channels"),
        urls: lines("urls"),
        attachments: lines("attachments"),
        eligibility: eligibility(typed, wrong),
        prizes: prizes(typed, wrong),
        // It has a form of its own.
        entry: EntryRules::default(),
    }
}

fn eligibility(typed: &Typed, wrong: &mut Wrong) -> Eligibility {
    let mut day = |field: &'static str| {
        let day: Option<Day> = wrong.or_empty(optional(typed.text(field), field, "day-unreadable"));
        day.map(|day| day.to_string())
    };
    let (born_from, born_to) = (day("born_from"), day("born_to"));
    let mut age = |field: &'static str| {
        let age: Option<u8> =
            wrong.or_empty(optional(typed.text(field), field, "rules-age-unreadable"));
        age
    };
    let (min_age, max_age) = (age("min_age"), age("max_age"));
    if let (Some(min), Some(max)) = (min_age, max_age)
        && min > max
    {
        wrong.or_none::<()>(Err(Refusal::field("max_age", "rules-ages-reversed")));
    }
    Eligibility {
        applied_since_year: wrong.or_empty(since(typed.text("since"))),
        applied_in: wrong.or_empty(line(typed.text("where"), "where", 200)),
        min_age,
        max_age,
        born_from,
        born_to,
    }
}

fn since(typed: &str) -> Result<Option<i16>, Refusal> {
    let wrong = "contest-year-unreadable";
    match optional(typed, "since", wrong)? {
        None => Ok(None),
        Some(year @ 1970..=2200) => Ok(Some(year)),
        Some(_) => Err(Refusal::field("since", wrong)),
    }
}

fn prizes(typed: &Typed, wrong: &mut Wrong) -> Vec<RulePrize> {
    let filled = PRIZES.iter().filter(|row| typed.is_filled(row));
    filled.filter_map(|row| wrong.or_none(prize(typed, row))).collect()
}

fn prize(typed: &Typed, row: &'static str) -> Result<RulePrize, Refusal> {
    let name = line(typed.row(row, "name"), row, 100)?;
    let name = name.ok_or_else(|| Refusal::field(row, "prize-nameless"))?;
    let count: Option<u32> = optional(typed.row(row, "count"), row, "prize-count-unreadable")?;
    if count.is_some_and(|count| !(1..=10_000).contains(&count)) {
        return Err(Refusal::field(row, "prize-count-unreadable"));
    }
    Ok(RulePrize { name, count, amount_vnd: money(typed.row(row, "amount"), row)? })
}

/// Đồng as people type them: `30.000.000 đ`, `30 000 000`.
///
/// # Errors
/// It is no sum, or more than any prize brings.
pub fn money(typed: &str, row: &'static str) -> Result<Option<u64>, Refusal> {
    let sign = |sign: &char| !(sign.is_whitespace() || ".,\u{111}\u{110}\u{20ab}".contains(*sign));
    let digits: String = typed.chars().filter(sign).collect();
    match optional(&digits, row, "prize-amount-unreadable")? {
        Some(amount) if amount > MOST_MONEY => Err(Refusal::field(row, "prize-amount-unreadable")),
        amount => Ok(amount),
    }
}

/// Puts rules into the fields of a form.
pub fn put_rules(typed: &mut Typed, rules: &RuleSet) {
    let lists = [
        ("fields", &rules.fields),
        ("budget", &rules.budget_sources),
        ("channels", &rules.publicity_channels),
        ("urls", &rules.urls),
        ("attachments", &rules.attachments),
    ];
    for (field, list) in lists {
        typed.put(field, list.join("\n"));
    }
    let Eligibility { applied_since_year, applied_in, min_age, max_age, born_from, born_to } =
        &rules.eligibility;
    let day = |iso: &Option<String>| {
        iso.as_deref().map(|iso| iso.parse().map_or(iso.to_owned(), Day::written))
    };
    typed.put_some("since", *applied_since_year);
    typed.put_some("where", applied_in.as_ref());
    typed.put_some("min_age", *min_age);
    typed.put_some("max_age", *max_age);
    typed.put_some("born_from", day(born_from));
    typed.put_some("born_to", day(born_to));
    for (row, prize) in PRIZES.iter().zip(&rules.prizes) {
        typed.put(&format!("{row}-name"), &prize.name);
        typed.put_some(&format!("{row}-count"), prize.count);
        typed.put_some(&format!("{row}-amount"), prize.amount_vnd.map(grouped));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rules_read_back() {
        let prize =
            |name: &str, count, amount_vnd| RulePrize { name: name.into(), count, amount_vnd };
        let whole = RuleSet {
            fields: vec!["Cơ khí".into(), "Y dược".into()],
            eligibility: Eligibility {
                applied_since_year: Some(2021),
                applied_in: Some("tỉnh Sông Lam".into()),
                min_age: Some(6),
                max_age: Some(19),
                born_from: Some("2008-01-02".into()),
                born_to: None,
            },
            prizes: vec![
                prize("Giải Nhất", Some(1), Some(30_000_000)),
                prize("Giải phụ", None, None),
            ],
            budget_sources: vec!["Ngân sách tỉnh".into()],
            ..RuleSet::default()
        };
        let (mut typed, mut wrong) = (Typed::default(), Wrong::default());
        put_rules(&mut typed, &whole);
        assert_eq!(rules(&typed, &mut wrong), whole);
        assert!(wrong.finish().is_ok());
    }

    #[test]
    fn money_is_typed_in_many_ways() {
        let check = |text: &str, expect| assert_eq!(money(text, "prize-0").ok(), expect, "{text}");
        check("30.000.000 đ", Some(Some(30_000_000)));
        check("5 000 000₫", Some(Some(5_000_000)));
        check("", Some(None));
        check("ba triệu", None);
        check("999999999999999", None);
    }
}
