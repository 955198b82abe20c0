package dev.almanac.command.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventhandling.EventMessage;
import org.axonframework.eventsourcing.eventstore.jdbc.JdbcEventStorageEngine;
import org.axonframework.messaging.unitofwork.CurrentUnitOfWork;
import org.axonframework.serialization.SerializedObject;
import org.axonframework.serialization.Serializer;

/** Axon's JDBC engine, which also tells the position that each appended change got. */
final class PositionedStorageEngine extends JdbcEventStorageEngine {
    private static final String APPEND =
            "insert into domain_event_entry (event_identifier, aggregate_identifier, sequence_number, type, time_stamp,"
                    + " payload_type, payload_revision, payload, meta_data) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                    + " returning global_index";

    PositionedStorageEngine(Builder builder) {
        super(builder);
    }

    @Override
    protected void appendEvents(List<? extends EventMessage<?>> events, Serializer serializer) {
        Receipt receipt = CurrentUnitOfWork.map(Receipt::of).orElseGet(Receipt::new);
        try (Connection connection = getConnection();
                PreparedStatement append = connection.prepareStatement(APPEND)) {
            for (EventMessage<?> event : events) {
                receipt.add(append(append, (DomainEventMessage<?>) event, serializer));
            }
        } catch (SQLException e) {
            handlePersistenceException(e, events.getFirst());
        }
    }

    private Receipt.Entry append(PreparedStatement append, DomainEventMessage<?> event, Serializer serializer)
            throws SQLException {
        SerializedObject<byte[]> payload = event.serializePayload(serializer, byte[].class);
        append.setString(1, event.getIdentifier());
        append.setString(2, event.getAggregateIdentifier());
        append.setLong(3, event.getSequenceNumber());
        append.setString(4, event.getType());
        writeTimestamp(append, 5, event.getTimestamp());
        append.setString(6, payload.getType().getName());
        append.setString(7, payload.getType().getRevision());
        append.setBytes(8, payload.getData());
        append.setBytes(9, event.serializeMetaData(serializer, byte[].class).getData());
        try (ResultSet appended = append.executeQuery()) {
            appended.next();
            return new Receipt.Entry(
                    event.getAggregateIdentifier(),
                    event.getSequenceNumber(),
                    event.getIdentifier(),
                    appended.getLong(1));
        }
    }
}
