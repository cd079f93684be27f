//! A form of which the gaps are as long as one likes: told far quicker where it does not fit.
//!
//! "gửi … trước ngày" with up to ninety letters between is a machine of thousands of states, one for
//! each letter of the gap; with any number of them it is one of dozens, which stay at hand.

use regex_syntax::hir::{Hir, HirKind};

/// A repetition of so many more than the fewest is a gap.
const LONG: u32 = 8;

/// The expression with its gaps of any length, which fits wherever the expression does; nothing where it
/// has none.
pub(super) fn widened(expression: &str) -> Option<Hir> {
    let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
    let hir = parser.parse(expression).ok()?;
    let mut any = false;
    let wide = wide(hir, &mut any);
    any.then_some(wide)
}

fn wide(hir: Hir, any: &mut bool) -> Hir {
    match hir.into_kind() {
        HirKind::Empty => Hir::empty(),
        HirKind::Literal(letters) => Hir::literal(letters.0),
        HirKind::Class(class) => Hir::class(class),
        HirKind::Look(look) => Hir::look(look),
        HirKind::Capture(capture) => wide(*capture.sub, any),
        HirKind::Concat(parts) => Hir::concat(each(parts, any)),
        HirKind::Alternation(parts) => Hir::alternation(each(parts, any)),
        HirKind::Repetition(mut repeated) => {
            if repeated.max.is_some_and(|max| max - repeated.min >= LONG) {
                repeated.max = None;
                *any = true;
            }
            repeated.sub = Box::new(wide(*repeated.sub, any));
            Hir::repetition(repeated)
        }
    }
}

fn each(parts: Vec<Hir>, any: &mut bool) -> Vec<Hir> {
    parts.into_iter().map(|part| wide(part, any)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gaps_are_widened() {
        let rows = [
            (r"gui[^.;]{0,90}?ngay", Some(r"gui[^.;]*?ngay")),
            (r"\b(?<a>gui|nop .{3,40})\d{1,4}", Some(r"\b(?:gui|nop .{3,})\d{1,4}")),
            (r"ngay\s*\d{1,2}", None),
        ];
        for (expression, expect) in rows {
            let mut parser = regex_syntax::ParserBuilder::new().unicode(false).utf8(false).build();
            let expect = expect.map(|expect| parser.parse(expect).expect("it is well formed"));
            assert_eq!(widened(expression), expect, "{expression}");
        }
    }
}
