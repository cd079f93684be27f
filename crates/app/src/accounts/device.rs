//! Devices (thiết bị): what a browser says that it is, in words that people know.

/// Marks of browsers. Many name others beside themselves, so the order counts.
const BROWSERS: [(&str, &str); 9] = [
    ("coc_coc_browser/", "Cốc Cốc"),
    ("Edg/", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("CriOS/", "Chrome"),
    ("Chrome/", "Chrome"),
    ("Safari/", "Safari"),
];

/// Marks of systems, in the order in which they count.
const SYSTEMS: [(&str, &str); 7] = [
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("CrOS", "ChromeOS"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
];

/// Most letters of what is not known, so that a line stays a line.
const LONGEST: usize = 70;

/// Browser and system of a `User-Agent`, such as "Chrome · Windows". What is not known stays as it is.
pub fn name(agent: &str) -> String {
    let first = |marks: &[(&str, &'static str)]| {
        marks.iter().find(|(mark, _)| agent.contains(mark)).map(|(_, name)| *name)
    };
    match (first(&BROWSERS), first(&SYSTEMS)) {
        (Some(browser), Some(system)) => format!("{browser} · {system}"),
        _ => agent.chars().take(LONGEST).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn browsers_are_named_as_people_name_them() {
        let check = |agent: &str, expect: &str| assert_eq!(name(agent), expect);
        let chrome = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
        check(&format!("Mozilla/5.0 (Windows NT 10.0; Win64; x64) {chrome}"), "Chrome · Windows");
        check(&format!("Mozilla/5.0 (Linux; Android 14; K) {chrome}"), "Chrome · Android");
        check(&format!("Mozilla/5.0 (X11; Linux x86_64) {chrome} Edg/140.0.0.0"), "Edge · Linux");
        check(
            &format!("Mozilla/5.0 (Windows NT 10.0) coc_coc_browser/130.0 {chrome}"),
            "Cốc Cốc · Windows",
        );
        let safari = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/604.1";
        check(
            &format!("Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) {safari}"),
            "Safari · iPhone",
        );
        check(&format!("Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) {safari}"), "Safari · macOS");
        check("curl/8.5.0", "curl/8.5.0");
        check("", "");
    }
}
