package dev.almanac.command.ledger;

import dev.almanac.events.TimeSlot;

/** A slot of a calendar that an event or one occurrence of a series holds. */
public record Claim(String claimId, String scheduleId, String title, TimeSlot slot) {}
