//! What is kept about one account: which rows of which tables, and which of their columns tell of others.

use std::collections::{BTreeMap, BTreeSet};

use kernel::Fault;
use kernel::id::AccountId;
use store::{Reader, Schema, Store};

/// How a page shows a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// As it stands.
    Text,
    /// A moment.
    At,
    /// A word that begins so as a key of its name.
    Word(&'static str),
}

use Shown::{At, Text, Word};

/// Rows of one table that tell of an account.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    /// The table.
    pub table: &'static str,
    /// Which rows; `$1` is the account.
    of: &'static str,
    /// The columns that a page shows; the file for programs holds all.
    pub shown: &'static [(&'static str, Shown)],
}

const OWN: &str = "account_id = $1";
const OF_DOSSIERS: &str = "dossier_id in (select m.dossier_id from dossier_member m
    where m.account_id = $1 and m.left_at is null)";
/// Who judges a dossier its authors never learn.
const OF_DOSSIERS_TOLD: &str = "thing <> 'sheet' and dossier_id in (select m.dossier_id
    from dossier_member m where m.account_id = $1 and m.left_at is null)";
const OF_TALKS: &str = "conversation_id in (select v.id from conversation v where v.account_id = $1
    or v.dossier_id in (select m.dossier_id from dossier_member m
        where m.account_id = $1 and m.left_at is null))";

const OF_SEATS: &str = "member_id in (select s.id from council_member s where s.account_id = $1)";

const fn part(
    table: &'static str,
    of: &'static str,
    shown: &'static [(&'static str, Shown)],
) -> Part {
    Part { table, of, shown }
}

/// Every part, in the order of the page.
pub const PARTS: [Part; 39] = [
    part("account", "id = $1", &[("name", Text), ("email", Text), ("created_at", At)]),
    part(
        "consent",
        OWN,
        &[("purpose", Word("consent")), ("kind", Word("kept-consent")), ("stated_at", At)],
    ),
    part("role_grant", OWN, &[("role", Word("role")), ("from_day", Text), ("until_day", Text)]),
    part(
        "session",
        OWN,
        &[("created_at", At), ("seen_at", At), ("address", Text), ("agent", Text)],
    ),
    part("known_device", OWN, &[("created_at", At), ("seen_at", At)]),
    part("email_change", OWN, &[("email", Text), ("created_at", At)]),
    part("author_help", OWN, &[("kind", Word("help")), ("helped_at", At)]),
    part("credential", OWN, &[("changed_at", At)]),
    part("second_factor", OWN, &[("confirmed_at", At)]),
    part("recovery_code", OWN, &[]),
    part("one_time_link", OWN, &[]),
    part("handed_code", OWN, &[]),
    part("calendar_link", OWN, &[("created_at", At)]),
    part(
        "dossier",
        "id in (select m.dossier_id from dossier_member m
        where m.account_id = $1 and m.left_at is null)",
        &[("number", Text), ("state", Word("dossier")), ("opened_at", At)],
    ),
    part("dossier_member", OWN, &[]),
    part("dossier_part", OF_DOSSIERS, &[]),
    part("dossier_file", OF_DOSSIERS, &[("name", Text), ("added_at", At)]),
    part("dossier_version", OF_DOSSIERS, &[("title", Text), ("received_at", At), ("code", Text)]),
    part(
        "dossier_event",
        OF_DOSSIERS,
        &[("kind", Word("dossier-event")), ("reason", Text), ("made_at", At)],
    ),
    part("dossier_agreement", OF_DOSSIERS, &[("name", Text), ("made_at", At)]),
    part("dossier_invitation", OF_DOSSIERS, &[("address", Text), ("sent_at", At)]),
    part("dossier_confirmation", OF_DOSSIERS, &[("asked_at", At), ("answered_at", At)]),
    part("dossier_decision", OF_DOSSIERS, &[("reason", Text), ("made_at", At)]),
    part("dossier_rebase", OF_DOSSIERS, &[("reason", Text), ("made_at", At)]),
    part(
        "conversation",
        "account_id = $1 or dossier_id in (select m.dossier_id from dossier_member m
        where m.account_id = $1 and m.left_at is null)",
        &[("subject", Text), ("opened_at", At)],
    ),
    part("conversation_message", OF_TALKS, &[("text", Text), ("said_at", At)]),
    part(
        "conversation_file",
        "message_id in (select m.id from conversation_message m where m.said_by = $1)",
        &[("name", Text)],
    ),
    part(
        "look",
        OF_DOSSIERS_TOLD,
        &[("role", Word("role")), ("thing", Word("look")), ("last_at", At), ("count", Text)],
    ),
    part(
        "council_member",
        OWN,
        &[("name", Text), ("title", Text), ("role", Word("council")), ("called_at", At)],
    ),
    part("council_tie", OF_SEATS, &[("name", Text), ("reason", Text), ("declared_at", At)]),
    part("award_presence", OF_SEATS, &[("came_at", At)]),
    part("award_stepping_out", OF_SEATS, &[("reason", Text)]),
    part("score_sheet", "signed_by = $1", &[("version", Text), ("signed_at", At)]),
    part("upload", OWN, &[("name", Text), ("state", Word("upload-state")), ("began_at", At)]),
    part("notice", OWN, &[("about", Text), ("words", Text), ("created_at", At)]),
    part("notice_choice", OWN, &[]),
    part("notice_hours", OWN, &[]),
    part("erasure_request", OWN, &[("asked_at", At), ("reason", Text)]),
    part("person_export", OWN, &[("asked_at", At), ("reason", Text)]),
];

/// Columns that name somebody who did something in office, or to whom a list belongs that is made of others' data. They
/// tell of the office, and stand in the ledger's list of what somebody did.
pub const OF_OTHERS: [(&str, &str); 61] = [
    ("account", "disabled_by"),
    ("second_factor_use", "account_id"),
    ("role_grant", "granted_by"),
    ("role_grant", "revoked_by"),
    ("one_time_link", "created_by"),
    ("news", "written_by"),
    ("dossier", "opened_by"),
    ("dossier_invitation", "sent_by"),
    ("dossier_agreement", "account_id"),
    ("dossier_confirmation", "asked_by"),
    ("dossier_confirmation", "answered_by"),
    ("dossier_file", "added_by"),
    ("dossier_version", "submitted_by"),
    ("dossier_event", "made_by"),
    ("author_help", "helped_by"),
    ("earlier_import", "asked_by"),
    ("earlier_import", "decided_by"),
    ("prior_verdict", "given_by"),
    ("dossier_arrival", "noted_by"),
    ("dossier_supplement", "asked_by"),
    ("dossier_verdict", "made_by"),
    ("dossier_decision", "made_by"),
    ("dossier_rebase", "made_by"),
    ("council", "founded_by"),
    ("council_member", "called_by"),
    ("council_member", "left_by"),
    ("council_tie", "declared_by"),
    ("council_tie", "ended_by"),
    ("council_assignment", "assigned_by"),
    ("council_assignment", "ended_by"),
    ("score_sheet", "signed_by"),
    ("paper_sheet", "printed_by"),
    ("paper_sheet", "ended_by"),
    ("paper_entry", "keyed_by"),
    ("paper_scan", "sent_by"),
    ("second_marking", "ordered_by"),
    ("second_marking", "ended_by"),
    ("award_meeting", "called_by"),
    ("award_meeting", "ended_by"),
    ("award_presence", "noted_by"),
    ("award_motion", "noted_by"),
    ("award_motion", "ended_by"),
    ("award_publication", "ordered_by"),
    ("award_publication", "ended_by"),
    ("certificate_run", "issued_by"),
    ("certificate", "ended_by"),
    ("dossier_view", "account_id"),
    ("dossier_export", "account_id"),
    ("conversation", "taken_by"),
    ("conversation_message", "said_by"),
    ("conversation_withdrawal", "withdrawn_by"),
    ("conversation_remark", "said_by"),
    ("conversation_event", "made_by"),
    ("conversation_reading", "account_id"),
    ("answer_template", "changed_by"),
    ("rubric", "made_by"),
    ("rubric_seal", "sealed_by"),
    ("retention_run", "ordered_by"),
    ("look", "account_id"),
    ("person_export", "ordered_by"),
    ("erasure_request", "answered_by"),
];

/// Columns that hold an account and that no reference of the schema names.
const UNREFERENCED: [(&str, &str); 1] = [("dossier_part", "saved_by")];

/// A row as text, by column.
pub type Row = BTreeMap<String, Option<String>>;

/// The rows of a part, without secrets and without who else had to do with them.
///
/// # Errors
/// The database is away.
pub async fn rows(store: &Store, part: &Part, account: AccountId) -> Result<Vec<Row>, Fault> {
    let table = store.schema().table(part.table)?;
    let sql = format!(
        "{} where {} order by {}.{}",
        table.select_as_text(),
        part.of,
        table.name,
        table.key()
    );
    let reader: &Reader = store;
    let found = reader.raw_rows(&sql, [account.to_string().into()]).await?;
    let left_out = left_out(part.table);
    let told = |row: Row| -> Row {
        row.into_iter().filter(|(column, _)| !left_out.contains(column.as_str())).collect()
    };
    found.iter().map(|row| table.text_of(row).map(told)).collect()
}

fn left_out(table: &str) -> BTreeSet<&'static str> {
    let secret = Schema::classes().filter(|(of, _, class)| *of == table && *class == "secret");
    let secret = secret.map(|(_, column, _)| column);
    let others = OF_OTHERS.iter().chain(&UNREFERENCED).filter(|(of, _)| *of == table);
    secret.chain(others.map(|(_, column)| *column)).collect()
}
