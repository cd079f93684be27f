//! How authors begin: an address or a number, then a code.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::HeaderMap;
use axum::response::{IntoResponse, Redirect};
use kernel::id::UnitId;
use kernel::{Failure, Refusal};
use serde::Deserialize;

use super::{begun, onward, with_begun, with_kept};
use crate::accounts::authors;
use crate::accounts::beginning::{self, BeginningRow, Wanted};
use crate::accounts::login::Login;
use crate::accounts::names::PersonName;
use crate::frame::answer::{encode, page, page_with, see};
use crate::frame::form::{Errors, Form};
use crate::frame::{Answer, App, Frame, Visitor};

/// Where to go afterwards.
#[derive(Deserialize)]
pub struct Onward {
    next: Option<String>,
}

/// Who wants to come in, as typed.
#[derive(Deserialize, Default)]
pub struct Typed {
    #[serde(default)]
    login: String,
    #[serde(default)]
    name: String,
    next: Option<String>,
}

#[derive(Template)]
#[template(path = "accounts/pages/begin.html")]
struct BeginPage {
    frame: Frame,
    errors: Errors,
    login: String,
    name: String,
    next: String,
    sign_in: String,
    mail_leaves: bool,
}

fn begin_page(app: &App, visitor: &Visitor, typed: Typed, errors: Errors) -> BeginPage {
    let next = onward(typed.next.as_deref()).to_owned();
    BeginPage {
        frame: Frame::new(app, visitor),
        errors,
        login: typed.login,
        name: typed.name,
        sign_in: format!("/sign-in?next={}", encode(&next)),
        next,
        mail_leaves: app.configuration.smtp.is_some(),
    }
}

/// Answers `GET /begin`.
pub async fn form(State(app): State<App>, visitor: Visitor, Query(query): Query<Onward>) -> Answer {
    if visitor.actor().is_some() {
        return Ok(Redirect::to(onward(query.next.as_deref())).into_response());
    }
    let typed = Typed { next: query.next, ..Typed::default() };
    page(&begin_page(&app, &visitor, typed, Errors::none()))
}

/// Answers `POST /begin`; the same whether there is an account or not.
pub async fn ask(State(app): State<App>, visitor: Visitor, Form(typed): Form<Typed>) -> Answer {
    match begin(&app, &visitor, &typed).await {
        Ok(token) => Ok(with_begun(&app, Redirect::to("/begin/code").into_response(), &token)?),
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &begin_page(&app, &visitor, typed, errors))
        }
    }
}

async fn begin(app: &App, visitor: &Visitor, typed: &Typed) -> Result<String, Failure> {
    let login = Login::read(&typed.login)?;
    let name = PersonName::read(&typed.name)?;
    let onward = onward(typed.next.as_deref());
    beginning::ask(app, visitor, Wanted { login: &login, name: &name, onward }).await
}

#[derive(Template)]
#[template(path = "accounts/pages/begin_code.html")]
struct CodePage {
    frame: Frame,
    errors: Errors,
    login: String,
    next: String,
    by_mail: bool,
    mail_leaves: bool,
    asked: Option<Asked>,
    units: Vec<(String, String)>,
}

/// Whose help was asked for.
struct Asked {
    unit: Option<String>,
}

async fn code_page(
    app: &App,
    visitor: &Visitor,
    row: &BeginningRow,
    errors: Errors,
) -> Result<CodePage, Failure> {
    let login = Login::stored(&row.login)?;
    let by_mail = login.email().is_some();
    let (asked, units) = match by_mail {
        true => (None, Vec::new()),
        false => (
            authors::request_of(&app.store, &row.login).await?,
            authors::helping_units(&app.store, visitor.at().day()).await?,
        ),
    };
    Ok(CodePage {
        frame: Frame::new(app, visitor),
        errors,
        login: login.shown(),
        next: encode(&row.onward),
        by_mail,
        mail_leaves: app.configuration.smtp.is_some(),
        asked: asked.map(|row| Asked { unit: row.unit_name }),
        units,
    })
}

/// Answers `GET /begin/code`. Where nothing was begun, or too long ago, one begins.
pub async fn code_form(State(app): State<App>, visitor: Visitor, headers: HeaderMap) -> Answer {
    match beginning::find(&app.store, begun(&app, &headers), visitor.at()).await {
        Ok(row) => page(&code_page(&app, &visitor, &row, Errors::none()).await?),
        Err(Failure::Refusal(_)) => Ok(Redirect::to("/begin").into_response()),
        Err(fault) => Err(fault.into()),
    }
}

/// The code as typed.
#[derive(Deserialize)]
pub struct TypedCode {
    #[serde(default)]
    code: String,
}

/// Answers `POST /begin/code`.
pub async fn code(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(typed): Form<TypedCode>,
) -> Answer {
    let token = begun(&app, &headers);
    let row = beginning::find(&app.store, token, visitor.at()).await?;
    match beginning::enter(&app, &visitor, token, &typed.code).await {
        Ok(entered) => {
            let path = match entered.was_helped {
                true => format!("/account/password?next={}", encode(&entered.onward)),
                false => entered.onward,
            };
            let response = with_kept(&app, Redirect::to(&path).into_response(), &entered.kept)?;
            Ok(with_begun(&app, response, "")?)
        }
        Err(failure) => {
            let (errors, status) = Errors::of(failure, visitor.words())?;
            page_with(status, &code_page(&app, &visitor, &row, errors).await?)
        }
    }
}

/// Whose help is asked for; nothing: the office's.
#[derive(Deserialize)]
pub struct Help {
    #[serde(default)]
    unit: String,
}

/// Answers `POST /begin/request`.
pub async fn ask_for_help(
    State(app): State<App>,
    visitor: Visitor,
    headers: HeaderMap,
    Form(help): Form<Help>,
) -> Answer {
    let token = begun(&app, &headers);
    let row = beginning::find(&app.store, token, visitor.at()).await?;
    let asked = match unit(&help.unit) {
        Ok(unit) => authors::ask_for_help(&app, token, unit).await,
        Err(refusal) => Err(refusal.into()),
    };
    let Err(failure) = asked else { return see("/begin/code", "help-asked") };
    let (errors, status) = Errors::of(failure, visitor.words())?;
    page_with(status, &code_page(&app, &visitor, &row, errors).await?)
}

/// The unit that was chosen, if one was.
pub(super) fn unit(typed: &str) -> Result<Option<UnitId>, Refusal> {
    let typed = Some(typed.trim()).filter(|typed| !typed.is_empty());
    let unit = typed.map(str::parse::<UnitId>).transpose();
    unit.map_err(|_| Refusal::field("unit", "unit-unknown"))
}
