//! Every address of hoithi on one page: method, path, who may take it, and what answers.

use axum::Router;
use axum::extract::{DefaultBodyLimit, MatchedPath, Request};
use axum::handler::Handler;
use axum::http::{HeaderName, Method, StatusCode};
use axum::middleware::{Next, from_fn, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::{MethodFilter, MethodRouter, on};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;
use tower_http::compression::predicate::{DefaultPredicate, NotForContentType, Predicate};
use tower_http::csrf::CsrfLayer;
use tower_http::request_id::{MakeRequestUuid, PropagateRequestIdLayer, SetRequestIdLayer};

use crate::frame::guard::{self, Access};
use crate::frame::{App, answer, assets, visitor};
use crate::{
    accounts, audit, awards, certificates, contests, conversations, councils, dossiers,
    installation, intake, mailings, news, notices, notifications, overview, papers, places, portal,
    prior_art, privacy, publicity, reception, register, reports, rubric, tasks, units, uploads,
};

/// One address.
pub struct Route {
    /// The method, for people and for the access matrix.
    pub method: &'static str,
    /// The path, with `{…}` for what varies.
    pub path: &'static str,
    /// Who may take it at all.
    pub access: Access,
    answers: MethodRouter<App>,
}

/// The main navigation: key of the label, address, who sees it.
pub const NAVIGATION: &[(&str, &str, Access)] = &[
    ("nav-overview", "/", Access::SignedIn),
    ("nav-board", "/overview", Access::ContestSecretary),
    ("nav-contests", "/contests", Access::SignedIn),
    ("nav-dossiers", "/dossiers", Access::SignedIn),
    ("nav-papers", "/papers", Access::ContestSecretary),
    ("nav-assignments", "/assignments", Access::SignedIn),
    ("nav-reports", "/reports", Access::SignedIn),
    ("prior-art", "/prior-art", Access::SignedIn),
    ("nav-judging", "/judging", Access::SignedIn),
    ("nav-units", "/units", Access::SignedIn),
    ("nav-places", "/places", Access::Anyone),
    ("nav-portal", "/hoi-thi", Access::Anyone),
    ("nav-requests", "/people/requests", Access::Helper),
    ("nav-people", "/people", Access::Administrator),
    ("nav-installation", "/installation", Access::Administrator),
];

/// Most bytes of a form; a file import has its own limit.
const FORM_BYTES: usize = 256 * 1024;
/// Most bytes of a form with a spreadsheet. The file itself may have 8 MiB; one that is too large is
/// still heard out, so that its sender gets a sentence instead of a broken line.
const IMPORT_BYTES: usize = 16 * 1024 * 1024;
/// How long a request may take.
const LONGEST: std::time::Duration = std::time::Duration::from_secs(30);

/// How long bytes of an upload may keep coming; a line that is silent is given up much sooner.
const LONGEST_UPLOAD: std::time::Duration = std::time::Duration::from_secs(3600);

/// Every address there is.
pub fn routes() -> Vec<Route> {
    let routes = [
        open_routes(),
        author_routes(),
        portal::pages::routes(),
        own_account_routes(),
        people_routes(),
        unit_routes(),
        uploads::pages::routes(),
        contests::pages::routes(),
        rubric::pages::routes(),
        dossiers::pages::routes(),
        register::pages::routes(),
        conversations::pages::routes(),
        prior_art::pages::routes(),
        papers::pages::routes(),
        intake::pages::routes(),
        tasks::pages::routes(),
        reports::pages::routes(),
        publicity::pages::routes(),
        reception::pages::routes(),
        councils::pages::routes(),
        awards::pages::routes(),
        certificates::pages::routes(),
        overview::pages::routes(),
        notices::pages::routes(),
        mailings::pages::routes(),
        news::pages::routes(),
        privacy::pages::routes(),
        installation_routes(),
    ];
    routes.into_iter().flatten().collect()
}

/// What needs no sign-in.
fn open_routes() -> Vec<Route> {
    use Access::Anyone;
    vec![
        get("/", Anyone, installation::overview::show),
        get("/assets/{*name}", Anyone, assets::show),
        get("/language/{code}", Anyone, accounts::pages::own::switch_language),
        get("/sign-in", Anyone, accounts::pages::entry::form),
        post("/sign-in", Anyone, accounts::pages::entry::sign_in),
        post("/demo/sign-in", Anyone, installation::demo::sign_in),
        get("/sign-in/code", Anyone, accounts::pages::entry::code_form),
        post("/sign-in/code", Anyone, accounts::pages::entry::code),
        get("/reset", Anyone, accounts::pages::links::reset_form),
        post("/reset", Anyone, accounts::pages::links::request_reset),
        get("/links/{token}", Anyone, accounts::pages::links::form),
        post("/links/{token}", Anyone, accounts::pages::links::take),
        get("/account/email/{token}", Anyone, accounts::pages::email::form),
        post("/account/email/{token}", Anyone, accounts::pages::email::take),
        get("/places", Anyone, places::pages::list),
        get("/places/{id}", Anyone, places::pages::show),
        get("/ledger/checkpoint", Anyone, audit::pages::checkpoint),
        get("/health/live", Anyone, installation::health::live),
        get("/health/ready", Anyone, installation::health::ready),
        get("/metrics", Anyone, installation::health::metrics),
    ]
}

/// How authors begin, and who helps them.
fn author_routes() -> Vec<Route> {
    use Access::{Anyone, Helper};
    vec![
        get("/begin", Anyone, accounts::pages::begin::form),
        post("/begin", Anyone, accounts::pages::begin::ask),
        get("/begin/code", Anyone, accounts::pages::begin::code_form),
        post("/begin/code", Anyone, accounts::pages::begin::code),
        post("/begin/request", Anyone, accounts::pages::begin::ask_for_help),
        get("/people/requests", Helper, accounts::pages::authors::list),
        post("/people/requests/{id}/code", Helper, accounts::pages::authors::hand_over),
        get("/people/authors/new", Helper, accounts::pages::authors::new_form),
        post("/people/authors", Helper, accounts::pages::authors::open),
    ]
}

/// What everybody does with their own account.
fn own_account_routes() -> Vec<Route> {
    use Access::SignedIn;
    vec![
        post("/sign-out", SignedIn, accounts::pages::entry::sign_out),
        get("/account", SignedIn, accounts::pages::own::show),
        post("/account", SignedIn, accounts::pages::own::change),
        get("/account/confirmation", SignedIn, accounts::pages::confirmation::form),
        post("/account/confirmation", SignedIn, accounts::pages::confirmation::confirm),
        post("/account/email", SignedIn, accounts::pages::email::ask),
        post("/account/confirmation/code", SignedIn, accounts::pages::confirmation::send_code),
        get("/account/password", SignedIn, accounts::pages::password::form),
        get("/account/privacy", SignedIn, accounts::pages::privacy::show),
        post("/account/privacy/consents", SignedIn, accounts::pages::privacy::give),
        post("/account/privacy/consents/removal", SignedIn, accounts::pages::privacy::withdraw),
        post("/account/password", SignedIn, accounts::pages::password::change),
        get("/account/second-factor", SignedIn, accounts::pages::second_factor::form),
        post("/account/second-factor", SignedIn, accounts::pages::second_factor::switch_on),
        post(
            "/account/second-factor/removal",
            SignedIn,
            accounts::pages::second_factor::switch_off,
        ),
        post("/account/sessions/removal", SignedIn, accounts::pages::own::end_sessions),
    ]
}

/// What administrators do with other people's accounts.
fn people_routes() -> Vec<Route> {
    use Access::Administrator;
    vec![
        get("/people", Administrator, accounts::pages::people::list),
        get("/people/new", Administrator, accounts::pages::people::new_form),
        post("/people", Administrator, accounts::pages::people::invite),
        get("/people/{id}", Administrator, accounts::pages::person::show),
        post("/people/{id}/grants", Administrator, accounts::pages::person::grant),
        post("/people/{id}/grants/{grant}/removal", Administrator, accounts::pages::person::revoke),
        post("/people/{id}/reset-link", Administrator, accounts::pages::person::reset_link),
        post("/people/{id}/disabling", Administrator, accounts::pages::person::disable),
        post("/people/{id}/disabling/removal", Administrator, accounts::pages::person::enable),
        post(
            "/people/{id}/second-factor/removal",
            Administrator,
            accounts::pages::person::second_factor_off,
        ),
    ]
}

/// Units, for whoever is signed in; changing them is for the office.
fn unit_routes() -> Vec<Route> {
    units::pages::routes()
}

/// The machine, for administrators.
fn installation_routes() -> Vec<Route> {
    use Access::Administrator;
    vec![
        get("/installation", Administrator, installation::overview::machine),
        get("/installation/jobs", Administrator, installation::jobs::list),
        post("/installation/jobs/{id}/run", Administrator, installation::jobs::run_now),
        get("/installation/mails", Administrator, notifications::pages::list),
        get("/installation/mails/{id}", Administrator, notifications::pages::show),
        get("/installation/ledger", Administrator, audit::pages::list),
        post("/installation/ledger/verification", Administrator, audit::pages::verify),
        get("/installation/ledger/export", Administrator, audit::pages::export),
    ]
}

/// A route that only reads.
pub fn get<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    let answers = on(MethodFilter::GET, handler);
    Route { method: "GET", path, access, answers }
}

/// A route that changes something.
pub fn post<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    let answers = on(MethodFilter::POST, handler).layer(DefaultBodyLimit::max(FORM_BYTES));
    Route { method: "POST", path, access, answers }
}

/// A route that takes a file.
pub fn upload<H, T>(path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    let answers = on(MethodFilter::POST, handler).layer(DefaultBodyLimit::max(IMPORT_BYTES));
    Route { method: "POST", path, access, answers }
}

/// A route of a protocol, whose handler itself sees to how much comes.
pub fn protocol<H, T>(method: &'static str, path: &'static str, access: Access, handler: H) -> Route
where
    H: Handler<T, App>,
    T: 'static,
{
    let filter = match method {
        "HEAD" => MethodFilter::HEAD,
        "PATCH" => MethodFilter::PATCH,
        "DELETE" => MethodFilter::DELETE,
        "OPTIONS" => MethodFilter::OPTIONS,
        _ => MethodFilter::POST,
    };
    Route { method, path, access, answers: on(filter, handler).layer(DefaultBodyLimit::disable()) }
}

/// Fonts and PDF are packed in themselves; packing them again costs every reader time.
fn not_packed_yet() -> impl Predicate {
    let fonts = NotForContentType::const_new("font/");
    let pdf = NotForContentType::const_new("application/pdf");
    DefaultPredicate::new().and(fonts).and(pdf)
}

/// Ends a request that takes too long; bytes on their way over a bad line have more time than pages.
async fn in_time(request: Request, next: Next) -> Response {
    let path = request.extensions().get::<MatchedPath>().map(MatchedPath::as_str);
    let brings_files = path.is_some_and(|path| path.starts_with("/uploads"));
    let longest = match brings_files && request.method() != Method::GET {
        true => LONGEST_UPLOAD,
        false => LONGEST,
    };
    let answer = tokio::time::timeout(longest, next.run(request)).await;
    answer.unwrap_or_else(|_| StatusCode::SERVICE_UNAVAILABLE.into_response())
}

/// The whole service: every route behind the guards, in the order in which a request meets them from
/// the last line to the first.
pub fn service(app: App) -> Router {
    let mut router = Router::new();
    for route in routes() {
        let guarded = route.answers.route_layer(from_fn_with_state(route.access, guard::admit));
        router = router.route(route.path, guarded);
    }
    let request_id = HeaderName::from_static("x-request-id");
    router
        .fallback(StatusCode::NOT_FOUND)
        .layer(from_fn_with_state(app.clone(), answer::explain))
        .layer(from_fn_with_state(app.clone(), visitor::meet))
        .layer(CsrfLayer::new())
        .layer(CatchPanicLayer::new())
        .layer(from_fn(in_time))
        .layer(CompressionLayer::new().compress_when(not_packed_yet()))
        .layer(from_fn_with_state(app.clone(), guard::headers))
        .layer(from_fn_with_state(app.clone(), guard::known_host))
        .layer(from_fn(guard::log))
        .layer(PropagateRequestIdLayer::new(request_id.clone()))
        .layer(SetRequestIdLayer::new(request_id, MakeRequestUuid))
        .with_state(app)
}
