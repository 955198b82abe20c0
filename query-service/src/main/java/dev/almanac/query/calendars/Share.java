package dev.almanac.query.calendars;

import dev.almanac.events.calendar.ShareLevel;

/** Whom a calendar is shared with, and how far. */
public record Share(String subject, ShareLevel level) {}
