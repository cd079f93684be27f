#!/usr/bin/env python3
"""Renders a paper written in plain blocks as an office would print, type and scan it.

    render.py papers/NAME.paper OUT formats     NAME.docx, NAME.pdf, NAME-1.png ... (200 dpi, grey)
    render.py papers/NAME.paper OUT ocr LANG    NAME.txt, read by tesseract from a 200 dpi scan
    render.py papers/NAME.paper OUT noisy LANG  the same from a skewed, grainy, 125 dpi scan

Needs chromium, pdftoppm, tesseract, fonts-liberation2 (Liberation Serif has the widths of Times New
Roman, which Decree 30/2020 asks for), and from PyPI pillow and python-docx.

A .paper file is UTF-8 text in blocks: `#left` and `#right` (the two columns of the header), `#title`,
`#to` (Kính gửi), `#body`, `#recipients` and `#sign`. Lines starting with `=` are bold; in the body a run
of lines starting with `|` is a table, its first row the head.
"""
import html
import random
import subprocess
import sys
import tempfile
from pathlib import Path

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from PIL import Image, ImageFilter

STYLE = """
@page { size: A4; margin: 20mm 17mm 20mm 30mm; @top-center { content: counter(page); font: 13pt 'Liberation Serif'; } }
@page :first { @top-center { content: none; } }
body { font: 14pt/1.25 'Liberation Serif'; margin: 0; }
p { margin: 0 0 6pt; text-align: justify; text-indent: 10mm; }
table.pair { width: 100%; border-collapse: collapse; margin-bottom: 10pt; }
table.pair td { vertical-align: top; width: 44%; text-align: center; font-size: 12.5pt; }
table.pair td + td { width: 56%; font-size: 12pt; white-space: nowrap; }
td.list { text-align: left !important; font-size: 11pt !important; }
.title { text-align: center; font-weight: bold; margin-bottom: 10pt; }
.to { margin: 0 0 10pt 25mm; }
table.work { border-collapse: collapse; width: 99%; margin-bottom: 8pt; font-size: 12pt; }
table.work td { border: 0.6pt solid black; padding: 2pt 4pt; vertical-align: top; }
"""


def parse(path):
    """The blocks of a paper, by name."""
    blocks, name = {}, None
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            name = line[1:].strip()
            blocks[name] = []
        elif name and line.strip():
            blocks[name].append(line.strip())
    return blocks


def cells(line):
    return [cell.strip() for cell in line.strip("|").split("|")]


def inline(line):
    """One line as HTML."""
    bold, text = line.startswith("="), html.escape(line.lstrip("= "))
    return f"<b>{text}</b>" if bold else text


def body_html(lines):
    out, rows = [], []
    for line in lines + [""]:
        if line.startswith("|"):
            rows.append("<tr>" + "".join(f"<td>{html.escape(c)}</td>" for c in cells(line)) + "</tr>")
            continue
        if rows:
            out.append(f'<table class="work">{"".join(rows)}</table>')
            rows = []
        if line:
            out.append(f"<p>{inline(line)}</p>")
    return "".join(out)


def column(lines, kind=""):
    return f'<td class="{kind}">{"<br>".join(inline(line) for line in lines)}</td>'


def page_html(paper):
    get = lambda name: paper.get(name, [])
    parts = [f"<meta charset=utf-8><style>{STYLE}</style>"]
    parts.append(f'<table class="pair"><tr>{column(get("left"))}{column(get("right"))}</tr></table>')
    if get("title"):
        parts.append(f'<div class="title">{"<br>".join(map(html.escape, get("title")))}</div>')
    if get("to"):
        parts.append(f'<div class="to">{"<br>".join(map(html.escape, get("to")))}</div>')
    parts.append(body_html(get("body")))
    parts.append(f'<table class="pair"><tr>{column(get("recipients"), "list")}{column(get("sign"))}</tr></table>')
    return "".join(parts)


def pdf(paper, target):
    with tempfile.TemporaryDirectory() as scratch:
        page = Path(scratch) / "page.html"
        page.write_text(page_html(paper), encoding="utf-8")
        subprocess.run(["chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer",
                        f"--print-to-pdf={target}", page.as_uri()], check=True, stderr=subprocess.DEVNULL)


def scans(source, dpi):
    """The pages of a PDF as grey pictures."""
    with tempfile.TemporaryDirectory() as scratch:
        subprocess.run(["pdftoppm", "-r", str(dpi), "-gray", source, f"{scratch}/page"], check=True)
        return [Image.open(p).convert("L").copy() for p in sorted(Path(scratch).glob("page*"))]


def spoil(image, seed):
    """A cheap scanner: skew, soft focus, grain, a shadow towards the right edge."""
    chance = random.Random(seed)
    image = image.rotate(chance.uniform(-0.7, 0.7), fillcolor=250, resample=Image.Resampling.BICUBIC)
    image = image.filter(ImageFilter.GaussianBlur(0.55))
    wide, high = image.size
    pixels = image.load()
    for y in range(high):
        for x in range(wide):
            shade = max(0, x - wide * 0.8) / (wide * 0.2) * 60
            pixels[x, y] = max(0, min(255, int(pixels[x, y] - shade + chance.gauss(0, 26))))
    for _ in range(wide * high // 900):
        pixels[chance.randrange(wide), chance.randrange(high)] = chance.choice([0, 255])
    return image


def ocr(images, language):
    """What tesseract reads, page after page."""
    texts = []
    with tempfile.TemporaryDirectory() as scratch:
        for n, image in enumerate(images):
            image.save(f"{scratch}/{n}.png", dpi=(200, 200))
            run = subprocess.run(["tesseract", f"{scratch}/{n}.png", "-", "-l", language], check=True,
                                 capture_output=True, text=True)
            texts.append(run.stdout.replace("\f", ""))
    return "\n".join(texts)


def fill(cell, lines, size, middle=True):
    for n, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if n == 0 else cell.add_paragraph()
        paragraph.paragraph_format.space_after = Pt(0)
        if middle:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        run = paragraph.add_run(line.lstrip("= "))
        run.bold, run.font.size = line.startswith("="), Pt(size)


def pair(document, left, right, listed=False):
    """Two columns without borders, as offices lay out header and signature."""
    table = document.add_table(rows=1, cols=2)
    fill(table.cell(0, 0), left, 11 if listed else 12.5, not listed)
    fill(table.cell(0, 1), right, 13)
    document.add_paragraph()


def work_table(document, rows):
    table = document.add_table(rows=len(rows), cols=len(rows[0]), style="Table Grid")
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            table.cell(r, c).text = text


def docx_body(document, lines):
    rows = []
    for line in lines + [""]:
        if line.startswith("|"):
            rows.append(cells(line))
            continue
        if rows:
            work_table(document, rows)
            rows = []
        if line:
            paragraph = document.add_paragraph()
            paragraph.paragraph_format.first_line_indent = Mm(10)
            paragraph.add_run(line.lstrip("= ")).bold = line.startswith("=")


def docx(paper, target):
    document = Document()
    document.styles["Normal"].font.name = "Times New Roman"
    document.styles["Normal"].font.size = Pt(14)
    page = document.sections[0]
    page.page_width, page.page_height, page.left_margin, page.right_margin = Mm(210), Mm(297), Mm(30), Mm(17)
    pair(document, paper["left"], paper["right"])
    for line in paper.get("title", []):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.add_run(line).bold = True
    for line in paper.get("to", []):
        document.add_paragraph(line)
    docx_body(document, paper["body"])
    pair(document, paper["recipients"], paper["sign"], listed=True)
    document.save(target)


def main(source, out, what, language="vie"):
    source, out = Path(source), Path(out).resolve()
    paper, name = parse(source), source.stem
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        printed = f"{scratch}/{name}.pdf"
        pdf(paper, printed)
        if what == "formats":
            docx(paper, out / f"{name}.docx")
            (out / f"{name}.pdf").write_bytes(Path(printed).read_bytes())
            for n, image in enumerate(scans(printed, 200), 1):
                image.quantize(6).save(out / f"{name}-{n}.png", optimize=True, dpi=(200, 200))
        elif what == "ocr":
            (out / f"{name}.txt").write_text(ocr(scans(printed, 200), language), encoding="utf-8")
        elif what == "noisy":
            images = [spoil(image, n) for n, image in enumerate(scans(printed, 125))]
            (out / f"{name}.txt").write_text(ocr(images, language), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
