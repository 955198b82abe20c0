package dev.almanac.query.calendars;

import dev.almanac.events.calendar.ShareLevel;
import dev.almanac.query.access.HeldCalendars;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Rows;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** Owners of calendars, and whom they are shared with. */
@Component
class CalendarHolders implements HeldCalendars {

    @Override
    public Flux<Held> of(String subject, Generation all, int most) {
        return CalendarReads.of(all)
                .heldBy(subject, most)
                .map(calendar ->
                        new Held(calendar.id(), isEditedBy(subject, calendar), isAdministeredBy(subject, calendar)));
    }

    @Override
    public Rows rows(String subject) {
        return CalendarReads.rowsHeldBy(subject);
    }

    @Override
    public Rows bookable() {
        return CalendarReads.bookable();
    }

    private static boolean isAdministeredBy(String subject, CalendarView calendar) {
        return subject.equals(calendar.profile().ownerId())
                || calendar.shares().contains(new Share(subject, ShareLevel.ADMIN));
    }

    private static boolean isEditedBy(String subject, CalendarView calendar) {
        return subject.equals(calendar.profile().ownerId())
                || calendar.shares().stream()
                        .anyMatch(share -> share.subject().equals(subject) && share.level() != ShareLevel.VIEW);
    }
}
