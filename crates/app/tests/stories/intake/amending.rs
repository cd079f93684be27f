//! A second paper of the same contest amends it.

use super::{PLAN, accepted, reviewed};
use crate::house::House;

stories! {
    an_extension_makes_version_two,
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
    page.says("review-changes").shows("15/11/2026 – 31/5/2027").shows("đến hết 30/6/2027");
    assert_eq!(accepted(house, &secretary, &notice).await, contest);
    let versions = "select string_agg(v.version || ' ' || v.ends, ', ' order by v.version)
        from milestone m join milestone_version v on v.milestone_id = m.id where m.kind = 'submission'";
    assert_eq!(house.ask(versions).await, "1 2027-05-31, 2 2027-06-30");
    assert_eq!(house.count("select count(*) from contest").await, 1);
    assert_eq!(house.count("select count(*) from milestone").await, 3);
    let undone = secretary.post(&format!("{notice}/undoing"), &[]).await;
    undone.is(409).says("review-amendment-stays");
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
