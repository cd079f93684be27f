use std::time::Instant;
fn main() {
    let files: Vec<String> = std::env::args().skip(1).map(|p| String::from_utf8_lossy(&std::fs::read(p).unwrap()).into_owned()).collect();
    for text in &files { documents::read(text); }
    for text in &files {
        let start = Instant::now();
        for _ in 0..20 { std::hint::black_box(documents::read(text)); }
        println!("{} chars: {:.2} ms", text.chars().count(), start.elapsed().as_secs_f64()*50.0);
    }
}
