//! The index asked, grown, sealed, merged, and with solutions taken out.

use super::*;

const THRESHER: &str = "Máy tuốt lúa gắn sau máy cày, trống tuốt có răng xoắn, quạt hút tách vỏ trấu \
    khỏi hạt ngay trên đồng, một người vận hành, tiêu hao một lít dầu cho mỗi giờ làm việc";
const LAMP: &str = "Đèn đường dùng pin mặt trời tự điều chỉnh độ sáng theo lượng xe qua lại, báo hỏng \
    về trung tâm bằng tin nhắn, tiết kiệm ba phần tư điện năng của xã vùng cao";

fn index(texts: &[&str]) -> Index {
    let mut index = Index::default();
    for (at, text) in texts.iter().enumerate() {
        index.add(SolutionId(at as u128), &Fingerprint::of("", text));
    }
    index
}

#[test]
fn a_copy_is_found_first() {
    let index = index(&[THRESHER, LAMP]);
    let asked = "Cải tiến: trống tuốt có răng xoắn, quạt hút tách vỏ trấu khỏi hạt ngay trên đồng";
    let found = index.nearest(&Fingerprint::of("", asked), 5);
    assert_eq!(found.iter().map(|it| it.id).collect::<Vec<_>>(), [SolutionId(0)]);
    assert!(found[0].copied > 0.7, "{found:?}");
    assert_eq!(index.nearest(&Fingerprint::of("", "không có gì chung"), 5), []);
}

#[test]
fn what_was_taken_out_is_not_found() {
    let mut index = index(&[THRESHER, LAMP]);
    assert!(index.remove(SolutionId(1)));
    assert!(!index.remove(SolutionId(1)));
    assert_eq!(index.nearest(&Fingerprint::of("", LAMP), 5), []);
}

#[test]
fn a_part_is_put_in_and_taken_out_as_a_whole() {
    let mut grown = index(&[THRESHER]);
    grown.push(Part::of(&[(SolutionId(7), Fingerprint::of("", LAMP))]));
    let asked = Fingerprint::of("", LAMP);
    assert_eq!(grown.nearest(&asked, 1).first().map(|found| found.id), Some(SolutionId(7)));
    assert_eq!((grown.contains(SolutionId(7)), grown.contains(SolutionId(8))), (true, false));
    grown.retain(|id| id != SolutionId(7));
    assert!(!grown.contains(SolutionId(7)));
    assert_eq!(grown.nearest(&asked, 1), []);
    assert_eq!(grown.nearest(&Fingerprint::of("", THRESHER), 1).len(), 1);
}

#[test]
fn sealing_and_merging_change_no_answer() {
    // Each word stands in twelve texts: neighbours have most in common.
    let text = |at: u32| (0..60).map(|step| format!("từ{} ", 5 * at + step)).collect();
    let texts: Vec<String> = (0..300).map(text).collect();
    let prints: Vec<(SolutionId, Fingerprint)> = texts
        .iter()
        .enumerate()
        .map(|(at, text)| (SolutionId(at as u128), Fingerprint::of("", text)))
        .collect();
    let mut grown = Index::default();
    prints.iter().for_each(|(id, print)| grown.add(*id, print));
    let parts = || prints.chunks(70).map(Sealed::of).collect::<Vec<_>>();
    let parted = Index { sealed: parts(), growing: Growing::default() };
    let joined = parts().into_iter().reduce(|one, other| one.merged(&other)).unwrap();
    let merged = Index { sealed: vec![joined], growing: Growing::default() };
    for (_, print) in prints.iter().step_by(29) {
        let expect = grown.nearest(print, 10);
        assert_eq!(expect.len(), 10);
        assert_eq!(parted.nearest(print, 10), expect);
        assert_eq!(merged.nearest(print, 10), expect);
    }
}
