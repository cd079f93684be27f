use super::*;

#[track_caller]
fn check(rtf: &str, expect: &str) {
    assert_eq!(text(rtf.as_bytes()), expect);
}

#[test]
fn letters_come_in_three_ways() {
    check(r"{\rtf1\ansi\uc1 S\u7889?: 1\par b\'e9\par}", "Số: 1\nbé\n");
    check(
        r"{\rtf1{\fonttbl{\f0 Times;}{\f1 .VnTime;}}\f1 \'a7\'e9c l\'cbp\f0  - x\par}",
        "Độc lập - x\n",
    );
    check(r"{\rtf1\u-10179?\u-8704?\par}", "\u{1F600}\n");
}

#[test]
fn what_is_not_seen_is_left_out() {
    check(r"{\rtf1{\info{\author A}}{\*\generator B;}{\header C}a{\v h}b\par}", "ab\n");
    check(r"{\rtf1{\field{\*\fldinst{DATE}}{\fldrslt{5/2025}}}\par}", "5/2025\n");
}

#[test]
fn rows_stay_rows() {
    let row = |a: &str, b: &str, c: &str| {
        format!(r"\trowd\pard\intbl {a}\cell {b}\par\cell {c}\cell\row ")
    };
    let rows = row("TT", "x", "y") + &row("1", "b", "c");
    check(&format!(r"{{\rtf1 a\par {rows}\pard b\par}}"), "a\n\nTT | x | y\n1 | b | c\n\nb\n");
}

#[test]
fn items_keep_their_numbers() {
    check(r"{\rtf1{\listtext\pard 1.\tab}a\par{\listtext \u-3913 ?\tab}b\par}", "1. a\n- b\n");
}

#[test]
fn broken_files_end() {
    for rtf in
        [r"{\rtf1\'", r"{\rtf1\u", r"{\rtf1 a\", "{\\rtf1 }}}}a", r"\'zz", &"{".repeat(2_000)]
    {
        text(rtf.as_bytes());
    }
}
