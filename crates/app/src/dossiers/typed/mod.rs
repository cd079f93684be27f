//! What somebody typed about entries, field by field, and what it means once it is parsed.

mod put;
pub mod written;

use entry::{
    Authors, Conditions, Confirmation, Detail, EntryRules, FileKind, Files, Group, Holder, Item,
    Need, Role, Section, Trouble, Won,
};
use kernel::Refusal;

pub use put::put;

use crate::contests::typed::{GROUPED, ITEMS, SECTIONS, Typed, Wrong, line, lines, list, optional};

/// Most letters of a heading or a name.
const NAME: usize = 200;
/// Most signs of a key.
const KEY: usize = 40;
/// Most letters of a note or a prompt.
const NOTE: usize = 1_000;

/// Reads what is asked of an entry; what is wrong, `wrong` then knows. `fields` are those of the contest.
pub fn read(typed: &Typed, fields: &[String], wrong: &mut Wrong) -> EntryRules {
    let sections = sections(typed, wrong);
    let rules = EntryRules {
        holders: Holder::ALL.into_iter().filter(|it| ticked(typed, "holder", it.code())).collect(),
        authors: authors(typed, wrong),
        second_field: typed.has("second-field"),
        groups: groups(typed, fields, wrong),
        conditions: conditions(typed, wrong),
        checklist: items(typed, wrong),
        sections,
        confirmation: coded(typed.text("confirmation"), &Confirmation::ALL, Confirmation::code),
        undertaking: wrong.or_empty(list(typed.text("undertaking"), "undertaking")),
        paper_copies: number(typed, "copies", 20, wrong).unwrap_or_default(),
        files: files(typed, wrong),
    };
    for trouble in rules.troubles(fields) {
        wrong.or_none::<()>(Err(refused(&trouble)));
    }
    rules
}

fn ticked(typed: &Typed, group: &str, code: &str) -> bool {
    typed.has(&format!("{group}-{code}"))
}

/// The one of `all` with the code, or the first, which a form offers.
fn coded<T: Copy>(typed: &str, all: &[T], code: fn(T) -> &'static str) -> T {
    let found = all.iter().copied().find(|one| code(*one) == typed);
    found.unwrap_or(all[0])
}

fn number<T: std::str::FromStr + PartialOrd>(
    typed: &Typed,
    field: &'static str,
    most: T,
    wrong: &mut Wrong,
) -> Option<T> {
    let read: Option<T> =
        wrong.or_empty(optional(typed.text(field), field, "entry-number-unreadable"));
    if read.as_ref().is_some_and(|number| *number > most) {
        wrong.or_none::<()>(Err(Refusal::field(field, "entry-number-unreadable")));
    }
    read
}

fn authors(typed: &Typed, wrong: &mut Wrong) -> Authors {
    let need = |detail: Detail| {
        let typed = typed.text(&format!("detail-{}", detail.code()));
        Need::ALL.into_iter().find(|need| need.code() == typed)
    };
    let details = Detail::ALL.into_iter().filter_map(|detail| Some((detail, need(detail)?)));
    Authors {
        most: number(typed, "most", 100, wrong).filter(|most| *most > 0),
        shares: typed.has("shares"),
        details: details.collect(),
    }
}

/// Fields beside which the same group is named are judged together.
fn groups(typed: &Typed, fields: &[String], wrong: &mut Wrong) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (row, field) in GROUPED.iter().zip(fields) {
        let Some(name) = wrong.or_empty(line(typed.row(row, "name"), row, NAME)) else { continue };
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.fields.push(field.clone()),
            None => groups.push(Group { name, fields: vec![field.clone()] }),
        }
    }
    groups
}

fn conditions(typed: &Typed, wrong: &mut Wrong) -> Conditions {
    let won = typed.text("not-won");
    Conditions {
        applied: typed.has("applied"),
        not_won: Won::ALL.into_iter().find(|it| it.code() == won),
        not_entered: typed.has("not-entered"),
        no_officials: typed.has("no-officials"),
        others: wrong.or_empty(list(typed.text("others"), "others")),
    }
}

fn items(typed: &Typed, wrong: &mut Wrong) -> Vec<Item> {
    let filled: Vec<&'static str> = ITEMS.into_iter().filter(|row| typed.is_filled(row)).collect();
    let keys = keys(typed, &filled, ("item", KEY));
    let read = filled.iter().zip(keys).filter_map(|(row, key)| {
        let name = wrong.or_empty(line(typed.row(row, "name"), row, NAME));
        let note = wrong.or_empty(lines(typed.row(row, "note"), row, NOTE)).unwrap_or_default();
        let Some(name) = name else {
            return wrong.or_none(Err(Refusal::field(row, "entry-item-nameless")));
        };
        let takes = FileKind::ALL.into_iter();
        let takes = takes.filter(|kind| typed.has(&format!("{row}-takes-{}", kind.code())));
        Some(Item {
            key,
            name,
            role: role(typed.row(row, "role")),
            need: coded(typed.row(row, "need"), &Need::ALL, Need::code),
            takes: takes.collect(),
            note,
        })
    });
    read.collect()
}

fn role(typed: &str) -> Role {
    Role::ALL.into_iter().find(|role| role.code() == typed).unwrap_or_default()
}

fn sections(typed: &Typed, wrong: &mut Wrong) -> Vec<Section> {
    let filled: Vec<&'static str> =
        SECTIONS.into_iter().filter(|row| typed.is_filled(row)).collect();
    let keys = keys(typed, &filled, ("section", KEY));
    let read = filled.iter().zip(keys).filter_map(|(row, key)| {
        let title = wrong.or_empty(line(typed.row(row, "title"), row, NAME));
        let prompt = wrong.or_empty(lines(typed.row(row, "prompt"), row, NOTE)).unwrap_or_default();
        let criterion = wrong.or_empty(line(typed.row(row, "criterion"), row, NAME));
        let words = optional(typed.row(row, "words"), row, "entry-number-unreadable");
        let most_words: Option<u32> = wrong.or_empty(words);
        let Some(title) = title else {
            return wrong.or_none(Err(Refusal::field(row, "entry-section-nameless")));
        };
        let need = coded(typed.row(row, "need"), &Need::ALL, Need::code);
        Some(Section { key, title, prompt, criterion, need, most_words })
    });
    read.collect()
}

/// The key of each row: the one it brought, or a new one. A key that two rows bring is the first one's.
fn keys(typed: &Typed, rows: &[&'static str], (prefix, longest): (&str, usize)) -> Vec<String> {
    let mut keys: Vec<String> = Vec::with_capacity(rows.len());
    let brought: Vec<&str> = rows.iter().map(|row| typed.row(row, "key").trim()).collect();
    for key in &brought {
        let is_good = !key.is_empty()
            && key.len() <= longest
            && key.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
            && !keys.iter().any(|taken| taken == key);
        keys.push(match is_good {
            true => (*key).to_owned(),
            false => {
                let known = brought.iter().copied().chain(keys.iter().map(String::as_str));
                EntryRules::free_key(prefix, known)
            }
        });
    }
    keys
}

fn files(typed: &Typed, wrong: &mut Wrong) -> Files {
    let usual = Files::default();
    Files {
        each_mb: number(typed, "each-mb", 2_000, wrong).unwrap_or(usual.each_mb),
        all_mb: number(typed, "all-mb", 20_000, wrong).unwrap_or(usual.all_mb),
        most: number(typed, "most-files", 500, wrong).unwrap_or(usual.most),
        grace_minutes: number(typed, "grace", 1_440, wrong).unwrap_or_default(),
    }
}

/// What contradicts itself, beside the field of the form where it is put right.
fn refused(trouble: &Trouble) -> Refusal {
    let field = match trouble {
        Trouble::NoHolder => "holders",
        Trouble::GroupOfOne => "most",
        Trouble::Twice(_) | Trouble::NoEvidence => "items",
        Trouble::UnknownField(_) | Trouble::TwoGroups(_) | Trouble::NoGroup(_) => "groups",
        Trouble::Description => "sections",
    };
    Refusal::field(field, trouble.message())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_ready_set_reads_back() {
        for set in entry::ready() {
            let (mut typed, mut wrong) = (Typed::default(), Wrong::default());
            put(&mut typed, &set.rules, &set.fields);
            assert_eq!(read(&typed, &set.fields, &mut wrong), set.rules, "{}", set.code);
            assert!(wrong.finish().is_ok(), "{}", set.code);
        }
    }

    #[test]
    fn groups_are_fields_with_one_name() {
        let fields = ["Cơ khí", "Y dược", "Giáo dục"].map(str::to_owned);
        let mut typed = Typed::default();
        for (row, name) in GROUPED.iter().zip(["Kỹ thuật", "Đời sống", "Kỹ thuật"]) {
            typed.put(&format!("{row}-name"), name);
        }
        let mut wrong = Wrong::default();
        let group = |name: &str, fields: &[&str]| Group {
            name: name.to_owned(),
            fields: fields.iter().map(|field| (*field).to_owned()).collect(),
        };
        let expect = [group("Kỹ thuật", &["Cơ khí", "Giáo dục"]), group("Đời sống", &["Y dược"])];
        assert_eq!(groups(&typed, &fields, &mut wrong), expect);
    }

    #[test]
    fn rows_keep_their_keys() {
        let mut typed = Typed::default();
        for (row, key) in SECTIONS.iter().zip(["moi", "", "moi", "a b"]) {
            typed.put(&format!("{row}-key"), key);
        }
        let rows = &SECTIONS[..4];
        assert_eq!(
            keys(&typed, rows, ("section", KEY)),
            ["moi", "section-1", "section-2", "section-3"]
        );
    }

    #[test]
    fn what_is_wrong_is_said_beside_its_field() {
        let mut typed = Typed::default();
        typed.put("copies", "hai");
        typed.put("section-0-prompt", "Nêu điểm mới");
        let mut wrong = Wrong::default();
        read(&typed, &[], &mut wrong);
        let fields: Vec<_> =
            wrong.finish().unwrap_err().fields.into_iter().map(|(field, _)| field).collect();
        assert_eq!(fields, ["section-0", "copies", "holders"]);
    }
}
