package dev.almanac.query.events.pages;

import dev.almanac.query.diary.EventItem;
import dev.almanac.query.diary.Pair;

/**
 * A companion that does not take place while its primary does.
 *
 * @param eventId of the primary: an event, or an occurrence
 * @param title of the primary
 * @param companionId the event that should go with it
 * @param exists false where it was removed for good, or never was
 */
record UnscheduledCompanion(String eventId, String title, String companionId, boolean exists) {

    static UnscheduledCompanion of(EventItem primary, Pair companion) {
        return new UnscheduledCompanion(primary.id(), primary.title(), companion.scheduleId(), companion.exists());
    }
}
