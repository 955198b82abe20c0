package dev.almanac.command.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.almanac.command.ledger.RunLedger;
import dev.almanac.command.ledger.RunRow;
import dev.almanac.command.ledger.RunRow.State;
import dev.almanac.command.listening.Batches;
import dev.almanac.command.listening.Groups;
import dev.almanac.command.listening.ListenerConfiguration;
import dev.almanac.events.Change;
import dev.almanac.events.Recorded;
import dev.almanac.events.occurrence.OccurrenceChange;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceDue;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceFailed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceMissed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencePostponed;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSkipped;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceStarted;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrenceSucceeded;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesMaterialised;
import dev.almanac.events.occurrence.OccurrenceChange.OccurrencesWithdrawn;
import dev.almanac.events.occurrence.OccurrenceChange.ReminderDue;
import dev.almanac.events.wire.ChangeSerde;
import dev.almanac.events.wire.Topic;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.annotation.KafkaListener;
import org.springframework.stereotype.Component;

/** Learns of runs. A batch is one transaction; what comes again after a crash is recognised by its sequence. */
@Component
class RunListener {
    /** Plans are most of the bytes of the topic, and say nothing of where a run stands: they are not even read. */
    private static final Set<String> PLANS =
            Set.of(Change.typeOf(OccurrencesMaterialised.class), Change.typeOf(OccurrencesWithdrawn.class));

    private final ChangeSerde<OccurrenceChange> serde = new ChangeSerde<>(OccurrenceChange.class);
    private final RunLedger runs;
    private final Batches batches;

    RunListener(RunLedger runs, Batches batches) {
        this.runs = runs;
        this.batches = batches;
    }

    @KafkaListener(
            id = "runs",
            groupId = Groups.RUNS,
            topics = Topic.OCCURRENCES_V1,
            containerFactory = ListenerConfiguration.FACTORY)
    void take(List<ConsumerRecord<String, byte[]>> messages) {
        List<ConsumerRecord<String, byte[]>> told =
                messages.stream().filter(message -> !isPlan(message)).toList();
        batches.take(told, serde, this::take);
    }

    private static boolean isPlan(ConsumerRecord<String, byte[]> message) {
        Header type = message.headers().lastHeader("ce_type");
        return type != null && type.value() != null && PLANS.contains(new String(type.value(), UTF_8));
    }

    private void take(Recorded<OccurrenceChange> recorded) {
        if (runs.hears(recorded.change().seriesId(), recorded.metadata().sequence())) {
            take(recorded.change(), recorded.metadata().sequence());
        }
    }

    private void take(OccurrenceChange change, long sequence) {
        switch (change) {
            case OccurrenceDue due -> put(due.occurrenceId(), due.seriesId(), State.DUE, due.attempt(), sequence);
            case OccurrenceStarted run ->
                put(run.occurrenceId(), run.seriesId(), State.RUNNING, run.attempt(), sequence);
            case OccurrenceFailed run
            when run.nextAttemptAt() != null ->
                put(run.occurrenceId(), run.seriesId(), State.RETRYING, run.attempt(), sequence);
            case OccurrenceMissed run -> put(run.occurrenceId(), run.seriesId(), State.MISSED, run.attempt(), sequence);
            case OccurrencePostponed run -> put(run.occurrenceId(), run.seriesId(), State.POSTPONED, 0, sequence);
            case OccurrenceFailed run -> runs.forget(run.occurrenceId());
            case OccurrenceSucceeded run -> runs.forget(run.occurrenceId());
            case OccurrenceSkipped run -> runs.forget(run.occurrenceId());
            case OccurrencesMaterialised _, OccurrencesWithdrawn _, ReminderDue _ -> {}
        }
    }

    private void put(String occurrenceId, String ruleId, State state, int attempt, long sequence) {
        runs.put(new RunRow(occurrenceId, ruleId, state, attempt), sequence);
    }
}
