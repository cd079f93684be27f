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

/// Keys of why a dossier is out, and of how a request for more ended.
pub fn reception() -> impl Iterator<Item = String> {
    let grounds = hoithi::reception::ground::Ground::ALL.into_iter().map(|ground| ground.label());
    let ended = ["returned", "replaced", "decided"].map(|ended| format!("supplement-{ended}"));
    grounds.chain(ended)
}

/// Keys of whose turn it is in a conversation, and of ready answers.
pub fn conversations() -> impl Iterator<Item = String> {
    use hoithi::conversations::answers::Ready;
    use hoithi::conversations::{Side, State};
    let states = State::ALL.into_iter().flat_map(|state| Side::ALL.map(|side| state.label(side)));
    let ready = Ready::ALL.into_iter().flat_map(|ready| [ready.label(), ready.text()]);
    states.map(str::to_owned).chain(ready)
}

/// Keys of what personal data are kept for how long, and of what was looked at.
pub fn privacy() -> impl Iterator<Item = String> {
    let rules = hoithi::privacy::RULES.into_iter();
    let rules =
        rules.flat_map(|it| [it.class.label(), it.class.since(), it.way.label().to_owned()]);
    rules.chain(hoithi::looks::Thing::ALL.map(hoithi::looks::Thing::label)).chain(kept())
}

/// How far an export of one person's data is.
const EXTRACTS: [&str; 5] = ["waiting", "packing", "ready", "failed", "swept"];

/// Keys of the file that tells somebody what is kept about them.
fn kept() -> impl Iterator<Item = String> {
    let shown = hoithi::privacy::PARTS.into_iter().filter(|part| !part.shown.is_empty());
    let keys = shown.flat_map(|part| {
        let columns = part.shown.iter().map(|(column, _)| format!("kept-column-{column}"));
        columns.chain([format!("kept-{}", part.table)])
    });
    let states = EXTRACTS.map(|state| format!("data-export-{state}"));
    let said = ["given", "withdrawn"].map(|kind| format!("kept-consent-{kind}"));
    let grounds = hoithi::privacy::ground::Ground::ALL.map(|ground| ground.label());
    let answers = ["withdrawn", "refused", "erased"].map(|answer| format!("erasure-{answer}"));
    let keys = keys.map(|key| key.replace('_', "-")).chain(states).chain(said);
    keys.chain(grounds).chain(answers)
}

/// Keys of what an earlier solution is, of verdicts, and of how far a list is.
pub fn prior_art() -> impl Iterator<Item = String> {
    let lists = ["reading", "read", "wrong", "refused", "accepted", "withdrawn"];
    let lists = lists.into_iter().map(|state| format!("prior-list-{state}"));
    let sources = hoithi::prior_art::Source::ALL.into_iter().map(|source| source.label());
    let opinions = hoithi::prior_art::Opinion::ALL.into_iter().map(|opinion| opinion.label());
    lists.chain(sources).chain(opinions)
}
