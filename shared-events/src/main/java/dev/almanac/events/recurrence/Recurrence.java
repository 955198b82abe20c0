package dev.almanac.events.recurrence;

/** When a series takes place. */
public interface Recurrence {}
