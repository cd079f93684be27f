//! What is typed into the forms of certificates.

use kernel::{Day, Refusal};

use super::change::Correction;
use super::issue::Draft;
use super::plan::Form;
use crate::contests::typed::{Typed, Wrong, line, lines};

/// Reads how certificates are headed and signed.
///
/// # Errors
/// Every sentence beside its field.
pub fn draft(typed: &Typed) -> Result<Draft, Refusal> {
    let mut wrong = Wrong::default();
    let form = match typed.text("form") {
        "dossier" => Form::EachDossier,
        _ => Form::EachAuthor,
    };
    let superior = wrong.or_empty(line(typed.text("superior"), "superior", 200));
    let issuer = wrong.or_none(required(line(typed.text("issuer"), "issuer", 200), "issuer"));
    let symbol = wrong.or_none(required(line(typed.text("symbol"), "symbol", 40), "symbol"));
    let decision = wrong.or_empty(line(typed.text("decision"), "decision", 200));
    let place = wrong.or_none(required(line(typed.text("place"), "place", 100), "place"));
    let unreadable = |_| Refusal::field("day", "day-unreadable");
    let dated = wrong.or_none(typed.text("day").parse::<Day>().map_err(unreadable));
    let posts = wrong.or_none(required(lines(typed.text("posts"), "posts", 400), "posts"));
    let signer = wrong.or_empty(line(typed.text("signer"), "signer", 100));
    let reason = wrong.or_empty(lines(typed.text("reason"), "reason", 1_000));
    wrong.finish()?;
    let (Some(issuer), Some(symbol), Some(place)) = (issuer, symbol, place) else {
        return Err(Refusal::invalid("form-unreadable"));
    };
    let (Some(dated), Some(posts)) = (dated, posts) else {
        return Err(Refusal::invalid("form-unreadable"));
    };
    let is_framed = typed.text("sheet") != "printed";
    Ok(Draft {
        form,
        is_framed,
        superior,
        issuer,
        symbol,
        decision,
        place,
        dated,
        posts,
        signer,
        reason,
    })
}

fn required(read: Result<Option<String>, Refusal>, field: &'static str) -> Result<String, Refusal> {
    read?.ok_or_else(|| Refusal::field(field, "certificate-field-missing"))
}

/// Reads what a certificate says rightly.
///
/// # Errors
/// Every sentence beside its field.
pub fn correction(typed: &Typed) -> Result<Correction, Refusal> {
    let mut wrong = Wrong::default();
    let holder = lines(typed.text("holder"), "holder", 1_000);
    let holder = wrong.or_none(required(holder, "holder"));
    let unit = wrong.or_empty(line(typed.text("unit"), "unit", 300));
    let reason = lines(typed.text("wrong"), "wrong", 1_000);
    let reason = wrong.or_none(required(reason, "wrong"));
    wrong.finish()?;
    let (Some(holder), Some(reason)) = (holder, reason) else {
        return Err(Refusal::invalid("form-unreadable"));
    };
    Ok(Correction { holder, unit: unit.unwrap_or_default(), reason })
}

/// A reason that must be given.
///
/// # Errors
/// There is none, or it is too long.
pub fn reason(typed: &Typed) -> Result<String, Refusal> {
    required(lines(typed.text("reason"), "reason", 1_000), "reason")
}
