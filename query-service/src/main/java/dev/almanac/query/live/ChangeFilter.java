package dev.almanac.query.live;

import dev.almanac.events.Change;
import dev.almanac.query.history.ChangeOnCalendar;
import dev.almanac.query.store.Generation;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Which changes a client wants to hear of. */
record ChangeFilter(@Nullable String calendarId, @Nullable String type) {

    boolean isOfType(Change change) {
        return type == null
                || type.equals(change.type())
                || type.equals(change.getClass().getSimpleName());
    }

    Mono<Boolean> admits(Change change, Generation views) {
        if (!isOfType(change)) {
            return Mono.just(false);
        }
        return calendarId == null ? Mono.just(true) : ChangeOnCalendar.is(change, calendarId, views);
    }
}
