//! Sealing: from the first sheet on the rules stay; and who does not run the contest learns nothing of them.

use hoithi::accounts::Actor;
use hoithi::rubric;
use kernel::Failure;
use kernel::id::ContestId;
use kernel::refusal::RefusalKind;

use super::standing::{contest, judged, left, newest, sent, with};
use crate::house::House;

stories! {
    sealed_rules_no_longer_change,
    rules_are_sealed_once,
    nothing_is_sealed_before_it_is_declared,
    others_see_nothing_of_rules_of_judging,
    a_closed_contest_keeps_its_rules,
}

async fn seal(house: &House, id: ContestId) -> Result<(), Failure> {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    rubric::seal(&mut tx, &actor, id).await?;
    Ok(tx.commit().await?)
}

async fn sealed_rules_no_longer_change(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    assert_eq!(rubric::sealed(&house.app.store, id).await.unwrap(), None);
    seal(house, id).await.unwrap();
    assert_eq!(rubric::sealed(&house.app.store, id).await.unwrap(), Some(1));
    let typed = with(&form, &[("divergence", "25"), ("reason", "muộn rồi")]);
    let refused = secretary.post(&path, &sent(&typed)).await;
    refused.is(409).says("rubric-is-sealed").shows("muộn rồi");
    let scales = [("version", "1"), ("add", "minima/xa"), ("reason", "họp")];
    let refused = secretary.post(&format!("{path}/scales"), &scales).await;
    refused.is(409).says("rubric-is-sealed");
    let choice = [("version", "1"), ("set", "minima"), ("reason", "họp")];
    let refused = secretary.post(&format!("{path}/choice"), &choice).await;
    refused.is(409).says("rubric-is-sealed");
    for page in ["/edit", "/scales", "/scales/ky-thuat"] {
        secretary.get(&format!("{path}{page}")).await.is(409).says("rubric-is-sealed");
    }
    let page = secretary.get(&path).await;
    page.is(200).shows("Đã khóa ở phiên bản 1").hides("/rubric/edit").hides("/rubric/scales");
    assert_eq!(newest(house, id).await.1, 1);
}

async fn rules_are_sealed_once(house: &House) {
    let (id, _) = judged(house).await;
    seal(house, id).await.unwrap();
    let acts = house.count("select count(*) from ledger_entry").await;
    house.wait_seconds(60);
    seal(house, id).await.unwrap();
    assert_eq!(house.count("select count(*) from ledger_entry").await, acts);
    let history = house.known(world::SECRETARY).get(&format!("/contests/{id}/history")).await;
    history.is(200).says("act-rubric-declare").says("act-rubric-seal");
}

async fn nothing_is_sealed_before_it_is_declared(house: &House) {
    let (id, _) = contest(house).await;
    let Err(Failure::Refusal(refusal)) = seal(house, id).await else { panic!("it was sealed") };
    assert_eq!((refusal.kind, &*refusal.message.key), (RefusalKind::Conflict, "rubric-none-yet"));
    assert_eq!(rubric::newest(&house.app.store, id).await.unwrap(), None);
    assert!(rubric::at(&house.app.store, id, 1).await.is_err());
}

/// Pages of rules of judging, behind the address of them all.
const PAGES: [&str; 5] = ["", "/edit", "/scales", "/scales/ky-thuat", "?version=1"];

async fn others_see_nothing_of_rules_of_judging(house: &House) {
    let (without, bare) = contest(house).await;
    let (with, path) = judged(house).await;
    let people = [world::COORDINATOR, world::OTHER_COORDINATOR].map(|person| house.known(person));
    for visitor in people.into_iter().chain([house.anon()]) {
        for page in PAGES {
            let reply = visitor.get(&format!("{path}{page}")).await;
            assert!([303, 403, 404].contains(&reply.status.as_u16()), "{}", reply.asked);
            reply.hides("Giải pháp nghiên cứu").hides("Sơ khảo");
            let none = visitor.get(&format!("{bare}{page}")).await;
            let told = reply.text().replace(&with.to_string(), &without.to_string());
            assert_eq!(
                (reply.status, told.as_str()),
                (none.status, none.text()),
                "{}",
                reply.asked
            );
        }
        for target in ["", "/choice", "/scales", "/scales/ky-thuat"] {
            let form = [("version", "1"), ("reason", "họp"), ("set", "minima")];
            let here = visitor.post(&format!("{path}{target}"), &form).await;
            let there = visitor.post(&format!("{bare}{target}"), &form).await;
            assert!([401, 403, 404].contains(&here.status.as_u16()), "{}", here.asked);
            assert_eq!(here.status, there.status, "{}", here.asked);
        }
        let page = visitor.get(&format!("/contests/{with}")).await;
        page.hides("/rubric").hides("Giải pháp nghiên cứu");
    }
    assert_eq!(newest(house, with).await.1, 1);
}

async fn a_closed_contest_keeps_its_rules(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (id, path) = judged(house).await;
    let form = left(&secretary.get(&format!("{path}/edit")).await);
    let close = format!("/contests/{id}/steps");
    secretary.post(&close, &[("step", "close")]).await.is(303);
    let typed = with(&form, &[("divergence", "25"), ("reason", "muộn rồi")]);
    secretary.post(&path, &sent(&typed)).await.is(409).says("contest-closed");
    secretary.get(&path).await.is(200).hides("/rubric/edit");
}
