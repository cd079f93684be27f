//! What goes of one author in dossiers that stay, and which drafts are nobody else's.

use std::collections::BTreeSet;

use ::store::{Reader, Tx};
use entry::{Author, Detail, People, Step};
use kernel::id::AccountId;
use kernel::{Failure, Fault, text};

use super::DossierId;
use super::manifest::Manifest;
use super::store::{self, forget as rows};
use crate::audit::Act;
use crate::audit::forgetting::RowName;

/// What stays of an author in the record of a contest, beside name and share: what prize lists and councils name.
const STAYS: [Detail; 4] =
    [Detail::Occupation, Detail::Position, Detail::Degree, Detail::Workplace];

/// The drafts of which the account is the only member.
///
/// # Errors
/// The database is away.
pub async fn own_drafts(reader: &Reader, account: AccountId) -> Result<Vec<DossierId>, Fault> {
    rows::lone_drafts(reader, account).await
}

/// The versions that tell of the author who has the account's name, number or address, of which the ledger has digests.
///
/// # Errors
/// The database is away.
pub async fn named_in(
    reader: &Reader,
    account: AccountId,
    (name, login): (&str, &str),
) -> Result<BTreeSet<RowName>, Fault> {
    let name = text::fold(name);
    let mut named = BTreeSet::new();
    for id in rows::of_member(reader, account).await? {
        for version in store::versions(reader, id.parse()?).await? {
            let mut people = Manifest::read(&version.body)?.entry.people;
            if blank(&mut people, |author| is_called(author, (&name, login))) {
                named.insert(("dossier_version".to_owned(), version.id));
            }
        }
    }
    Ok(named)
}

/// Blanks what the account's dossiers tell of the author who has its name, number or address. The digest of a version
/// becomes that of what is left: against the old one a telephone number could be guessed.
///
/// # Errors
/// The database is away.
pub async fn blank_author(
    tx: &mut Tx,
    account: AccountId,
    (name, login): (&str, &str),
    mut act: Act,
) -> Result<Act, Failure> {
    let name = text::fold(name);
    let is_them = |author: &Author| is_called(author, (&name, login));
    for id in rows::of_member(tx, account).await? {
        let id: DossierId = id.parse().map_err(Fault::from)?;
        for version in store::versions(tx, id).await? {
            let mut manifest = Manifest::read(&version.body)?;
            if blank(&mut manifest.entry.people, is_them) {
                let sealed = manifest.seal()?;
                rows::blank_version(tx, &version.id, &sealed.body).await?;
                rows::set_digest(tx, &version.id, &sealed.digest).await?;
                act = act.row("dossier_version", version.id);
            }
        }
        if let Some(part) = store::part(tx, id, Step::People).await? {
            let mut people: People = serde_json::from_str(&part.body).map_err(Fault::from)?;
            if blank(&mut people, is_them) {
                let body = serde_json::to_string(&people).map_err(Fault::from)?;
                rows::blank_part(tx, id, Step::People.code(), &body).await?;
            }
            for author in people.authors.iter().filter(|author| is_them(author)) {
                rows::forget_signs_of(tx, id, &author.key).await?;
            }
        }
    }
    Ok(act)
}

/// Whether this author is the one with a name or a login.
fn is_called(author: &Author, (name, login): (&str, &str)) -> bool {
    let told = |detail: Detail| author.details.get(&detail).map(String::as_str).unwrap_or_default();
    let digits = |text: &str| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let national = digits(login);
    let national = national.strip_prefix("84").unwrap_or(&national);
    let phone = digits(told(Detail::Phone));
    text::fold(&author.name) == name
        || (!login.is_empty() && told(Detail::Email).eq_ignore_ascii_case(login))
        || (national.len() >= 9 && phone.ends_with(national))
}

/// Whether anything was there to be blanked.
fn blank(people: &mut People, is_them: impl Fn(&Author) -> bool) -> bool {
    let mut removed = false;
    for author in people.authors.iter_mut().filter(|author| is_them(author)) {
        let before = author.details.len();
        author.details.retain(|detail, _| STAYS.contains(detail));
        removed |= author.details.len() != before;
    }
    removed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn author(name: &str, details: &[(Detail, &str)]) -> Author {
        let details = details.iter().map(|(detail, told)| (*detail, (*told).to_owned()));
        Author { name: name.to_owned(), details: details.collect(), ..Author::default() }
    }

    #[test]
    fn an_author_is_known_by_name_number_or_address() {
        let check = |author: &Author, login: &str, expect: bool| {
            assert_eq!(is_called(author, ("lo van gieo", login)), expect, "{author:?} {login}");
        };
        check(&author("LÒ VĂN GIEO", &[]), "x@y.vn", true);
        check(&author("Vàng Thị Hạt", &[]), "x@y.vn", false);
        check(&author("Hạt", &[(Detail::Email, "X@Y.vn")]), "x@y.vn", true);
        check(&author("Hạt", &[(Detail::Phone, "0912 345 678")]), "+84912345678", true);
        check(&author("Hạt", &[(Detail::Phone, "0912 345 678")]), "+84912345679", false);
        check(&author("Hạt", &[]), "", false);
    }

    #[test]
    fn what_the_record_needs_stays() {
        let details = [(Detail::Phone, "1"), (Detail::Birth, "1980"), (Detail::Workplace, "Sở")];
        let mut people = People { authors: vec![author("A", &details)], ..People::default() };
        assert!(blank(&mut people, |_| true));
        assert_eq!(people.authors, [author("A", &[(Detail::Workplace, "Sở")])]);
        assert!(!blank(&mut people, |_| true));
    }
}
