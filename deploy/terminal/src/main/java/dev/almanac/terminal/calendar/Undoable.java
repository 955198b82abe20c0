package dev.almanac.terminal.calendar;

import java.time.Instant;

/** What the user did last and could take back until then. */
public record Undoable(String changeId, String what, Instant until) {}
