//! A later list of prizes.

use super::{decided_again, issue, of_number};
use crate::awards::standing::{closed, opened};
use crate::house::House;

stories! {
    a_later_list_ends_what_it_does_not_give,
}

async fn a_later_list_ends_what_it_does_not_give(house: &House) {
    let standing = opened(house).await;
    closed(house, &standing).await;
    let office = house.known(world::SECRETARY);
    let publish = format!("{}/awards/publication", standing.contest_path);
    office.post(&publish, &[("when", "now")]).await.is(303);
    issue(house, &standing, &[]).await.is(303);
    let code = of_number(house, "code", 3).await;
    let check = format!("/giay-chung-nhan/{code}");
    decided_again(house, &standing).await;
    // What becomes void would tell what the public does not know yet.
    issue(house, &standing, &[]).await.is(409).says("certificates-list-not-public");
    house.anon().get(&check).await.is(200).says("certificate-genuine");
    office.post(&publish, &[("when", "now")]).await.is(303);
    let form = format!("{}/certificates/new", standing.contest_path);
    let over = kernel::Message::new("certificates-void-count").with("count", 2);
    office.get(&form).await.is(200).tells(&over);
    issue(house, &standing, &[]).await.is(422).says("certificates-void-reason");
    issue(house, &standing, &[("reason", "Danh sách giải sửa")]).await.is(303);
    let void = kernel::Message::new("certificate-void-since").with("day", "21/11/2026");
    house.anon().get(&check).await.is(200).tells(&void);
    let third = of_number(house, "id", 3).await;
    let right = [("holder", "Nguyễn Văn Đúng"), ("wrong", "Cấp lại")];
    let replace = format!("/certificates/{third}/replacement");
    office.post(&replace, &right).await.is(409).says("certificate-prize-gone");
    assert_eq!(house.count("select count(*) from certificate").await, 4);
}
