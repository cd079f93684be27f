//! Rolling up (tổng hợp): what the units handed in becomes the standing agency's own report. Pure.

use super::{Frozen, Known};

/// One heading of the report with what each unit says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Chapter {
    /// What was asked.
    pub heading: String,
    /// Unit and words, in the order of units; units that said nothing are left out.
    pub said: Vec<(String, String)>,
}

/// The report of all units together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RolledUp {
    /// One for each heading, in the order in which they were asked first.
    pub chapters: Vec<Chapter>,
    /// The figures of each unit.
    pub units: Vec<(String, Known)>,
    /// The figures of all.
    pub all: Known,
}

impl Known {
    /// Both together.
    #[must_use]
    pub const fn plus(self, other: Self) -> Self {
        Self {
            tasks: self.tasks + other.tasks,
            done: self.done + other.done,
            late: self.late + other.late,
            counted: self.counted + other.counted,
        }
    }
}

/// Rolls up what units handed in: name of the unit, and what it said.
pub fn roll_up(handed_in: &[(String, Frozen)]) -> RolledUp {
    let mut rolled = RolledUp::default();
    for (unit, frozen) in handed_in {
        for (heading, words) in &frozen.answers {
            let at = rolled.chapters.iter().position(|chapter| chapter.heading == *heading);
            let at = at.unwrap_or_else(|| {
                rolled.chapters.push(Chapter { heading: heading.clone(), said: Vec::new() });
                rolled.chapters.len() - 1
            });
            if !words.is_empty() {
                rolled.chapters[at].said.push((unit.clone(), words.clone()));
            }
        }
        if let Some(known) = frozen.known {
            rolled.all = rolled.all.plus(known);
            rolled.units.push((unit.clone(), known));
        }
    }
    rolled
}

/// What stands under each heading after the words of units below were written under it. What somebody has
/// typed stays where it is; what was asked of units below only comes under the last heading.
pub fn gathered(own: &[(String, String)], below: &[(String, Frozen)]) -> Vec<String> {
    let mut words: Vec<String> = own.iter().map(|(_, words)| words.clone()).collect();
    let Some(last) = words.len().checked_sub(1) else { return words };
    for (unit, frozen) in below {
        for (heading, said) in frozen.answers.iter().filter(|(_, said)| !said.is_empty()) {
            let at = own.iter().position(|(own, _)| own == heading);
            let lead = match at {
                Some(_) => unit.clone(),
                None => format!("{unit} – {heading}"),
            };
            let text = &mut words[at.unwrap_or(last)];
            if !text.is_empty() {
                text.push('\n');
            }
            let between = if said.contains('\n') { '\n' } else { ' ' };
            text.push_str(&format!("* {lead}:{between}{said}"));
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chapters_gather_what_units_say() {
        let known = Known { tasks: 3, done: 2, late: 1, counted: 5 };
        let frozen = |words: [&str; 2]| Frozen {
            answers: vec![
                ("Phát động".to_owned(), words[0].to_owned()),
                ("Kiến nghị".to_owned(), words[1].to_owned()),
            ],
            known: Some(known),
            below: None,
        };
        let rolled = roll_up(&[
            ("Sở A".to_owned(), frozen(["Đã phát động.", ""])),
            ("Sở B".to_owned(), frozen(["Đang chuẩn bị.", "Thêm kinh phí."])),
        ]);
        let said: Vec<(&str, usize)> =
            rolled.chapters.iter().map(|it| (it.heading.as_str(), it.said.len())).collect();
        assert_eq!(said, [("Phát động", 2), ("Kiến nghị", 1)]);
        assert_eq!(rolled.all, Known { tasks: 6, done: 4, late: 2, counted: 10 });
    }
    #[test]
    fn gathering_loses_nothing_that_was_typed() {
        let pair = |heading: &str, words: &str| (heading.to_owned(), words.to_owned());
        let own = [pair("Phát động", "Đã họp."), pair("Kiến nghị", "")];
        let below = [
            ("Xã A".to_owned(), vec![pair("Phát động", "Một.\nHai."), pair("Kiến nghị", "Tiền.")]),
            ("Xã B".to_owned(), vec![pair("Phát động", ""), pair("Kinh phí", "Chưa có.")]),
        ];
        let below =
            below.map(|(unit, answers)| (unit, Frozen { answers, known: None, below: None }));
        assert_eq!(
            gathered(&own, &below),
            ["Đã họp.\n* Xã A:\nMột.\nHai.", "* Xã A: Tiền.\n* Xã B – Kinh phí: Chưa có."]
        );
        assert_eq!(gathered(&[], &below), Vec::<String>::new());
    }
}
