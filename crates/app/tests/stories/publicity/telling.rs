//! A unit plans, does, corrects and withdraws; the secretary takes it or asks for more.

use super::sending::{LEAFLET, but, contest, enter, send, upload};
use crate::house::House;
use crate::tasks::standing::step;

stories! {
    what_was_planned_is_told_as_done,
    more_is_asked_for_until_it_is_taken,
    a_file_proves_it_and_comes_back_as_it_was,
    a_wrong_form_keeps_what_was_typed,
    two_who_correct_at_once_are_told,
    what_is_withdrawn_counts_no_more,
    a_secretary_writes_for_a_unit,
    a_task_of_publicity_leads_to_the_form,
    nothing_is_written_down_outside_the_contest,
}

async fn what_was_planned_is_told_as_done(house: &House) {
    let contest = contest(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let form = format!("/contests/{contest}/publicity/new");
    own.get(&form).await.is(200).shows("Sở Khoa học và Công nghệ").shows("21/11/2026");
    let planned = but(&[("status", "planned"), ("day", "1/12/2026"), ("links", "")]);
    let path = enter(&own, contest, &planned).await;
    own.get(&path)
        .await
        .is(200)
        .says("publicity-planned")
        .shows("1/12/2026")
        .says("publicity-tell-done");
    secretary.post(&format!("{path}/acceptance"), &[]).await.is(409).says("publicity-step-not-now");
    house.wait_days(12);
    let own = house.sign_in(world::COORDINATOR).await;
    own.get("/publicity").await.is(200).says("publicity-late");
    own.get(&format!("{path}/edit")).await.is(200).shows("3/12/2026");
    let done = but(&[("day", "2/12/2026"), ("revision", "1")]);
    own.send(upload(&path, &done, None)).await.leads_to(&path);
    own.get(&path).await.is(200).says("publicity-done").shows("2/12/2026").shows("1.200 bản");
}

async fn more_is_asked_for_until_it_is_taken(house: &House) {
    let contest = contest(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let path = enter(&own, contest, &LEAFLET).await;
    secretary.post(&format!("{path}/return"), &[("reason", "")]).await.is(422);
    let asked = [("reason", "Xin ảnh chụp tờ rơi")];
    secretary.post(&format!("{path}/return"), &asked).await.leads_to(&path);
    own.get(&path).await.is(200).says("publicity-asked").shows("Xin ảnh chụp tờ rơi");
    let again = but(&[("copies", "1.500"), ("revision", "2")]);
    own.send(upload(&path, &again, None)).await.leads_to(&path);
    own.post(&format!("{path}/acceptance"), &[]).await.is(403);
    secretary.post(&format!("{path}/acceptance"), &[]).await.leads_to(&path);
    let page = own.get(&path).await;
    page.is(200)
        .says("publicity-taken")
        .shows("1.500 bản")
        .shows("Tờ rơi · Tờ rơi giới thiệu hội thi");
    own.get(&format!("{path}/edit")).await.is(409);
    own.send(upload(&path, &but(&[("revision", "4")]), None)).await.is(409);
}

async fn a_file_proves_it_and_comes_back_as_it_was(house: &House) {
    let contest = contest(house).await;
    let own = house.known(world::COORDINATOR);
    let bytes = b"\x89PNG\r\n\x1a\n<script>";
    let form = format!("/contests/{contest}/publicity");
    let sent = own.send(upload(&form, &LEAFLET, Some(("Ảnh.png", bytes)))).await;
    let path = sent.is(303).header("location").to_owned();
    own.get(&path).await.is(200).shows("Ảnh.png").shows("https://salinh.example/to-roi");
    let file = format!("{path}/files/{}", house.ask("select id from publicity_file").await);
    let reply = own.get(&file).await;
    assert_eq!(reply.is(200).body, bytes);
    assert_eq!(reply.header("content-disposition"), "attachment; filename*=UTF-8''%E1%BA%A2nh.png");
    house.known(world::SECRETARY).get(&file).await.is(200);
    house.known(world::OTHER_COORDINATOR).get(&file).await.is(404);
    house.anon().get(&file).await.is(303);
}

async fn a_wrong_form_keeps_what_was_typed(house: &House) {
    let contest = contest(house).await;
    let own = house.known(world::COORDINATOR);
    let wrong = but(&[("channel", "telegraph"), ("day", "22/11/2026"), ("copies", "nhiều")]);
    let form = format!("/contests/{contest}/publicity");
    let refused = own.send(upload(&form, &wrong, Some(("a.png", b"x")))).await;
    refused.is(422).says("publicity-channel-missing").says("publicity-day-to-come");
    refused.says("publicity-figure-unreadable").shows("nhiều").shows("Tờ rơi giới thiệu hội thi");
    assert_eq!(house.count("select count(*) from stored_file").await, 0);
    assert_eq!(house.count("select count(*) from publicity").await, 0);
}

async fn two_who_correct_at_once_are_told(house: &House) {
    let contest = contest(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let path = enter(&own, contest, &LEAFLET).await;
    let first = but(&[("copies", "1"), ("revision", "1")]);
    secretary.send(upload(&path, &first, None)).await.leads_to(&path);
    let second = own.send(upload(&path, &but(&[("copies", "2"), ("revision", "1")]), None)).await;
    second.is(409).says("publicity-changed-meanwhile");
    assert_eq!(house.count("select copies from publicity").await, 1);
}

async fn what_is_withdrawn_counts_no_more(house: &House) {
    let contest = contest(house).await;
    let own = house.known(world::COORDINATOR);
    let path = enter(&own, contest, &LEAFLET).await;
    let withdrawal = format!("{path}/withdrawal");
    own.post(&withdrawal, &[("reason", " ")]).await.is(422).says("publicity-reason-empty");
    own.post(&withdrawal, &[("reason", "Ghi nhầm hội thi")]).await.leads_to(&path);
    own.get(&path).await.is(200).says("publicity-withdrawn").shows("Ghi nhầm hội thi");
    own.get("/publicity").await.is(200).hides("Tờ rơi giới thiệu hội thi");
    own.get("/publicity?state=withdrawn").await.is(200).shows("Tờ rơi giới thiệu hội thi");
    own.post(&withdrawal, &[("reason", "x")]).await.is(409);
}

async fn a_secretary_writes_for_a_unit(house: &House) {
    let contest = contest(house).await;
    let secretary = house.known(world::SECRETARY);
    send(&secretary, contest, &LEAFLET).await.is(422).says("publicity-unit-missing");
    let foreign = but(&[("unit", "Sở Nội vụ")]);
    send(&secretary, contest, &foreign).await.is(422);
    let unit = house.unit("doh").await;
    let form = format!("/contests/{contest}/publicity/new?unit={unit}&channel=radio");
    secretary.get(&form).await.is(200).shows("Sở Y tế").says("publicity-on-behalf");
    let named = [&LEAFLET[..], &[("unit", "Sở Y tế")]].concat();
    let path = enter(&secretary, contest, &named).await;
    secretary.get(&path).await.is(200).shows("Sở Y tế").shows(world::SECRETARY.name);
}

async fn a_task_of_publicity_leads_to_the_form(house: &House) {
    let contest = contest(house).await;
    let own = house.known(world::COORDINATOR);
    let unit = house.unit("dost").await;
    let sql = "select a.id from assignment a join task t on t.id = a.task_id";
    let of =
        |position: i64| format!("{sql} where a.unit_id = '{unit}' and t.position = {position}");
    let (about, other) = (house.ask(&of(1)).await, house.ask(&of(2)).await);
    let form = format!("/contests/{contest}/publicity/new?assignment={about}");
    own.get(&format!("/assignments/{about}")).await.is(200).holds(&form);
    own.get(&format!("/assignments/{other}")).await.is(200).hides("publicity/new");
    own.get(&form).await.is(200).holds(&format!("value=\"{about}\" selected"));
    let fields = [&LEAFLET[..], &[("assignment", about.as_str())]].concat();
    let path = enter(&own, contest, &fields).await;
    own.get(&path).await.is(200).shows("Tuyên truyền về hội thi");
    let theirs = house.unit("doh").await;
    let theirs = house.ask(&format!("select id from assignment where unit_id = '{theirs}'")).await;
    let foreign = [&LEAFLET[..], &[("assignment", theirs.as_str())]].concat();
    send(&own, contest, &foreign).await.is(422).says("publicity-task-foreign");
}

async fn nothing_is_written_down_outside_the_contest(house: &House) {
    let contest = contest(house).await;
    let own = house.known(world::COORDINATOR);
    let path = enter(&own, contest, &LEAFLET).await;
    step(house, contest, hoithi::contests::Step::Close).await;
    send(&own, contest, &LEAFLET).await.is(409).says("contest-closed");
    own.post(&format!("{path}/withdrawal"), &[("reason", "x")]).await.is(409);
    own.get(&path).await.is(200).hides("/edit\"");
}
