//! Keys of sentences that are put together from what the rules ask of an entry.

use entry::{Confirmation, Detail, FileKind, Holder, Need, Part, Role, Won};
use hoithi::dossiers::Step;
use hoithi::dossiers::form::Kind as Form;
use hoithi::register::Column;

/// What a dossier in the book may lack.
const NEEDS: [&str; 3] = ["stamp", "agreement", "file"];
/// How far an export from the book is.
const EXPORTS: [&str; 6] = ["waiting", "packing", "ready", "cancelled", "failed", "swept"];

/// Keys of what the rules ask of an entry, and of what the book of dossiers shows.
pub fn entries() -> impl Iterator<Item = String> {
    let label = |prefix: &'static str| move |code: &'static str| format!("{prefix}-{code}");
    let confirmations = Confirmation::ALL.map(Confirmation::code);
    let confirmed = confirmations.into_iter().filter(|code| *code != "none");
    let parts = Part::ALL.into_iter().map(|part| part.label().to_owned());
    let forms = Form::ALL.into_iter().map(|form| form.label().to_owned());
    let holders = Holder::ALL.map(Holder::code).map(label("entry-holder"));
    let details = Detail::ALL.map(Detail::code).map(label("entry-detail"));
    let needs = Need::ALL.map(Need::code).map(label("entry-need"));
    let roles = Role::ALL.map(Role::code).map(label("entry-role"));
    let files = FileKind::ALL.map(FileKind::code).map(label("entry-file"));
    let won = Won::ALL.map(Won::code).map(label("entry-not-won"));
    let lacking = Detail::ALL.map(Detail::code).map(label("gap-author"));
    let events = Step::ALL.map(Step::code).map(label("dossier-event"));
    parts
        .chain(forms)
        .chain(confirmations.map(label("entry-confirmation")))
        .chain(confirmed.map(label("form-confirmed")))
        .chain(holders)
        .chain(details)
        .chain(needs)
        .chain(roles)
        .chain(files)
        .chain(won)
        .chain(lacking)
        .chain(events)
        .chain(Column::ALL.map(Column::label))
        .chain(NEEDS.map(label("register-missing")))
        .chain(EXPORTS.map(label("register-export")))
}
