//! What one submission says otherwise than the one before it. Pure.

use super::Frozen;

/// How a line of a text came through a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// It stands in both.
    Kept,
    /// It is new.
    Come,
    /// It is no more.
    Gone,
}

/// Texts longer than this are shown as gone and come whole: comparing them line by line costs too much.
const MOST_LINES: usize = 500;

/// A heading with its lines and how each came through.
pub type Chapter = (String, Vec<(Change, String)>);

/// Every heading of the later submission, with what has changed since the earlier one.
pub fn between(earlier: &Frozen, later: &Frozen) -> Vec<Chapter> {
    let words = |heading: &str| {
        let found = earlier.answers.iter().find(|(known, _)| known == heading);
        found.map_or("", |(_, words)| words.as_str())
    };
    let chapter =
        |(heading, said): &(String, String)| (heading.clone(), lines(words(heading), said));
    later.answers.iter().map(chapter).collect()
}

fn lines(earlier: &str, later: &str) -> Vec<(Change, String)> {
    let (old, new): (Vec<&str>, Vec<&str>) = (earlier.lines().collect(), later.lines().collect());
    if old.len().max(new.len()) > MOST_LINES {
        let gone = old.iter().map(|line| (Change::Gone, (*line).to_owned()));
        let come = new.iter().map(|line| (Change::Come, (*line).to_owned()));
        return gone.chain(come).collect();
    }
    let lengths = common(&old, &new);
    let (mut at_old, mut at_new) = (0, 0);
    let mut out = Vec::new();
    while at_old < old.len() || at_new < new.len() {
        let same = old.get(at_old).is_some_and(|line| new.get(at_new) == Some(line));
        let below = lengths.get(at_old + 1).map(|row| row[at_new]);
        let drop_old = at_new == new.len()
            || (at_old < old.len() && below >= Some(lengths[at_old][at_new + 1]));
        let (change, line) = match (same, drop_old) {
            (true, _) => (Change::Kept, new[at_new]),
            (false, true) => (Change::Gone, old[at_old]),
            (false, false) => (Change::Come, new[at_new]),
        };
        at_old += usize::from(change != Change::Come);
        at_new += usize::from(change != Change::Gone);
        out.push((change, line.to_owned()));
    }
    out
}

/// Length of the longest common sequence of what begins at each pair of lines.
fn common(old: &[&str], new: &[&str]) -> Vec<Vec<usize>> {
    let mut lengths = vec![vec![0; new.len() + 1]; old.len() + 1];
    for at_old in (0..old.len()).rev() {
        for at_new in (0..new.len()).rev() {
            lengths[at_old][at_new] = match old[at_old] == new[at_new] {
                true => lengths[at_old + 1][at_new + 1] + 1,
                false => lengths[at_old + 1][at_new].max(lengths[at_old][at_new + 1]),
            };
        }
    }
    lengths
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_come_go_and_stay() {
        let check = |earlier: &str, later: &str, expect: &str| {
            let sign = |change| match change {
                Change::Kept => '=',
                Change::Come => '+',
                Change::Gone => '-',
            };
            let said: Vec<String> = lines(earlier, later)
                .into_iter()
                .map(|(change, line)| format!("{}{line}", sign(change)))
                .collect();
            assert_eq!(said.join(" "), expect);
        };
        check("a\nb\nc", "a\nx\nc\nd", "=a -b +x =c +d");
        check("", "a", "+a");
        check("a", "", "-a");
        check("a\nb", "a\nb", "=a =b");
        check("a\nb\nc", "c\na", "-a -b =c +a");
    }
}
