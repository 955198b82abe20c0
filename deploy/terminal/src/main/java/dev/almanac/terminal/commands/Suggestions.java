package dev.almanac.terminal.commands;

import dev.almanac.terminal.api.Suggestion;
import dev.almanac.terminal.times.Clocks;

/** What would settle a conflict, in words. */
final class Suggestions {
    private Suggestions() {}

    static String line(Suggestion suggestion, Clocks clocks) {
        String when = suggestion
                .start()
                .flatMap(start -> suggestion.end().map(end -> " to " + clocks.span(start, end)))
                .orElse("");
        String instead = suggestion.resourceName() == null ? "" : " to " + suggestion.resourceName();
        return switch (suggestion.method()) {
            case "RESCHEDULED" -> "move " + suggestion.scheduleId() + when;
            case "RESOURCE_CHANGED" -> "change the resource of " + suggestion.scheduleId() + instead;
            case "EVENT_CANCELLED" -> "cancel " + suggestion.scheduleId();
            case "OVERRIDE_APPLIED" -> "leave both where they are";
            case "SPLIT" -> "split " + suggestion.scheduleId();
            default -> Words.lower(suggestion.method()) + " " + suggestion.scheduleId();
        };
    }
}
