"""Writes rrule-cases.txt: random RRULEs and their first occurrences, worked out by python-dateutil 2.9.0.

Each line: start | rule | the occurrences that the rule names at or after the start, at most eight.
Rules that dateutil decides differently from RFC 5545 3.3.10 are not drawn: BYWEEKNO below -1 (it misses days of
December that are in a week of the next year), BYDAY with and without numbers in one list (it takes only days that
are in both), WEEKLY with BYSETPOS (its first week begins on the day of the start) and second 60.
"""
import random
import signal
import sys
from datetime import datetime, timedelta

from dateutil.rrule import rrulestr

DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
random.seed(5545)


def some(values, most):
    return sorted(random.sample(values, random.randint(1, min(most, len(values)))))


def text(values):
    return ",".join(map(str, values))


def chance(p):
    return random.random() < p


def signed(most):
    return [n for n in range(-most, most + 1) if n]


def rule():
    freq = random.choice(["YEARLY"] * 4 + ["MONTHLY"] * 4 + ["WEEKLY"] * 3 + ["DAILY"] * 3 + ["HOURLY", "MINUTELY", "SECONDLY"])
    big = freq in ("YEARLY", "MONTHLY", "WEEKLY", "DAILY")
    parts = ["FREQ=" + freq]
    if chance(0.5):
        parts.append("INTERVAL=%d" % random.choice([2, 3, 4, 5, 7, 10] if big else [2, 5, 7, 15, 40, 100]))
    if chance(0.4):
        parts.append("BYMONTH=" + text(some(range(1, 13), 4)))
    if freq == "YEARLY" and chance(0.2):
        parts.append("BYWEEKNO=" + text(some([-1] + list(range(1, 54)), 3)))
    if freq in ("YEARLY", "HOURLY", "MINUTELY", "SECONDLY") and chance(0.15):
        parts.append("BYYEARDAY=" + text(some(signed(366), 5)))
    if freq != "WEEKLY" and chance(0.35):
        parts.append("BYMONTHDAY=" + text(some(signed(31), 5)))
    if chance(0.45):
        days = some(DAYS, 3)
        if freq in ("MONTHLY", "YEARLY") and chance(0.6) and "BYWEEKNO" not in ";".join(parts):
            most = 5 if freq == "MONTHLY" or "BYMONTH=" in ";".join(parts) else 53
            days = [str(random.choice(signed(most))) + d for d in days]
        parts.append("BYDAY=" + text(days))
    if chance(0.2):
        parts.append("BYHOUR=" + text(some(range(24), 3)))
    if chance(0.2):
        parts.append("BYMINUTE=" + text(some(range(60), 3)))
    if chance(0.1):
        parts.append("BYSECOND=" + text(some(range(60), 3)))
    if freq != "WEEKLY" and chance(0.2) and any(p.startswith("BY") for p in parts):
        parts.append("BYSETPOS=" + text(some(signed(4), 2)))
    if chance(0.3):
        parts.append("WKST=" + random.choice(DAYS))
    if chance(0.2):
        parts.append("COUNT=%d" % random.randint(1, 7))
    elif chance(0.15):
        parts.append("UNTIL=%d0401T120000" % random.randint(1998, 2012))
    return ";".join(parts)


class TooLong(Exception):
    pass


def give_up(*_):
    raise TooLong


signal.signal(signal.SIGALRM, give_up)
wanted = int(sys.argv[1])
seen = set()
while len(seen) < wanted:
    start = datetime(1997, 1, 1) + timedelta(days=random.randint(0, 3000), seconds=60 * random.randint(0, 1439))
    drawn = rule()
    if drawn in seen:
        continue
    signal.setitimer(signal.ITIMER_REAL, 0.5)
    occurrences = []
    try:
        for t in rrulestr(drawn, dtstart=start):
            occurrences.append(t.strftime("%Y%m%dT%H%M%S"))
            if len(occurrences) == 8:
                break
    except TooLong:
        continue
    except ValueError as e:
        assert "empty set" in str(e)
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
    seen.add(drawn)
    print(start.strftime("%Y%m%dT%H%M%S"), "|", drawn, "|", " ".join(occurrences))
