//! What the pages of results tell of second markings, and where one is ordered from them.

use kernel::Failure;

use super::second::voted;
use super::{Tag, second_tag};
use crate::accounts::Actor;
use crate::councils::Stage;
use crate::councils::access::{self, SeenCouncil};
use crate::councils::opened::Results;
use crate::councils::policy;
use crate::councils::store::{self as rows, SecondRow};
use crate::frame::{App, Words};

/// The second markings of the councils whose results somebody reads, of the dossiers that they may know of.
pub struct Seconds {
    councils: Vec<(SeenCouncil, Vec<SecondRow>)>,
}

/// A second marking beside the result of its dossier.
pub struct Line {
    /// Its page.
    pub href: String,
    /// How it is marked again.
    pub form: String,
    /// Why.
    pub reason: String,
    /// What was voted; empty: nothing was.
    pub voted: String,
    /// How far it is.
    pub tag: Tag,
}

impl Seconds {
    /// Loads what stands beside these results.
    pub async fn load(app: &App, actor: &Actor, results: &Results) -> Result<Self, Failure> {
        let mut councils = Vec::new();
        for row in &results.councils {
            let council = access::council(&app.store, actor, row.id()?).await?;
            let mut seconds = rows::seconds(&app.store, council.id).await?;
            let is_known = |number: i64| results.dossiers.contains_key(&number.to_string());
            seconds.retain(|second| is_known(second.number));
            councils.push((council, seconds));
        }
        Ok(Self { councils })
    }

    /// How many are open.
    pub fn open(&self) -> usize {
        let all = self.councils.iter().flat_map(|(_, seconds)| seconds);
        all.filter(|second| second.state == Stage::Open.code()).count()
    }

    /// Where a dossier's second marking of a round is, or where one is ordered; nothing where neither can be.
    pub fn way(&self, results: &Results, place: (&str, &str)) -> Option<(String, &'static str)> {
        let (council, seconds) = self.judged_by(results, place)?;
        let mut seconds = seconds.iter().filter(|second| second.number.to_string() == place.1);
        if let Some(second) = seconds.find(|it| it.state != Stage::Cancelled.code()) {
            let stage = second.stage().ok()?;
            return Some((address(second), stage.label()));
        }
        policy::may_mark_again(council).ok()?;
        let path = format!("/councils/{}/second-markings/new?dossier={}", council.id, place.1);
        Some((path, "second-order"))
    }

    /// The council of a round that judges a dossier.
    fn judged_by(
        &self,
        results: &Results,
        (round, number): (&str, &str),
    ) -> Option<&(SeenCouncil, Vec<SecondRow>)> {
        let field = &results.dossiers.get(number)?.field;
        let judges = |council: &SeenCouncil| {
            council.row.round == round
                && council.row.fields().is_ok_and(|fields| fields.contains(field))
        };
        self.councils.iter().find(|(council, _)| judges(council))
    }

    /// Every second marking of a dossier.
    pub fn told(&self, words: Words, number: &str) -> Result<Vec<Line>, Failure> {
        let all = self.councils.iter().flat_map(|(_, seconds)| seconds);
        let of_dossier = all.filter(|second| second.number.to_string() == number);
        let told = of_dossier.map(|second| {
            Ok(Line {
                href: address(second),
                form: words.say(second.form()?.label()),
                reason: second.reason.clone(),
                voted: voted(words, second),
                tag: second_tag(words, second.stage()?),
            })
        });
        told.collect()
    }
}

fn address(second: &SecondRow) -> String {
    format!("/councils/{}/second-markings/{}", second.council_id, second.id)
}
