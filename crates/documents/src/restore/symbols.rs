//! Numbers that are not written in digits: symbols of papers (ký hiệu), Latin numerals.

/// Parts of symbols that lose a stroke, and what they are. The second column is what is misread.
const PARTS: [(&str, &[&str]); 12] = [
    ("QĐ", &["QD", "QP", "QB", "QÐ", "QĐ", "0D", "OD"]),
    ("HĐND", &["HDND", "HPND", "HBND", "HÐND"]),
    ("NĐ", &["ND", "NP", "NB", "NÐ"]),
    ("CĐ", &["CÐ"]),
    ("LĐLĐ", &["LDLD", "LPLP", "LBLB", "LÐLÐ"]),
    ("GDĐT", &["GDDT", "GDPT", "GDBT"]),
    ("GD&ĐT", &["GD&DT", "GD&PT", "GD&BT"]),
    ("SGDĐT", &["SGDDT", "SGDPT"]),
    ("BGDĐT", &["BGDDT", "BGDPT"]),
    ("LĐTBXH", &["LDTBXH", "LPTBXH"]),
    ("TĐ", &["TÐ"]),
    ("HĐ", &["HÐ"]),
];

/// The symbol with its Đ: "1207/QD-UBND" is "1207/QĐ-UBND". Each part is judged by itself, but "ND"
/// is a decree only before "CP".
pub(super) fn mend(symbol: &str) -> String {
    let mut mended = String::with_capacity(symbol.len() + 4);
    let mut rest = symbol;
    while !rest.is_empty() {
        let end = rest.find(['/', '-', '–', '—', '.']).unwrap_or(rest.len());
        let (part, after) = rest.split_at(end);
        mended.push_str(whole(part, after));
        let joint = after.chars().next().map_or(0, char::len_utf8);
        mended.push_str(&after[..joint]);
        rest = &after[joint..];
    }
    mended
}

fn whole<'a>(part: &'a str, after: &str) -> &'a str {
    let row = PARTS.iter().find(|(_, misread)| misread.contains(&part));
    match row {
        Some(("NĐ", _)) if !after.starts_with("-CP") => part,
        Some((whole, _)) => whole,
        None => part,
    }
}

/// The Latin numeral that a token is, with the strokes that were read as "L", "l" or "1" put right:
/// "VIIL" is "VIII". `None` if it is no numeral below 40.
pub(super) fn roman(token: &str) -> Option<String> {
    let sure = token.chars().filter(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let strokes: String =
        token.chars().map(|c| if matches!(c, 'L' | 'l' | '1' | '|') { 'I' } else { c }).collect();
    let bent = token.chars().count() - sure;
    (sure >= 1 && bent <= sure && is_roman(&strokes)).then_some(strokes)
}

fn is_roman(token: &str) -> bool {
    const ONES: [&str; 10] = ["", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"];
    let tens = token.chars().take_while(|c| *c == 'X').count();
    !token.is_empty() && tens <= 3 && ONES.contains(&&token[tens..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_get_their_stroke_back() {
        let rows = [
            ("1207/QD-UBND", "1207/QĐ-UBND"),
            ("31/QP-BTC", "31/QĐ-BTC"),
            ("12/NQ-HDND", "12/NQ-HĐND"),
            ("13/2012/ND-CP", "13/2012/NĐ-CP"),
            ("7/ND", "7/ND"),
            ("54/KH-BTC", "54/KH-BTC"),
            ("165/2006/QD-TTg", "165/2006/QĐ-TTg"),
            ("", ""),
        ];
        for (symbol, expect) in rows {
            assert_eq!(mend(symbol), expect);
        }
    }

    #[test]
    fn latin_numerals_are_put_right() {
        let rows = [
            ("VIII", Some("VIII")),
            ("VIIL", Some("VIII")),
            ("VIll", Some("VIII")),
            ("XI1", Some("XII")),
            ("IX", Some("IX")),
            ("L", None),
            ("ll", None),
            ("11", None),
            ("IIII", None),
            ("VX", None),
            ("XL", Some("XI")),
            ("", None),
            ("Vi", None),
        ];
        for (token, expect) in rows {
            assert_eq!(roman(token).as_deref(), expect, "{token}");
        }
    }
}
