package dev.almanac.query.access;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Rows;
import reactor.core.publisher.Flux;

/** Which calendars somebody owns, or have been shared with them: the calendars know. */
public interface HeldCalendars {

    /**
     * One of them.
     *
     * @param edited they may book there
     * @param administered they own it, or may do whatever its owner may
     */
    record Held(String calendarId, boolean edited, boolean administered) {}

    /** So many at most. */
    Flux<Held> of(String subject, Generation all, int most);

    Rows rows(String subject);

    /** Those on which anybody books. */
    Rows bookable();
}
