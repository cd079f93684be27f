//! The publicity behind the doors: what the department of science did to make the contest known.

use hoithi::accounts::Actor;
use hoithi::publicity::{self, Channel, Draft, When};

use super::contest;
use crate::house::House;

/// Something that the department did, with a file that proves it.
pub async fn activity(house: &House) -> String {
    let contest = contest::stands(house, "running").await;
    let unit = house.unit("dost").await.parse().unwrap();
    let kept = hoithi::files::keep(&house.app, b"Ban tin".to_vec()).await.unwrap();
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let draft = Draft {
        channel: Channel::Article,
        title: "Tin phát động trên cổng thông tin".to_owned(),
        when: When::Done(tx.at().day()),
        copies: Some(1),
        reach: None,
        links: vec!["https://salinh.example/tin".to_owned()],
        files: vec![(kept, "Bản tin.txt".to_owned())],
        assignment: None,
    };
    let id = publicity::enter(&mut tx, &actor, (contest, unit), &draft).await.unwrap();
    tx.commit().await.unwrap();
    id.to_string()
}

/// The file of the activity before it.
pub async fn file(house: &House, before: &str) -> String {
    let id = before.split('/').nth(2).unwrap();
    house.ask(&format!("select id from publicity_file where publicity_id = '{id}'")).await
}
