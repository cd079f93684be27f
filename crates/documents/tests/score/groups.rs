//! Which facts of a paper are compared, and how: one function for each group.
//!
//! Dates, numbers, editions, years, phones and addresses of mail are compared exactly, all else by
//! its wording.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use super::likeness::{BAR, alike, canon, contains, same_set};
use super::tally::Tally;
use super::wording::{plain, quoted};

/// A task text longer than this, in characters, is a whole page and proves nothing.
const LONGEST_TASK: usize = 1500;
/// So many expected tasks may stand in one that was read.
const TASKS_IN_ONE: usize = 3;
/// An address is written in many ways.
const ADDRESS_BAR: f64 = 0.75;

/// A group: its name, and how it is counted from the expected and the read facts.
type Group = (&'static str, fn(&Value, &Value, &mut Tally));

/// Every group, in the order of print.
pub const GROUPS: [Group; 9] = [
    ("header", header),
    ("addressees", addressees),
    ("contest", contest),
    ("legal_basis", legal_basis),
    ("milestones", milestones),
    ("tasks", tasks),
    ("contacts", contacts),
    ("rules", rules),
    ("warnings", warnings),
];

fn header(gold: &Value, read: &Value, tally: &mut Tally) {
    let (gold, read) = (&gold["document"], &read["document"]);
    exactly(&["type", "number", "date"], "", gold, read, tally);
    for name in ["symbol", "issuer", "place", "subject"] {
        let right =
            if some(&gold[name]) { same(&gold[name], &read[name]) } else { !some(&read[name]) };
        tally.field(name, right, &gold[name], &read[name]);
    }
    signatory(&gold["signatory"], &read["signatory"], tally);
}

fn signatory(gold: &Value, read: &Value, tally: &mut Tally) {
    if !some(gold) {
        let read = if some(read) { read } else { &json!({}) };
        return tally.field("signatory", !some(read), &Value::Null, read);
    }
    let mut count = |name: &str, right: bool| {
        tally.field(&format!("signatory.{name}"), right, &gold[name], &read[name]);
    };
    count("name", canon(&words(&gold["name"])) == canon(&words(&read["name"])));
    count("authority", gold["authority"] == read["authority"]);
    count("position", same(&gold["position"], &read["position"]));
}

fn addressees(gold: &Value, read: &Value, tally: &mut Tally) {
    for name in ["addressees", "recipients"] {
        let (gold, read) = (&gold["document"][name], &read["document"][name]);
        tally.list(list(gold), list(read), same, plain);
    }
}

fn contest(gold: &Value, read: &Value, tally: &mut Tally) {
    let names = ["level", "edition", "years"];
    let (expected, found) = (&gold["contest"], &read["contest"]);
    exactly(&names, "", expected, found, tally);
    locality("locality", expected, found, tally);
    if some(&expected["parent"]) {
        exactly(&names, "parent.", &expected["parent"], &found["parent"], tally);
        locality("parent.locality", &expected["parent"], &found["parent"], tally);
    }
    for name in ["implementing_unit", "standing_agency"] {
        if some(&gold[name]) {
            tally.field(name, held(&gold[name], &read[name]), &gold[name], &read[name]);
        }
    }
}

fn locality(name: &str, gold: &Value, read: &Value, tally: &mut Tally) {
    let (gold, read) = (&gold["locality"], &read["locality"]);
    tally.field(name, same(gold, read), gold, read);
}

fn exactly(names: &[&str], prefix: &str, gold: &Value, read: &Value, tally: &mut Tally) {
    for name in names {
        let (gold, read) = (&gold[name], &read[name]);
        tally.field(&format!("{prefix}{name}"), gold == read, gold, read);
    }
}

fn legal_basis(gold: &Value, read: &Value, tally: &mut Tally) {
    let number = |it: &Value| -> String {
        words(&it["number"]).split_whitespace().collect::<String>().to_uppercase()
    };
    tally.list(
        list(&gold["legal_basis"]),
        list(&read["legal_basis"]),
        |one, other| {
            one["type"] == other["type"]
                && number(one) == number(other)
                && one["date"] == other["date"]
        },
        |it| ["type", "number", "date"].map(|name| plain(&it[name])).join(" "),
    );
}

fn milestones(gold: &Value, read: &Value, tally: &mut Tally) {
    tally.list(
        list(&gold["milestones"]),
        list(&read["milestones"]),
        |one, other| one["kind"] == other["kind"] && window(one) == window(other),
        |it| {
            let [start, end, inclusive] = window(it).map(|part| quoted(&part));
            format!("{} ({start}, {end}, {inclusive})", plain(&it["kind"]))
        },
    );
}

/// From when until when, and whether the last day counts; it does unless the paper says otherwise.
fn window(it: &Value) -> [Value; 3] {
    let inclusive = match it.get("end_inclusive") {
        _ if !some(&it["end"]) => Value::Null,
        None => Value::Bool(true),
        Some(said) => said.clone(),
    };
    [it["start"].clone(), it["end"].clone(), inclusive]
}

fn tasks(gold: &Value, read: &Value, tally: &mut Tally) {
    let read = list(&read["tasks"]);
    let mut used = vec![0; read.len()];
    for expected in list(&gold["tasks"]) {
        let free = |place: &usize| used[*place] < TASKS_IN_ONE && task(expected, &read[*place]);
        match (0..read.len()).find(free) {
            Some(place) => {
                used[place] += 1;
                tally.hit();
            }
            None => {
                let key = plain(&expected["key"]);
                tally.miss(&format!("{} … {key}", quoted(&expected["assignees"])));
            }
        }
    }
    for (it, _) in read.iter().zip(used).filter(|(_, used)| *used == 0) {
        let text: String = words(&it["text"]).chars().take(80).collect();
        tally.invent(&format!("{} … {text}", quoted(&it["assignees"])));
    }
}

/// Whether a task that was read is the expected one: its words, its units, its window, its product.
fn task(gold: &Value, read: &Value) -> bool {
    let text = words(&read["text"]);
    let units = |name: &str| same_set(&texts(&gold[name]), &texts(&read[name]));
    let product = &gold["deliverable_key"];
    text.chars().count() <= LONGEST_TASK
        && contains(&text, &words(&gold["key"]))
        && units("assignees")
        && units("coordinators")
        && (!some(&gold["end"]) || window(gold) == window(read))
        && (!some(product) || contains(&words(&read["deliverable"]), &words(product)))
}

fn contacts(gold: &Value, read: &Value, tally: &mut Tally) {
    let fits = |one: &Value, other: &Value| {
        let near = |name: &str, bar: f64| {
            !some(&one[name]) || alike(&words(&one[name]), &words(&other[name]), bar)
        };
        digits(&one["phones"]) == digits(&other["phones"])
            && set(&one["emails"]) == set(&other["emails"])
            && near("person", BAR)
            && near("address", ADDRESS_BAR)
    };
    let show = |it: &Value| {
        format!("{} {} {}", plain(&it["person"]), plain(&it["phones"]), plain(&it["emails"]))
    };
    tally.list(list(&gold["contacts"]), list(&read["contacts"]), fits, show);
}

fn digits(phones: &Value) -> BTreeSet<String> {
    texts(phones)
        .into_iter()
        .map(|phone| phone.chars().filter(char::is_ascii_digit).collect())
        .collect()
}

fn set(values: &Value) -> BTreeSet<&str> {
    texts(values).into_iter().collect()
}

fn rules(gold: &Value, read: &Value, tally: &mut Tally) {
    tally.list(list(&gold["fields"]), list(&read["fields"]), same, plain);
    let named = |it: &Value| it[0].clone();
    tally.list(
        &pairs(&gold["eligibility"]),
        &pairs(&read["eligibility"]),
        |one, other| named(one) == named(other) && (one[1] == other[1] || same(&one[1], &other[1])),
        |it| format!("({}, {})", quoted(&it[0]), quoted(&it[1])),
    );
    tally.list(list(&gold["reporting"]), list(&read["reporting"]), reporting, plain);
    tally.list(list(&gold["budget_sources"]), list(&read["budget_sources"]), held, plain);
    let (expected, found) = (list(&gold["urls"]), list(&read["urls"]));
    let bare = |it: &Value| words(it).trim_end_matches('/').to_owned();
    let found = &found[..found.len().min(expected.len())];
    tally.list(expected, found, |one, other| bare(one) == bare(other), plain);
}

fn pairs(object: &Value) -> Vec<Value> {
    let fields = object.as_object().into_iter().flatten();
    fields.map(|(name, value)| json!([name, value])).collect()
}

fn reporting(gold: &Value, read: &Value) -> bool {
    let due = ["frequency", "due_day", "due_month_of_period"];
    let said = |it: &Value| list(&read["contents"]).iter().any(|other| held(it, other));
    due.iter().all(|name| gold[name] == read[name]) && list(&gold["contents"]).iter().all(said)
}

/// Only expected doubts count; further ones cost nothing.
fn warnings(gold: &Value, read: &Value, tally: &mut Tally) {
    for expected in list(&gold["warnings"]) {
        let said = |it: &Value| format!("{} {}", plain(&it["text"]), plain(&it["message"]));
        let right = list(&read["warnings"]).iter().any(|it| {
            expected["code"] == it["code"]
                && (!some(&expected["text"]) || contains(&said(it), &words(&expected["text"])))
        });
        tally.field(&plain(&expected["code"]), right, &expected["text"], &Value::Null);
    }
}

fn same(gold: &Value, read: &Value) -> bool {
    alike(&words(gold), &words(read), BAR)
}

/// The same, or part of what was read.
fn held(gold: &Value, read: &Value) -> bool {
    same(gold, read) || contains(&words(read), &words(gold))
}

/// A value in words; nothing for an empty one.
fn words(value: &Value) -> String {
    if some(value) { plain(value) } else { String::new() }
}

/// Whether anything is stated.
fn some(value: &Value) -> bool {
    match value {
        Value::Null => false,
        Value::Bool(truth) => *truth,
        Value::Number(number) => number.as_f64() != Some(0.0),
        Value::String(text) => !text.is_empty(),
        Value::Array(values) => !values.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
    }
}

fn list(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}

fn texts(value: &Value) -> Vec<&str> {
    list(value).iter().filter_map(Value::as_str).collect()
}
