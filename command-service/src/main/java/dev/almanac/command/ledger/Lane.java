package dev.almanac.command.ledger;

/** A calendar as its claims see it. */
public record Lane(String calendarId, int capacity, boolean allowOverbooking, boolean active, String timeZone) {}
