package dev.almanac.command.past;

import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.events.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Finds a change of a subject in its history. */
@Component
public class Episodes {
    private final EventStore store;

    Episodes(@Lazy EventStore store) {
        this.store = store;
    }

    /**
     * Read while the subject is locked.
     *
     * @param nothing the subject before its first change
     */
    public <S, C extends Change> Episode<S, C> of(
            String subject, String changeId, S nothing, Class<C> family, BiFunction<S, C, S> evolve) {
        S before = nothing;
        @Nullable DomainEventMessage<?> found = null;
        List<C> since = new ArrayList<>();
        var history = store.readEvents(subject, 0);
        while (history.hasNext()) {
            DomainEventMessage<?> message = history.next();
            C change = family.cast(message.getPayload());
            if (found != null) {
                since.add(change);
            } else if (message.getIdentifier().equals(changeId)) {
                found = message;
            } else {
                before = evolve.apply(before, change);
            }
        }
        if (found == null) {
            throw Appending.refused(new SubjectDoesNotExist("Change", changeId));
        }
        return new Episode<>(
                String.valueOf(found.getMetaData().get(MetaDataKeys.ACTOR)),
                found.getTimestamp(),
                before,
                family.cast(found.getPayload()),
                since);
    }
}
