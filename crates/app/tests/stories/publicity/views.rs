//! Who sees whose publicity, and what the tables say.

use super::sending::{LEAFLET, but, contest, enter, send, upload};
use crate::house::House;

stories! {
    units_see_their_own_alone,
    tables_hold_their_own_alone,
    the_table_tells_who_published_and_who_has_not,
    figures_are_sums_of_what_was_done,
}

async fn units_see_their_own_alone(house: &House) {
    let contest = contest(house).await;
    let (own, other) = (house.known(world::COORDINATOR), house.known(world::OTHER_COORDINATOR));
    let secretary = house.known(world::SECRETARY);
    let theirs = [&LEAFLET[..], &[("unit", "Sở Y tế")]].concat();
    let theirs = enter(&secretary, contest, &theirs).await;
    let mine = enter(&own, contest, &but(&[("title", "Bài của mình")])).await;
    own.get(&theirs).await.is(404);
    for act in ["withdrawal", "acceptance", "return"] {
        own.post(&format!("{theirs}/{act}"), &[("reason", "x")]).await.is(404);
    }
    own.send(upload(&theirs, &but(&[("revision", "1")]), None)).await.is(404);
    other.get(&mine).await.is(404);
}

async fn tables_hold_their_own_alone(house: &House) {
    let contest = contest(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let theirs = [&LEAFLET[..], &[("unit", "Sở Y tế")]].concat();
    enter(&secretary, contest, &theirs).await;
    enter(&own, contest, &but(&[("title", "Bài của mình")])).await;
    let page = format!("/contests/{contest}/publicity");
    own.get(&page).await.is(200).shows("Sở Khoa học và Công nghệ").hides("Sở Y tế");
    let doh = house.unit("doh").await;
    let list = own.get(&format!("{page}/list?unit={doh}")).await;
    list.is(200).shows("Bài của mình").hides("Tờ rơi giới thiệu hội thi").hides("Sở Y tế");
    own.get(&format!("{page}/new?unit={doh}")).await.is(200).hides("Sở Y tế");
    let foreign = [&LEAFLET[..], &[("unit", "Sở Y tế")]].concat();
    send(&own, contest, &foreign).await.is(403);
    own.get(&format!("{page}/figures")).await.is(200).hides("Sở Y tế");
    house.anon().get(&page).await.is(303);
    let mine = own.get(&format!("{page}/export")).await;
    let all = secretary.get(&format!("{page}/export")).await;
    assert!(mine.is(200).body.starts_with(b"PK"));
    assert!(all.is(200).body.len() > mine.body.len());
}

async fn the_table_tells_who_published_and_who_has_not(house: &House) {
    let contest = contest(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    let page = format!("/contests/{contest}/publicity");
    secretary.get(&page).await.is(200).holds("<dd>3</dd>").holds("?has=nothing\">3</a>");
    enter(&own, contest, &LEAFLET).await;
    let planned = but(&[("channel", "radio"), ("status", "planned"), ("unit", "Sở Y tế")]);
    enter(&secretary, contest, &planned).await;
    let all = secretary.get(&page).await;
    all.is(200)
        .holds("?has=done\">1</a>")
        .holds("?has=nothing\">2</a>")
        .shows("Đã làm, chờ ghi nhận · 1.200 bản");
    let nothing = secretary.get(&format!("{page}?has=nothing")).await;
    nothing.is(200).shows("Sở Y tế").shows("Thung Mây").hides("Sở Khoa học và Công nghệ");
    let done = secretary.get(&format!("{page}?has=done&channel=leaflet")).await;
    done.is(200).shows("Sở Khoa học và Công nghệ").hides("Sở Y tế");
    secretary
        .get(&format!("{page}?has=done&channel=radio"))
        .await
        .is(200)
        .says("publicity-none-found");
    let radio = secretary.get(&format!("{page}?channel=radio")).await;
    radio.is(200).shows("Sở Y tế").hides("Thung Mây");
    let found = secretary.get(&format!("{page}?q=thung+may&kind=committee&page=7")).await;
    found.is(200).shows("Thung Mây").hides("Sở Y tế");
}

async fn figures_are_sums_of_what_was_done(house: &House) {
    let contest = contest(house).await;
    let (own, secretary) = (house.known(world::COORDINATOR), house.known(world::SECRETARY));
    enter(&own, contest, &LEAFLET).await;
    let earlier = but(&[("channel", "meeting"), ("day", "3/11/2026"), ("copies", "2")]);
    let earlier = enter(&own, contest, &earlier).await;
    let gone = enter(&own, contest, &LEAFLET).await;
    own.post(&format!("{gone}/withdrawal"), &[("reason", "trùng")]).await.is(303);
    secretary.post(&format!("{earlier}/acceptance"), &[]).await.is(303);
    let figures = secretary.get(&format!("/contests/{contest}/publicity/figures")).await;
    figures.is(200).shows("3/11/2026").shows("1.202").shows("1.800");
    let cells = ["Đã làm\">2</td>", "Đã ghi nhận\">1</td>", "Số hình thức\">2</td>"];
    for cell in cells {
        figures.holds(cell);
    }
}
