//! Dossiers for the access matrix: the coordinator of the department of science is their author, and asks its
//! own department to confirm.

use crate::dossiers::standing::{hand_in, taking, written};
use crate::house::House;
use crate::reply::link_in;

/// A dossier in a state: its id.
pub async fn dossier(house: &House, state: &str) -> String {
    let author = house.known(world::COORDINATOR);
    let path = written(&author, taking(house).await).await;
    let unit = house.unit("dost").await;
    author.post(&format!("{path}/confirmations"), &[("unit", &unit)]).await.is(303);
    if state == "handed-in" {
        hand_in(&author, &path).await.is(303);
    }
    path.trim_start_matches("/dossiers/").to_owned()
}

/// What stands for a part of the address after the dossier.
pub async fn part(house: &House, before: &str, name: &str) -> String {
    let id = before.split('/').nth(2).unwrap();
    match name {
        "step" => "solution".to_owned(),
        _ => house.ask(&format!("select id from dossier_file where dossier_id = '{id}'")).await,
    }
}

/// The code of a receipt.
pub async fn receipt(house: &House) -> String {
    let id = dossier(house, "handed-in").await;
    house.ask(&format!("select code from dossier_version where dossier_id = '{id}'")).await
}

/// The token of a letter to a co-author.
pub async fn agreement(house: &House) -> String {
    let path = format!("/dossiers/{}", dossier(house, "draft").await);
    let author = house.known(world::COORDINATOR);
    let fields = [("author", "author-2"), ("address", "hat@salinh.example")];
    author.post(&format!("{path}/invitations"), &fields).await.is(303);
    let body = house
        .ask("select body from mail where body like '%/agreements/%' order by id desc limit 1")
        .await;
    link_in(&body).unwrap().rsplit('/').next().unwrap().to_owned()
}

/// A request to the department of science.
pub async fn confirmation(house: &House) -> String {
    let id = dossier(house, "draft").await;
    house.ask(&format!("select id from dossier_confirmation where dossier_id = '{id}'")).await
}

/// What a form of a dossier holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path {
        path if path.ends_with("/pages/{step}") => vec![("title", "Tên khác"), ("revision", "1")],
        path if path.ends_with("/submission") => vec![("vouched", "1")],
        path if path.ends_with("/invitations") => {
            vec![("author", "author-2"), ("address", "hat@salinh.example")]
        }
        path if path.ends_with("/confirmations") => vec![("unit", "Sở KH&CN")],
        "/agreements/{token}" => vec![("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "40")],
        "/confirmations/{id}" => vec![("answer", "refuse"), ("reason", "chưa rõ")],
        _ => Vec::new(),
    }
}
