package dev.almanac.jobs;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.support.CronExpression;

/** When a job runs, as it is said of it; what makes it run stands beside it, in its {@link Scheduled}. */
public sealed interface Schedule {

    /** An ISO-8601 duration, a cron with its time zone, or words. */
    String text();

    /** When it runs after a start then; empty if nobody knows. */
    Optional<Instant> first(Instant start);

    /** When it runs after a run that ended then; empty if nobody knows. */
    Optional<Instant> next(Instant end);

    /** So long another instance that is about to run it leaves it, as it has just been run. */
    Duration rest();

    /**
     * So long after the end of a run, and of the start.
     *
     * @param first ISO-8601
     * @param every ISO-8601
     */
    static Schedule every(String first, String every) {
        return every(Duration.parse(first), Duration.parse(every));
    }

    static Schedule every(Duration first, Duration every) {
        return new Every(every.toString(), first, every, every.dividedBy(2));
    }

    /** A cron of six fields; "-" for never but on request. */
    static Schedule cron(String expression, ZoneId zone) {
        return expression.equals(Scheduled.CRON_DISABLED)
                ? new Sometimes("on request")
                : new Cron(CronExpression.parse(expression), zone);
    }

    /** Many times a minute, so that whoever is silent for a minute stands still. */
    static Schedule always(String words) {
        return new Every(words, Duration.ofMinutes(1), Duration.ofMinutes(1), Duration.ZERO);
    }

    /** When something arrives, or on request. */
    static Schedule sometimes(String words) {
        return new Sometimes(words);
    }

    record Every(String text, Duration first, Duration every, Duration rest) implements Schedule {
        @Override
        public Optional<Instant> first(Instant start) {
            return Optional.of(start.plus(first));
        }

        @Override
        public Optional<Instant> next(Instant end) {
            return Optional.of(end.plus(every));
        }
    }

    record Cron(CronExpression expression, ZoneId zone) implements Schedule {
        @Override
        public String text() {
            return expression + " " + zone;
        }

        @Override
        public Optional<Instant> first(Instant start) {
            return next(start);
        }

        @Override
        public Optional<Instant> next(Instant end) {
            @Nullable ZonedDateTime next = expression.next(end.atZone(zone));
            return Optional.ofNullable(next).map(ZonedDateTime::toInstant);
        }

        /** The clocks of instances do not ring at the same instant. */
        @Override
        public Duration rest() {
            return Duration.ofMinutes(5);
        }
    }

    record Sometimes(String text) implements Schedule {
        @Override
        public Optional<Instant> first(Instant start) {
            return Optional.empty();
        }

        @Override
        public Optional<Instant> next(Instant end) {
            return Optional.empty();
        }

        @Override
        public Duration rest() {
            return Duration.ZERO;
        }
    }
}
