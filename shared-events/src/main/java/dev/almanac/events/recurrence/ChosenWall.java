package dev.almanac.events.recurrence;

/** Of the times in each period, those at certain positions (BYSETPOS). */
record ChosenWall(Days days, Times times, Rule rule) implements Wall {
    /** COUNT is found by counting; past this a series would take too long to set up. */
    private static final int COUNTED_MAX = 20_000;

    @Override
    public long next(long from, long until) {
        long start = Math.max(from, Dates.MIN);
        long end =
                rule.frequency() == Frequency.DAILY && !choosesFrom(times.count()) ? start : Math.min(until, Dates.END);
        for (int day = start < end ? periodOf(Dates.day(start)) : Dates.DAYS;
                day < Dates.DAYS && Dates.midnight(day) < end;
                day = periodAfter(day)) {
            long size = all().count(Dates.midnight(day), Dates.midnight(endOf(day)));
            long found = choosesFrom(size) ? chosen(day, size).next(start, end) : NONE;
            if (found != NONE) {
                return found;
            }
        }
        return NONE;
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
        if (n > COUNTED_MAX) {
            throw new InvalidRecurrence("rrule", "COUNT is more than " + COUNTED_MAX + " in a rule with BYSETPOS");
        }
        long found = from - 1;
        for (long left = n; left > 0 && found != NONE; left--) {
            found = next(found + 1, Dates.END);
        }
        return found;
    }

    private DayWall all() {
        return new DayWall(days, times);
    }

    /** Whether any position is one of so many. */
    private boolean choosesFrom(long size) {
        for (int position : rule.positions()) {
            if (Math.abs(position) <= size) {
                return true;
            }
        }
        return false;
    }

    private ListWall chosen(int first, long size) {
        long begin = Dates.midnight(first);
        return new ListWall(rule.positions().stream()
                .filter(position -> Math.abs(position) <= size)
                .mapToLong(position -> all().nth(position > 0 ? position : size + 1 + position, begin)));
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
        int month = days.monthFrom(Dates.month(end));
        return month >= Dates.END_MONTH ? Dates.DAYS : periodOf(Math.max(end, Dates.firstDay(month)));
    }
}
