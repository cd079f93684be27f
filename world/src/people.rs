//! People with an account. Nobody of these names is meant.

use crate::Person;

const fn at(unit: &'static str, person: Person) -> Person {
    Person { unit: Some(unit), ..person }
}

const fn person(name: &'static str, email: &'static str, role: &'static str) -> Person {
    Person { name, email, role, unit: None, disabled: false, hint: "", begins_at: "/" }
}

/// Administers the installation.
pub const ADMINISTRATOR: &Person = &Person {
    hint: "administrator",
    begins_at: "/installation",
    ..person("Vi Quản Trị", "quantri@salinh.example", "administrator")
};

/// Secretary at the standing agency.
pub const SECRETARY: &Person = &Person {
    hint: "secretary",
    begins_at: "/papers",
    ..person("Đàm Thư Ký", "thuky@salinh.example", "secretary")
};

/// Coordinator of the department of science.
pub const COORDINATOR: &Person = &at(
    "dost",
    Person {
        hint: "department",
        begins_at: "/assignments",
        ..person("Lò Đầu Mối", "daumoi.khcn@salinh.example", "coordinator")
    },
);

/// Coordinator of the committee of commune Thung Mây.
pub const OTHER_COORDINATOR: &Person = &at(
    "thung-may",
    Person {
        hint: "commune",
        begins_at: "/reports",
        ..person("Sầm Liên Lạc", "daumoi.thungmay@salinh.example", "coordinator")
    },
);

/// Coordinated the youth union, and has left.
pub const DISABLED: &Person = &at(
    "youth",
    Person { disabled: true, ..person("Chu Đã Nghỉ", "danghi@salinh.example", "coordinator") },
);

/// Leads the province: the contests of its committee, and those below.
pub const LEADER: &Person = &at(
    "province",
    Person {
        hint: "leader",
        begins_at: "/overview",
        ..person("Nông Lãnh Đạo", "lanhdao@salinh.example", "secretary")
    },
);

/// Secretary of the contest of commune Thung Mây.
pub const COMMUNE_SECRETARY: &Person = &at(
    "thung-may",
    Person {
        hint: "commune-secretary",
        begins_at: "/contests?level=commune",
        ..person("Hà Chuyên Viên", "thuky.thungmay@salinh.example", "secretary")
    },
);

/// Secretary of the contest of the university.
pub const UNIVERSITY_SECRETARY: &Person = &at(
    "university",
    Person {
        hint: "university-secretary",
        begins_at: "/contests?level=agency",
        ..person("Vương Khoa Học", "thuky.dhsl@salinh.example", "secretary")
    },
);

/// Coordinator of the youth union, after the one who has left.
pub const YOUTH_COORDINATOR: &Person = &at(
    "youth",
    Person {
        hint: "union",
        begins_at: "/publicity",
        ..person("Lục Thanh Niên", "daumoi.tinhdoan@salinh.example", "coordinator")
    },
);

/// Coordinator of the department of education.
pub const SCHOOLS_COORDINATOR: &Person = &at(
    "doet",
    Person {
        hint: "late",
        begins_at: "/notices",
        ..person("Mạc Giáo Dục", "daumoi.gddt@salinh.example", "coordinator")
    },
);

/// Was secretary of the district of Thung Mây until it ended; still reads what was done then.
pub const DISTRICT_SECRETARY: &Person = &at(
    "old-thung-may",
    Person {
        hint: "district-secretary",
        begins_at: "/contests?level=district",
        ..person("Bế Lưu Trữ", "thuky.huyen@salinh.example", "secretary")
    },
);

/// Whom every story knows; the administrator first.
pub const PEOPLE: &[&Person] =
    &[ADMINISTRATOR, SECRETARY, COORDINATOR, OTHER_COORDINATOR, DISABLED];

/// Whom only the demo knows.
const GUESTS: &[&Person] = &[
    LEADER,
    COMMUNE_SECRETARY,
    UNIVERSITY_SECRETARY,
    YOUTH_COORDINATOR,
    SCHOOLS_COORDINATOR,
    DISTRICT_SECRETARY,
];

/// Everybody of the demo; the administrator first.
pub fn everybody() -> impl Iterator<Item = &'static Person> {
    PEOPLE.iter().chain(GUESTS).copied()
}
