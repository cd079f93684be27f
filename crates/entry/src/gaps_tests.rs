//! What the search for gaps promises.

use super::*;
use crate::rules::{Authors, Conditions, Item};
use crate::written::{Organisation, People, Solution};

fn rules() -> EntryRules {
    EntryRules {
        holders: vec![Holder::Person, Holder::Group, Holder::Organisation],
        authors: Authors {
            most: Some(2),
            shares: true,
            details: [(Detail::Phone, Need::Required), (Detail::Email, Need::Optional)].into(),
        },
        conditions: Conditions { applied: true, ..Conditions::default() },
        checklist: [
            ("mo-ta", Role::Description),
            ("phieu", Role::Registration),
            ("minh-chung", Role::Evidence),
            ("mo-hinh", Role::Model),
        ]
        .map(|(key, role)| item(key, role))
        .into(),
        sections: vec![
            section("diem-moi", Need::Required, Some(3)),
            section("khac", Need::Optional, None),
        ],
        ..EntryRules::default()
    }
}

fn item(key: &str, role: Role) -> Item {
    let takes = match role {
        Role::Model => Vec::new(),
        _ => vec![crate::FileKind::Pdf],
    };
    Item { key: key.into(), name: key.into(), role, takes, ..Item::default() }
}

fn section(key: &str, need: Need, most_words: Option<u32>) -> Section {
    Section { key: key.into(), title: key.into(), need, most_words, ..Section::default() }
}

fn author(name: &str, share: &str) -> Author {
    let details = [(Detail::Phone, "0912 345 678".to_owned())].into();
    Author { key: name.into(), name: name.into(), share: share.parse().ok(), details }
}

fn whole() -> Entry {
    Entry {
        solution: Solution {
            title: "Máy gieo hạt".into(),
            field: "Cơ khí".into(),
            applied_since: "5/2021".parse().ok(),
            applied_at: "xã Sa Lĩnh".into(),
            ..Solution::default()
        },
        people: People {
            holder: Some(Holder::Group),
            organisation: Organisation::default(),
            authors: vec![author("An", "60"), author("Bình", "40")],
        },
        description: [("diem-moi".to_owned(), "Gieo ba hàng".to_owned())].into(),
    }
}

fn told(entry: &Entry, held: &[&str]) -> Vec<String> {
    let held = held.iter().map(|key| (*key).to_owned()).collect();
    let (rules, fields) = (rules(), ["Cơ khí".to_owned(), "Y dược".to_owned()]);
    let against = Against { rules: &rules, fields: &fields, since: Some(2019), held: &held };
    let told = |gap: Gap| {
        let mark = if gap.weight == Weight::Stops { "!" } else { "?" };
        format!("{mark} {} {} {}", gap.step.code(), gap.field, gap.says.key)
    };
    entry.gaps(&against).into_iter().map(told).collect()
}

#[test]
fn a_whole_entry_lacks_nothing() {
    assert_eq!(told(&whole(), &["minh-chung"]), [] as [&str; 0]);
}

#[test]
fn an_empty_entry_lacks_everything_in_the_order_of_the_form() {
    assert_eq!(
        told(&Entry::default(), &[]),
        [
            "! solution title gap-title",
            "! solution field gap-field",
            "! solution applied-since gap-applied-since",
            "! people holder gap-holder",
            "! people authors gap-no-author",
            "! description diem-moi gap-section",
            "? files minh-chung gap-file",
        ]
    );
}

#[test]
fn what_does_not_fit_is_said_where_it_is() {
    let check = |change: fn(&mut Entry), expect: &[&str]| {
        let mut entry = whole();
        change(&mut entry);
        assert_eq!(told(&entry, &["minh-chung"]), expect);
    };
    check(
        |it| it.solution.second_field = "Cơ khí".into(),
        &["! solution second-field gap-second-field"],
    );
    check(|it| it.solution.field = "Hóa".into(), &["! solution field gap-field"]);
    check(
        |it| it.solution.applied_since = "2018".parse().ok(),
        &["? solution applied-since gap-applied-early"],
    );
    check(
        |it| it.people.holder = Some(Holder::Person),
        &["! people holder gap-person-with-several"],
    );
    check(
        |it| it.people.holder = Some(Holder::Organisation),
        &["! people organisation gap-organisation"],
    );
    check(
        |it| it.people.authors.push(author("Chi", "0")),
        &["! people authors gap-too-many-authors"],
    );
    check(|it| it.people.authors[1].share = "39,99".parse().ok(), &["! people shares gap-shares"]);
    check(
        |it| it.people.authors[1] = Author { key: "b".into(), ..Author::default() },
        &[
            "! people author-1-name gap-author-name",
            "! people author-1-share gap-share",
            "! people author-1-phone gap-author-phone",
            "! people shares gap-shares",
        ],
    );
    check(
        |it| it.description = [("diem-moi".to_owned(), "một hai ba bốn".to_owned())].into(),
        &["! description diem-moi gap-section-long"],
    );
}

#[test]
fn a_description_can_be_a_file() {
    let mut entry = whole();
    entry.description.clear();
    assert_eq!(told(&entry, &["mo-ta", "minh-chung"]), [] as [&str; 0]);
}

#[test]
fn steps_are_known_by_their_words() {
    assert_eq!(Step::ALL.map(Step::code), ["solution", "people", "description", "files"]);
    assert_eq!(Step::ALL.map(|step| Step::with_code(step.code())), Step::ALL.map(Some));
}
