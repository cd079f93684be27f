//! The picture of milestones: places, lanes, shapes.

use super::*;

fn mark(title: &str, (start, end): (&str, &str), shape: Shape) -> Mark {
    let window = Window { start: start.parse().ok(), end: end.parse().ok(), end_inclusive: true };
    Mark { title: title.to_owned(), when: end.to_owned(), was: None, window, shape }
}

fn picture(marks: &[Mark], today: &str) -> Timeline {
    draw(marks, Some((today.parse().unwrap(), "Hôm nay", today.to_owned())))
}

fn told(spots: &[Spot]) -> Vec<(&str, (i64, i64))> {
    spots.iter().map(|spot| (spot.title.as_str(), spot.at)).collect()
}

#[test]
fn nothing_dated_draws_nothing() {
    assert!(picture(&[], "2026-11-21").is_empty());
    assert!(picture(&[mark("Sơ khảo", ("", ""), Shape::Ahead)], "2026-11-21").is_empty());
}

#[test]
fn marks_stand_where_their_days_are() {
    let marks = [
        mark("Trao giải", ("2027-01-01", "2027-01-01"), Shape::Ahead),
        mark("Phát động", ("2026-09-23", "2026-09-23"), Shape::Past),
    ];
    let timeline = picture(&marks, "2026-11-12");
    let expect = [("Phát động", (20, 56)), ("Hôm nay", (516, 56)), ("Trao giải", (1012, 56))];
    assert_eq!(told(&timeline.wide), expect);
    assert_eq!(timeline.today, 516);
    let expect = [("Phát động", (12, 24)), ("Hôm nay", (12, 82)), ("Trao giải", (12, 140))];
    assert_eq!(told(&timeline.tall), expect);
    assert_eq!((timeline.tall_today, timeline.tall_height), (82, 172));
}

#[test]
fn a_month_lasts_and_a_day_does_not() {
    let marks = [
        mark("Phát động", ("2026-01-01", "2026-01-01"), Shape::Past),
        mark("Chung khảo", ("2026-08", "2026-08"), Shape::Ahead),
        mark("Nộp hồ sơ", ("2026-01", "2026-12-31"), Shape::Ahead),
        mark("Báo cáo", ("", "2026-Q3"), Shape::Ahead),
    ];
    let spans: Vec<_> = picture(&marks, "2026-02-01")
        .wide
        .into_iter()
        .filter_map(|spot| spot.span.map(|span| (spot.title, span)))
        .collect();
    let expect = [("Chung khảo", (597, 679)), ("Báo cáo", (513, 761)), ("Nộp hồ sơ", (20, 1012))];
    assert_eq!(spans, expect.map(|(title, span)| (title.to_owned(), span)));
}

#[test]
fn labels_of_near_days_do_not_meet() {
    let days = ["2026-05-01", "2026-05-02", "2026-05-03", "2026-05-04", "2027-05-01"];
    let marks = days.map(|day| mark("Hết hạn nộp hồ sơ dự thi", (day, day), Shape::Ahead));
    let timeline = picture(&marks, "2026-05-02");
    let mut places: Vec<(i64, i64, i64)> = timeline
        .wide
        .iter()
        .map(|spot| {
            let (x, y, anchor) = spot.label;
            let width = label_width(spot);
            let from = match anchor {
                "start" => x,
                "end" => x - width,
                _ => x - width / 2,
            };
            (y, from, from + width)
        })
        .collect();
    places.sort_unstable();
    let meets = |pair: &[(i64, i64, i64)]| pair[0].0 == pair[1].0 && pair[0].2 > pair[1].1;
    assert!(!places.windows(2).any(meets), "{places:?}");
    assert!(places.iter().all(|(y, ..)| *y > 0 && *y + 20 < timeline.height), "{places:?}");
}

#[test]
fn a_long_name_is_shortened() {
    let name = "Sơ khảo ".repeat(10);
    let timeline = picture(&[mark(&name, ("", "2026-12-31"), Shape::Next)], "2026-11-21");
    assert_eq!(timeline.wide[1].title.chars().count(), 31);
    assert_eq!(timeline.wide[1].path(), "M1002 56l10-10 10 10-10 10z");
}

#[test]
fn of_what_is_over_everything_lies_behind_us() {
    let marks = [
        mark("Phát động", ("2025-01-01", "2025-01-01"), Shape::Past),
        mark("Trao giải", ("2025-12-31", "2025-12-31"), Shape::Past),
    ];
    let timeline = draw(&marks, None);
    assert_eq!(told(&timeline.wide), [("Phát động", (20, 56)), ("Trao giải", (1012, 56))]);
    assert_eq!((timeline.today, timeline.tall_today), (1012, 82));
}

#[test]
fn a_date_that_no_longer_holds_takes_room() {
    let plain = mark("Nộp hồ sơ", ("", "2026-12-31"), Shape::Next);
    let moved = Mark { was: Some("2026-11-30".to_owned()), ..plain.clone() };
    let (plain, moved) = (spot(&plain), spot(&moved));
    assert_eq!(moved.was.as_deref(), Some("2026-11-30"));
    assert_eq!((label_width(&plain), label_width(&moved)), (90, 189));
}
