//! Lists of dossiers, and what they are found by.

use kernel::id::{AccountId, UnitId};
use kernel::{Failure, Fault, Instant, text};
use sea_orm::FromQueryResult;
use store::{Reader, Tx, Value};

use crate::accounts::login::Login;
use crate::dossiers::{DossierId, manifest};
use entry::{Author, Detail, Entry};

/// A dossier among somebody's own.
#[derive(Debug, Clone, FromQueryResult)]
pub struct OwnRow {
    /// Id.
    pub id: String,
    /// Its number.
    pub number: Option<i64>,
    /// Word of the state.
    pub state: String,
    /// The contest.
    pub contest_id: String,
    /// Name of the contest.
    pub contest: String,
    /// JSON of the solution as it is being written.
    pub solution: Option<String>,
    /// The title as it was handed in.
    pub title: Option<String>,
    /// When it was last written on.
    pub saved_at: Option<i64>,
    /// When it was begun.
    pub opened_at: i64,
}

/// The dossiers that an account may write, the newest first.
pub async fn of_account(
    reader: &Reader,
    account: AccountId,
    (limit, offset): (i64, i64),
) -> Result<Vec<OwnRow>, Fault> {
    let sql = "select d.id, d.number, d.state, d.contest_id, c.name as contest, p.body as solution,
            s.title, p.saved_at, d.opened_at
        from dossier_member m join dossier d on d.id = m.dossier_id
            join contest c on c.id = d.contest_id
            left join dossier_part p on p.dossier_id = d.id and p.step = 'solution'
            left join dossier_search s on s.dossier_id = d.id
        where m.account_id = $1 and m.left_at is null
        order by d.opened_at desc, d.id desc limit $2 offset $3";
    reader.rows(sql, [account.to_string().into(), limit.into(), offset.into()]).await
}

/// A request for confirmation among those of some units.
#[derive(Debug, Clone, FromQueryResult)]
pub struct WaitingRow {
    /// Id.
    pub id: String,
    /// Name of the contest.
    pub contest: String,
    /// JSON of the solution as it is being written.
    pub solution: Option<String>,
    /// Who asked.
    pub asked_by: Option<String>,
    /// When.
    pub asked_at: i64,
    /// Word of the answer.
    pub answer: Option<String>,
}

/// What units are asked to confirm: first what waits, then the newest.
pub async fn confirmations_of(
    reader: &Reader,
    units: &[UnitId],
    (limit, offset): (i64, i64),
) -> Result<Vec<WaitingRow>, Fault> {
    if units.is_empty() {
        return Ok(Vec::new());
    }
    let places: Vec<String> = (3..units.len() + 3).map(|at| format!("${at}")).collect();
    let sql = format!(
        "select f.id, c.name as contest, p.body as solution, a.name as asked_by, f.asked_at, f.answer
         from dossier_confirmation f join dossier d on d.id = f.dossier_id
            join contest c on c.id = d.contest_id
            left join dossier_part p on p.dossier_id = d.id and p.step = 'solution'
            left join account a on a.id = f.asked_by
         where f.unit_id in ({}) and d.state <> 'withdrawn'
         order by case when f.answer is null then 0 else 1 end, f.asked_at desc, f.id desc
         limit $1 offset $2",
        places.join(", ")
    );
    let mut values: Vec<Value> = vec![limit.into(), offset.into()];
    values.extend(units.iter().map(|unit| Value::from(unit.to_string())));
    reader.rows(&sql, values).await
}

/// What a dossier that was handed in is found by, as its newest version has it.
#[derive(Debug, Clone, PartialEq, Eq, FromQueryResult)]
pub struct SearchRow {
    /// Its number.
    pub number: i64,
    /// Its field; may be empty.
    pub field: String,
    /// As it was handed in.
    pub title: String,
    /// Names, one on each line.
    pub authors: String,
    /// Title, authors, organisation and number in lower case without marks.
    pub folded: String,
    /// The title, for sorting.
    pub sort_key: String,
    /// When it was first applied, ISO at the precision known.
    pub applied: Option<String>,
    /// When its newest version was here.
    pub received_at: i64,
    /// Names in lower case without marks, one on each line.
    pub people_folded: String,
}

impl SearchRow {
    /// What follows from what was handed in.
    pub fn of(number: i64, entry: &Entry, received: Instant) -> Self {
        let authors: Vec<&str> = entry.people.authors.iter().map(|it| it.name.as_str()).collect();
        let people: Vec<String> = authors.iter().map(|name| text::fold(name)).collect();
        let authors = authors.join("\n");
        let solution = &entry.solution;
        let folded =
            format!("{} {} {} {number}", solution.title, authors, entry.people.organisation.name);
        Self {
            number,
            field: solution.field.clone(),
            title: solution.title.clone(),
            folded: text::fold(&folded),
            sort_key: text::sort_key(&solution.title),
            applied: solution.applied_since.map(|since| since.to_string()),
            received_at: received.millis(),
            people_folded: people.join("\n"),
            authors,
        }
    }
}

/// Writes down what a dossier that was handed in is found by; its state follows with the step.
pub async fn note_search(tx: &mut Tx, id: DossierId, row: SearchRow) -> Result<(), Failure> {
    let sql = "insert into dossier_search (dossier_id, contest_id, number, state, unit_id, field,
            title, authors, folded, sort_key, applied, received_at, people_folded)
        select d.id, d.contest_id, $2, d.state, d.unit_id, $3, $4, $5, $6, $7, $8, $9, $10
        from dossier d where d.id = $1
        on conflict (dossier_id) do update set number = excluded.number, state = excluded.state,
            unit_id = excluded.unit_id, field = excluded.field, title = excluded.title,
            authors = excluded.authors, folded = excluded.folded, sort_key = excluded.sort_key,
            applied = excluded.applied, received_at = excluded.received_at,
            people_folded = excluded.people_folded";
    let values: [Value; 10] = [
        id.to_string().into(),
        row.number.into(),
        row.field.into(),
        row.title.into(),
        row.authors.into(),
        row.folded.into(),
        row.sort_key.into(),
        row.applied.into(),
        row.received_at.into(),
        row.people_folded.into(),
    ];
    tx.run(sql, values).await.map(drop)
}

/// Writes down by what the same person is found in two dossiers: the newest version counts.
pub async fn note_signs(tx: &mut Tx, id: DossierId, entry: &Entry) -> Result<(), Failure> {
    tx.run("delete from dossier_sign where dossier_id = $1", [id.to_string().into()]).await?;
    for author in &entry.people.authors {
        for (kind, digest) in signs(author) {
            let sql =
                "insert into dossier_sign (id, dossier_id, contest_id, author_key, kind, digest)
                select $1, d.id, d.contest_id, $3, $4, $5 from dossier d where d.id = $2";
            let values = [
                format!("{id}/{}/{kind}", author.key).into(),
                id.to_string().into(),
                author.key.clone().into(),
                kind.into(),
                digest.into(),
            ];
            tx.run(sql, values).await?;
        }
    }
    Ok(())
}

/// A number by its digits, an address in lower case, a birthday only beside the name: alone it says nothing.
fn signs(author: &Author) -> Vec<(&'static str, String)> {
    let told = |detail: Detail| author.details.get(&detail).filter(|told| !told.is_empty());
    let digits = |told: &String| told.chars().filter(char::is_ascii_digit).collect::<String>();
    let phone = told(Detail::Phone).map(digits).filter(|digits| digits.len() >= 9);
    let email = told(Detail::Email).map(|told| told.to_lowercase());
    let birth = told(Detail::Birth).map(|told| format!("{} {told}", text::fold(&author.name)));
    let signs = [("phone", phone), ("email", email), ("birth", birth)];
    let signs = signs.into_iter().filter_map(|(kind, sign)| Some((kind, sign?)));
    signs.map(|(kind, sign)| (kind, digest(kind, &sign))).collect()
}

fn digest(kind: &str, sign: &str) -> String {
    manifest::digest(&format!("{kind}:{sign}"))
}

/// The sign by which somebody with this login is found among authors; nothing for the number of a card.
pub fn sign_of_login(login: &Login) -> Option<String> {
    match login {
        Login::Email(email) => Some(digest("email", &email.as_str().to_lowercase())),
        Login::Phone(_) => {
            let national = login.as_str().strip_prefix("+84").unwrap_or(login.as_str());
            Some(digest("phone", &format!("0{national}")))
        }
        Login::Card(_) => None,
    }
}

#[derive(FromQueryResult)]
struct Address {
    email: String,
    locale: String,
}

/// Where to write to those who write a dossier: address and language.
pub async fn addresses(reader: &Reader, id: DossierId) -> Result<Vec<(String, String)>, Fault> {
    let sql = "select a.email, a.locale from dossier_member m
            join account a on a.id = m.account_id and a.disabled_at is null
        where m.dossier_id = $1 and m.left_at is null and a.email is not null order by a.email";
    let rows: Vec<Address> = reader.rows(sql, [id.to_string().into()]).await?;
    Ok(rows.into_iter().map(|row| (row.email, row.locale)).collect())
}
