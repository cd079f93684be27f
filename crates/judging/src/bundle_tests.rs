//! The one spelling of a bundle, and where two lists differ.

use serde_json::json;

use super::*;

fn line(code: &str, rank: u32) -> Line {
    Line {
        code: code.to_owned(),
        field: "Cơ khí".to_owned(),
        out: None,
        rank: Some(rank),
        field_rank: Some(rank),
        total: Some("22951/3".parse().unwrap()),
        prize: Some("nhất".to_owned()),
        money: 30_000_000,
        forwarded: true,
    }
}

#[test]
fn a_line_has_one_spelling() {
    let expect = "{\"code\":\"HS01\",\"field\":\"Cơ khí\",\"field_rank\":1,\"forwarded\":true,\"money\":30000000,\
        \"out\":null,\"prize\":\"nhất\",\"rank\":1,\"total\":\"22951/3\"}\n";
    assert_eq!(canonical_lines(&[line("HS01", 1)]), expect);
    let out = Line {
        out: Some(Out::NotAdvanced),
        rank: None,
        field_rank: None,
        total: None,
        prize: None,
        money: 0,
        forwarded: false,
        ..line("HS\"2", 1)
    };
    let expect = "{\"code\":\"HS\\\"2\",\"field\":\"Cơ khí\",\"field_rank\":null,\"forwarded\":false,\"money\":0,\
        \"out\":\"not-advanced\",\"prize\":null,\"rank\":null,\"total\":null}\n";
    assert_eq!(canonical_lines(&[out]), expect);
}

#[test]
fn canonical_form_has_no_space_and_sorted_names() {
    let value = json!({"b": [1, {"d": null, "c": "ệ\u{1}\n\u{7f}"}], "a": {}, "ă": []});
    let expect = "{\"a\":{},\"b\":[1,{\"c\":\"ệ\\u0001\\n\u{7f}\",\"d\":null}],\"ă\":[]}";
    assert_eq!(canonical(&value), expect);
}

#[test]
fn differences_of_two_lists_are_found() {
    let check = |published: &[Line], recounted: &[Line], expect: &[Difference]| {
        assert_eq!(differences(published, recounted), expect);
    };
    let (one, two) = (line("HS01", 1), line("HS02", 2));
    let both = [one.clone(), two.clone()];
    check(&both, &both, &[]);
    let richer = Line { money: 30_000_001, ..two.clone() };
    let changed = Difference::Line { published: richer.clone(), recounted: two.clone() };
    check(&[one.clone(), richer], &both, &[changed]);
    check(&both[..1], &both, &[Difference::Missing(two.clone())]);
    check(&both, &both[..1], &[Difference::Surplus(two.clone())]);
    let twice = [one.clone(), two.clone(), one.clone()];
    check(&twice, &both, &[Difference::Surplus(one.clone())]);
    check(&[two, one], &both, &[Difference::Order(0)]);
}
