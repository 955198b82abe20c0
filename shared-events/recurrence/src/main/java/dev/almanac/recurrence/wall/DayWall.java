package dev.almanac.recurrence.wall;

/** The same times on each of certain days. */
public record DayWall(Days days, Times times) implements Wall {

    @Override
    public long next(long from, long until) {
        long start = Math.max(from, Dates.MIN);
        if (start >= Math.min(until, Dates.END)) {
            return NONE;
        }
        int day = Dates.day(start);
        int time = times.before((int) (start - Dates.midnight(day)));
        if (time == times.count()) {
            day++;
            time = 0;
        }
        if (day == Dates.DAYS) {
            return NONE;
        }
        int month = Dates.month(day);
        int mask = days.mask(month) & -1 << (day - Dates.firstDay(month));
        if (mask == 0) {
            time = 0;
            do {
                month = days.monthFrom(month + 1);
                if (month >= Dates.END_MONTH || Dates.midnight(Dates.firstDay(month)) >= until) {
                    return NONE;
                }
                mask = days.mask(month);
            } while (mask == 0);
        }
        int found = Dates.firstDay(month) + Integer.numberOfTrailingZeros(mask);
        long nominal = Dates.midnight(found) + times.get(found == day ? time : 0);
        return nominal < until ? nominal : NONE;
    }

    @Override
    public int fill(long from, long until, long shift, long[] into, int at) {
        long start = Math.max(from, Dates.MIN);
        long end = Math.min(until, Dates.END);
        if (start >= end) {
            return at;
        }
        int firstDay = Dates.day(start);
        int endDay = Dates.day(end - 1) + 1;
        int skipped = times.before((int) (start - Dates.midnight(firstDay)));
        int left = times.count() - times.before((int) (end - Dates.midnight(endDay - 1)));
        int free = at;
        for (int month = Dates.month(firstDay);
                month < Dates.END_MONTH && Dates.firstDay(month) < endDay;
                month = days.monthFrom(month + 1)) {
            int first = Dates.firstDay(month);
            int mask = days.mask(month);
            if (first < firstDay) {
                mask &= -1 << (firstDay - first);
            }
            if (endDay < Dates.firstDay(month + 1)) {
                mask &= (1 << (endDay - first)) - 1;
            }
            free = times.count() == 1
                    ? fillOnce(first, mask, firstDay + skipped, endDay - left, shift, into, free)
                    : fillDays(first, mask, firstDay, skipped, endDay, left, shift, into, free);
            if (free == into.length) {
                break;
            }
        }
        return free;
    }

    /** One time a day: a day is in or out. */
    private int fillOnce(int first, int mask, int fromDay, int endDay, long shift, long[] into, int at) {
        long base = Dates.midnight(first) + times.get(0) + shift;
        int free = at;
        for (int left = mask; left != 0 && free < into.length; left &= left - 1) {
            int day = Integer.numberOfTrailingZeros(left);
            if (first + day >= fromDay && first + day < endDay) {
                into[free++] = base + (long) day * Dates.DAY;
            }
        }
        return free;
    }

    private int fillDays(
            int first, int mask, int firstDay, int skipped, int endDay, int left, long shift, long[] into, int at) {
        int free = at;
        for (int rest = mask; rest != 0 && free < into.length; rest &= rest - 1) {
            int day = first + Integer.numberOfTrailingZeros(rest);
            int begin = day == firstDay ? skipped : 0;
            int stop = times.count() - (day == endDay - 1 ? left : 0);
            stop = Math.min(stop, begin + into.length - free);
            if (begin < stop) {
                times.copy(begin, stop, Dates.midnight(day) + shift, into, free);
                free += stop - begin;
            }
        }
        return free;
    }

    @Override
    public long nth(long n, long from) {
        long start = Math.max(from, Dates.MIN);
        int day = Dates.day(start);
        int month = Dates.month(day);
        int mask = days.mask(month) & -1 << (day - Dates.firstDay(month));
        long left = n;
        if ((mask >>> (day - Dates.firstDay(month)) & 1) != 0) {
            left += times.before((int) (start - Dates.midnight(day)));
        }
        while (left > (long) Integer.bitCount(mask) * times.count()) {
            left -= (long) Integer.bitCount(mask) * times.count();
            month = days.monthFrom(month + 1);
            if (month >= Dates.END_MONTH) {
                return NONE;
            }
            mask = days.mask(month);
        }
        for (; left > times.count(); left -= times.count()) {
            mask &= mask - 1;
        }
        int found = Dates.firstDay(month) + Integer.numberOfTrailingZeros(mask);
        return Dates.midnight(found) + times.get((int) left - 1);
    }

    /** How many nominal times there are from a midnight until a time. */
    public long count(long midnight, long until) {
        int day = Dates.day(midnight);
        int end = Dates.day(until);
        long found = 0;
        for (int month = Dates.month(day); Dates.firstDay(month) < end; month++) {
            int first = Dates.firstDay(month);
            int mask = days.mask(month);
            if (day > first) {
                mask &= -1 << (day - first);
            }
            if (end < first + Dates.length(month)) {
                mask &= (1 << (end - first)) - 1;
            }
            found += Integer.bitCount(mask);
        }
        int rest = (int) (until - Dates.midnight(end));
        return found * times.count() + (rest > 0 && days.has(end) ? times.before(rest) : 0);
    }
}
