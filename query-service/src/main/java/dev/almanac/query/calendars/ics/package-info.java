/** Calendars and events in iCalendar (RFC 5545), as files, feeds and invitations. */
@NullMarked
package dev.almanac.query.calendars.ics;

import org.jspecify.annotations.NullMarked;
