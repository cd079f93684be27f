//! How a request ends: a page, a redirect, or trouble that is turned into a page with a way out.

use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};
use kernel::refusal::RefusalKind;
use kernel::{Failure, Fault, Instant, Message, Refusal};
use store::dialect::{self, Outage};

use super::{App, Frame, Visitor, Words, keys};
use crate::files;

/// What a handler returns.
pub type Answer = Result<Response, Trouble>;

/// A failure on its way to becoming a page.
#[derive(Debug)]
pub struct Trouble(Failure);

impl<E: Into<Failure>> From<E> for Trouble {
    fn from(failure: E) -> Self {
        Self(failure.into())
    }
}

impl IntoResponse for Trouble {
    /// Only carries the failure; [`explain`] writes the page, because it knows who asks.
    fn into_response(self) -> Response {
        let mut response = StatusCode::INTERNAL_SERVER_ERROR.into_response();
        response.extensions_mut().insert(Arc::new(self.0));
        response
    }
}

/// A page as an answer.
///
/// # Errors
/// The template could not be rendered, which is a fault.
pub fn page(template: &impl Template) -> Answer {
    Ok(Html(template.render()?).into_response())
}

/// A page as an answer with another status than 200.
///
/// # Errors
/// The template could not be rendered, which is a fault.
pub fn page_with(status: StatusCode, template: &impl Template) -> Answer {
    Ok((status, Html(template.render()?)).into_response())
}

/// "It is done, look here": 303 to another page, which shows the notice of this key once.
pub fn see(path: &str, notice: &str) -> Answer {
    let cookie = format!("notice={notice}; Path=/; HttpOnly; SameSite=Lax; Max-Age=60");
    let mut response = Redirect::to(path).into_response();
    let cookie = HeaderValue::from_str(&cookie)?;
    response.headers_mut().append(header::SET_COOKIE, cookie);
    Ok(response)
}

/// What a script is told after it saved a form.
#[derive(serde::Serialize)]
struct SavedAnswer {
    revision: i64,
    says: String,
}

/// The answer to a script that saves a form as it is typed: the new revision and when it was saved, or why it was
/// not.
///
/// # Errors
/// It was no refusal.
pub fn autosaved(words: Words, saved: Result<(i64, Instant), Failure>) -> Answer {
    let refusal = match saved {
        Ok((revision, at)) => {
            let says = words.with("autosaved-at", "moment", at.clock_face());
            return Ok(Json(SavedAnswer { revision, says }).into_response());
        }
        Err(Failure::Refusal(refusal)) => refusal,
        Err(fault) => return Err(fault.into()),
    };
    let fields = refusal.fields.iter().map(|(_, message)| words.tell(message));
    let says = fields.chain([words.tell(&refusal.message)]).next().unwrap_or_default();
    Ok((status_of(refusal.kind), Json(SavedAnswer { revision: 0, says })).into_response())
}

/// The HTTP status of a kind of refusal.
pub fn status_of(kind: RefusalKind) -> StatusCode {
    match kind {
        RefusalKind::Invalid => StatusCode::UNPROCESSABLE_ENTITY,
        RefusalKind::SignInNeeded => StatusCode::UNAUTHORIZED,
        RefusalKind::Forbidden => StatusCode::FORBIDDEN,
        RefusalKind::Absent => StatusCode::NOT_FOUND,
        RefusalKind::Conflict => StatusCode::CONFLICT,
        RefusalKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
        RefusalKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
        RefusalKind::Unavailable => StatusCode::SERVICE_UNAVAILABLE,
    }
}

/// Turns trouble into a page in the visitor's language. The outermost of our layers.
pub async fn explain(State(app): State<App>, request: Request, next: Next) -> Response {
    let visitor = request.extensions().get::<Visitor>().cloned();
    let response = next.run(request).await;
    let Some(visitor) = visitor else { return response };
    let found = response.extensions().get::<Arc<Failure>>().cloned();
    let failure = match (found, response.status()) {
        (Some(failure), _) => failure,
        (None, StatusCode::NOT_FOUND) if is_bare(&response) => Arc::new(Refusal::absent().into()),
        // An address or a query that does not read names nothing that is here.
        (None, StatusCode::METHOD_NOT_ALLOWED | StatusCode::BAD_REQUEST) => {
            Arc::new(Refusal::absent().into())
        }
        (None, _) => return response,
    };
    failure_page(&app, &visitor, &failure)
}

fn is_bare(response: &Response) -> bool {
    !response.headers().contains_key(header::CONTENT_TYPE)
}

/// The page of a failure; for refusals that a sign-in would mend, the way there.
pub(super) fn failure_page(app: &App, visitor: &Visitor, failure: &Failure) -> Response {
    match failure {
        Failure::Refusal(refusal) if wants_sign_in(refusal, visitor) => {
            Redirect::to(&format!("/sign-in?next={}", encode(visitor.path()))).into_response()
        }
        Failure::Refusal(refusal) => {
            let status = status_of(refusal.kind);
            render(app, visitor, status, refusal, None)
        }
        Failure::Fault(fault) => fault_page(app, visitor, fault),
    }
}

fn wants_sign_in(refusal: &Refusal, visitor: &Visitor) -> bool {
    refusal.kind == RefusalKind::SignInNeeded && visitor.is_reading() && visitor.actor().is_none()
}

/// Logs a fault, once, and answers with the reference under which the log has it.
pub fn fault_told(fault: &Fault) -> String {
    let reference = hex::encode(keys::random_bytes::<4>());
    tracing::error!(reference, fault = %fault, "fault {reference}: {fault}");
    metrics::counter!("hoithi_faults_total").increment(1);
    reference
}

/// The page of a fault shows the reference under which the log has it. A database that is away or
/// full, and a depot that is away, is told as such, with what to do.
fn fault_page(app: &App, visitor: &Visitor, fault: &Fault) -> Response {
    let reference = fault_told(fault);
    let (status, key) = match dialect::outage(fault) {
        None if fault.cause::<files::Trouble>().is_some() => {
            (StatusCode::SERVICE_UNAVAILABLE, "files-away")
        }
        None => (StatusCode::INTERNAL_SERVER_ERROR, "fault"),
        Some(Outage::Full) => (StatusCode::INSUFFICIENT_STORAGE, "disk-full"),
        Some(Outage::ReadOnly) => (StatusCode::SERVICE_UNAVAILABLE, "database-read-only"),
        Some(Outage::Away | Outage::Broken) => (StatusCode::SERVICE_UNAVAILABLE, "database-away"),
    };
    let message = Message::new(key).with("reference", &reference);
    let refusal = Refusal::new(RefusalKind::Unavailable, message);
    render(app, visitor, status, &refusal, Some(reference))
}

#[derive(Template)]
#[template(path = "frame/pages/trouble.html")]
struct TroublePage {
    frame: Frame,
    heading: String,
    sentence: String,
    details: Vec<String>,
    way_out: (String, String),
    reference: Option<String>,
}

fn render(
    app: &App,
    visitor: &Visitor,
    status: StatusCode,
    refusal: &Refusal,
    reference: Option<String>,
) -> Response {
    let frame = Frame::new(app, visitor);
    let words = frame.t;
    let (label, href) = match &refusal.way_out {
        Some(way_out) => (words.tell(&way_out.label), way_out.href.clone()),
        None => (words.say("way-home"), "/".to_owned()),
    };
    let page = TroublePage {
        heading: words.say(heading_key(status)),
        sentence: words.tell(&refusal.message),
        details: refusal.fields.iter().map(|(_, message)| words.tell(message)).collect(),
        way_out: (label, href),
        reference,
        frame,
    };
    match page.render() {
        Ok(html) => (status, Html(html)).into_response(),
        Err(error) => {
            tracing::error!(%error, "the page of an error could not be written: {error}");
            status.into_response()
        }
    }
}

fn heading_key(status: StatusCode) -> &'static str {
    match status {
        StatusCode::NOT_FOUND => "heading-absent",
        StatusCode::FORBIDDEN => "heading-forbidden",
        StatusCode::UNAUTHORIZED => "heading-sign-in",
        StatusCode::CONFLICT => "heading-conflict",
        StatusCode::TOO_MANY_REQUESTS => "heading-too-many",
        StatusCode::INTERNAL_SERVER_ERROR => "heading-fault",
        StatusCode::SERVICE_UNAVAILABLE | StatusCode::INSUFFICIENT_STORAGE => "heading-unavailable",
        _ => "heading-invalid",
    }
}

/// Percent-encodes a path so that it can stand in a query.
pub fn encode(path: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"/-_.~".contains(&byte);
    path.bytes()
        .map(|byte| match plain(byte) {
            true => char::from(byte).to_string(),
            false => format!("%{byte:02X}"),
        })
        .collect()
}
