fn main() {
    let out = std::env::args().nth(1).unwrap();
    for path in std::env::args().skip(2) {
        let text = String::from_utf8_lossy(&std::fs::read(&path).unwrap()).into_owned();
        let facts = documents::read(&text);
        let name = std::path::Path::new(&path).file_stem().unwrap().to_string_lossy().into_owned();
        std::fs::write(format!("{out}/{name}.json"), serde_json::to_string_pretty(&facts).unwrap())
            .unwrap();
    }
}
