//! Dossiers for the access matrix: the coordinator of the department of science is their author, and asks its
//! own department to confirm.

use hoithi::installation::work;

use super::things::unknown;
use crate::browser::Browser;
use crate::dossiers::standing::{
    amended, attach, hand_in, letter_in, taking, without_files, written,
};
use crate::house::House;
use crate::papers::made;
use crate::publicity::sending::upload;
use crate::reception::standing::find_good;

/// What stands for `{…}` in the routes of dossiers and of what belongs to them.
pub async fn thing(house: &House, before: &str, name: &str, state: &str) -> String {
    match (before.split('/').nth(1).unwrap(), name) {
        (_, "step") => "solution".to_owned(),
        (_, "page") => "1".to_owned(),
        _ if state == "-" => unknown(house),
        ("receipts", _) => receipt(house).await,
        ("agreements", _) => agreement(house).await,
        ("confirmations", _) => confirmation(house).await,
        (_, "id") => dossier(house, state).await,
        _ => file(house, before).await,
    }
}

/// A dossier in a state: its id.
async fn dossier(house: &House, state: &str) -> String {
    let author = house.known(world::COORDINATOR);
    let path = match state {
        "looked-at" => with_a_picture(house, &author).await,
        _ => written(&author, taking(house).await).await,
    };
    let unit = house.unit("dost").await;
    author.post(&format!("{path}/confirmations"), &[("unit", &unit)]).await.is(303);
    if state == "scanned" {
        scan(&author, &path).await;
    }
    if state != "draft" {
        hand_in(&author, &path).await.is(303);
        find_good(&house.known(world::SECRETARY), &path).await;
    }
    if state == "valid" {
        let accept = format!("{path}/desk/acceptance");
        house.known(world::SECRETARY).post(&accept, &[("version", "1")]).await.is(303);
    }
    path.trim_start_matches("/dossiers/").to_owned()
}

/// A dossier with a PDF of which the machine has drawn a page and made a copy.
async fn with_a_picture(house: &House, author: &Browser<'_>) -> String {
    let path = without_files(author, taking(house).await).await;
    let paper = made::pdf(&made::pdf_of_text(&["Thung Mây"]), "");
    attach(author, &path, ("minh-chung", "biên bản.pdf", &paper)).await.is(303);
    work::work_off(&house.app).await.unwrap();
    path
}

/// Both sheets on paper, signed and stamped.
async fn scan(author: &Browser<'_>, path: &str) {
    let digest = author.get(&format!("{path}/submission")).await.hidden("digest");
    for sheet in ["agreement", "confirmation"] {
        let to = format!("{path}/{sheet}");
        let scan = Some(("phieu.pdf", &b"%PDF-1.7 phieu"[..]));
        author.send(upload(&to, &[("digest", &digest)], scan)).await.is(303);
    }
}

/// The file of the dossier before it.
async fn file(house: &House, before: &str) -> String {
    let id = before.split('/').nth(2).unwrap();
    house.ask(&format!("select id from dossier_file where dossier_id = '{id}'")).await
}

/// The code of a receipt.
async fn receipt(house: &House) -> String {
    let id = dossier(house, "handed-in").await;
    house.ask(&format!("select code from dossier_version where dossier_id = '{id}'")).await
}

/// The token of a letter to a co-author.
async fn agreement(house: &House) -> String {
    let path = format!("/dossiers/{}", dossier(house, "draft").await);
    let author = house.known(world::COORDINATOR);
    let fields = [("author", "author-2"), ("address", "hat@salinh.example")];
    author.post(&format!("{path}/invitations"), &fields).await.is(303);
    let body = house
        .ask("select body from mail where body like '%/agreements/%' order by id desc limit 1")
        .await;
    let letter = letter_in(&body);
    letter.rsplit('/').next().unwrap().to_owned()
}

/// A dossier that was handed in, to which a co-author agreed and which a unit confirmed.
pub async fn agreed(house: &House) {
    let token = agreement(house).await;
    let yes = [("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "40")];
    house.anon().post(&format!("/agreements/{token}"), &yes).await.is(303);
    dossier(house, "handed-in").await;
}

/// A dossier that was found valid, taken up again, and asked about; more of it came on paper.
pub async fn asked(house: &House) {
    let id = dossier(house, "valid").await;
    let desk = format!("/dossiers/{id}/desk");
    let office = house.known(world::SECRETARY);
    for act in ["arrivals", "reopening"] {
        let path = format!("{desk}/{act}");
        office.post(&path, &desk_fields(&path)).await.is(303);
    }
    let contest = house.ask(&format!("select contest_id from dossier where id = '{id}'")).await;
    amended(house, contest.parse().unwrap(), |rules| {
        rules.fields.push("Giáo dục".to_owned());
    })
    .await;
    let newer = [("version", "1"), ("rules", "3"), ("reason", "Thêm lĩnh vực")];
    office.post(&format!("{desk}/rules"), &newer).await.is(303);
    let path = format!("{desk}/supplement");
    office.post(&path, &desk_fields(&path)).await.is(303);
}

/// A request to the department of science.
async fn confirmation(house: &House) -> String {
    let id = dossier(house, "draft").await;
    house.ask(&format!("select id from dossier_confirmation where dossier_id = '{id}'")).await
}

/// What a form of a dossier holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path {
        path if path.ends_with("/pages/{step}") => vec![("title", "Tên khác"), ("revision", "1")],
        path if path.ends_with("/submission") => vec![("vouched", "1")],
        path if path.contains("/desk") => desk_fields(path),
        path if path.ends_with("/invitations") => {
            vec![("author", "author-2"), ("address", "hat@salinh.example")]
        }
        path if path.ends_with("/uploads") => vec![("item", "minh-chung"), ("upload", "khong-co")],
        path if path.ends_with("/confirmations") => vec![("unit", "Sở KH&CN")],
        path if path.ends_with("/conversation") => vec![("text", "Gửi về đâu ạ?")],
        "/agreements/{token}" => vec![("answer", "yes"), ("name", "Vàng Thị Hạt"), ("share", "40")],
        "/confirmations/{id}" => vec![("answer", "refuse"), ("reason", "chưa rõ")],
        _ => Vec::new(),
    }
}

/// What a form of the desk holds.
fn desk_fields(path: &str) -> Vec<(&'static str, &'static str)> {
    let mut fields = vec![("version", "1")];
    fields.extend_from_slice(match path.rsplit('/').next().unwrap() {
        "supplement" => &[
            ("opens", "people"),
            ("why", "Thiếu năm sinh"),
            ("day", "2026-12-01"),
            ("hour", "17:00"),
        ][..],
        "exclusion" => &[("ground", "other"), ("reason", "Sai đối tượng"), ("basis", "BB 05")],
        "reopening" => &[("again", "Có giấy tờ mới")],
        "rules" => &[("rules", "2"), ("reason", "Thể lệ mới")],
        "arrivals" => &[("way", "counter"), ("came-on", "2026-11-21"), ("copies", "1")],
        _ => &[],
    });
    fields
}
