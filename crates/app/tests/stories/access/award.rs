//! Meetings for the access matrix: the coordinator of the department of science judges, and neither chairs nor keeps
//! the minutes.

use kernel::id::ContestId;

use super::things::unknown;
use crate::awards::standing::{close, motion, opened, publish_later, sitting};
use crate::certificates;
use crate::house::House;

/// What stands for `{…}` in the routes of meetings.
pub async fn thing(house: &House, before: &str, name: &str, state: &str) -> String {
    match name {
        _ if state == "-" => unknown(house),
        _ if !before.starts_with("/meetings") => certificate(house, name).await,
        "id" => {
            let meeting = moved(house).await;
            meeting.trim_start_matches("/meetings/").to_owned()
        }
        "file" => "bien-ban.pdf".to_owned(),
        _ => {
            let meeting = before.split('/').nth(2).unwrap();
            let sql = format!("select id from award_motion where meeting_id = '{meeting}'");
            house.ask(&sql).await
        }
    }
}

/// A sitting meeting with a motion.
async fn moved(house: &House) -> String {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    motion(house, &meeting, ("2", ""), ("2", "0")).await.is(303);
    meeting
}

/// A meeting in which everything was done that leaves a row.
pub async fn lived_through(house: &House) {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    motion(house, &meeting, ("2", ""), ("2", "0")).await.is(303);
    close(house, &meeting, "2").await.is(303);
    publish_later(house, &standing).await;
    certificates::issue(house, &standing, &[]).await.is(303);
}

/// A certificate, or its code, of a contest whose prizes are public.
async fn certificate(house: &House, name: &str) -> String {
    certified(house).await;
    certificates::of_number(house, if name == "code" { "code" } else { "id" }, 1).await
}

/// A contest whose prizes are public, with certificates.
pub async fn certified(house: &House) -> ContestId {
    let standing = opened(house).await;
    let meeting = sitting(house, &standing).await;
    close(house, &meeting, "3").await.is(303);
    let publish = format!("{}/awards/publication", standing.contest_path);
    house.known(world::SECRETARY).post(&publish, &[("when", "now")]).await.is(303);
    certificates::issue(house, &standing, &[]).await.is(303);
    standing.contest
}

/// Whether a route is one of meetings and prizes.
pub fn has_fields(path: &str) -> bool {
    let begins = |it: &&str| path.starts_with(it);
    [
        "/meetings/",
        "/certificates/",
        "/contests/{id}/meetings",
        "/contests/{id}/awards/",
        "/contests/{id}/certificates",
    ]
    .iter()
    .any(begins)
}

/// What a form of a meeting holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path {
        "/meetings/{id}/motions" => {
            vec![("number", "1"), ("reason", "Chưa áp dụng"), ("in_favour", "3")]
        }
        "/meetings/{id}/closing" => vec![("in_favour", "3")],
        "/certificates/{id}/replacement" => {
            vec![("holder", "Nguyễn Văn Đúng"), ("wrong", "Sai họ")]
        }
        "/contests/{id}/certificates" => certificates::TYPED.to_vec(),
        "/contests/{id}/meetings" => {
            vec![("day", "23/11/2026"), ("place", "Phòng họp 2")]
        }
        _ => vec![("reason", "Theo đơn")],
    }
}
