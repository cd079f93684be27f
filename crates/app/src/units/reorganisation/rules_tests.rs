//! The table of reorganisations: each row a draft, and what follows or why not.

use super::super::Decision;
use super::super::draft::{DecisionNumber, Issuer, NewUnit};
use super::*;

fn unit(letter: char) -> UnitId {
    let digit = u32::from(letter) - u32::from('a') + 10;
    format!("01900000-0000-7000-8000-0000000000{digit}").parse().unwrap()
}

fn day(text: &str) -> Day {
    text.parse().unwrap()
}

/// `a b>c` from `2025-07-01`: predecessors, successors; `+Tên` is a new unit, `a!` stays.
fn draft(kind: ReorganisationKind, sides: &str, links: &str) -> ReorganisationDraft {
    let (old, new) = sides.split_once('>').unwrap();
    let letter = |word: &str| unit(word.chars().next().unwrap());
    let predecessors = old
        .split_whitespace()
        .map(|word| Predecessor { unit: letter(word), stays: word.ends_with('!') });
    let successor = |word: &str| match word.strip_prefix('+') {
        None => Successor::Existing(letter(word)),
        Some(name) => Successor::New(NewUnit {
            name: UnitName::read(name).unwrap(),
            kind: None,
            parent: None,
        }),
    };
    let link = |word: &str| Link {
        predecessor: letter(word),
        successor: word[1..2].parse().unwrap(),
        extent: if word.ends_with('w') { Extent::Whole } else { Extent::Part },
    };
    ReorganisationDraft {
        kind,
        decision: Decision {
            number: DecisionNumber::read("12/NQ-HĐND").unwrap(),
            day: day("2025-06-12"),
            issuer: Issuer::read("HĐND tỉnh").unwrap(),
            effective_on: day("2025-07-01"),
            note: None,
        },
        predecessors: predecessors.collect(),
        successors: new.split_whitespace().map(successor).collect(),
        links: links.split_whitespace().map(link).collect(),
        new_name: None,
    }
}

/// a–d live; e ended on the day itself; f is founded on it; g is renamed on it; h ends later.
fn known() -> Known {
    let standing = |founded: Option<&str>, abolished: Option<&str>, named: Option<&str>| Standing {
        name: "Tên".to_owned(),
        founded_on: founded.map(day),
        abolished_on: abolished.map(day),
        named_from: named.map(day),
    };
    let mut units: BTreeMap<UnitId, Standing> =
        ['a', 'b', 'c', 'd'].map(|letter| (unit(letter), standing(None, None, None))).into();
    units.insert(unit('e'), standing(None, Some("2025-07-01"), None));
    units.insert(unit('f'), standing(Some("2025-07-01"), None, None));
    units.insert(unit('g'), standing(None, None, Some("2025-07-01")));
    units.insert(unit('h'), standing(None, Some("2025-09-01"), None));
    Known { units, later: Vec::new() }
}

/// `a>0 whole` for each row of succession, then the units that end.
fn told(outcome: Result<Effects<'_>, Refusal>) -> String {
    let name = |id: UnitId| "abcdefgh".chars().find(|letter| unit(*letter) == id).unwrap();
    match outcome {
        Err(refusal) => {
            let (field, message) = &refusal.fields[0];
            format!("{field}: {}", message.key)
        }
        Ok(effects) => {
            let row = |row: &Succession| match row.successor {
                None => format!("{}>- ", name(row.predecessor)),
                Some((Place::Itself, extent)) => {
                    format!("{}>itself {} ", name(row.predecessor), extent.code())
                }
                Some((Place::Listed(at), extent)) => {
                    format!("{}>{at} {} ", name(row.predecessor), extent.code())
                }
            };
            let rows: String = effects.links.iter().map(row).collect();
            let ended: String = effects.ended.iter().map(|id| name(*id)).collect();
            format!("{rows}| {ended}")
        }
    }
}

#[test]
fn the_table_of_reorganisations() {
    use ReorganisationKind::{Abolish, Merge, Rearrange, Split};
    let check = |kind, sides: &str, links: &str, expect: &str| {
        let draft = draft(kind, sides, links);
        assert_eq!(told(decide(&draft, &known())), expect, "{kind:?} {sides} {links}");
    };
    check(Merge, "a b>+Mới", "", "a>0 whole b>0 whole | ab");
    check(Merge, "a b>c", "", "a>0 whole b>0 whole | ab");
    check(Merge, "a>c", "", "a>0 whole | a");
    check(Merge, "a>h", "", "a>0 whole | a");
    check(Merge, ">c", "", "from: reorganisation-from-empty");
    check(Merge, "a>+Mới", "", "from: reorganisation-merge-several");
    check(Merge, "a b>", "", "to: reorganisation-merge-one");
    check(Merge, "a b>c d", "", "to: reorganisation-merge-one");
    check(Merge, "a b>a", "", "to: reorganisation-both-sides");
    check(Merge, "a a>c", "", "from: reorganisation-twice");
    check(Merge, "a b!>c", "", "kind: reorganisation-merge-stays");
    check(Merge, "a e>c", "", "from: reorganisation-gone");
    check(Merge, "a h>c", "", "from: reorganisation-gone");
    check(Merge, "a f>c", "", "effective_on: reorganisation-before-founded");
    check(Merge, "a g>c", "", "effective_on: reorganisation-before-name");
    check(Merge, "a b>e", "", "to: reorganisation-gone");
    check(Merge, "a b>f", "", "a>0 whole b>0 whole | ab");
    check(Merge, "a z>c", "", "from: unit-unknown");
    check(Merge, "a b>z", "", "to: unit-unknown");
    check(Split, "a>+Một +Hai", "", "a>0 part a>1 part | a");
    check(Split, "a>b +Hai", "", "a>0 part a>1 part | a");
    check(Split, "a!>+Một", "", "a>0 part | ");
    check(Split, "a>+Một", "", "to: reorganisation-split-several");
    check(Split, "a b>+Một +Hai", "", "from: reorganisation-split-one");
    check(Split, "a>+Một +Một", "", "names: reorganisation-name-twice");
    check(Abolish, "a>", "", "a>- | a");
    check(Abolish, "a b>c", "", "a>0 whole b>0 whole | ab");
    check(Abolish, "a>b c", "", "a>0 part a>1 part | a");
    check(Abolish, "a!>", "", "kind: reorganisation-abolish-stays");
    check(Rearrange, "a b>c +Mới", "a0w b0p b1p", "a>0 whole b>0 part b>1 part | ab");
    check(Rearrange, "a b!>c", "a0w b0p", "a>0 whole b>0 part | a");
    check(Rearrange, "a b>c", "a0w", "link: reorganisation-link-missing");
    check(Rearrange, "a>c d", "a0w", "link: reorganisation-successor-unreached");
    check(Rearrange, "a>c d", "a0w a1p", "link: reorganisation-whole-once");
    check(Rearrange, "a>c d", "a0w a1w", "link: reorganisation-whole-once");
    check(Rearrange, "a!>c", "a0w", "link: reorganisation-whole-stays");
    check(Rearrange, "a>c", "a0p a0p", "link: reorganisation-link-twice");
    check(Rearrange, "a>", "", "to: reorganisation-to-empty");
}

#[test]
fn a_renaming_keeps_the_unit() {
    let mut draft = draft(ReorganisationKind::Rename, "a>", "");
    assert_eq!(told(decide(&draft, &known())), "names: reorganisation-one-name");
    draft.new_name = Some(UnitName::read("Tên mới").unwrap());
    assert_eq!(told(decide(&draft, &known())), "a>itself whole | ");
    draft.predecessors.push(Predecessor { unit: unit('b'), stays: false });
    assert_eq!(told(decide(&draft, &known())), "from: reorganisation-rename-one");
}

#[test]
fn a_circle_is_refused_and_history_is_none() {
    let check = |on: &str, expect: &str| {
        let step = |from: char, to: char| Step {
            from: unit(from).to_string(),
            to: unit(to).to_string(),
            on: day(on),
            extent: Extent::Part,
        };
        let known = Known { later: vec![step('c', 'd'), step('d', 'a')], ..known() };
        let draft = draft(ReorganisationKind::Merge, "a b>c", "");
        assert_eq!(told(decide(&draft, &known)), expect, "{on}");
    };
    check("2025-07-01", "to: reorganisation-circle");
    check("2026-01-01", "to: reorganisation-circle");
    check("2020-01-01", "a>0 whole b>0 whole | ab");
}
