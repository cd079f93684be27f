//! Scans of sheets of paper, as secret as the sheets.

use super::keying::{KEEPER, first, key, neither, printed, scan, signed_rest};
use super::standing::{AUTHOR, known, open};
use crate::house::House;
use crate::publicity::sending::upload;

stories! {
    a_scan_is_as_secret_as_the_sheet,
    a_scan_is_read_once_nothing_is_secret,
}

async fn a_scan_is_as_secret_as_the_sheet(house: &House) {
    let standing = printed(house).await;
    let (judge, paper) = first(house, &standing).await;
    let file = format!("{paper}/scan");
    known(house, KEEPER).get(&file).await.is(404);
    scan(house, KEEPER, &paper).await.leads_to(&paper);
    known(house, KEEPER).get(&file).await.is(200);
    let office = house.known(world::SECRETARY);
    office.get(&file).await.is(403).says("paper-scan-sealed");
    known(house, judge).get(&file).await.is(403);
    known(house, neither(judge)).get(&file).await.is(404);
    known(house, AUTHOR).get(&file).await.is(404);
    // Keying in anything at all does not open it; keying in what another did shows nothing new.
    key(house, world::SECRETARY, (&paper, 1), &[]).await.leads_to(&paper);
    office.get(&file).await.is(403).says("paper-scan-sealed");
    key(house, KEEPER, (&paper, 1), &[]).await.leads_to(&paper);
    office.get(&file).await.is(200);
    house.is_in_order().await;
}

async fn a_scan_is_read_once_nothing_is_secret(house: &House) {
    let standing = printed(house).await;
    let (_, paper) = first(house, &standing).await;
    let file = format!("{paper}/scan");
    scan(house, KEEPER, &paper).await.leads_to(&paper);
    let (office, administrator) =
        (house.known(world::SECRETARY), house.known(world::ADMINISTRATOR));
    administrator.get(&file).await.is(403);
    let wrong = upload(&file, &[], Some(("a.txt", b"abc")));
    office.send(wrong).await.is(422).says("paper-scan-kind");
    signed_rest(house, &standing, 1).await;
    open(house, &standing).await.is(303);
    administrator.get(&file).await.is(200);
    house.is_in_order().await;
}
