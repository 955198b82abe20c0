package dev.almanac.events.run;

import org.jspecify.annotations.Nullable;

/** What a worker notes about a run, apart from how it went. */
public record RunNote(
        @Nullable String worker,
        @Nullable String detail,
        @Nullable String logsUrl,
        @Nullable String sessionUrl) {
    public static final RunNote NONE = new RunNote(null, null, null, null);
}
