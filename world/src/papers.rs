//! Papers that offices of the province wrote. Their days are counted from the day of loading.
//!
//! A paper is text: fields of its frame, a line `---`, then its body, in which `<` begins a line of the
//! legal basis and `#` a heading. `{{ngay+30}}` is the day thirty days after loading, `{{quy-85}}` the one
//! 85 days before the quarter began; a form may follow: `{{ngay+30:dai}}`.

use kernel::{Day, Fault, Period};

use crate::time::later;

/// As what kind of file a paper is handed in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// As its office typed it.
    Docx,
    /// As its office sent it out.
    Pdf,
}

/// A paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sample {
    /// How the world calls it; unique.
    pub key: &'static str,
    /// Name of its file, without an ending.
    pub file: &'static str,
    /// As what it is handed in.
    pub form: Form,
    /// What it says, with its days open.
    pub text: &'static str,
}

macro_rules! sample {
    ($key:literal, $file:literal, $form:ident) => {
        Sample {
            key: $key,
            file: $file,
            form: Form::$form,
            text: include_str!(concat!("../papers/", $key, ".paper")),
        }
    };
}

/// Every paper; [`PROOF`] is none of a contest.
pub const SAMPLES: &[Sample] = &[
    sample!("district-3", "KH-38-UBND-huyen-Thung-May", Pdf),
    sample!("province-8", "KH-325-UBND", Docx),
    sample!("university", "KH-268-DHSL", Docx),
    sample!("university-extension", "TB-311-DHSL", Docx),
    sample!("province-9", "KH-412-UBND", Docx),
    sample!("commune-1", "KH-57-UBND-xa-Thung-May", Docx),
    sample!("children-14", "du-thao-KH-LHH", Pdf),
];

/// What units attach to prove that something was broadcast.
pub const PROOF: Sample = sample!("broadcast", "nhat-ky-phat-thanh", Pdf);

/// The paper of a key.
pub fn sample(key: &str) -> Option<&'static Sample> {
    SAMPLES.iter().find(|sample| sample.key == key)
}

/// The text with its days filled in, as it is written on `today`.
///
/// # Errors
/// A placeholder cannot be understood; it is named.
pub fn filled(text: &str, today: Day) -> Result<String, Fault> {
    let mut whole = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, opened)) = rest.split_once("{{") {
        let (inside, after) =
            opened.split_once("}}").ok_or_else(|| Fault::new("a placeholder stays open"))?;
        whole.push_str(before);
        let written = written(inside, today);
        whole.push_str(&written.ok_or_else(|| Fault::new(format!("{inside}: no placeholder")))?);
        rest = after;
    }
    whole.push_str(rest);
    Ok(whole)
}

fn written(placeholder: &str, today: Day) -> Option<String> {
    let (when, form) = placeholder.split_once(':').unwrap_or((placeholder, ""));
    let sign = when.find(['+', '-'])?;
    let (from, days) = when.split_at(sign);
    let from = match from {
        "ngay" => today,
        "quy" => Period::quarter_of(today).first_day(),
        _ => return None,
    };
    form_of(later(from, days.parse().ok()?), form)
}

/// A day as a paper writes it.
fn form_of(day: Day, form: &str) -> Option<String> {
    const QUARTERS: [&str; 4] = ["I", "II", "III", "IV"];
    let (year, month) = (day.year(), day.month());
    Some(match form {
        "" => day.written(),
        "iso" => day.to_string(),
        "dai" => format!("{:02} tháng {month:02} năm {year}", day.day_of_month()),
        "thang" => format!("{month}/{year}"),
        "quy" => {
            let number = usize::try_from((month - 1) / 3).ok()?;
            format!("quý {}/{year}", QUARTERS.get(number)?)
        }
        "nam" => year.to_string(),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_filled_in() {
        let today: Day = "2026-11-21".parse().unwrap();
        let check = |text: &str, expect: &str| assert_eq!(filled(text, today).unwrap(), expect);
        check("trước ngày {{ngay+30}}.", "trước ngày 21/12/2026.");
        check("ngày {{quy-85:dai}}", "ngày 08 tháng 07 năm 2026");
        check("{{ngay+41:iso}} {{ngay+41:thang}}", "2027-01-01 1/2027");
        check(
            "{{ngay+0:quy}}, năm {{quy-85:nam}} - {{ngay+230:nam}}",
            "quý IV/2026, năm 2026 - 2027",
        );
        for wrong in ["{{ngay}}", "{{tuan+1}}", "{{ngay+1:x}}", "{{ngay+x}}", "{{ngay+1"] {
            assert!(filled(wrong, today).is_err(), "{wrong}");
        }
    }

    #[test]
    fn every_paper_can_be_filled_in_on_every_day_of_a_year() {
        let first: Day = "2027-12-01".parse().unwrap();
        for day in (0..500).map(|days| later(first, days)) {
            for sample in SAMPLES.iter().chain([&PROOF]) {
                filled(sample.text, day).unwrap_or_else(|fault| panic!("{}: {fault}", sample.key));
            }
        }
    }

    #[test]
    fn no_telephone_of_a_paper_rings_anywhere() {
        for sample in SAMPLES {
            let numbers = sample.text.split("điện thoại: ").skip(1);
            for number in numbers {
                assert!(number.starts_with("0200 3 812 "), "{}", sample.key);
            }
        }
    }
}
