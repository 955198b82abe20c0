package dev.almanac.events.recurrence;

/**
 * Where a rule begins and ends: nominal times in {@code [first, end)}, and instants up to {@code lastInstant}.
 */
record Bounds(long first, long end, long lastInstant) {
    static Bounds from(long first) {
        return new Bounds(first, Dates.END, Long.MAX_VALUE);
    }

    Bounds notBefore(long nominal) {
        return new Bounds(Math.max(first, nominal), end, lastInstant);
    }

    Bounds until(long nominalEnd) {
        return new Bounds(first, Math.min(end, nominalEnd), lastInstant);
    }

    Bounds untilInstant(long last) {
        return new Bounds(first, end, last);
    }
}
