//! What happens at a date, by the words around it.

use std::sync::LazyLock;

use crate::facts::MilestoneKind as Kind;
use crate::read::form::Form;
use crate::read::text::{Span, Text};

/// The forms of each kind; among fits the last before the date counts, at one place the first here.
static KINDS: LazyLock<Vec<(Kind, Form)>> = LazyLock::new(|| {
    let kind = |kind, words: &str| (kind, Form::new(words));
    vec![
        kind(
            Kind::Forwarding,
            r"((nộp|gửi|chuyển)[^;.]{0,60}hồ sơ[^;.]{0,40}(về|cho|tới|đến|lên)\s+ban tổ chức( hội thi| cuộc thi)?( cấp)? (tỉnh|thành phố)|(gửi|chuyển|nộp|hoàn thiện|lựa chọn|đề cử|giới thiệu)[^;.]{0,70}(hồ sơ|giải pháp|sản phẩm|danh sách|công trình|đề tài)[^;.]{0,60}(cấp (tỉnh|trên|quốc gia|toàn quốc|thành phố|bộ|ngành)|toàn quốc|trung ương|quốc gia|vifotec|liên hiệp các hội [^;.]{0,30}việt nam)|(tham (gia|dự)|dự thi|gửi)[^;.]{0,40}(cấp (tỉnh|quốc gia|toàn quốc|thành phố)|(hội|cuộc) thi[^;.]{0,60}toàn quốc)|gửi (đi )?(tham gia )?dự thi[^;.]{0,20}toàn quốc)",
        ),
        kind(
            Kind::SteeringDocumentsDue,
            r"gửi [^;.]{0,60}(văn bản|kế hoạch|quyết định|công văn)[^;.]{0,80}(chỉ đạo|triển khai|hướng dẫn|liên quan|thực hiện|về)",
        ),
        kind(Kind::PreliminaryJudging, r"(sơ khảo|sơ tuyển|vòng (1|i|một|sơ loại|loại)\b|sơ loại)"),
        kind(Kind::FinalJudging, r"(chung khảo|chung kết|vòng (2|ii|hai)\b)"),
        kind(
            Kind::CouncilFormation,
            r"(thành lập|kiện toàn|lập|quyết định)[^;.:]{0,40}(hội đồng|ban|tổ|tiểu ban) (giám khảo|chấm|thẩm định|chuyên môn|xét|sơ khảo|chung khảo)|(hội đồng|ban) (giám khảo|chấm)[^;.:]{0,60}(thành lập|kiện toàn)",
        ),
        kind(
            Kind::AwardCeremony,
            r"(lễ (tổng kết|trao|công bố)|tổng kết[^;.:]{0,40}(trao|hội thi|cuộc thi|giải)|trao (giải|thưởng)|tổng kết\b)",
        ),
        kind(
            Kind::Results,
            r"(công bố|thông báo|công nhận|phê duyệt)( (danh sách|quyết định))?[^;.:]{0,30}(kết quả|đạt giải|đoạt giải)|kết quả[^;.:]{0,30}(được )?(công bố|thông báo)",
        ),
        kind(
            Kind::Judging,
            r"(chấm (thi|giải|điểm|chọn|hồ sơ|các)|tổ chức chấm|tiến hành chấm|chấm\b|thẩm định (hồ sơ|giải pháp)|xét (chọn|giải|duyệt|thưởng)|đánh giá,? (xếp|chấm|giải pháp)|họp hội đồng)",
        ),
        kind(Kind::LaunchCeremony, r"(lễ phát động|lễ khai mạc|lễ ra quân|hội nghị phát động)"),
        kind(
            Kind::Submission,
            r"((tiếp )?nhận|nộp|gửi|thu|hoàn thiện|hoàn thành)\s+((về|đến|các|bộ|đầy đủ|phiếu|bản|toàn bộ|giải|sản|hồ|bài|mô|đề|ý|tác|công|cho|qua|đơn|từ|và|trực|tham|dự|[a-z]{2,4})\s+)?[^;.:]{0,50}(hồ sơ|sản phẩm|giải pháp|bài|mô hình|đề tài|dự thi|tham gia|phiếu|tác phẩm|công trình)|(thời (gian|hạn)|hạn)( cuối( cùng)?)? (nhận|nộp|gửi|tiếp nhận)|nhận hồ sơ|nộp hồ sơ|(hồ sơ|giải pháp|sản phẩm|đề tài|mô hình|công trình|bài dự thi|bài thi)[^;.:]{0,80}(gửi|nộp)( trực tiếp)?( về| đến| cho| tới| tại)?",
        ),
        kind(
            Kind::ReportDue,
            r"(gửi |nộp |có )?báo cáo( (kết quả|tổng hợp|tình hình|sơ kết|tổng kết|danh sách|bằng văn bản|về|ubnd|cấp|nhanh|tiến độ))?",
        ),
        kind(Kind::Publicity, r"(phát động|tuyên truyền|quảng bá|phổ biến|truyền thông)"),
    ]
});

/// A list of what will be entered is not the entry.
static LISTED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"(gửi|nộp|lập|tổng hợp|báo cáo) (bản )?danh sách[^;.]{0,120}$"));

/// Whether the words ask for a list of what will be entered.
pub(super) fn is_list(text: &Text, words: Span) -> bool {
    LISTED.fits(text, words)
}

/// Whether the words speak of results as well as of the ceremony: "Công bố kết quả, trao giải".
pub(super) fn tells_results(text: &Text, words: Span) -> bool {
    static BOTH: LazyLock<Form> = LazyLock::new(|| {
        Form::new(r"(^|[^a-z])(công bố|thông báo) kết quả[^;.:]{0,30}(trao|tổng kết)")
    });
    static AS_CEREMONY: LazyLock<Form> = LazyLock::new(|| Form::new(r"lễ[^;.:]{0,20}công bố"));
    BOTH.fits(text, words) && !AS_CEREMONY.fits(text, words)
}

/// What the words say, nearest to the date: the last fit of a stretch that stands before it.
pub(super) fn before(text: &Text, words: Span) -> Option<Kind> {
    let mut best: Option<(usize, usize, Kind)> = None;
    for (rank, (kind, form)) in KINDS.iter().enumerate() {
        let Some(last) = form.all(text, words).last() else { continue };
        let end = last.span().end;
        let nearer = best.is_none_or(|(known, known_rank, _)| {
            if end.abs_diff(known) < NEAR { rank < known_rank } else { end > known }
        });
        if nearer {
            best = Some((end, rank, *kind));
        }
    }
    best.map(|(.., kind)| kind)
}

/// Fits that end so near each other speak of one thing.
const NEAR: usize = 45;

/// What the first words say, for a stretch that stands after the date.
pub(super) fn after(text: &Text, words: Span) -> Option<Kind> {
    let fits = KINDS.iter().enumerate().filter_map(|(rank, (kind, form))| {
        Some((form.find(text, words)?.span().start, rank, *kind))
    });
    let first = fits.clone().map(|(start, ..)| start).min()?;
    fits.filter(|(start, ..)| start - first < NEAR)
        .min_by_key(|(_, rank, _)| *rank)
        .map(|(.., kind)| kind)
}
