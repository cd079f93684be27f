//! The demo: a province with contests in every phase, and one click that signs in, only there.

use hoithi::installation::demo;
use hoithi::installation::demo::bytes;
use kernel::Day;
use world::papers::SAMPLES;
use world::time::later;

use crate::database::Database;
use crate::house::House;
use crate::template;

stories! {
    the_demo_world_stands,
    the_demo_world_stands_on_the_first_day_of_a_quarter,
    one_click_signs_in_as_anybody_of_the_demo,
    nobody_signs_in_by_one_click_elsewhere,
}

/// Doubts that the draft is to raise, so that its review has something to show.
const DRAFT_DOUBTS: [&str; 5] =
    ["missing_number", "missing_day", "implausible_date", "spelling", "unit_abolished"];

/// A house into which the demo was loaded.
async fn loaded(house: &House, days: i64) -> House {
    let folder = template::folder();
    let database = Database::empty(house.engine(), folder.path()).await;
    let demo = House::open(database, folder, |configuration| configuration.demo = true).await;
    demo.wait_days(days);
    demo::load(&demo.app).await.unwrap();
    demo
}

/// Rows of text in one column.
async fn lines(house: &House, sql: &str) -> Vec<String> {
    let rows = house.app.store.raw_rows(sql, []).await.unwrap();
    rows.iter().map(|row| row.try_get_by_index(0).unwrap()).collect()
}

/// How many rows there are of each word, by contest.
async fn counts(house: &House, column: &str, table: &str) -> Vec<String> {
    let sql = format!(
        "select level || ' ' || edition || ': ' || word || ' ' || count(*)
         from (select c.level, c.edition, {column} as word from {table} x
            join contest c on c.id = x.contest_id) found
         group by level, edition, word order by level, edition, word"
    );
    lines(house, &sql).await
}

async fn the_demo_world_stands(house: &House) {
    let demo = loaded(house, 0).await;
    contests_stand(&demo).await;
    work_stands(&demo).await;
    reports_stand(&demo).await;
    papers_stand(&demo).await;
    let before = demo.count("select count(*) from ledger_entry").await;
    demo::load(&demo.app).await.unwrap();
    assert_eq!(demo.count("select count(*) from ledger_entry").await, before);
    demo.finish().await;
}

async fn contests_stand(demo: &House) {
    let sql = "select c.name || ' | ' || c.state || ' | ' || coalesce(a.name, '-')
        from contest c join publication p on p.contest_id = c.id and p.ended_at is null
        left join contest a on a.id = c.parent_id order by c.id";
    assert_eq!(
        lines(demo, sql).await,
        [
            "Hội thi Sáng tạo kỹ thuật huyện Thung Mây lần thứ 3 | closed | -",
            "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 8 | closed | -",
            "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9 | running | -",
            "Hội thi Sáng tạo kỹ thuật Trường Đại học Sa Lĩnh lần thứ 4 | running | -",
            "Hội thi Sáng tạo kỹ thuật xã Thung Mây lần thứ 1 | running | \
             Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9",
        ]
    );
    assert_eq!(demo.count("select count(*) from contest").await, 5);
    let units = "select u.name from contest c join unit_name u on u.unit_id = c.organiser_id
        order by c.id";
    assert_eq!(
        lines(demo, units).await,
        [
            "Ủy ban nhân dân huyện Thung Mây",
            "Ủy ban nhân dân tỉnh Sa Lĩnh",
            "Ủy ban nhân dân tỉnh Sa Lĩnh",
            "Trường Đại học Sa Lĩnh",
            "Ủy ban nhân dân xã Thung Mây",
        ]
    );
}

async fn work_stands(demo: &House) {
    assert_eq!(
        counts(demo, "x.state", "assignment").await,
        [
            "agency 4: accepted 6",
            "agency 4: in_progress 1",
            "commune 1: accepted 1",
            "commune 1: in_progress 1",
            "commune 1: open 2",
            "commune 1: reported 1",
            "district 3: accepted 17",
            "district 3: open 1",
            "province 8: accepted 3",
            "province 9: accepted 33",
            "province 9: in_progress 3",
            "province 9: open 23",
            "province 9: reported 1",
            "province 9: returned 1",
        ]
    );
    assert_eq!(
        counts(demo, "x.state", "publicity").await,
        [
            "commune 1: done 1",
            "province 9: asked 1",
            "province 9: done 1",
            "province 9: planned 1",
            "province 9: taken 2",
        ]
    );
    assert_eq!(demo.count("select count(*) from extension where granted is null").await, 1);
    assert_eq!(demo.count("select count(*) from mailing").await, 1);
}

async fn reports_stand(demo: &House) {
    assert_eq!(
        counts(demo, "x.period || ' ' || x.state", "period_report").await,
        [
            "commune 1: 2026-10 accepted 4",
            "commune 1: 2026-11 open 1",
            "commune 1: 2026-11 submitted 3",
            "province 9: 2026-Q3 accepted 27",
            "province 9: 2026-Q3 open 7",
            "province 9: 2026-Q4 open 33",
            "province 9: 2026-Q4 submitted 1",
        ]
    );
    assert_eq!(demo.count("select count(*) from report_source").await, 26);
}

async fn papers_stand(demo: &House) {
    let sql = "select p.file_name || ' ' || coalesce(r.state, '-') from paper p
        left join review r on r.paper_id = p.id order by p.id";
    assert_eq!(
        lines(demo, sql).await,
        [
            "KH-38-UBND-huyen-Thung-May.pdf accepted",
            "KH-325-UBND.docx accepted",
            "KH-412-UBND.docx accepted",
            "KH-268-DHSL.docx accepted",
            "KH-57-UBND-xa-Thung-May.docx accepted",
            "TB-311-DHSL.docx accepted",
            "du-thao-KH-LHH.pdf open",
        ]
    );
}

async fn the_demo_world_stands_on_the_first_day_of_a_quarter(house: &House) {
    let demo = loaded(house, 41).await;
    assert_eq!(demo.app.store.now().day().to_string(), "2027-01-01");
    assert_eq!(demo.count("select count(*) from contest").await, 5);
    let late = "select count(*) from period_report where period = '2026-Q4' and state = 'open'";
    assert_eq!(demo.count(late).await, 7);
    demo.finish().await;
}

#[test]
fn each_paper_reads_without_a_surprise_whenever_it_is_written() {
    let first: Day = "2026-11-21".parse().unwrap();
    for day in (0..14).map(|months| later(first, 31 * months)) {
        for sample in SAMPLES {
            let bytes = bytes(sample, day).unwrap();
            let text = decoding::decode(&bytes, &decoding::Limits::default()).unwrap().text;
            let doubts = documents::read(&text).warnings.into_iter().map(|doubt| doubt.code);
            let doubts: Vec<_> = doubts.map(|code| serde_json::to_value(code).unwrap()).collect();
            match sample.key {
                "children-14" => assert_eq!(doubts, DRAFT_DOUBTS, "{day}"),
                key => assert_eq!(doubts, [""; 0], "{key} on {day}"),
            }
        }
    }
}

async fn one_click_signs_in_as_anybody_of_the_demo(house: &House) {
    let demo = loaded(house, 0).await;
    for person in world::everybody() {
        let visitor = demo.anon();
        let reply = visitor.post("/demo/sign-in", &[("email", person.email)]).await;
        match person.disabled {
            true => drop(reply.is(404)),
            false => {
                reply.leads_to(person.begins_at);
                visitor.get(person.begins_at).await.is(200).shows(looked_at(person));
                visitor.get("/account").await.is(200).shows(person.name);
            }
        }
    }
    let page = demo.anon().get("/sign-in").await;
    page.is(200).says("demo-heading").says("demo-look-secretary").says("demo-portal");
    demo.finish().await;
}

/// What stands on the page at which somebody begins.
fn looked_at(person: &world::Person) -> &'static str {
    match person.hint {
        "administrator" => "0.1.0",
        "secretary" => "…/KH-LHH",
        "department" => "hướng dẫn các đơn vị",
        "commune" => "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9",
        "union" => "Mỗi ngày một sáng kiến",
        "late" => "Chỉ đạo các trường học",
        "university-secretary" => "Trường Đại học Sa Lĩnh lần thứ 4",
        "commune-secretary" => "xã Thung Mây lần thứ 1",
        "district-secretary" => "huyện Thung Mây lần thứ 3",
        _ => "tỉnh Sa Lĩnh lần thứ 9",
    }
}

async fn nobody_signs_in_by_one_click_elsewhere(house: &House) {
    let visitor = house.anon();
    visitor.post("/demo/sign-in", &[("email", world::SECRETARY.email)]).await.is(404);
    visitor.get("/account").await.leads_to("/sign-in?next=/account");
    assert!(!visitor.get("/sign-in").await.is(200).has("/demo/sign-in"));
}
