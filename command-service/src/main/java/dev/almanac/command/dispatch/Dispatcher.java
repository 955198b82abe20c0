package dev.almanac.command.dispatch;

import dev.almanac.command.access.Command;
import dev.almanac.command.access.Request;
import dev.almanac.command.ledger.SlotIsFull;
import dev.almanac.command.overbooking.RecordPreventedOverbooking;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.Idempotency;
import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.command.store.Receipt;
import dev.almanac.command.store.Unstorable;
import dev.almanac.command.store.ValueCannotBeStored;
import dev.almanac.telemetry.Traces;
import io.opentelemetry.api.trace.SpanKind;
import java.util.Map;
import java.util.Optional;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.stereotype.Component;

/** Hands a command to its handler, on the calling thread, which must be a virtual one. */
@Component
public class Dispatcher {
    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private final CommandGateway gateway;
    private final CommandMeters meters;

    Dispatcher(CommandGateway gateway, CommandMeters meters) {
        this.gateway = gateway;
        this.meters = meters;
    }

    /** A refusal for want of room is recorded before it is thrown. */
    public Receipt send(Command command) {
        return send(command, Map.of());
    }

    /** Keeps its answer with its changes. */
    public Receipt send(Command command, Idempotency once) {
        return send(command, Map.of(MetaDataKeys.ONCE, once));
    }

    private Receipt send(Command command, Map<String, ?> metaData) {
        try {
            return meters.counted(command, () -> dispatch(command, metaData));
        } catch (CommandExecutionException e) {
            if (e.<Rejection>getDetails().orElse(null) instanceof SlotIsFull full) {
                record(full, command.request());
            }
            throw e;
        }
    }

    /** In a transaction of its own, as the refused one was rolled back; the refusal stands, even if this cannot be kept. */
    private void record(SlotIsFull full, Request request) {
        try {
            dispatch(
                    new RecordPreventedOverbooking(
                            full.calendarId(), full.refused().getFirst(), request),
                    Map.of());
        } catch (RuntimeException e) {
            LOG.warn("A prevented overbooking of {} is not on record: {}", full.calendarId(), e.getMessage());
        }
    }

    private Receipt dispatch(Command command, Map<String, ?> metaData) {
        String name = command.getClass().getSimpleName();
        try (var _ = MDC.putCloseable("command", name);
                var _ = MDC.putCloseable("request", command.request().correlationId())) {
            return Traces.follow(Traces.parent(), SpanKind.INTERNAL, name, () -> handled(command, metaData));
        }
    }

    private Receipt handled(Command command, Map<String, ?> metaData) {
        String trace = Traces.parent();
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(metaData)
                .andMetaData(trace == null ? Map.of() : Map.of(MetaDataKeys.TRACE, trace))
                .andMetaData(Map.of(
                        MetaDataKeys.ACTOR, command.request().caller().subject(),
                        MetaDataKeys.REQUEST, command.request().correlationId()));
        try {
            return gateway.sendAndWait(message);
        } catch (CommandExecutionException | ConcurrencyException e) {
            throw e;
        } catch (RuntimeException e) {
            Optional<ValueCannotBeStored> refusal = Unstorable.refusal(e);
            refusal.ifPresent(_ -> LOG.warn(
                    "The store refused a value: {}",
                    NestedExceptionUtils.getMostSpecificCause(e).getMessage()));
            throw refusal.<RuntimeException>map(Appending::refused).orElse(e);
        }
    }
}
