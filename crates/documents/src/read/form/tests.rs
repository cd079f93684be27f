//! Forms by steps and by the machine.

use super::super::normalise::normalise;
use super::*;

/// What steps and the machine find in a text: each fit and its parts.
fn both(form: &Form, source: &str) -> [Vec<String>; 2] {
    let text = Text::new(normalise(source));
    let shadow = text.shadow(text.whole());
    let told = |fit: &Fit| format!("{}-{} {:?}", fit.start, fit.end, fit.marks);
    let mut from = 0;
    let by_steps = std::iter::from_fn(|| {
        let fit = form.next(&text, text.whole(), from).filter(|_| from <= shadow.len())?;
        from = fit.end.max(from + 1);
        Some(told(&fit))
    });
    let by_steps = by_steps.collect();
    from = 0;
    let by_machine = std::iter::from_fn(|| {
        let fit = Some(from).filter(|from| *from <= shadow.len());
        let fit = fit.and_then(|from| form.search(shadow, from))?;
        from = fit.end.max(from + 1);
        Some(told(&fit))
    });
    [by_steps, by_machine.collect()]
}

#[test]
fn steps_fit_where_the_machine_does() {
    let forms = [
        r"a b|ab?|b+?a",
        r"\b(?<one>a|ab|abc)(?<two>[a-c]*)\b",
        r"(^|[^a])(?<run>(a|b){2,3}?) *$",
        r"(?<gap>a[^.]{0,3}?)b",
        r"^\W*((a|b) )+(c|\d)",
        r"(a|bc?|c\d{0,2})*(?<end>\d\W|\d?$)",
        r"(?:(?<x>a)|(?<y>b)|(?<z>c))+\.",
        r"(a b|a c|a|b|\d)( \S+){0,2}",
        r"[.]\s*$|1?",
        r"(ab|a b|a bc|a\s+|b|\n|\s+c|ab?c|a c|a b)(?<rest>.?)",
    ];
    let signs = ["a", "b", "c", "1", " ", ".", "\n", "ă", "="];
    let mut dice = 1_u32;
    let mut texts = Vec::new();
    for _ in 0..300 {
        let letters = (0..12).map(|_| {
            dice = dice.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            signs[(dice >> 16) as usize % signs.len()]
        });
        texts.push(letters.collect::<String>());
    }
    for form in forms.map(Form::new) {
        for text in &texts {
            let [by_steps, by_machine] = both(&form, text);
            assert_eq!(by_steps, by_machine, "{} in {text:?}", form.expression);
        }
    }
}

#[test]
fn what_takes_too_many_steps_is_searched_by_the_machine() {
    let form = Form::new(r"(a|a b|a|[a-z] )*(a|\S)*(?<end>a|b)*1");
    let source = format!("{}2 a1", "aaa bab ".repeat(20));
    let text = Text::new(normalise(&source));
    let mut room = text.room();
    let outcome = Trial::new(&form.steps, text.kinds(text.whole()), &mut room).at(0);
    assert!(matches!(outcome, Outcome::Weary));
    drop(room);
    let [by_steps, by_machine] = both(&form, &source);
    assert_eq!(by_steps, by_machine);
}

#[test]
fn a_form_fits_whatever_the_marks() {
    let form = Form::new(r"trước ngày (?<day>\d+)");
    for source in ["trước ngày 5", "Trước  Ngày\n5", "truoc ngay 5"] {
        let text = Text::new(normalise(source));
        let found = form.find(&text, text.whole()).expect("it fits");
        assert_eq!(found.part("day").map(|day| text.line(day)), Some("5".to_owned()));
    }
    let text = Text::new(normalise("phía trước ngàyy 5"));
    assert!(!form.fits(&text, text.whole()));
}
