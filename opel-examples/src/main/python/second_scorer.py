"""A second scorer of OPEL 2023/24 for acute trusts, to show how another program is held against the rules:

    opel conform -- python3 opel-examples/src/main/python/second_scorer.py

It reads one report a line and writes one answer a line. It knows bands, sums, levels, and that what is missing could score
anything. It keeps every digit of a reading, as text or as a JSON number. It does not know that a reading can be rounded, stale,
implausible or doubtful, that a report can be invalid, any other framework, sources, grades, or why. So do not score by it.
"""

import json
import sys
from decimal import Decimal as D

# Per parameter, from best to worst: a test of the value, and its points. The last band takes what is left.
BANDS = {
    "ambulance-handover-mean": [(lambda x: x <= 15, 0), (lambda x: x <= 30, 2), (lambda x: x <= 60, 4), (None, 6)],
    "ed-four-hour-performance": [(lambda x: x >= 95, 0), (lambda x: x >= 76, 1), (lambda x: x > 60, 2), (None, 4)],
    "ed-attendance-variation": [(lambda x: x <= 2, 0), (lambda x: x <= 10, 1), (lambda x: x <= 20, 2), (None, 4)],
    "majors-resus-occupancy": [(lambda x: x < 80, 0), (lambda x: x <= 100, 2), (lambda x: x <= 120, 4), (None, 6)],
    "median-time-to-treatment": [(lambda x: x < 60, 0), (lambda x: x < 90, 1), (lambda x: x < 120, 2), (None, 4)],
    "ed-over-12-hours": [(lambda x: x <= 2, 0), (lambda x: x <= 5, 1), (lambda x: x <= 10, 2), (None, 4)],
    "ga-bed-occupancy": [(lambda x: x <= 92, 0), (lambda x: x <= 95, 2), (lambda x: x <= 98, 4), (None, 8)],
    "escalation-beds": [(lambda x: x <= 2, 0), (lambda x: x <= 4, 1), (lambda x: x <= 6, 2), (None, 4)],
    "no-criteria-to-reside": [(lambda x: x <= 10, 0), (lambda x: x <= 13, 1), (lambda x: x <= 15, 2), (None, 4)],
}


def contribution(parameter, reading):
    bands = BANDS[parameter]
    if isinstance(reading, dict) and "missing" in reading:
        low, high, code = 0, bands[-1][1], reading["missing"].upper().replace("-", "_")
    else:
        value = D(reading["value"] if isinstance(reading, dict) else reading)
        low = high = next(points for test, points in bands if test is None or test(value))
        code = "BAND_MATCHED"
    return {"parameter": parameter, "points": {"min": low, "max": high}, "code": code}


def level(points):
    return 1 if points <= 11 else 2 if points <= 22 else 3 if points <= 33 else 4


def answer(report):
    readings = report.get("readings", {})
    parts = [contribution(each, readings.get(each, {"missing": "not-submitted"})) for each in BANDS]
    low = sum(part["points"]["min"] for part in parts)
    high = sum(part["points"]["max"] for part in parts)
    best, worst = level(low), level(high)
    known = {"kind": "exact", "level": best} if best == worst else {"kind": "between", "best": best, "worst": worst}
    return {"level": known, "score": {"min": low, "max": high}, "contributions": parts}


for line in sys.stdin:
    print(json.dumps(answer(json.loads(line, parse_float=D, parse_int=D))))
