package dev.almanac.recurrence.wall;

/**
 * Where a rule begins and ends: nominal times in {@code [first, end)}, and instants up to {@code lastInstant}.
 */
public record Bounds(long first, long end, long lastInstant) {
    public static Bounds from(long first) {
        return new Bounds(first, Dates.END, Long.MAX_VALUE);
    }

    public Bounds notBefore(long nominal) {
        return new Bounds(Math.max(first, nominal), end, lastInstant);
    }

    public Bounds until(long nominalEnd) {
        return new Bounds(first, Math.min(end, nominalEnd), lastInstant);
    }

    public Bounds untilInstant(long last) {
        return new Bounds(first, end, last);
    }
}
