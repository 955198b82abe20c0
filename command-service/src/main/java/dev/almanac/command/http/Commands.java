package dev.almanac.command.http;

import dev.almanac.command.access.Caller;
import dev.almanac.command.access.Command;
import dev.almanac.command.access.IdempotencyKey;
import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.idempotency.AnsweredBefore;
import dev.almanac.command.idempotency.Answers;
import dev.almanac.command.ledger.SlotIsFull;
import dev.almanac.command.ledger.Verdict;
import dev.almanac.command.overbooking.RecordPreventedOverbooking;
import dev.almanac.command.rejection.CallerMayNot;
import dev.almanac.command.rejection.Rejection;
import dev.almanac.command.store.Appending;
import dev.almanac.command.store.MetaDataKeys;
import dev.almanac.command.store.Once;
import dev.almanac.command.store.Receipt;
import dev.almanac.command.store.UndoableUntil;
import dev.almanac.command.store.Unstorable;
import dev.almanac.command.store.ValueCannotBeStored;
import dev.almanac.web.ApiHeaders;
import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.axonframework.commandhandling.CommandExecutionException;
import org.axonframework.commandhandling.GenericCommandMessage;
import org.axonframework.commandhandling.gateway.CommandGateway;
import org.axonframework.modelling.command.ConcurrencyException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.ContextView;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Sends commands on virtual threads, because deciding waits for PostgreSQL, and turns receipts into answers. */
@Component
public class Commands {
    /** How often a command that was overtaken by another on the same subject is decided anew. */
    private static final int RETRIES_MAX = 3;

    private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

    private final CommandGateway gateway;
    private final Versions versions;
    private final Answers answers;
    private final Remembered remembered;
    private final JsonMapper json;
    private final CircuitBreaker store;
    private final Bulkhead turns;
    private final Scheduler threads = Schedulers.fromExecutorService(Executors.newVirtualThreadPerTaskExecutor());

    Commands(
            CommandGateway gateway,
            Versions versions,
            Answers answers,
            Remembered remembered,
            JsonMapper json,
            CircuitBreakerRegistry breakers,
            BulkheadRegistry bulkheads) {
        this.answers = answers;
        this.remembered = remembered;
        this.json = json;
        this.turns = bulkheads.bulkhead("event-store");
        this.store = breakers.circuitBreaker("event-store");
        this.gateway = gateway;
        this.versions = versions;
    }

    /** Refuses callers who do not hold the role, or a more powerful one. */
    public static void allow(Caller caller, Role least) {
        if (!caller.isAtLeast(least)) {
            String detail = "This needs the role " + least.name().toLowerCase(java.util.Locale.ROOT);
            throw new CommandExecutionException(detail, null, new CallerMayNot(detail));
        }
    }

    /** 201 with {@code Location}. */
    public Mono<ResponseEntity<WriteAnswer>> create(String location, String id, Command command) {
        URI at = URI.create("/api/v1" + location + "/" + id);
        return send(command, receipt -> headed(ResponseEntity.created(at), answer(id, receipt)));
    }

    /** 200. */
    public Mono<ResponseEntity<WriteAnswer>> change(String id, Command command) {
        return send(command, receipt -> headed(ResponseEntity.ok(), answer(id, receipt)));
    }

    /** The same for what answers more than where its subject stands. */
    public <A> Mono<ResponseEntity<A>> create(
            String location, String id, Command command, BiFunction<WriteAnswer, Receipt, A> more) {
        URI at = URI.create("/api/v1" + location + "/" + id);
        return send(command, receipt -> headed(ResponseEntity.created(at), answer(id, receipt), receipt, more));
    }

    /** The same for what answers more than where its subject stands. */
    public <A> Mono<ResponseEntity<A>> change(String id, Command command, BiFunction<WriteAnswer, Receipt, A> more) {
        return send(command, receipt -> headed(ResponseEntity.ok(), answer(id, receipt), receipt, more));
    }

    /** 200, for a command that tells by its first change which subject it was about. */
    public Mono<ResponseEntity<WriteAnswer>> change(Command command) {
        return send(
                command,
                receipt -> headed(
                        ResponseEntity.ok(), answer(receipt.entries().getFirst().subject(), receipt)));
    }

    /**
     * 200, for subjects that change together or not at all.
     *
     * @param subject of an item: several occurrences may be of one series
     */
    public Mono<ResponseEntity<BulkAnswer>> changeAll(
            List<String> ids, Function<String, String> subject, Command command) {
        return send(
                command,
                receipt -> headed(BulkAnswer.of(ids.stream()
                        .map(id -> item(id, subject.apply(id), receipt))
                        .toList())));
    }

    /** 200, for items that are carried out each by itself, one after the other. */
    public static <T extends @Nullable Object> Mono<ResponseEntity<BulkAnswer>> each(
            List<T> items, Function<T, Mono<BulkAnswer.Item>> carriedOut) {
        return Flux.fromIterable(items)
                .concatMap(carriedOut)
                .collectList()
                .map(BulkAnswer::of)
                .map(Commands::headed);
    }

    /** One of several commands: what is refused stands beside what is not. */
    public Mono<BulkAnswer.Item> attempt(String id, String subject, Command command) {
        return change(subject, command)
                .mapNotNull(ResponseEntity::getBody)
                .contextWrite(context -> context.delete(PreferFilter.class))
                .onErrorResume(
                        AnsweredBefore.class, before -> Mono.just(remembered.body(before.answer(), WriteAnswer.class)))
                .map(answer -> new BulkAnswer.Item(id, answer, null))
                .onErrorResume(
                        CommandExecutionException.class,
                        e -> e.<Rejection>getDetails()
                                .map(rejection ->
                                        Mono.just(new BulkAnswer.Item(id, null, RejectionProblems.problem(rejection))))
                                .orElseGet(() -> Mono.error(e)));
    }

    /**
     * For a request that leads to several commands: a repeat gets its answer again. After a crash in between it goes on
     * where it stopped, as each command is a {@link Request#part part}, or may be repeated.
     */
    public <A> Mono<ResponseEntity<A>> once(Request request, Supplier<Mono<ResponseEntity<A>>> work) {
        IdempotencyKey key = request.idempotencyKey();
        return key == null
                ? work.get()
                : onVirtualThread(() -> isRepeated(request, key))
                        .then(Mono.defer(work))
                        .flatMap(answer -> onVirtualThread(() -> kept(request, key, answer)));
    }

    private boolean isRepeated(Request request, IdempotencyKey key) {
        Appending.unless(answers.refusalOfRepeat(request, key));
        return false;
    }

    private <A> ResponseEntity<A> kept(Request request, IdempotencyKey key, ResponseEntity<A> answer) {
        answers.keep(request, key, remembered.answer(answer));
        return answer;
    }

    private <A> Mono<ResponseEntity<A>> send(Command command, Function<Receipt, ResponseEntity<A>> told) {
        return Mono.deferContextual(context -> {
            boolean represented = PreferFilter.wantsRepresentation(context);
            return send(command, receipt -> told.apply(receipt.representing(represented)), context);
        });
    }

    private <A> Mono<ResponseEntity<A>> send(
            Command command, Function<Receipt, ResponseEntity<A>> answer, ContextView context) {
        return context.<Rehearsed>getOrEmpty(Rehearsed.class)
                .map(rehearsed -> Mono.fromCallable(() -> answer.apply(rehearsed.carryOut(() -> sendAndWait(command)))))
                .orElseGet(() -> carryOut(() -> answer.apply(sendOnce(command, answer))));
    }

    private <A> Mono<A> carryOut(Callable<A> work) {
        return Mono.fromCallable(inTurn(work))
                .retryWhen(reactor.util.retry.Retry.max(RETRIES_MAX)
                        .filter(ConcurrencyException.class::isInstance)
                        .onRetryExhaustedThrow((_, signal) -> signal.failure()))
                .subscribeOn(threads);
    }

    /** Who waited for a turn is told at once when the store turned out to be away meanwhile. */
    private <T> Callable<T> inTurn(Callable<T> work) {
        return Bulkhead.decorateCallable(turns, CircuitBreaker.decorateCallable(store, work));
    }

    private Receipt sendOnce(Command command, Function<Receipt, ? extends ResponseEntity<?>> answer) {
        IdempotencyKey key = command.request().idempotencyKey();
        if (key == null) {
            return sendAndWait(command);
        }
        Once once = new Once(command.request(), key, answer.andThen(remembered::answer));
        try {
            return sendAndWait(command, Map.of(MetaDataKeys.ONCE, once));
        } catch (CommandExecutionException e) {
            e.<Rejection>getDetails().ifPresent(refusal -> remember(refusal, command.request(), key));
            throw e;
        }
    }

    /** In a transaction of its own, as the refused one was rolled back. */
    private void remember(Rejection refusal, Request request, IdempotencyKey key) {
        answers.keep(request, key, remembered.answer(RejectionProblems.problem(refusal), key.path()));
    }

    /**
     * For one of the many commands of a request, on the calling thread: it waits for its turn as any command does, so that
     * those of others come in between.
     */
    public Receipt sendInTurn(Command command) {
        for (int attempt = 1; ; attempt++) {
            try {
                return Bulkhead.decorateSupplier(
                                turns, CircuitBreaker.decorateSupplier(store, () -> sendAndWait(command)))
                        .get();
            } catch (ConcurrencyException | BulkheadFullException e) {
                if (attempt == RETRIES_MAX) {
                    throw e;
                }
            }
        }
    }

    /** On the calling thread, which must be a virtual one. A refusal for want of room is recorded before it is told. */
    public Receipt sendAndWait(Command command) {
        return sendAndWait(command, Map.of());
    }

    private Receipt sendAndWait(Command command, Map<String, ?> metaData) {
        try {
            return dispatch(command, metaData);
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
        var message = GenericCommandMessage.asCommandMessage(command)
                .andMetaData(metaData)
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

    /** On a virtual thread, for work whose commands wait for their turns one by one. */
    public <T> Mono<T> aside(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(threads);
    }

    /** Runs what waits for PostgreSQL on a virtual thread. */
    public <T> Mono<T> onVirtualThread(Callable<T> work) {
        return Mono.fromCallable(inTurn(work)).subscribeOn(threads);
    }

    private WriteAnswer answer(String id, Receipt receipt) {
        Receipt.Entry last = last(id, receipt);
        return new WriteAnswer(
                id,
                last.version(),
                last.changeId(),
                last.position(),
                receipt.told(UndoableUntil.class).map(UndoableUntil::instant).orElse(null),
                occurrences(receipt),
                warnings(receipt),
                receipt.represented(id)
                        .map(body -> json.<Map<String, Object>>convertValue(body, new TypeReference<>() {}))
                        .orElse(null));
    }

    /** A command that changed nothing answers with where its subject stands. */
    private Receipt.Entry last(String id, Receipt receipt) {
        return receipt.entries().stream()
                .filter(entry -> entry.subject().equals(id))
                .reduce((_, later) -> later)
                .orElseGet(() -> versions.last(id));
    }

    private BulkAnswer.Item item(String id, String subject, Receipt receipt) {
        Receipt.Entry last = last(subject, receipt);
        return new BulkAnswer.Item(
                id,
                new WriteAnswer(
                        subject,
                        last.version(),
                        last.changeId(),
                        last.position(),
                        receipt.told(UndoableUntil.class)
                                .map(UndoableUntil::instant)
                                .orElse(null),
                        null,
                        null,
                        null),
                null);
    }

    private static @Nullable List<OccurrenceAnswer> occurrences(Receipt receipt) {
        List<OccurrenceAnswer> asked = receipt.verdicts().stream()
                .filter(Verdict::isNew)
                .map(OccurrenceAnswer::of)
                .toList();
        return asked.isEmpty() ? null : asked;
    }

    private static @Nullable List<String> warnings(Receipt receipt) {
        return receipt.warnings().isEmpty() ? null : receipt.warnings();
    }

    private static ResponseEntity<BulkAnswer> headed(BulkAnswer answer) {
        return ResponseEntity.ok()
                .header(ApiHeaders.CHANGE_POSITION, Long.toString(answer.position()))
                .body(answer);
    }

    private static ResponseEntity<WriteAnswer> headed(ResponseEntity.BodyBuilder response, WriteAnswer answer) {
        return headed(response, answer, answer);
    }

    private static <A> ResponseEntity<A> headed(
            ResponseEntity.BodyBuilder response,
            WriteAnswer answer,
            Receipt receipt,
            BiFunction<WriteAnswer, Receipt, A> more) {
        return headed(response, answer, more.apply(answer, receipt));
    }

    private static <A> ResponseEntity<A> headed(ResponseEntity.BodyBuilder response, WriteAnswer answer, A body) {
        if (body instanceof Located located && located.location() != null) {
            response.location(URI.create("/api/v1" + located.location()));
        }
        if (answer.resource() != null) {
            response.header(ApiHeaders.PREFERENCE_APPLIED, PreferFilter.REPRESENTATION);
        }
        return response.header(HttpHeaders.ETAG, "\"" + answer.version() + "\"")
                .header(ApiHeaders.CHANGE_POSITION, Long.toString(answer.position()))
                .body(body);
    }
}
