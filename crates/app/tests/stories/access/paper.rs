//! The paper behind the doors: received by the secretary, read, looked over.

use crate::house::House;
use crate::intake::{PLAN, accepted, received, reviewed};

/// A paper: `read`, `reviewed`, whose review is open, or `accepted`.
pub async fn paper(house: &House, state: &str) -> String {
    let secretary = house.known(world::SECRETARY);
    // The same bytes would be the same paper.
    let there = house.count("select count(*) from paper").await;
    let text = format!("{PLAN}\n{there}");
    let path = match state {
        "read" => received(house, &secretary, &text).await,
        _ => reviewed(house, &secretary, &text).await,
    };
    if state == "accepted" {
        accepted(house, &secretary, &path).await;
    }
    path.split('/').nth(2).unwrap().to_owned()
}

/// The milestone of the review before it.
pub async fn line(house: &House, before: &str) -> String {
    let paper = before.split('/').nth(2).unwrap();
    let sql = "select l.id from review_line l join review r on r.id = l.review_id
        where l.section = 'milestone'";
    house.ask(&format!("{sql} and r.paper_id = '{paper}' order by l.position limit 1")).await
}

/// What a form about a paper holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path.strip_prefix("/papers/{id}/").unwrap_or("") {
        "public" => vec![("public", "yes")],
        "review/lines" => vec![("section", "field"), ("text", "Cơ khí tự động hóa")],
        "review/lines/{line}" => {
            vec![("revision", "1"), ("kind", "submission"), ("end", "30/6/2027")]
        }
        _ => vec![("revision", "1")],
    }
}
