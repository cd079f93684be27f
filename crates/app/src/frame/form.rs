//! Forms: what was typed, what is wrong with it, and how it is shown again without losing a letter.

use axum::body::{Body, Bytes};
use axum::extract::{FromRequest, Request};
use axum::http::StatusCode;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Refusal};
use serde::de::DeserializeOwned;

use super::{Trouble, Words};

/// The fields of a submitted form; repeated fields become lists.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        let (parts, body) = request.into_parts();
        let whole = Bytes::from_request(Request::from_parts(parts.clone(), body), state).await;
        let body = whole.map_err(|rejection| unreadable(rejection.status()))?;
        let request = Request::from_parts(parts, Body::from(without_nul(&body)));
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(fields)) => Ok(Self(fields)),
            Err(rejection) => Err(unreadable(rejection.status()).into()),
        }
    }
}

/// NUL is no letter and PostgreSQL keeps none; no field of any form may hold it.
fn without_nul(body: &[u8]) -> Vec<u8> {
    let mut kept = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((byte, after)) = rest.split_first() {
        if let Some(after) = rest.strip_prefix(b"%00") {
            rest = after;
            continue;
        }
        if *byte != 0 {
            kept.push(*byte);
        }
        rest = after;
    }
    kept
}

fn unreadable(status: StatusCode) -> Refusal {
    match status {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::new(RefusalKind::TooLarge, "form-too-large"),
        _ => Refusal::invalid("form-unreadable"),
    }
}

/// The sentences of a refused form, in the visitor's language.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    /// The sentence at the top; empty when nothing was refused.
    pub summary: String,
    fields: Vec<(&'static str, String)>,
}

impl Errors {
    /// No errors: the form is shown for the first time.
    pub fn none() -> Self {
        Self::default()
    }

    /// The errors that a refusal names. A fault is passed on, and so is a refusal that a form cannot
    /// show: absence, or a sign-in that is needed.
    ///
    /// # Errors
    /// The failure does not belong into a form.
    pub fn of(failure: Failure, words: Words) -> Result<(Self, StatusCode), Trouble> {
        let Failure::Refusal(refusal) = failure else { return Err(failure.into()) };
        if matches!(refusal.kind, RefusalKind::Absent | RefusalKind::SignInNeeded) {
            return Err((*refusal).into());
        }
        let fields = refusal.fields.iter().map(|(name, text)| (*name, words.tell(text))).collect();
        let errors = Self { summary: words.tell(&refusal.message), fields };
        Ok((errors, super::answer::status_of(refusal.kind)))
    }

    /// The sentence beside a field, if there is one.
    pub fn at(&self, name: &str) -> Option<&str> {
        let found = self.fields.iter().find(|(field, _)| *field == name);
        found.map(|(_, sentence)| sentence.as_str())
    }

    /// The fields that have a sentence, with it, for the summary's links.
    pub fn each(&self) -> &[(&'static str, String)] {
        &self.fields
    }

    /// Whether anything was refused.
    pub fn any(&self) -> bool {
        !self.summary.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_holds_nul() {
        let check = |body: &[u8], expect: &[u8]| assert_eq!(without_nul(body), expect);
        check(b"name=a%00b&code=\0", b"name=ab&code=");
        check(b"name=100%&x=%0", b"name=100%&x=%0");
        check(b"%00%00", b"");
    }
}
