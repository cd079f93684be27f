//! Numbers of lists: what Word prints before a paragraph and does not write into it.

use std::collections::HashMap;

use crate::element::{Element, Step};

/// Levels of a list.
const LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub struct Numbering {
    lists: HashMap<String, Vec<Level>>,
    /// The list of each number, and where its levels begin otherwise.
    numbers: HashMap<String, (String, HashMap<usize, u32>)>,
    styles: HashMap<String, Style>,
    counts: HashMap<String, [Option<u32>; LEVELS]>,
    begun: Vec<String>,
    place: Place,
}

/// Where in the parts the reading is.
#[derive(Debug, Default)]
struct Place {
    list: Option<String>,
    level: usize,
    number: Option<String>,
    style: Option<String>,
}

#[derive(Debug, Clone)]
struct Level {
    starts: u32,
    format: String,
    text: String,
}

impl Default for Level {
    fn default() -> Self {
        Self { starts: 1, format: "decimal".to_owned(), text: String::new() }
    }
}

#[derive(Debug, Clone, Default)]
struct Style {
    based_on: Option<String>,
    number: Option<String>,
    level: Option<usize>,
}

/// The number and level that a paragraph names, and its style.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// `w:numId`.
    pub number: Option<String>,
    /// `w:ilvl`.
    pub level: Option<usize>,
    /// `w:pStyle`.
    pub style: Option<String>,
}

impl Numbering {
    /// Takes a step through `numbering.xml` or `styles.xml`.
    pub fn take(&mut self, step: &Step) {
        match step {
            Step::Begin(element) => self.begin(element),
            Step::End(name) => match name.as_str() {
                "abstractNum" => self.place.list = None,
                "num" => self.place.number = None,
                "style" => self.place.style = None,
                _ => (),
            },
            Step::Text(_) => (),
        }
    }

    fn begin(&mut self, element: &Element) {
        let attribute = |name: &str| element.attribute(name).map(str::to_owned);
        match element.name.as_str() {
            "abstractNum" => self.place.list = attribute("abstractNumId"),
            "num" => self.place.number = attribute("numId"),
            "style" => self.place.style = attribute("styleId"),
            "lvl" | "lvlOverride" => {
                let level = element.attribute("ilvl").and_then(|text| text.parse().ok());
                self.place.level = level.filter(|level| *level < LEVELS).unwrap_or(0);
            }
            _ => self.property(element),
        }
    }

    fn property(&mut self, element: &Element) {
        let value = element.value().unwrap_or("").to_owned();
        let place = (&self.place.list, &self.place.number, &self.place.style);
        match place {
            (Some(list), ..) => {
                let levels = self
                    .lists
                    .entry(list.clone())
                    .or_insert_with(|| vec![Level::default(); LEVELS]);
                levels[self.place.level].set(&element.name, value);
            }
            (_, Some(number), _) => {
                let (list, starts) = self.numbers.entry(number.clone()).or_default();
                match (element.name.as_str(), value.parse()) {
                    ("abstractNumId", _) => *list = value,
                    ("startOverride", Ok(start)) => drop(starts.insert(self.place.level, start)),
                    _ => (),
                }
            }
            (.., Some(style)) => {
                self.styles.entry(style.clone()).or_default().set(&element.name, value)
            }
            _ => (),
        }
    }

    /// What is printed before the paragraph: its number, or the sign of its list.
    pub fn label(&mut self, wanted: &Wanted) -> Option<String> {
        let (number, level) = self.resolved(wanted)?;
        let (list, starts) = self.numbers.get(&number)?.clone();
        let levels = self.lists.get(&list)?.clone();
        let counts = self.counts.entry(list).or_default();
        if !self.begun.contains(&number) {
            self.begun.push(number);
            starts.iter().filter(|(at, _)| **at < LEVELS).for_each(|(at, start)| {
                counts[*at] = start.checked_sub(1);
            });
        }
        let start = levels[level].starts;
        counts[level] = Some(counts[level].map_or(start, |count| count.saturating_add(1)));
        counts[level + 1..].fill(None);
        Some(print(&levels, counts, level)).filter(|label| !label.is_empty())
    }

    /// The list and level of a paragraph, by itself or by its style. Number 0 is none.
    fn resolved(&self, wanted: &Wanted) -> Option<(String, usize)> {
        let mut number = wanted.number.clone();
        let mut level = wanted.level;
        let mut style = wanted.style.as_ref().and_then(|name| self.styles.get(name));
        // Styles may be based on one another in a circle.
        for _ in 0..LEVELS {
            let Some(found) = style else { break };
            number = number.or_else(|| found.number.clone());
            level = level.or(found.level);
            style = found.based_on.as_ref().and_then(|name| self.styles.get(name));
        }
        let level = level.unwrap_or(0);
        Some((number.filter(|number| number != "0")?, level)).filter(|_| level < LEVELS)
    }
}

impl Level {
    fn set(&mut self, property: &str, value: String) {
        match property {
            "start" => self.starts = value.parse().unwrap_or(1),
            "numFmt" => self.format = value,
            "lvlText" => self.text = value,
            _ => (),
        }
    }
}

impl Style {
    fn set(&mut self, property: &str, value: String) {
        match property {
            "basedOn" => self.based_on = Some(value),
            "numId" => self.number = Some(value),
            "ilvl" => self.level = value.parse().ok(),
            _ => (),
        }
    }
}

/// The level's text with the counts put in: `%1.%2.` becomes `2.1.`.
fn print(levels: &[Level], counts: &[Option<u32>; LEVELS], level: usize) -> String {
    if levels[level].format == "bullet" {
        return bullet(&levels[level].text);
    }
    let mut label = levels[level].text.clone();
    for at in 0..LEVELS {
        let count = counts[at].unwrap_or(levels[at].starts);
        label = label.replace(&format!("%{}", at + 1), &count_as(&levels[at].format, count));
    }
    label
}

/// The sign of a list. Those of symbol fonts have no letter; all of them mean what a dash means.
fn bullet(text: &str) -> String {
    let sign = text.chars().next().filter(|sign| "-–—+*•".contains(*sign));
    sign.unwrap_or('-').to_string()
}

/// A number as a list counts it, by the name that Word has for the way.
pub fn count_as(format: &str, count: u32) -> String {
    let letter = |first: u8| {
        let at = u8::try_from(count.saturating_sub(1) % 26).unwrap_or(0);
        char::from(first + at).to_string()
    };
    match format {
        "none" => String::new(),
        "decimalZero" => format!("{count:02}"),
        "upperRoman" => roman(count),
        "lowerRoman" => roman(count).to_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        _ => count.to_string(),
    }
}

fn roman(count: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut left = count.min(3999);
    let mut text = String::new();
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}
