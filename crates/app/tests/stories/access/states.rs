//! The states in which the things behind the doors can be.

use hoithi::router::Route;

/// The states in which a route's thing can be; a route without a thing has one, `-`.
pub fn states(route: &Route) -> &'static [&'static str] {
    match route.path {
        path if path.starts_with("/units/{id}") => &["living", "abolished"],
        path if path.ends_with("/acceptance") && path.starts_with("/assignments") => &["reported"],
        "/assignments/{id}/return" | "/assignments/{id}/files/{part}" => &["reported"],
        "/assignments/{id}/extensions/{part}/answer" => &["asked"],
        path if path.starts_with("/tasks/{id}") || path.starts_with("/assignments/{id}") => {
            &["draft", "running"]
        }
        "/reports/{id}/verdict" | "/reports/{id}/versions/{number}" => &["submitted"],
        path if path.starts_with("/reports/{id}") => &["open", "submitted"],
        path if path.starts_with("/publicity/{id}") => &["done"],
        "/papers/{id}/review" if route.method == "GET" => &["read", "reviewed"],
        "/papers/{id}/review" => &["read"],
        "/papers/{id}/review/undoing" => &["accepted"],
        path if path.starts_with("/papers/{id}/review") => &["reviewed"],
        path if path.starts_with("/papers/{id}") => &["read"],
        "/contests/{id}/news/{news}/publication/removal" => &["public"],
        path if path.starts_with("/contests/{id}/news/{news}/") && route.method == "POST" => {
            &["draft"]
        }
        path if path.starts_with("/contests/{id}/reports/{period}") => &["running"],
        "/contests/{id}/certificates/papers/{file}" => &["issued"],
        path if path.starts_with("/contests/{id}") => match route.method {
            "GET" => &["draft", "running", "public"],
            _ => &["draft", "running"],
        },
        path if path.starts_with("/people/{id}") => &["enabled", "disabled"],
        path if path.starts_with("/links/") || path.starts_with("/account/email/") => {
            &["good", "used", "expired"]
        }
        path if path.starts_with("/hoi-thi/{slug}") => &["published", "hidden"],
        path => of_authors(path),
    }
}

/// The states of what belongs to authors.
fn of_authors(path: &str) -> &'static [&'static str] {
    match path {
        "/people/requests/{id}/code" => &["waiting"],
        "/account/data/exports/{export}" => &["ready"],
        path if path.starts_with("/prior-art/lists/{id}") => &["read"],
        path if path.starts_with("/prior-art/solutions/{id}") => &["accepted"],
        "/uploads/{id}/file" => &["finished"],
        path if path.starts_with("/uploads/{id}") => &["open"],
        path if path.starts_with("/conversations/{id}") => &["open"],
        "/sheets/{id}/files/{part}" => &["looked-at"],
        path if path.starts_with("/sheets/{id}") => &["judging"],
        path if path.starts_with("/meetings/{id}") => &["sitting"],
        path if path.starts_with("/certificates/{id}") => &["issued"],
        "/giay-chung-nhan/{code}" => &["issued"],
        "/councils/{id}/opening" => &["judging"],
        path if path.starts_with("/councils/{id}/paper-sheets") => &["printed"],
        path if path.starts_with("/paper-sheets/{code}") => &["printed"],
        path if path.starts_with("/councils/{id}/second-markings") => &["opened"],
        path if path.starts_with("/councils/{id}") => &["forming"],
        "/dossiers/{id}/withdrawal" => &["handed-in"],
        "/dossiers/{id}/desk/reopening" => &["valid"],
        path if path.starts_with("/dossiers/{id}/desk") => &["handed-in"],
        "/dossiers/{id}/files/{part}/pages/{page}" | "/dossiers/{id}/files/{part}/copy" => {
            &["looked-at"]
        }
        path if path.contains("/receipt") => &["handed-in"],
        path if path.ends_with("/scan") => &["scanned"],
        path if path.starts_with("/dossiers/{id}") => &["draft", "handed-in"],
        path if path.starts_with("/agreements/") || path.starts_with("/confirmations/") => {
            &["asked"]
        }
        _ => &["-"],
    }
}
