//! Papers cited as basis or as the thing carried out (căn cứ ban hành, văn bản viện dẫn), Article 8 and
//! Annex I of Decree 30/2020/NĐ-CP: kind, number and symbol, day. A law may be cited by its name alone.
//!
//! Whatever a paper cites is its basis, but what it only replaces or repeals, and itself.

mod day;
mod kind;
mod mention;
mod number;

use std::sync::LazyLock;

use self::mention::{Mention, numbered, unnumbered};
use super::head::Head;
use crate::facts::Citation;
use crate::read::form::Form;
use crate::read::outline::{Item, Marker, sentences};
use crate::read::paper::Paper;
use crate::read::text::{Span, Text};

/// The cited papers, and the days among them that cannot be as they are printed.
#[derive(Debug, Default)]
pub(crate) struct Cited {
    /// Once each, in order of first mention.
    pub papers: Vec<Citation>,
    /// "12/5/20226": each printed form once.
    pub implausible: Vec<Span>,
}

static REPLACED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(thay thế|thay cho|bãi bỏ|hủy bỏ|hết hiệu lực|hết giá trị|không còn hiệu lực|chấm dứt hiệu lực)\b",
    )
});
/// Between "thay thế" and a paper that is a basis all the same.
static STILL_BASIS: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\b(căn cứ|thực hiện|tại|quy định)\b|[^m\s]\s+theo\b"));
static EXPIRED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(hết hiệu lực|hết giá trị|không còn hiệu lực|chấm dứt hiệu lực|(bị|được) (thay thế|bãi bỏ|hủy bỏ))\b",
    )
});
static BASIS: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^(các )?(căn cứ|cơ sở)( pháp lý| ban hành| xây dựng)?\b"));

/// The papers that a paper cites.
pub(crate) fn find(paper: &Paper, head: &Head) -> Cited {
    let text = paper.text();
    let own = own_number(head);
    let mut list = List::default();
    for mention in in_head(paper).into_iter().chain(in_body(paper)) {
        if own.as_deref() != Some(mention.key()) {
            list.take(text, mention);
        }
    }
    Cited {
        papers: list.entries.iter().map(|entry| entry.citation(text)).collect(),
        implausible: list.implausible,
    }
}

/// The numbers of the papers named in a stretch, each once.
pub(in crate::read::facts) fn numbers(text: &Text, within: Span) -> Vec<(String, Span)> {
    let mut numbers: Vec<(String, Span)> = Vec::new();
    for mention in numbered(text, within) {
        let Some(number) = mention.number() else { continue };
        if numbers.iter().all(|(other, _)| *other != number) {
            numbers.push((number, mention.span));
        }
    }
    numbers
}

fn own_number(head: &Head) -> Option<String> {
    let (number, symbol) = (head.number.as_ref()?, head.symbol.as_ref()?);
    Some(mention::key(&format!("{}/{}", number.value, symbol.value)))
}

/// In the subject and under the title; only with the word for their kind, so that no number of the
/// letterhead is taken.
fn in_head(paper: &Paper) -> Vec<Mention> {
    let cells = &paper.sheet.head;
    let (Some(first), Some(last)) = (cells.first(), cells.last()) else { return Vec::new() };
    let mut mentions = numbered(paper.text(), first.to(*last));
    mentions.retain(|mention| mention.named);
    mentions
}

fn in_body(paper: &Paper) -> Vec<Mention> {
    let text = paper.text();
    let mut mentions = Vec::new();
    let mut opening = true;
    for item in paper.items() {
        opening &= matches!(item.marker, Marker::Plain | Marker::Dash | Marker::Star);
        let mut found = numbered(text, item.whole);
        if REPLACED.fits(text, item.whole) {
            found.retain(|mention| !is_replaced(text, item, mention));
        }
        if is_basis(paper, item, opening) {
            found.extend(unnumbered(text, item.span, &found));
            found.sort_by_key(|mention| mention.span.start);
        }
        mentions.append(&mut found);
    }
    mentions
}

/// "Căn cứ …" above the first heading, or what stands under a heading "Căn cứ".
fn is_basis(paper: &Paper, item: &Item, opening: bool) -> bool {
    let text = paper.text();
    let under = item.parent.is_some_and(|at| BASIS.fits(text, paper.items()[at].span));
    (opening && BASIS.fits(text, item.span)) || under
}

fn is_replaced(text: &Text, item: &Item, mention: &Mention) -> bool {
    let sentence = sentences(text, item.whole).find(|sentence| sentence.contains(mention.span));
    let Some(sentence) = sentence else { return false };
    let before = Span::new(sentence.start, mention.span.start);
    let replacing = REPLACED.all(text, before).last();
    let replaced = replacing
        .is_some_and(|found| !STILL_BASIS.fits(text, Span::new(found.span().end, before.end)));
    let expired = EXPIRED.fits(text, Span::new(mention.span.end, sentence.end));
    replaced || (expired && !STILL_BASIS.fits(text, before))
}

/// The papers so far.
#[derive(Default)]
struct List {
    entries: Vec<Mention>,
    implausible: Vec<Span>,
}

impl List {
    fn take(&mut self, text: &Text, mention: Mention) {
        if let Some(day) = mention.day.as_ref().filter(|day| day.is_implausible)
            && self.implausible.iter().all(|other| text.shadow(*other) != text.shadow(day.span))
        {
            self.implausible.push(day.span);
        }
        match self.entries.iter_mut().find(|entry| entry.is_same(&mention)) {
            Some(entry) => entry.learn(mention),
            None => self.entries.push(mention),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::facts::Kind;
    use crate::read::facts::head;
    use crate::read::paper::paper;

    type Row = (Kind, Option<&'static str>, Option<&'static str>);

    fn check(body: &str, expect: &[Row]) {
        let paper =
            paper(&format!("UBND TỈNH A\nSố: 9/KH-UBND\nKẾ HOẠCH\nTổ chức Hội thi\n\n{body}"));
        let cited = find(&paper, &head::read(&paper));
        let read: Vec<(Kind, Option<&str>, Option<&str>)> = cited
            .papers
            .iter()
            .map(|one| (one.kind, one.number.as_deref(), one.date.as_deref()))
            .collect();
        assert_eq!(read, expect, "{body}");
    }

    #[test]
    fn papers_by_word_and_symbol() {
        use Kind::{Circular, Decree, Dispatch, Law, Plan, Resolution, Rules, SubmissionLetter};
        check(
            "Căn cứ Kế hoạch số 31/KH-HTSTKT ngày 28/02/2026 của Ban Tổ chức;",
            &[(Plan, Some("31/KH-HTSTKT"), Some("2026-02-28"))],
        );
        check(
            "Xét đề nghị của Phòng Kinh tế tại Tờ trình số 47/TTr-P.KT&HT ngày 20/5/2025;",
            &[(SubmissionLetter, Some("47/TTr-P.KT&HT"), Some("2025-05-20"))],
        );
        check(
            "Thực hiện Văn bản số 3155/BTCHT-LHH ngày 12/10/2022 của Ban Tổ chức.",
            &[(Dispatch, Some("3155/BTCHT-LHH"), Some("2022-10-12"))],
        );
        check(
            "Căn cứ Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ;",
            &[(Decree, Some("30/2020/NĐ-CP"), Some("2020-03-05"))],
        );
        check("Căn cứ văn bản số 5/2020/TT-BTC;", &[(Circular, Some("5/2020/TT-BTC"), None)]);
        check(
            "Căn cứ Nghị quyết số 52-NQ/TW ngày 27/9/2019 của Bộ Chính trị;",
            &[(Resolution, Some("52-NQ/TW"), Some("2019-09-27"))],
        );
        check(
            "Căn cứ Luật Khoa học và Công nghệ số 29/2013/QH13 ngày 18/6/2013;",
            &[(Law, Some("29/2013/QH13"), Some("2013-06-18"))],
        );
        check(
            "Theo Thể lệ số 02/TL-BTC và Công văn của Sở A số 91/CV/VP ngày 3/4/2024.",
            &[(Rules, Some("02/TL-BTC"), None), (Dispatch, Some("91/CV/VP"), Some("2024-04-03"))],
        );
    }

    #[test]
    fn laws_by_name() {
        use Kind::{Law, Minutes};
        check(
            "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015; Luật sửa đổi, bổ sung một số điều của Luật Tổ chức Chính phủ và Luật Tổ chức chính quyền địa phương ngày 22 tháng 11 năm 2019;\nCăn cứ Luật Thi đua, khen thưởng ngày 15/6/2022 và Luật Sở hữu trí tuệ năm 2005;",
            &[
                (Law, None, Some("2015-06-19")),
                (Law, None, Some("2019-11-22")),
                (Law, None, Some("2022-06-15")),
                (Law, None, None),
            ],
        );
        check(
            "Căn cứ Biên bản họp Hội đồng giám khảo ngày 12/9/2025;\nCăn cứ Chương trình phối hợp giai đoạn 2021 - 2025;\nCăn cứ tình hình thực tế.",
            &[(Minutes, None, Some("2025-09-12"))],
        );
    }

    #[test]
    fn two_papers_share_a_head() {
        let decisions = [
            (Kind::Decision, Some("12/QĐ-UBND"), Some("2024-04-03")),
            (Kind::Decision, Some("15/QĐ-UBND"), Some("2024-05-09")),
        ];
        check(
            "Thực hiện các Quyết định số 12/QĐ-UBND ngày 3/4/2024 và số 15/QĐ-UBND ngày 9/5/2024.",
            &decisions,
        );
        let dispatches = [
            (Kind::Dispatch, Some("12/SYT-VP"), Some("2024-04-03")),
            (Kind::Dispatch, Some("15/SYT-VP"), Some("2024-05-09")),
        ];
        check(
            "Thực hiện các Công văn số 12/SYT-VP ngày 3/4/2024 và số 15/SYT-VP ngày 9/5/2024.",
            &dispatches,
        );
    }

    #[test]
    fn once_each_and_never_itself() {
        use Kind::Decision;
        check(
            "Thực hiện Quyết định số 381 ngày 12/5/20226 của UBND tỉnh.\n1. Sở Y tế đăng tải Quyết định số 381/QĐ-UBND ngày 12/5/2026 và Kế hoạch số 9/KH-UBND.",
            &[(Decision, Some("381/QĐ-UBND"), Some("2026-05-12"))],
        );
        check(
            "Căn cứ Quyết định số 01/QĐ-UBND ngày 3/1/2020;\nCăn cứ Quyết định số 01/QĐ-UBND ngày 4/1/2024;",
            &[
                (Decision, Some("01/QĐ-UBND"), Some("2020-01-03")),
                (Decision, Some("01/QĐ-UBND"), Some("2024-01-04")),
            ],
        );
    }

    #[test]
    fn what_is_replaced_is_no_basis() {
        use Kind::{Decision, Plan};
        check(
            "Căn cứ Kế hoạch số 5/KH-UBND;\nĐiều 1. Quyết định này thay thế Quyết định số 12/QĐ-UBND ngày 3/4/2020.",
            &[(Plan, Some("5/KH-UBND"), None)],
        );
        check("Điều 1. Quyết định số 12/QĐ-UBND ngày 3/4/2020 hết hiệu lực kể từ ngày ký.", &[]);
        check(
            "1. Thay thế một thành viên tại Quyết định số 12/QĐ-UBND ngày 3/4/2020.",
            &[(Decision, Some("12/QĐ-UBND"), Some("2020-04-03"))],
        );
    }

    #[test]
    fn impossible_days_are_told() {
        let paper = paper(
            "Số: /UBND-KT\nV/v triển khai\n\nThực hiện Quyết định số 381/QĐ-UBND ngày 12/5/20226 và Kế hoạch số 8/KH-UBND ngày 31/6/2026 của UBND tỉnh.\nĐăng tải Quyết định số 381/QĐ-UBND ngày 12/5/20226.",
        );
        let cited = find(&paper, &head::read(&paper));
        let told: Vec<String> =
            cited.implausible.iter().map(|day| paper.text().line(*day)).collect();
        assert_eq!(told, ["12/5/20226", "31/6/2026"]);
        let days: Vec<Option<&str>> = cited.papers.iter().map(|one| one.date.as_deref()).collect();
        assert_eq!(days, [Some("2026-05-12"), None]);
    }
}
