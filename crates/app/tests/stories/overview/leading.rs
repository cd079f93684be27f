//! Who leads what: the office everything, a unit's secretary their contests and those below.

use hoithi::contests::Step;
use kernel::id::ContestId;

use crate::browser::Browser;
use crate::house::House;
use crate::tasks::standing::{NAME, prepared, running, step, task};

stories! {
    who_leads_nothing_has_no_overview,
    a_secretary_leads_their_contests_and_those_below,
    a_draft_below_is_theirs_alone,
    a_link_leads_where_the_reader_may_go,
}

/// The coordinator of the department of science becomes its secretary as well.
async fn secretary_of<'h>(house: &'h House, unit: &str) -> Browser<'h> {
    let unit = house.unit(unit).await;
    let grants = format!("/people/{}/grants", house.account(world::COORDINATOR).await);
    let grant = [("role", "secretary"), ("unit", unit.as_str())];
    house.known(world::ADMINISTRATOR).post(&grants, &grant).await.is(303);
    house.known(world::COORDINATOR)
}

/// Moves a contest to an organiser or below another, behind the back of every verb: the ledger is not
/// what this story is about.
async fn put(house: &House, contest: ContestId, what: &str) {
    house.tamper(&format!("update contest set {what} where id = '{contest}'")).await;
}

/// Brings the rows back to what the ledger knows.
async fn put_back(house: &House) {
    house
        .tamper(&format!(
            "update contest set organiser_id = null, parent_id = null, name = '{NAME}'"
        ))
        .await;
}

async fn who_leads_nothing_has_no_overview(house: &House) {
    let (contest, _) = running(house, &[task(house, "Việc", "1/11/2026", &["dost"]).await]).await;
    let (own, other) = (house.known(world::COORDINATOR), house.known(world::OTHER_COORDINATOR));
    for path in ["/overview", "/overview/export"] {
        own.get(path).await.is(404);
        other.get(path).await.is(404);
        house.anon().get(path).await.is(303);
    }
    for rest in ["overview", "overview/export"] {
        own.get(&format!("/contests/{contest}/{rest}"))
            .await
            .is(403)
            .says("contest-secretary-only");
        other.get(&format!("/contests/{contest}/{rest}")).await.is(404);
    }
    own.get("/").await.is(200).hides("overview-see").hides("href=\"/overview\"");
    house.known(world::SECRETARY).get("/").await.is(200).holds("href=\"/overview\"");
}

async fn a_secretary_leads_their_contests_and_those_below(house: &House) {
    let led = secretary_of(house, "dost").await;
    led.get("/overview").await.is(200).holds("/contests?state=running\">0</a>");
    let mine = [task(house, "Việc của mình", "1/11/2026", &["dost"]).await];
    let below = [task(house, "Việc bên dưới", "1/11/2026", &["thung-may"]).await];
    let foreign = [task(house, "Việc người khác", "1/11/2026", &["doh"]).await];
    let (mine, _) = running(house, &mine).await;
    let (below, _) = running(house, &below).await;
    let (foreign, _) = running(house, &foreign).await;
    let dost = house.unit("dost").await;
    put(house, mine, &format!("organiser_id = '{dost}'")).await;
    put(house, below, &format!("parent_id = '{mine}'")).await;
    let page = led.get("/overview").await;
    page.is(200)
        .holds("/contests?state=running\">2</a>")
        .shows("Việc của mình")
        .shows("Việc bên dưới");
    page.hides("Việc người khác").hides("Sở Y tế").hides(&foreign.to_string());
    led.get(&format!("/contests/{below}/overview")).await.is(200).shows("Việc bên dưới");
    led.get(&format!("/contests/{foreign}/overview")).await.is(404);
    put_back(house).await;
}

async fn a_draft_below_is_theirs_alone(house: &House) {
    let led = secretary_of(house, "dost").await;
    let (mine, _) = running(house, &[task(house, "Việc", "1/12/2026", &["dost"]).await]).await;
    let (draft, _) = prepared(house, &[task(house, "Bí mật", "1/11/2026", &["doh"]).await]).await;
    let dost = house.unit("dost").await;
    put(house, mine, &format!("organiser_id = '{dost}'")).await;
    let before = led.get("/overview").await.body.clone();
    put(house, draft, &format!("parent_id = '{mine}', name = 'Hội thi kín'")).await;
    assert_eq!(led.get("/overview").await.body, before, "a draft below changes nothing");
    led.get(&format!("/contests/{draft}/overview")).await.is(404);
    put(house, draft, &format!("name = '{NAME}'")).await;
    step(house, draft, Step::Start).await;
    led.get("/overview").await.is(200).shows("Bí mật");
    // That it stands below was written down with its start.
    put(house, mine, "organiser_id = null").await;
}

async fn a_link_leads_where_the_reader_may_go(house: &House) {
    let led = secretary_of(house, "dost").await;
    let (mine, _) = running(house, &[task(house, "Việc", "1/11/2026", &["dost"]).await]).await;
    let (below, _) = running(house, &[task(house, "Dưới", "1/11/2026", &["doh"]).await]).await;
    let dost = house.unit("dost").await;
    put(house, mine, &format!("organiser_id = '{dost}'")).await;
    put(house, below, &format!("parent_id = '{mine}'")).await;
    for path in ["/overview".to_owned(), format!("/contests/{below}/overview")] {
        let page = led.get(&path).await;
        let body = String::from_utf8(page.is(200).body.clone()).unwrap();
        let main = body.split_once("<main").unwrap().1.split_once("</main>").unwrap().0;
        let links: Vec<&str> =
            main.split("href=\"").skip(1).filter_map(|it| it.split('"').next()).collect();
        assert!(links.len() > 4, "{path} has links");
        for link in
            links.into_iter().filter(|link| link.starts_with('/') && !link.contains("/assets/"))
        {
            led.get(&link.replace("&amp;", "&")).await.is(200);
        }
    }
    put_back(house).await;
}
