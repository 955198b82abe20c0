package dev.almanac.query.view.conflict;

import java.time.Instant;

/** To whom a conflict was handed. */
public record Escalation(Instant at, String to, String reason, String by) {}
