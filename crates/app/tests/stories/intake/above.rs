//! A paper of a contest under another: the one above that is here is proposed, and a person decides.

use super::{PLAN, accepted, line, reviewed, secretary_of};
use crate::browser::Browser;
use crate::house::House;

stories! {
    the_contest_above_is_proposed_and_shown,
    who_carries_a_contest_out_stands_under_it,
    another_edition_is_not_proposed,
    a_person_chooses_none,
    a_contest_that_closed_meanwhile_is_not_above,
    a_contest_out_of_sight_is_not_above,
}

const COMMUNE: &str = "ỦY BAN NHÂN DÂN
XÃ THUNG MÂY
Số: 21/KH-UBND

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Thung Mây, ngày 2 tháng 11 năm 2026

KẾ HOẠCH
Tổ chức Hội thi Sáng tạo kỹ thuật xã Thung Mây lần thứ 2, năm 2027

Căn cứ Kế hoạch số 412/KH-UBND ngày 12 tháng 10 năm 2026 của Ủy ban nhân dân tỉnh về việc tổ chức \
Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9, năm 2026 - 2027;
Ủy ban nhân dân xã ban hành Kế hoạch như sau:

I. THỜI GIAN
1. Thời gian nhận hồ sơ dự thi: đến hết ngày 31/3/2027.

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Lò Văn Mẫu
";

const CARRIED_OUT: &str = "ỦY BAN NHÂN DÂN TỈNH SA LĨNH
SỞ Y TẾ
Số: 77/KH-SYT

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
Sa Lĩnh, ngày 2 tháng 11 năm 2026

KẾ HOẠCH
Hưởng ứng Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9, năm 2026 - 2027

Sở Y tế ban hành Kế hoạch như sau:

I. THỜI GIAN
1. Thời gian nhận hồ sơ dự thi: đến hết ngày 31/3/2027.

GIÁM ĐỐC

Lò Văn Mẫu
";

/// The contest of the province, founded from its plan: its id.
async fn province(house: &House, secretary: &Browser<'_>) -> String {
    let review = reviewed(house, secretary, PLAN).await;
    let contest = accepted(house, secretary, &review).await;
    contest.rsplit('/').next().unwrap().to_owned()
}

/// The contest above the one at this address.
async fn above(house: &House, contest: &str) -> String {
    let id = contest.rsplit('/').next().unwrap();
    house.ask(&format!("select coalesce(parent_id, '-') from contest where id = '{id}'")).await
}

const NAME: &str = "Hội thi Sáng tạo kỹ thuật tỉnh Sa Lĩnh lần thứ 9";

async fn the_contest_above_is_proposed_and_shown(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let province = province(house, &secretary).await;
    let review = reviewed(house, &secretary, COMMUNE).await;
    let page = secretary.get(&review).await;
    page.tells(&kernel::Message::new("review-under").with("name", NAME));
    page.holds(&format!("<option value=\"{province}\" selected>{NAME}</option>"));
    let contest = accepted(house, &secretary, &review).await;
    assert_eq!(above(house, &contest).await, province);
    let shown = secretary.get(&contest).await;
    shown.is(200).says("contest-higher").holds(&format!("href=\"/contests/{province}\""));
}

async fn who_carries_a_contest_out_stands_under_it(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let province = province(house, &secretary).await;
    let review = reviewed(house, &secretary, CARRIED_OUT).await;
    let contest = accepted(house, &secretary, &review).await;
    assert_eq!(above(house, &contest).await, province);
}

async fn another_edition_is_not_proposed(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let province = province(house, &secretary).await;
    let other = COMMUNE.replace("tỉnh Sa Lĩnh lần thứ 9", "tỉnh Sa Lĩnh lần thứ 8");
    let review = reviewed(house, &secretary, &other).await;
    let page = secretary.get(&review).await;
    let named = NAME.replace("lần thứ 9", "lần thứ 8");
    page.tells(&kernel::Message::new("review-under-named").with("name", named));
    page.holds(&format!("<option value=\"{province}\">{NAME}</option>"));
    let contest = accepted(house, &secretary, &review).await;
    assert_eq!(above(house, &contest).await, "-");
}

/// What somebody says of the contest of the commune, under this one.
fn said<'a>(revision: &'a str, parent: &'a str) -> [(&'a str, &'a str); 10] {
    [
        ("revision", revision),
        ("name", "Hội thi Sáng tạo kỹ thuật xã Thung Mây lần thứ 2"),
        ("series", "technical_innovation"),
        ("level", "commune"),
        ("locality", "xã Thung Mây"),
        ("edition", "2"),
        ("first", "2027"),
        ("last", "2027"),
        ("organiser", "UBND xã Thung Mây"),
        ("parent", parent),
    ]
}

async fn a_person_chooses_none(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let province = province(house, &secretary).await;
    let review = reviewed(house, &secretary, COMMUNE).await;
    let (id, revision) = line(house, &review, "\"receiving\":").await;
    let path = format!("{review}/lines/{id}");
    secretary.post(&path, &said(&revision, "")).await.leads_to(&format!("{review}#l-{id}"));
    let page = secretary.get(&review).await;
    page.holds(&format!("<option value=\"{province}\">{NAME}</option>"));
    let contest = accepted(house, &secretary, &review).await;
    assert_eq!(above(house, &contest).await, "-");
}

async fn a_contest_that_closed_meanwhile_is_not_above(house: &House) {
    let secretary = house.known(world::SECRETARY);
    let province = province(house, &secretary).await;
    let review = reviewed(house, &secretary, COMMUNE).await;
    for step in ["start", "close"] {
        let step = [("step", step)];
        secretary.post(&format!("/contests/{province}/steps"), &step).await.is(303);
    }
    let revision = [("revision", "1")];
    let refused = secretary.post(&format!("{review}/acceptance"), &revision).await;
    refused.is(422).says("review-parent-not-now");
    assert_eq!(house.count("select count(*) from contest").await, 1);
}

async fn a_contest_out_of_sight_is_not_above(house: &House) {
    let province = province(house, &house.known(world::SECRETARY)).await;
    let commune = secretary_of(house, "thung-may").await;
    let review = reviewed(house, &commune, COMMUNE).await;
    commune.get(&review).await.is(200).hides(&province);
    let (id, revision) = line(house, &review, "\"receiving\":").await;
    let path = format!("{review}/lines/{id}");
    let answers = async |parent: &str| {
        let reply = commune.post(&path, &said(&revision, parent)).await;
        reply.is(422).says("review-parent-not-now");
    };
    answers(&province).await;
    answers("01920000-0000-7000-8000-000000000000").await;
}
