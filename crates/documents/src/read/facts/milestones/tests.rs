//! What papers say of the course of a contest, and the milestones that are in it.

mod wordings;

use super::*;
use crate::read::paper::paper;

fn years() -> Years {
    Years {
        issued: Some(2026),
        issued_month: Some(1),
        contest: Some([2026, 2027]),
        mentioned: vec![2026, 2027],
    }
}

fn drawn(one: &Milestone) -> String {
    let date = |date: &Option<String>| date.clone().unwrap_or_else(|| "-".to_owned());
    let (start, end) = (date(&one.start), date(&one.end));
    let dates = if start == end { start } else { format!("{start}, {end}") };
    let kind = serde_json::to_value(one.kind).expect("a kind has a name");
    let close = if one.end_inclusive { ']' } else { ')' };
    let postmark = if one.by_postmark { " postmark" } else { "" };
    format!("{} [{dates}{close}{postmark}", kind.as_str().unwrap_or_default())
}

fn read(body: &str) -> Dated {
    let paper = paper(&format!(
        "KẾ HOẠCH\nTổ chức Hội thi Sáng tạo kỹ thuật huyện An Lạc\nCăn cứ Luật;\n{body}"
    ));
    find(&paper, &years())
}

fn check(rows: &[(&str, &[&str])]) {
    for (body, expect) in rows {
        let found: Vec<String> = read(body).milestones.iter().map(drawn).collect();
        assert_eq!(found, *expect, "{body}");
    }
}

#[test]
fn a_clause_names_its_date() {
    check(&[
        (
            "1. Nhận hồ sơ dự thi: từ ngày phát động đến hết ngày 15/4/2027.",
            &["submission [-, 2027-04-15]"],
        ),
        (
            "1. Hội thi bắt đầu từ tháng 02/2026, nhận hồ sơ đến ngày 31/5/2027.",
            &["submission [-, 2027-05-31]"],
        ),
        ("1. Thời hạn nộp hồ sơ: ngày 30/6/2026.", &["submission [-, 2026-06-30]"]),
        (
            "1. Chấm sơ khảo: 20 - 25/6/2026; chung khảo: 01 - 05/7/2026.",
            &[
                "preliminary_judging [2026-06-20, 2026-06-25]",
                "final_judging [2026-07-01, 2026-07-05]",
            ],
        ),
        (
            "1. Hội đồng giám khảo thành lập ngày 09/6/2026, chấm thi từ ngày 19/6 đến 30/6/2026.",
            &["council_formation [2026-06-09]", "judging [2026-06-19, 2026-06-30]"],
        ),
        (
            "1. Công bố kết quả, trao giải: tháng 4/2027.",
            &["award_ceremony [2027-04]", "results [2027-04]"],
        ),
        (
            "1. Trước ngày 20/3/2026, các xã gửi hồ sơ dự thi về Phòng Kinh tế.",
            &["submission [-, 2026-03-20)"],
        ),
        (
            "1. Trong quý II/2026: lễ phát động; quý IV/2027: tổng kết.",
            &["launch_ceremony [2026-Q2]", "award_ceremony [2027-Q4]"],
        ),
        (
            "1. Từ 01/5 đến 15/5/2027 chấm sơ khảo, từ 01/6 đến 15/6/2027 chấm chung khảo.",
            &[
                "preliminary_judging [2027-05-01, 2027-05-15]",
                "final_judging [2027-06-01, 2027-06-15]",
            ],
        ),
        (
            "- Gửi hồ sơ về Ban Tổ chức trước ngày 30/6/2026 (tính theo dấu bưu điện).",
            &["submission [-, 2026-06-30) postmark"],
        ),
        (
            "1. Phòng Y tế gửi kế hoạch triển khai về Ban Tổ chức trước ngày 28/2/2026 để tổng hợp, báo cáo.",
            &["steering_documents_due [-, 2026-02-28)"],
        ),
        (
            "1. Các xã báo cáo kết quả với Trưởng ban trước ngày 15/3/2026.",
            &["report_due [-, 2026-03-15)"],
        ),
    ]);
}

#[test]
fn phat_dong_is_a_day_or_a_period() {
    check(&[
        ("1. Phát động Hội thi: tháng 3/2026.", &["launch_ceremony [2026-03]"]),
        ("1. Phát động: từ tháng 3/2026 đến tháng 5/2026.", &["publicity [2026-03, 2026-05]"]),
        ("1. Phổ biến Thể lệ, phát động Hội thi: tháng 3/2026.", &["publicity [2026-03]"]),
        ("1. Lễ phát động: ngày 26 tháng 3 năm 2026.", &["launch_ceremony [2026-03-26]"]),
    ]);
}

#[test]
fn labels_and_headings_name_bare_dates() {
    check(&[
        ("1. Chấm sơ khảo: Tuần 2, tháng 7/2026.", &["preliminary_judging [2026-07]"]),
        (
            "1. Phát động, tuyên truyền Hội thi.\n- Thời gian thực hiện: Từ tháng 3 năm 2026 đến hết tháng 9 năm 2026.",
            &["publicity [2026-03, 2026-09]"],
        ),
        ("I. TIẾN ĐỘ\n1. Chấm thi\nThời gian: tháng 7/2026.", &["judging [2026-07]"]),
        (
            "Ban Tổ chức kính mời dự Lễ trao giải Hội thi.\nThời gian: 8 giờ 00, thứ sáu ngày 20/11/2026.",
            &["award_ceremony [2026-11-20]"],
        ),
        (
            "1. Nộp hồ sơ về Ban Tổ chức (Liên hiệp các Hội Khoa học và\nKỹ thuật): chậm nhất ngày 31/5/2026.",
            &["submission [-, 2026-05-31]"],
        ),
        ("1. Tổ chức chấm thi. Hoàn thành trước ngày 15/10/2026.", &["judging [-, 2026-10-15)"]),
        (
            "I. TIẾN ĐỘ\n| 3 | Nhận hồ sơ | 01/3 - 30/6/2026 | Thường trực |",
            &["submission [2026-03-01, 2026-06-30]"],
        ),
        (
            "I. TIẾN ĐỘ\n3\nNhận hồ sơ\n01/3 - 30/6/2026\nThường trực",
            &["submission [2026-03-01, 2026-06-30]"],
        ),
    ]);
}

#[test]
fn a_moved_date_is_the_new_one() {
    check(&[
        (
            "1. Gia hạn nhận hồ sơ đến hết ngày 30/9/2026 (thay cho thời hạn 31/7/2026).",
            &["submission [-, 2026-09-30]"],
        ),
        (
            "Theo Thể lệ, thời hạn nhận hồ sơ là ngày 31/7/2026.\nBan Tổ chức gia hạn nhận hồ sơ từ ngày 31/7/2026 đến ngày 30/9/2026.",
            &["submission [-, 2026-09-30]"],
        ),
        (
            "1. Thời gian chấm thi điều chỉnh từ tháng 8/2026 sang tháng 10 năm 2026.",
            &["judging [2026-10]"],
        ),
    ]);
}

#[test]
fn what_goes_up() {
    check(&[
        (
            "1. Phường chuyển hồ sơ về Ban Tổ chức Hội thi tỉnh trước ngày 28/02/2027.",
            &["forwarding [-, 2027-02-28)"],
        ),
        ("1. Gửi hồ sơ dự thi cấp tỉnh: trước 31/5/2027.", &["forwarding [-, 2027-05-31)"]),
        (
            "1. Nhận hồ sơ tại Phòng Kinh tế trước ngày 30/4/2026.\n2. Xét chọn: ngày 13/5/2026.\n3. Nộp hồ sơ về Ban Tổ chức Hội thi tỉnh: chậm nhất ngày 31/5/2026.",
            &["submission [-, 2026-04-30)", "judging [2026-05-13]", "forwarding [-, 2026-05-31]"],
        ),
    ]);
}

#[test]
fn no_milestones() {
    check(&[
        ("1. Tính đến ngày 31/01/2026, Ban Tổ chức mới nhận được 19 hồ sơ.", &[]),
        ("1. Lập danh sách tác giả, gửi về Phòng Kinh tế trước ngày 30/9/2026.", &[]),
        ("1. Tham mưu ban hành Thể lệ trước ngày 15/3/2026.", &[]),
        ("1. Định kỳ trước ngày 15/6/2026 gửi báo cáo.", &[]),
        ("1. Giải pháp được áp dụng tại tỉnh từ năm 2021.", &[]),
        ("1. Hội thi tổ chức từ tháng 3/2026 đến tháng 12/2026.", &[]),
    ]);
}

#[test]
fn doubts() {
    let told = |body: &str| {
        let body = format!("KẾ HOẠCH\nTổ chức Hội thi\nCăn cứ Luật;\n{body}");
        let paper = paper(&body);
        let dated = find(&paper, &years());
        let lines =
            |spans: &[Span]| spans.iter().map(|span| paper.text().line(*span)).collect::<Vec<_>>();
        (lines(&dated.implausible), lines(&dated.conflicting))
    };
    let two =
        "1. Nhận hồ sơ đến hết ngày 30/6/2026.\n2. Hồ sơ nộp về Sở Y tế trước ngày 15/5/2026.";
    assert_eq!(told(two), (vec![], vec!["trước ngày 15/5/2026".to_owned()]));
    assert_eq!(
        told("1. Nhận hồ sơ đến ngày 31/6/2026."),
        (vec!["ngày 31/6/2026".to_owned()], vec![])
    );
    assert_eq!(told("1. Chấm thi từ ngày 20/7/2026 đến ngày 10/7/2026.").0.len(), 1);
    assert_eq!(told("1. Tổng kết quý IV/2026.\n2. Lễ trao giải: tháng 11/2026."), (vec![], vec![]));
}
