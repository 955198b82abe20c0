package dev.almanac.command.rehearsal;

import dev.almanac.command.access.Request;
import dev.almanac.command.dispatch.Dispatcher;
import dev.almanac.command.http.Write;
import dev.almanac.command.http.WriteAnswers;
import dev.almanac.command.rehearsal.Steps.Step;
import dev.almanac.command.store.Receipt;
import dev.almanac.events.Change;
import dev.almanac.events.wire.Schema;
import dev.almanac.web.FailureAnswer;
import dev.almanac.web.ProblemHandler;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.DomainEventMessage;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Carries out commands where they would be carried out, each seeing what those before it did, in a transaction that is rolled
 * back in the end. A refused one takes back its own part only.
 */
@Component
class Rehearsals {
    private static final Logger LOG = LoggerFactory.getLogger(Rehearsals.class);
    private final TransactionTemplate stage;
    private final TransactionTemplate scene;
    private final Steps steps;
    private final Dispatcher dispatcher;
    private final WriteAnswers answers;
    private final EventStore store;
    private final JdbcTemplate jdbc;
    private final ProblemHandler problems;
    private final JsonMapper json;

    Rehearsals(
            PlatformTransactionManager transactions,
            Steps steps,
            Dispatcher dispatcher,
            WriteAnswers answers,
            EventStore store,
            JdbcTemplate jdbc,
            ProblemHandler problems,
            JsonMapper json) {
        this.stage = new TransactionTemplate(transactions);
        this.scene = new TransactionTemplate(transactions);
        scene.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.steps = steps;
        this.dispatcher = dispatcher;
        this.answers = answers;
        this.store = store;
        this.jdbc = jdbc;
        this.problems = problems;
        this.json = json;
    }

    /** On the calling thread, which must be a virtual one. */
    Rehearsal rehearse(List<Step> commands, Request asked, boolean represented) {
        return Objects.requireNonNull(stage.execute(transaction -> {
            transaction.setRollbackOnly();
            long position = head();
            return new Rehearsal(
                    position,
                    commands.stream()
                            .map(step -> answer(step, asked, represented))
                            .toList());
        }));
    }

    private Rehearsal.Answer answer(Step step, Request asked, boolean represented) {
        // Their leaving interrupts this thread.
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException("whoever asked has gone");
        }
        try {
            Write<?> write = steps.read(
                    step,
                    new Request(
                            asked.caller(), asked.at(), null, UUID.randomUUID().toString()));
            Receipt receipt = Objects.requireNonNull(scene.execute(_ -> dispatcher.send(write.command())));
            ResponseEntity<?> answer = write.answering().answer(receipt.representing(represented), answers);
            return new Rehearsal.Answer(
                    answer.getStatusCode().value(), json.valueToTree(answer.getBody()), changes(receipt));
        } catch (RuntimeException e) {
            return failed(step, e);
        }
    }

    private Rehearsal.Answer failed(Step step, RuntimeException failure) {
        FailureAnswer answer = problems.answer(failure);
        if (answer.status() == 500) {
            LOG.error("A defect: rehearsing {}", step.path(), failure);
        }
        return new Rehearsal.Answer(answer.status(), json.readTree(problems.bytes(step.path(), answer)), List.of());
    }

    private List<Rehearsal.Foreseen> changes(Receipt receipt) {
        return receipt.entries().stream()
                .collect(Collectors.toMap(Receipt.Entry::subject, Receipt.Entry::version, Math::min))
                .entrySet()
                .stream()
                .flatMap(first ->
                        store.readEvents(first.getKey(), first.getValue()).asStream())
                .map(Rehearsals::foreseen)
                .toList();
    }

    private static Rehearsal.Foreseen foreseen(DomainEventMessage<?> message) {
        Change change = (Change) message.getPayload();
        Schema schema = Schema.of(change.getClass());
        return new Rehearsal.Foreseen(schema.type(), schema.keptRevision(), message.getSequenceNumber(), change);
    }

    private long head() {
        Long head = jdbc.queryForObject("select coalesce(max(global_index), 0) from domain_event_entry", Long.class);
        return Objects.requireNonNull(head);
    }
}
