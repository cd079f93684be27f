#!/usr/bin/env python3
"""Verifies an export of the ledger of hoithi, independently of hoithi itself.

    python3 verify.py ledger.jsonl [--key VERIFYKEY] [--checkpoint NOTEFILE]...

Prints one line for each finding and ends with 0 when there is none, with 1 when there are some, with
2 when it cannot work at all. Written from FORMAT.md; needs Python 3.8 and nothing else.
"""
import base64, hashlib, json, re, sys

LONGEST = 2**63 - 1


def sha(*pieces):
    return hashlib.sha256(b"".join(pieces)).digest()


# FORMAT.md 1: canonical form

def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def refuse(text):
    raise ValueError(text)


def read(text):
    value = json.loads(text, parse_float=refuse, parse_constant=refuse)
    return value if canonical(value) == text else refuse(text)


def fits(value, shape):
    """Whether a value has a shape: int, str, a tuple of choices, [of], {str: of}, {name: shape}."""
    if shape is int:
        return type(value) is int and -LONGEST - 1 <= value <= LONGEST
    if isinstance(shape, tuple):
        return any(fits(value, choice) for choice in shape)
    if isinstance(shape, list):
        return isinstance(value, list) and all(fits(item, shape[0]) for item in value)
    if isinstance(shape, dict) and str in shape:
        return isinstance(value, dict) and all(fits(item, shape[str]) for item in value.values())
    if isinstance(shape, dict):
        return (isinstance(value, dict) and value.keys() == shape.keys()
                and all(fits(value[name], shape[name]) for name in shape))
    return value is None if shape is None else isinstance(value, shape)


CHANGE = {"digest": (str, None), "id": str, "table": str}
EVENT = {"act": str, "actor": str, "at": int, "changes": [CHANGE], "note": {str: str}, "seq": int,
         "subject": str}
LINES = {
    "header": {"kind": str, "format": str, "origin": str, "key": str},
    "checkpoint": {"kind": str, "note": str},
    "entry": {"kind": str, "seq": int, "at": int, "commitment": str, "nodes": [str],
              "salt": (str, None), "event": (str, None)},
    "row": {"kind": str, "table": str, "id": str, "columns": {str: str}},
}


def unhex(text, size):
    return bytes.fromhex(text) if re.fullmatch("[0-9a-f]{%d}" % (2 * size), text) else refuse(text)


def read_event(text):
    event = read(text)
    if not fits(event, EVENT) or event["seq"] < 0:
        refuse(text)
    for change in event["changes"]:
        change["digest"] is None or unhex(change["digest"], 32)
    return event


def read_line(raw):
    line = read(raw.decode("utf-8"))
    shape = LINES.get(str(line.get("kind"))) if isinstance(line, dict) else None
    return line if shape and fits(line, shape) else refuse("line")


# FORMAT.md 5: signed notes, with Ed25519 of RFC 8032

P, L = 2**255 - 19, 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
ROOT_OF_MINUS_1 = pow(2, (P - 1) // 4, P)


def point(raw):
    y = int.from_bytes(raw, "little")
    sign, y = y >> 255, y & (2**255 - 1)
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if x * x % P != square:
        x = x * ROOT_OF_MINUS_1 % P
    if y >= P or x * x % P != square or (x == 0 and sign):
        refuse("no point of the curve")
    x = P - x if x & 1 != sign else x
    return x, y, 1, x * y % P


def add(p, q):
    a, b = (p[1] - p[0]) * (q[1] - q[0]) % P, (p[1] + p[0]) * (q[1] + q[0]) % P
    c, d = 2 * p[3] * q[3] * D % P, 2 * p[2] * q[2] % P
    e, f, g, h = b - a, d - c, d + c, b + a
    return e * f % P, g * h % P, f * g % P, e * h % P


def times(factor, p):
    total = (0, 1, 1, 0)
    while factor:
        if factor & 1:
            total = add(total, p)
        p, factor = add(p, p), factor >> 1
    return total


def packed(p):
    inverse = pow(p[2], P - 2, P)
    x, y = p[0] * inverse % P, p[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


BASE = point((4 * pow(5, P - 2, P) % P).to_bytes(32, "little"))
NEUTRAL = packed((0, 1, 1, 0))


def weak(p):
    return packed(times(8, p)) == NEUTRAL


def signed(key, message, signature):
    r, s = signature[:32], int.from_bytes(signature[32:], "little")
    if len(signature) != 64 or s >= L or weak(point(r)):
        return False
    challenge = int.from_bytes(hashlib.sha512(r + key + message).digest(), "little") % L
    x, y, z, t = point(key)
    return packed(add(times(s, BASE), times(challenge, (P - x, y, z, P - t)))) == r


def unbase64(text):
    raw = base64.b64decode(text.encode("ascii"), validate=True)
    return raw if base64.b64encode(raw).decode() == text else refuse(text)


def read_key(text):
    name, identity, encoded = text.split("+", 2)
    typed = unbase64(encoded)
    good = (re.fullmatch("[!-*,-~]+", name) and len(typed) == 33 and typed[0] == 1
            and sha(name.encode(), b"\n", typed)[:4] == unhex(identity, 4)
            and not weak(point(typed[1:])))
    return (name, unhex(identity, 4), typed[1:]) if good else refuse(text)


def open_checkpoint(note, key):
    """Size and root of a checkpoint signed by the key."""
    text, lines = note[: note.rindex("\n\n") + 1], note[note.rindex("\n\n") + 2:]
    if not lines.endswith("\n") or re.search("[\0-\x09\x0b-\x1f]", text):
        refuse(note)
    good = 0
    for line in lines[:-1].split("\n"):
        name, encoded = line[2:].split(" ", 1)
        raw = unbase64(encoded)
        if line[:2] != "\u2014 " or len(raw) < 4:
            refuse(note)
        if (name, raw[:4]) == key[:2]:
            if not signed(key[2], text.encode(), raw[4:]):
                refuse(note)
            good += 1
    origin, size, root, *extensions = text[:-1].split("\n")
    if not good or origin != key[0] or "" in extensions or len(unbase64(root)) != 32:
        refuse(note)
    if not re.fullmatch("0|[1-9][0-9]{0,18}", size) or int(size) > LONGEST:
        refuse(note)
    return int(size), unbase64(root)


# FORMAT.md 3 and 4: entries and tree

def leaf_hash(seq, at, commitment):
    entry = canonical({"seq": seq, "at": at, "commitment": commitment})
    return sha(b"\0", entry.encode()).hex()


def join(peaks):
    *rest, root = peaks or [sha()]
    for peak in reversed(rest):
        root = sha(b"\1", peak, root)
    return root


# FORMAT.md 7: the audit

class Audit:
    def __init__(self, key):
        self.key, self.given, self.found, self.roots = key, 0, [], {}
        self.next, self.peaks, self.size = 0, [], 0
        self.erased, self.declared, self.rows, self.seen = set(), set(), {}, set()

    def find(self, finding, **facts):
        self.found.append(canonical(dict(facts, finding=finding)))

    def checkpoint(self, note):
        self.given += 1
        try:
            size, root = open_checkpoint(note, self.key)
            self.roots.setdefault(size, []).append(root)
        except ValueError:
            self.find("CheckpointBadSignature", nth=self.given)

    def start(self):
        self.sizes = sorted(self.roots, reverse=True)
        self.compare_checkpoints()

    def compare_checkpoints(self):
        while self.sizes and self.sizes[-1] <= self.next:
            size = self.sizes.pop()
            for root in self.roots[size]:
                if self.peaks is None or join(self.peaks) != root:
                    self.find("CheckpointMismatch", size=size)

    def entry(self, seq, at, commitment, nodes, salt, event, kind):
        if seq < self.next:
            return self.find("EntryOutOfPlace", seq=seq)
        if seq > self.next:
            self.find("EntryMissing", first=self.next, last=seq - 1)
            self.peaks = None
        self.next = min(seq + 1, LONGEST)
        leaf = leaf_hash(seq, at, commitment)
        self.check_event(seq, at, commitment, nodes[:1], salt, event, nodes[:1] == [leaf])
        if self.peaks is not None:
            self.check_nodes(seq, nodes, leaf)
        self.compare_checkpoints()

    def check_event(self, seq, at, commitment, stored, salt, text, leaf_fits):
        if salt is None or text is None:
            if salt is None and text is None:
                self.erased.add(seq)
            else:
                self.find("EventAltered", seq=seq)
            return leaf_fits or self.find("EntryAltered", seq=seq)
        try:
            committed = sha(unhex(salt, 32), text.encode()).hex()
        except ValueError:
            committed = None
        try:
            event = read_event(text)
        except (ValueError, RecursionError):
            event = None
        if committed != commitment:
            blame = not leaf_fits and committed and stored == [leaf_hash(seq, at, committed)]
            blame or self.find("EventAltered", seq=seq)
            leaf_fits or self.find("EntryAltered", seq=seq)
        elif event and event["seq"] != seq:
            self.find("EntryOutOfPlace", seq=seq)
        elif event and event["at"] != at:
            self.find("EntryRedated", seq=seq)
        else:
            event or self.find("EventMalformed", seq=seq)
            leaf_fits or self.find("EntryAltered", seq=seq)
        if event:
            if committed == commitment and event["act"] == "ledger.erase":
                self.erase(seq, event)
            for change in event["changes"]:
                self.rows[change["table"], change["id"]] = change["digest"], seq

    def erase(self, seq, event):
        listed = event["note"].get("seqs", "").split(",")
        good = all(re.fullmatch("0|[1-9][0-9]{0,18}", text) for text in listed)
        if not good or any(int(text) >= event["seq"] for text in listed):
            return self.find("EventMalformed", seq=seq)
        for gone in map(int, listed):
            if gone in self.erased:
                self.erased.remove(gone)
                self.declared.add(gone)
            elif gone not in self.declared:
                self.find("EventNotErased", seq=gone)

    def check_nodes(self, seq, nodes, leaf):
        try:
            right = unhex((nodes or [leaf])[0], 32)
        except ValueError:
            right = unhex(leaf, 32)
        level = 0
        while self.size >> level & 1:
            right, level = sha(b"\1", self.peaks.pop(), right), level + 1
            if nodes[level : level + 1] != [right.hex()]:
                self.find("NodeAltered", level=level, position=seq >> level)
        for more in range(level + 1, len(nodes)):
            self.find("NodeAltered", level=more, position=seq >> more)
        self.peaks.append(right)
        self.size += 1

    def end_of_entries(self):
        for size in reversed(self.sizes):
            for _ in self.roots[size]:
                self.find("CheckpointBeyondLog", size=size)
        for seq in sorted(self.erased):
            self.find("EventErasedUndeclared", seq=seq)

    def row(self, table, id, columns, kind):
        digest = sha(canonical({"columns": columns, "table": table}).encode()).hex()
        if (table, id) not in self.rows or (table, id) in self.seen:
            return self.find("RowUnlogged", table=table, id=id)
        self.seen.add((table, id))
        promised, seq = self.rows[table, id]
        if promised is None:
            self.find("RowShouldBeGone", table=table, id=id, last_seq=seq)
        elif promised != digest:
            self.find("RowAltered", table=table, id=id, last_seq=seq)

    def finish(self):
        for table, id in sorted(self.rows.keys() - self.seen):
            digest, seq = self.rows[table, id]
            digest is None or self.find("RowMissing", table=table, id=id, last_seq=seq)


def lines_of(file):
    """Lines without their line breaks; only U+000A ends a line."""
    for line in file:
        yield line[:-1] if line.endswith(b"\n") else line


def verify(lines, trusted=None, outside=()):
    """Findings, as lines of text, about an export whose lines come as bytes."""
    try:
        header = read_line(next(lines, b""))
        key = read_key(header["key"])
        if header["format"] != "hoithi.ledger/1" or header["origin"] != key[0]:
            refuse("header")
    except (ValueError, KeyError, RecursionError):
        return [canonical({"finding": "LineUnreadable", "line": 1})]
    audit = Audit(trusted or key)
    notices = [{"finding": "KeyForeign"}] if trusted and trusted != key else []
    steps, step = ["checkpoint", "entry", "row", "end"], 0

    def reach(kind):
        nonlocal step
        while step < steps.index(kind):
            if steps[step] == "checkpoint":
                for note in outside:
                    audit.checkpoint(note)
                audit.start()
            elif steps[step] == "entry":
                audit.end_of_entries()
            step += 1

    for number, raw in enumerate(lines, 2):
        try:
            line = read_line(raw)
            if steps.index(line["kind"]) < step:
                refuse("too late")
        except (ValueError, RecursionError):
            notices.append({"finding": "LineUnreadable", "line": number})
            continue
        reach(line["kind"])
        if line["kind"] == "checkpoint":
            audit.checkpoint(line["note"])
        else:
            getattr(audit, line["kind"])(**line)
    reach("end")
    audit.finish()
    return [canonical(notice) for notice in notices] + audit.found


def main(arguments):
    try:
        path, *options = arguments
        pairs = list(zip(options[::2], options[1::2]))
        if len(options) % 2 or any(name not in ("--key", "--checkpoint") for name, _ in pairs):
            refuse("usage")
        keys = [read_key(value) for name, value in pairs if name == "--key"]
        outside = []
        for note in (value for name, value in pairs if name == "--checkpoint"):
            with open(note, encoding="utf-8", newline="") as file:
                outside.append(file.read())
        with open(path, "rb") as file:
            found = verify(lines_of(file), keys[-1] if keys else None, outside)
    except (ValueError, OSError) as trouble:
        print(__doc__.strip(), trouble, sep="\n\n", file=sys.stderr)
        return 2
    for finding in found:
        sys.stdout.buffer.write(finding.encode("utf-8") + b"\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
