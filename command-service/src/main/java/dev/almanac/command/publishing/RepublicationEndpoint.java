package dev.almanac.command.publishing;

import dev.almanac.command.access.Request;
import dev.almanac.command.access.Role;
import dev.almanac.command.http.Commands;
import dev.almanac.command.http.Slice;
import dev.almanac.command.rejection.SubjectDoesNotExist;
import dev.almanac.command.store.Appending;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import org.axonframework.eventsourcing.eventstore.DomainEventStream;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** An operator's way out where changes are missing on a topic: the event store has them. */
@RestController
@Tag(name = "Operations")
class RepublicationEndpoint {
    private static final Logger LOG = LoggerFactory.getLogger(RepublicationEndpoint.class);
    /** Most are done by then; a repeated request is answered with the progress. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Commands commands;
    private final Republications republications;
    private final Republisher republisher;
    private final EventStore store;

    RepublicationEndpoint(Commands commands, Republications republications, Republisher republisher, EventStore store) {
        this.commands = commands;
        this.republications = republications;
        this.republisher = republisher;
        this.store = store;
    }

    /**
     * Where it stands.
     *
     * @param id what each of the changes bears that are sent
     * @param changes how many they are, once that is settled
     */
    @Schema(name = "RepublicationAnswer")
    record Answer(
            String id,
            RepublicationKind kind,
            String subject,
            Republications.Status status,
            @Nullable Long changes,
            String requestedBy,
            Instant requestedAt,
            @Nullable Instant endedAt,
            @Nullable String detail) {

        private static Answer of(Republications.Entry entry) {
            return new Answer(
                    entry.id(),
                    entry.kind(),
                    entry.subject(),
                    entry.status(),
                    entry.changes(),
                    entry.requestedBy(),
                    entry.requestedAt(),
                    entry.endedAt(),
                    entry.detail());
        }
    }

    @Operation(
            operationId = "republish",
            summary = "Publishes all changes of a subject anew, so that readers who lack some are whole again",
            description =
                    "For administrators. Views make the subject anew from them and swap it in with the last. Asked again"
                            + " while it is under way (REQUESTED), it answers with the same.")
    @ApiResponse(responseCode = "202", description = "Taken on", useReturnTypeSchema = true)
    @ResponseStatus(HttpStatus.ACCEPTED) // for the OpenAPI document
    @Slice(role = Role.ADMIN)
    @PostMapping("/api/v1/ops/republications")
    Mono<ResponseEntity<Answer>> republish(@RequestBody RepublicationRequest body, Request request) {
        RepublicationRequest.Wish wish = body.wish();
        return commands.once(
                request,
                () -> commands.onVirtualThread(() -> taken(wish, request))
                        .flatMap(entry ->
                                Mono.defer(this::attempted).then(commands.onVirtualThread(() -> asItStands(entry)))));
    }

    private Republications.Entry taken(RepublicationRequest.Wish wish, Request request) {
        DomainEventStream history = store.readEvents(wish.subject(), 0);
        if (!history.hasNext() || !wish.kind().isOf(history.next().getPayloadType())) {
            throw Appending.refused(new SubjectDoesNotExist(wish.kind().description(), wish.subject()));
        }
        Republications.Entry entry = republications.request(
                wish.kind(), wish.subject(), request.caller().subject(), request.at(), wish.reason());
        LOG.info(
                "{} asks to publish {} {} anew ({})",
                request.caller().subject(),
                wish.kind().description(),
                wish.subject(),
                entry.id());
        return entry;
    }

    /** Where another instance publishes, or the brokers are away, it follows; what fails now is tried again, and reported then. */
    private Mono<Void> attempted() {
        CompletableFuture<Void> attempt = CompletableFuture.runAsync(
                republisher::publishAnew, work -> Thread.ofVirtual().start(work));
        return Mono.fromFuture(attempt, true).timeout(PATIENCE, Mono.empty()).onErrorComplete();
    }

    private ResponseEntity<Answer> asItStands(Republications.Entry entry) {
        return ResponseEntity.accepted()
                .body(Answer.of(republications.find(entry.id()).orElse(entry)));
    }
}
