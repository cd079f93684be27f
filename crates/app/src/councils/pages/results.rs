//! The results as far as they are open: the ranking, and how each place came about.

use ::judging::divergence::divergences;
use ::judging::missing::{Change, without_each_judge};
use ::judging::ranking::{Outcome, rank};
use ::judging::ratio::Ratio;
use ::judging::records::Marking;
use ::judging::sheet::Mark;
use askama::Template;
use axum::extract::{Path, State};
use kernel::id::ContestId;
use kernel::{Failure, Message, Refusal};

use super::second_told::{self, Seconds};
use super::steps::{Names, out, points};
use crate::accounts::Actor;
use crate::councils::opened::{self, Results, uncountable};
use crate::councils::paper::own;
use crate::councils::store as rows;
use crate::councils::{records, sheets};
use crate::frame::answer::page;
use crate::frame::{Answer, App, Frame, Visitor, Words};

#[derive(Template)]
#[template(path = "councils/pages/results.html")]
struct ResultsPage {
    frame: Frame,
    id: String,
    contest: String,
    runs: bool,
    is_whole: bool,
    hidden: usize,
    councils: Vec<(String, String)>,
    lines: Vec<Line>,
    apart: Vec<Apart>,
    /// How many dossiers are being marked again.
    again: usize,
    missing: Vec<(String, Vec<String>)>,
}

/// A dossier in the ranking.
struct Line {
    number: String,
    title: String,
    field: String,
    rank: String,
    field_rank: String,
    total: String,
    prize: String,
    out: String,
    forwarded: bool,
}

/// Two judges who are further apart than the rules allow.
struct Apart {
    number: String,
    title: String,
    lowest: String,
    highest: String,
    spread: String,
    limit: String,
    /// Where it is marked again, or where that is ordered: address and word.
    way: Option<(String, String)>,
}

/// Answers `GET /contests/{id}/results`.
pub async fn list(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let id: ContestId = id.parse().map_err(|_| Refusal::absent())?;
    let (contest, results) = opened::results(&app.store, &actor, id).await?;
    let words = visitor.words();
    let seconds = Seconds::load(&app, &actor, &results).await?;
    let ranking = rank(&results.rules, &results.records).map_err(uncountable)?;
    page(&ResultsPage {
        runs: crate::contests::policy::runs(&actor, &contest.runners()?),
        lines: ranking.outcomes.iter().map(|it| line(words, &results, it)).collect(),
        apart: apart(words, &results, &seconds)?,
        again: seconds.open(),
        missing: missing(words, &results)?,
        is_whole: results.is_whole,
        hidden: results.hidden,
        councils: results.councils.iter().map(|it| (it.id.clone(), it.name.clone())).collect(),
        id: id.to_string(),
        contest: contest.name,
        frame: Frame::new(&app, &visitor),
    })
}

fn line(words: Words, results: &Results, outcome: &Outcome<'_>) -> Line {
    let dossier = results.dossiers.get(outcome.code);
    let place = outcome.place.ok();
    let prize = outcome.award.map(|award| award.prize.name.clone());
    Line {
        number: outcome.code.to_owned(),
        title: dossier.map(|dossier| dossier.title.clone()).unwrap_or_default(),
        field: outcome.field.to_owned(),
        rank: place.map(|place| place.rank.to_string()).unwrap_or_default(),
        field_rank: place.map(|place| place.field_rank.to_string()).unwrap_or_default(),
        total: place.map(|place| points(place.total)).unwrap_or_default(),
        prize: prize.unwrap_or_default(),
        out: outcome.place.err().map(|why| words.say(out(why))).unwrap_or_default(),
        forwarded: outcome.is_forwarded,
    }
}

fn apart(words: Words, results: &Results, seconds: &Seconds) -> Result<Vec<Apart>, Failure> {
    let found = divergences(&results.rules, &results.records).map_err(uncountable)?;
    let named = |(judge, total): (&str, Ratio)| {
        let name = results.judges.get(judge).map_or(judge, |judge| judge.name.as_str());
        format!("{name} ({})", points(total))
    };
    let told = found.into_iter().map(|it| Apart {
        number: it.dossier.to_owned(),
        title: results.dossiers.get(it.dossier).map(|it| it.title.clone()).unwrap_or_default(),
        lowest: named(it.lowest),
        highest: named(it.highest),
        spread: points(it.spread),
        limit: points(it.limit),
        way: seconds
            .way(results, (it.round, it.dossier))
            .map(|(href, word)| (href, words.say(word))),
    });
    Ok(told.collect())
}

/// What if one judge were missing: whose place or prize hangs on one person.
fn missing(words: Words, results: &Results) -> Result<Vec<(String, Vec<String>)>, Failure> {
    let found = without_each_judge(&results.rules, &results.records).map_err(uncountable)?;
    let changes = |change: &Change<'_>| {
        let shown = |rank: Option<usize>| rank.map_or_else(|| "–".to_owned(), |it| it.to_string());
        let told = Message::new("missing-change")
            .with("number", change.dossier)
            .with("before", shown(change.rank.0))
            .with("after", shown(change.rank.1));
        words.tell(&told)
    };
    let told = found.iter().map(|it| {
        let judge = results.judges.get(it.judge).map_or(it.judge, |judge| judge.name.as_str());
        (judge.to_owned(), it.changes.iter().map(changes).collect())
    });
    Ok(told.collect())
}

#[derive(Template)]
#[template(path = "councils/pages/result.html")]
struct ResultPage {
    frame: Frame,
    id: String,
    contest: String,
    line: Line,
    steps: Vec<String>,
    sheets: Vec<SheetShown>,
    seconds: Vec<second_told::Line>,
    /// Where a second marking is ordered; empty: it cannot be.
    order: String,
    hidden: usize,
    spread: Vec<Bar>,
}

/// A sheet as it was signed.
struct SheetShown {
    judge: String,
    /// Whether it is of a second marking.
    again: bool,
    /// Why it was signed again; empty: it was not.
    reason: String,
    /// On which sheet of paper it was marked, and who keyed it in; empty: on the screen.
    paper: String,
    /// Why there are no points.
    abstained: String,
    marks: Vec<(String, Mark)>,
}

/// A judge's total beside the others', in thousandths of the scale.
struct Bar {
    judge: String,
    total: String,
    at: i64,
}

/// Answers `GET /contests/{id}/results/{number}`.
pub async fn show(
    State(app): State<App>,
    visitor: Visitor,
    actor: Actor,
    Path((id, number)): Path<(String, String)>,
) -> Answer {
    let id: ContestId = id.parse().map_err(|_| Refusal::absent())?;
    let (contest, results) = opened::results(&app.store, &actor, id).await?;
    let ranking = rank(&results.rules, &results.records).map_err(uncountable)?;
    let outcome = ranking.outcomes.iter().find(|it| it.code == number);
    let outcome = outcome.ok_or_else(Refusal::absent)?;
    let words = visitor.words();
    let names = Names { words, rules: &results.rules, judges: &results.judges };
    let seconds = Seconds::load(&app, &actor, &results).await?;
    let round = results.rules.rounds.last().map(|it| it.key.as_str()).unwrap_or_default();
    let way = seconds.way(&results, (round, outcome.code));
    page(&ResultPage {
        seconds: seconds.told(words, outcome.code)?,
        order: way.filter(|it| it.1 == "second-order").map(|it| it.0).unwrap_or_default(),
        steps: outcome.steps.iter().map(|step| names.told(step)).collect(),
        spread: spread(words, &results, outcome),
        sheets: signed((&app, words), &results, outcome.code).await?,
        line: line(words, &results, outcome),
        hidden: results.hidden,
        id: id.to_string(),
        contest: contest.name,
        frame: Frame::new(&app, &visitor),
    })
}

/// The totals of the judges, for the picture of how far they are apart.
fn spread(words: Words, results: &Results, outcome: &Outcome<'_>) -> Vec<Bar> {
    use ::judging::ranking::Step;
    let round = results.rules.rounds.last();
    let scale = round.and_then(|round| results.rules.scale(round.scale_in(outcome.field)));
    let most = scale.map_or(Ratio::ONE, |scale| scale.maximum_in(outcome.field));
    let most = most.whole_and_rest().0.max(1);
    let named = |judge: &str, marking: Marking| {
        let name = results.judges.get(judge).map_or(judge, |it| it.name.as_str());
        match marking {
            Marking::First => name.to_owned(),
            Marking::Second => format!("{name} ({})", words.say("sheet-again")),
        }
    };
    let bar = |judge: &str, marking: Marking, total: Ratio| Bar {
        judge: named(judge, marking),
        total: points(total),
        at: i64::try_from(total.whole_and_rest().0 * 1_000 / most).unwrap_or(0),
    };
    let last = round.map(|round| round.key.as_str()).unwrap_or_default();
    let totals = outcome.steps.iter().filter_map(|step| match step {
        Step::Sheet { round, judge, marking, total, .. } if *round == last => {
            Some(bar(judge, *marking, *total))
        }
        _ => None,
    });
    totals.collect()
}

/// The sheets of a dossier with what judges wrote, of the open councils that the actor sees.
async fn signed(
    (app, words): (&App, Words),
    results: &Results,
    number: &str,
) -> Result<Vec<SheetShown>, Failure> {
    let Some(dossier) = results.dossiers.get(number) else { return Ok(Vec::new()) };
    let mut shown = Vec::new();
    for council in &results.councils {
        for sheet in rows::newest_sheets(&app.store, council.id()?).await? {
            let judge = results.judges.values().find(|judge| judge.id == sheet.member_id);
            if let Some(judge) = judge.filter(|_| sheet.dossier_id == dossier.dossier_id) {
                let opinion = records::opinion(&sheet)?;
                let (abstained, marks) = sheets::told_of(&results.rules, opinion);
                let paper = own::keyed_by(&app.store, &sheet).await?;
                let paper = paper.map(|(code, people)| {
                    Message::new("result-on-paper").with("code", code).with("people", people)
                });
                shown.push(SheetShown {
                    paper: paper.map(|says| words.tell(&says)).unwrap_or_default(),
                    judge: judge.name.clone(),
                    again: sheet.second_id.is_some(),
                    reason: sheet.reason.unwrap_or_default(),
                    abstained,
                    marks,
                });
            }
        }
    }
    Ok(shown)
}
