//! Fourth stage: the outline of the body: what stands under what, and what each part is about.

mod marker;
mod sentences;
mod topic;

use super::layout::{Sheet, is_all_caps};
use super::text::{Span, Text};
use super::units;

pub(crate) use marker::Marker;
pub(crate) use sentences::sentences;
pub(crate) use topic::Topic;

/// Longest line that can be a heading.
const HEADING: usize = 160;

/// A paragraph of the body and its place in the outline.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Item {
    pub marker: Marker,
    /// The paragraph without its marker.
    pub span: Span,
    /// The paragraph with its marker.
    pub whole: Span,
    /// The item under which it stands.
    pub parent: Option<usize>,
    /// What it is about by its own words, or else by those of what it stands under.
    pub topic: Option<Topic>,
}

/// The items of a paper in reading order.
pub(crate) struct Outline {
    pub items: Vec<Item>,
}

impl Outline {
    pub(crate) fn of(sheet: &Sheet) -> Self {
        let mut outline = Self { items: Vec::with_capacity(sheet.body.len()) };
        let mut open: Vec<usize> = Vec::new();
        for paragraph in &sheet.body {
            let row = sheet.rows.iter().any(|row| row.span == *paragraph);
            outline.add(&sheet.text, *paragraph, row, &mut open);
        }
        outline
    }

    fn add(&mut self, text: &Text, paragraph: Span, row: bool, open: &mut Vec<usize>) {
        let plain = || marker::read(text, paragraph);
        let (marker, span) = if row { (Marker::Row, paragraph) } else { plain() };
        self.close(text, &marker, open);
        let parent = open.last().copied();
        let inherited = parent.and_then(|parent| self.items[parent].topic);
        let names_unit = units::begins(text, span);
        let sentence = marker == Marker::Plain
            && (span.len() > 80 || matches!(text.byte(span.end - 1), Some(b'.' | b';' | b'/')));
        let untitled =
            marker.is_bullet() || row || names_unit || sentence || topic::is_request(text, span);
        let topic = if untitled { None } else { topic::of(text, heading(text, span)) };
        let at = self.items.len();
        self.items.push(Item {
            marker,
            span,
            whole: paragraph,
            parent,
            topic: topic.or(inherited),
        });
        if self.items[at].marker != Marker::Plain {
            open.push(at);
        }
    }

    /// Leaves the items under which the next one cannot stand.
    fn close(&self, text: &Text, marker: &Marker, open: &mut Vec<usize>) {
        let listed = marker.is_bullet() || matches!(marker, Marker::Letter(_));
        if listed && open.last().is_some_and(|top| self.invites(text, *top, marker)) {
            return;
        }
        if let Some(same) = open.iter().rposition(|at| self.items[*at].marker.same_rank(marker)) {
            open.truncate(same);
        } else {
            while open.last().is_some_and(|top| !self.items[*top].marker.is_above(marker)) {
                open.pop();
            }
        }
    }

    /// "… như sau:" takes bullets of another kind under itself.
    fn invites(&self, text: &Text, top: usize, marker: &Marker) -> bool {
        let item = &self.items[top];
        item.marker.is_bullet()
            && !item.marker.same_rank(marker)
            && text.byte(item.span.end.saturating_sub(1)) == Some(b':')
    }

    /// The items directly under one, in order.
    pub(crate) fn children(&self, at: usize) -> impl Iterator<Item = (usize, &Item)> {
        self.items.iter().enumerate().skip(at + 1).filter(move |(_, item)| item.parent == Some(at))
    }

    /// Everything above an item, nearest first.
    pub(crate) fn above(&self, at: usize) -> impl Iterator<Item = (usize, &Item)> {
        let parent = move |at: &usize| self.items[*at].parent;
        std::iter::successors(parent(&at), parent).map(|at| (at, &self.items[at]))
    }

    /// Whether anything above the item, or the item itself, is about a topic.
    pub(crate) fn is_about(&self, at: usize, topic: Topic) -> bool {
        self.items[at].topic == Some(topic)
            || self.above(at).any(|(_, item)| item.topic == Some(topic))
    }
}

/// The words of an item that can name its topic: all of a short one, else what stands before a
/// colon or full stop.
pub(crate) fn heading(text: &Text, span: Span) -> Span {
    let shadow = text.shadow(span);
    let stop = shadow.iter().position(|byte| *byte == b':');
    let stop = stop.or_else(|| sentences(text, span).next().map(|first| first.len()));
    let length = stop.unwrap_or(span.len());
    if length > HEADING && !is_all_caps(text, span) {
        return Span::new(span.start, span.start);
    }
    text.trim(Span::new(span.start, span.start + length), b".:;")
}

#[cfg(test)]
mod tests {
    use super::super::layout::lay_out;
    use super::super::normalise::normalise;
    use super::*;

    fn drawn(source: &str) -> Vec<String> {
        let sheet = lay_out(Text::new(normalise(source)));
        let outline = Outline::of(&sheet);
        let depth = |at: usize| outline.above(at).count();
        let items = outline.items.iter().enumerate();
        items
            .map(|(at, item)| format!("{}{}", "  ".repeat(depth(at)), sheet.text.line(item.span)))
            .collect()
    }

    #[test]
    fn items_stand_under_one_another() {
        let source = "Căn cứ Luật A;\nI. MỤC ĐÍCH\n1. Một:\n- gạch:\n+ cộng\n- gạch nữa\nnối\n1.1. Con\na) chữ\n2. Hai\nII. NỘI DUNG\n* Sao:\n- gạch";
        assert_eq!(
            drawn(source),
            [
                "Căn cứ Luật A;",
                "MỤC ĐÍCH",
                "  Một:",
                "    gạch:",
                "      cộng",
                "    gạch nữa nối",
                "    Con",
                "      chữ",
                "  Hai",
                "NỘI DUNG",
                "  Sao:",
                "    gạch",
            ]
        );
    }

    #[test]
    fn topics_are_inherited() {
        let sheet = lay_out(Text::new(normalise(
            "Căn cứ A;\nI. MỤC ĐÍCH, YÊU CẦU\n1. Thúc đẩy phong trào.\nII. TỔ CHỨC THỰC HIỆN\n1. Sở Y tế: làm.",
        )));
        let outline = Outline::of(&sheet);
        let topics: Vec<Option<Topic>> = outline.items.iter().map(|item| item.topic).collect();
        let (purpose, work) = (Some(Topic::Purpose), Some(Topic::Implementation));
        assert_eq!(topics, [None, purpose, purpose, work, work]);
    }
}
