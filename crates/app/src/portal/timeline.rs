//! The timeline of a contest as a picture: lying on a wide screen, upright on a narrow one. Pure: stops
//! in, SVG out. Shapes and words carry the meaning; the style sheet adds the colours.

use std::fmt::Write;

use kernel::Day;

/// What a stop looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// It lies behind us.
    Past,
    /// It is the day of the picture.
    Now,
    /// It is the deadline that people wait for.
    Due,
    /// It is still to come.
    Next,
    /// It was called off.
    Off,
}

/// A stop on the line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stop {
    /// What happens.
    pub label: String,
    /// When, in words.
    pub when: String,
    /// The date that no longer holds.
    pub was: Option<String>,
    /// Where on the line.
    pub day: Day,
    /// How it looks.
    pub look: Look,
}

const WIDTH: i64 = 1032;
/// From the edge of the picture to the first and last stop: half of the widest label.
const EDGE: i64 = 80;
const INNER: i64 = WIDTH - 2 * EDGE;
/// A letter of a label is about so wide.
const LETTER: i64 = 8;
const LINE: i64 = 18;
/// With more stops labels stand above and below the line by turns.
const FEW: usize = 6;
/// Least distance of two stops where labels stand side by side, and where they stand by turns.
const SIDE_BY_SIDE: i64 = 164;
const BY_TURNS: i64 = 84;
const TALL_WIDTH: i64 = 320;
const TALL_TEXT: i64 = 36;

/// One line of words beside a stop.
struct Line {
    class: &'static str,
    words: String,
}

/// The lying picture. Stops are in the order of time; `alt` says where the same stands in words.
pub fn wide(stops: &[Stop], alt: &str) -> String {
    let (turns, least) = (stops.len() > FEW, least(stops.len()));
    let room = if turns { 2 * least } else { least } - 10;
    let blocks: Vec<[Vec<Line>; 2]> = stops
        .iter()
        .enumerate()
        .map(|(number, stop)| above_and_below(stop, turns.then_some(number), room / LETTER))
        .collect();
    let deepest = |side: usize| blocks.iter().map(|block| block[side].len()).max().unwrap_or(0);
    let rail = length(deepest(0)) + 14;
    let places = places(stops);
    let mut svg = open("timeline-wide", (WIDTH, rail + length(deepest(1)) + 20), alt);
    rails(&mut svg, stops, &places, |from, to| format!("M{from} {rail}H{to}"));
    for ((stop, x), [above, below]) in stops.iter().zip(&places).zip(&blocks) {
        svg.push_str("<g>");
        dot(&mut svg, stop.look, (*x, rail));
        lines(&mut svg, above, (*x, rail - length(above.len())), " text-anchor=\"middle\"");
        lines(&mut svg, below, (*x, rail + 30), " text-anchor=\"middle\"");
        svg.push_str("</g>");
    }
    svg.push_str("</svg>");
    svg
}

/// The upright picture.
pub fn tall(stops: &[Stop], alt: &str) -> String {
    let letters = (TALL_WIDTH - TALL_TEXT) / LETTER;
    let blocks: Vec<Vec<Line>> = stops
        .iter()
        .map(|stop| label(stop, letters).into_iter().chain(dates(stop)).collect())
        .collect();
    let mut places = vec![16];
    for block in &blocks {
        places.push(places.last().copied().unwrap_or(0) + length(block.len()) + 10);
    }
    let height = places.pop().unwrap_or(0);
    let mut svg = open("timeline-tall", (TALL_WIDTH, height), alt);
    rails(&mut svg, stops, &places, |from, to| format!("M12 {from}V{to}"));
    for ((stop, y), block) in stops.iter().zip(&places).zip(&blocks) {
        svg.push_str("<g>");
        dot(&mut svg, stop.look, (12, *y));
        lines(&mut svg, block, (TALL_TEXT, *y + 5), "");
        svg.push_str("</g>");
    }
    svg.push_str("</svg>");
    svg
}

fn length(lines: usize) -> i64 {
    i64::try_from(lines).unwrap_or(i64::MAX / 100) * LINE
}

fn columns(stops: usize) -> i64 {
    i64::try_from(stops.max(2)).unwrap_or(i64::MAX) - 1
}

/// The least distance of two stops for which there is room.
fn least(stops: usize) -> i64 {
    let wished = if stops > FEW { BY_TURNS } else { SIDE_BY_SIDE };
    wished.min(INNER / columns(stops))
}

/// Where the stops stand: as far apart as in the calendar, but never closer than labels need.
fn places(stops: &[Stop]) -> Vec<i64> {
    let (Some(first), Some(last)) = (stops.first(), stops.last()) else { return Vec::new() };
    let days = |from: Day, to: Day| (to.begins().millis() - from.begins().millis()) / 86_400_000;
    let span = days(first.day, last.day);
    let (even, least) = (INNER / columns(stops.len()), least(stops.len()));
    let steps: Vec<i64> = stops
        .windows(2)
        .map(|pair| match span {
            0 => even,
            _ => INNER * days(pair[0].day, pair[1].day) / span,
        })
        .collect();
    // By how many thousandths the even distances may give way to those of the calendar.
    let bends = steps.iter().filter(|step| **step < even);
    let bend = bends.map(|step| (even - least) * 1000 / (even - step)).min().unwrap_or(1000);
    let bend = bend.clamp(0, 1000);
    let mut places = vec![EDGE];
    for step in steps {
        let before = places.last().copied().unwrap_or(EDGE);
        places.push(before + even + bend * (step - even) / 1000);
    }
    places
}

/// The lines above and below the rail: label and date, or both on one side by turns.
fn above_and_below(stop: &Stop, turn: Option<usize>, letters: i64) -> [Vec<Line>; 2] {
    let (label, dates) = (label(stop, letters), dates(stop));
    match turn {
        None => [label, dates],
        Some(number) => {
            let both = label.into_iter().chain(dates).collect();
            if number.is_multiple_of(2) { [both, Vec::new()] } else { [Vec::new(), both] }
        }
    }
}

fn label(stop: &Stop, letters: i64) -> Vec<Line> {
    let class = match stop.look {
        Look::Now => "now",
        Look::Off => "label was",
        _ => "label",
    };
    let most = usize::try_from(letters).unwrap_or(1);
    wrap(&stop.label, most).into_iter().map(|words| Line { class, words }).collect()
}

fn dates(stop: &Stop) -> Vec<Line> {
    let was = stop.was.clone().map(|words| Line { class: "small was", words });
    let class = if stop.look == Look::Off { "small was" } else { "small" };
    was.into_iter().chain([Line { class, words: stop.when.clone() }]).collect()
}

/// Breaks a text between words into lines of at most so many letters; a longer word has its own line.
fn wrap(text: &str, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= most => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

fn open(class: &str, (width, height): (i64, i64), alt: &str) -> String {
    let alt = escape(alt);
    format!(
        "<svg class=\"{class}\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{alt}\">"
    )
}

/// The whole rail, and over it the part that lies behind us.
fn rails(svg: &mut String, stops: &[Stop], places: &[i64], path: impl Fn(i64, i64) -> String) {
    let (Some(first), Some(last)) = (places.first(), places.last()) else { return };
    let now = stops.iter().rposition(|stop| matches!(stop.look, Look::Now | Look::Past));
    push(svg, format_args!("<path class=\"rail\" d=\"{}\"/>", path(*first, *last)));
    if let Some(now) = now.and_then(|now| places.get(now)).filter(|now| *now > first) {
        push(svg, format_args!("<path class=\"rail-past\" d=\"{}\"/>", path(*first, *now)));
    }
}

fn dot(svg: &mut String, look: Look, (x, y): (i64, i64)) {
    let class = match look {
        Look::Past => "dot dot-past",
        Look::Now => "dot dot-now",
        Look::Next => "dot",
        Look::Off => "dot dot-off",
        Look::Due => {
            let left = x - 10;
            let path =
                format_args!("<path class=\"dot dot-due\" d=\"M{left} {y}l10-10 10 10-10 10z\"/>");
            return push(svg, path);
        }
    };
    push(svg, format_args!("<circle class=\"{class}\" cx=\"{x}\" cy=\"{y}\" r=\"8\"/>"));
}

fn lines(svg: &mut String, lines: &[Line], (x, mut y): (i64, i64), anchor: &str) {
    for line in lines {
        let (class, words) = (line.class, escape(&line.words));
        push(
            svg,
            format_args!("<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{words}</text>"),
        );
        y += LINE;
    }
}

fn push(svg: &mut String, markup: std::fmt::Arguments<'_>) {
    svg.write_fmt(markup).expect("writing into memory does not fail");
}

/// Text as it may stand in markup and in attributes.
pub fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stop(label: &str, day: &str, look: Look) -> Stop {
        let (label, day) = (label.to_owned(), day.parse().unwrap());
        Stop { label, when: Day::written(day), was: None, day, look }
    }

    #[test]
    fn stops_keep_their_distance_and_follow_the_calendar() {
        let check = |days: &[&str], expect: &[i64]| {
            let stops: Vec<Stop> = days.iter().map(|day| stop("x", day, Look::Next)).collect();
            assert_eq!(places(&stops), expect, "{days:?}");
        };
        check(&[], &[]);
        check(&["2026-01-01"], &[80]);
        check(&["2026-01-01", "2026-01-01"], &[80, 952]);
        check(&["2026-01-01", "2026-07-02", "2026-12-31"], &[80, 516, 952]);
        check(&["2026-01-01", "2026-01-02", "2026-12-31"], &[80, 245, 952]);
        check(&["2026-01-01", "2026-01-01", "2026-01-01"], &[80, 516, 952]);
    }

    #[test]
    fn labels_break_between_words() {
        let check = |text: &str, expect: &[&str]| assert_eq!(wrap(text, 12), expect);
        check("Trao giải", &["Trao giải"]);
        check("Hết hạn nhận hồ sơ", &["Hết hạn nhận", "hồ sơ"]);
        check("", &[]);
        check("Nghiêngnghiêngngả rồi", &["Nghiêngnghiêngngả", "rồi"]);
    }

    #[test]
    fn what_people_wrote_stays_text() {
        let svg = wide(&[stop("<a> & \"b\"", "2026-01-01", Look::Next)], "\"");
        assert!(svg.contains("&lt;a&gt; &amp; &quot;b&quot;"), "{svg}");
        assert!(svg.contains("aria-label=\"&quot;\""), "{svg}");
        assert!(!svg.contains("<a>"), "{svg}");
    }

    #[test]
    fn a_date_that_no_longer_holds_is_struck() {
        let moved =
            Stop { was: Some("30/4".to_owned()), ..stop("Hết hạn", "2026-05-31", Look::Due) };
        for svg in [wide(std::slice::from_ref(&moved), ""), tall(std::slice::from_ref(&moved), "")]
        {
            assert!(svg.contains("<text class=\"small was\""), "{svg}");
            assert!(svg.contains(">30/4</text>"), "{svg}");
        }
    }
}
