//! Fifth stage: the facts, each kind in a file with its rule, the sentence forms that it knows, and
//! its examples as tests.

pub(crate) mod agencies;
pub(crate) mod attachments;
pub(crate) mod budget;
pub(crate) mod channels;
pub(crate) mod citations;
pub(crate) mod contacts;
pub(crate) mod contest;
pub(crate) mod dates;
pub(crate) mod eligibility;
pub(crate) mod fields;
pub(crate) mod head;
pub(crate) mod milestones;
pub(crate) mod prizes;
pub(crate) mod reporting;
pub(crate) mod tail;
pub(crate) mod tasks;
pub(crate) mod web;
