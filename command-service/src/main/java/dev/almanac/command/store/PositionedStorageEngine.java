package dev.almanac.command.store;

import dev.almanac.command.rows.RoundTrip;
import dev.almanac.telemetry.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.axonframework.common.DateTimeUtils;
import org.axonframework.eventhandling.DomainEventData;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventhandling.TrackedEventData;
import org.axonframework.eventhandling.TrackingToken;
import org.axonframework.eventsourcing.eventstore.EventStoreException;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.modelling.command.ConcurrencyException;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.UnknownSerializedType;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLState;

/** Axon's JDBC engine, which also says which position each appended change got. */
final class PositionedStorageEngine extends JdbcEventStorageEngine {
    private static final String APPEND =
            "insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                    + " payload_type, payload_revision, payload, meta_data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final String POSITION = "global_index";

    /** How many changes are read at once. */
    static final int PART = 100;

    private final int bytesMax;
    private final ChangeMeters meters;

    /**
     * Keeps every change publishable.
     *
     * @param bytesMax how large a change may be as a record
     */
    PositionedStorageEngine(int bytesMax, ChangeMeters meters, Builder builder) {
        super(builder.batchSize(PART).finalAggregateBatchPredicate(PositionedStorageEngine::isLast));
        this.bytesMax = bytesMax;
        this.meters = meters;
    }

    /** The sequence of a subject has no gaps, so that a part that is not full is the last one. */
    private static boolean isLast(List<? extends DomainEventData<?>> part) {
        return part.size() < PART;
    }

    /** One part and no more: who follows the store asks for the next one when it is time. */
    @Override
    protected Stream<? extends TrackedEventData<?>> readEventData(TrackingToken after, boolean mayBlock) {
        return fetchTrackedEvents(after, PART).stream();
    }

    /** What cannot be read fails here, where the store still turns to the history instead. */
    @Override
    public Optional<DomainEventMessage<?>> readSnapshot(String aggregateIdentifier) {
        return super.readSnapshot(aggregateIdentifier)
                .filter(snapshot -> !(snapshot.getPayload() instanceof UnknownSerializedType));
    }

    /** A single change goes with the rows beside it. */
    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        long start = System.nanoTime();
        Traces.<@Nullable Void>follow(Traces.parent(), SpanKind.CLIENT, "append", () -> {
            append(events, serializer);
            return null;
        });
        meters.appended(events, Duration.ofNanos(System.nanoTime() - start));
    }

    private void append(List<? extends EventMessage<?>> events, Serializer serializer) {
        Optional<Transaction> transaction = Transaction.current();
        RoundTrip rows = transaction.map(one -> one.rows().take()).orElseGet(RoundTrip::new);
        Receipt receipt = transaction.map(Transaction::receipt).orElseGet(Receipt::new);
        try (Connection connection = getConnection()) {
            if (events.size() == 1) {
                var event = (DomainEventMessage<?>) events.getFirst();
                rows.add(APPEND + " returning " + POSITION, columns(event, serializer))
                        .run(connection, position -> receipt.add(entry(event, position.getLong(1))));
                return;
            }
            if (rows.size() > 0) {
                rows.run(connection);
            }
            appendAll(events, serializer, connection, receipt);
        } catch (SQLException e) {
            throw isTaken(e)
                    ? new ConcurrencyException("Another command was first", e)
                    : new EventStoreException("The changes could not be appended", e);
        }
    }

    /** All of them in one round trip: a bulk appends a thousand. */
    private void appendAll(
            List<? extends EventMessage<?>> events, Serializer serializer, Connection connection, Receipt receipt)
            throws SQLException {
        try (PreparedStatement append = connection.prepareStatement(APPEND, new String[] {POSITION})) {
            for (EventMessage<?> event : events) {
                @Nullable Object[] columns = columns((DomainEventMessage<?>) event, serializer);
                for (int i = 0; i < columns.length; i++) {
                    append.setObject(i + 1, columns[i]);
                }
                append.addBatch();
            }
            append.executeBatch();
            try (ResultSet positions = append.getGeneratedKeys()) {
                for (EventMessage<?> event : events) {
                    positions.next();
                    receipt.add(entry((DomainEventMessage<?>) event, positions.getLong(1)));
                }
            }
        }
    }

    /** PostgreSQL's driver says so by its state only, and Axon looks for an exception of that name. */
    static boolean isTaken(Exception e) {
        return e instanceof SQLException failure
                && PSQLState.UNIQUE_VIOLATION.getState().equals(failure.getSQLState());
    }

    private @Nullable Object[] columns(DomainEventMessage<?> event, Serializer serializer) {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        if (payload.getData().length > bytesMax) {
            throw Appending.refused(
                    new ChangeIsTooLarge(payload.getType().getName(), payload.getData().length, bytesMax));
        }
        return new @Nullable Object[] {
            event.getIdentifier(),
            event.getAggregateIdentifier(),
            event.getSequenceNumber(),
            event.getType(),
            DateTimeUtils.formatInstant(event.getTimestamp()),
            payload.getType().getName(),
            payload.getType().getRevision(),
            payload.getData(),
            event.serializeMetaData(serializer, byte[].class).getData()
        };
    }

    private static Receipt.Entry entry(DomainEventMessage<?> event, long position) {
        return new Receipt.Entry(
                event.getAggregateIdentifier(), event.getSequenceNumber(), event.getIdentifier(), position);
    }
}
