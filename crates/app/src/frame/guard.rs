//! Guards of the house door: hosts, headers, who may take which route, how long and how much.

use axum::extract::{Request, State};
use axum::http::{HeaderName, HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use kernel::Refusal;
use kernel::refusal::RefusalKind;

use super::{App, Trouble, Visitor, visitor};
use crate::accounts::{Actor, Role};

/// Who may take a route at all. What they find there is decided when it is loaded.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Access {
    /// Everybody.
    Anyone,
    /// Whoever is signed in.
    SignedIn,
    /// Whoever holds any role: they help authors to come in.
    Helper,
    /// Secretaries, also of one unit's contests only, and administrators.
    ContestSecretary,
    /// Secretaries and administrators of the installation.
    Secretary,
    /// Administrators.
    Administrator,
}

impl Access {
    /// Whether this person may take the route.
    pub fn admits(self, actor: Option<&Actor>) -> bool {
        match (self, actor) {
            (Self::Anyone, _) | (Self::SignedIn, Some(_)) => true,
            (_, None) => false,
            (Self::Helper, Some(actor)) => actor.may_help_authors(),
            (Self::ContestSecretary, Some(actor)) => actor.may_begin_contests(),
            (Self::Secretary, Some(actor)) => actor.runs_the_office(),
            (Self::Administrator, Some(actor)) => actor.holds(Role::Administrator),
        }
    }

    /// Strangers are asked to sign in; for those who are known and not admitted there is nothing here.
    pub fn check(self, actor: Option<&Actor>) -> Result<(), Refusal> {
        match (self.admits(actor), actor) {
            (true, _) => Ok(()),
            (false, None) => Err(Refusal::new(RefusalKind::SignInNeeded, "sign-in-needed")),
            (false, Some(_)) => Err(Refusal::absent()),
        }
    }
}

/// Lets a route be taken only by whom its access admits.
pub async fn admit(
    State(access): State<Access>,
    visitor: Visitor,
    request: Request,
    next: Next,
) -> Response {
    match access.check(visitor.actor()) {
        Ok(()) => next.run(request).await,
        Err(refusal) => Trouble::from(refusal).into_response(),
    }
}

/// Turns away requests that name another host than ours.
pub async fn known_host(State(app): State<App>, request: Request, next: Next) -> Response {
    let host = request.headers().get(header::HOST).and_then(|host| host.to_str().ok());
    let host = host.or_else(|| request.uri().authority().map(|authority| authority.as_str()));
    match host {
        Some(host) if app.configuration.answers_to(host) => next.run(request).await,
        _ => StatusCode::MISDIRECTED_REQUEST.into_response(),
    }
}

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
    font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; object-src 'none'";

const HEADERS: [(HeaderName, &str); 7] = [
    (header::CONTENT_SECURITY_POLICY, POLICY),
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (HeaderName::from_static("cross-origin-opener-policy"), "same-origin"),
    (HeaderName::from_static("cross-origin-resource-policy"), "same-origin"),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    (header::STRICT_TRANSPORT_SECURITY, "max-age=31536000; includeSubDomains"),
];

/// Puts the security headers on every answer and takes the shown notice away.
pub async fn headers(State(app): State<App>, request: Request, next: Next) -> Response {
    let had_notice = visitor::cookie(request.headers(), "notice").is_some();
    let mut response = next.run(request).await;
    let headers = response.headers_mut();
    for (name, value) in HEADERS {
        let only_https = name == header::STRICT_TRANSPORT_SECURITY;
        if !only_https || app.configuration.is_secure() {
            headers.entry(name).or_insert(HeaderValue::from_static(value));
        }
    }
    headers.entry(header::CACHE_CONTROL).or_insert(HeaderValue::from_static("no-store"));
    let is_page = headers
        .get(header::CONTENT_TYPE)
        .is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    if had_notice && is_page {
        let gone = HeaderValue::from_static("notice=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0");
        headers.append(header::SET_COOKIE, gone);
    }
    response
}

/// What the request log says: method, route, status, milliseconds; no person, no query.
pub async fn log(request: Request, next: Next) -> Response {
    let route = request.extensions().get::<axum::extract::MatchedPath>();
    let route = route.map_or_else(|| "unknown".to_owned(), |path| path.as_str().to_owned());
    let method = request.method().clone();
    let begun = kernel::time::Stopwatch::start();
    let response = next.run(request).await;
    let (status, micros) = (response.status().as_u16(), begun.micros());
    let labels = [("route", route.clone()), ("status", status.to_string())];
    metrics::counter!("hoithi_requests_total", &labels).increment(1);
    metrics::histogram!("hoithi_request_microseconds", "route" => route.clone())
        .record(micros as f64);
    tracing::info!(%method, route, status, micros, "{method} {route} {status}");
    response
}
