//! A certificate that is wrong.

use super::{FIRST, issued, of_number};
use crate::house::House;

stories! {
    a_wrong_one_is_replaced,
    one_is_declared_void,
}

async fn a_wrong_one_is_replaced(house: &House) {
    let standing = issued(house).await;
    house.wait_seconds(7_200);
    let (first, office) = (of_number(house, "id", 1).await, house.known(world::SECRETARY));
    let page = format!("/certificates/{first}");
    let right = [("holder", "Nguyễn Văn Đúng"), ("unit", "Xã Thung Mây"), ("wrong", "Sai họ")];
    let replace = format!("{page}/replacement");
    office.post(&replace, &right[..2]).await.is(422).says("certificate-field-missing");
    let made = office.post(&replace, &right).await;
    let last = of_number(house, "id", 5).await;
    made.leads_to(&format!("/certificates/{last}"));
    office.post(&replace, &right).await.is(409).says("certificate-replaced-already");
    let (old, new) = (of_number(house, "code", 1).await, of_number(house, "code", 5).await);
    assert!(old != new);
    let everybody = house.anon();
    let told = everybody.get(&format!("/giay-chung-nhan/{old}")).await;
    let after = kernel::Message::new("certificate-after").with("number", 5);
    told.is(200).tells(&after).hides("Sai họ").hides("Nguyễn Văn Đúng");
    let told = everybody.get(&format!("/giay-chung-nhan/{new}")).await;
    told.is(200).says("certificate-genuine").shows("Nguyễn Văn Đúng").shows("Xã Thung Mây");
    // What was replaced is neither due again nor printed.
    super::issue(house, &standing, &[]).await.is(409).says("certificates-none-due");
    let all = format!("{}/certificates/papers/giay-chung-nhan.pdf", standing.contest_path);
    let all = super::text(&office.get(&all).await);
    assert_eq!((all.matches(FIRST).count(), all.matches("Nguyễn Văn Đúng").count()), (1, 1));
    house.is_in_order().await;
}

async fn one_is_declared_void(house: &House) {
    let standing = issued(house).await;
    house.wait_seconds(7_200);
    let (second, office) = (of_number(house, "id", 2).await, house.known(world::SECRETARY));
    let revoke = format!("/certificates/{second}/revocation");
    office.post(&revoke, &[]).await.is(422).says("certificate-field-missing");
    let page = format!("/certificates/{second}");
    office.post(&revoke, &[("reason", "In trùng")]).await.leads_to(&page);
    office.post(&revoke, &[("reason", "In trùng")]).await.is(409).says("certificate-void-already");
    let code = of_number(house, "code", 2).await;
    let told = house.anon().get(&format!("/giay-chung-nhan/{code}")).await;
    let void = kernel::Message::new("certificate-void-since").with("day", "21/11/2026");
    told.is(200).tells(&void).hides("In trùng");
    super::issue(house, &standing, &[]).await.is(409).says("certificates-none-due");
    // It may still be issued anew, one by one.
    let right = [("holder", "Nguyễn Văn Đúng"), ("wrong", "Cấp lại")];
    office.post(&format!("{page}/replacement"), &right).await.is(303);
    assert_eq!(of_number(house, "holder", 5).await, "Nguyễn Văn Đúng");
}
