//! Tasks as they are found.

use std::sync::LazyLock;

use super::coordination;
use crate::facts::Task;
use crate::read::facts::dates::{Moment, Partial, Years, moments};
use crate::read::form::Form;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated, Text};

static FURTHER: LazyLock<Form> = LazyLock::new(|| {
    Form::new(
        r"để (kịp thời )?(tổng hợp|theo dõi|xem xét|báo cáo|trình|gửi|chuyển|thẩm định|lựa chọn|chọn|ban tổ chức|hội đồng|sở|ubnd)",
    )
});

/// Tasks in the making.
pub(super) struct Gathering<'a> {
    paper: &'a Paper,
    years: &'a Years,
    tasks: Vec<(Span, Task)>,
}

/// What labels add to a task.
#[derive(Default)]
pub(super) struct Particulars {
    pub coordinators: Vec<Stated<String>>,
    pub when: Option<Span>,
    pub deliverable: Option<Span>,
}

impl<'a> Gathering<'a> {
    pub(super) fn new(paper: &'a Paper, years: &'a Years) -> Self {
        Self { paper, years, tasks: Vec::new() }
    }

    pub(super) fn add(&mut self, what: Span, who: &[Stated<String>]) {
        self.add_with(what, who, &Particulars::default());
    }

    pub(super) fn add_with(&mut self, what: Span, who: &[Stated<String>], more: &Particulars) {
        let text = self.paper.text();
        let mut coordinators = coordination::find(text, what);
        coordinators.extend(more.coordinators.iter().cloned());
        let window = window(text, what, more.when, self.years);
        let date = |date: Option<Partial>| date.and_then(Partial::iso);
        let task = Task {
            assignees: names(who),
            coordinators: names(&coordinators),
            text: text.line(what),
            start: window.as_ref().and_then(|moment| date(moment.start)),
            end: window.as_ref().and_then(|moment| date(moment.end)),
            end_inclusive: window.is_none_or(|moment| moment.inclusive),
            deliverable: more.deliverable.map(|span| text.line(span)),
            evidence: text.evidence(what, if who.is_empty() { 0.5 } else { 1.0 }),
        };
        if !task.assignees.is_empty() && !self.tasks.iter().any(|(known, _)| *known == what) {
            self.tasks.push((what, task));
        }
    }

    /// In reading order.
    pub(super) fn tasks(mut self) -> Vec<Task> {
        self.tasks.sort_by_key(|(span, _)| *span);
        self.tasks.into_iter().map(|(_, task)| task).collect()
    }
}

/// When it is to be done: what its label says, else the last bounded date of its sentence. What others
/// will do with it ("để tổng hợp, gửi …") has a date of its own.
fn window(text: &Text, what: Span, when: Option<Span>, years: &Years) -> Option<Moment> {
    match when {
        Some(label) => moments(text, label, years).into_iter().next(),
        None => {
            let own = FURTHER.find(text, what).map(|further| further.span().start);
            let own = own.map(|end| moments(text, Span::new(what.start, end), years));
            let all =
                own.filter(|own| !own.is_empty()).unwrap_or_else(|| moments(text, what, years));
            all.iter().rfind(|moment| moment.bounded).or(all.last()).cloned()
        }
    }
}

/// Each name once.
fn names(units: &[Stated<String>]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for unit in units {
        if !unit.value.is_empty() && !names.contains(&unit.value) {
            names.push(unit.value.clone());
        }
    }
    names
}
