package dev.almanac.query.access;

import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Rows;
import reactor.core.publisher.Flux;

/** Which calendars somebody owns, or have been shared with them: the calendars know. */
public interface HeldCalendars {

    /** One of them. */
    record Held(String calendarId, boolean edited) {}

    /** So many at most. */
    Flux<Held> of(String subject, Generation all, int most);

    Rows rows(String subject);

    /** Those on which anybody books. */
    Rows bookable();
}
