//! Second markings: what follows where judges are far apart.

use kernel::Message;

use super::apart::{apart, close, order, ordered, other, seat, sign_again};
use super::standing::{
    AUTHOR, CHAIR, JUDGE, OTHER_AUTHOR, Standing, again_of, begun, call, judges_of, judging, known,
    manned, open, ruled, send, sheet_of, sign, valid, vouch,
};
use crate::dossiers::standing::taking;
use crate::house::House;

stories! {
    one_click_leads_from_the_divergence_to_the_order,
    the_panel_finds_sheets_of_its_own,
    both_values_are_told_and_the_first_sheets_stay,
    a_further_judge_marks_and_all_sheets_count,
    a_vote_needs_the_majority_of_the_rules,
    what_is_cancelled_counts_for_nothing,
    nothing_is_ordered_before_the_opening,
    the_chair_alone_orders_and_ends,
    sheets_that_are_missing_need_a_reason,
    the_next_round_waits_and_then_stands,
    a_judge_who_is_called_for_it_declares_first,
}

async fn one_click_leads_from_the_divergence_to_the_order(house: &House) {
    let standing = apart(house).await;
    let chair = known(house, CHAIR);
    let results = format!("{}/results", standing.contest_path);
    let form = format!("{}/second-markings/new?dossier=1", standing.path);
    chair.get(&results).await.is(200).says("second-order").holds(&form);
    chair.get(&form).await.is(200).says("second-by-panel");
    let empty = order(house, (&standing, CHAIR), &[("reason", " ")]).await;
    empty.is(422).says("second-form-missing").says("second-counts-missing");
    empty.says("council-reason-missing");
    let path = ordered(house, &standing).await;
    chair.get(&path).await.is(200).says("second-sealed").shows("0/2").shows("Chênh lệch");
    let again = Message::new("results-again").with("count", 1);
    chair.get(&results).await.is(200).tells(&again).says("second-open");
    let twice = [("form", "panel"), ("counts", "both")];
    order(house, (&standing, CHAIR), &twice).await.is(409).says("second-already");
}

async fn the_panel_finds_sheets_of_its_own(house: &House) {
    let standing = apart(house).await;
    let dossier = standing.dossiers[0].as_str();
    ordered(house, &standing).await;
    for person in judges_of(house, dossier).await {
        let judge = known(house, person);
        judge.get("/judging").await.is(200).says("sheet-again");
        let sheet = again_of(house, person, dossier).await;
        let because = Message::new("sheet-again-because").with("reason", "Chênh lệch");
        judge.get(&sheet).await.is(200).tells(&because);
        sign_again(house, person, (dossier, 2)).await.leads_to("/judging");
    }
    let letters = "select count(*) from mail where body like '%phiếu chấm lại%'";
    assert_eq!(house.count(letters).await, 2);
}

async fn both_values_are_told_and_the_first_sheets_stay(house: &House) {
    let standing = apart(house).await;
    let dossier = standing.dossiers[0].as_str();
    let path = ordered(house, &standing).await;
    let panel = judges_of(house, dossier).await;
    for (at, person) in [2, 3].into_iter().zip(&panel) {
        sign_again(house, person, (dossier, at)).await.is(303);
    }
    close(house, &path).await.leads_to(&path);
    // 92 and 88 count, and 100 and 76 stay to be read.
    let told = Message::new("step-second-second").with("round", "Chung khảo");
    let chair = known(house, CHAIR);
    let results = format!("{}/results", standing.contest_path);
    let page = chair.get(&format!("{results}/1")).await;
    page.is(200).tells(&told.with("first", "88").with("second", "90")).says("second-closed");
    page.shows(&format!("{} (chấm lại)", panel[0].name)).shows("100").shows("76");
    let again = Message::new("results-again").with("count", 1);
    chair.get(&results).await.is(200).shows("90").says("second-closed").keeps(&again);
    sign_again(house, panel[0], (dossier, 0)).await.is(409).says("sheet-after-second");
    close(house, &path).await.is(409).says("second-is-over");
    assert_eq!(house.count("select count(*) from score_sheet").await, 6);
    house.is_in_order().await;
}

async fn a_further_judge_marks_and_all_sheets_count(house: &House) {
    let standing = apart(house).await;
    let dossier = standing.dossiers[0].as_str();
    let further = other(house, dossier).await;
    let fields = [("form", "further-judge"), ("counts", "both")];
    order(house, (&standing, CHAIR), &fields).await.is(422).says("second-judge-missing");
    let judged = seat(house, &standing, judges_of(house, dossier).await[0]).await;
    let wrong = [fields[0], fields[1], ("judge", judged.as_str())];
    order(house, (&standing, CHAIR), &wrong).await.is(422).says("second-judge-not");
    let seat = seat(house, &standing, further).await;
    let right = [fields[0], fields[1], ("judge", seat.as_str())];
    let path = order(house, (&standing, CHAIR), &right).await;
    let path = path.is(303).header("location").to_owned();
    sign_again(house, further, (dossier, 1)).await.is(303);
    close(house, &path).await.is(303);
    let page = known(house, JUDGE).get(&format!("{}/results/1", standing.contest_path)).await;
    let told = Message::new("step-second-both").with("round", "Chung khảo");
    page.is(200).tells(&told.with("first", "88").with("second", "96"));
    let score = Message::new("step-score-mean").with("round", "Chung khảo");
    let score = score.with("taken", "76; 96; 100").with("out", "");
    page.tells(&score.with("exact", "≈ 90,67").with("score", "≈ 90,67"));
    house.is_in_order().await;
}

async fn a_vote_needs_the_majority_of_the_rules(house: &House) {
    let standing = apart(house).await;
    let vote = |points: &'static str, votes: &'static str, counts: &'static str| {
        let tally = [("votes_for", votes), ("votes_against", "1")];
        [("form", "vote"), ("points", points), tally[0], tally[1], ("counts", counts)]
    };
    let who = (&standing, CHAIR);
    let unreadable = order(house, who, &vote("x", "-1", "both")).await;
    unreadable.is(422).says("second-points-unreadable").says("second-votes-unreadable");
    order(house, who, &vote("81", "2", "both")).await.is(422).says("second-vote-not-both");
    let over = Message::new("second-points-over").with("most", "100");
    order(house, who, &vote("101", "2", "second")).await.is(422).tells(&over);
    let over = Message::new("second-votes-over").with("most", 3);
    order(house, who, &vote("81", "3", "second")).await.is(422).tells(&over);
    let few = Message::new("second-no-majority").with("members", 3);
    order(house, who, &vote("81", "1", "second")).await.is(422).tells(&few);
    let path = order(house, who, &vote("81,5", "2", "second")).await;
    let path = path.is(303).header("location").to_owned();
    let results = format!("{}/results/1", standing.contest_path);
    let office = house.known(world::SECRETARY);
    let told = Message::new("step-score-voted").with("round", "Chung khảo").with("score", "81,5");
    office.get(&results).await.is(200).keeps(&told);
    close(house, &path).await.is(303);
    let page = office.get(&results).await;
    let voted = Message::new("second-voted-as").with("points", "81,5").with("favour", 2);
    page.is(200).tells(&told).tells(&voted.with("against", 1).with("members", 3));
    house.is_in_order().await;
}

async fn what_is_cancelled_counts_for_nothing(house: &House) {
    let standing = apart(house).await;
    let dossier = standing.dossiers[0].as_str();
    let path = ordered(house, &standing).await;
    let judge = judges_of(house, dossier).await[0];
    let sheet = again_of(house, judge, dossier).await;
    sign_again(house, judge, (dossier, 5)).await.is(303);
    let chair = known(house, CHAIR);
    let cancel = format!("{path}/cancellation");
    chair.post(&cancel, &[("why", " ")]).await.is(422).says("council-reason-missing");
    chair.post(&cancel, &[("why", "Ghi nhầm hồ sơ")]).await.leads_to(&path);
    chair.get(&path).await.is(200).says("second-cancelled").shows("Ghi nhầm hồ sơ");
    chair.post(&cancel, &[("why", "Lần nữa")]).await.is(409).says("second-is-over");
    known(house, judge).get(&sheet).await.is(404);
    let page = chair.get(&format!("{}/results/1", standing.contest_path)).await;
    page.is(200).says("second-cancelled").says("second-order").hides("(chấm lại)");
    // What was signed stays in the book, and the dossier may be marked again otherwise.
    assert_eq!(house.count("select count(*) from score_sheet").await, 5);
    ordered(house, &standing).await;
    assert_ne!(again_of(house, judge, dossier).await, sheet);
    house.is_in_order().await;
}

async fn nothing_is_ordered_before_the_opening(house: &House) {
    let standing = judging(house).await;
    let seconds = format!("{}/second-markings", standing.path);
    known(house, CHAIR).get(&seconds).await.is(409).says("second-not-opened");
    let fields = [("form", "panel"), ("counts", "second")];
    order(house, (&standing, CHAIR), &fields).await.is(409).says("second-not-opened");
}

async fn the_chair_alone_orders_and_ends(house: &House) {
    let standing = apart(house).await;
    let seconds = format!("{}/second-markings", standing.path);
    let fields = [("form", "panel"), ("counts", "second")];
    for person in [world::SECRETARY, world::ADMINISTRATOR, JUDGE] {
        let browser = known(house, person);
        browser.get(&seconds).await.is(200).says("seconds-none");
        order(house, (&standing, person), &fields).await.is(403).says("second-chair-only");
        browser.get(&format!("{seconds}/new?dossier=1")).await.is(403).says("second-chair-only");
    }
    let path = ordered(house, &standing).await;
    for person in [world::SECRETARY, JUDGE] {
        let browser = known(house, person);
        browser.get(&path).await.is(200).says("second-open");
        browser.post(&format!("{path}/closing"), &[]).await.is(403).says("second-chair-only");
        let cancel = format!("{path}/cancellation");
        browser.post(&cancel, &[("why", "x")]).await.is(403).says("second-chair-only");
    }
    known(house, AUTHOR).get(&path).await.is(404);
}

async fn sheets_that_are_missing_need_a_reason(house: &House) {
    let standing = apart(house).await;
    let dossier = standing.dossiers[0].as_str();
    let path = ordered(house, &standing).await;
    let missing = Message::new("second-sheets-missing").with("count", 2);
    close(house, &path).await.is(422).tells(&missing);
    let chair = known(house, CHAIR);
    let late = [("reason", "Giám khảo ốm")];
    let closing = format!("{path}/closing");
    chair.post(&closing, &late).await.is(422).says("second-without-points");
    let judge = judges_of(house, dossier).await[1];
    let sheet = again_of(house, judge, dossier).await;
    let abstains = [("abstains", "1"), ("abstained", "Ốm")].map(|(a, b)| (a.into(), b.into()));
    send(&known(house, judge), (&sheet, "/signature"), &abstains).await.is(303);
    chair.post(&closing, &late).await.is(422).says("second-without-points");
    let judge = judges_of(house, dossier).await[0];
    sign_again(house, judge, (dossier, 4)).await.is(303);
    chair.post(&closing, &late).await.is(303);
    let page = chair.get(&path).await;
    page.is(200).says("second-closed").shows("Giám khảo ốm");
    // A first sheet that nobody signed is not offered as the next one.
    assert_ne!(sheet_of(house, judge, dossier).await, "/sheets/");
    house.is_in_order().await;
}

/// Before the final round a round that only chooses, in which both go on.
async fn two_rounds(house: &House) -> (Standing, String) {
    let contest = taking(house).await;
    let dossiers =
        vec![valid(house, contest, AUTHOR).await, valid(house, contest, OTHER_AUTHOR).await];
    ruled(house, contest, super::opening::with_a_first_round).await;
    let path = manned(house, contest, "first").await;
    let last = manned(house, contest, "final").await;
    begun(house, &path).await;
    (Standing { contest, contest_path: format!("/contests/{contest}"), path, dossiers }, last)
}

async fn the_next_round_waits_and_then_stands(house: &House) {
    let (standing, last) = two_rounds(house).await;
    for dossier in &standing.dossiers {
        for (at, person) in [0, 6].into_iter().zip(judges_of(house, dossier).await) {
            sign(house, person, dossier, at).await.is(303);
        }
    }
    open(house, &standing).await.is(303);
    call(house, &last, world::SCHOOLS_COORDINATOR, "vice-chair").await.is(303);
    let path = ordered(house, &standing).await;
    let office = house.known(world::SECRETARY);
    office.get(&last).await.is(200).says("council-round-before-again");
    let beginning = format!("{last}/beginning");
    office.post(&beginning, &[]).await.is(409).says("council-round-before-again");
    let cancel = format!("{path}/cancellation");
    known(house, CHAIR).post(&cancel, &[("why", "Thôi")]).await.is(303);
    begun(house, &last).await;
    let fields = [("form", "panel"), ("counts", "second")];
    let late = Message::new("second-next-round").with("name", super::standing::DECISION[0].1);
    order(house, (&standing, CHAIR), &fields).await.is(409).tells(&late);
}

async fn a_judge_who_is_called_for_it_declares_first(house: &House) {
    let standing = apart(house).await;
    let dossier = standing.dossiers[0].as_str();
    let late = world::SCHOOLS_COORDINATOR;
    call(house, &standing.path, late, "secretary").await.is(422).says("council-opened-judges-only");
    call(house, &standing.path, late, "judge").await.is(303);
    let seat = seat(house, &standing, late).await;
    let fields = [("form", "further-judge"), ("judge", seat.as_str()), ("counts", "both")];
    let reply = order(house, (&standing, CHAIR), &fields).await;
    let path = reply.is(303).header("location").to_owned();
    let judge = known(house, late);
    let sheet = again_of(house, late, dossier).await;
    let results = format!("{}/results", standing.contest_path);
    let seconds = format!("{}/second-markings", standing.path);
    for page in [&sheet, &results, &path, &seconds] {
        judge.get(page).await.is(403).says("council-vouch-first");
    }
    // What they declare closes to them what they must not see, as it did for everybody.
    let tie = [("kind", "advised"), ("dossier", standing.dossiers[1].as_str())];
    judge.post(&format!("{}/ties", standing.path), &tie).await.is(303);
    vouch(house, &standing.path, late).await.is(303);
    // A tie that comes to be known later still is declared.
    let later = [("kind", "family"), ("relative", "Tòng Văn Không")];
    judge.post(&format!("{}/ties", standing.path), &later).await.is(303);
    judge.get(&format!("{results}/2")).await.is(404);
    judge.get(&format!("{results}/1")).await.is(200);
    sign_again(house, late, (dossier, 1)).await.is(303);
    close(house, &path).await.is(303);
    let told = Message::new("step-second-both").with("round", "Chung khảo");
    judge.get(&format!("{results}/1")).await.tells(&told.with("first", "88").with("second", "96"));
    house.is_in_order().await;
}
