package dev.almanac.terminal.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What of the audit is asked for; what is null is not asked about. */
public record AuditSearch(
        @Nullable String actor,
        @Nullable String type,
        @Nullable String subject,
        @Nullable String calendarId,
        @Nullable Instant from,
        @Nullable Instant till) {}
