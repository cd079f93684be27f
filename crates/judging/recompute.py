#!/usr/bin/env python3
"""Counts the published result of a contest again, independently of hoithi itself.

    python3 recompute.py bundle.json

Prints the list that follows from rules and records, one line for each dossier, and ends with 0 when the
published list is the same, with 1 when it is not, with 2 when it cannot work at all. Written from FORMAT.md;
needs Python 3.8 and nothing else.
"""
import hashlib, json, sys
from fractions import Fraction
from itertools import groupby


def canonical(value):
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def average(numbers):
    return Fraction(sum(numbers)) / len(numbers)


# FORMAT.md 3: rounding

def rounded(value, rule):
    if rule is None:
        return Fraction(value)
    steps = Fraction(value) / rule["step"]
    below = steps.numerator // steps.denominator
    rest = steps - below
    if rule["direction"] == "half-up":
        up = rest >= Fraction(1, 2)
    elif rule["direction"] == "half-even":
        up = rest > Fraction(1, 2) or (rest == Fraction(1, 2) and below % 2 == 1)
    else:
        up = False
    return Fraction((below + up) * rule["step"])


class Dossier:
    def __init__(self, entry):
        self.entry, self.code, self.field = entry, entry["code"], entry["field"]
        self.out = None if entry["standing"] == "judged" else entry["standing"]
        self.scores, self.counted = {}, {}
        self.barred = False
        self.total = self.rank = self.field_rank = self.prize = self.shared = None
        self.money, self.forwarded = 0, False


class Count:
    def __init__(self, bundle):
        self.rules, self.records = bundle["rules"], bundle["records"]
        self.scales = {scale["key"]: scale for scale in self.rules["scales"]}
        self.prizes = {prize["key"]: prize for prize in self.rules["prizes"]}
        self.dossiers = [Dossier(entry) for entry in self.records["entries"]]
        self.sheets, self.again = {}, {}
        for sheet in self.records["scores"]:
            if sheet["points"] is not None:
                where = sheet["dossier"], sheet["round"], sheet["marking"]
                self.sheets.setdefault(where, []).append(sheet)
        for marking in self.records["second_markings"]:
            self.again[marking["dossier"], marking["round"]] = marking

    # FORMAT.md 4: rounds

    def scale(self, dossier, round_):
        own = round_["field_scales"].get(dossier.field, round_["scale"])
        return self.scales[dossier.entry["scale"] or own]

    def sheet_total(self, dossier, round_, sheet):
        total = Fraction(0)
        for criterion in self.scale(dossier, round_)["criteria"]:
            weight = criterion["field_weights"].get(dossier.field, criterion["weight"])
            total += Fraction(sheet["points"][criterion["key"]] * weight, 100)
        return total

    def mark(self, dossier, round_):
        key = round_["key"]
        first = self.sheets.get((dossier.code, key, "first"), [])
        second = self.sheets.get((dossier.code, key, "second"), [])
        if len(first) < round_["fewest_sheets"]:
            dossier.out = "too-few-sheets"
            return
        counted, voted = first, None
        again = self.again.get((dossier.code, key))
        if again and again["counts"] == "second":
            if isinstance(again["by"], dict):
                voted = Fraction(again["by"]["vote"]["points"])
            else:
                counted = second
        elif again and again["counts"] == "both":
            counted = first + second
        if voted is None:
            totals = [self.sheet_total(dossier, round_, sheet) for sheet in counted]
            score = rounded(self.aggregate(round_["aggregate"], totals), round_["rounding"])
        else:
            score = voted
        dossier.scores[key], dossier.counted[key] = score, counted
        scale = self.scale(dossier, round_)
        for criterion in scale["criteria"]:
            points = [sheet["points"][criterion["key"]] for sheet in counted]
            if criterion["minimum"] is not None and average(points) < criterion["minimum"]:
                dossier.barred = True
            knockout = criterion["knockout"]
            if knockout is not None:
                against = sum(1 for it in points if it < knockout["below"])
                enough = {"any": against > 0, "majority": against * 2 > len(points),
                          "all": against == len(points)}
                if enough[knockout["judges"]]:
                    dossier.out = "knocked-out"
        if scale["minimum"] is not None and score < scale["minimum"]:
            dossier.barred = True

    @staticmethod
    def aggregate(how, totals):
        totals = sorted(totals)
        if how == "median":
            return average([totals[(len(totals) - 1) // 2], totals[len(totals) // 2]])
        if how != "mean":
            trim = how["trimmed"]
            if len(totals) >= trim["from"]:
                totals = totals[trim["each_end"]:len(totals) - trim["each_end"]]
        return average(totals)

    def cut(self, round_):
        advance, key = round_["advance"], round_["key"]
        still = [dossier for dossier in self.dossiers if dossier.out is None]
        places = advance["places"]
        if places == "unlimited":
            parts = [(still, None)]
        elif "total" in places:
            parts = [(still, places["total"])]
        else:
            parts = [([it for it in still if it.field == field], places["by-field"].get(field, 0))
                     for field in self.rules["fields"]]
        for part, most in parts:
            able = [it for it in part
                    if advance["minimum"] is None or it.scores[key] >= advance["minimum"]]
            for dossier in part:
                better = sum(1 for it in able if it.scores[key] > dossier.scores[key])
                as_good = sum(1 for it in able if it.scores[key] >= dossier.scores[key])
                fits = most is None or (better < most if advance["last"] == "in" else as_good <= most)
                if dossier not in able or not fits:
                    dossier.out = "not-advanced"

    # FORMAT.md 5: totals and ranks

    def totals(self):
        rounds, vote = self.rules["rounds"], self.rules["vote"]
        weights = sum(round_["weight"] for round_ in rounds)
        most = max((entry["votes"] for entry in self.records["entries"]), default=0)
        for dossier in self.ranked():
            parts = (dossier.scores[it["key"]] * it["weight"] for it in rounds)
            total = sum(parts, Fraction(0)) / weights
            if vote is not None and most > 0:
                share = Fraction(vote["points"] * dossier.entry["votes"], most)
                total += rounded(share, vote["rounding"])
            dossier.total = rounded(total, self.rules["rounding"])

    def ranked(self):
        return [dossier for dossier in self.dossiers if dossier.out is None]

    def tie_key(self, dossier, tie):
        """A key that is less for the dossier that goes first."""
        if tie["by"] == "lot":
            seed = self.records["lot"]
            if seed is None:
                return 0
            return hashlib.sha256(f"{seed}\n{dossier.code}".encode()).hexdigest()[:32]
        round_ = next(it for it in self.rules["rounds"] if it["key"] == tie["round"])
        counted = dossier.counted[tie["round"]]
        total = lambda sheet: self.sheet_total(dossier, round_, sheet)
        if tie["by"] == "fewer-low":
            return sum(1 for sheet in counted if total(sheet) < tie["below"])
        if tie["by"] == "round":
            values = [dossier.scores[tie["round"]]]
        elif tie["by"] == "criterion":
            values = [sheet["points"][tie["criterion"]] for sheet in counted
                      if tie["criterion"] in sheet["points"]]
        else:
            values = [total(sheet) for sheet in counted
                      if sheet["judge"] in self.records["chairs"]]
        return (0, -average(values)) if values else (1, 0)

    def order(self):
        keys = {it.code: [-it.total] + [self.tie_key(it, tie) for tie in self.rules["ties"]]
                for it in self.ranked()}
        for dossier in self.ranked():
            before = [it for it in self.ranked() if keys[it.code] < keys[dossier.code]]
            dossier.rank = len(before) + 1
            dossier.field_rank = sum(1 for it in before if it.field == dossier.field) + 1

    # FORMAT.md 6: prizes

    def places(self):
        """For each prize: the places of each field and those of all, where None is without limit."""
        unused, above = self.rules["unused"], (dict.fromkeys(self.rules["fields"], 0), 0)
        for prize in self.rules["prizes"]:
            fields, everybody = dict(above[0]), above[1]
            places = prize["places"]
            if places == "unlimited":
                everybody = None
            elif "total" in places:
                everybody += places["total"]
            else:
                for field, count in places["by-field"].items():
                    fields[field] += count
            left = [fields, everybody]
            yield prize, left
            if unused in ("next-prize", "other-fields-then-next-prize"):
                above = left[0], left[1] or 0
            else:
                above = dict.fromkeys(self.rules["fields"], 0), 0

    def pool(self, left):
        if self.rules["unused"] in ("other-fields", "other-fields-then-next-prize"):
            if left[1] is not None:
                left[1] += sum(left[0].values())
            left[0] = dict.fromkeys(left[0], 0)

    def award(self):
        for prize, left in self.places():
            able = [it for it in self.ranked() if it.prize is None and not it.barred
                    and (prize["minimum"] is None or it.total >= prize["minimum"])]
            able.sort(key=lambda it: (it.rank, it.code))
            for field in self.rules["fields"]:
                own = [it for it in able if it.field == field]
                left[0][field] = self.give(prize, own, left[0][field], ("field", field))
            self.pool(left)
            left[1] = self.give(prize, [it for it in able if it.prize is None], left[1], ("all",))

    def give(self, prize, best, places, source):
        for _, equals in groupby(best, key=lambda it: it.rank):
            equals = list(equals)
            if places == 0:
                break
            shared = places is not None and len(equals) > places
            if shared and self.rules["at_limit"] == "pass":
                break
            for nth, dossier in enumerate(equals):
                dossier.prize, dossier.money = prize["key"], prize["money"]
                dossier.shared = (source, places) if shared else None
                if shared and self.rules["at_limit"] == "share":
                    each, rest = divmod(places * prize["money"], len(equals))
                    dossier.money = each + (1 if nth < rest else 0)
            if places is not None:
                places = max(0, places - len(equals))
        return places

    # FORMAT.md 7: departures

    def depart(self):
        rules, by_code = self.rules["departures"], {it.code: it for it in self.dossiers}
        taken = [it for it in self.records["departures"] if self.stands(it, by_code[it["dossier"]])]
        before = [(it.prize, it.money, it.shared) for it in self.dossiers]
        for departure in taken:
            dossier, prize = by_code[departure["dossier"]], departure["prize"]
            dossier.prize, dossier.shared = prize, None
            dossier.money = self.prizes[prize]["money"] if prize is not None else 0
        if "places" not in rules["beyond"] and not self.fit():
            for dossier, (prize, money, shared) in zip(self.dossiers, before):
                dossier.prize, dossier.money, dossier.shared = prize, money, shared

    def stands(self, departure, dossier):
        rules, tally, prize = self.rules["departures"], departure["tally"], departure["prize"]
        if dossier.out is not None or not departure["reason"].strip(" \t\n\r"):
            return False
        favour, members = tally["in_favour"], tally["members"]
        enough = {"more-than-half": 2 * favour > members, "two-thirds": 3 * favour >= 2 * members,
                  "all": favour >= members}
        if favour == 0 or not enough[rules["majority"]]:
            return False
        if prize is None or "band" in rules["beyond"]:
            return True
        band = self.prizes[prize]["minimum"]
        return not dossier.barred and (band is None or dossier.total >= band)

    def fit(self):
        for prize, left in self.places():
            holders = [it for it in self.dossiers if it.prize == prize["key"]]
            used = dict.fromkeys(self.rules["fields"], 0)
            for dossier in holders:
                if dossier.shared is None:
                    used[dossier.field] += 1
            everybody = 0
            for source, places in {it.shared for it in holders if it.shared is not None}:
                if source[0] == "field":
                    used[source[1]] += places
                else:
                    everybody += places
            everybody += sum(max(0, used[field] - left[0][field]) for field in used)
            left[0] = {field: max(0, left[0][field] - used[field]) for field in used}
            self.pool(left)
            if left[1] is not None:
                if everybody > left[1]:
                    return False
                left[1] -= everybody
        return True

    # FORMAT.md 8: proposals for the next level

    def propose(self):
        forward = self.rules["forward"]
        if forward is None:
            return
        positions = {key: at for at, key in enumerate(self.prizes)}
        able = [it for it in self.ranked() if it.prize is not None
                and positions[it.prize] <= positions[forward["lowest"]]]
        mark = forward["criterion"]
        if mark is not None:
            able = [it for it in able if self.reaches(it, mark)]
        for it in able:
            better = sum(1 for other in able if other.rank < it.rank)
            as_good = sum(1 for other in able if other.rank <= it.rank)
            it.forwarded = (better if forward["last"] == "in" else as_good - 1) < forward["most"]

    @staticmethod
    def reaches(dossier, mark):
        points = [sheet["points"][mark["criterion"]] for sheet in dossier.counted[mark["round"]]
                  if mark["criterion"] in sheet["points"]]
        return bool(points) and average(points) >= mark["minimum"]

    # FORMAT.md 9: the list

    def lines(self):
        for round_ in self.rules["rounds"]:
            for dossier in self.ranked():
                self.mark(dossier, round_)
            if round_["advance"] is not None:
                self.cut(round_)
        self.totals()
        self.order()
        self.award()
        self.depart()
        self.propose()
        last = len(self.dossiers) + 1
        for it in sorted(self.dossiers, key=lambda it: (it.rank or last, it.code)):
            total = None if it.total is None else str(it.total)
            yield {"code": it.code, "field": it.field, "out": it.out, "rank": it.rank,
                   "field_rank": it.field_rank, "total": total, "prize": it.prize, "money": it.money,
                   "forwarded": it.forwarded}


def main(arguments):
    try:
        with open(arguments[0], encoding="utf-8") as file:
            bundle = json.load(file)
        if bundle["format"] != "hoithi.result/1":
            raise ValueError("another format")
        lines = [canonical(line) for line in Count(bundle).lines()]
        published = [canonical(line) for line in bundle["list"]]
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        print(f"recompute.py: {type(error).__name__}: {error}", file=sys.stderr)
        return 2
    sys.stdout.write("".join(line + "\n" for line in lines))
    return 0 if lines == published else 1


if __name__ == "__main__":
    sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.exit(main(sys.argv[1:]))
