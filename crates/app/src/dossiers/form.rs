//! The forms of a contest that are filled in by pen (biểu mẫu): made of the same rules as the form on screen.

use entry::{Confirmation, Detail, EntryRules, Holder, Need, Role, Section};
use kernel::{Message, Refusal};
use typesetting::{Align, Blank, Block, Column, Form, Heading, Post, Run, Signature, Table};

use crate::contests::RuleSet;
use crate::frame::{Layout, Locale, Words};

/// Papers are in Vietnamese, whatever language the page is read in.
const PAPERS: Words = Words(Locale::Vi);
/// How many rows the table of authors has where the rules set no bound.
const AUTHORS: u8 = 5;
/// Lines of dots under a part of the description.
const ROOM: u8 = 7;

/// A form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Phiếu đăng ký dự thi.
    Registration,
    /// Bản mô tả giải pháp.
    Description,
}

impl Kind {
    /// Every one.
    pub const ALL: [Self; 2] = [Self::Registration, Self::Description];

    /// What its files are called.
    pub const fn stem(self) -> &'static str {
        match self {
            Self::Registration => "phieu-dang-ky",
            Self::Description => "ban-mo-ta",
        }
    }

    /// Key of its name.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Registration => "form-registration",
            Self::Description => "form-description",
        }
    }

    /// Whether such rules have it.
    pub fn is_of(self, rules: &EntryRules) -> bool {
        match self {
            Self::Registration => !rules.is_silent(),
            Self::Description => !rules.sections.is_empty(),
        }
    }

    /// The form and the layout that the name of a file means.
    ///
    /// # Errors
    /// It means none.
    pub fn read(file: &str) -> Result<(Self, Layout), Refusal> {
        let (stem, ending) = file.split_once('.').ok_or_else(Refusal::absent)?;
        let kind = Self::ALL.into_iter().find(|kind| kind.stem() == stem);
        Ok((kind.ok_or_else(Refusal::absent)?, Layout::read(ending)?))
    }
}

/// The forms that rules have: key of the name, and name and ending of each file.
pub fn offered(rules: &EntryRules) -> Vec<(&'static str, Vec<(String, &'static str)>)> {
    let kinds = Kind::ALL.into_iter().filter(|kind| kind.is_of(rules));
    let files = |kind: Kind| {
        let file = |layout: Layout| format!("{}.{}", kind.stem(), layout.ending());
        Layout::ALL.map(|layout| (file(layout), layout.ending())).to_vec()
    };
    kinds.map(|kind| (kind.label(), files(kind))).collect()
}

/// A form of a contest as a file.
///
/// # Errors
/// The rules have no such form.
pub fn file(
    (kind, layout): (Kind, Layout),
    contest: &str,
    rules: &RuleSet,
) -> Result<Vec<u8>, Refusal> {
    if !kind.is_of(&rules.entry) {
        return Err(Refusal::absent());
    }
    let form = match kind {
        Kind::Registration => registration(contest, rules),
        Kind::Description => description(contest, &rules.entry),
    };
    Ok(match layout {
        Layout::Pdf => form.pdf(),
        Layout::Docx => form.docx(),
    })
}

fn say(key: &str) -> String {
    PAPERS.say(key)
}

fn heading(number: u8, key: &str) -> Block {
    Block::Heading(Heading::Edge, format!("{number}. {}", say(key)))
}

fn blank(label: impl Into<String>, more: u8) -> Block {
    Block::Blank(Blank { label: label.into(), more })
}

fn registration(contest: &str, rules: &RuleSet) -> Form {
    let asked = &rules.entry;
    let mut body = vec![blank(format!("1. {}", say("form-title")), 1)];
    body.push(heading(2, "form-field"));
    match rules.fields.is_empty() {
        true => body.push(blank("", 0)),
        false => body.push(Block::Choices(rules.fields.clone())),
    }
    if asked.second_field {
        body.push(blank(say("form-second-field"), 0));
    }
    body.push(heading(3, "form-holder"));
    body.extend(holder(asked));
    body.push(heading(4, "form-authors"));
    body.push(Block::Table(authors(asked)));
    body.push(Block::Paragraph(vec![Run::slanted(say("form-first-author"))]));
    body.extend(details(asked));
    body.push(heading(5, "form-applied"));
    body.extend([blank(say("form-applied-since"), 0), blank(say("form-applied-at"), 1)]);
    body.push(heading(6, "form-enclosed"));
    body.push(Block::Choices(enclosed(asked)));
    body.push(heading(7, "form-undertaking"));
    body.extend(asked.undertaking.iter().map(|text| Block::text(format!("- {text}"))));
    Form {
        label: say("form-label-1"),
        name: say("form-registration"),
        subject: contest.to_owned(),
        body,
        signatures: signatures(asked.confirmation),
    }
}

fn holder(asked: &EntryRules) -> Vec<Block> {
    let named = |holder: &Holder| say(&format!("entry-holder-{}", holder.code()));
    let mut blocks = vec![Block::Choices(asked.holders.iter().map(named).collect())];
    if asked.holders.contains(&Holder::Organisation) {
        blocks.extend([blank(say("form-organisation"), 1), blank(say("form-representative"), 0)]);
    }
    blocks
}

/// What stands in the table beside each name; the rest is asked of the first author.
const IN_TABLE: [Detail; 2] = [Detail::Birth, Detail::Workplace];

fn detail(detail: Detail) -> String {
    say(&format!("entry-detail-{}", detail.code()))
}

fn authors(asked: &EntryRules) -> Table {
    let column = |head: String, share, align| Column { head, share, align };
    let mut columns = vec![
        column(say("form-number"), 3, Align::Centre),
        column(say("form-name"), 10, Align::Left),
    ];
    let beside = IN_TABLE.into_iter().filter(|it| asked.authors.details.contains_key(it));
    columns.extend(beside.map(|it| column(detail(it), 8, Align::Left)));
    if asked.authors.shares {
        columns.push(column(say("form-share"), 6, Align::Right));
    }
    columns.push(column(say("form-signature"), 6, Align::Left));
    let rows = 1..=asked.authors.most.unwrap_or(AUTHORS).min(AUTHORS);
    Table { columns, rows: rows.map(|at| vec![at.to_string()]).collect(), sum: false }
}

fn details(asked: &EntryRules) -> Vec<Block> {
    let rest = asked.authors.details.iter().filter(|(it, _)| !IN_TABLE.contains(it));
    let line = |(it, need): (&Detail, &Need)| {
        let name = detail(*it);
        let name = match need {
            Need::Required => name,
            Need::Optional => PAPERS.with("entry-if-any", "what", name),
        };
        blank(format!("{name}:"), 0)
    };
    rest.map(line).collect()
}

fn enclosed(asked: &EntryRules) -> Vec<String> {
    let others = asked.checklist.iter().filter(|item| item.role != Role::Registration);
    let named = |item: &entry::Item| match item.need {
        Need::Required => item.name.clone(),
        Need::Optional => PAPERS.with("entry-if-any", "what", &item.name),
    };
    others.map(named).collect()
}

fn signatures(confirmation: Confirmation) -> Vec<Signature> {
    let signed = |post: String, note: &str| Signature {
        posts: vec![Post { authority: None, title: post }],
        note: Some(say(note)),
        name: None,
    };
    let confirms = match confirmation {
        Confirmation::None => None,
        of => Some(signed(say(&format!("form-confirmed-{}", of.code())), "form-stamped")),
    };
    confirms.into_iter().chain([signed(say("form-author"), "form-signed")]).collect()
}

fn description(contest: &str, asked: &EntryRules) -> Form {
    Form {
        label: say("form-label-2"),
        name: say("form-description"),
        subject: contest.to_owned(),
        body: asked.sections.iter().flat_map(section).collect(),
        signatures: signatures(Confirmation::None),
    }
}

fn section(section: &Section) -> Vec<Block> {
    let title = match section.need {
        Need::Required => section.title.clone(),
        Need::Optional => PAPERS.with("entry-if-any", "what", &section.title),
    };
    let most = section
        .most_words
        .map(|most| PAPERS.tell(&Message::new("form-most-words").with("count", most)));
    let hint: Vec<String> = [Some(section.prompt.clone()), most].into_iter().flatten().collect();
    let hint = hint.join(" ").trim().to_owned();
    let mut blocks = vec![Block::Heading(Heading::Edge, title)];
    if !hint.is_empty() {
        blocks.push(Block::Paragraph(vec![Run::slanted(hint)]));
    }
    blocks.push(blank("", if section.most_words.is_none() { 1 } else { ROOM }));
    blocks
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(code: &str) -> RuleSet {
        let set = entry::with_code(code).expect("the set is there");
        RuleSet { fields: set.fields.clone(), entry: set.rules.clone(), ..RuleSet::default() }
    }

    fn blanks(form: &Form) -> Vec<String> {
        let label = |block: &Block| match block {
            Block::Blank(blank) if !blank.label.is_empty() => Some(blank.label.clone()),
            _ => None,
        };
        form.body.iter().filter_map(label).collect()
    }

    #[test]
    fn the_form_asks_what_the_rules_ask() {
        let form = registration("Cuộc thi của tỉnh Sa Lĩnh", &rules("youth"));
        let expect = [
            "1. Tên giải pháp:",
            "Giới tính:",
            "Nơi ở:",
            "Điện thoại (nếu có):",
            "Thư điện tử (nếu có):",
            "Áp dụng lần đầu từ tháng, năm:",
            "Áp dụng tại:",
        ];
        assert_eq!(blanks(&form), expect);
        let table = form.body.iter().find_map(|block| match block {
            Block::Table(table) => Some(table),
            _ => None,
        });
        let heads: Vec<_> = table.expect("authors stand in a table").columns.iter().collect();
        let heads: Vec<&str> = heads.iter().map(|column| column.head.as_str()).collect();
        let expect =
            ["TT", "Họ và tên", "Ngày sinh", "Nơi công tác, học tập", "Đóng góp (%)", "Chữ ký"];
        assert_eq!(heads, expect);
    }

    #[test]
    fn every_part_of_the_description_has_room() {
        let rules = rules("essence");
        let form = description("Hội thi", &rules.entry);
        let heads = form.body.iter().filter(|it| matches!(it, Block::Heading(..))).count();
        let rooms = form.body.iter().filter(|it| matches!(it, Block::Blank(..))).count();
        assert_eq!((heads, rooms), (rules.entry.sections.len(), rules.entry.sections.len()));
    }

    #[test]
    fn files_have_names() {
        let check = |name: &str, expect| assert_eq!(Kind::read(name).ok(), expect, "{name}");
        check("phieu-dang-ky.pdf", Some((Kind::Registration, Layout::Pdf)));
        check("ban-mo-ta.docx", Some((Kind::Description, Layout::Docx)));
        check("ban-mo-ta.exe", None);
        check("ban-mo-ta", None);
        check("khac.pdf", None);
        let silent = RuleSet::default();
        assert!(file((Kind::Registration, Layout::Pdf), "Hội thi", &silent).is_err());
        assert_eq!(offered(&silent.entry), []);
    }
}
