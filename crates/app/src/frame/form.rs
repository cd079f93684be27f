//! Forms: what was typed, what is wrong with it, and how it is shown again without losing a letter.

use axum::extract::{FromRequest, Request};
use axum_extra::extract::FormRejection;
use kernel::refusal::RefusalKind;
use kernel::{Failure, Refusal};
use serde::de::DeserializeOwned;

use super::{Trouble, Words};

/// The fields of a submitted form; repeated fields become lists.
pub struct Form<T>(pub T);

impl<T: DeserializeOwned, S: Send + Sync> FromRequest<S> for Form<T> {
    type Rejection = Trouble;

    async fn from_request(request: Request, state: &S) -> Result<Self, Trouble> {
        match axum_extra::extract::Form::<T>::from_request(request, state).await {
            Ok(axum_extra::extract::Form(fields)) => Ok(Self(fields)),
            Err(rejection) => Err(unreadable(&rejection).into()),
        }
    }
}

fn unreadable(rejection: &FormRejection) -> Refusal {
    match rejection.status().as_u16() {
        413 => Refusal::new(RefusalKind::TooLarge, "form-too-large"),
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
    pub fn of(failure: Failure, words: Words) -> Result<(Self, axum::http::StatusCode), Trouble> {
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
