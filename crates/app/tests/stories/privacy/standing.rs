//! What has reached its time: an administrator who comes back after years.

use crate::browser::Browser;
use crate::dossiers::standing::{PEOPLE, begun, hand_in, taking, written};
use crate::house::House;

/// The page of retention.
pub const RETENTION: &str = "/installation/retention";
/// The identity number of the first author.
pub const NUMBER: &str = "004080012345";

/// The page of two authors with an identity number, over a revision.
pub fn with_number(revision: &'static str) -> Vec<(&'static str, &'static str)> {
    let mut fields = PEOPLE.to_vec();
    fields.retain(|(name, _)| *name != "revision");
    fields.extend([("author-0-identity", NUMBER), ("revision", revision)]);
    fields
}

/// A dossier with an identity number that was handed in, and a draft beside it: both addresses.
pub async fn two_dossiers(house: &House) -> (String, String) {
    let contest = taking(house).await;
    let author = house.known(world::COORDINATOR);
    let path = written(&author, contest).await;
    author.post(&format!("{path}/pages/people"), &with_number("1")).await.is(303);
    hand_in(&author, &path).await.is(303);
    let draft = begun(&author, contest).await;
    (path, draft)
}

/// The administrator, years later.
pub async fn years_later(house: &House, years: i64) -> Browser<'_> {
    house.wait_days(366 * years);
    house.sign_in(world::ADMINISTRATOR).await
}

/// Confirms what the page shows.
pub async fn confirm(administrator: &Browser<'_>) {
    let seen = administrator.get(RETENTION).await.is(200).hidden("seen");
    administrator.post(RETENTION, &[("seen", &seen)]).await.leads_to(RETENTION);
}

/// A run, for who looks for one in the ledger.
pub async fn run(house: &House) {
    two_dossiers(house).await;
    confirm(&years_later(house, 3).await).await;
}
