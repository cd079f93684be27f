//! What those learn who are refused: nothing. What is not there and what is not theirs look alike.

use hoithi::frame::answer::encode;
use hoithi::router::{Route, routes};

use super::take;
use super::things::{address, unknown};
use super::visitors::Visitor;
use crate::house::House;
use crate::reply::Reply;

stories! {
    what_is_not_there_and_what_is_not_theirs_look_alike,
    parts_are_found_only_under_their_own_parent,
    session_that_outlived_its_account_lets_nobody_in,
}

/// Everything that an outsider could tell two answers apart by, without the address asked for.
fn observed(reply: &Reply, path: &str) -> (u16, Vec<(String, String)>, String) {
    let plain = |text: &str| {
        let text = text.replace(&encode(&encode(path)), "PATH").replace(&encode(path), "PATH");
        text.replace(path, "PATH")
    };
    let named = reply.headers.iter().filter(|(name, _)| *name != "x-request-id");
    let headers = named.map(|(name, value)| (name.to_string(), plain(value.to_str().unwrap())));
    (reply.status.as_u16(), headers.collect(), plain(&String::from_utf8_lossy(&reply.body)))
}

/// The route with other words in the place of its first id.
fn with_first(route: &Route, real: &str, id: &str) -> String {
    let place = route.path.split('/').position(|word| word.starts_with('{')).unwrap();
    let words = real.split('/').enumerate();
    let words: Vec<&str> = words.map(|(at, word)| if at == place { id } else { word }).collect();
    words.join("/")
}

async fn what_is_not_there_and_what_is_not_theirs_look_alike(house: &House) {
    let of_other_kind = house.ask("select min(id) from unit_contact").await;
    let ids = [unknown(house), of_other_kind, "z".repeat(36)];
    for route in routes().iter().filter(|route| route.path.contains('{')) {
        let real = address(house, route, "-").await;
        for visitor in Visitor::ALL {
            let browser = visitor.arrive(house);
            let path = with_first(route, &real, &ids[0]);
            let first = take(&browser, route, &path).await;
            assert!(
                [303, 401, 404].contains(&first.status.as_u16()),
                "{} {}",
                first.asked,
                first.status
            );
            let first = observed(&first, &path);
            for id in &ids[1..] {
                let path = with_first(route, &real, id);
                let other = take(&browser, route, &path).await;
                assert_eq!(observed(&other, &path), first, "{visitor:?} {path}");
            }
            if !matches!(visitor, Visitor::Administrator) && is_for_administrators(route) {
                let refused = take(&browser, route, &real).await;
                assert_eq!(observed(&refused, &real), first, "{visitor:?} {real}");
            }
        }
    }
}

fn is_for_administrators(route: &Route) -> bool {
    route.access == hoithi::frame::guard::Access::Administrator
}

async fn parts_are_found_only_under_their_own_parent(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let (own, other) = (house.unit("dost").await, house.unit("thung-may").await);
    for (table, word) in [("unit_alias", "aliases"), ("unit_contact", "contacts")] {
        let part = format!("select min(id) from {table} where unit_id = '{own}'");
        let part = house.ask(&part).await;
        for (unit, part) in [(&other, &part), (&own, &unknown(house)), (&part, &own)] {
            let path = format!("/units/{unit}/{word}/{part}/removal");
            secretary.post(&path, &[]).await.is(404).says("absent");
        }
        let right = format!("/units/{own}/{word}/{part}/removal");
        secretary.post(&right, &[]).await.leads_to(&format!("/units/{own}"));
    }
    let alias = house.ask("select min(id) from unit_alias").await;
    let as_contact = format!("/units/{own}/contacts/{alias}/removal");
    secretary.post(&as_contact, &[]).await.is(404).says("absent");
}

async fn session_that_outlived_its_account_lets_nobody_in(house: &House) {
    let browser = house.sign_in(world::COORDINATOR).await;
    browser.get("/units").await.is(200);
    let disabled = house.account(world::DISABLED).await;
    let owner = house.account(world::COORDINATOR).await;
    let sessions = |from: &str, to: &str| {
        format!("update session set account_id = '{to}' where account_id = '{from}'")
    };
    house.tamper(&sessions(&owner, &disabled)).await;
    browser.get("/units").await.leads_to("/sign-in?next=/units");
    house.tamper(&sessions(&disabled, &owner)).await;
    browser.get("/units").await.is(200);
}
