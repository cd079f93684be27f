//! What happens at a date, by the words around it.

use std::sync::LazyLock;

use crate::facts::MilestoneKind as Kind;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// What words speak of: a kind of milestone, or something dated that is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sense {
    /// Nothing for what is no milestone: a list of names, a training course, a plan to be written.
    pub kind: Option<Kind>,
    pub span: Span,
    /// Place among the forms: of two that overlap the earlier one is meant.
    rank: usize,
}

/// What dossiers are called.
const ENTRY: &str = r"(?:hồ sơ|bài|sản phẩm|giải pháp|mô hình|công trình|đề tài|sáng kiến|tác phẩm|phiếu (?:đăng ký )?dự thi)";
/// The level above.
const ABOVE: &str = r"(?:cấp (?:tỉnh|trên|quốc gia|toàn quốc|thành phố|bộ|huyện|trung ương)|toàn quốc|quốc gia|trung ương|vifotec)";
const COUNCIL: &str = r"(?:hội đồng|ban|tổ|tiểu ban) (?:giám khảo|chấm|xét|thẩm định|chuyên môn|sơ khảo|chung khảo)(?: [^.;:,]{0,40}(?:chấm|xét|thi|giải|khảo|chọn|điểm))?";

static FORMS: LazyLock<Vec<(Option<Kind>, Form)>> = LazyLock::new(|| {
    let form = |kind, words: &str| {
        let words =
            words.replace("ENTRY", ENTRY).replace("ABOVE", ABOVE).replace("COUNCIL", COUNCIL);
        (kind, Form::new(&format!(r"\b(?:{words})")))
    };
    let kind = |kind, words: &str| form(Some(kind), words);
    let nothing = |words: &str| form(None, words);
    vec![
        kind(
            Kind::SteeringDocumentsDue,
            r"gửi (?:các |những |bản )?(?:văn bản|kế hoạch|công văn|quyết định|báo cáo kế hoạch)[^;:]{0,90}|(?:văn bản|kế hoạch|công văn)[^.;:]{0,120}(?:và|rồi|,) ?(?:báo cáo, )?gửi[^.;:]{0,12}(?:về|cho|đến|tới|qua|ban|liên)",
        ),
        kind(
            Kind::Forwarding,
            r"để[^.;:]{0,40}(?:gửi|trình|chuyển|nộp)[^.;:]{0,30}(?:ban tổ chức|liên hiệp|hội đồng|cấp)[^.;:]{0,60}",
        ),
        nothing(r"(?:để|nhằm|phục vụ)[^.;:]{0,40}báo cáo|nghe báo cáo|chế độ báo cáo"),
        kind(
            Kind::Submission,
            r"nhận (?:bản |phiếu |giấy |các )?đăng ký[^.;:,]{0,20}(?:và|,|kèm) ENTRY(?: dự thi)?",
        ),
        nothing(r"bàn giao[^.;:]{0,60}"),
        nothing(
            r"(?:lập|gửi|nộp|đăng ký|báo|chốt)[^.;:]{0,20} danh sách[^.;:]{0,60}|đăng ký[^.;:]{0,40}",
        ),
        nothing(r"(?:công|chứng|ghi|xác) nhận"),
        nothing(
            r"hồ sơ (?:đề nghị |trình )?(?:xét )?(?:khen|thanh|quyết)|tập huấn[^.;:]{0,40}|họp (?:báo|ban|rút|giao)|kỷ yếu|trưng bày|triển lãm|kiểm tra|thực địa",
        ),
        nothing(
            r"(?:xây dựng|ban hành|hoàn thiện|tham mưu|soạn thảo|trình|phê duyệt)[^.;:]{0,100}(?:kế hoạch|thể lệ|quy chế|văn bản|quyết định|dự toán|tiêu chí|biểu mẫu|hướng dẫn)(?: chấm(?: điểm| thi| giải)?)?",
        ),
        nothing(
            r"(?:thành lập|kiện toàn) (?:ban (?:tổ chức|chỉ đạo|thư ký|vận động)|tổ (?:giúp|thư|tuyên|công|phục|chuyên|vận))",
        ),
        kind(
            Kind::CouncilFormation,
            r"(?:thành lập|kiện toàn|lập|quyết định)[^.;:]{0,50}COUNCIL|COUNCIL[^.;:]{0,80}(?:thành lập|kiện toàn)",
        ),
        kind(
            Kind::ReportDue,
            r"(?:gửi|nộp|có|trình)?\s*báo cáo(?: (?:tổng kết|sơ kết|kết quả|tình hình|tiến độ|số lượng|công tác|nhanh|bằng văn bản|việc|về))*(?: (?:phát động|tuyên truyền|triển khai|tổ chức|thực hiện|tham gia)){0,3}(?:[^.;:,]{0,40}hội thi)?|(?:gửi|báo) (?:kết quả|tình hình|số liệu)[^.;:]{0,40}(?:về|cho|qua|tới)",
        ),
        kind(
            Kind::Submission,
            r"(?:thời (?:gian|hạn) )?(?:tiếp )?nhận(?: [^.;:]{0,30})? ENTRY(?: dự thi)?(?: ABOVE)?",
        ),
        kind(
            Kind::Forwarding,
            r"(?:gửi|chuyển|nộp|hoàn thiện|chọn|đề cử|giới thiệu|lập|trình|đưa)[^.;:]{0,90}(?:dự thi|tham gia|tham dự|dự)[^.;:]{0,50}ABOVE|(?:gửi|chuyển|nộp|đề cử)[^.;:]{0,50}ENTRY[^.;:]{0,40}ABOVE|chuyển[^.;:]{0,40}ENTRY[^.;:]{0,60}(?:ban tổ chức|liên hiệp|hội đồng|cấp) [^.;:]{0,40}(?:tỉnh|thành phố|trên)|(?:dự thi|tham gia|tham dự)(?: [^.;:]{0,40})?ABOVE|(?:gửi|chuyển|nộp)[^.;:]{0,50}ENTRY[^.;:]{0,60}ban tổ chức(?: (?:hội|cuộc) thi)?(?: cấp)? (?:tỉnh|thành phố)",
        ),
        kind(
            Kind::Publicity,
            r"(?:phổ biến|tuyên truyền|quảng bá|truyền thông)[^.;:]{0,40}?(?:,|và|-)\s*(?:tổ chức )?phát động(?: hội thi| cuộc thi)?|phát động(?: hội thi| cuộc thi)?\s*(?:,|và|-|;)\s*(?:tổ chức )?(?:phổ biến|tuyên truyền|quảng bá|truyền thông)|tuyên truyền|quảng bá|truyền thông|phổ biến|quán triệt|phát sóng|treo [^.;:]{0,20}(?:băng|pa|khẩu|áp)|băng (?:rôn|zôn)|tờ rơi|(?:đăng|viết|đưa)(?: tải)? [^.;:]{0,20}(?:tin|bài|thể lệ|kế hoạch|hội thi)|tin,? bài|chuyên (?:mục|trang|đề)|phóng sự|giới thiệu(?: về)? (?:hội|cuộc) thi",
        ),
        kind(
            Kind::LaunchCeremony,
            r"(?:lễ|hội nghị|buổi) (?:phát động|khai mạc|ra quân|triển khai)|phát động",
        ),
        kind(
            Kind::AwardCeremony,
            r"(?:lễ |buổi |hội nghị )(?:công bố[^.;:]{0,40}(?:và|,) )?(?:tổng kết|trao|bế mạc|vinh danh)[^.;:]{0,30}|tổng kết(?:\s*(?:,|và|-) ?trao (?:giải|thưởng))?|trao (?:giải|thưởng)",
        ),
        kind(
            Kind::Results,
            r"(?:công bố|thông báo|công nhận)[^.;:,]{0,30} kết quả|kết quả[^.;:]{0,40}(?:công bố|thông báo)",
        ),
        kind(
            Kind::PreliminaryJudging,
            r"(?:chấm |vòng |thi |xét |đánh giá )?(?:sơ khảo|sơ loại|sơ tuyển)|vòng (?:1|i|một)\b",
        ),
        kind(
            Kind::FinalJudging,
            r"(?:chấm |vòng |thi |xét )?(?:chung khảo|chung kết)|vòng (?:2|ii|hai)\b",
        ),
        kind(
            Kind::Judging,
            r"chấm(?: (?:thi|giải|điểm|chọn))?|xét (?:chọn|giải|thưởng|duyệt)|bình (?:chọn|xét)|đánh giá,? (?:xếp|giải|hồ sơ|sản phẩm)|giám khảo (?:họp|làm việc)",
        ),
        kind(
            Kind::Submission,
            r"(?:(?:thời (?:gian|hạn|điểm)|hạn)(?: cuối| chót)?(?: cùng)? )?(?:tiếp nhận|nhận|nộp|gửi|thu|giao)(?: [^.;:]{0,60})? ENTRY|(?:thời (?:gian|hạn)|hạn)(?: cuối| chót)?(?: cùng)? (?:nhận|nộp|gửi|tiếp nhận|dự thi)|ENTRY[^.;:]{0,120}\b(?:gửi|nộp)(?: [^.;:]{0,20})? (?:về|đến|tại|cho|qua|tới)|ENTRY(?: (?:dự thi|tham gia|đăng ký))*(?: được)? (?:gửi|nộp)",
        ),
    ]
});

/// Between two things that happen at one time: "công bố kết quả và trao giải".
static JOINED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\s*(?:hội thi|cuộc thi|dự thi|thi)?\s*(?:,|và|&|-|/)\s*(?:tổ chức |tiến hành |lễ |vòng )*$",
    )
});

/// Characters from a date in which the words for it stand: a sentence of hundreds of dates must not be
/// read hundreds of times.
pub(super) const NEAR: usize = 600;

/// All that a stretch speaks of, in order.
fn read(text: &Text, span: Span) -> Vec<Sense> {
    let mut senses = Vec::new();
    for (rank, (kind, form)) in FORMS.iter().enumerate() {
        senses.extend(form.all(text, span).map(|found| Sense {
            kind: *kind,
            span: found.span(),
            rank,
        }));
    }
    let meant = |sense: &Sense| {
        !senses.iter().any(|other| other.rank < sense.rank && other.span.overlaps(sense.span))
    };
    let mut meant: Vec<Sense> = senses.iter().filter(|sense| meant(sense)).copied().collect();
    meant.sort_by_key(|sense| sense.span);
    meant
}

/// What stands nearest before a date, together with what is joined to it.
pub(super) fn last(text: &Text, span: Span) -> Vec<Sense> {
    let senses = read(text, Span::new(span.start.max(span.end.saturating_sub(NEAR)), span.end));
    joined(text, senses.into_iter().rev())
}

/// What stands nearest after a date, together with what is joined to it.
pub(super) fn first(text: &Text, span: Span) -> Vec<Sense> {
    let near = Span::new(span.start, span.end.min(span.start + NEAR));
    joined(text, read(text, near).into_iter())
}

fn joined(text: &Text, senses: impl Iterator<Item = Sense>) -> Vec<Sense> {
    let mut found: Vec<Sense> = Vec::new();
    for sense in senses {
        if let Some(near) = found.last() {
            let (left, right) =
                if near.span < sense.span { (near, &sense) } else { (&sense, near) };
            if !JOINED.fits(text, Span::new(left.span.end, right.span.start)) {
                break;
            }
        }
        found.push(sense);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn words_before_a_date() {
        let rows: &[(&str, &[Option<Kind>])] = &[
            ("Thời gian nhận hồ sơ dự thi", &[Some(Kind::Submission)]),
            ("Hạn cuối nộp sản phẩm", &[Some(Kind::Submission)]),
            (
                "giới thiệu các giải pháp đủ điều kiện gửi về Liên hiệp hội tỉnh",
                &[Some(Kind::Submission)],
            ),
            ("gửi danh sách giải pháp dự kiến tham gia về Ban Tổ chức", &[None]),
            ("hoàn thiện hồ sơ đề nghị khen thưởng", &[None]),
            ("Gửi hồ sơ tham gia dự thi cấp tỉnh", &[Some(Kind::Forwarding)]),
            ("Chọn 09 giải pháp dự thi toàn quốc", &[Some(Kind::Forwarding)]),
            (
                "gửi văn bản liên quan đến công tác chỉ đạo về Ban Tổ chức",
                &[Some(Kind::SteeringDocumentsDue)],
            ),
            (
                "ban hành kế hoạch triển khai và gửi về Thường trực Ban Tổ chức",
                &[Some(Kind::SteeringDocumentsDue)],
            ),
            ("ban hành Thể lệ và tiêu chí chấm điểm", &[None]),
            ("Thành lập Hội đồng Giám khảo", &[Some(Kind::CouncilFormation)]),
            (
                "Hội đồng giám khảo do Trưởng Ban quyết định thành lập",
                &[Some(Kind::CouncilFormation)],
            ),
            ("Thành lập Ban Tổ chức", &[None]),
            ("Chấm sơ khảo", &[Some(Kind::PreliminaryJudging)]),
            (
                "Chấm sơ khảo và chung khảo",
                &[Some(Kind::FinalJudging), Some(Kind::PreliminaryJudging)],
            ),
            ("Tiến hành chấm giải", &[Some(Kind::Judging)]),
            ("Hội đồng xét chọn", &[Some(Kind::Judging)]),
            ("Công bố kết quả, trao giải", &[Some(Kind::AwardCeremony), Some(Kind::Results)]),
            ("Lễ công bố kết quả và trao giải", &[Some(Kind::AwardCeremony)]),
            ("Tổng kết, trao giải Hội thi", &[Some(Kind::AwardCeremony)]),
            ("Kết quả được công bố", &[Some(Kind::Results)]),
            ("báo cáo tổng kết gửi Ban Tổ chức", &[Some(Kind::ReportDue)]),
            ("để tổng hợp, báo cáo", &[None]),
            ("Tổ chức Lễ phát động", &[Some(Kind::LaunchCeremony)]),
            ("Phổ biến Thể lệ, phát động Hội thi", &[Some(Kind::Publicity)]),
            ("Tổ chức phát động, tuyên truyền", &[Some(Kind::Publicity)]),
            ("Hội thi được tổ chức", &[]),
        ];
        for (source, expect) in rows {
            let text = Text::new(normalise(source));
            let found: Vec<Option<Kind>> =
                last(&text, text.whole()).iter().map(|sense| sense.kind).collect();
            assert_eq!(found, *expect, "{source}");
        }
    }
}
