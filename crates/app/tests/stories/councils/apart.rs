//! Judges who are far apart, and what the chair does about it.

use super::standing::{
    CHAIR, JUDGE, SECOND, Standing, again_of, below, judges_of, judging, known, open, send, sign,
};
use crate::house::House;
use crate::reply::Reply;

/// Two judges of the first dossier are 24 points apart, those of the second give all; the chair has opened.
pub async fn apart(house: &House) -> Standing {
    let standing = judging(house).await;
    for (dossier, points) in standing.dossiers.iter().zip([[0, 6], [0, 0]]) {
        for (person, points) in judges_of(house, dossier).await.into_iter().zip(points) {
            sign(house, person, dossier, points).await.is(303);
        }
    }
    open(house, &standing).await.is(303);
    standing
}

/// Who of the three did not judge a dossier.
pub async fn other(house: &House, dossier: &str) -> &'static world::Person {
    let judges = judges_of(house, dossier).await;
    let left = |person: &&&world::Person| !judges.iter().any(|it| it.email == person.email);
    [CHAIR, JUDGE, SECOND].iter().find(left).unwrap()
}

/// The id of somebody's seat.
pub async fn seat(house: &House, standing: &Standing, person: &world::Person) -> String {
    let sql = format!(
        "select m.id from council_member m join account a on a.id = m.account_id
         where a.email = '{}' and m.council_id = '{}'",
        person.email,
        standing.path.trim_start_matches("/councils/")
    );
    house.ask(&sql).await
}

/// Somebody orders a second marking of the first dossier.
pub async fn order(
    house: &House,
    (standing, person): (&Standing, &world::Person),
    fields: &[(&str, &str)],
) -> Reply {
    let mut all = vec![("dossier", standing.dossiers[0].as_str()), ("reason", "Chênh lệch lớn")];
    all.retain(|(name, _)| !fields.iter().any(|(field, _)| field == name));
    all.extend(fields);
    known(house, person).post(&format!("{}/second-markings", standing.path), &all).await
}

/// The panel marks the first dossier again; the address of that.
pub async fn ordered(house: &House, standing: &Standing) -> String {
    ordered_of(house, (&standing.path, &standing.dossiers[0])).await
}

/// The panel of a council marks a dossier again; the address of that.
pub async fn ordered_of(house: &House, (council, dossier): (&str, &str)) -> String {
    let fields =
        [("dossier", dossier), ("reason", "Chênh lệch"), ("form", "panel"), ("counts", "second")];
    let reply = known(house, CHAIR).post(&format!("{council}/second-markings"), &fields).await;
    reply.is(303).header("location").to_owned()
}

/// The panel marks the first dossier again, signs, and the chair closes.
pub async fn marked_again(house: &House, standing: &Standing) {
    let path = ordered(house, standing).await;
    for person in judges_of(house, &standing.dossiers[0]).await {
        sign_again(house, person, (&standing.dossiers[0], 3)).await.is(303);
    }
    close(house, &path).await.is(303);
}

/// Somebody signs their sheet of a second marking, each criterion so many points below its maximum.
pub async fn sign_again(
    house: &House,
    person: &world::Person,
    (dossier, points): (&str, u32),
) -> Reply {
    let sheet = again_of(house, person, dossier).await;
    send(&known(house, person), (&sheet, "/signature"), &below(points)).await
}

/// The chair closes.
pub async fn close(house: &House, path: &str) -> Reply {
    known(house, CHAIR).post(&format!("{path}/closing"), &[]).await
}
