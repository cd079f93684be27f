//! Rules line by line, to be shown and to be compared.

use kernel::Message;

use crate::choices::{Confirmation, FileKind, Need};
use crate::rules::{EntryRules, Item, Section};

/// What a line is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// In whose name.
    Holders,
    /// Authors.
    Authors,
    /// Groups of judging.
    Groups,
    /// Conditions.
    Conditions,
    /// The dossier.
    Checklist,
    /// The description.
    Sections,
    /// Who confirms, and what is vouched for.
    Confirmation,
    /// Copies and files.
    Files,
}

impl Part {
    /// Every one, in the order of a page.
    pub const ALL: [Self; 8] = [
        Self::Holders,
        Self::Authors,
        Self::Groups,
        Self::Conditions,
        Self::Checklist,
        Self::Sections,
        Self::Confirmation,
        Self::Files,
    ];

    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Holders => "entry-part-holders",
            Self::Authors => "entry-part-authors",
            Self::Groups => "entry-part-groups",
            Self::Conditions => "entry-part-conditions",
            Self::Checklist => "entry-part-checklist",
            Self::Sections => "entry-part-sections",
            Self::Confirmation => "entry-part-confirmation",
            Self::Files => "entry-part-files",
        }
    }
}

/// One thing that the rules say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// What it is about.
    pub part: Part,
    /// By what it is known through all versions; empty for what has no key.
    pub key: String,
    /// The sentence.
    pub says: Message,
    /// Whether it is asked of everybody or of whoever has it.
    pub need: Need,
    /// What files it may be.
    pub takes: Vec<FileKind>,
    /// What authors have to know about it; may be empty.
    pub note: String,
    /// For which criterion judges read it.
    pub criterion: Option<String>,
}

impl Line {
    fn new(part: Part, says: Message) -> Self {
        Self {
            part,
            key: String::new(),
            says,
            need: Need::Required,
            takes: Vec::new(),
            note: String::new(),
            criterion: None,
        }
    }
}

/// A sentence that people wrote.
fn written(text: &str) -> Message {
    Message::new("entry-line").with("text", text)
}

impl EntryRules {
    /// Everything that the rules say, in the order of a page.
    pub fn lines(&self) -> Vec<Line> {
        let holders = self.holders.iter().map(|it| format!("entry-holder-{}", it.code()));
        let mut lines: Vec<Line> =
            holders.map(|key| Line::new(Part::Holders, Message::new(key))).collect();
        lines.extend(self.author_lines());
        lines.extend(self.group_lines());
        lines.extend(self.condition_lines());
        lines.extend(self.checklist.iter().map(item_line));
        lines.extend(self.sections.iter().map(section_line));
        lines.extend(self.confirmation_lines());
        lines.extend(self.file_lines());
        lines
    }

    fn author_lines(&self) -> Vec<Line> {
        let said = |message| Line::new(Part::Authors, message);
        let mut lines = Vec::new();
        if let Some(most) = self.authors.most {
            lines.push(said(Message::new("entry-authors-most").with("count", most)));
        }
        if self.authors.shares {
            lines.push(said("entry-authors-shares".into()));
        }
        lines.extend(self.authors.details.iter().map(|(detail, need)| Line {
            need: *need,
            ..said(Message::new(format!("entry-detail-{}", detail.code())))
        }));
        lines
    }

    fn group_lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.second_field {
            lines.push(Line::new(Part::Groups, "entry-second-field".into()));
        }
        lines.extend(self.groups.iter().map(|group| {
            let fields = group.fields.join("; ");
            let message = Message::new("entry-group").with("name", &group.name);
            Line::new(Part::Groups, message.with("fields", fields))
        }));
        lines
    }

    fn condition_lines(&self) -> Vec<Line> {
        let conditions = &self.conditions;
        let stated = [
            (conditions.applied, "entry-condition-applied"),
            (conditions.not_entered, "entry-condition-not-entered"),
            (conditions.no_officials, "entry-condition-no-officials"),
        ];
        let stated = stated.into_iter().filter(|(holds, _)| *holds).map(|(_, key)| key.into());
        let won = conditions.not_won.map(|won| format!("entry-not-won-{}", won.code()));
        let others = conditions.others.iter().map(|text| written(text));
        let all = stated.chain(won.map(Message::new)).chain(others);
        all.map(|message| Line::new(Part::Conditions, message)).collect()
    }

    fn confirmation_lines(&self) -> Vec<Line> {
        let mut lines = Vec::new();
        if self.confirmation != Confirmation::None {
            let key = format!("entry-confirmation-{}", self.confirmation.code());
            lines.push(Line::new(Part::Confirmation, Message::new(key)));
        }
        let vouched = self.undertaking.iter().map(|text| written(text));
        lines.extend(vouched.map(|message| Line::new(Part::Confirmation, message)));
        lines
    }

    fn file_lines(&self) -> Vec<Line> {
        let (copies, files) = (self.paper_copies, self.files);
        let size = Message::new("entry-files-size")
            .with("each", files.each_mb)
            .with("all", files.all_mb)
            .with("most", files.most);
        let grace = Message::new("entry-files-grace").with("minutes", files.grace_minutes);
        let paper = Message::new("entry-copies").with("count", copies);
        let said = [(copies > 0, paper), (true, size), (files.grace_minutes > 0, grace)];
        let said = said.into_iter().filter(|(holds, _)| *holds);
        said.map(|(_, message)| Line::new(Part::Files, message)).collect()
    }
}

fn item_line(item: &Item) -> Line {
    Line {
        key: item.key.clone(),
        need: item.need,
        takes: item.takes.clone(),
        note: item.note.clone(),
        ..Line::new(Part::Checklist, written(&item.name))
    }
}

fn section_line(section: &Section) -> Line {
    let message = match section.most_words {
        Some(most) => {
            Message::new("entry-section-words").with("title", &section.title).with("count", most)
        }
        None => written(&section.title),
    };
    Line {
        key: section.key.clone(),
        need: section.need,
        note: section.prompt.clone(),
        criterion: section.criterion.clone(),
        ..Line::new(Part::Sections, message)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::choices::{Detail, Holder, Role, Won};
    use crate::rules::{Authors, Conditions, Files, Group};

    fn told(rules: &EntryRules) -> Vec<String> {
        let line = |line: Line| {
            let args: Vec<String> = line.says.args.into_iter().map(|(_, value)| value).collect();
            let part = line.part.label().trim_start_matches("entry-part-");
            format!("{part} {} {}", line.says.key, args.join("|")).trim().to_owned()
        };
        rules.lines().into_iter().map(line).collect()
    }

    #[test]
    fn every_rule_has_its_line() {
        let rules = EntryRules {
            holders: vec![Holder::Person, Holder::Organisation],
            authors: Authors {
                most: Some(5),
                shares: true,
                details: [(Detail::Birth, Need::Optional)].into(),
            },
            second_field: true,
            groups: vec![Group {
                name: "Nhóm 1".into(),
                fields: vec!["Cơ khí".into(), "Y dược".into()],
            }],
            conditions: Conditions {
                applied: true,
                not_won: Some(Won::Province),
                not_entered: true,
                no_officials: true,
                others: vec!["Không có tranh chấp".into()],
            },
            checklist: vec![Item {
                key: "ho-so-1".into(),
                name: "Phiếu đăng ký".into(),
                role: Role::Registration,
                ..Item::default()
            }],
            sections: vec![Section {
                key: "phan-1".into(),
                title: "1. Tính mới".into(),
                most_words: Some(500),
                ..Section::default()
            }],
            confirmation: Confirmation::Employer,
            undertaking: vec!["Thông tin là đúng".into()],
            paper_copies: 2,
            files: Files::default(),
        };
        let expect = [
            "holders entry-holder-person",
            "holders entry-holder-organisation",
            "authors entry-authors-most 5",
            "authors entry-authors-shares",
            "authors entry-detail-birth",
            "groups entry-second-field",
            "groups entry-group Nhóm 1|Cơ khí; Y dược",
            "conditions entry-condition-applied",
            "conditions entry-condition-not-entered",
            "conditions entry-condition-no-officials",
            "conditions entry-not-won-province",
            "conditions entry-line Không có tranh chấp",
            "checklist entry-line Phiếu đăng ký",
            "sections entry-section-words 1. Tính mới|500",
            "confirmation entry-confirmation-employer",
            "confirmation entry-line Thông tin là đúng",
            "files entry-copies 2",
            "files entry-files-size 100|500|40",
            "files entry-files-grace 60",
        ];
        assert_eq!(told(&rules), expect);
    }
}
