//! A browser: makes requests, keeps cookies, follows nothing by itself.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderValue, Method, Request, header};
use hoithi::frame::answer::encode;
use tower::ServiceExt;

use crate::house::House;
use crate::reply::Reply;

/// The host of every house.
pub const HOST: &str = "127.0.0.1:8080";

/// Somebody's browser with its cookies.
pub struct Browser<'h> {
    house: &'h House,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'h> Browser<'h> {
    /// A browser without cookies.
    pub fn new(house: &'h House) -> Self {
        Self { house, cookies: RefCell::default() }
    }

    /// Opens a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(get(path)).await
    }

    /// Sends a form.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Reply {
        self.send(form(path, fields)).await
    }

    /// Makes any request, with the cookies, and keeps those of the answer.
    pub async fn send(&self, mut request: Request<Body>) -> Reply {
        if let Some(cookies) = self.cookie_header() {
            request.headers_mut().insert(header::COOKIE, cookies);
        }
        let reply = send(self.house.service(), request).await;
        self.keep_cookies(&reply);
        reply
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.borrow().get(name).cloned()
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
    }

    fn cookie_header(&self) -> Option<HeaderValue> {
        let jar = self.cookies.borrow();
        let pairs: Vec<String> =
            jar.iter().map(|(name, value)| format!("{name}={value}")).collect();
        (!pairs.is_empty()).then(|| HeaderValue::from_bytes(pairs.join("; ").as_bytes()).unwrap())
    }

    fn keep_cookies(&self, reply: &Reply) {
        let mut jar = self.cookies.borrow_mut();
        for cookie in reply.headers.get_all(header::SET_COOKIE) {
            let cookie = cookie.to_str().unwrap();
            let (name, rest) = cookie.split_once('=').unwrap();
            let value = rest.split(';').next().unwrap();
            match cookie.contains("Max-Age=0") {
                true => drop(jar.remove(name)),
                false => drop(jar.insert(name.to_owned(), value.to_owned())),
            }
        }
    }
}

/// A request for a page, as a browser makes it.
pub fn get(path: &str) -> Request<Body> {
    request(Method::GET, path).body(Body::empty()).unwrap()
}

/// A form of this site, as a browser sends it.
pub fn form(path: &str, fields: &[(&str, &str)]) -> Request<Body> {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", encode(value))).collect();
    request(Method::POST, path)
        .header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
        .header("sec-fetch-site", "same-origin")
        .header(header::ORIGIN, format!("http://{HOST}"))
        .body(Body::from(pairs.join("&")))
        .unwrap()
}

/// An upload in which somebody has forgotten the file.
pub fn empty_upload(path: &str) -> Request<Body> {
    let body = "--x\r\nContent-Disposition: form-data; name=\"note\"\r\n\r\n\r\n--x--\r\n";
    request(Method::POST, path)
        .header(header::CONTENT_TYPE, "multipart/form-data; boundary=x")
        .header("sec-fetch-site", "same-origin")
        .body(Body::from(body))
        .unwrap()
}

/// The beginning of any request to the house.
pub fn request(method: Method, path: &str) -> axum::http::request::Builder {
    Request::builder().method(method).uri(path).header(header::HOST, HOST)
}

/// Sends a request to a service and reads the whole answer.
pub async fn send(service: Router, request: Request<Body>) -> Reply {
    let asked = format!("{} {}", request.method(), request.uri());
    let response = service.oneshot(request).await.unwrap();
    Reply::read(asked, response).await
}
