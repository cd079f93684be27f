//! Signature block (quyền hạn, chức vụ, họ tên), Article 13 and Annex I of Decree 30/2020/NĐ-CP.

use std::sync::LazyLock;

use super::Line;
use crate::facts::Signatory;
use crate::read::casing;
use crate::read::form::Form;
use crate::read::layout::is_all_caps;
use crate::read::text::{Span, Text};

static AUTHORITY: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^\W*((?<sign>tm|kt|tl|tuq|q)\s*[./]|(?<slashed>t/m|k/t)\s*\.?)\s*(?<whose>.*)$")
});
static POSITION: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*(q\.\s*)?((phó |ủy viên )?(chủ tịch|giám đốc|tổng giám đốc|trưởng ban|trưởng phòng|trưởng khoa|trưởng đoàn|chánh văn phòng|chánh thanh tra|hiệu trưởng|viện trưởng|bí thư|bộ trưởng|cục trưởng|vụ trưởng|chi cục trưởng|thủ trưởng|chủ tọa|chủ trì|tổng thư ký|thư ký|chỉ huy trưởng|chủ nhiệm|tổng biên tập|chủ tịch hội đồng|tổ trưởng|trưởng tiểu ban)|thứ trưởng|ủy viên|người (ghi|lập|báo cáo))\b",
    )
});
static TITLES: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^\W*((gs|pgs|tskh|ts|ths|th\.s|bs|bscki|bsckii|ckii|cki|ks|cn|ds|nghệ nhân|nhà giáo|ls|kts|nsưt|đại tá|thượng tá|trung tá|thiếu tá|thiếu tướng)\s*[.,]?\s*)*",
    )
});
static SEALED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(r"^\W*(đã ký|ký tên|đã ký và đóng dấu|chữ ký số|ký bởi|người ký|signed)\b")
});
/// Family names of nine people in ten, and some of the tenth.
const FAMILIES: &str = "nguyễn|trần|lê|phạm|hoàng|huỳnh|phan|vũ|võ|đặng|bùi|đỗ|hồ|ngô|dương|lý|đào|đinh|lâm|trương|trịnh|mai|tô|hà|cao|đoàn|lương|lưu|vương|tạ|thái|châu|chu|quách|kiều|la|lò|lường|nông|ma|hứa|long|triệu|bế|hoàn|tăng|phùng|từ|thạch|sơn|danh|kim|y|h|k|rơ|siu|ksor|rmah|giàng|sùng|vàng|thào|mùa|vừ|hạng|tòng|cà|quàng|lường|bàn|đàm|âu|nghiêm|khuất|tống|mạc|doãn|viên|ninh|cù|văn|thân|giáp|trang|tiêu|lục|diệp|khổng|ông|đàng|mã|lại|bạch|cung|hàn|nghiêm|nhâm|ung|uông|vi|vy|xa|hầu|tưởng|thiều|phí|đồng|đồ|đậu|bành|quan|quản|sầm|sái|tôn|điêu|liễu|đèo|cầm|bạc|quàng|vì|lèo|hoàn|sồng|tráng|lù|lồ|phàn|chảo|tẩn|chẩu|ma seo|nùng|kỳ|mông|vàng|thị|y|rah|lan|đinh gia|cát|công|tôn thất|mẫn|dư|lã|đan|nhữ|phó|thi|trà|thập|tri|tống";
static NAME: LazyLock<Form> =
    LazyLock::new(|| Form::new(&format!(r"^({FAMILIES})(\s[a-z']+){{1,4}}\W*$")));

/// "… Thị …", "… Văn …" are names whatever the family.
static MIDDLE: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^[a-z']+ (thị|văn)( [a-z]+){1,3}\W*$"));

/// Whether a line is a person's name: two to five words, each with a capital, the first a family name.
pub(super) fn is_name(text: &Text, line: Span) -> bool {
    let line = bare_name(text, line);
    let words = text.raw(line).split_whitespace();
    let capitals = words.clone().all(|word| word.chars().next().is_some_and(char::is_uppercase));
    capitals
        && (2..=5).contains(&words.count())
        && (NAME.fits(text, line) || MIDDLE.fits(text, line))
        && !POSITION.fits(text, line)
}

/// The name without academic titles and ranks.
fn bare_name(text: &Text, line: Span) -> Span {
    let start = TITLES.find(text, line).map_or(line.start, |titles| titles.span().end);
    text.trim(Span::new(start, line.end), b".,;:-()")
}

/// The parts of a block as they are met.
#[derive(Default)]
struct Block {
    authority: Option<(Span, Span)>,
    positions: Vec<Span>,
    names: Vec<Span>,
    all: Option<Span>,
}

impl Block {
    fn take(&mut self, text: &Text, line: Span) {
        if SEALED.fits(text, line) || line.is_empty() {
            return;
        }
        if let Some(found) = AUTHORITY.find(text, line)
            && let (Some(sign), Some(whose)) =
                (found.part("sign").or(found.part("slashed")), found.part("whose"))
        {
            if self.names.is_empty() {
                self.authority = Some((sign, whose));
                self.positions.clear();
            }
        } else if is_name(text, line) {
            self.names.push(bare_name(text, line));
        } else if POSITION.fits(text, line) {
            self.positions.push(line);
        } else if is_all_caps(text, line) {
            self.extend(text, line);
        } else {
            return;
        }
        self.all = Some(
            self.all
                .map_or(line, |all| Span::new(all.start.min(line.start), all.end.max(line.end))),
        );
    }

    /// Minutes are signed by the secretary and the chair, side by side: the chair counts.
    fn is_headed_by_second(&self, text: &Text) -> bool {
        let secretary =
            self.positions.first().is_some_and(|first| text.folded(*first).starts_with("thu ky"));
        secretary && self.positions.len() > 1 && self.names.len() > 1
    }

    /// A wrapped line belongs to the position or authority above it.
    fn extend(&mut self, text: &Text, line: Span) {
        let between = |above: Span| text.raw(Span::new(above.end, line.start)).trim().is_empty();
        if let Some(position) = self.positions.last_mut() {
            position.end = line.end;
        } else if let Some((_, whose)) = &mut self.authority
            && (between(*whose) || whose.is_empty())
        {
            whose.end = line.end;
        }
    }
}

pub(super) fn find(text: &Text, lines: &[Line]) -> Option<Signatory> {
    let mut block = Block::default();
    for line in lines {
        if let Line::Signature(span) = line {
            block.take(text, text.trim(*span, b"|"));
        }
    }
    let all = block.all?;
    if block.names.is_empty() && block.positions.is_empty() {
        return None;
    }
    let first = usize::from(block.is_headed_by_second(text));
    let title = |span: &Span| position_in_sentence(&text.line(text.trim(*span, b",;.")));
    Some(Signatory {
        authority: block
            .authority
            .map(|(sign, _)| format!("{}.", text.folded(sign).replace('/', "").to_uppercase())),
        on_behalf_of: block
            .authority
            .map(|(_, whose)| position_in_sentence(&text.line(whose)))
            .filter(|whose| !whose.is_empty()),
        position: block.positions.get(first).map(title),
        concurrent_position: block.positions.get(1).filter(|_| first == 0).map(title),
        name: block.names.get(first).map(|name| person(&text.line(*name))),
        evidence: text.evidence(all, 1.0),
    })
}

fn position_in_sentence(capitals: &str) -> String {
    casing::in_sentence(capitals)
}

/// "NGUYỄN VĂN AN" → "Nguyễn Văn An".
fn person(name: &str) -> String {
    let word = |word: &str| {
        let mut letters = word.chars();
        let first = letters.next().map(String::from).unwrap_or_default();
        first + &letters.as_str().to_lowercase()
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use crate::read::paper::paper;

    fn signed(end: &str) -> [Option<String>; 5] {
        let source =
            format!("KẾ HOẠCH\nTổ chức Hội thi\nCăn cứ Luật;\nI. NỘI DUNG\nLàm việc.\n{end}");
        let paper = paper(&source);
        let signatory = super::super::read(&paper).signatory.expect(end);
        [
            signatory.authority,
            signatory.on_behalf_of,
            signatory.position,
            signatory.concurrent_position,
            signatory.name,
        ]
    }

    #[test]
    fn signature_blocks() {
        let rows = [
            (
                "TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nLê Văn Bình",
                ["KT.", "Chủ tịch", "Phó Chủ tịch", "", "Lê Văn Bình"],
            ),
            (
                "TM. BAN TỔ CHỨC\nPHÓ TRƯỞNG BAN\n\nTrần Cúc\nGIÁM ĐỐC SỞ Y TẾ",
                ["TM.", "Ban Tổ chức", "Phó Trưởng Ban", "Giám đốc Sở Y tế", "Trần Cúc"],
            ),
            ("GIÁM ĐỐC\n(Đã ký)\nTS. Phạm Thị Dung", ["", "", "Giám đốc", "", "Phạm Thị Dung"]),
            (
                "TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG\n\nNGÔ VĂN EM",
                ["TL.", "Chủ tịch", "Chánh Văn phòng", "", "Ngô Văn Em"],
            ),
            (
                "Nơi nhận:        KT. GIÁM ĐỐC\n- Như trên;     PHÓ GIÁM ĐỐC\n- Lưu: VT.      Đỗ Văn Giang",
                ["KT.", "Giám đốc", "Phó Giám đốc", "", "Đỗ Văn Giang"],
            ),
            (
                "Nơi nhận: KT. TRƯỞNG BAN\n- Như trên; PHÓ TRƯỞNG BAN\n- Lưu: VT.\nĐỗ Văn Giang",
                ["KT.", "Trưởng Ban", "Phó Trưởng Ban", "", "Đỗ Văn Giang"],
            ),
        ];
        for (end, expect) in rows {
            let expect = expect.map(|part| (!part.is_empty()).then(|| part.to_owned()));
            assert_eq!(signed(end), expect, "{end}");
        }
    }

    #[test]
    fn recipients() {
        let source = "THÔNG BÁO\nVề việc A\nCăn cứ Luật;\nLàm.\nNơi nhận:\nGửi bản điện tử:\n- Như trên;\n- Chủ tịch UBND tỉnh\n(để báo cáo);      GIÁM ĐỐC\n- Lưu: VT, KT.\n\nLê Văn Bình";
        let paper = paper(source);
        let recipients: Vec<String> =
            super::super::read(&paper).recipients.into_iter().map(|one| one.value).collect();
        assert_eq!(recipients, ["Như trên", "Chủ tịch UBND tỉnh (để báo cáo)", "Lưu: VT, KT"]);
    }
}
