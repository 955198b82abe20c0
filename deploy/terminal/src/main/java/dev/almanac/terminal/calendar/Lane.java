package dev.almanac.terminal.calendar;

/** A calendar or a queue of rules, as somebody chooses among them. */
public record Lane(String id, String name, boolean queue) {}
