//! Sheets of paper in the stories: printed, keyed in, scanned.

use super::standing::{
    CHAIR, JUDGE, SECOND, Standing, begun, below, call, founded, judges_of, known, sheet_of, sign,
    vouch,
};
use crate::house::House;
use crate::papers::made;
use crate::publicity::sending::upload;
use crate::reply::Reply;

/// Who keeps the minutes of the council, and judges nothing.
pub const KEEPER: &world::Person = world::SCHOOLS_COORDINATOR;

/// A council that judges, with a secretary, and a sheet of paper for everything that is judged.
pub async fn printed(house: &House) -> Standing {
    let standing = founded(house).await;
    call(house, &standing.path, KEEPER, "secretary").await.is(303);
    begun(house, &standing.path).await;
    vouch(house, &standing.path, KEEPER).await.is(303);
    print(house, &standing.path, &[]).await.is(303);
    standing
}

/// The office gives out codes.
pub async fn print(house: &House, council: &str, fields: &[(&str, &str)]) -> Reply {
    house.known(world::SECRETARY).post(&format!("{council}/paper-sheets"), fields).await
}

/// The address of the newest sheet of paper that somebody has for a dossier.
pub async fn paper_of(house: &House, person: &world::Person, dossier: &str) -> String {
    let sheet = sheet_of(house, person, dossier).await;
    let assignment = sheet.trim_start_matches("/sheets/");
    let sql = format!(
        "select code from paper_sheet where assignment_id = '{assignment}' and ended_at is null
         order by case when agreed_at is null then 0 else 1 end, id desc limit 1"
    );
    format!("/paper-sheets/{}", house.ask(&sql).await)
}

/// A judge of the first dossier who does not chair, and the address of their sheet of paper.
pub async fn first(house: &House, standing: &Standing) -> (&'static world::Person, String) {
    let judges = judges_of(house, &standing.dossiers[0]).await;
    let judge = judges.into_iter().find(|judge| judge.email != CHAIR.email).unwrap();
    (judge, paper_of(house, judge, &standing.dossiers[0]).await)
}

/// The judge who neither chairs nor is this one.
pub fn neither(judge: &world::Person) -> &'static world::Person {
    if judge.email == JUDGE.email { SECOND } else { JUDGE }
}

/// Somebody keys in a sheet on which every criterion is so many points below its maximum, and more.
pub async fn key(
    house: &House,
    person: &world::Person,
    (paper, points): (&str, u32),
    more: &[(String, String)],
) -> Reply {
    let mut fields = below(points);
    fields.extend_from_slice(more);
    send(house, person, (paper, &fields)).await
}

/// Somebody sends these fields.
pub async fn send(
    house: &House,
    person: &world::Person,
    (path, fields): (&str, &[(String, String)]),
) -> Reply {
    let fields: Vec<(&str, &str)> =
        fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    known(house, person).post(path, &fields).await
}

/// Somebody attaches a scan.
pub async fn scan(house: &House, person: &world::Person, paper: &str) -> Reply {
    let bytes = made::pdf(&made::pdf_of_text(&["Phiếu"]), "");
    let request = upload(&format!("{paper}/scan"), &[], Some(("phieu.pdf", &bytes)));
    known(house, person).send(request).await
}

/// The office and the secretary of the council key in the same.
pub async fn agreed(house: &House, paper: &str, points: u32) {
    key(house, KEEPER, (paper, points), &[]).await.leads_to(paper);
    key(house, world::SECRETARY, (paper, points), &[]).await.leads_to(paper);
}

/// These two key in the same.
pub async fn agreed_by(house: &House, paper: &str, people: [&world::Person; 2]) {
    for person in people {
        key(house, person, (paper, 2), &[]).await.leads_to(paper);
    }
}

/// What the newest signed sheet of the first criterion says, and whether it is of paper.
pub async fn counts(house: &House, judge: &world::Person, dossier: &str) -> String {
    let sheet = sheet_of(house, judge, dossier).await;
    let sql = format!(
        "select case when paper_id is null then 'screen' else 'paper' end || ' ' ||
            cast(version as text)
         from score_sheet where assignment_id = '{}' order by version desc limit 1",
        sheet.trim_start_matches("/sheets/")
    );
    house.ask(&sql).await
}

/// Whatever is not signed yet is signed on the screen, every criterion so many points below its maximum.
pub async fn signed_rest(house: &House, standing: &Standing, points: u32) {
    for dossier in &standing.dossiers {
        for person in judges_of(house, dossier).await {
            sign(house, person, dossier, points).await.is(303);
        }
    }
}
