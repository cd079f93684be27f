//! Councils for the access matrix: the coordinator of the department of science judges in them.

use hoithi::installation::work;
use kernel::id::ContestId;

use super::rubric;
use super::things::unknown;
use crate::councils::apart::{apart, marked_again, ordered_of};
use crate::councils::keying::{agreed_by, first, paper_of, print, printed, scan};
use crate::councils::standing::{
    AUTHOR, JUDGE, SECOND, Standing, assigned, begun, call, founded, judges_of, judging, known,
    open, sheet_of, sign, vouch,
};
use crate::dossiers::standing::{attach, hand_in, without_files};
use crate::house::House;
use crate::papers::made;
use crate::reception::standing::find_good;

/// What stands for `{…}` in the routes of councils and sheets.
pub async fn thing(house: &House, before: &str, name: &str, state: &str) -> String {
    match (before.split('/').nth(1).unwrap(), name) {
        (_, _) if state == "-" => unknown(house),
        ("sheets", "id") => sheet(house, state).await,
        ("sheets", _) => "0".to_owned(),
        ("paper-sheets", _) => paper(house).await,
        (_, "id") => match state {
            "printed" => printed(house).await.path.trim_start_matches("/councils/").to_owned(),
            "judging" => judging(house).await.path.trim_start_matches("/councils/").to_owned(),
            "opened" => apart(house).await.path.trim_start_matches("/councils/").to_owned(),
            _ => assigned(house).await.path.trim_start_matches("/councils/").to_owned(),
        },
        _ => part(house, before).await,
    }
}

/// The code of a sheet of paper that the office has scanned.
async fn paper(house: &House) -> String {
    let standing = printed(house).await;
    let (_, path) = first(house, &standing).await;
    scan(house, world::SECRETARY, &path).await.is(303);
    path.trim_start_matches("/paper-sheets/").to_owned()
}

/// A sheet of the secretary, whom people call to judge too: the coordinator has entered dossiers in some houses, and
/// judges none of their co-authors. Where it was looked at, the file of its dossier has a copy for judges.
async fn sheet(house: &House, state: &str) -> String {
    let standing = founded(house).await;
    let dossier = match state {
        "looked-at" => with_a_copy(house, standing.contest).await,
        _ => standing.dossiers[0].clone(),
    };
    call(house, &standing.path, world::SECRETARY, "judge").await.is(303);
    begun(house, &standing.path).await;
    vouch(house, &standing.path, world::SECRETARY).await.is(303);
    if sheet_of(house, world::SECRETARY, &dossier).await == "/sheets/" {
        let sql = format!(
            "select m.id from council_member m join account a on a.id = m.account_id
             where a.email = '{}' and m.council_id = '{}'",
            world::SECRETARY.email,
            standing.path.trim_start_matches("/councils/")
        );
        let member = house.ask(&sql).await;
        let fields = [("dossier", dossier.as_str()), ("member", member.as_str())];
        let give = format!("{}/assignment/given", standing.path);
        house.known(world::SECRETARY).post(&give, &fields).await.is(303);
    }
    let path = sheet_of(house, world::SECRETARY, &dossier).await;
    path.trim_start_matches("/sheets/").to_owned()
}

/// A valid dossier with a PDF of which the machine has made a copy.
async fn with_a_copy(house: &House, contest: ContestId) -> String {
    let author = known(house, AUTHOR);
    let path = without_files(&author, contest).await;
    let paper = made::pdf(&made::pdf_of_text(&["Thung Mây"]), "");
    attach(&author, &path, ("minh-chung", "biên bản.pdf", &paper)).await.is(303);
    hand_in(&author, &path).await.is(303);
    work::work_off(&house.app).await.unwrap();
    let office = house.known(world::SECRETARY);
    find_good(&office, &path).await;
    office.post(&format!("{path}/desk/acceptance"), &[("version", "1")]).await.is(303);
    path.trim_start_matches("/dossiers/").to_owned()
}

/// A member, a tie, a second marking or an assignment of the council before it.
async fn part(house: &House, before: &str) -> String {
    let words: Vec<&str> = before.split('/').collect();
    let council = words[2];
    match words[3] {
        "members" => {
            let sql = format!(
                "select m.id from council_member m where m.council_id = '{council}'
                    and m.name = '{}'",
                SECOND.name
            );
            house.ask(&sql).await
        }
        "ties" => {
            let fields = [("kind", "family"), ("relative", "Tòng Văn Không")];
            let ties = format!("/councils/{council}/ties");
            known(house, JUDGE).post(&ties, &fields).await.is(303);
            let sql = "select max(t.id) from council_tie t join council_member m
                on m.id = t.member_id where m.council_id = ";
            house.ask(&format!("{sql}'{council}'")).await
        }
        "second-markings" => {
            let sql = "select min(dossier_id) from council_assignment where council_id = ";
            let dossier = house.ask(&format!("{sql}'{council}'")).await;
            let path = ordered_of(house, (&format!("/councils/{council}"), &dossier)).await;
            path.rsplit('/').next().unwrap().to_owned()
        }
        _ => {
            let sql = "select min(id) from council_assignment where ended_at is null
                and council_id = ";
            house.ask(&format!("{sql}'{council}'")).await
        }
    }
}

/// A council in which everything was done that leaves a row.
pub async fn lived_through(house: &House) {
    rubric::sealed(house).await;
    let standing = judging(house).await;
    let fields = [("kind", "family"), ("relative", AUTHOR.name)];
    known(house, JUDGE).post(&format!("{}/ties", standing.path), &fields).await.is(303);
    for dossier in &standing.dossiers {
        for person in judges_of(house, dossier).await {
            sign(house, person, dossier, 1).await.is(303);
        }
    }
    on_paper(house, &standing).await;
    open(house, &standing).await.is(303);
    marked_again(house, &standing).await;
}

/// What a judge has signed is printed and keyed in, too.
async fn on_paper(house: &House, standing: &Standing) {
    let judge = judges_of(house, &standing.dossiers[0]).await[0];
    let sheet = sheet_of(house, judge, &standing.dossiers[0]).await;
    let wanted = [("sheet", sheet.trim_start_matches("/sheets/"))];
    print(house, &standing.path, &wanted).await.is(303);
    let paper = paper_of(house, judge, &standing.dossiers[0]).await;
    agreed_by(house, &paper, [world::SECRETARY, world::ADMINISTRATOR]).await;
    scan(house, world::SECRETARY, &paper).await.is(303);
}

/// What a form of a council or a sheet holds when somebody means it.
pub fn fields(path: &str) -> Vec<(&'static str, &'static str)> {
    match path {
        "/councils/{id}" => {
            let mut fields = crate::councils::standing::DECISION.to_vec();
            fields.push(("revision", "1"));
            fields
        }
        "/councils/{id}/members" => vec![
            ("email", "giamkhao.khac@truong.example"),
            ("name", "Lý Giám Khảo"),
            ("role", "judge"),
        ],
        "/councils/{id}/ties" => vec![("kind", "family"), ("relative", "Tòng Văn Không")],
        "/councils/{id}/undertaking" => vec![("vouched", "1")],
        "/sheets/{id}" | "/sheets/{id}/signature" => {
            vec![("revision", "0"), ("abstains", "1"), ("abstained", "Quen tác giả")]
        }
        "/paper-sheets/{code}" => vec![("abstains", "1"), ("abstained", "Quen tác giả")],
        "/councils/{id}/paper-sheets" => Vec::new(),
        path if path.starts_with("/paper-sheets/") || path.ends_with("/withdrawal") => {
            vec![("why", "Rách")]
        }
        path if path.starts_with("/councils/") => vec![("reason", "Theo đơn")],
        _ => Vec::new(),
    }
}
