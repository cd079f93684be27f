//! Number and symbol (số, ký hiệu).

use std::sync::LazyLock;

use super::Cells;
use crate::read::form::{Form, Found, forms};
use crate::read::text::{Stated, Text};

/// "Số: 58/TB-BTC", "Số 12-KH/TĐTN", "Số:    /UBND-KT"; a symbol may hold a blank before capitals.
static NUMBERED: LazyLock<Vec<Form>> = LazyLock::new(|| {
    forms(&[
        r"^\W*(số|s[6éèe])\s*[:.;]?\s*(?<number>\d{1,5})\s*-\s*(?<symbol>[a-z]{1,4}\s*/\s*[a-z0-9&.-]+)",
        r"^\W*(số|s[6éèe])\s*[:.;]?\s*(?<number>[^/\n:]{0,14}?)\s*/\s*(?<symbol>[a-z0-9][a-z0-9&./-]*(\s*-\s*[a-z0-9&./]+)*(\s[a-z0-9&.-]+)?)",
        r"^(?<number>\d{0,5})\s*/\s*(?<symbol>[a-z]{1,6}-[a-z0-9&.-]+)$",
    ])
});
/// A number of its own line whose symbol went astray.
static BARE: LazyLock<Form> =
    LazyLock::new(|| Form::new(r"^\W*(số|s[6éèe])\s*[:.;]\s*(?<number>\d{0,5})\W*$"));

/// What stands after "Số".
#[derive(Debug)]
pub(super) struct Numbered {
    pub number: Option<Stated<String>>,
    pub symbol: Option<Stated<String>>,
}

pub(super) fn find(text: &Text, cells: &Cells) -> Option<Numbered> {
    let fit = |form: &Form| {
        cells
            .left
            .iter()
            .find_map(|cell| form.find(text, *cell).and_then(|found| read(text, &found)))
    };
    NUMBERED.iter().find_map(fit).or_else(|| fit(&BARE))
}

fn read(text: &Text, found: &Found) -> Option<Numbered> {
    let number = found.part("number")?;
    let digits = text.line(number);
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let symbol = found.part("symbol").and_then(|span| {
        let span = text.trim(span, b".-");
        let capital = |word: &str| {
            word.chars().next().is_some_and(|c| c.is_uppercase() || c.is_ascii_digit())
        };
        let written = text.line(span).replace(" - ", "-").replace("- ", "-").replace(" -", "-");
        let kept: Vec<&str> = written
            .split(' ')
            .enumerate()
            .take_while(|(at, word)| {
                *at == 0 || (capital(word) && word.chars().all(|c| !c.is_lowercase()))
            })
            .map(|(_, word)| word)
            .collect();
        (!kept.is_empty()).then(|| Stated::new(kept.join(" "), span))
    });
    Some(Numbered { number: is_number.then(|| Stated::new(digits, number)), symbol })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::read::normalise::normalise;

    #[test]
    fn numbers_and_symbols() {
        let rows = [
            ("Số: 58/TB-BTC", Some("58"), Some("TB-BTC")),
            ("Số:     /UBND-KT", None, Some("UBND-KT")),
            ("Số /BTCHT", None, Some("BTCHT")),
            ("Số: 06/KH- UBND", Some("06"), Some("KH-UBND")),
            ("Số: /KH-BTC HTSTKT", None, Some("KH-BTC HTSTKT")),
            ("Số: 23/TTr-P.KT&HT", Some("23"), Some("TTr-P.KT&HT")),
            ("Số: 125/2024/QĐ-UBND", Some("125"), Some("2024/QĐ-UBND")),
            ("Số: 91/CV/VP", Some("91"), Some("CV/VP")),
            ("Sé: S /LHH-KHCN", None, Some("LHH-KHCN")),
            ("Số: ……/KH-STC", None, Some("KH-STC")),
            ("Số 12-KH/TĐTN", Some("12"), Some("KH/TĐTN")),
            ("Số: 15", Some("15"), None),
        ];
        for (source, number, symbol) in rows {
            let text = Text::new(normalise(source));
            let cells = Cells { left: vec![text.whole()] };
            let found = find(&text, &cells).expect(source);
            let value = |stated: &Option<Stated<String>>| {
                stated.as_ref().map(|stated| stated.value.clone())
            };
            assert_eq!(
                (value(&found.number).as_deref(), value(&found.symbol).as_deref()),
                (number, symbol),
                "{source}"
            );
        }
    }
}
