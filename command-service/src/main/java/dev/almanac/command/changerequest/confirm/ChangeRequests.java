package dev.almanac.command.changerequest.confirm;

import dev.almanac.command.changerequest.model.ChangeRequestState;
import dev.almanac.events.changerequest.ChangeRequestChange;
import java.util.Iterator;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How change requests stand. */
@Component
class ChangeRequests {
    private final EventStore store;
    private final JdbcTemplate jdbc;

    ChangeRequests(EventStore store, JdbcTemplate jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** Nobody else confirms it until the transaction ends. */
    ChangeRequestState locked(String changeRequestId) {
        jdbc.query(
                "select pg_advisory_xact_lock(hashtextextended(?, 0))", _ -> {}, "change request " + changeRequestId);
        ChangeRequestState state = new ChangeRequestState.Absent();
        Iterator<? extends DomainEventMessage<?>> all =
                store.readEvents(changeRequestId, 0).asStream().iterator();
        while (all.hasNext()) {
            state = all.next().getPayload() instanceof ChangeRequestChange change
                    ? ChangeRequestState.evolve(state, change)
                    : state;
        }
        return state;
    }
}
