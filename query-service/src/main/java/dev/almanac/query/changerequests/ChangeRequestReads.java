package dev.almanac.query.changerequests;

import static com.mongodb.client.model.Sorts.descending;

import dev.almanac.query.http.Cursor;
import dev.almanac.query.store.Conditions;
import dev.almanac.query.store.Generation;
import dev.almanac.query.store.Reads;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** What is asked of the view. Nobody else knows what its fields are called in the store. */
public final class ChangeRequestReads extends Reads<ChangeRequestView> {
    private static final String REQUESTED_AT = "view.requestedAt";

    private ChangeRequestReads(Generation views) {
        super(views, ChangeRequestView.class);
    }

    public static ChangeRequestReads of(Generation views) {
        return new ChangeRequestReads(views);
    }

    /** Newest first. */
    Flux<ChangeRequestView> list(@Nullable ChangeRequestStatus status, Optional<Cursor> after, int most) {
        Conditions wanted = Conditions.withField(REQUESTED_AT).is("view.status", status);
        after.ifPresent(last -> wanted.comesBefore(REQUESTED_AT, last.instant(), last.id()));
        return find(wanted.toBson(), descending(REQUESTED_AT, "_id"), most);
    }
}
