package dev.almanac.events.changerequest;

import org.jspecify.annotations.Nullable;

/**
 * A sentence as it was asked.
 *
 * @param timeZone IANA id, by whose clocks its times are meant
 * @param subjectId what it is about where the sentence does not say so: of a rule, an event or an occurrence
 * @param interpreter who read it
 */
public record AskedChange(
        String text, String timeZone, @Nullable String subjectId, String interpreter) {}
