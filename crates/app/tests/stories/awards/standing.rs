//! Meetings of the stories: a council that is open, of which one dossier is better than the other.

use std::collections::BTreeMap;

use judging::prize::{AtLimit, Class, DepartureRules, Majority, Places, Prize, Unused};
use judging::rules::{Rules, TieBreak};

use crate::councils::standing::{
    AUTHOR, CHAIR, JUDGE, OTHER_AUTHOR, SECOND, Standing, begun, judges_of, known, manned, open,
    ruled, sign, valid,
};
use crate::dossiers::standing::taking;
use crate::house::House;
use crate::reply::Reply;

/// Who keeps the minutes.
pub const KEEPER: &world::Person = SECOND;
/// Who sits in the meeting, and neither chairs nor keeps the minutes.
pub const MEMBER: &world::Person = JUDGE;

/// Two prizes, a place of each; departures by more than half of all members, and nothing beyond places.
pub fn two_prizes(rules: &mut Rules) {
    let prize = |key: &str, name: &str, class: Class, money: u32| Prize {
        key: key.to_owned(),
        name: name.to_owned(),
        class,
        money,
        minimum: None,
        places: Places::Total(1),
    };
    rules.prizes = vec![
        prize("first", "Giải Nhất", Class::First, 20_000_000),
        prize("second", "Giải Nhì", Class::Second, 10_000_000),
    ];
    (rules.unused, rules.at_limit) = (Unused::Empty, AtLimit::Share);
    rules.departures = DepartureRules { majority: Majority::MoreThanHalf, beyond: Vec::new() };
    (rules.ties, rules.forward) = (vec![TieBreak::Lot], None);
}

/// A contest with a council whose sheets are open: dossier 1 has 96 points, dossier 2 92.
pub async fn opened(house: &House) -> Standing {
    opened_with(house, [1, 2]).await
}

/// The same with so many points less on every criterion of the two dossiers.
pub async fn opened_with(house: &House, less: [u32; 2]) -> Standing {
    let contest = taking(house).await;
    let dossiers =
        vec![valid(house, contest, AUTHOR).await, valid(house, contest, OTHER_AUTHOR).await];
    ruled(house, contest, two_prizes).await;
    let path = manned(house, contest, "final").await;
    let standing =
        Standing { contest, contest_path: format!("/contests/{contest}"), path, dossiers };
    begun(house, &standing.path).await;
    for (less, dossier) in less.into_iter().zip(&standing.dossiers) {
        for person in judges_of(house, dossier).await {
            sign(house, person, dossier, less).await.is(303);
        }
    }
    open(house, &standing).await.is(303);
    standing
}

/// The ids of the members by their address.
pub async fn members(house: &House, standing: &Standing) -> BTreeMap<&'static str, String> {
    let council = standing.path.trim_start_matches("/councils/");
    let mut members = BTreeMap::new();
    for person in [CHAIR, JUDGE, SECOND] {
        let sql = format!(
            "select m.id from council_member m join account a on a.id = m.account_id
             where m.council_id = '{council}' and a.email = '{}'",
            person.email
        );
        members.insert(person.email, house.ask(&sql).await);
    }
    members
}

/// Calls a meeting, which the chair chairs and the first judge keeps the minutes of.
pub async fn call(house: &House, standing: &Standing, more: &[(&str, &str)]) -> Reply {
    let members = members(house, standing).await;
    let mut fields = vec![
        ("day", "23/11/2026"),
        ("hour", "8h30"),
        ("place", "Phòng họp 2"),
        ("town", "Sông Lam"),
        ("agenda", "Xét giải"),
        ("chair", members[CHAIR.email].as_str()),
        ("keeper", members[KEEPER.email].as_str()),
    ];
    fields.retain(|(name, _)| more.iter().all(|(other, _)| other != name));
    fields.extend(more);
    let meetings = format!("{}/meetings", standing.contest_path);
    house.known(world::SECRETARY).post(&meetings, &fields).await
}

/// Notes who is there.
pub async fn come(
    house: &House,
    (standing, meeting): (&Standing, &str),
    there: &[&world::Person],
) -> Reply {
    let members = members(house, standing).await;
    let fields: Vec<(&str, &str)> =
        there.iter().map(|person| ("there", members[person.email].as_str())).collect();
    known(house, KEEPER).post(&format!("{meeting}/presence"), &fields).await
}

/// A meeting in which all three sit; its address.
pub async fn sitting(house: &House, standing: &Standing) -> String {
    let meeting = call(house, standing, &[]).await.is(303).header("location").to_owned();
    come(house, (standing, &meeting), &[CHAIR, JUDGE, SECOND]).await.is(303);
    meeting
}

/// Puts down a motion: for which dossier, which prize, votes for and against.
pub async fn motion(
    house: &House,
    meeting: &str,
    (number, prize): (&str, &str),
    (in_favour, against): (&str, &str),
) -> Reply {
    let fields = [
        ("number", number),
        ("prize", prize),
        ("reason", "Đã được áp dụng rộng"),
        ("in_favour", in_favour),
        ("against", against),
    ];
    known(house, KEEPER).post(&format!("{meeting}/motions"), &fields).await
}

/// Everybody may read the newest list from eleven o'clock on.
pub async fn publish_later(house: &House, standing: &Standing) {
    let office = house.known(world::SECRETARY);
    let order = [("when", "later"), ("day", "21/11/2026"), ("hour", "11h")];
    let publish = format!("{}/awards/publication", standing.contest_path);
    office.post(&publish, &order).await.is(303);
}

/// A meeting that has adopted its list; its address.
pub async fn closed(house: &House, standing: &Standing) -> String {
    let meeting = sitting(house, standing).await;
    close(house, &meeting, "3").await.is(303);
    meeting
}

/// Adopts the list with so many votes.
pub async fn close(house: &House, meeting: &str, in_favour: &str) -> Reply {
    let fields = [("in_favour", in_favour), ("against", "0"), ("remarks", "Không có ý kiến khác.")];
    known(house, CHAIR).post(&format!("{meeting}/closing"), &fields).await
}
