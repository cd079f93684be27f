//! Rules of judging for the access matrix.

use hoithi::accounts::Actor;
use hoithi::router::Route;
use hoithi::{contests, rubric};
use judging::ready::with_code;
use kernel::id::ContestId;

use super::contest::stands;
use crate::house::House;

/// A scale of the set that is declared.
pub const SCALE: &str = "xa";

/// Whether a route asks for rules that are declared.
pub fn changes(route: &Route) -> bool {
    route.path.contains("/rubric") && !route.path.ends_with("/choice")
}

/// Declares rules of judging for the contest of an address.
pub async fn declared(house: &House, path: &str) {
    let contest = path.split('/').nth(2).unwrap().parse().unwrap();
    declared_for(house, contest).await;
}

async fn declared_for(house: &House, contest: ContestId) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let (rules, _) = contests::newest_rules(&tx, contest).await.unwrap();
    let rules = rubric::begin(&rules, with_code("minima").unwrap());
    rubric::declare(&mut tx, &actor, contest, (0, &rules, None)).await.unwrap();
    tx.commit().await.unwrap();
}

/// Two versions of rules of judging, and a seal, behind which everything that leaves a row was done.
pub async fn sealed(house: &House) {
    let contest = stands(house, "running").await;
    declared_for(house, contest).await;
    let form = fields("rubric/scales");
    let path = format!("/contests/{contest}/rubric/scales");
    house.known(world::SECRETARY).post(&path, &form).await.is(303);
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    rubric::seal(&mut tx, &actor, contest).await.unwrap();
    tx.commit().await.unwrap();
}

/// What a form about rules of judging holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    let why = [("version", "1"), ("reason", "theo góp ý của hội đồng")];
    let meant: &[(&str, &str)] = match path {
        "rubric/choice" => return vec![("version", "0"), ("set", "minima")],
        "rubric/scales" => &[("add", "pass-mark/tong")],
        "rubric/scales/{key}" => &[
            ("name", "Phiếu chấm cấp tỉnh"),
            ("criterion-0-key", "tinh-moi"),
            ("criterion-0-name", "Tính mới"),
            ("criterion-0-maximum", "40"),
            ("criterion-1-key", "ap-dung"),
            ("criterion-1-name", "Khả năng áp dụng"),
            ("criterion-1-maximum", "20"),
            ("criterion-2-key", "kinh-te"),
            ("criterion-2-name", "Hiệu quả kinh tế"),
            ("criterion-2-maximum", "20"),
            ("criterion-3-key", "xa-hoi"),
            ("criterion-3-name", "Hiệu quả xã hội"),
            ("criterion-3-maximum", "20"),
        ],
        _ => &[
            ("fields", "Cơ khí"),
            ("round-0-key", "final"),
            ("round-0-name", "Chung khảo"),
            ("round-0-scale", SCALE),
            ("divergence", "15"),
        ],
    };
    [why.as_slice(), meant].concat()
}
