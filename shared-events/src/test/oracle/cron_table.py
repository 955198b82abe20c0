"""Writes cron-cases.txt: cron lines and their first wall-clock times, found by trying day after day and minute after minute.

A reader of its own, written from crontab(5) of Vixie cron and, for L W # ?, from the Quartz manual; it shares nothing
with the product. Each line: cron | after | the first five times, or fewer if the next 40 years have no more.
"""
import calendar
import random
from datetime import datetime, timedelta

random.seed(1987)
MONTHS = dict(zip("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), range(1, 13)))
WEEKDAYS = dict(zip("SUN MON TUE WED THU FRI SAT".split(), range(7)))


def value(text, names):
    return names[text.upper()] if text.upper() in names else int(text)


def matches(field, n, low, high, names={}):
    """Whether a plain field has the number n."""
    for item in field.split(","):
        body, _, step = item.partition("/")
        step_by = int(step) if step else 1
        if body in ("*", "?"):
            first, last = low, high
        elif "-" in body:
            first, last = (value(t, names) for t in body.split("-"))
        else:
            first = value(body, names)
            last = high if step else first
        walk = list(range(first, last + 1)) if first <= last else list(range(first, high + 1)) + list(range(low, last + 1))
        if n in walk[::step_by]:
            return True
    return False


def in_month(item, day):
    last = calendar.monthrange(day.year, day.month)[1]
    if item == "L":
        return day.day == last
    if item.startswith("L-"):
        return day.day == last - int(item[2:])
    if item.endswith("W"):
        wanted = last if item == "LW" else int(item[:-1])
        if wanted > last:
            return False
        workdays = [d for d in range(1, last + 1) if calendar.weekday(day.year, day.month, d) < 5]
        return day.day == min(workdays, key=lambda d: abs(d - wanted))
    return matches(item, day.day, 1, 31)


def in_week(item, day):
    weekday = day.isoweekday() % 7
    if "#" in item:
        wanted, nth = item.split("#")
        return value(wanted, WEEKDAYS) % 7 == weekday and (day.day - 1) // 7 + 1 == int(nth)
    if item.endswith("L"):
        last = calendar.monthrange(day.year, day.month)[1]
        return value(item[:-1], WEEKDAYS) % 7 == weekday and day.day + 7 > last
    return any(matches(item, n, 0, 7 if "7" in item else 6, WEEKDAYS) for n in ((0, 7) if weekday == 0 else (weekday,)))


def is_day(fields, day):
    _, _, dom, month, dow = fields
    if not matches(month, day.month, 1, 12, MONTHS):
        return False
    by_month = any(in_month(item, day) for item in dom.split(","))
    by_week = any(in_week(item, day) for item in dow.split(","))
    star = dom[0] in "*?" or dow[0] in "*?"
    return by_month and by_week if star else by_month or by_week


def times(cron, after, most=5):
    fields = cron.split()
    found = []
    day = after.replace(hour=0, minute=0)
    of_day = [(h, m) for h in range(24) if matches(fields[1], h, 0, 23) for m in range(60) if matches(fields[0], m, 0, 59)]
    while len(found) < most and day.year < after.year + 40:
        if is_day(fields, day):
            found += [t for t in (day.replace(hour=h, minute=m) for h, m in of_day) if t > after]
        day += timedelta(days=1)
    return found[:most]


FIXED = """0 0 31 2 *|0 0 29 2 *|0 0 30 2 *|0 0 13 * 5|0 0 */10 * 1|0 0 1-31 * 1|0 0 1 * *|0 0 * * 0|0 0 * * 7|0 0 * * SUN
*/5 * * * *|*/7 * * * *|0 */5 * * *|5/15 * * * *|0,15,30,45 8-18/2 1,15 1-6,9 *|0 22-2 * * *|0 22-4/2 * * *|50-10 * * * *
0 0 28-3 * *|0 0 1 NOV-FEB *|0 0 * * FRI-MON|0 0 * * 5-7|0 0 * * 6-1|0 0 * * 0-7|0 0 * * 7-2|0 0 * * mon-fri|0 0 * jan,jul *
0 9 L * *|0 9 L-3 * *|0 9 L-30 * *|0 9 LW * *|0 9 1W * *|0 9 15W * *|0 9 28W * *|0 9 29W 2 *|0 9 30W * *|0 9 31W * *
0 9 * * 5L|0 9 * * FRIL|0 9 * * 1#1|0 9 * * FRI#3|0 9 * * 5#5|0 9 * * 0#5|0 9 * * 7#1|0 9 L * 1|0 9 15W * 5L|0 9 1,L * *
0 9 ? * MON|0 9 15 * ?|0 9 ? * ?|0 0 31 * *|0 0 31 4,6,9,11 *|0 0 29 2 1|0 0 29,30,31 * *|59 23 31 12 *|0 0 1 1 *|30 2 * * *
* * * * *|*/90 * * * *|0 */25 * * *|0 0 */40 * *|0 0 1-7 * 1|0 0 8-14 * */7|0 0 * 2 1#5|0 12 * * 1,3,5#2|0 12 5W,L * *|1-59/2 * * * *"""


def drawn_field(low, high, stars):
    def one():
        a, b = random.randint(low, high), random.randint(low, high)
        return random.choice([str(a), str(a), "%d-%d" % (min(a, b), max(a, b)), "%d-%d/%d" % (min(a, b), max(a, b), random.randint(1, 9))])

    if random.random() < stars:
        return random.choice(["*", "*", "*", "*/%d" % random.randint(2, 12)])
    return ",".join(one() for _ in range(random.choice([1, 1, 1, 2, 3])))


def drawn():
    dom = drawn_field(1, 31, 0.5)
    dow = drawn_field(0, 7, 0.5)
    if random.random() < 0.1:
        dom = random.choice(["L", "LW", "L-%d" % random.randint(1, 29), "%dW" % random.randint(1, 31), "%d,L" % random.randint(1, 20)])
    if random.random() < 0.1:
        dow = random.choice(["%dL" % random.randint(0, 7), "%d#%d" % (random.randint(0, 7), random.randint(1, 5))])
    return " ".join([drawn_field(0, 59, 0.2), drawn_field(0, 23, 0.3), dom, drawn_field(1, 12, 0.6), dow])


cases = [c for line in FIXED.split("\n") for c in line.split("|")]
cases += [drawn() for _ in range(320)]
for cron in cases:
    after = datetime(2023, 1, 1) + timedelta(minutes=random.randint(0, 4 * 525600))
    print(cron, "|", after.strftime("%Y%m%dT%H%M%S"), "|", " ".join(t.strftime("%Y%m%dT%H%M%S") for t in times(cron, after)))
