package dev.almanac.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.almanac.command.OnRealParts;
import dev.almanac.events.conflict.ConflictChange.ConflictReviewStarted;
import dev.almanac.testing.FixedClock;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.ConcurrencyException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** All changes of a command are appended at once. */
@OnRealParts
class AppendIT {
    @Autowired
    private EventStore store;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcTemplate jdbc;

    private final String subject = UUID.randomUUID().toString();

    @Test
    void they_lie_in_the_store_in_the_order_in_which_they_were_made() {
        append(0, 1, 2, 3);
        assertThat(sequencesByPosition()).containsExactly(0L, 1L, 2L, 3L);
    }

    @Test
    void whoever_comes_second_with_one_of_them_is_told_so_and_leaves_nothing() {
        append(0, 1);
        assertThatThrownBy(() -> append(2, 1)).isInstanceOf(ConcurrencyException.class);
        assertThat(sequencesByPosition()).containsExactly(0L, 1L);
        assertThatThrownBy(() -> append(0)).isInstanceOf(ConcurrencyException.class);
    }

    private void append(long... sequences) {
        var review = new ConflictReviewStarted(subject, 0, null, "ana", FixedClock.NOW);
        transaction.executeWithoutResult(_ -> store.publish(LongStream.of(sequences)
                .mapToObj(sequence -> new GenericDomainEventMessage<>("Conflict", subject, sequence, review))
                .toList()));
    }

    private List<Long> sequencesByPosition() {
        return jdbc.query(
                "select sequence_number from domain_event_entry where aggregate_identifier = ? order by global_index",
                (row, _) -> row.getLong(1),
                subject);
    }
}
