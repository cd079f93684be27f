//! Letters (công văn đôn đốc) that an office copies into its own: to units that are late, and to the
//! units above them.

use std::collections::{BTreeMap, HashMap};

use kernel::{Day, Message};

use super::mark;
use super::store::{LateLine, LateUnit};
use super::turn::Turn;
use crate::frame::Words;

/// A draft of a letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// To whom; nothing: to all units that it names.
    pub to: Option<String>,
    /// How many units it names.
    pub units: usize,
    /// Its text.
    pub text: String,
}

/// What letters are about.
pub struct About<'a> {
    /// Name of the contest.
    pub contest: &'a str,
    /// The day on which they are written.
    pub day: Day,
    /// Who is late.
    pub units: &'a [LateUnit],
    /// With what.
    pub lines: &'a [LateLine],
}

impl About<'_> {
    /// The letter to the units themselves, and one to each unit above, by its name; units that stand under
    /// nobody are in none of these. What is said of a unit is the same in both, and is written once.
    pub fn letters(&self, words: Words) -> (Draft, Vec<Draft>) {
        let said = self.paragraphs(words);
        let named: Vec<&str> = self.units.iter().map(name).collect();
        let message = Message::new("chase-letter").with("to", named.join("; "));
        let text = self.text(words, message, said.iter().map(String::as_str));
        let mut above: BTreeMap<String, (&str, Vec<&str>)> = BTreeMap::new();
        for (unit, said) in self.units.iter().zip(&said) {
            if let Some(parent) = unit.parent.as_deref() {
                let key = kernel::text::sort_key(parent);
                above.entry(key).or_insert((parent, Vec::new())).1.push(said);
            }
        }
        let letter = |(parent, said): (&str, Vec<&str>)| {
            let message = Message::new("escalation-letter").with("to", parent);
            let units = said.len();
            Draft { to: Some(parent.to_owned()), units, text: self.text(words, message, said) }
        };
        let escalated = above.into_values().map(letter).collect();
        (Draft { to: None, units: said.len(), text }, escalated)
    }

    fn text<'s>(
        &self,
        words: Words,
        message: Message,
        said: impl IntoIterator<Item = &'s str>,
    ) -> String {
        let lines: Vec<&str> = said.into_iter().collect();
        let message = message.with("contest", self.contest).with("day", self.day.written());
        words.tell(&message.with("lines", lines.join("\n")))
    }

    /// Each unit with everything in which it is late.
    fn paragraphs(&self, words: Words) -> Vec<String> {
        let mut of_unit: HashMap<&str, Vec<&LateLine>> = HashMap::new();
        for line in self.lines {
            of_unit.entry(&line.unit_id).or_default().push(line);
        }
        let own = |unit: &LateUnit| of_unit.get(unit.id.as_str()).cloned().unwrap_or_default();
        self.units.iter().map(|unit| self.paragraph(words, unit, &own(unit))).collect()
    }

    fn paragraph(&self, words: Words, unit: &LateUnit, lines: &[&LateLine]) -> String {
        let mut text = words.with("chase-unit", "unit", name(unit));
        for line in lines {
            let last = mark::last_day(line.due_at);
            let task = match Turn::read(&line.period) {
                Some(turn) => format!("{} ({})", line.text, words.tell(&turn.label())),
                None => line.text.clone(),
            };
            let message = Message::new("chase-line")
                .with("task", task)
                .with("last", last.written())
                .with("days", last.days_until(self.day));
            text.push('\n');
            text.push_str(&words.tell(&message));
        }
        text
    }
}

fn name(unit: &LateUnit) -> &str {
    unit.name.as_deref().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    fn unit(id: &str, parent: Option<&str>) -> LateUnit {
        LateUnit {
            id: id.to_owned(),
            name: Some(format!("Unit {id}")),
            parent_id: None,
            parent: parent.map(str::to_owned),
        }
    }

    #[test]
    fn each_unit_above_gets_its_own_and_nobody_else() {
        let units = [unit("a", Some("North")), unit("b", None), unit("c", Some("North"))];
        let due: Day = "2026-11-11".parse().unwrap();
        let line = |unit: &str| LateLine {
            id: String::new(),
            unit_id: unit.to_owned(),
            text: "Report".to_owned(),
            period: String::new(),
            due_at: due.ends().millis(),
            chased_at: None,
        };
        let lines = [line("a"), line("c")];
        let day = "2026-11-21".parse().unwrap();
        let about = About { contest: "Contest", day, units: &units, lines: &lines };
        let (direct, escalated) = about.letters(Words(Locale::En));
        let to: Vec<_> = escalated.iter().map(|one| (one.to.as_deref(), one.units)).collect();
        assert_eq!(to, [(Some("North"), 2)]);
        assert!(escalated[0].text.contains("Unit a"));
        assert!(!escalated[0].text.contains("Unit b"));
        assert_eq!(direct.units, 3);
        assert_eq!(direct.text.matches("11/11/2026").count(), 2);
    }
}
