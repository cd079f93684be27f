//! Which certificates a list of prizes asks for, beside those that were issued.

use super::store::CertificateRow;
use crate::awards::WinnerRow;

/// For whom a certificate is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// One for each author (mỗi tác giả một giấy).
    EachAuthor,
    /// One for all authors of a dossier together (mỗi giải pháp một giấy).
    EachDossier,
}

impl Form {
    /// Its word in forms and in the database.
    pub const fn code(self) -> &'static str {
        match self {
            Self::EachAuthor => "author",
            Self::EachDossier => "dossier",
        }
    }
}

/// A certificate that is to be issued.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due<'w> {
    /// The prize that it is for.
    pub winner: &'w WinnerRow,
    /// 1, 2, … among the authors; 0: all of them together.
    pub author: i64,
    /// Names, one on each line.
    pub holder: String,
}

/// What a list asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan<'w> {
    /// What is missing, from the highest prize down.
    pub due: Vec<Due<'w>>,
    /// Ids of what stands although the list does not give that prize.
    pub over: Vec<String>,
}

/// Compares a list with what was issued. What a person declared void is not issued again: that is decided one by one.
pub fn plan<'w>(winners: &'w [WinnerRow], issued: &[CertificateRow], form: Form) -> Plan<'w> {
    let is_of = |row: &CertificateRow, winner: &WinnerRow| {
        row.dossier_id == winner.dossier_id && row.prize == winner.name
    };
    let holds = |row: &&CertificateRow| row.ended_list_id.is_none();
    let over = issued.iter().filter(|row| row.ended_at.is_none());
    let over = over.filter(|row| !winners.iter().any(|winner| is_of(row, winner)));
    let mut due = Vec::new();
    for winner in winners {
        let of_it: Vec<&CertificateRow> =
            issued.iter().filter(holds).filter(|row| is_of(row, winner)).collect();
        let has = |author: i64| {
            of_it.iter().any(|row| author == 0 || row.author == 0 || row.author == author)
        };
        due.extend(wanted(winner, form).into_iter().filter(|one| !has(one.author)));
    }
    Plan { due, over: over.map(|row| row.id.clone()).collect() }
}

fn wanted(winner: &WinnerRow, form: Form) -> Vec<Due<'_>> {
    match form {
        Form::EachDossier => vec![Due { winner, author: 0, holder: winner.authors.clone() }],
        Form::EachAuthor => {
            let authors = (1..).zip(winner.authors.lines());
            let due = |(author, name): (i64, &str)| Due { winner, author, holder: name.to_owned() };
            authors.map(due).collect()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn winner(dossier: &str, prize: &str, authors: &str) -> WinnerRow {
        WinnerRow {
            dossier_id: dossier.to_owned(),
            number: 1,
            title: "Máy tách hạt".to_owned(),
            authors: authors.to_owned(),
            field: String::new(),
            unit: None,
            prize: prize.to_lowercase(),
            name: prize.to_owned(),
            money: 0,
            is_forwarded: false,
        }
    }

    fn issued(dossier: &str, prize: &str, author: i64) -> CertificateRow {
        CertificateRow {
            id: format!("{dossier}-{prize}-{author}"),
            dossier_id: dossier.to_owned(),
            prize: prize.to_owned(),
            author,
            ..CertificateRow::default()
        }
    }

    fn due(plan: &Plan<'_>) -> Vec<(String, i64, String)> {
        let told = |due: &Due<'_>| (due.winner.dossier_id.clone(), due.author, due.holder.clone());
        plan.due.iter().map(told).collect()
    }

    #[test]
    fn each_author_or_each_dossier_has_one() {
        let winners = [winner("a", "Nhất", "Pháo\nSáu"), winner("b", "Nhì", "Bình")];
        let of = |dossier: &str, author, name: &str| (dossier.to_owned(), author, name.to_owned());
        let each = plan(&winners, &[], Form::EachAuthor);
        assert_eq!(due(&each), [of("a", 1, "Pháo"), of("a", 2, "Sáu"), of("b", 1, "Bình")]);
        let all = plan(&winners, &[], Form::EachDossier);
        assert_eq!(due(&all), [of("a", 0, "Pháo\nSáu"), of("b", 0, "Bình")]);
    }

    #[test]
    fn what_was_issued_is_not_issued_again() {
        let winners = [winner("a", "Nhất", "Pháo\nSáu"), winner("b", "Nhì", "Bình")];
        let there = [issued("a", "Nhất", 2), issued("b", "Nhì", 0)];
        let each = plan(&winners, &there, Form::EachAuthor);
        assert_eq!(due(&each), [("a".to_owned(), 1, "Pháo".to_owned())]);
        assert_eq!(due(&plan(&winners, &there, Form::EachDossier)), []);
        let void = CertificateRow { ended_at: Some(1), ..issued("a", "Nhất", 1) };
        let there = [void, there[0].clone(), there[1].clone()];
        assert_eq!(plan(&winners, &there, Form::EachAuthor), Plan::default());
    }

    #[test]
    fn a_later_list_ends_what_it_does_not_give() {
        let winners = [winner("a", "Nhì", "Pháo")];
        let there = [issued("a", "Nhất", 1), issued("b", "Nhì", 1)];
        let second = plan(&winners, &there, Form::EachAuthor);
        assert_eq!(due(&second), [("a".to_owned(), 1, "Pháo".to_owned())]);
        assert_eq!(second.over, ["a-Nhất-1", "b-Nhì-1"]);
        // A third list that gives the first prize back asks for a certificate again.
        let ended = |row: CertificateRow| CertificateRow {
            ended_at: Some(1),
            ended_list_id: Some("2".to_owned()),
            ..row
        };
        let there = [ended(there[0].clone()), ended(there[1].clone()), issued("a", "Nhì", 1)];
        let winners = [winner("a", "Nhất", "Pháo")];
        let third = plan(&winners, &there, Form::EachAuthor);
        assert_eq!((third.due.len(), third.over), (1, vec!["a-Nhì-1".to_owned()]));
    }
}
