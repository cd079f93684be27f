//! What the system knows already, written under the heading that asks for it. Pure.

use std::collections::BTreeSet;

use kernel::text::fold;

/// What stands under each heading: `- task: report` of every task that was reported on. A task goes where
/// the heading shares most words with it, and under the first heading where none shares any.
pub fn placed(headings: &[String], done: &[(String, String)]) -> Vec<String> {
    let asked: Vec<BTreeSet<String>> = headings.iter().map(|heading| words(heading)).collect();
    let mut texts = vec![String::new(); headings.len()];
    for (task, report) in done {
        let said = words(task);
        let shared = |at: &usize| (asked[*at].intersection(&said).count(), headings.len() - at);
        let Some(at) = (0..headings.len()).max_by_key(shared) else { break };
        if !texts[at].is_empty() {
            texts[at].push('\n');
        }
        texts[at].push_str(&format!("- {task}: {report}"));
    }
    texts
}

/// Words of three letters and more, without case and marks.
fn words(text: &str) -> BTreeSet<String> {
    let folded = fold(text);
    let parts = folded.split(|letter: char| !letter.is_alphanumeric());
    parts.filter(|word| word.chars().count() >= 3).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_task_stands_where_it_is_asked_for() {
        let own =
            |list: &[&str]| -> Vec<String> { list.iter().map(|text| (*text).to_owned()).collect() };
        let headings = own(&["Công tác phát động, tuyên truyền", "Danh sách giải pháp đăng ký"]);
        let done = [
            ("Tuyên truyền trên truyền thanh", "12 buổi"),
            ("Lập danh sách giải pháp", "5 giải pháp"),
            ("Bố trí kinh phí", "Đã bố trí"),
        ];
        let done = done.map(|(task, report)| (task.to_owned(), report.to_owned()));
        assert_eq!(
            placed(&headings, &done),
            [
                "- Tuyên truyền trên truyền thanh: 12 buổi\n- Bố trí kinh phí: Đã bố trí",
                "- Lập danh sách giải pháp: 5 giải pháp",
            ]
        );
        assert_eq!(placed(&[], &done), Vec::<String>::new());
    }
}
