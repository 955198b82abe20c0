package dev.almanac.command.ics;

import java.util.List;

/**
 * What came of an import.
 *
 * @param imported how many events were taken over: a series and its overrides are one
 * @param rejected those that were not, and why
 * @param adjusted those that were taken over not quite as they stand in the file, and how
 * @param dropped what is not kept: properties and alarms of those that were taken over, and components that are no events
 * @param warnings those that were taken over, but name a primary that is not there, or that may not be changed
 */
public record IcsAnswer(
        int imported, List<Remark> rejected, List<Remark> adjusted, List<Remark> dropped, List<Remark> warnings) {
    public IcsAnswer {
        rejected = List.copyOf(rejected);
        adjusted = List.copyOf(adjusted);
        dropped = List.copyOf(dropped);
        warnings = List.copyOf(warnings);
    }

    /**
     * A remark on one VEVENT.
     *
     * @param line where it begins in the file, from 1
     */
    public record Remark(String uid, int line, String reason) {}
}
