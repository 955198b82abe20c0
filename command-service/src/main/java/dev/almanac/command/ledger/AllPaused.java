package dev.almanac.command.ledger;

import org.jspecify.annotations.Nullable;

/** That all rules are paused, and by whom. */
public record AllPaused(String by, @Nullable String reason) {}
