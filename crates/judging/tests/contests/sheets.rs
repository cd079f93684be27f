//! Sheets of several judges that come to a wanted mean, always the same ones.

use std::collections::BTreeMap;

use judging::points::Points;
use judging::records::{Marking, Score};
use judging::scale::Scale;

/// How far each judge is from the mean, in steps of the scale; together nothing.
const APART: [[i64; 5]; 3] = [[0, 1, -1, 2, -2], [2, -1, -1, 1, -1], [-3, 3, 1, 0, -1]];

/// Points of one sheet that come to `total` hundredths: each criterion its proportion, in whole steps.
fn marks(scale: &Scale, total: i64) -> BTreeMap<String, Points> {
    let whole: i64 = scale.criteria.iter().map(|it| i64::from(it.maximum.hundredths())).sum();
    let mut left = total;
    let mut marks: BTreeMap<String, i64> = BTreeMap::new();
    for it in &scale.criteria {
        let (maximum, step) = (i64::from(it.maximum.hundredths()), i64::from(it.step.get()));
        let given = total * maximum / whole / step * step;
        left -= given;
        marks.insert(it.key.clone(), given);
    }
    for it in &scale.criteria {
        let given = marks.get_mut(&it.key).unwrap();
        let more = left.min(i64::from(it.maximum.hundredths()) - *given);
        (*given, left) = (*given + more, left - more);
    }
    assert_eq!(left, 0, "{total} does not fit into {}", scale.key);
    let points = |points: i64| Points::from_hundredths(points).unwrap();
    marks.into_iter().map(|(key, given)| (key, points(given))).collect()
}

/// The sheets of five judges of a panel with the mean `mean` hundredths.
pub fn panel(scale: &Scale, round: &str, (dossier, panel): (&str, &str), mean: i64) -> Vec<Score> {
    let step = scale.criteria.iter().map(|it| i64::from(it.step.get())).max().unwrap();
    let apart = APART[usize::try_from(mean / step).unwrap() % APART.len()];
    let sheet = |(judge, apart): (usize, &i64)| Score {
        dossier: dossier.to_owned(),
        judge: format!("{panel}-{judge}"),
        round: round.to_owned(),
        marking: Marking::First,
        points: Some(marks(scale, mean + apart * step)),
    };
    apart.iter().enumerate().map(sheet).collect()
}
