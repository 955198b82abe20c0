package dev.almanac.web;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A local date-time, and what it means in a zone: one that the clocks skip is shifted by the gap's length, of one that they
 * show twice the first is meant (RFC 5545 3.3.5).
 */
public record WallTime(LocalDateTime local, ZonedDateTime meant) {

    public static WallTime of(LocalDateTime local, ZoneId zone) {
        return new WallTime(local, local.atZone(zone));
    }

    /** Without an offset; empty for whatever else it may be. */
    public static Optional<LocalDateTime> parsed(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    public Instant instant() {
        return meant.toInstant();
    }

    /** What whoever wrote it should know, if anything. */
    public Optional<String> note(String field) {
        if (!meant.toLocalDateTime().equals(local)) {
            return Optional.of(field + ": " + local + " is skipped by the clocks of " + meant.getZone() + ", "
                    + meant.toOffsetDateTime() + " is meant");
        }
        boolean twice = meant.getZone().getRules().getValidOffsets(local).size() > 1;
        return twice
                ? Optional.of(field + ": " + local + " is shown twice by the clocks of " + meant.getZone()
                        + ", the first, " + meant.toOffsetDateTime() + ", is meant")
                : Optional.empty();
    }
}
