//! People to call, as typed into rows.

use kernel::{Refusal, text};

use super::{CONTACTS, Typed, Wrong, line};
use crate::accounts::names::Email;
use crate::contests::draft::ContactDraft;
use crate::contests::store::ContactRow;

/// Reads every filled row.
pub fn contacts(typed: &Typed, wrong: &mut Wrong) -> Vec<ContactDraft> {
    let filled = CONTACTS.iter().filter(|row| typed.is_filled(row));
    filled.filter_map(|row| wrong.or_none(contact_of(typed, row))).collect()
}

/// Reads one row.
///
/// # Errors
/// A refusal beside the row.
pub fn contact_of(typed: &Typed, row: &'static str) -> Result<ContactDraft, Refusal> {
    let field = |name: &str| line(typed.row(row, name), row, 200);
    let draft = ContactDraft {
        unit: None,
        person: field("person")?,
        title: field("title")?,
        organisation: field("organisation")?,
        phones: phones(typed.row(row, "phones"), row)?,
        emails: emails(typed.row(row, "emails"), row)?,
        address: field("address")?,
        personal: !typed.row(row, "personal").is_empty(),
    };
    if draft.person.is_none() && draft.organisation.is_none() {
        return Err(Refusal::field(row, "contact-nameless"));
    }
    if draft.phones.is_empty() && draft.emails.is_empty() && draft.address.is_none() {
        return Err(Refusal::field(row, "contact-unreachable"));
    }
    Ok(draft)
}

fn several(typed: &str) -> impl Iterator<Item = &str> {
    typed.split([',', ';', '\n']).map(str::trim).filter(|one| !one.is_empty()).take(8)
}

fn phones(typed: &str, row: &'static str) -> Result<Vec<String>, Refusal> {
    several(typed)
        .map(|one| phone(one).ok_or_else(|| Refusal::field(row, "phone-unreadable")))
        .collect()
}

/// The digits of a number; nothing where it is none.
fn phone(typed: &str) -> Option<String> {
    let typed = text::clean(typed);
    let plain = |sign: char| sign.is_ascii_digit() || " +().-".contains(sign);
    let digits: String = typed.chars().filter(char::is_ascii_digit).collect();
    (typed.chars().all(plain) && (6..=20).contains(&digits.len())).then_some(digits)
}

fn emails(typed: &str, row: &'static str) -> Result<Vec<String>, Refusal> {
    let read = |one| Email::read(one).map(|email| email.as_str().to_owned());
    let wrong = |_| Refusal::field(row, "email-unreadable");
    several(typed).map(|one| read(one).map_err(wrong)).collect()
}

/// Puts a contact into a row.
pub fn put_contact(typed: &mut Typed, row: &str, contact: &ContactRow) {
    let fields = [
        ("person", &contact.person),
        ("title", &contact.title),
        ("organisation", &contact.organisation),
        ("address", &contact.address),
    ];
    for (field, value) in fields {
        typed.put_some(&format!("{row}-{field}"), value.as_ref());
    }
    typed.put(&format!("{row}-phones"), contact.phones.replace(',', ", "));
    typed.put(&format!("{row}-emails"), contact.emails.replace(',', ", "));
    typed.put_some(&format!("{row}-personal"), contact.personal.then_some("1"));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(pairs: &[(&str, &str)]) -> Result<ContactDraft, Refusal> {
        let mut typed = Typed::default();
        for (field, value) in pairs {
            typed.put(&format!("contact-0-{field}"), *value);
        }
        contact_of(&typed, "contact-0")
    }

    #[test]
    fn numbers_are_kept_as_digits() {
        let draft = read(&[
            ("organisation", "Ban Thư ký"),
            ("phones", "(0200) 3.812 345; 0900 000 111"),
            ("emails", "Hoithi@Tinh.example"),
        ]);
        let draft = draft.unwrap();
        assert_eq!(draft.phones, ["02003812345", "0900000111"]);
        assert_eq!(draft.emails, ["hoithi@tinh.example"]);
    }

    #[test]
    fn rows_say_what_is_wrong_with_them() {
        let check = |pairs: &[(&str, &str)], expect: &str| {
            assert_eq!(read(pairs).unwrap_err().fields[0].1.key, expect, "{pairs:?}");
        };
        check(&[("phones", "0200 3 812 345")], "contact-nameless");
        check(&[("person", "Bà Mẫu")], "contact-unreachable");
        check(&[("person", "Bà Mẫu"), ("phones", "gọi sau")], "phone-unreadable");
        check(&[("person", "Bà Mẫu"), ("emails", "mau@")], "email-unreadable");
    }
}
