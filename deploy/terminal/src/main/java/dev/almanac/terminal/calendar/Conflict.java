package dev.almanac.terminal.calendar;

import java.util.List;

/**
 * Two claims that cannot both be kept.
 *
 * @param explanation empty until it was asked for, as is what could be done
 */
public record Conflict(
        String id,
        String oneTitle,
        String otherTitle,
        ConflictLevel level,
        String type,
        String status,
        String place,
        TimeSlot overlap,
        long version,
        String explanation,
        List<Suggestion> suggestions) {

    public Conflict {
        suggestions = List.copyOf(suggestions);
    }

    public boolean isOpen() {
        return !status.equals("RESOLVED") && !status.equals("DISMISSED");
    }
}
