//! How points, steps, places, weights and levels are typed, and how they are put into a form.

use std::collections::BTreeMap;
use std::num::NonZeroU32;
use std::str::FromStr;

use judging::points::{Direction, Points, Rounding, Weight};
use judging::prize::Places;
use judging::scale::Level;
use kernel::{Message, Refusal};

use super::LINES;
use crate::contests::typed::lines;

/// Most letters of what was typed that a sentence repeats.
const REPEATED: usize = 40;

/// A refusal that repeats what nobody can read.
fn unreadable(key: &'static str, typed: &str, row: &'static str) -> Refusal {
    let shown: String = kernel::text::clean(typed).chars().take(REPEATED).collect();
    Refusal::field(row, Message::new(key).with("typed", shown))
}

/// Something that may stay empty.
fn maybe<T: FromStr>(
    typed: &str,
    row: &'static str,
    key: &'static str,
) -> Result<Option<T>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| unreadable(key, text, row)),
    }
}

/// Points; nothing where nothing was typed.
pub fn points(typed: &str, row: &'static str) -> Result<Option<Points>, Refusal> {
    maybe(typed, row, "rubric-points-unreadable")
}

/// A whole number; nothing where nothing was typed.
pub fn number<T: FromStr>(typed: &str, row: &'static str) -> Result<Option<T>, Refusal> {
    maybe(typed, row, "rubric-number-unreadable")
}

/// A weight (hệ số); one where nothing was typed.
pub fn weight(typed: &str, row: &'static str) -> Result<Weight, Refusal> {
    let read: Option<Points> = maybe(typed, row, "rubric-weight-unreadable")?;
    let Some(read) = read else { return Ok(Weight::ONE) };
    let hundredths = u16::try_from(read.hundredths());
    hundredths.map(Weight).map_err(|_| unreadable("rubric-weight-unreadable", typed, row))
}

/// A weight as it is typed.
pub fn of_weight(weight: Weight) -> String {
    hundredths(u32::from(weight.0))
}

/// A step in points, or so many hundredths where nothing was typed.
pub fn step(typed: &str, row: &'static str, usual: NonZeroU32) -> Result<NonZeroU32, Refusal> {
    let read: Option<Points> = maybe(typed, row, "rubric-step-unreadable")?;
    let Some(read) = read else { return Ok(usual) };
    let step = NonZeroU32::new(read.hundredths());
    step.ok_or_else(|| unreadable("rubric-step-unreadable", typed, row))
}

/// Hundredths as people write them: `0,5`.
pub fn hundredths(number: u32) -> String {
    Points::from_hundredths(number.into()).map_or_else(|_| number.to_string(), |it| it.to_string())
}

/// How something is rounded: the word of the direction, empty for not at all, and the step.
pub fn rounding(
    (direction, typed): (&str, &str),
    row: &'static str,
) -> Result<Option<Rounding>, Refusal> {
    let direction = DIRECTIONS.into_iter().find(|(code, _)| *code == direction);
    let Some((_, direction)) = direction else { return Ok(None) };
    Ok(Some(Rounding { step: step(typed, row, NonZeroU32::MIN)?, direction }))
}

/// The words for directions in a form.
const DIRECTIONS: [(&str, Direction); 3] =
    [("half-up", Direction::HalfUp), ("half-even", Direction::HalfEven), ("down", Direction::Down)];

/// The word and the step of a rounding in a form.
pub fn of_rounding(rounding: Option<Rounding>) -> (&'static str, String) {
    let Some(Rounding { step, direction }) = rounding else { return ("", String::new()) };
    let code = DIRECTIONS.into_iter().find(|(_, known)| *known == direction);
    (code.map_or("", |(code, _)| code), hundredths(step.get()))
}

/// Places (số suất): nothing for as many as deserve it, one number for all, or a line `field: number` for each field.
pub fn places(typed: &str, row: &'static str) -> Result<Places, Refusal> {
    let wrong = |line: &str| unreadable("rubric-places-unreadable", line, row);
    match typed.trim() {
        "" => Ok(Places::Unlimited),
        one if !one.contains([':', '\n']) => one.parse().map(Places::Total).map_err(|_| wrong(one)),
        several => {
            let mut by_field = BTreeMap::new();
            for (field, count) in pairs(several, row)? {
                by_field.insert(field, count.parse().map_err(|_| wrong(&count))?);
            }
            Ok(Places::ByField(by_field))
        }
    }
}

/// Places as they are typed. Where no field has any, that is none.
pub fn of_places(places: &Places) -> String {
    match places {
        Places::Unlimited => String::new(),
        Places::Total(count) => count.to_string(),
        Places::ByField(by_field) if by_field.is_empty() => "0".to_owned(),
        Places::ByField(by_field) => of_pairs(by_field.iter()),
    }
}

/// Lines `name: value`, of which each name stands once.
pub fn pairs(typed: &str, row: &'static str) -> Result<Vec<(String, String)>, Refusal> {
    let text = lines(typed, row, LINES)?.unwrap_or_default();
    let mut pairs: Vec<(String, String)> = Vec::new();
    for line in text.lines().filter(|line| !line.is_empty()) {
        let pair = line.rsplit_once(':').map(|(name, value)| (name.trim(), value.trim()));
        let pair = pair.filter(|(name, value)| !name.is_empty() && !value.is_empty());
        let fresh = pair.filter(|(name, _)| pairs.iter().all(|(known, _)| known != name));
        let (name, value) = fresh.ok_or_else(|| unreadable("rubric-pair-unreadable", line, row))?;
        pairs.push((name.to_owned(), value.to_owned()));
    }
    Ok(pairs)
}

/// Lines `name: value`.
pub fn of_pairs<N: ToString, V: ToString>(pairs: impl Iterator<Item = (N, V)>) -> String {
    let line = |(name, value): (N, V)| format!("{}: {}", name.to_string(), value.to_string());
    pairs.map(line).collect::<Vec<_>>().join("\n")
}

/// Levels (mức): a line `27 words` for each.
pub fn levels(typed: &str, row: &'static str) -> Result<Vec<Level>, Refusal> {
    let text = lines(typed, row, LINES)?.unwrap_or_default();
    let level = |line: &str| {
        let (from, words) = line.split_once(' ')?;
        Some(Level { from: from.trim_end_matches(':').parse().ok()?, words: words.to_owned() })
    };
    let lines = text.lines().filter(|line| !line.is_empty());
    let read = |line| level(line).ok_or_else(|| unreadable("rubric-level-unreadable", line, row));
    lines.map(read).collect()
}

/// Levels as they are typed.
pub fn of_levels(levels: &[Level]) -> String {
    let line = |level: &Level| format!("{} {}", level.from, level.words);
    levels.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// What was typed means, unless its text is that of what there was before: then it is that.
pub fn unless_left<T: Clone>(
    typed: &str,
    before: Option<&T>,
    written: impl Fn(&T) -> String,
    read: impl FnOnce(&str) -> Result<T, Refusal>,
) -> Result<T, Refusal> {
    // Browsers send lines with carriage returns.
    let typed = typed.replace("\r\n", "\n");
    match before.filter(|before| written(before) == typed) {
        Some(before) => Ok(before.clone()),
        None => read(&typed),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_typed_in_three_ways() {
        let check = |typed: &str, expect: Places| {
            assert_eq!(places(typed, "prize-0").unwrap(), expect);
            assert_eq!(of_places(&expect).lines().collect::<String>(), typed.replace("\r\n", ""));
        };
        check("", Places::Unlimited);
        check("3", Places::Total(3));
        check(
            "Cơ khí: 2\r\nY dược: 1",
            Places::ByField([("Cơ khí".into(), 2), ("Y dược".into(), 1)].into()),
        );
        assert_eq!(places(" \r\n", "prize-0").unwrap(), Places::Unlimited);
        for wrong in ["ba", "-1", "Cơ khí 2\nY dược: 1", "Cơ khí:", ": 2", "a: 1\na: 2", "a: x"]
        {
            assert!(places(wrong, "prize-0").is_err(), "{wrong}");
        }
    }

    #[test]
    fn levels_are_lines() {
        let read = levels("27 Hoàn toàn mới\n\n 0,5: Ít", "criterion-0").unwrap();
        assert_eq!(of_levels(&read), "27 Hoàn toàn mới\n0,5 Ít");
        for wrong in ["27", "mới 27", "27,555 mới"] {
            assert!(levels(wrong, "criterion-0").is_err(), "{wrong}");
        }
    }

    #[test]
    fn what_is_unreadable_is_repeated() {
        let refusal = points(" hai\tmươi ", "prize-1").unwrap_err();
        let (field, said) = &refusal.fields[0];
        assert_eq!((*field, &said.args), ("prize-1", &vec![("typed", "hai mươi".to_owned())]));
    }

    #[test]
    fn weights_and_steps_are_hundredths() {
        let check = |typed: &str, expect: Option<u16>| {
            assert_eq!(weight(typed, "round-0").ok().map(|it| it.0), expect, "{typed}");
        };
        check("", Some(100));
        check("1,5", Some(150));
        check("655,36", None);
        check("x", None);
        assert_eq!(of_weight(Weight(150)), "1,5");
        let half = NonZeroU32::new(50).unwrap();
        assert_eq!(step("", "criterion-0", half).unwrap(), half);
        assert_eq!(step("0,25", "criterion-0", half).unwrap().get(), 25);
        assert!(step("0", "criterion-0", half).is_err());
    }

    #[test]
    fn what_was_left_stays_as_it_was() {
        let none = Places::ByField(BTreeMap::new());
        let read = |typed: &str, before: Option<&Places>| {
            unless_left(typed, before, of_places, |text| places(text, "prize-0")).unwrap()
        };
        assert_eq!(read("0", Some(&none)), none);
        assert_eq!(read("0", None), Places::Total(0));
        assert_eq!(read("", Some(&none)), Places::Unlimited);
    }
}
