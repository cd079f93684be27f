//! Milestones and rules change by versions, each with its paper or reason.

use crate::access::contest::stands;
use crate::house::House;

stories! {
    a_deadline_moves_with_its_reason,
    a_milestone_is_added_and_called_off,
    rules_change_by_versions,
}

async fn a_deadline_moves_with_its_reason(house: &House) {
    let path = format!("/contests/{}", stands(house, "running").await);
    let secretary = house.known(world::SECRETARY);
    let list = format!("{path}/milestones");
    let milestone = format!("{list}/{}", house.ask("select min(id) from milestone").await);
    let form = secretary.get(&milestone).await;
    form.is(200).shows("đến hết 31/5/2027").holds("value=\"through-postmark\" selected");
    let moved = |to: &'static str, reason: &'static str, version: &'static str| {
        [
            ("version", version),
            ("milestone-0-to", to),
            ("milestone-0-end", "through-postmark"),
            ("reason", reason),
        ]
    };
    let refused = secretary.post(&milestone, &moved("30/6/2027", "", "1")).await;
    refused.is(422).says("contest-reason-empty").shows("30/6/2027");
    let refused = secretary.post(&milestone, &moved("", "gia hạn", "1")).await;
    refused.is(422).says("milestone-dateless");
    let done = secretary.post(&milestone, &moved("30/6/2027", "để các xã kịp nộp", "1")).await;
    done.leads_to(&list);
    let late = secretary.post(&milestone, &moved("1/7/2027", "người khác", "1")).await;
    late.is(409).says("contest-changed-meanwhile").shows("người khác");
    let page = house.known(world::COORDINATOR).get(&list).await;
    page.is(200).shows("đến hết 30/6/2027").shows("gia hạn theo để các xã kịp nộp");
    page.shows("đến hết 31/5/2027").shows("2 phiên bản").shows("còn 221 ngày");
    let overview = secretary.get(&path).await;
    overview.is(200).shows("gia hạn theo để các xã kịp nộp");
    let earlier = secretary.post(&milestone, &moved("1/6/2027", "họp lại", "2")).await;
    earlier.leads_to(&list);
    secretary.get(&path).await.is(200).shows("đổi theo họp lại");
    let paper = [moved("2/6/2027", "", "3").as_slice(), &[("paper", "x")]].concat();
    secretary.post(&milestone, &paper).await.is(422).says("contest-paper-unknown");
}

async fn a_milestone_is_added_and_called_off(house: &House) {
    let path = format!("/contests/{}", stands(house, "running").await);
    let secretary = house.known(world::SECRETARY);
    let list = format!("{path}/milestones");
    let nameless = [("milestone-0-to", "10/2027"), ("milestone-0-end", "through")];
    let refused = secretary.post(&list, &nameless).await;
    refused.is(422).says("milestone-nameless").shows("10/2027");
    let fields = [nameless.as_slice(), &[("milestone-0-kind", "results")]].concat();
    secretary.post(&list, &fields).await.leads_to(&list);
    let part = house.ask("select id from milestone where kind = 'results'").await;
    let off = format!("{list}/{part}/calling-off");
    secretary.post(&off, &[("version", "1"), ("reason", "gộp")]).await.leads_to(&list);
    let page = secretary.get(&list).await;
    page.is(200).shows("bỏ theo gộp").holds("<s>đến hết 10/2027</s>").says("milestone-off");
    let overview = secretary.get(&path).await;
    overview.is(200).holds("class=\"cross\"");
    let other = format!("/contests/{}", stands(house, "running").await);
    let foreign = format!("{other}/milestones/{part}");
    secretary.get(&foreign).await.is(404).says("absent");
}

async fn rules_change_by_versions(house: &House) {
    let path = format!("/contests/{}/rules", stands(house, "running").await);
    let secretary = house.known(world::SECRETARY);
    let form = secretary.get(&format!("{path}/edit")).await;
    form.is(200).shows("Cơ khí").holds("name=\"version\" value=\"1\"");
    let fields = [
        ("version", "1"),
        ("fields", "Cơ khí\nY dược"),
        ("prize-0-name", "Giải Nhất"),
        ("prize-0-count", "3"),
        ("prize-0-amount", "10.000.000"),
        ("reason", "bổ sung lĩnh vực"),
    ];
    secretary.post(&path, &fields).await.leads_to(&path);
    let page = house.known(world::COORDINATOR).get(&path).await;
    page.is(200).shows("Phiên bản 2").shows("30.000.000 ₫").shows("bổ sung lĩnh vực");
    page.holds("<ins>Y dược</ins>").hides("/rules/edit");
    let old = secretary.get(&format!("{path}?version=1")).await;
    old.is(200).says("rules-old");
    secretary.get(&format!("{path}?version=3")).await.is(404);
    secretary.post(&path, &fields).await.is(409).says("contest-changed-meanwhile");
    let mut same = fields;
    same[0].1 = "2";
    secretary.post(&path, &same).await.is(422).says("rules-unchanged").shows("Giải Nhất");
    let more = [fields.as_slice(), &[("more", "prize")]].concat();
    secretary.post(&path, &more).await.is(200).holds("name=\"prize-6-name\"");
}
