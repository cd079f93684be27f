//! The things behind the doors: what stands for `{…}` in a route.

use axum::body::Body;
use axum::http::{Method, Request};
use hoithi::accounts::email_change;
use hoithi::accounts::links::{self, Purpose};
use hoithi::accounts::names::Email;
use hoithi::accounts::session;
use hoithi::notices;
use hoithi::router::Route;
use kernel::id::UnitId;
use store::jobs::{self, NewJob};

use super::{
    award, contest, council, dossier, paper, publicity, register, rubric, talk, upload, work,
};
use crate::browser;
use crate::house::House;
use crate::portal::made;
use crate::prior_art;

/// The address of a route with real ids, after what they name was brought into this state.
pub async fn address(house: &House, route: &Route, state: &str) -> String {
    let mut path = route.path.to_owned();
    while let Some((before, rest)) = path.split_once('{') {
        let (name, after) = rest.split_once('}').unwrap();
        path = format!("{before}{}{after}", thing(house, before, name, state).await);
    }
    if state != "-" && rubric::changes(route) {
        rubric::declared(house, &path).await;
    }
    path
}

async fn thing(house: &House, before: &str, name: &str, state: &str) -> String {
    match (before.split('/').nth(1).unwrap(), name) {
        ("assets", _) => "icons.svg".to_owned(),
        ("hoi-thi", "slug") => shown(house, state).await,
        ("hoi-thi", part) => public_part(house, before, part).await,
        ("language", _) => "en".to_owned(),
        ("places", _) => house.place("Hà Nội"),
        ("links", _) => link(house, state).await,
        ("account", "export") => super::register::person_export(house, state).await,
        ("account", _) => email_change(house, state).await,
        ("contests", "mailing") => unknown(house),
        ("contests", "news") if state != "-" => news(house, before, state).await,
        ("contests", "answer") if state != "-" => talk::answer(house, before).await,
        ("meetings" | "certificates" | "giay-chung-nhan", _) => {
            award::thing(house, before, name, state).await
        }
        ("councils" | "sheets" | "paper-sheets", _) => {
            council::thing(house, before, name, state).await
        }
        ("conversations", _) => talk::thing(house, before, name, state).await,
        ("dossiers" | "receipts" | "agreements" | "confirmations", _) => {
            dossier::thing(house, before, name, state).await
        }
        ("notices", _) => "1".to_owned(),
        ("calendar", _) => calendar(house).await,
        _ => of_node(house, before, name, state).await,
    }
}

/// What stands for a place in the routes of units, people and the installation.
async fn of_node(house: &House, before: &str, name: &str, state: &str) -> String {
    match (before.split('/').nth(1).unwrap(), name) {
        ("units", "id") => unit(house, state).await,
        ("units", "part") => part(house, before).await,
        ("people", "id") => person(house, before, state).await,
        ("people", "grant") => grant(house, before).await,
        ("installation", _) if before.contains("/jobs/") => job(house).await,
        ("installation", _) => house.ask("select id from mail order by id limit 1").await,
        _ => of_contest(house, before, name, state).await,
    }
}

/// The file of a contest's form, or of a list of its desk.
fn paper_of(before: &str) -> &'static str {
    match before {
        before if before.contains("/desk/") => "hop-le.pdf",
        before if before.contains("/certificates/") => "so-cap.pdf",
        _ => "phieu-dang-ky.pdf",
    }
}

/// What stands for a place in the routes of contests, their papers and their work.
async fn of_contest(house: &House, before: &str, name: &str, state: &str) -> String {
    match (before.split('/').nth(1).unwrap(), name) {
        ("prior-art", _) => prior_art::made::thing(house, before, state).await,
        ("reorganisations", "id") => house.ask("select min(id) from reorganisation").await,
        ("uploads", _) => upload::begun(house, state).await,
        ("publicity", "part") if state != "-" => publicity::file(house, before).await,
        ("contests" | "tasks" | "assignments" | "reports" | "papers" | "publicity", _)
            if state == "-" =>
        {
            unknown(house)
        }
        ("publicity", _) => publicity::activity(house).await,
        ("papers", "id") => paper::paper(house, state).await,
        ("papers", "line") => paper::line(house, before).await,
        ("tasks", "id") => work::task(house, state).await,
        ("assignments", "id") => work::assignment(house, state).await,
        ("assignments", _) => work::part(house, before).await,
        ("reports" | "contests", "format") => "docx".to_owned(),
        ("reports", "number") => "1".to_owned(),
        ("reports", _) => work::period_report(house, state).await,
        ("contests", "id") => contest::stands(house, state).await.to_string(),
        ("contests", part) => below_contest(house, before, part).await,
        _ => panic!("the story does not know what stands for {{{name}}} after {before}"),
    }
}

/// What stands for a place below a contest.
async fn below_contest(house: &House, before: &str, name: &str) -> String {
    match name {
        "number" => "1".to_owned(),
        "period" => work::period(house, before).await,
        "file" => paper_of(before).to_owned(),
        "part" => contest::part(house, before).await,
        "view" => register::view(house, before).await,
        "export" => register::export(house, before).await,
        "key" => rubric::SCALE.to_owned(),
        _ => panic!("the story does not know what stands for {{{name}}} after {before}"),
    }
}

/// The address of a contest that has a paper; without a state one that is none.
async fn shown(house: &House, state: &str) -> String {
    let id = match state {
        "published" => made::published(house).await,
        "hidden" => made::found(house).await,
        _ => return "khong-co".to_owned(),
    };
    made::paper(house, id, "12", true).await;
    made::news(house, id, true).await;
    house.ask(&format!("select slug from contest where id = '{id}'")).await
}

async fn public_paper(house: &House, before: &str) -> String {
    let slug = before.split('/').nth(2).unwrap();
    let sql = "select coalesce(min(t.paper_id), 'khong-co') from contest_paper t
        join contest c on c.id = t.contest_id";
    house.ask(&format!("{sql} where c.slug = '{slug}'")).await
}

/// News of the contest before it, with a file.
async fn news(house: &House, before: &str, state: &str) -> String {
    let contest = before.split('/').nth(2).unwrap().parse().unwrap();
    made::news(house, contest, state == "public").await
}

/// News or a paper of the contest before it.
async fn public_part(house: &House, before: &str, part: &str) -> String {
    if part == "file" {
        return "ban-mo-ta.pdf".to_owned();
    }
    if part != "news" {
        return public_paper(house, before).await;
    }
    let slug = before.split('/').nth(2).unwrap();
    let sql =
        "select coalesce(min(n.id), 'khong-co') from news n join contest c on c.id = n.contest_id";
    house.ask(&format!("{sql} where c.slug = '{slug}'")).await
}

async fn link(house: &House, state: &str) -> String {
    let account = house.account(world::COORDINATOR).await.parse().unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let token = links::make(&mut tx, Purpose::Reset, Some(account), None).await.unwrap();
    tx.commit().await.unwrap();
    match state {
        "used" => house.tamper("update one_time_link set used_at = created_at").await,
        "expired" => house.tamper("update one_time_link set expires_at = created_at").await,
        _ => (),
    }
    token
}

async fn calendar(house: &House) -> String {
    let token = crate::template::of(house.engine()).session(world::COORDINATOR).to_owned();
    let (store, at) = (&house.app.store, house.app.store.now());
    let (actor, _) = session::actor_of(store, &token, (at, 0)).await.unwrap().unwrap();
    let mut tx = store.begin().await.unwrap();
    let link = notices::make_calendar_link(&mut tx, &house.app, &actor).await.unwrap();
    tx.commit().await.unwrap();
    link.rsplit('/').next().unwrap().to_owned()
}

async fn email_change(house: &House, state: &str) -> String {
    let account = house.account(world::COORDINATOR).await.parse().unwrap();
    let email = Email::read("diachimoi@salinh.example").unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let token = email_change::make(&mut tx, account, &email).await.unwrap();
    tx.commit().await.unwrap();
    match state {
        "used" => house.tamper("delete from email_change").await,
        "expired" => house.tamper("update email_change set expires_at = created_at").await,
        _ => (),
    }
    token
}

async fn unit(house: &House, state: &str) -> String {
    let id = house.unit("dost").await;
    if state == "abolished" {
        house
            .tamper(&format!("update unit set abolished_on = '2026-01-01' where id = '{id}'"))
            .await;
    }
    id
}

/// An alias or a contact, as the word before it says, of the unit before that.
async fn part(house: &House, before: &str) -> String {
    let words: Vec<&str> = before.split('/').collect();
    let table = if words[3] == "aliases" { "unit_alias" } else { "unit_contact" };
    house.ask(&format!("select min(id) from {table} where unit_id = '{}'", words[2])).await
}

async fn person(house: &House, before: &str, state: &str) -> String {
    match (before, state) {
        ("/people/requests/", _) => request(house).await,
        (_, "disabled") => house.account(world::DISABLED).await,
        _ => house.account(world::SECRETARY).await,
    }
}

/// Somebody who waits for a code of the department of science.
async fn request(house: &House) -> String {
    let id = unknown(house);
    let unit = house.unit("dost").await;
    let sql = format!(
        "insert into help_request (id, login, name, unit_id, asked_at)
         values ('{id}', '+84912345678', 'Giàng Thị Chờ', '{unit}', 0)"
    );
    house.tamper("delete from help_request").await;
    house.tamper(&sql).await;
    id
}

async fn grant(house: &House, before: &str) -> String {
    let account = before.split('/').nth(2).unwrap();
    house.ask(&format!("select id from role_grant where account_id = '{account}'")).await
}

async fn job(house: &House) -> String {
    let mut tx = house.app.store.begin().await.unwrap();
    let run_at = tx.at();
    let payload = "{}".to_owned();
    let job = NewJob { kind: "mail.send", payload, unique_key: None, run_at };
    jobs::enqueue(&mut tx, job).await.unwrap();
    tx.commit().await.unwrap();
    house.ask("select min(id) from job").await
}

/// An id of no thing.
pub fn unknown(house: &House) -> String {
    UnitId::new(house.app.store.now()).to_string()
}

/// A request of a protocol, as its program makes it.
pub fn spoken(route: &Route, path: &str) -> Request<Body> {
    let method = Method::from_bytes(route.method.as_bytes()).unwrap();
    let builder = browser::request(method, path)
        .header("tus-resumable", "1.0.0")
        .header("sec-fetch-site", "same-origin")
        .header("upload-offset", 0)
        .header("content-type", "application/offset+octet-stream");
    builder.body(Body::from("half")).unwrap()
}
