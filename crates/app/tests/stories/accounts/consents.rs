//! What people agree to, and what they are told of what is kept.

use hoithi::accounts::consent::{self, Purpose};
use hoithi::accounts::session;
use kernel::id::AccountId;

use crate::house::House;

stories! {
    consent_is_given_and_taken_back_and_both_are_kept,
    nothing_is_agreed_to_beforehand_and_twice_is_once,
    another_text_asks_again,
    an_unknown_purpose_is_not_there,
}

const GIVE: &str = "/account/privacy/consents";
const TAKE_BACK: &str = "/account/privacy/consents/removal";

async fn given(house: &House, purpose: Purpose) -> bool {
    let account: AccountId = house.account(world::COORDINATOR).await.parse().unwrap();
    consent::given(&house.app.store, account, purpose).await.unwrap()
}

async fn kinds(house: &House) -> Vec<String> {
    let sql = "select kind from consent order by stated_at, id";
    let rows = house.app.store.raw_rows(sql, []).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

async fn consent_is_given_and_taken_back_and_both_are_kept(house: &House) {
    let person = house.known(world::COORDINATOR);
    let purpose = [("purpose", "publication")];
    person.post(GIVE, &purpose).await.leads_to("/account/privacy");
    assert!(given(house, Purpose::Publication).await);
    assert!(!given(house, Purpose::Entry).await);
    house.wait_seconds(60);
    person.post(TAKE_BACK, &purpose).await.leads_to("/account/privacy");
    let at = house.app.store.now().written();
    assert!(!given(house, Purpose::Publication).await);
    house.wait_seconds(60);
    person.post(GIVE, &purpose).await.leads_to("/account/privacy");
    assert!(given(house, Purpose::Publication).await);
    assert_eq!(kinds(house).await, ["given", "withdrawn", "given"]);
    let page = person.get("/account/privacy").await;
    page.is(200).says("notice-consent-given").says("act-consent-withdraw");
    page.tells(&kernel::Message::new("consent-was-withdrawn").with("at", at));
}

async fn nothing_is_agreed_to_beforehand_and_twice_is_once(house: &House) {
    let person = house.known(world::COORDINATOR);
    let page = person.get("/account/privacy").await;
    assert_eq!(page.is(200).text().matches(&format!("action=\"{GIVE}\"")).count(), 4);
    assert_eq!(page.text().matches(&format!("action=\"{TAKE_BACK}\"")).count(), 0);
    person.post(TAKE_BACK, &[("purpose", "entry")]).await.is(303);
    assert_eq!(kinds(house).await, [""; 0]);
    for _ in 0..2 {
        person.post(GIVE, &[("purpose", "entry")]).await.is(303);
        house.wait_seconds(1);
    }
    assert_eq!(kinds(house).await, ["given"]);
}

async fn another_text_asks_again(house: &House) {
    let token = crate::template::of(house.engine()).session(world::COORDINATOR).to_owned();
    let (store, at) = (&house.app.store, house.app.store.now());
    let (actor, _) = session::actor_of(store, &token, (at, 0)).await.unwrap().unwrap();
    let mut tx = store.begin().await.unwrap();
    consent::give(&mut tx, &actor, Purpose::Ethnicity).await.unwrap();
    tx.commit().await.unwrap();
    assert!(given(house, Purpose::Ethnicity).await);
    house.tamper("update consent set version = 0").await;
    assert!(!given(house, Purpose::Ethnicity).await);
    house.tamper("update consent set version = 1").await;
}

async fn an_unknown_purpose_is_not_there(house: &House) {
    let person = house.known(world::COORDINATOR);
    for purpose in ["", "everything", "ENTRY"] {
        person.post(GIVE, &[("purpose", purpose)]).await.is(404);
        person.post(TAKE_BACK, &[("purpose", purpose)]).await.is(404);
    }
    house.anon().get("/account/privacy").await.leads_to("/sign-in?next=/account/privacy");
}
