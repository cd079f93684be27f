//! Every fact says where it stands, and there it stands.

use std::collections::BTreeMap;

use serde_json::Value;

use crate::papers::{self, Paper};
use crate::score::likeness;

/// So many letters of a restored fact at least are what the scan left of them.
const LEFT_BY_A_SCAN: f64 = 0.7;

/// A fact: where it is in the facts, its words, the clause that it was read from, its days of the
/// month, and where it is said to stand.
struct Stated<'a> {
    pointer: String,
    words: Vec<&'a str>,
    clause: Option<&'a str>,
    days: Vec<u32>,
    from: usize,
    to: usize,
}

/// Fields whose words are the paper's, by the list that they are in. The others are read out of such
/// words: kinds, levels, dates, numbers of editions. What a task is to result in,
/// and what a report is to say, stands elsewhere.
const WORDS: [(&str, &[&str]); 5] = [
    ("/document/signatory", &["name"]),
    ("/legal_basis/", &["number"]),
    ("/tasks/", &["text"]),
    ("/contacts/", &["person", "emails"]),
    ("/prizes/", &["name"]),
];

/// Ranges of the plain values, by pointer.
fn ranges(facts: &Value) -> BTreeMap<String, (usize, usize)> {
    let all = facts["evidence"].as_object().expect("there is a table of evidence");
    all.iter().map(|(pointer, it)| (pointer.clone(), range(it))).collect()
}

fn range(evidence: &Value) -> (usize, usize) {
    let place = |name: &str| evidence[name].as_u64().expect("a place is a number") as usize;
    (place("start"), place("end"))
}

/// Objects with evidence of their own, by pointer.
fn objects<'a>(value: &'a Value, here: &str, found: &mut Vec<(String, &'a Value)>) {
    if value["evidence"]["start"].is_u64() {
        found.push((here.to_owned(), value));
    }
    children(value).for_each(|(name, inner)| objects(inner, &format!("{here}/{name}"), found));
}

fn children(value: &Value) -> Box<dyn Iterator<Item = (String, &Value)> + '_> {
    match value {
        Value::Array(values) => {
            Box::new(values.iter().enumerate().map(|(at, inner)| (at.to_string(), inner)))
        }
        Value::Object(fields) => {
            let facts = fields.iter().filter(|(name, _)| *name != "evidence");
            Box::new(facts.map(|(name, inner)| (name.clone(), inner)))
        }
        _ => Box::new(std::iter::empty()),
    }
}

/// Every place that the facts name, whatever stands there.
pub fn places(facts: &Value) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    objects(facts, "", &mut found);
    let own = found.iter().map(|(_, it)| range(&it["evidence"]));
    own.chain(ranges(facts).into_values()).collect()
}

/// Every fact with a place.
fn stated(facts: &Value) -> Vec<Stated<'_>> {
    let mut found = Vec::new();
    for (pointer, (from, to)) in ranges(facts) {
        let value = facts.pointer(&pointer).expect("evidence is of a fact");
        let words = if pointer == "/document/type" { Vec::new() } else { texts(value) };
        found.push(Stated { pointer, words, clause: None, days: Vec::new(), from, to });
    }
    let mut own = Vec::new();
    objects(facts, "", &mut own);
    for (pointer, object) in own {
        let fields = WORDS.iter().find(|(prefix, _)| pointer.starts_with(prefix));
        let fields = fields.map_or(&[][..], |(_, fields)| fields);
        let words = fields.iter().flat_map(|name| texts(&object[name]));
        // In a table the word stands above the column.
        let words = words.map(|words| words.strip_prefix("Giải ").unwrap_or(words)).collect();
        let (from, to) = range(&object["evidence"]);
        // A task may have its dates from the heading above it.
        let days = if pointer.starts_with("/tasks/") { Vec::new() } else { days(object) };
        found.push(Stated { pointer, words, clause: object["text"].as_str(), days, from, to });
    }
    found
}

/// Days of the month in its dates.
fn days(object: &Value) -> Vec<u32> {
    let dates = ["date", "start", "end"].iter().filter_map(|name| object[name].as_str());
    dates.filter_map(|date| date.splitn(3, '-').nth(2)?.parse().ok()).collect()
}

fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// Values that say nothing of where they were read.
fn unproven(facts: &Value) -> Vec<String> {
    let proven = ranges(facts);
    let mut found = Vec::new();
    leaves(facts, "", &mut found);
    let schema = |it: &String| it == "/schema" || it.starts_with("/warnings/");
    let covered =
        |it: &String| proven.keys().any(|by| it == by || it.starts_with(&format!("{by}/")));
    found.retain(|it| !schema(it) && !covered(it));
    found
}

/// Values that are not part of an object with evidence of its own.
fn leaves(value: &Value, here: &str, found: &mut Vec<String>) {
    match value {
        Value::Null => {}
        Value::Array(_) | Value::Object(_) if value["evidence"]["start"].is_u64() => {}
        Value::Array(_) | Value::Object(_) => {
            children(value)
                .for_each(|(name, inner)| leaves(inner, &format!("{here}/{name}"), found));
        }
        _ => found.push(here.to_owned()),
    }
}

/// Whether the words stand there: each of them, or, where a scan spoilt them, most of their letters.
fn stands(words: &str, there: &str, spoilt: bool) -> bool {
    let whole = |form: fn(&str) -> String| {
        let (words, there) = (form(words), form(there));
        let found: Vec<&str> = there.split(' ').collect();
        let close = |text: &str| text.replace(' ', "");
        words.split(' ').all(|word| found.contains(&word)) || close(&there).contains(&close(&words))
    };
    whole(likeness::fold)
        || whole(likeness::canon)
        || spoilt && left(words, there) >= LEFT_BY_A_SCAN
}

/// Whether a day of the month stands there; in words it is not looked for.
fn dated(day: u32, there: &str) -> bool {
    let mut numbers =
        there.split(|letter: char| !letter.is_ascii_digit()).filter(|it| !it.is_empty());
    let none = numbers.clone().next().is_none();
    none || numbers.any(|number| number.parse() == Ok(day))
}

/// Share of the letters of these words that stand there in this order.
fn left(words: &str, there: &str) -> f64 {
    let (words, there) = (likeness::fold(words), likeness::fold(there));
    let both = (words.len() + there.len()) as f64;
    likeness::ratio(&words, &there) * both / 2.0 / words.len().max(1) as f64
}

fn offences(paper: &Paper) -> Vec<String> {
    let facts = serde_json::to_value(documents::read(&paper.text)).expect("facts are JSON");
    let letters: Vec<char> = paper.text.chars().collect();
    let doubts = facts["warnings"].as_array().expect("doubts are a list");
    let spoilt = doubts.iter().any(|it| it["code"] == "poor_ocr");
    let mut offences = Vec::new();
    for Stated { pointer, words, clause, days, from, to } in stated(&facts) {
        let name = format!("{}{pointer} at {from}..{to}", paper.name);
        if from >= to || to > letters.len() {
            offences.push(format!("{name} of {} letters", letters.len()));
            continue;
        }
        let there: String = letters[from..to].iter().collect();
        let missing = words.iter().filter(|words| !stands(words, &there, spoilt));
        offences.extend(missing.map(|words| format!("{name}: {words:?} in {there:?}")));
        let apart =
            |clause: &&str| !stands(clause, &there, spoilt) && !stands(&there, clause, spoilt);
        offences
            .extend(clause.filter(apart).map(|it| format!("{name}: {it:?} not around {there:?}")));
        let missing = days.iter().filter(|day| !spoilt && !dated(**day, &there));
        offences.extend(missing.map(|day| format!("{name}: the {day}. in {there:?}")));
    }
    offences.extend(unproven(&facts).iter().map(|it| format!("{}{it} has no place", paper.name)));
    offences
}

/// # Panics
/// A fact does not stand where it says.
fn proven(papers: &[Paper]) {
    let offences: Vec<String> = papers.iter().flat_map(offences).collect();
    assert!(
        offences.is_empty(),
        "{} facts do not stand there:\n{}",
        offences.len(),
        offences.join("\n")
    );
}

#[test]
fn facts_of_real_papers_stand_where_they_say() {
    let Some(shared) = papers::acceptance() else { return };
    proven(&papers::papers(&shared.join("seeds"), &shared.join("gold")));
}

#[test]
fn facts_of_samples_stand_where_they_say() {
    proven(&papers::samples("samples"));
    proven(&papers::samples("samples/held"));
}

#[test]
fn words_are_looked_for_as_people_would() {
    let check = |words, there, spoilt, expected| assert_eq!(stands(words, there, spoilt), expected);
    check("UBND xã Suối", "ỦY BAN NHÂN DÂN\nXÃ SUỐI", false, true);
    check("lienhe@example.vn", "thư: lienhe@ example.vn", false, true);
    check("Sở Nội vụ", "Sở Tài chính", false, false);
    check("Sáng tạo kỹ thuật", "Séng tao k¥ thuét", true, true);
    check("Sáng tạo kỹ thuật", "Séng tao k¥ thuét", false, false);
}
