//! On what papers a contest rests: the papers that made it, what they cite, the contest above.

use askama::Template;
use axum::extract::{Path, State as Shared};

use super::head::Head;
use super::{cited_name, load, paper_name, rows};
use crate::accounts::Actor;
use crate::contests::store::{CitationRow, PaperRow};
use crate::contests::{Sight, kind};
use crate::frame::answer::page;
use crate::frame::became::{self, Curve, Line};
use crate::frame::{Answer, App, Frame, Visitor, Words};

/// A paper of the contest in the list.
struct Paper {
    name: String,
    role: String,
    issuer: Option<String>,
    subject: Option<String>,
    cites: Vec<String>,
}

/// One side of the picture: name, what it is, and where it leads.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Seat {
    name: String,
    about: String,
    href: Option<String>,
}

/// The picture: what is cited on the left, what cites on the right.
#[derive(Debug, Default, PartialEq, Eq)]
struct Graph {
    left: Vec<Seat>,
    right: Vec<Seat>,
    height: usize,
    curves: Vec<(&'static str, String)>,
}

#[derive(Template)]
#[template(path = "contests/pages/basis.html")]
struct BasisPage {
    frame: Frame,
    head: Head,
    graph: Graph,
    papers: Vec<Paper>,
    others: Vec<String>,
    higher: Option<Seat>,
}

/// Answers `GET /contests/{id}/basis`.
pub async fn show(
    Shared(app): Shared<App>,
    visitor: Visitor,
    actor: Actor,
    Path(id): Path<String>,
) -> Answer {
    let seen = load(&app, &visitor, &actor, &id).await?;
    let papers = rows::papers(&app.store, seen.id).await?;
    let citations = rows::citations(&app.store, seen.id).await?;
    let parent = match &seen.contest.parent_id {
        Some(parent) => {
            let sight = Sight::of(&actor, visitor.at());
            rows::find_seen(&app.store, parent.parse()?, &sight).await?
        }
        None => None,
    };
    let frame = Frame::new(&app, &visitor);
    let words = frame.t;
    let about = words.say("contest-higher");
    let higher = match parent {
        Some(parent) => Some((parent.name, Some(format!("/contests/{}", parent.id)))),
        None => seen.contest.higher.clone().map(|name| (name, None)),
    };
    let higher = higher.map(|(name, href)| Seat { name, about, href });
    let own =
        Seat { name: seen.contest.name.clone(), about: words.say("basis-contest"), href: None };
    page(&BasisPage {
        graph: graph(words, (&papers, &citations), (own, higher.clone())),
        papers: papers.iter().map(|paper| listed(words, paper, &citations)).collect(),
        others: citations
            .iter()
            .filter(|it| it.paper_id.is_none())
            .map(|it| cited(words, it))
            .collect(),
        head: Head::new(words, &seen, "contest-basis"),
        higher,
        frame,
    })
}

fn cited(words: Words, it: &CitationRow) -> String {
    cited_name(words, Some(&it.kind), it.number.as_deref(), it.issued_on.as_deref())
}

fn listed(words: Words, paper: &PaperRow, citations: &[CitationRow]) -> Paper {
    let cites = citations.iter().filter(|it| it.paper_id.as_ref() == Some(&paper.id));
    Paper {
        name: paper_name(words, paper),
        role: words.say(&kind::label("paper-role", &paper.role)),
        issuer: paper.issuer.clone(),
        subject: paper.subject.clone(),
        cites: cites.map(|it| cited(words, it)).collect(),
    }
}

/// What is cited once stands once. A citation of no paper that is here is the contest's own; so is the
/// contest above.
fn graph(
    words: Words,
    (papers, citations): (&[PaperRow], &[CitationRow]),
    (own, higher): (Seat, Option<Seat>),
) -> Graph {
    let mut graph = Graph::default();
    let mut links = Vec::new();
    let mut link = |graph: &mut Graph, (from, to): (Seat, Seat), line| {
        let (from, to) = (place(&mut graph.left, from), place(&mut graph.right, to));
        links.push(Curve { from, to, line });
    };
    let seat = |paper: &PaperRow| Seat {
        name: paper_name(words, paper),
        about: paper.issuer.clone().unwrap_or_default(),
        href: None,
    };
    for citation in citations {
        let by = papers.iter().find(|paper| Some(&paper.id) == citation.paper_id.as_ref());
        let from =
            Seat { name: cited(words, citation), about: words.say("basis-cited"), href: None };
        link(&mut graph, (from, by.map_or_else(|| own.clone(), seat)), Line::Whole);
    }
    if let Some(higher) = higher {
        let founding = papers.iter().find(|paper| paper.role == "founding");
        link(&mut graph, (higher, founding.map_or(own, seat)), Line::Part);
    }
    let sizes = (graph.left.len(), graph.right.len());
    let drawn = links.into_iter();
    graph.curves =
        drawn.map(|curve| (curve.line.classes(), became::path(curve, sizes.0, sizes.1))).collect();
    graph.height = became::height(sizes.0, sizes.1);
    graph
}

fn place(seats: &mut Vec<Seat>, seat: Seat) -> usize {
    let at = seats.iter().position(|known| *known == seat).unwrap_or(seats.len());
    if at == seats.len() {
        seats.push(seat);
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::frame::Locale;

    #[test]
    fn what_is_cited_twice_stands_once() {
        let paper = |id: &str, number: &str, role: &str| PaperRow {
            id: id.into(),
            role: role.into(),
            hash: None,
            file_name: None,
            kind: Some("plan".into()),
            number: Some(number.into()),
            symbol: Some("KH-UBND".into()),
            issuer: None,
            issued_on: None,
            subject: None,
            public: false,
        };
        let citation = |paper: Option<&str>| CitationRow {
            id: String::new(),
            paper_id: paper.map(str::to_owned),
            cited_id: None,
            kind: "decree".into(),
            number: Some("13/2012/NĐ-CP".into()),
            issued_on: None,
        };
        let papers = [paper("a", "6", "founding"), paper("b", "9", "amending")];
        let citations = [citation(Some("a")), citation(Some("b")), citation(None)];
        let seat = |name: &str| Seat { name: name.into(), about: String::new(), href: None };
        let graph = graph(
            Words(Locale::Vi),
            (&papers, &citations),
            (seat("Hội thi tỉnh"), Some(seat("Hội thi toàn quốc"))),
        );
        let names = |seats: &[Seat]| seats.iter().map(|seat| seat.name.clone()).collect::<Vec<_>>();
        assert_eq!(names(&graph.left), ["Nghị định 13/2012/NĐ-CP", "Hội thi toàn quốc"]);
        assert_eq!(
            names(&graph.right),
            ["Kế hoạch 6/KH-UBND", "Kế hoạch 9/KH-UBND", "Hội thi tỉnh"]
        );
        assert_eq!((graph.curves.len(), graph.height), (4, 216));
    }
}
