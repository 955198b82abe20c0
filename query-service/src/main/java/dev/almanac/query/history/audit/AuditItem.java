package dev.almanac.query.history.audit;

import dev.almanac.events.Change;
import dev.almanac.events.calendar.CalendarChange.OverbookingPreventedBySystem;
import dev.almanac.events.schedule.ScheduleChange.ChangeUndone;
import dev.almanac.events.wire.ChangeJson;
import dev.almanac.query.history.ChangeItem;
import dev.almanac.query.history.PublishedChange;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Who did what, when and why.
 *
 * @param type what was done, as it is published
 * @param subject whose change it is: the id of an event, a calendar, a rule, a conflict or a resource
 * @param calendarId the calendar that it concerns: where the subject was then; of a rule its queue, which may be a mere name
 * @param reason why, where somebody said so; of an override always
 * @param correlationId what one request led to bears the same
 * @param undoes the change that this one takes back, of a {@code ChangeUndone}
 * @param version its number among the changes of its writer
 * @param change as it was published; what was before and after answers {@code GET /changes/{changeId}}
 */
record AuditItem(
        String changeId,
        Instant at,
        String by,
        String type,
        Outcome outcome,
        String subject,
        @Nullable String calendarId,
        @Nullable String reason,
        @Nullable String correlationId,
        @Nullable String undoes,
        long version,
        long position,
        JsonNode change) {

    static AuditItem of(PublishedChange published, @Nullable String calendarId) {
        Change change = published.read();
        ChangeItem item = ChangeItem.of(published, ChangeJson.mapper().valueToTree(change), null, null);
        return new AuditItem(
                published.id(),
                published.time(),
                published.actor(),
                published.type(),
                change instanceof OverbookingPreventedBySystem ? Outcome.REFUSED : Outcome.DONE,
                published.subject(),
                calendarId,
                item.reason(),
                published.correlation(),
                change instanceof ChangeUndone undone ? undone.undoneChangeId() : null,
                published.sequence(),
                published.position(),
                item.change());
    }
}
