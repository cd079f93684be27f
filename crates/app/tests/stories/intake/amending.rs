//! A second paper of the same contest amends it.

use super::{PLAN, accepted, reviewed};
use crate::house::House;

stories! {
    an_extension_makes_version_two,
    an_extension_keeps_what_it_does_not_name,
    an_end_that_is_said_again_changes_nothing,
    a_paper_of_another_contest_founds_its_own,
}

const NOTICE: &str = "ỦY BAN NHÂN DÂN
TỈNH SA LĨNH
Số: 88/TB-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sa Lĩnh, ngày 20 tháng 5 năm 2027

THÔNG BÁO
Gia hạn thời gian nhận hồ sơ dự thi Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9, năm 2026 - 2027

Ủy ban nhân dân tỉnh thông báo gia hạn thời gian nhận hồ sơ dự thi Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh \
lần thứ 9 đến hết ngày 30/6/2027.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Lò Văn Mẫu
";

async fn an_extension_makes_version_two(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    let contest = accepted(house, &secretary, &review).await;
    let notice = reviewed(house, &secretary, NOTICE).await;
    let page = secretary.get(&notice).await;
    page.says("review-changes").shows("15/11/2026 – 31/5/2027").shows("15/11/2026 – 30/6/2027");
    assert_eq!(accepted(house, &secretary, &notice).await, contest);
    let versions = "select string_agg(
            v.version || ' ' || v.starts || ' ' || v.ends, ', ' order by v.version)
        from milestone m join milestone_version v on v.milestone_id = m.id where m.kind = 'submission'";
    assert_eq!(house.ask(versions).await, "1 2026-11-15 2027-05-31, 2 2026-11-15 2027-06-30");
    assert_eq!(house.count("select count(*) from contest").await, 1);
    assert_eq!(house.count("select count(*) from milestone").await, 3);
    let undone = secretary.post(&format!("{notice}/undoing"), &[]).await;
    undone.is(409).says("review-amendment-stays");
}

/// The last version of when dossiers come: start, end, whether the postmark counts.
async fn submission(house: &House) -> String {
    let sql = "select v.version || ' ' || coalesce(v.starts, '-') || ' ' || v.ends || ' '
            || case when v.by_postmark then 'postmark' else '-' end
        from milestone m join milestone_version v on v.milestone_id = m.id
        where m.kind = 'submission' order by v.version desc limit 1";
    house.ask(sql).await
}

async fn an_extension_keeps_what_it_does_not_name(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let plan =
        PLAN.replace("đến hết ngày 31/5/2027.", "đến hết ngày 31/5/2027 (tính theo dấu bưu điện).");
    let review = reviewed(house, &secretary, &plan).await;
    accepted(house, &secretary, &review).await;
    assert_eq!(submission(house).await, "1 2026-11-15 2027-05-31 postmark");
    let notice = reviewed(house, &secretary, NOTICE).await;
    accepted(house, &secretary, &notice).await;
    assert_eq!(submission(house).await, "2 2026-11-15 2027-06-30 postmark");
    let (head, _) = PLAN.split_once("I. THỜI GIAN").unwrap();
    let dates = "Thời gian nhận hồ sơ dự thi: từ ngày 01/12/2026 đến hết ngày 31/7/2027.";
    let other = format!("{head}I. THỜI GIAN\n1. {dates}\n").replace("412/KH", "99/KH");
    let other = reviewed(house, &secretary, &other).await;
    accepted(house, &secretary, &other).await;
    assert_eq!(submission(house).await, "3 2026-12-01 2027-07-31 -");
}

async fn an_end_that_is_said_again_changes_nothing(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    let same = NOTICE.replace("30/6/2027", "31/5/2027");
    let same = reviewed(house, &secretary, &same).await;
    accepted(house, &secretary, &same).await;
    assert_eq!(submission(house).await, "1 2026-11-15 2027-05-31 -");
}

async fn a_paper_of_another_contest_founds_its_own(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let review = reviewed(house, &secretary, PLAN).await;
    accepted(house, &secretary, &review).await;
    let other = NOTICE.replace("lần thứ 9", "lần thứ 8").replace("2026 - 2027", "2024 - 2025");
    let other = reviewed(house, &secretary, &other).await;
    let paper = other.split('/').nth(2).unwrap();
    let amends =
        format!("select count(*) from review where paper_id = '{paper}' and amends_id is not null");
    assert_eq!(house.count(&amends).await, 0);
}
