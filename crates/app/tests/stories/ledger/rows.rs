//! Rows that somebody changes by SQL.

use store::{ColumnType, Table};

use super::{found, named};
use crate::access::contest::stands;
use crate::access::{award, council, dossier, paper, publicity, talk, work};
use crate::command_line::importing;
use crate::dossiers::standing::taking;
use crate::house::House;
use crate::portal::made;
use crate::{prior_art, privacy};

stories! {
    every_altered_column_of_every_protected_table_is_named,
    deleted_row_is_named,
    inserted_row_is_named,
    deleted_row_that_comes_back_is_named,
    honest_work_is_never_suspected,
}

/// Protected tables in which the story has no row.
const WITHOUT_ROWS: [&str; 8] = [
    "calendar_link",
    "letterhead",
    "mailing",
    "publicity_event",
    "remark",
    "report_chase",
    "report_source",
    "task_change",
];

/// One column of one row, before and after.
struct Alteration {
    table: String,
    key: String,
    id: String,
    column: String,
    before: Option<String>,
    kind: ColumnType,
}

async fn every_altered_column_of_every_protected_table_is_named(house: &House) {
    lived_in(house).await;
    let widest = house.app.store.schema().protected().map(|table| table.columns.len()).max();
    let mut without_rows = std::collections::BTreeSet::new();
    for column in 1..widest.unwrap() {
        let mut round = Vec::new();
        for table in house.app.store.schema().protected() {
            match chosen(house, table, column).await {
                Some(alteration) => round.push(alteration),
                None if table.columns.len() > column => drop(without_rows.insert(&table.name)),
                None => (),
            }
        }
        alter_and_find(house, &round).await;
    }
    assert_eq!(without_rows.into_iter().collect::<Vec<_>>(), WITHOUT_ROWS);
}

/// Words that columns take which take no others.
const WORDS: [&str; 57] = [
    "dossier",
    "vote",
    "drawn",
    "sitting",
    "forming",
    "judge",
    "given",
    "family",
    "en",
    "vi",
    "secretary",
    "coordinator",
    "merge",
    "split",
    "part",
    "whole",
    "none",
    "other",
    "agency",
    "closed",
    "monthly",
    "first",
    "open",
    "accepted",
    "coordinate",
    "lead",
    "related",
    "taken",
    "returned",
    "code",
    "opened",
    "withdrawn",
    "publication",
    "winner",
    "submitted",
    "owner",
    "helper",
    "letter",
    "paper",
    "account",
    "confirmed",
    "refused",
    "submit",
    "withdraw",
    "derived",
    "counter",
    "post",
    "good",
    "lacking",
    "valid",
    "ineligible",
    "decided",
    "settled",
    "settle",
    "author",
    "office",
    "erased",
];

/// Whatever leaves rows in protected tables.
async fn lived_in(house: &House) {
    house.known(world::SECRETARY).get("/account/second-factor").await.is(200);
    stands(house, "public").await;
    work::assignment(house, "reported").await;
    work::assignment(house, "asked").await;
    work::period_report(house, "submitted").await;
    publicity::activity(house).await;
    let contest = house.ask("select min(id) from contest").await.parse().unwrap();
    made::news(house, contest, true).await;
    helped_author(house).await;
    dossier::agreed(house).await;
    dossier::asked(house).await;
    talk::lived_through(house).await;
    judged(house).await;
    paper::paper(house, "accepted").await;
    prior_art::made::verdict(house).await;
    privacy::standing::run(house).await;
    importing::imported(house, taking(house).await);
}

/// A council that has judged, and a meeting that has decided.
async fn judged(house: &House) {
    council::lived_through(house).await;
    award::lived_through(house).await;
}

/// Somebody who was helped to come in, and somebody who agreed to something.
async fn helped_author(house: &House) {
    let person = house.known(world::SECRETARY);
    person.post("/people/authors", &[("name", "Giàng Thị Nhờ")]).await.is(200);
    person.post("/account/privacy/consents", &[("purpose", "entry")]).await.is(303);
    person.post("/account/data/erasure", &[]).await.is(303);
}

/// Another row for each column, so that the whole table is visited.
async fn chosen(house: &House, table: &Table, column: usize) -> Option<Alteration> {
    let column_there = table.columns.get(column)?;
    let rows = store::copy::rows_after(&house.app.store, table, None).await.unwrap();
    let row = rows.get(column * 7 % rows.len().max(1))?;
    Some(Alteration {
        table: table.name.clone(),
        key: table.key().to_owned(),
        id: row[table.key()].clone().unwrap(),
        column: column_there.name.clone(),
        before: row[&column_there.name].clone(),
        kind: column_there.kind,
    })
}

async fn alter_and_find(house: &House, round: &[Alteration]) {
    for one in round {
        one.alter(house).await;
    }
    let mut expected: Vec<_> =
        round.iter().map(|one| ("altered", one.table.clone(), one.id.clone())).collect();
    expected.sort();
    assert_eq!(named(&found(house, &[]).await), expected);
    for one in round {
        one.set(house, one.before.as_deref()).await.unwrap();
    }
}

impl Alteration {
    /// The first other value that the table's own checks let pass.
    async fn alter(&self, house: &House) {
        let before = self.before.clone();
        let others = match self.kind {
            ColumnType::Bigint => {
                let before = before.map_or(0, |number| number.parse::<i64>().unwrap());
                vec![(before + 1).to_string(), (before + 7).to_string()]
            }
            ColumnType::Boolean => vec![(before.as_deref() != Some("true")).to_string()],
            ColumnType::Text => {
                let longer = before.clone().unwrap_or_default() + "x";
                let checked = WORDS.map(str::to_owned).into_iter();
                let others = checked.filter(|word| Some(word) != before.as_ref());
                std::iter::once(longer).chain(others).collect()
            }
        };
        for other in others {
            if self.set(house, Some(&other)).await.is_ok() {
                return;
            }
        }
        panic!("{}.{} takes no other value", self.table, self.column);
    }

    async fn set(&self, house: &House, value: Option<&str>) -> Result<(), sea_orm::DbErr> {
        let Self { table, key, id, column, kind, .. } = self;
        let value = match (value, kind) {
            (None, _) => "null".to_owned(),
            (Some(text), ColumnType::Text) => format!("'{text}'"),
            (Some(text), _) => text.to_owned(),
        };
        let sql = format!("update {table} set {column} = {value} where {key} = '{id}'");
        house.try_to_tamper(&sql).await
    }
}

async fn deleted_row_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    let contact = house.ask("select max(id) from unit_contact").await;
    house.tamper(&format!("delete from unit_contact where id = '{contact}'")).await;
    let expected = [("missing", "unit_contact".to_owned(), contact)];
    assert_eq!(named(&found(&house, &[]).await), expected);
    house.abandon().await;
}

async fn inserted_row_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    let account = house.account(world::COORDINATOR).await;
    let sql = format!(
        "insert into role_grant (id, account_id, role, from_day, granted_at)
         values ('stolen', '{account}', 'administrator', '2026-01-01', 0)"
    );
    house.tamper(&sql).await;
    let expected = [("unlogged", "role_grant".to_owned(), "stolen".to_owned())];
    assert_eq!(named(&found(&house, &[]).await), expected);
    let administrator = house.known(world::ADMINISTRATOR);
    let page = administrator.post("/installation/ledger/verification", &[]).await;
    page.is(200).shows("role_grant").shows("stolen");
    house.abandon().await;
}

async fn deleted_row_that_comes_back_is_named(house: &House) {
    let house = House::new(house.engine()).await;
    let unit = house.unit("dost").await;
    let alias = format!("select min(id) from unit_alias where unit_id = '{unit}'");
    let alias = house.ask(&alias).await;
    house.tamper("create table kept as select * from unit_alias").await;
    let path = format!("/units/{unit}/aliases/{alias}/removal");
    house.known(world::SECRETARY).post(&path, &[]).await.is(303);
    assert_eq!(found(&house, &[]).await, []);
    let back = format!("insert into unit_alias select * from kept where id = '{alias}'");
    house.tamper(&back).await;
    house.tamper("drop table kept").await;
    let expected = [("should be gone", "unit_alias".to_owned(), alias)];
    assert_eq!(named(&found(&house, &[]).await), expected);
    house.abandon().await;
}

async fn honest_work_is_never_suspected(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (unit, parent) = (house.unit("incubator").await, house.unit("union").await);
    for day in ["1/1/2027", "1/1/2026", "1/6/2026", "1/1/2020"] {
        let typed = [("parent", parent.as_str()), ("from", day)];
        secretary.post(&format!("/units/{unit}/parent"), &typed).await.is(303);
        assert_eq!(found(house, &[]).await, [], "{day}");
    }
    let contact = [("contact", "Ông \"Chanh\" & bà <Đào>\u{301}"), ("personal", "on")];
    secretary.post(&format!("/units/{unit}/contacts"), &contact).await.is(303);
    assert_eq!(found(house, &[]).await, []);
}
