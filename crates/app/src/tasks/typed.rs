//! What somebody typed about a task, parsed.

use kernel::{Day, Message, Period, Refusal, Window, text};
use serde::Deserialize;

use super::draft::{Assignee, Part, Recurrence, TaskDraft};
use super::{Reply, ReportDraft, TaskChange};

/// Most characters of a text.
const LONGEST: usize = 4_000;
/// Most links of a report.
const MOST_LINKS: usize = 20;

/// A task as typed into a form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TypedTask {
    /// The sentence that orders it.
    pub text: String,
    /// Kết quả, sản phẩm.
    pub deliverable: String,
    /// From when on.
    pub start: String,
    /// Until when.
    pub end: String,
    /// `before` where the end does not belong to it.
    pub limit: String,
    /// Word of the recurrence; empty: once.
    pub recurrence: String,
    /// Units, one on each line.
    pub units: String,
    /// A unit of which all that stand below get it.
    pub under: String,
    /// Only of this kind.
    pub kind: String,
    /// `coordinate` where they only help.
    pub part: String,
    /// Why it is changed.
    pub reason: String,
}

impl TypedTask {
    /// Reads a task that is to be ordered; every field that is wrong gets its sentence.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read(&self, assignees: Result<Vec<Assignee>, Refusal>) -> Result<TaskDraft, Refusal> {
        let (text, deliverable, window) = (self.text(), self.deliverable(), self.window());
        match (text, deliverable, window, assignees) {
            (Ok(text), Ok(deliverable), Ok(window), Ok(assignees)) => Ok(TaskDraft {
                text,
                deliverable,
                window,
                recurrence: Recurrence::read(&self.recurrence),
                assignees,
                paper: None,
                sentence: None,
            }),
            (text, deliverable, window, assignees) => {
                Err(joined([text.err(), deliverable.err(), window.err(), assignees.err()]))
            }
        }
    }

    /// Reads what a task is to say from now on.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read_change(&self) -> Result<TaskChange, Refusal> {
        let (text, deliverable, window) = (self.text(), self.deliverable(), self.window());
        match (text, deliverable, window, reason(&self.reason)) {
            (Ok(text), Ok(deliverable), Ok(window), Ok(reason)) => {
                Ok(TaskChange { text, deliverable, window, reason })
            }
            (text, deliverable, window, reason) => {
                Err(joined([text.err(), deliverable.err(), window.err(), reason.err()]))
            }
        }
    }

    /// How the units take part.
    pub fn part(&self) -> Part {
        match self.part.as_str() {
            "coordinate" => Part::Coordinate,
            _ => Part::Lead,
        }
    }

    fn text(&self) -> Result<String, Refusal> {
        words(&self.text, "text", "task-text-empty")
    }

    fn deliverable(&self) -> Result<Option<String>, Refusal> {
        match self.deliverable.trim() {
            "" => Ok(None),
            typed => words(typed, "deliverable", "task-text-empty").map(Some),
        }
    }

    fn window(&self) -> Result<Window, Refusal> {
        let (start, end) = (period(&self.start, "start")?, period(&self.end, "end")?);
        let window = Window::new(start, end, self.limit != "before");
        window.map_err(|_| Refusal::field("end", "days-reversed"))
    }
}

/// One refusal with the fields of several.
fn joined(refusals: impl IntoIterator<Item = Option<Refusal>>) -> Refusal {
    let fields = refusals.into_iter().flatten().flat_map(|refusal| refusal.fields);
    let whole = Refusal::invalid("form-has-errors");
    fields.fold(whole, |refusal, (field, text)| refusal.and_field(field, text))
}

fn period(typed: &str, field: &'static str) -> Result<Option<Period>, Refusal> {
    match typed.trim() {
        "" => Ok(None),
        text => text.parse().map(Some).map_err(|_| Refusal::field(field, "period-unreadable")),
    }
}

/// Text of several lines that must not be empty.
///
/// # Errors
/// It is empty or too long.
pub fn words(
    typed: &str,
    field: &'static str,
    empty: impl Into<Message>,
) -> Result<String, Refusal> {
    let text = text::clean_lines(typed);
    match text.chars().count() {
        0 => Err(Refusal::field(field, empty)),
        1..=LONGEST => Ok(text),
        _ => Err(Refusal::field(field, Message::new("name-too-long").with("longest", LONGEST))),
    }
}

/// A reason, which must not be empty.
///
/// # Errors
/// It is empty or too long.
pub fn reason(typed: &str) -> Result<String, Refusal> {
    words(typed, "reason", "task-reason-empty")
}

/// A report as typed into a form, without its files.
#[derive(Debug, Clone, Default)]
pub struct TypedReport {
    /// What was done.
    pub text: String,
    /// One count.
    pub figure: String,
    /// One on each line.
    pub links: String,
}

impl TypedReport {
    /// Reads a report; files are put to it afterwards.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read(&self) -> Result<ReportDraft, Refusal> {
        let text = words(&self.text, "text", "report-text-empty");
        match (text, figure(&self.figure), links(&self.links)) {
            (Ok(text), Ok(figure), Ok(links)) => {
                Ok(ReportDraft { text, figure, links, files: Vec::new() })
            }
            (text, figure, links) => Err(joined([text.err(), figure.err(), links.err()])),
        }
    }
}

/// A count: digits, perhaps with the points that people put between thousands.
fn figure(typed: &str) -> Result<Option<i64>, Refusal> {
    let digits: String = typed.chars().filter(|sign| !" .\u{a0}".contains(*sign)).collect();
    match digits.as_str() {
        "" => Ok(None),
        text if text.len() <= 12 && text.bytes().all(|byte| byte.is_ascii_digit()) => {
            Ok(text.parse().ok())
        }
        _ => Err(Refusal::field("figure", "report-figure-unreadable")),
    }
}

/// Addresses of the web, which alone may become links of a page.
fn links(typed: &str) -> Result<Vec<String>, Refusal> {
    let cleaned = text::clean_lines(typed);
    let lines: Vec<&str> = cleaned.split_whitespace().collect();
    let is_link = |line: &&str| {
        let rest = line.strip_prefix("https://").or_else(|| line.strip_prefix("http://"));
        rest.is_some_and(|rest| rest.contains('.')) && line.len() <= 500
    };
    match lines.len() <= MOST_LINKS && lines.iter().all(is_link) {
        true => Ok(lines.into_iter().map(str::to_owned).collect()),
        false => Err(Refusal::field("links", "report-links-unreadable")),
    }
}

/// A request for more time, or the answer to it, as typed into a form.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct TypedTime {
    /// The last day wished for.
    pub until: String,
    /// Why.
    pub why: String,
    /// The last day granted.
    pub granted: String,
    /// What is said to it.
    pub answer: String,
    /// `refuse`, or anything else.
    pub decision: String,
}

impl TypedTime {
    /// Reads a request.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read(&self) -> Result<(Day, String), Refusal> {
        let until = self.until.parse().map_err(|_| Refusal::field("until", "day-unreadable"));
        match (until, words(&self.why, "why", "task-reason-empty")) {
            (Ok(until), Ok(reason)) => Ok((until, reason)),
            (until, reason) => Err(joined([until.err(), reason.err()])),
        }
    }

    /// Reads an answer; a refusal needs words.
    ///
    /// # Errors
    /// A refusal that names the fields.
    pub fn read_reply(&self) -> Result<Reply, Refusal> {
        if self.decision == "refuse" {
            let said = words(&self.answer, "answer", "task-reason-empty")?;
            return Ok(Reply { until: None, words: Some(said) });
        }
        let until =
            self.granted.parse().map_err(|_| Refusal::field("granted", "day-unreadable"))?;
        let said = text::clean_lines(&self.answer);
        Ok(Reply { until: Some(until), words: (!said.is_empty()).then_some(said) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_have_digits_and_points() {
        let check = |typed: &str, expect: Option<Option<i64>>| {
            assert_eq!(figure(typed).ok(), expect, "{typed}");
        };
        check("", Some(None));
        check(" 1.234 ", Some(Some(1234)));
        check("0", Some(Some(0)));
        check("12,5", None);
        check("-3", None);
        check("9999999999999", None);
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        let check = |typed: &str, expect: Option<&[&str]>| {
            let found = links(typed).ok();
            let found: Option<Vec<&str>> =
                found.as_ref().map(|all| all.iter().map(String::as_str).collect());
            assert_eq!(found.as_deref(), expect, "{typed}");
        };
        check("", Some(&[]));
        check("https://a.vn/1\r\n\r\nhttp://b.vn", Some(&["https://a.vn/1", "http://b.vn"]));
        check("javascript:alert(1)", None);
        check("a.vn", None);
        check(&"https://a.vn ".repeat(21), None);
    }

    #[test]
    fn windows_read_as_papers_state_them() {
        let window = |start: &str, end: &str, limit: &str| {
            let typed = TypedTask {
                start: start.into(),
                end: end.into(),
                limit: limit.into(),
                ..TypedTask::default()
            };
            let window = typed.window().ok()?;
            Some((window.start.map(|it| it.to_string()), window.last_day().map(Day::written)))
        };
        assert_eq!(window("", "31/5/2027", ""), Some((None, Some("31/5/2027".into()))));
        assert_eq!(window("", "31/5/2027", "before"), Some((None, Some("30/5/2027".into()))));
        let quarter = window("3/2027", "quý II/2027", "");
        assert_eq!(quarter, Some((Some("2027-03".into()), Some("30/6/2027".into()))));
        assert_eq!(window("2028", "2027", ""), None);
        assert_eq!(window("soon", "", ""), None);
    }
}
