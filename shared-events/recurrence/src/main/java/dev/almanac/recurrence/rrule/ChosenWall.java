package dev.almanac.recurrence.rrule;

import dev.almanac.recurrence.wall.Dates;
import dev.almanac.recurrence.wall.DayWall;
import dev.almanac.recurrence.wall.Days;
import dev.almanac.recurrence.wall.Times;
import dev.almanac.recurrence.wall.Wall;

/** Of the times in each period, those at certain positions (BYSETPOS). */
record ChosenWall(DayWall all, Rule rule, Positions positions) implements Wall {

    ChosenWall(Days days, Times times, Rule rule) {
        this(new DayWall(days, times), rule, new Positions(rule.positions()));
    }

    @Override
    public long next(long from, long until) {
        long start = Math.max(from, Dates.MIN);
        long end = Math.min(until, Dates.END);
        if (start >= end || choosesNone()) {
            return NONE;
        }
        int day = periodOf(Dates.day(start));
        long found = chosenFrom(day, all.count(Dates.midnight(day), start));
        while (found == NONE) {
            day = periodAfter(day);
            if (day >= Dates.DAYS || Dates.midnight(day) >= end) {
                return NONE;
            }
            found = chosenFrom(day, 0);
        }
        return found < end ? found : NONE;
    }

    /** The first chosen time in a period that is not one of the first so many of all. */
    private long chosenFrom(int period, long passed) {
        long size = size(period);
        long place = positions.next(passed, size);
        return place == NONE ? NONE : all.nth(place + 1, Dates.midnight(period));
    }

    private long size(int period) {
        return all.count(Dates.midnight(period), Dates.midnight(endOf(period)));
    }

    /** What is chosen of no period need not be looked for in every one. */
    private boolean choosesNone() {
        long most = (long) all.times().count()
                * switch (rule.frequency()) {
                    case YEARLY -> 366;
                    case MONTHLY -> 31;
                    case WEEKLY -> rule.hasByDay() ? Integer.bitCount(rule.weekdays()) : 1;
                    case DAILY, HOURLY, MINUTELY, SECONDLY -> 1;
                };
        return positions.next(0, most) == NONE;
    }

    @Override
    public int fill(long from, long until, long shift, long[] into, int at) {
        int free = at;
        long start = from;
        while (free < into.length) {
            long next = next(start, until);
            if (next == NONE) {
                break;
            }
            into[free++] = next + shift;
            start = next + 1;
        }
        return free;
    }

    @Override
    public long nth(long n, long from) {
        long start = Math.max(from, Dates.MIN);
        if (choosesNone()) {
            return NONE;
        }
        int day = periodOf(Dates.day(start));
        long passed = all.count(Dates.midnight(day), start);
        if (rule.frequency() == Frequency.DAILY) {
            return nthOfDays(n, day, passed);
        }
        long size = size(day);
        long left = n + positions.below(passed, size);
        while (left > positions.count(size)) {
            left -= positions.count(size);
            day = periodAfter(day);
            if (day >= Dates.DAYS) {
                return NONE;
            }
            size = size(day);
        }
        return all.nth(positions.nth(left, size) + 1, Dates.midnight(day));
    }

    /** Days are all alike, so they need not be counted one by one. */
    private long nthOfDays(long n, int day, long passed) {
        int size = all.times().count();
        int ofDay = positions.count(size);
        long last = n + positions.below(passed, size) - 1;
        long found = new DayWall(all.days(), Times.MIDNIGHT).nth(last / ofDay + 1, Dates.midnight(day));
        return found == NONE ? NONE : found + all.times().get((int) positions.nth(last % ofDay + 1, size));
    }

    private int periodOf(int day) {
        return switch (rule.frequency()) {
            case YEARLY -> Dates.firstDay(Dates.month(day) / 12 * 12);
            case MONTHLY -> Dates.firstDay(Dates.month(day));
            case WEEKLY -> Math.max(0, RuleDays.startOfWeek(rule, day));
            case DAILY, HOURLY, MINUTELY, SECONDLY -> day;
        };
    }

    private int endOf(int first) {
        return Math.min(
                Dates.DAYS,
                switch (rule.frequency()) {
                    case YEARLY -> Dates.firstDay(Dates.month(first) + 12);
                    case MONTHLY -> Dates.firstDay(Dates.month(first) + 1);
                    case WEEKLY -> RuleDays.startOfWeek(rule, first) + 7;
                    case DAILY, HOURLY, MINUTELY, SECONDLY -> first + 1;
                });
    }

    /** The first day of the next period that may have times. */
    private int periodAfter(int first) {
        int end = endOf(first);
        if (end >= Dates.DAYS) {
            return Dates.DAYS;
        }
        int month = all.days().monthFrom(Dates.month(end));
        return month >= Dates.END_MONTH ? Dates.DAYS : periodOf(Math.max(end, Dates.firstDay(month)));
    }
}
