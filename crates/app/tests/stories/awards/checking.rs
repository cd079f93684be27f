//! What `hoithi check` finds of prizes and certificates that do not follow from what was decided.

use hoithi::installation::check::{Finding, check};

use super::standing::{call, closed, opened};
use crate::certificates;
use crate::house::House;

stories! {
    a_list_is_counted_again_by_the_check,
    a_second_open_meeting_is_found,
}

/// Does something to the database, asks the check, and undoes it.
async fn finds(house: &House, (planted, undone): (&str, &str), expect: &[(&'static str, &str)]) {
    house.tamper(planted).await;
    let found = check(&house.app.store).await.unwrap();
    let told: Vec<(&str, &str)> = found.iter().map(|it| (it.rule, it.what.as_str())).collect();
    assert_eq!(told, expect, "{planted}");
    house.tamper(undone).await;
}

async fn a_list_is_counted_again_by_the_check(house: &House) {
    let standing = certificates::issued(house).await;
    let list = house.ask("select id from award_list").await;
    let contest = standing.contest.to_string();
    let digest = house.ask("select digest from award_list").await;
    let back = format!("update award_list set digest = '{digest}'");
    let other = ("update award_list set digest = 'khác'", back.as_str());
    finds(house, other, &[("check-award-list", &list)]).await;
    let swap = |from: &str, to: &str| {
        format!("update award_list set body = replace(body, '\"money\":{from}', '\"money\":{to}')")
    };
    let (there, back) = (swap("20000000", "20000001"), swap("20000001", "20000000"));
    finds(house, (&there, &back), &[("check-award-list", &list)]).await;
    let more = ("update award set money = money + 1", "update award set money = money - 1");
    finds(house, more, &[("check-award-prizes", &list)]).await;
    let gap = (
        "update certificate set number = 9 where number = 2",
        "update certificate set number = 2 where number = 9",
    );
    finds(house, gap, &[("check-certificate-number", &contest)]).await;
    assert_eq!(check(&house.app.store).await.unwrap(), Vec::<Finding>::new());
}

async fn a_second_open_meeting_is_found(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    call(house, &standing, &[("reason", "Khiếu nại")]).await.is(303);
    let reopened = (
        "update award_meeting set state = 'sitting' where state = 'closed'",
        "update award_meeting set state = 'closed' where state = 'sitting'",
    );
    let contest = standing.contest.to_string();
    finds(house, reopened, &[("check-meeting-twice", &contest)]).await;
}
