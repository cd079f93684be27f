//! People with an account. Nobody of these names is meant.

use crate::Person;

/// Administers the installation.
pub const ADMINISTRATOR: &Person = &Person {
    name: "Vi Quản Trị",
    email: "quantri@salinh.example",
    role: "administrator",
    unit: None,
    disabled: false,
};

/// Secretary at the standing agency.
pub const SECRETARY: &Person = &Person {
    name: "Đàm Thư Ký",
    email: "thuky@salinh.example",
    role: "secretary",
    unit: None,
    disabled: false,
};

/// Coordinator of the department of science.
pub const COORDINATOR: &Person = &Person {
    name: "Lò Đầu Mối",
    email: "daumoi.khcn@salinh.example",
    role: "coordinator",
    unit: Some("dost"),
    disabled: false,
};

/// Coordinator of the committee of commune Thung Mây.
pub const OTHER_COORDINATOR: &Person = &Person {
    name: "Sầm Liên Lạc",
    email: "daumoi.thungmay@salinh.example",
    role: "coordinator",
    unit: Some("thung-may"),
    disabled: false,
};

/// Coordinated the youth union, and has left.
pub const DISABLED: &Person = &Person {
    name: "Chu Đã Nghỉ",
    email: "danghi@salinh.example",
    role: "coordinator",
    unit: Some("youth"),
    disabled: true,
};

/// Everybody; the administrator first.
pub const PEOPLE: &[&Person] =
    &[ADMINISTRATOR, SECRETARY, COORDINATOR, OTHER_COORDINATOR, DISABLED];
