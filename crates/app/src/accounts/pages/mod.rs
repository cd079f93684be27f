//! The pages of accounts: the way in, one's own account, other people.

pub mod authors;
pub mod begin;
pub mod confirmation;
pub mod email;
pub mod entry;
pub mod links;
pub mod own;
pub mod password;
pub mod people;
pub mod person;
pub mod privacy;
pub mod second_factor;

use axum::http::{HeaderMap, HeaderValue, header};
use axum::response::Response;
use kernel::Fault;

use crate::accounts::sign_in::Kept;
use crate::accounts::{beginning, known_devices};
use crate::frame::{App, visitor};

/// Puts the session's token into the visitor's cookies.
pub(crate) fn with_session(
    app: &App,
    mut response: Response,
    token: &str,
) -> Result<Response, Fault> {
    let secure = if app.configuration.is_secure() { "; Secure" } else { "" };
    let name = visitor::session_cookie(app);
    let age = if token.is_empty() { "; Max-Age=0" } else { "" };
    let cookie = format!("{name}={token}; Path=/; HttpOnly; SameSite=Lax{secure}{age}");
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie)?);
    Ok(response)
}

/// Puts into the visitor's cookies what a browser keeps after signing in.
pub(crate) fn with_kept(app: &App, response: Response, kept: &Kept) -> Result<Response, Fault> {
    let mut response = with_session(app, response, &kept.session)?;
    let secure = if app.configuration.is_secure() { "; Secure" } else { "" };
    let (name, age) = (visitor::device_cookie(app), known_devices::FORGOTTEN_AFTER_SECONDS);
    let cookie =
        format!("{name}={}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={age}", kept.device);
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie)?);
    Ok(response)
}

/// Name of the cookie of a sign-in without a password that is under way.
fn begin_cookie(app: &App) -> &'static str {
    match app.configuration.is_secure() {
        true => "__Host-begin",
        false => "begin",
    }
}

/// The token of what this browser has begun; empty where there is none.
fn begun<'h>(app: &App, headers: &'h HeaderMap) -> &'h str {
    visitor::cookie(headers, begin_cookie(app)).unwrap_or("")
}

/// Puts the token of what was begun into the visitor's cookies; an empty one takes it away.
fn with_begun(app: &App, mut response: Response, token: &str) -> Result<Response, Fault> {
    let secure = if app.configuration.is_secure() { "; Secure" } else { "" };
    let age = if token.is_empty() { 0 } else { beginning::LASTS_SECONDS };
    let cookie = format!(
        "{}={token}; Path=/; HttpOnly; SameSite=Lax{secure}; Max-Age={age}",
        begin_cookie(app)
    );
    response.headers_mut().append(header::SET_COOKIE, HeaderValue::from_str(&cookie)?);
    Ok(response)
}

/// A page of this site to go on to; anything else leads home.
pub(crate) fn onward(next: Option<&str>) -> &str {
    match next {
        Some(path) if is_local(path) => path,
        _ => "/",
    }
}

/// `//host` and `/\host` leave the site in some browsers.
fn is_local(path: &str) -> bool {
    let mut letters = path.chars();
    letters.next() == Some('/')
        && !matches!(letters.next(), Some('/' | '\\'))
        && !path.chars().any(|letter| letter.is_control() || letter == '\\')
}

#[cfg(test)]
mod tests {
    use super::onward;

    #[test]
    fn onward_stays_on_this_site() {
        let check = |next: &str, expect: &str| assert_eq!(onward(Some(next)), expect, "{next}");
        check("/units?q=x", "/units?q=x");
        check("//evil.example", "/");
        check("/\\evil.example", "/");
        check("https://evil.example", "/");
        check("/a\r\nSet-Cookie: x", "/");
        check("", "/");
    }
}
