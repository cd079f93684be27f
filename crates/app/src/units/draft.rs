//! What somebody typed about a unit, parsed.

use kernel::id::UnitId;
use kernel::{Day, Message, Refusal, text};

use super::Kind;
use crate::accounts::names::Email;

/// Most characters of a name.
const LONGEST_NAME: usize = 200;

/// A unit's name (tên đơn vị): one line, NFC, not empty, at most 200 characters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnitName(String);

impl UnitName {
    /// Reads a name.
    ///
    /// # Errors
    /// A refusal beside the field `name`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        line(typed, "name", "unit-name-empty").map(Self)
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Another way to write a unit's name, e.g. `Sở TN&MT`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Alias(String);

impl Alias {
    /// Reads an alias.
    ///
    /// # Errors
    /// A refusal beside the field `alias`.
    pub fn read(typed: &str) -> Result<Self, Refusal> {
        line(typed, "alias", "unit-alias-empty").map(Self)
    }

    /// The alias.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

fn line(typed: &str, field: &'static str, empty: &'static str) -> Result<String, Refusal> {
    let line = text::clean(typed);
    match line.chars().count() {
        0 => Err(Refusal::field(field, empty)),
        1..=LONGEST_NAME => Ok(line),
        _ => {
            let message = Message::new("name-too-long").with("longest", LONGEST_NAME);
            Err(Refusal::field(field, message))
        }
    }
}

/// A unit that is to be founded.
#[derive(Debug, Clone)]
pub struct UnitDraft {
    /// Its name.
    pub name: UnitName,
    /// What kind of body it is.
    pub kind: Kind,
    /// The office's own code.
    pub code: Option<String>,
    /// Code and era of its territory in the gazetteer.
    pub place: Option<String>,
    /// Under which unit it stands.
    pub parent: Option<UnitId>,
    /// First day; nothing when it was there from the beginning.
    pub founded_on: Option<Day>,
    /// Other ways to write its name.
    pub aliases: Vec<Alias>,
}

/// A unit as typed into a form.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct TypedUnit {
    /// Name.
    #[serde(default)]
    pub name: String,
    /// Code of the kind.
    #[serde(default)]
    pub kind: String,
    /// The office's own code.
    #[serde(default)]
    pub code: String,
    /// Code or name of the parent.
    #[serde(default)]
    pub parent: String,
    /// First day.
    #[serde(default)]
    pub founded: String,
    /// Aliases, one on each line or between semicolons.
    #[serde(default)]
    pub aliases: String,
}

impl TypedUnit {
    /// Reads a unit; every field that is wrong gets its sentence. `parent` is the unit that the field
    /// of this name was found to mean.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read(&self, parent: Result<Option<UnitId>, Refusal>) -> Result<UnitDraft, Refusal> {
        let name = UnitName::read(&self.name);
        let kind = self.kind.parse().map_err(|_| Refusal::field("kind", "unit-kind-missing"));
        let founded_on = optional(&self.founded, "founded", "day-unreadable");
        let code = code(&self.code);
        let aliases = self.aliases.split(['\n', ';']).filter(|line| !line.trim().is_empty());
        let aliases = aliases.map(Alias::read).collect::<Result<Vec<_>, _>>();
        match (name, kind, parent, founded_on, code, aliases) {
            (Ok(name), Ok(kind), Ok(parent), Ok(founded_on), Ok(code), Ok(aliases)) => {
                Ok(UnitDraft { name, kind, code, place: None, parent, founded_on, aliases })
            }
            (name, kind, parent, founded_on, code, aliases) => {
                let refusals = [
                    name.err(),
                    kind.err(),
                    parent.err(),
                    founded_on.err(),
                    code.err(),
                    aliases.err(),
                ];
                let fields = refusals.into_iter().flatten().flat_map(|refusal| refusal.fields);
                let refusal = Refusal::invalid("form-has-errors");
                Err(fields.fold(refusal, |refusal, (field, text)| refusal.and_field(field, text)))
            }
        }
    }
}

/// A field that may stay empty.
fn optional<T: std::str::FromStr>(
    typed: &str,
    field: &'static str,
    wrong: &'static str,
) -> Result<Option<T>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::field(field, wrong)),
    }
}

pub(super) fn code(typed: &str) -> Result<Option<String>, Refusal> {
    let code = text::clean(typed);
    match code.chars().count() {
        0 => Ok(None),
        1..=40 => Ok(Some(code)),
        _ => Err(Refusal::field("code", Message::new("name-too-long").with("longest", 40))),
    }
}

/// Whom to call at a unit (đầu mối liên hệ).
#[derive(Debug, Clone)]
pub struct ContactDraft {
    /// The person, or the desk.
    pub name: String,
    /// What they answer for.
    pub duty: Option<String>,
    /// E-mail.
    pub email: Option<String>,
    /// Telephone.
    pub phone: Option<String>,
    /// Whether it is a person's own number: shown only to the office and to the unit itself.
    pub personal: bool,
}

/// A contact as typed into a form.
#[derive(Debug, Clone, Default, serde::Deserialize)]
pub struct TypedContact {
    /// The person, or the desk.
    #[serde(default)]
    pub contact: String,
    /// What they answer for.
    #[serde(default)]
    pub duty: String,
    /// E-mail.
    #[serde(default)]
    pub email: String,
    /// Telephone.
    #[serde(default)]
    pub phone: String,
    /// Any text when it is a person's own number.
    pub personal: Option<String>,
}

impl TypedContact {
    /// Reads a contact.
    ///
    /// # Errors
    /// A refusal beside the field that is wrong.
    pub fn read(&self) -> Result<ContactDraft, Refusal> {
        let some = |typed: &str| Some(text::clean(typed)).filter(|text| !text.is_empty());
        let email = some(&self.email).map(|email| Email::read(&email)).transpose()?;
        let phone = some(&self.phone);
        if phone.as_deref().is_some_and(|phone| !is_phone(phone)) {
            return Err(Refusal::field("phone", "phone-unreadable"));
        }
        Ok(ContactDraft {
            name: line(&self.contact, "contact", "contact-name-empty")?,
            duty: some(&self.duty).map(|duty| duty.chars().take(LONGEST_NAME).collect()),
            email: email.map(|email| email.as_str().to_owned()),
            phone,
            personal: self.personal.is_some(),
        })
    }
}

fn is_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let only = text.chars().all(|letter| letter.is_ascii_digit() || " .+-()/".contains(letter));
    only && (6..=20).contains(&digits)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_wrong_field_gets_its_sentence() {
        let typed = TypedUnit {
            kind: "castle".into(),
            founded: "31/4/2025".into(),
            ..TypedUnit::default()
        };
        let refusal = typed.read(Err(Refusal::field("parent", "unit-unknown"))).unwrap_err();
        let fields: Vec<_> =
            refusal.fields.iter().map(|(name, text)| (*name, &*text.key)).collect();
        assert_eq!(
            fields,
            [
                ("name", "unit-name-empty"),
                ("kind", "unit-kind-missing"),
                ("parent", "unit-unknown"),
                ("founded", "day-unreadable"),
            ]
        );
    }

    #[test]
    fn a_megabyte_is_no_name() {
        let refusal = UnitName::read(&"ơ".repeat(500_000)).unwrap_err();
        assert_eq!(refusal.fields[0].1, Message::new("name-too-long").with("longest", 200));
    }

    #[test]
    fn phones_are_numbers() {
        let check = |text: &str, expect: bool| assert_eq!(is_phone(text), expect, "{text}");
        check("0200 3 812 345", true);
        check("(+84) 200.3812345", true);
        check("gọi chị Mẫu", false);
        check("123", false);
    }
}
