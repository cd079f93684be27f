//! Tasks as they are found.

use super::coordination;
use crate::facts::Task;
use crate::read::paper::Paper;
use crate::read::text::{Span, Stated};

/// Tasks in the making.
pub(super) struct Gathering<'a> {
    paper: &'a Paper,
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
    pub(super) fn new(paper: &'a Paper) -> Self {
        Self { paper, tasks: Vec::new() }
    }

    pub(super) fn add(&mut self, what: Span, who: &[Stated<String>]) {
        self.add_with(what, who, &Particulars::default());
    }

    pub(super) fn add_with(&mut self, what: Span, who: &[Stated<String>], more: &Particulars) {
        let text = self.paper.text();
        let mut coordinators = coordination::find(text, what);
        coordinators.extend(more.coordinators.iter().cloned());
        let task = Task {
            assignees: names(who),
            coordinators: names(&coordinators),
            text: text.line(what),
            start: None,
            end: None,
            end_inclusive: true,
            deliverable: more.deliverable.map(|span| text.line(span)),
            evidence: text.evidence(what, if who.is_empty() { 0.5 } else { 1.0 }),
        };
        let _ = more.when;
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
