package dev.almanac.query.live;

import dev.almanac.query.access.Caller;
import dev.almanac.query.history.ChangeVisibility;
import dev.almanac.query.store.Generations;
import dev.almanac.query.views.Delivered;
import dev.almanac.web.InvalidRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@RestController
@Tag(name = "Stream")
@RequestMapping("/api/v1/stream")
class ChangesEndpoint {
    private final ChangeTail tail;
    private final Replay replay;
    private final ReplayTurns turns;
    private final StreamProperties properties;
    private final Generations generations;
    private final ChangeVisibility visibility;
    private final Clock clock;

    ChangesEndpoint(
            ChangeTail tail,
            Replay replay,
            ReplayTurns turns,
            StreamProperties properties,
            Generations generations,
            ChangeVisibility visibility,
            Clock clock) {
        this.turns = turns;
        this.properties = properties;
        this.clock = clock;
        this.visibility = visibility;
        this.tail = tail;
        this.replay = replay;
        this.generations = generations;
    }

    /**
     * Events named {@code change}, or as their types; {@code reset} when so much was missed that the views had better be
     * read again; {@code overflow} before a client that is too slow is let go, to resume by {@code Last-Event-ID};
     * {@code expired} when the token is over that it was opened with; {@code leaving} when this instance stops.
     *
     * @param streamToken read before it comes here, where it stands in place of a bearer token
     */
    @GetMapping(path = "/changes", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Operation(
            operationId = "streamChanges",
            summary = "Changes as they are applied to the views, resumable by Last-Event-ID",
            description =
                    "A browser's EventSource, which can send no header, opens it with a streamToken of POST /stream/tokens,"
                            + " and resumes with lastEventId after it has asked for another. A token opens the stream once:"
                            + " what EventSource tries again by itself gets 401. It ends with the event expired when the token is"
                            + " over that it was opened with, and with leaving when the instance stops: resume at once. One user"
                            + " may have 50 open (429), and few may hear at once what"
                            + " they have missed (503): Retry-After says when to ask again.")
    Flux<ServerSentEvent<Object>> changes(
            @RequestParam(required = false) @Nullable String calendarId,
            @RequestParam(required = false) @Nullable String type,
            @Parameter(
                            description =
                                    "TYPE names each message by its change, such as EventScheduledOnCalendar, instead of"
                                            + " change; reset, overflow and expired keep their names")
                    @RequestParam(defaultValue = "CHANGE")
                    EventNaming names,
            @Parameter(description = "As the header Last-Event-ID, which goes before it")
                    @RequestParam(name = "lastEventId", required = false)
                    @Nullable
                    String heardLast,
            @RequestParam(required = false) @Nullable String streamToken,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        String last = lastEventId == null || lastEventId.isBlank() ? heardLast : lastEventId;
        StreamPosition resumed = last == null || last.isBlank() ? null : parsed(last);
        ChangeFilter filter = new ChangeFilter(calendarId, type);
        return Caller.current()
                .flatMapMany(caller -> Flux.using(
                        () -> open(caller, resumed),
                        session -> untilTheTokenIsOver(caller, Signals.withHeartbeat(stream(session, filter, names))),
                        session -> {
                            session.turn().ifPresent(ReplayTurns.Turn::letGo);
                            tail.leave(session.joined().listener());
                        }));
    }

    /**
     * What one client hears.
     *
     * @param start where it goes on, or where it begins anew when so much was missed that it is lost
     */
    private record Session(
            ChangeTail.Joined joined, StreamPosition start, boolean lost, Optional<ReplayTurns.Turn> turn) {}

    private Session open(Caller caller, @Nullable StreamPosition resumed) {
        ChangeTail.Joined joined = tail.join(caller.subject());
        long distance = resumed == null ? 0 : resumed.distanceTo(joined.from());
        boolean lost = distance < 0 || distance > Replay.CHANGES_MAX;
        try {
            return new Session(
                    joined,
                    resumed == null || lost ? joined.from() : resumed,
                    lost,
                    distance == 0 || lost ? Optional.empty() : Optional.of(turns.take(caller.subject())));
        } catch (RuntimeException refused) {
            tail.leave(joined.listener());
            throw refused;
        }
    }

    private Flux<ServerSentEvent<Object>> stream(Session session, ChangeFilter filter, EventNaming names) {
        StreamPlace place = new StreamPlace(session.start());
        Subscriber listener = session.joined().listener();
        AtomicBoolean slow = new AtomicBoolean();
        Flux<Delivered> changes =
                missed(session, slow).concatWith(Flux.defer(() -> slow.get() ? Flux.empty() : listener.changes()));
        return Flux.just(session.lost() ? Signals.reset(session.start()) : Signals.connected(session.start()))
                .concatWith(changes.concatMap(delivered -> event(delivered, place, filter, names)))
                .concatWith(Mono.defer(() -> lastWords(slow.get(), listener)));
    }

    private static Mono<ServerSentEvent<Object>> lastWords(boolean slow, Subscriber listener) {
        return slow || listener.hasOverflowed()
                ? Mono.just(Signals.overflow())
                : listener.wasLetGo() ? Mono.just(Signals.leaving()) : Mono.empty();
    }

    /** Whoever takes what they have missed too slowly makes room for others. */
    private Flux<Delivered> missed(Session session, AtomicBoolean slow) {
        return session.turn()
                .map(turn -> replay.between(session.start(), session.joined().from())
                        .takeUntilOther(
                                Mono.delay(properties.replayTakesAtMost()).doOnNext(_ -> slow.set(true)))
                        .doFinally(_ -> turn.letGo()))
                .orElse(Flux.empty());
    }

    private Flux<ServerSentEvent<Object>> untilTheTokenIsOver(Caller caller, Flux<ServerSentEvent<Object>> events) {
        Instant till = caller.till();
        if (till == null) {
            return events;
        }
        AtomicBoolean over = new AtomicBoolean();
        Duration left = Duration.between(clock.instant(), till);
        Mono<Long> end = Mono.delay(left.isNegative() ? Duration.ZERO : left).doOnNext(_ -> over.set(true));
        return events.takeUntilOther(end)
                .concatWith(Mono.defer(() -> over.get() ? Mono.just(Signals.expired()) : Mono.empty()));
    }

    /** Most changes are nothing to most streams: what is not of the type that was asked for costs no more than a look. */
    private Mono<ServerSentEvent<Object>> event(
            Delivered delivered, StreamPlace place, ChangeFilter filter, EventNaming names) {
        place.passes(delivered);
        if (!filter.isOfType(delivered.change())) {
            return Mono.empty();
        }
        return filter.admits(delivered.change(), generations.active())
                .filter(admitted -> admitted)
                .flatMap(_ -> visibility.of(delivered.change()))
                .filter(hearing -> hearing.mayHear(delivered.change()))
                .map(hearing -> hearing.isWhole(delivered.change()))
                .map(whole -> ServerSentEvent.<Object>builder(
                                whole ? ChangeMessage.of(delivered) : ChangeMessage.withoutSecrets(delivered))
                        .id(place.text())
                        .event(names.of(delivered.change()))
                        .build());
    }

    private static StreamPosition parsed(String lastEventId) {
        return StreamPosition.parse(lastEventId)
                .orElseThrow(() -> InvalidRequest.of("Last-Event-ID", "is not an id of this stream"));
    }
}
