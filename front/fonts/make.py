"""Makes the four text fonts of hoithi from the files of @fontsource/be-vietnam-pro.

    npm ci --ignore-scripts
    pip install fonttools==4.68.0 brotli==1.2.1
    python3 fonts/make.py

Two reasons to make our own. The published files carry no tabular figures, so columns of
numbers do not line up: here every digit gets a twin of one width, behind the feature `tnum`.
And they carry hinting that is three fifths of their size, which a weak line pays for.
For papers that the program writes itself (PDF), both pieces of a weight are joined into one plain
file: there every letter must be in one font.
The font has no reserved name, so a changed copy may keep it (OFL 1.1, clause 3).
"""
import io
from pathlib import Path

from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.merge import Merger
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

HERE = Path(__file__).parent
SOURCE = HERE.parent / "node_modules/@fontsource/be-vietnam-pro/files"
DIGITS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]
LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x100), *range(0x2010, 0x2015),
         *range(0x2018, 0x201F), 0x2022, 0x2026, 0x2030, 0x2039, 0x203A, 0x2212]


def main() -> None:
    for weight in (400, 600):
        make("latin", weight, LATIN)
        make("vietnamese", weight, None)
        join(weight)


def join(weight: int) -> None:
    """Writes one TrueType file of both pieces, without layout tables and hinting."""
    pieces = []
    for subset, wanted in (("latin", LATIN), ("vietnamese", None)):
        font = TTFont(SOURCE / f"be-vietnam-pro-{subset}-{weight}-normal.woff2")
        keep(font, wanted or sorted(font.getBestCmap()))
        for table in ("GSUB", "GPOS", "GDEF"):
            if table in font:
                del font[table]
        font.flavor = None
        piece = io.BytesIO()
        font.save(piece)
        piece.seek(0)
        pieces.append(piece)
    font = Merger().merge(pieces)
    font.recalcTimestamp = False
    target = HERE / f"paper-{weight}.ttf"
    font.save(target)
    print(target.name, target.stat().st_size, "bytes")


def make(subset: str, weight: int, wanted: list[int] | None) -> None:
    """Writes one file; `wanted` of None keeps every character of the source."""
    font = TTFont(SOURCE / f"be-vietnam-pro-{subset}-{weight}-normal.woff2")
    keep(font, wanted or sorted(font.getBestCmap()))
    if subset == "latin":
        add_tabular_figures(font)
    font.flavor = "woff2"
    font.recalcTimestamp = False
    target = HERE / f"{subset}-{weight}.woff2"
    font.save(target)
    print(target.name, target.stat().st_size, "bytes")


def keep(font: TTFont, characters: list[int]) -> None:
    options = Options()
    options.hinting = False
    options.layout_features = ["kern", "mark", "mkmk"]
    options.name_IDs = [0, 1, 2, 13, 14]
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=characters)
    subsetter.subset(font)


def add_tabular_figures(font: TTFont) -> None:
    """Gives every digit a centred twin of one width: the middle of the ten."""
    widths = font["hmtx"].metrics
    width = sorted(widths[digit][0] for digit in DIGITS)[len(DIGITS) // 2]
    order = font.getGlyphOrder()
    for digit in DIGITS:
        shift = (width - widths[digit][0]) // 2
        font["glyf"].glyphs[f"{digit}.tnum"] = moved(digit, shift)
        widths[f"{digit}.tnum"] = (width, widths[digit][1] + shift)
    font.setGlyphOrder([*order, *(f"{digit}.tnum" for digit in DIGITS)])
    font["glyf"].setGlyphOrder(font.getGlyphOrder())
    twins = " ".join(f"{digit}.tnum" for digit in DIGITS)
    addOpenTypeFeaturesFromString(
        font, f"feature tnum {{ sub [{' '.join(DIGITS)}] by [{twins}]; }} tnum;")


def moved(digit: str, shift: int) -> Glyph:
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = digit, shift, 0, 0x4
    glyph = Glyph()
    glyph.numberOfContours, glyph.components = -1, [part]
    return glyph


if __name__ == "__main__":
    main()
