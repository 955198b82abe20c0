package dev.almanac.logs;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;

/**
 * Lets the first few of the same warning or error through in each minute, and says how many more there were when the next one
 * comes: a store that is away for three minutes is one fact, not fourteen thousand lines.
 */
final class RepeatedFaults extends TurboFilter {
    private static final String NAME = RepeatedFaults.class.getName();
    private static final int FEW = 5;
    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int KINDS_MAX = 500;
    /** Messages that were put together before they were logged differ at their ends. */
    private static final int BEGINNING = 40;

    private final InstantSource clock;
    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private record Seen(Instant since, int times) {}

    RepeatedFaults(InstantSource clock) {
        this.clock = clock;
    }

    /** Once, however often it is asked for. */
    static void join(LoggerContext context) {
        if (context.getTurboFilterList().stream().noneMatch(RepeatedFaults.class::isInstance)) {
            context.addTurboFilter(new RepeatedFaults(InstantSource.system()));
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] parameters,
            @Nullable Throwable failure) {
        if (format == null
                || level.levelInt < Level.WARN_INT
                || logger.getName().equals(NAME)) {
            return FilterReply.NEUTRAL;
        }
        return decide(kind(logger, format, failure));
    }

    private FilterReply decide(String kind) {
        int untold = 0;
        FilterReply reply = FilterReply.NEUTRAL;
        synchronized (seen) {
            Instant now = clock.instant();
            Seen before = seen.remove(kind);
            if (before == null || before.since().plus(WINDOW).isBefore(now)) {
                untold = before == null ? 0 : Math.max(0, before.times() - FEW);
                seen.put(kind, new Seen(now, 1));
            } else {
                seen.put(kind, new Seen(before.since(), before.times() + 1));
                reply = before.times() >= FEW ? FilterReply.DENY : FilterReply.NEUTRAL;
            }
            seen.keySet().stream()
                    .limit(Math.max(0, seen.size() - KINDS_MAX))
                    .toList()
                    .forEach(seen::remove);
        }
        if (untold > 0) {
            LoggerFactory.getLogger(NAME).warn("{} more of these were not logged: {}", untold, kind);
        }
        return reply;
    }

    private static String kind(Logger logger, String format, @Nullable Throwable failure) {
        return logger.getName() + ": " + format.substring(0, Math.min(BEGINNING, format.length()))
                + (failure == null ? "" : " " + failure.getClass().getSimpleName());
    }
}
