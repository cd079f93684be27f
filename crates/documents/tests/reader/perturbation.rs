//! Facts with mistakes in them, the same ones for the same seed.

use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

/// Numbers that look random and are the same every time (SplitMix64).
pub struct Dice(u64);

impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub fn throw(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        ((mixed ^ (mixed >> 31)) % sides.max(1) as u64) as usize
    }
}

/// A reader without fault: what it would have read from a paper with these facts.
pub fn faultless(gold: &Value) -> Value {
    let mut read = gold.clone();
    for task in read["tasks"].as_array_mut().into_iter().flatten() {
        task["text"] = json!(format!("Chủ trì {} theo kế hoạch.", text(&task["key"])));
        if let Some(product) = task.get("deliverable_key").map(text) {
            task["deliverable"] = json!(product);
        }
    }
    read
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

/// Puts one mistake into the facts: something is lost, doubled, moved, misspelt or miscounted.
pub fn disturb(facts: &mut Value, dice: &mut Dice) {
    let mut places = Vec::new();
    pointers(facts, String::new(), &mut places);
    let place = &places[dice.throw(places.len())];
    let value = facts.pointer_mut(place).expect("it was just found");
    match value {
        Value::Array(values) if !values.is_empty() => reorder(values, dice),
        Value::String(words) => *words = misspell(words, dice),
        Value::Number(number) => *value = json!(number.as_i64().unwrap_or(0) + 1),
        Value::Bool(truth) => *truth = !*truth,
        _ => {}
    }
    if dice.throw(12) == 0 {
        lose(facts, place);
    }
}

/// Forgets a field; an entry of a list stays, because every list has one kind of entries.
fn lose(facts: &mut Value, place: &str) {
    let (above, name) = place.rsplit_once('/').expect("only the whole has no slash");
    if let Some(Value::Object(fields)) = facts.pointer_mut(above) {
        fields.insert(name.to_owned(), Value::Null);
    }
}

fn pointers(value: &Value, here: String, found: &mut Vec<String>) {
    match value {
        Value::Array(values) => {
            for (place, inner) in values.iter().enumerate() {
                pointers(inner, format!("{here}/{place}"), found);
            }
        }
        Value::Object(fields) => {
            for (name, inner) in fields {
                pointers(inner, format!("{here}/{name}"), found);
            }
        }
        _ => {}
    }
    if !here.is_empty() {
        found.push(here);
    }
}

fn reorder(values: &mut Vec<Value>, dice: &mut Dice) {
    let (one, other) = (dice.throw(values.len()), dice.throw(values.len()));
    match dice.throw(3) {
        0 => _ = values.remove(one),
        1 => values.insert(other, values[one].clone()),
        _ => values.swap(one, other),
    }
}

fn misspell(words: &str, dice: &mut Dice) -> String {
    let mut letters: Vec<char> = words.chars().collect();
    let place = dice.throw(letters.len());
    match dice.throw(9) {
        0 => return words.to_uppercase(),
        1 => return words.nfd().collect(),
        2 => return words.nfd().filter(char::is_ascii).collect(),
        3 => return format!("{words} và các đơn vị liên quan trên địa bàn"),
        4 => return words.replace(' ', "\n"),
        5 => return String::new(),
        6 => letters.insert(place, ['x', '7', '\'', '"', '\u{a0}', 'Đ'][dice.throw(6)]),
        7 if !letters.is_empty() => _ = letters.remove(place),
        _ if !letters.is_empty() => letters[place] = ['1', '0', 'e', '¥', 'ộ'][dice.throw(5)],
        _ => {}
    }
    letters.into_iter().collect()
}
