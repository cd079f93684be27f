//! The visitor: who asks, in which language, from where, at what moment.

use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts, Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::Response;
use kernel::refusal::RefusalKind;
use kernel::{Instant, Refusal};

use super::{App, Locale, Trouble, Words, answer};
use crate::accounts::{self, Actor};
use crate::notices;

/// Who asks. Cheap to clone.
#[derive(Debug, Clone)]
pub struct Visitor(Arc<Visit>);

#[derive(Debug)]
struct Visit {
    actor: Option<Actor>,
    locale: Locale,
    path: String,
    reading: bool,
    at: Instant,
    notice: Option<String>,
    address: IpAddr,
    agent: String,
    token: Option<String>,
    device: Option<String>,
    unread: i64,
}

impl Visitor {
    /// Who is signed in, if anybody.
    pub fn actor(&self) -> Option<&Actor> {
        self.0.actor.as_ref()
    }

    /// Sentences in the visitor's language.
    pub fn words(&self) -> Words {
        Words(self.0.locale)
    }

    /// Path and query of the request.
    pub fn path(&self) -> &str {
        &self.0.path
    }

    /// Whether the request is for a page.
    pub fn is_reading(&self) -> bool {
        self.0.reading
    }

    /// The moment of the request.
    pub fn at(&self) -> Instant {
        self.0.at
    }

    /// Key of the notice that the last act left.
    pub fn notice(&self) -> Option<&str> {
        self.0.notice.as_deref()
    }

    /// Network address of the visitor.
    pub fn address(&self) -> IpAddr {
        self.0.address
    }

    /// What the browser says that it is, cut to 200 characters.
    pub fn agent(&self) -> &str {
        &self.0.agent
    }

    /// How many notices wait for the person, as far as they are counted.
    pub fn unread(&self) -> i64 {
        self.0.unread
    }

    /// The token of the session cookie, valid or not.
    pub fn token(&self) -> Option<&str> {
        self.0.token.as_deref()
    }

    /// The token of the device, given at an earlier sign-in of whomever.
    pub fn device(&self) -> Option<&str> {
        self.0.device.as_deref()
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Visitor {
    type Rejection = Trouble;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Trouble> {
        let met = parts.extensions.get::<Self>().cloned();
        Ok(met.ok_or_else(|| kernel::Fault::new("a route without a visitor"))?)
    }
}

impl<S: Send + Sync> FromRequestParts<S> for Actor {
    type Rejection = Trouble;

    /// The person who is signed in; nobody else gets past.
    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Trouble> {
        let visitor = Visitor::from_request_parts(parts, state).await?;
        let needed = || Refusal::new(RefusalKind::SignInNeeded, "sign-in-needed");
        Ok(visitor.actor().cloned().ok_or_else(needed)?)
    }
}

/// Finds out who asks, once for each request. Without a database nobody is known, and the page says so.
pub async fn meet(State(app): State<App>, mut request: Request, next: Next) -> Response {
    let token = cookie(request.headers(), session_cookie(&app)).map(str::to_owned);
    let device = cookie(request.headers(), device_cookie(&app)).map(str::to_owned);
    let at = app.store.now();
    let found = match token.as_deref().filter(|_| asks_for_somebody(request.uri().path())) {
        Some(token) => {
            // Only a page has a bell.
            let most = if request.method() == Method::GET { notices::MOST_COUNTED } else { 0 };
            accounts::session::actor_of(&app.store, token, (at, most)).await
        }
        None => Ok(None),
    };
    let (found, fault) = match found {
        Ok(found) => (found, None),
        Err(fault) => (None, Some(fault)),
    };
    let (actor, unread) = found.map_or((None, 0), |(actor, unread)| (Some(actor), unread));
    let visit = Visit { unread, ..visit(&request, actor, (token, device), at) };
    let visitor = Visitor(Arc::new(visit));
    if let Some(fault) = fault {
        return answer::failure_page(&app, &visitor, &fault.into());
    }
    request.extensions_mut().insert(visitor);
    next.run(request).await
}

/// Style sheets and the pulse are the same for everybody, and are there when the database is not.
fn asks_for_somebody(path: &str) -> bool {
    !path.starts_with("/assets/") && !path.starts_with("/health/")
}

/// `token` and `device` are what the cookies hold.
fn visit(
    request: &Request,
    actor: Option<Actor>,
    (token, device): (Option<String>, Option<String>),
    at: Instant,
) -> Visit {
    let headers = request.headers();
    let chosen = cookie(headers, "lang").and_then(|code| code.parse().ok());
    let preferred = actor.as_ref().map(|actor| actor.locale);
    let path = request.uri().path_and_query().map_or("/", |path| path.as_str());
    Visit {
        locale: chosen.or(preferred).or_else(|| browser_locale(headers)).unwrap_or_default(),
        actor,
        path: path.to_owned(),
        reading: *request.method() == Method::GET,
        at,
        notice: cookie(headers, "notice").map(str::to_owned),
        address: address(request),
        agent: text_header(headers, header::USER_AGENT).chars().take(200).collect(),
        token,
        device,
        unread: 0,
    }
}

/// Name of the session cookie; under HTTPS one that no other host and no plain page can set.
pub fn session_cookie(app: &App) -> &'static str {
    match app.configuration.is_secure() {
        true => "__Host-hoithi",
        false => "hoithi",
    }
}

/// Name of the cookie by which a device is known again.
pub fn device_cookie(app: &App) -> &'static str {
    match app.configuration.is_secure() {
        true => "__Host-device",
        false => "device",
    }
}

/// The value of a cookie.
pub fn cookie<'h>(headers: &'h HeaderMap, name: &str) -> Option<&'h str> {
    let lists = headers.get_all(header::COOKIE).into_iter().filter_map(|list| list.to_str().ok());
    let mut cookies = lists.flat_map(|list| list.split(';'));
    cookies.find_map(|cookie| cookie.trim().strip_prefix(name)?.strip_prefix('='))
}

fn browser_locale(headers: &HeaderMap) -> Option<Locale> {
    text_header(headers, header::ACCEPT_LANGUAGE).split(',').find_map(|tag| tag.trim().parse().ok())
}

fn text_header(headers: &HeaderMap, name: header::HeaderName) -> &str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or("")
}

/// The peer, or whom a proxy on this machine names last; nobody else's word counts.
fn address(request: &Request) -> IpAddr {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>().map(|info| info.0.ip());
    let peer = peer.unwrap_or(IpAddr::V4(Ipv4Addr::LOCALHOST));
    if !peer.is_loopback() {
        return peer;
    }
    let forwarded = request.headers().get("x-forwarded-for").and_then(|value| value.to_str().ok());
    let named = forwarded.and_then(|list| list.rsplit(',').next()?.trim().parse().ok());
    named.unwrap_or(peer)
}
