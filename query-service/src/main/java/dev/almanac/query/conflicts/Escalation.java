package dev.almanac.query.conflicts;

import java.time.Instant;

/** To whom a conflict was handed. */
public record Escalation(Instant at, String to, String reason, String by) {}
