package dev.almanac.events.recurrence;

/** The same times on each of certain days. */
record DayWall(Days days, Times times) implements Wall {

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
        int lastDay = Dates.day(end - 1);
        int skipped = times.before((int) (start - Dates.midnight(firstDay)));
        int inLast = times.before((int) (end - 1 - Dates.midnight(lastDay)) + 1);
        int month = Dates.month(firstDay);
        int mask = days.mask(month) & -1 << (firstDay - Dates.firstDay(month));
        while (at < into.length) {
            int first = Dates.firstDay(month);
            for (; mask != 0 && at < into.length; mask &= mask - 1) {
                int day = first + Integer.numberOfTrailingZeros(mask);
                if (day > lastDay) {
                    return at;
                }
                int begin = day == firstDay ? skipped : 0;
                int stop = Math.min(day == lastDay ? inLast : times.count(), begin + into.length - at);
                if (begin < stop) {
                    times.copy(begin, stop, Dates.midnight(day) + shift, into, at);
                    at += stop - begin;
                }
            }
            month = days.monthFrom(month + 1);
            if (month >= Dates.END_MONTH || Dates.firstDay(month) > lastDay) {
                return at;
            }
            mask = days.mask(month);
        }
        return at;
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

    /** How many nominal times there are from one midnight to another. */
    long count(long from, long until) {
        int day = Dates.day(from);
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
        return found * times.count();
    }
}
