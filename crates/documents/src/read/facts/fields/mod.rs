//! Fields of entry (lĩnh vực dự thi): the list under a heading or after "các lĩnh vực sau:", or in the
//! sentence itself.

use std::sync::LazyLock;

use crate::read::form::Form;
use crate::read::outline::{Item, Marker, Topic};
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};
use crate::read::units::capitalised;

/// Longest announcement that may stand without a colon.
const HEADING: usize = 110;
/// Longest name of a field.
const LONGEST: usize = 170;

/// A heading or sentence that announces the list.
static ANNOUNCED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\blĩnh vực( dự thi| tham gia| tham dự| của hội thi| của cuộc thi| thi| khuyến khích| ưu tiên| chính)*( sau( đây)?| như sau| cụ thể( như)? sau)?\s*(:|$)|\b(các|\d+|\(\d+\)|một số|sáu|năm|bảy|tám) lĩnh vực[^.;:]{0,80}:|\b(dự thi|tham gia|thuộc)[^.;:]{0,60} lĩnh vực[^.;:]{0,60}:|\bnội dung (thi|dự thi)[^.;:]{0,40}(:|$)",
    )
});
/// Fields by which something else is parted.
static OTHERWISE: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\b(hội đồng|giám khảo|tiểu ban|ban giám khảo|nhóm chấm|tổ chấm)\b|mã lĩnh vực|lĩnh vực công tác",
    )
});
static TOTAL: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*(tổng|cộng)( cộng| số)?\W*$|^[\d\W]*$"));
/// A letter of a list that a scan has spoilt: "€)".
static SPOILT: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^[^a-z0-9\s(]\s*[).]\s*(?<name>[a-z])"));
/// How many fields are announced.
static COUNTED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"\b(?<count>\d{1,2})\s*(\([a-z]+\))?\s+lĩnh vực"));
/// "(1)", "1)", "a)", "1." between the names of one sentence.
static NUMBERED: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"(^|[\s;,.:])(?<mark>\(?(\d{1,2}|[a-h])\s*[).]|-)\s*[a-z]"));
static PREFIX: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"^(\d+[.)]\s*)?(nhóm )?(các )?lĩnh vực( (thứ )?(\d+|[ivx]+|nhất|hai|ba|tư|năm|sáu|bảy)\s*[:.-]|\s*:)?\s*(về )?",
    )
});
/// Where the explanation begins.
static EXPLAINED: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"\s*(:|\(\s*(gồm|bao gồm|ví dụ|như|vd)|[;,]? (bao gồm|gồm có|gồm các|cụ thể|ví dụ):?\s|\.\.\.|\. [a-z])",
    )
});
static AND: LazyLock<Form> = LazyLock::new(|| Form::new("và"));
static CONJUNCTION: LazyLock<Form> = LazyLock::new(|| Form::new(r"^(và|;|,) "));

/// The fields: the first list of at least two, each without its explanation.
pub(crate) fn find(paper: &Paper) -> Vec<Stated<String>> {
    let text = paper.text();
    let items = paper.items();
    for (at, item) in items.iter().enumerate() {
        let Some(after) = announced(text, item) else { continue };
        let inline = inline(text, item, after);
        let fields = if inline.len() > 1 { inline } else { below(text, items, at) };
        if fields.len() > 1 {
            return fields;
        }
    }
    let listed = in_table(text, items);
    if listed.is_empty() { in_passing(paper) } else { listed }
}

/// Without a list of its own: "ưu tiên các sản phẩm thuộc lĩnh vực A, B và C".
fn in_passing(paper: &Paper) -> Vec<Stated<String>> {
    static PASSING: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"\b(ưu tiên|khuyến khích|tập trung|chú trọng)\b[^.;:]{0,80}?\b(thuộc|trong|ở|vào|về|theo)( các)?( nhóm)? lĩnh vực( như)?\s(?<list>[^.;:()]{8,200})",
        )
    });
    static END: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r",?\s(của|nhằm|theo|tham gia|dự thi|gửi|trên địa bàn|và (các )?lĩnh vực|đáp ứng|phục vụ|trước|góp phần|khác)\b|\.\.\.",
        )
    });
    let text = paper.text();
    let items = paper.items().iter().filter(|item| item.topic != Some(Topic::Purpose));
    for item in items.filter(|item| !OTHERWISE.fits(text, item.span)) {
        let Some(list) = PASSING.find(text, item.span).and_then(|found| found.part("list")) else {
            continue;
        };
        let end = END.find(text, list).map_or(list.end, |end| end.span().start);
        let fields = coupled(text, Span::new(list.start, end));
        if fields.len() > 2 {
            return fields;
        }
    }
    Vec::new()
}

/// Parted by commas, the last by "và".
fn coupled(text: &Text, list: Span) -> Vec<Stated<String>> {
    let mut parts = parted(text, list, b',');
    if let Some(last) = parts.pop() {
        let and = AND.all(text, last).last().map(|and| and.span());
        match and.filter(|_| !parts.is_empty()) {
            Some(and) => {
                parts.extend([Span::new(last.start, and.start), Span::new(and.end, last.end)])
            }
            None => parts.push(last),
        }
    }
    parts.into_iter().filter_map(|part| name(text, part)).collect()
}

/// A column "Lĩnh vực" of a table.
fn in_table(text: &Text, items: &[Item]) -> Vec<Stated<String>> {
    let column = |item: &Item| {
        let titles = cells(text, item);
        let is_field = |title: &Span| text.folded(text.trim(*title, b"")).starts_with("linh vuc");
        titles.iter().position(is_field)
    };
    let rows = || items.iter().enumerate().filter(|(_, item)| item.marker == Marker::Row);
    let head = rows().find_map(|(at, item)| Some((at, column(item)?)));
    let Some((at, column)) = head else { return Vec::new() };
    let below = items[at + 1..].iter().take_while(|item| item.marker == Marker::Row);
    let cells = below.filter_map(|row| cells(text, row).get(column).copied());
    cells.filter(|cell| !TOTAL.fits(text, *cell)).filter_map(|cell| name(text, cell)).collect()
}

/// The cells of a row, empty ones too.
fn cells(text: &Text, row: &Item) -> Vec<Span> {
    let whole = text.trim(row.whole, b"");
    let mut cells = Vec::new();
    let mut start = whole.start + 1;
    for at in whole.start + 1..whole.end {
        if text.byte(at) == Some(b'|') {
            cells.push(Span::new(start, at));
            start = at + 1;
        }
    }
    cells
}

/// Where the announcement of an item ends, if it announces fields.
fn announced(text: &Text, item: &Item) -> Option<usize> {
    let speaks =
        text.shadow(item.span).windows(4).any(|window| window == b"linh" || window == b"dung");
    let found = speaks.then(|| ANNOUNCED.find(text, item.span))??;
    let near = Span::new(found.span().end, item.span.end.min(found.span().end + HEADING));
    let again =
        ANNOUNCED.find(text, near).filter(|again| text.shadow(again.span()).ends_with(b":"));
    let found = again.unwrap_or(found);
    let colon = text.byte(found.span().end - 1) == Some(b':');
    let before = Span::new(item.span.start, found.span().end);
    let brief = item.span.len() <= HEADING;
    ((colon || brief) && !OTHERWISE.fits(text, before)).then_some(found.span().end)
}

/// "gồm 6 lĩnh vực: (1) …; (2) …", or parted by semicolons, or by as many commas as are announced.
fn inline(text: &Text, item: &Item, after: usize) -> Vec<Stated<String>> {
    let list = text.trim(Span::new(after, item.span.end), b"");
    if list.len() < 8 {
        return Vec::new();
    }
    let starts: Vec<usize> =
        NUMBERED.all(text, list).filter_map(|found| Some(found.part("mark")?.start)).collect();
    let numbered = starts.len() > 1 && starts[0] <= list.start + 2;
    if numbered {
        let ends = starts.iter().skip(1).copied().chain(std::iter::once(list.end));
        return starts
            .iter()
            .zip(ends)
            .filter_map(|(start, end)| name(text, unmarked(text, Span::new(*start, end))))
            .collect();
    }
    let list = first_sentence(text, list);
    let parts = parted(text, list, b';');
    if parts.len() > 1 {
        return parts.into_iter().filter_map(|part| name(text, part)).collect();
    }
    let parts = parted(text, list, b',');
    let count = COUNTED
        .find(text, item.span)
        .and_then(|found| text.folded(found.part("count")?).parse::<usize>().ok());
    if count == Some(parts.len()) {
        return parts.into_iter().filter_map(|part| name(text, part)).collect();
    }
    Vec::new()
}

fn unmarked(text: &Text, part: Span) -> Span {
    static MARK: LazyLock<Form> = LazyLock::new(|| Form::new(r"^(\(?(\d{1,2}|[a-h])\s*[).]|-)\s*"));
    let start = MARK.find(text, part).map_or(part.start, |mark| mark.span().end);
    Span::new(start, part.end)
}

fn first_sentence(text: &Text, span: Span) -> Span {
    crate::read::outline::sentences(text, span).next().unwrap_or(span)
}

fn parted(text: &Text, list: Span, by: u8) -> Vec<Span> {
    let mut parts = Vec::new();
    let mut start = list.start;
    let mut open = 0usize;
    for at in list.range() {
        match text.byte(at) {
            Some(b'(') => open += 1,
            Some(b')') => open = open.saturating_sub(1),
            byte if byte == Some(by) && open == 0 => {
                parts.push(Span::new(start, at));
                start = at + 1;
            }
            _ => {}
        }
    }
    parts.push(Span::new(start, list.end));
    parts.retain(|part| !text.trim(*part, b".;,").is_empty());
    parts
}

/// The items below the announcement that are marked as the first of them is; none where one of them
/// announces a list of its own.
fn below(text: &Text, items: &[Item], at: usize) -> Vec<Stated<String>> {
    let Some(first) = items.get(at + 1).filter(|first| leads(&items[at], first)) else {
        return Vec::new();
    };
    let mut fields = Vec::new();
    for (offset, item) in items[at + 1..].iter().enumerate() {
        let spoilt = SPOILT.find(text, item.span).and_then(|found| found.part("name"));
        let alike = is_like(&item.marker, &first.marker, offset) && item.parent == first.parent;
        if alike && announced(text, item).is_some() {
            return Vec::new();
        }
        if alike || spoilt.is_some() {
            let start = spoilt.map_or(item.span.start, |name| name.start);
            let Some(field) = name(text, Span::new(start, item.span.end)) else { break };
            fields.push(field);
            if alike
                && item.marker == Marker::Plain
                && text.byte(item.span.end.saturating_sub(1)) == Some(b'.')
            {
                break;
            }
        } else if item.parent == first.parent || !is_deeper(item, first) {
            break;
        }
    }
    fields
}

/// Bullets may follow an announcement of any kind but their own; plain lines only a heading.
fn leads(above: &Item, first: &Item) -> bool {
    above.marker != first.marker || above.marker == Marker::Plain
}

/// The same kind of marker, and numbers and letters that count on.
fn is_like(marker: &Marker, first: &Marker, offset: usize) -> bool {
    match (marker, first) {
        (Marker::Letter(_), Marker::Letter(_)) => offset < 26,
        (Marker::Number(one), Marker::Number(other)) => one.len() == other.len() && one >= other,
        _ => marker == first,
    }
}

/// A bullet under a field explains it.
fn is_deeper(item: &Item, first: &Item) -> bool {
    item.marker.is_bullet() && !first.marker.is_bullet() || item.marker == Marker::Plus
}

fn name(text: &Text, part: Span) -> Option<Stated<String>> {
    static GROUP: LazyLock<Form> = LazyLock::new(|| {
        Form::new(
            r"^(\([ivx]+\)\s*)?(nhóm( lĩnh vực)?( thứ)? (\d+|[ivx]+|nhất|hai|ba)\s*[:.-]\s*)?",
        )
    });
    let part = text.trim(part, b".;,:-*");
    let group = GROUP.find(text, part).map_or(part.start, |group| group.span().end);
    let part = Span::new(group, part.end);
    let start = CONJUNCTION.find(text, part).map_or(part.start, |found| found.span().end);
    let start =
        PREFIX.find(text, Span::new(start, part.end)).map_or(start, |found| found.span().end);
    let end = EXPLAINED
        .find(text, Span::new(start, part.end))
        .map_or(part.end, |found| found.span().start);
    let part = text.trim(Span::new(start, end), b".;,:-*");
    let sound = (2..=LONGEST).contains(&part.len())
        && text.shadow(part).iter().any(u8::is_ascii_alphabetic);
    sound.then(|| Stated::new(capitalised(&text.line(part)), part))
}

#[cfg(test)]
mod tests;
