//! Opening the sheets, and the results that follow.

use judging::points::Weight;
use judging::prize::Places;
use judging::rules::{Advance, LastPlace, Rules};
use kernel::Message;

use super::standing::{
    AUTHOR, CHAIR, JUDGE, OTHER_AUTHOR, Standing, begun, below, judges_of, judging, known, manned,
    open, ruled, sheet_of, sign, signed, valid,
};
use crate::dossiers::standing::taking;
use crate::house::House;

stories! {
    the_chair_opens_when_every_sheet_is_signed_or_says_why,
    nothing_is_signed_after_the_opening,
    the_ranking_is_explained_step_by_step,
    judges_far_apart_are_shown,
    the_best_of_a_round_go_on_to_the_next,
}

async fn the_chair_opens_when_every_sheet_is_signed_or_says_why(house: &House) {
    let standing = judging(house).await;
    let page = format!("{}/opening", standing.path);
    for person in [world::SECRETARY, world::ADMINISTRATOR, JUDGE] {
        known(house, person).post(&page, &[]).await.is(403).says("council-chair-only");
    }
    let missing = Message::new("council-sheets-missing").with("count", 4);
    open(house, &standing).await.is(422).tells(&missing);
    let chair = known(house, CHAIR);
    chair.get(&page).await.is(200).tells(&Message::new("opening-missing").with("count", 4));
    chair.post(&page, &[("reason", "Hết hạn chấm")]).await.leads_to(&standing.path);
    chair.get(&standing.path).await.is(200).shows("Hết hạn chấm").says("council-opened");
    open(house, &standing).await.is(409).says("council-is-opened");
    house.is_in_order().await;
}

async fn nothing_is_signed_after_the_opening(house: &House) {
    let standing = judging(house).await;
    signed(house, &standing).await;
    let dossier = &standing.dossiers[0];
    let judge = judges_of(house, dossier).await[0];
    open(house, &standing).await.is(303);
    let sheet = sheet_of(house, judge, dossier).await;
    let browser = known(house, judge);
    browser.get(&sheet).await.is(200).says("sheet-after-opening");
    let fields: Vec<(String, String)> = below(3);
    let mut all = vec![("revision", "1")];
    all.extend(fields.iter().map(|(name, value)| (name.as_str(), value.as_str())));
    browser.post(&sheet, &all).await.is(409).says("sheet-after-opening");
    browser.post(&format!("{sheet}/signature"), &all).await.is(409).says("sheet-after-opening");
    assert_eq!(house.count("select count(*) from score_sheet").await, 4);
    let office = house.known(world::SECRETARY);
    office.post(&format!("{}/assignment", standing.path), &[]).await.is(409);
}

/// One dossier is better than the other by a point.
async fn marked(house: &House, standing: &Standing) {
    for (at, dossier) in (1..).zip(&standing.dossiers) {
        for person in judges_of(house, dossier).await {
            sign(house, person, dossier, at).await.is(303);
        }
    }
}

async fn the_ranking_is_explained_step_by_step(house: &House) {
    let standing = judging(house).await;
    let office = house.known(world::SECRETARY);
    let results = format!("{}/results", standing.contest_path);
    office.get(&results).await.is(409).says("results-not-open");
    marked(house, &standing).await;
    open(house, &standing).await.is(303);
    let page = office.get(&results).await;
    // Four criteria, a point less for each: 96, and 92.
    page.is(200).shows("96").shows("92").says("results-not-public").says("results-apart-none");
    let one = office.get(&format!("{results}/1")).await;
    let rank = Message::new("step-rank").with("rank", 1).with("of", 2);
    one.is(200).tells(&rank.with("fieldrank", 1).with("offield", 2));
    let score = Message::new("step-score-mean").with("round", "Chung khảo");
    let score = score.with("taken", "96; 96").with("out", "");
    one.tells(&score.with("exact", "96").with("score", "96"));
    let two = office.get(&format!("{results}/2")).await;
    two.is(200).says("result-steps").shows("92");
    office.get(&format!("{results}/3")).await.is(404);
    known(house, JUDGE).get(&results).await.is(200);
    house.known(world::OTHER_COORDINATOR).get(&results).await.is(404);
}

async fn judges_far_apart_are_shown(house: &House) {
    let standing = judging(house).await;
    let dossier = &standing.dossiers[0];
    let judges = judges_of(house, dossier).await;
    sign(house, judges[0], dossier, 0).await.is(303);
    sign(house, judges[1], dossier, 6).await.is(303);
    let chair = known(house, CHAIR);
    let open = format!("{}/opening", standing.path);
    chair.post(&open, &[("reason", "Họp")]).await.is(303);
    let office = house.known(world::SECRETARY);
    let page = office.get(&format!("{}/results", standing.contest_path)).await;
    page.is(200).says("results-apart-lead").shows("100").shows("76").shows("24");
    page.says("out-too-few-sheets");
}

/// Before the final round a round that only chooses: the best dossier goes on.
pub fn with_a_first_round(rules: &mut Rules) {
    let mut first = rules.rounds[0].clone();
    (first.key, first.name, first.weight) = ("first".into(), "Sơ khảo".into(), Weight(0));
    let (places, last) = (Places::Total(1), LastPlace::In);
    first.advance = Some(Advance { minimum: None, places, last });
    rules.rounds.insert(0, first);
}

async fn the_best_of_a_round_go_on_to_the_next(house: &House) {
    let contest = taking(house).await;
    let dossiers =
        vec![valid(house, contest, AUTHOR).await, valid(house, contest, OTHER_AUTHOR).await];
    ruled(house, contest, with_a_first_round).await;
    let path = manned(house, contest, "first").await;
    let last = manned(house, contest, "final").await;
    let office = house.known(world::SECRETARY);
    office.get(&last).await.is(200).says("council-round-before-not-open");
    office.get(&format!("{last}/assignment")).await.is(200).says("council-no-dossiers");
    begun(house, &path).await;
    let standing =
        Standing { contest, contest_path: format!("/contests/{contest}"), path, dossiers };
    marked(house, &standing).await;
    open(house, &standing).await.is(303);
    let results = format!("{}/results", standing.contest_path);
    let page = office.get(&results).await;
    page.is(200).says("results-not-whole").says("out-not-advanced").shows("96");
    begun(house, &last).await;
    assert_eq!(numbers_given(house, &last).await, "1 1");
    house.is_in_order().await;
}

/// The lowest and the highest number of the dossiers that a council judges.
async fn numbers_given(house: &House, path: &str) -> String {
    let sql = format!(
        "select cast(min(d.number) as text) || ' ' || cast(max(d.number) as text)
         from council_assignment x join dossier d on d.id = x.dossier_id
         where x.council_id = '{}'",
        path.trim_start_matches("/councils/")
    );
    house.ask(&sql).await
}
