//! What nobody may know: points before the opening, and after it whatever a conflict of interest hides.

use super::apart::{apart, close, ordered, sign_again};
use super::keying::{agreed_by, paper_of, print};
use super::standing::{
    AUTHOR, CHAIR, JUDGE, SECOND, Standing, again_of, begun, below, call, criteria, founded,
    judges_of, judging, known, open, send, sheet_of, sign, valid, vouch,
};
use crate::house::House;

stories! {
    nobody_reads_points_before_the_opening,
    a_conflicted_chair_reads_the_same_whatever_was_given,
    an_author_in_the_office_reads_nothing_of_their_own,
    that_a_judge_looked_is_told_to_the_office_alone,
    nobody_reads_a_second_marking_before_its_end,
    a_conflicted_chair_learns_of_no_second_marking,
}

/// Something that stands nowhere else.
const SECRET: &str = "dấu-vết-bí-mật";

/// Every page on which something of a council could be read.
pub fn pages(standing: &Standing) -> Vec<String> {
    let (council, contest) = (&standing.path, &standing.contest_path);
    let of_council = [
        "",
        "/members",
        "/conflicts",
        "/assignment",
        "/ties",
        "/opening",
        "/second-markings",
        "/paper-sheets",
    ];
    let of_contest = ["", "/councils", "/results", "/results/1", "/dossiers", "/history", "/desk"];
    let mut all: Vec<String> = of_council.iter().map(|end| format!("{council}{end}")).collect();
    all.extend(of_contest.iter().map(|end| format!("{contest}{end}")));
    all.extend(["/judging", "/", "/dossiers", "/notices", "/installation"].map(str::to_owned));
    all.extend(standing.dossiers.iter().map(|id| format!("/dossiers/{id}")));
    all.extend(standing.dossiers.iter().map(|id| format!("/dossiers/{id}/desk")));
    all
}

async fn nobody_reads_points_before_the_opening(house: &House) {
    let standing = judging(house).await;
    let dossier = &standing.dossiers[0];
    let judge = judges_of(house, dossier).await[0];
    let sheet = sheet_of(house, judge, dossier).await;
    let key = &criteria()[0].0;
    let mut fields = below(1);
    fields.push((format!("remark-{key}"), SECRET.to_owned()));
    send(&known(house, judge), (&sheet, "/signature"), &fields).await.is(303);
    known(house, judge).get(&sheet).await.is(200).shows(SECRET);
    // Nor on the page where a sheet of paper for it is keyed in, before and after.
    let wanted = [("sheet", sheet.trim_start_matches("/sheets/"))];
    print(house, &standing.path, &wanted).await.is(303);
    let paper = paper_of(house, judge, dossier).await;
    agreed_by(house, &paper, [world::SECRETARY, world::ADMINISTRATOR]).await;
    let others = [world::SECRETARY, world::ADMINISTRATOR, CHAIR, JUDGE, SECOND, AUTHOR];
    for person in others.into_iter().filter(|person| person.email != judge.email) {
        let browser = known(house, person);
        browser.get(&sheet).await.is(404);
        browser.get(&format!("{sheet}/files/0")).await.is(404);
        for page in pages(&standing).into_iter().chain([paper.clone()]) {
            browser.get(&page).await.hides(SECRET);
        }
    }
    assert_eq!(
        house.count(&format!("select count(*) from mail where body like '%{SECRET}%'")).await,
        0
    );
}

/// A council whose chair is a relative of the authors of the second dossier, opened; the judges gave that one so
/// many points less.
async fn opened_with(house: &House, less: u32) -> Standing {
    let standing = founded(house).await;
    call(house, &standing.path, world::SCHOOLS_COORDINATOR, "vice-chair").await.is(303);
    let chair = known(house, CHAIR);
    let tie = [("kind", "advised"), ("dossier", standing.dossiers[1].as_str())];
    chair.post(&format!("{}/ties", standing.path), &tie).await.is(303);
    let office = house.known(world::SECRETARY);
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(303);
    let members = [CHAIR, JUDGE, SECOND, world::SCHOOLS_COORDINATOR];
    for person in members {
        vouch(house, &standing.path, person).await.is(303);
    }
    office.post(&format!("{}/beginning", standing.path), &[]).await.is(303);
    for (dossier, points) in [(&standing.dossiers[0], 2), (&standing.dossiers[1], less)] {
        for person in members {
            if sheet_of(house, person, dossier).await != "/sheets/" {
                sign(house, person, dossier, points).await.is(303);
            }
        }
    }
    open(house, &standing).await.is(303);
    standing
}

/// What a page of the conflicted chair says, without what differs between any two houses: ids and codes.
async fn read(house: &House, standing: &Standing, end: &str) -> String {
    let page = known(house, CHAIR).get(&format!("{}{end}", standing.contest_path)).await;
    let text = page.text().replace(&standing.contest.to_string(), "CONTEST");
    let council = standing.path.trim_start_matches("/councils/");
    format!("{} {}", page.status, text.replace(council, "COUNCIL"))
}

async fn a_conflicted_chair_reads_the_same_whatever_was_given(house: &House) {
    let better = opened_with(house, 0).await;
    let other = House::new(house.engine()).await;
    let worse = opened_with(&other, 5).await;
    for end in ["/results", "/results/1", "/results/2"] {
        assert_eq!(read(house, &better, end).await, read(&other, &worse, end).await, "{end}");
    }
    let seen = read(house, &better, "/results").await;
    assert!(seen.contains("COUNCIL"), "{seen}");
    known(house, CHAIR).get(&format!("{}/results/2", better.contest_path)).await.is(404);
    // To the others the two are not the same.
    let one = format!("{}/results/2", better.contest_path);
    let two = format!("{}/results/2", worse.contest_path);
    let one = house.known(world::SECRETARY).get(&one).await;
    let two = other.known(world::SECRETARY).get(&two).await;
    assert_ne!(one.is(200).text().matches("<b>30</b>").count(), 0);
    assert_eq!(two.is(200).text().matches("<b>30</b>").count(), 0);
    other.finish().await;
}

async fn an_author_in_the_office_reads_nothing_of_their_own(house: &House) {
    // Whoever wrote a dossier and also runs the contest sees neither who judges it nor what came of it.
    let standing = founded(house).await;
    let own = valid(house, standing.contest, world::ADMINISTRATOR).await;
    begun(house, &standing.path).await;
    let office = house.known(world::SECRETARY);
    for dossier in standing.dossiers.iter().chain([&own]) {
        for person in judges_of(house, dossier).await {
            sign(house, person, dossier, 1).await.is(303);
        }
    }
    let author = house.known(world::ADMINISTRATOR);
    let page = author.get(&format!("{}/assignment", standing.path)).await;
    page.is(200).tells(&kernel::Message::new("assignment-hidden").with("count", 1)).hides(&own);
    // Nor do they choose who judges it.
    let member = house.ask("select max(id) from council_member").await;
    let given = [("dossier", own.as_str()), ("member", member.as_str())];
    let give = format!("{}/assignment/given", standing.path);
    author.post(&give, &given).await.is(409).says("council-own-dossier");
    open(house, &standing).await.is(303);
    let results = format!("{}/results", standing.contest_path);
    author
        .get(&results)
        .await
        .is(200)
        .tells(&kernel::Message::new("results-hidden").with("count", 1));
    author.get(&format!("{results}/3")).await.is(404);
    author.get(&format!("{results}/1")).await.is(200);
    office.get(&format!("{results}/3")).await.is(200);
}

async fn that_a_judge_looked_is_told_to_the_office_alone(house: &House) {
    let standing = judging(house).await;
    let dossier = &standing.dossiers[0];
    let looks = format!("/dossiers/{dossier}/looks");
    hoithi::looks::fold(&house.app).await.unwrap();
    let before = known(house, AUTHOR).get(&looks).await.is(200).text().to_owned();
    let judge = judges_of(house, dossier).await[0];
    let sheet = sheet_of(house, judge, dossier).await;
    known(house, judge).get(&sheet).await.is(200);
    hoithi::looks::fold(&house.app).await.unwrap();
    assert_eq!(known(house, AUTHOR).get(&looks).await.is(200).text(), before);
    let told = house.known(world::SECRETARY).get(&looks).await;
    told.is(200).says("look-sheet").shows(judge.name);
}

async fn nobody_reads_a_second_marking_before_its_end(house: &House) {
    let standing = apart(house).await;
    let dossier = &standing.dossiers[0];
    let path = ordered(house, &standing).await;
    let judges = judges_of(house, dossier).await;
    let sheet = again_of(house, judges[0], dossier).await;
    let mut fields = below(1);
    fields.push((format!("remark-{}", criteria()[0].0), SECRET.to_owned()));
    send(&known(house, judges[0]), (&sheet, "/signature"), &fields).await.is(303);
    let mut all = pages(&standing);
    all.extend([path.clone(), format!("{}/second-markings/new?dossier=1", standing.path)]);
    let others = [world::SECRETARY, world::ADMINISTRATOR, CHAIR, JUDGE, SECOND, AUTHOR];
    for person in others.into_iter().filter(|person| person.email != judges[0].email) {
        let browser = known(house, person);
        browser.get(&sheet).await.is(404);
        for page in &all {
            browser.get(page).await.hides(SECRET);
        }
    }
    let results = format!("{}/results/1", standing.contest_path);
    let office = house.known(world::SECRETARY);
    sign_again(house, judges[1], (dossier, 1)).await.is(303);
    office.get(&results).await.is(200).hides(SECRET);
    close(house, &path).await.is(303);
    office.get(&results).await.is(200).shows(SECRET);
    known(house, AUTHOR).get(&results).await.is(404);
}

/// Everything of a council that a conflicted chair reads of second markings, without ids.
async fn read_of_seconds(house: &House, standing: &Standing) -> Vec<String> {
    let seconds = known(house, CHAIR).get(&format!("{}/second-markings", standing.path)).await;
    seconds.is(200).says("seconds-none");
    let results = read(house, standing, "/results").await;
    vec![results, read(house, standing, "/results/1").await, seconds.text().to_owned()]
}

/// For the conflicted chair there is no such second marking, whatever they try.
async fn is_absent(house: &House, path: &str) {
    let chair = known(house, CHAIR);
    chair.get(path).await.is(404);
    chair.post(&format!("{path}/closing"), &[("reason", "x")]).await.is(404);
    chair.post(&format!("{path}/cancellation"), &[("why", "x")]).await.is(404);
}

async fn a_conflicted_chair_learns_of_no_second_marking(house: &House) {
    let standing = opened_with(house, 5).await;
    let dossier = &standing.dossiers[1];
    let (chair, vice) = (known(house, CHAIR), known(house, world::SCHOOLS_COORDINATOR));
    let before = read_of_seconds(house, &standing).await;
    let seconds = format!("{}/second-markings", standing.path);
    let fields =
        [("dossier", dossier.as_str()), ("form", "panel"), ("counts", "second"), ("reason", "Họp")];
    chair.post(&seconds, &fields).await.is(404);
    chair.get(&format!("{seconds}/new?dossier=2")).await.is(404);
    let reply = vice.post(&seconds, &fields).await;
    let path = reply.is(303).header("location").to_owned();
    assert_eq!(read_of_seconds(house, &standing).await, before);
    is_absent(house, &path).await;
    for person in [JUDGE, SECOND, world::SCHOOLS_COORDINATOR] {
        if again_of(house, person, dossier).await != "/sheets/" {
            sign_again(house, person, (dossier, 1)).await.is(303);
        }
    }
    vice.post(&format!("{path}/closing"), &[]).await.leads_to(&path);
    assert_eq!(read_of_seconds(house, &standing).await, before);
    is_absent(house, &path).await;
    vice.get(&path).await.is(200).says("second-closed");
}
