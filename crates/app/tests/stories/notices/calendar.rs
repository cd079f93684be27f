//! The calendar of one person, behind a secret link that can be revoked.

use crate::house::House;
use crate::tasks::standing::{running, task};

stories! {
    the_calendar_shows_what_the_units_have_to_do,
    a_revoked_link_shows_nothing,
}

/// The address in the page that shows the link once.
async fn make(house: &House) -> String {
    let own = house.known(world::COORDINATOR);
    let page = own.post("/account/calendar", &[]).await;
    let text = page.is(200).text();
    let at = text.find("/calendar/").unwrap();
    text[at..].chars().take_while(|letter| *letter != '<').collect()
}

async fn the_calendar_shows_what_the_units_have_to_do(house: &House) {
    let drafts = [
        task(house, "Ban hành kế hoạch", "31/12/2026", &["dost"]).await,
        task(house, "Việc của đơn vị khác", "31/12/2026", &["doh"]).await,
    ];
    running(house, &drafts).await;
    let link = make(house).await;
    let calendar = house.anon().get(&link).await;
    calendar.is(200);
    assert_eq!(calendar.header("content-type"), "text/calendar; charset=utf-8");
    let text = calendar.text().replace("\r\n ", "");
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1);
    assert!(
        text.contains("DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n"),
        "{text}"
    );
    assert!(text.contains("SUMMARY:Hạn: Ban hành kế hoạch\r\n"), "{text}");
}

async fn a_revoked_link_shows_nothing(house: &House) {
    let old = make(house).await;
    house.anon().get(&old).await.is(200);
    let new = make(house).await;
    house.anon().get(&old).await.is(404);
    house.anon().get(&new).await.is(200);
    let own = house.known(world::COORDINATOR);
    own.post("/account/calendar/removal", &[]).await.leads_to("/account/notices");
    house.anon().get(&new).await.is(404);
    own.post("/account/calendar/removal", &[]).await.is(404);
    house.anon().get("/calendar/x").await.is(404);
}
