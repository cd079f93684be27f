//! Councils of the stories: a contest with valid dossiers, its rules of judging, and a council.

use hoithi::accounts::authors::{self, NewAuthor};
use hoithi::accounts::login::Login;
use hoithi::accounts::names::PersonName;
use hoithi::accounts::{Actor, session};
use hoithi::{contests, rubric};
use judging::points::Points;
use judging::rules::Rules;
use kernel::id::ContestId;

use crate::browser::Browser;
use crate::dossiers::standing::{hand_in, taking, written};
use crate::house::House;
use crate::reception::standing::find_good;
use crate::reply::Reply;

/// Who chairs.
pub const CHAIR: &world::Person = world::LEADER;
/// Who judges first.
pub const JUDGE: &world::Person = world::COORDINATOR;
/// Who judges too.
pub const SECOND: &world::Person = world::YOUTH_COORDINATOR;
/// Whose dossier has number 1.
pub const AUTHOR: &world::Person = world::OTHER_COORDINATOR;
/// Whose dossier has number 2.
pub const OTHER_AUTHOR: &world::Person = world::COMMUNE_SECRETARY;

/// A contest with a council.
pub struct Standing {
    /// The contest.
    pub contest: ContestId,
    /// Its address.
    pub contest_path: String,
    /// The address of the council.
    pub path: String,
    /// Ids of the dossiers by number, from 1.
    pub dossiers: Vec<String>,
}

/// Somebody's browser. Whom the world of the stories does not know has come before.
pub fn known<'h>(house: &'h House, person: &world::Person) -> Browser<'h> {
    match is_known(person) {
        true => house.known(person),
        false => house.with_token(&token(person)),
    }
}

fn is_known(person: &world::Person) -> bool {
    world::PEOPLE.iter().any(|known| known.email == person.email)
}

fn token(person: &world::Person) -> String {
    session::digest(person.email)
}

/// Somebody whom the world of the stories does not know gets an account that holds nothing, and a session.
pub async fn come(house: &House, person: &world::Person) {
    let known = format!("select count(*) from account where email = '{}'", person.email);
    if house.count(&known).await > 0 {
        return;
    }
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let login = Some(Login::read(person.email).unwrap());
    let new = NewAuthor { name: PersonName::read(person.name).unwrap(), login, unit: None };
    let account = authors::open_for(&mut tx, &actor, &new).await.unwrap();
    tx.commit().await.unwrap();
    let (at, digest) = (house.app.store.now().millis(), session::digest(&token(person)));
    let row = format!(
        "insert into session (id, token_digest, account_id, stage, created_at, seen_at,
            expires_at, confirmed_at, address, agent)
         values ('{account}', '{digest}', '{account}', 'full', {at}, {at}, {}, {at}, '', '')",
        at + 86_400_000
    );
    house.tamper(&row).await;
}

/// A valid dossier of an author.
pub async fn valid(house: &House, contest: ContestId, author: &world::Person) -> String {
    come(house, author).await;
    let author = known(house, author);
    let path = written(&author, contest).await;
    hand_in(&author, &path).await.is(303);
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    office.post(&format!("{path}/desk/acceptance"), &[("version", "1")]).await.is(303);
    path.trim_start_matches("/dossiers/").to_owned()
}

/// Declares rules of judging: four criteria with minima, of which two sheets are asked.
pub async fn ruled(house: &House, contest: ContestId, change: impl FnOnce(&mut Rules)) {
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    let (rule_set, _) = contests::newest_rules(&tx, contest).await.unwrap();
    let mut rules = rubric::begin(&rule_set, judging::ready::with_code("minima").unwrap());
    rules.rounds[0].fewest_sheets = std::num::NonZeroU16::new(2).unwrap();
    change(&mut rules);
    rubric::declare(&mut tx, &actor, contest, (0, &rules, None)).await.unwrap();
    tx.commit().await.unwrap();
}

/// What the decision of the stories' council says.
pub const DECISION: [(&str, &str); 8] = [
    ("name", "Hội đồng nhóm Cơ khí"),
    ("round", "final"),
    ("fields", "Cơ khí"),
    ("decision", "71/QĐ-BTC"),
    ("decided_on", "05/9/2027"),
    ("quorum", "2"),
    ("each", "2"),
    ("seed", "20270905"),
];

/// Calls somebody into a council.
pub async fn call(house: &House, path: &str, person: &world::Person, role: &str) -> Reply {
    come(house, person).await;
    let fields = [("email", person.email), ("name", person.name), ("role", role), ("title", "")];
    house.known(world::SECRETARY).post(&format!("{path}/members"), &fields).await
}

/// A contest with two valid dossiers, and a council of three in which nobody has declared anything.
pub async fn founded(house: &House) -> Standing {
    let contest = taking(house).await;
    let dossiers =
        vec![valid(house, contest, AUTHOR).await, valid(house, contest, OTHER_AUTHOR).await];
    ruled(house, contest, |_| ()).await;
    let path = manned(house, contest, "final").await;
    Standing { contest, contest_path: format!("/contests/{contest}"), path, dossiers }
}

/// A council of three for a round; its address.
pub async fn manned(house: &House, contest: ContestId, round: &str) -> String {
    let mut decision = DECISION;
    decision[1] = ("round", round);
    let office = house.known(world::SECRETARY);
    let reply = office.post(&format!("/contests/{contest}/councils"), &decision).await;
    let path = reply.is(303).header("location").trim_end_matches("/members").to_owned();
    for (person, role) in [(CHAIR, "chair"), (JUDGE, "judge"), (SECOND, "judge")] {
        call(house, &path, person, role).await.is(303);
    }
    path
}

/// The same, all dossiers assigned to all three by decision of the lot and of the office.
pub async fn assigned(house: &House) -> Standing {
    let standing = founded(house).await;
    let office = house.known(world::SECRETARY);
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    standing
}

/// The same, everybody has vouched, and the council judges.
pub async fn judging(house: &House) -> Standing {
    let standing = founded(house).await;
    begun(house, &standing.path).await;
    standing
}

/// A council draws, its three members vouch, and it judges.
pub async fn begun(house: &House, path: &str) {
    let office = house.known(world::SECRETARY);
    office.post(&format!("{path}/assignment"), &[]).await.is(303);
    for person in [CHAIR, JUDGE, SECOND] {
        vouch(house, path, person).await.is(303);
    }
    office.post(&format!("{path}/beginning"), &[]).await.leads_to(path);
}

/// Somebody vouches.
pub async fn vouch(house: &House, path: &str, person: &world::Person) -> Reply {
    known(house, person).post(&format!("{path}/undertaking"), &[("vouched", "1")]).await
}

/// The address of the sheet that somebody has for a dossier.
pub async fn sheet_of(house: &House, person: &world::Person, dossier: &str) -> String {
    address_of_sheet(house, person, (dossier, "is null")).await
}

/// The address of the sheet that somebody has for the second marking of a dossier.
pub async fn again_of(house: &House, person: &world::Person, dossier: &str) -> String {
    address_of_sheet(house, person, (dossier, "is not null")).await
}

async fn address_of_sheet(
    house: &House,
    person: &world::Person,
    (dossier, second): (&str, &str),
) -> String {
    let sql = format!(
        "select coalesce(max(x.id), '') from council_assignment x
            join council_member m on m.id = x.member_id
            join account a on a.id = m.account_id
         where a.email = '{}' and x.dossier_id = '{dossier}' and x.ended_at is null
            and x.second_id {second}",
        person.email
    );
    format!("/sheets/{}", house.ask(&sql).await)
}

/// Who judges a dossier, of the three.
pub async fn judges_of(house: &House, dossier: &str) -> Vec<&'static world::Person> {
    let mut judges = Vec::new();
    for person in [CHAIR, JUDGE, SECOND] {
        if sheet_of(house, person, dossier).await != "/sheets/" {
            judges.push(person);
        }
    }
    judges
}

/// The criteria of the stories' scale with their maxima.
pub fn criteria() -> Vec<(String, Points)> {
    let scale = &judging::ready::with_code("minima").unwrap().scales[0];
    scale.criteria.iter().map(|it| (it.key.clone(), it.maximum)).collect()
}

/// The fields of a sheet on which every criterion is so many points below its maximum.
pub fn below(points: u32) -> Vec<(String, String)> {
    let given = |(key, most): (String, Points)| {
        let given = Points::from_hundredths(i64::from(most.hundredths() - 100 * points)).unwrap();
        (format!("points-{key}"), given.to_string())
    };
    criteria().into_iter().map(given).collect()
}

/// Sends fields with the revision that the page of the sheet has.
pub async fn send(
    judge: &Browser<'_>,
    (sheet, end): (&str, &str),
    fields: &[(String, String)],
) -> Reply {
    let revision = judge.get(sheet).await.is(200).hidden("revision");
    let mut all = vec![("revision", revision.as_str())];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    judge.post(&format!("{sheet}{end}"), &all).await
}

/// Signs a sheet on which every criterion is so many points below its maximum.
pub async fn sign(house: &House, person: &world::Person, dossier: &str, points: u32) -> Reply {
    let sheet = sheet_of(house, person, dossier).await;
    send(&known(house, person), (&sheet, "/signature"), &below(points)).await
}

/// Every judge signs: of each dossier one takes off a point, the other two.
pub async fn signed(house: &House, standing: &Standing) {
    for dossier in &standing.dossiers {
        for (at, person) in (1..).zip(judges_of(house, dossier).await) {
            sign(house, person, dossier, at).await.is(303);
        }
    }
}

/// The chair opens.
pub async fn open(house: &House, standing: &Standing) -> Reply {
    known(house, CHAIR).post(&format!("{}/opening", standing.path), &[]).await
}
