//! What papers say about reports, and what is owed.

use super::*;
use crate::facts::MonthOfPeriod;
use crate::read::paper::paper;

fn read(heading: &str, body: &str) -> Vec<Reporting> {
    find(&paper(&format!("KẾ HOẠCH\nTổ chức Hội thi\nCăn cứ Luật;\n{heading}\n{body}")))
}

type Row<'a> = (&'a str, &'a [(Frequency, Option<i8>, Option<MonthOfPeriod>)]);

fn check(heading: &str, rows: &[Row]) {
    for (body, expect) in rows {
        let found = read(heading, body);
        let told: Vec<_> =
            found.iter().map(|one| (one.frequency, one.due_day, one.due_month_of_period)).collect();
        assert_eq!(told, *expect, "{body}");
    }
}

#[test]
fn regular_reports() {
    use Frequency::{HalfYearly, Monthly, Quarterly, Yearly};
    use MonthOfPeriod::{First, Last};
    check(
        "V. CHẾ ĐỘ BÁO CÁO",
        &[
            (
                "Hằng quý các đơn vị gửi báo cáo về Ban Tổ chức trước ngày 20 của tháng cuối quý.",
                &[(Quarterly, Some(20), Some(Last))],
            ),
            (
                "Các đơn vị báo cáo Ban Tổ chức chậm nhất ngày 05 tháng đầu của quý sau.",
                &[(Quarterly, Some(5), Some(First))],
            ),
            (
                "Hàng quý, vào ngày 25 của tháng cuối quý, các xã gửi báo cáo.",
                &[(Quarterly, Some(25), Some(Last))],
            ),
            (
                "Định kỳ hằng tháng, trước ngày 25 hằng tháng, các đơn vị báo cáo về Sở Y tế.",
                &[(Monthly, Some(25), None)],
            ),
            (
                "Các xã báo cáo tình hình về huyện trước ngày 20 hằng tháng.",
                &[(Monthly, Some(20), None)],
            ),
            (
                "Báo cáo 6 tháng gửi về Liên hiệp hội trước ngày 15/6 và ngày 15/12 hằng năm.",
                &[(HalfYearly, Some(15), Some(Last))],
            ),
            (
                "Định kỳ 6 tháng (trước ngày 15/6) và năm (trước ngày 15/12) báo cáo kết quả.",
                &[(HalfYearly, Some(15), Some(Last))],
            ),
            (
                "Định kỳ 6 tháng, trước ngày 15 của tháng cuối kỳ, các đơn vị gửi báo cáo.",
                &[(HalfYearly, Some(15), Some(Last))],
            ),
            (
                "Báo cáo kết quả hằng năm về Ban Tổ chức trước ngày 10/12.",
                &[(Yearly, Some(10), Some(Last))],
            ),
            ("Hằng quý tổng hợp kết quả, báo cáo hai cơ quan.", &[(Quarterly, None, None)]),
        ],
    );
}

#[test]
fn single_reports() {
    use Frequency::Once;
    check(
        "1. Nhiệm vụ",
        &[
            (
                "- Các đơn vị báo cáo kết quả về UBND tỉnh trước ngày 30/11/2026.",
                &[(Once, Some(30), None)],
            ),
            (
                "- Các đơn vị báo cáo kết quả về UBND tỉnh trước ngà\n15/12/2026.",
                &[(Once, Some(15), None)],
            ),
            (
                "- Trước ngày 10/12/2026, các xã gửi báo cáo kết quả về Phòng Kinh tế.",
                &[(Once, Some(10), None)],
            ),
            (
                "- Xét thi đua hằng năm; báo cáo tổng kết về Sở Y tế chậm nhất là ngày 05 tháng 9 năm 2026.",
                &[(Once, Some(5), None)],
            ),
            (
                "- Báo cáo sơ kết trước ngày 20/12/2026. Báo cáo tổng kết trước ngày 25/9/2027.",
                &[(Once, Some(20), None), (Once, Some(25), None)],
            ),
        ],
    );
}

#[test]
fn no_reports() {
    check(
        "1. Nhiệm vụ",
        &[
            (
                "- Gửi văn bản về Ban Tổ chức trước ngày 29/02/2026 để tổng hợp báo cáo Chủ tịch.",
                &[],
            ),
            ("- Theo dõi, tổng hợp báo cáo kết quả Hội thi theo kế hoạch.", &[]),
            ("- Hội đồng nghe báo cáo kết quả chấm từ ngày 21/8 đến ngày 25/8/2026.", &[]),
            ("- Tuyên truyền hằng tháng trên hệ thống truyền thanh.", &[]),
        ],
    );
}

#[test]
fn contents_and_way() {
    let heading = "V. CHẾ ĐỘ BÁO CÁO";
    let found = read(
        heading,
        "Hàng quý các đơn vị gửi báo cáo về Trưởng Ban thông qua cơ quan thường trực (phòng Kinh tế) trước ngày 20 của tháng cuối quý.\n* Báo cáo tập trung vào các nội dung sau:\n- Công tác phát động.\n- Khó khăn; kiến nghị.",
    );
    let way: Vec<_> = found.iter().map(|one| (one.to.as_deref(), one.via.as_deref())).collect();
    assert_eq!(way, [(Some("Trưởng Ban"), Some("phòng Kinh tế"))]);
    assert_eq!(found[0].contents, ["Công tác phát động", "Khó khăn; kiến nghị"]);
    let found = read(
        heading,
        "Hằng quý các xã báo cáo về Ban Tổ chức qua Phòng Kinh tế triển khai đúng tiến độ, trước ngày 20.",
    );
    let way: Vec<_> = found.iter().map(|one| (one.to.as_deref(), one.via.as_deref())).collect();
    assert_eq!(way, [(Some("Ban Tổ chức"), Some("Phòng Kinh tế"))]);
    let inline = read(
        heading,
        "Các đơn vị báo cáo về Sở Y tế trước ngày 25 hằng tháng. Nội dung báo cáo: số buổi tuyên truyền; số giải pháp.",
    );
    assert_eq!(inline[0].contents, ["số buổi tuyên truyền", "số giải pháp"]);
}

#[test]
fn the_day_before_which_a_report_is_due_does_not_count() {
    let check = |body: &str, expect: bool| {
        let found = read("V. CHẾ ĐỘ BÁO CÁO", body);
        let told: Vec<_> = found.iter().map(|one| one.due_inclusive).collect();
        assert_eq!(told, [expect], "{body}");
    };
    check("Hằng quý các đơn vị gửi báo cáo trước ngày 20 của tháng cuối quý.", false);
    check("Hằng quý các đơn vị gửi báo cáo chậm nhất trước ngày 20 tháng cuối quý.", false);
    check("Các xã báo cáo tình hình về huyện trước ngày 20 hằng tháng.", false);
    check("Báo cáo 6 tháng gửi về Liên hiệp hội trước ngày 15/6 và ngày 15/12 hằng năm.", false);
    check("- Trước ngày 10/12/2026, các xã gửi báo cáo kết quả về Phòng Kinh tế.", false);
    check("- Các đơn vị báo cáo kết quả về UBND tỉnh trước ngày 30/11/2026.", false);
    check("Các đơn vị báo cáo Ban Tổ chức chậm nhất ngày 05 tháng đầu của quý sau.", true);
    check("Hàng quý, vào ngày 25 của tháng cuối quý, các xã gửi báo cáo.", true);
    check("- Báo cáo tổng kết về Sở Y tế chậm nhất là ngày 05 tháng 9 năm 2026.", true);
    check("Hằng quý tổng hợp kết quả, báo cáo hai cơ quan.", true);
}
