//! Two secretaries on one review: nobody overwrites the other silently.

use super::{PLAN, accepted, line, reviewed};
use crate::house::House;

stories! {
    the_second_of_two_corrections_is_told,
    an_acceptance_sees_what_changed_meanwhile,
    a_review_is_opened_once,
    an_accepted_review_stays_as_it_is,
}

async fn the_second_of_two_corrections_is_told(house: &House) {
    let (first, second) = (house.known(world::SECRETARY), house.known(world::ADMINISTRATOR));
    let review = reviewed(house, &first, PLAN).await;
    let (id, revision) = line(house, &review, "2027-05-31").await;
    let path = format!("{review}/lines/{id}");
    let typed = |end: &'static str| {
        [("revision", revision.clone()), ("kind", "submission".into()), ("end", end.to_owned())]
    };
    let send = async |who: &crate::browser::Browser<'_>, end: &'static str| {
        let typed = typed(end);
        let typed: Vec<(&str, &str)> = typed.iter().map(|(a, b)| (*a, b.as_str())).collect();
        who.post(&path, &typed).await
    };
    send(&first, "1/6/2027").await.is(303);
    send(&second, "2/6/2027").await.is(409).says("review-line-changed");
    let body = house.ask(&format!("select body from review_line where id = '{id}'")).await;
    assert!(body.contains("2027-06-01"), "{body}");
}

async fn an_acceptance_sees_what_changed_meanwhile(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let added = [("section", "field"), ("text", "Y dược")];
    house.known(world::ADMINISTRATOR).post(&format!("{review}/lines"), &added).await.is(303);
    let path = format!("{review}/acceptance");
    secretary
        .post(&path, &[("revision", "1")])
        .await
        .is(409)
        .says("review-changed")
        .shows("Y dược");
    assert_eq!(house.count("select count(*) from contest").await, 0);
    secretary.post(&path, &[("revision", "2")]).await.is(303);
    secretary.post(&path, &[("revision", "3")]).await.is(409).says("review-accepted");
    assert_eq!(house.count("select count(*) from contest").await, 1);
}

async fn a_review_is_opened_once(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    secretary.post(&review, &[]).await.is(409).says("review-open-already");
    assert_eq!(house.count("select count(*) from review").await, 1);
}

async fn an_accepted_review_stays_as_it_is(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    let (id, revision) = line(house, &review, "2027-05-31").await;
    let revision = [("revision", revision.as_str())];
    for act in ["dropping", "restoring"] {
        let refused = secretary.post(&format!("{review}/lines/{id}/{act}"), &revision).await;
        refused.is(409).says("review-accepted");
    }
}
