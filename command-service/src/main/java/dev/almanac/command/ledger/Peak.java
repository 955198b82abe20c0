package dev.almanac.command.ledger;

import java.time.Instant;

/** How many claims hold at once from an instant on. */
public record Peak(Instant at, int holding) {}
