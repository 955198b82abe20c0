package dev.almanac.terminal.commands;

import dev.almanac.terminal.times.Moments;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** From when till when. */
final class WindowOptions {
    @Option(
            names = "--from",
            paramLabel = "TIME",
            description = "From then on, such as 2026-12-06, 'tomorrow 14:00' or -2h.")
    private @Nullable String from;

    @Option(names = "--till", paramLabel = "TIME", description = "Until then.")
    private @Nullable String till;

    /** Null where nothing was said, as of the end. */
    @Nullable
    Instant from(Session session) {
        return from == null ? null : session.moments(session.zone()).read(from).instant(session.zone());
    }

    @Nullable
    Instant till(Session session) {
        return till == null ? null : session.moments(session.zone()).read(till).instant(session.zone());
    }

    /** Today and so many days on where nothing was said. */
    Window orDays(Session session, int days) {
        ZoneId zone = session.zone();
        Moments moments = session.moments(zone);
        LocalDateTime start = moments.read(from == null ? "today" : from).local(zone);
        Instant end = till == null
                ? start.plusDays(days).atZone(zone).toInstant()
                : moments.read(till).instant(zone);
        Instant begin = from == null
                ? start.atZone(zone).toInstant()
                : moments.read(from).instant(zone);
        if (!end.isAfter(begin)) {
            throw new UsageFailure("--till is not after --from");
        }
        return new Window(begin, end);
    }

    record Window(Instant from, Instant till) {}
}
