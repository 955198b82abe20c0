package dev.almanac.audit;

import dev.almanac.events.TimeSlot;

/** What an event, or one occurrence of a series, holds of a calendar. */
record Claim(String id, String scheduleId, String calendarId, TimeSlot slot) {}
