//! What a task is about, as far as its words say it.

use kernel::text;

/// Words that only tasks of publicity (tuyên truyền, phổ biến) hold, without marks.
const PUBLICITY: [&str; 7] =
    ["tuyen truyen", "pho bien", "truyen thong", "quang ba", "phat thanh", "dang tai", "dua tin"];

/// Whether a task orders publicity, so that its page leads to where publicity is written down.
pub fn is_publicity(words: &str) -> bool {
    let folded = text::fold(words);
    PUBLICITY.iter().any(|sign| folded.contains(sign))
}

#[cfg(test)]
mod tests {
    use super::is_publicity;

    #[test]
    fn tasks_of_publicity_are_known_by_their_words() {
        let check = |words: &str, expect: bool| assert_eq!(is_publicity(words), expect, "{words}");
        check("Tổ chức tuyên truyền về Hội thi", true);
        check("PHỔ BIẾN thể lệ tới các chi hội", true);
        check("Đăng tải thể lệ trên cổng thông tin", true);
        check("Tiếp nhận hồ sơ dự thi", false);
        check("Bố trí kinh phí", false);
    }
}
