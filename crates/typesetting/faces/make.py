"""Cuts the four faces of written papers from Tinos (SIL Open Font License 1.1, `OFL.txt`).

    apt-get install fonts-croscore
    pip install fonttools==4.68.0
    python3 make.py

Tinos has the widths of Times New Roman, which Decree 30/2020 asks for, so lines break in the PDF where
they break in the DOCX. Kept are the letters of Vietnamese and of Western Europe; hinting and layout tables
go, since every Vietnamese letter is a glyph of its own. The font has no reserved name.
"""
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

HERE = Path(__file__).parent
SOURCE = Path("/usr/share/fonts/truetype/croscore")
FACES = {"Regular": "regular", "Bold": "bold", "Italic": "italic", "BoldItalic": "bold-italic"}
LETTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x1A0, 0x1A1, 0x1AF, 0x1B0, *range(0x1EA0, 0x1EFA),
           *range(0x2010, 0x2016), *range(0x2018, 0x201F), 0x2022, 0x2026, 0x2030, 0x2032, 0x2033,
           0x2039, 0x203A, 0x20AB, 0x2190, 0x2192, 0x2212, 0x2248, 0x2260, 0x2264, 0x2265, 0xD7]


def main() -> None:
    options = Options(hinting=False, layout_features=[], name_IDs=[0, 1, 2, 4, 6, 13, 14], notdef_outline=True)
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "kern", "DSIG", "gasp"]
    for source, target in FACES.items():
        font = TTFont(SOURCE / f"Tinos-{source}.ttf")
        font.recalcTimestamp = False
        cutter = Subsetter(options)
        cutter.populate(unicodes=LETTERS)
        cutter.subset(font)
        path = HERE / f"{target}.ttf"
        font.save(path)
        print(path.name, path.stat().st_size, "bytes")


main()
