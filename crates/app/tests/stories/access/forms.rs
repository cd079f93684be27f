//! What the forms behind the doors hold.

use hoithi::router::Route;

use super::{award, contest, council, dossier, paper, talk, work};
use crate::house::PASSWORD;

/// What a form of this route holds when somebody means it.
pub fn fields(route: &Route) -> Vec<(&'static str, &'static str)> {
    let new_password = [("password", "sông dài chảy mãi"), ("repeated", "sông dài chảy mãi")];
    match route.path {
        "/sign-in" => vec![("email", world::COORDINATOR.email), ("password", PASSWORD)],
        "/demo/sign-in" | "/reset" => vec![("email", world::COORDINATOR.email)],
        "/sign-in/code" | "/account/second-factor" => vec![("code", "000000")],
        "/links/{token}" => new_password.to_vec(),
        "/begin" => vec![("login", "0912 345 678"), ("name", "Giàng Thị Mới")],
        "/people/authors" => vec![("name", "Giàng Thị Mới")],
        "/account" => vec![("name", "Tên Khác"), ("locale", "vi")],
        "/account/confirmation" => vec![("password", PASSWORD)],
        path if path.starts_with("/account/privacy/") => vec![("purpose", "entry")],
        "/account/email" => vec![("email", "diachimoi@salinh.example"), ("present", PASSWORD)],
        "/account/password" => [[("old", PASSWORD)].as_slice(), &new_password].concat(),
        "/account/notices" => vec![("digest_hour", "8")],
        "/contests/{id}/mailings/preview" | "/contests/{id}/mailings" => vec![
            ("audience", "all"),
            ("subject", "Thông báo"),
            ("body", "Kính gửi các đơn vị"),
            ("mailing", "01a1fc0b-e380-7624-aac3-f91806f44c5e"),
        ],
        "/people" => vec![
            ("name", "Bàn Được Mời"),
            ("email", "duocmoi@salinh.example"),
            ("locale", "vi"),
            ("role", "secretary"),
        ],
        "/people/{id}/data/erasure" => vec![("ground", "unlawful"), ("why", "Đơn 20/11")],
        "/people/{id}/data/exports" => vec![("reason", "Đơn ngày 20/11")],
        "/people/{id}/grants" => vec![("role", "secretary")],
        "/units" => vec![("name", "Đơn vị mới"), ("kind", "other")],
        "/units/{id}" => vec![("name", "Sở Khoa học và Công nghệ"), ("kind", "department")],
        "/contests" | "/contests/{id}" => contest::OTHER.to_vec(),
        path if path.starts_with("/dossiers/")
            || path.starts_with("/agreements/")
            || path.starts_with("/confirmations/") =>
        {
            dossier::fields(path)
        }
        path if path.starts_with("/conversations/") => talk::fields(path),
        "/contests/{id}/tasks" => vec![("text", "Cử giám khảo"), ("units", "Sở Y tế")],
        path if award::has_fields(path) => award::fields(path),
        path if path.starts_with("/contests/{id}/") => contest::fields(path),
        "/prior-art/solutions/{id}/verdicts" => {
            vec![("subject", "dossier/1"), ("verdict", "derived"), ("reason", "Cùng trống tuốt")]
        }
        path if path.starts_with("/papers/{id}") => paper::fields(path),
        path if ["/tasks/", "/assignments/", "/publicity/"]
            .iter()
            .any(|it| path.starts_with(it)) =>
        {
            work::task_fields(path)
        }
        path if path.starts_with("/reports/") => work::report_fields(path),
        "/reorganisations" | "/reorganisations/draft" => vec![("kind", "merge")],
        "/units/{id}/aliases" => vec![("alias", "Tên gọi khác")],
        "/units/{id}/contacts" | "/units/{id}/contacts/{part}" => {
            vec![("contact", "Phòng khác"), ("phone", "0200 3 812 999")]
        }
        path => council::fields(path),
    }
}
