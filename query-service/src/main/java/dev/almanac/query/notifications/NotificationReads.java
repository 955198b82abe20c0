package dev.almanac.query.notifications;

import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Sorts.descending;

import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.time.Instant;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
final class NotificationReads extends Reads<NotificationView> {
    private static final String AT = "view.at";

    private NotificationReads(Generation views) {
        super(views, NotificationView.class);
    }

    static NotificationReads of(Generation views) {
        return new NotificationReads(views);
    }

    /** Of what somebody has been told, what they have read or not, newest first. */
    Flux<NotificationView> told(
            String recipientId, boolean read, NotificationQuery query, Optional<Cursor> after, int most) {
        Conditions wanted = Conditions.withField(AT)
                .is("view.recipientId", recipientId)
                .is("view.read", read)
                .is("view.notice.notificationType", query.type())
                .is("view.notice.category", query.category())
                .is("view.notice.about.calendarId", query.calendarId());
        after.ifPresent(last -> wanted.comesBefore(AT, last.instant(), last.id()));
        return find(wanted.toBson(), descending(AT, "_id"), most);
    }

    Mono<Long> dropBefore(Instant end, int most) {
        return delete(lt(AT, end), most);
    }
}
