//! Contests with rules of judging, and what a browser would send of their forms.

use hoithi::accounts::Actor;
use hoithi::{contests, rubric};
use judging::points::{Direction, Points, Rounding, Weight};
use judging::prize::{Beyond, Class, Places, Prize};
use judging::ready::with_code;
use judging::rules::{Advance, CriterionMark, Forward, LastPlace, PublicVote, Rules, TieBreak};
use judging::scale::{Judges, Knockout, Wanted};
use kernel::id::ContestId;

use crate::access::contest::stands;
use crate::house::House;
use crate::reply::Reply;

/// A contest that runs, and the address of its rules of judging.
pub async fn contest(house: &House) -> (ContestId, String) {
    let id = stands(house, "running").await;
    (id, format!("/contests/{id}/rubric"))
}

/// The same, with rules of judging in which everything is said that rules can say.
pub async fn judged(house: &House) -> (ContestId, String) {
    let (id, path) = contest(house).await;
    let (of_contest, _) = contests::newest_rules(&house.app.store, id).await.unwrap();
    let rules = whole(rubric::begin(&of_contest, with_code("two-kinds").unwrap()));
    let mut tx = house.app.store.begin().await.unwrap();
    let actor = Actor::operator(tx.at());
    rubric::declare(&mut tx, &actor, id, (0, &rules, None)).await.unwrap();
    tx.commit().await.unwrap();
    (id, path)
}

/// The newest rules of judging of a contest, and their version.
pub async fn newest(house: &House, contest: ContestId) -> (Rules, i64) {
    rubric::newest(&house.app.store, contest).await.unwrap().unwrap()
}

fn points(text: &str) -> Points {
    text.parse().unwrap()
}

fn prize(name: &str, class: Class, places: Places) -> Prize {
    let (key, name) = (name.to_lowercase(), format!("Giải {name}"));
    Prize { key, name, class, money: 41_000_000, minimum: Some(points("50,5")), places }
}

fn whole(begun: Rules) -> Rules {
    let mut rules = begun;
    let field = rules.fields[0].clone();
    let mut first = rules.rounds[0].clone();
    (first.key, first.name, first.weight) = ("so-khao".into(), "Sơ khảo".into(), Weight(25));
    first.field_scales = [(field.clone(), "nghien-cuu".to_owned())].into();
    let places = Places::ByField([(field.clone(), 4)].into());
    first.advance = Some(Advance { minimum: Some(points("55")), places, last: LastPlace::Out });
    rules.rounds.insert(0, first);
    let criterion = &mut rules.scales[0].criteria[0];
    criterion.field_weights = [(field, Weight::ONE)].into();
    criterion.knockout = Some(Knockout { below: points("5"), judges: Judges::Any });
    criterion.evidence = Wanted::Outside { below: points("5"), from: points("35") };
    rules
        .ties
        .extend([TieBreak::FewerLow { round: "final".into(), below: points("40") }, TieBreak::Lot]);
    rules.prizes = vec![
        prize("Nhất", Class::First, Places::Total(1)),
        prize("Ba", Class::Third, Places::Unlimited),
        prize("Không", Class::Consolation, Places::ByField([].into())),
    ];
    rules.departures.beyond = vec![Beyond::Band, Beyond::Places];
    let rounding = Rounding { step: 10.try_into().unwrap(), direction: Direction::HalfUp };
    rules.vote = Some(PublicVote { points: points("20"), rounding });
    let (round, criterion) = ("final".into(), "hieu-qua".into());
    let criterion = Some(CriterionMark { round, criterion, minimum: points("20") });
    rules.forward = Some(Forward { lowest: "ba".into(), most: 5, last: LastPlace::In, criterion });
    rules
}

/// What a browser would send of the form of a page, left as it stands; the last form is that of the page itself.
pub fn left(page: &Reply) -> Vec<(String, String)> {
    let text = page.is(200).text();
    let form = text.rsplit_once("<form class=\"form\" method=\"post\"").unwrap().1;
    let form = form.split_once("</form>").unwrap().0;
    let mut fields = Vec::new();
    for part in form.split('<').skip(1) {
        let (tag, shown) = part.split_once('>').unwrap();
        let name = attribute(tag, "name");
        match (tag.split(' ').next().unwrap(), name) {
            ("input", Some(name)) if !tag.contains("type=\"checkbox\"") => {
                fields.push((name, attribute(tag, "value").unwrap_or_default()));
            }
            ("input", Some(name)) if tag.contains(" checked") => fields.push((name, "on".into())),
            ("textarea", Some(name)) => fields.push((name, unescaped(shown))),
            ("select", Some(name)) => fields.push((name, String::new())),
            ("option", None) => choose(&mut fields, tag),
            _ => (),
        }
    }
    fields
}

/// An option that is selected gives its list a value; else the first does.
fn choose(fields: &mut [(String, String)], tag: &str) {
    let value = attribute(tag, "value").unwrap();
    let list = &mut fields.last_mut().unwrap().1;
    if list.is_empty() && tag.ends_with(" selected") {
        *list = value;
    }
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let (_, after) = tag.split_once(&format!(" {name}=\""))?;
    after.split_once('"').map(|(value, _)| unescaped(value))
}

fn unescaped(text: &str) -> String {
    let signs = [("&#60;", "<"), ("&#62;", ">"), ("&#34;", "\""), ("&#39;", "'"), ("&#38;", "&")];
    signs.iter().fold(text.to_owned(), |text, (code, sign)| text.replace(code, sign))
}

/// The same form with other values in some of its fields.
pub fn with(form: &[(String, String)], others: &[(&str, &str)]) -> Vec<(String, String)> {
    let kept = form.iter().filter(|(name, _)| others.iter().all(|(other, _)| other != name));
    let others = others.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
    kept.cloned().chain(others).collect()
}

/// A form as a browser of a story sends it.
pub fn sent(form: &[(String, String)]) -> Vec<(&str, &str)> {
    form.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect()
}
